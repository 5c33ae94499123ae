// One line of search: better plans and a part of the proof in turn, each for a while; what either finds helps the
// other. Shares nothing with other lines while it works.
#pragma once

#include "planning/exact.hpp"
#include "planning/improve.hpp"

namespace activateur {

class searcher {
 public:
  searcher(const plan_network& in, std::uint64_t seed) : in_(in), better_(in, seed) {}

  // Improves plans for `nodes` nodes and combines them for half as many more, then goes on with `mine` for as many, and
  // for what is left, as far as the budget allows; until plans were combined once, with `mine` before that too.
  // `bound`: no plan is better than this. `with_others`: when nothing is left of its part, plans are improved instead.
  void turn(work_budget& budget, std::uint64_t nodes, proof::part& mine, double bound, bool with_others);

  // The best plan that it knows, and one that others found.
  [[nodiscard]] const std::optional<timetable>& best() const { return better_.best(); }
  void offer(const timetable& plan) { better_.offer(plan); }
  // Starts from a plan made of these actions and of what they lack.
  void begin_with(const std::vector<int>& actions) { better_.begin_with(actions); }

 private:
  void combine(const search_host& host, work_budget& budget, std::uint64_t nodes);

  const plan_network& in_;
  improver better_;
  double good_actions_ = 0;         // of the next small problem; 0: not known yet
  std::uint64_t since_better_ = 0;  // nodes of turns
};

}  // namespace activateur
