// Finding jobs and competences by words.
#pragma once

#include <string>
#include <vector>

#include "frameworks/framework.hpp"

namespace activateur {

struct search_hit {
  bool is_job = false;
  std::uint32_t index = no_index;
  double score = 0;     // higher is better; comparable within one answer only
  std::string matched;  // the label or appellation that matched
};

// Case, accents and elisions do not count; every word of the query must be found, the last may be cut short.
// Best first, ties by code.
std::vector<search_hit> search(const framework& f, std::string_view query, std::size_t limit);

}  // namespace activateur
