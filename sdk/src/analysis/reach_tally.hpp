// How many persons are how far from an achievement: counts that point to nobody, and names for those who may know them.
#pragma once

#include <array>

#include "analysis/evaluation.hpp"

namespace activateur {

class reach_tally {
 public:
  explicit reach_tally(const catalogue_entry& entry) : entry_(entry) {}
  // `named`: whoever asks may be told that it is this person.
  void add(const std::string& person, bool named, const achievement_finding& found);
  // Document "activateur/achievement-near/1". No count from 1 to threshold - 1 is said, and with it so many others are
  // left out that none follows (group_gap.hpp); below `threshold` persons nothing is. Persons are in the order in which
  // they came: never one of merit.
  [[nodiscard]] json document(std::size_t threshold, const context& with) const;

 private:
  static constexpr std::size_t groups = 5;  // earned; 1, 2, 3 missing; more
  const catalogue_entry& entry_;
  std::array<std::size_t, groups> counts_{};
  json named_ = json::array();
};

}  // namespace activateur
