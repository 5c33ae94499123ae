// The forms of the fields of ROME's tables.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace activateur {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "K1304".
inline bool is_job_code(std::string_view s) {
  return s.size() == 5 && s[0] >= 'A' && s[0] <= 'Z' && std::all_of(s.begin() + 1, s.end(), is_digit);
}

// A code OGR: "100003".
inline bool is_item_code(std::string_view s) {
  return !s.empty() && s.size() <= 9 && std::all_of(s.begin(), s.end(), is_digit);
}

// A rank from 1 to 9999.
inline std::optional<std::uint32_t> rank(std::string_view s) {
  if (s.empty() || s.size() > 4 || !std::all_of(s.begin(), s.end(), is_digit)) return std::nullopt;
  const auto value = static_cast<std::uint32_t>(std::stoul(std::string(s)));
  return value == 0 ? std::nullopt : std::optional(value);
}

// A field's text as an error may repeat it.
inline std::string quotable(std::string_view s) { return shortened(s, 80); }

// The table `texte` is published with each apostrophe doubled, as in SQL.
inline std::string undoubled_apostrophes(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size(); ++i) {
    out += s[i];
    if (s[i] == '\'' && i + 1 < s.size() && s[i + 1] == '\'') ++i;
  }
  return out;
}

}  // namespace activateur
