// Open Badges 2.0: hosted and signed assertions.
#include <functional>

#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

constexpr const char* issuer_url = "https://badges.example.org/issuer";
constexpr const char* class_url = "https://badges.example.org/class/1";
constexpr const char* key_url = "https://badges.example.org/key";
constexpr const char* list_url = "https://badges.example.org/revoked";
constexpr const char* id = "https://badges.example.org/assertions/7";

json issuer_profile() {
  return {{"@context", "https://w3id.org/openbadges/v2"},
          {"id", issuer_url},
          {"type", "Issuer"},
          {"name", "Atelier fictif"},
          {"url", "https://badges.example.org"},
          {"email", "badges@example.org"}};
}

json badge_class() {
  return {{"@context", "https://w3id.org/openbadges/v2"},
          {"id", class_url},
          {"type", "BadgeClass"},
          {"name", "Accueillir un groupe"},
          {"description", "Accueille et oriente un groupe."},
          {"image", "https://badges.example.org/image.png"},
          {"criteria", {{"narrative", "Trois accueils observés."}}},
          {"issuer", issuer_url},
          {"alignment",
           {{{"targetName", "Services domestiques"},
             {"targetUrl", "https://example.org/rome/K1304"},
             {"targetCode", "K1304"}}}}};
}

json assertion(const json& how) {
  return {{"@context", "https://w3id.org/openbadges/v2"},
          {"id", id},
          {"type", "Assertion"},
          {"recipient", {{"type", "email"}, {"hashed", false}, {"identity", "personne@example.org"}}},
          {"issuedOn", "2026-01-15T09:00:00Z"},
          {"badge", class_url},
          {"verification", how}};
}

json hosted() { return assertion({{"type", "HostedBadge"}}); }
json to_sign() { return assertion({{"type", "SignedBadge"}, {"creator", key_url}}); }

snapshot site(const json& served) {
  snapshot out;
  out.add(issuer_url, write_json(issuer_profile()));
  out.add(class_url, write_json(badge_class()));
  if (!served.is_null()) out.add(id, write_json(served));
  return out;
}

TEST(HostedAssertion, IsValidWhenItsSiteServesTheSame) {
  const verification seen = verified(write_json(hosted()), site(hosted()));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "hosted"), "hosted.copy_matches");
  EXPECT_EQ(seen.subject.version, badge_version::ob_2_0);
  EXPECT_EQ(seen.subject.proof, proof_form::hosted);
  EXPECT_EQ(seen.subject.issuer.name, "Atelier fictif");
  ASSERT_EQ(seen.subject.what.alignments.size(), 1U);
  EXPECT_EQ(seen.subject.what.alignments[0].target_code, "K1304");
}

TEST(HostedAssertion, IsIndeterminateWithoutItsCopy) {
  const verification seen = verified(write_json(hosted()), site(nullptr));
  EXPECT_EQ(seen.overall, verdict::indeterminate);
  EXPECT_EQ(code(seen, "hosted"), "hosted.copy_missing");
}

TEST(HostedAssertion, IsValidWhenTheHostHasJustFetchedItFromItsAddress) {
  const snapshot known = site(nullptr);
  verify_options options;
  options.documents = &known;
  options.fetched_from = id;
  EXPECT_EQ(verified(write_json(hosted()), options).overall, verdict::valid);
  options.fetched_from = "https://elsewhere.example/assertions/7";
  EXPECT_EQ(verified(write_json(hosted()), options).overall, verdict::indeterminate);
  options.fetched_from = "http://badges.example.org/assertions/7";
  EXPECT_EQ(verified(write_json(hosted()), options).overall, verdict::indeterminate);
}

TEST(HostedAssertion, IsInvalidWhenTheCopyDiffersIsGoneOrRevoked) {
  json other = hosted();
  other["recipient"]["identity"] = "autre@example.org";
  EXPECT_EQ(code(verified(write_json(hosted()), site(other)), "hosted"), "hosted.copy_differs");
  snapshot gone = site(nullptr);
  gone.add(id, "", 410);
  EXPECT_EQ(code(verified(write_json(hosted()), gone), "hosted"), "hosted.gone");
  EXPECT_EQ(verified(write_json(hosted()), gone).overall, verdict::invalid);
  const verification revoked = verified(write_json(hosted()), site({{"id", id}, {"revoked", true}}));
  EXPECT_EQ(code(revoked, "hosted"), "hosted.revoked");
  EXPECT_EQ(revoked.overall, verdict::invalid);
}

