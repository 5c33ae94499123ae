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
  out.threads = options.threads;
  return out;
}

// The flags as questions; nothing when they are not understood.
inline std::optional<plan_questions> questions_of(std::uint32_t flags) {
  plan_questions out;
  out.alternatives = (flags & ADP_PLAN_ALTERNATIVES) != 0;
  out.explanation = (flags & ADP_PLAN_EXPLANATION) != 0;
  flags &= ~(ADP_PLAN_ALTERNATIVES | ADP_PLAN_EXPLANATION);
  std::vector<criterion> between;
  for (const criterion c : all_criteria) {
    const std::uint32_t flag = ADP_PLAN_FRONT_WEEKS << static_cast<std::uint32_t>(c);
    if ((flags & flag) != 0) between.push_back(c);
    flags &= ~flag;
  }
  if (flags != 0 || (!between.empty() && between.size() != 2)) return std::nullopt;
  if (!between.empty()) out.front = {between[0], between[1]};
  return out;
}

inline bool read_options(const adp_plan_options* given, adp_plan_options& known) {
  return copy_options(given, known) && questions_of(known.flags) && known.time_limit_ms >= 0 && known.reserved == 0;
}

}  // namespace activateur::c_api
