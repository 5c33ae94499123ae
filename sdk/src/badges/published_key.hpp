// Keys as documents publish them: JWK, JWK Set, controller document (DID document), issuer profile.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "badges/verdict.hpp"
#include "base/instant.hpp"
#include "crypto/key.hpp"

namespace activateur {

// At most this many keys of one document are looked at.
inline constexpr std::size_t published_keys_max = 256;

struct published_key {
  std::string id;              // absolute when the document has an id; a JWK's `kid`
  std::string controller;      // empty: not said
  bool for_assertions = true;  // listed under assertionMethod, where the document has such lists
  const json* material = nullptr;
};

// Every key of the document. A controller document (it has verificationMethod, or its id is a DID) allows for
// assertions only what it lists under assertionMethod (Controlled Identifiers 1.0, section 2.3.2).
std::vector<published_key> published_keys(const json& document);

// The key itself, from publicKeyJwk, publicKeyMultibase, publicKeyPem, publicKeyBase58, or a bare JWK.
result<public_key> read_published_key(const json& material);

// The moment from which the key counts no more (`revoked`, `expires`), when it is not after `at`.
std::optional<instant> withdrawn(const json& material, instant at);

// A key named inside a document, or why there is none.
struct named_key {
  std::optional<public_key> key;
  verdict found = verdict::invalid;
  sentence why;
  std::string owner{};  // whose the document says the key is; empty: it does not say
};
// `kid` is the absolute key URL; a JWK Set also matches by the fragment alone, or when it has one key.
named_key key_named(const json& document, const std::string& document_url, const std::string& kid, instant at);

}  // namespace activateur
