// Who may do what: roles, operations, kinds of what is stored, and the policy that decides. What no rule allows is
// denied.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"

namespace activateur {

enum class role { person, guide, educator, curator, observer, organisation, administrator, guest };
inline constexpr std::size_t role_count = 8;  // a guest holds a link, which is all the right there is
std::string_view name(role r);
std::optional<role> role_named(std::string_view text);

// Who calls. The host has made sure of it; the store decides what follows.
struct actor {
  role as = role::person;
  std::string id;            // a person's: her id in the store; the others': a pseudonym of the host's
  std::string organisation;  // for which the actor acts; empty: none
};

enum class operation {
  read,
  add,
  change,
  remove,
  create,    // a person
  find,      // a person by an identifier of the host's
  consent,   // give
  withdraw,  // a consent
  export_all,
  erase,
  follow,    // the changes, for connectors
  inspect,   // the journal of accesses
  maintain,  // back up, check, keys, what is due
  count,     // of persons, above the threshold
  propose,   // a version of an achievement's criteria
  agree,     // to a version, or refuse it
  publish,   // what all parties agree to
  near,      // name the persons who are close to earning an achievement
};
inline constexpr std::size_t operation_count = 18;
std::string_view name(operation o);
std::optional<operation> operation_named(std::string_view text);

// Kinds of what is stored. Numbers are in the file: append only.
enum class record_kind : int {
  store = 0,  // the store itself
  profile = 1,
  experience = 2,
  self_assessment = 3,
  feedback = 4,
  observation = 5,
  feedback_request = 6,
  credential = 7,
  declaration = 8,  // what she wants, refuses, has and lacks; overrides
  inference = 9,    // gaps, maps and plans that the host keeps
  grid = 10,        // an observation grid; nobody's
  consent = 11,
  achievement = 12,             // an expected one, negotiated; nobody's
  individual_achievement = 13,  // a person's own
  pathway = 14,                 // achievements in order; nobody's
  showcase = 15,                // what she arranges to be shown, as a draft
  showcase_version = 16,        // a showcase as it was published
  showcase_link = 17,           // a link by which a version is opened
};
inline constexpr std::size_t kind_count = 18;
std::string_view name(record_kind k);
std::optional<record_kind> record_kind_named(std::string_view text);

enum class condition {
  always,
  self,     // she is the person, or of the collective
  consent,  // the person consents to the rule's purpose, for the actor's organisation
};

struct right {
  // By the enumerators' numbers.
  std::bitset<role_count> roles;
  std::bitset<operation_count> operations;
  std::bitset<kind_count> kinds;
  condition when = condition::self;
  std::string purpose;  // of condition::consent
  bool own = false;     // only what the actor has written
  bool journal = true;  // each use is recorded
};

struct retention_period {
  std::string name;  // "accompanied", "journal", ...
  std::int64_t days = 0;
  std::string why_fr, why_en;
};

struct store_policy {
  std::string version;
  std::vector<std::string> purposes;
  std::vector<right> rights;
  std::vector<retention_period> retention;
  std::int64_t smallest_count = 0;

  [[nodiscard]] std::int64_t days(std::string_view period) const;  // of one that was read: all are there
  [[nodiscard]] bool knows(std::string_view purpose) const;
};

// Document "activateur/store-policy/1".
result<store_policy> read_store_policy(const json& document, const std::string& source);
const store_policy& default_store_policy();  // data/store-policy.json

// What is known of an access when it is judged. `consents`: the purposes to which the person consents for the actor's
// organisation, now.
struct access {
  operation what = operation::read;
  record_kind of = record_kind::store;
  bool self = false;
  bool own = false;
  std::vector<std::string> consents;
};
// Whether some right on it depends on who wrote what is asked for.
bool asks_whose(const store_policy& by, role as, operation what, record_kind of);
// The right that allows it; null: denied. Of several, one whose use is not recorded comes first.
const right* allowing(const store_policy& by, role as, const access& asked);

}  // namespace activateur
