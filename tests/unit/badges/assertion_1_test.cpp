// Open Badges 0.5, 1.0 and 1.1: hosted and signed.
#include <cstdlib>
#include <functional>

#include "fictitious_issuer.hpp"
#include "shared_data.hpp"

namespace activateur::test {
namespace {

constexpr const char* site = "https://badges.example.org";
constexpr const char* issuer_url = "https://badges.example.org/issuer.json";
constexpr const char* class_url = "https://badges.example.org/class.json";
constexpr const char* badge_url = "https://badges.example.org/1.json";
constexpr const char* key_url = "https://badges.example.org/key.pem";
constexpr const char* list_url = "https://badges.example.org/revoked.json";

json issuer_1() { return {{"name", "Atelier fictif"}, {"url", site}}; }

json class_1() {
  return {{"name", "Accueillir un groupe"},
          {"description", "Accueille et oriente un groupe."},
          {"image", "https://badges.example.org/image.png"},
          {"criteria", "https://badges.example.org/criteria.html"},
          {"issuer", issuer_url},
          {"alignment", {{{"name", "Services domestiques"}, {"url", "https://example.org/rome/K1304"}}}}};
}

json assertion_1(const char* way, const char* url) {
  return {{"uid", "abc-1"},
          {"recipient", {{"type", "email"}, {"hashed", false}, {"identity", "personne@example.org"}}},
          {"badge", class_url},
          {"issuedOn", "2015-04-30"},
          {"verify", {{"type", way}, {"url", url}}}};
}

json hosted_1() { return assertion_1("hosted", badge_url); }

// The same in 1.1: contexts, types and ids.
json as_1_1(json document, const char* type, const char* id) {
  document["@context"] = "https://w3id.org/openbadges/v1";
  document["type"] = type;
  document["id"] = id;
  return document;
}

json badge_0_5() {
  return {{"recipient", "personne@example.org"},
          {"issued_on", "2011-06-01"},
          {"badge",
           {{"version", "0.5.0"},
            {"name", "Accueillir un groupe"},
            {"image", "/image.png"},
            {"description", "Accueille et oriente un groupe."},
            {"criteria", "/criteria.html"},
            {"issuer", {{"origin", site}, {"name", "Atelier fictif"}}}}}};
}

snapshot pages(const json& issuer = issuer_1(), const json& badge = class_1()) {
  snapshot out;
  out.add(issuer_url, write_json(issuer));
  out.add(class_url, write_json(badge));
  return out;
}

snapshot pages_with(const json& served, const char* url = badge_url) {
  snapshot out = pages();
  out.add(url, write_json(served));
  return out;
}

TEST(HostedAssertion1, IsValidWhenItsSiteServesTheSame) {
  const verification seen = verified(write_json(hosted_1()), pages_with(hosted_1()));
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "hosted"), "hosted.copy_matches");
  EXPECT_EQ(code(seen, "context"), "-");
  EXPECT_EQ(seen.subject.version, badge_version::ob_1_0);
  EXPECT_EQ(seen.subject.proof, proof_form::hosted);
  EXPECT_EQ(seen.subject.id, badge_url);
  EXPECT_EQ(seen.subject.issuer.id, issuer_url);
  ASSERT_EQ(seen.subject.what.alignments.size(), 1U);
  EXPECT_EQ(seen.subject.what.alignments[0].target_name, "Services domestiques");
}

TEST(HostedAssertion1, IsValidInVersion11) {
  snapshot known = pages(as_1_1(issuer_1(), "Issuer", issuer_url), as_1_1(class_1(), "BadgeClass", class_url));
  json document = as_1_1(hosted_1(), "Assertion", badge_url);
  known.add(badge_url, write_json(document));
  const verification seen = verified(write_json(document), known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(seen.subject.version, badge_version::ob_1_1);
  EXPECT_EQ(code(seen, "context"), "context.good");
  EXPECT_EQ(code(seen, "type"), "type.good");
  // `id` is where it is accessible when `verify` does not say.
  document["verify"] = {{"type", "hosted"}};
  document.erase("uid");
  known.add(badge_url, write_json(document));
  EXPECT_EQ(verified(write_json(document), known).overall, verdict::valid);
}

TEST(HostedAssertion1, NeedsTypesOnceItHasAContext) {
  snapshot known = pages(as_1_1(issuer_1(), "Person", issuer_url), as_1_1(class_1(), "Badge", class_url));
  const json document = as_1_1(hosted_1(), "Badge", badge_url);
  known.add(badge_url, write_json(document));
  const verification seen = verified(write_json(document), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "type"), "type.wrong");
  EXPECT_EQ(code(seen, "achievement"), "achievement.type");
  EXPECT_EQ(code(seen, "issuer"), "issuer.type");
}

