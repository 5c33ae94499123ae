// What can still matter to plans that meet the goal by a given week.
#pragma once

#include "planning/network.hpp"

namespace activateur {

// Capacity and budget aside: facts come no earlier than the fastest way gives them, and are of use no later than the
// last start of something that needs them.
struct windows {
  bool possible = false;        // the goal can be met by the week
  std::vector<char> action;     // may be a step that serves the goal
  std::vector<int> earliest;    // action -> week it can end; `never`
  std::vector<int> latest;      // fact -> last week in which having it is of use; -1: never
  std::vector<int> last_start;  // action -> last start that is of use; -1: none
};
// `excluded`: actions that are not to be used.
windows windows_by(const plan_network& in, int week, const std::vector<char>& excluded);

}  // namespace activateur
