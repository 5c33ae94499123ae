// One person against every target of an index, kept up to date while what is known of her changes.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analysis/gap.hpp"
#include "analysis/match_index.hpp"

namespace activateur {

// What is known of a competence at required levels: those above the `up_to` of the entry before it for the same
// competence, up to its own. The first entry holds for requirements that name no level too; `up_to` 4 for all. Levels
// above the last entry are unknown.
struct match_known {
  std::uint32_t competence = 0;
  std::uint8_t up_to = match_level_count - 1;
  coverage value;
};

struct match_rank {
  std::uint32_t target = 0;
  coverage score;
};

// The score of a target: the mean, by weight, of what is known at the levels that its requirements ask; zero when
// nothing has weight. Each of the three is within 1 / (2 scale) of the mean in real numbers, more when weights were
// rounded. The sums are whole numbers, so that neither the order of changes nor their history leaves a trace: taking
// a competence back gives the very scores of never having had it.
class match_scores {
 public:
  // `unknown`: of a competence that is not known, as {0, policy.presumption_default, 1}.
  match_scores(std::shared_ptr<const match_index> index, const coverage& unknown);
  ~match_scores();
  match_scores(match_scores&&) noexcept;
  match_scores& operator=(match_scores&&) noexcept;

  // Begins anew with what is known, ascending by competence and `up_to`; an entry out of order is left out.
  void fill(std::span<const match_known> known);
  // What is known of one competence from now on; nothing: it is unknown again. Costs as much as targets ask for it.
  void change(std::uint32_t competence, std::span<const match_known> now);

  [[nodiscard]] const match_index& index() const;
  [[nodiscard]] coverage of(std::uint32_t target) const;
  // Of the targets from `first` on.
  void read(std::size_t first, std::span<coverage> out) const;
  // The best `count`, of equal ones the lower number first.
  [[nodiscard]] std::vector<match_rank> best(std::size_t count, double coverage::*by = &coverage::expectation) const;

 private:
  struct state;
  template <class Word>
  struct state_of;
  std::unique_ptr<state> state_;
};

}  // namespace activateur
