// Texts that somebody else chose, where what they hold could act: a terminal, a spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace activateur {

// Whether UTF-8 holds what acts instead of being read: controls (C0, DEL, C1), line and paragraph separators, signs
// that turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069).
bool holds_controls(std::string_view utf8);

// A spreadsheet takes a cell that begins with =, +, - or @ for a formula, in full width too; an apostrophe before it
// makes it a text. It may also part lines at semicolons, tabulations and line ends, whatever stands in quotes: what
// follows one of these is a cell's beginning too. An apostrophe that stands before such a sign already is doubled.
std::string as_inert_cell(std::string_view text);
// What as_inert_cell was given.
std::string from_inert_cell(std::string_view cell);

}  // namespace activateur
