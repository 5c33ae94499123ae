// Derived proofs of ecdsa-sd-2023: the holder shows some statements of what the issuer signed one by one
// (vc-di-ecdsa section 3.5). Private to badges/.
#pragma once

#include "badges/data_integrity.hpp"

namespace activateur {

// Section 3.5.8, Parse Derived Proof Value.
struct derived_proof {
  octets base_signature;                      // 64 bytes, the issuer's
  octets proof_key;                           // 35 bytes, Multikey of the P-256 key that signed single statements
  std::vector<octets> signatures;             // 64 bytes each, one a statement that is not mandatory
  std::map<std::string, std::string> labels;  // canonical label -> label that was signed, both without "_:"
  std::vector<std::size_t> mandatory;         // places of the mandatory statements among those shown, each once
};
result<derived_proof> read_derived_proof(std::string_view proof_value);

// Section 3.5.6, Verify Derived Proof. `key` is the issuer's, P-256.
result<integrity_result> check_derived_proof(const json& secured_document, const json& proof, const public_key& key,
                                             const integrity_options& options);

}  // namespace activateur