TEST(HostedAssertion1, CountsHttpAndHttpsOfOneHostAsOneSite) {
  const char* old = "http://badges.example.org/1.json";
  const json document = assertion_1("hosted", old);
  EXPECT_EQ(verified(write_json(document), pages_with(document, old)).overall, verdict::valid);
}

TEST(HostedAssertion1, IsIndeterminateWithoutItsCopyAndValidWhenJustFetched) {
  const snapshot known = pages();
  EXPECT_EQ(code(verified(write_json(hosted_1()), known), "hosted"), "hosted.copy_missing");
  EXPECT_EQ(verified(write_json(hosted_1()), known).overall, verdict::indeterminate);
  verify_options options;
  options.documents = &known;
  options.fetched_from = badge_url;
  EXPECT_EQ(code(verified(write_json(hosted_1()), options), "hosted"), "hosted.fetched");
  EXPECT_EQ(verified(write_json(hosted_1()), options).overall, verdict::valid);
  options.fetched_from = "https://badges.example.org/2.json";
  EXPECT_EQ(verified(write_json(hosted_1()), options).overall, verdict::indeterminate);
  const snapshot moved = pages_with(hosted_1(), "https://badges.example.org/moved/1.json");
  EXPECT_EQ(code(verified(write_json(hosted_1()), moved), "hosted"), "hosted.served_elsewhere");
}

TEST(HostedAssertion1, IsIndeterminateWithoutItsClassOrItsIssuer) {
  snapshot known;
  known.add(badge_url, write_json(hosted_1()));
  verification seen = verified(write_json(hosted_1()), known);
  EXPECT_EQ(seen.overall, verdict::indeterminate);
  EXPECT_EQ(code(seen, "achievement"), "achievement.document_missing");
  EXPECT_EQ(code(seen, "issuer"), "issuer.unknown");
  EXPECT_EQ(code(seen, "hosted"), "hosted.issuer_missing");
  known.add(class_url, write_json(class_1()));
  seen = verified(write_json(hosted_1()), known);
  EXPECT_EQ(seen.overall, verdict::indeterminate);
  EXPECT_EQ(code(seen, "issuer"), "issuer.document_missing");
  EXPECT_EQ(code(seen, "hosted"), "hosted.copy_matches");
}

TEST(HostedAssertion1, IsInvalidWhenTheCopyDiffersIsGoneOrRevoked) {
  json other = hosted_1();
  other["recipient"]["identity"] = "autre@example.org";
  EXPECT_EQ(code(verified(write_json(hosted_1()), pages_with(other)), "hosted"), "hosted.copy_differs");
  for (const int status : {404, 410}) {
    snapshot gone = pages();
    gone.add(badge_url, "", status);
    EXPECT_EQ(code(verified(write_json(hosted_1()), gone), "hosted"), "hosted.gone");
    EXPECT_EQ(verified(write_json(hosted_1()), gone).overall, verdict::invalid);
  }
  snapshot revoked = pages();
  revoked.add(badge_url, R"({"revoked": true, "revocationReason": "erreur"})", 410);
  const verification seen = verified(write_json(hosted_1()), revoked);
  EXPECT_EQ(code(seen, "hosted"), "hosted.revoked");
  EXPECT_NE(told(seen).find("erreur"), std::string::npos);
  EXPECT_EQ(code(verified(write_json(hosted_1()), pages_with({{"revoked", true}})), "hosted"), "hosted.revoked");
  snapshot down = pages();
  down.add(badge_url, "", 503);
  EXPECT_EQ(verified(write_json(hosted_1()), down).overall, verdict::indeterminate);
}

