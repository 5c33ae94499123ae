// What the calls about plans read their options with.
#pragma once

#include "activateur/plan.h"
#include "guard.hpp"

namespace activateur::c_api {

inline solve_limits limits_of(const adp_plan_options& options) {
  solve_limits out;
  out.nodes = options.node_limit;
  out.seconds = static_cast<double>(options.time_limit_ms) / 1000.0;
  if (options.seed != 0) out.seed = options.seed;
  return out;
}

inline bool read_options(const adp_plan_options* given, adp_plan_options& known) {
  return copy_options(given, known) && known.flags == 0 && known.time_limit_ms >= 0;
}

}  // namespace activateur::c_api
