#include "badges/data_integrity.hpp"

#include <gtest/gtest.h>

#include "badges/ecdsa_sd.hpp"
#include "fictitious_issuer.hpp"

namespace activateur {
namespace {

using test::badge_3;
using test::new_key;

struct way {
  cryptosuite suite;
  key_type key;
  signature_algorithm algorithm;
  std::size_t size;
};
constexpr way ways[] = {
    {cryptosuite::eddsa_rdfc_2022, key_type::ed25519, signature_algorithm::eddsa, 64},
    {cryptosuite::eddsa_2022, key_type::ed25519, signature_algorithm::eddsa, 64},
    {cryptosuite::eddsa_jcs_2022, key_type::ed25519, signature_algorithm::eddsa, 64},
    {cryptosuite::ecdsa_rdfc_2019, key_type::p256, signature_algorithm::es256, 64},
    {cryptosuite::ecdsa_rdfc_2019, key_type::p384, signature_algorithm::es384, 96},
    {cryptosuite::ecdsa_jcs_2019, key_type::p256, signature_algorithm::es256, 64},
    {cryptosuite::ecdsa_jcs_2019, key_type::p384, signature_algorithm::es384, 96},
};

json unsigned_proof(cryptosuite suite) {
  return {{"type", "DataIntegrityProof"},
          {"cryptosuite", name_of(suite)},
          {"created", "2026-11-01T08:00:00Z"},
          {"verificationMethod", "https://example.org/keys#1"},
          {"proofPurpose", "assertionMethod"}};
}

std::string value_of(std::size_t size, std::uint8_t byte = 1) { return 'z' + to_base58(octets(size, byte)); }

std::string refusal(const json& document, const json& proof, const public_key& key) {
  const auto checked = check_integrity(document, proof, key);
  return checked ? "checked" : std::string(checked.why().what.code());
}

// What is to be signed is what the check computes, whatever the signature.
json proven(const json& document, json proof, const private_key& key, const way& w) {
  proof["proofValue"] = value_of(w.size);
  const auto checked = check_integrity(document, proof, key.public_part());
  EXPECT_TRUE(checked) << checked.why().text(language::en);
  if (!checked) return proof;
  EXPECT_FALSE(checked->signature_good);
  const auto hashes = *from_hex(checked->proof_hash + checked->document_hash);
  proof["proofValue"] = 'z' + to_base58(*key.sign(w.algorithm, hashes));
  return proof;
}

TEST(DataIntegrity, AcceptsWhatTheKeySignedAndNothingElse) {
  for (const way& w : ways) {
    SCOPED_TRACE(std::string(name_of(w.suite)) + ' ' + std::to_string(w.size));
    const private_key key = new_key(w.key);
    json document = badge_3("https://example.org/issuer");
    const json proof = proven(document, unsigned_proof(w.suite), key, w);
    document["proof"] = json::array({proof, {{"type", "Other"}}});
    const auto checked = check_integrity(document, proof, key.public_part());
    ASSERT_TRUE(checked);
    EXPECT_TRUE(checked->signature_good);
    EXPECT_EQ(checked->suite, w.suite);
    EXPECT_EQ(checked->signature.size(), w.size);
    EXPECT_EQ(checked->warning.code(), w.suite == cryptosuite::eddsa_2022 ? "integrity.draft" : "");

    EXPECT_FALSE(check_integrity(document, proof, new_key(w.key).public_part())->signature_good);
    json changed = document;
    changed["credentialSubject"]["achievement"]["name"] = "Accueillir un Groupe";
    EXPECT_FALSE(check_integrity(changed, proof, key.public_part())->signature_good);
    json purpose = proof;
    purpose["proofPurpose"] = "authentication";
    EXPECT_FALSE(check_integrity(document, purpose, key.public_part())->signature_good);
    json other_suite = proof;
    other_suite["cryptosuite"] = w.key == key_type::ed25519 ? "eddsa-jcs-2022" : "ecdsa-jcs-2019";
    if (other_suite["cryptosuite"] == proof["cryptosuite"])
      other_suite["cryptosuite"] = w.key == key_type::ed25519 ? "eddsa-rdfc-2022" : "ecdsa-rdfc-2019";
    EXPECT_FALSE(check_integrity(document, other_suite, key.public_part())->signature_good);
  }
}

TEST(DataIntegrity, TakesSetsInAnyOrderInRdfButNotInJcs) {
  const private_key key = new_key(key_type::ed25519);
  const json document = badge_3("https://example.org/issuer");
  json turned = document;
  turned["type"] = {"OpenBadgeCredential", "VerifiableCredential"};
  turned["credentialSubject"]["achievement"]["tag"] = {"bénévolat", "accueil"};
  const json rdf = proven(document, unsigned_proof(cryptosuite::eddsa_rdfc_2022), key, ways[0]);
  EXPECT_TRUE(check_integrity(turned, rdf, key.public_part())->signature_good);
  const json jcs = proven(document, unsigned_proof(cryptosuite::eddsa_jcs_2022), key, ways[2]);
  EXPECT_FALSE(check_integrity(turned, jcs, key.public_part())->signature_good);
}

TEST(DataIntegrity, RefusesMalformedProofs) {
  const public_key key = new_key(key_type::ed25519).public_part();
  const json document = badge_3("https://example.org/issuer");
  json proof = unsigned_proof(cryptosuite::eddsa_rdfc_2022);
  EXPECT_EQ(refusal(document, proof, key), "integrity.value");
  const json bad_values[] = {"",
                             "z",
                             value_of(63),
                             value_of(65),
                             value_of(64).substr(1),
                             'u' + to_base64url(octets(64, 1)),
                             value_of(64) + " ",
                             "z0OIl",
                             1,
                             nullptr,
                             json::array({value_of(64)})};
  for (const json& bad : bad_values) {
    proof["proofValue"] = bad;
    EXPECT_EQ(refusal(document, proof, key), "integrity.value") << bad;
  }
  proof["proofValue"] = value_of(64);
  EXPECT_EQ(refusal(document, proof, key), "checked");
  for (const json& bad : {json("yesterday"), json("2026-11-01"), json("2026-11-01T08:00:00"), json(1), json(nullptr)}) {
    json dated = proof;
    dated["created"] = bad;
    EXPECT_EQ(refusal(document, dated, key), "integrity.created") << bad;
  }
  json undated = proof;
  undated.erase("created");
  EXPECT_EQ(refusal(document, undated, key), "checked");
  EXPECT_EQ(refusal(document, json::array({proof}), key), "integrity.object");
  EXPECT_EQ(refusal(json::array({document}), proof, key), "integrity.object");
}

TEST(DataIntegrity, RefusesSuitesAndKeysThatDoNotFit) {
  const json document = badge_3("https://example.org/issuer");
  const public_key ed = new_key(key_type::ed25519).public_part();
  for (const char* name : {"", "eddsa-rdfc-2023", "EDDSA-RDFC-2022", "bbs-2023", "Ed25519Signature2020"}) {
    json proof = unsigned_proof(cryptosuite::eddsa_rdfc_2022);
    proof["cryptosuite"] = name;
    EXPECT_EQ(cryptosuite_of(proof), std::nullopt) << name;
    EXPECT_EQ(refusal(document, proof, ed), "integrity.suite") << name;
  }
  EXPECT_EQ(cryptosuite_of({{"type", "JsonWebSignature2020"}, {"cryptosuite", "eddsa-rdfc-2022"}}), std::nullopt);
  EXPECT_EQ(cryptosuite_of({{"type", "Ed25519Signature2020"}}), cryptosuite::ed25519_signature_2020);
  EXPECT_EQ(cryptosuite_of("DataIntegrityProof"), std::nullopt);
  const public_key p256 = new_key(key_type::p256).public_part();
  const public_key rsa = new_key(key_type::rsa).public_part();
  for (const way& w : ways) {
    json proof = unsigned_proof(w.suite);
    proof["proofValue"] = value_of(w.size);
    EXPECT_EQ(refusal(document, proof, w.key == key_type::ed25519 ? p256 : ed), "integrity.key");
    EXPECT_EQ(refusal(document, proof, rsa), "integrity.key");
  }
  json selective = unsigned_proof(cryptosuite::ecdsa_sd_2023);
  EXPECT_EQ(refusal(document, selective, new_key(key_type::p384).public_part()), "integrity.key");
  EXPECT_EQ(refusal(document, selective, p256), "integrity.derived");
  // A P-256 signature does not pass for a P-384 one.
  json proof = unsigned_proof(cryptosuite::ecdsa_jcs_2019);
  proof["proofValue"] = value_of(64);
  EXPECT_EQ(refusal(document, proof, new_key(key_type::p384).public_part()), "integrity.value");
}

TEST(DataIntegrity, RefusesContextsWrittenInPlace) {
  const private_key key = new_key(key_type::ed25519);
  const json document = badge_3("https://example.org/issuer");
  const json proof = proven(document, unsigned_proof(cryptosuite::eddsa_rdfc_2022), key, ways[0]);
  json at_top = document;
  at_top["@context"].push_back({{"name", "https://example.org/other"}});
  EXPECT_EQ(refusal(at_top, proof, key.public_part()), "integrity.context");
  json nested = document;
  nested["credentialSubject"]["achievement"]["@context"] = "https://www.w3.org/ns/credentials/v2";
  EXPECT_EQ(refusal(nested, proof, key.public_part()), "integrity.context");
  json in_list = document;
  in_list["credentialSubject"]["achievement"]["alignment"][0]["@context"] = {{"@vocab", "https://example.org/"}};
  EXPECT_EQ(refusal(in_list, proof, key.public_part()), "integrity.context");
  EXPECT_EQ(check_integrity(in_list, proof, key.public_part()).why().where.pointer,
            "/credentialSubject/achievement/alignment/0/@context");
  json in_proof = proof;
  in_proof["nonce"] = {{"@context", nullptr}};
  EXPECT_EQ(refusal(document, in_proof, key.public_part()), "integrity.context");
  json unknown = document;
  unknown["@context"].push_back("https://example.org/unknown-context");
  EXPECT_NE(refusal(unknown, proof, key.public_part()), "checked");
}

TEST(DataIntegrity, LetsNoProofChooseWhatItsMembersMean) {
  const private_key key = new_key(key_type::ed25519);
  const json document = badge_3("https://example.org/issuer");
  json proof = proven(document, unsigned_proof(cryptosuite::eddsa_rdfc_2022), key, ways[0]);
  proof["@context"] = {{"@vocab", "https://example.org/"}};
  EXPECT_TRUE(check_integrity(document, proof, key.public_part())->signature_good);  // not looked at
}

TEST(DataIntegrity, RefusesStatementsThatTheSignatureWouldNotCover) {
  const private_key key = new_key(key_type::ed25519);
  json document = badge_3("https://example.org/issuer");
  const json rdf = proven(document, unsigned_proof(cryptosuite::eddsa_rdfc_2022), key, ways[0]);
  document["credentialSubject"]["diplomaLevel"] = 8;
  EXPECT_NE(refusal(document, rdf, key.public_part()), "checked");
}

TEST(DataIntegrity, BindsTheContextOfJcsProofs) {
  const private_key key = new_key(key_type::ed25519);
  const json document = badge_3("https://example.org/issuer");
  const json& whole = document["@context"];
  json proof = unsigned_proof(cryptosuite::eddsa_jcs_2022);
  proof["@context"] = whole;
  proof = proven(document, proof, key, ways[2]);
  const auto exact = check_integrity(document, proof, key.public_part());
  EXPECT_TRUE(exact->signature_good);
  EXPECT_TRUE(exact->warning.empty());

  json longer = document;
  longer["@context"].push_back("https://example.org/added-later");
  const auto added = check_integrity(longer, proof, key.public_part());
  ASSERT_TRUE(added);
  EXPECT_TRUE(added->signature_good);
  EXPECT_EQ(added->warning.code(), "integrity.context_unsigned");
  json other = document;
  other["@context"] = {whole[1], whole[0]};
  EXPECT_EQ(refusal(other, proof, key.public_part()), "integrity.context_prefix");
  json shorter = document;
  shorter["@context"] = whole[0];
  EXPECT_EQ(refusal(shorter, proof, key.public_part()), "integrity.context_prefix");
  json without = document;
  without.erase("@context");
  EXPECT_EQ(refusal(without, proof, key.public_part()), "integrity.context_prefix");
}

TEST(DataIntegrity, SignsThePreviousProofToo) {
  const private_key key = new_key(key_type::ed25519);
  for (const way& w : {ways[0], ways[2]}) {
    SCOPED_TRACE(std::string(name_of(w.suite)));
    json document = badge_3("https://example.org/issuer");
    json first = unsigned_proof(w.suite);
    first["id"] = "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544";
    first = proven(document, first, key, w);
    json second = unsigned_proof(w.suite);
    second["previousProof"] = first["id"];
    document["proof"] = json::array({first});
    second = proven(document, second, key, w);
    document["proof"].push_back(second);
    EXPECT_TRUE(check_integrity(document, first, key.public_part())->signature_good);
    EXPECT_TRUE(check_integrity(document, second, key.public_part())->signature_good);

    json changed = document;
    changed["proof"][0]["proofValue"] = value_of(64);
    EXPECT_FALSE(check_integrity(changed, second, key.public_part())->signature_good);
    json gone = document;
    gone["proof"] = second;
    EXPECT_EQ(refusal(gone, second, key.public_part()), "integrity.previous");
    json twice = document;
    twice["proof"].push_back(first);
    EXPECT_EQ(refusal(twice, second, key.public_part()), "integrity.previous");
    json of_itself = second;
    of_itself["id"] = "urn:x:1";
    of_itself["previousProof"] = "urn:x:1";
    document["proof"].push_back(of_itself);
    EXPECT_EQ(refusal(document, of_itself, key.public_part()), "integrity.previous");
    of_itself["previousProof"] = 7;
    EXPECT_EQ(refusal(document, of_itself, key.public_part()), "integrity.previous");
  }
}

// A derived proof of one signature, two labels and two mandatory statements, part by part.
struct derived_parts {
  octets header = {0xD9, 0x5D, 0x01};
  octets array = {0x85};
  octets base = string_of(64);
  octets key = string_of(35);
  octets signatures = joined({{0x81}, string_of(64)});
  octets labels = joined({{0xA2, 0x00}, string_of(32, 1), {0x01}, string_of(32, 2)});
  octets mandatory = {0x82, 0x00, 0x18, 0x20};
  octets rest;

