// Inside analysis: one framework's side of a map, for one person.
#pragma once

#include <memory>
#include <set>

#include "analysis/possibilities.hpp"

namespace activateur {

// A job that the person holds or practised, where it stands.
struct practised_job {
  framework_ref where;
  near_source said;
};
// The strongest first. Of several experiences of one job the longest counts, as for the presumption.
std::vector<practised_job> practised_jobs(const portfolio& person, const recognition_state& state,
                                          const framework_set& frameworks, const policy& by);

struct map_side {
  std::shared_ptr<const map_table> table;
  std::unique_ptr<survey> known;
  refusals refused;
  std::size_t first = 0;                        // its first candidate
  std::vector<double> nearness;                 // by job: of the best source; empty when nearness is not used
  std::vector<std::size_t> by_source;           // which one
  std::vector<std::optional<double>> mobility;  // by job: of the best official mobility; empty: the person has none
  std::vector<target_level> levels;             // of the jobs held or practised
  std::set<std::uint32_t> domains;              // theirs
  std::set<std::uint32_t> practised;
};
// Adds to `sources` the jobs that nearness was asked about.
map_side side_of(const framework_ptr& f, const std::vector<practised_job>& practised, const portfolio& person,
                 const recognition_state& state, const policy& by, const map_aids& aids,
                 std::vector<near_source>& sources);

// What is still missing for a target, and where the territory leads to it.
struct target_needs {
  const std::vector<requirement_row>* rows = nullptr;
  const std::vector<group_item>* groups = nullptr;  // null: none
  const std::vector<std::string>* rights = nullptr;
};
reach_answer reach_to(const target_needs& needs, const portfolio& person, const map_territory& around,
                      const policy& by);

}  // namespace activateur