TEST(HostedAssertion1, IsInvalidAwayFromTheSiteOfItsIssuer) {
  const char* evil = "https://evil.example/1.json";
  const json forged = assertion_1("hosted", evil);
  verification seen = verified(write_json(forged), pages_with(forged, evil));
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "hosted"), "hosted.outside_scope");
  // Neither does a class elsewhere speak for the issuer it names.
  json document = hosted_1();
  document["badge"] = "https://evil.example/class.json";
  snapshot known = pages_with(document);
  known.add("https://evil.example/class.json", write_json(class_1()));
  seen = verified(write_json(document), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "issuer"), "issuer.class_elsewhere");
}

TEST(HostedAssertion1, RefusesAProfileThatClaimsToBeAnotherSite) {
  snapshot known = pages_with(hosted_1());
  known.add(issuer_url, write_json(as_1_1(issuer_1(), "Issuer", "https://ministere.example/profil")));
  EXPECT_EQ(code(verified(write_json(hosted_1()), known), "issuer"), "issuer.id_elsewhere");
}

TEST(HostedAssertion1, NamesEachFaultOfStructure) {
  struct fault {
    std::function<void(json& assertion, json& badge, json& issuer)> spoil;
    const char* code;
  };
  const fault faults[] = {
      {[](json& a, json&, json&) { a.erase("uid"); }, "subject.missing"},
      {[](json& a, json&, json&) { a["recipient"] = "personne@example.org"; }, "subject.missing"},
      {[](json& a, json&, json&) { a["recipient"].erase("type"); }, "subject.missing"},
      {[](json& a, json&, json&) { a["recipient"].erase("identity"); }, "subject.missing"},
      {[](json& a, json&, json&) { a["recipient"]["hashed"] = "perhaps"; }, "subject.identity"},
      {[](json& a, json&, json&) { a["recipient"]["hashed"] = true; }, "subject.identity"},
      {[](json& a, json&, json&) { a["recipient"]["identity"] = "personne"; }, "subject.identity"},
      {[](json& a, json&, json&) { a.erase("badge"); }, "achievement.missing"},
      {[](json& a, json&, json&) { a["badge"] = "class"; }, "achievement.not_an_address"},
      {[](json& a, json&, json&) { a["badge"] = 7; }, "achievement.not_an_address"},
      {[](json& a, json&, json&) { a["image"] = "image.png"; }, "image.not_an_address"},
      {[](json& a, json&, json&) { a["issuedOn"] = "hier"; }, "dates.malformed"},
      {[](json& a, json&, json&) { a.erase("issuedOn"); }, "dates.missing"},
      {[](json& a, json&, json&) { a["expires"] = 1500000000; }, "dates.expired"},
      {[](json& a, json&, json&) { a["issuedOn"] = "2099-01-01"; }, "dates.not_yet_valid"},
      {[](json& a, json&, json&) { a["expires"] = "2015-04-29"; }, "dates.order"},
      {[](json& a, json&, json&) { a["verify"].erase("type"); }, "proof.missing"},
      {[](json& a, json&, json&) { a["verify"]["type"] = "signed"; }, "proof.missing"},
      {[](json& a, json&, json&) { a["verify"]["url"] = "1.json"; }, "hosted.url_not_web"},
      {[](json& a, json&, json&) { a["verify"].erase("url"); }, "hosted.url_not_web"},
      {[](json& a, json&, json&) { a["revoked"] = true; }, "status.revoked"},
      {[](json&, json& b, json&) { b.erase("name"); }, "achievement.property_missing"},
      {[](json&, json& b, json&) { b["description"] = 3; }, "achievement.property_missing"},
      {[](json&, json& b, json&) { b.erase("image"); }, "achievement.property_missing"},
      {[](json&, json& b, json&) { b["image"] = "data:text/html,x"; }, "achievement.image"},
      {[](json&, json& b, json&) { b["criteria"] = "on demand"; }, "achievement.property_missing"},
      {[](json&, json& b, json&) { b["alignment"][0].erase("url"); }, "achievement.alignment"},
      {[](json&, json& b, json&) {
         b = json::array({1, 2});
       },
       "achievement.document_unreadable"},
      {[](json&, json& b, json&) { b.erase("issuer"); }, "issuer.missing"},
      {[](json&, json& b, json&) {
         b["issuer"] = {{"name", "Atelier fictif"}};
       },
       "issuer.not_an_address"},
      {[](json&, json&, json& i) { i.erase("name"); }, "issuer.property_missing"},
      {[](json&, json&, json& i) { i.erase("url"); }, "issuer.property_missing"},
      {[](json&, json&, json& i) { i = json::array({"x"}); }, "issuer.document_unreadable"},
  };
  for (const fault& one : faults) {
    json document = hosted_1();
    json badge = class_1();
    json issuer = issuer_1();
    one.spoil(document, badge, issuer);
    snapshot known = pages(issuer, badge);
    known.add(badge_url, write_json(document));
    const verification seen = verified(write_json(document), known);
    EXPECT_TRUE(has_code(seen, one.code)) << one.code << '\n' << told(seen);
    EXPECT_EQ(seen.overall, verdict::invalid) << one.code << '\n' << told(seen);
  }
}

