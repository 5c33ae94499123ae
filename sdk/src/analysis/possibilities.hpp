// The carte des possibles: a person against every job of the frameworks.
#pragma once

#include <string>
#include <vector>

#include "analysis/gap.hpp"

namespace activateur {

enum class zone { now, after_recognition, short_path, long_path, blocked };
std::string_view name(zone z);

struct possibility {
  std::string id, label;  // "rome:K1304"
  zone in = zone::long_path;
  coverage covered;                  // soft: same macro-competence counts in part
  double effort = 0;                 // requirements left, importance-weighted; a lower bound until plans are known
  double usefulness = 0;             // in [0, 1]
  bool pareto = false;               // no other target is easier and more useful
  std::vector<std::string> reasons;  // the competences that weigh most, by name
};

struct possibilities {
  std::string person;
  std::vector<std::string> frameworks;
  std::vector<possibility> targets;  // best first, ties by id
};

possibilities map_possibilities(const portfolio& person, const recognition_state& state,
                                const framework_set& frameworks, const policy& by, std::size_t top);

// Document "activateur/map/1".
json to_document(const possibilities& map, const context& with);

}  // namespace activateur
