// Random problems: small enough to be searched exhaustively, with that search, and of everyday size.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "planning/problem.hpp"
#include "planning/random.hpp"

namespace activateur::test {

inline plan_problem small_problem(std::uint64_t seed) {
  random_source r(seed);
  plan_problem p;
  p.horizon = 3 + r.below(6);
  p.fact_count = 2 + r.below(5);
  p.week_weight = r.below(4) == 0 ? 0 : r.below(30);
  p.hour_weight = r.below(3) == 0 ? 0.5 : r.below(4);
  if (r.below(4) != 0) p.capacity = 2 + r.below(6);
  if (r.below(2) == 0) p.budget = r.below(60);
  const auto some_group = [&] {
    group g;
    for (int f = 0; f < p.fact_count; ++f)
      if (r.below(3) == 0) g.facts.push_back(f);
    if (g.facts.empty()) g.facts.push_back(r.below(p.fact_count));
    g.at_least = 1 + r.below(static_cast<int>(g.facts.size()));
    return g;
  };
  if (r.below(5) == 0) p.held.push_back(r.below(p.fact_count));
  const int actions = 1 + r.below(5);
  for (int i = 0; i < actions; ++i) {
    action a;
    a.id = std::to_string(i);
    a.cost = r.below(3) == 0 ? 0 : r.below(30) + (r.below(4) == 0 ? 0.25 : 0);
    a.hours = r.below(12);
    a.load = r.below(5);
    a.duration = r.below(8) == 0 ? 0 : 1 + r.below(3);
    const int first = r.below(3);
    for (int s = first; s <= p.horizon && a.starts.size() < 3; s += 1 + r.below(3)) a.starts.push_back(s);
    for (int g = r.below(3); g > 0; --g) a.requires_.push_back(some_group());
    for (int f = 0; f < p.fact_count; ++f)
      if (r.below(3) == 0) a.produces.push_back(f);
    p.actions.push_back(std::move(a));
  }
  for (int g = 1 + r.below(3); g > 0; --g) p.goal.push_back(some_group());
  if (r.below(3) == 0)
    for (int week = 0; week < p.horizon; ++week)
      p.capacity_by_week.push_back(r.below(4) == 0 ? std::numeric_limits<double>::infinity() : r.below(8));
  if (r.below(3) == 0)
    for (action& a : p.actions) a.extra = r.below(20);
  return p;
}

// Every choice of actions and starts that check_plan accepts: `see(steps, judged)`.
template <class See>
void for_each_plan(const plan_problem& p, const See& see) {
  std::vector<plan_step> steps;
  const auto visit = [&](const auto& self, std::size_t i) -> void {
    if (i == p.actions.size()) {
      const plan_check judged = check_plan(p, steps);
      if (judged.ok) see(steps, judged);
      return;
    }
    self(self, i + 1);
    for (const int s : p.actions[i].starts) {
      steps.push_back({static_cast<int>(i), s});
      self(self, i + 1);
      steps.pop_back();
    }
  };
  visit(visit, 0);
}

// The least objective of all plans; nothing when none exists.
inline std::optional<double> exhaustive_optimum(const plan_problem& p) {
  std::optional<double> best;
  for_each_plan(p, [&](const std::vector<plan_step>&, const plan_check& judged) {
    if (!best || judged.objective < *best) best = judged.objective;
  });
  return best;
}

inline std::string text_of(const plan_solution& s) {
  std::string out = std::to_string(s.objective) + "/" + std::to_string(s.bound);
  for (const plan_step& step : s.steps) out += " " + std::to_string(step.action) + "@" + std::to_string(step.start);
  return out;
}

// Chains of requirements with several ways each: too large for an exhaustive search, small for the solver.
inline plan_problem everyday_problem(std::uint64_t seed, int requirements = 14, int opportunities = 40) {
  random_source r(seed);
  plan_problem p;
  p.horizon = 52;
  p.capacity = 20;
  p.budget = 900;
  p.week_weight = 25;
  p.hour_weight = 4;
  p.fact_count = requirements;
  for (int i = 0; i < opportunities; ++i) {
    action a;
    a.id = std::to_string(i);
    a.produces.push_back(i % requirements);
    if (r.below(3) == 0 && (i + 1) % requirements != i % requirements) a.produces.push_back((i + 1) % requirements);
    std::sort(a.produces.begin(), a.produces.end());
    a.cost = 10 * r.below(20);
    a.duration = 1 + r.below(8);
    a.load = 1 + r.below(8);
    a.hours = a.load * a.duration;
    for (int s = r.below(4); s + a.duration <= p.horizon; s += 1 + r.below(5)) a.starts.push_back(s);
    if (a.produces.front() >= 4 && r.below(2) == 0) a.requires_.push_back({1, {a.produces.front() - 4}});
    p.actions.push_back(std::move(a));
  }
  for (int f = 0; f < requirements; ++f) p.goal.push_back({1, {f}});
  return p;
}

}  // namespace activateur::test
