// The key that a signature names, and what links it to the issuer of the credential.
//
// A signature alone proves that somebody signed. The link is `valid` when the issuer itself publishes the key
// (anchored) or is known by nothing but the key (self-asserted); `invalid` when the key is another party's or misused;
// `indeterminate` when the documents at hand cannot tell (Open Badges 3.0 section 8.2.4.1, Data Integrity 1.0 section
// 2.2; Open Badges 2.0, signed verification, step 4: "do not trust a key that is not properly linked").
#pragma once

#include <optional>
#include <string>

#include "badges/inquiry.hpp"
#include "crypto/key.hpp"

namespace activateur {

// How a signature names its key.
struct key_claim {
  std::string id;                 // `kid`, or the verificationMethod of a proof; may be empty
  const json* carried = nullptr;  // the key itself, as the header of a token may hold it
};

struct key_finding {
  std::optional<public_key> key;  // none: the signature cannot be checked
  verdict link = verdict::indeterminate;
  key_binding binding = key_binding::none;
  sentence why;
  json evidence = json::object();  // "kid", "issuer", "thumbprint", "binding", "documents": [{"url", "sha256"}]
};

key_finding find_key(const inquiry& q, const key_claim& named, const std::string& issuer);

}  // namespace activateur
