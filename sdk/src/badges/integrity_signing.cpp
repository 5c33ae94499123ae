#include "badges/integrity_signing.hpp"

#include <algorithm>

#include "badges/integrity_messages.hpp"

namespace activateur {
namespace {

namespace say = integrity_messages;

// The multibase of a signature that is made later: its size is what counts.
std::string placeholder(key_type type) { return 'z' + to_base58(octets(type == key_type::p384 ? 96 : 64, 1)); }

signature_algorithm algorithm_of(key_type type) {
  if (type == key_type::p384) return signature_algorithm::es384;
  return type == key_type::p256 ? signature_algorithm::es256 : signature_algorithm::eddsa;
}

constexpr cryptosuite signing_suites[] = {cryptosuite::eddsa_rdfc_2022, cryptosuite::eddsa_jcs_2022,
                                          cryptosuite::ecdsa_rdfc_2019, cryptosuite::ecdsa_jcs_2019};

bool signs(cryptosuite suite) {
  return std::find(std::begin(signing_suites), std::end(signing_suites), suite) != std::end(signing_suites);
}

}  // namespace

std::optional<cryptosuite> cryptosuite_named(std::string_view name) {
  for (const cryptosuite suite : signing_suites)
    if (name_of(suite) == name) return suite;
  return std::nullopt;
}

result<json> add_proof(const json& document, const private_key& key, const proof_options& how, const context& with) {
  if (!document.is_object()) return fail(failure::input, say::no_object);
  if (!signs(how.suite)) return fail(failure::unsupported, say::suite_unknown, {std::string(name_of(how.suite))});
  json proof{{"type", "DataIntegrityProof"},
             {"cryptosuite", name_of(how.suite)},
             {"created", to_text(how.created)},
             {"verificationMethod", how.verification_method},
             {"proofPurpose", "assertionMethod"}};
  if (!how.id.empty()) proof["id"] = how.id;
  if (!how.previous.empty()) proof["previousProof"] = how.previous;
  // The JCS suites sign the context as the proof states it (vc-di-eddsa 3.3.1).
  const bool jcs = how.suite == cryptosuite::eddsa_jcs_2022 || how.suite == cryptosuite::ecdsa_jcs_2019;
  if (const auto context = document.find("@context"); jcs && context != document.end()) proof["@context"] = *context;
  const public_key open = key.public_part();
  proof["proofValue"] = placeholder(open.type());
  integrity_options options;
  options.contexts = how.contexts;
  options.with = with;
  const auto unsigned_yet = check_integrity(document, proof, open, options);
  if (!unsigned_yet) return unsigned_yet.why();
  octets hashes = *from_hex(unsigned_yet->proof_hash);
  const octets rest = *from_hex(unsigned_yet->document_hash);
  hashes.insert(hashes.end(), rest.begin(), rest.end());
  const auto signature = key.sign(algorithm_of(open.type()), hashes);
  if (!signature) return signature.why();
  proof["proofValue"] = 'z' + to_base58(*signature);
  json out = document;
  json& proofs = out["proof"];
  if (proofs.is_null())
    proofs = std::move(proof);
  else if (proofs.is_array())
    proofs.push_back(std::move(proof));
  else
    proofs = json::array({std::move(proofs), std::move(proof)});
  return out;
}

}  // namespace activateur
