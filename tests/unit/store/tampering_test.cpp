// Somebody writes in the file with another program: every column of every table is altered in turn, and `check` says
// so; the few that it cannot see are listed here, with the reason (docs/store.md has them too).
#include <sqlite3.h>

#include <map>

#include "full_shop.hpp"

namespace activateur {
namespace {

using namespace shop;

class plain_file {
 public:
  explicit plain_file(const std::string& path) { EXPECT_EQ(sqlite3_open(path.c_str(), &file_), SQLITE_OK); }
  ~plain_file() { sqlite3_close(file_); }
  plain_file(const plain_file&) = delete;
  plain_file& operator=(const plain_file&) = delete;

  int run(const std::string& text) { return sqlite3_exec(file_, text.c_str(), nullptr, nullptr, nullptr); }
  [[nodiscard]] int altered() const { return sqlite3_changes(file_); }
  std::vector<std::string> list(const std::string& question) {
    std::vector<std::string> out;
    const auto take = [](void* into, int columns, char** values, char**) {
      std::string line;
      for (int i = 0; i < columns; ++i) line += (i == 0 ? "" : ".") + std::string(values[i] ? values[i] : "");
      static_cast<std::vector<std::string>*>(into)->push_back(line);
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(file_, question.c_str(), take, &out, nullptr), SQLITE_OK);
    return out;
  }

 private:
  sqlite3* file_ = nullptr;
};

class Tampering : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = must(store::open(options_for(dir.at("whole")), now));
    whole = fill(*made);
  }
  // A copy of the store in which somebody ran `text`. False: the file's own rules refuse it.
  bool alter(const std::string& text) {
    for (const char* beside : {"", "-wal", "-shm"}) fs::remove(dir.at("s") + beside);
    fs::copy_file(dir.at("whole"), dir.at("s"));
    plain_file file(dir.at("s"));
    if (file.run(text) != SQLITE_OK) return false;
    EXPECT_GT(file.altered(), 0) << text;
    return true;
  }
  result<std::unique_ptr<store>> open_whole() { return store::open(options_for(dir.at("whole")), now); }
  result<std::unique_ptr<store>> open() { return store::open(options_for(dir.at("s")), now); }
  // "": nothing was seen.
  std::string seen() {
    auto opened = open();
    if (!opened) return std::string(opened.why().what.code());
    const auto report = (*opened)->check(administrator, now);
    if (!report) return std::string(report.why().what.code());
    return (*report)["ok"] == true ? "" : (*report)["problems"][0].get<std::string>();
  }

  folder dir;
  context now = on("2026-06-02");
  full_shop whole;
};

// Another value: in its last byte, a number by one, something where there was nothing, a flag turned.
std::string other(const std::string& column) {
  for (const char* flag : {"collective", "erasing", "allowed"})
    if (column == flag) return "1 - " + column;
  return "CASE typeof(" + column + ") WHEN 'integer' THEN " + column + " + 1 WHEN 'null' THEN x'11' ELSE " +
         "CASE WHEN hex(substr(" + column + ", -1)) = '41' THEN substr(" + column + ", 1, length(" + column +
         ") - 1) || x'42' ELSE CAST(substr(" + column + ", 1, length(" + column + ") - 1) || x'41' AS BLOB) END END";
}

