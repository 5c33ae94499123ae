// Inside analysis: the targets for which a person lacks something essential, by their inverted lists.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/match_scores.hpp"

namespace activateur {

class lacking_targets {
 public:
  // Both must outlive it. The index holds the essential requirements of the targets.
  lacking_targets(const match_index& essential, const policy& by);

  // Begins anew with what is known of a person, ascending by competence and `up_to`. Costs as much as essential
  // requirements ask for what she lacks: nothing for most persons.
  void find(std::span<const match_known> known);
  [[nodiscard]] bool holds(std::size_t target) const { return holds_[target] != 0; }

 private:
  struct levels {  // of a competence, a bit for each required level at which evidence speaks against it
    std::uint32_t competence = 0;
    unsigned lacking = 0;
  };
  void read(std::span<const match_known> known);
  void mark(std::uint32_t target);
  void mark_alone(const levels& of);
  void mark_choices(const levels& of);
  [[nodiscard]] bool lacks(const match_index::member& m) const;

  const match_index& essential_;
  const policy& by_;
  std::vector<levels> lacking_;  // ascending
  std::vector<unsigned char> holds_;
  std::vector<std::uint32_t> marked_;
};

}  // namespace activateur
