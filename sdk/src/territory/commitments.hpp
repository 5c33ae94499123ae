// What a new plan owes to the plan that is followed.
#pragma once

#include "territory/territory.hpp"

namespace activateur {

// A step that is under way or agreed: it stays on its dates.
struct kept_step {
  opportunity what;  // as it was planned, with the cost then left to pay
  instant start;
  bool started = false;  // then nothing is asked before it any more
};

struct commitments {
  std::vector<kept_step> kept;
  // The steps of the earlier plan that are to come, by opportunity. A plan made of what of them still holds is replaced
  // by another only where that is better by the policy's least gain.
  std::vector<std::pair<std::string, instant>> before;
};

}  // namespace activateur
