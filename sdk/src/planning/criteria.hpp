// What plans can be compared by, and plans best in one thing first.
#pragma once

#include <array>

#include "planning/solve.hpp"

namespace activateur {

enum class criterion : std::uint8_t { weeks, cost, hours, distance, steps };
inline constexpr std::array<criterion, 5> all_criteria{criterion::weeks, criterion::cost, criterion::hours,
                                                       criterion::distance, criterion::steps};

// "weeks", "cost", "hours", "distance", "steps".
std::string_view name_of(criterion c);
std::optional<criterion> criterion_named(std::string_view name);

struct plan_figures {
  double weeks = 0, cost = 0, hours = 0;
  double distance = 0;  // km: one way to the place of each step
  double steps = 0;
  [[nodiscard]] double of(criterion c) const;
};
// `distance`: km, one an action; empty: not known, 0.
plan_figures figures_of(const plan_problem& problem, const plan_solution& plan, const std::vector<double>& distance);

// The problem with less time: what must end by `weeks` alone is left.
plan_problem within_weeks(plan_problem problem, int weeks);

// One thing to have little of: the goal week, the money, or a sum of amounts, one an action.
struct plan_aim {
  enum class kind : std::uint8_t { weeks, cost, amount };
  kind of = kind::weeks;
  std::vector<double> amounts;  // at least 0, compared to the hundredth
};
plan_aim aim_of(const plan_problem& problem, criterion c, const std::vector<double>& distance);
double sum_of(const plan_problem& problem, const plan_aim& a, const plan_solution& plan);
// The problem of the plans that have at most so much of it.
plan_problem limited(plan_problem problem, const plan_aim& a, double most);
// The smallest step by which sums of an aim can differ; 0: they are all 0.
double quantum_of(const plan_problem& problem, const plan_aim& a);

struct ordered_solution {
  plan_solution solution;     // its objective is the usual one; `optimal`: proven to be the best in that order
  bool aims_proven = false;   // no plan is better in that order, the usual objective aside
  bool first_proven = false;  // no plan has less of the first aim
  double first_bound = 0;     // no plan has less of it than this
  std::uint64_t nodes = 0;    // of all stages
};

// The plan that has least of the first aim, among those least of the second, and so on; at last the usual objective.
// Each stage is one `solve` within `limits`; the first starts from `near`, as in head_start.
result<ordered_solution> solve_in_order(const plan_problem& problem, const std::vector<plan_aim>& aims,
                                        const solve_limits& limits, const context& with,
                                        const std::vector<plan_step>& near = {});

}  // namespace activateur
