// The text of a table as published: which encoding its bytes are in, and how to get UTF-8 from them.
#pragma once

#include <string>

#include "base/result.hpp"

namespace activateur {

enum class csv_encoding {
  utf8,
  // For the tables known to be published in Windows-1252 under a name that says UTF-8. Bytes that happen to
  // be UTF-8 are taken as such: a later edition may have been corrected.
  utf8_else_windows_1252,
};

// UTF-8 without byte order mark and without NUL. `source` names the file in errors.
result<std::string> csv_text(std::string bytes, csv_encoding encoding, const std::string& source);

}  // namespace activateur
