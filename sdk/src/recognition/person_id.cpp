#include "recognition/person_id.hpp"

#include <cstdint>
#include <string>

namespace activateur {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool separator(char c) { return c == ' ' || c == '.' || c == '-' || c == '_' || c == '/'; }

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

}  // namespace

bool holds_nir(std::string_view text) {
  std::string run;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (i == 0 || !alphanumeric(text[i - 1])))
      if (const std::size_t size = drawn_name(text.substr(i)); size != 0) {
        if (is_nir(run)) return true;
        run.clear();
        i += size - 1;
        continue;
      }
    const char c = i < text.size() ? text[i] : '\n';
    const char upper = c == 'a' || c == 'b' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool corsica = (upper == 'A' || upper == 'B') && run.size() == 6 && run.back() == '2';
    if (digit(c) || corsica) {
      run += upper;
    } else if (!separator(c)) {
      if (is_nir(run)) return true;
      run.clear();
    }
  }
  return false;
}

}  // namespace activateur
