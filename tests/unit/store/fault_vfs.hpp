// A SQLite VFS over the system's that fails at the n-th call that writes, makes durable or reads: a full disk, an I/O
// error, a half-written page. Every failure is sticky or once, as asked.
#pragma once

#include <sqlite3.h>

#include <cstring>

namespace activateur::shop {

struct faults {
  long left = -1;          // calls until the failure; -1: none comes
  int code = SQLITE_FULL;  // what fails
  bool sticky = true;      // and everything that writes after it
  bool reads = false;      // reads count, and fail, too
  bool torn = false;       // the failing write leaves half of its bytes
  long seen = 0;           // calls counted

  // Whether this call fails.
  bool strike(bool reading) {
    if (reading && !reads) return false;
    ++seen;
    if (left < 0) return false;
    if (left > 0) {
      --left;
      return false;
    }
    if (!sticky) left = -1;
    return true;
  }
  static faults& now() {
    static faults state;
    return state;
  }
};

// Registers the VFS "faulty" once.
class fault_vfs {
 public:
  static const char* name() {
    static const bool registered = enlist();
    return registered ? "faulty" : nullptr;
  }

 private:
  struct file {
    sqlite3_file base;
    sqlite3_file* real;
  };
  static sqlite3_vfs* system() { return sqlite3_vfs_find(nullptr); }
  static sqlite3_file* real(sqlite3_file* f) { return reinterpret_cast<file*>(f)->real; }

  static int close(sqlite3_file* f) {
    const int done = real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
    sqlite3_free(real(f));
    return done;
  }
  static int read(sqlite3_file* f, void* into, int size, sqlite3_int64 at) {
    if (faults::now().strike(true)) return SQLITE_IOERR_READ;
    return real(f)->pMethods->xRead(real(f), into, size, at);
  }
  static int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
    if (faults::now().strike(false)) {
      if (faults::now().torn) real(f)->pMethods->xWrite(real(f), from, size / 2, at);
      return faults::now().code;
    }
    return real(f)->pMethods->xWrite(real(f), from, size, at);
  }
  static int truncate(sqlite3_file* f, sqlite3_int64 size) {
    if (faults::now().strike(false)) return SQLITE_IOERR_TRUNCATE;
    return real(f)->pMethods->xTruncate(real(f), size);
  }
  static int sync(sqlite3_file* f, int flags) {
    if (faults::now().strike(false)) return SQLITE_IOERR_FSYNC;
    return real(f)->pMethods->xSync(real(f), flags);
  }
  static int file_size(sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); }
  static int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
  static int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
  static int check_lock(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
  static int control(sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
  static int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
  static int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
  static int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
  }
  static int shm_lock(sqlite3_file* f, int at, int n, int flags) {
    return real(f)->pMethods->xShmLock(real(f), at, n, flags);
  }
  static void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
  static int shm_unmap(sqlite3_file* f, int erase) { return real(f)->pMethods->xShmUnmap(real(f), erase); }

  static int open(sqlite3_vfs*, const char* path, sqlite3_file* f, int flags, int* out) {
    static const sqlite3_io_methods methods = {2,        close,       read,       write,   truncate, sync,   file_size,
                                               lock,     unlock,      check_lock, control, sector,   traits, shm_map,
                                               shm_lock, shm_barrier, shm_unmap,  nullptr, nullptr};
    auto* ours = reinterpret_cast<file*>(f);
    std::memset(ours, 0, sizeof *ours);
    ours->real = static_cast<sqlite3_file*>(sqlite3_malloc(system()->szOsFile));
    if (ours->real == nullptr) return SQLITE_NOMEM;
    std::memset(ours->real, 0, static_cast<std::size_t>(system()->szOsFile));
    const int done = system()->xOpen(system(), path, ours->real, flags, out);
    if (done == SQLITE_OK)
      ours->base.pMethods = &methods;
    else
      sqlite3_free(ours->real);
    return done;
  }
  static bool enlist() {
    static sqlite3_vfs ours = *system();
    ours.zName = "faulty";
    ours.szOsFile = sizeof(file);
    ours.pNext = nullptr;
    ours.xOpen = open;
    ours.xDelete = [](sqlite3_vfs*, const char* path, int sync_too) {
      return system()->xDelete(system(), path, sync_too);
    };
    return sqlite3_vfs_register(&ours, 0) == SQLITE_OK;
  }
};

}  // namespace activateur::shop
