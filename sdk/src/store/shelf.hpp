// What the store asks of an engine underneath: rows and transactions. An engine knows neither persons, keys nor rights;
// all that it is given to keep is sealed, or an id, a kind, a time or a keyed digest. SQLite is the one there is
// (sqlite_shelf.hpp); another implements `shelf` and `shelf_rows`, as tests/unit/store/memory_shelf.hpp does.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "crypto/encoding.hpp"
#include "store/ids.hpp"

namespace activateur {

struct person_row {
  store_id id{};
  bool collective = false;
  std::int64_t created = 0, contact = 0;  // `contact`: the last one with her
  bool erasing = false;                   // her key is destroyed, or about to be
  octets sealed{};
};

struct record_row {
  store_id id{};
  std::optional<store_id> person{};  // none: of nobody, as a grid
  int kind = 0;
  std::int64_t created = 0, changed = 0;
  std::int64_t version = 1;
  octets author{};                  // keyed digest of the actor
  std::optional<store_id> about{};  // the record that it speaks of
  octets lookup{};                  // keyed digest: found by equality; may be empty
  octets likeness{};                // as lookup: several may be alike
  std::int64_t due = 0;             // ends by itself; 0: never
  octets sealed{};
  octets content{};  // bytes beside the document, sealed; read only when asked for
  bool has_content = false;
  std::optional<octets> wrapped_key{};  // the person's, where one record is read
};

struct tombstone_row {
  octets lookup{};  // keyed digest of who was erased
  std::int64_t at = 0;
  octets seal{};  // keyed digest of both
};

struct consent_row {
  store_id id{};
  store_id person{};
  std::string purpose;
  octets organisation{};                  // keyed digest
  std::int64_t given = 0, withdrawn = 0;  // 0: not withdrawn
  octets sealed{};
};

enum class change_kind : int { added = 1, changed = 2, removed = 3, erased = 4 };
inline constexpr std::size_t change_kind_end = 5;
struct change_row {
  std::int64_t number = 0;  // rises; may leave gaps
  std::int64_t at = 0;
  std::optional<store_id> person{}, record{};
  int kind = 0;
  change_kind what = change_kind::added;
};

struct journal_row {
  std::int64_t number = 0;
  std::int64_t at = 0;
  int role = 0, operation = 0, kind = 0;
  bool allowed = false;
  std::optional<store_id> person{}, record{};
  octets who{};   // sealed
  octets seal{};  // keyed digest of this entry and the seal before it
};

// The rows within one transaction. Its functions throw what the engine throws; shelf::read and shelf::write turn it
// into errors.
class shelf_rows {
 public:
  virtual ~shelf_rows() = default;

  virtual std::optional<octets> setting(std::string_view name) = 0;
  virtual void put_setting(std::string_view name, octet_view value) = 0;
  virtual void drop_setting(std::string_view name) = 0;

  virtual std::optional<person_row> person(const store_id& id) = 0;
  virtual void put_person(const person_row& row) = 0;
  // Here and below, `_after`: a page of all there are, in the order of their ids.
  virtual std::vector<person_row> persons_after(const store_id& after, std::size_t limit) = 0;
  virtual std::vector<person_row> persons_quiet_since(std::int64_t contact, std::size_t limit) = 0;
  virtual std::vector<store_id> persons_erasing() = 0;
  virtual void put_key(const store_id& person, octet_view wrapped) = 0;
  virtual std::optional<octets> key(const store_id& person) = 0;
  virtual void drop_key(const store_id& person) = 0;
  virtual void each_key(const std::function<void(const store_id&, const octets&)>& visit) = 0;
  // All of the person's rows but the journal's; `person` has no rows left.
  virtual void drop_person(const store_id& person) = 0;

