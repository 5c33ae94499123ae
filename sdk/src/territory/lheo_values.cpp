#include "territory/lheo_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.hpp"

namespace activateur {
namespace {

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string date_text(std::string_view year, int month, std::string_view day) {
  std::string out(year);
  out.append(month < 10 ? "-0" : "-").append(std::to_string(month)).append("-").append(day);
  return out;
}

}  // namespace

std::optional<lheo_date> parse_lheo_date(std::string_view text, bool of_an_end) {
  lheo_date out;
  if (text.empty() || text == "00000000" || text == "99999999") return out;
  if (text.size() != 8 || !all_digits(text)) return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  const std::string_view day = text.substr(6, 2);
  int month = 0;
  std::from_chars(text.data() + 4, text.data() + 6, month);
  if (month > 12) return std::nullopt;
  if (month == 0) return day == "00" ? std::optional(out) : std::nullopt;
  if (day != "00") {
    out.day = parse_date_or_time(date_text(year, month, day));
    if (!out.day) return std::nullopt;
    return out;
  }
  out.month_only = true;
  if (!of_an_end) {
    out.day = parse_date_or_time(date_text(year, month, "01"));
    return out;
  }
  for (const std::string_view last : {"31", "30", "29", "28"})
    if (!out.day) out.day = parse_date_or_time(date_text(year, month, last));
  return out;
}

std::optional<double> parse_amount(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xE2\x80\xAF")) {  // no-break spaces
      i += rest.starts_with("\xC2") ? 1 : 2;
    } else if (rest == "€" || rest == "EUR") {
      break;
    } else if (text[i] != ' ') {
      plain += text[i] == ',' ? '.' : text[i];
    }
  }
  if (plain.empty() || plain.front() < '0' || plain.front() > '9') return std::nullopt;
  double value = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
  if (fault != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string funder_of(std::string_view code) {
  constexpr std::string_view funders[] = {
      "other",    "obsolete",    "region", "eu_social_fund", "france_travail",   "company",         "acse",
      "agefiph",  "department",  "town",   "learner",        "state_employment", "state_education", "state_other",
      "eu_other", "local_other", "opco",   "opacif"};
  std::size_t at = 0;
  const auto [end, fault] = std::from_chars(code.data(), code.data() + code.size(), at);
  if (fault == std::errc{} && end == code.data() + code.size() && at < std::size(funders))
    return std::string(funders[at]);
  return "lheo:" + shortened(code, 20);
}

std::string_view mode_of(std::string_view code) {
  return code == "0" ? "on_site" : code == "1" ? "mixed" : code == "2" ? "remote" : std::string_view{};
}

int level_of(std::string_view code) { return code.size() == 1 && code[0] >= '4' && code[0] <= '8' ? code[0] - '1' : 0; }

}  // namespace activateur
