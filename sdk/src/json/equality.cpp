#include "json/equality.hpp"

#include <charconv>
#include <cmath>

namespace activateur {
namespace {

__extension__ using wide = __int128;
__extension__ using unsigned_wide = unsigned __int128;

wide integer_of(const json& number) {
  return number.is_number_unsigned() ? wide{number.get<std::uint64_t>()} : wide{number.get<std::int64_t>()};
}

std::strong_ordering opposite(std::strong_ordering o) { return 0 <=> o; }

template <class T>
std::strong_ordering order(T a, T b) {
  return a < b ? std::strong_ordering::less : b < a ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::strong_ordering compare(wide integer, double real) {
  constexpr double beyond = 18446744073709551616.0;  // 2^64: every integer is smaller, every double below fits `wide`
  if (real >= beyond) return std::strong_ordering::less;
  if (real <= -beyond) return std::strong_ordering::greater;
  const double whole = std::trunc(real);
  const auto by_whole = order(integer, static_cast<wide>(whole));
  return by_whole != 0 ? by_whole : order(0.0, real - whole);
}

// |number| = digits * 10^exponent, with the fewest digits that read back as the same number.
struct decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
};

decimal decimal_of(const json& number) {
  if (!number.is_number_float()) {
    const wide value = integer_of(number);
    return {static_cast<std::uint64_t>(value < 0 ? -value : value), 0};
  }
  char text[40];
  const auto end =
      std::to_chars(text, text + sizeof text, std::fabs(number.get<double>()), std::chars_format::scientific).ptr;
  decimal out;
  const char* at = text;
  bool after_point = false;
  for (; at != end && *at != 'e'; ++at) {
    if (*at == '.') {
      after_point = true;
      continue;
    }
    out.digits = out.digits * 10 + static_cast<std::uint64_t>(*at - '0');
    if (after_point) --out.exponent;
  }
  int exponent = 0;
  if (at != end) std::from_chars(at[1] == '+' ? at + 2 : at + 1, end, exponent);
  out.exponent += exponent;
  return out;
}

int rank(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
    case json::value_t::discarded: return 0;
    case json::value_t::boolean: return 1;
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
    case json::value_t::number_float: return 2;
    case json::value_t::string: return 3;
    case json::value_t::array: return 4;
    case json::value_t::object: return 5;
    case json::value_t::binary: break;
  }
  return 6;
}

std::strong_ordering compare_text(const std::string& a, const std::string& b, std::int64_t& work) {
  work -= static_cast<std::int64_t>(std::min(a.size(), b.size()) / 64);
  return order(a.compare(b), 0);
}

}  // namespace

std::strong_ordering compare_numbers(const json& a, const json& b) {
  if (a.is_number_float() && b.is_number_float()) return order(a.get<double>(), b.get<double>());
  if (a.is_number_float()) return opposite(compare(integer_of(b), a.get<double>()));
  if (b.is_number_float()) return compare(integer_of(a), b.get<double>());
  return order(integer_of(a), integer_of(b));
}

bool is_integral(const json& number) {
  if (!number.is_number_float()) return true;
  const double value = number.get<double>();
  return std::trunc(value) == value;
}

bool is_multiple(const json& number, const json& divisor) {
  const decimal a = decimal_of(number);
  const decimal b = decimal_of(divisor);
  if (a.digits == 0) return true;
  if (b.digits == 0) return false;
  if (a.exponent >= b.exponent) {
    unsigned_wide rest = a.digits % b.digits;
    for (int i = b.exponent; i < a.exponent && rest != 0; ++i) rest = rest * 10 % b.digits;
    return rest == 0;
  }
  unsigned_wide scaled = b.digits;
  for (int i = a.exponent; i < b.exponent; ++i) {
    if (scaled > a.digits) return false;
    scaled *= 10;
  }
  return a.digits % scaled == 0;
}

std::strong_ordering compare_values(const json& a, const json& b, std::int64_t& work) {
  if (--work < 0) return std::strong_ordering::equal;
  if (const auto by_kind = order(rank(a), rank(b)); by_kind != 0) return by_kind;
  switch (rank(a)) {
    case 1: return order(static_cast<int>(a.get<bool>()), static_cast<int>(b.get<bool>()));
    case 2: return compare_numbers(a, b);
    case 3: return compare_text(a.get_ref<const std::string&>(), b.get_ref<const std::string&>(), work);
    case 4: {
      if (const auto by_size = order(a.size(), b.size()); by_size != 0) return by_size;
      for (std::size_t i = 0; i < a.size(); ++i)
        if (const auto o = compare_values(a[i], b[i], work); o != 0 || work < 0) return o;
      return std::strong_ordering::equal;
    }
    case 5: {
      if (const auto by_size = order(a.size(), b.size()); by_size != 0) return by_size;
      for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        if (const auto o = compare_text(x.key(), y.key(), work); o != 0) return o;
        if (const auto o = compare_values(*x, *y, work); o != 0 || work < 0) return o;
      }
      return std::strong_ordering::equal;
    }
    default: return std::strong_ordering::equal;
  }
}

}  // namespace activateur
