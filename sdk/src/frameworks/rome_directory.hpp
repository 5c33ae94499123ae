// A directory of ROME's files: which table is where, and which version they are.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

struct rome_directory {
  std::string path;
  std::string edition;  // the digits of the file names: "460"
  // Of version.txt: "60"; without that file, the edition. Of ROME 3, always the edition: "3.46".
  std::string version;
  std::map<std::string, std::string, std::less<>> tables;  // "coherence_item" -> path

  [[nodiscard]] bool rome_3() const;  // its tables are others than those of ROME 4
  // Null when the directory has no such table.
  [[nodiscard]] const std::string* find(std::string_view table) const;
  // The bytes of a table, for the progress of reading it; 0 when it is not there. Fails when it is needed then.
  [[nodiscard]] result<std::uintmax_t> size_of(std::string_view table, bool needed) const;
};

// Files are found by name, `unix_<table>_v<digits>_utf8.csv`, whatever the digits, which must be the same for
// all. Files with other names are not ROME's and are left alone.
result<rome_directory> find_rome_tables(const std::string& path);

// Whether `path` is a directory with at least one such file.
bool looks_like_rome(const std::string& path);

}  // namespace activateur
