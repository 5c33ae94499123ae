// Large-neighbourhood search: take some steps out of the plan, complete it anew, keep what is better.
#pragma once

#include <optional>

#include "planning/budget.hpp"
#include "planning/construct.hpp"
#include "planning/schedule.hpp"

namespace activateur {

class improver {
 public:
  improver(const plan_network& in, std::uint64_t seed);

  // Works until the budget has used `until` nodes (some more while there is no plan) or a plan is as good as `bound`.
  // Called again, it goes on.
  void run(work_budget& budget, std::uint64_t until, double bound);

  // The best plan within the limits of sums so far.
  [[nodiscard]] const std::optional<timetable>& best() const { return best_; }
  // Starts from a plan made of these actions and of what they lack; without effect when there is none.
  void begin_with(const std::vector<int>& actions);
  // Takes over a plan found elsewhere.
  void offer(const timetable& plan);
  // Tries plans near a relaxation: `used` says by action how far it uses it, `dearer` what using it costs more.
  void round_off(const std::vector<double>& used, const std::vector<double>& dearer);
  // Flags of all actions but some `most` of those that good plans seen and relaxations have, and but for those of the
  // best; which, changes from one call to the next.
  [[nodiscard]] std::vector<char> outside_good_plans(int most);

 private:
  void first_plan();
  void focus();
  void iterate();
  std::vector<int> destroy();
  bool build(const std::vector<int>& kept, timetable& out);
  void value_actions(double money);
  void consider(const timetable& plan);
  [[nodiscard]] double penalised(const timetable& plan) const;

  const plan_network& in_;
  random_source random_;
  builder builder_;
  scheduler scheduler_;
  construction how_;
  std::vector<double> seen_;  // action -> how often good plans had it, lately
  std::vector<double> dear_;  // action -> how much dearer plans with it are, as relaxations have it; empty: not known
  std::vector<int> inside_;   // actions in focus
  std::optional<timetable> best_, current_;
  std::vector<double> urgency_;      // of the current plan, for the next
  std::vector<double> urgency_try_;  // of the one under construction
  std::vector<int> selection_;
  double money_ = 0;   // what an excess of a limited sum counts, as a euro above the budget
  double warmth_ = 0;  // how much worse a plan may be and still be followed
  double reached_ = std::numeric_limits<double>::infinity();  // since the last start
  std::uint64_t rounds_ = 0, attempts_ = 0, starts_ = 0, since_better_ = 0;
};

}  // namespace activateur
