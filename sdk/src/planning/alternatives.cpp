#include "planning/alternatives.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "planning/budget.hpp"
#include "planning/messages.hpp"
#include "planning/reachability.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr double same = 1e-6;

std::vector<int> selection_of(const plan_solution& plan) {
  std::vector<int> out;
  for (const plan_step& s : plan.steps) out.push_back(s.action);
  std::sort(out.begin(), out.end());
  return out;
}

// The same steps and the same goal week: to a person, the same plan.
bool alike(const alternative& x, const alternative& y) {
  return x.solution.makespan == y.solution.makespan && selection_of(x.solution) == selection_of(y.solution);
}

}  // namespace

result<std::vector<alternative>> alternatives_to(const plan_problem& problem, const plan_solution& plan,
                                                 const std::vector<double>& distance, const solve_limits& limits,
                                                 const context& with) {
  std::vector<alternative> out{{{}, plan, figures_of(problem, plan, distance)}};
  const bool known = std::any_of(distance.begin(), distance.end(), [](double d) { return d > 0; });
  const int earliest = reachability(problem).goal_week({});  // no hours and no budget make it sooner
  for (const criterion c : {criterion::weeks, criterion::cost, criterion::distance, criterion::steps}) {
    if (c == criterion::distance && !known) continue;
    result<ordered_solution> found = solve_in_order(problem, {aim_of(problem, c, distance)}, limits, with, plan.steps);
    if (!found) return std::move(found).why();
    alternative one{{}, std::move(found->solution), {}};
    claim about{c, found->first_bound, found->first_proven, one.solution.optimal};
    if (c == criterion::weeks) about.bound = std::max<double>(about.bound, earliest);
    if (one.solution.feasible) one.has = figures_of(problem, one.solution, distance);
    // A search that found nothing as good as what is known leaves the claim to the best known.
    for (const alternative& other : out) {
      const double here = one.solution.feasible ? one.has.of(c) : std::numeric_limits<double>::infinity();
      const double there = other.has.of(c);
      if (there > here + same || (there > here - same && other.solution.objective > one.solution.objective - same))
        continue;
      one = other;
      one.best_in.clear();
      about.tie_proven = false;
    }
    about.proven = about.proven || one.has.of(c) <= about.bound + same;
    one.best_in.push_back(about);
    const auto twin = std::find_if(out.begin(), out.end(), [&](const alternative& o) { return alike(o, one); });
    if (twin == out.end())
      out.push_back(std::move(one));
    else
      twin->best_in.push_back(about);
  }
  return out;
}

result<plan_front> front_between(const plan_problem& problem, criterion first, criterion second,
                                 const std::vector<double>& distance, const plan_solution& near,
                                 const solve_limits& limits, const context& with) {
  if (first == second)
    return fail(failure::unsupported, planning_messages::bad_front,
                {std::string(name_of(first)), std::string(name_of(second))});
  // `held` is what the next point must have less of; the other is what each point has least of. A deadline narrows a
  // search most, then a budget.
  const auto rank = [](criterion c) { return c == criterion::weeks ? 0 : c == criterion::cost ? 1 : 2; };
  const criterion held = rank(first) < rank(second) ? first : second;
  const criterion least = held == first ? second : first;
  const plan_aim held_aim = aim_of(problem, held, distance);
  const plan_aim least_aim = aim_of(problem, least, distance);
  const std::vector<plan_aim> aims{least_aim, held_aim};
  const double step = quantum_of(problem, held_aim);

  plan_front out{first, second, {}, true};
  constexpr auto most_nodes = std::numeric_limits<std::uint64_t>::max() / front_points_max;
  work_budget all(
      {std::min(limits.nodes, most_nodes) * front_points_max, limits.seconds * front_points_max, limits.seed},
      with.progress);
  plan_problem left = problem;
  std::vector<plan_step> start = near.steps;
  while (true) {
    result<ordered_solution> found = solve_in_order(left, aims, limits, with, start);
    if (!found) return std::move(found).why();
    all.spend(found->nodes);
    if (!found->solution.feasible) {
      out.complete = out.complete && found->solution.proven_infeasible;
      break;
    }
    if (out.points.size() == front_points_max) {
      out.complete = false;
      break;
    }
    out.complete = out.complete && found->aims_proven;
    const double value = sum_of(problem, held_aim, found->solution);
    start = found->solution.steps;
    alternative one{{}, std::move(found->solution), {}};
    one.has = figures_of(problem, one.solution, distance);
    out.points.push_back({std::move(one), found->aims_proven});
    if (step <= 0 || value - step < -same) break;
    if (!all.look()) {
      out.complete = false;
      break;
    }
    left = limited(problem, held_aim, std::max(0.0, value - step));
  }
  if (all.cancelled()) return progress_sink::cancelled();
  // Without proofs, a later search may have found better.
  const std::vector<plan_front::point> points = out.points;
  std::erase_if(out.points, [&](const plan_front::point& p) {
    return std::any_of(points.begin(), points.end(), [&](const plan_front::point& q) {
      const double l = sum_of(problem, least_aim, q.plan.solution) - sum_of(problem, least_aim, p.plan.solution);
      const double h = sum_of(problem, held_aim, q.plan.solution) - sum_of(problem, held_aim, p.plan.solution);
      return l <= same && h <= same && (l < -same || h < -same);
    });
  });
  std::sort(out.points.begin(), out.points.end(), [&](const plan_front::point& x, const plan_front::point& y) {
    return x.plan.has.of(first) < y.plan.has.of(first);
  });
  return out;
}

plan_difference difference_of(const plan_problem& problem, const alternative& one, const alternative& other) {
  plan_difference out;
  out.more = {one.has.weeks - other.has.weeks, one.has.cost - other.has.cost, one.has.hours - other.has.hours,
              one.has.distance - other.has.distance, one.has.steps - other.has.steps};
  const std::vector<int> here = selection_of(one.solution);
  const std::vector<int> there = selection_of(other.solution);
  std::vector<int> gained, lost;
  std::set_difference(here.begin(), here.end(), there.begin(), there.end(), std::back_inserter(gained));
  std::set_difference(there.begin(), there.end(), here.begin(), here.end(), std::back_inserter(lost));
  for (const int a : gained) {
    plan_difference::exchange e{a, {}};
    const std::set<int> made(problem.actions[at(a)].produces.begin(), problem.actions[at(a)].produces.end());
    std::erase_if(lost, [&](int b) {
      const auto& also = problem.actions[at(b)].produces;
      if (std::none_of(also.begin(), also.end(), [&](int f) { return made.contains(f); })) return false;
      e.lost.push_back(b);
      return true;
    });
    out.exchanges.push_back(std::move(e));
  }
  if (!lost.empty()) out.exchanges.push_back({-1, lost});
  return out;
}

}  // namespace activateur