// Sites show pictures that anybody gave them.
TEST(HostedAssertion, IsNotProvedByAPictureOnItsSite) {
  const json forged = hosted();
  const std::string picture =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\"><openbadges:assertion "
      "verify=\"x\"><![CDATA[" +
      write_json(forged) + "]]></openbadges:assertion></svg>";
  snapshot known = site(nullptr);
  known.add(id, picture);
  EXPECT_EQ(code(verified(picture, known), "hosted"), "hosted.copy_unreadable");
  EXPECT_EQ(verified(picture, known).overall, verdict::indeterminate);
  snapshot elsewhere = site(nullptr);
  elsewhere.add("https://badges.example.org/portraits/1.svg", picture);
  EXPECT_EQ(verified(picture, elsewhere).overall, verdict::indeterminate);
  verify_options options;
  const snapshot nothing = site(nullptr);
  options.documents = &nothing;
  options.fetched_from = id;
  EXPECT_EQ(verified(picture, options).overall, verdict::indeterminate);
  EXPECT_EQ(verified(picture, site(hosted())).overall, verdict::valid);
}

// Badgr and others hand out a file that holds the whole class, and serve one that names it.
TEST(HostedAssertion, IsJudgedAsItIsServedWhenItSaysTheSame) {
  json whole = hosted();
  whole["badge"] = badge_class();
  whole["badge"]["issuer"] = issuer_profile();
  whole["updatedAt"] = "2026-01-16T09:00:00Z";
  json served = hosted();
  served["updatedAt"] = "2026-03-01T09:00:00Z";
  const verification seen = verified(write_json(whole), site(served));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_TRUE(has_code(seen, "hosted.judged_as_served"));
  // What is shown is what the site says, whatever the file holds of its class.
  whole["badge"]["name"] = "Chirurgie";
  EXPECT_EQ(verified(write_json(whole), site(served)).subject.name, seen.subject.name);
  whole["recipient"]["identity"] = "autre@example.org";
  EXPECT_EQ(verified(write_json(whole), site(served)).overall, verdict::invalid);
  whole = hosted();
  whole["badge"] = "https://badges.example.org/class/2";
  EXPECT_NE(verified(write_json(whole), site(served)).overall, verdict::valid);
}

// The copy that its file was judged by is no proof while it lies outside its issuer's scope.
TEST(HostedAssertion, OutsideItsScopeIsNobodysWhateverFormItIsServedIn) {
  const char* elsewhere = "https://evil.example/assertions/7";
  json served = hosted();
  served["id"] = elsewhere;
  json whole = served;
  whole["badge"] = badge_class();
  snapshot known = site(nullptr);
  known.add(elsewhere, write_json(served));
  const verification seen = verified(write_json(whole), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_TRUE(has_code(seen, "hosted.judged_as_served") && has_code(seen, "hosted.outside_scope")) << told(seen);
  EXPECT_EQ(seen.binding, key_binding::none);
}

TEST(HostedAssertion, AtAnotherAddressMustLieWhereItsIssuerAllows) {
  json profile = issuer_profile();
  profile["verification"] = {{"type", "VerificationObject"}, {"startsWith", "https://badges.example.org/assertions/"}};
  snapshot known = site(nullptr);
  known.add(issuer_url, write_json(profile));
  known.add("https://badges.example.org/uploads/1", write_json(hosted()));
  EXPECT_EQ(code(verified(write_json(hosted()), known), "hosted"), "hosted.copy_missing");
  known.add("https://badges.example.org/assertions/old/7", write_json(hosted()));
  EXPECT_EQ(code(verified(write_json(hosted()), known), "hosted"), "hosted.served_elsewhere");
}

TEST(HostedAssertion, IsInvalidWhenNobodyIsAtItsIssuersAddress) {
  json inlined = hosted();
  inlined["badge"] = badge_class();
  inlined["badge"]["issuer"] = issuer_profile();
  snapshot known = site(inlined);
  EXPECT_EQ(verified(write_json(inlined), known).overall, verdict::valid);
  known.add(issuer_url, "", 404);
  EXPECT_EQ(code(verified(write_json(inlined), known), "issuer"), "issuer.gone");
}

TEST(HostedAssertion, IsInvalidOutsideTheSiteOfItsIssuer) {
  json forged = hosted();
  forged["id"] = "https://evil.example/assertions/7";
  snapshot known = site(nullptr);
  known.add("https://evil.example/assertions/7", write_json(forged));
  const verification seen = verified(write_json(forged), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "hosted"), "hosted.outside_scope");

  // The issuer's own policy may allow it, one that the badge carries may not.
  json profile = issuer_profile();
  profile["verification"] = {{"allowedOrigins", {"evil.example"}}};
  known.add(issuer_url, write_json(profile));
  EXPECT_EQ(verified(write_json(forged), known).overall, verdict::valid);

  json inside = badge_class();
  inside["issuer"] = profile;
  forged["badge"] = inside;
  snapshot alone;
  alone.add("https://evil.example/assertions/7", write_json(forged));
  EXPECT_EQ(code(verified(write_json(forged), alone), "hosted"), "hosted.outside_scope");
}

