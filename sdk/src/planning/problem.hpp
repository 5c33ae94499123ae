// The plan problem: delete-free planning with k-of-n conditions, calendars, a weekly load and a budget.
//
// A fact is available from the end of the first step that produces it. A step starts at one of its starts, not
// before k facts of each of its groups are available. Weekly loads never exceed `capacity`; costs stay within
// `budget`; the goal is met by week `horizon`.
// Objective = sum(cost + hour_weight x hours + extra) + week_weight x week in which the goal is met.
// Other sums can be limited as the budget limits money: hours, distance, steps, steps that another plan has too.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace activateur {

struct group {  // at least `at_least` of `facts`
  int at_least = 0;
  std::vector<int> facts;
};

struct action {
  std::string id;   // unique
  double cost = 0;  // euros
  double hours = 0;
  double extra = 0;              // a price in the objective that is not paid, as for distance
  double load = 0;               // hours a week while it lasts
  int duration = 0;              // weeks, at least 0
  std::vector<int> starts;       // weeks, ascending
  std::vector<group> requires_;  // all of them
  std::vector<int> produces;
};

struct sum_limit {  // no plan has more than `most` of the sum
  double most = 0;
  std::vector<double> amounts;  // one an action, at least 0
};

struct plan_problem {
  std::string name;
  int horizon = 0;                                            // weeks
  double capacity = std::numeric_limits<double>::infinity();  // hours a week
  std::vector<double> capacity_by_week;                       // `horizon` of them, or empty: `capacity` in each
  double budget = std::numeric_limits<double>::infinity();
  std::vector<sum_limit> sums;  // besides the budget
  double week_weight = 0;
  double hour_weight = 0;
  int fact_count = 0;
  std::vector<int> held;  // facts available from the start
  std::vector<action> actions;
  std::vector<group> goal;  // all of them

  [[nodiscard]] double capacity_in(int week) const {
    return capacity_by_week.empty() ? capacity : capacity_by_week[static_cast<std::size_t>(week)];
  }
  [[nodiscard]] double price_of(const action& a) const { return a.cost + hour_weight * a.hours + a.extra; }
};

// The instance format whose fields are H, cap, week_weight, hour_weight, budget, facts, actions, goal.
result<plan_problem> read_problem(const json& document, const std::string& source);

struct plan_step {
  int action = 0;  // index into plan_problem::actions
  int start = 0;   // week
};

struct plan_solution {
  bool feasible = false;
  std::vector<plan_step> steps;  // by start, then action
  double objective = 0;
  double bound = 0;                // no plan costs less
  bool optimal = false;            // proven
  bool proven_infeasible = false;  // when not feasible: proven, else none was found within the limits
  double cost = 0, hours = 0;
  int makespan = 0;         // week in which the goal is met
  std::uint64_t nodes = 0;  // work done, the unit of solve_limits::nodes
};

// The independent judge of a plan: recomputes everything from the problem alone.
struct plan_check {
  bool ok = false;
  std::string fault;  // "prerequisite of step 3 not met", ...
  double objective = 0, cost = 0;
  int makespan = 0;
};
plan_check check_plan(const plan_problem& problem, const std::vector<plan_step>& steps);

}  // namespace activateur
