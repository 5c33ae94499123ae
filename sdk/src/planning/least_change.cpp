#include "planning/least_change.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "planning/criteria.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr double hours_step = 0.01;

// What the fullest week of a plan takes beyond `capacity`.
double excess_of(const plan_problem& asked, const std::vector<plan_step>& steps, const plan_problem& actions) {
  double out = 0;
  for (int week = 0; week < actions.horizon; ++week) {
    double load = 0;
    for (const plan_step& s : steps) {
      const action& a = actions.actions[at(s.action)];
      if (s.start <= week && week < s.start + a.duration) load += a.load;
    }
    out = std::max(out, load - asked.capacity_in(week));
  }
  return out;
}

class mover {
 public:
  mover(const obstacle_question& asked, const std::vector<plan_limit>& kept, const solve_limits& limits,
        const context& with)
      : asked_(asked), limits_(limits), with_(with), left_(held_to(asked, kept)) {}

  result<least_change> run(const std::vector<plan_limit>& lifted) {
    least_change out;
    for (const plan_limit& what : lifted) {
      remedy::change c{what, 0, false, {}};
      if (const auto fault = move(c)) return *fault;
      out.changes.push_back(std::move(c));
    }
    result<plan_solution> found = solve(left_, limits_, with_);
    if (!found) return std::move(found).why();
    out.plan = *std::move(found);
    if (!out.plan.feasible) out.plan = last_;
    for (remedy::change& c : out.changes) {
      if (c.what.kind != limit_kind::barrier) continue;
      const auto& barred = asked_.barriers[at(c.what.index)].actions;
      for (const plan_step& s : out.plan.steps)
        if (std::binary_search(barred.begin(), barred.end(), s.action)) c.actions.push_back(s.action);
      std::sort(c.actions.begin(), c.actions.end());
    }
    return out;
  }

