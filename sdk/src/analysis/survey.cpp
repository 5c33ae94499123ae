#include "analysis/survey.hpp"

#include <algorithm>
#include <map>

#include "analysis/covering.hpp"
#include "analysis/exact.hpp"
#include "analysis/overrides.hpp"

namespace activateur {
namespace {

constexpr std::string_view held_job = "holds_job";  // id of the evidence that "holds this job" becomes

// The expectation without what the person brings beyond jobs and neighbours.
double by_jobs_alone(const standing& known, const policy& by) {
  opinion o;
  o.base_rate = by.presumption_default;
  for (const presumption& p : known.presumptions)
    if (!p.job.empty() || !p.relation.empty()) o.base_rate = std::max(o.base_rate, p.base_rate);
  for (const evidence& e : known.contributions)
    if (e.id == held_job && !e.negative) o.positive += e.weight();
  return o.expectation();
}

}  // namespace

std::map<std::string, requirement_state, std::less<>> states_set(const portfolio& person) {
  std::map<std::string, requirement_state, std::less<>> out;
  for (const auto& [competence, decided] : acting_overrides(person))
    out.emplace(competence, state_named(decided.state, requirement_state::to_explore));
  return out;
}

double fresh_badge(const policy& by) {
  const auto rule = by.kinds.find(evidence_kind::credential);
  const auto trust = by.trust.find("verified");
  const auto exact = by.alignment.find("exact");
  if (rule == by.kinds.end() || trust == by.trust.end() || exact == by.alignment.end()) return 0;
  return rule->second.weight * trust->second * exact->second;
}

known_competence known_from(const standing* known, const policy& by) {
  known_competence out;
  opinion o;
  o.base_rate = by.presumption_default;
  if (known != nullptr) {
    o = known->value;
    out.own = std::max(0.0, o.expectation() - by_jobs_alone(*known, by));
  }
  out.value = o;
  out.belief = o.belief();
  out.expectation = o.expectation();
  out.plausibility = o.plausibility();
  out.state = state_of(known, by);
  o.positive += fresh_badge(by);
  out.belief_after = o.belief();
  out.expectation_after = o.expectation();
  return out;
}

survey::survey(const map_table& table, const portfolio& person, const recognition_state& state, const policy& by)
    : table_(table), default_(by.presumption_default) {
  const framework& f = table.in();
  known_.assign(f.counts().competences, known_from(nullptr, by));
  above_.assign(known_.size(), 0);
  own_.assign(known_.size(), 0);
  const std::string prefix = std::string(f.id()) + ':';
  const auto each = [&](const auto& named, auto&& take) {
    for (auto it = named.lower_bound(prefix); it != named.end() && it->first.starts_with(prefix); ++it) {
      const auto index = f.find_competence(std::string_view(it->first).substr(prefix.size()));
      if (index) take(*index, it->second);  // else of a framework that was replaced since
    }
  };
  each(state.competences, [&](std::uint32_t c, const standing& known) {
    known_[c] = known_from(&known, by);
    above_[c] = table.rarity(c) * std::max(0.0, known_[c].expectation - default_);
    own_[c] = table.rarity(c) * known_[c].own;
    brought_ += above_[c];
    own_brought_ += own_[c];
  });
  each(states_set(person), [&](std::uint32_t c, requirement_state set) { known_[c].state = set; });
  for (const link_importance i : {link_importance::ordinary, link_importance::core, link_importance::emerging})
    importance_[static_cast<std::size_t>(i)] = importance_of(by, name(i));
}

double survey::total_of(const map_table::counts& counts) const {
  double out = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) out += importance_[i] * counts[i];
  return out;
}

target_numbers survey::of(std::uint32_t job) const {
  target_numbers out;
  const double all = total_of(table_.asked_count(job));
  const double essential = total_of(table_.essential_count(job));
  const double per_all = all > 0 ? 1 / all : 0;
  const double per_essential = essential > 0 ? 1 / essential : 0;
  double common = 0, own = 0;
  for (const asked_competence& a : table_.asked_by(job)) {
    const known_competence& k = known_[a.competence];
    const double importance = importance_[static_cast<std::size_t>(a.importance)];
    const double share = importance * per_all;
    out.covered.belief += exact_part(share * k.belief);
    out.covered.expectation += exact_part(share * k.expectation);
    out.covered.plausibility += exact_part(share * k.plausibility);
    if (a.essential) {
      const double of_essential = importance * per_essential;
      out.essential.belief += exact_part(of_essential * k.belief);
      out.essential.expectation += exact_part(of_essential * k.expectation);
      out.essential.plausibility += exact_part(of_essential * k.plausibility);
    }
    if (k.state != requirement_state::recognised) out.effort += exact_part(importance * (1 - k.expectation));
    common += above_[a.competence];
    own += own_[a.competence];
  }
  const double asked = table_.rarity_asked(job);
  const double either = asked + brought_ - common;
  const double either_own = asked + own_brought_ - own;
  out.affinity = either > 0 ? common / either : 0;
  out.own = either_own > 0 ? own / either_own : 0;
  return out;
}

std::vector<requirement_row> survey::rows_of(std::uint32_t job) const {
  const double all = total_of(table_.asked_count(job));
  const double essential = total_of(table_.essential_count(job));
  std::vector<requirement_row> out;
  out.reserve(table_.asked_by(job).size());
  for (const asked_competence& a : table_.asked_by(job)) {
    requirement_row& row = out.emplace_back();
    const double importance = importance_[static_cast<std::size_t>(a.importance)];
    row.competence = competence_name(table_.in(), a.competence);
    row.label = table_.in().competence(a.competence).label;
    row.essential = a.essential;
    row.importance = importance;
    row.share = all > 0 ? importance * (1 / all) : 0;
    row.essential_share = row.proven_share = a.essential && essential > 0 ? importance * (1 / essential) : 0;
    row.weight = importance * above_[a.competence];
    row.known = known_[a.competence];
  }
  return out;
}

}  // namespace activateur
