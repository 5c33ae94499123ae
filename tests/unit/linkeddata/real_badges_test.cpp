// What signatures of real badges depend on and the published suites do not ask.
#include <gtest/gtest.h>

#include "linkeddata/canonicalization.hpp"
#include "linkeddata/jsonld.hpp"

namespace activateur {
namespace {

std::string canonical(const json& document) {
  const auto quads = to_rdf(document, {});
  EXPECT_TRUE(quads.ok()) << (quads.ok() ? "" : quads.why().text(language::en));
  if (!quads) return {};
  const auto out = canonicalize(*quads, canonical_hash::sha256, {}, {});
  EXPECT_TRUE(out.ok());
  return out ? out->nquads : std::string{};
}

json badge_with(const char* member, const json& value) {
  return {{"@context",
           {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
          {"id", "urn:uuid:1"},
          {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
          {"credentialSubject",
           {{"id", "urn:uuid:2"},
            {"type", "AchievementSubject"},
            {"achievement", {{"id", "urn:uuid:3"}, {"type", "Achievement"}, {member, value}}}}}};
}

// `allowedValue` is a list since 3.0.2: the order of grades is signed. Tags are a set: theirs is not.
TEST(RealBadges, SignTheOrderOfAllowedValuesAndNotThatOfTags) {
  const auto grades = [](const char* a, const char* b) {
    return canonical(badge_with("resultDescription",
                                {{{"id", "urn:uuid:4"}, {"type", "ResultDescription"}, {"allowedValue", {a, b}}}}));
  };
  EXPECT_NE(grades("acquis", "en cours"), grades("en cours", "acquis"));
  EXPECT_NE(grades("acquis", "en cours").find("rdf-syntax-ns#rest"), std::string::npos);
  EXPECT_EQ(canonical(badge_with("tag", {"a", "b"})), canonical(badge_with("tag", {"b", "a"})));
}

// RDFC-1.0 section 4.4.3: statements are in code point order, which is that of UTF-8 and not of UTF-16: U+FF5E comes
// before U+1F600.
TEST(RealBadges, AreOrderedByCodePoint) {
  const std::string out = canonical(badge_with("tag", {"\xF0\x9F\x98\x80", "\xEF\xBD\x9E", "é"}));
  const auto accent = out.find("\"é\""), wide = out.find("\"\xEF\xBD\x9E\""), face = out.find("\"\xF0\x9F\x98\x80\"");
  ASSERT_NE(face, std::string::npos) << out;
  EXPECT_LT(accent, wide);
  EXPECT_LT(wide, face);
}

// Earlier contents give some terms other IRIs and datatypes, and those before 3.0.2 belong to Verifiable
// Credentials 1.1: they redefine terms that 2.0 protects. A signature made over them holds only with them.
TEST(RealBadges, NameTheirContextInEveryPublishedWay) {
  const std::string base = "https://purl.imsglobal.org/spec/ob/v3p0/";
  const auto by = [&](const char* credentials, const char* badges) {
    json document = badge_with("tag", {"é"});
    document["@context"] = {credentials, base + badges};
    return canonical(document);
  };
  const char* vc_1 = "https://www.w3.org/2018/credentials/v1";
  const char* vc_2 = "https://www.w3.org/ns/credentials/v2";
  EXPECT_NE(by(vc_2, "context-3.0.2.json").find("vocab.html#achievement-0>"), std::string::npos);
  EXPECT_NE(by(vc_2, "context-3.0.3.json").find("vocab.html#achievement>"), std::string::npos);
  for (const char* older : {"context.json", "context-3.0.1.json"})
    EXPECT_NE(by(vc_1, older).find("\"é\"^^<https://www.w3.org/2001/XMLSchema#string>"), std::string::npos) << older;
  EXPECT_NE(by(vc_1, "context/ob_v3p0.jsonld"), "");
}

}  // namespace
}  // namespace activateur
