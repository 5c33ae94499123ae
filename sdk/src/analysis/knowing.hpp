// Inside analysis: how what is not known can be settled.
#pragma once

#include "analysis/gap.hpp"

namespace activateur {

// The evidence from third parties that would recognise the requirement of this item for the fewest hours, each of
// another source, fresh and exact, at the highest level; ties by the order feedback, endorsement, observation,
// credential. `kind` is empty when nothing that the policy knows suffices.
way_to_know cheapest_way(const gap_item& item, const policy& by);

}  // namespace activateur
