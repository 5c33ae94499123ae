#include "json/canonical.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace activateur {
namespace {

constexpr std::int64_t exact_integer_max = std::int64_t{1} << 53U;

// RFC 8785 section 3.2.2.2: short escapes where JSON has them, \u00xx for the other controls, all else as it is.
void write_string(std::string_view text, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(copied, i - copied));
    copied = i + 1;
    out += '\\';
    switch (c) {
      case '"': out += '"'; break;
      case '\\': out += '\\'; break;
      case '\b': out += 'b'; break;
      case '\t': out += 't'; break;
      case '\n': out += 'n'; break;
      case '\f': out += 'f'; break;
      case '\r': out += 'r'; break;
      default:
        out += "u00";
        out += hex[c >> 4U];
        out += hex[c & 0x0FU];
    }
  }
  out.append(text.substr(copied));
  out += '"';
}

// Integers that a double holds exactly have at most 16 digits: ECMAScript writes them plainly.
template <class Integer>
void write_integer(Integer value, std::string& out) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end.ptr);
}

void write(const json& value, std::string& out);

void write_member(const std::string& name, const json& value, bool& first, std::string& out) {
  if (!first) out += ',';
  first = false;
  write_string(name, out);
  out += ':';
  write(value, out);
}

void write_object(const json::object_t& members, std::string& out) {
  // The map sorts by bytes, that is by code points: the same order unless a name has a character beyond U+FFFF.
  const bool same_order = std::none_of(members.begin(), members.end(), [](const auto& member) {
    return std::any_of(member.first.begin(), member.first.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  });
  bool first = true;
  out += '{';
  if (same_order) {
    for (const auto& [name, member] : members) write_member(name, member, first, out);
  } else {
    std::vector<const json::object_t::value_type*> sorted;
    sorted.reserve(members.size());
    for (const auto& member : members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return before_in_utf16(a->first, b->first); });
    for (const auto* member : sorted) write_member(member->first, member->second, first, out);
  }
  out += '}';
}

void write(const json& value, std::string& out) {
  switch (value.type()) {
    case json::value_t::object: write_object(value.get_ref<const json::object_t&>(), out); break;
    case json::value_t::array: {
      bool first = true;
      out += '[';
      for (const json& element : value) {
        if (!first) out += ',';
        first = false;
        write(element, out);
      }
      out += ']';
      break;
    }
    case json::value_t::string: write_string(value.get_ref<const std::string&>(), out); break;
    case json::value_t::boolean: out += value.get<bool>() ? "true" : "false"; break;
    case json::value_t::number_integer: {
      const auto number = value.get<std::int64_t>();
      if (number >= -exact_integer_max && number <= exact_integer_max)
        write_integer(number, out);
      else
        write_ecmascript_number(static_cast<double>(number), out);
      break;
    }
    case json::value_t::number_unsigned: {
      const auto number = value.get<std::uint64_t>();
      if (number <= static_cast<std::uint64_t>(exact_integer_max))
        write_integer(number, out);
      else
        write_ecmascript_number(static_cast<double>(number), out);
      break;
    }
    case json::value_t::number_float: {
      const double number = value.get<double>();
      if (std::isfinite(number))
        write_ecmascript_number(number, out);
      else
        out += "null";
      break;
    }
    case json::value_t::null:
    case json::value_t::binary:
    case json::value_t::discarded: out += "null"; break;
  }
}

}  // namespace

// ECMAScript 2023 section 6.1.6.1.20, with its names: the value is 0.s times 10^n, s having k digits.
void write_ecmascript_number(double value, std::string& out) {
  if (value == 0) {  // -0 too
    out += '0';
    return;
  }
  // The shortest digits that read back as the same double, the closest of them: what ECMAScript asks for. The
  // general layout of to_chars is not its layout, and its fixed one does not always give the shortest digits.
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
  const char* at = text;
  if (*at == '-') {
    out += '-';
    ++at;
  }
  const char* exponent_mark = std::find(at, static_cast<const char*>(end), 'e');
  char s[20];
  int k = 0;
  for (const char* digit = at; digit != exponent_mark; ++digit)
    if (*digit != '.') s[k++] = *digit;
  int exponent = 0;
  const char* exponent_digits = exponent_mark + 1;
  if (*exponent_digits == '+') ++exponent_digits;
  std::from_chars(exponent_digits, end, exponent);
  const int n = exponent + 1;

  const auto digits = [&](int from, int to) { out.append(s + from, s + to); };
  if (k <= n && n <= 21) {
    digits(0, k);
    out.append(static_cast<std::size_t>(n - k), '0');
  } else if (0 < n && n <= 21) {
    digits(0, n);
    out += '.';
    digits(n, k);
  } else if (-6 < n && n <= 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-n), '0');
    digits(0, k);
  } else {
    digits(0, 1);
    if (k > 1) {
      out += '.';
      digits(1, k);
    }
    out += n - 1 < 0 ? "e-" : "e+";
    write_integer(std::abs(n - 1), out);
  }
}

bool before_in_utf16(std::string_view a, std::string_view b) {
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (right == b.end()) return false;
  if (left == a.end()) return true;
  const auto x = static_cast<unsigned char>(*left);
  const auto y = static_cast<unsigned char>(*right);
  // Only lead bytes differ this high up: F0 and above is a surrogate pair (D800 to DFFF), EE and EF are U+E000 to
  // U+FFFF, which come after every surrogate.
  if (x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0)) return x >= 0xF0;
  return x < y;
}

std::string canonical_json(const json& value) {
  std::string out;
  write(value, out);
  return out;
}

}  // namespace activateur
