// Embedded proofs against the vectors of the W3C cryptosuites and of Open Badges: every intermediate value, not only
// the verdict.
#include "badges/data_integrity.hpp"

#include <gtest/gtest.h>

#include "badges/ecdsa_sd.hpp"
#include "crypto/digest.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

using std::filesystem::path;

json document(const path& file) {
  auto read = read_json(test::slurp(file), {}, file.string());
  EXPECT_TRUE(read) << (read ? "" : read.why().text(language::en));
  return read ? *std::move(read) : json();
}

// A published text file, without the line end that some of them have.
std::string line(const path& file) {
  std::string text = test::slurp(file);
  EXPECT_FALSE(text.empty()) << file;
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

public_key key_of(std::string_view multikey) { return *public_key::from_multikey(multikey); }

// The key that a did:key method names, or a method whose fragment is the key itself.
public_key key_in(const json& proof) {
  const std::string method = proof["verificationMethod"];
  const auto hash = method.find('#');
  return key_of(hash != std::string::npos ? method.substr(hash + 1) : method.substr(method.rfind(':') + 1));
}

// The contexts of the vectors. The two that are not published with them are written here as far as the vectors use
// them.
const context_library& vector_contexts(const path& contexts) {
  static context_library library;
  if (library.knows("https://www.w3.org/ns/credentials/v2")) return library;
  library.add("https://www.w3.org/ns/credentials/v2", document(contexts / "credentials-v2.jsonld"));
  library.add("https://w3id.org/security/suites/ed25519-2020/v1", document(contexts / "suites-ed25519-2020.jsonld"));
  library.add("https://www.w3.org/ns/credentials/examples/v2",
              {{"@context", {{"@vocab", "https://www.w3.org/ns/credentials/examples#"}}}});
  library.add("https://w3id.org/citizenship/v4rc1", *read_json(R"({"@context": {
    "citizenship": "https://w3id.org/citizenship#",
    "schema": "https://schema.org/",
    "EmploymentAuthorizationDocumentCredential": "citizenship:EmploymentAuthorizationDocumentCredential",
    "EmploymentAuthorizationDocument": "citizenship:EmploymentAuthorizationDocument",
    "EmployablePerson": "citizenship:EmployablePerson",
    "PermanentResidentCardCredential": "citizenship:PermanentResidentCardCredential",
    "PermanentResidentCard": "citizenship:PermanentResidentCard",
    "PermanentResident": "citizenship:PermanentResident",
    "Person": "schema:Person",
    "additionalName": "schema:additionalName",
    "birthCountry": "citizenship:birthCountry",
    "birthDate": {"@id": "schema:birthDate", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
    "commuterClassification": "citizenship:commuterClassification",
    "employmentAuthorizationDocument": {"@id": "citizenship:employmentAuthorizationDocument", "@type": "@id"},
    "familyName": "schema:familyName",
    "gender": "schema:gender",
    "givenName": "schema:givenName",
    "identifier": "schema:identifier",
    "image": {"@id": "schema:image", "@type": "@id"},
    "lprCategory": "citizenship:lprCategory",
    "lprNumber": "citizenship:lprNumber",
    "permanentResidentCard": {"@id": "citizenship:permanentResidentCard", "@type": "@id"},
    "residentSince": {"@id": "citizenship:residentSince", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}
  }})"));
  return library;
}

struct published {
  const char* suite;      // directory of the vectors of the cryptosuites
  const char* directory;  // below it
  const char* ending;     // of the names of the files
  cryptosuite is;
};

constexpr published jcs_vectors[] = {
    {"vc-di-eddsa", "eddsa-jcs-2022", "JCS", cryptosuite::eddsa_jcs_2022},
    {"vc-di-ecdsa", "ecdsa-jcs-2019-p256", "JCSECDSAP256", cryptosuite::ecdsa_jcs_2019},
    {"vc-di-ecdsa", "ecdsa-jcs-2019-p384", "JCSECDSAP384", cryptosuite::ecdsa_jcs_2019},
};
constexpr published rdfc_vectors[] = {
    {"vc-di-eddsa", "eddsa-rdfc-2022", "DataInt", cryptosuite::eddsa_rdfc_2022},
    {"vc-di-eddsa", "eddsa-rdfc-2022/employ", "DataInt", cryptosuite::eddsa_rdfc_2022},
    {"vc-di-eddsa", "Ed25519Signature2020", "EdSig", cryptosuite::ed25519_signature_2020},
    {"vc-di-ecdsa", "ecdsa-rdfc-2019-p256", "ECDSAP256", cryptosuite::ecdsa_rdfc_2019},
    {"vc-di-ecdsa", "ecdsa-rdfc-2019-p256/employ", "ECDSAP256", cryptosuite::ecdsa_rdfc_2019},
    {"vc-di-ecdsa", "ecdsa-rdfc-2019-p384", "ECDSAP384", cryptosuite::ecdsa_rdfc_2019},
    {"vc-di-ecdsa", "ecdsa-rdfc-2019-p384/employ", "ECDSAP384", cryptosuite::ecdsa_rdfc_2019},
};

// `vectors`: the directory of all of them.
void agrees(const published& v, const path& vectors) {
  SCOPED_TRACE(v.directory);
  const path at = vectors / v.suite / v.directory;
  const auto file = [&](const char* name) { return at / (std::string(name) + v.ending + ".txt"); };
  const json secured = document(at / (std::string("signed") + v.ending + ".json"));
  integrity_options options;
  options.contexts = &vector_contexts(vectors / "contexts");
  const auto checked = check_integrity(secured, secured["proof"], key_in(secured["proof"]), options);
  ASSERT_TRUE(checked) << checked.why().text(language::en);
  EXPECT_EQ(checked->suite, v.is);
  const bool lines = checked->canonical_document.ends_with('\n');
  const std::string end = lines ? "\n" : "";
  EXPECT_EQ(checked->canonical_document, line(file("canonDoc")) + end);
  EXPECT_EQ(checked->canonical_proof, line(file("proofCanon")) + end);
  EXPECT_EQ(checked->document_hash, line(file("docHash")));
  EXPECT_EQ(checked->proof_hash, line(file("proofHash")));
  EXPECT_EQ(checked->proof_hash + checked->document_hash, line(file("combinedHash")));
  EXPECT_EQ(to_hex(checked->signature), line(file("sigHex")));
  EXPECT_EQ(secured["proof"]["proofValue"], line(file("sigBTC58")));
  EXPECT_TRUE(checked->signature_good);
  EXPECT_TRUE(checked->warning.empty());

  json tampered = secured;
  tampered["validFrom"] = "2022-01-01T00:00:00Z";
  const auto refused = check_integrity(tampered, tampered["proof"], key_in(secured["proof"]), options);
  ASSERT_TRUE(refused);
  EXPECT_FALSE(refused->signature_good);
  json later = secured["proof"];
  later["created"] = "2024-02-24T23:36:38Z";
  const auto redated = check_integrity(secured, later, key_in(secured["proof"]), options);
  ASSERT_TRUE(redated);
  EXPECT_FALSE(redated->signature_good);
}

TEST(DataIntegrity, AgreesWithEveryStepOfTheJcsVectors) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors");
  for (const published& v : jcs_vectors) agrees(v, vectors);
}

