// Issuing: signing a credential document.
#pragma once

#include <optional>
#include <string>

#include "badges/data_integrity.hpp"
#include "base/context.hpp"
#include "crypto/key.hpp"

namespace activateur {

struct issue_options {
  std::string key_id;  // `kid`: the URL or DID URL by which verifiers find the key; empty: did:key of the key
  std::optional<cryptosuite> suite{};         // 3.0 only: an embedded proof instead of a token
  const context_library* contexts = nullptr;  // of JSON-LD; default: known_contexts()
};

// Open Badges 3.0 as VC-JWT (VC 2.0 form when the document's first context is credentials/v2, else VC 1.1) with
// iss, sub, nbf, exp and jti equal to the document; Open Badges 2.0 assertions as signed JWS. Refuses a document that
// this library would not verify, and says why. The result is a compact JWS; with `suite` the document as JSON text,
// with one proof more.
result<std::string> issue(const json& document, const private_key& key, const issue_options& options,
                          const context& with);

}  // namespace activateur
