#include <algorithm>

#include "badges/data_integrity.hpp"
#include "badges/issuer_key.hpp"
#include "badges/proofs.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// Proofs of one credential that are looked at: each may cost a signature and a canonicalization.
constexpr std::size_t proofs_max = 16;
constexpr std::size_t inner_proofs_max = 4;  // of a credential that came with another: there may be hundreds

// What the canonicalization of such a credential may cost: real ones need none of it.
canonicalization_limits inner_bounds() {
  canonicalization_limits out;
  out.n_degree_calls = 256;
  out.permutations = 5'000;
  return out;
}

// The first fault in the form of a proof; empty when it has none (Data Integrity 1.0 section 2.1).
sentence fault_of(const json& proof, instant at) {
  if (!proof.is_object()) return sentence(say::proof_malformed, {"type"});
  const std::string type = text_of(proof, "type");
  if (type.empty()) return sentence(say::proof_malformed, {"type"});
  if (type == "DataIntegrityProof" && text_of(proof, "cryptosuite").empty())
    return sentence(say::proof_malformed, {"cryptosuite"});
  const std::string method = id_of(member(proof, "verificationMethod"));
  if (method.empty()) return sentence(say::proof_malformed, {"verificationMethod"});
  if (!has_scheme(method)) return sentence(say::proof_method_scheme, {method});
  const std::string purpose = text_of(proof, "proofPurpose");
  if (purpose != "assertionMethod") return sentence(say::proof_purpose, {purpose});
  if (text_of(proof, "proofValue").empty() && text_of(proof, "jws").empty())
    return sentence(say::proof_malformed, {"proofValue"});
  // Another term of older contexts for what `expires` says.
  if (member(proof, "expiration") != nullptr) return sentence(say::proof_malformed, {"expiration"});
  if (const json* expires = member(proof, "expires")) {
    const auto until = parse_date_time(expires->is_string() ? expires->get<std::string>() : std::string());
    if (!until) return sentence(say::proof_malformed, {"expires"});
    if (*until <= at) return sentence(say::proof_expired, {to_date(*until)});
  }
  return {};
}

// How many contents were published for the contexts of the document, at most.
std::size_t variants_of(const json& document, const context_library& contexts) {
  std::size_t most = 1;
  for (const std::string& url : texts_of(member(document, "@context")))
    most = std::max(most, contexts.known_variants(url));
  return most;
}

// Publishers add terms to a context without renaming it: a badge is judged by each content its URL has had.
result<integrity_result> check_each_variant(const inquiry& q, const json& document, const json& proof,
                                            const public_key& key) {
  integrity_options options;
  options.contexts = q.asked.contexts;
  options.with = q.with;
  if (q.depth > 0) options.bounds = inner_bounds();
  const std::size_t count = variants_of(document, options.contexts != nullptr ? *options.contexts : known_contexts());
  auto first = check_integrity(document, proof, key, options);
  if (first && first->signature_good) return first;
  for (options.variant = 1; options.variant < count; ++options.variant) {
    auto next = check_integrity(document, proof, key, options);
    if (next && next->signature_good) return next;
  }
  return first;
}

// A proof that the specification of a later suite replaced still proves, and whoever relies on it is told.
sentence told_of(const integrity_result& seen) {
  if (!seen.warning.empty()) return seen.warning;
  const std::string suite(name_of(seen.suite));
  if (seen.suite == cryptosuite::ed25519_signature_2020) return sentence(say::proof_older_suite, {suite});
  return sentence(say::proof_good, {suite});
}

