#include "store/erasure.hpp"

#include "store/rights.hpp"

namespace activateur {

octets tombstone_of(const vault& keys, const store_id& person) { return keys.lookup("person", to_text(person)); }

void erase_rows(shelf_rows& rows, const vault& keys, const store_id& person, instant now) {
  rows.drop_key(person);
  rows.put_tombstone(tombstone_of(keys, person), now.ms);
  for (const octets& identifier : rows.identifiers_of(person)) rows.put_tombstone(identifier, now.ms);
  rows.drop_person(person);
  rows.append(change_row{0, now.ms, person, {}, static_cast<int>(record_kind::profile), change_kind::erased});
  // Until the log beside the file is emptied, pages with the key may lie in it.
  rows.put_setting("forget", as_octets("1"));
}

result<void> finish_erasures(shelf& in, const vault& keys, instant now) {
  result<void> done = in.write([&](shelf_rows& rows) -> result<void> {
    for (const store_id& person : rows.persons_erasing()) erase_rows(rows, keys, person, now);
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
