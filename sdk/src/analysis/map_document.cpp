// Document "activateur/map/1" (docs/schemas/map.json).
#include "analysis/map_document.hpp"

#include "analysis/document.hpp"
#include "analysis/map_words.hpp"
#include "analysis/messages.hpp"

namespace activateur {
namespace {

json parts_of(const std::vector<competence_part>& parts) {
  json out = json::array();
  for (const competence_part& p : parts)
    out.push_back({{"competence", p.competence()},
                   {"label", p.label()},
                   {"state", name(p.state)},
                   {"contribution", p.contribution}});
  return out;
}

json states_of(const std::array<std::size_t, 4>& states) {
  json out;
  for (const requirement_state s : {requirement_state::recognised, requirement_state::presumed,
                                    requirement_state::to_explore, requirement_state::to_acquire})
    out[std::string(name(s))] = states[static_cast<std::size_t>(s)];
  return out;
}

std::string_view name(target_level::scale s) {
  return s == target_level::scale::isco_skill ? "isco_skill" : "qualification";
}

json document_of(const possibilities::proposed_target& chosen, const possibilities& map) {
  json out = summary_document(chosen.target);
  const proposal& why = chosen.why;
  out["likeness"] = why.likeness;
  if (why.likeness > 0) out["likest"] = map.proposed[why.likest].target.id;
  out["for_other_domains"] = why.for_elsewhere;
  return out;
}

json parameters_of(const policy& by) {
  const map_rules& r = by.map;
  return {{"now_belief", by.zone_now_belief},
          {"recognition_expectation", by.zone_recognition_expectation},
          {"short_expectation", by.zone_short_expectation},
          {"mobility_order_half", by.mobility_order_half},
          {"usefulness", r.usefulness},
          {"door_share", r.door_share},
          {"front_epsilon", r.front_epsilon},
          {"front_least", r.front_least},
          {"front_most", r.front_most},
          {"proposals", r.proposals},
          {"proposal_likeness", r.proposal_likeness},
          {"proposal_other_domains", r.proposal_other_domains}};
}

}  // namespace

json summary_document(const target_summary& of) {
  return {{"id", of.id},     {"label", of.label},       {"domain", of.domain}, {"zone", name(of.in)},
          {"rank", of.rank}, {"affinity", of.affinity}, {"effort", of.effort}, {"usefulness", of.usefulness}};
}

json target_document(const possibility& p, const possibilities& map, language lang) {
  json affinity = json::array();
  if (p.by_nearness > 0)
    affinity.push_back({{"part", "nearness"},
                        {"source", map.sources[p.near_source].job},
                        {"label", map.sources[p.near_source].label},
                        {"contribution", p.by_nearness}});
  if (p.by_competences > 0) affinity.push_back({{"part", "competences"}, {"contribution", p.by_competences}});
  json use = json::array();
  json unknown = json::array();
  std::size_t next = 0;
  for (std::size_t i = 0; i < use_dimensions; ++i) {
    const auto d = static_cast<use_dimension>(i);
    if (next < p.use.known && p.use.parts[next].what == d) {
      const use_part& part = p.use.parts[next++];
      use.push_back({{"dimension", name(d)},
                     {"value", part.value},
                     {"weight", part.weight},
                     {"contribution", part.contribution}});
    } else {
      unknown.push_back(name(d));
    }
  }
  json to_check = json::array();
  json delayed = json::array();
  json blocked = json::array();
  for (const hindrance& h : p.hindrances) {
    json& list = h.does == hindrance_effect::blocks ? blocked : h.does == hindrance_effect::delays ? delayed : to_check;
    list.push_back({{"code", h.code}, {"what", h.what}, {"text", h.why.text(lang)}});
  }
  json out = {{"id", p.id},
              {"label", p.label},
              {"kind", p.kind},
              {"domain", p.domain},
              {"rank", p.rank},
              {"zone", name(p.in)},
              {"belief", p.covered.belief},
              {"expectation", p.covered.expectation},
              {"plausibility", p.covered.plausibility},
              {"coverage_essential", document_of(p.covered_essential)},
              {"affinity", p.affinity},
              {"affinity_parts", std::move(affinity)},
              {"effort", p.effort},
              {"usefulness", p.use.value},
              {"usefulness_parts", std::move(use)},
              {"usefulness_unknown", std::move(unknown)},
              {"direction", name(p.way)},
              {"doors", p.doors},
              {"pareto", p.pareto},
              {"states", states_of(p.states)},
              {"essential_states", states_of(p.essential_states)},
              {"reasons", parts_of(p.reasons)},
              {"reasons_rest", p.reasons_rest},
              {"missing", parts_of(p.missing)},
              {"missing_rest", p.missing_rest},
              {"blocked_by", std::move(blocked)},
              {"delayed_by", std::move(delayed)},
              {"to_check", std::move(to_check)},
              {"texts", document_of(words_of(p, map, lang))}};
  if (p.in != p.without_hindrances) out["zone_without_hindrances"] = name(p.without_hindrances);
  if (p.level.on != target_level::scale::none) out["level"] = {{"scale", name(p.level.on)}, {"value", p.level.value}};
  if (p.change)
    out["change"] = {{"zone", name(p.change->to)}, {"acts", p.change->acts}, {"competences", p.change->competences}};
  if (p.reach) {
    json reach = {{"complete", p.reach->complete},
                  {"euros", p.reach->euros},
                  {"hours", p.reach->hours},
                  {"unserved", p.reach->unserved}};
    reach["weeks"] = p.reach->complete ? json(p.reach->week) : json(nullptr);
    out["reach"] = std::move(reach);
  }
  return out;
}

json to_document(const possibilities& map, const policy& by, const context& with) {
  json targets = json::array();
  for (const possibility& p : map.targets) targets.push_back(target_document(p, map, with.lang));
  json counts;
  for (const zone z : {zone::now, zone::after_recognition, zone::short_path, zone::long_path, zone::blocked}) {
    const auto n = map.in_zone.find(z);
    counts[std::string(name(z))] = n == map.in_zone.end() ? 0 : n->second;
  }
  json proposed = json::array();
  for (const auto& chosen : map.proposed) proposed.push_back(document_of(chosen, map));
  json front = json::array();
  for (const auto& member : map.front) {
    json one = summary_document(member.target);
    one["layer"] = member.layer;
    front.push_back(std::move(one));
  }
  json sources = json::array();
  for (const near_source& s : map.sources)
    sources.push_back({{"job", s.job}, {"label", s.label}, {"strength", s.strength}, {"months", s.months}});
  const three_lengths said = words_of(map, with.lang);
  json out = {{"schema", "activateur/map/1"},
              {"person", map.person},
              {"at", to_text(with.now)},
              {"policy", {{"id", map.policy_id}, {"version", map.policy_version}}},
              {"frameworks", map.frameworks},
              {"considered", map.considered},
              {"counts", std::move(counts)},
              {"targets", std::move(targets)},
              {"proposed", std::move(proposed)},
              {"front", std::move(front)},
              {"front_epsilon", map.front_epsilon},
              {"near_sources", std::move(sources)},
              {"parameters", parameters_of(by)},
              {"not_used", not_used()},
              {"status", sentence(analysis_messages::proposal).text(with.lang)},
              {"text", said.brief},
              {"texts", document_of(said)}};
  if (!map.territory_id.empty())
    out["territory"] = {{"id", map.territory_id}, {"name", map.territory_name}, {"fictitious", map.fictitious}};
  return out;
}

}  // namespace activateur
