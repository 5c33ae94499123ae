#include "badges/data_integrity.hpp"

#include <algorithm>

#include "badges/ecdsa_sd.hpp"
#include "badges/integrity_messages.hpp"
#include "badges/secured_document.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "json/canonical.hpp"

namespace activateur {
namespace {

namespace say = integrity_messages;

struct suite_entry {
  cryptosuite suite;
  std::string_view name;  // `cryptosuite`, or `type` where the proof has a type of its own
  bool own_type;
};

constexpr suite_entry suites[] = {
    {cryptosuite::eddsa_rdfc_2022, "eddsa-rdfc-2022", false},
    {cryptosuite::eddsa_2022, "eddsa-2022", false},
    {cryptosuite::ed25519_signature_2020, "Ed25519Signature2020", true},
    {cryptosuite::ecdsa_rdfc_2019, "ecdsa-rdfc-2019", false},
    {cryptosuite::eddsa_jcs_2022, "eddsa-jcs-2022", false},
    {cryptosuite::ecdsa_jcs_2019, "ecdsa-jcs-2019", false},
    {cryptosuite::ecdsa_sd_2023, "ecdsa-sd-2023", false},
};

std::string_view text_member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? std::string_view(found->get_ref<const std::string&>())
                                                     : std::string_view{};
}

std::optional<signature_algorithm> algorithm_of(cryptosuite suite, key_type key) {
  switch (suite) {
    case cryptosuite::eddsa_rdfc_2022:
    case cryptosuite::eddsa_2022:
    case cryptosuite::ed25519_signature_2020:
    case cryptosuite::eddsa_jcs_2022:
      if (key == key_type::ed25519) return signature_algorithm::eddsa;
      break;
    case cryptosuite::ecdsa_rdfc_2019:
    case cryptosuite::ecdsa_jcs_2019:
      if (key == key_type::p256) return signature_algorithm::es256;
      if (key == key_type::p384) return signature_algorithm::es384;
      break;
    case cryptosuite::ecdsa_sd_2023:
      if (key == key_type::p256) return signature_algorithm::es256;
      break;
  }
  return std::nullopt;
}

bool is_jcs(cryptosuite suite) { return suite == cryptosuite::eddsa_jcs_2022 || suite == cryptosuite::ecdsa_jcs_2019; }

// vc-di-ecdsa 3.2.3: the size of the key chooses the digest, RDFC's own included.
octets digest_of(std::string_view text, signature_algorithm a) {
  if (a == signature_algorithm::es384) {
    const auto long_one = sha384(as_octets(text));
    return {long_one.begin(), long_one.end()};
  }
  const auto digest = sha256(as_octets(text));
  return {digest.begin(), digest.end()};
}

result<std::string> canonical_rdf(const json& document, const char* set_aside, signature_algorithm a,
                                  const integrity_options& options) {
  jsonld_options how = rdf_options(options);
  how.set_aside = set_aside;
  const auto hash = a == signature_algorithm::es384 ? canonical_hash::sha384 : canonical_hash::sha256;
  return canonical_nquads(document, how, hash, options.bounds, options.with);
}

// Fills the canonical forms.
std::optional<error> canonicalize_rdf(const json& secured_document, const json& proof, signature_algorithm a,
                                      const integrity_options& options, integrity_result& out) {
  const auto parts = views_for_rdf(secured_document, proof);
  if (!parts) return parts.why();
  const json& unsecured = parts->chained.is_null() ? secured_document : parts->chained;
  auto document = canonical_rdf(unsecured, parts->set_aside, a, options);
  if (!document) return std::move(document).why();
  auto configuration = canonical_rdf(parts->configuration, "", a, options);
  if (!configuration) return std::move(configuration).why();
  out.canonical_document = *std::move(document);
  out.canonical_proof = *std::move(configuration);
  return std::nullopt;
}

std::optional<error> canonicalize_jcs(const json& secured_document, const json& proof, integrity_result& out) {
  auto parts = parts_for_jcs(secured_document, proof);
  if (!parts) return std::move(parts).why();
  out.warning = std::move(parts->warning);
  out.canonical_document = canonical_json(parts->document);
  out.canonical_proof = canonical_json(parts->configuration);
  return std::nullopt;
}

}  // namespace

std::optional<cryptosuite> cryptosuite_of(const json& proof) {
  if (!proof.is_object()) return std::nullopt;
  const std::string_view type = text_member(proof, "type");
  const std::string_view name = text_member(proof, "cryptosuite");
  for (const suite_entry& s : suites)
    if (s.own_type ? type == s.name : type == "DataIntegrityProof" && name == s.name) return s.suite;
  return std::nullopt;
}

std::string_view name_of(cryptosuite suite) {
  return std::find_if(std::begin(suites), std::end(suites), [suite](const auto& s) { return s.suite == suite; })->name;
}

result<integrity_result> check_integrity(const json& secured_document, const json& proof, const public_key& key,
                                         const integrity_options& options) {
  if (!secured_document.is_object() || !proof.is_object()) return fail(failure::input, say::no_object);
  const auto suite = cryptosuite_of(proof);
  if (!suite) {
    const std::string_view name = text_member(proof, "cryptosuite");
    return fail(failure::unsupported, say::suite_unknown,
                {shortened(name.empty() ? text_member(proof, "type") : name, 60)});
  }
  const std::string suite_name(name_of(*suite));
  const auto algorithm = algorithm_of(*suite, key.type());
  if (!algorithm) return fail(failure::input, say::key_fit, {suite_name});
  if (*suite == cryptosuite::ecdsa_sd_2023) return check_derived_proof(secured_document, proof, key, options);

  const std::size_t size = *algorithm == signature_algorithm::es384 ? 96 : 64;
  const std::string_view value = text_member(proof, "proofValue");
  auto signature = value.starts_with('z') ? from_multibase(value) : std::nullopt;
  if (!signature || signature->size() != size)
    return fail(failure::input, say::proof_value, {suite_name, "z", std::to_string(size)}, {{}, "/proofValue", 0, 0});

  integrity_result out;
  out.suite = *suite;
  if (auto failed = is_jcs(*suite) ? canonicalize_jcs(secured_document, proof, out)
                                   : canonicalize_rdf(secured_document, proof, *algorithm, options, out))
    return *std::move(failed);
  if (*suite == cryptosuite::eddsa_2022) out.warning = sentence(say::suite_draft, {suite_name});
  octets hashes = digest_of(out.canonical_proof, *algorithm);
  const octets document_hash = digest_of(out.canonical_document, *algorithm);
  out.proof_hash = to_hex(hashes);
  out.document_hash = to_hex(document_hash);
  hashes.insert(hashes.end(), document_hash.begin(), document_hash.end());
  out.signature = *std::move(signature);
  out.signature_good = key.verify(*algorithm, hashes, out.signature);
  return out;
}

}  // namespace activateur
