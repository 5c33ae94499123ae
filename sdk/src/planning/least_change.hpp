// By how much the lifted limits of a plan must move.
#pragma once

#include "planning/obstacles.hpp"

namespace activateur {

// The problem with these limits alone; a barrier that is not among them lets its actions in.
plan_problem held_to(const obstacle_question& asked, const std::vector<plan_limit>& kept);
// The same problem when any plan is as good as another, as far as money can be left out of an objective.
plan_problem any_plan(plan_problem problem);

struct least_change {
  std::vector<remedy::change> changes;
  plan_solution plan;
};
// `lifted`: what must move for a plan to exist beside `kept`; each is moved as little as can be, in their order.
result<least_change> least_change_of(const obstacle_question& asked, const std::vector<plan_limit>& kept,
                                     const std::vector<plan_limit>& lifted, const solve_limits& limits,
                                     const context& with);

}  // namespace activateur
