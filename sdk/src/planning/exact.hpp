// Branch and bound: proves a plan optimal, or a problem without a plan, when the problem is small enough.
#pragma once

#include <optional>

#include "planning/budget.hpp"
#include "planning/schedule.hpp"

namespace activateur {

struct exact_outcome {
  bool complete = false;          // the whole tree was seen
  double bound = 0;               // no plan is better than min(bound, incumbent)
  std::optional<timetable> best;  // better than the incumbent given, if any was found
};

// `excluded`: actions that no plan better than `incumbent` contains. Works until the budget's share reaches `until`.
exact_outcome search_exactly(const plan_network& in, double incumbent, const std::vector<char>& excluded,
                             work_budget& budget, double until);

// The timetable of least goal week that contains every action of `selection`, if one beats `below` weeks; `complete`
// is cleared when `nodes` did not suffice to be sure.
std::optional<timetable> schedule_exactly(const plan_network& in, const std::vector<int>& selection, int below,
                                          std::uint64_t& nodes, bool& complete);

}  // namespace activateur
