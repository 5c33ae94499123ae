#include "planning/improve.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/check.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Tuned on generated problems of 30 to 60 requirements; none changes which plans are valid.
constexpr std::uint64_t first_plan_nodes = 500;  // more, for want of any plan
constexpr int destroyed_max = 7;                 // steps taken out at once
constexpr double good_within = 1.08;             // of the best objective
constexpr double seen_by_relaxation = 30;
constexpr double seen_least = 0.3;                  // to 1 more, at random: another small problem each time
constexpr double warmth_start = 0.02;               // share of the objective
constexpr std::uint64_t warmth_cycle = 1500;        // rounds from warm to cold
constexpr std::uint64_t patience = 600;             // rounds without a better plan before starting anew
constexpr std::uint64_t focus_rounds = 128;         // before other actions are looked at
constexpr int focus_least = 100, focus_more = 300;  // actions
constexpr int unfocused = 4;                        // one time in so many all actions are looked at
constexpr double newer = 0.3;                       // weight of the newest relaxation

}  // namespace

improver::improver(const plan_network& in, std::uint64_t seed)
    : in_(in),
      random_(seed),
      builder_(in),
      scheduler_(in),
      seen_(at(in.actions), 0.0),
      urgency_(at(in.actions)),
      urgency_try_(at(in.actions)) {
  how_.weight.assign(at(in.actions), 0.0);
  how_.forbidden.assign(at(in.actions), 0);
  money_ = in.sums.empty() ? 0.0 : 4.0;
}

double improver::penalised(const timetable& plan) const {
  return plan.objective + (plan.excess > 0 ? money_ * plan.excess + 1 : 0.0);
}

void improver::offer(const timetable& plan) {
  if (plan.excess > 0) return;
  if (best_ && plan.objective >= best_->objective - 1e-9) return;
  best_ = plan;
}

void improver::value_actions(double money) {
  // What an action costs: its price, a share of the weeks its load takes, and euros again when they are short.
  const double weeks =
      std::isfinite(in_.capacity) && in_.capacity > 0 ? random_.unit() * 1.5 * in_.week_weight / in_.capacity : 0.0;
  const double length = random_.below(3) == 0 ? random_.unit() * 0.5 * in_.week_weight : 0.0;
  for (int a = 0; a < in_.actions; ++a)
    how_.weight[at(a)] =
        in_.price[at(a)] + weeks * in_.effort[at(a)] + money * in_.scarce[at(a)] + length * in_.duration[at(a)] + 1e-3;
}

bool improver::build(const std::vector<int>& kept, timetable& out) {
  how_.key = random_.next();
  if (!builder_.complete(kept, how_, random_, selection_)) return false;
  scheduler_.drop_redundant(selection_, how_.weight);
  for (const int a : selection_) {
    const bool planned = current_ && std::any_of(current_->steps.begin(), current_->steps.end(),
                                                 [&](const plan_step& s) { return s.action == a; });
    if (!planned) urgency_try_[at(a)] = in_.earliest[at(a)] - in_.duration[at(a)] + 2;
  }
  const int shaken = random_.below(4);
  if (shaken > 0)
    for (const int a : selection_) urgency_try_[at(a)] += shaken * 1.5 * random_.unit();
  if (!scheduler_.place(selection_, urgency_try_, out)) return false;
  scheduler_.drop_useless(out);
  // A second pass with the slack of the first: what holds the goal up goes first.
  if (!current_ || penalised(out) < 1.1 * penalised(*current_)) {
    for (int pass = 0; pass < 2; ++pass) {
      scheduler_.latest_starts(out, urgency_try_);
      selection_.clear();
      for (const plan_step& s : out.steps) selection_.push_back(s.action);
      timetable again;
      if (!scheduler_.place(selection_, urgency_try_, again)) break;
      scheduler_.drop_useless(again);
      if (again.objective >= out.objective - 1e-9) break;
      out = std::move(again);
    }
  }
  return true;
}

