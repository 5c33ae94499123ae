// A published showcase as its document tells it: what every way of showing it outside starts from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/language.hpp"
#include "json/json.hpp"

namespace activateur {

enum class shown_kind { experience, credential, feedback, observation, self_assessment, opinion };
std::string_view name(shown_kind k);

struct shown_competence {
  std::string id, label;
  std::optional<double> level;  // 0 to 4
  std::string text;
};

struct shown_evidence {
  std::string kind, label, url, sha256, media_type, text;
};

struct shown_alignment {
  std::string name, url, code, framework;
};

// What is absent is hidden, or was never said.
struct shown_item {
  shown_kind kind = shown_kind::experience;
  std::string id, title, words;                         // `words`: her own, about it
  std::string is;                                       // of an experience: work, volunteering, ...
  std::optional<instant> from, to, at;                  // `at`: when it was said
  std::optional<double> months, hours_per_week, level;  // `level`: 0 to 4
  std::string organisation, place, text;
  std::vector<std::string> jobs, job_labels;  // labels: one a job, empty when it is not known; or none
  std::vector<shown_competence> competences;  // of an experience; the criteria of an observation
  std::vector<shown_evidence> evidence;
  std::vector<shown_alignment> alignments;         // of a credential
  std::string issuer, issuer_name, verdict, file;  // `file`: the credential itself, JSON or token
  std::optional<instant> issued, valid_until, verified;
  shown_competence about;  // of what is said, and of an opinion
  std::string role, by;
  std::optional<double> belief, expectation, uncertainty;  // of an opinion
  double pieces = 0;                                       // of evidence shown that it rests on
};

struct shown_section {
  std::string title, text;
  std::vector<shown_item> items;
};

struct showcase_version {
  std::string id;  // "urn:uuid:..."
  int number = 0;
  instant published;
  language lang = language::fr;
  std::string title, introduction, name, contact;
  std::vector<shown_section> sections;
};

// Document "activateur/showcase-version/1". Links are https or refused.
result<showcase_version> read_showcase_version(const json& document, const std::string& source);

// One text below another, when both are there.
inline std::string lines(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + "\n" + b;
}

}  // namespace activateur
