// The published components of Open Badges 0.5 to 2.0, each served where it says that it lives.
#include <gtest/gtest.h>

#include <map>

#include "badges/verification.hpp"
#include "crypto/jws.hpp"
#include "net/snapshot.hpp"
#include "shared_data.hpp"

namespace activateur::test {
namespace {

namespace fs = std::filesystem;

struct component {
  const char* file;
  verdict overall;
  const char* version;
  const char* code;  // that one of the checks gives
};

// By the specifications of each version. 0.5: the origin of both is http://oldstyle.com, where they are served.
constexpr component components[] = {
    {"0_5_assertion.json", verdict::valid, "0.5", "hosted.copy_matches"},
    {"0_5_1_assertion.json", verdict::valid, "0.5", "hosted.copy_matches"},
    {"1_0_basic_assertion.json", verdict::valid, "1.0", "hosted.copy_matches"},
    {"1_0_basic_assertion_with_extra_properties.json", verdict::valid, "1.0", "hosted.copy_matches"},
    {"1_0_assertion_with_errors.json", verdict::invalid, "1.0", "subject.missing"},
    {"1_1_basic_assertion.json", verdict::valid, "1.1", "hosted.copy_matches"},
    {"1_1_basic_badgeclass.json", verdict::invalid, "1.1", "type.wrong"},
    {"1_1_basic_issuer.json", verdict::valid, "1.1", "type.profile"},
    {"2_0_basic_assertion.json", verdict::valid, "2.0", "hosted.copy_matches"},
    {"2_0_basic_badgeclass.json", verdict::invalid, "2.0", "type.wrong"},
    {"2_0_basic_issuer.json", verdict::valid, "2.0", "type.profile"},
};

// Which are no badge at all: a class and an issuer of 1.0 say nowhere what they are, and contexts are none.
constexpr const char* no_badges[] = {"1_0_basic_badgeclass.json", "1_0_basic_issuer.json", "openbadges_context.json",
                                     "openbadges_context_v1.json"};

// The pages of the two sites, in the version of the badge.
snapshot pages(const fs::path& folder, const std::string& file) {
  snapshot out;
  const std::string version = file.substr(0, 3);
  const auto serve = [&](const char* url, const std::string& name) { out.add(url, slurp(folder / name)); };
  if (version == "0_5") {
    serve("http://oldstyle.com/assertions/1.json", file);
  } else if (version == "1_0") {
    serve("http://a.com/badgeclass", "1_0_basic_badgeclass.json");
    serve("http://a.com/issuer", "1_0_basic_issuer.json");
    serve("http://a.com/instance", "1_0_basic_assertion.json");
    serve("http://a.com/instance3", "1_0_basic_assertion_with_extra_properties.json");
  } else {
    serve("https://example.org/beths-robotics-badge.json", version + "_basic_assertion.json");
    serve("https://example.org/robotics-badge.json", version + "_basic_badgeclass.json");
    serve("https://example.org/organization.json", version + "_basic_issuer.json");
  }
  return out;
}

context noon() {
  context with;
  with.lang = language::en;
  with.now = *parse_date_time("2026-11-24T12:00:00Z");
  return with;
}

std::string told(const verification& seen) {
  std::string out(name(seen.overall));
  for (const check& c : seen.checks)
    out += "\n  " + c.name + ' ' + std::string(name(c.result)) + ' ' + std::string(c.why.code());
  return out;
}

bool has(const verification& seen, std::string_view code) {
  for (const check& c : seen.checks) {
    if (c.why.code() == code) return true;
  }
  return false;
}

TEST(OldOpenBadges, GiveTheVerdictOfTheirVersion) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/components");
  for (const component& one : components) {
    const snapshot known = pages(folder, one.file);
    verify_options options;
    options.documents = &known;
    const auto seen = verify_credential(slurp(folder / one.file), one.file, options, noon());
    ASSERT_TRUE(seen) << one.file;
    EXPECT_EQ(seen->overall, one.overall) << one.file << ": " << told(*seen);
    EXPECT_EQ(name(seen->subject.version), one.version) << one.file;
    EXPECT_TRUE(has(*seen, one.code)) << one.file << ": " << told(*seen);
  }
}

TEST(OldOpenBadges, AreNeverValidWithoutTheirSite) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/components");
  for (const component& one : components) {
    const auto seen = verify_credential(slurp(folder / one.file), one.file, {}, noon());
    ASSERT_TRUE(seen) << one.file;
    EXPECT_NE(seen->overall, verdict::valid) << one.file << ": " << told(*seen);
  }
}

TEST(OldOpenBadges, AreRefusedWhenTheyAreNone) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/components");
  for (const char* file : no_badges) {
    const auto seen = verify_credential(slurp(folder / file), file, {}, noon());
    ASSERT_FALSE(seen) << file;
    EXPECT_EQ(seen.why().what.code(), "credential.not_one") << file;
  }
  EXPECT_EQ(std::size(components) + std::size(no_badges),
            static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{})));
}

TEST(OldOpenBadges, NameTheirRecipients) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/components");
  const std::map<std::string, std::string> given{{"0_5_assertion.json", "test@example.com"},
                                                 {"0_5_1_assertion.json", "test@example.com"},
                                                 {"1_0_basic_assertion.json", "Test@example.com"},
                                                 {"1_1_basic_assertion.json", "nobody@example.org"},
                                                 {"2_0_basic_assertion.json", "NOBODY@example.org"}};
  for (const auto& [file, whose] : given) {
    const snapshot known = pages(folder, file);
    verify_options options;
    options.documents = &known;
    options.recipient = whose;
    auto seen = verify_credential(slurp(folder / file), file, options, noon());
    ASSERT_TRUE(seen) << file;
    EXPECT_TRUE(has(*seen, "recipient.good")) << file << ": " << told(*seen);
    options.recipient = "somebody@example.org";
    seen = verify_credential(slurp(folder / file), file, options, noon());
    EXPECT_TRUE(has(*seen, "recipient.mismatch")) << file << ": " << told(*seen);
    EXPECT_EQ(seen->overall, verdict::invalid) << file;
  }
}

