// The words of a compiled framework that a word of a query stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/compiled.hpp"

namespace activateur {

struct weighted {
  std::uint32_t id;  // of a word or a stem
  float weight;      // how far it stands for the query's word: 1 is the word itself
};

// One word of a query, as a framework knows it.
struct word_group {
  std::vector<weighted> words;  // by id
  std::vector<weighted> stems;  // by id
  float rarity = 0;             // in bits
  bool common = false;          // "de", "the"
};

class word_lookup {
 public:
  explicit word_lookup(const compiled::parts& p);

  [[nodiscard]] bool knows(std::string_view word) const;    // the word, or another form of it
  [[nodiscard]] bool begins(std::string_view start) const;  // some word begins so

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;  // the word as it is
  // The word and the other words of its stem.
  [[nodiscard]] word_group family(std::string_view word) const;
  // Also every word that begins so; the less is missing, the more it counts.
  [[nodiscard]] word_group starting_with(std::string_view start) const;
  // The words that one mistake of typing (two in words of eight letters or more) turns into this one, with the words of
  // their stems. A mistake is a letter missing, too many, wrong, or two exchanged.
  [[nodiscard]] word_group nearly(std::string_view word, bool any_first_letter) const;

 private:
  [[nodiscard]] std::size_t first_not_below(std::string_view word) const;
  [[nodiscard]] std::optional<std::uint32_t> find_stem(std::string_view text) const;
  void add_family(word_group& out, std::uint32_t stem, std::string_view word, float weight) const;
  void settle(word_group& group) const;

  const compiled::parts& parts_;
  std::string_view language_;
};

// The Damerau-Levenshtein distance (optimal string alignment) of two words in bytes, or more than `most`.
unsigned typing_distance(std::string_view a, std::string_view b, unsigned most);

}  // namespace activateur
