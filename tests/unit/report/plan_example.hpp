// A plan document with every member that its outputs read; nobody and nothing in it exists.
#pragma once

#include "json/json.hpp"
#include "report/plan_output.hpp"

namespace activateur::test {

inline json plan_document() {
  return json::parse(R"({
    "schema": "activateur/plan/1", "id": "plan-7", "revision": 3, "person": "Mésange",
    "target": {"id": "rome:K1311", "label": "Assistant de vie"},
    "territory": {"id": "valombre", "name": "Pays de Valombre", "fictitious": true},
    "origin": "2027-01-04", "text": "", "feasible": true, "proven_infeasible": false, "optimal": true,
    "objective": 900, "bound": 900, "cost_euros": 120, "hours": 101, "weeks": 10, "nodes": 1,
    "steps": [
      {"id": "e1", "action": "rencontre", "title": "Rencontre, avec un service", "kind": "meeting", "state": "done",
       "provider": "Les Tilleuls", "place": "Valombre", "start": "2027-01-07", "session": "2027-01-07T13:30:00Z",
       "start_week": 0, "weeks": 1, "end": "2027-01-11", "cost_euros": 0, "full_cost_euros": 0, "hours": 1.5,
       "closes": [], "gives": ["employer_met"], "opens": ["immersion"], "needs": [], "rules": [], "why": ""},
      {"id": "e2", "action": "atelier", "title": "Atelier : aider à la toilette", "kind": "workshop", "state": "agreed",
       "provider": "Maison des aidants", "place": "Valombre", "start": "2027-01-18", "session": "2027-01-18",
       "enrol_by": "2027-01-15", "url": "https://example.org/atelier?a=1;b=2", "start_week": 2, "weeks": 2,
       "end": "2027-02-01", "cost_euros": 120, "full_cost_euros": 1020, "hours": 12,
       "closes": [{"competence": "rome:489979", "label": "Veiller à l'hygiène"}], "gives": [], "opens": ["immersion"],
       "needs": [], "rules": [{"plugin": "example.rules", "version": "1", "rule": "aid", "reason": "Aide de 900 euros."}],
       "why": ""},
      {"id": "e3", "action": "parrainage", "title": "Parrainage", "kind": "mentor", "state": "under_way",
       "provider": "", "place": "", "start": "2027-01-04", "start_week": 0, "weeks": 3, "end": "2027-01-25",
       "cost_euros": 0, "full_cost_euros": 0, "hours": 6, "closes": [{"competence": "rome:1", "label": "Communiquer"}],
       "gives": [], "opens": ["immersion"], "needs": [], "rules": [], "why": ""},
      {"id": "e4", "action": "immersion", "title": "Immersion", "kind": "immersion", "state": "proposed",
       "provider": "Les Tilleuls", "place": "", "start": "2027-02-15", "start_week": 6, "weeks": 4,
       "end": "2027-03-15", "cost_euros": 0, "full_cost_euros": 0, "hours": 80,
       "closes": [{"competence": "rome:2", "label": "Assurer une présence"}], "gives": [], "opens": [],
       "needs": [{"at_least": 1, "of": 1, "steps": ["e1"]}, {"at_least": 1, "of": 3, "steps": ["parrainage", "atelier"]}],
       "rules": [], "why": ""},
      {"id": "e5", "action": "vae", "title": "VAE", "kind": "vae", "state": "dropped",
       "provider": "", "place": "", "start": "2027-03-15", "start_week": 10, "weeks": 20, "end": "2027-08-02",
       "cost_euros": 300, "full_cost_euros": 300, "hours": 24, "closes": [], "gives": [], "opens": [],
       "needs": [{"at_least": 1, "of": 1, "steps": ["e4"]}], "rules": [], "why": ""}
    ],
    "unserved": [{"competence": "rome:3", "label": "Permis B"}],
    "out_of_reach": [],
    "exclusions": [{"plugin": "activateur.constraints", "version": "1", "rule": "distance", "reason": "Trop loin."}]
  })");
}

// As computed, before anybody followed it.
inline json untold_plan_document() {
  json d = plan_document();
  d.erase("id");
  d.erase("revision");
  for (json& s : d["steps"]) {
    s.erase("id");
    s.erase("state");
  }
  d["steps"][3]["needs"][0]["steps"] = {"rencontre"};
  d["steps"][4]["needs"][0]["steps"] = {"immersion"};
  return d;
}

// Every text of the plan replaced.
inline json hostile_plan_document(const std::string& text) {
  json d = plan_document();
  d["id"] = d["person"] = text;
  d["target"] = {{"id", text}, {"label", text}};
  d["territory"] = {{"id", text}, {"name", text}, {"fictitious", true}};
  for (json& s : d["steps"]) {
    for (const char* name : {"id", "action", "title", "kind", "provider", "place", "url"}) s[name] = text;
    s["closes"] = json::array({{{"competence", text}, {"label", text}}});
    s["gives"] = s["opens"] = {text};
    s["needs"] = json::array({{{"at_least", 1}, {"of", 2}, {"steps", {text}}}});
    s["rules"] = json::array({{{"plugin", text}, {"version", text}, {"rule", text}, {"reason", text}}});
  }
  d["unserved"] = json::array({{{"competence", text}, {"label", text}}});
  d["exclusions"] = json::array({{{"plugin", text}, {"version", text}, {"rule", text}, {"reason", text}}});
  return d;
}

inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> all{
      "</svg></style><script>alert(1)</script>\"'><img src=x onerror=y>&<!--]]>",
      "=HYPERLINK(\"http://x.example\")",
      "\xEF\xBC\x9D"
      "1+1",
      "\nEND:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
      "a;b,c:d\\n\\;\"quoted\"",
      "é\xE2\x80\xA8" + std::string(300, 'x') + "\xF0\x9F\x8E\x93" + std::string(200, 'e'),
      std::string("\x01\x02\t\x7f", 4) + "\xEF\xBF\xBF",
      "x\" --> y; click x href \"javascript:alert(1)\" %% # ;",
      "https://example.org/a\r\nATTACH:https://evil.example",
      "javascript:alert(1)",
      ""};
  return all;
}

inline context moment(language l = language::fr) {
  context c;
  c.lang = l;
  c.now = *parse_date_time("2027-01-02T08:15:30.250Z");
  return c;
}

inline std::string rendered(const json& plan, std::string_view format, language l = language::fr) {
  const auto made = render_plan(plan, format, {}, moment(l));
  return made ? *made : "refused: " + made.why().text(language::en);
}

}  // namespace activateur::test
