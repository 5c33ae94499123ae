// Criteria in words: the narrative of a badge, and one line a criterion.
#pragma once

#include "analysis/achievement.hpp"
#include "base/language.hpp"

namespace activateur {

// How what a leaf speaks of is called: labels of the frameworks, names of the catalogue, else its own label or id.
class criterion_names {
 public:
  criterion_names(const framework_set& frameworks, const catalogue& among) : frameworks_(frameworks), among_(among) {}
  [[nodiscard]] std::string of(const earning_criterion& leaf) const;

 private:
  const framework_set& frameworks_;
  const catalogue& among_;
};

// "at least 2 of:", "the competence \"...\" (rome:100003), at level 3 of 4, ...".
std::string line_of(const earning_criterion& node, const criterion_names& names, language lang);
// The whole, as a Markdown list: what Open Badges takes as a criteria narrative.
std::string narrative_of(const earning_criterion& expression, const criterion_names& names, language lang);

}  // namespace activateur
