// A query as the frameworks it is put to know its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frameworks/fold.hpp"
#include "frameworks/word_lookup.hpp"

namespace activateur {

inline constexpr std::size_t most_query_words = 32;

struct query_words {
  std::vector<std::string> words;  // folded, each once, in order, the common ones left out when others are there
  bool last_may_be_cut = false;    // the last one was written last
  std::vector<bool> known;         // to some framework
  bool any_first_letter = true;    // a mistake may be in the first letter too
};

query_words read_query(std::string_view text, const std::vector<const compiled::parts*>& frameworks);

// For one of these frameworks. A word that no framework knows is taken for one that looks like it. Words of one stem
// are one group; `places` says which word each group came from.
std::vector<word_group> groups_of(const query_words& query, const compiled::parts& framework,
                                  std::vector<std::size_t>* places = nullptr);

}  // namespace activateur
