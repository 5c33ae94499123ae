// From chosen actions to a timetable.
#pragma once

#include "planning/network.hpp"

namespace activateur {

struct timetable {
  std::vector<plan_step> steps;  // network actions
  int makespan = 0;
  double price = 0, cost = 0;
  double objective = 0;  // price + week_weight x makespan
};

// The timetable of steps that are known to form a plan.
timetable timetable_of(const plan_network& in, const std::vector<plan_step>& steps);

// Serial schedule generation. Keeps its work space between calls; not thread-safe.
class scheduler {
 public:
  explicit scheduler(const plan_network& in);

  // Places every action of `selection`, at its first week that fits, those of lower `urgency` (one value an action of
  // the network) first among those whose groups are met. False when one finds no place, or the goal is not met.
  bool place(const std::vector<int>& selection, const std::vector<double>& urgency, timetable& out);

  // Removes steps whose absence leaves the others valid and the objective no worse, the dearest first.
  void drop_useless(timetable& plan);

  // For each step, the last week it could start without delaying the goal, capacity aside, written into `urgency`.
  void latest_starts(const timetable& plan, std::vector<double>& urgency);

  // Removes actions without which the goal is still reached, the dearest first. Order of the rest is kept.
  void drop_redundant(std::vector<int>& selection, const std::vector<double>& dearness);

 private:
  [[nodiscard]] int group_time(int g) const;
  [[nodiscard]] int ready_time(int a) const;
  [[nodiscard]] int goal_time() const;
  [[nodiscard]] int first_fit(int a, int from) const;
  [[nodiscard]] bool reaches_goal(const std::vector<int>& selection, int without);
  void add(timetable& plan, int a, int start);
  void clear();
  void total(timetable& plan) const;

  const plan_network& in_;
  std::vector<int> fact_time_;  // `never` between calls
  std::vector<int> touched_;
  std::vector<double> used_;  // load by week
  std::vector<int> waiting_, eligible_;
  mutable std::vector<int> times_;
};

}  // namespace activateur