// A page after an id goes on with what is greater: an id with something behind it is greater than itself.
TEST_F(Tampering, WhatIsNoIdIsAClearErrorAndEndsEveryWalk) {
  for (const char* column :
       {"person.id", "record.id", "record.person", "consent.id", "consent.person", "person_key.person"})
    for (const char* value : {"{} || x'00'", "x''", "x'00112233'", "zeroblob(16000)", "'text'"}) {
      const std::string name(column), table = name.substr(0, name.find('.')), field = name.substr(name.find('.') + 1);
      std::string to(value);
      if (to.starts_with("{}")) to = "CAST(" + field + to.substr(2) + " AS BLOB)";
      const std::string rows = field == "id" || table == "person_key"
                                   ? " WHERE " + field + " = (SELECT max(" + field + ") FROM " + table + ")"
                                   : "";
      if (!alter("UPDATE " + table + " SET " + field + " = " + to + rows)) continue;
      EXPECT_NE(seen(), "") << column << " = " << value;
      auto opened = open();
      if (!opened) continue;
      for (const actor& by : {administrator, actor{role::person, whole.anna, {}}, guide}) {
        // Whatever comes of it, it comes.
        (void)(*opened)->export_person(by, whole.anna, now);
        (void)(*opened)->list(by, whole.anna, "experience", {{}, 1}, now);
        (void)(*opened)->due(by, now);
      }
    }
}

// Names are found by these numbers.
TEST_F(Tampering, WhatIsNoChoiceIsAClearError) {
  for (const char* column :
       {"record.kind", "change.kind", "change.what", "journal.role", "journal.operation", "journal.kind"})
    for (const char* value : {"2000000000", "77", "-1", "4294967296", "9223372036854775807"}) {
      const std::string name(column), table = name.substr(0, name.find('.')), field = name.substr(name.find('.') + 1);
      ASSERT_TRUE(alter("UPDATE " + table + " SET " + field + " = " + value));
      const auto in = must(open());
      const auto told = table == "record"   ? code(in->get({role::person, whole.anna, {}}, whole.experience, now))
                        : table == "change" ? code(in->changes(administrator, {}, now))
                                            : code(in->journal(administrator, {}, now));
      EXPECT_EQ(told, "store.corrupt") << column << " = " << value;
    }
  ASSERT_TRUE(
      alter("UPDATE journal SET number = 9223372036854775807 WHERE number = (SELECT max(number) FROM journal)"));
  EXPECT_EQ(seen(), "store.corrupt");
}

