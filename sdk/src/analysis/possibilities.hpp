// The carte des possibles: a person against every target.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/direction.hpp"
#include "analysis/exact.hpp"
#include "analysis/hindrances.hpp"
#include "analysis/proposals.hpp"
#include "analysis/survey.hpp"
#include "analysis/usefulness.hpp"

namespace activateur {

enum class zone { now, after_recognition, short_path, long_path, blocked };
std::string_view name(zone z);

// One competence's part of a value.
struct competence_part {
  const framework* in = nullptr;  // as long as it lives
  std::uint32_t index = no_index;
  requirement_state state = requirement_state::to_explore;
  double contribution = 0;
  [[nodiscard]] std::string competence() const { return competence_name(*in, index); }
  [[nodiscard]] std::string label() const { return std::string(in->competence(index).label); }
};

// The fewest competences whose recognition, by one fresh verified badge each, moves a target to an easier zone.
struct zone_change {
  zone to = zone::now;
  std::size_t acts = 0;                  // 0: none does
  std::vector<std::string> competences;  // those of most effect, the first few of them
};

// What a territory says of the way to a target. Lower bounds (map_territory.hpp).
struct reach_answer {
  bool complete = false;  // every essential requirement and right that is missing is served
  int week = 0;           // of complete ones: the week in which all can be had
  double euros = 0, hours = 0;
  std::size_t unserved = 0;  // essential requirements that nothing serves
};

struct possibility {
  std::string id, label;  // "rome:K1304"
  std::string kind;       // job, qualification, vacancy, achievement, venture
  std::string domain;     // of the framework
  std::size_t rank = 0;   // from 1
  zone in = zone::long_path;
  zone without_hindrances = zone::long_path;  // the same, but for what blocks it
  coverage covered;                           // soft: neighbours of what is known are presumed in part
  coverage covered_essential;
  std::size_t lacking = 0;  // essential requirements that evidence speaks against
  double affinity = 0;      // in [0, 1]: by_nearness + by_competences
  double by_nearness = 0;   // nearness of the held or practised job of `near_source`, by how long it was practised
  double by_competences = 0;
  std::size_t near_source = 0;  // index into possibilities::sources
  double effort = 0;            // requirements not recognised, importance x (1 - expectation): a lower bound
  usefulness use;
  bool pareto = false;  // no other target that is not blocked is as easy and more useful, or as useful and easier
  direction way = direction::unknown;
  target_level level;
  std::vector<hindrance> hindrances;
  std::optional<reach_answer> reach;
  std::array<std::size_t, 4> states{};            // requirements by state
  std::array<std::size_t, 4> essential_states{};  // essential ones
  std::size_t doors = 0;  // targets that it opens and that are neither now nor after recognition
  // Explanation, for the targets shown. Contributions and rest sum exactly to the value.
  std::vector<competence_part> reasons;  // of covered.expectation: those that weigh most, heaviest first
  double reasons_rest = 0;
  std::vector<competence_part> missing;  // of effort: essential ones first, heaviest first
  double missing_rest = 0;
  std::optional<zone_change> change;
};

// A job that the person holds or practised.
struct near_source {
  std::string job, label;
  double strength = 0;  // 1 when held, else 1 - 2^(-months / months_half)
  double months = 0;
};

// A target as the lists of proposals and of the front name it.
struct target_summary {
  std::string id, label, domain;
  zone in = zone::long_path;
  std::size_t rank = 0;
  double affinity = 0, effort = 0, usefulness = 0;
};

struct possibilities {
  std::string person;
  std::string policy_id, policy_version;
  std::vector<std::string> frameworks;
  std::size_t considered = 0;           // targets before `top`
  std::map<zone, std::size_t> in_zone;  // how many of them
  std::vector<possibility> targets;     // by rank
  std::vector<near_source> sources;     // what nearness was asked about; empty: affinity is by competences alone
  struct proposed_target {
    target_summary target;
    proposal why;
  };
  std::vector<proposed_target> proposed;
  struct front_target {
    target_summary target;
    int layer = 1;  // 1: on the Pareto front; 2: on that of the rest; ...
  };
  std::vector<front_target> front;  // by effort
  double front_epsilon = 0;
  std::string territory_id, territory_name;  // empty: none
  bool fictitious = false;
};

// What a map may be given beside the person. All may be left out.
struct map_aids {
  std::size_t top = 0;  // at most so many targets; 0: all
  // The table of a framework that is kept; null: made for this map.
  std::function<std::shared_ptr<const map_table>(const framework_ptr&)> table;
  // Nearness of every job of the framework to one of its jobs, in [0, 1] by job. Null: affinity by competences alone.
  std::function<std::shared_ptr<const std::vector<double>>(const framework_ptr&, std::uint32_t)> nearness;
  const map_territory* around = nullptr;
  std::vector<target> targets;  // of their own, beside those of frameworks and territory
  std::string only;             // the id of the one target to show, with `rows`; empty: all
  std::vector<requirement_row>* rows = nullptr;
  bool explained = true;  // else without labels, reasons and what is missing
};

// Rank order: what is blocked last, then affinity, ties by id. Affinity says how near a target is to what the person
// does; it uses no official mobility, so that these can judge it.
//   without jobs held or practised, or without nearness: the weighted Jaccard index of what the person is expected to
//     master and what the target asks, each competence weighing its rarity, ln(jobs / jobs that ask for it);
//   with them: the nearness n of the target to the nearest of these jobs, times how much practice it rests on, and over
//     what is left of it, (1 - n), the same index of what the person knows beyond these jobs.
possibilities map_possibilities(const portfolio& person, const recognition_state& state,
                                const framework_set& frameworks, const policy& by, const map_aids& aids = {});

// Document "activateur/map/1".
json to_document(const possibilities& map, const policy& by, const context& with);

// Inside analysis: what the explanations of one target take.
// `lacks`: evidence speaks against an essential requirement. Such a one takes a way, however much of the others is
// there.
inline zone zone_of(const coverage& all, const coverage& essential, bool lacks, const policy& by) {
  if (!lacks && reaches(essential.belief, by.zone_now_belief)) return zone::now;
  if (!lacks && reaches(essential.expectation, by.zone_recognition_expectation)) return zone::after_recognition;
  return reaches(all.expectation, by.zone_short_expectation) ? zone::short_path : zone::long_path;
}
// How many essential requirements `lacks(row)` is true of; of a group, those without which too few are left.
template <class Lacks>
std::size_t lacking_among(const std::vector<requirement_row>& rows, Lacks&& lacks) {
  struct among {
    std::size_t members = 0, needed = 0, lacking = 0;
  };
  std::map<std::size_t, among> groups;
  std::size_t out = 0;
  for (const requirement_row& r : rows) {
    if (!r.essential) continue;
    if (r.group == no_group) {
      out += r.proven_share > 0 && lacks(r) ? 1 : 0;
      continue;
    }
    among& g = groups[r.group];
    ++g.members;
    g.needed += r.proven_share > 0 ? 1 : 0;
    g.lacking += lacks(r) ? 1 : 0;
  }
  for (const auto& [number, g] : groups)
    if (g.lacking + g.needed > g.members) out += g.lacking + g.needed - g.members;
  return out;
}
std::vector<requirement_row> rows_of(const gap_report& gap, const framework_set& frameworks, const policy& by);
void explain(possibility& of, const std::vector<requirement_row>& rows, const policy& by);

}  // namespace activateur
