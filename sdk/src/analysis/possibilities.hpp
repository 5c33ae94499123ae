// The carte des possibles: a person against every job of the frameworks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/gap.hpp"

namespace activateur {

enum class zone { now, after_recognition, short_path, long_path, blocked };
std::string_view name(zone z);

struct possibility {
  std::string id, label;  // "rome:K1304"
  zone in = zone::long_path;
  coverage covered;  // soft: neighbours of what is known are presumed in part
  coverage covered_essential;
  double affinity = 0;               // in [0, 1]: how much of both the person's and the target's competences is common
  double effort = 0;                 // requirements not recognised, importance x (1 - expectation); a lower bound until
                                     // plans are known
  double usefulness = 0;             // in [0, 1]: nearness among the official mobilities from jobs practised, else 0
  bool pareto = false;               // no other target is as easy and more useful, or as useful and easier
  std::vector<std::string> reasons;  // the competences that weigh most, by name, heaviest first
};

struct possibilities {
  std::string person;
  std::string policy_id, policy_version;
  std::vector<std::string> frameworks;
  std::size_t considered = 0;                 // targets before `top`
  std::map<zone, std::size_t> in_zone;        // how many of them
  std::vector<possibility> targets;           // best first, ties by id
  std::map<std::string, std::string> labels;  // of the reasons
};

// Rank order: zone, then affinity. Affinity is the weighted Jaccard index of what the person is expected to master
// and what the target asks, each competence weighing its rarity, ln(jobs / jobs that ask it): it uses no mobility, so
// that official mobilities can judge it. `blocked` needs a territory and is never given here. `top` 0: every target.

possibilities map_possibilities(const portfolio& person, const recognition_state& state,
                                const framework_set& frameworks, const policy& by, std::size_t top);

// Document "activateur/map/1".
json to_document(const possibilities& map, const context& with);

}  // namespace activateur
