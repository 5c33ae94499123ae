#include "analysis/gap.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analysis/covering.hpp"

namespace activateur {
namespace {

// Recognised competences of the person: by macro-competence, and each competence's own macro.
class recognised_neighbours {
 public:
  recognised_neighbours(const recognition_state& state, const framework_set& frameworks, const policy& by)
      : frameworks_(frameworks) {
    for (const auto& [name, known] : state.competences) {
      if (state_of(&known, by) != requirement_state::recognised) continue;
      if (const auto family = family_of(name); !family.empty()) by_family_[family].push_back(name);
    }
  }

  [[nodiscard]] std::vector<std::string> of(const std::string& competence) const {
    const auto it = by_family_.find(family_of(competence));
    std::vector<std::string> out;
    if (it == by_family_.end()) return out;
    std::copy_if(it->second.begin(), it->second.end(), std::back_inserter(out),
                 [&](const std::string& other) { return other != competence; });
    return out;
  }

  // The macro-competence that the competence is or belongs to; empty when it has none.
  [[nodiscard]] std::string family_of(const std::string& competence) const {
    const auto ref = frameworks_.competence(competence);
    if (!ref) return {};
    const competence_view c = ref->in->competence(ref->index);
    if (c.grain == competence_grain::macro) return competence;
    return c.macro == no_index ? std::string{} : competence_name(*ref->in, c.macro);
  }

 private:
  const framework_set& frameworks_;
  std::map<std::string, std::vector<std::string>> by_family_;
};

std::map<std::string, override_decision> latest_overrides(const portfolio& person) {
  std::map<std::string, override_decision> out;
  const auto order = [](const override_decision& o) {
    return std::tuple(o.at.value_or(instant{INT64_MIN}), std::string_view(o.author), std::string_view(o.state),
                      std::string_view(o.reason));
  };
  for (const override_decision& o : person.overrides) {
    const auto [it, fresh] = out.try_emplace(o.competence, o);
    if (!fresh && order(it->second) < order(o)) it->second = o;
  }
  return out;
}

requirement_state state_named(std::string_view text, requirement_state otherwise) {
  for (const requirement_state s : {requirement_state::recognised, requirement_state::presumed,
                                    requirement_state::to_explore, requirement_state::to_acquire})
    if (name(s) == text) return s;
  return otherwise;
}

// Whether a fresh verified badge for the macro-competence would make this item of it recognised.
bool recognised_with_macro(const gap_item& item, const policy& by) {
  const auto rule = by.kinds.find(evidence_kind::credential);
  const auto trust = by.trust.find("verified");
  const auto factor = by.alignment.find("macro_to_item");
  if (rule == by.kinds.end() || trust == by.trust.end() || factor == by.alignment.end()) return false;
  opinion after = item.known.value;
  after.positive += rule->second.weight * trust->second * factor->second;
  return by.third_party.contains("verified") && after.belief() >= by.recognised_belief;
}

// Every presumed essential requirement, less the items that the recognition of a macro-competence of the list
// recognises with it.
std::vector<std::string> shortest_recognitions(const std::vector<gap_item>& items,
                                               const recognised_neighbours& neighbours, const policy& by) {
  std::set<std::string> presumed;
  const auto asks = [](const gap_item& i) { return i.asked.essential && i.state == requirement_state::presumed; };
  for (const gap_item& i : items)
    if (asks(i)) presumed.insert(i.asked.competence);
  std::vector<std::string> out;
  for (const gap_item& i : items) {
    if (!asks(i)) continue;
    const std::string family = neighbours.family_of(i.asked.competence);
    const bool comes_with_macro =
        family != i.asked.competence && presumed.contains(family) && recognised_with_macro(i, by);
    if (!comes_with_macro) out.push_back(i.asked.competence);
  }
  return out;
}

}  // namespace

std::string_view name(requirement_state s) {
  switch (s) {
    case requirement_state::recognised: return "recognised";
    case requirement_state::presumed: return "presumed";
    case requirement_state::to_acquire: return "to_acquire";
    case requirement_state::to_explore: break;
  }
  return "to_explore";
}

requirement_state state_of(const standing* known, const policy& by) {
  opinion o;
  o.base_rate = by.presumption_default;
  if (known != nullptr) o = known->value;
  const bool third_party =
      known != nullptr && std::any_of(known->contributions.begin(), known->contributions.end(),
                                      [](const evidence& e) { return e.third_party && !e.negative && e.weight() > 0; });
  if (third_party && o.belief() >= by.recognised_belief) return requirement_state::recognised;
  if (o.expectation() >= by.presumed_expectation) return requirement_state::presumed;
  if (o.disbelief() >= by.acquire_disbelief) return requirement_state::to_acquire;
  if (o.expectation() <= by.acquire_expectation && o.uncertainty() <= by.acquire_uncertainty)
    return requirement_state::to_acquire;
  return requirement_state::to_explore;
}

gap_report compute_gap(const portfolio& person, recognition_state state, const target& to,
                       const framework_set& frameworks, const policy& by) {
  gap_report out;
  out.to = to;
  out.person = person.person;
  out.policy_id = by.id;
  out.policy_version = by.version;
  out.frameworks = versions_of(frameworks);

  const recognised_neighbours neighbours(state, frameworks, by);
  std::map<std::string, override_decision> overrides = latest_overrides(person);
  covering all, essential;
  for (const requirement& asked : to.requirements) {
    gap_item item;
    item.asked = asked;
    const auto known = state.competences.find(asked.competence);
    if (known != state.competences.end())
      item.known = known->second;
    else
      item.known.value.base_rate = by.presumption_default;
    item.state = state_of(&item.known, by);
    if (const auto decided = overrides.extract(asked.competence)) {
      item.overridden = true;
      item.decision = decided.mapped();
      item.state = state_named(item.decision.state, item.state);
    }
    if (item.state != requirement_state::recognised) item.near = neighbours.of(asked.competence);
    const double importance = importance_of(by, asked.importance);
    all.add(item.known.value, importance);
    if (asked.essential) essential.add(item.known.value, importance);
    out.items.push_back(std::move(item));
  }
  std::stable_sort(out.items.begin(), out.items.end(), [](const gap_item& a, const gap_item& b) {
    if (a.asked.essential != b.asked.essential) return a.asked.essential;
    return a.asked.competence < b.asked.competence;
  });
  out.covered = all.mean();
  out.covered_essential = essential.mean();
  out.to_recognise = shortest_recognitions(out.items, neighbours, by);
  for (const auto& [competence, ignored] : overrides) out.overridden_elsewhere.push_back(competence);
  out.state = std::move(state);
  return out;
}

}  // namespace activateur
