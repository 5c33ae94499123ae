// Inside the store: a person's credentials, and which of them is the current one.
#pragma once

#include "store/call.hpp"

namespace activateur {

struct wallet_entry {
  record_row row;
  json document;
  std::string bytes;    // only when asked for
  bool current = true;  // no version of it is there that supersedes it
};

// Those that do not open are lines of `unopened`.
result<std::vector<wallet_entry>> wallet_of(store_call& in, const store_id& person, bool with_content, json& unopened);

// Of two versions of one credential: the one whose kept verdict is better, so that a forged copy with a later date
// takes no genuine one's place; else the one issued later; else the one added later.
bool supersedes(const json& a, const store_id& a_id, const json& b, const store_id& b_id);

}  // namespace activateur
