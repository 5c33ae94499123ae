#include "frameworks/search_index.hpp"

#include <algorithm>
#include <unordered_map>

#include "frameworks/fold.hpp"

namespace activateur {

word_index index_words(const std::vector<std::string_view>& entries) {
  std::unordered_map<std::string, std::vector<std::uint32_t>> holders;
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    const std::string folded = fold(entries[entry]);
    for (const std::string_view word : words_of(folded)) {
      auto& held_by = holders[std::string(word)];
      if (held_by.empty() || held_by.back() != entry) held_by.push_back(entry);
    }
  }
  word_index out;
  out.words.reserve(holders.size());
  for (const auto& [text, held_by] : holders)
    out.words.push_back({text, 0, static_cast<std::uint32_t>(held_by.size())});
  std::sort(out.words.begin(), out.words.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
  out.entry_rarity.resize(entries.size());
  for (auto& word : out.words) {
    const auto& held_by = holders[word.text];
    word.begin = static_cast<std::uint32_t>(out.postings.size());
    out.postings.insert(out.postings.end(), held_by.begin(), held_by.end());
    const std::uint32_t rarity = word_rarity(static_cast<std::uint32_t>(entries.size()), word.count);
    for (const std::uint32_t entry : held_by) out.entry_rarity[entry] += rarity;
  }
  return out;
}

}  // namespace activateur
