// Which column of a sheet says what.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace activateur {

// The roles a column may have; a document "activateur/columns/1" uses these names.
inline constexpr std::array<std::string_view, 14> sheet_roles{
    "code", "competence", "definition", "domain", "level",  "kind",     "importance",
    "job",  "job_code",   "rome",       "uri",    "parent", "synonyms", "job_definition"};

// What a document "activateur/columns/1" says: the heading of each role, what separates fields (0: to be found out)
// and values in one cell.
struct sheet_columns {
  std::map<std::string, std::string, std::less<>> headings;
  char separator = 0;
  std::string between = "|\n";
};

result<sheet_columns> read_columns(const std::string& document);

// The role that a heading has by itself, in French or English, however it is written; empty: none.
std::string_view role_of(std::string_view heading);

}  // namespace activateur
