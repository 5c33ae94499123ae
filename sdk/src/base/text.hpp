// UTF-8 text: validation and positions. Linguistic work (folding, stemming) is in frameworks/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace activateur {

// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), if any.
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

// Line and column (from 1, columns in characters) of a byte offset.
struct text_position {
  std::int64_t line = 1;
  std::int64_t column = 1;
};
text_position position_of(std::string_view text, std::size_t offset);

// The first `max_bytes` bytes at most, cut between characters; "…" is added when something is cut.
std::string shortened(std::string_view text, std::size_t max_bytes);

// `&`, `<`, `>`, `"` and `'` as character references, control characters that XML forbids as U+FFFD.
std::string escaped_xml(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace activateur
