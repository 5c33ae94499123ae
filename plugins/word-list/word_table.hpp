// A table of a territory's own words, and what they say of those who use them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "folded_words.hpp"

namespace word_list {

struct piece {
  std::uint64_t begin = 0, end = 0;
};

struct finding {
  std::string_view name;  // of the table
  double confidence = 0;
  std::vector<piece> words;
};

class table {
 public:
  // From the JSON of words.json. Throws when it is not one: an empty list, words without a letter, a confidence that is
  // not within 0..1.
  explicit table(std::string_view json);

  // The surest first, ties by name; at most `most_words` pieces each.
  [[nodiscard]] std::vector<finding> of(std::string_view text, std::size_t most_words) const;

 private:
  struct phrase {
    std::vector<std::string> words;
    std::size_t entry = 0;
  };
  std::vector<std::map<std::string, double>> means_;          // an entry: names and confidences
  std::multimap<std::string, phrase, std::less<>> by_first_;  // by its first word
};

// words.json, as it was when this plugin was built.
std::string_view table_text();

}  // namespace word_list
