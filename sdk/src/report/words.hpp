// Saying things in French and English: sentences, dates, numbers, shares.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/sentence.hpp"

namespace activateur::report {

// A text that another room made, with French spacing around `: ; ? ! % € « »`; in English as it is.
std::string spaced(language l, std::string text);
// The sentence, with French spacing around `: ; ? ! % € « »`.
std::string say(language l, const message& what, std::vector<std::string> arguments = {});
// `one` or `many`, as the language counts; {0} is the number.
std::string counted(language l, std::size_t n, const message& one, const message& many);

std::string number(language l, double value, int decimals = 0);
std::string hours(language l, double value);    // "12,5 h", "12.5 h"
std::string euros(language l, double value);    // "1 400 €", "€1,400"; cents only when there are some
std::string percent(language l, double share);  // "27 %", "27%"
// "environ un quart (27 %)".
std::string share_in_words(language l, double share);

// "24 novembre 2026", "1er mars 2027", "24 November 2026"; "—" outside the years 1 to 9999.
std::string date_in_words(language l, instant t);
// "24 nov.", "24 Nov": for axes.
std::string short_date(language l, instant t);
// "2026-11-24", for <time datetime>; empty outside the years 1 to 9999.
std::string machine_date(instant t);

// A number of an SVG attribute: at most one decimal, never an exponent.
std::string coordinate(double value);

}  // namespace activateur::report
