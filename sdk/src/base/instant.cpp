#include "base/instant.hpp"

#include <algorithm>
#include <chrono>

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

constexpr std::int64_t ms_of(int y, unsigned m, unsigned d) {
  return duration_cast<milliseconds>(sys_days{year{y} / month{m} / day{d}}.time_since_epoch()).count();
}

// Of the years 0 to 9999, which can be written again: an offset may lead beyond them by hours.
instant within_years(std::int64_t ms) { return {std::clamp(ms, ms_of(0, 1, 1), ms_of(10'000, 1, 1) - 1)}; }

// `offset_required`: RFC 3339 section 5.6, and 24:00:00, which xsd:dateTimeStamp has. Else also what older badges
// write: a blank for the T, no seconds, no offset, one without its colon.
std::optional<instant> parse(std::string_view text, bool offset_required) {
  std::size_t at = 0;
  const auto days = date(text, at);
  if (!days) return std::nullopt;
  const std::int64_t day_ms = duration_cast<milliseconds>(days->time_since_epoch()).count();
  std::int64_t ms = day_ms;
  if (at == text.size()) {
    if (offset_required) return std::nullopt;
    return instant{ms};
  }
  if (text[at] != 'T' && text[at] != 't' && (text[at] != ' ' || offset_required)) return std::nullopt;
  ++at;
  const auto h = number(text, at, 2);
  if (!h || *h > 24 || !take(text, at, ':')) return std::nullopt;
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
  const std::int64_t of_day = ((*h * 60LL + *min) * 60 + s) * 1000 + (ms - day_ms);
  if (*h == 24 && of_day != 24 * 60 * 60 * 1000LL) return std::nullopt;
  ms = day_ms + of_day;
  if (at == text.size()) {
    if (offset_required) return std::nullopt;
    return within_years(ms);
  }
  if (text[at] == 'Z' || text[at] == 'z') {
    if (at + 1 != text.size()) return std::nullopt;
    return within_years(ms);
  }
  if (text[at] != '+' && text[at] != '-') return std::nullopt;
  const int sign = text[at++] == '+' ? 1 : -1;
  const auto oh = number(text, at, 2);
  if (!oh || *oh > 23) return std::nullopt;
  if (!take(text, at, ':') && offset_required) return std::nullopt;
  const auto om = number(text, at, 2);
  if (!om || *om > 59 || at != text.size()) return std::nullopt;
  return within_years(ms - sign * (*oh * 60LL + *om) * 60'000);
}

void put_digits(std::string& out, unsigned value, std::size_t width) {
  out.append(width, '0');
  for (std::size_t at = out.size(); value != 0; value /= 10) out[--at] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<instant> parse_date_time(std::string_view text) { return parse(text, true); }
std::optional<instant> parse_date_or_time(std::string_view text) { return parse(text, false); }

std::string to_date(instant t) {
  const auto days = floor<std::chrono::days>(sys_time<milliseconds>{milliseconds{t.ms}});
  const year_month_day ymd{days};
  std::string out;
  out.reserve(24);  // room for the time
  const int year = static_cast<int>(ymd.year());
  if (year < 0 || year > 9999)
    out += std::to_string(year);
  else
    put_digits(out, static_cast<unsigned>(year), 4);
  out += '-';
  put_digits(out, static_cast<unsigned>(ymd.month()), 2);
  out += '-';
  put_digits(out, static_cast<unsigned>(ymd.day()), 2);
  return out;
}

std::string to_text(instant t) {
  const sys_time<milliseconds> at{milliseconds{t.ms}};
  const hh_mm_ss clock{at - floor<std::chrono::days>(at)};
  std::string out = to_date(t);
  out += 'T';
  put_digits(out, static_cast<unsigned>(clock.hours().count()), 2);
  out += ':';
  put_digits(out, static_cast<unsigned>(clock.minutes().count()), 2);
  out += ':';
  put_digits(out, static_cast<unsigned>(clock.seconds().count()), 2);
  if (const auto ms = static_cast<unsigned>(clock.subseconds().count()); ms != 0) {
    out += '.';
    put_digits(out, ms, 3);
  }
  out += 'Z';
  return out;
}

instant system_now() { return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()}; }

}  // namespace activateur
