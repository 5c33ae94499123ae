#include "planning/solve.hpp"

#include <algorithm>
#include <cmath>

#include "planning/check.hpp"
#include "planning/exact.hpp"
#include "planning/improve.hpp"
#include "planning/messages.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double infinite = std::numeric_limits<double>::infinity();

// Better plans and the proof are sought in turn, each time for longer: what either finds helps the other.
constexpr double first_turn = 200;  // nodes
constexpr double longer = 1.6;
constexpr int good_actions[] = {90, 120, 150};  // in turn

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

// Takes over a plan known before: as it is when it is one of this problem, else its actions, completed anew.
void begin_with(const plan_problem& problem, const plan_network& net, const std::vector<plan_step>& known,
                improver& better) {
  std::vector<int> number(problem.actions.size(), -1);
  for (int a = 0; a < net.actions; ++a) number[at(net.original[at(a)])] = a;
  std::vector<plan_step> steps;
  for (const plan_step& s : known)
    if (number[at(s.action)] >= 0) steps.push_back({number[at(s.action)], s.start});
  if (steps.size() == known.size() && check_plan(problem, known).ok) better.offer(timetable_of(net, steps));
  std::vector<int> kept;
  for (const plan_step& s : steps) kept.push_back(s.action);
  better.begin_with(kept);
}

}  // namespace

result<plan_solution> solve(const plan_problem& problem, const solve_limits& limits, const context& with,
                            const head_start& known) {
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
  const search_host host{[&] { return better.best() ? better.best()->objective : infinite; },
                         [&](const timetable& plan) { better.offer(plan); },
                         [&](const std::vector<double>& used) { better.round_off(used); },
                         [&] { return budget.look(); }};
  if (!known.plan.empty()) begin_with(problem, net, known.plan, better);
  proof sure(net, host);
  const auto bound = [&] { return std::max(sure.bound(), known.bound); };
  const auto reached = [&] { return better.best() && bound() >= host.incumbent() - 1e-6; };
  std::size_t turns = 0;
  double turn = first_turn;
  while (!sure.done() && !reached() && !budget.over()) {
    const auto nodes = static_cast<std::uint64_t>(turn);
    turn *= longer;
    better.run(budget, budget.until(nodes), bound());
    if (budget.over()) break;
    // The best of what good plans are made of: a small problem beside the whole one.
    const int good = good_actions[turns++ % std::size(good_actions)];
    if (net.actions > 2 * good) {
      proof among_good(net, host, better.outside_good_plans(good));
      among_good.run(budget, budget.until(nodes / 2));
      if (budget.over()) break;
    }
    sure.run(budget, budget.until(nodes));
  }
  if (budget.cancelled()) return progress_sink::cancelled();
  const bool proven = sure.done() || reached();

  if (!better.best()) {
    none.proven_infeasible = proven;
    none.bound = proven || !std::isfinite(bound()) ? 0.0 : bound();
    none.nodes = budget.used();
    return none;
  }
  auto out = stated(problem, net, *better.best());
  if (!out) return out;
  out->optimal = proven;
  out->bound = proven ? out->objective : std::min(bound(), out->objective);
  out->nodes = budget.used();
  return out;
}

}  // namespace activateur
