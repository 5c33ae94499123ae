// Inside analysis: a professional's or the person's own decisions on states.
#pragma once

#include <map>

#include "analysis/gap.hpp"

namespace activateur {

// By competence, the latest decision that acts.
std::map<std::string, override_decision> acting_overrides(const portfolio& person);
// Those that were undone, latest first.
std::vector<override_decision> withdrawn_overrides(const portfolio& person);

requirement_state state_named(std::string_view text, requirement_state otherwise);

}  // namespace activateur
