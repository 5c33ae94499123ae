// What the territory offers to this person: after distance, seats and rules.
#pragma once

#include "territory/commitments.hpp"

namespace activateur {

// An opportunity the person may take, at the cost left to pay.
struct offer {
  const opportunity* what = nullptr;
  double cost_euros = 0;
  std::vector<rule_outcome> rules;    // those that changed the cost
  const kept_step* kept = nullptr;    // it is under way or agreed: taken on its dates
  std::optional<instant> not_before;  // the day it may start at the earliest
};

struct offers {
  std::vector<offer> open;  // by opportunity id
  std::vector<rule_outcome> exclusions;
};

// Asks every rule about every opportunity that the person's constraints leave and that has a seat. The outcome of a
// rule that gives a cost replaces the cost before it; one that excludes takes the opportunity out. A provider's error
// is the answer's. What is kept is asked about no more.
result<offers> offers_for(const portfolio& person, const territory& in, const std::vector<rule_provider>& rules,
                          const policy& by, const context& with, const commitments* bound_by = nullptr);

}  // namespace activateur
