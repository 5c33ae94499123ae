// Erasing a person: her key first of all, then every row of hers; tombstones stay.
#pragma once

#include "store/vault.hpp"

namespace activateur {

// Within a transaction. Her identifiers' digests, and her id's, are kept so that no import brings her back.
void erase_rows(shelf_rows& rows, const vault& keys, const store_id& person, instant now);
tombstone_row sealed_tombstone(const vault& keys, const octets& lookup, std::int64_t at);
octets tombstone_of(const vault& keys, const store_id& person);

// A setting: until the log beside the file is emptied, pages with a destroyed key may lie in it.
inline constexpr std::string_view forget_setting = "forget";
void ask_to_forget(shelf_rows& rows);

// What an erasure, or a restored backup, left to do. It stays to do while somebody reads what was before.
result<void> finish_erasures(shelf& in, const vault& keys, instant now);

}  // namespace activateur
