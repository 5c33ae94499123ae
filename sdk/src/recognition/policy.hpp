// Every constant of recognition and gap, in one document that a territory may replace.
#pragma once

#include <map>
#include <string>

#include "json/json.hpp"

namespace activateur {

enum class evidence_kind { credential, qualification, observation, feedback, endorsement, self_assessment, experience };
std::string_view name(evidence_kind k);

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
  std::map<std::string, double> trust;  // by source: "verified", "professional", "client", "colleague", "peer", "self"
  std::map<std::string, double>
      alignment;  // by relation: "exact", "macro_to_item", "item_to_macro", "same_macro", "job", "label"
  double presumption_months_half = 0;  // months of practice that give half of the presumption
  double presumption_max_core = 0;     // base rate reached after long practice, core competences
  double presumption_max_ordinary = 0;
  double presumption_default = 0;  // base rate with no experience at all
  double recognised_belief = 0;    // thresholds of the gap's states
  double presumed_expectation = 0;
  double acquire_disbelief = 0;
  double acquire_expectation = 0;
  double acquire_uncertainty = 0;
  std::map<std::string, double> importance;  // weights in the coverage: "core", "emerging", "ordinary"
  double goal_share_of_optional = 0;         // share of the non-core requirements that a plan must reach
};

const policy& default_policy();
result<policy> read_policy(const json& document, const std::string& source);

}  // namespace activateur
