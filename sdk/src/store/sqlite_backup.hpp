// Copies of the file while it is in use.
#pragma once

#include "store/sqlite_shelf.hpp"

namespace activateur {

// `path` empty: the keys alone. `mark`: of the store, in both. Throws what SQLite throws.
result<void> back_up_sqlite(const sqlite_options& from, const std::string& path, const std::string& keys_path,
                            const octets& mark);

}  // namespace activateur
