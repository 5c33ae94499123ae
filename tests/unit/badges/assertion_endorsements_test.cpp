// Open Badges 2.0: endorsements of a badge, its class and its issuer.
#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

constexpr const char* issuer_url = "https://badges.example.org/issuer";
constexpr const char* class_url = "https://badges.example.org/class";
constexpr const char* badge_url = "https://badges.example.org/1";
constexpr const char* endorser_url = "https://endorser.example/profile";
constexpr const char* endorsement_url = "https://endorser.example/endorsements/1";
constexpr const char* key_url = "https://endorser.example/key";
constexpr const char* context_2 = "https://w3id.org/openbadges/v2";

json profile(const char* id) {
  return {{"@context", context_2},    {"id", id},  {"type", "Issuer"},
          {"name", "Atelier fictif"}, {"url", id}, {"email", "badges@example.org"}};
}

json badge_class() {
  return {{"@context", context_2},
          {"id", class_url},
          {"type", "BadgeClass"},
          {"name", "Accueillir un groupe"},
          {"description", "Accueille et oriente un groupe."},
          {"image", "https://badges.example.org/image.png"},
          {"criteria", {{"narrative", "Trois accueils observés."}}},
          {"issuer", issuer_url}};
}

json endorsement(const char* about, const char* way = "HostedBadge") {
  return {{"@context", context_2},
          {"id", endorsement_url},
          {"type", "Endorsement"},
          {"claim", {{"id", about}, {"endorsementComment", "Bien fait."}}},
          {"issuedOn", "2026-02-01T09:00:00Z"},
          {"issuer", endorser_url},
          {"verification", {{"type", way}}}};
}

json assertion(const json& endorsements) {
  return {{"@context", context_2},
          {"id", badge_url},
          {"type", "Assertion"},
          {"recipient", {{"type", "email"}, {"hashed", false}, {"identity", "personne@example.org"}}},
          {"issuedOn", "2026-01-15T09:00:00Z"},
          {"badge", class_url},
          {"verification", {{"type", "HostedBadge"}}},
          {"endorsement", endorsements}};
}

class Endorsement : public ::testing::Test {
 protected:
  Endorsement() {
    known.add(issuer_url, write_json(profile(issuer_url)));
    known.add(class_url, write_json(badge_class()));
    known.add(endorser_url, write_json(profile(endorser_url)));
  }
  verification seen(const json& endorsements) {
    const json document = assertion(endorsements);
    known.add(badge_url, write_json(document));
    return verified(write_json(document), known);
  }
  // An endorsement never changes the verdict of the badge.
  std::string told_of(const json& endorsements) {
    const verification all = seen(endorsements);
    EXPECT_EQ(all.overall, verdict::valid) << told(all);
    return code(all, "endorsements");
  }
  snapshot known;
};

TEST_F(Endorsement, IsGoodWhenItsIssuerHostsIt) {
  for (const char* about : {badge_url, class_url, issuer_url}) {
    known.add(endorsement_url, write_json(endorsement(about)));
    EXPECT_EQ(told_of(endorsement_url), "endorsements.good") << about;
    EXPECT_EQ(told_of(endorsement(about)), "endorsements.good") << about;
    EXPECT_EQ(told_of({{"id", endorsement_url}}), "endorsements.good") << about;
  }
  const verification all = seen({endorsement_url, endorsement_url});
  EXPECT_EQ(std::count_if(all.checks.begin(), all.checks.end(),
                          [](const check& c) { return c.name == "endorsements" && c.result == verdict::valid; }),
            2);
}

TEST_F(Endorsement, OfTheClassAndOfTheIssuerAreReadThere) {
  known.add(endorsement_url, write_json(endorsement(class_url)));
  json badge = badge_class();
  badge["endorsement"] = endorsement_url;
  known.add(class_url, write_json(badge));
  EXPECT_EQ(told_of(nullptr), "endorsements.good");
  known.add(class_url, write_json(badge_class()));
  EXPECT_EQ(told_of(nullptr), "-");
  json issuer = profile(issuer_url);
  issuer["endorsement"] = {endorsement_url};
  known.add(issuer_url, write_json(issuer));
  EXPECT_EQ(told_of(nullptr), "endorsements.good");
}

