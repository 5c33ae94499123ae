// Points in time: milliseconds since 1970-01-01T00:00:00Z, and their ISO 8601 / RFC 3339 texts.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace activateur {

struct instant {
  std::int64_t ms = 0;
  auto operator<=>(const instant&) const = default;
};

inline constexpr std::int64_t ms_per_day = 86'400'000;

// A date-time with an offset (RFC 3339 section 5.6, any number of decimals; decimals beyond the
// millisecond are dropped).
std::optional<instant> parse_date_time(std::string_view text);

// As above, or a date-time without offset (taken as UTC), or a date alone (its first instant, UTC):
// what Open Badges 0.5 to 2.0 and hosts' files contain.
std::optional<instant> parse_date_or_time(std::string_view text);

// "2026-11-24T07:40:00Z"; milliseconds are written only when they are not zero.
std::string to_text(instant t);
// "2026-11-24".
std::string to_date(instant t);

instant system_now();

}  // namespace activateur
