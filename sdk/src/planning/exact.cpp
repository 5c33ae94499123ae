// Branch and bound over selections.
//
// A node has actions chosen, actions excluded, the rest free. While the chosen ones do not reach the goal, it branches
// on a landmark: the i-th child takes its i-th action and excludes those before. Once they do, their best timetable is
// found, and the children are the supersets that could still pay for themselves by saving weeks.
#include "planning/exact.hpp"

#include <algorithm>
#include <cmath>

#include "planning/bounds.hpp"
#include "planning/check.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr double slack = 1e-9;
constexpr std::uint64_t schedule_nodes = 20'000;  // for one selection
constexpr std::size_t scheduled_max = 48;         // steps of one selection; also bounds the recursion

class tree {
 public:
  tree(const plan_network& in, double incumbent, const std::vector<char>& excluded, work_budget& budget, double until)
      : in_(in), incumbent_(incumbent), budget_(budget), until_(until), selection_(in), weights_(at(in.actions)) {
    allowed_.assign(at(in.actions), 1);
    for (std::size_t a = 0; a < excluded.size(); ++a)
      if (excluded[a]) allowed_[a] = 0;
    chosen_flag_.assign(at(in.actions), 0);
    loaded_ = std::isfinite(in.capacity) && in.capacity > 0 && in.week_weight > 0;
  }

  void visit(double known_bound) {
    if (!budget_.spend() || budget_.share() >= until_) {
      complete = false;
      open_bound = std::min(open_bound, known_bound);
      return;
    }
    if (chosen_.size() > scheduled_max) return leave_open(known_bound);
    std::vector<int> dropped;
    const double bound = std::max(known_bound, tighten(dropped));
    if (bound < incumbent_ - slack) branch(bound);
    for (const int a : dropped) allowed_[at(a)] = 1;
  }

  bool complete = true;
  double open_bound = std::numeric_limits<double>::infinity();
  std::optional<timetable> best;

 private:
  void leave_open(double bound) {
    complete = false;
    open_bound = std::min(open_bound, bound);
  }
  [[nodiscard]] bool free(int a) const { return allowed_[at(a)] && !chosen_flag_[at(a)]; }
  [[nodiscard]] bool beaten(double bound) const { return rounded_bound(in_, bound) >= incumbent_ - slack; }

