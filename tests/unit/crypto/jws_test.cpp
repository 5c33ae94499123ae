#include "crypto/jws.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace activateur {
namespace {

std::string encoded(std::string_view text) { return to_base64url(as_octets(text)); }

std::string compact(std::string_view header, std::string_view payload = "{}", std::string_view signature = "sig") {
  return encoded(header) + '.' + encoded(payload) + '.' + encoded(signature);
}

std::string refusal(std::string_view text, bool strict = true) {
  const auto read = read_jws(text, strict, "badge.jwt");
  if (read) return "read";
  EXPECT_EQ(read.why().where.source, "badge.jwt");
  return std::string(read.why().what.code());
}

// RFC 7515 appendices A.2 and A.3.
constexpr std::string_view rfc7515_claims =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

TEST(Jws, VerifiesTheRsaExampleOfRfc7515) {
  const std::string text =
      "eyJhbGciOiJSUzI1NiJ9." + std::string(rfc7515_claims) +
      ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
      "O8W2Fp5jujGbds9uJdbF9CUAr7t"
      "1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12j"
      "zDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQ"
      "Ge77Rw";
  const auto key = public_key::from_jwk(
      {{"kty", "RSA"},
       {"n",
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-"
        "p"
        "CgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2Ca"
        "pHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb5"
        "4h4FRWyuXpoQ"},
       {"e", "AQAB"}});
  const auto read = read_jws(text, true);
  ASSERT_TRUE(read && key);
  EXPECT_EQ(read->algorithm, signature_algorithm::rs256);
  EXPECT_EQ(read->payload, "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}");
  EXPECT_TRUE(key->verify(read->algorithm, as_octets(read->signed_part), read->signature));
  EXPECT_FALSE(key->verify(signature_algorithm::ps256, as_octets(read->signed_part), read->signature));
}

TEST(Jws, VerifiesTheEcdsaExampleOfRfc7515) {
  const std::string text = "eyJhbGciOiJFUzI1NiJ9." + std::string(rfc7515_claims) +
                           ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
  const auto key = public_key::from_jwk({{"kty", "EC"},
                                         {"crv", "P-256"},
                                         {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                                         {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}});
  const auto read = read_jws(text, true);
  ASSERT_TRUE(read && key);
  EXPECT_TRUE(key->verify(read->algorithm, as_octets(read->signed_part), read->signature));
}

TEST(Jws, GivesWhatTheHeaderSays) {
  const auto read = read_jws(
      compact(R"({"alg":"EdDSA","kid":"did:example:1#k","typ":"JWT","cty":"json","jwk":{"kty":"OKP"}})", "body", "s"),
      true);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->algorithm, signature_algorithm::eddsa);
  EXPECT_EQ(read->key_id, "did:example:1#k");
  EXPECT_EQ(read->key, (json{{"kty", "OKP"}}));
  EXPECT_EQ(read->payload, "body");
  EXPECT_EQ(as_text(read->signature), "s");
}

TEST(Jws, RefusesOtherThanThreeParts) {
  for (const char* text : {"", "e30", "e30.e30", "e30.e30.e30.e30", "e30.e30.e30.e30.e30"})
    EXPECT_EQ(refusal(text), "jws.parts") << text;
  EXPECT_EQ(read_jws("a.b", true).why().what.arguments(), std::vector<std::string>{"2"});
}

TEST(Jws, RefusesLooseBase64url) {
  const std::string good = compact(R"({"alg":"ES256"})", "ab", "cd");
  ASSERT_EQ(refusal(good), "read");
  EXPECT_EQ(refusal(good + "="), "jws.base64url");
  EXPECT_EQ(refusal(good + "\n"), "jws.base64url");
  EXPECT_EQ(refusal(" " + good), "jws.base64url");
  EXPECT_EQ(refusal(encoded(R"({"alg":"ES256"})") + ".YWI.Y2R"), "jws.base64url");   // stray bits
  EXPECT_EQ(refusal(encoded(R"({"alg":"ES256"})") + ".YW+=.Y2Q"), "jws.base64url");  // the other alphabet
}

TEST(Jws, RefusesAlgorithmsByName) {
  EXPECT_EQ(refusal(compact(R"({"alg":"none"})", "{}", "")), "jws.alg_none");
  EXPECT_EQ(refusal(compact(R"({"alg":"NoNe"})")), "jws.alg_none");
  for (const char* hmac : {"HS256", "HS384", "HS512", "hs256"})
    EXPECT_EQ(refusal(compact(std::string(R"({"alg":")") + hmac + "\"}")), "jws.alg_hmac");
  for (const char* other : {"RS384", "RS512", "PS512", "ES512", "ES256K", "RS1", "es256", "", "EdDSA ", "Ed448"})
    EXPECT_EQ(refusal(compact(std::string(R"({"alg":")") + other + "\"}")), "jws.alg_unknown") << other;
  EXPECT_EQ(refusal(compact("{}")), "jws.alg_missing");
  EXPECT_EQ(refusal(compact(R"({"alg":["ES256"]})")), "jws.alg_missing");
}

TEST(Jws, RefusesHeadersThatAreNotOnePlainObject) {
  EXPECT_EQ(refusal(compact("[]")), "jws.header");
  EXPECT_EQ(refusal(compact("\"alg\"")), "jws.header");
  EXPECT_EQ(refusal(compact("")), "json.syntax");
  EXPECT_EQ(refusal(compact(R"({"alg":"none","alg":"ES256"})")), "json.duplicate");
  EXPECT_EQ(refusal(compact(R"({"alg":"ES256"} x)")), "json.syntax");
  EXPECT_EQ(refusal(compact("{\"alg\":\"ES256\",\"kid\":\"\xFF\"}")), "json.utf8");
  EXPECT_EQ(refusal(compact(R"({"alg":"ES256","x":[[[[[[[[[[1]]]]]]]]]]})")), "json.depth");
}

TEST(Jws, RefusesExtensionsWhateverTheMode) {
  for (const bool strict : {true, false}) {
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","crit":["exp"]})"), strict), "jws.crit");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","crit":[]})"), strict), "jws.crit");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","b64":false})"), strict), "jws.b64");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","b64":true})"), strict), "jws.b64");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","zip":"DEF"})"), strict), "jws.zip");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","kid":5})"), strict), "jws.member_type");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","jwk":"x"})"), strict), "jws.member_type");
    EXPECT_EQ(refusal(compact(R"({"alg":"ES256","jwk":{"kty":"EC","d":"AA"}})"), strict), "key.private");
  }
}

