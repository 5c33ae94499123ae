// Texts that a plugin or a host gives through C.
#pragma once

#include <cstring>
#include <optional>
#include <string>

#include "activateur/types.h"
#include "base/shown_text.hpp"
#include "base/text.hpp"

namespace activateur {

inline adp_str lent(std::string_view s) { return {s.data(), s.size()}; }

// A copy, or nothing when it is no text: NULL with a length, too long, not UTF-8, controls (holds_controls).
inline std::optional<std::string> text_of(adp_str given, std::size_t max_bytes) {
  if (given.ptr == nullptr) return given.len == 0 ? std::optional<std::string>(std::in_place) : std::nullopt;
  const std::size_t length = given.len == ADP_NUL ? ::strnlen(given.ptr, max_bytes + 1) : given.len;
  if (length > max_bytes) return std::nullopt;
  std::string out(given.ptr, length);
  if (first_bad_utf8(out) || holds_controls(out)) return std::nullopt;
  return out;
}

}  // namespace activateur
