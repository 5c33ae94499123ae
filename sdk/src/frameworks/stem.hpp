// Stems: what the forms of one word, and the words of one family, have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace activateur {

// The stem of a folded word of `language` ("fr", else read as English). French: plural, feminine and masculine of
// trades (vendeur, vendeuse; caissier, caissière), verb and noun of the same doing (souder, soudage, soudeur).
// Made for finding: two words of one family should meet; the stem itself is no word.
std::string stem(std::string_view word, std::string_view language);

// The stems of a text's words, in order; words of one or two letters left out.
std::vector<std::string> stems_of(std::string_view text, std::string_view language);

// Articles, prepositions, pronouns and the like, of French and of English: words that tell no entry from another.
bool is_common_word(std::string_view folded);

}  // namespace activateur
