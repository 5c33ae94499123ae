// The rows of a SQLite file within one transaction.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "store/shelf.hpp"

namespace activateur {

// One statement in use: values are bound in their order, and nothing of them is left in it afterwards.
class sqlite_query {
 public:
  explicit sqlite_query(SQLite::Statement& s) : statement_(s) {}
  ~sqlite_query() { statement_.tryReset(); }
  sqlite_query(const sqlite_query&) = delete;
  sqlite_query& operator=(const sqlite_query&) = delete;

  // What is bound must live as long as the query.
  template <class... Values>
  sqlite_query& with(const Values&... values) {
    int at = 0;
    (put(++at, values), ...);
    return *this;
  }
  bool next() { return statement_.executeStep(); }
  void run() { statement_.executeStep(); }
  [[nodiscard]] std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  [[nodiscard]] std::string text(int column) const { return statement_.getColumn(column).getString(); }
  [[nodiscard]] octets bytes(int column) const;
  // None: NULL. Throws SQLITE_CORRUPT where there is something that is no id, as somebody may have written it with
  // another program: pages that go on after the last id would never end.
  [[nodiscard]] std::optional<store_id> id(int column) const;
  [[nodiscard]] store_id named(int column) const;  // throws for NULL too
  // An enumerator's number, from `least` to below `end`; throws SQLITE_CORRUPT for any other: names are found by it.
  [[nodiscard]] int choice(int column, std::size_t end, int least = 0) const;

 private:
  void put(int at, std::int64_t value) { statement_.bind(at, value); }
  void put(int at, int value) { statement_.bind(at, value); }
  void put(int at, bool value) { statement_.bind(at, value ? 1 : 0); }
  void put(int at, std::string_view value) { statement_.bind(at, std::string(value)); }
  void put(int at, const store_id& value) { statement_.bindNoCopy(at, value.data(), static_cast<int>(value.size())); }
  void put(int at, const std::optional<store_id>& value);
  void put(int at, octet_view value);  // empty: NULL
  void put(int at, const octets& value) { put(at, octet_view(value)); }

  SQLite::Statement& statement_;
};

class sqlite_rows final : public shelf_rows {
 public:
  explicit sqlite_rows(SQLite::Database& in) : in_(in) {}

  std::optional<octets> setting(std::string_view name) override;
  void put_setting(std::string_view name, octet_view value) override;
  void drop_setting(std::string_view name) override;

  std::optional<person_row> person(const store_id& id) override;
  void put_person(const person_row& row) override;
  std::vector<person_row> persons_after(const store_id& after, std::size_t limit) override;
  std::vector<person_row> persons_quiet_since(std::int64_t contact, std::size_t limit) override;
  std::vector<store_id> persons_erasing() override;
  void put_key(const store_id& person, octet_view wrapped) override;
  std::optional<octets> key(const store_id& person) override;
  void drop_key(const store_id& person) override;
  void each_key(const std::function<void(const store_id&, const octets&)>& visit) override;
  void drop_person(const store_id& person) override;

  void put_identifier(octet_view lookup, const store_id& person) override;
  std::optional<store_id> identified(octet_view lookup) override;
  std::vector<octets> identifiers_of(const store_id& person) override;
  void drop_identifiers(const store_id& person) override;
  void put_member(const store_id& collective, const store_id& person) override;
  void drop_members(const store_id& collective) override;
  bool is_member(const store_id& collective, const store_id& person) override;
  std::vector<store_id> members_of(const store_id& collective) override;
  std::vector<store_id> collectives_of(const store_id& person) override;
  void put_tombstone(const tombstone_row& row) override;
  bool has_tombstone(octet_view lookup) override;
  void drop_tombstone(octet_view lookup) override;
  std::vector<tombstone_row> tombstones_after(octet_view lookup, std::size_t limit) override;

  void insert(const record_row& row) override;
  void update(const record_row& row) override;
  void remove(const store_id& record) override;
  std::optional<record_row> record(const store_id& id, bool with_content) override;
  std::vector<record_row> records(const std::optional<store_id>& person, int kind, const store_id& after,
                                  std::size_t limit, bool with_content) override;
  std::vector<record_row> records_after(const store_id& after, std::size_t limit, bool with_content) override;
  std::optional<record_row> by_lookup(octet_view lookup) override;
  std::vector<record_row> by_likeness(octet_view likeness) override;
  std::vector<record_row> due_before(std::int64_t at, std::size_t limit) override;
  std::int64_t persons_with(int kind) override;

  void insert(const consent_row& row) override;
  std::optional<consent_row> consent(const store_id& id) override;
  void update(const consent_row& row) override;
  std::vector<consent_row> consents_of(const store_id& person) override;
  std::vector<consent_row> consents_for(const store_id& person, octet_view organisation) override;
  std::vector<consent_row> consents_after(const store_id& after, std::size_t limit) override;

  void append(const change_row& row) override;
  std::vector<change_row> changes_after(std::int64_t number, std::size_t limit) override;
  std::int64_t last_change() override;

  std::optional<journal_row> last_entry() override;
  void append(const journal_row& row) override;
  std::vector<journal_row> entries_after(std::int64_t number, std::size_t limit) override;
  std::vector<journal_row> entries_about(const store_id& person, std::size_t limit) override;
  void drop_entries_until(std::int64_t number) override;

 private:
  // Each text is prepared once a connection.
  SQLite::Statement& statement(const char* sql);

  SQLite::Database& in_;
  std::map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

}  // namespace activateur
