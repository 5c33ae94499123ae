// Files of released formats are brought to today's. Each format keeps its own test: a file as that version wrote it.
#include <sqlite3.h>

#include "shop.hpp"
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
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA user_version"), "1 ");
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA journal_mode"), "wal ");
}

// What format 1 promised: its tables and columns. A later format is tested from a file with exactly these.
TEST(Migration, Format1HasTheTablesItWasReleasedWith) {
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
            "tombstone lookup,at ");
}

TEST(Migration, EmptyFileBecomesAStore) {
  const folder dir;
  std::ofstream(dir.at("s")).flush();
  EXPECT_TRUE(store::open(options_for(dir.at("s")), on("2026-01-01")).ok());
  EXPECT_EQ(answer(dir.at("s"), "PRAGMA user_version"), "1 ");
}

}  // namespace
}  // namespace activateur