TEST(DataIntegrity, AgreesWithEveryStepOfTheRdfVectors) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors");
  for (const published& v : rdfc_vectors) agrees(v, vectors);
}

TEST(DataIntegrity, ChecksProofSetsAndChains) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors");
  integrity_options options;
  options.contexts = &vector_contexts(vectors / "contexts");
  std::size_t proofs = 0;
  for (const char* name : {"signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"}) {
    SCOPED_TRACE(name);
    const json secured = document(vectors / "vc-di-eddsa/proof-set-chain" / (std::string(name) + ".json"));
    const json list = secured["proof"].is_array() ? secured["proof"] : json::array({secured["proof"]});
    for (const json& proof : list) {
      const auto checked = check_integrity(secured, proof, key_in(proof), options);
      ASSERT_TRUE(checked) << checked.why().text(language::en);
      EXPECT_TRUE(checked->signature_good) << proof;
      ++proofs;
    }
  }
  EXPECT_GE(proofs, 9U);

  json cut = document(vectors / "vc-di-eddsa/proof-set-chain/signedProofChain2.json");
  const json last = cut["proof"][3];
  cut["proof"].erase(2);
  const auto missing = check_integrity(cut, last, key_in(last), options);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.why().what.code(), "integrity.previous");
  json changed = document(vectors / "vc-di-eddsa/proof-set-chain/signedProofChain2.json");
  changed["proof"][2]["created"] = "2023-02-26T22:06:39Z";
  const auto broken = check_integrity(changed, last, key_in(last), options);
  ASSERT_TRUE(broken);
  EXPECT_FALSE(broken->signature_good);
}

