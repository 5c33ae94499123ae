#include "store/sqlite_shelf.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <mutex>
#include <thread>

#include "store/messages.hpp"
#include "store/sqlite_backup.hpp"
#include "store/sqlite_error.hpp"
#include "store/sqlite_rows.hpp"
#include "store/sqlite_schema.hpp"

namespace activateur {
namespace {

constexpr int largest_row = 64 << 20;  // bytes; a credential file has 16 MB at most

class sqlite_shelf final : public shelf {
 public:
  explicit sqlite_shelf(const sqlite_options& options)
      : options_(options),
        // One call at a time (`guard_`): SQLite needs no locks of its own.
        in_(options.path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (options.create ? SQLite::OPEN_CREATE : 0),
            options.wait_ms, options.vfs),
        rows_(in_) {}

  result<void> begin() {
    in_.exec("PRAGMA trusted_schema = OFF");
    in_.exec("PRAGMA cell_size_check = ON");
    // Nothing that the store writes is larger: a file in which somebody wrote more does not take the host's memory.
    sqlite3_limit(in_.getHandle(), SQLITE_LIMIT_LENGTH, largest_row);
    in_.exec("PRAGMA temp_store = MEMORY");
    in_.exec("PRAGMA cache_size = -64000");  // at most 64 MB of what was read, in place of 2
    in_.exec("PRAGMA secure_delete = ON");   // what is removed is overwritten
    result<void> ready = bring_up(in_, options_.path, options_.create);
    if (!ready) return ready;
    in_.exec("PRAGMA journal_mode = WAL");
    in_.exec("PRAGMA synchronous = FULL");  // a commit is on the disk before it is acknowledged
    return {};
  }

  result<void> write(const body& what) override { return transaction(begin_writing_, "BEGIN IMMEDIATE", what); }
  result<void> read(const body& what) override { return transaction(begin_reading_, "BEGIN", what); }

  result<std::vector<std::string>> check() override {
    // A connection of its own: calls go on meanwhile.
    return guarded_shelf(options_.path, [&]() -> result<std::vector<std::string>> {
      std::vector<std::string> out;
      SQLite::Database in(options_.path, SQLite::OPEN_READWRITE, options_.wait_ms, options_.vfs);
      SQLite::Statement walk(in, "PRAGMA integrity_check(100)");
      while (walk.executeStep())
        if (const std::string found = walk.getColumn(0).getString(); found != "ok") out.push_back(found);
      // Rows whose name is no id: a walk from id to id would pass over some of them.
      for (const char* column : {"person.id", "record.id", "consent.id"}) {
        const std::string name(column), table = name.substr(0, name.find('.'));
        const int odd = in.execAndGet("SELECT count(*) FROM " + table + " WHERE typeof(" + name +
                                      ") <> 'blob' OR length(" + name + ") <> 16")
                            .getInt();
        if (odd != 0) out.push_back(name + " that is no id: " + std::to_string(odd));
      }
      // Rows that lead to nobody; those of records and consents do not open then.
      for (const char* column : {"person_key.person", "identifier.person", "member.person", "member.collective"}) {
        const std::string name(column), table = name.substr(0, name.find('.'));
        const int strays = in.execAndGet("SELECT count(*) FROM " + table +
                                         " WHERE NOT EXISTS(SELECT 1 FROM person WHERE id = " + name + ")")
                               .getInt();
        if (strays != 0) out.push_back(name + " of nobody: " + std::to_string(strays));
      }
      return out;
    });
  }

  result<void> back_up(const std::string& path, const std::string& keys_path, const octets& mark) override {
    // A connection of its own: calls go on meanwhile.
    return guarded_shelf(options_.path, [&] { return back_up_sqlite(options_, path, keys_path, mark); });
  }

  result<bool> forget() override {
    const std::lock_guard lock(guard_);
    return guarded_shelf(options_.path, [&]() -> result<bool> {
      return in_.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0;
    });
  }

 private:
  using prepared = std::unique_ptr<SQLite::Statement>;

  // Parsed once: a short read takes about as long as the parsing of its BEGIN and COMMIT.
  void run(prepared& statement, const char* text) {
    if (statement == nullptr) statement = std::make_unique<SQLite::Statement>(in_, text);
    sqlite_query(*statement).run();
  }

  result<void> transaction(prepared& beginning, const char* text, const body& what) {
    const std::lock_guard lock(guard_);
    return guarded_shelf(options_.path, [&]() -> result<void> {
      run(beginning, text);
      unfinished open(*this);
      result<void> done = what(rows_);
      if (done) open.commit();
      return done;
    });
  }

  // Rolls back what was not committed, by whatever way it is left.
  struct unfinished {
    explicit unfinished(sqlite_shelf& shelf) : of(shelf) {}
    ~unfinished() {
      // Some failures have rolled back by themselves already.
      if (!over && sqlite3_get_autocommit(of.in_.getHandle()) == 0) of.in_.tryExec("ROLLBACK");
    }
    unfinished(const unfinished&) = delete;
    unfinished& operator=(const unfinished&) = delete;
    void commit() {
      of.run(of.commit_, "COMMIT");
      over = true;
    }
    sqlite_shelf& of;
    bool over = false;
  };

  sqlite_options options_;
  SQLite::Database in_;
  sqlite_rows rows_;
  prepared begin_reading_, begin_writing_, commit_;
  std::mutex guard_;
};

// A new file is for its owner alone, as its backups are; SQLite gives what lies beside it the same rights. When it
// cannot be made, SQLite says why.
void make_private(const std::string& path) {
  const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) ::close(made);
}

}  // namespace

result<std::unique_ptr<shelf>> open_sqlite_shelf(const sqlite_options& options) {
  std::error_code problem;
  if (!options.create && !std::filesystem::exists(options.path, problem))
    return fail(failure::not_found, store_messages::absent, {}, {options.path, {}, 0, 0});
  if (options.create) make_private(options.path);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(options.wait_ms);
  for (;;) {
    auto opened = guarded_shelf(options.path, [&]() -> result<std::unique_ptr<shelf>> {
      auto made = std::make_unique<sqlite_shelf>(options);
      result<void> ready = made->begin();
      if (!ready) return std::move(ready).why();
      return std::unique_ptr<shelf>(std::move(made));
    });
    // Two processes that create or first open a file meet where SQLite does not wait by itself (WAL-mode change).
    if (opened || opened.why().what.code() != store_messages::locked.code ||
        std::chrono::steady_clock::now() > deadline)
      return opened;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace activateur
