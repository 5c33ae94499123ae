// The credential that a VC-JWT carries.
#pragma once

#include <string>

#include "json/json.hpp"

namespace activateur {

// True for the VC 1.1 form (the credential is in `vc`), false for the VC 2.0 form (the claims are the credential).
bool is_vc_claim_form(const json& claims);

// The credential. In the `vc` form, members that the issuer left to the claims (iss, sub, jti, nbf, exp) are put back
// (Verifiable Credentials 1.1, section 6.3.1, "JWT Decoding"); those that are there are never replaced.
json credential_of(const json& claims);

// The token of an EnvelopedVerifiableCredential (Verifiable Credentials 2.0: `id` is
// "data:application/vc+jwt,<token>"). Empty: `credential` is none.
std::string enveloped_token(const json& credential);

}  // namespace activateur
