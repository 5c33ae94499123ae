// Why a target of the carte is where it is: what decides its zone, and what would change that.
#pragma once

#include "analysis/opening.hpp"

namespace activateur {

struct target_explanation {
  possibilities map;  // of which only this target is shown
  std::vector<requirement_row> rows;
  std::vector<opening> openings;
};

// `named`: a job, "rome:K1304", or the id of a target of the aids. Not found: neither.
result<target_explanation> explain_target(const portfolio& person, const recognition_state& state,
                                          const framework_set& frameworks, const policy& by, const map_aids& aids,
                                          const std::string& named);

// Document "activateur/map-target/1".
json to_document(const target_explanation& of, const map_territory* around, const policy& by, const context& with);

}  // namespace activateur
