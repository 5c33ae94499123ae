#include "json/schema_pattern.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

#include "base/icu.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

constexpr std::size_t expression_bytes = 8192;
constexpr std::size_t groups_max = 64;      // nested
constexpr std::size_t properties_max = 64;  // \p{...}: each is a set of thousands of ranges
constexpr std::uint32_t repeats_max = 10'000;
constexpr std::int32_t search_stack_bytes = 4 << 20;

// ECMA-262 section 22.2.2.9: \d and \w are of ASCII, \s has what JavaScript calls white space; ICU has more in each.
constexpr std::string_view digits = R"([0-9])";
constexpr std::string_view no_digits = R"([^0-9])";
constexpr std::string_view words = R"([A-Za-z0-9_])";
constexpr std::string_view no_words = R"([^A-Za-z0-9_])";
constexpr std::string_view spaces = R"([\x{9}-\x{D}\x{FEFF}\x{2028}\x{2029}\p{Zs}])";
constexpr std::string_view no_spaces = R"([^\x{9}-\x{D}\x{FEFF}\x{2028}\x{2029}\p{Zs}])";
constexpr std::string_view boundary = R"((?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_])))";
constexpr std::string_view no_boundary = R"((?:(?<=[A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<![A-Za-z0-9_])(?![A-Za-z0-9_])))";
constexpr std::string_view no_line_end = R"([^\x{A}\x{D}\x{2028}\x{2029}])";

