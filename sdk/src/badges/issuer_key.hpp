// The key of a token, and what links it to the issuer of the credential.
//
// A signature alone proves that somebody signed. The link is `valid` when the issuer itself publishes the key
// (anchored) or when the issuer is the key (self-asserted, did:key and did:jwk); `invalid` when the key is another
// party's or misused; `indeterminate` when the documents at hand cannot tell (Open Badges 3.0 section 8.2.4.1;
// Open Badges 2.0, signed verification, step 4: "do not trust a key that is not properly linked").
#pragma once

#include <optional>
#include <string>

#include "badges/verdict.hpp"
#include "base/instant.hpp"
#include "crypto/jws.hpp"
#include "net/document_source.hpp"

namespace activateur {

struct key_finding {
  std::optional<public_key> key;  // none: the signature cannot be checked
  verdict link = verdict::indeterminate;
  sentence why;
  json evidence = json::object();  // "kid", "issuer", "thumbprint", "documents": [{"url", "sha256"}]
};

key_finding find_key(const jws& token, const std::string& issuer, const document_source* known, instant at);

}  // namespace activateur
