// The store's main way: a person, what she lived, what others say, her portfolio; and the file's own life.
#include <sqlite3.h>

#include "recognition/portfolio.hpp"
#include "shop.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;
using Store = with_store;

TEST_F(Store, KeepsARecordAndGivesItBackAfterReopening) {
  const json added = must(shelf->add(guide, id, "experience", experience(), now));
  EXPECT_EQ(added["schema"], "activateur/record/1");
  EXPECT_EQ(added["version"], 1);
  EXPECT_EQ(added["created"], "2026-06-01T08:00:00Z");
  reopen(now);
  const json again = must(shelf->get(self, added["id"].get<std::string>(), now));
  EXPECT_EQ(again["document"], experience());
  EXPECT_EQ(again, added);
}

TEST_F(Store, PersonComesBackWithHerProfile) {
  const json found = must(shelf->person(guide, id, now));
  EXPECT_EQ(found["name"], "Anna");
  EXPECT_EQ(found["kind"], "individual");
  EXPECT_FALSE(found.contains("consents"));
  EXPECT_EQ(must(shelf->find_person(guide, "si", "dossier-17", now))["id"], id);
  EXPECT_EQ(code(shelf->find_person(administrator, "si", "dossier-18", now)), "store.person");
}

TEST_F(Store, IdentifierNamesOnePersonAlone) {
  const json same = {{"identifiers", {{{"system", "si"}, {"value", "dossier-17"}}}}};
  EXPECT_EQ(code(shelf->add_person(guide, same, now)), "store.identifier");
}

TEST_F(Store, NothingPersonalLiesReadableInTheFile) {
  must(shelf->add(self, id, "experience", experience(), now));
  must(shelf->add(self, id, "declaration", {{"identities", {"anna@example.org"}}}, now));
  const std::string bytes = dir.bytes();
  EXPECT_GT(bytes.size(), 4096u);
  for (const char* word :
       {"Anna", "dossier-17", "secret-mot", "Visites", "rome:K1304", "anna@example.org", "mission-locale", "g-1"})
    EXPECT_EQ(bytes.find(word), std::string::npos) << word;
}

TEST_F(Store, ChangeKeepsToTheVersionItWasBasedOn) {
  const json added = must(shelf->add(self, id, "experience", experience(), now));
  const std::string record = added["id"];
  json other = experience();
  other["title"] = "Visites et courses";
  const json changed = must(shelf->change(self, record, 1, other, now));
  EXPECT_EQ(changed["version"], 2);
  EXPECT_EQ(changed["document"]["title"], "Visites et courses");
  EXPECT_EQ(code(shelf->change(self, record, 1, experience(), now)), "store.version");
  EXPECT_EQ(must(shelf->get(self, record, now))["document"]["title"], "Visites et courses");
}

TEST_F(Store, RemovedRecordIsGone) {
  const std::string record = must(shelf->add(self, id, "experience", experience(), now))["id"];
  must(shelf->remove(self, record, now));
  EXPECT_EQ(code(shelf->get(self, record, now)), "store.record");
}

TEST_F(Store, ListsInPagesInTheOrderTheyWereAdded) {
  std::vector<std::string> ids;
  for (int i = 0; i < 7; ++i) {
    json one = experience();
    one["title"] = "n" + std::to_string(i);
    ids.push_back(must(shelf->add(self, id, "experience", one, now))["id"]);
  }
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  std::vector<std::string> seen;
  std::string after;
  for (int pages = 0; pages < 9; ++pages) {
    const json list = must(shelf->list(self, id, "experience", {after, 3}, now));
    for (const json& one : list["records"]) seen.push_back(one["id"]);
    if (!list.contains("next")) break;
    after = list["next"];
  }
  EXPECT_EQ(seen, ids);
}

TEST_F(Store, RefusesWhatIsNotOfTheKind) {
  json wrong = experience();
  wrong["tilte"] = "x";
  EXPECT_EQ(code(shelf->add(self, id, "experience", wrong, now)), "document.member");
  wrong = experience();
  wrong["kind"] = "sleep";
  EXPECT_EQ(code(shelf->add(self, id, "experience", wrong, now)), "store.choice");
  wrong = experience();
  wrong["hours_per_week"] = 1000;
  const auto refused = shelf->add(self, id, "experience", wrong, now);
  EXPECT_EQ(code(refused), "field.range");
  EXPECT_EQ(refused.why().where.pointer, "/hours_per_week");
  EXPECT_EQ(code(shelf->add(self, id, "self_assessment", {{"competence", "rome:1"}, {"level", 5}}, now)),
            "field.range");
  EXPECT_EQ(code(shelf->add(self, id, "credential", json::object(), now)), "store.kind");
  EXPECT_EQ(code(shelf->add(self, id, "nonsense", json::object(), now)), "store.kind");
  EXPECT_EQ(code(shelf->add(self, "no-id", "experience", experience(), now)), "store.id");
}

