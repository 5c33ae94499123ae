// Credentials byte for byte; duplicates, newer versions, and one bad one among good ones.
#include "badges/baking.hpp"
#include "badges/issuing.hpp"
#include "recognition/recognition.hpp"
#include "shop.hpp"

namespace activateur {
namespace {

using namespace shop;

class Wallet : public with_store {
 protected:
  static json badge(const std::string& credential, const std::string& issued, const std::string& until = "2030-01-01") {
    json out = must(read_json(slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/credentials/repas.json")));
    out["id"] = credential;
    out["validFrom"] = issued + "T00:00:00Z";
    out["validUntil"] = until + "T00:00:00Z";
    return out;
  }
  std::string signed_badge(json document) {
    document["issuer"]["id"] = "did:key:" + key.public_part().multikey();
    return must(issue(document, key, {}, now));
  }
  const private_key key = must(private_key::generate(key_type::ed25519));
};

TEST_F(Wallet, KeepsBytesAsTheyCame) {
  const std::string jwt = signed_badge(badge("urn:uuid:1", "2026-01-01")) + "\n";
  const json added = must(shelf->add_credential(self, id, jwt, now));
  EXPECT_EQ(added["kind"], "credential");
  EXPECT_EQ(added["duplicate"], false);
  EXPECT_EQ(added["document"]["name"], "Aide au repas");
  EXPECT_EQ(added["document"]["verification"]["verdict"], "valid");
  EXPECT_EQ(added["document"]["credential"], "urn:uuid:1");
  reopen(now);
  EXPECT_EQ(must(shelf->credential_bytes(self, added["id"].get<std::string>(), now)), jwt);
  EXPECT_EQ(code(shelf->credential_bytes(observer, added["id"].get<std::string>(), now)), "store.denied");
}

TEST_F(Wallet, KeepsAPictureAsItCame) {
  const std::string picture = slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/pictures/badge.png");
  const std::string baked = must(bake(picture, signed_badge(badge("urn:uuid:2", "2026-01-01"))));
  const json added = must(shelf->add_credential(self, id, baked, now));
  EXPECT_EQ(added["document"]["container"], "png");
  EXPECT_EQ(must(shelf->credential_bytes(self, added["id"].get<std::string>(), now)), baked);
  EXPECT_TRUE(must(shelf->portfolio(self, id, now))["credentials"][0].contains("content_base64"));
}

TEST_F(Wallet, KnowsADuplicate) {
  const std::string jwt = signed_badge(badge("urn:uuid:1", "2026-01-01"));
  const json first = must(shelf->add_credential(self, id, jwt, now));
  const json again = must(shelf->add_credential(guide, id, jwt, now));
  EXPECT_EQ(again["duplicate"], true);
  EXPECT_EQ(again["id"], first["id"]);
  EXPECT_EQ(must(shelf->list(self, id, "credential", {}, now))["records"].size(), 1u);
  const json bob = must(shelf->add_person(guide, json::object(), now));
  EXPECT_EQ(must(shelf->add_credential(herself(bob), bob["id"].get<std::string>(), jwt, now))["duplicate"], false);
}

TEST_F(Wallet, NewerVersionTakesThePlaceOfTheOlderInWhicheverOrderTheyCome) {
  const std::string older = signed_badge(badge("urn:uuid:1", "2025-01-01"));
  const std::string newer = signed_badge(badge("urn:uuid:1", "2026-01-01"));
  const json second = must(shelf->add_credential(self, id, newer, now));
  const json first = must(shelf->add_credential(self, id, older, now));
  EXPECT_EQ(first["replaced_by"], json::array({second["id"]}));
  const json portfolio = must(shelf->portfolio(self, id, now));
  ASSERT_EQ(portfolio["credentials"].size(), 1u);
  EXPECT_EQ(portfolio["credentials"][0]["content"], newer);
  const json third = must(shelf->add_credential(self, id, signed_badge(badge("urn:uuid:1", "2026-02-01")), now));
  EXPECT_EQ(third["replaces"].size(), 2u);
  EXPECT_EQ(must(shelf->list(self, id, "credential", {}, now))["records"].size(), 3u);  // nothing is lost
}

TEST_F(Wallet, ForgedCopyWithALaterDateTakesNoGenuineOnesPlace) {
  const std::string genuine = signed_badge(badge("urn:uuid:1", "2025-01-01"));
  std::string forged = signed_badge(badge("urn:uuid:1", "2026-03-01"));
  forged[forged.size() - 5] = forged[forged.size() - 5] == 'A' ? 'B' : 'A';
  const json first = must(shelf->add_credential(self, id, genuine, now));
  const json copy = must(shelf->add_credential(self, id, forged, now));
  EXPECT_EQ(copy["replaced_by"], json::array({first["id"]}));
  EXPECT_FALSE(copy.contains("replaces"));
  const json portfolio = must(shelf->portfolio(self, id, now));
  ASSERT_EQ(portfolio["credentials"].size(), 1u);
  EXPECT_EQ(portfolio["credentials"][0]["content"], genuine);
  const json wallet = must(shelf->verify_wallet(self, id, {}, 1, now));
  EXPECT_EQ(wallet["credentials"][0]["current"], true);
  EXPECT_EQ(wallet["credentials"][1]["current"], false);
}

TEST_F(Wallet, VerifyingAgainTellsWhichVersionCounts) {
  const std::string lasting = signed_badge(badge("urn:uuid:1", "2025-01-01"));
  const std::string shorter = signed_badge(badge("urn:uuid:1", "2026-01-01", "2026-07-01"));
  must(shelf->add_credential(self, id, lasting, now));
  must(shelf->add_credential(self, id, shorter, now));
  EXPECT_EQ(must(shelf->portfolio(self, id, now))["credentials"][0]["content"], shorter);
  const json wallet = must(shelf->verify_wallet(self, id, {}, 1, on("2026-08-01")));
  EXPECT_EQ(wallet["credentials"][0]["current"], true);
  EXPECT_EQ(wallet["credentials"][1]["current"], false);
  EXPECT_EQ(wallet["credentials"][1]["changed"], true);
  EXPECT_EQ(must(shelf->portfolio(self, id, now))["credentials"][0]["content"], lasting);
}

TEST_F(Wallet, OneBadCredentialHindersNoOther) {
  must(shelf->add_credential(self, id, signed_badge(badge("urn:uuid:1", "2026-01-01")), now));
  std::string forged = signed_badge(badge("urn:uuid:2", "2026-01-01"));
  forged[forged.size() - 5] = forged[forged.size() - 5] == 'A' ? 'B' : 'A';
  must(shelf->add_credential(self, id, forged, now));
  must(shelf->add_credential(self, id, signed_badge(badge("urn:uuid:3", "2026-01-01", "2026-07-01")), now));
  EXPECT_EQ(code(shelf->add_credential(self, id, "no badge at all", now)).empty(), false);
  const json verified = must(shelf->verify_wallet(self, id, {}, 2, on("2026-08-01")));
  std::vector<std::string> verdicts;
  std::vector<bool> changed;
  for (const json& one : verified["credentials"]) {
    verdicts.push_back(one["verification"]["verdict"]);
    changed.push_back(one["changed"]);
  }
  EXPECT_EQ(verdicts, (std::vector<std::string>{"valid", "invalid", "invalid"}));  // the last has expired
  EXPECT_EQ(changed, (std::vector<bool>{false, false, true}));
  const json kept = must(shelf->list(self, id, "credential", {}, now));
  EXPECT_EQ(kept["records"][2]["document"]["verification"]["at"], "2026-08-01T00:00:00Z");
  EXPECT_EQ(kept["records"][2]["document"]["verification"]["codes"][0], "dates.expired");
}

TEST_F(Wallet, ReaderWithoutTheRightToWriteVerifiesAndChangesNothing) {
  must(shelf->add_credential(self, id, signed_badge(badge("urn:uuid:1", "2026-01-01", "2026-07-01")), now));
  must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now));
  const json seen = must(shelf->verify_wallet(employer, id, {}, 1, on("2026-08-01")));
  EXPECT_EQ(seen["credentials"][0]["verification"]["verdict"], "invalid");
  EXPECT_EQ(must(shelf->list(self, id, "credential", {}, now))["records"][0]["version"], 1);
}

TEST_F(Wallet, PortfolioIsRecognised) {
  must(shelf->add_credential(self, id, signed_badge(badge("urn:uuid:1", "2026-01-01")), now));
  const portfolio person = must(read_portfolio(must(shelf->portfolio(self, id, now)), "p"));
  const recognition_state state = must(recognise(person, {}, default_policy(), {}, now));
  ASSERT_EQ(state.verifications.size(), 1u);
  EXPECT_EQ(state.verifications[0].overall, verdict::valid);
}

TEST_F(Wallet, TooLargeAFileIsRefused) {
  EXPECT_EQ(code(shelf->add_credential(self, id, std::string((16U << 20U) + 1, 'x'), now)), "store.size");
}

}  // namespace
}  // namespace activateur
