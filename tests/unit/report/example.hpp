// One small report with something in every field, and the same with a hostile text in every field.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/report.hpp"

namespace activateur::test {

struct example {
  std::vector<verification> verifications;
  gap_report gap;
  plan_report plan;
  policy by;

  [[nodiscard]] report_content content() const {
    return {&verifications, &gap, &plan, true, {"France Travail, ROME 4.0, version 60, Licence Ouverte 2.0"}, &by};
  }
};

inline instant day(const char* date) { return *parse_date_or_time(date); }

inline context in(language l) {
  context c;
  c.lang = l;
  c.now = day("2026-12-01");
  return c;
}

inline gap_item item(std::string competence, std::string label, requirement_state s, double for_, double against,
                     double base_rate, bool essential) {
  gap_item i;
  i.asked = {std::move(competence), std::move(label), "know_how", essential ? "core" : "ordinary", essential};
  i.state = s;
  i.known.value = {for_, against, base_rate};
  return i;
}

inline constexpr message refused_note{"test.note", "note {0}", "note {0}"};
inline constexpr message check_note{"test.check", "The badge expired on {0}.", "Le badge a expiré le {0}."};

inline example small_example() {
  example x;
  x.by.id = "activateur.default";
  x.by.recognised_belief = 0.5;

  x.gap.to = {"rome:K1311", "job", "Assistant / Assistante de vie aux familles", {}};
  x.gap.person = "Mésange";
  x.gap.policy_id = "activateur.default";
  x.gap.policy_version = "1";
  x.gap.frameworks = {"rome 60"};
  x.gap.covered = {0.26, 0.51, 0.91};
  x.gap.covered_essential = {0.30, 0.55, 0.88};
  x.gap.items = {
      item("rome:489930", "Entretenir les espaces de vie", requirement_state::recognised, 6, 0, 0.5, true),
      item("rome:489933", "Etablir une relation de confiance", requirement_state::presumed, 1, 0, 0.8, true),
      item("rome:477367", "Connaissance des dispositifs de téléassistance", requirement_state::to_explore, 0, 0, 0.1,
           false),
      item("rome:489979", "Veiller à l'hygiène corporelle des personnes", requirement_state::to_acquire, 0, 3, 0.1,
           true),
  };
  x.gap.items[2].asked.importance = "emerging";
  x.gap.to_recognise = {"rome:489933"};
  x.gap.verdict = gap_verdict::open;
  x.gap.to.groups = {{"loisirs", "Activités de loisirs", 1, "core", true, "bloc-2"}};
  x.gap.items[1].asked.level = 3;
  x.gap.items[1].settle = {"feedback", "client", 3, 1.5};
  x.gap.items[2].asked.group = 0;
  x.gap.items[3].contradiction = 0.8;
  x.gap.groups = {{x.gap.to.groups[0], requirement_state::presumed, 1, 1}};
  x.gap.parts = {{{"bloc-1", "Accompagner la personne"}, {0.2, 0.5, 0.9}, 3, 1, 1, 0, 1},
                 {{"bloc-2", ""}, {0, 0.1, 1}, 1, 0, 0, 1, 0}};
  x.gap.conditions = {{{"permis_b", "Permis B", true}, true}, {{"vaccin", "Vaccin à jour", false}, false}};
  x.gap.smallest = {{"rome:489933"}, {"rome:477367"}, {"rome:489979"}, {"vaccin"}, true};
  x.gap.withdrawn = {{"rome:489930",
                      "to_acquire",
                      "un formateur",
                      "vu trop vite",
                      {},
                      day("2026-06-01"),
                      "une conseillère",
                      "revu en situation"}};

  evidence e;
  e.id = "badge-1";
  e.kind = evidence_kind::credential;
  e.competence = "rome:489930";
  e.source = "did:example:issuer";
  e.label = "Entretien du logement";
  e.base = 6;
  e.trust = e.freshness = e.alignment = 1;
  e.relation = "same_macro";
  e.via = "rome:489933";
  e.third_party = true;
  e.at = day("2026-05-04");
  e.note = sentence(refused_note, {"1"});
  x.gap.items[0].known.contributions = {e};
  x.gap.items[1].known.presumptions = {{"e-1", "rome:K1304", 38, 0.8, "exact", "", "Visites à domicile"},
                                       {"e-2", "", 2, 0.1, "same_macro", "rome:489930", "Visites"}};
  x.gap.items[2].near = {
      {"rome:489930", "Entretenir les espaces de vie", "same_macro", 0.4, requirement_state::recognised}};
  e.negative = true;
  x.gap.items[3].known.contributions = {e};
  x.gap.items[3].overridden = true;
  x.gap.items[3].decision = {"rome:489979", "to_acquire", "une conseillère", "vu en atelier", {}};
  x.gap.state.unaligned = {e};

  verification good;
  good.source = "logement.png";
  good.overall = verdict::valid;
  good.checks = {{"proof", verdict::valid, sentence(refused_note, {"ok"}), {}}};
  good.subject.version = badge_version::ob_3_0;
  good.subject.what.name = "Entretien du logement";
  good.subject.issuer = {"did:example:issuer", "Les Tilleuls (fictif)", ""};
  good.sha256 = "00ff";
  good.container = "png";
  verification bad = good;
  bad.overall = verdict::invalid;
  bad.checks.push_back({"dates", verdict::invalid, sentence(check_note, {"2025-03-01"}), {}});
  x.verifications = {good, bad};

  x.plan.person = x.gap.person;
  x.plan.target_id = x.gap.to.id;
  x.plan.target_label = x.gap.to.label;
  x.plan.territory_name = "Pays de Valombre";
  x.plan.origin = day("2027-01-04");
  x.plan.solution.feasible = true;
  x.plan.solution.objective = 200;
  x.plan.solution.bound = 190;
  x.plan.solution.cost = 120;
  x.plan.solution.hours = 92;
  x.plan.solution.makespan = 8;
  planned_step first;
  first.action = "atelier-toilette";
  first.title = "Atelier : aider à la toilette";
  first.kind = "workshop";
  first.provider = "Maison des aidants";
  first.place = "Valombre";
  first.start_week = 2;
  first.weeks = 2;
  first.start = day("2027-01-18");
  first.end = day("2027-02-01");
  first.cost_euros = 120;
  first.full_cost_euros = 1020;
  first.hours = 12;
  first.closes = {"rome:489979"};
  first.gives = {"employer_met"};
  first.opens = {"immersion"};
  first.rules = {{"activateur.demo.rules", "1.0.0", "demo.training_aid", 120.0, false, "Aide de 900 euros."}};
  planned_step second = first;
  second.action = "immersion";
  second.title = "Immersion";
  second.kind = "observation";
  second.start_week = 4;
  second.weeks = 4;
  second.start = day("2027-02-01");
  second.end = day("2027-03-01");
  second.cost_euros = second.full_cost_euros = 0;
  second.hours = 80;
  second.opens = {};
  second.rules = {};
  x.plan.steps = {first, second};
  x.plan.unserved = {"rome:477367"};
  x.plan.out_of_reach = {"rome:999999"};
  x.plan.labels = {{"rome:999999", "Titre professionnel"}};
  x.plan.exclusions = {{"activateur.demo.rules", "1.0.0", "demo.priority", {}, true, "Réservé aux habitants."}};
  return x;
}

// Every text of the example replaced by `text`.
inline example hostile_example(const std::string& text) {
  example x = small_example();
  const auto spoil_rule = [&](rule_outcome& r) { r.plugin = r.plugin_version = r.rule = r.reason = text; };
  const auto spoil_evidence = [&](evidence& e) {
    e.id = e.source = e.label = e.relation = e.via = text;
    e.note = sentence(refused_note, {text});
  };
  x.by.id = text;
  x.gap.to = {text, text, text, {}};
  x.gap.person = x.gap.policy_id = x.gap.policy_version = text;
  x.gap.frameworks = x.gap.to_recognise = {text};
  for (auto& i : x.gap.items) {
    i.asked.competence = i.asked.label = i.asked.kind = i.asked.importance = text;
    i.decision = {text, text, text, text, {}};
    i.near = {{text, text, text, 0.4, requirement_state::presumed}};
    for (auto& e : i.known.contributions) spoil_evidence(e);
    for (auto& from : i.known.presumptions) from.experience = from.job = from.relation = from.via = from.label = text;
  }
  for (auto& i : x.gap.items) i.settle.kind = i.settle.from = text;
  for (auto& g : x.gap.to.groups) g.id = g.label = g.importance = g.part = text;
  for (auto& g : x.gap.groups) g.asked.id = g.asked.label = text;
  for (auto& p : x.gap.parts) p.what.id = p.what.label = text;
  for (auto& c : x.gap.conditions) c.asked.name = c.asked.label = text;
  x.gap.smallest = {{text}, {text}, {text}, {text}, false};
  for (auto& d : x.gap.withdrawn) d.competence = d.state = d.author = d.reason = d.undone_by = d.undone_reason = text;
  for (auto& e : x.gap.state.unaligned) spoil_evidence(e);
  for (auto& v : x.verifications) {
    v.source = v.sha256 = v.container = v.subject.name = v.subject.what.name = v.subject.issuer.name = text;
    for (auto& c : v.checks) {
      c.name = text;
      c.why = sentence(check_note, {text});
    }
  }
  x.plan.person = x.plan.target_id = x.plan.target_label = x.plan.territory_id = x.plan.territory_name = text;
  for (auto& s : x.plan.steps) {
    s.action = s.title = s.kind = s.provider = s.place = text;
    s.closes = s.gives = s.opens = {text};
    for (auto& r : s.rules) spoil_rule(r);
  }
  x.plan.unserved = x.plan.out_of_reach = {text};
  x.plan.labels = {{text, text}};
  for (auto& r : x.plan.exclusions) spoil_rule(r);
  return x;
}

}  // namespace activateur::test
