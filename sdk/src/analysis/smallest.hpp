// Inside analysis: the fewest acts that would change the verdict.
#pragma once

#include "analysis/gap.hpp"
#include "analysis/near.hpp"

namespace activateur {

// One act a competence: having it recognised, exploring or acquiring it; the recognition of a macro-competence counts
// for the items of it that would be recognised along with it. Fewest acts first; of as few, those that ask less of the
// person (recognise before explore before acquire); then by name. Exact, unless the choice between groups that share
// members takes more than a bounded search.
smallest_change smallest_change_of(const gap_report& report, const near_misses& near, const policy& by);

}  // namespace activateur
