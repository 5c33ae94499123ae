#include "badges/pdf_object.hpp"

#include <algorithm>

namespace activateur {
namespace {

constexpr int depth_max = 32;
constexpr std::int64_t number_max = std::int64_t{1} << 40;  // above what files, lengths and objects can have

bool is_blank(char c) { return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '; }
bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }
bool is_regular(char c) { return !is_blank(c) && !is_delimiter(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex(char c) {
  if (is_digit(c)) return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

pdf_object of_kind(pdf_kind k) {
  pdf_object out;
  out.kind = k;
  return out;
}

}  // namespace

const pdf_object* pdf_object::find(std::string_view name) const {
  const auto found = members.find(name);
  return found == members.end() ? nullptr : &found->second;
}

void pdf_reader::skip_blanks() {
  while (at_ < bytes_.size()) {
    if (bytes_[at_] == '%')
      at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
    else if (is_blank(bytes_[at_]))
      ++at_;
    else
      return;
  }
}

bool pdf_reader::take(std::string_view keyword) {
  const std::size_t before = at_;
  skip_blanks();
  const std::size_t end = at_ + keyword.size();
  if (bytes_.substr(at_, keyword.size()) == keyword &&
      (end >= bytes_.size() || !is_regular(bytes_[end]) || !is_regular(keyword.back()))) {
    at_ = end;
    return true;
  }
  at_ = before;
  return false;
}

std::optional<std::int64_t> pdf_reader::natural() {
  skip_blanks();
  std::int64_t value = 0;
  const std::size_t from = at_;
  for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_)
    value = std::min(value * 10 + bytes_[at_] - '0', number_max);
  if (at_ == from || (at_ < bytes_.size() && is_regular(bytes_[at_]))) {
    at_ = from;
    return std::nullopt;
  }
  return value;
}

std::optional<pdf_object> pdf_reader::object(int depth) {
  skip_blanks();
  if (depth > depth_max || *budget_ == 0 || at_ >= bytes_.size()) return std::nullopt;
  --*budget_;
  switch (bytes_[at_]) {
    case '[': return array(depth);
    case '(': return literal_string();
    case '<': return at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '<' ? dictionary(depth) : hexadecimal_string();
    case '/': {
      auto text = name();
      if (!text) return std::nullopt;
      pdf_object out = of_kind(pdf_kind::name);
      out.text = *std::move(text);
      return out;
    }
    default: break;
  }
  if (take("true") || take("false")) return of_kind(pdf_kind::boolean);
  if (take("null")) return of_kind(pdf_kind::null);
  return number();
}

std::optional<pdf_object> pdf_reader::array(int depth) {
  ++at_;
  pdf_object out = of_kind(pdf_kind::array);
  while (!take("]")) {
    auto item = object(depth + 1);
    if (!item) return std::nullopt;
    out.items.push_back(*std::move(item));
  }
  return out;
}

std::optional<pdf_object> pdf_reader::dictionary(int depth) {
  at_ += 2;
  pdf_object out = of_kind(pdf_kind::dictionary);
  while (!take(">>")) {
    skip_blanks();
    if (!next_is('/')) return std::nullopt;
    auto key = name();
    if (!key) return std::nullopt;
    auto value = object(depth + 1);
    if (!value) return std::nullopt;
    // Readers differ on which of two members of one name counts: neither may.
    if (!out.members.emplace(*std::move(key), *std::move(value)).second) return std::nullopt;
  }
  return out;
}

std::optional<pdf_object> pdf_reader::number() {
  if (is_digit(bytes_[at_])) {
    const std::size_t before = at_;
    if (const auto value = natural()) {
      pdf_object out = of_kind(pdf_kind::integer);
      out.number = *value;
      const std::size_t after = at_;
      if (natural() && take("R"))
        out.kind = pdf_kind::reference;
      else
        at_ = after;
      return out;
    }
    at_ = before;
  }
  // Negative and real numbers: nothing here needs their value.
  const std::size_t from = at_;
  while (at_ < bytes_.size() && (is_digit(bytes_[at_]) || std::string_view("+-.").find(bytes_[at_]) < 3)) ++at_;
  if (at_ == from || (at_ < bytes_.size() && is_regular(bytes_[at_]))) return std::nullopt;
  return of_kind(pdf_kind::real);
}

// Section 7.3.4.2.
std::optional<pdf_object> pdf_reader::literal_string() {
  pdf_object out = of_kind(pdf_kind::string);
  std::size_t open = 1;
  for (++at_; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (c == '(') {
      ++open;
    } else if (c == ')') {
      if (--open == 0) {
        ++at_;
        return out;
      }
    } else if (c == '\r') {
      if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
      out.text += '\n';
      continue;
    } else if (c == '\\') {
      if (++at_ >= bytes_.size()) break;
      const char escaped = bytes_[at_];
      constexpr std::string_view letters = "nrtbf";
      constexpr std::string_view meant = "\n\r\t\b\f";
      if (const std::size_t i = letters.find(escaped); i != std::string_view::npos) {
        out.text += meant[i];
      } else if (escaped >= '0' && escaped <= '7') {
        unsigned code = 0;
        std::size_t digits = 0;
        for (; digits < 3 && at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '7'; ++digits, ++at_)
          code = code * 8 + static_cast<unsigned>(bytes_[at_] - '0');
        --at_;
        out.text += static_cast<char>(code & 0xFFU);
      } else if (escaped == '\r') {
        if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
      } else if (escaped != '\n') {
        out.text += escaped;
      }
      continue;
    }
    out.text += c;
  }
  return std::nullopt;
}

std::optional<pdf_object> pdf_reader::hexadecimal_string() {
  pdf_object out = of_kind(pdf_kind::string);
  int first = -1;
  for (++at_; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (is_blank(c)) continue;
    if (c == '>') {
      ++at_;
      if (first >= 0) out.text += static_cast<char>(first * 16);
      return out;
    }
    const int digit = hex(c);
    if (digit < 0) return std::nullopt;
    if (first < 0) {
      first = digit;
    } else {
      out.text += static_cast<char>(first * 16 + digit);
      first = -1;
    }
  }
  return std::nullopt;
}

// Section 7.3.5.
std::optional<std::string> pdf_reader::name() {
  std::string out;
  for (++at_; at_ < bytes_.size() && is_regular(bytes_[at_]); ++at_) {
    if (bytes_[at_] != '#') {
      out += bytes_[at_];
      continue;
    }
    if (at_ + 2 >= bytes_.size() || hex(bytes_[at_ + 1]) < 0 || hex(bytes_[at_ + 2]) < 0) return std::nullopt;
    out += static_cast<char>(hex(bytes_[at_ + 1]) * 16 + hex(bytes_[at_ + 2]));
    at_ += 2;
  }
  return out;
}

}  // namespace activateur
