#include "badges/checks.hpp"
#include "badges/issuer_key.hpp"

namespace activateur {

void check_signature(const inquiry& q, const jws& token, const std::string& issuer) {
  key_finding found = find_key(token, issuer, q.asked.documents, q.at);
  const std::string alg(jose_name(token.algorithm));
  json evidence{{"alg", alg}};
  if (!token.key_id.empty()) evidence["kid"] = token.key_id;
  if (!found.key)
    q.unknown("proof", say::proof_no_key, {}, std::move(evidence));
  else if (!found.key->fits(token.algorithm))
    q.invalid("proof", say::proof_algorithm, {alg}, std::move(evidence));
  else if (!found.key->verify(token.algorithm, as_octets(token.signed_part), token.signature))
    q.invalid("proof", say::proof_wrong, {}, std::move(evidence));
  else
    q.valid("proof", say::proof_good, {alg}, std::move(evidence));
  q.add("key", found.link, std::move(found.why), std::move(found.evidence));
}

}  // namespace activateur
