// What can be had when, without weekly hours and budget, with some things taken away.
#pragma once

#include "planning/network.hpp"
#include "planning/problem.hpp"

namespace activateur {

// The problem compiled once for many questions. Keeps its work space between calls; not thread-safe.
class reachability {
 public:
  explicit reachability(const plan_problem& problem);

  struct without {
    int action = -1;           // that may not be used
    int fact = -1;             // that nothing produces
    std::vector<int> given{};  // facts that are had from the start
    bool calendar = true;      // false: any action may start in any week, and there is no horizon
  };
  // The week of the goal, as generalised Dijkstra has it (Knuth 1977); `never` when it is out of reach.
  int goal_week(const without& taken);
  // Of the last question: the week each fact can be had, `never` when it cannot.
  [[nodiscard]] const std::vector<int>& fact_weeks() const { return had_; }
  [[nodiscard]] bool met(const group& g) const;

 private:
  const plan_problem& problem_;
  row_table consumers_;      // fact -> groups
  std::vector<int> owner_;   // group -> action, -1 for the goal
  std::vector<int> need_;    // group -> facts still asked when nothing is had
  std::vector<int> groups_;  // action -> how many groups ask for something
  int goal_groups_ = 0;
  std::vector<int> had_;
};

}  // namespace activateur