TEST(HostedAssertion1, ReadsDatesAsSecondsSince1970) {
  for (const json& date : {json(1430352000), json("1430352000"), json("2015-04-30"), json("2015-04-30T00:00:00Z")}) {
    json document = hosted_1();
    document["issuedOn"] = date;
    const verification seen = verified(write_json(document), pages_with(document));
    EXPECT_EQ(seen.overall, verdict::valid) << date << told(seen);
    EXPECT_EQ(seen.subject.issued, parse_date_time("2015-04-30T00:00:00Z")) << date;
  }
  for (const json& date : {json(-1), json(1430352000000), json(1.5), json("14303520001"), json(json::array({1, 2}))}) {
    json document = hosted_1();
    document["issuedOn"] = date;
    EXPECT_EQ(code(verified(write_json(document), pages_with(document)), "dates"), "dates.malformed") << date;
  }
}

// A byte of the badge, whichever it is, while the site serves the badge as it was.
TEST(HostedAssertion1, IsNeverValidWhicheverByteIsChanged) {
  const std::string good = write_json(hosted_1());
  const snapshot known = pages_with(hosted_1());
  verify_options options;
  options.documents = &known;
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char other : {'x', '"', '1', '}'}) {
      std::string altered = good;
      if (altered[i] == other) continue;
      altered[i] = other;
      const auto seen = verify_credential(altered, "test", options, at_noon());
      EXPECT_TRUE(!seen || seen->overall != verdict::valid) << altered;
    }
  }
}

// Whatever stands where an object is expected: an answer, never valid.
TEST(HostedAssertion1, IsNeverValidInHostileShapes) {
  const json shapes[] = {json(nullptr),
                         json(true),
                         json(1e300),
                         json(""),
                         json("x"),
                         json::array(),
                         json::array({nullptr}),
                         json::array({1, "x"}),
                         json::object(),
                         json{{"id", 1}},
                         json{{"@value", {{"@value", 1}}}}};
  for (const json& shape : shapes) {
    for (const char* name : {"recipient", "badge", "verify", "issuedOn"}) {
      json document = hosted_1();
      document[name] = shape;
      if (document["badge"].is_object() && document["recipient"].is_string()) continue;
      const auto seen = verify_credential(write_json(document), "test", {}, at_noon());
      EXPECT_TRUE(!seen || seen->overall != verdict::valid) << name << shape;
    }
    for (const char* name : {"name", "issuer", "criteria", "image"}) {
      json badge = class_1();
      badge[name] = shape;
      snapshot known = pages(issuer_1(), badge);
      known.add(badge_url, write_json(hosted_1()));
      const verification seen = verified(write_json(hosted_1()), known);
      const bool good = std::string_view(name) == "name" && shape == json("x");
      EXPECT_EQ(seen.overall == verdict::valid, good) << name << shape << told(seen);
    }
  }
}

TEST(HostedAssertion1, EndsWhenItsAddressesNameEachOther) {
  json loop = hosted_1();
  loop["badge"] = badge_url;
  loop["issuer"] = badge_url;
  const verification seen = verified(write_json(loop), pages_with(loop));
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "achievement"), "achievement.property_missing");
}

std::string code_of(const std::string& bytes, const document_source& documents, const char* check_name) {
  verify_options options;
  options.documents = &documents;
  const verification seen = verified(bytes, options);
  if (std::string_view(check_name) == "overall") return std::string(name(seen.overall));
  return code(seen, check_name);
}

