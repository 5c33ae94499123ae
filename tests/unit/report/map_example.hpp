// One small carte with something in every field, the doors behind a key, and both with a hostile text in every field.
#pragma once

#include "example.hpp"
#include "report/map_report.hpp"
#include "unit/frameworks/small_drafts.hpp"

namespace activateur::test {

// A framework "rome" whose competences are "000" to "119", each labelled by `label` and its code, or by `label` alone.
inline framework_ptr competences_labelled(const std::string& label, bool with_code) {
  framework_draft draft;
  draft.id = "rome";
  draft.version = "60";
  for (int i = 0; i < 120; ++i) {
    std::string code = std::to_string(1000 + i).substr(1);
    draft.competences.push_back(competence(code, with_code ? label + " " + code : label));
  }
  return compiled_of(std::move(draft));
}
inline const framework_ptr& plain_competences() {
  static const framework_ptr made = competences_labelled("Compétence", true);
  return made;
}
inline competence_part part(std::uint32_t index, requirement_state s, double contribution) {
  return {plain_competences().get(), index, s, contribution};
}

struct map_example {
  possibilities map;
  map_change doors;
  policy by;
  framework_ptr of = plain_competences();

  [[nodiscard]] map_content content() const {
    return {&map, &doors, &by, {"France Travail, ROME 4.0, version 60, Licence Ouverte 2.0"}};
  }
};

inline possibility place(std::string id, std::string label, zone in, double effort, double use) {
  possibility p;
  p.id = std::move(id);
  p.label = std::move(label);
  p.kind = "job";
  p.domain = "K13";
  p.in = p.without_hindrances = in;
  p.covered = {0.2, 0.5, 0.9};
  p.effort = effort;
  p.use.value = use;
  p.use.parts[0] = {use_dimension::interest, use, 1, use};
  p.use.known = 1;
  p.affinity = 0.4;
  p.doors = 7;
  p.essential_states = {1, 2, 3, 4};
  p.reasons = {part(1, requirement_state::recognised, 0.2)};
  p.reasons_rest = 0.3;
  p.missing = {part(2, requirement_state::to_acquire, 1.5)};
  p.missing_rest = 0.5;
  return p;
}

inline target_summary summary(const possibility& p) {
  return {p.id, p.label, p.domain, p.in, p.rank, p.affinity, p.effort, p.use.value};
}

inline moved_target moved(std::string id, std::string label, zone before, zone after, std::uint32_t by) {
  moved_target m;
  m.id = std::move(id);
  m.label = std::move(label);
  m.before = before;
  m.after = after;
  m.expectation_before = 0.3;
  m.expectation_after = 0.45;
  m.why = {part(by, requirement_state::recognised, 0.15)};
  return m;
}

inline map_example small_map() {
  map_example x;
  x.by.zone_now_belief = 0.5;
  x.by.zone_recognition_expectation = 0.6;
  x.by.zone_short_expectation = 0.4;
  possibilities& m = x.map;
  m.person = "Mésange";
  m.policy_id = "activateur.default";
  m.policy_version = "1";
  m.frameworks = {"rome 60"};
  m.considered = 6;
  m.in_zone = {
      {zone::now, 1}, {zone::after_recognition, 1}, {zone::short_path, 1}, {zone::long_path, 2}, {zone::blocked, 1}};
  m.targets = {place("rome:K1302", "Assistance auprès d'adultes", zone::now, 2, 0.7),
               place("rome:K1304", "Services domestiques", zone::after_recognition, 4, 0.5),
               place("rome:K1311", "Assistant de vie", zone::short_path, 8, 0.9),
               place("rome:A1101", "Conduite d'engins", zone::long_path, 20, 0.2),
               place("rome:N4101", "Conduite de poids lourds", zone::blocked, 12, 0.4)};
  for (std::size_t i = 0; i < m.targets.size(); ++i) m.targets[i].rank = i + 1;
  m.targets[0].way = direction::sideways;
  m.targets[0].pareto = true;
  m.targets[1].by_nearness = 0.4;
  m.targets[1].change = zone_change{zone::now, 2, {"rome:489933", "rome:477367"}};
  m.targets[2].reach = reach_answer{true, 12, 140.5, 90, 0};
  m.targets[3].use = {};  // nothing known
  m.targets[4].hindrances = {{"right", "permis C", hindrance_effect::blocks, sentence(refused_note, {"permis C"})},
                             {"distance", "", hindrance_effect::to_check, sentence(refused_note, {"distance"})}};
  m.sources = {{"rome:K1311", "Assistant de vie", 1, 38}};
  m.proposed = {{summary(m.targets[2]), {}}, {summary(m.targets[1]), {}}};
  m.proposed[1].why.for_elsewhere = true;
  m.front = {{summary(m.targets[0]), 1}, {summary(m.targets[2]), 1}, {summary(m.targets[1]), 2}};
  m.territory_id = "valombre";
  m.territory_name = "Pays de Valombre";
  m.fictitious = true;
  map_change& d = x.doors;
  d.person = m.person;
  d.key_kind = "badge";
  d.key_label = "Badge Hygiène";
  d.considered = 6;
  d.easier = {moved("rome:K1311", "Assistant de vie", zone::short_path, zone::after_recognition, 1),
              moved("rome:A1101", "Conduite d'engins", zone::long_path, zone::short_path, 2)};
  d.easier_count = 5;
  d.better = {moved("rome:K1302", "Assistance", zone::now, zone::now, 1)};
  d.better_count = 1;
  return x;
}

inline map_example hostile_map(const std::string& text) {
  map_example x = small_map();
  x.of = competences_labelled(text, false);
  const auto spoil_parts = [&](std::vector<competence_part>& parts) {
    for (auto& p : parts) p.in = x.of.get();
  };
  const auto spoil_hindrances = [&](std::vector<hindrance>& list) {
    for (auto& h : list) {
      h.what = text;
      h.why = sentence(refused_note, {text});
    }
  };
  possibilities& m = x.map;
  m.person = m.policy_id = m.policy_version = m.territory_id = m.territory_name = text;
  m.frameworks = {text};
  for (auto& t : m.targets) {
    t.id = t.label = t.kind = t.domain = text;
    spoil_parts(t.reasons);
    spoil_parts(t.missing);
    spoil_hindrances(t.hindrances);
    if (t.change) t.change->competences = {text};
  }
  for (auto& s : m.sources) s.job = s.label = text;
  for (auto& p : m.proposed) p.target.id = p.target.label = p.target.domain = text;
  for (auto& f : m.front) f.target.id = f.target.label = f.target.domain = text;
  x.doors.person = x.doors.key_kind = x.doors.key_label = text;
  for (auto* list : {&x.doors.easier, &x.doors.harder, &x.doors.better})
    for (auto& t : *list) {
      t.id = t.label = text;
      spoil_parts(t.why);
      spoil_hindrances(t.gone);
    }
  return x;
}

}  // namespace activateur::test
