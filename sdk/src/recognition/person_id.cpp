#include "recognition/person_id.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace activateur {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// The bytes of a separator at the start of the text; 0: none. Blanks and dashes of U+2000 to U+2015, and the no-break
// spaces U+00A0 and U+202F, are written for blanks and dashes.
std::size_t separator(std::string_view s) {
  if (s.empty()) return 0;
  if (std::string_view(" .-_/").find(s[0]) != std::string_view::npos) return 1;
  if (s.starts_with("\xC2\xA0")) return 2;
  if (!s.starts_with("\xE2\x80") || s.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(s[2]);
  return (last >= 0x80 && last <= 0x95) || last == 0xAF ? 3 : 0;
}

// Those that also part what has nothing to do with each other.
std::size_t wide_separator(std::string_view s) {
  if (!s.empty() && std::string_view("\t\n\r,;").find(s[0]) != std::string_view::npos) return 1;
  return separator(s);
}

char upper(char c) { return c == 'a' || c == 'b' ? static_cast<char>(c - 'a' + 'A') : c; }
// The letter of a Corsican department, after what was read of a number.
bool corsican(char c, std::string_view before) {
  return (upper(c) == 'A' || upper(c) == 'B') && before.size() == 6 && before.back() == '2';
}

int two(std::string_view s, std::size_t at) { return (s[at] - '0') * 10 + (s[at + 1] - '0'); }

// `s`: digits, and "A" or "B" at most at offset 6. Sex, year, month (20, 30 to 42 and 50 to 99 stand for unknown
// months), department, commune, order.
bool has_nir_shape(std::string_view s) {
  if (std::string_view("123478").find(s[0]) == std::string_view::npos) return false;
  for (std::size_t i = 0; i < s.size(); ++i)
    if (i != 6 && !digit(s[i])) return false;
  const int month = two(s, 3);
  if (!((month >= 1 && month <= 12) || month == 20 || (month >= 30 && month <= 42) || month >= 50)) return false;
  const bool corsica = s[5] == '2' && (s[6] == 'A' || s[6] == 'B');
  return corsica || (digit(s[6]) && two(s, 5) != 0);
}

bool has_right_key(std::string_view s) {
  std::string number(s.substr(0, 13));
  if (number[6] == 'A') number.replace(5, 2, "19");
  if (number[6] == 'B') number.replace(5, 2, "18");
  std::uint64_t value = 0;
  for (const char c : number) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return 97 - static_cast<int>(value % 97) == two(s, 13);
}

bool hexadecimal(char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool alphanumeric(char c) { return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The size of the UUID or SHA-256 digest at the start of the text, as a word of its own; 0: none.
std::size_t drawn_name(std::string_view s) {
  constexpr std::size_t uuid = 36, digest = 64;
  const auto ends = [&](std::size_t size) { return s.size() == size || !alphanumeric(s[size]); };
  const auto is_uuid = [&] {
    for (std::size_t i = 0; i < uuid; ++i) {
      const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? s[i] != '-' : !hexadecimal(s[i])) return false;
    }
    return true;
  };
  if (s.size() >= uuid && ends(uuid) && is_uuid()) return uuid;
  if (s.size() < digest || !ends(digest)) return 0;
  for (std::size_t i = 0; i < digest; ++i)
    if (!hexadecimal(s[i])) return 0;
  return digest;
}

bool is_nir(std::string_view run) {
  if (run.size() == 13) return has_nir_shape(run);
  return run.size() == 15 && has_nir_shape(run.substr(0, 13)) && digit(run[13]) && digit(run[14]) && has_right_key(run);
}

// Whether a number starts here, at the first digit of a group, in the groups that it is written in: sex, year, month,
// department, commune, order, key, some of them joined. Whatever stands before and after is another matter.
bool starts_nir(std::string_view s) {
  constexpr std::string_view ends = "\1\3\5\7\12\15";  // of groups: after 1, 3, 5, 7, 10, 13 characters
  std::string number;
  for (;;) {
    while (!s.empty() && number.size() < 16 && (digit(s[0]) || corsican(s[0], number))) {
      number += upper(s[0]);
      s.remove_prefix(1);
    }
    if (is_nir(number)) return true;
    const bool usual = ends.find(static_cast<char>(number.size())) != std::string_view::npos;
    std::size_t size = usual ? wide_separator(s) : 0;
    if (size == 0) return false;
    for (; size != 0; size = wide_separator(s)) s.remove_prefix(size);
    if (s.empty() || !digit(s[0]) || drawn_name(s) != 0) return false;
  }
}

// Whether all the groups from here on, to the first character that is none and no separator, make a number: in whatever
// groups, but parted everywhere alike. A postcode and a date, 75011 12/05/1985, have 13 digits too.
bool run_is_nir(std::string_view s) {
  std::string number;
  std::optional<std::string_view> gap;
  while (number.size() < 16) {
    if (drawn_name(s) != 0) break;
    while (!s.empty() && number.size() < 16 && (digit(s[0]) || corsican(s[0], number))) {
      number += upper(s[0]);
      s.remove_prefix(1);
    }
    std::size_t size = 0;
    while (const std::size_t one = separator(s.substr(size))) size += one;
    if (size == 0 || size == s.size() || !digit(s[size])) break;
    if (gap && *gap != s.substr(0, size)) return false;
    gap = s.substr(0, size);
    s.remove_prefix(size);
  }
  return is_nir(number);
}

}  // namespace

bool holds_nir(std::string_view text) {
  constexpr auto least = 12;  // digits: thirteen characters, of which one may be a letter
  if (std::count_if(text.begin(), text.end(), digit) < least) return false;
  bool in_group = false, in_run = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const std::size_t drawn = i == 0 || !alphanumeric(text[i - 1]) ? drawn_name(rest) : 0;
    const bool counts = drawn == 0 && digit(rest[0]);
    if (counts && !in_group && (starts_nir(rest) || (!in_run && run_is_nir(rest)))) return true;
    const std::size_t between = separator(rest);
    in_group = counts;
    in_run = drawn == 0 && (counts || (in_run && between != 0));
    i += std::max({drawn, between, std::size_t{1}});
  }
  return false;
}

}  // namespace activateur