TEST_F(Endorsement, IsNotCheckedWithoutItsDocuments) {
  EXPECT_EQ(told_of(endorsement_url), "endorsements.document_missing");
  EXPECT_EQ(told_of(endorsement(badge_url)), "endorsements.incomplete");  // its copy is not at hand
  json orphan = endorsement(badge_url);
  orphan["issuer"] = "https://endorser.example/lost";
  known.add(endorsement_url, write_json(orphan));
  EXPECT_EQ(told_of(endorsement_url), "endorsements.incomplete");
}

TEST_F(Endorsement, IsRefusedForEachFault) {
  const auto told_with = [&](const char* name, const json& value) {
    json one = endorsement(badge_url);
    one[name] = value;
    known.add(endorsement_url, write_json(one));
    return told_of(endorsement_url);
  };
  EXPECT_EQ(told_with("type", "Assertion"), "endorsements.unreadable");
  EXPECT_EQ(told_with("claim", {{"id", "https://evil.example/badge"}}), "endorsements.not_about");
  EXPECT_EQ(told_with("claim", "bien"), "endorsements.not_about");
  EXPECT_EQ(told_with("claim", nullptr), "endorsements.not_about");
  EXPECT_EQ(told_with("issuedOn", nullptr), "endorsements.refused");
  EXPECT_EQ(told_with("issuedOn", "2099-01-01T00:00:00Z"), "endorsements.refused");
  EXPECT_EQ(told_with("verification", nullptr), "endorsements.refused");
  EXPECT_EQ(told_with("issuer", nullptr), "endorsements.refused");
  EXPECT_EQ(told_with("issuer", issuer_url), "endorsements.refused");  // another site than the endorsement's
  EXPECT_EQ(told_with("revoked", true), "endorsements.refused");
  known.add(endorsement_url, "[]");
  EXPECT_EQ(told_of(endorsement_url), "endorsements.unreadable");
  known.add(endorsement_url, write_json(endorsement(class_url)));
  EXPECT_EQ(told_of(endorsement(badge_url)), "endorsements.refused");  // its site serves another one
  EXPECT_EQ(told_of(json::array({7, json::array(), true, "x"})), "endorsements.document_missing");
}

TEST_F(Endorsement, MayBeSigned) {
  const private_key key = new_key(key_type::p256);
  json endorser = profile(endorser_url);
  endorser["publicKey"] = key_url;
  known.add(endorser_url, write_json(endorser));
  known.add(key_url, write_json({{"id", key_url}, {"owner", endorser_url}, {"publicKeyPem", key.public_part().pem()}}));
  json one = endorsement(badge_url, "SignedBadge");
  one["id"] = "urn:uuid:7ac1a1f6-2b3c-4d5e-8f90-0123456789ab";
  EXPECT_EQ(told_of(sign(one, json::object(), key)), "endorsements.good");
  known.add("https://endorser.example/1.jwt", sign(one, json::object(), key));
  EXPECT_EQ(told_of("https://endorser.example/1.jwt"), "endorsements.good");
  EXPECT_EQ(told_of(sign(one, json::object(), new_key(key_type::p256))), "endorsements.refused");
  EXPECT_EQ(told_of(one), "endorsements.refused");  // it says that it is signed, and is not
  const std::string none = to_base64url(as_octets(R"({"alg":"none"})")) + ".e30.";
  EXPECT_EQ(told_of(none).substr(0, 13), "endorsements.");
}

TEST_F(Endorsement, AreBoundedInNumberAndNotFollowedInALoop) {
  json self = endorsement(badge_url);
  self["endorsement"] = {endorsement_url, badge_url};
  known.add(endorsement_url, write_json(self));
  json many = json::array();
  for (int i = 0; i < 1000; ++i) many.push_back(endorsement_url);
  const verification all = seen(many);
  EXPECT_EQ(all.overall, verdict::valid) << all.checks.size();
  EXPECT_EQ(
      std::count_if(all.checks.begin(), all.checks.end(), [](const check& c) { return c.name == "endorsements"; }), 33);
  EXPECT_TRUE(has_code(all, "endorsements.too_many"));
}

}  // namespace
}  // namespace activateur::test