TEST(DataIntegrity, ChecksTheOpenBadgesOfTheValidator) {
  ACTIVATEUR_NEEDS_SHARED(badges, "vectors/open-badges/ob3");
  const std::pair<const char*, bool> expected[] = {
      {"simple", true},
      {"simple_v1", true},
      {"simple-did-key-method", true},
      {"simple-context-alias", true},
      {"simple-eddsa-2022", true},
      {"endorsement-valid", true},
      {"simple-err-expired", true},
      {"simple-err-proof-value", false},
  };
  for (const auto& [name, good] : expected) {
    SCOPED_TRACE(name);
    const json secured = document(badges / (std::string(name) + ".json"));
    const json proof = secured["proof"].is_array() ? secured["proof"][0] : secured["proof"];
    const auto checked = check_integrity(secured, proof, key_in(proof));
    ASSERT_TRUE(checked) << checked.why().text(language::en);
    EXPECT_EQ(checked->signature_good, good);
    EXPECT_EQ(!checked->warning.empty(), checked->suite == cryptosuite::eddsa_2022);
  }
}

TEST(DataIntegrity, HashesTheSigningExamplesOfOpenBadges) {
  ACTIVATEUR_NEEDS_SHARED(examples, "vectors/open-badges/spec-signing");
  for (const char* name : {"obv3p0", "clrv2p0"}) {
    for (const char* part : {"document-canon.txt", "proof-canon.txt"}) {
      SCOPED_TRACE(std::string(name) + '/' + part);
      const std::string text = test::slurp(examples / name / part);
      const auto quads = read_nquads(text);
      ASSERT_TRUE(quads) << quads.why().text(language::en);
      EXPECT_EQ(canonicalize(*quads, canonical_hash::sha256, {}, {})->nquads, text);
    }
  }
  const std::string badge = sha256_hex(test::slurp(examples / "obv3p0/document-canon.txt"));
  EXPECT_EQ(badge.substr(0, 16) + badge.substr(60), "87f65a76d40146200773");
  const std::string proof = sha256_hex(test::slurp(examples / "obv3p0/proof-canon.txt"));
  EXPECT_EQ(proof.substr(0, 16) + proof.substr(60), "d34009cea0dbc1ca5d19");
  EXPECT_EQ(sha256_hex(test::slurp(examples / "clrv2p0/document-canon.txt")).substr(0, 16), "768d7015ae69e021");
}