// Open Badges 3.0 section 8.2.4 allows no other member; Open Badges 2.0 does.
TEST(Jws, RefusesOtherMembersOnlyWhenStrict) {
  EXPECT_EQ(refusal(compact(R"({"alg":"RS256","x5u":"https://example.org/c"})"), true), "jws.member");
  EXPECT_EQ(refusal(compact(R"({"alg":"RS256","x5u":"https://example.org/c"})"), false), "read");
}

TEST(Jws, RefusesTextsAboveTheBound) {
  EXPECT_EQ(refusal(std::string(limits::jws_bytes + 1, 'A')), "jws.size");
  // 64 KiB of header.
  EXPECT_EQ(refusal(compact("{\"alg\":\"ES256\",\"kid\":\"" + std::string(65536, 'k') + "\"}")), "json.size");
}

TEST(Jws, IsRecognisedByItsShape) {
  EXPECT_TRUE(looks_like_jws(compact(R"({"alg":"ES256"})")));
  EXPECT_TRUE(looks_like_jws(compact(R"({ "alg":"none"})", "", "")));  // to be refused for its algorithm, not its shape
  for (const std::string& other :
       {std::string{}, std::string("a.b.c"), std::string("www.example.org"), std::string("https://example.org/a.b.c"),
        compact("[]"), compact("{}") + ".e30", compact("{}") + "=", " " + compact("{}")})
    EXPECT_FALSE(looks_like_jws(other)) << other;
}

TEST(Jws, SignsWhatItThenReads) {
  const auto key = private_key::generate(key_type::p384);
  const auto text = make_jws({{"typ", "JWT"}, {"kid", "k1"}}, "payload", *key, signature_algorithm::es384);
  ASSERT_TRUE(text.ok());
  EXPECT_TRUE(looks_like_jws(*text));
  const auto read = read_jws(*text, true);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->header, (json{{"alg", "ES384"}, {"kid", "k1"}, {"typ", "JWT"}}));
  EXPECT_EQ(read->payload, "payload");
  EXPECT_TRUE(key->public_part().verify(read->algorithm, as_octets(read->signed_part), read->signature));
}

// RFC 8037 appendix A.4.
TEST(Jws, WritesTheEd25519ExampleOfRfc8037) {
  const auto key = private_key::from_jwk({{"kty", "OKP"},
                                          {"crv", "Ed25519"},
                                          {"d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"},
                                          {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}});
  EXPECT_EQ(
      *make_jws(json::object(), "Example of Ed25519 signing", *key, signature_algorithm::eddsa),
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijc"
      "NR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

TEST(Jws, DoesNotSignWhatItWouldRefuse) {
  const auto key = private_key::generate(key_type::ed25519);
  EXPECT_EQ(make_jws(json::object(), "x", *key, signature_algorithm::rs256).why().what.code(), "key.fit");
  EXPECT_EQ(make_jws(json::array(), "x", *key, signature_algorithm::eddsa).why().what.code(), "jws.header");
  EXPECT_EQ(make_jws({{"crit", {"exp"}}}, "x", *key, signature_algorithm::eddsa).why().what.code(), "jws.crit");
  EXPECT_EQ(make_jws({{"jwk", key->jwk()}}, "x", *key, signature_algorithm::eddsa).why().what.code(), "key.private");
}

}  // namespace
}  // namespace activateur
