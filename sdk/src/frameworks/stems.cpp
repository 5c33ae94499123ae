#include "frameworks/stems.hpp"

#include "frameworks/fold.hpp"

namespace activateur {
namespace {

constexpr std::size_t shortest_word = 3;
constexpr std::size_t longest_stem = 7;

std::string_view stem(std::string_view word) {
  if (word.size() > shortest_word && (word.ends_with('s') || word.ends_with('x'))) word.remove_suffix(1);
  if (word.size() > shortest_word && word.ends_with('e')) word.remove_suffix(1);
  if (word.size() <= longest_stem) return word;
  std::size_t end = longest_stem;
  // Letters that folding leaves beyond ASCII are not cut in the middle.
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return word.substr(0, end);
}

}  // namespace

std::vector<std::string> stems_of(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> out;
  for (const std::string_view word : words_of(folded))
    if (word.size() >= shortest_word) out.emplace_back(stem(word));
  return out;
}

}  // namespace activateur
