// Open Badges 2.0: assertions, their badge class and issuer, hosted or signed.
#pragma once

#include "badges/inquiry.hpp"
#include "crypto/jws.hpp"

namespace activateur {

// The documents an assertion stands on. `issuer_id` is the address where the issuer's profile is published: what a
// profile calls itself proves nothing.
struct assertion_documents {
  json badge;   // null: not at hand
  json issuer;  // null: not at hand
  std::string issuer_id;
  bool issuer_at_hand = false;  // the profile comes from its own address, not from inside the badge
  std::string badge_url;        // empty: the badge class is inside the assertion
};
assertion_documents gather(const inquiry& q, const json& assertion);
// The profile that `of`, a badge class or an endorsement, names as its issuer.
void gather_issuer(const inquiry& q, const json& of, assertion_documents& out);

// Every check of a document that is not signed: a hosted assertion, or the profile of an issuer on its own.
void check_hosted_assertion(const inquiry& q, const json& assertion);
// Every check of an assertion in a JWS, the token or why it was refused.
void check_signed_assertion(const inquiry& q, const json& assertion, const result<jws>& token);

// The structure alone, for issuing: context, type, subject, achievement, issuer, image and evidence.
void check_assertion_shape(const inquiry& q, const json& assertion, const assertion_documents& known);

bool is_profile(const json& document);
// Every check of the profile of an issuer on its own; it must have the `required` members.
void check_hosted_profile(const inquiry& q, const json& profile, badge_version version,
                          std::initializer_list<const char*> required);

// How the document says that it is verified: `verification`, or `verify`, its alias and its name up to 1.1.
const json* way_of(const json& document);
std::vector<std::string> kinds_of_way(const json& document);

// Single checks, shared with endorsements and with the versions before 2.0.
void check_hosted_status(const inquiry& q, const json& assertion);
// Whether the badge class is inside the badge or at hand, as a document; else adds `achievement`. `evidence` names what
// was looked up.
bool class_at_hand(const inquiry& q, const assertion_documents& known, json& evidence);
void check_hosted(const inquiry& q, const json& assertion, const assertion_documents& known);
void check_assertion_signature(const inquiry& q, const json& assertion, const assertion_documents& known,
                               const jws& token);
void check_revocation_list(const inquiry& q, const json& assertion, const assertion_documents& known);
void check_issuer_profile(const inquiry& q, const assertion_documents& known);
// Why the profile at `url` cannot be used.
void say_issuer_missing(const inquiry& q, const std::string& url);
void check_evidence(const inquiry& q, const json& assertion);
// The issuer's profile, published at known.issuer_id, calls itself so, or at least something on the same site.
void check_issuer_name(const inquiry& q, const assertion_documents& known, json evidence);
// The first member that an alignment of the class lacks; nothing when all are whole.
std::optional<std::string> alignment_fault(const json& badge);

// Adds one `endorsements` check for each endorsement of the assertion, its class and its issuer.
void check_endorsements(const inquiry& q, const json& assertion, const assertion_documents& known);

}  // namespace activateur
