// From chosen actions to a timetable.
#pragma once

#include "planning/network.hpp"

namespace activateur {

struct timetable {
  std::vector<plan_step> steps;  // network actions
  int makespan = 0;
  double price = 0;
  double excess = 0;     // beyond the limits of sums; 0: it is within them
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
  void select(const std::vector<int>& selection);
  void count_from(const std::vector<int>& selection, int without);
  void count(int a);
  void add(timetable& plan, int a, int start);
  void clear();
  void total(timetable& plan) const;

  const plan_network& in_;
  std::vector<int> fact_time_;  // `never` between calls
  std::vector<int> touched_;
  std::vector<double> used_;              // load by week
  std::vector<int> eligible_;             // actions whose groups are met
  row_table goal_of_;                     // fact -> groups of the goal
  std::vector<std::vector<int>> wanted_;  // fact -> groups of the actions selected
  std::vector<int> wanted_facts_;
  std::vector<char> had_;   // facts
  std::vector<int> met_;    // group -> facts had
  std::vector<int> unmet_;  // action -> groups not yet met
  int unmet_goal_ = 0;
  std::uint64_t stamp_ = 0;
  std::vector<std::uint64_t> stamp_of_;  // action -> the last count it was part of
  std::vector<int> start_of_;            // action -> week; -1 between calls
  std::vector<std::vector<int>> makers_;
  std::vector<int> changed_;
  mutable std::vector<int> times_;
};

}  // namespace activateur
