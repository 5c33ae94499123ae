// A territory: its opportunities, and the rules that say what they cost a person.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/gap.hpp"
#include "analysis/map_territory.hpp"
#include "base/clock_time.hpp"
#include "json/json.hpp"
#include "planning/questions.hpp"

namespace activateur {

struct opportunity {
  std::string id, title, provider, place;
  std::string kind;  // training, immersion, workshop, vae, clea, meeting, mentor, feedback,
                     // observation, badge_application, support
  std::string url;
  std::vector<std::string> teaches;     // competences acquired: "rome:100003"
  std::vector<std::string> recognises;  // competences recognised when they are presumed
  std::vector<std::string> gives;       // conditions: "licence_b", "childcare_solved"
  std::vector<std::string> needs;       // conditions held before, all of them
  std::vector<std::string> needs_competences;
  int needs_competences_at_least = 0;  // k of needs_competences; 0: all of them
  double cost_euros = 0;               // before funding
  double hours = 0, weekly_hours = 0;
  int weeks = 1;                     // how long it lasts
  bool calendar_weeks = false;       // `weeks` are those of the calendar (Monday to Sunday) that a session touches
  std::vector<clock_time> sessions;  // starts; empty: any week
  int enrol_days = 0;                // a session must be enrolled in so many days before
  double distance_km = 0;
  int seats = -1;                             // -1: not limited
  std::vector<std::string> needs_if_lacking;  // conditions held before by whoever says she lacks them
  std::string mode;                           // "" not known, on_site, remote, mixed
  std::string prerequisites;                  // what its provider asks, in its words
  std::vector<std::string> tags;              // what else is known, "name:value": "funder:region", "public:jeunes"
  std::string source;                         // who says so
};

// What the territory says of a target: a job by its name, or a target of its own (a vacancy, an expected badge, a
// venture).
struct described_target {
  prospect said;
  json own;  // document "activateur/target/1"; null: the job that `said.id` names
};

struct territory {
  std::string id, name;
  bool fictitious = false;
  std::vector<std::string> plugins;        // ids of the rules plugins it asks for
  std::vector<opportunity> opportunities;  // by id
  std::vector<described_target> targets;   // in the order given
};

// Document "activateur/territory/1".
result<territory> read_territory(const json& document, const std::string& source);
json to_document(const territory& in);

// What a rule says of one opportunity for one person.
struct rule_case {
  const opportunity* what = nullptr;
  const std::vector<std::string>* conditions = nullptr;
  instant at;
};
struct rule_outcome {
  std::string plugin, plugin_version, rule;  // who decided
  std::optional<double> cost_euros;          // what is left to pay
  bool excluded = false;                     // the person may not take it
  std::string reason;                        // in the caller's language
  std::string opportunity = {};              // of an exclusion: which one
};
// One rules provider (a plugin). Nothing: the rule does not apply to this case.
using rule_provider = std::function<result<std::vector<rule_outcome>>(const rule_case&, language)>;

// What a step waits for beyond what is held: at least `at_least` of `of` facts, which `steps` give.
struct step_need {
  int at_least = 1, of = 1;
  std::vector<std::string> steps;  // actions of earlier steps
};

// One step of a plan, for people.
struct planned_step {
  std::string action;  // opportunity id
  std::string title, kind, provider, place, url;
  int start_week = 0, weeks = 0;
  instant start, end;
  std::optional<clock_time> session;  // when it starts with a session; nothing: any day of its week
  std::optional<instant> enrol_by;    // the last day to enrol in that session
  double cost_euros = 0, full_cost_euros = 0, hours = 0;
  std::vector<std::string> closes;  // requirements (competence names) it closes
  std::vector<std::string> gives;   // conditions it gives
  std::vector<std::string> opens;   // steps that need it
  std::vector<step_need> needs;
  std::vector<rule_outcome> rules;  // the rules that changed its cost
  bool imposed = false;             // by the person's constraints
};

struct plan_report {
  std::string person, target_id, target_label, territory_id, territory_name;
  bool fictitious = false;
  plan_solution solution;
  std::vector<planned_step> steps;
  std::vector<std::string> unserved;      // requirements that no opportunity of the territory serves
  std::vector<std::string> out_of_reach;  // served, but no plan reaches them within the person's constraints
  std::vector<rule_outcome> exclusions;
  std::vector<rule_outcome> not_imposed;      // imposed steps that are not in the plan, and why
  instant origin;                             // Monday, 00:00 UTC, of week 0
  std::map<std::string, std::string> labels;  // competence name -> label
  gap_report gap;                             // what it was computed from
  json answers = json::object();              // members of the document that were asked for besides the plan
};

// Builds the problem from a gap and a territory, solves it, and says it in words. Requirements that nothing serves
// are left out of the goal and listed.
result<plan_report> compute_plan(const portfolio& person, const gap_report& gap, const territory& in,
                                 const std::vector<rule_provider>& rules, const policy& by,
                                 const struct solve_limits& limits, const context& with,
                                 const struct commitments* bound_by = nullptr, const plan_questions& asked = {});

// Document "activateur/plan/1".
json to_document(const plan_report& report, const context& with);
// The same shape for a bare problem (`plan --problem`), with what was asked besides.
json to_document(const plan_problem& problem, const plan_solution& solution, const context& with);
result<json> solved_document(const plan_problem& problem, const solve_limits& limits, const plan_questions& asked,
                             const context& with);

}  // namespace activateur
