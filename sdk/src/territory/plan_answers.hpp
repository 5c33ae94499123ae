// What is asked of a plan besides the plan: other plans, why each step is there, what stands in the way.
#pragma once

#include "planning/questions.hpp"
#include "territory/situation.hpp"

namespace activateur {

// The names and distances of a situation's actions and facts, for answers.
plan_names names_of(const situation& s, const offers& from, const std::map<std::string, std::string>& labels);
std::vector<double> distances_of(const offers& from);

// What keeps the person from the whole goal: the steps kept and imposed, everything that is essential, and `optional`
// of the other requirements; opportunities refused, too far, without a seat, or that a rule closes to her are let in as
// barriers to be lifted, and the calendar is looked at for twice the time. Member "obstacles".
result<void> answer_plan_obstacles(const portfolio& person, const gap_report& gap, const territory& in,
                                   const std::vector<rule_provider>& rules, const policy& by,
                                   const commitments* bound_by, int deadline, int optional,
                                   const std::map<std::string, std::string>& labels, const solve_limits& limits,
                                   const context& with, json& out);

}  // namespace activateur
