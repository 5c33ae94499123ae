#include "base/shown_text.hpp"

#include <algorithm>

namespace activateur {
namespace {

unsigned char byte_at(std::string_view s, std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0; }

bool begins_formula(std::string_view s) {
  if (s.empty()) return false;
  for (const std::string_view wide : {"\uff1d", "\uff0b", "\uff0d", "\uff20"})
    if (s.starts_with(wide)) return true;
  return std::string_view("=+-@\t\r\n").find(s.front()) != std::string_view::npos;
}

// Apostrophes, then what would be a formula without them.
bool begins_formula_behind_apostrophes(std::string_view s) {
  return begins_formula(s.substr(std::min(s.find_first_not_of('\''), s.size())));
}

bool parts_cells(char c) { return std::string_view(";\t\r\n").find(c) != std::string_view::npos; }

}  // namespace

bool holds_controls(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const unsigned char c = byte_at(utf8, i), second = byte_at(utf8, i + 1), third = byte_at(utf8, i + 2);
    if (c < 0x20 || c == 0x7F) return true;
    if (c == 0xC2 && second >= 0x80 && second <= 0x9F) return true;
    if (c == 0xE2 && second == 0x80 && third >= 0xA8 && third <= 0xAE) return true;
    if (c == 0xE2 && second == 0x81 && third >= 0xA6 && third <= 0xA9) return true;
  }
  return false;
}

std::string as_inert_cell(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || parts_cells(text[i - 1]);
    if (begins && begins_formula_behind_apostrophes(text.substr(i))) out += '\'';
    out += text[i];
  }
  return out;
}

std::string from_inert_cell(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const bool begins = i == 0 || parts_cells(cell[i - 1]);
    if (begins && cell[i] == '\'' && begins_formula_behind_apostrophes(cell.substr(i))) continue;
    out += cell[i];
  }
  return out;
}

}  // namespace activateur
