// JSON Schemas that credentials and extensions name.
#include "badges/schema_check.hpp"

#include "fictitious_issuer.hpp"

namespace activateur::test {
namespace {

class CredentialSchema : public ::testing::Test {
 protected:
  [[nodiscard]] std::string token(const char* type = "1EdTechJsonSchemaValidator2019") const {
    json document = badge_3(did_key(key));
    document["credentialSchema"] = json::array({{{"id", url}, {"type", type}}});
    return sign(document, {{"kid", did_key(key)}}, key);
  }
  void serve(const json& schema) { known.add(url, write_json(schema)); }
  private_key key = new_key(key_type::ed25519);
  std::string url = "https://schemas.example.org/badge.json";
  snapshot known;
};

TEST_F(CredentialSchema, ThatIsNotAtHandIsNotedUnlessThePolicyRequiresIt) {
  const verification seen = verified(token(), known);
  EXPECT_EQ(code(seen, "schema"), "schema.missing");
  EXPECT_EQ(seen.overall, verdict::valid) << told(seen);
  verification_policy strict;
  strict.require_schema = true;
  verify_options options;
  options.policy = &strict;
  EXPECT_EQ(verified(token(), options).overall, verdict::indeterminate);
}

TEST_F(CredentialSchema, DecidesWhenItIsAtHand) {
  serve({{"$schema", "https://json-schema.org/draft/2019-09/schema"}, {"required", {"credentialSubject"}}});
  EXPECT_EQ(code(verified(token(), known), "schema"), "schema.good");
  serve({{"properties", {{"name", {{"maxLength", 3}}}}}});
  const verification broken = verified(token(), known);
  EXPECT_EQ(code(broken, "schema"), "schema.violated");
  EXPECT_EQ(broken.overall, verdict::invalid);
  serve({{"$ref", "https://schemas.example.org/part.json"}});
  EXPECT_EQ(code(verified(token(), known), "schema"), "schema.unusable");
  known.add("https://schemas.example.org/part.json", R"({"type": "array"})");
  EXPECT_EQ(code(verified(token(), known), "schema"), "schema.violated");
  known.add(url, "<html>");
  EXPECT_EQ(code(verified(token(), known), "schema"), "schema.unusable");
  EXPECT_EQ(code(verified(token("OtherValidator"), known), "schema"), "schema.type_unknown");
}

TEST(ExtensionSchema, OfTheContextIsApplied) {
  snapshot known;
  known.add("https://ext.example.org/context.json",
            write_json({{"validation",
                         {{{"type", "TypeValidation"},
                           {"validatesType", "extensions:Level"},
                           {"validationSchema", "https://ext.example.org/schema.json"}}}}}));
  known.add("https://ext.example.org/schema.json",
            write_json({{"$schema", "http://json-schema.org/draft-04/schema#"},
                        {"properties", {{"level", {{"type", "integer"}, {"maximum", 5}}}}},
                        {"required", {"level"}}}));
  const auto with_level = [&](const json& level) {
    const json assertion{{"@context", "https://w3id.org/openbadges/v2"},
                         {"type", "Assertion"},
                         {"id", "https://example.org/assertion"},
                         {"recipient", {{"type", "email"}, {"hashed", false}, {"identity", "a@example.org"}}},
                         {"badge", "https://example.org/badge"},
                         {"verification", {{"type", "hosted"}}},
                         {"issuedOn", "2026-01-01T00:00:00Z"},
                         {"extensions:level",
                          {{"@context", "https://ext.example.org/context.json"},
                           {"type", {"Extension", "extensions:Level"}},
                           {"level", level}}}};
    return verified(write_json(assertion), known);
  };
  EXPECT_EQ(code(with_level(3), "extensions"), "extensions.good") << told(with_level(3));
  EXPECT_EQ(code(with_level(9), "extensions"), "schema.violated");
  EXPECT_EQ(with_level(9).overall, verdict::invalid);
}

}  // namespace
}  // namespace activateur::test
