#include "store/sqlite_error.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <new>

#include "store/messages.hpp"

namespace activateur {
namespace {

bool may_only_be_read(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return ::access(path.c_str(), R_OK) == 0 && ::access(folder.empty() ? "." : folder.c_str(), W_OK) != 0;
}

}  // namespace

error shelf_error(const SQLite::Exception& e, const std::string& path) {
  using namespace store_messages;
  const location where{path, {}, 0, 0};
  const std::string words = sqlite3_errstr(e.getExtendedErrorCode() >= 0 ? e.getExtendedErrorCode() : e.getErrorCode());
  switch (e.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return fail(failure::io, locked, {}, where);
    case SQLITE_FULL: return fail(failure::io, full, {}, where);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return fail(failure::io, read_only, {}, where);
    case SQLITE_CANTOPEN:
      // The log beside the file cannot be made in a folder that may not be written.
      if (may_only_be_read(path)) return fail(failure::io, read_only, {}, where);
      return fail(failure::io, unreadable, {words}, where);
    case SQLITE_TOOBIG:
    case SQLITE_CORRUPT: return fail(failure::input, corrupt, {words}, where);
    case SQLITE_NOTADB: return fail(failure::input, no_store, {}, where);
    case SQLITE_NOMEM: throw std::bad_alloc();
    default: return fail(failure::io, unreadable, {words}, where);
  }
}

}  // namespace activateur
