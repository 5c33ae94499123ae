// Project Wycheproof's vectors: what implementations of the same algorithms got wrong.
#include <gtest/gtest.h>

#include <map>

#include "crypto/jws.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

json vectors(const std::filesystem::path& file) {
  auto read = read_json(test::slurp(file));
  EXPECT_TRUE(read.ok()) << file;
  return read ? std::move(*read) : json::object();
}

octets hex(const json& text) { return from_hex(text.get<std::string>()).value(); }

struct tally {
  int run = 0;
  int valid = 0;
};

// Raw signatures: `key_of` reads the group's key. An "acceptable" signature may be either.
template <class KeyOf>
tally check_signatures(const json& document, signature_algorithm a, KeyOf key_of) {
  tally count;
  for (const json& group : document.at("testGroups")) {
    const result<public_key> key = key_of(group);
    EXPECT_TRUE(key.ok()) << (key ? "" : key.why().text(language::en));
    if (!key) continue;
    for (const json& test : group.at("tests")) {
      const bool good = key->verify(a, hex(test.at("msg")), hex(test.at("sig")));
      ++count.run;
      count.valid += good ? 1 : 0;
      if (test.at("result") == "acceptable") continue;
      EXPECT_EQ(good, test.at("result") == "valid") << test.at("tcId") << ' ' << test.at("comment");
    }
  }
  return count;
}

TEST(Wycheproof, Ed25519) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/ed25519_test.json");
  const tally count = check_signatures(vectors(file), signature_algorithm::eddsa, [](const json& group) {
    auto from_jwk = public_key::from_jwk(group.at("publicKeyJwk"));
    auto from_pem = public_key::from_pem(group.at("publicKeyPem").get<std::string>());
    auto from_raw = public_key::from_ed25519(hex(group.at("publicKey").at("pk")));
    EXPECT_TRUE(from_jwk && from_pem && from_raw);
    EXPECT_EQ(from_jwk->thumbprint(), from_pem->thumbprint());
    EXPECT_EQ(from_jwk->thumbprint(), from_raw->thumbprint());
    return from_jwk;
  });
  EXPECT_EQ(count.run, 151);
  EXPECT_EQ(count.valid, 88);
}

tally check_ecdsa(const std::filesystem::path& file, signature_algorithm a) {
  return check_signatures(vectors(file), a, [](const json& group) {
    auto key = public_key::from_pem(group.at("publicKeyPem").get<std::string>());
    if (key && group.contains("publicKeyJwk")) {
      const auto same = public_key::from_jwk(group.at("publicKeyJwk"));
      EXPECT_TRUE(same && same->thumbprint() == key->thumbprint());
    }
    if (key) {
      const auto again = public_key::from_multikey(key->multikey());
      EXPECT_TRUE(again && again->jwk() == key->jwk());
    }
    return key;
  });
}

TEST(Wycheproof, EcdsaP256WithRawSignatures) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/ecdsa_secp256r1_sha256_p1363_test.json");
  const tally count = check_ecdsa(file, signature_algorithm::es256);
  EXPECT_EQ(count.run, 262);
  EXPECT_EQ(count.valid, 173);
}

TEST(Wycheproof, EcdsaP384WithRawSignatures) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/ecdsa_secp384r1_sha384_p1363_test.json");
  const tally count = check_ecdsa(file, signature_algorithm::es384);
  EXPECT_EQ(count.run, 280);
  EXPECT_GT(count.valid, 150);
}

// JOSE has no DER signatures: even the valid ones must be refused.
TEST(Wycheproof, EcdsaSignaturesInDerAreRefused) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/ecdsa_secp256r1_sha256_test.json");
  int run = 0;
  const json document = vectors(file);
  for (const json& group : document.at("testGroups")) {
    const auto key = public_key::from_pem(group.at("publicKeyPem").get<std::string>());
    ASSERT_TRUE(key.ok());
    for (const json& test : group.at("tests")) {
      EXPECT_FALSE(key->verify(signature_algorithm::es256, hex(test.at("msg")), hex(test.at("sig")))) << test;
      ++run;
    }
  }
  EXPECT_EQ(run, 484);
}

TEST(Wycheproof, RsaPkcs1With2048Bits) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/rsa_signature_2048_sha256_test.json");
  const tally count = check_signatures(vectors(file), signature_algorithm::rs256, [](const json& group) {
    return public_key::from_pem(group.at("publicKeyPem").get<std::string>());
  });
  EXPECT_EQ(count.run, 259);
  EXPECT_GE(count.valid, 9);
}

// The key that a host would hold: the public part, or a secret that must be refused.
const json& key_of(const json& group) { return group.contains("public") ? group.at("public") : group.at("private"); }

bool accepted(const std::string& compact, const json& jwk) {
  const auto key = public_key::from_jwk(jwk);
  const auto read = read_jws(compact, true);
  return key && read && read->key_id == jwk.value("kid", std::string{}) &&
         key->verify(read->algorithm, as_octets(read->signed_part), read->signature);
}

// The groups whose valid signatures Activateur cannot accept: HMAC (hs256, base64, the HS256 of rfc7520) proves
// nothing to third parties; RS384, RS512, PS384, PS512 and ES512 are not on the list. Nothing of them may pass.
bool in_scope(const json& jwk) {
  const std::string alg = jwk.value("alg", std::string{});
  return jwk.at("kty") != "oct" && (alg.empty() || algorithm_from_jose(alg).has_value());
}

TEST(Wycheproof, JsonWebSignatures) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/json_web_signature_test.json");
  int in = 0;
  int valid = 0;
  int out_of_scope = 0;
  const json document = vectors(file);
  for (const json& group : document.at("testGroups")) {
    const json& jwk = key_of(group);
    for (const json& test : group.at("tests")) {
      const auto compact = test.at("jws").is_string() ? test.at("jws").get<std::string>() : write_json(test.at("jws"));
      const bool good = accepted(compact, jwk);
      if (!in_scope(jwk)) {
        EXPECT_FALSE(good) << test;
        ++out_of_scope;
        continue;
      }
      ++in;
      valid += good ? 1 : 0;
      // Figure 20 of RFC 7520 is signed with PS384, under a key said to be for PS256.
      const bool expected = test.at("result") == "valid" && test.at("comment") != "Figure20";
      EXPECT_EQ(good, expected) << test;
    }
  }
  EXPECT_EQ(in + out_of_scope, 401);
  EXPECT_GT(in, 300);
  EXPECT_GT(valid, 12);
}

TEST(Wycheproof, JsonWebKeys) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/wycheproof/json_web_key_test.json");
  std::map<std::string, int> run;
  const json document = vectors(file);
  for (const json& group : document.at("testGroups"))
    for (const json& test : group.at("tests"))
      for (const json& jwk : key_of(group).at("keys")) {
        // Key sets that hold HMAC secrets (15 groups) have valid tests; here not one key of them may be read.
        const bool asymmetric = jwk.at("kty") != "oct";
        const bool good = accepted(test.at("jws").get<std::string>(), jwk);
        EXPECT_EQ(good, asymmetric && test.at("result") == "valid") << group.at("comment") << test;
        ++run[asymmetric ? "asymmetric" : "symmetric"];
        if (asymmetric) continue;
        EXPECT_EQ(public_key::from_jwk(jwk).why().what.code(), "key.symmetric");
      }
  EXPECT_GE(run["asymmetric"], 12);
  EXPECT_GE(run["symmetric"], 15);
}

}  // namespace
}  // namespace activateur
