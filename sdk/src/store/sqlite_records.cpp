// The rows of records.
#include "store/rights.hpp"
#include "store/sqlite_rows.hpp"

namespace activateur {
namespace {

#define RECORD_COLUMNS                                                                                                \
  "SELECT id, person, kind, created, changed, version, author, about, lookup, likeness, due, sealed, content IS NOT " \
  "NULL"

record_row read_record(const sqlite_query& from, bool with_content) {
  record_row out;
  out.id = from.named(0);
  out.person = from.id(1);
  out.kind = from.choice(2, kind_count);
  out.created = from.number(3);
  out.changed = from.number(4);
  out.version = from.number(5);
  out.author = from.bytes(6);
  out.about = from.id(7);
  out.lookup = from.bytes(8);
  out.likeness = from.bytes(9);
  out.due = from.number(10);
  out.sealed = from.bytes(11);
  out.has_content = from.number(12) != 0;
  if (with_content) out.content = from.bytes(13);
  return out;
}

std::vector<record_row> all_of(sqlite_query& from, bool with_content = false) {
  std::vector<record_row> out;
  while (from.next()) out.push_back(read_record(from, with_content));
  return out;
}

}  // namespace

void sqlite_rows::insert(const record_row& row) {
  sqlite_query(statement("INSERT INTO record(id, person, kind, created, changed, version, author, about, lookup, "
                         "likeness, due, sealed, content) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
      .with(row.id, row.person, row.kind, row.created, row.changed, row.version, row.author, row.about, row.lookup,
            row.likeness, row.due, row.sealed, row.content)
      .run();
}

void sqlite_rows::update(const record_row& row) {
  sqlite_query(
      statement("UPDATE record SET changed = ?2, version = ?3, about = ?4, lookup = ?5, likeness = ?6, due = ?7, "
                "sealed = ?8 WHERE id = ?1"))
      .with(row.id, row.changed, row.version, row.about, row.lookup, row.likeness, row.due, row.sealed)
      .run();
}

void sqlite_rows::remove(const store_id& record) {
  sqlite_query(statement("DELETE FROM record WHERE id = ?")).with(record).run();
}

std::optional<record_row> sqlite_rows::record(const store_id& id, bool with_content) {
  // With the key that opens it: it is what comes next.
  sqlite_query q(statement(with_content ? RECORD_COLUMNS
                               ", wrapped, content FROM record LEFT JOIN person_key USING(person) "
                               "WHERE id = ?"
                                        : RECORD_COLUMNS ", wrapped FROM record LEFT JOIN person_key USING(person) "
                                                         "WHERE id = ?"));
  if (!q.with(id).next()) return std::nullopt;
  record_row out = read_record(q, false);
  if (octets wrapped = q.bytes(13); !wrapped.empty()) out.wrapped_key = std::move(wrapped);
  if (with_content) out.content = q.bytes(14);
  return out;
}

std::vector<record_row> sqlite_rows::records(const std::optional<store_id>& person, int kind, const store_id& after,
                                             std::size_t limit, bool with_content) {
  // `IS` would find NULL too, and keeps from the index what follows it; so there are two texts.
  const auto most = static_cast<std::int64_t>(limit);
  if (!person) {
    sqlite_query q(statement(RECORD_COLUMNS " FROM record WHERE person IS NULL AND kind = ? AND id > ? "
                                            "ORDER BY id LIMIT ?"));
    return all_of(q.with(kind, after, most));
  }
  sqlite_query q(statement(with_content ? RECORD_COLUMNS ", content FROM record WHERE person = ? AND kind = ? AND "
                                                         "id > ? ORDER BY id LIMIT ?"
                                        : RECORD_COLUMNS " FROM record WHERE person = ? AND kind = ? AND id > ? "
                                                         "ORDER BY id LIMIT ?"));
  return all_of(q.with(*person, kind, after, most), with_content);
}

std::vector<record_row> sqlite_rows::records_after(const store_id& after, std::size_t limit, bool with_content) {
  sqlite_query q(statement(with_content ? RECORD_COLUMNS ", content FROM record WHERE id > ? ORDER BY id LIMIT ?"
                                        : RECORD_COLUMNS " FROM record WHERE id > ? ORDER BY id LIMIT ?"));
  return all_of(q.with(after, static_cast<std::int64_t>(limit)), with_content);
}

std::optional<record_row> sqlite_rows::by_lookup(octet_view lookup) {
  sqlite_query q(statement(RECORD_COLUMNS " FROM record WHERE lookup = ?"));
  return q.with(lookup).next() ? std::optional(read_record(q, false)) : std::nullopt;
}

std::vector<record_row> sqlite_rows::by_likeness(octet_view likeness) {
  sqlite_query q(statement(RECORD_COLUMNS " FROM record WHERE likeness = ? ORDER BY id"));
  return all_of(q.with(likeness));
}

std::vector<record_row> sqlite_rows::due_before(std::int64_t at, std::size_t limit) {
  sqlite_query q(statement(RECORD_COLUMNS " FROM record WHERE due > 0 AND due < ? ORDER BY due, id LIMIT ?"));
  return all_of(q.with(at, static_cast<std::int64_t>(limit)));
}

std::int64_t sqlite_rows::persons_with(int kind) {
  if (kind == 1) {  // a profile: everybody but collectives
    sqlite_query q(statement("SELECT count(*) FROM person WHERE NOT collective AND NOT erasing"));
    return q.next() ? q.number(0) : 0;
  }
  // A collective is no person, and would make up for one that lacks.
  sqlite_query q(
      statement("SELECT count(DISTINCT record.person) FROM record JOIN person ON person.id = record.person "
                "WHERE kind = ? AND NOT collective AND NOT erasing"));
  return q.with(kind).next() ? q.number(0) : 0;
}

}  // namespace activateur
