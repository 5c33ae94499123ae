// Lexicographic order by weights that are large enough, computed from what plans can differ by; a goal week and a sum
// of money already reached become the deadline and the budget of the next stage.
#include "planning/criteria.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/check.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::array<std::string_view, 5> names{"weeks", "cost", "hours", "distance", "steps"};
constexpr double parts = 100;               // amounts are compared in hundredths
constexpr double objective_trusted = 1e11;  // beyond, a double no longer tells objectives apart by a hundredth

double rounded(double amount) { return std::round(amount * parts) / parts; }

double value_of(const plan_problem& p, const plan_aim& a, const plan_solution& plan) {
  if (a.of == plan_aim::kind::weeks) return plan.makespan;
  double sum = 0;
  for (const plan_step& s : plan.steps)
    sum += a.of == plan_aim::kind::cost ? p.actions[at(s.action)].cost : rounded(a.amounts[at(s.action)]);
  return sum;
}

class ordered_search {
 public:
  ordered_search(const plan_problem& problem, const std::vector<plan_aim>& aims, const solve_limits& limits,
                 const context& with)
      : problem_(problem), aims_(aims), limits_(limits), with_(with), left_(problem) {}

  result<ordered_solution> run() {
    ordered_solution out;
    bool proven = true;
    for (std::size_t i = 0; i <= aims_.size(); ++i) {
      double weight = 1;
      bool trusted = true;
      result<plan_solution> found = solve(staged(i, weight, trusted), limits_, with_);
      if (!found) return std::move(found).why();
      if (i == 0 && !found->feasible) {
        out.solution = *std::move(found);
        out.solution.bound = 0;
        return out;
      }
      proven = proven && found->optimal && trusted;
      const double bound = found->bound;
      if (!take(*std::move(found), i)) proven = false;
      if (i == aims_.size()) break;
      const double value = value_of(problem_, aims_[i], best_);
      if (i == 0) {
        out.first_proven = proven;
        out.first_bound = proven ? value : at_least(bound, weight);
      }
      reached(aims_[i], value);
    }
    out.solution = std::move(best_);
    out.solution.optimal = proven;
    // What bounds one stage is no bound of the usual objective.
    out.solution.bound = aims_.empty() || proven ? out.solution.objective : 0;
    return out;
  }

 private:
  struct kept {
    const plan_aim* what;
    double value;
  };

  // The i-th stage: what is reached stays so, the i-th aim counts next, then money alone when it is short, for it
  // cannot be left out of an objective; at last the usual objective.
  plan_problem staged(std::size_t i, double& weight, bool& trusted) {
    plan_problem p = left_;
    const bool last = i == aims_.size();
    double least = 0;  // what the parts of less weight may come to
    if (last) {
      least = have_ ? best_.objective : 0;
    } else {
      p.hour_weight = p.week_weight = 0;
      for (action& a : p.actions) a.extra = 0;
      if (aims_[i].of != plan_aim::kind::cost && !std::isfinite(p.budget))
        for (action& a : p.actions) a.cost = 0;
      if (aims_[i].of == plan_aim::kind::cost)
        least = have_ ? value_of(problem_, aims_[i], best_) : 0;
      else
        least = std::isfinite(p.budget) ? p.budget : 0;
      if (aims_[i].of != plan_aim::kind::cost) {
        weight = raise(p, aims_[i], least);
        if (have_) least += weight * value_of(problem_, aims_[i], best_);
      }
    }
    for (auto k = kept_.rbegin(); k != kept_.rend(); ++k) least += raise(p, *k->what, least) * k->value;
    trusted = least < objective_trusted;
    below_ = last || aims_[i].of == plan_aim::kind::cost || !std::isfinite(p.budget) ? 0 : p.budget;
    return p;
  }

  // Gives an aim a weight that a difference of it outweighs `least`.
  double raise(plan_problem& p, const plan_aim& a, double least) const {
    const double step = quantum_of(problem_, a);
    if (step <= 0) return 0;
    const double weight = std::ceil(least + 1) / step;
    if (a.of == plan_aim::kind::weeks)
      p.week_weight += weight;
    else
      for (std::size_t x = 0; x < p.actions.size(); ++x) p.actions[x].extra += weight * rounded(a.amounts[x]);
    return weight;
  }

  // From a bound of the first stage's objective to one of the aim.
  [[nodiscard]] double at_least(double bound, double weight) const {
    if (aims_[0].of == plan_aim::kind::cost) return std::max(0.0, bound);
    const double step = quantum_of(problem_, aims_[0]);
    if (step <= 0 || weight <= 0) return 0;
    return std::max(0.0, std::ceil((bound - below_) / weight / step - 1e-6) * step);
  }

  // Keeps the better of the plan so far and the one found; false when the one found was worse.
  bool take(plan_solution found, std::size_t stage) {
    if (!found.feasible) return false;
    const plan_check judged = check_plan(problem_, found.steps);
    if (!judged.ok) return false;
    found.objective = judged.objective;
    if (have_) {
      for (std::size_t i = 0; i < std::min(stage + 1, aims_.size()); ++i) {
        const double before = value_of(problem_, aims_[i], best_);
        const double now = value_of(problem_, aims_[i], found);
        if (now > before + planning_slack) return false;
        if (now < before - planning_slack) break;
      }
      if (stage == aims_.size() && found.objective > best_.objective + 1e-6) return false;
    }
    best_ = std::move(found);
    have_ = true;
    return true;
  }

  void reached(const plan_aim& a, double value) {
    if (a.of == plan_aim::kind::weeks)
      left_ = within_weeks(std::move(left_), static_cast<int>(value));
    else if (a.of == plan_aim::kind::cost)
      left_.budget = value;
    else
      kept_.push_back({&a, value});
  }

  const plan_problem& problem_;
  const std::vector<plan_aim>& aims_;
  const solve_limits& limits_;
  const context& with_;
  plan_problem left_;
  std::vector<kept> kept_;
  plan_solution best_;
  bool have_ = false;
  double below_ = 0;  // what money may add to the objective of the stage
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

double quantum_of(const plan_problem& problem, const plan_aim& a) {
  if (a.of == plan_aim::kind::weeks) return 1;
  std::int64_t common = 0;
  for (std::size_t i = 0; i < problem.actions.size(); ++i)
    common =
        std::gcd(common, std::llround((a.of == plan_aim::kind::cost ? problem.actions[i].cost : a.amounts[i]) * parts));
  return static_cast<double>(common) / parts;
}

result<ordered_solution> solve_in_order(const plan_problem& problem, const std::vector<plan_aim>& aims,
                                        const solve_limits& limits, const context& with) {
  return ordered_search(problem, aims, limits, with).run();
}

}  // namespace activateur
