// Landmarks of a deadline: sets of actions of which every plan that meets the goal by a given week contains one.
//
// Actions that together do not meet the goal by that week, capacity and budget aside, leave one out that every such
// plan contains; the more of them, the stronger the landmark (Haslum, Slaney and Thiebaux 2012, with time added).
#pragma once

#include <span>

#include "planning/windows.hpp"

namespace activateur {

// The earliest weeks of facts as actions are added and taken back. Keeps its work space; not thread-safe.
class deadline_reach {
 public:
  explicit deadline_reach(const plan_network& in);

  void start(int week);             // from nothing, with `week` as the deadline
  bool add(std::span<const int> actions);  // whether the goal is met by the deadline
  [[nodiscard]] std::size_t mark() const { return trail_.size(); }
  void take_back(std::size_t mark);  // to what it was at that mark

  [[nodiscard]] int goal() const;  // week in which the goal is met; `never`

 private:
  struct change {
    int fact;  // or -1 - action: the action was added
    int before;
  };
  [[nodiscard]] int group_time(int g) const;
  void use(int a);
  bool settle();

  const plan_network& in_;
  int week_ = 0;
  std::vector<int> fact_;
  std::vector<char> added_;
  std::vector<change> trail_;
  std::vector<int> queue_;
  mutable std::vector<int> times_;
};

// Completes what `reach` holds to a largest set that does not meet the goal, taking `order` in turn; the rest of
// `order` is the landmark.
void landmark_of(deadline_reach& reach, std::span<const int> order, std::vector<int>& landmark);

}  // namespace activateur
