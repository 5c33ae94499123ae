// JSON values inside the engine. Objects keep their members sorted by key, so that the same document
// is always written as the same bytes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace activateur {

using json = nlohmann::json;

struct json_limits {
  std::size_t bytes = limits::document_bytes;
  std::size_t depth = limits::json_depth;
  std::size_t values = limits::json_values;
};

// Reads one JSON text (RFC 8259) as I-JSON (RFC 7493): UTF-8 without BOM, no duplicate member names, no
// lone surrogates, numbers within IEEE 754 double range. Errors give line and column.
// Thread-safe. The depth bound also bounds the recursion of everything done with the value later.
result<json> read_json(std::string_view text, const json_limits& bounds = {}, std::string source = {});

// The same document is always written as the same bytes. `indent` < 0: one line.
// Never fails: strings from read_json are valid UTF-8, others have bad bytes replaced by U+FFFD.
std::string write_json(const json& value, int indent = -1);

}  // namespace activateur
