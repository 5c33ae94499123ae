#include "crypto/key.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/limits.hpp"
#include "crypto/digest.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

// RFC 8037 appendix A.1.
const json rfc8037_key = {{"kty", "OKP"},
                          {"crv", "Ed25519"},
                          {"d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"},
                          {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}};

// RFC 7638 section 3.1.
const json rfc7638_key = {
    {"kty", "RSA"},
    {"n",
     "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknj"
     "hMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQ"
     "vRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzK"
     "nqDKgw"},
    {"e", "AQAB"},
    {"alg", "RS256"},
    {"kid", "2011-04-29"}};

// RFC 7515 appendix A.3.1, without its private member.
const json rfc7515_ec_key = {{"kty", "EC"},
                             {"crv", "P-256"},
                             {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                             {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}};

json open_rfc8037_key() {
  json key = rfc8037_key;
  key.erase("d");
  return key;
}

std::string refusal(const json& jwk) {
  const auto key = public_key::from_jwk(jwk);
  return key ? "read" : std::string(key.why().what.code());
}

json with(json jwk, const char* name, json value) {
  jwk[name] = std::move(value);
  return jwk;
}

TEST(PublicKey, HasTheThumbprintsOfTheRfcs) {
  EXPECT_EQ(public_key::from_jwk(rfc7638_key)->thumbprint(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  // RFC 8037 appendix A.3.
  EXPECT_EQ(public_key::from_jwk(open_rfc8037_key())->thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

TEST(PublicKey, WritesOnlyPublicMembersOfItsJwk) {
  EXPECT_EQ(private_key::from_jwk(rfc8037_key)->public_part().jwk(), open_rfc8037_key());
  json bare = rfc7638_key;
  bare.erase("alg");
  bare.erase("kid");
  EXPECT_EQ(public_key::from_jwk(rfc7638_key)->jwk(), bare);
  EXPECT_EQ(public_key::from_jwk(rfc7515_ec_key)->jwk(), rfc7515_ec_key);
}

// The did:key Method, test vectors.
TEST(PublicKey, ReadsAndWritesMultikeys) {
  const auto p256 = public_key::from_multikey("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
  ASSERT_TRUE(p256.ok()) << p256.why().text(language::en);
  EXPECT_EQ(p256->jwk(), (json{{"kty", "EC"},
                               {"crv", "P-256"},
                               {"x", "fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI"},
                               {"y", "hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU"}}));
  EXPECT_EQ(p256->multikey(), "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
  const auto p384 =
      public_key::from_multikey("z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54");
  ASSERT_TRUE(p384.ok()) << p384.why().text(language::en);
  EXPECT_EQ(p384->jwk(), (json{{"kty", "EC"},
                               {"crv", "P-384"},
                               {"x", "CA-iNoHDg1lL8pvX3d1uvExzVfCz7Rn6tW781Ub8K5MrDf2IMPyL0RTDiaLHC1JT"},
                               {"y", "Kpnrn8DkXUD3ge4mFxi-DKr0DYO2KuJdwNBrhzLRtfMa3WFMZBiPKUPfJj8dYNl_"}}));
  EXPECT_EQ(p384->multikey(), "z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54");
  const auto ed25519 = public_key::from_jwk(open_rfc8037_key());
  EXPECT_EQ(ed25519->multikey(), "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw");
  EXPECT_EQ(public_key::from_multikey(ed25519->multikey())->jwk(), open_rfc8037_key());
  EXPECT_EQ(public_key::from_jwk(rfc7638_key)->multikey(), "");
}

TEST(PublicKey, RefusesOtherMultikeys) {
  const auto code = [](std::string_view text) {
    const auto key = public_key::from_multikey(text);
    return key ? "read" : std::string(key.why().what.code());
  };
  EXPECT_EQ(code(""), "key.multibase");
  EXPECT_EQ(code("zO"), "key.multibase");
  EXPECT_EQ(code("z"), "key.multicodec");
  // X25519 (0xec01), secp256k1 (0xe701).
  EXPECT_EQ(code('z' + to_base58(octets(34, 0xEC))), "key.multicodec");
  EXPECT_EQ(code("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"), "key.multicodec");
  octets ed25519{0xED, 0x01};
  ed25519.resize(33, 7);
  EXPECT_EQ(code('z' + to_base58(ed25519)), "key.raw_length");
  ed25519.resize(35, 7);
  EXPECT_EQ(code('z' + to_base58(ed25519)), "key.raw_length");
  // A compressed point must say 2 or 3, and x must be on the curve: 5 is not.
  octets p256{0x80, 0x24, 0x04};
  p256.resize(35, 0);
  EXPECT_EQ(code('z' + to_base58(p256)), "key.off_curve");
  p256[2] = 0x02;
  p256[34] = 5;
  const bool five = code('z' + to_base58(p256)) == "read";
  p256[34] = 1;
  const bool one = code('z' + to_base58(p256)) == "read";
  EXPECT_FALSE(five && one);
  std::fill(p256.begin() + 3, p256.end(), static_cast<std::uint8_t>(0xFF));  // x above the field's prime
  EXPECT_EQ(code('z' + to_base58(p256)), "key.off_curve");
}

TEST(PublicKey, ReadsPemAndNothingElseFromIt) {
  const auto key = public_key::from_pem(
      "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
      "-----END PUBLIC KEY-----\n");
  ASSERT_TRUE(key.ok());
  EXPECT_EQ(key->jwk(), open_rfc8037_key());
  const auto code = [](std::string_view pem) { return std::string(public_key::from_pem(pem).why().what.code()); };
  EXPECT_EQ(code(""), "key.pem");
  EXPECT_EQ(code("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), "key.pem");
  EXPECT_EQ(code("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"),
            "key.pem");
  EXPECT_EQ(code("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                 "-----END PUBLIC KEY-----\nand more"),
            "key.pem");
  EXPECT_EQ(code("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUQ==\n"
                 "-----END PUBLIC KEY-----\n"),
            "key.pem");
  EXPECT_EQ(code("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                 "-----END PRIVATE KEY-----\n"),
            "key.pem_private");
  // X25519: well formed, but no signature key.
  EXPECT_EQ(code("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VuAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                 "-----END PUBLIC KEY-----\n"),
            "key.type");
}

TEST(PublicKey, RefusesJwksThatCarryPrivateMembers) {
  EXPECT_EQ(refusal(rfc8037_key), "key.private");
  for (const char* name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    EXPECT_EQ(refusal(with(rfc7638_key, name, "AQ")), "key.private") << name;
}

TEST(PublicKey, RefusesJwksThatContradictThemselves) {
  const json okp = open_rfc8037_key();
  EXPECT_EQ(refusal(with(okp, "use", "enc")), "key.use");
  EXPECT_EQ(refusal(with(okp, "use", 1)), "key.use");
  EXPECT_EQ(refusal(with(okp, "use", "sig")), "read");
  EXPECT_EQ(refusal(with(okp, "key_ops", {"encrypt"})), "key.operations");
  EXPECT_EQ(refusal(with(okp, "key_ops", {"verify", "verify"})), "key.operations");
  EXPECT_EQ(refusal(with(okp, "key_ops", "verify")), "key.operations");
  EXPECT_EQ(refusal(with(okp, "key_ops", {"verify"})), "read");
  EXPECT_EQ(refusal(with(okp, "alg", "ES256")), "key.algorithm");
  EXPECT_EQ(refusal(with(okp, "alg", "HS256")), "key.algorithm");
  EXPECT_EQ(refusal(with(okp, "alg", nullptr)), "key.algorithm");
  EXPECT_EQ(refusal(with(okp, "alg", "EdDSA")), "read");
  EXPECT_EQ(refusal(with(okp, "alg", "Ed25519")), "read");
  EXPECT_EQ(refusal(with(okp, "crv", "X25519")), "key.type");
  EXPECT_EQ(refusal(with(okp, "crv", "P-256")), "key.type");
  EXPECT_EQ(refusal(with(okp, "kty", "EC")), "key.type");
  EXPECT_EQ(refusal(with(okp, "kty", "oct")), "key.symmetric");
  EXPECT_EQ(refusal(with(rfc7515_ec_key, "crv", "P-384")), "key.length");
  EXPECT_EQ(refusal(with(rfc7515_ec_key, "crv", "secp256k1")), "key.type");
  EXPECT_EQ(refusal(json::array()), "key.object");
  EXPECT_EQ(refusal(json::object()), "key.member");
  EXPECT_EQ(refusal(with(okp, "x", 3)), "key.member");
  EXPECT_EQ(refusal(with(okp, "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=")), "key.encoding");
  EXPECT_EQ(refusal(with(okp, "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUQ")), "key.length");
}

TEST(PublicKey, HoldsAnRsaKeyToTheAlgorithmItNames) {
  const auto named = public_key::from_jwk(rfc7638_key);
  EXPECT_TRUE(named->fits(signature_algorithm::rs256));
  EXPECT_FALSE(named->fits(signature_algorithm::ps256));
  json free = rfc7638_key;
  free.erase("alg");
  EXPECT_TRUE(public_key::from_jwk(free)->fits(signature_algorithm::ps256));
  EXPECT_FALSE(public_key::from_jwk(free)->fits(signature_algorithm::es256));
}

TEST(PublicKey, RefusesPointsOffTheirCurve) {
  EXPECT_EQ(refusal(with(rfc7515_ec_key, "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a4")), "key.off_curve");
  // (0, 0), and x above the field's prime.
  const std::string zero = to_base64url(octets(32, 0));
  EXPECT_EQ(refusal(with(with(rfc7515_ec_key, "x", zero), "y", zero)), "key.off_curve");
  EXPECT_EQ(refusal(with(rfc7515_ec_key, "x", to_base64url(octets(32, 0xFF)))), "key.off_curve");
  // y = 2 gives no x on edwards25519 (about half of all texts do not).
  octets y(32, 0);
  y[0] = 2;
  EXPECT_EQ(public_key::from_ed25519(y).why().what.code(), "key.off_curve");
}

// The fourteen encodings of points of low order, canonical or not (Cremers and Jackson, "Prime, Order Please!", 2019).
TEST(PublicKey, RefusesEveryEd25519KeyOfLowOrder) {
  const char* encodings[] = {"0000000000000000000000000000000000000000000000000000000000000000",
                             "0000000000000000000000000000000000000000000000000000000000000080",
                             "0100000000000000000000000000000000000000000000000000000000000000",
                             "0100000000000000000000000000000000000000000000000000000000000080",
                             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                             "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                             "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                             "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                             "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"};
  for (const char* hex : encodings) {
    const auto key = public_key::from_ed25519(*from_hex(hex));
    ASSERT_FALSE(key.ok()) << hex;
    EXPECT_EQ(key.why().what.code(),
              std::string_view(hex).substr(2, 2) == "ff" && hex[1] != 'c' ? "key.non_canonical" : "key.low_order")
        << hex;
  }
}

TEST(PublicKey, RefusesNonCanonicalEd25519Keys) {
  for (int low = 0xED; low <= 0xFF; ++low)
    for (const std::uint8_t top : {std::uint8_t{0x7F}, std::uint8_t{0xFF}}) {
      octets raw(32, 0xFF);
      raw[0] = static_cast<std::uint8_t>(low);
      raw[31] = top;
      EXPECT_EQ(public_key::from_ed25519(raw).why().what.code(), "key.non_canonical") << low;
    }
}

// By independent means: keys that OpenSSL makes are all accepted, and about half of random bytes are points.
TEST(PublicKey, TellsEd25519PointsFromOtherBytes) {
  for (int i = 0; i < 50; ++i) EXPECT_TRUE(private_key::generate(key_type::ed25519).ok());
  std::mt19937 random(11);
  int points = 0;
  for (int i = 0; i < 1000; ++i) {
    octets raw(32);
    for (auto& b : raw) b = static_cast<std::uint8_t>(random());
    points += public_key::from_ed25519(raw).ok() ? 1 : 0;
  }
  EXPECT_GT(points, 430);
  EXPECT_LT(points, 570);
}

TEST(PublicKey, RefusesWeakRsaKeys) {
  octets n = *from_base64url(rfc7638_key.at("n").get<std::string>());
  const auto rsa = [](const octets& modulus, const octets& exponent) {
    return refusal({{"kty", "RSA"}, {"n", to_base64url(modulus)}, {"e", to_base64url(exponent)}});
  };
  EXPECT_EQ(rsa(n, {1, 0, 1}), "read");
  EXPECT_EQ(rsa(n, {3}), "read");
  EXPECT_EQ(rsa(n, {1}), "key.rsa_exponent");
  EXPECT_EQ(rsa(n, {2}), "key.rsa_exponent");
  EXPECT_EQ(rsa(n, {1, 0, 0}), "key.rsa_exponent");
  EXPECT_EQ(rsa(n, octets(9, 0xFF)), "key.rsa_exponent");
  EXPECT_EQ(rsa(n, {0, 1, 0, 1}), "key.leading_zero");
  EXPECT_EQ(rsa(n, {}), "key.leading_zero");
  octets padded = n;
  padded.insert(padded.begin(), 0);
  EXPECT_EQ(rsa(padded, {1, 0, 1}), "key.leading_zero");
  octets even = n;
  even.back() = 0x02;
  EXPECT_EQ(rsa(even, {1, 0, 1}), "key.rsa_modulus");
  octets small = n;
  small.front() = 0x7F;  // 2047 bits
  EXPECT_EQ(rsa(small, {1, 0, 1}), "key.rsa_size");
  octets large(limits::rsa_bits_max / 8, 0xFF);
  EXPECT_EQ(rsa(large, {1, 0, 1}), "read");
  large.insert(large.begin(), 1);
  EXPECT_EQ(rsa(large, {1, 0, 1}), "key.rsa_size");
  EXPECT_EQ(rsa(octets(1U << 20U, 0xFF), {1, 0, 1}), "key.rsa_size");
}

TEST(PrivateKey, SignsAsRfc8037Shows) {
  const auto key = private_key::from_jwk(rfc8037_key);
  ASSERT_TRUE(key.ok());
  // Appendix A.4.
  const auto signature =
      key->sign(signature_algorithm::eddsa, as_octets("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"));
  ASSERT_TRUE(signature.ok());
  EXPECT_EQ(to_base64url(*signature),
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

struct signer {
  key_type type;
  signature_algorithm algorithm;
  std::size_t signature_bytes;
};
class EveryAlgorithm : public testing::TestWithParam<signer> {};

TEST_P(EveryAlgorithm, VerifiesItsOwnSignaturesAndNoOther) {
  const auto [type, algorithm, signature_bytes] = GetParam();
  const auto key = private_key::generate(type);
  ASSERT_TRUE(key.ok());
  // What is written is read back as the same key.
  const auto again = private_key::from_jwk(key->jwk());
  ASSERT_TRUE(again.ok()) << again.why().text(language::en);
  EXPECT_EQ(again->jwk(), key->jwk());
  EXPECT_EQ(again->public_part().jwk(), key->public_part().jwk());
  EXPECT_FALSE(key->public_part().jwk().contains("d"));
  if (type != key_type::rsa) {
    EXPECT_EQ(public_key::from_multikey(key->public_part().multikey())->jwk(), key->public_part().jwk());
  }

  const std::string text = "ce qu'une personne sait faire";
  const auto signature = again->sign(algorithm, as_octets(text));
  ASSERT_TRUE(signature.ok());
  EXPECT_EQ(signature->size(), signature_bytes);
  const public_key open = key->public_part();
  EXPECT_TRUE(open.verify(algorithm, as_octets(text), *signature));
  EXPECT_FALSE(open.verify(algorithm, as_octets(text + " "), *signature));
  const auto stranger = type == key_type::rsa ? public_key::from_jwk(rfc7638_key)->jwk()
                                              : private_key::generate(type)->public_part().jwk();
  EXPECT_FALSE(public_key::from_jwk(stranger)->verify(algorithm, as_octets(text), *signature));
  for (std::size_t at = 0; at < signature->size(); at += 5) {
    octets changed = *signature;
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0x10U);
    EXPECT_FALSE(open.verify(algorithm, as_octets(text), changed)) << at;
  }
  octets longer = *signature;
  longer.push_back(0);
  EXPECT_FALSE(open.verify(algorithm, as_octets(text), longer));
  longer.resize(signature->size() - 1);
  EXPECT_FALSE(open.verify(algorithm, as_octets(text), longer));
  EXPECT_FALSE(open.verify(algorithm, as_octets(text), {}));
  EXPECT_FALSE(open.verify(algorithm, as_octets(text), octets(signature->size(), 0)));  // CVE-2022-21449
  for (const auto other : {signature_algorithm::eddsa, signature_algorithm::es256, signature_algorithm::es384,
                           signature_algorithm::rs256, signature_algorithm::ps256})
    EXPECT_EQ(open.verify(other, as_octets(text), *signature), other == algorithm);
}

TEST_P(EveryAlgorithm, DoesNotSignWithAnotherKindOfKey) {
  const auto algorithm = GetParam().algorithm;
  for (const key_type other : {key_type::ed25519, key_type::p256, key_type::p384}) {
    const auto key = private_key::generate(other);
    if (key->public_part().fits(algorithm)) continue;
    EXPECT_EQ(key->sign(algorithm, as_octets("x")).why().what.code(), "key.fit");
  }
}

INSTANTIATE_TEST_SUITE_P(Keys, EveryAlgorithm,
                         testing::Values(signer{key_type::ed25519, signature_algorithm::eddsa, 64},
                                         signer{key_type::p256, signature_algorithm::es256, 64},
                                         signer{key_type::p384, signature_algorithm::es384, 96},
                                         signer{key_type::rsa, signature_algorithm::rs256, 384},
                                         signer{key_type::rsa, signature_algorithm::ps256, 384}),
                         [](const auto& each) { return std::string(jose_name(each.param.algorithm)); });

TEST(PrivateKey, RefusesPartsThatDoNotBelongTogether) {
  const auto code = [](const json& jwk) {
    const auto key = private_key::from_jwk(jwk);
    return key ? "read" : std::string(key.why().what.code());
  };
  EXPECT_EQ(code(rfc8037_key), "read");
  EXPECT_EQ(code(with(rfc8037_key, "d", to_base64url(octets(32, 9)))), "key.pair");
  EXPECT_EQ(code(with(rfc8037_key, "d", to_base64url(octets(31, 9)))), "key.length");
  EXPECT_EQ(code(open_rfc8037_key()), "key.member");
  EXPECT_EQ(code(with(rfc8037_key, "key_ops", {"verify"})), "key.operations");
  EXPECT_EQ(code(with(rfc8037_key, "key_ops", {"sign", "verify"})), "read");
  // RFC 7515 appendix A.3.1.
  const json ec = with(rfc7515_ec_key, "d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
  EXPECT_EQ(code(ec), "read");
  EXPECT_EQ(code(with(ec, "d", to_base64url(octets(32, 9)))), "key.pair");
  EXPECT_EQ(code(with(ec, "d", to_base64url(octets(32, 0)))), "key.pair");
  EXPECT_EQ(code(with(ec, "d", to_base64url(octets(32, 0xFF)))), "key.pair");
  const json rsa = private_key::generate(key_type::rsa)->jwk();
  EXPECT_EQ(code(with(rsa, "d", "AQAB")), "key.pair");
  EXPECT_EQ(code(with(rsa, "p", rsa.at("q"))), "key.pair");
  EXPECT_EQ(code(with(rsa, "oth", json::array())), "key.multi_prime");
  EXPECT_EQ(code(with(rsa, "qi", nullptr)), "key.member");
}

// Data Integrity's own test vectors: the bytes that were hashed and signed, the signature in base58.
struct integrity_vector {
  const char* keys;
  const char* directory;
  const char* suffix;
  signature_algorithm algorithm;
};
TEST(PublicKey, VerifiesTheVectorsOfDataIntegrity) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors");
  const integrity_vector all[] = {
      {"vc-di-eddsa/keyPair.json", "vc-di-eddsa/eddsa-rdfc-2022", "DataInt.txt", signature_algorithm::eddsa},
      {"vc-di-eddsa/keyPair.json", "vc-di-eddsa/eddsa-jcs-2022", "JCS.txt", signature_algorithm::eddsa},
      {"vc-di-eddsa/keyPair.json", "vc-di-eddsa/Ed25519Signature2020", "EdSig.txt", signature_algorithm::eddsa},
      {"vc-di-ecdsa/p256KeyPair.json", "vc-di-ecdsa/ecdsa-rdfc-2019-p256", "ECDSAP256.txt", signature_algorithm::es256},
      {"vc-di-ecdsa/p256KeyPair.json", "vc-di-ecdsa/ecdsa-jcs-2019-p256", "JCSECDSAP256.txt",
       signature_algorithm::es256},
      {"vc-di-ecdsa/p384KeyPair.json", "vc-di-ecdsa/ecdsa-rdfc-2019-p384", "ECDSAP384.txt", signature_algorithm::es384},
      {"vc-di-ecdsa/p384KeyPair.json", "vc-di-ecdsa/ecdsa-jcs-2019-p384", "JCSECDSAP384.txt",
       signature_algorithm::es384}};
  for (const integrity_vector& v : all) {
    const json keys = *read_json(test::slurp(vectors / v.keys));
    const auto key = public_key::from_multikey(keys.at("publicKeyMultibase").get<std::string>());
    ASSERT_TRUE(key.ok()) << v.keys;
    EXPECT_EQ(key->multikey(), keys.at("publicKeyMultibase"));
    const auto directory = vectors / v.directory;
    const auto hashed = from_hex(test::slurp(directory / (std::string("combinedHash") + v.suffix)));
    const auto signature = from_multibase(test::slurp(directory / (std::string("sigBTC58") + v.suffix)));
    ASSERT_TRUE(hashed && signature) << v.directory;
    EXPECT_TRUE(key->verify(v.algorithm, *hashed, *signature)) << v.directory;
  }
}

TEST(PublicKey, SpeaksBothLanguages) {
  const auto key = public_key::from_jwk(with(open_rfc8037_key(), "x", "AA"));
  EXPECT_EQ(key.why().text(language::en),
            "/x: The member \"x\" has 1 bytes; this type of key takes 32. Export the key again.");
  EXPECT_NE(key.why().text(language::fr).find("Le membre « x » fait 1 octets"), std::string::npos);
}

}  // namespace
}  // namespace activateur
