#include "base/shown_text.hpp"

#include <algorithm>

namespace activateur {
namespace {

unsigned char byte_at(std::string_view s, std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0; }

bool parts_cells(char c) { return std::string_view(";\t\r\n").find(c) != std::string_view::npos; }

// Whether a cell's beginning, at `i`, would be a formula there, or would be one but for apostrophes. What is stripped
// at a text's very beginning counts as one.
bool needs_apostrophe(std::string_view text, std::size_t i) {
  if (i > 0 && !parts_cells(text[i - 1])) return false;
  const std::string_view rest = text.substr(std::min(text.find_first_not_of('\'', i), text.size()));
  if (rest.empty()) return false;
  for (const std::string_view wide : {"\uff1d", "\uff0b", "\uff0d", "\uff20"})
    if (rest.starts_with(wide)) return true;
  return std::string_view(i == 0 ? "=+-@\t\r\n" : "=+-@").find(rest.front()) != std::string_view::npos;
}

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
    if (needs_apostrophe(text, i)) out += '\'';
    out += text[i];
  }
  return out;
}

std::string from_inert_cell(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i)
    if (cell[i] != '\'' || !needs_apostrophe(cell, i)) out += cell[i];
  return out;
}

}  // namespace activateur
