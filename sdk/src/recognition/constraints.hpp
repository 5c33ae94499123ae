// What a plan must respect: the member "constraints" of a portfolio.
#pragma once

#include "json/fields.hpp"
#include "recognition/portfolio.hpp"

namespace activateur {

// Faults go to the cursor's error slot.
void read_constraints(const fields& root, portfolio& into);

}  // namespace activateur
