// Collectives: who may name whom as a member, and what becomes of members.
#include "shop.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

class Collectives : public with_store {
 protected:
  void SetUp() override {
    with_store::SetUp();
    bob = must(shelf->add_person(guide, {{"name", "Bob"}}, now));
  }
  static json team(const json& members) { return {{"kind", "collective"}, {"name", "Cuisine"}, {"members", members}}; }
  // What the journal says of her that a guide, or nobody, did in profiles.
  std::size_t told_about(const std::string& person, const std::string& operation) {
    const json entries = must(shelf->journal(administrator, {}, now))["entries"];
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const json& e) {
      return e.value("person", "") == person && e["operation"] == operation && e["kind"] == "profile";
    }));
  }
  json bob;
};

TEST_F(Collectives, APersonNamesNobodyButHerself) {
  EXPECT_EQ(code(shelf->add_person(self, team(json::array({bob["id"]})), now)), "store.member");
  EXPECT_EQ(code(shelf->add_person(self, team({id, bob["id"]}), now)), "store.member");
  EXPECT_EQ(code(shelf->add_person({role::person, "new", {}}, team(json::array({bob["id"]})), now)), "store.member");
  const json own = must(shelf->add_person(self, team(json::array({id})), now));
  EXPECT_EQ(code(shelf->change_person(self, own["id"].get<std::string>(), team({id, bob["id"]}), now)), "store.member");
  EXPECT_FALSE(
      must(shelf->export_person(herself(bob), bob["id"].get<std::string>(), now))["profile"].contains("collectives"));
}

TEST_F(Collectives, AProfessionalNamesOthersAndTheJournalSaysSoOfEach) {
  const json both = must(shelf->add_person(guide, team({id, bob["id"]}), now));
  EXPECT_EQ(told_about(id, "add"), 1u);
  EXPECT_EQ(told_about(bob["id"], "add"), 1u);
  // One of them keeps the others, and takes out whom she will.
  const std::string which = both["id"];
  EXPECT_EQ(code(shelf->change_person(self, which, team({bob["id"], id}), now)), "");
  EXPECT_EQ(told_about(bob["id"], "add"), 1u);
  EXPECT_EQ(code(shelf->change_person(self, which, team(json::array({id})), now)), "");
  EXPECT_EQ(code(shelf->change_person(self, which, team({id, bob["id"]}), now)), "store.member");
}

TEST_F(Collectives, MembersAndIdentifiersAreKeptOnce) {
  json twice = team({id, bob["id"], id});
  twice["identifiers"] = {{{"system", "si"}, {"value", "t-1"}}, {{"system", "si"}, {"value", "t-1"}}};
  const json kept = must(shelf->add_person(guide, twice, now));
  EXPECT_EQ(kept["members"], (json{id, bob["id"]}));
  EXPECT_EQ(kept["identifiers"].size(), 1u);
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
}