TEST(HostedAssertion, RefusesAProfileThatClaimsToBeAnotherSite) {
  json profile = issuer_profile();
  profile["id"] = "https://ministere.example/profil";
  snapshot known = site(hosted());
  known.add(issuer_url, write_json(profile));
  const verification seen = verified(write_json(hosted()), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "issuer"), "issuer.id_elsewhere");
}

TEST(HostedAssertion, NamesEachFaultOfStructure) {
  const auto seen = [&](const std::function<void(json&)>& spoil) {
    json document = hosted();
    spoil(document);
    return verified(write_json(document), site(document));
  };
  EXPECT_TRUE(has_code(seen([](json& d) { d["type"] = "OtherAssertion"; }), "type.wrong"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["image"] = "data:image/png;base64,AA=="; }), "image.data_uri"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["recipient"]["hashed"] = true; }), "subject.identity"));
  EXPECT_TRUE(has_code(seen([](json& d) { d.erase("issuedOn"); }), "dates.missing"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["expires"] = "2026-02-01"; }), "dates.expired"));
  EXPECT_TRUE(has_code(seen([](json& d) { d["verification"]["type"] = "SignedBadge"; }), "proof.missing"));
}

TEST(HostedAssertion, NamesEachFaultOfItsClassAndItsIssuer) {
  struct fault {
    std::function<void(json& assertion, json& badge, json& issuer)> spoil;
    const char* code;
  };
  const fault faults[] = {
      {[](json& a, json&, json&) { a["recipient"]["type"] = "nickname"; }, "subject.identity_type"},
      {[](json& a, json&, json&) { a["recipient"]["identity"] = "personne"; }, "subject.identity"},
      {[](json& a, json&, json&) { a["recipient"]["hashed"] = "false"; }, "subject.identity"},
      {[](json& a, json&, json&) {
         a["image"] = {"https://example.org/1", "https://example.org/2"};
       },
       "image.not_an_address"},
      {[](json& a, json&, json&) {
         a["image"] = {{"caption", "un badge"}};
       },
       "image.not_an_address"},
      {[](json& a, json&, json&) {
         a["evidence"] = {{{"genre", "film"}}};
       },
       "evidence.malformed"},
      {[](json& a, json&, json&) { a["evidence"] = 7; }, "evidence.malformed"},
      {[](json& a, json&, json&) { a["expires"] = "2025-01-01T00:00:00Z"; }, "dates.order"},
      {[](json& a, json&, json&) { a["issuedOn"] = 1700000000; }, "dates.malformed"},
      {[](json&, json& b, json&) { b.erase("image"); }, "achievement.property_missing"},
      {[](json&, json& b, json&) { b["image"] = "data:text/html,x"; }, "achievement.image"},
      {[](json&, json& b, json&) {
         b["image"] = {{"caption", "un badge"}};
       },
       "achievement.image"},
      {[](json&, json& b, json&) { b["name"] = 3; }, "achievement.property_missing"},
      {[](json&, json& b, json&) {
         b["criteria"] = {{"type", "Criteria"}};
       },
       "achievement.property_missing"},
      {[](json&, json& b, json&) { b["alignment"][0].erase("targetName"); }, "achievement.alignment"},
      {[](json&, json& b, json&) { b["alignment"][0]["targetUrl"] = "K1304"; }, "achievement.alignment"},
      {[](json&, json&, json& i) { i.erase("email"); }, "issuer.property_missing"},
      {[](json&, json&, json& i) { i["type"] = "Person"; }, "issuer.type"},
  };
  for (const fault& one : faults) {
    json document = hosted();
    json badge = badge_class();
    json issuer = issuer_profile();
    one.spoil(document, badge, issuer);
    snapshot known = site(document);
    known.add(class_url, write_json(badge));
    known.add(issuer_url, write_json(issuer));
    const verification seen = verified(write_json(document), known);
    EXPECT_TRUE(has_code(seen, one.code)) << one.code << told(seen);
    EXPECT_EQ(seen.overall, verdict::invalid) << one.code << told(seen);
  }
}

