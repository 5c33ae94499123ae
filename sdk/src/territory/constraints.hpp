// What a person's constraints, and a plan that is followed, make of the plan problem.
#pragma once

#include "planning/solve.hpp"
#include "recognition/constraints.hpp"
#include "territory/situation.hpp"

namespace activateur {

// An exclusion that no plugin decided.
rule_outcome own_exclusion(std::string rule, const opportunity& what, const sentence& why, language lang);

// Why the person may not take an opportunity: it has no seat, she refuses it, it is too far; nothing when she may. What
// she imposes is not too far.
std::optional<rule_outcome> refusal_of(const opportunity& what, const portfolio& person, const policy& by,
                                       language lang);

// Hours in each week from `origin`, a Monday; empty when they are all the same. A period counts in every week it
// touches.
std::vector<double> hours_by_week(const portfolio& person, instant origin, int horizon);

// Weeks in which the person said that she has no hours at all: nothing runs in them, though it ask for none.
std::vector<char> weeks_away(const portfolio& person, instant origin, int horizon);

// Gives every step that is kept or imposed a fact of its own, for the goal. A kept one starts on its date, or now when
// it has started, and fits whatever the hours and the budget have become. Gives the imposed ones that cannot be, with
// the reason; fails when the territory does not know one.
result<std::vector<rule_outcome>> impose(const portfolio& person, const territory& in, const offers& from, situation& s,
                                         language lang);

// Marks the imposed steps, and adds those that the plan does not have and that nothing was said of.
void say_imposed(const portfolio& person, plan_report& plan, const territory& in, language lang);

// Puts what still holds of the earlier plan in the place of a solution that is not better by the least gain. `problem`
// has the goal of that solution.
result<plan_solution> prefer_earlier(const plan_problem& problem, const offers& from, instant origin,
                                     const commitments& bound_by, const policy& by, const solve_limits& limits,
                                     const context& with, plan_solution found);

}  // namespace activateur
