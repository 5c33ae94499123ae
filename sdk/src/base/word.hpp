// Words in sentences: those that are arguments, and nouns that go with a number.
//
// In the text of a message "{0|person|persons}" is the noun for the number that argument 0 is: "{0} {0|person|persons}"
// says "1 person" and "2 persons".
#pragma once

#include <string>
#include <string_view>

#include "base/sentence.hpp"

namespace activateur {

// A sentence shows the half of its own language.
[[nodiscard]] std::string word_argument(std::string_view en, std::string_view fr);
[[nodiscard]] inline std::string word_argument(const message& word) { return word_argument(word.en, word.fr); }

}  // namespace activateur
