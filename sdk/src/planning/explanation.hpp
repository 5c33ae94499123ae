// Why each step of a plan is there, what refusing it would change, what holds the goal back.
#pragma once

#include "planning/alternatives.hpp"
#include "planning/slack.hpp"

namespace activateur {

// The best plan without one action.
struct refusal {
  bool asked = false;               // the steps beyond refusals_max are not
  bool possible = false;            // a plan without it was found
  bool proven = false;              // possible: no other plan without it is better; else: none exists
  double bound = 0;                 // no plan without it has a lower objective
  std::optional<alternative> plan;  // when possible
};

struct step_reason {
  std::vector<int> closes;     // groups of the goal that no other step closes
  std::vector<int> serves;     // groups of the goal that fall with the steps that need this one
  std::vector<int> needed_by;  // steps, by position, that could not take place without it
  int hastens = 0;             // weeks by which it brings the goal forward; 0 too when the goal falls without it
  bool landmark = false;       // every plan contains the action, whatever the limits
  step_slack slack;
  std::vector<int> alongside;  // steps with a week in common
  std::vector<int> any_order;  // steps without one that neither leads to it nor follows from it
  refusal refused;
};

// Why a step of the critical chain does not start earlier.
enum class hold : std::uint8_t {
  start,         // it starts when the plan does
  prerequisite,  // it waits for a step that ends then
  capacity,      // the weeks before are full
  calendar,      // it waits for its session
  free           // nothing: it could start earlier
};
std::string_view name_of(hold h);

struct chain_link {
  int step = 0;  // position
  hold by = hold::start;
  int after = -1;  // the step it waits for; -1: none
};

struct plan_explanation {
  std::vector<step_reason> steps;    // as in the plan
  std::vector<chain_link> critical;  // from the first to the step that meets the goal
  std::vector<int> landmarks;        // facts that every plan has, beyond those that the goal names by themselves
};

inline constexpr std::size_t refusals_max = 64;
inline constexpr std::uint64_t refusal_share = 20;  // of the limits, for a first look at each refusal

// `plan` must be feasible. Each refusal is looked at shortly, from the plan without the step, completed anew; those
// that this does not settle share the nodes of `limits`, the most important first: the steps that decide the week of
// the goal, then those by which most requirements fall. Slack is given a part of the limits for each step.
result<plan_explanation> explain_plan(const plan_problem& problem, const plan_solution& plan,
                                      const std::vector<double>& distance, const solve_limits& limits,
                                      const context& with);

}  // namespace activateur
