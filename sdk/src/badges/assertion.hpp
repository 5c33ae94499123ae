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

// Every check of a document that is not signed: a hosted assertion, or the profile of an issuer on its own.
void check_hosted_assertion(const inquiry& q, const json& assertion);
// Every check of an assertion signed as a JWS.
void check_signed_assertion(const inquiry& q, const json& assertion, const jws& token);
// Every check but that of the signature, whose token was refused for `why`.
void check_refused_assertion(const inquiry& q, const json& assertion, const error& why);

// The structure alone, for issuing: context, type, subject, achievement and issuer.
void check_assertion_shape(const inquiry& q, const json& assertion, const assertion_documents& known);

bool is_profile(const json& document);

}  // namespace activateur