TEST_F(Collectives, ProfileIsBounded) {
  const auto many = [](const json& one, std::size_t count) {
    json out = json::array();
    for (std::size_t i = 0; i < count; ++i) out.push_back(one);
    return out;
  };
  EXPECT_EQ(code(shelf->add_person(guide, team(many(id, 1'000)), now)), "");
  EXPECT_EQ(code(shelf->add_person(guide, team(many(id, 1'001)), now)), "store.size");
  const json identifier{{"system", "si"}, {"value", "x"}};
  EXPECT_EQ(code(shelf->add_person(guide, {{"identifiers", many(identifier, 1'001)}}, now)), "store.size");
  const json consent = consent_to("training", "centre");
  EXPECT_EQ(code(shelf->add_person(guide, {{"consents", many(consent, 1'001)}}, now)), "store.size");
  const json long_one{{"system", std::string(500, 's')}, {"value", std::string(500, 'v')}};
  EXPECT_EQ(code(shelf->add_person(guide, {{"identifiers", many(long_one, 900)}}, now)), "");
  json wordy = json::object();
  wordy["about"] = std::string(2U << 20U, 'x');
  EXPECT_EQ(code(shelf->add_person(guide, wordy, now)), "store.size");
}

// The size is that of the written text: a control character takes six bytes of it, and a letter one.
TEST_F(Collectives, RecordIsBoundedAsItIsWritten) {
  const auto of_many = [](std::size_t count, char what) {
    return json{{"of", "gap"}, {"result", {{"x", std::string(count, what)}}}};
  };
  EXPECT_EQ(code(shelf->add(guide, id, "inference", of_many(1'048'000, 'x'), now)), "");
  EXPECT_EQ(code(shelf->add(guide, id, "inference", of_many(1'048'577, 'x'), now)), "store.size");
  EXPECT_EQ(code(shelf->add(guide, id, "inference", of_many(174'700, '\1'), now)), "");
  EXPECT_EQ(code(shelf->add(guide, id, "inference", of_many(174'763, '\1'), now)), "store.size");
}

TEST_F(Collectives, WhoWasErasedIsAMemberNoMoreWhenTheProfileIsKeptAgain) {
  const json both = must(shelf->add_person(guide, team({id, bob["id"]}), now));
  must(shelf->erase_person(administrator, bob["id"].get<std::string>(), now));
  const std::string which = both["id"];
  const json again = must(shelf->person(self, which, now));
  const json kept = must(shelf->change_person(
      self, which, {{"name", again["name"]}, {"kind", again["kind"]}, {"members", again["members"]}}, now));
  EXPECT_EQ(kept["members"], json::array({id}));
  EXPECT_EQ(must(shelf->person(self, which, now))["members"], json::array({id}));
  EXPECT_EQ(code(shelf->change_person(self, which, team({id, bob["id"]}), now)), "store.member");
  EXPECT_EQ(code(shelf->add_person(guide, team(json::array({bob["id"]})), now)),
            "store.person");  // was none of it before
}

TEST_F(Collectives, WhoIsErasedIsNamedByNoProfileAnyMore) {
  const json both = must(shelf->add_person(guide, team({id, bob["id"]}), now));
  const std::string which = both["id"], gone = bob["id"];
  must(shelf->erase_person(administrator, gone, now));
  EXPECT_EQ(must(shelf->person(self, which, now))["members"], json::array({id}));
  EXPECT_EQ(must(shelf->export_person(administrator, which, now)).dump().find(gone), std::string::npos);
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
  // The last one too.
  must(shelf->erase_person(administrator, id, now));
  EXPECT_EQ(must(shelf->export_person(administrator, which, now))["profile"]["members"], json::array());
}

TEST_F(Collectives, WhoIsErasedByARestoreIsNamedByNoProfileEither) {
  const json both = must(shelf->add_person(guide, team({id, bob["id"]}), now));
  const std::string which = both["id"], gone = bob["id"];
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k-old"), now));
  must(shelf->erase_person(administrator, gone, now));
  must(shelf->back_up(administrator, "", dir.at("k"), now));
  must(restore_sqlite_shelf(dir.at("b"), dir.at("k"), dir.at("r"), counted(5)));
  const auto again = must(store::open(options_for(dir.at("r")), now));
  EXPECT_EQ(must(again->person(self, which, now))["members"], json::array({id}));
  EXPECT_EQ(must(again->check(administrator, now))["ok"], true);
}

TEST_F(Collectives, AMembersExportNamesThem) {
  const json made = must(shelf->add_person(guide, team(json::array({id})), now));
  const json out = must(shelf->export_person(self, id, now))["profile"];
  EXPECT_EQ(out["collectives"], json::array({json{{"id", made["id"]}, {"name", "Cuisine"}}}));
  EXPECT_EQ(out["created"], "2026-06-01T08:00:00Z");
  EXPECT_EQ(out["last_contact"], "2026-06-01T08:00:00Z");
}

}  // namespace
}  // namespace activateur
