// What would open a target: the smallest sets of recognitions and acquisitions that bring it into an easier zone.
#pragma once

#include "analysis/possibilities.hpp"

namespace activateur {

// One act: a fresh verified badge for a competence, once it is recognised, explored or acquired.
struct opening_act {
  std::string competence;
  std::string label;
  requirement_state state = requirement_state::to_explore;  // presumed: recognise; to_explore: explore; else learn
  bool macro = false;              // a macro-competence: the badge also speaks of the items of it that are asked
  std::vector<std::string> items;  // which
  double gain = 0;                 // what it alone adds to the value that decides
};

struct opening {
  zone to = zone::now;
  std::string_view decides;  // "essential_belief", "essential_expectation", "expectation"
  double value = 0, threshold = 0;
  bool possible = true;                        // by badges for what is asked; else nothing suffices
  bool proven = true;                          // no smaller set exists; else none smaller was looked for
  std::vector<std::vector<opening_act>> sets;  // of the smallest size; acts that are easier first
};

// For every zone easier than the one it is in, hindrances left aside; the easiest first.
std::vector<opening> openings_of(const possibility& of, const std::vector<requirement_row>& rows,
                                 const framework_set& frameworks, const policy& by);

}  // namespace activateur
