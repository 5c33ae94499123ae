// Solving a plan problem.
#pragma once

#include "base/context.hpp"
#include "planning/problem.hpp"

namespace activateur {

struct solve_limits {
  std::uint64_t nodes = 0;  // deterministic budget of work; 0: no limit
  double seconds = 0;       // wall clock; 0: no limit. Plans then depend on the machine's speed
  std::uint64_t seed = 1;
  unsigned threads = 1;  // as many search at the same time, each with a part of the nodes; 0 as 1, at most 64
};

// What is known before a search. It saves work; what is proven stays as true.
struct head_start {
  std::vector<plan_step> plan;  // of this problem or of one like it: what of it can be is taken over
  double bound = 0;             // no plan of this problem has a lower objective
};

// A plan as good as the limits allow, with a lower bound, proven optimal when it can be. The same problem, seed,
// threads, node budget and head start give the same plan on every machine. Cancelling gives the error, limits give the
// best plan so far. The host is told of progress on the calling thread alone.
result<plan_solution> solve(const plan_problem& problem, const solve_limits& limits, const context& with,
                            const head_start& known = {});

}  // namespace activateur
