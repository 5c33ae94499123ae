// What changes on the carte between two states of one person: two portfolios, or one and a key added to it.
#pragma once

#include "analysis/possibilities.hpp"

namespace activateur {

// A key whose doors are asked for, read.
struct map_key {
  std::string kind;  // "badge", "experience", "credential"
  std::string label;
  std::vector<std::string> competences;  // of a badge
  portfolio adds;                        // the experience or the credential
};
// A competence's or a job's name; or JSON text: {"competences": [...], "label"}, {"experience": {...}},
// {"credential": {...}}.
result<map_key> read_key(const std::string& text, const framework_set& frameworks, const policy& by);
// The portfolio with what the key adds to it. For a badge, `verifications` (those of the portfolio's credentials) also
// receive that of a valid one for its competences.
portfolio with_key(portfolio person, const map_key& key, const framework_set& frameworks,
                   std::vector<verification>* verifications, instant now);

struct moved_target {
  std::string id, label;
  zone before = zone::long_path, after = zone::long_path;
  double expectation_before = 0, expectation_after = 0;
  double effort_before = 0, effort_after = 0;
  std::size_t rank_before = 0, rank_after = 0;
  std::vector<competence_part> why;  // by how much each changed the expectation; with the rest they sum exactly to it
  double why_rest = 0;
  std::vector<hindrance> gone, come;
};

struct map_change {
  std::string person, policy_id, policy_version, key_kind, key_label;  // empty: no key
  std::vector<std::string> frameworks;
  std::size_t considered = 0;
  std::map<zone, std::size_t> before, after;
  std::vector<moved_target> easier, harder, better;                                   // better: same zone, covered more
  std::size_t easier_count = 0, harder_count = 0, better_count = 0, worse_count = 0;  // before `top`
};

struct map_moment {
  const portfolio* person = nullptr;
  const recognition_state* state = nullptr;
  const map_territory* around = nullptr;
};
map_change change_between(const map_moment& before, const map_moment& after, const framework_set& frameworks,
                          const policy& by, const map_aids& aids);

// Document "activateur/map-change/1".
json to_document(const map_change& change, const context& with);

}  // namespace activateur
