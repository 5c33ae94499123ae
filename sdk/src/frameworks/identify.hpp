// The competences and jobs that a person's own words speak of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "frameworks/framework.hpp"
#include "frameworks/search.hpp"
#include "frameworks/text_source.hpp"

namespace activateur {

struct identify_request {
  std::string_view text;
  std::size_t limit = 10;               // competences, and as many jobs
  double least_confidence = 0.1;        // what is less sure is not said
  std::vector<std::string> frameworks;  // ids; empty: all
  std::vector<std::string> kinds;       // of competences; empty: all
  std::vector<text_source> sources;     // asked in this order
};

struct identified_entry {
  framework_ptr in;
  std::uint32_t index = no_index;
  double confidence = 0;         // within 0..1: the share of such answers that were right, see docs/search.md
  std::vector<text_span> spans;  // the words that led there, in the text
  std::vector<std::string> why;  // these words, as written; then "= " and what the lexicon made of them
  std::string matched;           // the label or appellation; empty from another source
  std::string source;            // own_reading, or the name of a text_source
  std::string version;           // that source's, when it has one
};

// A source that was asked.
struct asked_source {
  std::string name, version;
  std::size_t sound = 0;  // proposals that were not refused
};

struct identified {
  std::vector<identified_entry> competences, jobs;  // the surest first, ties by framework, then code
  std::vector<asked_source> sources;                // in the order asked
  std::vector<error> failures;                      // of sources: what they would have found is missing
};

// The surest finding of each entry stands; of equal ones that of the words, then of the first source. A source that
// fails or proposes what is none is told of in `failures`, once. Failures: limit when the text is longer than 64 KiB;
// cancelled.
result<identified> identify(const framework_set& frameworks, const identify_request& request, const context& with);

}  // namespace activateur
