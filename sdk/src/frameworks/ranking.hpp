// Which competences and jobs of one framework the words of a query speak of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "frameworks/compiled.hpp"
#include "frameworks/word_lookup.hpp"

namespace activateur {

// Owners are numbered competences first, then jobs.
struct ranked_owner {
  std::uint32_t owner = no_index;
  float score = 0;                 // within 0..1
  std::uint32_t entry = no_index;  // the label or appellation that explains most; or no_index
  float entry_share = 0;           // how much of that entry the query explains, within 0..1
  float query_share = 0;           // how much of the query the owner explains, within 0..1
  float explained = 0;             // of that entry, in bits of rarity
  std::uint32_t words = 0;         // of the query, that the entry has
  bool whole = false;              // one of the owner's labels has every word of the query
};

struct entry_place {
  bool is_job = false;
  std::uint32_t index = no_index;
  std::string_view text;
};

entry_place place_of(const compiled::parts& p, std::uint32_t entry);

// Keeps its working memory from one query to the next. Not to be shared by threads.
class ranker {
 public:
  // `query_part`: how much, of 1, what is left unexplained of the query counts against a label; the rest is for what is
  // left of the label.
  explicit ranker(const compiled::parts& p, float query_part = 0.2F);

  // Every owner with a word of the query, by owner. The entry `hidden` is passed over, as if it were not there.
  const std::vector<ranked_owner>& rank(const std::vector<word_group>& query, std::uint32_t hidden = no_index);

 private:
  struct entry_sum {
    float explained = 0;
    std::uint32_t words = 0;
    std::uint32_t group = 0;  // that it was last counted in
  };
  struct owner_sum {
    float group = 0;  // of the word being read
    float evidence = 0;
    float found = 0;                 // rarity of the query's words that it has anywhere
    std::uint32_t place = no_index;  // in out_
  };

  void read_entries(const word_group& group, std::uint32_t hidden);
  void read_background(const word_group& group);
  void end_group(const word_group& group);
  void touch(std::uint32_t owner);
  [[nodiscard]] std::uint32_t owner_of(std::uint32_t entry);

  const compiled::parts& parts_;
  float query_part_;
  std::uint32_t competences_, jobs_, appellations_, entries_;
  std::vector<entry_sum> entry_;
  std::vector<owner_sum> owner_;
  std::vector<std::uint32_t> touched_entries_, touched_owners_, in_group_;
  std::vector<weighted> by_weight_;
  std::uint32_t group_ = 0;
  std::vector<ranked_owner> out_;
  std::uint32_t row_ = 0;  // of the entry read last
};

}  // namespace activateur
