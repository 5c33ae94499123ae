// VC-JWT: signatures, keys and what links them to the issuer, claims, dates.
#include <functional>

#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

std::string issued(const json& document, const private_key& key, const std::string& kid = {}) {
  auto token = issue(document, key, {kid}, at_noon());
  EXPECT_TRUE(token.ok()) << (token.ok() ? "" : token.why().text(language::en));
  return token.ok() ? *token : std::string{};
}

TEST(Verification, AcceptsABadgeSignedByTheDidKeyThatIssuesIt) {
  for (const key_type type : {key_type::ed25519, key_type::p256, key_type::p384}) {
    const private_key key = new_key(type);
    const verification seen = verified(issued(badge_3(did_key(key)), key));
    EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
    EXPECT_EQ(code(seen, "proof"), "proof.good");
    EXPECT_EQ(code(seen, "key"), "key.self_asserted");
    EXPECT_EQ(seen.container, "jwt");
  }
}

TEST(Verification, MakesItsChecksInAFixedOrder) {
  const private_key key = new_key(key_type::ed25519);
  std::vector<std::string> names;
  for (const check& c : verified(issued(badge_3(did_key(key)), key)).checks) names.push_back(c.name);
  const std::vector<std::string> expected{"parse", "context", "type",   "subject", "achievement", "issuer",
                                          "proof", "key",     "claims", "status",  "dates"};
  EXPECT_EQ(names, expected);
}

TEST(Verification, ReadsWhatTheBadgeSays) {
  const private_key key = new_key(key_type::ed25519);
  const verification seen = verified(issued(badge_3(did_key(key)), key));
  const credential& badge = seen.subject;
  EXPECT_EQ(badge.version, badge_version::ob_3_0);
  EXPECT_EQ(badge.proof, proof_form::vc_jwt);
  EXPECT_EQ(badge.name, "Accueil d'un groupe");
  EXPECT_EQ(badge.issuer.id, did_key(key));
  EXPECT_EQ(badge.subject_id, "did:example:personne");
  EXPECT_EQ(badge.what.criteria, "Trois accueils observés.");
  EXPECT_EQ(badge.what.tags, (std::vector<std::string>{"accueil", "bénévolat"}));
  ASSERT_EQ(badge.what.alignments.size(), 1U);
  EXPECT_EQ(badge.what.alignments[0].target_code, "K1304");
  EXPECT_EQ(badge.what.alignments[0].target_framework, "ROME 4.0");
  EXPECT_EQ(to_text(*badge.valid_until), "2027-01-15T09:00:00Z");
  const json document = to_document({seen}, at_noon());
  EXPECT_EQ(document["schema"], "activateur/verification/1");
  EXPECT_EQ(document["results"][0]["verdict"], "valid");
  EXPECT_EQ(document["results"][0]["credential"]["achievement"]["alignments"][0]["target_code"], "K1304");
  EXPECT_EQ(document["results"][0]["checks"][0]["code"], "parse.good");
}

