#include "store/sqlite_schema.hpp"

#include <array>
#include <iterator>

#include "store/messages.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace store_messages;

// A released step is never changed; a new format is a new step, with its test (tests/unit/store/migration_test.cpp).
constexpr const char* step_1 = R"sql(
CREATE TABLE setting(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE person(id BLOB PRIMARY KEY, collective INTEGER NOT NULL, created INTEGER NOT NULL,
  contact INTEGER NOT NULL, erasing INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX person_contact ON person(contact);
CREATE INDEX person_erasing ON person(id) WHERE erasing;
CREATE TABLE person_key(person BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE identifier(lookup BLOB PRIMARY KEY, person BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX identifier_person ON identifier(person);
CREATE TABLE member(collective BLOB NOT NULL, person BLOB NOT NULL, PRIMARY KEY(collective, person)) WITHOUT ROWID;
CREATE INDEX member_person ON member(person);
CREATE TABLE tombstone(lookup BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE record(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, person BLOB, kind INTEGER NOT NULL,
  created INTEGER NOT NULL, changed INTEGER NOT NULL, version INTEGER NOT NULL, author BLOB NOT NULL, about BLOB,
  lookup BLOB, likeness BLOB, due INTEGER NOT NULL, sealed BLOB NOT NULL, content BLOB);
CREATE INDEX record_person ON record(person, kind, id);
CREATE UNIQUE INDEX record_lookup ON record(lookup) WHERE lookup IS NOT NULL;
CREATE INDEX record_likeness ON record(likeness) WHERE likeness IS NOT NULL;
CREATE INDEX record_due ON record(due) WHERE due > 0;

CREATE TABLE consent(id BLOB PRIMARY KEY, person BLOB NOT NULL, purpose TEXT NOT NULL, organisation BLOB NOT NULL,
  given INTEGER NOT NULL, withdrawn INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX consent_person ON consent(person, organisation);

CREATE TABLE change(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person BLOB, record BLOB,
  kind INTEGER NOT NULL, what INTEGER NOT NULL);
CREATE INDEX change_person ON change(person);

CREATE TABLE journal(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, role INTEGER NOT NULL,
  operation INTEGER NOT NULL, kind INTEGER NOT NULL, allowed INTEGER NOT NULL, person BLOB, record BLOB,
  who BLOB NOT NULL, seal BLOB NOT NULL);
CREATE INDEX journal_person ON journal(person);
)sql";

// The store seals its rows anew when it opens such a file (resealing.hpp); the tombstones get a place for theirs.
constexpr const char* step_2 = "ALTER TABLE tombstone ADD COLUMN seal BLOB";

constexpr std::array<const char*, shelf_format> steps{step_1, step_2};  // steps[n] leads from format n to n + 1

int pragma(SQLite::Database& in, const char* what) { return in.execAndGet(what).getInt(); }

}  // namespace

const char* const key_table = "CREATE TABLE person_key(person BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID";
const char* const shelf_tables[] = {"setting", "person",  "identifier", "member", "tombstone",
                                    "record",  "consent", "change",     "journal"};
const std::size_t shelf_table_count = std::size(shelf_tables);

result<void> bring_up(SQLite::Database& in, const std::string& path, bool create) {
  const location where{path, {}, 0, 0};
  const auto refusal = [&](int application, int format) -> std::optional<error> {
    if (application == 0 && format == 0 && pragma(in, "SELECT count(*) FROM sqlite_schema") == 0)
      return create ? std::nullopt : std::optional(fail(failure::not_found, absent, {}, where));
    if (application != shelf_application) return fail(failure::input, no_store, {}, where);
    if (format > shelf_format)
      return fail(failure::unsupported, newer, {std::to_string(format), std::to_string(shelf_format)}, where);
    return std::nullopt;
  };
  // One moment of the file: another process may be making it.
  in.exec("BEGIN");
  int format = pragma(in, "PRAGMA user_version");
  std::optional<error> seen = refusal(pragma(in, "PRAGMA application_id"), format);
  in.exec("COMMIT");
  if (seen) return *std::move(seen);
  if (format == shelf_format) return {};
  in.exec("BEGIN IMMEDIATE");
  // Another process may have done it meanwhile.
  format = pragma(in, "PRAGMA user_version");
  auto wrong = refusal(pragma(in, "PRAGMA application_id"), format);
  for (; !wrong && format < shelf_format; ++format) in.exec(steps[static_cast<std::size_t>(format)]);
  if (!wrong) {
    in.exec("PRAGMA application_id = " + std::to_string(shelf_application));
    in.exec("PRAGMA user_version = " + std::to_string(format));
  }
  in.exec(wrong ? "ROLLBACK" : "COMMIT");
  if (wrong) return *std::move(wrong);
  return {};
}

}  // namespace activateur
