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

// Appends words one character at a time and decides at each word's end whether it stays.
class word_writer {
 public:
  void letter(char c) {
    if (!in_word_ && !out_.empty()) out_ += ' ';
    if (!in_word_) begin_ = out_.size();
    in_word_ = true;
    out_ += c;
  }
  void letters(std::string_view utf8) {
    for (const char c : utf8) letter(c);
  }
  void gap() { in_word_ = false; }
  void apostrophe() {
    const std::string_view word = in_word_ ? std::string_view(out_).substr(begin_) : std::string_view{};
    if (std::find(elided.begin(), elided.end(), word) != elided.end()) out_.resize(begin_ > 0 ? begin_ - 1 : 0);
    gap();
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::size_t begin_ = 0;
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

std::string fold(std::string_view text) {
  word_writer out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char byte = bytes[at];
    if (byte < 0x80) {
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
