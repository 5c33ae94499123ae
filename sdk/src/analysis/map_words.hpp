// The carte in words, at three lengths: short, standard, and plain (French "facile à lire et à comprendre").
#pragma once

#include "analysis/possibilities.hpp"

namespace activateur {

std::string words_of(zone z, language lang);

struct three_lengths {
  std::string brief, standard, plain;
};
three_lengths words_of(const possibility& p, const possibilities& map, language lang);
three_lengths words_of(const possibilities& map, language lang);

struct map_change;
three_lengths words_of(const map_change& change, language lang);

// {"short": ..., "standard": ..., "plain": ...}
json document_of(const three_lengths& said);

}  // namespace activateur
