#include "frameworks/query.hpp"

#include <algorithm>

#include "frameworks/stem.hpp"

namespace activateur {

query_words read_query(std::string_view text, const std::vector<const compiled::parts*>& frameworks) {
  query_words out;
  std::vector<std::string> common;
  std::string last;
  for (folded_word& word : fold_words(text)) {
    last = word.text;
    auto& list = is_common_word(word.text) ? common : out.words;
    if (list.size() < most_query_words && std::find(list.begin(), list.end(), word.text) == list.end())
      list.push_back(std::move(word.text));
  }
  // "d", or "de", may be how the last word begins.
  if (out.words.empty()) out.words = std::move(common);
  out.last_may_be_cut = !out.words.empty() && out.words.back() == last;
  for (const std::string& word : out.words)
    out.known.push_back(std::any_of(frameworks.begin(), frameworks.end(),
                                    [&](const compiled::parts* p) { return word_lookup(*p).knows(word); }));
  return out;
}

std::vector<word_group> groups_of(const query_words& query, const compiled::parts& framework,
                                  std::vector<std::size_t>* places) {
  const word_lookup lookup(framework);
  std::vector<word_group> out;
  std::vector<std::string> stems;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const std::string& word = query.words[i];
    const bool cut = query.last_may_be_cut && i + 1 == query.words.size();
    // "Vendeur / vendeuse" is one word.
    std::string root = stem(word, framework.text(framework.head.language));
    if (std::find(stems.begin(), stems.end(), root) != stems.end()) continue;
    stems.push_back(std::move(root));
    if (places != nullptr) places->push_back(i);
    if (query.known[i] && !(cut && word.size() < 4))
      out.push_back(cut && word.size() < 8 ? lookup.starting_with(word) : lookup.family(word));
    else if (cut && lookup.begins(word))
      out.push_back(lookup.starting_with(word));
    else
      out.push_back(query.known[i] ? lookup.family(word) : lookup.nearly(word, query.any_first_letter));
  }
  // A word that nothing stands for is as telling as the rarest one.
  float most = 1;
  for (const word_group& g : out) most = std::max(most, g.rarity);
  for (word_group& g : out)
    if (g.words.empty() && g.stems.empty()) g.rarity = most;
  return out;
}

}  // namespace activateur
