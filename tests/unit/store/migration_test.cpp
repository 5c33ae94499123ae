// Files of released formats are brought to today's. Each format keeps its own test: a file as that version wrote it.
#include <sqlite3.h>

#include "full_shop.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

std::string answer(const std::string& path, const char* question) {
  sqlite3* file = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &file), SQLITE_OK);
  std::string out;
  const auto take = [](void* into, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i)
      *static_cast<std::string*>(into) += std::string(values[i] ? values[i] : "-") + " ";
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(file, question, take, &out, nullptr), SQLITE_OK);
  sqlite3_close(file);
  return out;
}

TEST(Migration, NewFileSaysWhatItIs) {
  const folder dir;
  must(store::open(options_for(dir.at("s")), on("2026-01-01"))).reset();
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA application_id"), "1097101395 ");
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA user_version"), "2 ");
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA journal_mode"), "wal ");
}

// What format 2 promises: its tables and columns. A later format is tested from a file with exactly these.
TEST(Migration, Format2HasTheTablesItWasReleasedWith) {
  const folder dir;
  must(store::open(options_for(dir.at("s")), on("2026-01-01"))).reset();
  EXPECT_EQ(answer(dir.at("s"),
                   "SELECT t.name, group_concat(c.name, ',') FROM sqlite_schema t, pragma_table_info(t.name) c "
                   "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name ORDER BY t.name"),
            "change number,at,person,record,kind,what "
            "consent id,person,purpose,organisation,given,withdrawn,sealed "
            "identifier lookup,person "
            "journal number,at,role,operation,kind,allowed,person,record,who,seal "
            "member collective,person "
            "person id,collective,created,contact,erasing,sealed "
            "person_key person,wrapped "
            "record number,id,person,kind,created,changed,version,author,about,lookup,likeness,due,sealed,content "
            "setting name,value "
            "tombstone lookup,at,seal ");
}

// format_1.sql: all that `fill` (full_shop.hpp) had written by the version of format 1, as `sqlite3 .dump` gave it.
class Format1 : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string dump = slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "tests/unit/store/format_1.sql");
    answer(dir.at("s"), (dump + "PRAGMA application_id = 1097101395; PRAGMA user_version = 1").c_str());
  }
  result<std::unique_ptr<store>> open() { return store::open(options_for(dir.at("s")), now); }
  folder dir;
  context now = on("2026-06-02");
  const std::string anna = "019e8232-6000-7e31-8de5-a9365c622761", bob = "019e8232-6000-7e31-8de5-a93736912831";
  const actor self{role::person, anna, {}};
};

TEST_F(Format1, FileIsBroughtToTodaysWithEverythingInIt) {
  auto in = must(open());
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA user_version"), "2 ");
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(must(in->check(administrator, now))["problems"], json::array());
    EXPECT_EQ(must(in->person(self, anna, now))["name"], "Anna");
    EXPECT_EQ(must(in->find_person(administrator, "si", "dossier-17", now))["id"], anna);
    const json lived = must(in->list(self, anna, "experience", {}, now))["records"][0];
    EXPECT_EQ(lived["document"]["title"], "Visites");
    EXPECT_EQ(lived["version"], 2);
    const json portfolio = must(in->portfolio(guide, anna, now));  // by consent
    EXPECT_EQ(portfolio["experiences"].size(), 2u);                // the team's too
    EXPECT_EQ(portfolio["feedback"].size(), 2u);
    EXPECT_EQ(must(in->credential_bytes(self, portfolio["credentials"][0]["id"].get<std::string>(), now)),
              slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "examples/badge.jwt"));
    EXPECT_EQ(code(in->portfolio(educator, anna, now)), "store.denied");  // withdrawn
    EXPECT_EQ(code(in->add_person(guide, {{"identifiers", {{{"system", "si"}, {"value", "dossier-99"}}}}}, now)),
              "store.erased");
    EXPECT_EQ(code(in->asked("UsYAmP2BbKXc_PZT2XfcHaVy0_86JdzN9yHCkwCbLDw", now)), "");
    in.reset();
    in = must(open());
  }
}

TEST_F(Format1, RestoredBackupIsSealedAnewWhenOpened) {
  for (const char* part : {"DELETE FROM person_key", "DELETE FROM setting WHERE name = 'root'"}) {
    // As that version's backup and keys were.
    if (part == std::string("DELETE FROM person_key"))
      answer(dir.at("s"), ("ATTACH '" + dir.at("k") +
                           "' AS k; CREATE TABLE k.person_key AS SELECT * FROM person_key; CREATE TABLE k.moment AS "
                           "SELECT 18 AS change; CREATE TABLE k.setting AS SELECT * FROM setting WHERE name = 'root'")
                              .c_str());
    answer(dir.at("s"), part);
  }
  EXPECT_EQ(code(open()), "store.no_root");
  answer(dir.at("k"), "CREATE TABLE person AS SELECT * FROM person_key; UPDATE person_key SET person = zeroblob(16)");
  EXPECT_EQ(code(restore_sqlite_shelf(dir.at("s"), dir.at("k"), dir.at("r"))), "store.other_keys");
  answer(dir.at("k"), "DELETE FROM person_key; INSERT INTO person_key SELECT * FROM person; DROP TABLE person");
  must(restore_sqlite_shelf(dir.at("s"), dir.at("k"), dir.at("r")));
  const auto restored = must(store::open(options_for(dir.at("r")), now));
  EXPECT_EQ(must(restored->check(administrator, now))["ok"], true);
  EXPECT_EQ(must(restored->person(self, anna, now))["name"], "Anna");
}

TEST_F(Format1, DamagedRowDoesNotKeepTheOthersFromBeingBroughtOver) {
  answer(dir.at("s"), "UPDATE record SET version = 9 WHERE number = 1");
  const auto in = must(open());
  EXPECT_EQ(must(in->list(self, anna, "experience", {}, now))["unreadable"].size(), 1u);
  EXPECT_EQ(must(in->list(self, anna, "credential", {}, now))["records"].size(), 1u);
}

TEST_F(Format1, FileOfTodayThatPretendsToBeOlderIsRefused) {
  must(open()).reset();
  answer(dir.at("s"), "DELETE FROM setting WHERE name = 'seals'; PRAGMA user_version = 2");
  EXPECT_EQ(code(open()), "store.unsealed");
}

TEST(Migration, EmptyFileBecomesAStore) {
  const folder dir;
  std::ofstream(dir.at("s")).flush();
  EXPECT_TRUE(store::open(options_for(dir.at("s")), on("2026-01-01")).ok());
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA user_version"), "2 ");
}

}  // namespace
}  // namespace activateur
