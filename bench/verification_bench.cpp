// Verifying a VC-JWT, beside what OpenSSL alone needs for its signature: the rest is ours.
#include <benchmark/benchmark.h>
#include <openssl/evp.h>

#include <memory>

#include "badges/issuing.hpp"
#include "badges/verification.hpp"

namespace {

using namespace activateur;

struct signed_badge {
  explicit signed_badge(key_type type) : key(*private_key::generate(type)) {
    const std::string did = type == key_type::rsa ? std::string() : "did:key:" + key.public_part().multikey();
    const std::string rsa_did = "did:jwk:" + to_base64url(as_octets(write_json(key.public_part().jwk())));
    const std::string issuer = did.empty() ? rsa_did : did;
    json document = {
        {"@context",
         {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
        {"id", "https://school.example/badges/1"},
        {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
        {"issuer", {{"id", issuer}, {"type", {"Profile"}}, {"name", "A school"}}},
        {"validFrom", "2026-01-01T00:00:00Z"},
        {"name", "A badge"},
        {"credentialSubject",
         {{"id", "https://person.example/1"},
          {"type", {"AchievementSubject"}},
          {"achievement",
           {{"id", "https://school.example/a/1"},
            {"type", {"Achievement"}},
            {"name", "A badge"},
            {"description", std::string(800, 'd')},
            {"criteria", {{"narrative", std::string(1200, 'n')}}}}}}}};
    // As many alignments as a well described badge has.
    for (int i = 0; i < 8; ++i)
      document["credentialSubject"]["achievement"]["alignment"].push_back(
          {{"type", {"Alignment"}},
           {"targetCode", std::to_string(100000 + i)},
           {"targetName", "A competence of the framework, by its label"},
           {"targetFramework", "ROME 4.0"},
           {"targetUrl", "https://framework.example/" + std::to_string(i)}});
    now.now = *parse_date_time("2026-06-01T00:00:00Z");
    jws = *issue(document, key, {}, now);
    const auto cut = jws.rfind('.');
    signed_part = jws.substr(0, cut);
    signature = *from_base64url(std::string_view(jws).substr(cut + 1));
  }
  private_key key;
  context now;
  std::string jws, signed_part;
  octets signature;
};

void verify_badge(benchmark::State& state, key_type type) {
  const signed_badge badge(type);
  for (auto _ : state) {
    const auto done = verify_credential(badge.jws, "badge", {}, badge.now);
    if (!done || done->overall != verdict::valid) state.SkipWithError("not valid");
    benchmark::DoNotOptimize(done);
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["bytes"] = static_cast<double>(badge.jws.size());
}

void raw_signature(benchmark::State& state, key_type type, signature_algorithm algorithm) {
  const signed_badge badge(type);
  const public_key open = badge.key.public_part();
  for (auto _ : state)
    if (!open.verify(algorithm, as_octets(badge.signed_part), badge.signature)) state.SkipWithError("wrong");
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(verify_badge, ed25519, key_type::ed25519);
BENCHMARK_CAPTURE(raw_signature, ed25519, key_type::ed25519, signature_algorithm::eddsa);
BENCHMARK_CAPTURE(verify_badge, p256, key_type::p256);
BENCHMARK_CAPTURE(raw_signature, p256, key_type::p256, signature_algorithm::es256);
BENCHMARK_CAPTURE(verify_badge, rsa3072, key_type::rsa);
BENCHMARK_CAPTURE(raw_signature, rsa3072, key_type::rsa, signature_algorithm::rs256);

}  // namespace
