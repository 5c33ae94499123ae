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
  out.recognised = out.state == requirement_state::recognised;
  out.lacks = lacking({out.belief, out.expectation, out.plausibility}, by);
  o.positive += fresh_badge(by);
  out.belief_after = o.belief();
  out.expectation_after = o.expectation();
  out.lacks_after = lacking({out.belief_after, out.expectation_after, o.plausibility()}, by);
  return out;
}

survey::survey(const map_table& table, const portfolio& person, const recognition_state& state, const policy& by)
    : table_(table), slot_(table.in().counts().competences, 0), known_{{known_from(nullptr, by), 0, 0}} {
  const framework& f = table.in();
  const std::string prefix = std::string(f.id()) + ':';
  const auto each = [&](const auto& named, auto&& take) {
    for (auto it = named.lower_bound(prefix); it != named.end() && it->first.starts_with(prefix); ++it) {
      const auto index = f.find_competence(std::string_view(it->first).substr(prefix.size()));
      if (index) take(*index, it->second);  // else of a framework that was replaced since
    }
  };
  each(state.competences, [&](std::uint32_t c, const standing& known) {
    entry& e = entry_of(c);
    e.what = known_from(&known, by);
    e.above = table.rarity(c) * std::max(0.0, e.what.expectation - by.presumption_default);
    e.own = table.rarity(c) * e.what.own;
    brought_ += e.above;
    own_brought_ += e.own;
  });
  each(states_set(person), [&](std::uint32_t c, requirement_state set) { entry_of(c).what.state = set; });
  for (const link_importance i : {link_importance::ordinary, link_importance::core, link_importance::emerging})
    importance_[static_cast<std::size_t>(i)] = importance_of(by, name(i));
}

survey::entry& survey::entry_of(std::uint32_t competence) {
  if (slot_[competence] == 0) {
    slot_[competence] = static_cast<std::uint32_t>(known_.size());
    known_.push_back(known_.front());
  }
  return known_[slot_[competence]];
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
  // `times` equal parts: multiplied, they are the same exact sum.
  const auto add = [&](const known_competence& k, double importance, double times, double times_essential) {
    const double share = importance * per_all;
    out.covered.belief += times * exact_part(share * k.belief);
    out.covered.expectation += times * exact_part(share * k.expectation);
    out.covered.plausibility += times * exact_part(share * k.plausibility);
    if (times_essential > 0) {
      const double of_essential = importance * per_essential;
      out.essential.belief += times_essential * exact_part(of_essential * k.belief);
      out.essential.expectation += times_essential * exact_part(of_essential * k.expectation);
      out.essential.plausibility += times_essential * exact_part(of_essential * k.plausibility);
    }
    if (k.state != requirement_state::recognised) out.effort += times * exact_part(importance * (1 - k.expectation));
  };
  map_table::counts unknown = table_.asked_count(job);
  map_table::counts unknown_essential = table_.essential_count(job);
  for (const asked_competence& a : table_.asked_by(job)) {
    const std::uint32_t slot = slot_[a.competence];
    if (slot == 0) continue;
    const entry& e = known_[slot];
    const auto i = static_cast<std::size_t>(a.importance);
    --unknown[i];
    if (a.essential) --unknown_essential[i];
    add(e.what, importance_[i], 1, a.essential ? 1 : 0);
    if (a.essential && e.what.lacks && importance_[i] > 0) ++out.lacking;
    common += e.above;
    own += e.own;
  }
  for (std::size_t i = 0; i < unknown.size(); ++i)
    if (unknown[i] > 0) add(known_.front().what, importance_[i], unknown[i], unknown_essential[i]);
  const double asked = table_.rarity_asked(job);
  const double either = asked + brought_ - common;
  const double either_own = asked + own_brought_ - own;
  out.affinity = either > 0 ? common / either : 0;
  out.own = either_own > 0 ? own / either_own : 0;
  return out;
}

std::vector<requirement_row> survey::rows_of(std::uint32_t job) const {
  std::vector<requirement_row> out;
  rows_of(job, out);
  return out;
}

void survey::rows_of(std::uint32_t job, std::vector<requirement_row>& into) const {
  const double all = total_of(table_.asked_count(job));
  const double essential = total_of(table_.essential_count(job));
  std::array<double, 3> share{}, essential_share{};
  for (std::size_t i = 0; i < importance_.size(); ++i) {
    share[i] = all > 0 ? importance_[i] * (1 / all) : 0;
    essential_share[i] = essential > 0 ? importance_[i] * (1 / essential) : 0;
  }
  const std::span<const asked_competence> asked = table_.asked_by(job);
  into.resize(asked.size());
  requirement_row* row = into.data();
  for (const asked_competence& a : asked) {
    const auto i = static_cast<std::size_t>(a.importance);
    const entry& e = known_[slot_[a.competence]];
    row->in = &table_.in();
    row->index = a.competence;
    row->essential = a.essential;
    row->importance = importance_[i];
    row->share = share[i];
    row->essential_share = row->proven_share = a.essential ? essential_share[i] : 0;
    row->group = no_group;
    row->weight = importance_[i] * e.above;
    row->known = e.what;
    ++row;
  }
}

}  // namespace activateur
