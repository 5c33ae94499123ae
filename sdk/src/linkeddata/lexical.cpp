#include "linkeddata/lexical.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace activateur {
namespace {

// Section 8.6: printf "%1.15E" without the zeros that end the mantissa, nor those and the sign that begin the exponent.
std::string write_double(double value) {
  if (value == 0) return std::signbit(value) ? "-0.0E0" : "0.0E0";
  std::array<char, 40> room{};
  const auto end = std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::scientific, 15).ptr;
  const std::string_view text(room.data(), static_cast<std::size_t>(end - room.data()));
  const std::size_t e = text.find('e');
  if (e == std::string_view::npos) return value < 0 ? "-INF" : (value > 0 ? "INF" : "NaN");
  std::size_t last = e;
  while (text[last - 1] == '0' && text[last - 2] != '.') --last;
  std::string out(text.substr(0, last));
  out += 'E';
  std::string_view exponent = text.substr(e + 1);
  if (exponent[0] == '-') out += '-';
  exponent.remove_prefix(1);
  while (exponent.size() > 1 && exponent[0] == '0') exponent.remove_prefix(1);
  out += exponent;
  return out;
}

}  // namespace

number_literal write_number(const json& value, bool as_double) {
  if (!as_double && value.is_number_unsigned()) return {std::to_string(value.get<std::uint64_t>()), true};
  if (!as_double && value.is_number_integer()) return {std::to_string(value.get<std::int64_t>()), true};
  const double number = value.get<double>();
  if (as_double || std::trunc(number) != number || std::fabs(number) >= 1e21) return {write_double(number), false};
  std::array<char, 40> room{};
  const auto end =
      std::to_chars(room.data(), room.data() + room.size(), number == 0 ? 0.0 : number, std::chars_format::fixed, 0)
          .ptr;
  return {std::string(room.data(), end), true};
}

}  // namespace activateur