TEST(HostedAssertion1, IsNotProvedByWhatItsSiteOnlyLeadsTo) {
  const std::string bytes = write_json(hosted_1());
  const open_redirect away(pages_with(hosted_1()), badge_url, "https://evil.example/1.json");
  EXPECT_EQ(code_of(bytes, away, "hosted"), "hosted.redirected");
  EXPECT_EQ(code_of(bytes, away, "overall"), "indeterminate");
  const open_redirect issuer_away(pages_with(hosted_1()), issuer_url, "https://evil.example/issuer.json");
  EXPECT_EQ(code_of(bytes, issuer_away, "issuer"), "issuer.redirected");
  EXPECT_EQ(code_of(bytes, issuer_away, "overall"), "indeterminate");
  const open_redirect moved(pages_with(hosted_1()), badge_url, "https://badges.example.org/new/1.json");
  EXPECT_EQ(code_of(bytes, moved, "overall"), "valid");
  const std::string older = write_json(badge_0_5());
  snapshot known;
  known.add(badge_url, older);
  EXPECT_EQ(code_of(older, known, "overall"), "valid");
  EXPECT_EQ(code_of(older, open_redirect(known, badge_url, "https://evil.example/1.json"), "overall"), "indeterminate");
}

TEST(HostedAssertion0_5, IsValidOnlyFromTheSiteOfItsIssuer) {
  const std::string bytes = write_json(badge_0_5());
  verification seen = verified(bytes);
  EXPECT_EQ(seen.overall, verdict::indeterminate) << told(seen);
  EXPECT_EQ(code(seen, "hosted"), "hosted.address_unknown");
  EXPECT_EQ(seen.subject.version, badge_version::ob_0_5);
  EXPECT_EQ(seen.subject.issuer.id, site);

  verify_options options;
  options.fetched_from = "https://badges.example.org/old/1.json";
  seen = verified(bytes, options);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "hosted"), "hosted.fetched");
  for (const char* elsewhere : {"https://evil.example/1.json", "http://badges.example.org/old/1.json"}) {
    options.fetched_from = elsewhere;
    EXPECT_EQ(verified(bytes, options).overall, verdict::indeterminate) << elsewhere;
  }

  snapshot known;
  known.add("https://evil.example/1.json", bytes);
  EXPECT_EQ(verified(bytes, known).overall, verdict::indeterminate);
  known.add("http://badges.example.org/1.json", bytes);
  EXPECT_EQ(code(verified(bytes, known), "hosted"), "hosted.copy_matches");
  EXPECT_EQ(verified(bytes, known).overall, verdict::valid);
}

// The first pictures held only the address of the badge; an svg says it the same way.
TEST(HostedAssertion0_5, IsReadFromAPictureThatHoldsItsAddress) {
  const auto picture = [](const std::string& url) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\">"
           "<openbadges:assertion verify=\"" +
           url + "\"/></svg>";
  };
  snapshot known;
  known.add("https://badges.example.org/1.json", write_json(badge_0_5()));
  known.add("https://evil.example/1.json", write_json(badge_0_5()));
  const verification seen = verified(picture("https://badges.example.org/1.json"), known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "hosted"), "hosted.copy_matches");
  const verification forged = verified(picture("https://evil.example/1.json"), known);
  EXPECT_EQ(forged.overall, verdict::invalid) << told(forged);
  EXPECT_EQ(code(forged, "hosted"), "hosted.outside_scope");
  // A picture that the issuer's site shows proves nothing: anybody may have given it to the site.
  verify_options options;
  options.documents = &known;
  options.fetched_from = "https://badges.example.org/pictures/1.svg";
  EXPECT_EQ(verified(picture("https://evil.example/1.json"), options).overall, verdict::invalid);
  const std::string held =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\">"
      "<openbadges:assertion><![CDATA[" +
      write_json(badge_0_5()) + "]]></openbadges:assertion></svg>";
  known.add("https://badges.example.org/pictures/1.svg", held);
  const verification shown = verified(held, options);
  EXPECT_EQ(shown.overall, verdict::indeterminate) << told(shown);
  EXPECT_EQ(code(shown, "hosted"), "hosted.address_unknown");
}

