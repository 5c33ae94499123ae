// What a person's evidence says of an achievement's criteria: earned or not yet, what is missing, how far it is.
//
// States are the gap's (gap.hpp): recognised, presumed, to_explore, to_acquire. What is not known is never "to
// acquire". A node that asks for k of its members has the k-th best state among them, so that it is recognised exactly
// when k of them are. An achievement is earned when its criteria are recognised, or when the badge of it is held and
// valid; what is presumed is not earned. More evidence in favour never turns what is earned into what is not.
#pragma once

#include <map>
#include <memory>

#include "analysis/achievement.hpp"
#include "analysis/gap.hpp"

namespace activateur {

// How far something is: so many leaves, then how little is known of them, then their importance.
struct criteria_distance {
  std::size_t leaves = 0;
  std::size_t unknown = 0;  // 1 a leaf to explore, 2 a leaf to acquire
  double weight = 0;        // sum of policy.importance
  auto operator<=>(const criteria_distance&) const = default;
  criteria_distance& operator+=(const criteria_distance& more);
};

// What is known of one leaf.
struct leaf_finding {
  requirement_state state = requirement_state::to_explore;
  double have = 0, need = 1;          // in `unit`
  std::string_view unit;              // months, hours, voices, belief; empty: one thing
  std::vector<std::string> evidence;  // ids of what speaks for it
  std::size_t leaves = 1;             // an achievement's own distance, when it is missing
};
using leaf_judge = std::function<leaf_finding(const earning_criterion&)>;

// A node of the expression and what was found, in the shape of the expression.
struct criterion_finding {
  const earning_criterion* asked = nullptr;
  std::string pointer;  // "/of/0/of/2"
  requirement_state state = requirement_state::to_explore;
  leaf_finding leaf;           // of a leaf
  std::size_t recognised = 0;  // members, of a node
  std::vector<criterion_finding> of;
};

// Fewest leaves after which the whole is recognised. Leaves that are the same count once. A nested achievement is one
// leaf that counts as many as are missing in it.
struct missing_criteria {
  std::vector<const criterion_finding*> leaves;  // in the expression's order; into the findings given
  criteria_distance distance;
  bool proven = true;  // no smaller set exists; else too many leaves repeat to be sure
};

// The expression outlives the findings.
criterion_finding judge_criteria(const earning_criterion& expression, const leaf_judge& judge);
missing_criteria smallest_missing(const criterion_finding& root, const policy& by);

struct achievement_finding {
  const catalogue_entry* entry = nullptr;
  bool held = false;                // by a valid badge
  std::vector<std::string> badges;  // their ids in the portfolio
  criterion_finding criteria;
  missing_criteria missing;  // nothing when earned
  [[nodiscard]] bool earned() const { return held || criteria.state == requirement_state::recognised; }
  [[nodiscard]] requirement_state state() const { return held ? requirement_state::recognised : criteria.state; }
};

// One person's evidence, laid on achievements of a catalogue. All that is given outlives it. Not thread-safe.
class evaluator {
 public:
  evaluator(const portfolio& person, const recognition_state& state, const framework_set& frameworks, const policy& by,
            const catalogue& among, instant now);
  ~evaluator();
  evaluator(const evaluator&) = delete;
  evaluator& operator=(const evaluator&) = delete;

  // Kept: each is judged once.
  const achievement_finding& of(const catalogue_entry& entry);

 private:
  struct evidence_at_hand;
  std::unique_ptr<evidence_at_hand> known_;
  std::map<std::string, std::unique_ptr<achievement_finding>, std::less<>> found_;
  const policy& by_;
  const catalogue& among_;
};

// Those that are not withdrawn, by distance, then id; earned ones apart, by id. `top` 0: all.
struct within_reach {
  std::vector<const achievement_finding*> earned, next;
  std::size_t left_out = 0;  // of `next`, beyond `top`
};
within_reach reach_among(evaluator& by, const catalogue& among, std::size_t top);

// Documents "activateur/achievement-evaluation/1" and "activateur/achievements-close/1".
json to_document(const achievement_finding& found, const catalogue& among, const portfolio& person,
                 const framework_set& frameworks, const policy& by, const context& with);
json to_document(const within_reach& reach, const catalogue& among, const portfolio& person,
                 const framework_set& frameworks, const policy& by, const context& with);

}  // namespace activateur