TEST(HostedAssertion, TakesEveryFormOfEvidence) {
  for (const json& evidence :
       {json("https://example.org/travail"), json{{"id", "_:b1"}}, json{{"narrative", "Trois accueils."}},
        json{"https://example.org/1", {{"name", "Film"}}}}) {
    json document = hosted();
    document["evidence"] = evidence;
    const verification seen = verified(write_json(document), site(document));
    EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
    EXPECT_EQ(code(seen, "evidence"), "evidence.good");
  }
}

TEST(HostedAssertion, IsOfVersion2UnderTheContextOf21AndUnderVerify) {
  json document = hosted();
  document["@context"] = "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld";
  document["verify"] = document["verification"];
  document.erase("verification");
  const verification seen = verified(write_json(document), site(document));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(seen.subject.version, badge_version::ob_2_0);
}

TEST(HostedAssertion, TellsTheReasonOfItsRevocation) {
  snapshot gone = site(nullptr);
  gone.add(id, R"({"revoked": true, "revocationReason": "donné par erreur"})", 410);
  const verification seen = verified(write_json(hosted()), gone);
  EXPECT_EQ(code(seen, "hosted"), "hosted.revoked");
  EXPECT_NE(told(seen).find("donné par erreur"), std::string::npos);
}

TEST(HostedAssertion, NotesItsExtensionsAndLetsThemDecideNothing) {
  json document = hosted();
  document["extensions:example"] = {{"@context", "https://example.org/extension.json"},
                                    {"type", {"Extension", "extensions:Example"}},
                                    {"text", "un mot"}};
  verification seen = verified(write_json(document), site(document));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "extensions"), "extensions.not_checked");
  EXPECT_NE(told(seen).find("extensions:Example"), std::string::npos);
  document["extensions:example"].erase("@context");
  seen = verified(write_json(document), site(document));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "extensions"), "extensions.malformed");
  json many = json::array();
  for (int i = 0; i < 1000; ++i) many.push_back(document["extensions:example"]);
  document["extensions:example"] = many;
  seen = verified(write_json(document), site(document));
  EXPECT_EQ(seen.checks.back().evidence["extensions"].size(), 32U);
}

TEST(HostedAssertion, MakesOnlySoMuchBeRead) {
  const std::string url = "https://example.org/extension.json";
  json document = hosted();
  document["extensions:example"] = {{"@context", json::array()}, {"type", {"Extension", "extensions:Example"}}};
  snapshot known = site(document);
  known.add(url, std::string(limits::json_bytes, 'x'));
  const auto seen_with = [&](std::size_t times) {
    document["extensions:example"]["@context"] = std::vector<std::string>(times, url);
    return verified(write_json(document), known);
  };
  EXPECT_TRUE(seen_with(50).unreachable.empty());
  const verification seen = seen_with(70);
  ASSERT_TRUE(seen.unreachable.contains(url));
  EXPECT_EQ(seen.unreachable.at(url).code(), "verification.too_much_read");
}

class SignedAssertion : public ::testing::Test {
 protected:
  SignedAssertion() {
    json profile = issuer_profile();
    profile["publicKey"] = key_url;
    profile["revocationList"] = list_url;
    known.add(issuer_url, write_json(profile));
    known.add(class_url, write_json(badge_class()));
    known.add(key_url, write_json(key_document));
    known.add(list_url, R"({"type": "RevocationList", "revokedAssertions": []})");
    auto token = issue(to_sign(), key, {}, at_noon());
    EXPECT_TRUE(token.ok());
    signed_badge = *token;
  }
  private_key key = new_key(key_type::p256);
  json key_document{
      {"id", key_url}, {"type", "CryptographicKey"}, {"owner", issuer_url}, {"publicKeyJwk", key.public_part().jwk()}};
  snapshot known;
  std::string signed_badge;
};