  static octets string_of(std::size_t size, std::uint8_t byte = 7) {
    octets out = {0x58, static_cast<std::uint8_t>(size)};
    for (std::size_t i = 0; i < size; ++i) out.push_back(byte);
    return out;
  }
  static octets joined(const std::vector<octets>& parts) {
    octets out;
    for (const octets& part : parts) out.insert(out.end(), part.begin(), part.end());
    return out;
  }
  [[nodiscard]] octets bytes() const { return joined({header, array, base, key, signatures, labels, mandatory, rest}); }
  [[nodiscard]] std::string read() const {
    const auto done = read_derived_proof('u' + to_base64url(bytes()));
    if (done) return "read";
    return done.why().what.arguments().empty() ? std::string(done.why().what.code()) : done.why().what.arguments()[0];
  }
};

TEST(DerivedProof, ReadsItsFiveParts) {
  const auto read = read_derived_proof('u' + to_base64url(derived_parts().bytes()));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->base_signature, octets(64, 7));
  EXPECT_EQ(read->proof_key, octets(35, 7));
  EXPECT_EQ(read->signatures, std::vector<octets>{octets(64, 7)});
  EXPECT_EQ(read->labels, (std::map<std::string, std::string>{{"c14n0", 'u' + to_base64url(octets(32, 1))},
                                                              {"c14n1", 'u' + to_base64url(octets(32, 2))}}));
  EXPECT_EQ(read->mandatory, (std::vector<std::size_t>{0, 32}));
}

TEST(DerivedProof, RefusesEverythingElse) {
  const auto with = [](auto derived_parts::*part, octets bytes) {
    derived_parts parts;
    parts.*part = std::move(bytes);
    return parts.read();
  };
  using p = derived_parts;
  EXPECT_EQ(p().read(), "read");
  EXPECT_EQ(with(&p::header, {0xD9, 0x5D, 0x00}), "integrity.base_proof");
  EXPECT_EQ(with(&p::header, {0xD9, 0x5D, 0x02}), "d95d01");
  EXPECT_EQ(with(&p::header, {}), "d95d01");
  EXPECT_EQ(with(&p::array, {0x84}), "CBOR");
  EXPECT_EQ(with(&p::array, {0x86}), "CBOR");
  EXPECT_EQ(with(&p::array, {0x9F}), "CBOR");        // of indefinite length
  EXPECT_EQ(with(&p::array, {0x98, 0x05}), "CBOR");  // 5 in two bytes
  EXPECT_EQ(with(&p::base, p::string_of(63)), "baseSignature");
  EXPECT_EQ(with(&p::base, {0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}), "baseSignature");
  EXPECT_EQ(with(&p::key, p::string_of(34)), "publicKey");
  EXPECT_EQ(with(&p::signatures, p::joined({{0x81}, p::string_of(65)})), "signatures");
  EXPECT_EQ(with(&p::signatures, {0x9A, 0xFF, 0xFF, 0xFF, 0xFF}), "signatures");
  EXPECT_EQ(with(&p::signatures, {0x99, 0x10, 0x01}), "signatures");  // 4097 of them
  EXPECT_EQ(with(&p::labels, p::joined({{0xA2, 0x00}, p::string_of(32, 1), {0x00}, p::string_of(32, 2)})), "labelMap");
  EXPECT_EQ(with(&p::labels, p::joined({{0xA2, 0x00}, p::string_of(32, 1), {0x01}, p::string_of(32, 1)})), "labelMap");
  EXPECT_EQ(with(&p::labels, p::joined({{0xA1, 0x20}, p::string_of(32)})), "labelMap");  // a negative number
  EXPECT_EQ(with(&p::labels, p::joined({{0xA1, 0x00}, p::string_of(31)})), "labelMap");
  EXPECT_EQ(with(&p::labels, {0x80}), "labelMap");
  EXPECT_EQ(with(&p::mandatory, {0x82, 0x01, 0x01}), "mandatoryIndexes");
  EXPECT_EQ(with(&p::mandatory, {0x81, 0x40}), "mandatoryIndexes");
  EXPECT_EQ(with(&p::mandatory, {0x81, 0x18, 0x05}), "mandatoryIndexes");
  EXPECT_EQ(with(&p::mandatory, {0x82, 0x00}), "mandatoryIndexes");
  EXPECT_EQ(with(&p::rest, {0x00}), "CBOR");
  EXPECT_FALSE(read_derived_proof(""));
  EXPECT_FALSE(read_derived_proof("u"));
  EXPECT_FALSE(read_derived_proof("z" + to_base58(p().bytes()).substr(0, 200)));
  EXPECT_FALSE(read_derived_proof('u' + to_base64url(p().bytes()) + '='));
  EXPECT_FALSE(read_derived_proof(std::string(2U << 20U, 'u')));
}

TEST(DerivedProof, RefusesEveryTruncation) {
  const octets whole = derived_parts().bytes();
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(read_derived_proof('u' + to_base64url(octet_view(whole).first(size)))) << size;
}

}  // namespace
}  // namespace activateur