TEST(HostedAssertion0_5, NamesEachFaultOfStructure) {
  struct fault {
    std::function<void(json&)> spoil;
    const char* code;
  };
  const fault faults[] = {
      {[](json& d) { d["recipient"] = "personne"; }, "subject.identity"},
      {[](json& d) { d["recipient"] = ""; }, "subject.missing"},
      {[](json& d) { d["badge"].erase("name"); }, "achievement.property_missing"},
      {[](json& d) { d["badge"]["image"] = "image.png"; }, "achievement.image"},
      {[](json& d) { d["badge"].erase("criteria"); }, "achievement.property_missing"},
      {[](json& d) { d["badge"].erase("issuer"); }, "issuer.missing"},
      {[](json& d) { d["badge"]["issuer"].erase("name"); }, "issuer.property_missing"},
      {[](json& d) { d["badge"]["issuer"]["origin"] = "badges.example.org"; }, "issuer.not_an_address"},
      {[](json& d) { d["issued_on"] = "June"; }, "dates.malformed"},
      {[](json& d) { d["expires"] = "2012-06-01"; }, "dates.expired"},
  };
  for (const fault& one : faults) {
    json document = badge_0_5();
    one.spoil(document);
    verify_options options;
    options.fetched_from = "https://badges.example.org/1.json";
    const verification seen = verified(write_json(document), options);
    EXPECT_TRUE(has_code(seen, one.code)) << one.code << told(seen);
    EXPECT_EQ(seen.overall, verdict::invalid) << one.code << told(seen);
  }
}

TEST(HostedAssertion0_5, MayLeaveItsDatesOut) {
  json document = badge_0_5();
  document.erase("issued_on");
  verify_options options;
  options.fetched_from = "https://badges.example.org/1.json";
  EXPECT_EQ(verified(write_json(document), options).overall, verdict::valid);
}

// The salt stands beside the hash; python: hashlib.sha256(b"personne@example.orgsel gris").hexdigest()
TEST(HostedAssertion0_5, FindsItsRecipientBySaltedHash) {
  json document = badge_0_5();
  document["recipient"] = "sha256$cf53ae1de273f9687aa611934dec701dc57af840774e874f5c3716234130085d";
  document["salt"] = "sel gris";
  verify_options options;
  for (const char* asked : {"personne@example.org", "PERSONNE@example.org"}) {
    options.recipient = asked;
    EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.good") << asked;
  }
  options.recipient = "autre@example.org";
  EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.mismatch");
  document["recipient"] = "md5$d871995f469d889b0adfe2f6b27a6509";
  options.recipient = "personne@example.org";
  EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.good");
  document["salt"] = "autre";
  EXPECT_EQ(code(verified(write_json(document), options), "recipient"), "recipient.mismatch");
}

// Made once: an RSA key takes a while.
const private_key& rsa_key() {
  static const private_key key = new_key(key_type::rsa);
  return key;
}

class SignedAssertion1 : public ::testing::Test {
 protected:
  SignedAssertion1() {
    json issuer = issuer_1();
    issuer["revocationList"] = list_url;
    known = pages(issuer);
    known.add(key_url, key.public_part().pem());
    known.add(list_url, "{}");
  }
  [[nodiscard]] std::string token(const json& of) const { return sign(of, {{"typ", "JWT"}}, key); }
  private_key key = rsa_key();
  json document = assertion_1("signed", key_url);
  snapshot known;
};

TEST_F(SignedAssertion1, IsValidWhenTheKeyIsOnTheSiteOfTheIssuer) {
  const verification seen = verified(token(document), known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  EXPECT_EQ(code(seen, "key"), "key.anchored");
  EXPECT_EQ(code(seen, "status"), "status.good");
  EXPECT_EQ(seen.subject.version, badge_version::ob_1_0);
  EXPECT_EQ(seen.subject.proof, proof_form::jws);
  EXPECT_EQ(seen.subject.id, "abc-1");
  const verification newer = verified(token(as_1_1(document, "Assertion", "urn:uuid:1")), known);
  EXPECT_EQ(newer.overall, verdict::valid) << told(newer);
  EXPECT_EQ(newer.subject.version, badge_version::ob_1_1);
}

TEST_F(SignedAssertion1, ReadsTheKeyAsPemOrAsADocument) {
  known.add(key_url, "\n" + key.public_part().pem() + "\n");
  EXPECT_EQ(verified(token(document), known).overall, verdict::valid);
  json published{{"type", "CryptographicKey"}, {"publicKeyPem", key.public_part().pem()}};
  known.add(key_url, write_json(published));
  EXPECT_EQ(verified(token(document), known).overall, verdict::valid);
  published["revoked"] = "2020-01-01T00:00:00Z";
  known.add(key_url, write_json(published));
  EXPECT_EQ(code(verified(token(document), known), "key"), "key.revoked");
}

TEST_F(SignedAssertion1, IsInvalidWhenTheKeyIsOnAnotherSite) {
  document["verify"]["url"] = "https://evil.example/key.pem";
  known.add("https://evil.example/key.pem", key.public_part().pem());
  const verification seen = verified(token(document), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "proof"), "proof.good");
  EXPECT_EQ(code(seen, "key"), "key.outside_site");
}

