// Erasure, backups, exports, retention, social security numbers, counts, the journal's chain.
#include <sqlite3.h>

#include "shop.hpp"
#include "store/nir.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

class Privacy : public with_store {
 protected:
  void sql(const std::string& text) {
    shelf.reset();
    sqlite3* file = nullptr;
    ASSERT_EQ(sqlite3_open(dir.at("s.adps").c_str(), &file), SQLITE_OK);
    char* wrong = nullptr;
    EXPECT_EQ(sqlite3_exec(file, text.c_str(), nullptr, nullptr, &wrong), SQLITE_OK) << wrong;
    sqlite3_close(file);
    shelf = must(store::open(options_for(dir.at("s.adps")), now));
  }
  // The wrapped key of the person, as it lies in the file.
  std::string wrapped_key() {
    std::string out;
    sqlite3* file = nullptr;
    sqlite3_open(dir.at("s.adps").c_str(), &file);
    sqlite3_stmt* found = nullptr;
    sqlite3_prepare_v2(file, "SELECT wrapped FROM person_key LIMIT 1", -1, &found, nullptr);
    if (sqlite3_step(found) == SQLITE_ROW)
      out.assign(static_cast<const char*>(sqlite3_column_blob(found, 0)),
                 static_cast<std::size_t>(sqlite3_column_bytes(found, 0)));
    sqlite3_finalize(found);
    sqlite3_close(file);
    return out;
  }
  json bring_back(bool returning = false) {
    json profile = {{"identifiers", {{{"system", "si"}, {"value", "dossier-17"}}}}};
    if (returning) profile["returning"] = true;
    return profile;
  }
};

TEST_F(Privacy, ErasedPersonIsGoneWithEverythingOfHers) {
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  must(shelf->erase_person(self, id, now));
  EXPECT_EQ(code(shelf->person(administrator, id, now)), "store.person");
  EXPECT_EQ(code(shelf->get(self, lived, now)), "store.record");
  EXPECT_EQ(code(shelf->find_person(administrator, "si", "dossier-17", now)), "store.person");
  const json changes = must(shelf->changes(administrator, {}, now))["changes"];
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0]["what"], "erased");
  EXPECT_EQ(changes[0]["person"], id);
}

TEST_F(Privacy, ErasureDestroysTheKeyInEveryFileOfTheStore) {
  const std::string key = wrapped_key();
  ASSERT_EQ(key.size(), 60u);
  ASSERT_NE(dir.bytes().find(key), std::string::npos);
  must(shelf->erase_person(self, id, now));
  EXPECT_EQ(dir.bytes().find(key), std::string::npos);
}

