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

TEST(RealBadges, NameTheirContextInEveryPublishedWay) {
  const std::string base = "https://purl.imsglobal.org/spec/ob/v3p0/";
  const std::string newest = canonical(badge_with("tag", {"é"}));
  for (const char* name : {"context.json", "context-3.0.1.json", "context-3.0.2.json", "context/ob_v3p0.jsonld"}) {
    json document = badge_with("tag", {"é"});
    document["@context"][1] = base + name;
    EXPECT_EQ(canonical(document), newest) << name;
  }
}

}  // namespace
}  // namespace activateur
