#include "store/sqlite_backup.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/system_reason.hpp"
#include "store/messages.hpp"
#include "store/sqlite_error.hpp"
#include "store/sqlite_schema.hpp"

namespace activateur {
namespace {

using namespace store_messages;
namespace fs = std::filesystem;

constexpr message keys_older{
    "store.keys_older",
    "The copy of the keys is older than the backup: persons added meanwhile would be lost. Take "
    "the last copy of the keys.",
    "La copie des clés est plus ancienne que la sauvegarde : des personnes ajoutées entre-temps "
    "seraient perdues. Prenez la dernière copie des clés."};

constexpr message other_keys{
    "store.other_keys",
    "This copy of the keys is of another store than the backup: with it everybody would be erased. Take the copy that "
    "was made with the backup, or after it.",
    "Cette copie des clés est celle d'une autre base que la sauvegarde : avec elle, tout le monde serait effacé. "
    "Prenez "
    "la copie faite avec la sauvegarde, ou après elle."};
constexpr message no_target{"store.target",
                            "This file cannot be made ({0}). Check that its folder is there and may be written.",
                            "Ce fichier ne peut pas être créé ({0}). Vérifiez que son dossier existe et peut être "
                            "écrit."};
constexpr const char* mark_name = "mark";

std::string part_of(const std::string& path) { return path + ".part"; }

error exists_at(const std::string& path) { return fail(failure::usage, exists, {}, {path, {}, 0, 0}); }
error io_at(const std::string& path, const std::string& words) {
  return fail(failure::io, unreadable, {words}, {path, {}, 0, 0});
}

// The file that a backup is written to, empty, for its owner alone. What is wrong with it is not the store's fault.
result<void> make_part(const std::string& path) {
  const int made = ::open(part_of(path).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) return fail(failure::io, no_target, {reason_not_made(errno)}, {path, {}, 0, 0});
  ::close(made);
  return {};
}

// A file is renamed to its place once its bytes, and the name, are on the disk.
result<void> put_in_place(const std::string& path) {
  std::error_code problem;
  fs::rename(part_of(path), path, problem);
  if (problem) return io_at(path, system_reason(problem.value()));
  const std::string folder = fs::path(path).parent_path().string();
  const int directory = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    ::fsync(directory);
    ::close(directory);
  }
  return {};
}

// Attached files hold their last change, so that keys and backup are told apart by age.
void copy_keys(SQLite::Database& in) {
  in.exec("CREATE TABLE keys.person_key(person BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID");
  in.exec("CREATE TABLE keys.moment(change INTEGER NOT NULL)");
  in.exec("CREATE TABLE keys.setting(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID");
  in.exec("INSERT INTO keys.setting SELECT * FROM main.setting WHERE name = 'root'");
  in.exec("INSERT INTO keys.person_key SELECT person, wrapped FROM main.person_key ORDER BY person");
  in.exec("INSERT INTO keys.moment SELECT coalesce((SELECT seq FROM main.sqlite_sequence WHERE name = 'change'), 0)");
}

void copy_rows(SQLite::Database& in) {
  for (std::size_t i = 0; i < shelf_table_count; ++i) {
    const std::string table = shelf_tables[i];
    in.exec("INSERT INTO copy." + table + " SELECT * FROM main." + table);
  }
  in.exec("DELETE FROM copy.setting WHERE name = 'root'");
  in.exec("DELETE FROM copy.sqlite_sequence");
  in.exec("INSERT INTO copy.sqlite_sequence SELECT * FROM main.sqlite_sequence");
}

void put_setting(SQLite::Database& in, const char* table, const char* name, octet_view value) {
  SQLite::Statement statement(in, std::string("INSERT INTO ") + table + " VALUES(?, ?)");
  statement.bind(1, name);
  statement.bind(2, value.data(), static_cast<int>(value.size()));
  statement.exec();
}

// Whether keys and backup are of one store. Copies of versions before have no mark: then some person must be in both.
bool same_store(SQLite::Database& in) {
  const auto first = [&](const std::string& text) { return in.execAndGet("SELECT " + text).getInt64(); };
  const std::string marked = std::string(" WHERE name = '") + mark_name + "'";
  if (first("count(*) FROM main.setting" + marked) == 1 && first("count(*) FROM keys.setting" + marked) == 1)
    return first("count(DISTINCT value) FROM (SELECT value FROM main.setting" + marked +
                 " UNION ALL SELECT value FROM keys.setting" + marked + ")") == 1;
  return first("NOT EXISTS(SELECT 1 FROM person WHERE NOT erasing)") != 0 ||
         first("EXISTS(SELECT 1 FROM person JOIN keys.person_key k ON k.person = id)") != 0;
}

void attach(SQLite::Database& in, const std::string& path, const char* as) {
  SQLite::Statement statement(in, std::string("ATTACH ? AS ") + as);
  statement.bind(1, path);
  statement.exec();
}

// False: the file is no file of keys.
bool attach_keys(SQLite::Database& in, const std::string& path) {
  try {
    attach(in, path, "keys");
    return in.execAndGet(
                 "SELECT count(*) FROM keys.sqlite_master WHERE type = 'table' AND name IN ('moment', "
                 "'person_key', 'setting')")
               .getInt() == 3;
  } catch (const SQLite::Exception& e) {
    if (e.getErrorCode() == SQLITE_NOTADB) return false;
    throw;
  }
}

}  // namespace

