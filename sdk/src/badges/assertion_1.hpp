// Open Badges 0.5, 1.0 and 1.1: assertions, hosted or (from 1.0) signed.
//
// What links a badge to its issuer there is the site alone: the assertion (hosted) or the key (signed) lies where the
// issuer publishes its profile; in 0.5, on the issuer's `origin`.
#pragma once

#include "badges/assertion.hpp"

namespace activateur {

// Every check of a document that is not signed. `found`: what an address served, when the input was that address
// alone; null: the host gave the document itself.
void check_hosted_assertion_1(const inquiry& q, const json& assertion, badge_version version, const served* found);

// Every check of an assertion in a JWS, the token or why it was refused.
void check_signed_assertion_1(const inquiry& q, const json& assertion, badge_version version, const result<jws>& token);

// The structure: context and type (1.1), subject, achievement, issuer, image.
void check_assertion_1_shape(const inquiry& q, const json& assertion, badge_version version,
                             const assertion_documents& known);

}  // namespace activateur
