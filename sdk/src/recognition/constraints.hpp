// What a plan must respect: the member "constraints" of a portfolio.
#pragma once

#include <optional>

#include "json/fields.hpp"
#include "recognition/policy.hpp"
#include "recognition/portfolio.hpp"

namespace activateur {

// How far the person goes, by her limit and her means; nothing: anywhere.
std::optional<double> reach_km(const portfolio& person, const policy& by);

// Faults go to the cursor's error slot.
void read_constraints(const fields& root, portfolio& into);

}  // namespace activateur
