// Verifying an embedded proof (eddsa-rdfc-2022), from the bytes of a badge, beside what OpenSSL alone needs for its
// signature; then every check of a verification, one badge and many at once; then the parts, so that one run says where
// the rest goes. With ACTIVATEUR_BENCH_BADGE=FILE the badge is written there, for other programs to verify.
#include <benchmark/benchmark.h>
#include <openssl/evp.h>

#include <cstdlib>
#include <fstream>

#include "badges/batch.hpp"
#include "badges/data_integrity.hpp"
#include "crypto/digest.hpp"

namespace {

using namespace activateur;

// Members in the order of an author, which is not that of their names.
using ordered = nlohmann::ordered_json;

// As long and as varied as well described badges are: some 5 kB, 140 quads, 15 blank nodes.
ordered unsigned_badge(const std::string& issuer) {
  ordered badge = ordered::parse(R"({
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "https://school.example/badges/2026/0117",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "Accueillir un public en difficulté",
    "issuer": {"type": ["Profile"], "name": "École fictive de Trévoux", "url": "https://school.example/",
               "email": "badges@school.example", "description": "Organisme de formation imaginé pour la mesure.",
               "address": {"type": ["Address"], "addressCountry": "FR", "addressLocality": "Trévoux",
                           "postalCode": "01600", "streetAddress": "1, rue de l’Exemple"}},
    "validFrom": "2026-01-15T09:30:00Z", "validUntil": "2031-01-15T09:30:00Z", "awardedDate": "2026-01-15T09:30:00Z",
    "credentialSubject": {
      "id": "did:example:holder-0117", "type": ["AchievementSubject"], "activityStartDate": "2025-09-01T00:00:00Z",
      "activityEndDate": "2025-12-19T00:00:00Z", "role": "Stagiaire", "creditsEarned": 2.5, "term": "2025-2",
      "identifier": [{"type": "IdentityObject", "hashed": true, "identityType": "emailAddress", "salt": "une pincée",
                      "identityHash": "sha256$2b3a1c7f5d0e9b8a7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b"}],
      "result": [
        {"type": ["Result"], "resultDescription": "https://school.example/results/mise-en-situation", "value": "92"},
        {"type": ["Result"], "resultDescription": "https://school.example/results/entretien", "status": "Completed"}],
      "achievement": {
        "id": "https://school.example/achievements/accueil", "type": ["Achievement"], "achievementType": "Competency",
        "name": "Accueillir un public en difficulté", "humanCode": "ACC-07", "inLanguage": "fr-FR", "version": "3.2",
        "fieldOfStudy": "Action sociale", "specialization": "Premier accueil", "creditsAvailable": 3,
        "image": {"id": "https://school.example/images/accueil.png", "type": "Image", "caption": "Deux mains et un seuil"}, "tag": ["accueil", "écoute", "médiation"],
        "description": "La personne reçoit, écoute et oriente un public en difficulté, en face à face et au téléphone.",
        "criteria": {"narrative": "Mise en situation d’une demi-journée observée par deux professionnels, puis entretien d’explicitation de quarante minutes ; la grille est publiée."},
        "resultDescription": [
          {"id": "https://school.example/results/mise-en-situation", "type": ["ResultDescription"],
           "name": "Mise en situation", "resultType": "Percent", "valueMin": "0", "valueMax": "100"},
          {"id": "https://school.example/results/entretien", "type": ["ResultDescription"],
           "name": "Entretien d’explicitation", "resultType": "Status"}],
        "alignment": []}},
    "evidence": [
      {"type": ["Evidence"], "name": "Grille d’observation", "genre": "Observation",
       "narrative": "Dix-sept critères sur dix-huit atteints ; points forts : reformulation, orientation."},
      {"type": ["Evidence"], "name": "Compte rendu d’entretien", "audience": "Jury",
       "narrative": "La candidate explique ses choix et nomme ce qu’elle referait autrement."}]})");
  badge["issuer"]["id"] = issuer;
  constexpr const char* labels[] = {"Accueillir une personne",         "Évaluer une situation d’urgence",
                                    "Reformuler une demande",          "Orienter vers un interlocuteur",
                                    "Désamorcer une situation tendue", "Renseigner un dossier",
                                    "Respecter la confidentialité",    "Travailler en réseau"};
  for (std::size_t i = 0; i < std::size(labels); ++i)
    badge["credentialSubject"]["achievement"]["alignment"].push_back(
        ordered{{"type", {"Alignment"}},
                {"targetName", labels[i]},
                {"targetCode", std::to_string(100'300 + 17 * i)},
                {"targetFramework", "Référentiel fictif des compétences"},
                {"targetType", "CFItem"},
                {"targetUrl", "https://framework.example/competences/" + std::to_string(100'300 + 17 * i)}});
  return badge;
}

octets hashes_of(const std::string& canonical_proof, const std::string& canonical_document) {
  const auto first = sha256(as_octets(canonical_proof));
  const auto second = sha256(as_octets(canonical_document));
  octets both(first.begin(), first.end());
  both.insert(both.end(), second.begin(), second.end());
  return both;
}

struct signed_badge {
  signed_badge() : key(*private_key::generate(key_type::ed25519)), open(key.public_part()) {
    const std::string issuer = "did:key:" + open.multikey();
    ordered badge = unsigned_badge(issuer);
    const ordered proof = {{"type", "DataIntegrityProof"},
                           {"cryptosuite", "eddsa-rdfc-2022"},
                           {"created", "2026-01-15T09:31:12Z"},
                           {"proofPurpose", "assertionMethod"},
                           {"verificationMethod", issuer + '#' + open.multikey()},
                           {"proofValue", 'z' + to_base58(octets(64, 1))}};
    // What is to be signed is what a check of any signature says was signed.
    badge["proof"] = proof;
    const json unsigned_yet = *read_json(badge.dump());
    const auto draft = check_integrity(unsigned_yet, unsigned_yet["proof"], open);
    if (!draft.ok()) std::abort();
    canonical = draft->canonical_document;
    hashes = hashes_of(draft->canonical_proof, canonical);
    signature = *key.sign(signature_algorithm::eddsa, hashes);
    badge["proof"]["proofValue"] = 'z' + to_base58(signature);
    bytes = badge.dump();
    unsecured = *read_json(bytes);
    unsecured.erase("proof");
    quads = *to_rdf(unsecured, {});
    if (const char* file = std::getenv("ACTIVATEUR_BENCH_BADGE")) std::ofstream(file, std::ios::binary) << bytes;
  }

  private_key key;
  public_key open;
  octets hashes, signature;
  std::string bytes, canonical;
  json unsecured;
  dataset quads;
};

const signed_badge& badge() {
  static const signed_badge made;
  return made;
}

void raw_ed25519(benchmark::State& state) {
  const octets raw = *from_multibase(badge().open.multikey());
  EVP_PKEY* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw.data() + 2, 32);
  for (auto _ : state) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    if (EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, key) != 1 ||
        EVP_DigestVerify(context, badge().signature.data(), 64, badge().hashes.data(), 64) != 1)
      state.SkipWithError("wrong");
    EVP_MD_CTX_free(context);
  }
  EVP_PKEY_free(key);
}

void whole(benchmark::State& state) {
  for (auto _ : state) {
    const auto document = read_json(badge().bytes);
    const auto checked = check_integrity(*document, (*document)["proof"], badge().open);
    if (!checked || !checked->signature_good) state.SkipWithError("not valid");
    benchmark::DoNotOptimize(checked);
  }
  state.counters["bytes"] = static_cast<double>(badge().bytes.size());
}

context in_2026() {
  context with;
  with.now = *parse_date_time("2026-06-01T00:00:00Z");
  return with;
}

// Everything a host asks for: shape, proof, key, status, dates, with their sentences and evidence.
void verdict_of_one(benchmark::State& state) {
  const context with = in_2026();
  for (auto _ : state) {
    const auto seen = verify_credential(badge().bytes, "badge", {}, with);
    if (!seen || seen->overall != verdict::valid) state.SkipWithError("not valid");
    benchmark::DoNotOptimize(seen);
  }
}

// Wall-clock time counts here: the work is on every core.
void verdicts_of_many(benchmark::State& state) {
  const context with = in_2026();
  const std::vector<credential_input> inputs(1000, {badge().bytes, "badge"});
  for (auto _ : state) {
    const auto seen = verify_credentials(inputs, {}, static_cast<unsigned>(state.range(0)), with);
    if (!seen || seen->back().overall != verdict::valid) state.SkipWithError("not valid");
    benchmark::DoNotOptimize(seen);
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}

void part_read_json(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_json(badge().bytes));
}

void part_canonical_nquads(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(canonical_nquads(badge().unsecured, {}, canonical_hash::sha256, {}, {}));
}

// The same in two steps, with a dataset between them.
void part_to_rdf(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(to_rdf(badge().unsecured, {}));
  state.counters["quads"] = static_cast<double>(badge().quads.size());
}

void part_canonicalize(benchmark::State& state) {
  std::size_t blanks = 0;
  for (auto _ : state) {
    const auto made = canonicalize(badge().quads, canonical_hash::sha256, {}, {});
    blanks = made->issued.size();
    benchmark::DoNotOptimize(made);
  }
  state.counters["blanks"] = static_cast<double>(blanks);
}

void part_hashes(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sha256(as_octets(badge().canonical)));
  state.counters["bytes"] = static_cast<double>(badge().canonical.size());
}

BENCHMARK(raw_ed25519);
BENCHMARK(whole);
BENCHMARK(verdict_of_one);
BENCHMARK(verdicts_of_many)->Arg(1)->Arg(0)->ArgName("threads")->UseRealTime();
BENCHMARK(part_read_json);
BENCHMARK(part_canonical_nquads);
BENCHMARK(part_to_rdf);
BENCHMARK(part_canonicalize);
BENCHMARK(part_hashes);

}  // namespace
