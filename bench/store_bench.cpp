// The store beside plain SQLite doing the same: durable writes, reads, lists, opening, as the store grows.
//
//   store_bench [LARGEST [PAGES]]    the largest store, in records (default 100000); kB of pages that SQLite alone
//   keeps
//
// "Plain" does the same by SQLite alone: the same tables, indices and transactions, documents as they are. A write
// finds the person, inserts the record and tells the change; a read gives the same answer, its document parsed. It has
// no keys, rights or checks, and is as SQLite comes: with its own locks, and 2 MB of pages where the store has 64.
// Medians of rounds, in turns; durable writes by the clock on the wall, the rest by CPU time.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "store/places.hpp"
#include "store/sqlite_shelf.hpp"
#include "store/store.hpp"

namespace {

using namespace activateur;
namespace fs = std::filesystem;

template <class T>
T must(result<T> r) {
  if (r) return *std::move(r);
  std::fprintf(stderr, "%s\n", r.why().text(language::en).c_str());
  std::exit(1);
}
void must(const result<void>& r) {
  if (!r) must(result<int>(r.why()));
}

double wall_us() {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
double cpu_us() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) / 1e3;
}

double middle(std::vector<double> of) {
  std::sort(of.begin(), of.end());
  return of[of.size() / 2];
}

// Microseconds a call: the median of `rounds` rounds of `times`.
template <class Body>
double median(double (*clock)(), int rounds, int times, Body body) {
  std::vector<double> out;
  for (int r = 0; r < rounds; ++r) {
    const double start = clock();
    for (int i = 0; i < times; ++i) body();
    out.push_back((clock() - start) / times);
  }
  return middle(std::move(out));
}

json experience(std::size_t i) {
  return {{"title", "Experience " + std::to_string(i)},
          {"kind", "volunteering"},
          {"months", 12},
          {"jobs", {"rome:K1304"}},
          {"competences", {{{"competence", "rome:120684"}, {"origin", "chosen"}}}},
          {"text", std::string(400, 'x')}};
}

// The same rows and transactions by SQLite alone.
class plain {
 public:
  plain(const std::string& path, const std::string& pages) : in_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    in_.exec("PRAGMA cache_size = -" + pages);
    in_.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
    in_.exec("CREATE TABLE IF NOT EXISTS person(id BLOB PRIMARY KEY, contact INTEGER) WITHOUT ROWID");
    in_.exec(
        "CREATE TABLE IF NOT EXISTS record(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, person BLOB, kind "
        "INTEGER, "
        "created INTEGER, changed INTEGER, version INTEGER, author BLOB, about BLOB, document TEXT)");
    in_.exec("CREATE INDEX IF NOT EXISTS record_person ON record(person, kind, id)");
    in_.exec(
        "CREATE TABLE IF NOT EXISTS change(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER, person BLOB, "
        "record BLOB, kind INTEGER, what INTEGER)");
    in_.exec("CREATE INDEX IF NOT EXISTS change_person ON change(person)");
    person_ = prepared("INSERT OR IGNORE INTO person VALUES(?, 0)");
    find_ = prepared("SELECT contact FROM person WHERE id = ?");
    insert_ = prepared(
        "INSERT INTO record(id, person, kind, created, changed, version, author, document) "
        "VALUES(?, ?, 2, 1780300800000, 1780300800000, 1, zeroblob(32), ?)");
    change_ = prepared("INSERT INTO change(at, person, record, kind, what) VALUES(1780300800000, ?, ?, 2, 1)");
    begin_ = prepared("BEGIN");
    write_ = prepared("BEGIN IMMEDIATE");
    commit_ = prepared("COMMIT");
    read_ =
        prepared("SELECT person, kind, created, changed, version, author, about, document FROM record WHERE id = ?");
  }
  void begin() { run(*write_); }
  void commit() { run(*commit_); }
  void add_person(const store_id& person) { run(*person_, person); }
  void add(const store_id& id, const store_id& person, const json& document) {
    bind(*find_, 1, person);
    if (!find_->executeStep()) std::exit(1);
    find_->reset();
    run(*insert_, id, person, write_json(document));
    run(*change_, person, id);
  }
  // What the store answers.
  json get(std::string_view text) {
    const store_id id = *read_store_id(text);
    run(*begin_);
    bind(*read_, 1, id);
    read_->executeStep();
    store_id person{};
    std::memcpy(person.data(), read_->getColumn(0).getBlob(), person.size());
    json out{{"schema", "activateur/record/1"},
             {"id", to_text(id)},
             {"kind", name(static_cast<record_kind>(read_->getColumn(1).getInt()))},
             {"created", to_text(instant{read_->getColumn(2).getInt64()})},
             {"changed", to_text(instant{read_->getColumn(3).getInt64()})},
             {"version", read_->getColumn(4).getInt64()},
             {"document", must(read_json(read_->getColumn(7).getString()))},
             {"person", to_text(person)}};
    read_->reset();
    run(*commit_);
    return out;
  }

 private:
  static void bind(SQLite::Statement& s, int at, const store_id& id) {
    s.bind(at, id.data(), static_cast<int>(id.size()));
  }
  static void bind(SQLite::Statement& s, int at, const std::string& text) { s.bind(at, text); }
  template <class... Values>
  static void run(SQLite::Statement& s, const Values&... values) {
    int at = 0;
    (bind(s, ++at, values), ...);
    s.exec();
    s.reset();
  }
  using statement = std::unique_ptr<SQLite::Statement>;
  statement prepared(const char* text) { return std::make_unique<SQLite::Statement>(in_, text); }

  SQLite::Database in_;
  statement person_, find_, insert_, change_, read_, begin_, write_, commit_;
};