secured judge_one(const inquiry& q, const json& document, const json& proof, const std::string& issuer) {
  if (sentence fault = fault_of(proof, q.at); !fault.empty()) return refused(std::move(fault));
  const std::string method = id_of(member(proof, "verificationMethod"));
  const std::string suite = text_of(proof, text_of(proof, "cryptosuite").empty() ? "type" : "cryptosuite");
  json evidence{{"suite", suite}, {"verificationMethod", method}};
  if (const std::string created = text_of(proof, "created"); !created.empty()) evidence["created"] = created;
  secured out;
  const auto conclude = [&](verdict result, sentence why) {
    out.proof = {"proof", result, std::move(why), std::move(evidence)};
  };
  if (!cryptosuite_of(proof)) {
    conclude(verdict::indeterminate, sentence(say::proof_suite, {suite}));
    out.key = {"key", verdict::indeterminate, sentence(say::key_not_examined), nullptr};
    return out;
  }
  key_finding found = find_key(q, {method}, issuer);
  out.key = {"key", found.link, std::move(found.why), std::move(found.evidence)};
  out.binding = found.binding;
  if (!found.key) {
    conclude(verdict::indeterminate, sentence(say::proof_no_key));
    return out;
  }
  auto seen = check_each_variant(q, document, proof, *found.key);
  if (!seen) {
    // What the document is, is a fault of the document; what it would take to judge it, is not.
    const bool fault = seen.why().kind == failure::input;
    conclude(fault ? verdict::invalid : verdict::indeterminate, std::move(seen).why().what);
    return out;
  }
  evidence["document_sha"] = seen->document_hash;
  evidence["proof_sha"] = seen->proof_hash;
  if (seen->signature_good)
    conclude(verdict::valid, told_of(*seen));
  else
    conclude(verdict::invalid, sentence(say::proof_wrong));
  return out;
}

// The better a proof serves whoever relies on the credential, the higher.
int rank(const secured& s) {
  const auto worth = [](verdict v) { return v == verdict::valid ? 2 : v == verdict::indeterminate ? 1 : 0; };
  const int proof = worth(s.proof.result), key = worth(s.key.result);
  return proof == 0 || key == 0 ? proof + key : 10 + 3 * proof + key;
}

// Of the proofs that each one builds on (section 2.1.2), all must be good too.
void judge_chains(const std::vector<const json*>& proofs, std::vector<secured>& found) {
  // As many rounds as the longest chain can have; proofs that build on each other stay what they are.
  for (std::size_t round = 0; round < proofs.size(); ++round) {
    for (std::size_t i = 0; i < proofs.size(); ++i) {
      if (found[i].proof.result != verdict::valid) continue;
      for (const std::string& previous : texts_of(member(*proofs[i], "previousProof"))) {
        const auto named =
            std::find_if(proofs.begin(), proofs.end(), [&](const json* p) { return text_of(*p, "id") == previous; });
        const verdict v = named == proofs.end() ? verdict::invalid : found[named - proofs.begin()].proof.result;
        if (v == verdict::valid) continue;
        found[i].proof.result = v;
        found[i].proof.why = sentence(say::proof_previous, {previous});
        break;
      }
    }
  }
}

}  // namespace

secured judge_embedded(const inquiry& q, const json& document, const std::string& issuer) {
  const auto proofs = items_of(member(document, "proof"));
  if (proofs.empty()) return refused(sentence(say::proof_missing));
  const std::size_t most = q.depth == 0 ? proofs_max : inner_proofs_max;
  if (proofs.size() > most) return refused(sentence(say::proof_many, {std::to_string(most)}));
  std::vector<secured> found;
  found.reserve(proofs.size());
  for (const json* proof : proofs) found.push_back(judge_one(q, document, *proof, issuer));
  judge_chains(proofs, found);
  const auto less = [](const secured& a, const secured& b) { return rank(a) < rank(b); };
  const bool every = q.asked.policy != nullptr && q.asked.policy->every_proof;
  const auto chosen =
      every ? std::min_element(found.begin(), found.end(), less) : std::max_element(found.begin(), found.end(), less);
  secured out = std::move(*chosen);
  for (auto other = found.begin(); other != found.end(); ++other) {
    if (other == chosen) continue;
    out.proof.evidence["others"].push_back({{"proof", other->proof.why.code()}, {"key", other->key.why.code()}});
  }
  return out;
}

}  // namespace activateur
