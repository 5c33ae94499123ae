// The gap between a person and a target: what is recognised, presumed, to explore, to acquire.
#pragma once

#include <string>
#include <vector>

#include "analysis/target.hpp"
#include "recognition/recognition.hpp"

namespace activateur {

enum class requirement_state { recognised, presumed, to_explore, to_acquire };
std::string_view name(requirement_state s);

// Of the target as a whole, by its essential requirements, groups and conditions.
enum class gap_verdict {
  met,                    // all are recognised
  met_after_recognition,  // all are recognised or presumed
  open,
};
std::string_view name(gap_verdict v);

// Coverage of a target, each bound an importance-weighted mean.
struct coverage {
  double belief = 0, expectation = 0, plausibility = 0;
};

// A competence the person has, or is presumed to have, that comes near one that is asked.
struct near_miss {
  std::string competence, label;
  std::string relation;  // same_macro, macro_to_item, item_to_macro, or same_words
  double nearness = 0;   // same_words: share of the words in common; else the policy's factor of the relation
  requirement_state state = requirement_state::recognised;
};

// The cheapest way to settle what is not known: so many pieces of one kind of evidence.
struct way_to_know {
  std::string kind;  // feedback, observation, endorsement, credential; empty: none suffices
  std::string from;  // client, professional, verified
  int count = 0;
  double hours = 0;  // of the person's and the others' time, by the policy
};

struct gap_item {
  requirement asked;
  requirement_state state = requirement_state::to_explore;
  standing known;           // opinion with its derivation, at the level asked
  bool overridden = false;  // by `decision`
  override_decision decision;
  std::vector<near_miss> near;  // the nearest first; none when the requirement is recognised
  coverage share;               // what it counts for in each bound of `covered`: the sum of share x value is the bound
  way_to_know settle;           // what would recognise it; empty when it is, or is to be acquired first
  double contradiction = 0;     // in [0, 1]: 1 when as much speaks against it as for it, 0 when all agree
};

struct group_item {
  requirement_group asked;
  requirement_state state = requirement_state::to_explore;
  std::size_t recognised = 0, presumed = 0;  // members
};

// Positioning on one bloc or domain of the target.
struct part_item {
  target_part what;
  coverage covered;
  std::size_t asked = 0, recognised = 0, presumed = 0, to_explore = 0, to_acquire = 0;
};

struct condition_item {
  target_condition asked;
  bool held = false;  // declared by the person; else not known
};

// The fewest acts after which every essential requirement and group counts as recognised.
struct smallest_change {
  std::vector<std::string> recognise, explore, acquire;  // competences, by name
  std::vector<std::string> conditions;                   // essential ones that are not held
  bool proven = true;  // no smaller set exists; else none smaller was found within the bounds of the search
};

struct gap_report {
  target to;
  std::string person;
  std::string policy_id, policy_version;
  std::vector<std::string> frameworks;  // "rome 60"
  coverage covered;
  coverage covered_essential;
  gap_verdict verdict = gap_verdict::open;
  std::vector<gap_item> items;  // essential first, then by competence name
  std::vector<group_item> groups;
  std::vector<part_item> parts;
  std::vector<condition_item> conditions;
  smallest_change smallest;
  std::vector<std::string> to_recognise;          // smallest.recognise
  std::vector<std::string> overridden_elsewhere;  // competences of the portfolio's overrides that are not asked here
  std::vector<override_decision> withdrawn;       // overrides that somebody undid: kept, and without effect
  recognition_state state;                        // what it was computed from
};

// The state that an opinion alone gives. `known` null: nothing is known, which is never "to acquire".
requirement_state state_of(const standing* known, const policy& by);

// Whether evidence speaks against it, so that it is to be acquired.
bool lacking(const coverage& known, const policy& by);

// An override sets the state of its requirement and is kept with its author and reason; the opinion, and so the
// coverage, stay what the evidence says. Of several for one competence the latest that was not undone counts.
gap_report compute_gap(const portfolio& person, recognition_state state, const target& to,
                       const framework_set& frameworks, const policy& by);

// Document "activateur/gap/1".
json to_document(const gap_report& report, const policy& by, const context& with);

}  // namespace activateur
