// Another engine under the store, in memory and with nothing of a database: it stands on shelf.hpp alone, and shows
// that this is all that an engine is asked for. What a real one adds is the disk.
#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>

#include "store/messages.hpp"
#include "store/rights.hpp"
#include "store/shelf.hpp"

namespace activateur::shop {

struct memory_tables {
  std::map<std::string, octets, std::less<>> settings;
  std::map<store_id, person_row> persons;
  std::map<store_id, octets> keys;
  std::map<std::string, store_id> identifiers;      // by the bytes of a lookup, as below
  std::set<std::pair<store_id, store_id>> members;  // of a collective, the person
  std::map<std::string, tombstone_row> tombstones;
  std::map<store_id, record_row> records;
  std::map<store_id, consent_row> consents;
  std::vector<change_row> changes;
  std::vector<journal_row> journal;
  std::int64_t last_change = 0;
};

class memory_rows final : public shelf_rows {
 public:
  explicit memory_rows(memory_tables& in) : in_(in) {}

  std::optional<octets> setting(std::string_view name) override { return value(in_.settings, name); }
  void put_setting(std::string_view name, octet_view v) override {
    in_.settings.insert_or_assign(std::string(name), octets(v.begin(), v.end()));
  }
  void drop_setting(std::string_view name) override { in_.settings.erase(std::string(name)); }

