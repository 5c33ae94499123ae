// Lexicographic order in stages: each has one aim as its whole objective, and what the stages before reached as its
// limits, a deadline, a budget or the limit of a sum.
#include "planning/criteria.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/check.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::array<std::string_view, 5> names{"weeks", "cost", "hours", "distance", "steps"};
constexpr double parts = 100;  // amounts are compared in hundredths

double rounded(double amount) { return std::round(amount * parts) / parts; }

class ordered_search {
 public:
  ordered_search(const plan_problem& problem, const std::vector<plan_aim>& aims, const solve_limits& limits,
                 const context& with)
      : problem_(problem), aims_(aims), limits_(limits), with_(with), left_(problem) {}

  result<ordered_solution> run(const std::vector<plan_step>& near) {
    ordered_solution out;
    best_.steps = near;
    bool proven = true;
    for (std::size_t i = 0; i <= aims_.size(); ++i) {
      const bool last = i == aims_.size();
      result<plan_solution> found = solve(last ? left_ : with_aim(aims_[i]), limits_, with_, {best_.steps, 0});
      if (!found) return std::move(found).why();
      out.nodes += found->nodes;
      if (i == 0 && !found->feasible) {
        out.solution = *std::move(found);
        out.solution.bound = 0;
        return out;
      }
      proven = proven && found->optimal;
      const double bound = found->bound;
      if (!take(*std::move(found), i)) proven = false;
      if (last) break;
      out.aims_proven = proven;
      const double value = sum_of(problem_, aims_[i], best_);
      if (i == 0) {
        out.first_proven = proven;
        out.first_bound = proven ? value : std::min(value, at_least(bound));
      }
      left_ = limited(std::move(left_), aims_[i], value);
    }
    out.solution = std::move(best_);
    out.solution.optimal = proven;
    // What bounds one stage is no bound of the usual objective.
    out.solution.bound = aims_.empty() || proven ? out.solution.objective : 0;
    return out;
  }

 private:
  // What is left, with the aim as its objective, in whole steps where it has steps.
  [[nodiscard]] plan_problem with_aim(const plan_aim& a) const {
    plan_problem p = left_;
    p.hour_weight = p.week_weight = 0;
    for (action& x : p.actions) x.extra = 0;
    if (a.of == plan_aim::kind::cost) return p;
    // Money is no part of the objective then, but stays limited.
    if (std::isfinite(p.budget)) {
      sum_limit money{p.budget, {}};
      for (const action& x : p.actions) money.amounts.push_back(x.cost);
      p.sums.push_back(std::move(money));
      p.budget = std::numeric_limits<double>::infinity();
    }
    for (action& x : p.actions) x.cost = 0;
    if (a.of == plan_aim::kind::weeks) {
      p.week_weight = 1;
      return p;
    }
    const double step = quantum_of(problem_, a);
    for (std::size_t x = 0; step > 0 && x < p.actions.size(); ++x) p.actions[x].extra = std::round(a.amounts[x] / step);
    return p;
  }

  // From a bound of the first stage's objective to one of the aim.
  [[nodiscard]] double at_least(double bound) const {
    if (aims_[0].of != plan_aim::kind::amount) return std::max(0.0, bound);
    return std::max(0.0, std::ceil(bound - 1e-6) * quantum_of(problem_, aims_[0]));
  }

  // Keeps the better of the plan so far and the one found; false when the one found was worse.
  bool take(plan_solution found, std::size_t stage) {
    if (!found.feasible) return false;
    const plan_check judged = check_plan(problem_, found.steps);
    if (!judged.ok) return false;
    found.objective = judged.objective;
    found.cost = judged.cost;
    if (have_) {
      for (std::size_t i = 0; i < std::min(stage + 1, aims_.size()); ++i) {
        const double before = sum_of(problem_, aims_[i], best_);
        const double now = sum_of(problem_, aims_[i], found);
        if (now > before + planning_slack) return false;
        if (now < before - planning_slack) break;
      }
      if (stage == aims_.size() && found.objective > best_.objective + 1e-6) return false;
    }
    best_ = std::move(found);
    have_ = true;
    return true;
  }

