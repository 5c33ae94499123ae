// A plan problem ready to be solved: flat arrays, and only what can matter for the goal.
#pragma once

#include <span>
#include <vector>

#include "planning/problem.hpp"

namespace activateur {

inline constexpr int never = std::numeric_limits<int>::max() / 4;  // a week that does not come; may be added to

// Rows of integers, stored end to end.
struct row_table {
  std::vector<int> begin{0};
  std::vector<int> items;

  void close_row() { begin.push_back(static_cast<int>(items.size())); }
  [[nodiscard]] int rows() const { return static_cast<int>(begin.size()) - 1; }
  [[nodiscard]] std::span<const int> of(int row) const {
    const auto r = static_cast<std::size_t>(row);
    return {items.data() + begin[r], items.data() + begin[r + 1]};
  }
};

// Actions, facts and groups are numbered from 0 anew; `original` leads back to the problem. Nothing is held: held
// facts were taken out of the groups. Groups [action_groups.of(a)] belong to a, the last `goal_groups` to the goal.
struct plan_network {
  int facts = 0, actions = 0, goal_groups = 0;
  int horizon = 0;
  double capacity = 0, week_weight = 0;  // capacity: of the roomiest week
  std::vector<double> taken;             // week -> hours of `capacity` that are not to be had
  bool integral = false;                 // every objective is a whole number

  std::vector<int> original;   // a -> index in plan_problem::actions
  std::vector<double> price;   // a -> cost + hour_weight x hours + extra
  std::vector<double> load;    // a -> hours a week
  std::vector<double> effort;  // a -> load x duration
  std::vector<int> duration;
  std::vector<sum_limit> sums;  // the budget, when there is one, and the others
  std::vector<double> scale;    // of each, so that they can be added
  std::vector<double> scarce;   // a -> what it takes of all of them, in the scale of prices
  row_table starts;             // a -> weeks, ascending: within what reachability and the horizon leave
  row_table products;           // a -> facts
  row_table groups;             // g -> facts
  row_table groups_of;          // a -> its groups
  std::vector<int> need;        // g -> how many of its facts
  std::vector<int> owner;       // g -> action, or -1 for the goal

  row_table producers;  // fact -> actions
  row_table consumers;  // fact -> groups

  std::vector<int> earliest;  // a -> first week it could end, without capacity and budget
  int fastest = 0;            // week in which the goal could be met, without capacity and budget

  // What steps take beyond the limits of sums, in the scale of `scarce`; 0: they are within all of them.
  [[nodiscard]] double excess(const std::vector<plan_step>& steps) const;
  [[nodiscard]] int group_count() const { return groups.rows(); }
  [[nodiscard]] int first_goal_group() const { return groups.rows() - goal_groups; }
  // The first start of `a` not before `week`; `never` when there is none.
  [[nodiscard]] int start_from(int a, int week) const;
  // A lower bound of an objective or a price, rounded up when all of them are whole numbers.
  [[nodiscard]] double rounded_up(double bound) const;
};

// Empty network with `possible` false: no plan exists, whatever the limits (proven by reachability).
struct preprocessed {
  bool possible = true;
  plan_network network;
};

// Keeps what is reachable forwards from what is held, relevant backwards from the goal, and not dominated. An optimal
// plan of the problem exists within the network, with the same objective. `problem` must be well formed.
preprocessed preprocess(const plan_problem& problem);

}  // namespace activateur
