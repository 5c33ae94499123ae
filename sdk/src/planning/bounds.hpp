// Lower bounds: no plan is faster, no plan is cheaper.
#pragma once

#include <functional>

#include "planning/network.hpp"

namespace activateur {

// Generalised Dijkstra (Knuth 1977) on the AND/OR graph, a group being met when its k-th fact is: exact for
// "fastest" without capacity and budget, since waiting never helps (a later ready week never gives an earlier start).
struct fastest_times {
  std::vector<int> fact;    // week a fact can be had; `never`
  std::vector<int> action;  // week an action can end; `never`
  int goal = never;
};
// `allowed`: one flag an action, empty for all.
fastest_times fastest(const plan_network& in, const std::vector<char>& allowed);

// What any plan must at least pay, given weights of actions, by landmarks: sets of actions of which every plan
// contains one. Dual ascent over the landmarks found, a feasible solution of the dual of their hitting-set LP.
class selection_bound {
 public:
  explicit selection_bound(const plan_network& in);

  // `weights`: one an action, 0 for those already chosen; actions with `allowed` 0 do not exist. Infinite when the
  // goal cannot be reached. Afterwards reduced() holds what is left of each weight: a plan that contains `a` costs
  // at least the bound + reduced()[a].
  double compute(const std::vector<double>& weights, const std::vector<char>& allowed);
  [[nodiscard]] const std::vector<double>& reduced() const { return reduced_; }
  // The smallest landmark met in the last computation, all of positive weight: what to branch on.
  [[nodiscard]] const std::vector<int>& landmark() const { return smallest_; }

 private:
  bool apply(int a);  // adds an action whose groups are met; true when the goal got met
  bool close();       // applies everything free of charge
  void undo(std::size_t facts, std::size_t applied);
  bool try_action(int a);

  const plan_network& in_;
  std::vector<double> reduced_;
  std::vector<char> allowed_;
  std::vector<char> in_set_;  // actions that may be used for nothing
  std::vector<char> have_;    // facts
  std::vector<int> met_;      // group -> facts had
  std::vector<int> unmet_;    // action -> groups not yet met
  int unmet_goal_ = 0;
  std::vector<int> trail_;  // facts, in the order they were had
  std::vector<int> ready_;  // actions whose groups are met, in that order
  std::vector<char> applied_;
  std::vector<int> applied_trail_;
  std::vector<int> queue_;
  std::vector<int> order_;
  std::vector<int> smallest_;
};

// A bound on the whole objective, valid for every plan cheaper than `incumbent` (infinite: for every plan): the goal
// weeks are cut into intervals; within each, actions that cannot end in time are left out. `fixed_out` receives the
// actions that no plan better than `incumbent` contains. `go_on` is asked before each computation of a selection bound;
// when it says no, the answer is 0 and nothing is fixed.
double objective_bound(const plan_network& in, double incumbent, int intervals, std::vector<char>& fixed_out,
                       const std::function<bool()>& go_on);

// The same with one interval and one computation: for want of anything better.
double quick_bound(const plan_network& in);

// Lower bounds are rounded up when every objective is a whole number.
double rounded_bound(const plan_network& in, double bound);

}  // namespace activateur
