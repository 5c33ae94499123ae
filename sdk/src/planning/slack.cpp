#include "planning/slack.hpp"

#include <algorithm>

#include "planning/criteria.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The plan's steps alone, all of them, by its goal week; any plan of this is as good as another. Action i is step i.
plan_problem same_steps(const plan_problem& problem, const plan_solution& plan) {
  plan_problem out = problem;
  out.actions.clear();
  int last = plan.makespan;
  for (const plan_step& s : plan.steps) {
    action a = problem.actions[at(s.action)];
    last = std::max(last, s.start + a.duration);
    a.cost = a.extra = 0;
    a.produces.push_back(out.fact_count);
    out.goal.push_back({1, {out.fact_count++}});
    out.actions.push_back(std::move(a));
  }
  out.budget = std::numeric_limits<double>::infinity();
  out.sums.clear();
  out.hour_weight = out.week_weight = 0;
  return within_weeks(std::move(out), last);
}

}  // namespace

result<std::vector<step_slack>> slack_of(const plan_problem& problem, const plan_solution& plan,
                                         const solve_limits& limits, const context& with) {
  std::vector<step_slack> out;
  const plan_problem kept = same_steps(problem, plan);
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    step_slack one{plan.steps[i].start, true, plan.steps[i].start};
    std::vector<int> later;
    for (const int s : kept.actions[i].starts)
      if (s > plan.steps[i].start) later.push_back(s);
    for (const int s : later) {
      std::vector<plan_step> moved = plan.steps;
      moved[i].start = s;
      const plan_check judged = check_plan(problem, moved);
      if (judged.ok && judged.makespan <= plan.makespan) one.alone = s;
    }
    one.latest = one.alone;
    std::erase_if(later, [&](int s) { return s <= one.alone; });
    // Whether it can start then or later is monotone: halving.
    std::size_t low = 0, high = later.size();  // later[0..low) are possible, later[high..] are not
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      plan_problem asked = kept;
      std::erase_if(asked.actions[i].starts, [&](int s) { return s < later[middle]; });
      const result<plan_solution> found = solve(asked, limits, with);
      if (!found) return found.why();
      if (!found->feasible) {
        one.proven = one.proven && found->proven_infeasible;
        high = middle;
        continue;
      }
      for (const plan_step& s : found->steps)
        if (at(s.action) == i) one.latest = s.start;
      while (low < high && later[low] <= one.latest) ++low;
    }
    out.push_back(one);
  }
  return out;
}

}  // namespace activateur
