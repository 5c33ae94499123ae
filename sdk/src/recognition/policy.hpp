// Every constant of recognition, gap and carte des possibles, in one document that a territory may replace.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace activateur {

enum class evidence_kind { credential, qualification, observation, feedback, endorsement, self_assessment, experience };
std::string_view name(evidence_kind k);

// The carte des possibles: data/policy.json says what each is for.
struct map_rules {
  std::map<std::string, double, std::less<>> usefulness;  // weights, by dimension
  double door_share = 0;
  double door_months = 0;
  std::size_t nearness_most_jobs = 0, nearness_sources = 0;
  double front_epsilon = 0;
  std::size_t front_least = 0, front_most = 0;
  std::size_t proposals = 0, proposal_other_domains = 0;
  double proposal_likeness = 0;
  std::size_t open_exact = 0, open_shown = 0;
};

// When a step of a followed plan is spoken of, in days.
struct reminder_rules {
  int enrol = 0;      // before the last day to enrol
  int start = 0;      // before a step starts
  int start_eve = 0;  // before a step starts, the second time
  int evidence = 0;   // after its end
  int overdue = 0;    // after the day it should have started or ended
};

// Document "activateur/policy/1"; `data/policy.json` documents each constant and is built in as the default.
struct policy {
  std::string id;
  std::string version;
  struct kind_rule {
    double weight = 0;           // r or s of one piece of evidence, fully trusted, fresh and exact
    double negative_weight = 0;  // s when it speaks against
    double half_life_days = 0;   // 0: does not age
  };
  std::map<evidence_kind, kind_rule> kinds;
  std::map<std::string, double, std::less<>>
      trust;  // by source: "verified", "professional", "supervisor", "client", "colleague", "peer", "self"
  std::map<std::string, double, std::less<>>
      alignment;  // by relation: "exact", "macro_to_item", "mapped_close", "text", ...; data/policy.json says each
  double presumption_months_half = 0;  // months of practice that give half of the presumption
  double presumption_max_core = 0;     // base rate reached after long practice, core competences
  double presumption_max_ordinary = 0;
  int presumption_job_least = 0;     // proven competences of a job before it presumes its others
  double presumption_job_power = 0;  // share proven, to this power, is the base rate
  double presumption_job_max = 0;
  double presumption_default = 0;  // base rate with no experience at all
  double recognised_belief = 0;    // thresholds of the gap's states
  double presumed_expectation = 0;
  double acquire_disbelief = 0;
  double acquire_expectation = 0;
  double acquire_uncertainty = 0;
  std::map<std::string, double, std::less<>> importance;  // weights in the coverage: "core", "emerging", "ordinary"
  double near_words = 0;  // share of common words from which two labels are said to be near
  std::map<std::string, double, std::less<>> knowing_hours;  // of one piece of evidence, by kind
  double aggregate_threshold = 0;                            // persons below which a figure about a group is not said
  std::string fingerprint;                                   // SHA-256 of the documents it was read from
  double goal_share_of_optional = 0;  // share of the non-core requirements that a plan must reach

  // Share of the kind's weight that each level 0 to 4 gives; below 0 it speaks against, with the negative weight.
  // Levels between two are interpolated.
  std::array<double, 5> feedback_levels{};
  std::array<double, 5> self_levels{};
  double credential_level = 0;                             // that a badge attests when it says none
  double text_confidence = 0;                              // below it, a badge's words suggest nothing
  double undated_freshness = 0;                            // of evidence that ages and has no date
  double holds_job_weight = 0;                             // r of "holds this job", for tests and evaluation
  std::set<std::string, std::less<>> third_party;          // sources that may make a competence recognised
  std::set<std::string, std::less<>> qualification_types;  // achievement types weighed as formal qualifications
  std::map<std::string, double, std::less<>> issuers;      // trust of an issuer by id, instead of "verified"
  double presumption_max_named = 0;                        // competences that the person names
  double full_time_hours = 0;                              // a week; fewer hours presume in proportion
  double zone_now_belief = 0;                              // thresholds of the carte's zones, on essential requirements
  double zone_recognition_expectation = 0;
  double zone_short_expectation = 0;  // on all requirements
  double mobility_order_half = 0;     // orders of an official mobility that halve its usefulness
  map_rules map;
  double plan_hour_weight = 0;      // euros that an hour of a plan counts as
  double plan_week_weight = 0;      // euros that a week until the goal counts as
  int plan_horizon_weeks = 0;       // how far a plan may reach when the person sets no deadline
  double plan_distance_weight = 0;  // euros that a kilometre from home counts as, each week of a step
  std::map<std::string, double, std::less<>> plan_means_km;  // how far each means of transport reaches
  double plan_least_gain = 0;  // share of the objective below which a better plan does not replace one that holds
  reminder_rules reminders;
};

// The factor of a relation; a policy always has every one.
inline double factor_of(const policy& by, std::string_view relation) {
  const auto it = by.alignment.find(relation);
  return it == by.alignment.end() ? 0 : it->second;
}

// The weight of an importance in means; 0 for one that no policy has.
inline double importance_of(const policy& by, std::string_view importance) {
  const auto it = by.importance.find(importance);
  return it == by.importance.end() ? 0 : it->second;
}

// The weight of a fresh verified badge that names the competence.
double fresh_badge(const policy& by);

// Parsed once from the built-in document. Thread-safe.
const policy& default_policy();

// A member that the document leaves out keeps the default policy's value; one that is unknown or out of range is
// refused. "about" members are for people and are not read.
result<policy> read_policy(const json& document, const std::string& source);

}  // namespace activateur
