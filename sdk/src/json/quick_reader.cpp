#include "json/quick_reader.hpp"

#include <charconv>
#include <cstring>

namespace activateur {
namespace {

constexpr std::size_t recursion_max = 256;  // a deeper bound is left to the plain reader, which does not recurse

constexpr std::uint64_t each_byte(unsigned char c) { return 0x0101010101010101ULL * c; }
constexpr std::uint64_t high_bits = each_byte(0x80);

// Whether one of eight bytes ends a run of plain characters: `"`, `\` or a control. May say yes wrongly, never no.
bool ends_plain_run(const char* eight) {
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  const std::uint64_t quote = word ^ each_byte('"');
  const std::uint64_t backslash = word ^ each_byte('\\');
  const std::uint64_t found = ((word - each_byte(0x20)) & ~word) | ((quote - each_byte(1)) & ~quote) |
                              ((backslash - each_byte(1)) & ~backslash);
  return (found & high_bits) != 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_utf8(std::uint32_t c, std::string& out) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | c >> 6U);
  } else {
    if (c < 0x10000) {
      put(0xE0U | c >> 12U);
    } else {
      put(0xF0U | c >> 18U);
      put(0x80U | (c >> 12U & 0x3FU));
    }
    put(0x80U | (c >> 6U & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

class quick_reader {
 public:
  quick_reader(std::string_view text, const json_limits& bounds)
      : at_(text.data()), end_(text.data() + text.size()), values_left_(bounds.values) {}

  bool document(json& out, std::size_t depth) {
    if (!value(out, depth)) return false;
    skip_space();
    return at_ == end_;
  }

 private:
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take_after_space(char c) {
    skip_space();
    return take(c);
  }
  bool word(std::string_view wanted) {
    if (static_cast<std::size_t>(end_ - at_) < wanted.size() || std::string_view(at_, wanted.size()) != wanted)
      return false;
    at_ += wanted.size();
    return true;
  }

  bool value(json& out, std::size_t depth) {
    skip_space();
    if (at_ == end_ || values_left_-- == 0) return false;
    switch (*at_) {
      case '"':
        ++at_;
        out = json::value_t::string;
        return text(out.get_ref<std::string&>());
      case '{': ++at_; return depth > 0 && object(out, depth - 1);
      case '[': ++at_; return depth > 0 && array(out, depth - 1);
      case 't': out = true; return word("true");
      case 'f': out = false; return word("false");
      case 'n': return word("null");
      default: return number(out);
    }
  }

  bool object(json& out, std::size_t depth) {
    out = json::value_t::object;
    auto& members = out.get_ref<json::object_t&>();
    if (take_after_space('}')) return true;
    do {
      std::string name;
      if (!take_after_space('"') || !text(name) || !take_after_space(':')) return false;
      const std::size_t before = members.size();
      // What a program wrote is often sorted already.
      const auto slot = members.emplace_hint(members.end(), std::move(name), nullptr);
      if (members.size() == before || !value(slot->second, depth)) return false;
    } while (take_after_space(','));
    return take('}');
  }

  bool array(json& out, std::size_t depth) {
    out = json::value_t::array;
    auto& elements = out.get_ref<json::array_t&>();
    if (take_after_space(']')) return true;
    do {
      if (!value(elements.emplace_back(), depth)) return false;
    } while (take_after_space(','));
    return take(']');
  }

  // After the opening quote; the bytes are known to be UTF-8.
  bool text(std::string& out) {
    while (true) {
      const char* const from = at_;
      while (end_ - at_ >= 8 && !ends_plain_run(at_)) at_ += 8;
      while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) ++at_;
      out.append(from, at_);
      if (take('"')) return true;
      if (!take('\\') || !escape(out)) return false;
    }
  }

  bool escape(std::string& out) {
    if (at_ == end_) return false;
    switch (*at_++) {
      case '"': out += '"'; return true;
      case '\\': out += '\\'; return true;
      case '/': out += '/'; return true;
      case 'b': out += '\b'; return true;
      case 'f': out += '\f'; return true;
      case 'n': out += '\n'; return true;
      case 'r': out += '\r'; return true;
      case 't': out += '\t'; return true;
      case 'u': break;
      default: return false;
    }
    std::uint32_t unit = 0;
    if (!code_unit(unit) || (unit >= 0xDC00 && unit <= 0xDFFF)) return false;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      std::uint32_t low = 0;
      if (!word("\\u") || !code_unit(low) || low < 0xDC00 || low > 0xDFFF) return false;
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    append_utf8(unit, out);
    return true;
  }

  bool code_unit(std::uint32_t& out) {
    if (end_ - at_ < 4) return false;
    const auto read = std::from_chars(at_, at_ + 4, out, 16);
    if (read.ec != std::errc{} || read.ptr != at_ + 4) return false;
    at_ += 4;
    return true;
  }

  bool digits() {
    const char* const from = at_;
    while (at_ != end_ && is_digit(*at_)) ++at_;
    return at_ != from;
  }

  // RFC 8259 section 6. Integers beyond 64 bits are doubles.
  bool number(json& out) {
    const char* const from = at_;
    const bool negative = take('-');
    if (!take('0') && !digits()) return false;
    bool integer = true;
    if (take('.')) {
      integer = false;
      if (!digits()) return false;
    }
    if (take('e') || take('E')) {
      integer = false;
      if (!take('+')) take('-');
      if (!digits()) return false;
    }
    if (integer && (negative ? read_as<std::int64_t>(from, out) : read_as<std::uint64_t>(from, out))) return true;
    return read_as<double>(from, out);
  }

  template <class Number>
  bool read_as(const char* from, json& out) const {
    Number read{};
    if (std::from_chars(from, at_, read).ec != std::errc{}) return false;
    out = read;
    return true;
  }

  const char* at_;
  const char* end_;
  std::size_t values_left_;
};

}  // namespace

std::optional<json> read_json_quickly(std::string_view text, const json_limits& bounds) {
  json out;
  if (bounds.depth > recursion_max || !quick_reader(text, bounds).document(out, bounds.depth)) return std::nullopt;
  return out;
}

}  // namespace activateur
