// Putting a draft together by code, for importers whose sources come in any order.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frameworks/draft.hpp"
#include "frameworks/journal.hpp"

namespace activateur {

class draft_builder {
 public:
  framework_draft draft;

  // A new entry, or null when the code is taken. Pointers hold until the next one is added.
  draft_competence* add_competence(const std::string& code);
  draft_job* add_job(const std::string& code);
  // Null when there is none.
  draft_competence* competence(std::string_view code);
  draft_job* job(std::string_view code);
  // Once a pair: the more important one stays.
  static void link(draft_job& job, const std::string& competence, link_importance importance);

  // Takes out, and notes, what refers to nothing and what stands above itself. `source` names the whole in errors.
  void settle(journal& faults, const std::string& source);

 private:
  void settle_broader(journal& faults, const std::string& source);

  std::unordered_map<std::string, std::size_t> competences_, jobs_;
};

// Texts in a field, separated by any of `separators`, trimmed, without the empty ones.
std::vector<std::string> split(std::string_view field, std::string_view separators);

// Another label, unless it is empty or there already.
void add_label(std::vector<draft_label>& labels, std::string_view first, std::string_view text,
               std::string_view language = {});

// An attribute, unless its value is empty.
void add_attribute(std::vector<draft_attribute>& attributes, std::string_view name, std::string_view value);

// "fr" of "fr", "FR", "fr-FR", "fr_FR"; empty when it is no language of two letters.
std::string two_letters(std::string_view language);

// The part after the last '/' or '#': the code of an entry whose publisher names it by URI.
std::string last_segment(std::string_view uri);

}  // namespace activateur
