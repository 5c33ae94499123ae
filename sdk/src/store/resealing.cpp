#include "store/resealing.hpp"

#include "store/erasure.hpp"
#include "store/journal.hpp"
#include "store/messages.hpp"
#include "store/places.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr std::size_t batch = 256;
constexpr std::string_view today = "2";

class resealing {
 public:
  resealing(shelf_rows& rows, const vault& keys) : rows_(rows), keys_(keys) {}

  result<void> all() {
    result<void> done;
    store_id after{};
    for (auto page = rows_.persons_after(after, batch); done && !page.empty(); page = rows_.persons_after(after, batch))
      for (person_row& row : page) {
        after = row.id;
        if (done) done = one(row, row.id, [&] { rows_.put_person(row); });
      }
    after = {};
    for (auto page = rows_.records_after(after, batch, false); done && !page.empty();
         page = rows_.records_after(after, batch, false))
      for (record_row& row : page) {
        after = row.id;
        if (done) done = one(row, row.person, [&] { rows_.update(row); });
      }
    after = {};
    for (auto page = rows_.consents_after(after, batch); done && !page.empty();
         page = rows_.consents_after(after, batch))
      for (consent_row& row : page) {
        after = row.id;
        if (done) done = one(row, row.person, [&] { rows_.update(row); });
      }
    octets last;
    for (auto page = rows_.tombstones_after(last, batch); done && !page.empty();
         page = rows_.tombstones_after(last, batch))
      for (const tombstone_row& row : page) {
        last = row.lookup;
        rows_.put_tombstone(sealed_tombstone(keys_, row.lookup, row.at));
      }
    return done;
  }

 private:
  template <class Row, class Put>
  result<void> one(Row& row, const std::optional<store_id>& person, Put put) {
    const auto key = key_of(person);
    if (!key) return {};
    const auto plain = unseal(*key, row.sealed, place_in_format_1(row));
    if (!plain)
      return unseal(*key, row.sealed, place_of(row)) ? result<void>(fail(failure::input, unsealed)) : result<void>{};
    result<octets> sealed = keys_.seal_at(*key, *plain, place_of(row));
    if (!sealed) return std::move(sealed).why();
    row.sealed = *std::move(sealed);
    put();
    return {};
  }

  std::optional<secret> key_of(const std::optional<store_id>& person) {
    if (!person) return keys_.common();
    if (last_ && last_->first == *person) return last_->second;
    const auto key = keys_.key_of(rows_, *person);
    if (!key || !*key) return std::nullopt;
    last_.emplace(*person, **key);
    return last_->second;
  }

  shelf_rows& rows_;
  const vault& keys_;
  std::optional<std::pair<store_id, secret>> last_;
};

}  // namespace

void say_sealed(shelf_rows& rows) { rows.put_setting("seals", as_octets(today)); }

result<bool> is_sealed(shelf_rows& rows) {
  const auto said = rows.setting("seals");
  if (said && as_text(*said) != today) return fail(failure::input, corrupt, {"seals"});
  return said.has_value();
}

result<void> seal_anew(shelf& in, const vault& keys) {
  return in.write([&](shelf_rows& rows) -> result<void> {
    const auto before = is_sealed(rows);  // another process may have done it meanwhile
    if (!before) return before.why();
    if (*before) return {};
    result<void> done = resealing(rows, keys).all();
    if (!done) return done;
    if (const chain_end base = base_of_chain(rows); base.number != 0) put_chain_base(rows, keys, base);
    say_sealed(rows);
    return {};
  });
}

}  // namespace activateur
