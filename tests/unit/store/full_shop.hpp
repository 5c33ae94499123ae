// A store in which each table has rows: what a migration brings along, and what a check must look at.
#pragma once

#include "shop.hpp"

namespace activateur::shop {

struct full_shop {
  std::string anna, bob, team, grid, experience, credential, consent, withdrawn, token;
};

inline full_shop fill(store& in) {
  const context before = on("2025-03-01T08:00:00Z"), now = on("2026-06-01T08:00:00Z");
  full_shop out;
  const auto add_person = [&](json profile, const context& at) -> std::string {
    return must(in.add_person(administrator, profile, at))["id"];
  };
  const std::string gone =
      add_person({{"name", "Zoé"}, {"identifiers", {{{"system", "si"}, {"value", "dossier-99"}}}}}, before);
  must(in.erase_person(administrator, gone, before));
  out.anna = add_person({{"name", "Anna"}, {"identifiers", {{{"system", "si"}, {"value", "dossier-17"}}}}}, now);
  out.bob = add_person({{"name", "Bob"}}, now);
  const actor anna{role::person, out.anna, {}};
  out.team =
      must(in.add_person(guide, {{"kind", "collective"}, {"name", "Cuisine"}, {"members", {out.anna}}}, now))["id"];
  out.consent = must(in.give_consent(anna, out.anna, consent_to("accompaniment", "mission-locale"), now))["id"];
  out.withdrawn = must(in.give_consent(anna, out.anna, consent_to("training", "centre"), now))["id"];
  must(in.withdraw_consent(anna, out.withdrawn, now));
  const auto lived = [](const char* title) { return json{{"title", title}, {"kind", "volunteering"}, {"months", 38}}; };
  out.experience = must(in.add(guide, out.anna, "experience", lived("Visite"), now))["id"];
  must(in.change(anna, out.experience, 1, lived("Visites"), now));
  must(in.add(anna, out.team, "experience", lived("Repas"), now));
  out.credential =
      must(in.add_credential(anna, out.anna, slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "examples/badge.jwt"), now))["id"];
  const json request = {{"experience", out.experience}, {"competences", {{{"competence", "rome:1"}}}}};
  const std::string used = must(in.ask_feedback(anna, out.anna, request, now))["token"];
  must(in.answer(used, {{"role", "peer"}, {"answers", {{{"competence", "rome:1"}, {"level", 3}}}}}, now));
  out.token = must(in.ask_feedback(anna, out.anna, request, now))["token"];
  out.grid = must(in.add(curator, "", "grid",
                         {{"title", "G"}, {"criteria", {{{"id", "k"}, {"label", "L"}, {"competence", "rome:2"}}}}},
                         now))["id"];
  must(in.add(guide, out.anna, "observation", {{"grid", out.grid}, {"items", {{{"criterion", "k"}, {"level", 2}}}}},
              now));
  must(in.tidy(administrator, now));  // the entries of 2025 go, the chain goes on
  must(in.person(guide, out.anna, now));
  return out;
}

}  // namespace activateur::shop
