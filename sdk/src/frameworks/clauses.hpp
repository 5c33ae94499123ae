// The clauses of what a person wrote, and what is denied in them.
#pragma once

#include <string_view>
#include <vector>

#include "frameworks/fold.hpp"

namespace activateur {

struct clause_word : folded_word {
  bool denied = false;  // "je n'ai jamais conduit de camion": conduit, camion
};

using clause = std::vector<clause_word>;

// Clauses end at a stop, a comma, a line, and where a new subject begins after "et", "mais", "puis". A denial goes from
// its first word to the end of its clause, and on through clauses that begin with "ni". "Pas seulement", "sans souci"
// and their like deny nothing, and what one does no more ("ne ... plus") one has done. French and English.
std::vector<clause> clauses_of(std::string_view text);

}  // namespace activateur
