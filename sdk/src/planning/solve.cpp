#include "planning/solve.hpp"

#include <algorithm>
#include <cmath>

#include "planning/bounds.hpp"
#include "planning/check.hpp"
#include "planning/exact.hpp"
#include "planning/improve.hpp"
#include "planning/messages.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double infinite = std::numeric_limits<double>::infinity();

// Search alternates between better plans and better bounds; each stage ends at a share of the budget.
struct stage {
  double improved;  // end of the neighbourhood search
  double bounded;   // end of the computation of a bound; given up when it does not end in time
  double proved;    // end of the exact search
  int intervals;    // of goal weeks, in the bound
};
constexpr stage stages[] = {{0.01, 0.04, 0.06, 1}, {0.20, 0.30, 0.35, 8}, {0.65, 0.72, 0.80, 24}, {1.0, 1.0, 1.0, 24}};
// Above, the exact search would not end within any usual budget.
constexpr int exact_actions_max = 160;

// The plan in the problem's own numbers, as the independent judge sees it.
result<plan_solution> stated(const plan_problem& problem, const plan_network& net, const timetable& plan) {
  plan_solution out;
  out.feasible = true;
  for (const plan_step& s : plan.steps) out.steps.push_back({net.original[at(s.action)], s.start});
  std::sort(out.steps.begin(), out.steps.end(), [](const plan_step& x, const plan_step& y) {
    return x.start != y.start ? x.start < y.start : x.action < y.action;
  });
  const plan_check judged = check_plan(problem, out.steps);
  if (!judged.ok) return fail(failure::internal, planning_messages::malformed, {judged.fault});
  out.objective = judged.objective;
  out.cost = judged.cost;
  out.makespan = judged.makespan;
  for (const plan_step& s : out.steps) out.hours += problem.actions[at(s.action)].hours;
  return out;
}

}  // namespace

result<plan_solution> solve(const plan_problem& problem, const solve_limits& limits, const context& with) {
  if (const std::string fault = fault_of(problem); !fault.empty())
    return fail(failure::usage, planning_messages::malformed, {fault});
  work_budget budget(limits, with);
  if (!with.progress.at(0, 0)) return progress_sink::cancelled();

  const preprocessed ready = preprocess(problem);
  plan_solution none;
  if (!ready.possible) {
    none.proven_infeasible = true;
    return none;
  }
  const plan_network& net = ready.network;
  if (net.goal_groups == 0) {
    none.feasible = none.optimal = true;
    return none;
  }

  improver better(net, limits.seed);
  std::vector<char> fixed;
  double bound = 0;
  bool proven = false;
  const auto incumbent = [&] { return better.best() ? better.best()->objective : infinite; };
  for (const stage& s : stages) {
    better.run(budget, s.improved, bound);
    if (budget.cancelled()) return progress_sink::cancelled();
    if (budget.over()) break;
    const double found = objective_bound(net, incumbent(), s.intervals, fixed, [&] {
      return budget.spend(1 + static_cast<std::uint64_t>(net.actions) / 20) && budget.share() < s.bounded;
    });
    if (budget.cancelled()) return progress_sink::cancelled();
    bound = std::max(bound, std::min(found, incumbent()));
    better.forbid(fixed);
    proven = better.best() && bound >= incumbent() - 1e-6;
    if (proven || budget.over()) break;
    const auto left = std::count(fixed.begin(), fixed.end(), 0);
    if (left > exact_actions_max) continue;
    const exact_outcome seen = search_exactly(net, incumbent(), fixed, budget, s.proved);
    if (budget.cancelled()) return progress_sink::cancelled();
    if (seen.best) better.offer(*seen.best);
    if (seen.complete) {
      proven = true;
      break;
    }
    bound = std::max(bound, std::min(seen.bound, incumbent()));
    if (budget.over()) break;
  }

  if (!better.best()) {
    none.proven_infeasible = proven;
    none.bound = proven || !std::isfinite(bound) ? 0.0 : bound;
    none.nodes = budget.used();
    return none;
  }
  if (!proven && bound <= 0) bound = quick_bound(net);
  auto out = stated(problem, net, *better.best());
  if (!out) return out;
  out->optimal = proven;
  out->bound = proven ? out->objective : std::min(bound, out->objective);
  out->nodes = budget.used();
  return out;
}

}  // namespace activateur