  virtual void put_identifier(octet_view lookup, const store_id& person) = 0;
  virtual std::optional<store_id> identified(octet_view lookup) = 0;
  virtual std::vector<octets> identifiers_of(const store_id& person) = 0;
  virtual void drop_identifiers(const store_id& person) = 0;
  virtual void put_member(const store_id& collective, const store_id& person) = 0;
  virtual void drop_members(const store_id& collective) = 0;
  virtual bool is_member(const store_id& collective, const store_id& person) = 0;
  virtual std::vector<store_id> members_of(const store_id& collective) = 0;
  virtual std::vector<store_id> collectives_of(const store_id& person) = 0;
  virtual void put_tombstone(const tombstone_row& row) = 0;  // replaces one of the same lookup
  virtual bool has_tombstone(octet_view lookup) = 0;
  virtual void drop_tombstone(octet_view lookup) = 0;
  virtual std::vector<tombstone_row> tombstones_after(octet_view lookup, std::size_t limit) = 0;

  virtual void insert(const record_row& row) = 0;
  // The row as it is now; whose it is, who made it when and its content stay.
  virtual void update(const record_row& row) = 0;
  virtual void remove(const store_id& record) = 0;
  virtual std::optional<record_row> record(const store_id& id, bool with_content) = 0;
  // In the order of their ids, after `after`.
  virtual std::vector<record_row> records(const std::optional<store_id>& person, int kind, const store_id& after,
                                          std::size_t limit, bool with_content) = 0;
  virtual std::vector<record_row> records_after(const store_id& after, std::size_t limit, bool with_content) = 0;
  virtual std::optional<record_row> by_lookup(octet_view lookup) = 0;
  virtual std::vector<record_row> by_likeness(octet_view likeness) = 0;
  virtual std::vector<record_row> due_before(std::int64_t at, std::size_t limit) = 0;
  virtual std::int64_t persons_with(int kind) = 0;  // how many have a record of the kind; profile: how many there are

  virtual void insert(const consent_row& row) = 0;
  virtual std::optional<consent_row> consent(const store_id& id) = 0;
  virtual void update(const consent_row& row) = 0;  // when it was withdrawn, and what is sealed
  virtual std::vector<consent_row> consents_of(const store_id& person) = 0;
  virtual std::vector<consent_row> consents_for(const store_id& person, octet_view organisation) = 0;
  virtual std::vector<consent_row> consents_after(const store_id& after, std::size_t limit) = 0;

  virtual void append(const change_row& row) = 0;
  virtual std::vector<change_row> changes_after(std::int64_t number, std::size_t limit) = 0;
  virtual std::int64_t last_change() = 0;

  virtual std::optional<journal_row> last_entry() = 0;
  virtual void append(const journal_row& row) = 0;  // number: that of the last entry and 1
  virtual std::vector<journal_row> entries_after(std::int64_t number, std::size_t limit) = 0;
  virtual std::vector<journal_row> entries_about(const store_id& person, std::size_t limit) = 0;
  virtual void drop_entries_until(std::int64_t number) = 0;
};

class shelf {
 public:
  using body = std::function<result<void>(shelf_rows&)>;

  virtual ~shelf() = default;
  // One transaction: all of the body's writes last, on the disk, or none does: when the body gives an error, when
  // anything fails, when the process is killed. Thread-safe; one body at a time.
  virtual result<void> write(const body& what) = 0;
  // One moment of the shelf, whatever others write meanwhile.
  virtual result<void> read(const body& what) = 0;

  // What is wrong, one sentence each, in the engine's words; empty: nothing.
  virtual result<std::vector<std::string>> check() = 0;
  // A copy of one moment, without the keys, and the keys alone (`path` empty: only these). Each file appears whole or
  // not at all, and replaces none. Others may write meanwhile. Both carry `mark`, which tells the stores apart.
  virtual result<void> back_up(const std::string& path, const std::string& keys_path, const octets& mark) = 0;
  // Nothing that was removed is left in files beside. False: somebody reads what was before; ask again later.
  virtual result<bool> forget() = 0;
};

}  // namespace activateur
