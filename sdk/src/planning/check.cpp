// The independent judge: shares no code with the solver.
#include "planning/check.hpp"

#include <algorithm>
#include <cmath>

namespace activateur {
namespace {

constexpr int never = std::numeric_limits<int>::max();

bool facts_fault(const std::vector<int>& facts, int count) {
  std::vector<int> sorted = facts;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return true;
  return !sorted.empty() && (sorted.front() < 0 || sorted.back() >= count);
}

// The week from which `g` is met; `never` when it is not.
int met_at(const group& g, const std::vector<int>& since) {
  if (g.at_least <= 0) return 0;
  if (static_cast<std::size_t>(g.at_least) > g.facts.size()) return never;
  std::vector<int> times;
  for (const int f : g.facts) times.push_back(since[static_cast<std::size_t>(f)]);
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(g.at_least) - 1];
}

plan_check fault(std::string what) {
  plan_check out;
  out.fault = std::move(what);
  return out;
}

}  // namespace

std::string fault_of(const plan_problem& p) {
  const auto amount = [](double v) { return v >= 0 && std::isfinite(v); };
  if (p.horizon < 0) return "negative horizon";
  if (!amount(p.week_weight) || !amount(p.hour_weight)) return "a weight is negative or not finite";
  if (!(p.capacity >= 0) || !(p.budget >= 0)) return "capacity or budget is negative";
  if (!p.capacity_by_week.empty() && p.capacity_by_week.size() != static_cast<std::size_t>(p.horizon))
    return "capacity by week has not one value a week";
  for (const double c : p.capacity_by_week)
    if (!(c >= 0)) return "capacity of a week is negative";
  if (facts_fault(p.held, p.fact_count)) return "held facts";
  for (const sum_limit& s : p.sums)
    if (!(s.most >= 0) || s.amounts.size() != p.actions.size() ||
        !std::all_of(s.amounts.begin(), s.amounts.end(), amount))
      return "a limit of a sum";
  for (std::size_t g = 0; g < p.goal.size(); ++g)
    if (facts_fault(p.goal[g].facts, p.fact_count)) return "goal group " + std::to_string(g);
  for (std::size_t i = 0; i < p.actions.size(); ++i) {
    const action& a = p.actions[i];
    const std::string where = " of action " + std::to_string(i);
    if (!amount(a.cost) || !amount(a.hours) || !amount(a.extra) || !amount(a.load)) return "an amount" + where;
    if (a.duration < 0) return "duration" + where;
    for (std::size_t s = 0; s < a.starts.size(); ++s)
      if (a.starts[s] < 0 || a.starts[s] > p.horizon || (s > 0 && a.starts[s] <= a.starts[s - 1]))
        return "starts" + where;
    if (facts_fault(a.produces, p.fact_count)) return "products" + where;
    for (const group& g : a.requires_)
      if (facts_fault(g.facts, p.fact_count)) return "a group" + where;
  }
  return {};
}

plan_check check_plan(const plan_problem& p, const std::vector<plan_step>& steps) {
  const std::size_t n = steps.size();
  for (std::size_t i = 0; i < n; ++i) {
    const std::string step = "step " + std::to_string(i);
    if (steps[i].action < 0 || static_cast<std::size_t>(steps[i].action) >= p.actions.size())
      return fault(step + " names no action");
    const auto& starts = p.actions[static_cast<std::size_t>(steps[i].action)].starts;
    if (std::find(starts.begin(), starts.end(), steps[i].start) == starts.end())
      return fault(step + " does not start at one of its starts");
  }
  const auto what = [&](std::size_t i) -> const action& {
    return p.actions[static_cast<std::size_t>(steps[i].action)];
  };

  // Steps are admitted one by one, each supported by those admitted before it: steps of no duration in the same
  // week must not support each other in a circle.
  std::vector<int> since(static_cast<std::size_t>(p.fact_count), never);
  for (const int f : p.held) since[static_cast<std::size_t>(f)] = 0;
  std::vector<bool> admitted(n, false);
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < n; ++i) {
      if (admitted[i]) continue;
      const auto& groups = what(i).requires_;
      if (!std::all_of(groups.begin(), groups.end(),
                       [&](const group& g) { return met_at(g, since) <= steps[i].start; }))
        continue;
      admitted[i] = moved = true;
      for (const int f : what(i).produces) {
        int& t = since[static_cast<std::size_t>(f)];
        t = std::min(t, steps[i].start + what(i).duration);
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i)
    if (!admitted[i]) return fault("prerequisite of step " + std::to_string(i) + " not met");

  for (int week = 0; week < p.horizon; ++week) {
    double load = 0;
    for (std::size_t i = 0; i < n; ++i)
      if (steps[i].start <= week && week < steps[i].start + what(i).duration) load += what(i).load;
    if (load > p.capacity_in(week) + planning_slack)
      return fault("weekly load exceeded in week " + std::to_string(week));
  }

  plan_check out;
  for (std::size_t g = 0; g < p.goal.size(); ++g) {
    const int t = met_at(p.goal[g], since);
    if (t > p.horizon) return fault("goal group " + std::to_string(g) + " not met by the horizon");
    out.makespan = std::max(out.makespan, t);
  }
  double hours = 0;
  double extra = 0;
  for (std::size_t i = 0; i < n; ++i) {
    out.cost += what(i).cost;
    hours += what(i).hours;
    extra += what(i).extra;
  }
  if (out.cost > p.budget + planning_slack) return fault("budget exceeded");
  for (std::size_t s = 0; s < p.sums.size(); ++s) {
    double sum = 0;
    for (const plan_step& step : steps) sum += p.sums[s].amounts[static_cast<std::size_t>(step.action)];
    if (sum > p.sums[s].most + planning_slack) return fault("limit " + std::to_string(s) + " of a sum exceeded");
  }
  out.objective = out.cost + p.hour_weight * hours + extra + p.week_weight * out.makespan;
  out.ok = true;
  return out;
}

}  // namespace activateur
