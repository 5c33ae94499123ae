// Filters of a search as a host writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "frameworks/search.hpp"

namespace activateur {

// The lines of a text, without the empty ones.
std::vector<std::string> lines_of(std::string_view text);

// One "facet=value" a line, as "type=job"; values of one facet are alternatives. Refuses (input) a facet that is not
// known, or a value that its facet cannot have.
result<void> read_filters(std::string_view text, search_request& request);

}  // namespace activateur
