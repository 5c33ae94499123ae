// Whether a target leads up, aside or down, where data says so.
#pragma once

#include <span>
#include <string_view>

#include "analysis/map_table.hpp"

namespace activateur {

enum class direction : std::uint8_t { unknown, sideways, progression, step_back };
std::string_view name(direction d);

// By the level of the target and the highest of the person's on the same scale. Never guessed from what is common to
// both: shared competences do not tell the way (docs/nearness.md).
direction direction_of(target_level to, std::span<const target_level> from);

}  // namespace activateur