TEST_F(SignedAssertion1, IsNotProvedByAKeyOfAnotherIssuerOfTheSite) {
  json published{{"owner", issuer_url}, {"publicKeyPem", key.public_part().pem()}};
  known.add(key_url, write_json(published));
  EXPECT_EQ(verified(token(document), known).overall, verdict::valid);
  published["owner"] = "https://badges.example.org/another-issuer.json";
  known.add(key_url, write_json(published));
  EXPECT_EQ(code(verified(token(document), known), "key"), "key.owner");
  known.add(key_url, key.public_part().pem());
  const open_redirect away(known, key_url, "https://evil.example/key.pem");
  EXPECT_EQ(code_of(token(document), away, "key"), "key.redirected");
  EXPECT_EQ(code_of(token(document), away, "overall"), "indeterminate");
}

TEST_F(SignedAssertion1, IsIndeterminateWhenItsKeyItsClassOrItsListIsNotAtHand) {
  snapshot no_key = pages();
  EXPECT_EQ(code(verified(token(document), no_key), "key"), "key.document_missing");
  EXPECT_EQ(verified(token(document), no_key).overall, verdict::indeterminate);
  snapshot no_class;
  no_class.add(key_url, key.public_part().pem());
  const verification seen = verified(token(document), no_class);
  EXPECT_EQ(seen.overall, verdict::indeterminate) << told(seen);
  EXPECT_EQ(code(seen, "proof"), "proof.good");
  EXPECT_EQ(code(seen, "key"), "issuer.unknown");
  known.add(list_url, "", 500);
  EXPECT_EQ(code(verified(token(document), known), "status"), "status.unreachable");
  EXPECT_EQ(verified(token(document), known).overall, verdict::indeterminate);
  known.add(list_url, "[1]");
  EXPECT_EQ(code(verified(token(document), known), "status"), "status.list_malformed");
}

TEST_F(SignedAssertion1, IsInvalidOnceListedByUidOrById) {
  known.add(list_url, R"({"abc-1": "donné par erreur"})");
  const verification seen = verified(token(document), known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "status"), "status.revoked");
  EXPECT_NE(told(seen).find("donné par erreur"), std::string::npos);
  const json newer = as_1_1(document, "Assertion", "https://badges.example.org/7");
  known.add(list_url, R"({"https://badges.example.org/7": null})");
  EXPECT_EQ(code(verified(token(newer), known), "status"), "status.revoked");
  // The issuer's list may have moved to the form of 2.0.
  known.add(list_url, R"({"revokedAssertions": [{"uid": "abc-1", "revocationReason": "erreur"}]})");
  EXPECT_EQ(code(verified(token(document), known), "status"), "status.revoked");
  known.add(list_url, R"({"abc-2": "autre"})");
  EXPECT_EQ(verified(token(document), known).overall, verdict::valid);
}

TEST_F(SignedAssertion1, IsInvalidWhenSignedByAnotherKeyOrAltered) {
  const private_key other = new_key(key_type::rsa);
  EXPECT_EQ(code(verified(sign(document, {{"typ", "JWT"}}, other), known), "proof"), "proof.signature_wrong");
  EXPECT_EQ(verified(sign(document, {{"typ", "JWT"}}, other), known).overall, verdict::invalid);
  known.add(key_url, new_key(key_type::p256).public_part().pem());
  EXPECT_EQ(code(verified(token(document), known), "proof"), "proof.algorithm_mismatch");
  std::string altered = token(document);
  const auto dot = altered.find('.');
  altered[dot + 40] = altered[dot + 40] == 'A' ? 'B' : 'A';
  known.add(key_url, key.public_part().pem());
  const auto seen = verify_credential(altered, "test", {}, at_noon());
  EXPECT_TRUE(!seen || seen->overall != verdict::valid);
}

