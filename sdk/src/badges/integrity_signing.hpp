// Adding an embedded proof to a credential (Verifiable Credential Data Integrity 1.0 section 4.2).
#pragma once

#include "badges/data_integrity.hpp"

namespace activateur {

// The suite of that name, when this library signs with it.
std::optional<cryptosuite> cryptosuite_named(std::string_view name);

struct proof_options {
  cryptosuite suite = cryptosuite::eddsa_rdfc_2022;
  std::string verification_method;  // URL of the key
  instant created;
  std::string id;                     // of the proof; empty: none
  std::vector<std::string> previous;  // ids of the proofs it builds on
  const context_library* contexts = nullptr;
};

// The document with one proof more. Refused: ecdsa-sd-2023 and the superseded suites, a key that does not fit, a
// document that could not be verified (a term that no context defines, a context in place...).
result<json> add_proof(const json& document, const private_key& key, const proof_options& how, const context& with);

}  // namespace activateur
