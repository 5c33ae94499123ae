#include "analysis/map_side.hpp"

#include <algorithm>
#include <cmath>

namespace activateur {
namespace {

// 2^(-(order - 1) / half) of the best official mobility; 0 for a job that none leads to.
void add_mobilities(map_side& to, std::uint32_t from, const policy& by) {
  const std::vector<mobility> ways = to.table->in().mobilities_of(from);
  if (ways.empty()) return;
  if (to.mobility.empty()) to.mobility.assign(to.table->jobs(), 0.0);
  for (const mobility& m : ways) {
    const double rank = std::max(1.0, static_cast<double>(m.order));
    std::optional<double>& held = to.mobility[m.job];
    held = std::max(held.value_or(0), std::exp2(-(rank - 1) / by.mobility_order_half));
  }
}

void add_nearness(map_side& to, const practised_job& from, const std::vector<double>& nearness, std::size_t source) {
  if (to.nearness.empty()) {
    to.nearness.assign(nearness.size(), 0);
    to.by_source.assign(nearness.size(), source);
  }
  for (std::uint32_t j = 0; j < nearness.size(); ++j) {
    const double n = from.said.strength * (j == from.where.index ? 1 : nearness[j]);
    if (n <= to.nearness[j]) continue;
    to.nearness[j] = n;
    to.by_source[j] = source;
  }
}

}  // namespace

std::vector<practised_job> practised_jobs(const portfolio& person, const recognition_state& state,
                                          const framework_set& frameworks, const policy& by) {
  std::vector<practised_job> out;
  std::map<std::string, double, std::less<>> months;
  for (const auto& [competence, known] : state.competences)
    for (const presumption& p : known.presumptions)
      if (!p.job.empty()) {
        double& longest = months[p.job];
        longest = std::max(longest, p.months);
      }
  const auto add = [&](const std::string& job, double strength, double lasted) {
    const auto ref = frameworks.job(job);
    if (!ref) return;
    const std::string is = job_name(*ref->in, ref->index);
    if (std::any_of(out.begin(), out.end(), [&](const practised_job& p) { return p.said.job == is; })) return;
    out.push_back({*ref, {is, std::string(ref->in->job(ref->index).label), strength, lasted}});
  };
  if (!person.holds_job.empty()) add(person.holds_job, 1, 0);
  for (const auto& [job, lasted] : months) add(job, 1 - std::exp2(-lasted / by.presumption_months_half), lasted);
  std::stable_sort(out.begin(), out.end(),
                   [](const practised_job& a, const practised_job& b) { return a.said.strength > b.said.strength; });
  return out;
}

map_side side_of(const framework_ptr& f, const std::vector<practised_job>& practised, const portfolio& person,
                 const recognition_state& state, const policy& by, const map_aids& aids,
                 std::vector<near_source>& sources) {
  map_side out;
  if (aids.table) out.table = aids.table(f);
  if (out.table == nullptr) out.table = std::make_shared<map_table>(f, by.map.door_share);
  out.known = std::make_unique<survey>(*out.table, person, state, by);
  out.refused = refusals(person.wanted, *out.table);
  // The weights of nearness come from official mobilities; where there are none nothing is known of its worth.
  const bool near = aids.nearness && out.table->has_mobilities() && out.table->jobs() <= by.map.nearness_most_jobs;
  std::size_t asked = 0;
  for (const practised_job& p : practised) {
    if (p.where.in != f) continue;
    out.practised.insert(p.where.index);
    out.domains.insert(out.table->domain_number(p.where.index));
    out.levels.push_back(out.table->level(p.where.index));
    add_mobilities(out, p.where.index, by);
    if (!near || asked++ >= by.map.nearness_sources) continue;
    const auto nearness = aids.nearness(f, p.where.index);
    if (nearness == nullptr || nearness->size() != out.table->jobs()) continue;
    add_nearness(out, p, *nearness, sources.size());
    sources.push_back(p.said);
  }
  return out;
}

reach_answer reach_to(const target_needs& needs, const portfolio& person, const map_territory& around,
                      const policy& by) {
  reach_answer out;
  reach_group all, some;
  std::vector<reach_group> groups(needs.groups == nullptr ? 0 : needs.groups->size());
  for (const requirement_row& r : *needs.rows) {
    if (r.known.state == requirement_state::recognised) continue;
    const auto fact = around.competences.find(r.competence());
    const bool served = fact != around.competences.end() && fact->second.week != no_week;
    if (served)
      (r.group != no_group ? groups[r.group] : r.essential ? all : some).facts.push_back(&fact->second);
    else if (r.essential && r.group == no_group)
      ++out.unserved;
  }
  std::size_t missing_rights = 0;
  for (const std::string& need : *needs.rights) {
    if (std::find(person.lacks.begin(), person.lacks.end(), need) == person.lacks.end()) continue;
    const auto fact = around.conditions.find(need);
    if (fact == around.conditions.end() || fact->second.week == no_week)
      ++missing_rights;
    else
      all.facts.push_back(&fact->second);
  }
  const double share = std::clamp(by.goal_share_of_optional, 0.0, 1.0);
  some.at_least = static_cast<std::size_t>(std::ceil(share * static_cast<double>(some.facts.size()) - 1e-9));
  all.at_least = all.facts.size();
  reach_goal goal{std::move(all), std::move(some)};
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const group_item& asked = (*needs.groups)[g];
    if (!asked.asked.essential || asked.recognised >= asked.asked.at_least) continue;
    groups[g].at_least = asked.asked.at_least - asked.recognised;
    if (groups[g].facts.size() < groups[g].at_least) out.unserved += groups[g].at_least - groups[g].facts.size();
    goal.push_back(std::move(groups[g]));
  }
  out.complete = out.unserved == 0 && missing_rights == 0;
  const reach_bound bound = bound_of(goal, around.offers);
  out.week = bound.week;
  out.euros = bound.euros;
  out.hours = bound.hours;
  return out;
}

}  // namespace activateur
