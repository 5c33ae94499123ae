// Whether a problem built in memory is well formed; what read_problem guarantees for documents.
#pragma once

#include "planning/problem.hpp"

namespace activateur {

// Sums of decimal loads and costs are compared with this slack, here and in the solver alike.
inline constexpr double planning_slack = 1e-7;

// Empty when every index, order and amount is as problem.hpp says; else what is wrong.
std::string fault_of(const plan_problem& problem);

}  // namespace activateur
