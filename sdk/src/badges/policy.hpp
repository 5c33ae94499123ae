// What the host asks of a credential beyond what the specifications do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace activateur {

struct trusted_issuer {
  std::string id;
  std::string name;               // for people; may be empty
  std::vector<std::string> keys;  // RFC 7638 thumbprints; empty: whatever key is shown to be the issuer's
};

struct verification_policy {
  bool every_proof = false;  // of several proofs each must be good; default: one suffices (Open Badges 3.0 section 8.2)
  bool accept_own_word = true;   // a key that the credential itself names within its issuer's HTTPS id, while what that
                                 // id serves is not at hand: accepted as reference validators do, and called unanchored
  bool require_schema = false;   // a credentialSchema that could not be checked leaves the verdict open
  bool require_trusted = false;  // an issuer that is not in `trusted` leaves the verdict open
  std::optional<std::vector<trusted_issuer>> trusted;  // nothing: no list, no check `trust`
  std::optional<std::int64_t> status_max_age_ms;       // of a status list fetched by the library; nothing: any age
};

// Reads "activateur/verification-policy/1"; what it leaves out keeps its default. Unknown members are refused: a
// misspelt restriction must not be dropped.
result<verification_policy> read_verification_policy(const json& document, const std::string& source);

// The entry of the list for an issuer; null when there is none.
const trusted_issuer* find_trusted(const verification_policy& policy, const std::string& issuer);

}  // namespace activateur
