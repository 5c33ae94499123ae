// The best timetable of a given selection.
//
// Some best timetable is left-justified: no step can start earlier with the others where they are. Sorted by start,
// each of its steps stands at the first week that fits after the steps before it: a step that could start earlier
// beside those could do so beside all, as the later ones only overlap weeks it already occupied. So it is enough to
// place steps in order of start, each at its first fit.
#include <algorithm>

#include "planning/bounds.hpp"
#include "planning/check.hpp"
#include "planning/exact.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

class sequencer {
 public:
  sequencer(const plan_network& in, const std::vector<int>& selection, int below, std::uint64_t& nodes)
      : in_(in), selection_(selection), below_(below), nodes_(nodes) {
    fact_.assign(at(in.facts), never);
    used_ = in.taken;
    placed_.assign(selection.size(), 0);
  }

  void search() {
    if (placed_count_ == selection_.size()) {
      const int goal = goal_time(fact_);
      if (goal >= below_ || goal > in_.horizon) return;
      below_ = goal;
      best = steps_;
      return;
    }
    if (nodes_ == 0) {
      complete = false;
      return;
    }
    --nodes_;
    if (lower_bound() >= below_) return;

    struct child {
      int start;
      std::size_t index;
    };
    std::vector<child> children;
    for (std::size_t i = 0; i < selection_.size(); ++i) {
      if (placed_[i]) continue;
      const int a = selection_[i];
      const int ready = ready_time(a, fact_);
      if (ready >= never) continue;
      const int start = first_fit(a, ready);
      if (start >= never) continue;  // unless a step placed later makes it ready sooner
      if (start < last_start_) continue;
      if (start == last_start_ && !steps_.empty() && in_.duration[at(steps_.back().action)] > 0 &&
          a < steps_.back().action)
        continue;  // the same timetable in another order
      children.push_back({start, i});
    }
    std::sort(children.begin(), children.end(), [](const child& x, const child& y) {
      return x.start != y.start ? x.start < y.start : x.index < y.index;
    });
    for (const child& c : children) {
      const int a = selection_[c.index];
      const int before = last_start_;
      std::vector<int> old;
      for (const int f : in_.products.of(a)) {
        old.push_back(fact_[at(f)]);
        fact_[at(f)] = std::min(fact_[at(f)], c.start + in_.duration[at(a)]);
      }
      for (int week = c.start; week < c.start + in_.duration[at(a)]; ++week) used_[at(week)] += in_.load[at(a)];
      placed_[c.index] = 1;
      ++placed_count_;
      last_start_ = c.start;
      steps_.push_back({a, c.start});
      search();
      steps_.pop_back();
      last_start_ = before;
      --placed_count_;
      placed_[c.index] = 0;
      for (int week = c.start; week < c.start + in_.duration[at(a)]; ++week) used_[at(week)] -= in_.load[at(a)];
      const auto products = in_.products.of(a);
      for (std::size_t i = 0; i < products.size(); ++i) fact_[at(products[i])] = old[i];
      if (!complete) return;
    }
  }

  std::vector<plan_step> best;
  bool complete = true;

 private:
  int group_time(int g, const std::vector<int>& fact) {
    times_.clear();
    for (const int f : in_.groups.of(g)) times_.push_back(fact[at(f)]);
    const int k = in_.need[at(g)];
    std::nth_element(times_.begin(), times_.begin() + (k - 1), times_.end());
    return times_[at(k - 1)];
  }
  int ready_time(int a, const std::vector<int>& fact) {
    int t = 0;
    for (const int g : in_.groups_of.of(a)) t = std::max(t, group_time(g, fact));
    return t;
  }
  int goal_time(const std::vector<int>& fact) {
    int t = 0;
    for (int g = in_.first_goal_group(); g < in_.group_count(); ++g) t = std::max(t, group_time(g, fact));
    return t;
  }
  [[nodiscard]] int first_fit(int a, int from) const {
    const double room = in_.capacity - in_.load[at(a)] + planning_slack;
    for (int start = in_.start_from(a, from); start < never;) {
      int full = -1;
      for (int week = start; week < start + in_.duration[at(a)]; ++week)
        if (used_[at(week)] > room) full = week;
      if (full < 0) return start;
      start = in_.start_from(a, full + 1);
    }
    return never;
  }

  // No step left can start before the last one placed; capacity aside, facts come no earlier than this.
  int lower_bound() {
    std::vector<int> fact = fact_;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < selection_.size(); ++i) {
        if (placed_[i]) continue;
        const int a = selection_[i];
        const int ready = ready_time(a, fact);
        if (ready >= never) continue;
        const int start = in_.start_from(a, std::max(ready, last_start_));
        if (start >= never) continue;
        for (const int f : in_.products.of(a))
          if (start + in_.duration[at(a)] < fact[at(f)]) {
            fact[at(f)] = start + in_.duration[at(a)];
            moved = true;
          }
      }
    }
    return goal_time(fact);
  }

  const plan_network& in_;
  const std::vector<int>& selection_;
  int below_;
  std::uint64_t& nodes_;
  std::vector<int> fact_;
  std::vector<double> used_;
  std::vector<char> placed_;
  std::size_t placed_count_ = 0;
  int last_start_ = 0;
  std::vector<plan_step> steps_;
  std::vector<int> times_;
};

}  // namespace

std::optional<timetable> schedule_exactly(const plan_network& in, const std::vector<int>& selection, int below,
                                          std::uint64_t& nodes, bool& complete) {
  std::vector<int> sorted = selection;
  std::sort(sorted.begin(), sorted.end());
  sequencer s(in, sorted, below, nodes);
  s.search();
  if (!s.complete) complete = false;
  if (s.best.empty()) return std::nullopt;
  timetable out;
  out.steps = s.best;
  std::vector<int> fact(at(in.facts), never);
  for (const plan_step& step : out.steps) {
    out.price += in.price[at(step.action)];
    out.cost += in.cost[at(step.action)];
    for (const int f : in.products.of(step.action))
      fact[at(f)] = std::min(fact[at(f)], step.start + in.duration[at(step.action)]);
  }
  for (int g = in.first_goal_group(); g < in.group_count(); ++g) {
    std::vector<int> times;
    for (const int f : in.groups.of(g)) times.push_back(fact[at(f)]);
    std::sort(times.begin(), times.end());
    out.makespan = std::max(out.makespan, times[at(in.need[at(g)]) - 1]);
  }
  out.objective = out.price + in.week_weight * out.makespan;
  return out;
}

}  // namespace activateur
