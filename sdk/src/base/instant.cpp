#include "base/instant.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace activateur {
namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits at `at` and moves `at` past them.
std::optional<int> number(std::string_view text, std::size_t& at, int digits) {
  int value = 0;
  for (int i = 0; i < digits; ++i, ++at) {
    if (at >= text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
    value = value * 10 + (text[at] - '0');
  }
  return value;
}

bool take(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

std::optional<sys_days> date(std::string_view text, std::size_t& at) {
  const auto y = number(text, at, 4);
  if (!y || !take(text, at, '-')) return std::nullopt;
  const auto m = number(text, at, 2);
  if (!m || !take(text, at, '-')) return std::nullopt;
  const auto d = number(text, at, 2);
  if (!d) return std::nullopt;
  const year_month_day ymd{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return sys_days{ymd};
}

std::optional<instant> parse(std::string_view text, bool offset_required) {
  std::size_t at = 0;
  const auto days = date(text, at);
  if (!days) return std::nullopt;
  std::int64_t ms = duration_cast<milliseconds>(days->time_since_epoch()).count();
  if (at == text.size()) {
    if (offset_required) return std::nullopt;
    return instant{ms};
  }
  if (text[at] != 'T' && text[at] != 't' && text[at] != ' ') return std::nullopt;
  ++at;
  const auto h = number(text, at, 2);
  if (!h || *h > 23 || !take(text, at, ':')) return std::nullopt;
  const auto min = number(text, at, 2);
  if (!min || *min > 59) return std::nullopt;
  int s = 0;
  if (take(text, at, ':')) {
    const auto seconds_read = number(text, at, 2);
    if (!seconds_read || *seconds_read > 60) return std::nullopt;  // 60: leap second
    s = *seconds_read;
    if (take(text, at, '.')) {
      int scale = 100;
      std::size_t decimals = 0;
      for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++decimals) {
        ms += (text[at] - '0') * scale;
        scale /= 10;
      }
      if (decimals == 0) return std::nullopt;
    }
  } else if (offset_required) {
    return std::nullopt;
  }
  ms += ((*h * 60LL + *min) * 60 + s) * 1000;
  if (at == text.size()) {
    if (offset_required) return std::nullopt;
    return instant{ms};
  }
  if (text[at] == 'Z' || text[at] == 'z') {
    if (at + 1 != text.size()) return std::nullopt;
    return instant{ms};
  }
  if (text[at] != '+' && text[at] != '-') return std::nullopt;
  const int sign = text[at++] == '+' ? 1 : -1;
  const auto oh = number(text, at, 2);
  if (!oh || *oh > 23) return std::nullopt;
  take(text, at, ':');
  const auto om = number(text, at, 2);
  if (!om || *om > 59 || at != text.size()) return std::nullopt;
  return instant{ms - sign * (*oh * 60LL + *om) * 60'000};
}

}  // namespace

std::optional<instant> parse_date_time(std::string_view text) { return parse(text, true); }
std::optional<instant> parse_date_or_time(std::string_view text) { return parse(text, false); }

std::string to_date(instant t) {
  const auto days = floor<std::chrono::days>(sys_time<milliseconds>{milliseconds{t.ms}});
  const year_month_day ymd{days};
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return out.data();
}

std::string to_text(instant t) {
  const sys_time<milliseconds> at{milliseconds{t.ms}};
  const auto since_midnight = at - floor<std::chrono::days>(at);
  const hh_mm_ss clock{since_midnight};
  std::array<char, 32> out{};
  const auto h = static_cast<int>(clock.hours().count());
  const auto m = static_cast<int>(clock.minutes().count());
  const auto s = static_cast<int>(clock.seconds().count());
  const auto ms = static_cast<int>(clock.subseconds().count());
  if (ms == 0)
    std::snprintf(out.data(), out.size(), "T%02d:%02d:%02dZ", h, m, s);
  else
    std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d.%03dZ", h, m, s, ms);
  return to_date(t) + out.data();
}

instant system_now() { return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()}; }

}  // namespace activateur
