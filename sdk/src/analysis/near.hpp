// Inside analysis: what the person has that comes near a competence that is asked.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/gap.hpp"
#include "frameworks/word_lookup.hpp"

namespace activateur {

// Prepares the recognised and presumed competences of a person once; keeps references to what it is made from. Not
// thread-safe.
class near_misses {
 public:
  near_misses(const recognition_state& state, const framework_set& frameworks, const policy& by);

  // The nearest first, ties by name; at most a dozen.
  [[nodiscard]] std::vector<near_miss> of(const std::string& competence) const;
  // The macro-competence that the competence is or belongs to; empty when it has none.
  [[nodiscard]] std::string family_of(const std::string& competence) const;

 private:
  struct had {
    std::string competence, label;
    requirement_state state = requirement_state::presumed;
    std::string family;
    std::map<std::string, double> stems;  // of its label, each with what it tells, in bits
    double bits = 0;                      // their sum
  };
  [[nodiscard]] had describe(const std::string& competence, const framework_ref& ref) const;
  [[nodiscard]] double rarity(const framework& f, std::string_view word, const std::string& stem) const;

  const framework_set& frameworks_;
  const policy& by_;
  mutable std::map<const framework*, word_lookup> words_;
  mutable std::map<std::pair<const framework*, std::string>, double> rarities_;
  std::vector<had> all_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_stem_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_family_;
};

}  // namespace activateur
