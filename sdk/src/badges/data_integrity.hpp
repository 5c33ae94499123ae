// Embedded proofs (Verifiable Credential Data Integrity 1.0), checked as functions of their inputs alone: whose key it
// is, and whether it counts, is for the caller to judge.
#pragma once

#include <optional>

#include "base/context.hpp"
#include "crypto/key.hpp"
#include "linkeddata/canonicalization.hpp"
#include "linkeddata/jsonld.hpp"

namespace activateur {

enum class cryptosuite {
  eddsa_rdfc_2022,
  eddsa_2022,              // the name of eddsa-rdfc-2022 before it was final
  ed25519_signature_2020,  // a proof type of its own
  ecdsa_rdfc_2019,
  eddsa_jcs_2022,
  ecdsa_jcs_2019,
  ecdsa_sd_2023,  // derived proofs alone: a base proof is for the holder
};

// What `proof` says it is; nothing when it is none of the list.
std::optional<cryptosuite> cryptosuite_of(const json& proof);
std::string_view name_of(cryptosuite suite);

struct integrity_options {
  const context_library* contexts = nullptr;  // null: known_contexts()
  std::size_t variant = 0;                    // of contexts that were published with several contents
  canonicalization_limits bounds;
  context with;
};

// Everything that was signed, so that another implementation can be compared step by step.
struct integrity_result {
  bool signature_good = false;
  cryptosuite suite{};
  sentence warning;                // empty, or what to tell whoever relies on the proof
  std::string canonical_document;  // ecdsa-sd-2023: with the labels of the holder's proof
  std::string canonical_proof;     // proof configuration
  std::string document_hash;       // hex; ecdsa-sd-2023: of the mandatory statements
  std::string proof_hash;          // hex
  octets signature;                // ecdsa-sd-2023: the issuer's own
};

// Checks one proof of `secured_document` (its `proof` member is set aside whatever it holds). With previousProof, what
// is signed includes the proofs it names, which are looked for in the document: the proof then counts only if those are
// good too, which the caller checks one by one (section 4.4 of the specification).
//
// An error: it cannot be said whether the signature is good - malformed proof, unknown cryptosuite, a key that does not
// fit, a context that is not known or written in place, a statement that JSON-LD would drop, poison.
result<integrity_result> check_integrity(const json& secured_document, const json& proof, const public_key& key,
                                         const integrity_options& options = {});

}  // namespace activateur