TEST_F(SignedAssertion, IsValidWhenTheProfileOfTheIssuerListsTheKey) {
  const verification seen = verified(signed_badge, known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.anchored");
  EXPECT_EQ(seen.subject.proof, proof_form::jws);
}

TEST_F(SignedAssertion, IsInvalidWhenTheKeyIsNotTheIssuers) {
  known.add(issuer_url, write_json(issuer_profile()));
  EXPECT_EQ(code(verified(signed_badge, known), "key"), "key.not_in_profile");
  EXPECT_EQ(verified(signed_badge, known).overall, verdict::invalid);
  key_document["owner"] = "https://evil.example/issuer";
  known.add(key_url, write_json(key_document));
  EXPECT_EQ(code(verified(signed_badge, known), "key"), "key.owner");
}

TEST_F(SignedAssertion, IsIndeterminateWhenOnlyTheBadgeItselfSaysWhoseKeyItIs) {
  json profile = issuer_profile();
  profile["publicKey"] = key_url;
  json inside = badge_class();
  inside["issuer"] = profile;
  json document = to_sign();
  document["badge"] = inside;
  snapshot key_only;
  key_only.add(key_url, write_json(key_document));
  const verification seen = verified(sign(document, json::object(), key), key_only);
  EXPECT_EQ(seen.overall, verdict::indeterminate) << told(seen);
  EXPECT_EQ(code(seen, "proof"), "proof.good");
  EXPECT_EQ(code(seen, "key"), "key.unanchored");
}

TEST_F(SignedAssertion, TriesTheKeysOfTheProfileWhenItNamesNone) {
  json document = to_sign();
  document["verification"].erase("creator");
  json profile = issuer_profile();
  const private_key old = new_key(key_type::p256);
  const std::string old_url = "https://badges.example.org/old-key";
  known.add(old_url, write_json({{"id", old_url}, {"owner", issuer_url}, {"publicKeyPem", old.public_part().pem()}}));
  profile["publicKey"] = {old_url, key_url};
  known.add(issuer_url, write_json(profile));
  const std::string token = sign(document, json::object(), key);
  const verification seen = verified(token, known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.anchored");
  // One that is not at hand might be the one; with all at hand and none that fits, it is a forgery.
  profile["publicKey"] = {old_url, "https://badges.example.org/lost-key"};
  known.add(issuer_url, write_json(profile));
  EXPECT_EQ(verified(token, known).overall, verdict::indeterminate);
  profile["publicKey"] = {old_url};
  known.add(issuer_url, write_json(profile));
  EXPECT_EQ(code(verified(token, known), "proof"), "proof.signature_wrong");
  EXPECT_EQ(verified(token, known).overall, verdict::invalid);
  profile["publicKey"] = json::array();
  for (int i = 0; i < 100; ++i) profile["publicKey"].push_back(old_url);
  profile["publicKey"].push_back(key_url);
  known.add(issuer_url, write_json(profile));
  EXPECT_EQ(verified(token, known).overall, verdict::invalid);
}

TEST_F(SignedAssertion, IsInvalidOnceRevoked) {
  known.add(list_url, write_json({{"revokedAssertions", {{{"id", id}, {"revocationReason", "erreur"}}}}}));
  const verification seen = verified(signed_badge, known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "status"), "status.revoked");
  known.add(list_url, write_json({{"revokedAssertions", {id}}}));
  EXPECT_EQ(code(verified(signed_badge, known), "status"), "status.revoked");
  known.add(list_url, "", 500);
  EXPECT_EQ(code(verified(signed_badge, known), "status"), "status.unreachable");
  EXPECT_EQ(verified(signed_badge, known).overall, verdict::indeterminate);
}

TEST_F(SignedAssertion, IsInvalidWhenSignedByAnotherKey) {
  const private_key other = new_key(key_type::p256);
  const verification seen = verified(sign(to_sign(), json::object(), other), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "proof"), "proof.signature_wrong");
}

