#include "base/clock_time.hpp"

#include <cstdlib>

namespace activateur {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::size_t of_date = 10;  // characters

bool is_midnight(instant t) { return t.ms % ms_per_day == 0; }

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::optional<clock_time> parse_clock_time(std::string_view text) {
  const auto at = parse_date_or_time(text);
  if (!at) return std::nullopt;
  const std::size_t offset = text.find_first_of("Zz+-", of_date);
  const auto shown = parse_date_or_time(text.substr(0, offset));  // npos: there is none
  if (!shown) return std::nullopt;
  if (is_midnight(*shown)) return clock_time(*shown);
  return clock_time(*at, shown->ms - at->ms);
}

std::optional<instant> parse_day(std::string_view text) {
  return parse_date_or_time(text) ? parse_date_or_time(text.substr(0, of_date)) : std::nullopt;
}

std::string to_text(const clock_time& t) {
  if (is_midnight(t.shown())) return to_date(t.shown());
  if (t.ahead_ms == 0) return to_text(t.at);
  std::string out = to_text(t.shown());
  const std::int64_t minutes = std::abs(t.ahead_ms / ms_per_minute);
  out.back() = t.ahead_ms < 0 ? '-' : '+';
  return out.append(two_digits(minutes / 60)).append(":").append(two_digits(minutes % 60));
}

}  // namespace activateur
