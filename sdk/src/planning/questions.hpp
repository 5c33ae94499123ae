// What may be asked of a plan besides the plan.
#pragma once

#include "planning/answers_document.hpp"

namespace activateur {

struct plan_questions {
  bool alternatives = false;
  bool explanation = false;  // of the plan; of what stands in the way when it does not reach the whole goal
  std::optional<std::pair<criterion, criterion>> front;
  [[nodiscard]] bool any() const { return alternatives || explanation || front.has_value(); }
};

// What is known of a plan beside the problem it solves.
struct answered_plan {
  const plan_problem& problem;
  const plan_solution& plan;
  const std::vector<double>& distance;  // km, one an action; empty: not known
  const plan_names& names;
};

// The answers' members (docs/schemas/plan.json) into `out`; those about a plan are left out when it is not feasible.
// Each search of an answer has a tenth of the plan's `limits`: there are many.
result<void> answer_questions(const plan_questions& asked, const answered_plan& about, const solve_limits& limits,
                              const context& with, json& out);
// Member "obstacles".
result<void> answer_obstacles(const obstacle_question& asked, const plan_names& names, const solve_limits& limits,
                              const context& with, json& out);

// What stands in the way of a bare problem: the horizon is its deadline, and no session after it is known.
obstacle_question obstacles_in(const plan_problem& problem);

}  // namespace activateur
