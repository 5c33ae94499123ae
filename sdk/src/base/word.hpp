// A word of both languages as an argument of a sentence.
#pragma once

#include <string>
#include <string_view>

#include "base/sentence.hpp"

namespace activateur {

// A sentence shows the half of its own language.
[[nodiscard]] std::string word_argument(std::string_view en, std::string_view fr);
[[nodiscard]] inline std::string word_argument(const message& word) { return word_argument(word.en, word.fr); }

}  // namespace activateur