bool is_alphanumeric(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string character(char32_t c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string number;
  do number.insert(number.begin(), hex[c % 16]);
  while ((c /= 16) > 0);
  return "\\x{" + number + '}';
}

// From the grammar of ECMA-262 section 22.2.1 to that of ICU, in which every literal is written as its code point.
class translation {
 public:
  explicit translation(std::u32string text) : text_(std::move(text)) {}

  // Nothing when the expression is refused.
  std::optional<std::string> run() {
    while (at_ < text_.size()) {
      if (!term()) return std::nullopt;
    }
    if (!groups_.empty()) return std::nullopt;
    return std::move(out_);
  }
  [[nodiscard]] std::size_t hidden_loops() const { return hidden_loops_; }

 private:
  // One character, or a set of them in ICU's notation.
  struct atom {
    char32_t one = 0;
    std::string set;
  };

  [[nodiscard]] bool next_is(char32_t c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char32_t c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  bool take(std::u32string_view word) {
    if (std::u32string_view(text_).substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  void put(std::string_view piece, bool repeatable) {
    out_ += piece;
    repeatable_ = repeatable;
  }

  bool term() {
    const char32_t c = text_[at_++];
    switch (c) {
      case '^': put("^", false); return true;
      case '$': put("\\z", false); return true;
      case '|': put("|", false); return true;
      case '.': put(no_line_end, true); return true;
      case '(': return open_group();
      case ')':
        if (groups_.empty()) return false;
        put(")", groups_.back());
        groups_.pop_back();
        return true;
      case '*':
      case '+':
      case '?': return repeat(std::string(1, static_cast<char>(c)));
      case '{': return braces();
      case '[': return bracket();
      case '\\': return escaped_term();
      default: put(character(c), true); return true;
    }
  }

  // Nothing refers back to a group: none is captured.
  bool open_group() {
    if (groups_.size() >= groups_max) return false;
    bool repeatable = true;
    std::string_view opening = "(?:";
    if (take('?')) {
      if (take(':')) {
      } else if (take('=')) {
        opening = "(?=";
      } else if (take('!')) {
        opening = "(?!";
      } else if (take(U"<=")) {
        opening = "(?<=";
      } else if (take(U"<!")) {
        opening = "(?<!";
      } else if (!group_name()) {
        return false;
      }
      repeatable = opening == "(?:";
    }
    groups_.push_back(repeatable);
    put(opening, false);
    return true;
  }

  bool group_name() {
    if (!take('<') || at_ >= text_.size() || (text_[at_] >= '0' && text_[at_] <= '9')) return false;
    const std::size_t from = at_;
    while (at_ < text_.size() && (is_alphanumeric(text_[at_]) || text_[at_] == '_' || text_[at_] == '$')) ++at_;
    return at_ > from && take('>');
  }

  bool repeat(std::string quantifier) {
    if (!repeatable_) return false;
    if (std::find(groups_.begin(), groups_.end(), false) != groups_.end()) ++hidden_loops_;
    if (take('?')) quantifier += '?';
    put(quantifier, false);
    return true;
  }

  std::optional<std::uint32_t> number() {
    std::uint32_t value = 0;
    const std::size_t from = at_;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
      value = std::min(value * 10 + (text_[at_] - '0'), repeats_max + 1);
    if (at_ == from) return std::nullopt;
    return value;
  }

  // A quantifier, else the character itself (ECMA-262 annex B.1.2).
  bool braces() {
    const std::size_t from = at_;
    const auto least = number();
    auto most = least;
    const bool open = least && take(',');
    if (open) most = number();
    if (!least || !take('}')) {
      at_ = from;
      put(character('{'), true);
      return true;
    }
    if (*least > repeats_max || (most && (*most > repeats_max || *most < *least))) return false;
    std::string quantifier = '{' + std::to_string(*least);
    if (open) quantifier += ',';
    if (open && most) quantifier += std::to_string(*most);
    return repeat(quantifier + '}');
  }

  bool escaped_term() {
    if (take('b')) {
      put(boundary, true);
    } else if (take('B')) {
      put(no_boundary, true);
    } else {
      const auto what = escape();
      if (!what) return false;
      put(what->set.empty() ? character(what->one) : what->set, true);
      return true;
    }
    repeatable_ = false;
    return true;
  }

  std::optional<char32_t> hexadecimal(std::size_t count) {
    char32_t value = 0;
    for (; count > 0; --count, ++at_) {
      if (at_ >= text_.size()) return std::nullopt;
      const char32_t c = text_[at_];
      if (c >= '0' && c <= '9')
        value = value * 16 + (c - '0');
      else if ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'f')
        value = value * 16 + ((c | 0x20U) - 'a' + 10);
      else
        return std::nullopt;
    }
    return value;
  }

  // After `\u`.
  std::optional<char32_t> unicode() {
    std::optional<char32_t> c;
    if (take('{')) {
      const std::size_t end = text_.find(U'}', at_);
      if (end == std::u32string::npos || end == at_ || end - at_ > 6) return std::nullopt;
      c = hexadecimal(end - at_);
      if (!c || !take('}')) return std::nullopt;
    } else {
      c = hexadecimal(4);
      if (c && *c >= 0xD800 && *c < 0xDC00 && take(U"\\u")) {
        const auto low = hexadecimal(4);
        if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
        c = 0x10000 + ((*c - 0xD800) << 10U) + (*low - 0xDC00);
      }
    }
    if (!c || *c > 0x10FFFF || (*c >= 0xD800 && *c <= 0xDFFF)) return std::nullopt;
    return c;
  }

  // After `\p` or `\P`: the name goes to ICU, which knows those of Unicode.
  std::optional<atom> property(bool negated) {
    if (++properties_ > properties_max || !take('{')) return std::nullopt;
    std::string name;
    while (at_ < text_.size() && (is_alphanumeric(text_[at_]) || text_[at_] == '_' || text_[at_] == '='))
      name += static_cast<char>(text_[at_++]);
    if (name.empty() || !take('}')) return std::nullopt;
    return atom{0, (negated ? "\\P{" : "\\p{") + name + '}'};
  }

  // After the backslash, but for assertions.
  std::optional<atom> escape() {
    if (at_ >= text_.size()) return std::nullopt;
    const char32_t c = text_[at_++];
    switch (c) {
      case 'd': return atom{0, std::string(digits)};
      case 'D': return atom{0, std::string(no_digits)};
      case 'w': return atom{0, std::string(words)};
      case 'W': return atom{0, std::string(no_words)};
      case 's': return atom{0, std::string(spaces)};
      case 'S': return atom{0, std::string(no_spaces)};
      case 'p':
      case 'P': return property(c == 'P');
      case 't': return atom{'\t', {}};
      case 'n': return atom{'\n', {}};
      case 'v': return atom{'\v', {}};
      case 'f': return atom{'\f', {}};
      case 'r': return atom{'\r', {}};
      case '0':
        if (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') return std::nullopt;
        return atom{0, {}};
      case 'c': {
        if (at_ >= text_.size() || !is_alphanumeric(text_[at_]) || text_[at_] <= '9') return std::nullopt;
        return atom{text_[at_++] % 32, {}};
      }
      case 'x':
      case 'u': {
        const auto code = c == 'x' ? hexadecimal(2) : unicode();
        if (!code) return std::nullopt;
        return atom{*code, {}};
      }
      default:
        // Back references, names of groups, letters without a meaning.
        if (is_alphanumeric(c)) return std::nullopt;
        return atom{c, {}};
    }
  }

  std::optional<atom> class_atom() {
    if (at_ >= text_.size()) return std::nullopt;
    if (!take('\\')) return atom{text_[at_++], {}};
    if (take('b')) return atom{'\b', {}};
    return escape();
  }

  bool bracket() {
    const bool negated = take('^');
    std::string body;
    const auto add = [&body](const atom& a) { body += a.set.empty() ? character(a.one) : a.set; };
    while (!take(']')) {
      const auto first = class_atom();
      if (!first) return false;
      if (!next_is('-') || at_ + 1 >= text_.size() || text_[at_ + 1] == ']') {
        add(*first);
        continue;
      }
      ++at_;
      const auto last = class_atom();
      if (!last) return false;
      if (first->set.empty() && last->set.empty()) {
        if (first->one > last->one) return false;
        body += character(first->one) + '-' + character(last->one);
      } else {  // no range: the hyphen is itself (ECMA-262 annex B.1.2)
        add(*first);
        body += character('-');
        add(*last);
      }
    }
    if (body.empty())
      put(negated ? "[\\x{0}-\\x{10FFFF}]" : "[^\\x{0}-\\x{10FFFF}]", true);
    else
      put((negated ? "[^" : "[") + body + ']', true);
    return true;
  }

  std::u32string text_;
  std::size_t at_ = 0;
  std::string out_;
  bool repeatable_ = false;
  std::vector<bool> groups_;  // whether each open one may be repeated
  std::size_t properties_ = 0;
  std::size_t hidden_loops_ = 0;  // within what looks around
};

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto end = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < end;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, end, c);
    out += c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
  }
  return out;
}

std::u16string utf16_of(std::string_view utf8) {
  std::u16string out;
  for (const char32_t c : code_points(utf8)) {
    if (c > 0xFFFF) out += U16_LEAD(c);
    out += static_cast<char16_t>(c > 0xFFFF ? U16_TRAIL(c) : c);
  }
  return out;
}

struct close_expression {
  void operator()(URegularExpression* e) const { expressions_of_icu().close(e); }
};
using expression = std::unique_ptr<URegularExpression, close_expression>;

constexpr std::int64_t choices_of_unit = 10'000;

// ICU counts the choices that it may come back to. A loop within what looks around is run through for one: each choice
// may then cost as much as the text is long.
struct priced {
  pattern_budget* budget;
  std::int64_t price;
};
UBool U_CALLCONV one_unit_more(const void* of, std::int32_t /*units so far*/) {
  const auto* search = static_cast<const priced*>(of);
  return (search->budget->units -= search->price) >= 0;
}

}  // namespace

