// The store beside plain SQLite doing the same: durable writes, reads, lists, opening, as the store grows.
//
//   store_bench [LARGEST]    the largest store, in records; default 100000
//
// "Plain" is the same tables, statements and transactions, used directly, with documents as they are: no keys, no
// rights, no checks; a document that is read is parsed. Medians of rounds; durable writes by the clock on the wall, the
// rest by CPU time.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>

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
  explicit plain(const std::string& path) : in_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    in_.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
    in_.exec("CREATE TABLE IF NOT EXISTS person(id BLOB PRIMARY KEY, contact INTEGER) WITHOUT ROWID");
    in_.exec(
        "CREATE TABLE IF NOT EXISTS record(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, person BLOB, "
        "kind INTEGER, created INTEGER, document TEXT)");
    in_.exec("CREATE INDEX IF NOT EXISTS record_person ON record(person, kind, id)");
    in_.exec(
        "CREATE TABLE IF NOT EXISTS change(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER, person BLOB, "
        "record BLOB, kind INTEGER)");
    in_.exec("CREATE INDEX IF NOT EXISTS change_person ON change(person)");
    insert_ = std::make_unique<SQLite::Statement>(in_,
                                                  "INSERT INTO record(id, person, kind, created, document) "
                                                  "VALUES(?, ?, 2, 0, ?)");
    change_ =
        std::make_unique<SQLite::Statement>(in_, "INSERT INTO change(at, person, record, kind) VALUES(0, ?, ?, 2)");
    touch_ = std::make_unique<SQLite::Statement>(in_, "UPDATE person SET contact = 1 WHERE id = ?");
    begin_ = std::make_unique<SQLite::Statement>(in_, "BEGIN");
    commit_ = std::make_unique<SQLite::Statement>(in_, "COMMIT");
    read_ = std::make_unique<SQLite::Statement>(in_, "SELECT person, kind, created, document FROM record WHERE id = ?");
  }
  void begin() { in_.exec("BEGIN IMMEDIATE"); }
  void commit() { in_.exec("COMMIT"); }
  void add(const store_id& id, const store_id& person, const std::string& document) {
    run(*insert_, id, person, document);
    run(*change_, person, id);
    run(*touch_, person);
  }
  // The document, parsed, as who asks for it needs it.
  json get(const store_id& id) {
    run(*begin_);
    bind(*read_, 1, id);
    read_->executeStep();
    json out = must(read_json(read_->getColumn(3).getString()));
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
  SQLite::Database in_;
  std::unique_ptr<SQLite::Statement> insert_, change_, touch_, read_, begin_, commit_;
};

class bench {
 public:
  explicit bench(fs::path folder) : folder_(std::move(folder)) {
    now_.now = *parse_date_or_time("2026-06-01");
    options_.path = (folder_ / "store").string();
    reopen();
    plain_ = std::make_unique<plain>((folder_ / "plain").string());
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
    const std::string document = write_json(experience(1));
    id_source ids(system_random());
    // In turns: what else the disk does meanwhile meets both.
    std::vector<double> writes, plain_writes;
    for (int round = 0; round < 200; ++round) {
      writes.push_back(median(wall_us, 1, 1, [&] {
        const actor self{role::person, some_person(), {}};
        must(shelf_->add(self, self.id, "experience", experience(1), now_));
      }));
      plain_writes.push_back(median(wall_us, 1, 1, [&] {
        plain_->begin();
        plain_->add(*ids.next(now_.now), *read_store_id(some_person()), document);
        plain_->commit();
      }));
    }
    const double write = middle(std::move(writes)), plain_write = middle(std::move(plain_writes));
    const double write_cpu = median(cpu_us, 9, 40, [&] {
      const actor self{role::person, some_person(), {}};
      must(shelf_->add(self, self.id, "experience", experience(1), now_));
    });
    const double read = median(cpu_us, 9, 400, [&] {
      const std::size_t at = (turn += 7919) % ids_.size();
      must(shelf_->get({role::person, people_[at], {}}, ids_[at], now_));
    });
    const double plain_read =
        median(cpu_us, 9, 400, [&] { plain_->get(*read_store_id(ids_[(turn += 7919) % ids_.size()])); });
    const double list = median(cpu_us, 9, 10, [&] {
      const std::string person = some_person();
      must(shelf_->list({role::person, person, {}}, person, "experience", {{}, 50}, now_));
    });
    const double open = median(wall_us, 9, 1, [&] { reopen(); });
    std::printf("%9zu  %8.0f %8.0f  %5.2f  %8.0f   %7.1f %7.1f  %5.2f   %8.0f   %8.2f\n", filled_, write, plain_write,
                write / plain_write, write_cpu, read, plain_read, read / plain_read, list, open / 1000);
  }

  // What sealing alone takes of a read, and of a write.
  void seal_cost() const {
    const secret key = must(secret::make(system_random()));
    const std::string document = write_json(experience(1));
    const octets sealed = must(seal(key, as_octets(document), "place", system_random()));
    const double sealing =
        median(cpu_us, 9, 2'000, [&] { (void)must(seal(key, as_octets(document), "place", system_random())); });
    const double opening = median(cpu_us, 9, 2'000, [&] { (void)unseal(key, sealed, "place"); });
    std::printf("sealing a document of %zu bytes: %.2f us, opening it: %.2f us (CPU)\n", document.size(), sealing,
                opening);
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
        row.sealed = must(keys.seal_at(key, as_octets(document), "record " + to_text(row.id) + " 2 1"));  // as call.cpp
        rows.insert(row);
        rows.append(change_row{0, 0, row.person, row.id, row.kind, change_kind::added});
      }
      return {};
    }));
    const std::string document = write_json(experience(1));
    const store_id person = *read_store_id(people_.back());
    plain_->begin();
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
    bench all(folder);
    all.seal_cost();
    std::printf("  records  write us    plain  ratio  write cpu  read us   plain  ratio  list 50 us    open ms\n");
    for (std::size_t records = 1'000; records <= largest; records *= 10) {
      all.grow_to(records);
      all.measure();
      std::fflush(stdout);
    }
  }
  fs::remove_all(folder);
  return 0;
}
