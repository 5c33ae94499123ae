// How late a step may start.
#pragma once

#include "planning/solve.hpp"

namespace activateur {

struct step_slack {
  int latest = 0;       // start, when the other steps may move as well, none is left out and the goal is not delayed
  bool proven = false;  // no later one is possible
  int alone = 0;        // the last start with every other step where it is, the goal not delayed
};

// One a step of the plan; `limits` hold for each of the few searches a step needs.
result<std::vector<step_slack>> slack_of(const plan_problem& problem, const plan_solution& plan,
                                         const solve_limits& limits, const context& with);

}  // namespace activateur
