// The shelf in one SQLite file (with its -wal and -shm beside it): write-ahead logging, every commit on the disk.
#pragma once

#include "crypto/random.hpp"
#include "store/shelf.hpp"

namespace activateur {

// The format this version writes; files of every released one before are brought to it when opened.
inline constexpr int shelf_format = 2;

struct sqlite_options {
  std::string path;
  bool create = true;   // when there is none
  int wait_ms = 5'000;  // for another writer
  std::string vfs;      // of SQLite; empty: the system's
};

result<std::unique_ptr<shelf>> open_sqlite_shelf(const sqlite_options& options);

// A new store at `into` from a backup and the copy of its keys. Keys copied later than the backup take away what was
// erased since: those persons' rows are marked as being erased. Keys older than the backup, and those of another store,
// are refused. `random`: for what tells the cursors after it from those before.
result<void> restore_sqlite_shelf(const std::string& backup, const std::string& keys, const std::string& into,
                                  const random_source& random = system_random());

}  // namespace activateur
