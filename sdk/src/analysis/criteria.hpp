// Criteria of an achievement: an expression "at least k of n" whose leaves are competences, experiences, achievements,
// credentials, observations and feedback.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "json/fields.hpp"

namespace activateur {

inline constexpr std::size_t most_criteria = 256;   // nodes of one expression, leaves included
inline constexpr std::size_t deepest_criteria = 8;  // the root is the first

enum class criterion_kind { at_least, competence, experience, achievement, credential, observation, feedback };
std::string_view name(criterion_kind k);

// One node. What a kind has no use for stays as it is here.
struct earning_criterion {
  criterion_kind kind = criterion_kind::at_least;
  std::string label;       // in its author's words; may be empty
  std::string importance;  // core, emerging, ordinary: key of policy.importance
  // at_least
  std::size_t at_least = 0;
  std::vector<earning_criterion> of;
  // Of what a leaf speaks: a competence ("rome:100003"), an achievement's id, a credential's achievement (IRI), a
  // grid's id; of an experience or feedback: the job or the competence that it is about, or nothing.
  std::string about;
  std::string sort;  // of an experience: work, volunteering, ...; of an observation: the grid's criterion; empty: any
  std::vector<std::string> from;  // of a competence: kinds of evidence that count; of feedback: roles; of a
                                  // credential: who may award it; empty: all, or as evaluation.hpp says
  double level = 0;               // competence: 1 to 4, 0: none is named; observation, feedback: least level seen
  double months = 0, hours = 0;   // of an experience, together
  std::size_t times = 1;          // feedback, observation: by so many different voices
  bool declared = false;          // of an experience: her own word is enough
};

// The expression at `in`. Refuses what is too deep, too large, or not of a kind; records its first error in `in`.
earning_criterion read_criteria(const fields& in);
result<earning_criterion> read_criteria(const json& document, const std::string& source);
// What read_criteria reads.
json to_document(const earning_criterion& node);

// Two leaves of one key are met by the same: neither label nor importance is in it.
std::string key_of(const earning_criterion& leaf);

// The same for nodes that the same leaves meet in the same way: whatever their labels, their order, or a node around
// one of them alone. `leaf_key(node)`: the key of a leaf, empty for what is none.
template <class Node, class LeafKey>
std::string key_of_choice(const Node& node, const LeafKey& leaf_key) {
  if (std::string key = leaf_key(node); !key.empty()) return key;
  if (node.of.size() == 1) return key_of_choice(node.of.front(), leaf_key);
  std::vector<std::string> members;
  for (const Node& one : node.of) members.push_back(key_of_choice(one, leaf_key));
  std::sort(members.begin(), members.end());
  std::string out = std::to_string(node.at_least) + " of";
  for (const std::string& one : members) out.append(" (").append(one).append(")");
  return out;
}

// Every leaf, in order.
void each_leaf(const earning_criterion& node, const std::function<void(const earning_criterion&)>& visit);

}  // namespace activateur