  std::optional<person_row> person(const store_id& id) override { return value(in_.persons, id); }
  void put_person(const person_row& row) override { in_.persons.insert_or_assign(row.id, row); }
  std::vector<person_row> persons_after(const store_id& after, std::size_t limit) override {
    return page(in_.persons, limit, [&](const person_row& r) { return r.id > after; });
  }
  std::vector<person_row> persons_quiet_since(std::int64_t contact, std::size_t limit) override {
    auto out = page(in_.persons, none, [&](const person_row& r) { return r.contact < contact; });
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.contact < b.contact; });
    out.resize(std::min(out.size(), limit));
    return out;
  }
  std::vector<store_id> persons_erasing() override {
    return ids(page(in_.persons, none, [](const person_row& r) { return r.erasing; }));
  }
  void put_key(const store_id& person, octet_view wrapped) override {
    in_.keys.insert_or_assign(person, octets(wrapped.begin(), wrapped.end()));
  }
  std::optional<octets> key(const store_id& person) override { return value(in_.keys, person); }
  void drop_key(const store_id& person) override { in_.keys.erase(person); }
  void each_key(const std::function<void(const store_id&, const octets&)>& visit) override {
    for (const auto& [person, wrapped] : in_.keys) visit(person, wrapped);
  }
  void drop_person(const store_id& person) override {
    std::erase_if(in_.records, [&](const auto& one) { return one.second.person == person; });
    std::erase_if(in_.consents, [&](const auto& one) { return one.second.person == person; });
    std::erase_if(in_.changes, [&](const change_row& one) { return one.person == person; });
    std::erase_if(in_.members, [&](const auto& one) { return one.first == person || one.second == person; });
    drop_identifiers(person);
    in_.keys.erase(person);
    in_.persons.erase(person);
  }

  void put_identifier(octet_view lookup, const store_id& person) override {
    once(in_.identifiers.emplace(text(lookup), person).second);
  }
  std::optional<store_id> identified(octet_view lookup) override { return value(in_.identifiers, text(lookup)); }
  std::vector<octets> identifiers_of(const store_id& person) override {
    std::vector<octets> out;
    for (const auto& [lookup, whose] : in_.identifiers)
      if (whose == person) out.push_back(octets(lookup.begin(), lookup.end()));
    return out;
  }
  void drop_identifiers(const store_id& person) override {
    std::erase_if(in_.identifiers, [&](const auto& one) { return one.second == person; });
  }
  void put_member(const store_id& collective, const store_id& person) override {
    in_.members.emplace(collective, person);
  }
  void drop_members(const store_id& collective) override {
    std::erase_if(in_.members, [&](const auto& one) { return one.first == collective; });
  }
  bool is_member(const store_id& collective, const store_id& person) override {
    return in_.members.count({collective, person}) != 0;
  }
  std::vector<store_id> members_of(const store_id& collective) override {
    std::vector<store_id> out;
    for (const auto& [of, person] : in_.members)
      if (of == collective) out.push_back(person);
    return out;
  }
  std::vector<store_id> collectives_of(const store_id& person) override {
    std::vector<store_id> out;
    for (const auto& [of, member] : in_.members)
      if (member == person) out.push_back(of);
    return out;
  }
  void put_tombstone(const tombstone_row& row) override { in_.tombstones.insert_or_assign(text(row.lookup), row); }
  bool has_tombstone(octet_view lookup) override { return in_.tombstones.count(text(lookup)) != 0; }
  void drop_tombstone(octet_view lookup) override { in_.tombstones.erase(text(lookup)); }
  std::vector<tombstone_row> tombstones_after(octet_view lookup, std::size_t limit) override {
    const std::string after = text(lookup);
    return page(in_.tombstones, limit, [&](const tombstone_row& r) { return text(r.lookup) > after; });
  }

  void insert(const record_row& row) override { once(in_.records.emplace(row.id, row).second); }
  void update(const record_row& row) override {
    const auto known = in_.records.find(row.id);
    if (known == in_.records.end()) return;
    record_row next = row;
    next.content = known->second.content;
    known->second = std::move(next);
  }
  void remove(const store_id& record) override { in_.records.erase(record); }
  std::optional<record_row> record(const store_id& id, bool with_content) override {
    auto out = value(in_.records, id);
    if (!out) return out;
    if (!with_content) out->content.clear();
    if (out->person) out->wrapped_key = key(*out->person);
    return out;
  }
  std::vector<record_row> records(const std::optional<store_id>& person, int kind, const store_id& after,
                                  std::size_t limit, bool with_content) override {
    return records_of(limit, with_content,
                      [&](const record_row& r) { return r.person == person && r.kind == kind && r.id > after; });
  }
  std::vector<record_row> records_after(const store_id& after, std::size_t limit, bool with_content) override {
    return records_of(limit, with_content, [&](const record_row& r) { return r.id > after; });
  }
  std::optional<record_row> by_lookup(octet_view lookup) override {
    const auto found = records_of(1, false, [&](const record_row& r) { return std::ranges::equal(r.lookup, lookup); });
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  std::vector<record_row> by_likeness(octet_view likeness) override {
    return records_of(none, false, [&](const record_row& r) { return std::ranges::equal(r.likeness, likeness); });
  }
  std::vector<record_row> due_before(std::int64_t at, std::size_t limit) override {
    auto out = records_of(none, false, [&](const record_row& r) { return r.due > 0 && r.due < at; });
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    out.resize(std::min(out.size(), limit));
    return out;
  }
  std::int64_t persons_with(int kind) override {
    if (kind == static_cast<int>(record_kind::profile))
      return static_cast<std::int64_t>(
          page(in_.persons, none, [](const person_row& r) { return !r.collective && !r.erasing; }).size());
    std::set<store_id> out;
    for (const auto& [id, row] : in_.records)
      if (row.kind == kind && row.person)
        if (const auto who = in_.persons.find(*row.person);
            who != in_.persons.end() && !who->second.collective && !who->second.erasing)
          out.insert(*row.person);
    return static_cast<std::int64_t>(out.size());
  }

  void insert(const consent_row& row) override { once(in_.consents.emplace(row.id, row).second); }
  std::optional<consent_row> consent(const store_id& id) override { return value(in_.consents, id); }
  void update(const consent_row& row) override {
    const auto known = in_.consents.find(row.id);
    if (known == in_.consents.end()) return;
    known->second.withdrawn = row.withdrawn;
    known->second.sealed = row.sealed;
  }
  std::vector<consent_row> consents_of(const store_id& person) override {
    return page(in_.consents, none, [&](const consent_row& r) { return r.person == person; });
  }
  std::vector<consent_row> consents_for(const store_id& person, octet_view organisation) override {
    return page(in_.consents, none, [&](const consent_row& r) {
      return r.person == person && std::ranges::equal(r.organisation, organisation);
    });
  }
  std::vector<consent_row> consents_after(const store_id& after, std::size_t limit) override {
    return page(in_.consents, limit, [&](const consent_row& r) { return r.id > after; });
  }

  void append(const change_row& row) override {
    in_.changes.push_back(row);
    in_.changes.back().number = ++in_.last_change;
  }
  std::vector<change_row> changes_after(std::int64_t number, std::size_t limit) override {
    return after(in_.changes, limit, [&](const change_row& r) { return r.number > number; });
  }
  std::int64_t last_change() override { return in_.last_change; }

  std::optional<journal_row> last_entry() override {
    return in_.journal.empty() ? std::nullopt : std::optional(in_.journal.back());
  }
  void append(const journal_row& row) override { in_.journal.push_back(row); }
  std::vector<journal_row> entries_after(std::int64_t number, std::size_t limit) override {
    return after(in_.journal, limit, [&](const journal_row& r) { return r.number > number; });
  }
  std::vector<journal_row> entries_about(const store_id& person, std::size_t limit) override {
    return after(in_.journal, limit, [&](const journal_row& r) { return r.person == person; });
  }
  void drop_entries_until(std::int64_t number) override {
    std::erase_if(in_.journal, [&](const journal_row& r) { return r.number <= number; });
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};  // no limit

  static std::string text(octet_view bytes) { return std::string(as_text(bytes)); }
  static void once(bool fresh) {
    if (!fresh) throw std::runtime_error("there already");
  }
  template <class Table, class Key>
  static std::optional<typename Table::mapped_type> value(const Table& in, const Key& at) {
    const auto found = in.find(at);
    return found == in.end() ? std::nullopt : std::optional(found->second);
  }
  template <class Row, class Wanted>
  static std::vector<Row> after(const std::vector<Row>& in, std::size_t limit, Wanted wanted) {
    std::vector<Row> out;
    for (const Row& row : in)
      if (out.size() < limit && wanted(row)) out.push_back(row);
    return out;
  }
  template <class Table, class Wanted>
  static std::vector<typename Table::mapped_type> page(const Table& in, std::size_t limit, Wanted wanted) {
    std::vector<typename Table::mapped_type> out;
    for (const auto& one : in)
      if (out.size() < limit && wanted(one.second)) out.push_back(one.second);
    return out;
  }
  template <class Wanted>
  std::vector<record_row> records_of(std::size_t limit, bool with_content, Wanted wanted) {
    auto out = page(in_.records, limit, wanted);
    for (record_row& row : out)
      if (!with_content) row.content.clear();
    return out;
  }
  static std::vector<store_id> ids(const std::vector<person_row>& of) {
    std::vector<store_id> out;
    for (const person_row& row : of) out.push_back(row.id);
    return out;
  }

  memory_tables& in_;
};

class memory_shelf final : public shelf {
 public:
  explicit memory_shelf(std::shared_ptr<memory_tables> in) : in_(std::move(in)) {}

  result<void> write(const body& what) override {
    const std::lock_guard only(guard_);
    memory_tables next = *in_;
    result<void> done = on(next, what);
    if (done) *in_ = std::move(next);
    return done;
  }
  result<void> read(const body& what) override {
    const std::lock_guard only(guard_);
    memory_tables moment = *in_;  // what a reader writes is nobody's
    return on(moment, what);
  }
  result<std::vector<std::string>> check() override { return std::vector<std::string>{}; }
  result<void> back_up(const std::string&, const std::string&, const octets&) override {
    return fail(failure::unsupported, store_messages::unreadable, {"no files"});
  }
  result<bool> forget() override { return true; }

 private:
  static result<void> on(memory_tables& in, const body& what) {
    try {
      memory_rows rows(in);
      return what(rows);
    } catch (const std::runtime_error& wrong) {
      return fail(failure::io, store_messages::unreadable, {wrong.what()});
    }
  }
  std::shared_ptr<memory_tables> in_;
  std::mutex guard_;
};

}  // namespace activateur::shop
