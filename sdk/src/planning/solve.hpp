// Solving a plan problem.
#pragma once

#include "base/context.hpp"
#include "planning/problem.hpp"

namespace activateur {

struct solve_limits {
  std::uint64_t nodes = 0;  // deterministic budget of work; 0: no limit
  double seconds = 0;       // wall clock; 0: no limit. Plans then depend on the machine's speed
  std::uint64_t seed = 1;
};

// A plan as good as the limits allow, with a lower bound, proven optimal when it can be. The same problem, seed and
// node budget give the same plan on every machine. Cancelling gives the error, limits give the best plan so far.
result<plan_solution> solve(const plan_problem& problem, const solve_limits& limits, const context& with);

}  // namespace activateur
