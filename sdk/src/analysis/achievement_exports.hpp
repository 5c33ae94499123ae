// Achievements as others take them: targets of this library, badges of Open Badges.
#pragma once

#include "analysis/achievement.hpp"
#include "base/context.hpp"

namespace activateur {

// Document "activateur/target/1". Where it asks for more than the criteria, "about" says so ("exact": false); it never
// asks for less. Unsupported when no competence is asked for.
result<json> target_of(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                       language lang);

// Whom a badge is issued by and to. Texts may be empty where nothing asks for them.
struct badge_request {
  std::string form = "achievement";  // "achievement": Open Badges 3.0; "badge_class": 2.0; "credential": 3.0, unsigned,
                                     // as adp_credential_issue takes it
  std::string issuer, issuer_name;   // default: the achievement's creator
  std::string subject;               // of a credential: whom it is given to
  std::string id;                    // of a credential; default: a URN made of what it holds
};
result<badge_request> read_badge_request(const json& document);

// Criteria are told in words, in the achievement's language when it is fr or en, else in that of the call; competences
// are alignments.
result<json> badge_of(const catalogue_entry& entry, const catalogue& among, const framework_set& frameworks,
                      const badge_request& asked, const context& with);

}  // namespace activateur
