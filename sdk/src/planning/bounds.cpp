#include "planning/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace activateur {
namespace {
std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr double nothing = 1e-9;  // weights below this count as paid
constexpr double infinite = std::numeric_limits<double>::infinity();
}  // namespace

selection_bound::selection_bound(const plan_network& in) : in_(in) {}

bool selection_bound::apply(int a) {
  applied_[at(a)] = 1;
  applied_trail_.push_back(a);
  for (const int f : in_.products.of(a)) {
    if (have_[at(f)]) continue;
    have_[at(f)] = 1;
    trail_.push_back(f);
    for (const int g : in_.consumers.of(f)) {
      if (++met_[at(g)] != in_.need[at(g)]) continue;
      const int owner = in_.owner[at(g)];
      if (owner < 0)
        --unmet_goal_;
      else if (--unmet_[at(owner)] == 0 && in_set_[at(owner)])
        queue_.push_back(owner);
    }
  }
  return unmet_goal_ == 0;
}

bool selection_bound::close() {
  while (!queue_.empty()) {
    const int a = queue_.back();
    queue_.pop_back();
    if (!applied_[at(a)] && apply(a)) {
      queue_.clear();
      return true;
    }
  }
  return unmet_goal_ == 0;
}

void selection_bound::undo(std::size_t facts, std::size_t applied) {
  while (trail_.size() > facts) {
    const int f = trail_.back();
    trail_.pop_back();
    have_[at(f)] = 0;
    for (const int g : in_.consumers.of(f)) {
      if (met_[at(g)]-- != in_.need[at(g)]) continue;
      const int owner = in_.owner[at(g)];
      if (owner < 0)
        ++unmet_goal_;
      else
        ++unmet_[at(owner)];
    }
  }
  while (applied_trail_.size() > applied) {
    applied_[at(applied_trail_.back())] = 0;
    applied_trail_.pop_back();
  }
}

// Whether `a` may be free of charge without the goal being free of charge.
bool selection_bound::try_action(int a) {
  in_set_[at(a)] = 1;
  if (unmet_[at(a)] != 0) return true;
  const std::size_t facts = trail_.size();
  const std::size_t applied = applied_trail_.size();
  queue_.push_back(a);
  if (!close()) return true;
  undo(facts, applied);
  in_set_[at(a)] = 0;
  return false;
}

double selection_bound::compute(const std::vector<double>& weights, const std::vector<char>& allowed) {
  reduced_ = weights;
  smallest_.clear();
  have_.assign(at(in_.facts), 0);
  met_.assign(at(in_.group_count()), 0);
  unmet_.assign(at(in_.actions), 0);
  applied_.assign(at(in_.actions), 0);
  in_set_.assign(at(in_.actions), 0);
  trail_.clear();
  applied_trail_.clear();
  queue_.clear();
  unmet_goal_ = in_.goal_groups;
  order_.clear();
  for (int a = 0; a < in_.actions; ++a) {
    unmet_[at(a)] = static_cast<int>(in_.groups_of.of(a).size());
    if (!allowed.empty() && !allowed[at(a)]) continue;
    if (reduced_[at(a)] > nothing) {
      order_.push_back(a);
      continue;
    }
    in_set_[at(a)] = 1;
    if (unmet_[at(a)] == 0) queue_.push_back(a);
  }
  double bound = 0;
  std::vector<int> landmark;
  bool met = close();
  while (!met) {
    // The largest set of actions, cheapest first, that together do not reach the goal: every plan contains an action
    // outside, and adding any of those would reach it, so the set outside is a minimal landmark.
    std::sort(order_.begin(), order_.end(), [&](int x, int y) {
      return reduced_[at(x)] != reduced_[at(y)] ? reduced_[at(x)] < reduced_[at(y)] : x < y;
    });
    const std::size_t facts = trail_.size();
    const std::size_t applied = applied_trail_.size();
    landmark.clear();
    for (const int a : order_)
      if (!try_action(a)) landmark.push_back(a);
    if (landmark.empty()) return infinite;
    undo(facts, applied);
    for (const int a : order_) in_set_[at(a)] = 0;
    if (smallest_.empty() || landmark.size() < smallest_.size()) smallest_ = landmark;
    const double paid = reduced_[at(landmark.front())];  // the least: `order_` is ascending
    bound += paid;
    for (const int a : landmark) {
      reduced_[at(a)] -= paid;
      if (reduced_[at(a)] > nothing) continue;
      reduced_[at(a)] = 0;
      in_set_[at(a)] = 1;
      if (unmet_[at(a)] == 0) queue_.push_back(a);
    }
    std::erase_if(order_, [&](int a) { return in_set_[at(a)] != 0; });
    met = close();
  }
  return bound;
}

