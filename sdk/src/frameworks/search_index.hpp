// The word index of a compiled framework, as it is made: how entries are numbered and how much a word says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace activateur {

// How much a word that `holders` of `entries` texts hold tells them apart: log2(1 + entries / holders), in
// 1/256 bit. In integers, so that two machines compile the same bytes. 0 < holders <= entries < 2^31.
constexpr std::uint32_t word_rarity(std::uint32_t entries, std::uint32_t holders) {
  constexpr unsigned point = 30;
  std::uint64_t x = ((std::uint64_t{entries} + holders) << point) / holders;
  std::uint32_t bits = 0;
  for (; x >= (std::uint64_t{2} << point); x >>= 1U) bits += 256;
  // log2 of 1 <= x < 2, one binary digit a squaring.
  for (std::uint32_t digit = 128; digit > 0; digit >>= 1U) {
    x = (x * x) >> point;
    if (x < (std::uint64_t{2} << point)) continue;
    x >>= 1U;
    bits += digit;
  }
  return bits;
}

struct index_text {
  std::string_view text;
  std::string_view language;  // two letters
};

// What speaks of an owner (a competence or a job) beside its labels: its definition, and for a job the labels of
// the competences it asks for, which are entries themselves.
struct background_source {
  index_text definition;
  struct mention {
    std::uint32_t entry;
    std::uint32_t weight;
  };
  std::vector<mention> mentions;
};

struct word_index {
  struct word {
    std::string text;
    std::uint32_t begin, count;  // in postings
    std::uint32_t stem;
  };
  struct stem {
    std::string text;
    std::uint32_t begin, count;                        // in stem_words
    std::uint32_t holders;                             // entries with one of them
    std::uint32_t background_begin, background_count;  // in background
  };
  std::vector<word> words;                  // by text
  std::vector<std::uint32_t> postings;      // entries, ascending in each word
  std::vector<stem> stems;                  // by text
  std::vector<std::uint32_t> stem_words;    // words, ascending in each stem
  std::vector<std::uint32_t> background;    // packed, owners ascending in each stem
  std::vector<std::uint32_t> entry_rarity;  // sum of the rarities of the entry's different stems
};

// Entry i is the text `entries[i]`; `owners` speak of competences, then jobs.
word_index index_words(const std::vector<index_text>& entries, const std::vector<background_source>& owners);

}  // namespace activateur
