// Opens everything that a store keeps and says what does not hold.
#pragma once

#include "base/context.hpp"
#include "store/vault.hpp"

namespace activateur {

// One sentence each, a hundred at most; empty: all holds. Each page is one moment of the shelf: calls go on
// meanwhile. Memory is bounded by a page, and the largest content. Cancellable.
result<std::vector<std::string>> examine(shelf& in, const vault& keys, const context& with);

}  // namespace activateur
