#include "badges/ecdsa_sd.hpp"

#include <algorithm>
#include <set>

#include "badges/cbor.hpp"
#include "badges/integrity_messages.hpp"
#include "badges/secured_document.hpp"
#include "crypto/digest.hpp"

namespace activateur {
namespace {

namespace say = integrity_messages;

constexpr std::uint8_t derived_header[] = {0xD9, 0x5D, 0x01};
constexpr std::uint8_t base_header[] = {0xD9, 0x5D, 0x00};
constexpr std::size_t signature_bytes = 64;
constexpr std::size_t key_bytes = 35;
constexpr std::size_t label_bytes = 32;             // HMAC-SHA-256
constexpr std::size_t signatures_max = 4096;        // each takes as long to check as a whole badge
constexpr std::size_t proof_value_max = 1U << 20U;  // characters: more than signatures_max need
constexpr std::size_t signatures_between_reports = 16;

error malformed(const char* what) {
  return fail(failure::input, say::derived_proof, {what}, {{}, "/proofValue", 0, 0});
}

bool starts_with(octet_view bytes, octet_view start) {
  return bytes.size() >= start.size() && std::equal(start.begin(), start.end(), bytes.begin());
}

octets copy(octet_view bytes) { return {bytes.begin(), bytes.end()}; }

// Canonical N-Quads with the labels that the issuer signed, sorted again under them (section 3.4.3).
result<std::vector<std::string>> signed_statements(const json& document, const derived_proof& shown,
                                                   const integrity_options& options) {
  auto quads = as_rdf(document, options);
  if (!quads) return std::move(quads).why();
  const auto canonical = canonicalize(*quads, canonical_hash::sha256, options.bounds, options.with);
  if (!canonical) return canonical.why();
  if (canonical->issued.size() != shown.labels.size()) return malformed("labelMap");
  std::map<std::string_view, const std::string*> labels;
  for (const auto& [own, issued] : canonical->issued) {
    const auto found = shown.labels.find(issued);
    if (found == shown.labels.end()) return malformed("labelMap");
    labels.emplace(own, &found->second);
  }
  std::set<std::string> lines;
  for (quad& q : *quads) {
    for (term* t : {&q.subject, &q.object, &q.graph})
      if (t->kind == term_kind::blank) t->value = *labels.at(t->value);
    lines.insert(write_nquad(q));
  }
  return std::vector<std::string>(lines.begin(), lines.end());
}

}  // namespace

result<derived_proof> read_derived_proof(std::string_view proof_value) {
  if (proof_value.size() > proof_value_max) return malformed("proofValue");
  const auto bytes = proof_value.starts_with('u') ? from_multibase(proof_value) : std::nullopt;
  if (!bytes) return malformed("multibase");
  if (starts_with(*bytes, base_header)) return fail(failure::input, say::base_proof);
  if (!starts_with(*bytes, derived_header)) return malformed("d95d01");
  cbor_reader cbor(octet_view(*bytes).subspan(std::size(derived_header)));
  derived_proof out;
  if (cbor.array() != std::size_t{5}) return malformed("CBOR");

  const auto base_signature = cbor.byte_string();
  if (!base_signature || base_signature->size() != signature_bytes) return malformed("baseSignature");
  out.base_signature = copy(*base_signature);

  const auto proof_key = cbor.byte_string();
  if (!proof_key || proof_key->size() != key_bytes) return malformed("publicKey");
  out.proof_key = copy(*proof_key);

  const auto signatures = cbor.array();
  if (!signatures || *signatures > signatures_max) return malformed("signatures");
  for (std::size_t i = 0; i < *signatures; ++i) {
    const auto signature = cbor.byte_string();
    if (!signature || signature->size() != signature_bytes) return malformed("signatures");
    out.signatures.push_back(copy(*signature));
  }

  // Section 3.5.4: c14n numbers to HMACs. One to one, or two nodes would become one.
  const auto labels = cbor.map();
  if (!labels) return malformed("labelMap");
  std::set<std::string> seen;
  for (std::size_t i = 0; i < *labels; ++i) {
    const auto number = cbor.unsigned_integer();
    const auto label = cbor.byte_string();
    if (!number || !label || label->size() != label_bytes) return malformed("labelMap");
    std::string text = 'u' + to_base64url(*label);
    if (!seen.insert(text).second || !out.labels.emplace("c14n" + std::to_string(*number), std::move(text)).second)
      return malformed("labelMap");
  }

  const auto mandatory = cbor.array();
  if (!mandatory) return malformed("mandatoryIndexes");
  std::set<std::uint64_t> places;
  for (std::size_t i = 0; i < *mandatory; ++i) {
    const auto place = cbor.unsigned_integer();
    if (!place || !places.insert(*place).second) return malformed("mandatoryIndexes");
  }
  out.mandatory.assign(places.begin(), places.end());
  if (!cbor.at_end()) return malformed("CBOR");
  return out;
}

result<integrity_result> check_derived_proof(const json& secured_document, const json& proof, const public_key& key,
                                             const integrity_options& options) {
  const auto value = proof.find("proofValue");
  if (value == proof.end() || !value->is_string()) return malformed("proofValue");
  const auto shown = read_derived_proof(value->get_ref<const std::string&>());
  if (!shown) return shown.why();
  const auto proof_key = public_key::from_multikey('u' + to_base64url(shown->proof_key));
  if (!proof_key || proof_key->type() != key_type::p256) return malformed("publicKey");

  auto parts = parts_for_rdf(secured_document, proof);
  if (!parts) return std::move(parts).why();
  const auto statements = signed_statements(parts->document, *shown, options);
  if (!statements) return statements.why();
  const auto configuration = as_rdf(parts->configuration, options);
  if (!configuration) return configuration.why();
  auto canonical_proof = canonicalize(*configuration, canonical_hash::sha256, options.bounds, options.with);
  if (!canonical_proof) return std::move(canonical_proof).why();

  integrity_result out;
  out.suite = cryptosuite::ecdsa_sd_2023;
  out.signature = shown->base_signature;
  out.canonical_proof = std::move(canonical_proof->nquads);
  if (!shown->mandatory.empty() && shown->mandatory.back() >= statements->size()) return malformed("mandatoryIndexes");
  std::string mandatory;
  std::vector<const std::string*> others;
  auto next = shown->mandatory.begin();
  for (std::size_t i = 0; i < statements->size(); ++i) {
    const std::string& statement = (*statements)[i];
    out.canonical_document += statement;
    if (next != shown->mandatory.end() && *next == i) {
      mandatory += statement;
      ++next;
    } else {
      others.push_back(&statement);
    }
  }
  // Section 3.5.6, step 4: every statement is signed, and every signature is of a statement.
  if (others.size() != shown->signatures.size()) return malformed("signatures");

  const auto proof_hash = sha256(as_octets(out.canonical_proof));
  const auto mandatory_hash = sha256(as_octets(mandatory));
  out.proof_hash = to_hex(proof_hash);
  out.document_hash = to_hex(mandatory_hash);
  octets to_verify(proof_hash.begin(), proof_hash.end());
  to_verify.insert(to_verify.end(), shown->proof_key.begin(), shown->proof_key.end());
  to_verify.insert(to_verify.end(), mandatory_hash.begin(), mandatory_hash.end());
  out.signature_good = key.verify(signature_algorithm::es256, to_verify, shown->base_signature);
  for (std::size_t i = 0; i < others.size() && out.signature_good; ++i) {
    if (i % signatures_between_reports == 0 && !options.with.progress.at(i, others.size()))
      return progress_sink::cancelled();
    out.signature_good = proof_key->verify(signature_algorithm::es256, as_octets(*others[i]), shown->signatures[i]);
  }
  return out;
}

}  // namespace activateur