// A character of the token, whichever and wherever it is.
TEST_F(SignedAssertion1, IsNeverValidWhicheverCharacterIsChanged) {
  const private_key small = new_key(key_type::p256);
  known.add(key_url, small.public_part().pem());
  verify_options options;
  options.documents = &known;
  const std::string good = sign(document, {{"typ", "JWT"}}, small);
  ASSERT_EQ(verified(good, options).overall, verdict::valid);
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char other : {'A', '_', '.', ' '}) {
      std::string altered = good;
      if (altered[i] == other) continue;
      altered[i] = other;
      const auto seen = verify_credential(altered, "test", options, at_noon());
      EXPECT_TRUE(!seen || seen->overall != verdict::valid) << i << other;
    }
  }
}

TEST_F(SignedAssertion1, IsInvalidWhenItsKeyIsNoneOrGone) {
  for (const char* body : {"", "-----BEGIN PUBLIC KEY-----", "{}", "[]", "{\"publicKeyPem\": 1}", "<html></html>"}) {
    known.add(key_url, body);
    EXPECT_EQ(verified(token(document), known).overall, verdict::invalid) << body;
  }
  known.add(key_url, "", 410);
  EXPECT_EQ(code(verified(token(document), known), "key"), "key.gone");
  document["verify"]["url"] = "file:///etc/passwd";
  EXPECT_EQ(code(verified(token(document), known), "key"), "key.url_not_web");
  document["verify"] = {{"type", "hosted"}, {"url", badge_url}};
  EXPECT_EQ(code(verified(token(document), known), "proof"), "proof.way_mismatch");
  EXPECT_EQ(verified(token(document), known).overall, verdict::invalid);
}

TEST_F(SignedAssertion1, IsInvalidWhenItsTokenIsRefused) {
  const std::string good = token(document);
  const std::string none = to_base64url(as_octets(R"({"alg":"none"})")) + good.substr(good.find('.'));
  const verification seen = verified(none, known);
  EXPECT_EQ(seen.overall, verdict::invalid);
  EXPECT_EQ(code(seen, "key"), "key.not_examined");
  EXPECT_EQ(seen.subject.name, "Accueillir un groupe");
}

// Key and signature made by another program: what it signs is what is verified here.
TEST_F(SignedAssertion1, IsVerifiedWhenTheOpensslProgramSignedIt) {
  const scratch_directory folder;
  const auto run = [&](const std::string& command) {
    return std::system(("cd '" + folder.string() + "' && openssl " + command + " >/dev/null 2>&1").c_str());
  };
  if (run("version") != 0) GTEST_SKIP() << "the openssl program is not there";
  const std::string header = to_base64url(as_octets(R"({"alg":"RS256","typ":"JWT"})"));
  const std::string input = header + '.' + to_base64url(as_octets(write_json(document, 2)));
  folder.write("input", input);
  ASSERT_EQ(run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key"), 0);
  ASSERT_EQ(run("pkey -in key -pubout -out key.pem"), 0);
  ASSERT_EQ(run("dgst -sha256 -sign key -out signature input"), 0);
  known.add(key_url, slurp(folder / "key.pem"));
  const std::string signature = slurp(folder / "signature");
  const verification seen = verified(input + '.' + to_base64url(as_octets(signature)), known);
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);

  // And it verifies what is signed here.
  const std::string ours = token(document);
  const auto dot = ours.rfind('.');
  const auto bytes = from_base64url(std::string_view(ours).substr(dot + 1));
  ASSERT_TRUE(bytes);
  folder.write("input", ours.substr(0, dot));
  folder.write("signature", as_text(*bytes));
  folder.write("ours.pem", key.public_part().pem());
  EXPECT_EQ(run("dgst -sha256 -verify ours.pem -signature signature input"), 0);
}

}  // namespace
}  // namespace activateur::test
