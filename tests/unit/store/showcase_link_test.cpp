// Links to a showcase: what they open, for how long, and that a guess learns nothing.
#include "showcase.hpp"

namespace activateur {
namespace {

using namespace shop;

class ShowcaseLink : public with_showcase {
 protected:
  void SetUp() override {
    with_showcase::SetUp();
    made = drafted(draft({{{"record", lived}}, {{"record", own}}}));
    version = published(made);
  }
  std::string made;
  json version;
};

TEST_F(ShowcaseLink, OpensWhatWasPublished) {
  const json link = shared(version, {{"label", "Garage"}});
  EXPECT_EQ(link["kind"], "showcase_link");
  EXPECT_EQ(link["token"].get<std::string>().size(), 43u);
  EXPECT_EQ(must(shelf->open_showcase(link["token"].get<std::string>(), now)), shown(version));
  EXPECT_FALSE(must(shelf->get(self, link["id"].get<std::string>(), now)).contains("token"));
}

TEST_F(ShowcaseLink, GoesOnShowingTheVersionItWasMadeFor) {
  const json link = shared(version);
  json other = draft({{{"record", own}}});
  must(shelf->change(self, made, 0, other, now));
  published(made);
  EXPECT_EQ(must(shelf->open_showcase(link["token"].get<std::string>(), now))["number"], 1);
}

TEST_F(ShowcaseLink, CountsAndRecordsEachOpening) {
  const json link = shared(version);
  EXPECT_EQ(opened(link, on("2026-06-02T10:00:00Z")), "");
  EXPECT_EQ(opened(link, on("2026-06-03T10:00:00Z")), "");
  const json kept = must(shelf->get(self, link["id"].get<std::string>(), now))["document"];
  EXPECT_EQ(kept["opened"], 2);
  EXPECT_EQ(kept["last_opened"], "2026-06-03T10:00:00Z");
  const json entries = must(shelf->journal(administrator, {}, now))["entries"];
  const json& last = entries[entries.size() - 2];  // the last is this very look
  EXPECT_EQ(last["role"], "guest");
  EXPECT_EQ(last["operation"], "read");
  EXPECT_EQ(last["kind"], "showcase_link");
  EXPECT_EQ(last["record"], link["id"]);
}

TEST_F(ShowcaseLink, OpensAsOftenAsItsLimitAllows) {
  const json link = shared(version, {{"openings", 2}});
  EXPECT_EQ(opened(link, now), "");
  EXPECT_EQ(opened(link, now), "");
  EXPECT_EQ(opened(link, now), "showcase.link");
}

TEST_F(ShowcaseLink, EndsWhenItExpires) {
  const json link = shared(version, {{"expires", "2026-06-10"}});
  EXPECT_EQ(link["ends"], "2026-06-11T00:00:00Z");
  EXPECT_EQ(opened(link, on("2026-06-10T23:59:59Z")), "");
  EXPECT_EQ(opened(link, on("2026-06-11T00:00:00Z")), "showcase.link");
  EXPECT_EQ(must(shelf->tidy(administrator, on("2026-06-12")))["requests"], 1);
  EXPECT_EQ(must(shelf->list(self, id, "showcase_link", {}, now))["records"].size(), 0u);
}

TEST_F(ShowcaseLink, LivesNoLongerThanThePolicyAllows) {
  EXPECT_EQ(shared(version)["ends"], "2026-11-28T08:00:00Z");  // 180 days
  EXPECT_EQ(shared(version, {{"expires", "2030-01-01"}})["ends"], "2026-11-28T08:00:00Z");
  const std::string shown_version = version["id"];
  EXPECT_EQ(code(shelf->share_showcase(self, shown_version, {{"expires", "2026-05-31"}}, now)), "store.expires");
  EXPECT_EQ(shared(version, {{"expires", "2026-06-01"}})["ends"], "2026-06-02T00:00:00Z");  // the day is over then
}

TEST_F(ShowcaseLink, ClosesWhenItIsRevokedOrItsVersionIsWithdrawn) {
  const json revoked = shared(version), other = shared(version);
  must(shelf->remove(self, revoked["id"].get<std::string>(), now));
  EXPECT_EQ(opened(revoked, now), "showcase.link");
  EXPECT_EQ(opened(other, now), "");
  const std::string version_id = version["id"];
  EXPECT_EQ(must(shelf->withdraw_showcase(self, version_id, now))["document"]["withdrawn"], "2026-06-01T08:00:00Z");
  EXPECT_EQ(opened(other, now), "showcase.link");
  EXPECT_EQ(code(shelf->showcase_version(self, version_id, now)), "");  // hers to read
  EXPECT_EQ(code(shelf->withdraw_showcase(self, version_id, now)), "showcase.withdrawn");
  EXPECT_EQ(code(shelf->share_showcase(self, version_id, json::object(), now)), "showcase.withdrawn");
}

TEST_F(ShowcaseLink, ClosesWithItsVersionItsShowcaseAndItsPerson) {
  const json one = shared(version);
  must(shelf->remove(self, version["id"].get<std::string>(), now));
  EXPECT_EQ(opened(one, now), "showcase.link");
  const json two = shared(published(made));
  must(shelf->remove(self, made, now));
  EXPECT_EQ(opened(two, now), "showcase.link");
  const json three = shared(published(drafted(draft({{{"record", own}}}))));
  must(shelf->erase_person(self, id, now));
  EXPECT_EQ(opened(three, now), "showcase.link");
  EXPECT_EQ(dir.bytes().find("Ce que j'ai fait"), std::string::npos);
}

TEST_F(ShowcaseLink, AllThatIsWrongSoundsAlikeAndLeavesATrace) {
  const json link = shared(version);
  const std::string token = link["token"];
  EXPECT_EQ(dir.bytes().find(token), std::string::npos);
  const auto before = must(shelf->journal(administrator, {}, now))["entries"].size();
  std::string other = token;
  other[0] = other[0] == 'A' ? 'B' : 'A';
  for (const std::string& wrong : {std::string(), token.substr(1), token + "A", other})
    EXPECT_EQ(code(shelf->open_showcase(wrong, now)), "showcase.link");
  EXPECT_EQ(must(shelf->journal(administrator, {}, now))["entries"].size(), before + 4 + 1);
  // A link of another kind opens nothing here, nor this one there.
  const json asked = must(shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:1"}}}}}, now));
  EXPECT_EQ(code(shelf->open_showcase(asked["token"].get<std::string>(), now)), "showcase.link");
  EXPECT_EQ(code(shelf->asked(token, now)), "store.link");
}

TEST_F(ShowcaseLink, TermsAreReadStrictly) {
  const std::string version_id = version["id"];
  const auto refused = [&](const json& terms) { return code(shelf->share_showcase(self, version_id, terms, now)); };
  EXPECT_EQ(refused({{"openings", 0}}), "field.range");
  EXPECT_EQ(refused({{"label", "1850578006048"}}), "store.nir");
  EXPECT_EQ(refused({{"password", "x"}}), "document.member");
  EXPECT_EQ(code(shelf->share_showcase(self, lived, json::object(), now)), "showcase.version");
}

}  // namespace
}  // namespace activateur
