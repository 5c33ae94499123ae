#include "frameworks/fold.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/icu.hpp"

namespace activateur {
namespace {

// The French words that lose their vowel before another one.
constexpr std::array<std::string_view, 13> elided{"c", "d",  "j",     "l",      "m",      "n",     "s",
                                                  "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

// Gathers words one character at a time and decides at each word's end whether it stays.
class word_writer {
 public:
  void at(std::size_t begin, std::size_t end) { begin_ = begin, end_ = end; }
  void letter(char c) {
    if (!in_word_) words_.push_back({{}, begin_, end_});
    in_word_ = true;
    words_.back().text += c;
    words_.back().end = end_;
  }
  void letters(std::string_view utf8) {
    for (const char c : utf8) letter(c);
  }
  void gap() { in_word_ = false; }
  void apostrophe() {
    if (in_word_ && std::find(elided.begin(), elided.end(), words_.back().text) != elided.end()) words_.pop_back();
    gap();
  }
  std::vector<folded_word> take() { return std::move(words_); }

 private:
  std::vector<folded_word> words_;
  std::size_t begin_ = 0, end_ = 0;  // of the character being read
  bool in_word_ = false;
};

void put(word_writer& out, UChar32 c) {
  switch (c) {
    case 0x0153:
    case 0x0152: return out.letters("oe");
    case 0x00E6:
    case 0x00C6: return out.letters("ae");
    case 0x00DF:
    case 0x1E9E: return out.letters("ss");
    default: break;
  }
  c = characters_of_icu().to_lower(c);
  if (!characters_of_icu().is_alphanumeric(c)) return out.gap();
  std::array<char, 4> utf8{};
  int length = 0;
  U8_APPEND_UNSAFE(utf8.data(), length, c);
  out.letters({utf8.data(), static_cast<std::size_t>(length)});
}

// A mark alone continues the word it stands on.
bool is_mark(UChar32 c) { return (U_MASK(characters_of_icu().category(c)) & U_GC_M_MASK) != 0; }

void put_decomposed(word_writer& out, UChar32 c) {
  static_assert(sizeof(UChar32) == 4);
  const icu_characters& icu = characters_of_icu();
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = icu.nfkd(&status);
  std::array<UChar, 32> parts{};  // the longest decomposition (U+FDFA) has 18
  const std::int32_t length =
      U_FAILURE(status) ? -1 : icu.decomposition(nfkd, c, parts.data(), std::int32_t{parts.size()}, &status);
  if (U_FAILURE(status) || length < 0) {
    if (!is_mark(c)) put(out, c);
    return;
  }
  for (std::int32_t i = 0; i < length;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, length, part);
    if (!is_mark(part)) put(out, part);
  }
}

}  // namespace

std::vector<folded_word> fold_words(std::string_view text) {
  word_writer out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char byte = bytes[at];
    if (byte < 0x80) {
      out.at(at, at + 1);
      ++at;
      if (byte >= 'a' && byte <= 'z')
        out.letter(static_cast<char>(byte));
      else if (byte >= 'A' && byte <= 'Z')
        out.letter(static_cast<char>(byte - 'A' + 'a'));
      else if ((byte >= '0' && byte <= '9') || byte == '+' || byte == '#')
        out.letter(static_cast<char>(byte));
      else if (byte == '\'')
        out.apostrophe();
      else
        out.gap();
      continue;
    }
    UChar32 c = 0;
    // One character is at most four bytes: a window keeps the index within ICU's 32 bits.
    int32_t used = 0;
    const auto window = static_cast<int32_t>(std::min<std::size_t>(4, text.size() - at));
    U8_NEXT(bytes + at, used, window, c);
    out.at(at, at + static_cast<std::size_t>(used));
    at += static_cast<std::size_t>(used);
    if (c < 0)
      out.gap();
    else if (is_apostrophe(c))
      out.apostrophe();
    else
      put_decomposed(out, c);
  }
  return out.take();
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const folded_word& word : fold_words(text)) {
    if (!out.empty()) out += ' ';
    out += word.text;
  }
  return out;
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

}  // namespace activateur
