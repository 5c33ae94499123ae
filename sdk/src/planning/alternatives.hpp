// Other plans for the same goal: best in one thing, and the trade between two.
#pragma once

#include "planning/criteria.hpp"

namespace activateur {

// What is claimed of a plan: no other has less of this.
struct claim {
  criterion of = criterion::weeks;
  double bound = 0;         // no plan has less than this
  bool proven = false;      // the plan has that little
  bool tie_proven = false;  // and among those, no plan has a lower objective
};

struct alternative {
  std::vector<claim> best_in;  // none: best by the objective, or a point of a front
  plan_solution solution;      // `objective` is the problem's own
  plan_figures has;
};

// The plan itself first, then the fastest, the cheapest, the closest (when a distance is known) and the one of fewest
// steps; those that come to the same are one. `plan` must be feasible.
result<std::vector<alternative>> alternatives_to(const plan_problem& problem, const plan_solution& plan,
                                                 const std::vector<double>& distance, const solve_limits& limits,
                                                 const context& with);

// The Pareto front of two criteria, by epsilon-constraint: no plan is better in one without being worse in the other.
// Criteria are compared to the hundredth a step.
struct plan_front {
  criterion first = criterion::cost, second = criterion::weeks;
  struct point {
    alternative plan;
    bool proven = false;  // no plan dominates it; else it is the best found
  };
  std::vector<point> points;  // ascending in `first`
  bool complete = false;      // proven: every trade is among the points
};
inline constexpr std::size_t front_points_max = 24;

// Any two: failure::unsupported when they are one. Each search has `limits`, all of them together those of
// `front_points_max`; the first starts from `near`, which may be no plan.
result<plan_front> front_between(const plan_problem& problem, criterion first, criterion second,
                                 const std::vector<double>& distance, const plan_solution& near,
                                 const solve_limits& limits, const context& with);

// How one plan differs from another.
struct plan_difference {
  plan_figures more;  // this one's less the other's
  struct exchange {
    int gained = -1;        // action of this plan, not of the other; -1: none takes the place
    std::vector<int> lost;  // actions of the other that it stands for: they have a product in common
  };
  std::vector<exchange> exchanges;
};
plan_difference difference_of(const plan_problem& problem, const alternative& one, const alternative& other);

}  // namespace activateur