struct schema_pattern::compiled {
  expression pattern;
  std::int64_t hidden_loops = 0;
  bool anchored = false;  // tried at the text's beginning alone
};

std::optional<schema_pattern> schema_pattern::read(std::string_view written) {
  if (written.size() > expression_bytes || first_bad_utf8(written)) return std::nullopt;
  translation from(code_points(written));
  const auto translated = from.run();
  if (!translated) return std::nullopt;
  const std::u16string text = utf16_of(translated->empty() ? "(?:)" : *translated);  // ICU refuses the empty one
  UErrorCode status = U_ZERO_ERROR;
  auto program = std::make_shared<compiled>();
  program->pattern.reset(
      expressions_of_icu().open(text.data(), static_cast<std::int32_t>(text.size()), 0, nullptr, &status));
  if (U_FAILURE(status) || !program->pattern) return std::nullopt;
  program->hidden_loops = static_cast<std::int64_t>(from.hidden_loops());
  program->anchored = translated->starts_with('^') && translated->find('|') == std::string::npos;
  return schema_pattern(std::string(written), std::move(program));
}

std::optional<bool> schema_pattern::search(std::string_view text, pattern_budget& budget) const {
  const icu_expressions& icu = expressions_of_icu();
  const std::u16string input = utf16_of(text);
  UErrorCode status = U_ZERO_ERROR;
  const expression matcher(icu.clone(program_->pattern.get(), &status));
  if (U_FAILURE(status) || !matcher) return std::nullopt;
  icu.set_text(matcher.get(), input.data(), static_cast<std::int32_t>(input.size()), &status);
  icu.set_stack_limit(matcher.get(), search_stack_bytes, &status);
  const std::int64_t hidden = program_->hidden_loops * static_cast<std::int64_t>(input.size());
  const std::int64_t beginnings = program_->anchored ? 1 : static_cast<std::int64_t>(input.size());
  if ((budget.units -=
       hidden / choices_of_unit * beginnings + hidden % choices_of_unit * beginnings / choices_of_unit) < 0)
    return std::nullopt;
  const priced search{&budget, 1 + hidden};
  icu.set_match_callback(matcher.get(), one_unit_more, &search, &status);
  const bool found = icu.find(matcher.get(), 0, &status) != 0;
  if (U_FAILURE(status)) return std::nullopt;
  return found;
}

}  // namespace activateur