double rounded_bound(const plan_network& in, double bound) {
  return in.integral && std::isfinite(bound) ? std::ceil(bound - 1e-6) : bound;
}

double objective_bound(const plan_network& in, double incumbent, int intervals, std::vector<char>& fixed_out,
                       const std::function<bool()>& go_on) {
  fixed_out.assign(at(in.actions), 1);
  if (in.goal_groups == 0) return 0;
  selection_bound selection(in);
  std::vector<double> weights(at(in.actions));
  std::vector<char> allowed(at(in.actions));
  const bool loaded = std::isfinite(in.capacity) && in.capacity > 0 && in.week_weight > 0;

  int last = in.horizon;
  if (std::isfinite(incumbent) && in.week_weight > 0 && go_on()) {
    const double spare = incumbent - selection.compute(in.price, {});
    last = std::min(last, static_cast<int>(std::floor(std::max(0.0, spare) / in.week_weight + 1e-6)));
  }
  double lowest = incumbent;
  const int width = std::max(1, (last - in.fastest + intervals) / std::max(1, intervals));
  for (int low = in.fastest; low <= last; low += width) {
    const int high = low + width > last ? in.horizon : low + width - 1;
    for (int a = 0; a < in.actions; ++a) allowed[at(a)] = in.earliest[at(a)] <= high;
    double best = 0;
    std::vector<char> fixed(at(in.actions), 0);
    // A share of the weeks is paid by the work done (no week holds more than the capacity, and no step of a best plan
    // ends after the goal), the rest by the earliest goal week of the interval.
    for (const double share : {0.0, 0.35, 0.7, 1.0}) {
      if (share > 0 && !loaded) break;
      if (!go_on()) {
        fixed_out.assign(at(in.actions), 0);
        return 0;
      }
      for (int a = 0; a < in.actions; ++a)
        weights[at(a)] = in.price[at(a)] + (share > 0 ? share * in.week_weight * in.effort[at(a)] / in.capacity : 0.0);
      const double bound = selection.compute(weights, allowed) + (1 - share) * in.week_weight * low;
      best = std::max(best, rounded_bound(in, bound));
      for (int a = 0; a < in.actions; ++a)
        if (!allowed[at(a)] || rounded_bound(in, bound + selection.reduced()[at(a)]) >= incumbent - nothing)
          fixed[at(a)] = 1;
    }
    if (best >= incumbent - nothing) continue;  // nothing better here: every action may go
    lowest = std::min(lowest, best);
    for (int a = 0; a < in.actions; ++a) fixed_out[at(a)] = fixed_out[at(a)] && fixed[at(a)];
  }
  return lowest;
}

double quick_bound(const plan_network& in) {
  selection_bound selection(in);
  const bool loaded = std::isfinite(in.capacity) && in.capacity > 0;
  const double share = loaded ? 0.5 : 0.0;
  std::vector<double> weights = in.price;
  for (int a = 0; loaded && a < in.actions; ++a)
    weights[at(a)] += share * in.week_weight * in.effort[at(a)] / in.capacity;
  return rounded_bound(in, selection.compute(weights, {}) + (1 - share) * in.week_weight * in.fastest);
}

}  // namespace activateur