class bench {
 public:
  bench(fs::path folder, const std::string& pages) : folder_(std::move(folder)) {
    now_.now = *parse_date_or_time("2026-06-01");
    options_.path = (folder_ / "store").string();
    reopen();
    plain_ = std::make_unique<plain>((folder_ / "plain").string(), pages);
  }

  void grow_to(std::size_t records) {
    constexpr std::size_t each = 50;  // records a person
    while (filled_ < records) {
      const json person = must(shelf_->add_person({role::administrator, "a", {}}, json::object(), now_));
      people_.push_back(person["id"]);
      const actor self{role::person, people_.back(), {}};
      const std::string first = must(shelf_->add(self, self.id, "experience", experience(filled_), now_))["id"];
      ids_.push_back(first);
      copy_rows(first, each - 1);
      filled_ += each;
    }
  }

  void measure() {
    std::size_t turn = 0;
    const auto some_person = [&] { return people_[(turn += 7919) % people_.size()]; };
    const json document = experience(1);
    id_source ids(system_random());
    const auto plain_write = [&] {
      plain_->begin();
      plain_->add(*ids.next(now_.now), *read_store_id(some_person()), document);
      plain_->commit();
    };
    const auto our_write = [&] {
      const actor self{role::person, some_person(), {}};
      must(shelf_->add(self, self.id, "experience", document, now_));
    };
    // In turns: what else the disk does meanwhile meets both.
    std::vector<double> writes, plain_writes, write_cpus, plain_write_cpus, reads, plain_reads;
    for (int round = 0; round < 300; ++round) {
      writes.push_back(median(wall_us, 1, 1, our_write));
      plain_writes.push_back(median(wall_us, 1, 1, plain_write));
    }
    for (int round = 0; round < 9; ++round) {
      write_cpus.push_back(median(cpu_us, 1, 20, our_write));
      plain_write_cpus.push_back(median(cpu_us, 1, 20, plain_write));
    }
    const auto our_read = [&] {
      const std::size_t at = (turn += 7919) % ids_.size();
      must(shelf_->get({role::person, people_[at], {}}, ids_[at], now_));
    };
    const auto plain_read = [&] { plain_->get(ids_[(turn += 7919) % ids_.size()]); };
    // As in a host that has been at work for a while: the pages in memory are those that reads ask for.
    for (int i = 0; i < 20'000; ++i) our_read();
    for (int i = 0; i < 20'000; ++i) plain_read();
    for (int round = 0; round < 21; ++round) {
      reads.push_back(median(cpu_us, 1, 1'000, our_read));
      plain_reads.push_back(median(cpu_us, 1, 1'000, plain_read));
    }
    const double write = middle(std::move(writes)), beside_write = middle(std::move(plain_writes));
    const double write_cpu = middle(std::move(write_cpus)), beside_cpu = middle(std::move(plain_write_cpus));
    const double read = middle(std::move(reads)), beside_read = middle(std::move(plain_reads));
    const double list = median(cpu_us, 9, 10, [&] {
      const std::string person = some_person();
      must(shelf_->list({role::person, person, {}}, person, "experience", {{}, 50}, now_));
    });
    const double check = median(cpu_us, 1, 1, [&] {
      if (!must(shelf_->check({role::administrator, "a", {}}, now_))["problems"].empty()) std::exit(1);
    });
    const double open = median(wall_us, 9, 1, [&] { reopen(); });
    std::printf("%9zu  %8.0f %8.0f  %5.2f   %6.0f %6.0f   %7.2f %7.2f  %5.2f   %8.0f   %8.2f  %7.2f\n", filled_, write,
                beside_write, write / beside_write, write_cpu, beside_cpu, read, beside_read, read / beside_read, list,
                open / 1000, check / 1e6);
  }

  // What sealing alone takes of a read, and of a write.
  void seal_cost() const {
    const secret key = must(secret::make(system_random()));
    const std::string document = write_json(experience(1));
    const octets sealed = must(seal(key, as_octets(document), "place", system_random()));
    const double sealing =
        median(cpu_us, 9, 2'000, [&] { (void)must(seal(key, as_octets(document), "place", system_random())); });
    const double opening = median(cpu_us, 9, 2'000, [&] { (void)unseal(key, sealed, "place"); });
    const octets wrapped = must(seal(key, key.bytes(), "place", system_random()));
    const key_opener opener(key);
    const double unwrapping = median(cpu_us, 9, 2'000, [&] { (void)opener.open(wrapped, "place"); });
    std::printf("sealing a document of %zu bytes: %.2f us, opening it: %.2f us, unwrapping a key: %.2f us (CPU)\n",
                document.size(), sealing, opening, unwrapping);
  }

 private:
  void reopen() {
    shelf_.reset();
    shelf_ = must(store::open(options_, now_));
  }
  // More records of the person of `first`, many a transaction: as they would be, but for what they hold.
  void copy_rows(const std::string& first, std::size_t more) {
    if (direct_ == nullptr) direct_ = must(open_sqlite_shelf({options_.path, false, 5'000, {}}));
    must(direct_->write([&](shelf_rows& rows) -> result<void> {
      record_row row = *rows.record(*read_store_id(first), false);
      const vault keys = must(vault::open(rows, options_.host_key, options_.random));
      const secret key = *must(keys.key_of(rows, *row.person));
      const std::string document = write_json(experience(1));
      for (std::size_t i = 0; i < more; ++i) {
        row.id = *made_.next(now_.now);
        row.sealed = must(keys.seal_at(key, as_octets(document), place_of(row)));
        rows.insert(row);
        rows.append(change_row{0, 0, row.person, row.id, row.kind, change_kind::added});
      }
      return {};
    }));
    const json document = experience(1);
    const store_id person = *read_store_id(people_.back());
    plain_->begin();
    plain_->add_person(person);
    plain_->add(*read_store_id(first), person, document);
    for (std::size_t i = 0; i < more; ++i) plain_->add(*made_.next(now_.now), person, document);
    plain_->commit();
  }

  fs::path folder_;
  context now_;
  store_options options_{{}, true, *secret::from(octets(32, 7)), nullptr, 5'000, {}, system_random()};
  std::unique_ptr<store> shelf_;
  std::unique_ptr<shelf> direct_;
  std::unique_ptr<plain> plain_;
  id_source made_{system_random()};
  std::vector<std::string> people_, ids_;
  std::size_t filled_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const std::size_t largest = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
  std::string folder = (fs::temp_directory_path() / "activateur-store-bench-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 1;
  {
    bench all(folder, argc > 2 ? std::to_string(std::strtoul(argv[2], nullptr, 10)) : "2000");
    all.seal_cost();
    std::printf(
        "  records  write us    plain  ratio      cpu  plain   read us   plain  ratio  list 50 us    open ms  check "
        "s\n");
    for (std::size_t records = 1'000; records <= largest; records *= 10) {
      all.grow_to(records);
      all.measure();
      std::fflush(stdout);
    }
  }
  fs::remove_all(folder);
  return 0;
}
