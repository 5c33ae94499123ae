// People rely on dates: a plan that is followed changes where it must, or where it is worth it.
#include <algorithm>

#include "territory/constraints.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The earlier plan as steps of the problem, where it still holds as a whole.
std::optional<std::vector<plan_step>> still_valid(const plan_problem& problem, const offers& from,
                                                  const std::map<std::string, int>& weeks) {
  std::vector<plan_step> steps;
  std::size_t found = 0;
  for (std::size_t i = 0; i < from.open.size(); ++i) {
    const offer& o = from.open[i];
    const auto earlier = weeks.find(o.what->id);
    if (o.kept != nullptr) steps.push_back({static_cast<int>(i), problem.actions[i].starts.front()});
    if (o.kept != nullptr || earlier == weeks.end()) continue;
    steps.push_back({static_cast<int>(i), earlier->second});
    ++found;
  }
  if (found != weeks.size() || !check_plan(problem, steps).ok) return std::nullopt;
  // What is not needed any more leaves, as it would from a new plan.
  for (std::size_t i = steps.size(); i-- > 0;) {
    std::vector<plan_step> fewer = steps;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    const plan_check without = check_plan(problem, fewer);
    if (without.ok && without.objective <= check_plan(problem, steps).objective) steps = std::move(fewer);
  }
  return steps;
}

}  // namespace

result<plan_solution> prefer_earlier(const plan_problem& problem, const offers& from, instant origin,
                                     const commitments& bound_by, const policy& by, const solve_limits& limits,
                                     const context& with, plan_solution found) {
  if (!found.feasible || bound_by.before.empty()) return found;
  std::map<std::string, int> weeks;
  for (const auto& [id, start] : bound_by.before) weeks.emplace(id, week_of(start, origin));

  std::optional<std::vector<plan_step>> steps = still_valid(problem, from, weeks);
  if (!steps) {
    // Part of it does not hold: what does stays on its weeks, and a newcomer must be worth the least gain.
    plan_problem held = problem;
    for (std::size_t i = 0; i < from.open.size(); ++i) {
      action& a = held.actions[i];
      const auto earlier = weeks.find(from.open[i].what->id);
      if (earlier != weeks.end() && std::binary_search(a.starts.begin(), a.starts.end(), earlier->second))
        a.starts = {earlier->second};
      else if (earlier == weeks.end() && from.open[i].kept == nullptr)
        a.extra += by.plan_least_gain * found.objective;
    }
    const result<plan_solution> near = solve(held, limits, with);
    if (!near) return near.why();
    if (!near->feasible) return found;
    steps = near->steps;
  }
  const plan_check judged = check_plan(problem, *steps);
  if (!judged.ok || judged.objective * (1 - by.plan_least_gain) > found.objective + 1e-6) return found;

  found.optimal = found.optimal && judged.objective <= found.objective + 1e-6;
  found.steps = *std::move(steps);
  std::sort(found.steps.begin(), found.steps.end(), [](const plan_step& x, const plan_step& y) {
    return x.start != y.start ? x.start < y.start : x.action < y.action;
  });
  found.objective = judged.objective;
  found.cost = judged.cost;
  found.makespan = judged.makespan;
  found.hours = 0;
  for (const plan_step& step : found.steps) found.hours += problem.actions[at(step.action)].hours;
  return found;
}

}  // namespace activateur
