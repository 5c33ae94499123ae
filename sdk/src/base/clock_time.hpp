// A moment as the clock of its place shows it. People mean the day of their calendar: midnight of 1 March in France is
// still 28 February in UTC.
#pragma once

#include "base/instant.hpp"

namespace activateur {

struct clock_time {
  instant at;
  std::int64_t ahead_ms = 0;  // of UTC

  clock_time(instant moment = {}, std::int64_t ahead = 0) : at(moment), ahead_ms(ahead) {}
  // What the clock shows, as if it stood in UTC.
  [[nodiscard]] instant shown() const { return {at.ms + ahead_ms}; }
  auto operator<=>(const clock_time&) const = default;
};

// As parse_date_or_time(). Midnight by its own clock is a day without an hour: the day's first instant, UTC.
std::optional<clock_time> parse_clock_time(std::string_view text);
// The day of the calendar, its first instant, UTC; whatever the hour.
std::optional<instant> parse_day(std::string_view text);

// A day without an hour as "2027-03-01"; else "2027-03-01T09:30:00+01:00", or with Z where the clock is UTC's.
std::string to_text(const clock_time& t);

}  // namespace activateur
