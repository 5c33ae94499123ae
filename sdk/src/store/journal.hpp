// The journal's chain: each entry is sealed together with the seal before it, so that none is altered, removed or added
// unseen.
#pragma once

#include "store/vault.hpp"

namespace activateur {

struct chain_end {
  std::int64_t number = 0;
  octets seal;
};

octets chained(const vault& keys, const octets& before, const journal_row& entry);

// Where the next entry follows: the last one, or what is kept of it when all were old enough to go.
chain_end end_of_chain(shelf_rows& rows);
// Where the first entry that is left follows; number 0: none was removed.
chain_end base_of_chain(shelf_rows& rows);
// Entries until `last` were removed; the chain goes on from there.
void put_chain_base(shelf_rows& rows, const vault& keys, const chain_end& last);

// Visits the entries; gives the first number at which the chain does not hold, 0: it holds.
std::int64_t walk_chain(shelf_rows& rows, const vault& keys, const std::function<void(const journal_row&)>& visit);

}  // namespace activateur