TEST(Recipient, IsFoundByHashWhateverTheCaseOfTheAddress) {
  json document = hosted();
  // sha256("nobody@example.org" + "deadsea"), as in the Open Badges 2.0 examples.
  document["recipient"] = {{"type", "email"},
                           {"hashed", true},
                           {"salt", "deadsea"},
                           {"identity", "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"}};
  const snapshot known = site(document);
  verify_options options;
  options.documents = &known;
  EXPECT_EQ(code(verified(write_json(document), known), "recipient"), "-");
  // sha256("Nobody@example.org"): an issuer hashed what was typed, without salt, and wrote the digest in capitals.
  json typed = document;
  typed["recipient"].erase("salt");
  typed["recipient"]["identity"] = "sha256$01EA755F3AF68B0C7D562F667E79F76F5ACA17C091BE3100EC1D81882196F7C1";
  const snapshot typed_site = site(typed);
  verify_options typed_options;
  typed_options.documents = &typed_site;
  typed_options.recipient = "nobody@example.org";
  EXPECT_EQ(code(verified(write_json(typed), typed_options), "recipient"), "recipient.good");
  for (const char* asked : {"nobody@example.org", "Nobody@Example.org", " nobody@EXAMPLE.ORG "}) {
    options.recipient = asked;
    EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.good") << asked;
  }
  options.recipient = "somebody@example.org\n\nnobody@example.org\ndid:example:1";
  EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.good");
  options.recipient = "somebody@example.org\nanother@example.org";
  EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.mismatch");
  options.recipient = "somebody@example.org";
  const verification seen = verified(write_json(document), options);
  EXPECT_EQ(code(seen, "recipient"), "recipient.mismatch");
  EXPECT_EQ(seen.overall, verdict::invalid);
  options.recipient.clear();
  EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "-");
}

TEST(Recipient, MayBeAskedForByTheUriOfItsAddress) {
  json document = hosted();
  const std::string plain = document["recipient"]["identity"];
  const auto recipient = [&](const std::string& written, const std::string& asked) {
    document["recipient"]["identity"] = written;
    verify_options options;
    options.recipient = asked;
    return code(verified(write_json(document), options), "recipient");
  };
  for (const std::string& written : {plain, "mailto:" + plain, "MailTo:" + plain})
    for (const std::string& asked : {plain, "mailto:" + plain, "MAILTO:" + plain})
      EXPECT_EQ(recipient(written, asked), "recipient.good") << written << ' ' << asked;
  EXPECT_EQ(recipient("mailto:" + plain, "mailto:autre@example.org"), "recipient.mismatch");
}

TEST(Recipient, HasOnlySoManyIdentities) {
  verify_options options;
  for (int i = 0; i < 31; ++i) options.recipient += "p" + std::to_string(i) + "@example.org\n";
  options.recipient += "personne@example.org\n\n";
  EXPECT_EQ(code(verified(write_json(hosted()), options), "recipient"), "recipient.good");
  options.recipient += "one@example.org";
  const auto refused = verify_credential(write_json(hosted()), "test", options, at_noon());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.why().kind, failure::usage);
  EXPECT_EQ(refused.why().what.code(), "recipient.many");
}

TEST(Recipient, OfABadgeForADidIsNotToldByAnEmailAddress) {
  const private_key key = new_key(key_type::ed25519);
  json document = badge_3(did_key(key));
  verify_options options;
  const auto recipient = [&](const std::string& asked) {
    options.recipient = asked;
    return code(verified(sign(document, {{"kid", did_key(key)}}, key), options), "recipient");
  };
  EXPECT_EQ(recipient("did:example:personne"), "recipient.good");
  EXPECT_EQ(recipient("did:example:autre"), "recipient.mismatch");
  EXPECT_EQ(recipient("personne@example.org"), "recipient.not_stated");
  document["credentialSubject"]["identifier"] = {{{"type", "IdentityObject"},
                                                  {"hashed", false},
                                                  {"identityHash", "personne@example.org"},
                                                  {"identityType", "emailAddress"}}};
  EXPECT_EQ(recipient("Personne@example.org"), "recipient.good");
  EXPECT_EQ(recipient("autre@example.org"), "recipient.mismatch");
}

}  // namespace
}  // namespace activateur::test