TEST_F(Store, PortfolioIsWhatRecognitionReads) {
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  must(shelf->add(self, id, "self_assessment",
                  {{"experience", lived}, {"competence", "rome:120684"}, {"level", 3}, {"text", "ça va"}}, now));
  must(shelf->add(guide, id, "feedback",
                  {{"experience", lived}, {"competence", "rome:120684"}, {"level", 4}, {"role", "client"}, {"by", "b"}},
                  now));
  must(shelf->add(self, id, "declaration", {{"conditions", {"licence_b"}}, {"constraints", {{"weekly_hours", 12}}}},
                  now));
  const json grid = must(shelf->add(
      curator, "", "grid",
      {{"title", "Accueil"}, {"criteria", {{{"id", "k1"}, {"label", "Écoute"}, {"competence", "rome:489933"}}}}}, now));
  must(shelf->add(guide, id, "observation",
                  {{"grid", grid["id"]}, {"by", "g"}, {"items", {{{"criterion", "k1"}, {"level", 3}}}}}, now));
  const json document = must(shelf->portfolio(self, id, now));
  const portfolio read = must(read_portfolio(document, "p"));
  ASSERT_EQ(read.experiences.size(), 1u);
  EXPECT_EQ(read.experiences[0].kind, "volunteering");
  EXPECT_EQ(read.experiences[0].competences, std::vector<std::string>{"rome:120684"});
  ASSERT_EQ(read.self_assessments.size(), 1u);
  EXPECT_EQ(read.self_assessments[0].experience, lived);
  ASSERT_EQ(read.feedbacks.size(), 2u);
  EXPECT_EQ(read.feedbacks[1].kind, "observation");
  EXPECT_EQ(read.feedbacks[1].competence, "rome:489933");
  EXPECT_EQ(read.weekly_hours, 12);
  EXPECT_EQ(read.conditions, std::vector<std::string>{"licence_b"});
}

TEST_F(Store, WhatATextSuggestsIsHersOnceChosen) {
  json lived = experience();
  lived["competences"] = {{{"competence", "rome:1"}, {"origin", "suggested"}},
                          {{"competence", "rome:2"}, {"origin", "added"}}};
  must(shelf->add(self, id, "experience", lived, now));
  EXPECT_EQ(must(shelf->portfolio(self, id, now))["experiences"][0]["competences"], json({"rome:2"}));
}

TEST_F(Store, SeriousGameCountsAsPlay) {
  json lived = experience();
  lived["kind"] = "serious_game";
  must(shelf->add(self, id, "experience", lived, now));
  EXPECT_EQ(must(shelf->portfolio(self, id, now))["experiences"][0]["kind"], "play");
}

TEST_F(Store, ATeamsExperienceIsEachMembersToo) {
  const json bob = must(shelf->add_person(guide, {{"name", "Bob"}}, now));
  const json team =
      must(shelf->add_person(guide, {{"kind", "collective"}, {"name", "Cuisine"}, {"members", {id}}}, now));
  must(shelf->add(self, team["id"].get<std::string>(), "experience", experience(), now));
  EXPECT_EQ(must(shelf->portfolio(self, id, now))["experiences"].size(), 1u);
  EXPECT_FALSE(must(shelf->portfolio(herself(bob), bob["id"].get<std::string>(), now)).contains("experiences"));
  EXPECT_EQ(code(shelf->add(herself(bob), team["id"].get<std::string>(), "experience", experience(), now)),
            "store.denied");
}

TEST_F(Store, ObservationNeedsItsGridAndCriteria) {
  const json seen = {{"grid", id}, {"items", {{{"criterion", "k9"}, {"level", 3}}}}};
  EXPECT_EQ(code(shelf->add(guide, id, "observation", seen, now)), "store.grid");
  const json grid =
      must(shelf->add(curator, "", "grid",
                      {{"title", "G"}, {"criteria", {{{"id", "k1"}, {"label", "L"}, {"competence", "rome:1"}}}}}, now));
  json other = seen;
  other["grid"] = grid["id"];
  EXPECT_EQ(code(shelf->add(guide, id, "observation", other, now)), "store.criterion");
}

