// Everyday French and the words of official vocabulary that say the same (data/lexicon-fr.txt).
#pragma once

#include <string>
#include <vector>

namespace activateur {

struct lexicon_entry {
  std::vector<std::string> said;   // stems, all of them in one clause
  std::vector<std::string> means;  // folded words
};

// Read once; the same for every caller.
const std::vector<lexicon_entry>& lexicon();

}  // namespace activateur
