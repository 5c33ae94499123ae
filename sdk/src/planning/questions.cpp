#include "planning/questions.hpp"

#include <algorithm>

namespace activateur {
namespace {

constexpr std::uint64_t share = 10;             // of the plan's limits, for one search of an answer
constexpr std::uint64_t default_nodes = 3'000;  // of one search when the plan has no limit of nodes

solve_limits part_of(const solve_limits& limits) {
  solve_limits out = limits;
  out.nodes = limits.nodes == 0 ? default_nodes : limits.nodes / share + 1;
  out.seconds = limits.seconds / static_cast<double>(share);
  return out;
}

}  // namespace

result<void> answer_questions(const plan_questions& asked, const answered_plan& about, const solve_limits& limits,
                              const context& with, json& out) {
  if (!about.plan.feasible) return {};
  const solve_limits few = part_of(limits);
  if (asked.alternatives) {
    const auto found = alternatives_to(about.problem, about.plan, about.distance, few, with);
    if (!found) return found.why();
    out["alternatives"] = document_of(about.problem, *found, about.names, with.lang);
  }
  if (asked.front) {
    const auto found =
        front_between(about.problem, asked.front->first, asked.front->second, about.distance, about.plan, few, with);
    if (!found) return found.why();
    out["front"] = document_of(about.problem, *found, about.names, with.lang);
  }
  if (asked.explanation) {
    const auto found = explain_plan(about.problem, about.plan, about.distance, few, with);
    if (!found) return found.why();
    out["explanation"] = document_of(about.problem, about.plan, *found, about.distance, about.names, with.lang);
  }
  return {};
}

result<void> answer_obstacles(const obstacle_question& asked, const plan_names& names, const solve_limits& limits,
                              const context& with, json& out) {
  const auto found = obstacles_of(asked, part_of(limits), with);
  if (!found) return found.why();
  out["obstacles"] = document_of(asked, *found, names, with.lang);
  return {};
}

obstacle_question obstacles_in(const plan_problem& problem) {
  obstacle_question out{problem, problem.horizon, {}};
  // What starts within the horizon may end after it.
  int longest = 0;
  for (const action& a : problem.actions) longest = std::max(longest, a.duration);
  out.problem.horizon += longest;
  if (!problem.capacity_by_week.empty())
    out.problem.capacity_by_week.resize(static_cast<std::size_t>(out.problem.horizon), problem.capacity_by_week.back());
  return out;
}

}  // namespace activateur