result<void> back_up_sqlite(const sqlite_options& from, const std::string& path, const std::string& keys_path,
                            const octets& mark) {
  std::error_code problem;
  for (const std::string& target : {path, keys_path}) {
    if (target.empty()) continue;
    if (fs::exists(target, problem)) return exists_at(target);
    fs::remove(part_of(target), problem);  // of a backup that was killed
  }
  for (const std::string& target : {path, keys_path}) {
    if (target.empty()) continue;
    if (auto ready = make_part(target); !ready) {
      for (const std::string& other : {path, keys_path})
        if (!other.empty()) fs::remove(part_of(other), problem);
      return ready;
    }
  }
  {
    if (!path.empty()) {
      SQLite::Database made(part_of(path), SQLite::OPEN_READWRITE);
      result<void> ready = bring_up(made, path, true);
      if (!ready) return ready;
    }
    SQLite::Database in(from.path, SQLite::OPEN_READWRITE, from.wait_ms, from.vfs);
    if (!path.empty()) attach(in, part_of(path), "copy");
    attach(in, part_of(keys_path), "keys");
    in.exec("BEGIN");
    copy_keys(in);
    put_setting(in, "keys.setting", mark_name, mark);
    if (!path.empty()) {
      copy_rows(in);
      put_setting(in, "copy.setting", mark_name, mark);
    }
    in.exec("COMMIT");
  }
  // The keys first: a backup never stands alone.
  result<void> placed = put_in_place(keys_path);
  return placed && !path.empty() ? put_in_place(path) : placed;
}

result<void> restore_sqlite_shelf(const std::string& backup, const std::string& keys, const std::string& into,
                                  const random_source& random) {
  octets generation(8);
  if (!random(generation)) return fail(failure::io, unreadable, {"no randomness"});
  return guarded_shelf(backup, [&]() -> result<void> {
    std::error_code problem;
    if (fs::exists(into, problem)) return exists_at(into);
    for (const std::string& source : {backup, keys})
      if (!fs::is_regular_file(source, problem)) return fail(failure::not_found, absent, {}, {source, {}, 0, 0});
    fs::remove(part_of(into), problem);
    fs::copy_file(backup, part_of(into), problem);
    if (problem) return io_at(into, system_reason(problem.value()));
    {
      SQLite::Database in(part_of(into), SQLite::OPEN_READWRITE);
      result<void> ready = bring_up(in, backup, false);
      if (!ready) return ready;
      if (!attach_keys(in, keys)) return fail(failure::input, no_keys, {}, {keys, {}, 0, 0});
      const std::int64_t then = in.execAndGet("SELECT change FROM keys.moment").getInt64();
      if (then < in.execAndGet("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change'").getInt64())
        return fail(failure::usage, keys_older, {}, {keys, {}, 0, 0});
      if (!same_store(in)) return fail(failure::usage, other_keys, {}, {keys, {}, 0, 0});
      in.exec("BEGIN IMMEDIATE");
      in.exec("INSERT OR REPLACE INTO setting SELECT * FROM keys.setting");
      in.exec(
          "INSERT OR REPLACE INTO person_key SELECT person, wrapped FROM keys.person_key WHERE person IN "
          "(SELECT id FROM person)");
      in.exec("UPDATE person SET erasing = 1 WHERE id NOT IN (SELECT person FROM person_key)");
      in.exec(std::string("DELETE FROM setting WHERE name IN ('generation', '") + mark_name + "')");
      put_setting(in, "main.setting", "generation", generation);
      in.exec("COMMIT");
    }
    return put_in_place(into);
  });
}

}  // namespace activateur
