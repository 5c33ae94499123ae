#include "store/sqlite_rows.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

#include "store/rights.hpp"

namespace activateur {
namespace {

#define PERSON_COLUMNS "SELECT id, collective, created, contact, erasing, sealed FROM person"
#define CONSENT_COLUMNS "SELECT id, person, purpose, organisation, given, withdrawn, sealed FROM consent"

std::int64_t bound(std::size_t limit) { return static_cast<std::int64_t>(limit); }

person_row read_person(const sqlite_query& from) {
  return {from.named(0), from.number(1) != 0, from.number(2), from.number(3), from.number(4) != 0, from.bytes(5)};
}

consent_row read_consent(const sqlite_query& from) {
  return {from.named(0), from.named(1), from.text(2), from.bytes(3), from.number(4), from.number(5), from.bytes(6)};
}

SQLite::Exception out_of_range(const char* what) { return {what, SQLITE_CORRUPT}; }

journal_row read_entry(const sqlite_query& from) {
  const std::int64_t number = from.number(0);
  if (number == std::numeric_limits<std::int64_t>::max()) throw out_of_range("no next entry");
  return {number,
          from.number(1),
          from.choice(2, role_count),
          from.choice(3, operation_count),
          from.choice(4, kind_count),
          from.number(5) != 0,
          from.id(6),
          from.id(7),
          from.bytes(8),
          from.bytes(9)};
}

template <class Row, class Read>
std::vector<Row> all(sqlite_query& from, Read read) {
  std::vector<Row> out;
  while (from.next()) out.push_back(read(from));
  return out;
}

}  // namespace

octets sqlite_query::bytes(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  const auto* begin = static_cast<const std::uint8_t*>(value.getBlob());
  return begin == nullptr ? octets{} : octets(begin, begin + value.getBytes());
}

std::optional<store_id> sqlite_query::id(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  if (value.isNull()) return std::nullopt;
  store_id out{};
  const auto* begin = static_cast<const std::uint8_t*>(value.getBlob());
  if (static_cast<std::size_t>(value.getBytes()) != out.size()) throw out_of_range("no id");
  std::copy_n(begin, out.size(), out.begin());
  return out;
}

store_id sqlite_query::named(int column) const {
  const auto found = id(column);
  if (!found) throw out_of_range("no id");
  return *found;
}

int sqlite_query::choice(int column, std::size_t end, int least) const {
  const std::int64_t value = number(column);
  if (value < least || value >= static_cast<std::int64_t>(end)) throw out_of_range("no such choice");
  return static_cast<int>(value);
}

void sqlite_query::put(int at, const std::optional<store_id>& value) {
  if (value)
    put(at, *value);
  else
    statement_.bind(at);
}

void sqlite_query::put(int at, octet_view value) {
  if (value.empty())
    statement_.bind(at);
  else
    statement_.bindNoCopy(at, value.data(), static_cast<int>(value.size()));
}

SQLite::Statement& sqlite_rows::statement(const char* sql) {
  auto& kept = statements_[sql];
  if (kept == nullptr) kept = std::make_unique<SQLite::Statement>(in_, sql);
  return *kept;
}

std::optional<octets> sqlite_rows::setting(std::string_view name) {
  sqlite_query q(statement("SELECT value FROM setting WHERE name = ?"));
  return q.with(name).next() ? std::optional(q.bytes(0)) : std::nullopt;
}

void sqlite_rows::put_setting(std::string_view name, octet_view value) {
  sqlite_query(statement("INSERT OR REPLACE INTO setting VALUES(?, ?)")).with(name, value).run();
}

void sqlite_rows::drop_setting(std::string_view name) {
  sqlite_query(statement("DELETE FROM setting WHERE name = ?")).with(name).run();
}

std::optional<person_row> sqlite_rows::person(const store_id& id) {
  sqlite_query q(statement(PERSON_COLUMNS " WHERE id = ?"));
  return q.with(id).next() ? std::optional(read_person(q)) : std::nullopt;
}

void sqlite_rows::put_person(const person_row& row) {
  sqlite_query(statement("INSERT OR REPLACE INTO person(id, collective, created, contact, erasing, sealed) "
                         "VALUES(?, ?, ?, ?, ?, ?)"))
      .with(row.id, row.collective, row.created, row.contact, row.erasing, row.sealed)
      .run();
}

std::vector<person_row> sqlite_rows::persons_after(const store_id& after, std::size_t limit) {
  sqlite_query q(statement(PERSON_COLUMNS " WHERE id > ? ORDER BY id LIMIT ?"));
  return all<person_row>(q.with(after, bound(limit)), read_person);
}

std::vector<person_row> sqlite_rows::persons_quiet_since(std::int64_t contact, std::size_t limit) {
  sqlite_query q(statement(PERSON_COLUMNS " WHERE contact < ? ORDER BY contact, id LIMIT ?"));
  return all<person_row>(q.with(contact, bound(limit)), read_person);
}

std::vector<store_id> sqlite_rows::persons_erasing() {
  sqlite_query q(statement("SELECT id FROM person WHERE erasing"));
  return all<store_id>(q, [](const sqlite_query& from) { return from.named(0); });
}

void sqlite_rows::put_key(const store_id& person, octet_view wrapped) {
  sqlite_query(statement("INSERT OR REPLACE INTO person_key VALUES(?, ?)")).with(person, wrapped).run();
}

std::optional<octets> sqlite_rows::key(const store_id& person) {
  sqlite_query q(statement("SELECT wrapped FROM person_key WHERE person = ?"));
  return q.with(person).next() ? std::optional(q.bytes(0)) : std::nullopt;
}

void sqlite_rows::drop_key(const store_id& person) {
  sqlite_query(statement("DELETE FROM person_key WHERE person = ?")).with(person).run();
}

void sqlite_rows::each_key(const std::function<void(const store_id&, const octets&)>& visit) {
  sqlite_query q(statement("SELECT person, wrapped FROM person_key ORDER BY person"));
  while (q.next()) visit(q.named(0), q.bytes(1));
}

void sqlite_rows::drop_person(const store_id& person) {
  sqlite_query(statement("DELETE FROM record WHERE person = ?")).with(person).run();
  sqlite_query(statement("DELETE FROM consent WHERE person = ?")).with(person).run();
  sqlite_query(statement("DELETE FROM change WHERE person = ?")).with(person).run();
  sqlite_query(statement("DELETE FROM identifier WHERE person = ?")).with(person).run();
  sqlite_query(statement("DELETE FROM member WHERE person = ?1 OR collective = ?1")).with(person).run();
  sqlite_query(statement("DELETE FROM person_key WHERE person = ?")).with(person).run();
  sqlite_query(statement("DELETE FROM person WHERE id = ?")).with(person).run();
}

void sqlite_rows::put_identifier(octet_view lookup, const store_id& person) {
  sqlite_query(statement("INSERT INTO identifier VALUES(?, ?)")).with(lookup, person).run();
}

std::optional<store_id> sqlite_rows::identified(octet_view lookup) {
  sqlite_query q(statement("SELECT person FROM identifier WHERE lookup = ?"));
  return q.with(lookup).next() ? q.id(0) : std::nullopt;
}

std::vector<octets> sqlite_rows::identifiers_of(const store_id& person) {
  sqlite_query q(statement("SELECT lookup FROM identifier WHERE person = ?"));
  return all<octets>(q.with(person), [](const sqlite_query& from) { return from.bytes(0); });
}

void sqlite_rows::drop_identifiers(const store_id& person) {
  sqlite_query(statement("DELETE FROM identifier WHERE person = ?1")).with(person).run();
}

void sqlite_rows::put_member(const store_id& collective, const store_id& person) {
  sqlite_query(statement("INSERT OR IGNORE INTO member VALUES(?, ?)")).with(collective, person).run();
}

void sqlite_rows::drop_members(const store_id& collective) {
  sqlite_query(statement("DELETE FROM member WHERE collective = ?")).with(collective).run();
}

bool sqlite_rows::is_member(const store_id& collective, const store_id& person) {
  sqlite_query q(statement("SELECT 1 FROM member WHERE collective = ? AND person = ?"));
  return q.with(collective, person).next();
}

std::vector<store_id> sqlite_rows::members_of(const store_id& collective) {
  sqlite_query q(statement("SELECT person FROM member WHERE collective = ? ORDER BY person"));
  return all<store_id>(q.with(collective), [](const sqlite_query& from) { return from.named(0); });
}

std::vector<store_id> sqlite_rows::collectives_of(const store_id& person) {
  sqlite_query q(statement("SELECT collective FROM member WHERE person = ? ORDER BY collective"));
  return all<store_id>(q.with(person), [](const sqlite_query& from) { return from.named(0); });
}

void sqlite_rows::put_tombstone(const tombstone_row& row) {
  sqlite_query(statement("INSERT OR REPLACE INTO tombstone(lookup, at, seal) VALUES(?, ?, ?)"))
      .with(row.lookup, row.at, row.seal)
      .run();
}

bool sqlite_rows::has_tombstone(octet_view lookup) {
  sqlite_query q(statement("SELECT 1 FROM tombstone WHERE lookup = ?"));
  return q.with(lookup).next();
}

void sqlite_rows::drop_tombstone(octet_view lookup) {
  sqlite_query(statement("DELETE FROM tombstone WHERE lookup = ?")).with(lookup).run();
}

std::vector<tombstone_row> sqlite_rows::tombstones_after(octet_view lookup, std::size_t limit) {
  sqlite_query q(
      statement("SELECT lookup, at, seal FROM tombstone WHERE lookup > coalesce(?, x'') ORDER BY lookup LIMIT ?"));
  return all<tombstone_row>(q.with(lookup, bound(limit)), [](const sqlite_query& from) {
    return tombstone_row{from.bytes(0), from.number(1), from.bytes(2)};
  });
}

void sqlite_rows::insert(const consent_row& row) {
  sqlite_query(statement("INSERT INTO consent(id, person, purpose, organisation, given, withdrawn, sealed) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?)"))
      .with(row.id, row.person, row.purpose, row.organisation, row.given, row.withdrawn, row.sealed)
      .run();
}

std::optional<consent_row> sqlite_rows::consent(const store_id& id) {
  sqlite_query q(statement(CONSENT_COLUMNS " WHERE id = ?"));
  return q.with(id).next() ? std::optional(read_consent(q)) : std::nullopt;
}

void sqlite_rows::update(const consent_row& row) {
  sqlite_query(statement("UPDATE consent SET withdrawn = ?2, sealed = ?3 WHERE id = ?1"))
      .with(row.id, row.withdrawn, row.sealed)
      .run();
}

std::vector<consent_row> sqlite_rows::consents_of(const store_id& person) {
  sqlite_query q(statement(CONSENT_COLUMNS " WHERE person = ? ORDER BY id"));
  return all<consent_row>(q.with(person), read_consent);
}

std::vector<consent_row> sqlite_rows::consents_for(const store_id& person, octet_view organisation) {
  sqlite_query q(statement(CONSENT_COLUMNS " WHERE person = ? AND organisation = ? ORDER BY id"));
  return all<consent_row>(q.with(person, organisation), read_consent);
}

std::vector<consent_row> sqlite_rows::consents_after(const store_id& after, std::size_t limit) {
  sqlite_query q(statement(CONSENT_COLUMNS " WHERE id > ? ORDER BY id LIMIT ?"));
  return all<consent_row>(q.with(after, bound(limit)), read_consent);
}

void sqlite_rows::append(const change_row& row) {
  sqlite_query(statement("INSERT INTO change(at, person, record, kind, what) VALUES(?, ?, ?, ?, ?)"))
      .with(row.at, row.person, row.record, row.kind, static_cast<int>(row.what))
      .run();
}

std::vector<change_row> sqlite_rows::changes_after(std::int64_t number, std::size_t limit) {
  sqlite_query q(
      statement("SELECT number, at, person, record, kind, what FROM change WHERE number > ? "
                "ORDER BY number LIMIT ?"));
  return all<change_row>(q.with(number, bound(limit)), [](const sqlite_query& from) {
    return change_row{from.number(0),
                      from.number(1),
                      from.id(2),
                      from.id(3),
                      from.choice(4, kind_count),
                      static_cast<change_kind>(from.choice(5, change_kind_end, 1))};
  });
}

std::int64_t sqlite_rows::last_change() {
  sqlite_query q(statement("SELECT seq FROM sqlite_sequence WHERE name = 'change'"));
  return q.next() ? q.number(0) : 0;
}

std::optional<journal_row> sqlite_rows::last_entry() {
  sqlite_query q(
      statement("SELECT number, at, role, operation, kind, allowed, person, record, who, seal FROM journal "
                "ORDER BY number DESC LIMIT 1"));
  return q.next() ? std::optional(read_entry(q)) : std::nullopt;
}

void sqlite_rows::append(const journal_row& row) {
  sqlite_query(statement("INSERT INTO journal(number, at, role, operation, kind, allowed, person, record, who, seal) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
      .with(row.number, row.at, row.role, row.operation, row.kind, row.allowed, row.person, row.record, row.who,
            row.seal)
      .run();
}

std::vector<journal_row> sqlite_rows::entries_after(std::int64_t number, std::size_t limit) {
  sqlite_query q(
      statement("SELECT number, at, role, operation, kind, allowed, person, record, who, seal FROM journal "
                "WHERE number > ? ORDER BY number LIMIT ?"));
  return all<journal_row>(q.with(number, bound(limit)), read_entry);
}

std::vector<journal_row> sqlite_rows::entries_about(const store_id& person, std::size_t limit) {
  sqlite_query q(
      statement("SELECT number, at, role, operation, kind, allowed, person, record, who, seal FROM journal "
                "WHERE person = ? ORDER BY number LIMIT ?"));
  return all<journal_row>(q.with(person, bound(limit)), read_entry);
}

void sqlite_rows::drop_entries_until(std::int64_t number) {
  sqlite_query(statement("DELETE FROM journal WHERE number <= ?")).with(number).run();
}

}  // namespace activateur
