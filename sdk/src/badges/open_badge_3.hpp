// Every check of an Open Badges 3.0 credential, an endorsement, or a Comprehensive Learner Record 2.0.
#pragma once

#include "badges/inquiry.hpp"
#include "crypto/jws.hpp"

namespace activateur {

// Secured by embedded proofs.
void check_embedded_credential(const inquiry& q, const json& document);

// Carried by a token: `payload` holds its claims, `document` the credential they carry.
void check_token_credential(const inquiry& q, const result<jws>& token, const json& payload, const json& document);

// A credential that came inside another, verified by itself: JSON, or the text of a token. Never fails: what is no
// credential is invalid.
verification verify_inner(const inquiry& outer, const json& credential, const std::string& source);

}  // namespace activateur
