// Whether given actions can all be steps of one plan that meets the goal by a week: windows, narrowed until nothing
// changes, then search.
#pragma once

#include <functional>
#include <optional>

#include "planning/load_rows.hpp"
#include "planning/schedule.hpp"

namespace activateur {

class placement {
 public:
  // `go_on` is asked now and then while searching: false makes the outcome unsure.
  placement(const plan_network& in, std::function<bool()> go_on);

  enum class outcome { possible, impossible, unsure };
  // A plan that uses only `available` (one flag an action), each of `placed` among its steps, within the capacity.
  // Narrows windows; then searches at most `nodes` nodes, each taken from `nodes`. Steps of plans are of use: a plan
  // with a step that the goal can do without may be missed, the same plan without the step is not.
  outcome decide(int week, const std::vector<char>& available, const std::vector<int>& placed, std::uint64_t& nodes);
  // The same without search: false when no such plan exists. Then `available` loses the actions that none contains,
  // and `placed` gains those that all do.
  bool narrow(int week, std::vector<char>& available, std::vector<int>& placed);
  // After `possible`: steps that meet the goal by the week.
  [[nodiscard]] const std::vector<plan_step>& steps() const { return steps_; }

 private:
  struct state {
    std::vector<char> available, must;
    std::vector<int> first, last;  // starts, of available actions
  };
  enum class narrowed { refuted, settled, open };

  bool start(int week, const std::vector<char>& available, const std::vector<int>& placed, state& s);
  narrowed narrow(state& s);
  bool forwards(state& s);
  bool backwards(state& s);
  bool demand(state& s);
  bool load(state& s);
  bool fits_between(const state& s);
  bool lower_last(state& s, int a, int to);
  bool raise_first(state& s, int a, int to);
  bool remove(state& s, int a);
  outcome search(state s, std::uint64_t& nodes, int depth);
  bool met_by_fixed(const state& s);

  const plan_network& in_;
  std::function<bool()> go_on_;
  int week_ = 0;
  bool changed_ = false;
  std::vector<int> fact_, latest_, due_, missing_, unmet_, ready_;
  std::vector<std::vector<int>> buckets_;
  std::vector<double> profile_;
  std::vector<load_counting> countings_;
  std::vector<double> loads_;  // by action, then by counting
  bool by_week_ = false;       // branch on the step that starts first, else on the one with the least freedom
  std::vector<int> listed_;    // available actions, and those of them that must be placed
  std::vector<int> must_;
  std::vector<plan_step> steps_;
};

}  // namespace activateur
