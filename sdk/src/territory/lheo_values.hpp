// The values of LHEO: dates with parts unknown, amounts as people write them, codes of its tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace activateur {

// LHEO 2.3, date: AAAAMMJJ; AAAAMM00 is a month, AAAA0000 a year; 00000000 and 99999999 are not known.
struct lheo_date {
  std::optional<instant> day;  // of a month, its first day, or its last where a period ends
  bool month_only = false;
};
// Nothing when the text is no date at all. An empty one is not known.
std::optional<lheo_date> parse_lheo_date(std::string_view text, bool of_an_end);

// "2500", "2 500,50", "2500 €"; nothing when it is no number from 0.
std::optional<double> parse_amount(std::string_view text);

// LHEO 2.3, dict-financeurs: "region" of "2"; "lheo:19" of a code that is not in it.
std::string funder_of(std::string_view code);
// LHEO 2.3, dict-modalites-enseignement: 0 on site, 1 mixed, 2 remote; empty for others.
std::string_view mode_of(std::string_view code);
// LHEO 2.2, dict-niveaux, in the levels of today (Code du travail, D. 6113-19): 4 (CAP) is level 3, up to 8, level 7.
// 0 when the code says no level, or is of another table.
int level_of(std::string_view code);

}  // namespace activateur
