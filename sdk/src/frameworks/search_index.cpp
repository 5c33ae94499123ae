#include "frameworks/search_index.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "frameworks/compiled.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/numbering.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

// A sentence of its own definition says more of a job than the label of one of fifty competences.
constexpr std::uint32_t definition_weight = 12;

std::vector<std::uint32_t> sorted_order(const std::vector<std::string>& texts) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
  return order;
}

void append_once(std::vector<std::uint32_t>& ascending, std::uint32_t n) {
  if (ascending.empty() || ascending.back() != n) ascending.push_back(n);
}

class indexer {
 public:
  word_index run(const std::vector<index_text>& entries, const std::vector<background_source>& owners) {
    for (std::uint32_t i = 0; i < entries.size(); ++i) read_entry(i, entries[i]);
    for (std::uint32_t i = 0; i < owners.size(); ++i) read_background(i, owners[i]);
    write(static_cast<std::uint32_t>(entries.size()));
    return std::move(out_);
  }

 private:
  struct known_word {
    std::uint32_t word, stem;
    bool common;
  };

  known_word read_word(const std::string& text, std::string_view language) {
    const std::uint32_t number = words_.of(text);
    if (number == seen_.size()) {
      const std::uint32_t root = stems_.of(stem(text, language));
      seen_.push_back({number, root, is_common_word(text)});
      holders_.emplace_back();
      if (root == stem_holders_.size()) {
        stem_holders_.emplace_back();
        background_.emplace_back();
      }
    }
    return seen_[number];
  }

  void read_entry(std::uint32_t entry, const index_text& text) {
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> telling;
    for (const folded_word& w : fold_words(text.text)) {
      const known_word word = read_word(w.text, text.language);
      append_once(holders_[word.word], entry);
      append_once(stem_holders_[word.stem], entry);
      all.push_back(word.stem);
      if (!word.common) telling.push_back(word.stem);
    }
    auto& stems = entry_stems_.emplace_back(telling.empty() ? all : telling);
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  }

  void read_background(std::uint32_t owner, const background_source& source) {
    std::unordered_map<std::uint32_t, std::uint32_t> weights;
    for (const folded_word& w : fold_words(source.definition.text)) {
      const known_word word = read_word(w.text, source.definition.language);
      if (!word.common) weights[word.stem] += definition_weight;
    }
    for (const auto& m : source.mentions)
      for (const std::uint32_t root : entry_stems_[m.entry]) weights[root] += m.weight;
    for (const auto& [root, weight] : weights) background_[root].push_back(compiled::packed_background(owner, weight));
  }

  void write(std::uint32_t entries) {
    const auto word_texts = words_.texts();
    const auto stem_texts = stems_.texts();
    const auto stem_order = sorted_order(stem_texts);
    std::vector<std::uint32_t> stem_rank(stem_order.size());
    std::vector<std::uint32_t> rarity(stem_order.size());
    std::vector<std::vector<std::uint32_t>> words_of_stem(stem_order.size());
    for (std::uint32_t i = 0; i < stem_order.size(); ++i) stem_rank[stem_order[i]] = i;
    for (const std::uint32_t number : sorted_order(word_texts)) {
      const auto& held_by = holders_[number];
      const std::uint32_t root = stem_rank[seen_[number].stem];
      words_of_stem[root].push_back(static_cast<std::uint32_t>(out_.words.size()));
      out_.words.push_back({word_texts[number], static_cast<std::uint32_t>(out_.postings.size()),
                            static_cast<std::uint32_t>(held_by.size()), root});
      out_.postings.insert(out_.postings.end(), held_by.begin(), held_by.end());
    }
    for (std::uint32_t i = 0; i < stem_order.size(); ++i) {
      const std::uint32_t number = stem_order[i];
      auto& spoken_of = background_[number];
      std::sort(spoken_of.begin(), spoken_of.end());
      const auto holders = static_cast<std::uint32_t>(stem_holders_[number].size());
      out_.stems.push_back({stem_texts[number], static_cast<std::uint32_t>(out_.stem_words.size()),
                            static_cast<std::uint32_t>(words_of_stem[i].size()), holders,
                            static_cast<std::uint32_t>(out_.background.size()),
                            static_cast<std::uint32_t>(spoken_of.size())});
      out_.stem_words.insert(out_.stem_words.end(), words_of_stem[i].begin(), words_of_stem[i].end());
      out_.background.insert(out_.background.end(), spoken_of.begin(), spoken_of.end());
      rarity[number] = holders == 0 ? 0 : word_rarity(entries, holders);
    }
    for (const auto& stems : entry_stems_)
      out_.entry_rarity.push_back(std::accumulate(stems.begin(), stems.end(), 0U,
                                                  [&](std::uint32_t sum, std::uint32_t s) { return sum + rarity[s]; }));
  }

  word_index out_;
  numbering words_, stems_;
  std::vector<known_word> seen_;
  std::vector<std::vector<std::uint32_t>> holders_, stem_holders_, entry_stems_, background_;
};

}  // namespace

word_index index_words(const std::vector<index_text>& entries, const std::vector<background_source>& owners) {
  return indexer().run(entries, owners);
}

}  // namespace activateur
