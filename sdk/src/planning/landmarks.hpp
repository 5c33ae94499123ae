// Landmarks of a deadline: sets of actions of which every plan that meets the goal by a given week contains one.
//
// Actions that together do not meet the goal by that week, capacity and budget aside, leave one out that every such
// plan contains; the more of them, the stronger the landmark (Haslum, Slaney and Thiebaux 2012, with time added).
#pragma once

#include <cstdint>
#include <span>

#include "planning/windows.hpp"

namespace activateur {

// The earliest weeks of facts as actions are added and taken back. Keeps its work space; not thread-safe.
class deadline_reach {
 public:
  explicit deadline_reach(const plan_network& in);

  void start(int week);  // from nothing, with `week` as the deadline
  // Whether the goal is then met by the deadline; if so, the weeks are not all worked out and must be taken back.
  bool add(std::span<const int> actions);
  // Adds `a` unless the goal would then be met by the deadline; whether it was added.
  bool admit(int a);
  // Weeks worked out since it was made: a measure of the time taken.
  [[nodiscard]] std::int64_t steps() const { return steps_; }
  [[nodiscard]] std::size_t mark() const { return trail_.size(); }
  void take_back(std::size_t mark);  // to what it was at that mark

 private:
  enum class kind { action, fact, group };
  struct change {
    kind of;
    int what, before;
  };
  [[nodiscard]] int group_time(int g) const;
  [[nodiscard]] int end_of(int a) const;
  void have(int f, int week);
  void use(int a);
  bool settle();

  const plan_network& in_;
  int week_ = 0;
  std::vector<int> fact_, group_;  // weeks; `never`
  std::vector<int> unmet_;         // action -> groups not met by the deadline
  int unmet_goal_ = 0;
  std::int64_t steps_ = 0;
  std::vector<char> added_;
  // Fact -> last week at which having it would meet the goal, with all that was added since start(); -1: not known.
  std::vector<int> decisive_;
  std::vector<change> trail_;
  std::vector<int> queue_;
  mutable std::vector<int> times_;
};

// Completes what `reach` holds to a largest set that does not meet the goal, taking `order` in turn; the rest of
// `order` is the landmark.
void landmark_of(deadline_reach& reach, std::span<const int> order, std::vector<int>& landmark);

}  // namespace activateur
