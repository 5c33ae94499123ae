#include "folded_words.hpp"

#include <array>

namespace word_list {
namespace {

struct letter {
  std::string_view from, to;
};

constexpr std::array letters{
    letter{"àâäáÀÂÄÁ", "a"}, letter{"éèêëÉÈÊË", "e"}, letter{"îïíÎÏÍ", "i"}, letter{"ôöóÔÖÓ", "o"},
    letter{"ùûüúÙÛÜÚ", "u"}, letter{"çÇ", "c"},       letter{"ÿŸ", "y"},     letter{"ñÑ", "n"},
    letter{"œŒ", "oe"},      letter{"æÆ", "ae"},
};

std::size_t length_of(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first < 0xE0U) return 2;
  return first < 0xF0U ? 3 : 4;
}

// Empty: the character is no part of a word.
std::string_view folded(std::string_view character, std::string& room) {
  if (character.size() == 1) {
    const char c = character[0];
    room.assign(1, c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    return (room[0] >= 'a' && room[0] <= 'z') || (c >= '0' && c <= '9') ? std::string_view(room) : std::string_view{};
  }
  for (const letter& l : letters)
    if (l.from.find(character) != std::string_view::npos) return l.to;
  return {};
}

// U+0300 to U+036F, behind the letter they belong to.
bool is_combining_accent(std::string_view character) {
  return character.size() == 2 && (character[0] == '\xCC' || (character[0] == '\xCD' && character[1] < '\xB0'));
}

}  // namespace

std::vector<folded_word> words_of(std::string_view text) {
  std::vector<folded_word> out;
  folded_word word;
  std::string room;
  const auto end_word = [&] {
    if (word.text.size() > 3 && (word.text.back() == 's' || word.text.back() == 'x')) word.text.pop_back();
    if (!word.text.empty()) out.push_back(std::move(word));
    word = {};
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, length_of(static_cast<unsigned char>(text[at])));
    const std::string_view as = folded(character, room);
    if (is_combining_accent(character)) {
      word.end = at + character.size();
    } else if (as.empty()) {
      end_word();
    } else {
      if (word.text.empty()) word.begin = at;
      word.text += as;
      word.end = at + character.size();
    }
    at += character.size();
  }
  end_word();
  return out;
}

}  // namespace word_list
