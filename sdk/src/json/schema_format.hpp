// The formats of JSON Schema (2020-12 validation section 7.3) that are checked.
#pragma once

#include <string_view>

namespace activateur {

using format_check = bool (*)(std::string_view text);

// Null when the format is not known. Texts are valid UTF-8.
format_check find_format(std::string_view name);

}  // namespace activateur
