#include "planning/solve.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

#include "planning/check.hpp"
#include "planning/messages.hpp"
#include "planning/searcher.hpp"
#include "planning/side_by_side.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double infinite = std::numeric_limits<double>::infinity();

// Better plans and the proof are sought in turn, each time for longer.
constexpr double first_turn = 200;  // nodes
constexpr double longer = 1.6;
constexpr double shorter = 8;               // the first turn, when a plan is known
constexpr double turn_with_others = 3'000;  // the longest: what others find is known at its end
constexpr unsigned threads_max = 64;

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
                searcher& into) {
  std::vector<int> number(problem.actions.size(), -1);
  for (int a = 0; a < net.actions; ++a) number[at(net.original[at(a)])] = a;
  std::vector<plan_step> steps;
  for (const plan_step& s : known)
    if (number[at(s.action)] >= 0) steps.push_back({number[at(s.action)], s.start});
  if (steps.size() == known.size() && check_plan(problem, known).ok) into.offer(timetable_of(net, steps));
  std::vector<int> kept;
  for (const plan_step& s : steps) kept.push_back(s.action);
  into.begin_with(kept);
}

}  // namespace

result<plan_solution> solve(const plan_problem& problem, const solve_limits& limits, const context& with,
                            const head_start& known) {
  if (const std::string fault = fault_of(problem); !fault.empty())
    return fail(failure::usage, planning_messages::malformed, {fault});
  work_budget budget(limits, with.progress);
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

  // Several lines of search, each with a seed of its own; what they found they tell each other at the end of turns of
  // a fixed number of nodes, so that nothing depends on which is the faster.
  const unsigned threads = std::clamp(limits.threads, 1U, threads_max);
  std::deque<searcher> lines;
  for (unsigned i = 0; i < threads; ++i)
    lines.emplace_back(net, i == 0 ? limits.seed : random_source(limits.seed ^ (i * 0xD1B54A32D192ED03U)).next());
  if (!known.plan.empty())
    for (searcher& line : lines) begin_with(problem, net, known.plan, line);
  const std::optional<timetable>* best = &lines.front().best();
  const auto incumbent = [&] { return *best ? (*best)->objective : infinite; };
  proof sure(net);
  const auto bound = [&] { return std::max(sure.bound(), known.bound); };
  const auto reached = [&] { return *best && bound() >= incumbent() - 1e-6; };
  double turn = known.plan.empty() ? first_turn : first_turn / shorter;
  while (!sure.done() && !reached() && !budget.over()) {
    auto parts = sure.parts(threads);
    std::vector<work_budget> budgets;
    for (unsigned i = 0; i < threads; ++i) budgets.push_back(budget.part(i, threads, {}));
    const bool go_on = side_by_side(
        threads,
        [&](unsigned i, const progress_sink& told) {
          budgets[i] = budget.part(i, threads, told);
          lines[i].turn(budgets[i], static_cast<std::uint64_t>(turn), parts[i], bound(), threads > 1);
        },
        with.progress);
    if (!go_on) return progress_sink::cancelled();
    for (const work_budget& b : budgets) budget.join(b);
    for (const searcher& line : lines)
      if (line.best() && line.best()->objective < incumbent()) best = &line.best();
    if (*best)
      for (searcher& line : lines) line.offer(**best);
    sure.put_back(std::move(parts), incumbent());
    turn = std::min(turn * longer, threads == 1 ? infinite : turn_with_others);
  }
  if (budget.cancelled()) return progress_sink::cancelled();
  const bool proven = sure.done() || reached();

  if (!*best) {
    none.proven_infeasible = proven;
    none.bound = proven || !std::isfinite(bound()) ? 0.0 : bound();
    none.nodes = budget.used();
    return none;
  }
  auto out = stated(problem, net, **best);
  if (!out) return out;
  out->optimal = proven;
  out->bound = proven ? out->objective : std::min(bound(), out->objective);
  out->nodes = budget.used();
  return out;
}

}  // namespace activateur
