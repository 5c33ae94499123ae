#include "analysis/direction.hpp"

#include <algorithm>

namespace activateur {

std::string_view name(direction d) {
  switch (d) {
    case direction::sideways: return "sideways";
    case direction::progression: return "progression";
    case direction::step_back: return "step_back";
    case direction::unknown: break;
  }
  return "unknown";
}

direction direction_of(target_level to, std::span<const target_level> from) {
  int highest = 0;
  for (const target_level& l : from)
    if (l.on == to.on) highest = std::max(highest, l.value);
  if (to.on == target_level::scale::none || highest == 0) return direction::unknown;
  if (to.value == highest) return direction::sideways;
  return to.value > highest ? direction::progression : direction::step_back;
}

}  // namespace activateur
