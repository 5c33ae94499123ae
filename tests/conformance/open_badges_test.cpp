// The published Open Badges credentials against what is expected of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "badges/baking.hpp"
#include "badges/verification.hpp"
#include "net/snapshot.hpp"
#include "shared_data.hpp"

namespace activateur::test {
namespace {

namespace fs = std::filesystem;

// What this version must answer: the overall verdict, and a code that one of the checks must give.
struct expectation {
  const char* file;
  verdict overall;
  const char* code;
};

constexpr expectation expected[] = {
    {"ob3/simple.json", verdict::valid, "key.own_word"},
    {"ob3/simple_v1.json", verdict::valid, "proof.good_older_suite"},
    {"ob3/simple-did-key-method.json", verdict::valid, "key.only_identity"},
    {"ob3/simple-context-alias.json", verdict::valid, "proof.good"},
    {"ob3/simple-eddsa-2022.json", verdict::valid, "integrity.draft"},
    {"ob3/endorsement-valid.json", verdict::valid, "proof.good"},
    {"ob3/simple-err-proof-value.json", verdict::invalid, "proof.signature_wrong"},
    {"ob3/simple-err-expired.json", verdict::invalid, "dates.expired"},
    {"ob3/simple-err-issuer-type.json", verdict::invalid, "issuer.type"},
    {"ob3/simple-err-proof-method-no-scheme.json", verdict::invalid, "proof.method_without_scheme"},
    {"ob3/simple-noproof.json", verdict::invalid, "proof.missing"},
    {"ob2/basic-assertion.json", verdict::valid, "hosted.copy_matches"},
    {"ob2/basic-assertion-no-public-key.json", verdict::valid, "hosted.copy_matches"},
    {"ob2/basic-assertion-with-allowed-origins.json", verdict::valid, "hosted.copy_matches"},
    {"ob2/basic-assertion-with-allowed-origins-valid-starts-with.json", verdict::valid, "hosted.copy_matches"},
    {"ob2/basic-assertion-with-language.json", verdict::valid, "hosted.copy_matches"},
    {"ob2/assertion-with-endorsements.json", verdict::valid, "endorsements.good"},
    {"ob2/assertion-with-extension-node-basic.json", verdict::valid, "extensions.not_checked"},
    {"ob2/issuer-compact-iri-validation.json", verdict::valid, "type.profile"},
    {"ob2/basic-assertion-expired.json", verdict::invalid, "dates.expired"},
    {"ob2/basic-assertion-invalid-type.json", verdict::invalid, "type.wrong"},
    {"ob2/basic-assertion-with-allowed-origins-invalid-starts-with.json", verdict::invalid, "hosted.outside_scope"},
    {"ob2/assertion-with-data-image.json", verdict::invalid, "image.data_uri"},
    {"ob2/simple-badge.png", verdict::valid, "hosted.copy_matches"},
    {"ob2/simple.jwt", verdict::valid, "key.anchored"},
    {"baked/simple-json.png", verdict::valid, "proof.good"},
    {"baked/simple-jwt_v1.svg", verdict::indeterminate, "key.unanchored"},
    {"baked/baked_heart.png", verdict::invalid, "subject.missing"},
    {"baked/baked_example.svg", verdict::invalid, "subject.missing"},
    {"baked/mozilla-baked.svg", verdict::invalid, "subject.missing"},
    {"baked/mozilla-bad-json.svg", verdict::invalid, "json.syntax"},  // an error, not an answer
    {"baked/mozilla-no-json.svg", verdict::indeterminate, "hosted.copy_missing"},
};

// The Open Badges 2.0 credentials name their documents on these hosts: all three serve the same folder.
snapshot example_sites(const fs::path& badges, const std::string& under_test, const std::string& own_id) {
  snapshot out;
  const auto serve = [&](const fs::path& file) {
    const std::string body = slurp(file);
    for (const char* host : {"https://example.org/", "https://www.example.org/", "http://example.org/"})
      out.add(host + file.filename().string(), body);
  };
  for (const char* folder : {"ob2", "ob2/assets"}) {
    for (const auto& entry : fs::directory_iterator(badges / folder)) {
      if (entry.is_regular_file()) serve(entry.path());
    }
  }
  // A site that hosts the badge serves it at its id, as JSON.
  const auto held = unbake(under_test, {});
  if (!own_id.empty() && held) out.add(own_id, held->text);
  return out;
}

// The folder as it is, without a copy at the badge's own id: its site serves it under the file's name.
TEST(OpenBadges2, AreValidWhereTheirSiteServesThemAtAnotherAddress) {
  ACTIVATEUR_NEEDS_SHARED(badges, "vectors/open-badges");
  const snapshot sites = example_sites(badges, {}, {});
  verify_options asked;
  asked.documents = &sites;
  context with;
  with.now = *parse_date_time("2026-11-24T00:00:00Z");
  for (const char* file : {"ob2/basic-assertion.json", "ob2/basic-assertion-with-language.json",
                           "ob2/issuer-compact-iri-validation.json"}) {
    const std::string bytes = slurp(badges / file);
    const auto done = verify_credential(bytes, file, asked, with);
    ASSERT_TRUE(done) << file;
    EXPECT_EQ(done->overall, verdict::valid) << file;
    // One byte more, and the site does not serve it.
    const auto altered = verify_credential(bytes + " ", file, asked, with);
    EXPECT_NE(altered->overall, verdict::valid) << file;
  }
  // A picture of it on the site may be anybody's portrait.
  const auto picture = verify_credential(slurp(badges / "ob2/simple-badge.png"), "picture", asked, with);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->overall, verdict::indeterminate);
}

// Names the case in test listings.
void PrintTo(const expectation& e, std::ostream* out) { *out << e.file; }

class OpenBadges : public ::testing::TestWithParam<expectation> {};

TEST_P(OpenBadges, GivesTheExpectedAnswer) {
  ACTIVATEUR_NEEDS_SHARED(badges, "vectors/open-badges");
  const expectation& wanted = GetParam();
  const std::string bytes = slurp(badges / wanted.file);
  ASSERT_FALSE(bytes.empty()) << wanted.file;
  context with;
  with.lang = language::en;
  with.now = *parse_date_time("2026-11-24T12:00:00Z");

  verify_options options;
  auto first = verify_credential(bytes, wanted.file, options, with);
  if (std::string_view(wanted.code) == "json.syntax") {
    ASSERT_FALSE(first.ok());
    EXPECT_EQ(first.why().what.code(), wanted.code);
    return;
  }
  ASSERT_TRUE(first.ok()) << first.why().text(language::en);
  const bool of_ob2 = std::string_view(wanted.file).starts_with("ob2/");
  const snapshot known = of_ob2 ? example_sites(badges, bytes, first->subject.id) : snapshot{};
  options.documents = &known;
  auto seen = verify_credential(bytes, wanted.file, options, with);
  ASSERT_TRUE(seen.ok()) << seen.why().text(language::en);
  std::string told;
  bool found = false;
  for (const check& c : seen->checks) {
    told += "\n  " + c.name + ' ' + std::string(name(c.result)) + ' ' + std::string(c.why.code()) + ' ' +
            c.why.text(language::en);
    found = found || c.why.code() == wanted.code;
  }
  EXPECT_EQ(seen->overall, wanted.overall) << told;
  EXPECT_TRUE(found) << "no check says " << wanted.code << told;
}

INSTANTIATE_TEST_SUITE_P(Published, OpenBadges, ::testing::ValuesIn(expected), [](const auto& one) {
  std::string out = one.param.file;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return out;
});

TEST(OpenBadgesTable, HasEveryPublishedCredential) {
  ACTIVATEUR_NEEDS_SHARED(badges, "vectors/open-badges");
  const auto listed = read_json(slurp(badges / "expected.json"));
  ASSERT_TRUE(listed.ok());
  for (const auto& line : listed->items()) {
    const bool there = std::any_of(std::begin(expected), std::end(expected),
                                   [&](const expectation& e) { return line.key() == e.file; });
    EXPECT_TRUE(there) << line.key() << " (" << line.value() << ") is not in the table";
  }
  EXPECT_EQ(listed->size(), std::size(expected));
}

// The signature of the baked token is good although its key is nobody's: both are told apart.
TEST(OpenBadgesTable, TellsAGoodSignatureFromAnUnknownKey) {
  ACTIVATEUR_NEEDS_SHARED(badges, "vectors/open-badges");
  context with;
  with.now = *parse_date_time("2026-11-24T12:00:00Z");
  const auto seen = verify_credential(slurp(badges / "baked/simple-jwt_v1.svg"), "simple-jwt_v1.svg", {}, with);
  ASSERT_TRUE(seen.ok());
  const auto good = std::any_of(seen->checks.begin(), seen->checks.end(),
                                [](const check& c) { return c.why.code() == "proof.good"; });
  EXPECT_TRUE(good);
}

}  // namespace
}  // namespace activateur::test