TEST_F(Tampering, WithOneRecordHindersNoOther) {
  const actor anna{role::person, whole.anna, {}};
  json second = must(read_json(slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/credentials/repas.json")));
  const std::string good = must(must(open_whole())->add_credential(anna, whole.anna, second.dump(), now))["id"];
  for (const char* column : {"content", "sealed"}) {
    ASSERT_TRUE(alter("UPDATE record SET " + std::string(column) + " = " + other(column) +
                      " WHERE kind = 7 AND id = " + "(SELECT min(id) FROM record WHERE kind = 7)"));
    const auto in = must(open());
    const auto named = [&](const json& document) {
      EXPECT_EQ(document["unreadable"].size(), 1u) << column;
      return document["unreadable"][0]["record"].get<std::string>();
    };
    const json wallet = must(in->verify_wallet(anna, whole.anna, {}, 1, now));
    EXPECT_EQ(named(wallet), whole.credential);
    ASSERT_EQ(wallet["credentials"].size(), 1u);
    EXPECT_EQ(wallet["credentials"][0]["record"], good);
    const json portfolio = must(in->portfolio(anna, whole.anna, now));
    EXPECT_EQ(named(portfolio), whole.credential);
    ASSERT_EQ(portfolio["credentials"].size(), 1u);
    EXPECT_EQ(portfolio["credentials"][0]["id"], good);
    const json all = must(in->export_person(administrator, whole.anna, now));
    EXPECT_EQ(named(all), whole.credential);
    EXPECT_EQ(all["unreadable"][0]["error"]["code"], "store.unsealed");
    const json list = must(in->list(anna, whole.anna, "credential", {}, now));
    EXPECT_EQ(list["records"].size(), std::string(column) == "sealed" ? 1u : 2u);
    must(in->remove(anna, whole.credential, now));
    EXPECT_FALSE(must(in->portfolio(anna, whole.anna, now)).contains("unreadable"));
  }
  // Only she takes such a one away: that it is the guide's own, it does not say.
  ASSERT_TRUE(alter("UPDATE record SET sealed = " + other("sealed") + " WHERE kind = 5"));
  const auto in = must(open());
  const json observed = must(in->list(anna, whole.anna, "observation", {}, now));
  EXPECT_EQ(code(in->remove(guide, observed["unreadable"][0]["record"].get<std::string>(), now)), "store.unsealed");
}

TEST_F(Tampering, WithOneConsentHindersNoOther) {
  const actor anna{role::person, whole.anna, {}};
  ASSERT_TRUE(alter("UPDATE consent SET sealed = " + other("sealed") + " WHERE purpose = 'accompaniment'"));
  const auto in = must(open());
  const json all = must(in->consents(anna, whole.anna, now));
  ASSERT_EQ(all["consents"].size(), 1u);
  EXPECT_EQ(all["consents"][0]["id"], whole.withdrawn);
  ASSERT_EQ(all["unreadable"].size(), 1u);
  EXPECT_EQ(all["unreadable"][0]["record"], whole.consent);
  EXPECT_EQ(all["unreadable"][0]["kind"], "consent");
  EXPECT_EQ(all["unreadable"][0]["error"]["code"], "store.unsealed");
  const json exported = must(in->export_person(administrator, whole.anna, now));
  EXPECT_EQ(exported["consents"].size(), 1u);
  EXPECT_EQ(exported["unreadable"][0]["record"], whole.consent);
  EXPECT_GT(exported["records"].size(), 4u);
}

TEST_F(Tampering, WithAProfileHindersNeitherHerRecordsNorHerErasure) {
  const actor anna{role::person, whole.anna, {}};
  ASSERT_TRUE(alter("UPDATE person SET sealed = " + other("sealed")));  // the team's too
  auto in = must(open());
  EXPECT_EQ(code(in->person(anna, whole.anna, now)), "store.unsealed");
  const json exported = must(in->export_person(administrator, whole.anna, now));
  EXPECT_GT(exported["records"].size(), 4u);
  EXPECT_EQ(exported["profile"]["kind"], "individual");
  ASSERT_EQ(exported["unreadable"].size(), 1u);
  EXPECT_EQ(exported["unreadable"][0]["record"], whole.anna);
  EXPECT_EQ(exported["unreadable"][0]["kind"], "profile");
  must(in->add(anna, whole.anna, "experience", {{"title", "Suite"}, {"kind", "work"}, {"months", 1}}, now));
  must(in->erase_person(administrator, whole.team, now));
  must(in->erase_person(administrator, whole.anna, now));
  for (const std::string& gone : {whole.team, whole.anna})
    EXPECT_EQ(code(in->person(administrator, gone, now)), "store.person");
}

// Whom the damaged profile named, the rows tell: what they show of it goes.
TEST_F(Tampering, ErasedTeamWhoseProfileDoesNotOpenIsShownNoMore) {
  const actor anna{role::person, whole.anna, {}};
  std::string version;
  {
    const auto in = must(open_whole());
    const json theirs = must(in->list(anna, whole.team, "experience", {}, now));
    const json items = json::array({{{"record", theirs["records"][0]["id"]}}});
    const json draft{{"title", "T"}, {"language", "fr"}, {"sections", {{{"title", "S"}, {"items", items}}}}};
    const std::string drafted = must(in->add(anna, whole.anna, "showcase", draft, now))["id"];
    version = must(in->publish_showcase(anna, drafted, {}, now))["id"];
  }
  ASSERT_TRUE(alter("UPDATE person SET sealed = " + other("sealed") + " WHERE collective = 1"));
  const auto in = must(open());
  EXPECT_EQ(code(in->showcase_version(anna, version, now)), "");
  must(in->erase_person(administrator, whole.team, now));
  EXPECT_EQ(code(in->showcase_version(anna, version, now)), "store.record");
}

TEST_F(Tampering, WhatIsTooLargeIsAClearErrorAndTakesNoMemory) {
  ASSERT_TRUE(alter("UPDATE record SET sealed = zeroblob(100000000) WHERE id = (SELECT max(id) FROM record)"));
  EXPECT_EQ(seen(), "store.corrupt");
}

TEST_F(Tampering, WithEveryColumnIsSeenOrSaidToBeHarmless) {
  const std::map<std::string, std::string> harmless{
      {"record.number", "where the row lies, which nobody is told"},
      {"change.number", "the feed hints at what to read: what is read is sealed"},
      {"change.at", "as before"},
      {"change.person", "as before"},
      {"change.record", "as before"},
      {"change.kind", "as before"},
      {"change.what", "as before"},
  };
  ASSERT_TRUE(alter("UPDATE setting SET value = value"));
  EXPECT_EQ(seen(), "");
  const auto columns = plain_file(dir.at("whole"))
                           .list(
                               "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE "
                               "t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1, 2");
  EXPECT_EQ(columns.size(), 54u);
  for (const std::string& name : columns) {
    const std::string table = name.substr(0, name.find('.')), column = name.substr(name.find('.') + 1);
    const auto rows = plain_file(dir.at("whole")).list("SELECT count(*) FROM " + table);
    ASSERT_NE(rows[0], "0") << table;
    for (int row = 0; row < std::min(std::stoi(rows[0]), 4); ++row) {
      const bool keyed = table == "record" || table == "change" || table == "journal";
      const std::string key = keyed                                           ? "number"
                              : table == "setting"                            ? "name"
                              : table == "member"                             ? "collective"
                              : table == "person_key"                         ? "person"
                              : table == "identifier" || table == "tombstone" ? "lookup"
                                                                              : "id";
      if (!alter("UPDATE " + table + " SET " + column + " = " + other(column) + " WHERE " + key + " = (SELECT " + key +
                 " FROM " + table + " ORDER BY " + key + " LIMIT 1 OFFSET " + std::to_string(row) + ")"))
        continue;  // another row has that number
      EXPECT_EQ(seen().empty(), harmless.count(name) == 1) << name << " of row " << row << ": " << seen();
    }
  }
}

TEST_F(Tampering, WithAConsentOpensNoAccess) {
  const auto opens = [&] { return code((*open())->portfolio(educator, whole.anna, now)); };
  ASSERT_TRUE(alter("UPDATE setting SET value = value"));
  EXPECT_EQ(opens(), "store.denied");  // the training's consent is withdrawn
  ASSERT_TRUE(alter("UPDATE consent SET withdrawn = 0"));
  EXPECT_EQ(opens(), "store.denied");
  ASSERT_TRUE(
      alter("UPDATE consent SET organisation = (SELECT organisation FROM consent WHERE purpose = 'training'), "
            "purpose = 'training' WHERE purpose = 'accompaniment'"));
  EXPECT_EQ(opens(), "store.denied");
}

TEST_F(Tampering, WithAMemberOpensNoAccess) {
  ASSERT_TRUE(
      alter("INSERT INTO member SELECT a.id, b.id FROM person a, person b WHERE a.id <> b.id AND NOT EXISTS "
            "(SELECT 1 FROM member m WHERE m.collective = a.id AND m.person = b.id)"));
  const actor bob{role::person, whole.bob, {}};
  EXPECT_EQ(code((*open())->person(bob, whole.anna, now)), "store.denied");
  EXPECT_EQ(code((*open())->list(bob, whole.team, "experience", {}, now)), "store.denied");
  EXPECT_FALSE(must((*open())->portfolio(bob, whole.bob, now)).contains("experiences"));
}

TEST_F(Tampering, WithAnIdentifierLeadsToNobodyElse) {
  std::string bob = whole.bob;
  std::erase(bob, '-');
  ASSERT_TRUE(alter("UPDATE identifier SET person = x'" + bob + "'"));
  EXPECT_EQ(code((*open())->find_person(administrator, "si", "dossier-17", now)), "store.unsealed");
}

TEST_F(Tampering, WithAnAuthorGivesNoRightToChange) {
  // An educator changes only what she has written.
  must(must(store::open(options_for(dir.at("whole")), now))
           ->give_consent({role::person, whole.anna, {}}, whole.anna, consent_to("training", "centre"), now));
  ASSERT_TRUE(alter("UPDATE record SET author = (SELECT author FROM record WHERE kind = 10) WHERE kind = 2"));
  for (const actor& by : {educator, guide, curator}) {
    const json other = {{"title", "X"}, {"kind", "work"}};
    const auto changed = (*open())->change(by, whole.experience, 0, other, now);
    EXPECT_TRUE(code(changed) == "store.denied" || code(changed) == "store.unsealed") << code(changed);
  }
}

TEST_F(Tampering, WithErasingErasesNobodyWhoHasAKey) {
  ASSERT_TRUE(alter("UPDATE person SET erasing = 1"));
  EXPECT_NE(seen(), "");
  plain_file file(dir.at("s"));
  file.run("UPDATE person SET erasing = 0");
  EXPECT_EQ(must((*open())->person({role::person, whole.anna, {}}, whole.anna, now))["name"], "Anna");
}

TEST_F(Tampering, WithTheKindOfACredentialGivesItToNobody) {
  ASSERT_TRUE(alter("UPDATE record SET kind = 10 WHERE kind = 7"));
  const actor observer{role::observer, "o-1", "nowhere"};
  EXPECT_EQ(code((*open())->credential_bytes(observer, whole.credential, now)), "store.record");
  ASSERT_TRUE(alter("UPDATE record SET version = version + 1 WHERE kind = 7"));
  EXPECT_EQ(code((*open())->credential_bytes({role::person, whole.anna, {}}, whole.credential, now)), "store.unsealed");
}

TEST_F(Tampering, WithTheEndOfARequestRemovesNothing) {
  ASSERT_TRUE(alter("UPDATE record SET due = 1"));
  EXPECT_EQ(must((*open())->tidy(administrator, now))["requests"], 0);
}

TEST_F(Tampering, PuttingAnOlderConsentBackIsSeenByTheJournal) {
  fs::copy_file(dir.at("whole"), dir.at("older"));
  {
    const auto in = must(store::open(options_for(dir.at("whole")), now));
    must(in->withdraw_consent({role::person, whole.anna, {}}, whole.consent, now));
  }
  ASSERT_TRUE(alter("ATTACH '" + dir.at("older") +
                    "' AS older; UPDATE consent SET withdrawn = 0, sealed = (SELECT "
                    "o.sealed FROM older.consent o WHERE o.id = consent.id) WHERE purpose = 'accompaniment'"));
  EXPECT_NE(seen().find(whole.consent), std::string::npos);
}

TEST_F(Tampering, PuttingAnErasedPersonBackIsSeenByTheJournal) {
  fs::copy_file(dir.at("whole"), dir.at("older"));
  must(must(store::open(options_for(dir.at("whole")), now))->erase_person(administrator, whole.bob, now));
  ASSERT_TRUE(alter("ATTACH '" + dir.at("older") +
                    "' AS older; INSERT OR IGNORE INTO person SELECT * FROM older.person; "
                    "INSERT OR IGNORE INTO person_key SELECT * FROM older.person_key"));
  EXPECT_NE(seen().find(whole.bob), std::string::npos);
}

TEST_F(Tampering, CheckCanBeStopped) {
  context stopping = now;
  stopping.progress = progress_sink([](std::uint64_t, std::uint64_t) { return false; }, nullptr);
  const auto in = must(store::open(options_for(dir.at("whole")), now));
  const auto stopped = in->check(administrator, stopping);
  EXPECT_EQ(code(stopped), std::string(progress_sink::cancelled().what.code()));
}

}  // namespace
}  // namespace activateur
