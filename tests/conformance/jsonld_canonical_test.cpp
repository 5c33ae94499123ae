// JSON-LD, then canonicalization: the canonical documents that the W3C's Data Integrity suites publish.
#include <gtest/gtest.h>

#include "linkeddata/canonicalization.hpp"
#include "linkeddata/jsonld.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

std::string canonical(const json& document, const jsonld_options& options, canonical_hash hash) {
  const auto quads = to_rdf(document, options);
  if (!quads.ok()) return quads.why().text(language::en);
  const auto made = canonicalize(*quads, hash, {}, {});
  return made ? made->nquads : made.why().text(language::en);
}

class DataIntegrity : public testing::TestWithParam<std::array<const char*, 3>> {};

TEST_P(DataIntegrity, DocumentsAndProofsHaveTheirPublishedCanonicalForm) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors");
  context_library library;
  library.add_known_contexts();
  // The context of the specifications' examples is a vocabulary for every term (VCDM 2.0, appendix B).
  library.add("https://www.w3.org/ns/credentials/examples/v2",
              {{"@context", {{"@vocab", "https://www.w3.org/ns/credentials/examples#"}}}});
  jsonld_options options;
  options.contexts = &library;
  const auto [folder, suffix, hash_name] = GetParam();
  const auto hash = std::string_view(hash_name) == "sha384" ? canonical_hash::sha384 : canonical_hash::sha256;
  const auto directory = root / folder;
  const auto unsecured = read_json(test::slurp(directory / ".." / "unsigned.json"));
  ASSERT_TRUE(unsecured.ok());
  EXPECT_EQ(canonical(*unsecured, options, hash), test::slurp(directory / ("canonDoc" + std::string(suffix) + ".txt")));
  const auto proof = read_json(test::slurp(directory / ("proofConfig" + std::string(suffix) + ".json")));
  ASSERT_TRUE(proof.ok());
  EXPECT_EQ(canonical(*proof, options, hash), test::slurp(directory / ("proofCanon" + std::string(suffix) + ".txt")));
}

INSTANTIATE_TEST_SUITE_P(
    Suites, DataIntegrity,
    testing::Values(std::array<const char*, 3>{"vc-di-eddsa/eddsa-rdfc-2022", "DataInt", "sha256"},
                    std::array<const char*, 3>{"vc-di-eddsa/Ed25519Signature2020", "EdSig", "sha256"},
                    std::array<const char*, 3>{"vc-di-ecdsa/ecdsa-rdfc-2019-p256", "ECDSAP256", "sha256"},
                    std::array<const char*, 3>{"vc-di-ecdsa/ecdsa-rdfc-2019-p384", "ECDSAP384", "sha384"}));

// The example of Open Badges 3.0, "Verification and Validation", written anew; its canonical form is theirs.
TEST(OpenBadges, OfTheSpecificationHasItsPublishedCanonicalForm) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors/open-badges/spec-signing/obv3p0");
  const json badge = {
      {"@context",
       {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
      {"id", "http://example.com/credentials/3527"},
      {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
      {"name", "Teamwork Badge"},
      {"issuer",
       {{"id", "https://example.edu/issuers/565049"},
        {"type", "Profile"},
        {"name", "Example Corp"},
        {"url", "https://www.imsglobal.org"}}},
      {"validFrom", "2010-01-01T00:00:00Z"},
      {"credentialSubject",
       {{"id", "did:example:ebfeb1f712ebc6f1c276e12ec21"},
        {"type", "AchievementSubject"},
        {"achievement",
         {{"id", "https://example.com/achievements/21st-century-skills/teamwork"},
          {"type", "Achievement"},
          {"criteria",
           {{"narrative",
             "Team members are nominated for this badge by their peers and recognized upon review by Example Corp "
             "management."}}},
          {"description",
           "This badge recognizes the development of the capacity to collaborate within a group environment."},
          {"name", "Teamwork"}}}}}};
  EXPECT_EQ(canonical(badge, {}, canonical_hash::sha256), test::slurp(root / "document-canon.txt"));
}

TEST(OpenBadges, OfPublishedExamplesAreSafeToExpand) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors/open-badges/ob3");
  std::size_t read = 0;
  for (const char* name : {"simple.json", "simple_v1.json", "simple-noproof.json", "simple-context-alias.json",
                           "simple-did-key-method.json", "endorsement-valid.json"}) {
    const auto document = read_json(test::slurp(root / name));
    ASSERT_TRUE(document.ok()) << name;
    const auto quads = to_rdf(*document, {});
    EXPECT_TRUE(quads.ok()) << name << ": " << (quads ? std::string() : quads.why().text(language::en));
    EXPECT_GE(quads.ok() ? quads->size() : 0, 9U) << name;
    ++read;
  }
  EXPECT_EQ(read, 6U);
}

}  // namespace
}  // namespace activateur
