// Folding: what two writings of the same words have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace activateur {

// Lower case, accents removed, œ and æ expanded, elided words (l', d', qu'...) dropped, every other sign
// except `+` and `#` (C++, C#) a space, spaces collapsed. Any bytes are accepted; bad UTF-8 counts as spaces.
// fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

// A word of fold(text), and the bytes of the text that it was written in.
struct folded_word {
  std::string text;
  std::size_t begin = 0, end = 0;
};

// The words of fold(text) with their places. Elided words are not among them.
std::vector<folded_word> fold_words(std::string_view text);

// The words of a folded text, in order.
std::vector<std::string_view> words_of(std::string_view folded);

}  // namespace activateur
