#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

namespace activateur::report {
namespace {

constexpr std::string_view no_break = "\u00a0";
constexpr std::string_view thin_no_break = "\u202f";

using twelve = std::array<std::string_view, 12>;
constexpr twelve months_fr{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                           "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr twelve months_en{"January", "February", "March",     "April",   "May",      "June",
                           "July",    "August",   "September", "October", "November", "December"};
constexpr twelve short_fr{"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                          "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr twelve short_en{"Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"};

void replace_all(std::string& in, std::string_view from, std::string_view to) {
  for (std::size_t at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size()))
    in.replace(at, from.size(), to);
}

// Locale-free: a host's setlocale() must not change our bytes.
std::string fixed(double value, int decimals) {
  std::array<char, 64> out{};
  if (!std::isfinite(value)) value = 0;
  value = std::clamp(value, -1e15, 1e15);
  const auto end = std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::fixed, decimals).ptr;
  std::string text(out.data(), end);
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  if (is_zero && text.front() == '-') text.erase(0, 1);
  return text;
}

struct civil {
  int year;
  unsigned month, day;
};

std::optional<civil> civil_of(instant t) {
  constexpr std::int64_t year_1 = -62'135'596'800'000;
  constexpr std::int64_t year_10000 = 253'402'300'800'000;
  if (t.ms < year_1 || t.ms >= year_10000) return std::nullopt;
  using namespace std::chrono;
  const year_month_day ymd{floor<days>(sys_time<milliseconds>{milliseconds{t.ms}})};
  return civil{static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

std::string day_of_month(language l, unsigned day) {
  return l == language::fr && day == 1 ? "1er" : std::to_string(day);
}

}  // namespace

std::string spaced(language l, std::string text) {
  if (l != language::fr) return text;
  for (const std::string_view mark : {":", ";", "?", "!", "%", "€", "»"}) {
    std::string before(" ");
    std::string after(no_break);
    replace_all(text, before.append(mark), after.append(mark));
  }
  replace_all(text, "« ", "«\u00a0");
  return text;
}

std::string say(language l, const message& what, std::vector<std::string> arguments) {
  return spaced(l, sentence(what, std::move(arguments)).text(l));
}

std::string counted(language l, std::size_t n, const message& one, const message& many) {
  const bool singular = l == language::fr ? n < 2 : n == 1;
  return say(l, singular ? one : many, {number(l, static_cast<double>(n))});
}

std::string number(language l, double value, int decimals) {
  std::string text = fixed(value, decimals);
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size() && l == language::fr) text[point] = ',';
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    text.insert(at, l == language::fr ? thin_no_break : std::string_view(","));
  }
  return text;
}

std::string hours(language l, double value) {
  const bool whole = std::abs(value - std::round(value)) < 0.05;
  return number(l, value, whole ? 0 : 1).append(no_break).append("h");
}

std::string euros(language l, double value) {
  const bool whole = std::abs(value - std::round(value)) < 0.005;
  std::string text = number(l, value, whole ? 0 : 2);
  if (l == language::fr) return text.append(no_break).append("€");
  return std::string("€").append(text);
}

std::string percent(language l, double share) {
  std::string text = number(l, std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * 100);
  if (l == language::fr) text.append(no_break);
  return text.append("%");
}

std::string share_in_words(language l, double share) {
  struct fraction {
    double value;
    message words;
  };
  static constexpr std::array<fraction, 13> fractions{{
      {0.0, {"report.share.none", "almost nothing ({0})", "presque rien ({0})"}},
      {0.1, {"report.share.10", "about a tenth ({0})", "environ un dixième ({0})"}},
      {0.2, {"report.share.20", "about a fifth ({0})", "environ un cinquième ({0})"}},
      {0.25, {"report.share.25", "about a quarter ({0})", "environ un quart ({0})"}},
      {1.0 / 3, {"report.share.33", "about a third ({0})", "environ un tiers ({0})"}},
      {0.4, {"report.share.40", "about two fifths ({0})", "environ deux cinquièmes ({0})"}},
      {0.5, {"report.share.50", "about half ({0})", "environ la moitié ({0})"}},
      {0.6, {"report.share.60", "about three fifths ({0})", "environ trois cinquièmes ({0})"}},
      {2.0 / 3, {"report.share.67", "about two thirds ({0})", "environ les deux tiers ({0})"}},
      {0.75, {"report.share.75", "about three quarters ({0})", "environ les trois quarts ({0})"}},
      {0.8, {"report.share.80", "about four fifths ({0})", "environ les quatre cinquièmes ({0})"}},
      {0.9, {"report.share.90", "about nine tenths ({0})", "environ les neuf dixièmes ({0})"}},
      {1.0, {"report.share.all", "almost everything ({0})", "presque tout ({0})"}},
  }};
  static constexpr message nothing{"report.share.zero", "nothing ({0})", "rien ({0})"};
  static constexpr message everything{"report.share.one", "everything ({0})", "tout ({0})"};
  share = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0);
  if (share < 0.005) return say(l, nothing, {percent(l, share)});
  if (share > 0.995) return say(l, everything, {percent(l, share)});
  const auto* nearest = std::min_element(fractions.begin(), fractions.end(), [share](const auto& a, const auto& b) {
    return std::abs(a.value - share) < std::abs(b.value - share);
  });
  return say(l, nearest->words, {percent(l, share)});
}

std::string date_in_words(language l, instant t) {
  const auto c = civil_of(t);
  if (!c) return "—";
  const auto& months = l == language::fr ? months_fr : months_en;
  return day_of_month(l, c->day)
      .append(no_break)
      .append(months[c->month - 1])
      .append(no_break)
      .append(std::to_string(c->year));
}

std::string short_date(language l, instant t) {
  const auto c = civil_of(t);
  if (!c) return "—";
  const auto& months = l == language::fr ? short_fr : short_en;
  return day_of_month(l, c->day).append(no_break).append(months[c->month - 1]);
}

std::string machine_date(instant t) { return civil_of(t) ? to_date(t) : std::string{}; }

std::string coordinate(double value) {
  std::string text = fixed(value, 1);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

}  // namespace activateur::report
