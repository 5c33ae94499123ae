#include "frameworks/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

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
  c = u_tolower(c);
  if (!u_isalnum(c)) return out.gap();
  std::array<char, 4> utf8{};
  int length = 0;
  U8_APPEND_UNSAFE(utf8.data(), length, c);
  out.letters({utf8.data(), static_cast<std::size_t>(length)});
}

void put_decomposed(word_writer& out, UChar32 c) {
  static_assert(sizeof(UChar32) == 4);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfkd->getDecomposition(c, parts)) {
    // A mark alone continues the word it stands on.
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) put(out, c);
    return;
  }
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if ((U_GET_GC_MASK(part) & U_GC_M_MASK) == 0) put(out, part);
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