// The published derived proof values, step by step, for both of the published credentials.
TEST(DataIntegrity, AgreesWithEveryStepOfTheSelectiveDisclosureVectors) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors");
  const path suite = vectors / "vc-di-ecdsa/ecdsa-sd-2023";
  const public_key issuer =
      key_of(std::string(document(suite / "SDKeyMaterial.json")["baseKeyPair"]["publicKeyMultibase"]));
  integrity_options options;
  options.contexts = &vector_contexts(vectors / "contexts");
  for (const char* name : {"employ", "prc"}) {
    SCOPED_TRACE(name);
    const path at = suite / name;
    const json secured = document(at / "derivedRevealDocument.json");
    const json parsed = document(at / "verifyDerivedProofValue.json");
    const auto read = read_derived_proof(std::string(secured["proof"]["proofValue"]));
    ASSERT_TRUE(read) << read.why().text(language::en);
    EXPECT_EQ(to_hex(read->base_signature), parsed["baseSignature"]);
    EXPECT_EQ('z' + to_base58(read->proof_key), parsed["publicKey"]);
    ASSERT_EQ(read->signatures.size(), parsed["signatures"].size());
    for (std::size_t i = 0; i < read->signatures.size(); ++i)
      EXPECT_EQ(to_hex(read->signatures[i]), parsed["signatures"][i]);
    EXPECT_EQ(json(read->mandatory), parsed["mandatoryIndexes"]);

    const auto checked = check_integrity(secured, secured["proof"], issuer, options);
    ASSERT_TRUE(checked) << checked.why().text(language::en);
    EXPECT_EQ(checked->suite, cryptosuite::ecdsa_sd_2023);
    std::string statements;
    for (const json& statement : document(at / "verifyNQuads.json")) statements += statement.get<std::string>();
    EXPECT_EQ(checked->canonical_document, statements);
    EXPECT_EQ(checked->canonical_proof, line(at / "addProofConfigCanon.txt") + '\n');
    const json hashes = document(at / "verifyCreateVerifyData.json");
    EXPECT_EQ(checked->proof_hash, hashes["proofHash"]);
    EXPECT_EQ(checked->document_hash, hashes["mandatoryHash"]);
    EXPECT_TRUE(checked->signature_good);

    // What is shown may not be changed, added to or taken from.
    const std::pair<const char*, json> changes[] = {{"/credentialSubject/birthCountry", "Utopia"},
                                                    {"/issuer/id", "did:example:other"},
                                                    {"/validUntil", "2030-01-01T00:00:00Z"}};
    for (const auto& [where, value] : changes) {
      json tampered = secured;
      if (!tampered.contains(json::json_pointer(where))) continue;
      tampered[json::json_pointer(where)] = value;
      const auto refused = check_integrity(tampered, tampered["proof"], issuer, options);
      EXPECT_FALSE(refused && refused->signature_good) << where;
    }
    json more = secured;
    more["description"] = "a statement too many";
    EXPECT_EQ(check_integrity(more, more["proof"], issuer, options).ok(), false);
    json fewer = secured;
    fewer.erase("validFrom");
    EXPECT_EQ(check_integrity(fewer, fewer["proof"], issuer, options).ok(), false);
    const auto other_key =
        check_integrity(secured, secured["proof"], key_of(std::string(parsed["publicKey"])), options);
    ASSERT_TRUE(other_key);
    EXPECT_FALSE(other_key->signature_good);

    const json base = document(at / "addSignedSDBase.json");
    const auto not_for_us = check_integrity(base, base["proof"], issuer, options);
    ASSERT_FALSE(not_for_us);
    EXPECT_EQ(not_for_us.why().what.code(), "integrity.base_proof");
  }
}

TEST(DataIntegrity, NoticesAFlippedBitInEveryByteOfADerivedProof) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors");
  const path suite = vectors / "vc-di-ecdsa/ecdsa-sd-2023";
  const public_key issuer =
      key_of(std::string(document(suite / "SDKeyMaterial.json")["baseKeyPair"]["publicKeyMultibase"]));
  integrity_options options;
  options.contexts = &vector_contexts(vectors / "contexts");
  const json secured = document(suite / "employ/derivedRevealDocument.json");
  const octets whole = *from_multibase(std::string(secured["proof"]["proofValue"]));
  EXPECT_TRUE(check_integrity(secured, secured["proof"], issuer, options)->signature_good);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    octets flipped = whole;
    flipped[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
    json proof = secured["proof"];
    proof["proofValue"] = 'u' + to_base64url(flipped);
    const auto checked = check_integrity(secured, proof, issuer, options);
    EXPECT_FALSE(checked && checked->signature_good) << at;
  }
}

}  // namespace
}  // namespace activateur
