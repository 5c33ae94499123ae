// The fastest way, capacity and budget aside.
#pragma once

#include "planning/network.hpp"

namespace activateur {

// Generalised Dijkstra (Knuth 1977) on the AND/OR graph, a group being met when its k-th fact is: exact for
// "fastest" without capacity and budget, since waiting never helps (a later ready week never gives an earlier start).
struct fastest_times {
  std::vector<int> fact;    // week a fact can be had; `never`
  std::vector<int> action;  // week an action can end; `never`
  int goal = never;
};
// `allowed`: one flag an action, empty for all.
fastest_times fastest(const plan_network& in, const std::vector<char>& allowed);

}  // namespace activateur
