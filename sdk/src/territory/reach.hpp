// What a territory adds to a carte: the least time to everything it teaches, recognises or gives, in one pass over the
// AND/OR graph of its opportunities, and what it says of targets.
#pragma once

#include <functional>

#include "analysis/map_territory.hpp"
#include "territory/offer.hpp"

namespace activateur {

// The least value of every fact of a problem. Generalised Dijkstra (Knuth 1977): facts are settled in the order of
// their values; a group is met by its k-th fact; an action is used once its groups are met. `after` gives the value at
// which an action that is ready at some value ends; it must never end before that, nor earlier when ready later.
// Infinite: never.
std::vector<double> least_values(const plan_problem& problem,
                                 const std::function<double(const action&, double)>& after);

// The week in which each fact can first be had, with calendars and prerequisites, without weekly hours and budget.
std::vector<double> least_weeks(const plan_problem& problem);

// For one person: which opportunities she may take (distance, seats, rules), and the bounds of what they give.
result<map_territory> reach_of(const portfolio& person, const recognition_state& state, const territory& in,
                               const std::vector<rule_provider>& rules, const framework_set& frameworks,
                               const policy& by, const context& with);

}  // namespace activateur