 private:
  std::optional<error> move(remedy::change& c) {
    switch (c.what.kind) {
      case limit_kind::deadline: return by_order(c, {plan_aim::kind::weeks, {}}, asked_.deadline);
      case limit_kind::budget: return by_order(c, {plan_aim::kind::cost, {}}, asked_.problem.budget);
      case limit_kind::weekly_hours: return more_hours(c);
      case limit_kind::barrier: return let_in(c);
      case limit_kind::requirement: c.proven = true; return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<error> by_order(remedy::change& c, const plan_aim& of, double had) {
    result<ordered_solution> found = solve_in_order(left_, {of}, limits_, with_);
    if (!found) return std::move(found).why();
    if (!found->solution.feasible) return std::nullopt;
    last_ = std::move(found->solution);
    c.proven = found->first_proven;
    const plan_figures has = figures_of(left_, last_, {});
    c.amount = (of.of == plan_aim::kind::weeks ? has.weeks : has.cost) - had;
    if (of.of == plan_aim::kind::weeks)
      left_ = within_weeks(std::move(left_), last_.makespan);
    else
      left_.budget = has.cost;
    return std::nullopt;
  }

  std::optional<error> more_hours(remedy::change& c) {
    result<plan_solution> found = solve(any_plan(left_), limits_, with_);
    if (!found) return std::move(found).why();
    if (!found->feasible) return std::nullopt;
    last_ = *std::move(found);
    double high = excess_of(asked_.problem, last_.steps, left_);
    double low = 0;
    c.proven = true;
    while (high - low > hours_step) {
      const double middle = std::max(low, std::min(high - hours_step, (low + high) / 2));
      if (middle <= low) break;
      found = solve(any_plan(with_hours(middle)), limits_, with_);
      if (!found) return std::move(found).why();
      if (found->feasible) {
        last_ = *std::move(found);
        high = std::min(middle, excess_of(asked_.problem, last_.steps, left_));
      } else {
        low = middle;
        c.proven = found->proven_infeasible;
      }
    }
    c.amount = high;
    left_ = with_hours(high);
    return std::nullopt;
  }
  [[nodiscard]] plan_problem with_hours(double more) const {
    plan_problem out = left_;
    out.capacity = asked_.problem.capacity + more;
    out.capacity_by_week = asked_.problem.capacity_by_week;
    if (!out.capacity_by_week.empty()) out.capacity_by_week.resize(at(out.horizon));
    for (double& hours : out.capacity_by_week) hours += more;
    return out;
  }

  std::optional<error> let_in(remedy::change& c) {
    const barrier& b = asked_.barriers[at(c.what.index)];
    if (b.amounts.empty()) return few_of(c, b);
    const std::set<double> distinct(b.amounts.begin(), b.amounts.end());
    const std::vector<double> steps(distinct.begin(), distinct.end());
    std::size_t low = 0, high = steps.size() - 1;  // steps[high] is enough; below steps[low] none is
    c.proven = true;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      result<plan_solution> found = solve(any_plan(up_to(b, steps[middle])), limits_, with_);
      if (!found) return std::move(found).why();
      if (found->feasible) {
        last_ = *std::move(found);
        high = middle;
      } else {
        low = middle + 1;
        c.proven = found->proven_infeasible;
      }
    }
    c.amount = steps[high];
    left_ = up_to(b, c.amount);
    return std::nullopt;
  }
  [[nodiscard]] plan_problem up_to(const barrier& b, double amount) const {
    plan_problem out = left_;
    for (std::size_t i = 0; i < b.actions.size(); ++i)
      if (b.amounts[i] > amount) out.actions[at(b.actions[i])].starts.clear();
    return out;
  }
  // As few of its actions as can be.
  std::optional<error> few_of(remedy::change& c, const barrier& b) {
    plan_aim few{plan_aim::kind::amount, std::vector<double>(left_.actions.size(), 0.0)};
    for (const int a : b.actions) few.amounts[at(a)] = 1;
    result<ordered_solution> found = solve_in_order(left_, {few}, limits_, with_);
    if (!found) return std::move(found).why();
    if (!found->solution.feasible) return std::nullopt;
    c.proven = found->first_proven;
    last_ = std::move(found->solution);
    for (const int a : b.actions)
      if (std::none_of(last_.steps.begin(), last_.steps.end(), [&](const plan_step& s) { return s.action == a; }))
        left_.actions[at(a)].starts.clear();
    return std::nullopt;
  }

  const obstacle_question& asked_;
  const solve_limits& limits_;
  const context& with_;
  plan_problem left_;
  plan_solution last_;
};

}  // namespace

plan_problem held_to(const obstacle_question& asked, const std::vector<plan_limit>& kept) {
  const auto has = [&](limit_kind k, int index = 0) {
    return std::find(kept.begin(), kept.end(), plan_limit{k, index}) != kept.end();
  };
  plan_problem p = asked.problem;
  if (!has(limit_kind::budget)) p.budget = std::numeric_limits<double>::infinity();
  if (!has(limit_kind::weekly_hours)) {
    p.capacity = std::numeric_limits<double>::infinity();
    p.capacity_by_week.clear();
  }
  for (std::size_t b = 0; b < asked.barriers.size(); ++b)
    if (has(limit_kind::barrier, static_cast<int>(b)))
      for (const int a : asked.barriers[b].actions) p.actions[at(a)].starts.clear();
  p.goal.clear();
  for (std::size_t g = 0; g < asked.problem.goal.size(); ++g)
    if (has(limit_kind::requirement, static_cast<int>(g))) p.goal.push_back(asked.problem.goal[g]);
  return has(limit_kind::deadline) ? within_weeks(std::move(p), asked.deadline) : p;
}

plan_problem any_plan(plan_problem problem) {
  problem.hour_weight = problem.week_weight = 0;
  for (action& a : problem.actions) {
    a.extra = 0;
    if (!std::isfinite(problem.budget)) a.cost = 0;
  }
  return problem;
}

result<least_change> least_change_of(const obstacle_question& asked, const std::vector<plan_limit>& kept,
                                     const std::vector<plan_limit>& lifted, const solve_limits& limits,
                                     const context& with) {
  return mover(asked, kept, limits, with).run(lifted);
}

}  // namespace activateur