TEST(Verification, AcceptsAnRsaKeyListedByTheDidWebDocumentOfTheIssuer) {
  const private_key key = new_key(key_type::rsa);
  const std::string did = "did:web:badges.example.org:ateliers:nord";
  const std::string kid = did + "#cle-1";
  json document{
      {"id", did},
      {"verificationMethod",
       {{{"id", kid}, {"type", "JsonWebKey"}, {"controller", did}, {"publicKeyJwk", key.public_part().jwk()}}}},
      {"assertionMethod", {"#cle-1"}}};
  const std::string url = "https://badges.example.org/ateliers/nord/did.json";
  const std::string token = issued(badge_3(did), key, kid);
  {
    const verification seen = verified(token);
    EXPECT_EQ(seen.overall, verdict::indeterminate);
    EXPECT_EQ(code(seen, "key"), "key.document_missing");
    EXPECT_EQ(code(seen, "proof"), "proof.key_missing");
  }
  snapshot known;
  known.add(url, write_json(document));
  const verification seen = verified(token, known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.anchored");

  document["assertionMethod"] = json::array();
  known.add(url, write_json(document));
  EXPECT_EQ(code(verified(token, known), "key"), "key.not_for_assertions");
  document["assertionMethod"] = {kid};
  document["verificationMethod"][0]["controller"] = "did:web:other.example";
  known.add(url, write_json(document));
  EXPECT_EQ(code(verified(token, known), "key"), "key.controller");
  document["verificationMethod"][0]["controller"] = did;
  document["id"] = "did:web:other.example";
  known.add(url, write_json(document));
  EXPECT_EQ(code(verified(token, known), "key"), "key.document_id");
}

TEST(Verification, NeverTakesTheKeyFromTheFragmentOfADidWeb) {
  const private_key attacker = new_key(key_type::ed25519);
  const std::string did = "did:web:badges.example.org";
  const std::string kid = did + "#" + attacker.public_part().multikey();
  const std::string token = sign(badge_3(did), {{"kid", kid}}, attacker);
  EXPECT_EQ(verified(token).overall, verdict::indeterminate);
  snapshot known;
  known.add("https://badges.example.org/.well-known/did.json",
            write_json({{"id", did}, {"verificationMethod", json::array()}, {"assertionMethod", json::array()}}));
  EXPECT_EQ(verified(token, known).overall, verdict::invalid);
}

TEST(Verification, RefusesCredentialWhoseKeyIsNotTheIssuers) {
  const private_key issuer = new_key(key_type::ed25519);
  const private_key attacker = new_key(key_type::ed25519);
  const json header{{"kid", did_key(attacker) + "#" + attacker.public_part().multikey()}};
  const verification by_did = verified(sign(badge_3(did_key(issuer)), header, attacker));
  EXPECT_EQ(by_did.overall, verdict::invalid);
  EXPECT_EQ(code(by_did, "proof"), "proof.good");
  EXPECT_EQ(code(by_did, "key"), "key.not_the_issuers");

  snapshot known;
  known.add("https://evil.example/jwks", write_json({{"keys", {attacker.public_part().jwk()}}}));
  const verification by_site =
      verified(sign(badge_3("https://good.example/issuer"), {{"kid", "https://evil.example/jwks"}}, attacker), known);
  EXPECT_EQ(by_site.overall, verdict::invalid);
  EXPECT_EQ(code(by_site, "key"), "key.not_the_issuers");
}

// Many issuers on one site: what one of them publishes says nothing of another.
TEST(Verification, DoesNotTakeTheKeyOfANeighbourForTheIssuers) {
  const private_key neighbour = new_key(key_type::ed25519);
  const std::string issuer = "https://platform.example/issuers/1", other = "https://platform.example/issuers/2";
  const auto signed_as = [&](const std::string& kid) { return sign(badge_3(issuer), {{"kid", kid}}, neighbour); };
  const auto profile = [&](const std::string& id) {
    return write_json({{"id", id},
                       {"assertionMethod",
                        {{{"id", other + "#key"},
                          {"type", "Multikey"},
                          {"controller", id},
                          {"publicKeyMultibase", neighbour.public_part().multikey()}}}}});
  };
  snapshot known;
  known.add(other, profile(other));
  const verification seen = verified(signed_as(other + "#key"), known);
  EXPECT_EQ(seen.overall, verdict::indeterminate) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.unanchored");
  known.add(issuer,
            write_json({{"id", issuer}, {"jwks", {{"keys", {new_key(key_type::ed25519).public_part().jwk()}}}}}));
  EXPECT_EQ(verified(signed_as(other + "#key"), known).overall, verdict::invalid);

  // A key on its own names its owner.
  snapshot alone;
  json key{{"id", "https://platform.example/keys/2"}, {"publicKeyJwk", neighbour.public_part().jwk()}};
  key["owner"] = other;
  alone.add("https://platform.example/keys/2", write_json(key));
  EXPECT_EQ(verified(signed_as("https://platform.example/keys/2"), alone).overall, verdict::indeterminate);
  key["owner"] = issuer;
  alone.add("https://platform.example/keys/2", write_json(key));
  EXPECT_EQ(verified(signed_as("https://platform.example/keys/2"), alone).overall, verdict::valid);

  // Neither does a did:web of the site with a path; one of the whole site does.
  for (const auto& [did, url, expected] :
       {std::tuple{"did:web:platform.example:issuers:2", "https://platform.example/issuers/2/did.json",
                   verdict::indeterminate},
        std::tuple{"did:web:platform.example", "https://platform.example/.well-known/did.json", verdict::valid}}) {
    const std::string method = did + std::string("#key");
    snapshot dids;
    dids.add(
        url,
        write_json(
            {{"id", did},
             {"assertionMethod",
              {{{"id", method}, {"controller", did}, {"publicKeyMultibase", neighbour.public_part().multikey()}}}}}));
    EXPECT_EQ(verified(signed_as(method), dids).overall, expected) << did;
  }
}

// What anybody may put on the issuer's site does not speak for it where the issuer itself says which keys are its.
TEST(Verification, TakesAnotherPageOfTheSiteOnlyWhileTheIssuersOwnNamesNoKeys) {
  const private_key key = new_key(key_type::ed25519), own = new_key(key_type::ed25519);
  const std::string issuer = "https://platform.example/issuers/1", page = "https://platform.example/uploads/keys.json";
  const auto seen_with = [&](const std::string& as, const json& served, const json& profile) {
    snapshot known;
    known.add(page, write_json(served));
    if (!profile.is_null()) known.add(issuer, write_json(profile));
    return code(verified(sign(badge_3(as), {{"kid", page + "#k"}}, key), known), "key");
  };
  json jwk = key.public_part().jwk();
  jwk["kid"] = "k";
  const json set{{"keys", {jwk}}};
  const json profile{{"id", issuer},
                     {"assertionMethod",
                      {{{"id", issuer + "#own"},
                        {"type", "Multikey"},
                        {"controller", issuer},
                        {"publicKeyMultibase", own.public_part().multikey()}}}}};
  EXPECT_EQ(seen_with(issuer, set, nullptr), "key.anchored");
  EXPECT_EQ(seen_with(issuer, set, {{"id", issuer}, {"type", "Profile"}}), "key.anchored");
  EXPECT_EQ(seen_with(issuer, set, profile), "key.not_the_issuers");
  // A page that calls itself the issuer lies where the issuer does not, and one of another user is another's, even
  // where the issuer is the whole site.
  const auto document = [&](const std::string& id) {
    return json{{"id", id},
                {"verificationMethod",
                 {{{"id", page + "#k"},
                   {"type", "Multikey"},
                   {"controller", id},
                   {"publicKeyMultibase", key.public_part().multikey()}}}},
                {"assertionMethod", {page + "#k"}}};
  };
  EXPECT_EQ(seen_with(issuer, document(issuer), nullptr), "key.unanchored");
  EXPECT_EQ(seen_with("https://platform.example", document("https://platform.example/uploads"), nullptr),
            "key.unanchored");
}

TEST(Verification, TakesNoKeyOfAHeaderForOneThatTheIssuersIdNames) {
  const private_key key = new_key(key_type::ed25519), other = new_key(key_type::ed25519);
  const std::string issuer = "https://platform.example/issuers/1";
  const auto signed_as = [&](const std::string& fragment) {
    return sign(badge_3(issuer), {{"kid", issuer + '#' + fragment}, {"jwk", key.public_part().jwk()}}, key);
  };
  EXPECT_EQ(verified(signed_as("key-1")).overall, verdict::indeterminate);
  EXPECT_EQ(code(verified(signed_as(other.public_part().multikey())), "key"), "key.contradiction");
  EXPECT_EQ(code(verified(signed_as(key.public_part().multikey())), "key"), "key.own_word");
  // Not while the site's own list of keys is at hand, without it.
  snapshot known;
  known.add("https://platform.example/.well-known/jwks.json", write_json({{"keys", {other.public_part().jwk()}}}));
  EXPECT_NE(verified(signed_as(key.public_part().multikey()), known).overall, verdict::valid);
}

TEST(Verification, CountsAKeyAsWithdrawnWhenItSaysSoInAnyForm) {
  const private_key key = new_key(key_type::ed25519);
  const std::string did = "did:web:badges.example.org", kid = did + "#k";
  const auto answer = [&](const json& revoked) {
    json method{{"id", kid}, {"type", "JsonWebKey"}, {"controller", did}, {"publicKeyJwk", key.public_part().jwk()}};
    method["revoked"] = revoked;
    snapshot known;
    known.add("https://badges.example.org/.well-known/did.json",
              write_json({{"id", did}, {"verificationMethod", {method}}, {"assertionMethod", {kid}}}));
    return code(verified(sign(badge_3(did), {{"kid", kid}}, key), known), "key");
  };
  for (const json& yes : {json(true), json("2024"), json(2024), json("2024-01-01T00:00:00Z")})
    EXPECT_EQ(answer(yes), "key.revoked") << yes;
  for (const json& no : {json(false), json(nullptr), json("2030-01-01T00:00:00Z")})
    EXPECT_EQ(answer(no), "key.anchored") << no;
}

TEST(Verification, DoesNotTakeTheWordOfAnotherSiteForTheIssuers) {
  const private_key attacker = new_key(key_type::ed25519);
  const std::string issuer = "https://good.example/issuer";
  // It calls itself the issuer.
  snapshot known;
  known.add("https://evil.example/jwks",
            write_json({{"id", issuer}, {"jwks", {{"keys", {attacker.public_part().jwk()}}}}}));
  EXPECT_EQ(verified(sign(badge_3(issuer), {{"kid", "https://evil.example/jwks"}}, attacker), known).overall,
            verdict::invalid);
  // The issuer's site sends visitors wherever they ask.
  const std::string kid = "https://good.example/go?to=evil.example";
  snapshot open;
  open.add(kid, write_json({{"keys", {attacker.public_part().jwk()}}}));
  EXPECT_EQ(verified(sign(badge_3(issuer), {{"kid", kid}}, attacker), open).overall, verdict::valid);
  const open_redirect led(open, kid, "https://evil.example/jwks");
  const verification seen = verified(sign(badge_3(issuer), {{"kid", kid}}, attacker), led);
  EXPECT_EQ(seen.overall, verdict::indeterminate) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.document_missing");
}

TEST(Verification, CallsAKeyThatOnlyTheHeaderCarriesUnanchored) {
  const private_key key = new_key(key_type::p256);
  const std::string issuer = "https://example.org/issuers/1";
  const std::string token = sign(badge_3(issuer), {{"jwk", key.public_part().jwk()}}, key);
  const verification seen = verified(token);
  EXPECT_EQ(seen.overall, verdict::indeterminate);
  EXPECT_EQ(code(seen, "proof"), "proof.good");
  EXPECT_EQ(code(seen, "key"), "key.unanchored");

  snapshot known;
  known.add("https://example.org/.well-known/jwks.json", write_json({{"keys", {key.public_part().jwk()}}}));
  EXPECT_EQ(verified(token, known).overall, verdict::valid) << told(verified(token, known));
}

TEST(Verification, AcceptsAHeaderKeyWhenTheIssuerIsThatKey) {
  const private_key key = new_key(key_type::p256);
  for (const std::string& issuer : {did_jwk(key), did_key(key)}) {
    const verification seen = verified(sign(badge_3(issuer), {{"jwk", key.public_part().jwk()}}, key));
    EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
    EXPECT_EQ(code(seen, "key"), "key.self_asserted");
  }
  const private_key other = new_key(key_type::p256);
  EXPECT_EQ(verified(sign(badge_3(did_jwk(key)), {{"jwk", other.public_part().jwk()}}, other)).overall,
            verdict::indeterminate);
}

TEST(Verification, FollowsAKidIntoAKeySetOfTheIssuersSite) {
  const private_key key = new_key(key_type::p256);
  json jwk = key.public_part().jwk();
  jwk["kid"] = "k2";
  json other = new_key(key_type::p256).public_part().jwk();
  other["kid"] = "k1";
  snapshot known;
  known.add("https://example.org/keys.json", write_json({{"keys", {other, jwk}}}));
  const std::string issuer = "https://example.org/issuers/1";
  const verification good = verified(sign(badge_3(issuer), {{"kid", "https://example.org/keys.json#k2"}}, key), known);
  EXPECT_EQ(good.overall, verdict::valid) << told(good);
  const verification wrong = verified(sign(badge_3(issuer), {{"kid", "https://example.org/keys.json#k1"}}, key), known);
  EXPECT_EQ(code(wrong, "proof"), "proof.signature_wrong");
  const verification unlisted =
      verified(sign(badge_3(issuer), {{"kid", "https://example.org/keys.json#k3"}}, key), known);
  EXPECT_EQ(code(unlisted, "key"), "key.not_listed");
  EXPECT_EQ(unlisted.overall, verdict::invalid);
}

TEST(Verification, RefusesATokenThatNamesNoKeyOrContradictsItself) {
  const private_key key = new_key(key_type::ed25519);
  const private_key other = new_key(key_type::ed25519);
  EXPECT_EQ(code(verified(sign(badge_3(did_key(key)), json::object(), key)), "key"), "key.none");
  const json header{{"kid", did_key(key)}, {"jwk", other.public_part().jwk()}};
  const verification seen = verified(sign(badge_3(did_key(key)), header, other));
  EXPECT_EQ(code(seen, "key"), "key.contradiction");
  EXPECT_EQ(seen.overall, verdict::invalid);
}

TEST(Verification, RefusesUnsignedAndSymmetricTokens) {
  const std::string payload = to_base64url(as_octets(write_json(badge_3("did:example:issuer"))));
  const auto token = [&](std::string_view header, std::string_view signature) {
    return to_base64url(as_octets(header)) + '.' + payload + '.' + std::string(signature);
  };
  const verification none = verified(token(R"({"alg":"none"})", "AAAA"));
  EXPECT_EQ(none.overall, verdict::invalid);
  EXPECT_EQ(code(none, "proof"), "jws.alg_none");
  const verification hmac = verified(token(R"({"alg":"HS256"})", "AAAA"));
  EXPECT_EQ(hmac.overall, verdict::invalid);
  EXPECT_EQ(code(hmac, "proof"), "jws.alg_hmac");
}

TEST(Verification, RefusesClaimsThatDifferFromTheBadge) {
  const private_key key = new_key(key_type::ed25519);
  const json header{{"kid", did_key(key)}};
  const std::pair<const char*, json> wrong[] = {{"iss", "did:example:other"}, {"sub", "did:example:other"},
                                                {"jti", "urn:uuid:0"},        {"nbf", 1'700'000'000},
                                                {"exp", 1'900'000'000},       {"iss", 7}};
  for (const auto& [name, value] : wrong) {
    json payload = badge_3(did_key(key));
    payload[name] = value;
    const verification seen = verified(sign(payload, header, key));
    EXPECT_EQ(seen.overall, verdict::invalid) << name;
    EXPECT_EQ(code(seen, "claims"), "claims.mismatch") << name;
    EXPECT_EQ(code(seen, "proof"), "proof.good") << name;
  }
}

TEST(Verification, AcceptsTheVcClaimFormWithMembersLeftToTheClaims) {
  const private_key key = new_key(key_type::p384);
  json vc = badge_3(did_key(key));
  vc["@context"][0] = "https://www.w3.org/2018/credentials/v1";
  vc.erase("id");
  vc.erase("validFrom");
  vc.erase("validUntil");
  vc["issuer"].erase("id");
  const json payload{{"vc", vc},
                     {"iss", did_key(key)},
                     {"sub", "did:example:personne"},
                     {"jti", "urn:uuid:7ac1a1f6-2b3c-4d5e-8f90-0123456789ab"},
                     {"nbf", 1'768'467'600},
                     {"exp", 1'800'003'600}};
  const verification seen = verified(sign(payload, {{"kid", did_key(key)}, {"typ", "JWT"}}, key));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(seen.subject.id, "urn:uuid:7ac1a1f6-2b3c-4d5e-8f90-0123456789ab");
  EXPECT_EQ(to_text(*seen.subject.valid_from), "2026-01-15T09:00:00Z");
}

TEST(Verification, GivesTheOnlySubjectOfAListItsIdBack) {
  const private_key key = new_key(key_type::ed25519);
  json vc = badge_3(did_key(key));
  json subject = vc["credentialSubject"];
  subject.erase("id");
  vc["credentialSubject"] = json::array({subject});
  const json payload{{"vc", vc}, {"iss", did_key(key)}, {"sub", "did:example:personne"}};
  const verification seen = verified(sign(payload, {{"kid", did_key(key)}}, key));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(seen.subject.subject_id, "did:example:personne");
}

// What we cannot judge may be good elsewhere.
TEST(Verification, CallsInvalidOnlyWhatItCanJudge) {
  const private_key key = new_key(key_type::ed25519);
  const std::string token = sign(badge_3(did_key(key)), {{"kid", did_key(key)}}, key);
  const auto with_header = [&](const char* header) {
    const verification seen = verified(to_base64url(as_octets(header)) + token.substr(token.find('.')));
    const auto proof = std::find_if(seen.checks.begin(), seen.checks.end(), [](auto& c) { return c.name == "proof"; });
    return std::string(name(proof->result)) + ' ' + std::string(proof->why.code());
  };
  EXPECT_EQ(with_header(R"({"alg":"ES256K","kid":"x"})"), "indeterminate jws.alg_unknown");
  EXPECT_EQ(with_header(R"({"alg":"none","kid":"x"})"), "invalid jws.alg_none");
  EXPECT_EQ(with_header(R"({"alg":"EdDSA","kid":"x","crit":["exp"]})"), "invalid jws.crit");
  EXPECT_EQ(with_header(R"({"alg":"EdDSA","kid":"x","b64":false})"), "invalid jws.b64");
  EXPECT_EQ(with_header(R"({"alg":"EdDSA","kid":"x","zip":"DEF"})"), "invalid jws.zip");
  std::string long_one = token;
  json document = badge_3(did_key(key));
  document["description"] = std::string(limits::jws_bytes * 3 / 4, 'x');
  const auto first = token.find('.');
  long_one.replace(first + 1, token.rfind('.') - first - 1, to_base64url(as_octets(write_json(document))));
  EXPECT_EQ(code(verified(long_one), "proof"), "jws.size");
  EXPECT_NE(verified(long_one).overall, verdict::invalid) << told(verified(long_one));
  const json secp{{"kty", "EC"}, {"crv", "secp256k1"}, {"x", std::string(43, 'A')}, {"y", std::string(43, 'A')}};
  const std::string did = "did:jwk:" + to_base64url(as_octets(write_json(secp)));
  EXPECT_EQ(verified(sign(badge_3(did), {{"kid", did + "#0"}}, key)).overall, verdict::indeterminate);
}

TEST(Verification, OpensAnEnvelopeAndNamesAPresentation) {
  const private_key key = new_key(key_type::ed25519);
  const std::string token = sign(badge_3(did_key(key)), {{"kid", did_key(key)}}, key);
  json envelope{{"@context", "https://www.w3.org/ns/credentials/v2"},
                {"id", "data:application/vc+jwt," + token},
                {"type", "EnvelopedVerifiableCredential"}};
  const verification seen = verified(write_json(envelope));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(seen.subject.proof, proof_form::vc_jwt);
  const auto why = [](const json& document) {
    const auto refused = verify_credential(write_json(document), "test", {}, at_noon());
    return refused.ok() ? std::string("none") : std::string(refused.why().what.code());
  };
  envelope["id"] = "data:application/vc+sd-jwt," + token;
  EXPECT_EQ(why(envelope), "credential.envelope");
  EXPECT_EQ(why({{"@context", {"https://www.w3.org/ns/credentials/v2"}},
                 {"type", {"VerifiablePresentation"}},
                 {"verifiableCredential", {badge_3(did_key(key))}}}),
            "credential.presentation");
}

// Whatever stands in place of a member, somewhere in a badge of any version, by itself or inside another.
TEST(Verification, ReadsAnythingInPlaceOfAMember) {
  const private_key key = new_key(key_type::ed25519);
  const json strange[] = {nullptr,
                          json::array(),
                          json::array({nullptr}),
                          json::array({json::array()}),
                          json::object(),
                          json::array({""}),
                          "",
                          0};
  const auto verify = [&](const json& document) {
    const auto alone = verify_credential(write_json(document), "test", {}, at_noon());
    json around = badge_3(did_key(key));
    around["type"].push_back("ClrCredential");
    around["endorsement"] = json::array({document});
    around["credentialSubject"]["verifiableCredential"] = json::array({document});
    const auto inside = verify_credential(write_json(around), "test", {}, at_noon());
    const auto signed_one = verify_credential(sign(document, {{"kid", did_key(key)}}, key), "test", {}, at_noon());
    for (const auto* seen : {&alone, &inside}) EXPECT_TRUE(!seen->ok() || (*seen)->overall != verdict::valid);
    EXPECT_TRUE(signed_one.ok() || !signed_one.why().what.empty());
  };
  const json assertion{{"@context", "https://w3id.org/openbadges/v2"},
                       {"id", "https://badges.example.org/7"},
                       {"type", "Assertion"},
                       {"recipient", {{"type", "email"}, {"hashed", false}, {"identity", "personne@example.org"}}},
                       {"issuedOn", "2026-01-15T09:00:00Z"},
                       {"badge", {{"id", "https://badges.example.org/class"}, {"issuer", {{"id", "x"}}}}},
                       {"evidence", {{{"id", "https://badges.example.org/e"}}}},
                       {"verification", {{"type", "HostedBadge"}}}};
  json endorsed = badge_3(did_key(key));
  endorsed["credentialStatus"] = {{"id", "https://badges.example.org/s"},
                                  {"type", "BitstringStatusListEntry"},
                                  {"statusPurpose", "revocation"},
                                  {"statusListIndex", "7"},
                                  {"statusListCredential", "https://badges.example.org/s"}};
  endorsed["proof"] = {{"type", "DataIntegrityProof"},
                       {"cryptosuite", "eddsa-rdfc-2022"},
                       {"verificationMethod", did_key(key)},
                       {"proofPurpose", "assertionMethod"},
                       {"proofValue", "z3"}};
  for (const json& whole : {endorsed, assertion}) {
    const json flat = whole.flatten();
    for (const auto& [pointer, value] : flat.items()) {
      for (json::json_pointer at(pointer); !at.empty(); at = at.parent_pointer())
        for (const json& other : strange) {
          json changed = whole;
          changed[at] = other;
          verify(changed);
        }
    }
  }
}

TEST(Verification, TellsExpiredFromNotYetValid) {
  const private_key key = new_key(key_type::ed25519);
  const std::string token = issued(badge_3(did_key(key)), key);
  verify_options options;
  options.at = parse_date_time("2027-01-15T09:00:00Z");
  EXPECT_EQ(verified(token, options).overall, verdict::valid);
  options.at = parse_date_time("2027-01-15T09:00:01Z");
  EXPECT_EQ(code(verified(token, options), "dates"), "dates.expired");
  options.at = parse_date_time("2026-01-15T08:59:59Z");
  EXPECT_EQ(code(verified(token, options), "dates"), "dates.not_yet_valid");
  EXPECT_EQ(verified(token, options).overall, verdict::invalid);
}

// expirationDate is of the data model 1.1, validUntil of 2.0: a badge that gives both holds while both say so.
TEST(Verification, HoldsToTheNarrowerOfTwoDates) {
  const private_key key = new_key(key_type::ed25519);
  const auto dates = [&](const json& members) {
    json document = badge_3(did_key(key));
    document.update(members);
    const verification seen = verified(sign(document, {{"kid", did_key(key)}}, key));
    return code(seen, "dates") + (seen.subject.valid_until ? ' ' + to_date(*seen.subject.valid_until) : "");
  };
  const char* past = "2026-06-01T00:00:00Z";
  const char* future = "2100-01-01T00:00:00Z";
  EXPECT_EQ(dates({{"expirationDate", past}, {"validUntil", future}}), "dates.expired 2026-06-01");
  EXPECT_EQ(dates({{"expirationDate", future}, {"validUntil", past}}), "dates.expired 2026-06-01");
  EXPECT_EQ(dates({{"issuanceDate", future}}), "dates.order 2027-01-15");
  EXPECT_EQ(dates({{"issuanceDate", "2026-12-01T00:00:00Z"}}), "dates.not_yet_valid 2027-01-15");
  EXPECT_EQ(dates({{"issuanceDate", past}, {"expirationDate", future}}), "dates.good 2027-01-15");
}

TEST(Verification, RefusesDatesWithoutAZone) {
  const private_key key = new_key(key_type::ed25519);
  json document = badge_3(did_key(key));
  document["validFrom"] = "2026-01-15T09:00:00";
  EXPECT_EQ(code(verified(sign(document, {{"kid", did_key(key)}}, key)), "dates"), "dates.malformed");
}

TEST(Verification, NamesEachFaultOfStructure) {
  const private_key key = new_key(key_type::ed25519);
  const auto seen = [&](const std::function<void(json&)>& spoil) {
    json document = badge_3(did_key(key));
    spoil(document);
    return verified(sign(document, {{"kid", did_key(key)}}, key));
  };
  EXPECT_TRUE(has_code(seen([](json& d) { d["@context"][0] = "https://example.org/v2"; }), "context.first"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["@context"].erase(1); }), "context.no_open_badges"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["type"] = {"VerifiableCredential"}; }), "type.wrong"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["issuer"]["type"] = {"InvalidProfile"}; }), "issuer.type"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["credentialSubject"].erase("id"); }), "subject.no_identity"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["credentialSubject"].erase("achievement"); }), "achievement.missing"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["credentialSubject"]["achievement"].erase("criteria"); }),
                       "achievement.property_missing"));
  EXPECT_TRUE(has_code(seen([](json& d) {
                         d["credentialSubject"] = json::array({d["credentialSubject"], json::object()});
                       }),
                       "subject.many"));
  const verification text_issuer = seen([](json& d) { d["issuer"] = d["issuer"]["id"]; });
  EXPECT_EQ(text_issuer.overall, verdict::valid) << told(text_issuer);
}

TEST(Verification, FailsOnlyWhenThereIsNoCredential) {
  const auto why = [](const std::string& bytes) {
    auto seen = verify_credential(bytes, "test", {}, at_noon());
    return seen.ok() ? std::string("none") : std::string(seen.why().what.code());
  };
  EXPECT_EQ(why(R"({"name": "not a badge"})"), "credential.not_one");
  EXPECT_EQ(why("plain words"), "baking.kind");
  EXPECT_EQ(why(R"({"@context": )"), "json.syntax");
  EXPECT_EQ(why(write_json(badge_3("did:example:issuer"))), "none");
}

TEST(Verification, EndorsementsDecideNothing) {
  const private_key key = new_key(key_type::ed25519);
  json document = badge_3(did_key(key));
  document["endorsementJwt"] = {"a.b.c"};
  const verification seen = verified(sign(document, {{"kid", did_key(key)}}, key));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "endorsements"), "endorsements.refused");
}

}  // namespace
}  // namespace activateur::test
