// What a new plan owes to the plan that is followed.
#pragma once

#include "territory/territory.hpp"

namespace activateur {

// A step that stays on its dates: it is under way or agreed, or starts this week.
struct kept_step {
  opportunity what;  // as it was planned, with the cost then left to pay
  instant start;
  bool started = false;  // then nothing is asked before it any more
};

struct commitments {
  std::vector<kept_step> kept;
  std::map<std::string, sentence> left_out;   // opportunities that are not to be taken (again), and why
  std::map<std::string, instant> not_before;  // opportunities that are not to start before a day
  // The steps of the earlier plan that are to come, by opportunity. What of them still holds is replaced only by
  // what is better by the policy's least gain.
  std::vector<std::pair<std::string, instant>> before;
};

}  // namespace activateur
