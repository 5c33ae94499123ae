// The words of a text, so that case, accents and plurals do not count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace word_list {

struct folded_word {
  std::string text;  // "pedibus"
  std::uint64_t begin = 0, end = 0;
};

// `text` is UTF-8. Letters of French lose accents and case; "œ" is "oe"; a final "s" or "x" of a word of more than
// three letters is left out. Whatever is neither letter nor digit parts words.
std::vector<folded_word> words_of(std::string_view text);

}  // namespace word_list