  // A bound of the node; free actions that nothing better contains are excluded, and listed in `dropped`.
  double tighten(std::vector<int>& dropped) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (cost_ > in_.budget + planning_slack) return infinite;
    const auto drop = [&](int a) {
      allowed_[at(a)] = 0;
      dropped.push_back(a);
    };
    for (int a = 0; a < in_.actions; ++a)
      if (free(a) && (cost_ + in_.cost[at(a)] > in_.budget + planning_slack)) drop(a);
    const fastest_times times = fastest(in_, allowed_);
    week_ = times.goal;
    for (const int a : chosen_) week_ = std::max(week_, times.action[at(a)]);
    if (week_ > in_.horizon) return infinite;
    for (int a = 0; a < in_.actions; ++a)
      if (free(a) && (times.action[at(a)] >= never ||
                      beaten(price_ + in_.price[at(a)] + in_.week_weight * std::max(week_, times.action[at(a)]))))
        drop(a);
    double best_bound = 0;
    for (const double share : {0.0, 0.5, 1.0}) {
      if (share > 0 && !loaded_) break;
      const double rate = share > 0 ? share * in_.week_weight / in_.capacity : 0.0;
      for (int a = 0; a < in_.actions; ++a)
        weights_[at(a)] = chosen_flag_[at(a)] ? 0.0 : in_.price[at(a)] + rate * in_.effort[at(a)];
      const double bound =
          price_ + rate * effort_ + (1 - share) * in_.week_weight * week_ + selection_.compute(weights_, allowed_);
      best_bound = std::max(best_bound, rounded_bound(in_, bound));
      if (best_bound >= incumbent_ - slack) return best_bound;
      for (int a = 0; a < in_.actions; ++a)
        if (free(a) && beaten(bound + selection_.reduced()[at(a)])) drop(a);
    }
    if (std::isfinite(in_.budget)) {
      for (int a = 0; a < in_.actions; ++a) weights_[at(a)] = chosen_flag_[at(a)] ? 0.0 : in_.cost[at(a)];
      if (cost_ + selection_.compute(weights_, allowed_) > in_.budget + planning_slack) return infinite;
    }
    return best_bound;
  }

  void branch(double bound) {
    const fastest_times alone = fastest(in_, chosen_flag_);
    std::vector<int> children;
    if (alone.goal <= in_.horizon) {
      evaluate(alone);
      // Supersets: an action more must pay for itself in weeks.
      for (int a = 0; a < in_.actions; ++a)
        if (free(a) && !beaten(price_ + in_.price[at(a)] + in_.week_weight * week_)) children.push_back(a);
    } else {
      for (int a = 0; a < in_.actions; ++a) weights_[at(a)] = chosen_flag_[at(a)] ? 0.0 : in_.price[at(a)] + 1e-3;
      selection_.compute(weights_, allowed_);
      children = selection_.landmark();
    }
    std::sort(children.begin(), children.end(), [&](int x, int y) {
      return in_.price[at(x)] != in_.price[at(y)] ? in_.price[at(x)] < in_.price[at(y)] : x < y;
    });
    std::vector<int> excluded;
    for (const int a : children) {
      if (!allowed_[at(a)]) continue;
      if (bound >= incumbent_ - slack) break;
      choose(a);
      visit(bound);
      unchoose(a);
      allowed_[at(a)] = 0;
      excluded.push_back(a);
    }
    for (const int a : excluded) allowed_[at(a)] = 1;
  }

  void evaluate(const fastest_times& alone) {
    int least = alone.goal;
    for (const int a : chosen_) {
      if (alone.action[at(a)] >= never) return;  // an action that the others do not make possible: a superset's turn
      least = std::max(least, alone.action[at(a)]);
    }
    if (loaded_) least = std::max(least, static_cast<int>(std::ceil(effort_ / in_.capacity - 1e-6)));
    if (beaten(price_ + in_.week_weight * least)) return;
    int below = in_.horizon + 1;
    if (in_.week_weight > 0 && std::isfinite(incumbent_))
      below = std::min(below, static_cast<int>(std::ceil((incumbent_ - slack - price_) / in_.week_weight - 1e-9)));
    std::uint64_t nodes = schedule_nodes;
    bool sure = true;
    const auto plan = schedule_exactly(in_, chosen_, below, nodes, sure);
    // Placing steps is much less work than bounding a node.
    budget_.spend((schedule_nodes - nodes) / 64);
    if (!sure) leave_open(rounded_bound(in_, price_ + in_.week_weight * least));
    if (plan && plan->objective < incumbent_ - slack) {
      incumbent_ = plan->objective;
      best = plan;
    }
  }

  void choose(int a) {
    chosen_flag_[at(a)] = 1;
    chosen_.push_back(a);
    sums();
  }
  void unchoose(int a) {
    chosen_flag_[at(a)] = 0;
    chosen_.pop_back();
    sums();
  }
  // Summed anew each time: adding and taking away would let rounding build up.
  void sums() {
    price_ = cost_ = effort_ = 0;
    for (const int a : chosen_) {
      price_ += in_.price[at(a)];
      cost_ += in_.cost[at(a)];
      effort_ += in_.effort[at(a)];
    }
  }

  const plan_network& in_;
  double incumbent_;
  work_budget& budget_;
  double until_;
  selection_bound selection_;
  std::vector<double> weights_;
  std::vector<char> allowed_, chosen_flag_;
  std::vector<int> chosen_;
  double price_ = 0, cost_ = 0, effort_ = 0;
  int week_ = 0;  // no plan of the node meets the goal before
  bool loaded_ = false;
};

}  // namespace

exact_outcome search_exactly(const plan_network& in, double incumbent, const std::vector<char>& excluded,
                             work_budget& budget, double until) {
  tree t(in, incumbent, excluded, budget, until);
  t.visit(0);
  exact_outcome out;
  out.complete = t.complete;
  out.best = std::move(t.best);
  out.bound = t.complete ? (out.best ? out.best->objective : incumbent) : t.open_bound;
  return out;
}

}  // namespace activateur