// A class that lives on one site and names the issuer of another; a 1.0 assertion moved away from its issuer.
TEST(OldOpenBadges, AreInvalidAwayFromTheirIssuer) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/components");
  auto document = read_json(slurp(folder / "1_0_basic_assertion.json"));
  ASSERT_TRUE(document);
  (*document)["verify"]["url"] = "http://b.com/instance";
  snapshot known = pages(folder, "1_0");
  known.add("http://b.com/instance", write_json(*document));
  verify_options options;
  options.documents = &known;
  const auto seen = verify_credential(write_json(*document), "moved", options, noon());
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->overall, verdict::invalid) << told(*seen);
  EXPECT_TRUE(has(*seen, "hosted.outside_scope")) << told(*seen);
}

// The classes and profiles of Open Badges 2.0 published beside the assertions, each behind an assertion on their site.
TEST(OldOpenBadges, OfVersion2StandOnTheirClasses) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/ob2/assets");
  struct standing {
    const char* badge;
    verdict overall;
    const char* code;
  };
  constexpr standing all[] = {
      {"robotics-badge.json", verdict::valid, "hosted.copy_matches"},
      {"altbadgeurl.json", verdict::valid, "hosted.copy_matches"},
      {"badgeclass1.json", verdict::valid, "hosted.copy_matches"},
      {"badgeclass-with-complex-image.json", verdict::valid, "hosted.copy_matches"},
      {"badge-with-data-image.json", verdict::valid, "hosted.copy_matches"},
      {"badgeclass-with-language.json", verdict::valid, "hosted.copy_matches"},
      {"badge-from-organization-with-revocation-list.json", verdict::valid, "hosted.copy_matches"},
      {"badgeclass-with-verification-valid-multiple-starts-with.json", verdict::valid, "hosted.copy_matches"},
      {"badgeclass-with-verification-invalid-multiple-starts-with.json", verdict::invalid, "hosted.outside_scope"},
      {"organization.json", verdict::invalid, "achievement.type"},
      {"badgecriteria.json", verdict::invalid, "achievement.type"},
  };
  snapshot known;
  for (const auto& entry : fs::directory_iterator(folder)) {
    for (const char* host : {"https://example.org/", "http://example.org/"})
      known.add(host + entry.path().filename().string(), slurp(entry.path()));
  }
  auto document = read_json(slurp(folder / "../basic-assertion.json"));
  ASSERT_TRUE(document);
  for (const standing& one : all) {
    (*document)["badge"] = std::string("https://example.org/") + one.badge;
    known.add("https://example.org/beths-robotics-badge.json", write_json(*document));
    verify_options options;
    options.documents = &known;
    const auto seen = verify_credential(write_json(*document), one.badge, options, noon());
    ASSERT_TRUE(seen) << one.badge;
    EXPECT_EQ(seen->overall, one.overall) << one.badge << ": " << told(*seen);
    EXPECT_TRUE(has(*seen, one.code)) << one.badge << ": " << told(*seen);
  }
}

// The published list revokes one by an object with its reason, one by an object, one by its id alone.
TEST(OldOpenBadges, OfVersion2AreRevokedByThePublishedList) {
  ACTIVATEUR_NEEDS_SHARED(folder, "vectors/open-badges/ob2/assets");
  const auto key = private_key::generate(key_type::p256);
  ASSERT_TRUE(key);
  snapshot known;
  for (const auto& entry : fs::directory_iterator(folder)) {
    for (const char* host : {"https://example.org/", "http://example.org/"})
      known.add(host + entry.path().filename().string(), slurp(entry.path()));
  }
  auto published = read_json(slurp(folder / "key3.json"));
  ASSERT_TRUE(published);
  (*published)["publicKeyPem"] = key->public_part().pem();
  known.add("http://example.org/key3.json", write_json(*published));
  auto document = read_json(slurp(folder / "../basic-assertion.json"));
  ASSERT_TRUE(document);
  (*document)["badge"] = "https://example.org/badge-from-organization-with-revocation-list.json";
  (*document)["verification"] = {{"type", "SignedBadge"}};
  const std::pair<const char*, const char*> ids[] = {
      {"https://example.org/beths-robotics-badge-revoked.json", "status.revoked"},
      {"urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9", "status.revoked"},
      {"urn:uuid:6deb4a00-ebce-4b28-8cc2-afa705ef7be4", "status.revoked"},
      {"urn:uuid:00000000-0000-4000-8000-000000000000", "status.good"}};
  for (const auto& [id, code] : ids) {
    (*document)["id"] = id;
    const auto token = make_jws(json::object(), write_json(*document), *key, signature_algorithm::es256);
    ASSERT_TRUE(token);
    verify_options options;
    options.documents = &known;
    const auto seen = verify_credential(*token, id, options, noon());
    ASSERT_TRUE(seen) << id;
    EXPECT_TRUE(has(*seen, code)) << id << ": " << told(*seen);
    EXPECT_EQ(seen->overall, std::string_view(code) == "status.good" ? verdict::valid : verdict::invalid) << id;
  }
}

}  // namespace
}  // namespace activateur::test