  const plan_problem& problem_;
  const std::vector<plan_aim>& aims_;
  const solve_limits& limits_;
  const context& with_;
  plan_problem left_;
  plan_solution best_;
  bool have_ = false;
};

}  // namespace

std::string_view name_of(criterion c) { return names[static_cast<std::size_t>(c)]; }

std::optional<criterion> criterion_named(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<criterion>(found - names.begin());
}

double plan_figures::of(criterion c) const {
  switch (c) {
    case criterion::weeks: return weeks;
    case criterion::cost: return cost;
    case criterion::hours: return hours;
    case criterion::distance: return distance;
    case criterion::steps: return steps;
  }
  return 0;
}

plan_figures figures_of(const plan_problem& problem, const plan_solution& plan, const std::vector<double>& distance) {
  plan_figures out;
  out.weeks = plan.makespan;
  out.steps = static_cast<double>(plan.steps.size());
  for (const plan_step& s : plan.steps) {
    out.cost += problem.actions[at(s.action)].cost;
    out.hours += problem.actions[at(s.action)].hours;
    if (!distance.empty()) out.distance += distance[at(s.action)];
  }
  return out;
}

plan_problem within_weeks(plan_problem problem, int weeks) {
  problem.horizon = std::min(problem.horizon, weeks);
  if (!problem.capacity_by_week.empty()) problem.capacity_by_week.resize(at(problem.horizon));
  for (action& a : problem.actions) std::erase_if(a.starts, [&](int s) { return s + a.duration > problem.horizon; });
  return problem;
}

plan_problem limited(plan_problem problem, const plan_aim& a, double most) {
  if (a.of == plan_aim::kind::weeks) return within_weeks(std::move(problem), static_cast<int>(most));
  if (a.of == plan_aim::kind::cost) {
    problem.budget = std::min(problem.budget, most);
    return problem;
  }
  sum_limit sum{most, {}};
  for (const double amount : a.amounts) sum.amounts.push_back(rounded(amount));
  problem.sums.push_back(std::move(sum));
  return problem;
}

plan_aim aim_of(const plan_problem& problem, criterion c, const std::vector<double>& distance) {
  plan_aim out{plan_aim::kind::amount, {}};
  switch (c) {
    case criterion::weeks: out.of = plan_aim::kind::weeks; break;
    case criterion::cost: out.of = plan_aim::kind::cost; break;
    case criterion::hours:
      for (const action& a : problem.actions) out.amounts.push_back(a.hours);
      break;
    case criterion::distance: out.amounts = distance; break;
    case criterion::steps: out.amounts.assign(problem.actions.size(), 1.0); break;
  }
  if (out.of == plan_aim::kind::amount) out.amounts.resize(problem.actions.size(), 0.0);
  return out;
}

double sum_of(const plan_problem& problem, const plan_aim& a, const plan_solution& plan) {
  if (a.of == plan_aim::kind::weeks) return plan.makespan;
  double sum = 0;
  for (const plan_step& s : plan.steps)
    sum += a.of == plan_aim::kind::cost ? problem.actions[at(s.action)].cost : rounded(a.amounts[at(s.action)]);
  return sum;
}

double quantum_of(const plan_problem& problem, const plan_aim& a) {
  if (a.of == plan_aim::kind::weeks) return 1;
  std::int64_t common = 0;
  for (std::size_t i = 0; i < problem.actions.size(); ++i)
    common =
        std::gcd(common, std::llround((a.of == plan_aim::kind::cost ? problem.actions[i].cost : a.amounts[i]) * parts));
  return static_cast<double>(common) / parts;
}

result<ordered_solution> solve_in_order(const plan_problem& problem, const std::vector<plan_aim>& aims,
                                        const solve_limits& limits, const context& with,
                                        const std::vector<plan_step>& near) {
  return ordered_search(problem, aims, limits, with).run(near);
}

}  // namespace activateur
