// Finding jobs and competences by words.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/framework.hpp"

namespace activateur {

// A piece of a text, in bytes.
struct text_span {
  std::size_t begin = 0, end = 0;
  bool operator==(const text_span&) const = default;
};

struct search_hit {
  bool is_job = false;
  std::uint32_t index = no_index;
  double score = 0;              // higher is better; comparable within one answer only
  std::string matched;           // the label or appellation that matched best
  std::vector<text_span> spans;  // the words of the query in it
  framework_ptr in;              // set by search over a framework_set
};

struct search_request {
  std::string_view words;
  std::size_t offset = 0, limit = 20;
  // Filters; an empty one lets everything through. Kind, grain and transversal speak of competences, domain and
  // target of jobs: one that is set leaves the others out.
  std::vector<std::string> frameworks;  // ids, as "rome"
  std::string type;                     // "job" or "competence"
  std::vector<std::string> kinds, grains, domains, targets;
  std::optional<bool> transversal;
  bool withdrawn = false;  // withdrawn entries too
};

// How many of all the hits have each value.
struct search_facets {
  std::map<std::string, std::size_t> type, framework, kind, grain, domain, target, transversal;
};

struct search_page {
  std::vector<search_hit> hits;
  std::size_t total = 0;
  search_facets facets;
};

// Case, accents, elisions, the forms of a word and a mistake of typing do not count; the last word may be cut short.
// The hits that have every word come first; a long query need not be found whole. Best first, ties by framework, then
// code. Equal requests have equal answers.
search_page search(const framework_set& frameworks, const search_request& request);
// The best of one framework.
std::vector<search_hit> search(const framework& f, std::string_view words, std::size_t limit);

}  // namespace activateur