// Whoever writes without a name is one voice, however much he writes; of whom he writes, his voice does not tell.
TEST_F(Store, UnnamedWordsOfOneAuthorAreOneVoice) {
  const std::string grid = must(shelf->add(
      curator, "", "grid",
      {{"title", "G"}, {"criteria", {{{"id", "k"}, {"label", "L"}, {"competence", "rome:120684"}}}}}, now))["id"];
  json bob = must(shelf->add_person(guide, {{"consents", {consent_to("accompaniment", "mission-locale")}}}, now));
  const actor colleague{role::guide, "g-2", "mission-locale"};
  const auto seen_by = [&](const actor& by, const std::string& of, json more = json::object()) {
    more.update({{"grid", grid}, {"items", {{{"criterion", "k"}, {"level", 3}}}}});
    must(shelf->add(by, of, "observation", more, now));
  };
  const auto told_by = [&](const actor& by, const std::string& of) {
    must(shelf->add(by, of, "feedback", {{"competence", "rome:120684"}, {"level", 3}, {"role", "professional"}}, now));
  };
  const auto asked = [&]() -> std::string {
    return must(shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:120684"}}}}}, now))["token"];
  };
  for (const std::string& token : {asked(), asked()})
    must(shelf->answer(token, {{"role", "peer"}, {"answers", {{{"competence", "rome:120684"}, {"level", 3}}}}}, now));
  seen_by(guide, id);
  seen_by(guide, id);
  told_by(guide, id);
  seen_by(colleague, id);
  seen_by(guide, id, {{"by", "cheffe"}});
  told_by(guide, bob["id"]);
  std::map<std::string, int> voices;
  const json hers = must(shelf->portfolio(guide, id, now));
  for (const json& one : hers["feedback"]) ++voices[one.value("by", "")];
  EXPECT_EQ(voices[""], 0);
  EXPECT_EQ(voices.erase(""), 1U);
  EXPECT_EQ(voices["cheffe"], 1);
  EXPECT_EQ(voices.size(), 5U);  // the guide, the colleague, she whom the guide names, and who had either link
  int most = 0;
  for (const auto& [name, times] : voices) most = std::max(most, times);
  EXPECT_EQ(most, 3);
  const json his = must(shelf->portfolio(guide, bob["id"].get<std::string>(), now))["feedback"][0]["by"];
  EXPECT_EQ(voices.count(his.get<std::string>()), 0U);
  EXPECT_EQ(hers.dump().find("g-1"), std::string::npos);
  EXPECT_TRUE(read_portfolio(hers, "p"));
}

TEST_F(Store, ChangesAreFollowedByACursor) {
  const json first = must(shelf->changes(administrator, {}, now));
  EXPECT_EQ(first["changes"].size(), 2u);  // the person, her consent
  const std::string cursor = first["cursor"];
  EXPECT_EQ(must(shelf->changes(administrator, {cursor, 0}, now))["changes"].size(), 0u);
  const std::string record = must(shelf->add(self, id, "experience", experience(), now))["id"];
  must(shelf->remove(self, record, now));
  const json next = must(shelf->changes(administrator, {cursor, 1}, now));
  ASSERT_EQ(next["changes"].size(), 1u);
  EXPECT_EQ(next["changes"][0]["what"], "added");
  EXPECT_EQ(next["changes"][0]["record"], record);
  EXPECT_TRUE(next["more"]);
  const json last = must(shelf->changes(administrator, {next["cursor"], 1}, now));
  EXPECT_EQ(last["changes"][0]["what"], "removed");
  EXPECT_EQ(code(shelf->changes(administrator, {"abc-1", 1}, now)), "store.cursor");
}

TEST_F(Store, WrongKeyOpensNothing) {
  shelf.reset();
  store_options other = options_for(dir.at("s.adps"));
  other.host_key = host_key(8);
  EXPECT_EQ(code(store::open(other, now)), "store.key");
}

TEST_F(Store, HostKeyCanBeReplaced) {
  must(shelf->change_key(administrator, host_key(9), now));
  shelf.reset();
  EXPECT_EQ(code(store::open(options_for(dir.at("s.adps")), now)), "store.key");
  store_options other = options_for(dir.at("s.adps"));
  other.host_key = host_key(9);
  EXPECT_EQ(must(must(store::open(other, now))->person(self, id, now))["name"], "Anna");
}

TEST(StoreFile, OtherFilesAreRefused) {
  const folder dir;
  std::ofstream(dir.at("text")) << std::string(5000, 'x');
  EXPECT_EQ(code(store::open(options_for(dir.at("text")), on("2026-01-01"))), "store.file");
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(dir.at("db").c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "CREATE TABLE t(a)", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(other);
  EXPECT_EQ(code(store::open(options_for(dir.at("db")), on("2026-01-01"))), "store.file");
  EXPECT_EQ(code(store::open(options_for(dir.at("no/such/folder")), on("2026-01-01"))), "store.io");
  store_options only_open = options_for(dir.at("none"));
  only_open.create = false;
  EXPECT_EQ(code(store::open(only_open, on("2026-01-01"))), "store.absent");
  EXPECT_FALSE(fs::exists(dir.at("none")));
}

TEST(StoreFile, LaterFormatIsRefusedAndNotTouched) {
  const folder dir;
  must(store::open(options_for(dir.at("s")), on("2026-01-01"))).reset();
  sqlite3* file = nullptr;
  ASSERT_EQ(sqlite3_open(dir.at("s").c_str(), &file), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(file, "PRAGMA user_version = 99", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(file);
  const std::string before = slurp(dir.at("s"));
  const auto refused = store::open(options_for(dir.at("s")), on("2026-01-01"));
  EXPECT_EQ(code(refused), "store.newer");
  EXPECT_NE(refused.why().text(language::en).find("format 99"), std::string::npos);
  EXPECT_EQ(slurp(dir.at("s")), before);
}

}  // namespace
}  // namespace activateur
