// The competences and jobs that a person's own words speak of.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "frameworks/framework.hpp"
#include "frameworks/search.hpp"

namespace activateur {

// What another reader of texts found: a model of the host, or a service.
struct text_candidate {
  std::string name;  // of a competence or a job, as "rome:118069"
  double confidence = 0;
  std::vector<text_span> spans;
};

struct text_source {
  std::string name;  // said with what it found
  std::function<result<std::vector<text_candidate>>(std::string_view text)> read;
};

struct identify_request {
  std::string_view text;
  std::size_t limit = 10;               // competences, and as many jobs
  double least_confidence = 0.1;        // what is less sure is not said
  std::vector<std::string> frameworks;  // ids; empty: all
  std::vector<std::string> kinds;       // of competences; empty: all
  std::vector<text_source> sources;
};

struct identified_entry {
  framework_ptr in;
  std::uint32_t index = no_index;
  double confidence = 0;         // within 0..1: the share of such answers that were right, see docs/search.md
  std::vector<text_span> spans;  // the words that led there, in the text
  std::vector<std::string> why;  // these words, as written; then "= " and what the lexicon made of them
  std::string matched;           // the label or appellation; empty from another source
  std::string source;            // "words", or the name of a text_source
};

struct identified {
  std::vector<identified_entry> competences, jobs;  // the surest first, ties by framework, then code
  std::vector<error> failures;                      // of sources: what they would have found is missing
};

// Failures: limit when the text is longer than 64 KiB; cancelled.
result<identified> identify(const framework_set& frameworks, const identify_request& request, const context& with);

}  // namespace activateur
