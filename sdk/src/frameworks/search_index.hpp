// The word index of a compiled framework: how entries are numbered and how much a word says.
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

struct word_index {
  struct word {
    std::string text;
    std::uint32_t begin, count;  // in postings
  };
  std::vector<word> words;                  // by text
  std::vector<std::uint32_t> postings;      // entries, ascending in each word
  std::vector<std::uint32_t> entry_rarity;  // sum of the rarities of the entry's different words
};

// Entry i is the text `entries[i]`.
word_index index_words(const std::vector<std::string_view>& entries);

}  // namespace activateur