std::vector<char> improver::outside_good_plans(int most) {
  std::vector<std::pair<double, int>> order;
  const std::uint64_t key = random_.next();
  for (int a = 0; a < in_.actions; ++a)
    if (seen_[at(a)] > 0) order.emplace_back(-seen_[at(a)] * (seen_least + random_source::noise(key, a)), a);
  std::sort(order.begin(), order.end());
  if (order.size() > at(most)) order.resize(at(most));
  std::vector<char> outside(at(in_.actions), 1);
  for (const auto& [rank, a] : order) outside[at(a)] = 0;
  if (best_)
    for (const plan_step& s : best_->steps) outside[at(s.action)] = 0;
  return outside;
}

void improver::consider(const timetable& plan) {
  if (!best_ || penalised(plan) < good_within * best_->objective)
    for (const plan_step& s : plan.steps) seen_[at(s.action)] += 1;
  const bool follows = !current_ || penalised(plan) <= penalised(*current_) + warmth_ * current_->objective;
  if (plan.excess <= 0) {
    money_ *= 0.995;
    if (!best_ || plan.objective < best_->objective - 1e-9) {
      best_ = plan;
    }
  } else if (money_ < 1e6) {
    money_ *= 1.005;
  }
  if (!follows) return;
  if (penalised(plan) < reached_ - 1e-9) {
    reached_ = penalised(plan);
    since_better_ = 0;
  }
  current_ = plan;
  scheduler_.latest_starts(*current_, urgency_);
}

void improver::first_plan() {
  // Each attempt presses harder on what may have failed: money, then time.
  const auto pressed = static_cast<double>(attempts_ % 12);
  value_actions(in_.sums.empty() ? 0.0 : std::pow(2.0, pressed) - 1);
  if (attempts_ % 3 == 2)
    for (int a = 0; a < in_.actions; ++a) how_.weight[at(a)] += in_.week_weight * in_.earliest[at(a)];
  how_.forbidden.assign(at(in_.actions), 0);
  how_.noise = attempts_ == 0 ? 0.0 : 0.2 + 0.1 * pressed;
  how_.sharing = attempts_ % 2 == 0 ? 0.5 : 0.0;
  ++attempts_;
  timetable plan;
  if (build({}, plan)) consider(plan);
}

void improver::begin_with(const std::vector<int>& actions) {
  value_actions(0.0);
  how_.noise = how_.sharing = 0;
  for (const int a : actions) urgency_try_[at(a)] = in_.earliest[at(a)] - in_.duration[at(a)];
  timetable plan;
  if (build(actions, plan)) consider(plan);
}

std::vector<int> improver::destroy() {
  const auto& steps = current_->steps;
  const int n = static_cast<int>(steps.size());
  std::vector<char> out(at(n), 0);
  const int how = random_.below(10);
  const int many = 1 + std::min(random_.below(std::min(n, destroyed_max)), random_.below(std::min(n, destroyed_max)));
  if (how < 4) {
    for (int i = 0; i < many; ++i) out[at(random_.below(n))] = 1;
  } else if (how < 6) {
    // One step and those near it in time.
    const plan_step& centre = steps[at(random_.below(n))];
    const int window = 1 + random_.below(6);
    for (int i = 0; i < n; ++i)
      if (std::abs(steps[at(i)].start - centre.start) <= window && random_.below(2) == 0) out[at(i)] = 1;
  } else if (how < 8) {
    // Steps that hold the goal up: those of least slack.
    for (int i = 0; i < n; ++i)
      if (urgency_[at(steps[at(i)].action)] - steps[at(i)].start < 1 && random_.below(3) == 0) out[at(i)] = 1;
  } else {
    // Steps that end last.
    const int last = current_->makespan - random_.below(4);
    for (int i = 0; i < n; ++i)
      if (steps[at(i)].start + in_.duration[at(steps[at(i)].action)] >= last) out[at(i)] = 1;
  }
  std::vector<int> kept;
  how_.forbidden.assign(at(in_.actions), 0);
  const bool forced = random_.below(2) == 0;
  for (int i = 0; i < n; ++i) {
    const int a = steps[at(i)].action;
    if (!out[at(i)])
      kept.push_back(a);
    else if (forced && random_.below(2) == 0)
      how_.forbidden[at(a)] = 1;
  }
  // Sometimes an action from outside is made free, so that it comes in and makes others redundant.
  if (random_.below(4) == 0) {
    const int a = inside_[at(random_.below(static_cast<int>(inside_.size())))];
    how_.weight[at(a)] = 0;
  }
  // Sometimes only what can end before an earlier goal week may come in.
  if (how >= 8 || random_.below(4) == 0) {
    const int aim = current_->makespan - 1 - random_.below(3);
    for (int a = 0; a < in_.actions; ++a)
      if (in_.earliest[at(a)] > aim) how_.forbidden[at(a)] = 1;
  }
  return kept;
}

