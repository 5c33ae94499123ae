// The two ways of reading JSON: one that is quick and says nothing of what it refuses, one that says where and why.
// Private to json/.
#pragma once

#include <optional>

#include "json/json.hpp"

namespace activateur {

// The value when `text`, valid UTF-8 without BOM, is JSON within the bounds; else nothing. Refuses a little more than
// it must (numbers near the ends of the range of a double): the plain reader decides then.
std::optional<json> read_json_quickly(std::string_view text, const json_limits& bounds);

// Its oracle: the same value, or the error.
result<json> read_json_plainly(std::string_view text, const json_limits& bounds, std::string source);

}  // namespace activateur
