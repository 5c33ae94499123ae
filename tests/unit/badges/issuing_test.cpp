// Issuing, and the property that nothing forged is ever valid.
#include <random>

#include "badges/did.hpp"
#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

std::string refusal(const json& document, const private_key& key, const std::string& kid = {}) {
  auto token = issue(document, key, {kid}, at_noon());
  return token.ok() ? "none" : std::string(token.why().what.code());
}

TEST(Issuing, WritesTheClaimsOfTheDocument) {
  const private_key key = new_key(key_type::ed25519);
  const auto token = issue(badge_3(did_key(key)), key, {}, at_noon());
  ASSERT_TRUE(token.ok());
  const auto read = read_jws(*token, true);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->header["alg"], "EdDSA");
  EXPECT_EQ(read->header["typ"], "vc+jwt");
  EXPECT_EQ(read->header["kid"], did_key(key) + "#" + key.public_part().multikey());
  const json claims = json::parse(read->payload);
  EXPECT_EQ(claims["iss"], did_key(key));
  EXPECT_EQ(claims["sub"], "did:example:personne");
  EXPECT_EQ(claims["jti"], "urn:uuid:7ac1a1f6-2b3c-4d5e-8f90-0123456789ab");
  EXPECT_EQ(claims["nbf"], 1'768'467'600);
  EXPECT_EQ(claims["exp"], 1'800'003'600);
}

TEST(Issuing, UsesTheVcClaimForTheOlderModel) {
  const private_key key = new_key(key_type::rsa);
  json document = badge_3(did_jwk(key));
  document["@context"][0] = "https://www.w3.org/2018/credentials/v1";
  document["issuanceDate"] = document["validFrom"];
  document.erase("validFrom");
  document.erase("validUntil");
  const auto token = issue(document, key, {}, at_noon());
  ASSERT_TRUE(token.ok()) << token.why().text(language::en);
  EXPECT_TRUE(json::parse(read_jws(*token, true)->payload).contains("vc"));
  const verification seen = verified(*token);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
}

TEST(Issuing, RefusesWhatVerifiersWouldRefuse) {
  const private_key key = new_key(key_type::ed25519);
  const private_key other = new_key(key_type::ed25519);
  EXPECT_EQ(refusal(badge_3(did_key(other)), key), "issue.key_not_the_issuers");
  EXPECT_EQ(refusal(badge_3("https://example.org/i"), key, "https://evil.example/key"), "issue.key_not_the_issuers");
  EXPECT_EQ(refusal(badge_3("https://example.org/i"), key, "https://example.org/key"), "none");
  EXPECT_EQ(refusal(badge_3(did_jwk(key)), key, did_jwk(key) + "#0"), "none");
  EXPECT_EQ(refusal(badge_3(did_jwk(other)), key, did_jwk(other) + "#0"), "issue.key_not_the_issuers");
  json document = badge_3(did_key(key));
  document["credentialSubject"]["achievement"].erase("name");
  EXPECT_EQ(refusal(document, key), "achievement.property_missing");
  document = badge_3(did_key(key));
  document["validUntil"] = "2026-11-24T11:59:59Z";
  EXPECT_EQ(refusal(document, key), "dates.expired");
  document = badge_3(did_key(key));
  document["validFrom"] = "2026-12-24T11:59:59Z";
  EXPECT_EQ(refusal(document, key), "none");
  EXPECT_EQ(refusal({{"a", 1}}, key), "issue.not_one");
}

// Against forgery: a changed byte anywhere in the payload or the signature is never valid.
TEST(Forgery, IsNeverValidWhicheverByteIsChanged) {
  std::mt19937 random(20261124);  // fixed seed
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
  for (const key_type type : {key_type::ed25519, key_type::p256, key_type::rsa}) {
    const private_key key = new_key(type);
    const std::string issuer = type == key_type::rsa ? did_jwk(key) : did_key(key);
    const auto token = issue(badge_3(issuer), key, {}, at_noon());
    ASSERT_TRUE(token.ok());
    ASSERT_EQ(verified(*token).overall, verdict::valid);
    const std::size_t payload = token->find('.') + 1;
    for (int i = 0; i < 400; ++i) {
      std::string forged = *token;
      // Half of the changes in the signature, which is much shorter than the payload.
      const std::size_t from = i % 2 == 0 ? payload : token->rfind('.');
      const std::size_t where = from + random() % (forged.size() - from);
      const char other = alphabet[random() % alphabet.size()];
      if (forged[where] == other) continue;
      forged[where] = other;
      const auto seen = verify_credential(forged, "forged", {}, at_noon());
      if (seen.ok()) {
        EXPECT_EQ(seen->overall, verdict::invalid) << where << ' ' << other;
      }
    }
  }
}

TEST(DidWeb, BecomesAnAddressOrIsRefused) {
  const auto address = [](std::string_view text) -> std::string {
    const auto did = read_did_url(text);
    return did ? address_of_did_web(*did).value_or("refused") : "no did";
  };
  EXPECT_EQ(address("did:web:example.org"), "https://example.org/.well-known/did.json");
  EXPECT_EQ(address("did:web:example.org:a:b"), "https://example.org/a/b/did.json");
  EXPECT_EQ(address("did:web:example.org%3A8443:a"), "https://example.org:8443/a/did.json");
  for (const char* bad :
       {"did:web:127.0.0.1", "did:web:0x7f.1", "did:web:2130706433", "did:web:example.org:..:a",
        "did:web:example.org::a", "did:web:example.org:%2e%2e", "did:web:example.org%2fx", "did:web:example.org:a%3A1",
        "did:web:example.org%3A", "did:web:example.org%3A844999", "did:web:127.1."})
    EXPECT_EQ(address(bad), "refused") << bad;
  for (const char* bad : {"did:web:", "did:web:user@example.org", "did:web:example.org/a", "did:web:example.org?x",
                          "did:web:exämple.org", "did::x", "web:example.org"})
    EXPECT_EQ(address(bad), "no did") << bad;
}

}  // namespace
}  // namespace activateur::test
