// Inside the report: what the picture of the doors behind a key shows, and in which order.
#pragma once

#include <string>
#include <vector>

#include "analysis/map_change.hpp"

namespace activateur::report {

inline constexpr std::size_t door_nodes_max = 60;  // key and counts of what is left out included
inline constexpr std::size_t door_competences_max = 20;

struct door_graph {
  struct competence {
    std::string id, label;
    double weight = 0;  // what it brings to the targets shown, together
  };
  struct edge {
    std::size_t competence = 0;  // index; competences.size(): those left out
    std::size_t target = 0;
    double share = 0;  // in (0, 1], of the heaviest edge
  };
  std::vector<competence> competences;
  std::size_t competences_left = 0;
  std::vector<const moved_target*> targets;  // in the order drawn
  std::size_t targets_left = 0;              // changed too, and not shown
  std::vector<edge> edges;                   // by target, then competence
  [[nodiscard]] bool empty() const { return targets.empty(); }
};

// Targets that change zone; when there is none, those that are covered better. Ordered in layers by barycentres
// (Sugiyama 1981), so that few lines cross; ties by name.
door_graph graph_of(const map_change& change);

}  // namespace activateur::report
