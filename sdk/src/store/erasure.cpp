#include "store/erasure.hpp"

#include "store/places.hpp"
#include "store/rights.hpp"

namespace activateur {

octets tombstone_of(const vault& keys, const store_id& person) { return keys.lookup("person", to_text(person)); }

tombstone_row sealed_tombstone(const vault& keys, const octets& lookup, std::int64_t at) {
  return {lookup, at, keys.lookup("tombstone", tombstone_place(lookup, at))};
}

void erase_rows(shelf_rows& rows, const vault& keys, const store_id& person, instant now) {
  rows.drop_key(person);
  rows.put_tombstone(sealed_tombstone(keys, tombstone_of(keys, person), now.ms));
  for (const octets& identifier : rows.identifiers_of(person))
    rows.put_tombstone(sealed_tombstone(keys, identifier, now.ms));
  rows.drop_person(person);
  rows.append(change_row{0, now.ms, person, {}, static_cast<int>(record_kind::profile), change_kind::erased});
  // Until the log beside the file is emptied, pages with the key may lie in it.
  rows.put_setting("forget", as_octets("1"));
}

result<void> finish_erasures(shelf& in, const vault& keys, instant now) {
  result<void> done = in.write([&](shelf_rows& rows) -> result<void> {
    for (const store_id& person : rows.persons_erasing())
      if (!rows.key(person)) erase_rows(rows, keys, person, now);  // with a key, somebody wrote in the file
    return {};
  });
  if (!done) return done;
  const result<bool> forgotten = in.forget();
  if (!forgotten) return forgotten.why();
  if (!*forgotten) return {};  // the next erasure or opening tries again
  return in.write([](shelf_rows& rows) -> result<void> {
    rows.drop_setting("forget");
    return {};
  });
}

}  // namespace activateur
