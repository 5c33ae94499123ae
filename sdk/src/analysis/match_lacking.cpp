#include "analysis/match_lacking.hpp"

#include <algorithm>

namespace activateur {

lacking_targets::lacking_targets(const match_index& essential, const policy& by)
    : essential_(essential), by_(by), holds_(essential.targets(), 0) {}

void lacking_targets::find(std::span<const match_known> known) {
  for (const std::uint32_t target : marked_) holds_[target] = 0;
  marked_.clear();
  read(known);
  for (const levels& of : lacking_) {
    if (of.competence >= essential_.competences()) continue;
    mark_alone(of);
    mark_choices(of);
  }
}

void lacking_targets::read(std::span<const match_known> known) {
  lacking_.clear();
  unsigned level = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const match_known& k = known[i];
    if (i == 0 || k.competence != known[i - 1].competence) level = 0;
    const unsigned up_to = std::min<unsigned>(k.up_to, match_level_count - 1);
    if (level <= up_to && lacking(k.value, by_)) {
      if (lacking_.empty() || lacking_.back().competence != k.competence) lacking_.push_back({k.competence, 0});
      lacking_.back().lacking |= ((2U << up_to) - 1) & ~((1U << level) - 1);
    }
    level = std::max(level, up_to + 1);
  }
}

void lacking_targets::mark(std::uint32_t target) {
  if (holds_[target] != 0) return;
  holds_[target] = 1;
  marked_.push_back(target);
}

void lacking_targets::mark_alone(const levels& of) {
  for (std::uint32_t list = essential_.first_list(of.competence); list < essential_.first_list(of.competence + 1);
       ++list) {
    const auto classes = essential_.classes(list);
    for (std::size_t block = 0; block < essential_.blocks(); ++block) {
      const std::uint16_t* const end = essential_.postings(list, block + 1);
      for (const std::uint16_t* p = essential_.postings(list, block); p != end; ++p) {
        const auto asked = classes[*p >> match_index::block_bits];
        if (asked.weight == 0 || (of.lacking >> asked.level & 1U) == 0) continue;
        const auto in_block = static_cast<std::uint32_t>(*p & (match_index::block_targets - 1));
        mark(static_cast<std::uint32_t>(block * match_index::block_targets) + in_block);
      }
    }
  }
}

// A choice lacks when too few of its members are left.
void lacking_targets::mark_choices(const levels& of) {
  for (const match_index::chosen_of* choice : essential_.choices_among(of.competence)) {
    if (choice->weight == 0) continue;
    const auto members = essential_.members(*choice);
    const auto lack = std::count_if(members.begin(), members.end(), [this](const auto& m) { return lacks(m); });
    if (static_cast<std::size_t>(lack) + choice->at_least > members.size()) mark(choice->target);
  }
}

bool lacking_targets::lacks(const match_index::member& m) const {
  const auto at = std::lower_bound(lacking_.begin(), lacking_.end(), m.competence,
                                   [](const levels& l, std::uint32_t c) { return l.competence < c; });
  return at != lacking_.end() && at->competence == m.competence && (at->lacking >> m.level & 1U) != 0;
}

}  // namespace activateur