TEST_F(Privacy, LogThatAnotherProcessReadsIsEmptiedLater) {
  shelf.reset();
  store_options options = options_for(dir.at("s.adps"));
  options.wait_ms = 20;
  shelf = must(store::open(options, now));
  const std::string key = wrapped_key();
  must(shelf->add(self, id, "experience", experience(), now));
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(dir.at("s.adps").c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN; SELECT * FROM person_key", nullptr, nullptr, nullptr), SQLITE_OK);
  must(shelf->erase_person(self, id, now));
  ASSERT_NE(dir.bytes().find(key), std::string::npos);
  EXPECT_EQ(must(shelf->due(administrator, now))["forgetting"], true);
  EXPECT_EQ(must(shelf->check(administrator, now))["forgetting"], true);
  sqlite3_close(other);
  must(shelf->tidy(administrator, now));
  EXPECT_EQ(dir.bytes().find(key), std::string::npos);
  EXPECT_EQ(must(shelf->due(administrator, now))["forgetting"], false);
  EXPECT_EQ(must(shelf->check(administrator, now))["forgetting"], false);
}

TEST_F(Privacy, ImportDoesNotBringAnErasedPersonBack) {
  must(shelf->erase_person(administrator, id, now));
  EXPECT_EQ(code(shelf->add_person(guide, bring_back(), now)), "store.erased");
  reopen(now);
  EXPECT_EQ(code(shelf->add_person(guide, bring_back(), now)), "store.erased");
  EXPECT_EQ(code(shelf->add_person(guide, bring_back(true), now)), "");  // she comes back herself
  EXPECT_EQ(code(shelf->add_person(guide, bring_back(), now)), "store.identifier");
}

TEST_F(Privacy, ErasureHoldsForBackupsMadeBeforeIt) {
  must(shelf->add(self, id, "experience", experience(), now));
  const json bob = must(shelf->add_person(guide, {{"name", "Bob"}}, now));
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k1"), now));
  must(shelf->erase_person(self, id, now));
  must(shelf->back_up(administrator, "", dir.at("k2"), now));  // the keys' copy is renewed
  fs::remove(dir.at("k1"));
  must(restore_sqlite_shelf(dir.at("b"), dir.at("k2"), dir.at("r")));
  const auto restored = must(store::open(options_for(dir.at("r")), now));
  EXPECT_EQ(code(restored->person(self, id, now)), "store.person");
  EXPECT_EQ(must(restored->person(herself(bob), bob["id"].get<std::string>(), now))["name"], "Bob");
  EXPECT_EQ(code(restored->add_person(guide, bring_back(), now)), "store.erased");
  EXPECT_EQ(must(restored->check(administrator, now))["ok"], true);
}

TEST_F(Privacy, BackupHoldsNoKeyAndRestoresWithThem) {
  const std::string key = wrapped_key();
  must(shelf->add(self, id, "experience", experience(), now));
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k"), now));
  EXPECT_EQ(slurp(dir.at("b")).find(key), std::string::npos);
  EXPECT_NE(slurp(dir.at("k")).find(key), std::string::npos);
  must(restore_sqlite_shelf(dir.at("b"), dir.at("k"), dir.at("r")));
  const auto restored = must(store::open(options_for(dir.at("r")), now));
  EXPECT_EQ(must(restored->list(self, id, "experience", {}, now)), must(shelf->list(self, id, "experience", {}, now)));
  EXPECT_EQ(code(shelf->back_up(administrator, dir.at("b"), dir.at("k3"), now)), "store.exists");
  EXPECT_EQ(code(shelf->back_up(guide, dir.at("b4"), dir.at("k4"), now)), "store.denied");
}

TEST_F(Privacy, KeysOlderThanTheBackupAreRefused) {
  must(shelf->back_up(administrator, "", dir.at("k"), now));
  must(shelf->add_person(guide, {{"name", "Bob"}}, now));
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k2"), now));
  EXPECT_EQ(code(restore_sqlite_shelf(dir.at("b"), dir.at("k"), dir.at("r"))), "store.keys_older");
  EXPECT_FALSE(fs::exists(dir.at("r")));
}

TEST_F(Privacy, KeysOfAnotherStoreAreRefused) {
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k"), now));
  store_options options = options_for(dir.at("other"));
  options.random = counted(2);
  const auto other = must(store::open(options, now));
  for (int i = 0; i < 9; ++i) must(other->add_person(guide, {{"name", "Bob"}}, now));
  must(other->back_up(administrator, "", dir.at("k2"), now));
  EXPECT_EQ(code(restore_sqlite_shelf(dir.at("b"), dir.at("k2"), dir.at("r"))), "store.other_keys");
  EXPECT_FALSE(fs::exists(dir.at("r")));
  must(shelf->erase_person(administrator, id, now));  // the last one: no key of the backup's persons is left
  must(shelf->back_up(administrator, "", dir.at("k3"), now));
  must(restore_sqlite_shelf(dir.at("b"), dir.at("k3"), dir.at("r")));
  EXPECT_EQ(code(must(store::open(options_for(dir.at("r")), now))->person(administrator, id, now)), "store.person");
}

TEST_F(Privacy, CursorsOfBeforeARestoreAreRefused) {
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k"), now));
  const std::string early = must(shelf->changes(administrator, {{}, 1}, now))["cursor"];
  const std::string entry = must(shelf->journal(administrator, {{}, 1}, now))["cursor"];
  must(shelf->add(self, id, "experience", experience(), now));
  const std::string late = must(shelf->changes(administrator, {}, now))["cursor"];
  std::string last;
  for (const char* to : {"r1", "r2"}) {
    must(restore_sqlite_shelf(dir.at("b"), dir.at("k"), dir.at(to)));
    const auto restored = must(store::open(options_for(dir.at(to)), now));
    for (const std::string& one : {early, late})
      EXPECT_EQ(code(restored->changes(administrator, {one, 1}, now)), "store.cursor");
    EXPECT_EQ(code(restored->journal(administrator, {entry, 1}, now)), "store.cursor");
    if (!last.empty()) {
      EXPECT_EQ(code(restored->changes(administrator, {last, 1}, now)), "store.cursor");
    }
    last = must(restored->changes(administrator, {}, now))["cursor"];
    EXPECT_EQ(must(restored->changes(administrator, {last, 1}, now))["more"], false);
    EXPECT_EQ(must(restored->check(administrator, now))["ok"], true);
  }
}

// As when the file was put back by other means than a restore.
TEST_F(Privacy, CursorBeyondTheLastChangeIsRefused) {
  std::string cursor = must(shelf->changes(administrator, {}, now))["cursor"];
  EXPECT_EQ(code(shelf->changes(administrator, {cursor, 1}, now)), "");
  EXPECT_EQ(code(shelf->changes(administrator, {cursor + "0", 1}, now)), "store.cursor");
  cursor = must(shelf->journal(administrator, {}, now))["cursor"];
  EXPECT_EQ(code(shelf->journal(administrator, {cursor, 1}, now)), "");
  EXPECT_EQ(code(shelf->journal(administrator, {cursor + "00", 1}, now)), "store.cursor");
}

TEST_F(Privacy, ExportHasEverythingAndSaysWhereItComesFrom) {
  must(shelf->add(self, id, "experience", experience(), now));
  must(shelf->add(guide, id, "inference", {{"of", "gap"}, {"target", "rome:K1304"}, {"result", {{"x", 1}}}}, now));
  must(shelf->add(guide, id, "feedback", {{"competence", "rome:1"}, {"level", 2}, {"role", "peer"}}, now));
  const json all = must(shelf->export_person(self, id, now));
  EXPECT_EQ(all["schema"], "activateur/person-export/1");
  EXPECT_EQ(all["profile"]["name"], "Anna");
  EXPECT_EQ(all["profile"]["identifiers"][0]["value"], "dossier-17");
  EXPECT_EQ(all["consents"][0]["organisation"], "mission-locale");
  std::map<std::string, std::string> origins;
  for (const json& one : all["records"]) origins[one["kind"]] = one["origin"];
  EXPECT_EQ(origins, (std::map<std::string, std::string>{
                         {"experience", "provided"}, {"feedback", "observed"}, {"inference", "inferred"}}));
  EXPECT_EQ(all["accesses"].back()["operation"], "export");
  EXPECT_FALSE(all["accesses"].back().contains("actor"));
  EXPECT_EQ(code(shelf->export_person(employer, id, now)), "store.denied");
}

TEST_F(Privacy, WhatIsDueIsSaidAndRequestsGoByThemselves) {
  const json request = {{"competences", {{{"competence", "rome:1"}}}}, {"expires", "2026-06-05"}};
  const std::string asked = must(shelf->ask_feedback(self, id, request, now))["id"];
  EXPECT_EQ(must(shelf->due(administrator, on("2026-06-04")))["requests"].size(), 0u);
  const context later = on("2028-06-02T08:00:01Z");
  const json due = must(shelf->due(administrator, later));
  ASSERT_EQ(due["persons"].size(), 1u);  // two years after the last contact
  EXPECT_EQ(due["persons"][0]["person"], id);
  EXPECT_EQ(due["persons"][0]["last_contact"], "2026-06-01T08:00:00Z");
  ASSERT_EQ(due["requests"].size(), 1u);
  EXPECT_EQ(due["requests"][0]["record"], asked);
  EXPECT_EQ(due["journal"], true);
  const json tidied = must(shelf->tidy(administrator, later));
  EXPECT_EQ(tidied["requests"], 1);
  EXPECT_EQ(tidied["journal"], 3);  // the creation, its consent, and the first look at what is due
  EXPECT_EQ(code(shelf->get(self, asked, later)), "store.record");
  EXPECT_EQ(must(shelf->due(administrator, later))["journal"], false);
  EXPECT_EQ(must(shelf->check(administrator, later))["ok"], true);  // the chain goes on from what is kept
}

TEST_F(Privacy, WritingIsAContactAndReadingByOthersIsNone) {
  must(shelf->add(self, id, "experience", experience(), on("2027-06-01")));
  must(shelf->person(guide, id, on("2028-01-01")));
  EXPECT_EQ(must(shelf->due(administrator, on("2029-05-01")))["persons"].size(), 0u);
  EXPECT_EQ(must(shelf->due(administrator, on("2029-06-01")))["persons"].size(), 1u);
}

// The numbers are invented; the keys are right (97 - number mod 97).
TEST_F(Privacy, SocialSecurityNumbersAreRefusedEverywhere) {
  const std::string number = "1850578006048";
  const auto refused = [&](const auto& r) {
    EXPECT_EQ(code(r), "store.nir");
    EXPECT_EQ(r.ok()                                                                        ? ""
              : r.why().text(language::en).substr(0, 200).find(number) == std::string::npos ? ""
                                                                                            : "told",
              "");
  };
  json lived = experience();
  lived["text"] = "mon numéro est " + number;
  refused(shelf->add(self, id, "experience", lived, now));
  lived = experience();
  lived["evidence"] = {{{"kind", "photo"}, {"reference", number}}};
  refused(shelf->add(self, id, "experience", lived, now));
  refused(shelf->add(self, id, "declaration", {{"identities", {number}}}, now));
  refused(shelf->add(guide, id, "inference", {{"of", "gap"}, {"result", {{"deep", {{"n", 1850578006048}}}}}}, now));
  refused(shelf->add(guide, id, "inference", {{"of", "gap"}, {"result", {{number, true}}}}, now));
  refused(shelf->add(guide, id, "feedback", {{"competence", "rome:1"}, {"level", 2}, {"role", "peer"}, {"by", number}},
                     now));
  refused(shelf->add_person(guide, {{"name", number}}, now));
  refused(shelf->add_person(guide, {{"identifiers", {{{"system", "si"}, {"value", number}}}}}, now));
  refused(shelf->change_person(self, id, {{"name", "n° " + number}}, now));
  refused(shelf->find_person(administrator, "si", number, now));
  refused(shelf->give_consent(self, id, consent_to("training", number), now));
  refused(shelf->person({role::guide, number, "x"}, id, now));
  refused(shelf->person({role::guide, "g", number}, id, now));
  refused(shelf->add(curator, "", "grid", {{"title", number}}, now));
  refused(shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:1"}}}}, {"question", number}}, now));
  refused(
      shelf->add_credential(self, id,
                            R"({"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential",)"
                            R"("OpenBadgeCredential"],"credentialSubject":{"name":"1850578006048"}})",
                            now));
  EXPECT_EQ(dir.bytes().find(number), std::string::npos);
}

TEST(Nir, NumbersOfOtherThingsPass) {
  for (const char* text : {"2026-06-01T08:00:00Z", "0612345678", "78006", "12345678901234", "1234567890123456",
                           "https://example.org/b/1850578006048"})
    EXPECT_TRUE(refuse_nir_in_credential(json{{"a", text}}.dump())) << text;
  EXPECT_TRUE(refuse_nir(json{{"siret", "12345678901234"}, {"phone", "0612345678"}}));
  EXPECT_FALSE(refuse_nir(json{{"a", {1, {{"b", "2 2A 12"}}, "1 85 05 2A 006 048"}}}));  // Corsica
}

TEST(Nir, InACredentialAddressesAloneAreLeftOut) {
  const auto clean = [](const json& value) { return refuse_nir_in_credential(json{{"a", value}}.dump()).ok(); };
  EXPECT_TRUE(clean("did:key:1850578006048"));
  EXPECT_TRUE(clean("data:image/png;base64,1850578006048"));
  EXPECT_TRUE(clean("voir (https://b.example/1850578006048) et http://b.example/1850578006048"));
  EXPECT_TRUE(clean("urn:uuid:019e807a-ecaf-7113-8456-185057800604"));
  EXPECT_FALSE(clean("https://b.example/1 NIR 1 85 05 78 006 048"));
  EXPECT_FALSE(clean("1850578006048 voir https://b.example/1"));
  EXPECT_FALSE(clean("1850578006048-https://b.example/1"));
  EXPECT_FALSE(clean("did:web:b.example 1850578006048"));
  EXPECT_FALSE(clean("data:, 1850578006048"));
  EXPECT_FALSE(clean("urn:nir:1850578006048"));
  EXPECT_FALSE(clean(1850578006048));
  EXPECT_FALSE(refuse_nir_in_credential(R"({"a": 1.850578006048e12})").ok());
  EXPECT_TRUE(refuse_nir_in_credential(R"({"a": 0.1850578006048})").ok());
  // Inside tokens, however deep.
  const auto token = [](const json& claims) {
    return "eyJhbGciOiJFZERTQSJ9." + to_base64url(as_octets(claims.dump())) + ".AAAA";
  };
  const std::string inner = token({{"name", "NIR 1 85 05 78 006 048"}});
  EXPECT_FALSE(clean(inner));
  EXPECT_FALSE(clean("data:application/vc+jwt," + inner));
  EXPECT_FALSE(clean(token({{"vc", {inner}}})));
  const std::string spaced = to_base64url(as_octets("{\n\"alg\":\"EdDSA\"}"));
  EXPECT_FALSE(clean(spaced + inner.substr(inner.find('.'))));
  EXPECT_TRUE(clean(token({{"vc", {token({{"name", "none"}})}}})));
}

TEST_F(Privacy, NoErrorRepeatsASocialSecurityNumber) {
  const std::string number = "1850578006048";
  const auto silent = [&](const std::string& expected, const auto& r) {
    EXPECT_EQ(code(r), expected);
    for (const language l : {language::en, language::fr})
      EXPECT_EQ(r.ok() ? std::string::npos : r.why().text(l).find(number), std::string::npos) << expected;
  };
  silent("store.id", shelf->person(guide, number, now));
  silent("store.id", shelf->get(guide, number, now));
  silent("store.id", shelf->withdraw_consent(self, number, now));
  silent("store.id", shelf->list(self, id, "experience", {number, 0}, now));
  silent("store.kind", shelf->list(self, id, number, {}, now));
  silent("store.kind", shelf->add(self, id, number, experience(), now));
  silent("store.nir", shelf->give_consent(self, id, consent_to(number, "centre"), now));
  json lived = experience();
  lived[number] = 1;
  silent("store.nir", shelf->add(self, id, "experience", lived, now));
  lived = experience();
  lived["from"] = number;
  silent("store.nir", shelf->add(self, id, "experience", lived, now));
  silent("store.nir", shelf->add_person(guide, {{number, 1}}, now));
  silent("store.nir", shelf->add_achievement(guide, {}, {{number, 1}}, now));
  silent("store.nir", shelf->answer("x", {{number, 1}}, now));
  silent("store.nir", shelf->share_showcase(self, id, {{number, 1}}, now));
}

TEST_F(Privacy, CountsBelowTheThresholdAreNotSaid) {
  for (int i = 0; i < 10; ++i) must(shelf->add_person(guide, json::object(), now));
  must(shelf->add(self, id, "experience", experience(), now));
  const json counts = must(shelf->count(observer, now));
  EXPECT_EQ(counts["smallest"], 11);
  EXPECT_EQ(counts["counts"][0], json({{"kind", "profile"}, {"persons", 11}}));
  EXPECT_EQ(counts["counts"][1], json({{"kind", "experience"}}));  // one, or none: nobody is told
  EXPECT_EQ(code(shelf->count(employer, now)), "store.denied");
}

TEST_F(Privacy, ACollectiveMakesNoCountGreater) {
  std::vector<std::string> ids{id};
  for (int i = 0; i < 9; ++i) ids.push_back(must(shelf->add_person(guide, json::object(), now))["id"]);
  for (const std::string& one : ids) must(shelf->add({role::person, one, {}}, one, "experience", experience(), now));
  const json team{{"kind", "collective"}, {"name", "Cuisine"}, {"members", {id}}};
  const std::string whole = must(shelf->add_person(self, team, now))["id"];
  must(shelf->add(self, whole, "experience", experience(), now));
  const auto told = [&] { return must(shelf->count(observer, now))["counts"][1]; };
  EXPECT_EQ(told(), json({{"kind", "experience"}}));  // ten persons and a team
  const std::string eleventh = must(shelf->add_person(guide, json::object(), now))["id"];
  must(shelf->add({role::person, eleventh, {}}, eleventh, "experience", experience(), now));
  EXPECT_EQ(told(), json({{"kind", "experience"}, {"persons", 11}}));
}

// A clock that was ahead once leaves an entry that looks young for years.
TEST_F(Privacy, AnEntryOfTheFutureKeepsNoOlderOne) {
  must(shelf->due(administrator, on("2040-01-01")));
  must(shelf->due(administrator, on("2026-06-02")));
  must(shelf->due(administrator, on("2028-05-01")));
  const context later = on("2028-06-03");
  EXPECT_EQ(must(shelf->tidy(administrator, later))["journal"], 4);  // creation, consent, 2040, June 2026
  EXPECT_EQ(must(shelf->check(administrator, later))["ok"], true);
}

TEST_F(Privacy, AnEntryOfTheFutureThatIsTheFirstHidesNoOlderOne) {
  must(shelf->due(administrator, on("2040-01-01")));
  must(shelf->due(administrator, on("2026-12-01")));
  EXPECT_EQ(must(shelf->tidy(administrator, on("2027-06-20")))["journal"], 2);  // creation, consent
  EXPECT_EQ(must(shelf->due(administrator, on("2027-11-30")))["journal"], false);
  EXPECT_EQ(must(shelf->due(administrator, on("2027-12-05")))["journal"], true);
}

TEST_F(Privacy, WhatIsNoFileOfKeysIsSaidToBeNone) {
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k"), now));
  std::ofstream(dir.at("words")) << std::string(5'000, 'x');
  for (const char* wrong : {"b", "words"}) {
    EXPECT_EQ(code(restore_sqlite_shelf(dir.at("b"), dir.at(wrong), dir.at("r"))), "store.no_keys") << wrong;
    EXPECT_FALSE(fs::exists(dir.at("r")));
  }
}

TEST_F(Privacy, CursorsOfTheJournalAreNotThoseOfChanges) {
  const std::string changes = must(shelf->changes(administrator, {}, now))["cursor"];
  const std::string journal = must(shelf->journal(administrator, {}, now))["cursor"];
  EXPECT_EQ(code(shelf->journal(administrator, {changes}, now)), "store.cursor");
  EXPECT_EQ(code(shelf->changes(administrator, {journal}, now)), "store.cursor");
  must(shelf->journal(administrator, {journal}, now));
}

TEST_F(Privacy, AStoreIsReadableByItsOwnerAlone) {
  EXPECT_EQ(fs::status(dir.at("s.adps")).permissions() & fs::perms::all,
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Privacy, AlteredJournalIsSeen) {
  must(shelf->person(guide, id, now));
  must(shelf->person(guide, id, now));
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
  sql("UPDATE journal SET allowed = 0 WHERE number = 2");
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], false);
  sql("UPDATE journal SET allowed = 1 WHERE number = 2");
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
  sql("DELETE FROM journal WHERE number = 2");
  const json seen = must(shelf->check(administrator, now));
  EXPECT_EQ(seen["ok"], false);
  EXPECT_NE(seen["problems"][0].get<std::string>().find("entry 3"), std::string::npos);
}

TEST_F(Privacy, JournalsHeadTellsWhetherItsEndWasCutOff) {
  must(shelf->person(guide, id, now));
  const json head = must(shelf->check(administrator, now))["journal_head"];
  EXPECT_EQ(head["number"], 4);
  const json entries = must(shelf->journal(administrator, {}, now))["entries"];
  EXPECT_EQ(entries[3]["seal"], head["seal"]);
}

TEST_F(Privacy, RecordMovedToAnotherPersonDoesNotOpen) {
  const json bob = must(shelf->add_person(guide, {{"name", "Bob"}}, now));
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  const auto hex = [](std::string text) {
    std::erase(text, '-');
    return "x'" + text + "'";
  };
  sql("UPDATE record SET person = " + hex(bob["id"]) + " WHERE id = " + hex(lived));
  EXPECT_EQ(code(shelf->get(herself(bob), lived, now)), "store.unsealed");
}

TEST_F(Privacy, AlteredRecordDoesNotOpen) {
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  sql("UPDATE record SET version = 7");
  EXPECT_EQ(code(shelf->get(self, lived, now)), "store.unsealed");
}

}  // namespace
}  // namespace activateur
