// What secures a credential: its signature, and whose key made it.
#pragma once

#include "badges/inquiry.hpp"
#include "crypto/jws.hpp"

namespace activateur {

// The checks `proof` and `key`, not yet added to any inquiry.
struct secured {
  check proof;
  check key;
  key_binding binding = key_binding::none;

  [[nodiscard]] bool good() const { return proof.result == verdict::valid && key.result == verdict::valid; }
};

// The signature of a VC-JWT.
secured judge_token(const inquiry& q, const jws& token, const std::string& issuer);

// The embedded proofs of a credential (Verifiable Credential Data Integrity 1.0 section 4.4). Of several the best one
// is reported, the others in its evidence; under verification_policy::every_proof the worst one.
secured judge_embedded(const inquiry& q, const json& document, const std::string& issuer);

// Neither was examined, for `why` the proof is refused.
secured refused(sentence why);
// The same for what could not be read; indeterminate when it could not be judged here.
secured refused(const error& why);

// Adds both checks.
void add(const inquiry& q, secured found);

// A credential that another document serves: a status list, an endorsement. Fails when the text is no credential or
// nothing secures it.
struct opened {
  json document;
  secured by;
  json claims{};  // of a token
};
result<opened> open_credential(const inquiry& q, std::string_view text, const std::string& source);

}  // namespace activateur
