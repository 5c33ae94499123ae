// Requirements that nothing can meet, whatever the person accepts.
#pragma once

#include "planning/problem.hpp"

namespace activateur {

enum class dead_end_cause : std::uint8_t {
  nobody,  // no action makes the last fact of the chain
  circle,  // the last fact of the chain needs itself, by way of the chain
  dates    // the actions are there, their sessions do not follow each other in time
};
std::string_view name_of(dead_end_cause c);

struct dead_end {
  int goal = 0;  // group of the goal
  dead_end_cause cause = dead_end_cause::nobody;
  // From a fact of the group to what is missing: each fact would come from the action beside it, which needs the next;
  // the last has none (-1), or starts the circle again.
  struct link {
    int fact = 0;
    int action = -1;
  };
  std::vector<link> chain;
  std::vector<int> missing;  // a smallest set, by inclusion, of facts with which the group could be met; empty: dates
};

// The groups of the goal that are out of reach without any limit but the calendar and the horizon.
std::vector<dead_end> dead_ends_of(const plan_problem& problem);

}  // namespace activateur
