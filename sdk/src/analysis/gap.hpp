// The gap between a person and a target: what is recognised, presumed, to explore, to acquire.
#pragma once

#include <string>
#include <vector>

#include "analysis/target.hpp"
#include "recognition/recognition.hpp"

namespace activateur {

enum class requirement_state { recognised, presumed, to_explore, to_acquire };
std::string_view name(requirement_state s);

struct gap_item {
  requirement asked;
  requirement_state state = requirement_state::to_explore;
  standing known;           // opinion with its derivation
  bool overridden = false;  // by `decision`
  override_decision decision;
  std::vector<std::string> near;  // near misses: recognised competences of the same macro-competence
};

// Coverage of the target, each bound the importance-weighted mean over requirements.
struct coverage {
  double belief = 0, expectation = 0, plausibility = 0;
};

struct gap_report {
  target to;
  std::string person;
  std::string policy_id, policy_version;
  std::vector<std::string> frameworks;  // "rome 60"
  coverage covered;
  coverage covered_essential;
  std::vector<gap_item> items;                    // essential first, then by competence name
  std::vector<std::string> to_recognise;          // shortest list of recognitions after which every essential
                                                  // requirement that is presumed counts as recognised
  std::vector<std::string> overridden_elsewhere;  // competences of the portfolio's overrides that are not asked here
  recognition_state state;                        // what it was computed from
};

// The state that an opinion alone gives. `known` null: nothing is known, which is never "to acquire".
requirement_state state_of(const standing* known, const policy& by);

// An override sets the state of its requirement and is kept with its author and reason; the opinion, and so the
// coverage, stay what the evidence says. Of several for one competence the latest counts.
gap_report compute_gap(const portfolio& person, recognition_state state, const target& to,
                       const framework_set& frameworks, const policy& by);

// Document "activateur/gap/1".
json to_document(const gap_report& report, const context& with);

}  // namespace activateur