void improver::iterate() {
  if (rounds_ % focus_rounds == 0) focus();
  ++rounds_;
  // Now from the best plan, now from nothing: what is found on other ways is good for being combined.
  if (best_ && ++since_better_ > patience) {
    since_better_ = 0;
    if (++starts_ % 2 == 0) {
      current_.reset();
      reached_ = std::numeric_limits<double>::infinity();
      return first_plan();
    }
    current_ = best_;
    reached_ = best_->objective;
    scheduler_.latest_starts(*current_, urgency_);
  }
  const auto phase = static_cast<double>(rounds_ % warmth_cycle) / static_cast<double>(warmth_cycle);
  warmth_ = warmth_start * (1 - phase) * (1 - phase);
  value_actions(in_.sums.empty() ? 0.0 : money_ * random_.unit());
  static constexpr double noises[] = {0.05, 0.2, 0.5, 1.0};
  static constexpr double sharings[] = {0.0, 0.3, 0.7, 1.0};
  how_.noise = noises[random_.below(4)];
  how_.sharing = sharings[random_.below(4)];
  const std::vector<int> kept = destroy();
  urgency_try_ = urgency_;
  timetable plan;
  if (build(kept, plan)) consider(plan);
}

// Most of the time only actions that relaxations do not find too dear are looked at: large problems then cost no more
// time than small ones.
void improver::focus() {
  std::vector<char> inside(at(in_.actions), 1);
  const int many = focus_least + random_.below(focus_more);
  if (!dear_.empty() && 2 * many < in_.actions && random_.below(unfocused) != 0) {
    std::vector<int> order(at(in_.actions));
    std::iota(order.begin(), order.end(), 0);
    std::nth_element(order.begin(), order.begin() + many, order.end(),
                     [&](int x, int y) { return dear_[at(x)] != dear_[at(y)] ? dear_[at(x)] < dear_[at(y)] : x < y; });
    inside.assign(at(in_.actions), 0);
    for (int i = 0; i < many; ++i) inside[at(order[at(i)])] = 1;
    for (const auto* plan : {&best_, &current_})
      if (*plan)
        for (const plan_step& s : (*plan)->steps) inside[at(s.action)] = 1;
  }
  inside_.clear();
  for (int a = 0; a < in_.actions; ++a)
    if (inside[at(a)]) inside_.push_back(a);
  builder_.only(inside);
}

void improver::round_off(const std::vector<double>& used, const std::vector<double>& dearer) {
  if (dear_.empty()) dear_ = dearer;
  for (int a = 0; a < in_.actions; ++a) dear_[at(a)] += newer * (dearer[at(a)] - dear_[at(a)]);
  for (int a = 0; a < in_.actions; ++a) seen_[at(a)] += seen_by_relaxation * used[at(a)];
  static constexpr double sure_from[] = {0.9, 0.5, 0.2};
  for (const double from : sure_from) {
    value_actions(in_.sums.empty() ? 0.0 : money_ * random_.unit());
    std::vector<int> kept;
    for (int a = 0; a < in_.actions; ++a) {
      how_.weight[at(a)] *= 1.02 - used[at(a)];
      if (used[at(a)] >= from) kept.push_back(a);
    }
    how_.forbidden.assign(at(in_.actions), 0);
    how_.noise = 0.1;
    how_.sharing = 0.3;
    urgency_try_ = urgency_;
    timetable plan;
    if (build(kept, plan)) consider(plan);
  }
}

void improver::run(work_budget& budget, std::uint64_t until, double bound) {
  if (in_.actions == 0) return;
  while (!best_ || best_->objective > bound + 1e-6) {
    if (!current_ || current_->steps.empty())
      first_plan();
    else
      iterate();
    // Without any plan yet, a first one matters more than the proof.
    if (!budget.spend() || budget.used() >= (best_ ? until : until + first_plan_nodes)) return;
  }
}

}  // namespace activateur
