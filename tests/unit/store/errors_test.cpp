// What the store says when its file is held, full, read-only, of a later version or damaged: which of them, where, and
// what to do, in both languages.
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault_vfs.hpp"
#include "shop.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

struct said {
  std::string code, en, fr;
};

template <class T>
said refusal(const result<T>& r) {
  if (r) return {};
  return {std::string(r.why().what.code()), r.why().text(language::en), r.why().text(language::fr)};
}

class Errors : public ::testing::Test {
 protected:
  void SetUp() override {
    faults::now() = {};
    self = herself(must(must(store::open(options_for(path), now))->add_person(guide, {{"name", "Anna"}}, now)));
  }
  void TearDown() override { faults::now() = {}; }

  static json experience() { return {{"title", "x"}, {"kind", "work"}}; }
  void expect(const said& of, const std::string& code, const std::string& en, const std::string& fr) const {
    EXPECT_EQ(of.code, code);
    EXPECT_EQ(of.en, path + ": " + en);
    EXPECT_EQ(of.fr, path + " : " + fr);
  }
  // What a child says that may only read what `limit` leaves it to write: no right binds root, so it becomes nobody.
  template <class Body>
  std::string as_reader(Body body) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      if (::geteuid() == 0 && ::setuid(65'534) != 0) ::_exit(1);
      const std::string out = body();
      (void)!::write(ends[1], out.data(), out.size());
      ::_exit(0);
    }
    ::close(ends[1]);
    std::string out(4'096, '\0');
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(ends[0], out.data(), out.size()), 0)));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return out;
  }

  folder dir;
  std::string path = dir.at("s");
  context now = on("2026-06-01");
  actor self;
};

TEST_F(Errors, HeldFileIsSaidToBeLocked) {
  const auto other = must(open_sqlite_shelf({path, false, 100, {}}));
  store_options options = options_for(path);
  options.wait_ms = 50;
  const auto mine = must(store::open(options, now));
  said of;
  must(other->write([&](shelf_rows&) -> result<void> {
    of = refusal(mine->add(self, self.id, "experience", experience(), now));
    return {};
  }));
  expect(of, "store.locked",
         "Another program is writing in the store for too long. Try again; if it lasts, look for what holds the file.",
         "Un autre programme écrit depuis trop longtemps dans la base. Réessayez ; si cela dure, cherchez ce qui tient "
         "le fichier.");
}

TEST_F(Errors, FullDiskIsSaid) {
  store_options options = options_for(path);
  options.vfs = fault_vfs::name();
  const auto mine = must(store::open(options, now));
  faults::now().left = 0;
  expect(refusal(mine->add(self, self.id, "experience", experience(), now)), "store.full",
         "The disk is full: nothing was written, the store is intact. Free some space and try again.",
         "Le disque est plein : rien n'a été écrit, la base est intacte. Libérez de la place et réessayez.");
}

TEST_F(Errors, LaterFormatIsSaid) {
  sqlite3* file = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &file), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(file, "PRAGMA user_version = 99", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(file);
  expect(refusal(store::open(options_for(path), now)), "store.newer",
         "The store was written by a later version (format 99, this one knows up to 2). Update Activateur; nothing was "
         "changed.",
         "La base a été écrite par une version plus récente (format 99, celle-ci connaît jusqu'à 2). Mettez Activateur "
         "à jour ; rien n'a été modifié.");
}

TEST_F(Errors, DamagedFileIsSaid) {
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4'096);
    file << std::string(fs::file_size(path) - 4'096, '\xff');
  }
  expect(
      refusal(store::open(options_for(path), now)), "store.corrupt",
      "The store is damaged (database disk image is malformed). Restore the last backup; keep the damaged file for a "
      "look.",
      "La base est abîmée (database disk image is malformed). Restaurez la dernière sauvegarde ; gardez le fichier "
      "abîmé pour l'examiner.");
}

const char* const read_only_en =
    "The store, or its folder, may not be written. Check the rights of the file and of the folder.";
const char* const read_only_fr =
    "La base, ou son dossier, ne peut pas être écrite. Vérifiez les droits du fichier et du dossier.";

TEST_F(Errors, FileThatMayOnlyBeReadIsSaid) {
  ::chmod(path.c_str(), 0444);
  ::chmod(fs::path(path).parent_path().c_str(), 0777);
  const std::string told = as_reader([&] {
    auto opened = store::open(options_for(path), now);
    const said of = opened ? refusal((*opened)->add(self, self.id, "experience", experience(), now)) : refusal(opened);
    return of.code + "|" + of.en + "|" + of.fr;
  });
  EXPECT_EQ(told, "store.read_only|" + path + ": " + read_only_en + "|" + path + " : " + read_only_fr);
}

TEST_F(Errors, FolderOfABackupThatIsNotThereIsSaidAndNotTheStore) {
  const auto opened = must(store::open(options_for(path), now));
  const std::string good = path + ".good", nowhere = path + ".missing/b";
  const auto keys_nowhere = refusal(opened->back_up(administrator, good, nowhere, now));
  const auto rows_nowhere = refusal(opened->back_up(administrator, nowhere, good, now));
  for (const said& of : {keys_nowhere, rows_nowhere}) {
    EXPECT_EQ(of.code, "store.target");
    EXPECT_EQ(of.en.rfind(nowhere + ": ", 0), 0u) << of.en;
  }
  EXPECT_FALSE(fs::exists(good));
  EXPECT_FALSE(fs::exists(good + ".part"));
  EXPECT_EQ(refusal(opened->back_up(administrator, good, path + ".keys", now)).code, "");
}

TEST_F(Errors, FolderThatMayOnlyBeReadIsSaid) {
  ::chmod(path.c_str(), 0444);
  ::chmod(fs::path(path).parent_path().c_str(), 0555);
  const std::string told = as_reader([&] {
    auto opened = store::open(options_for(path), now);
    const said of = opened ? refusal((*opened)->add(self, self.id, "experience", experience(), now)) : refusal(opened);
    return of.code + "|" + of.en + "|" + of.fr;
  });
  ::chmod(fs::path(path).parent_path().c_str(), 0755);
  EXPECT_EQ(told, "store.read_only|" + path + ": " + read_only_en + "|" + path + " : " + read_only_fr);
}

}  // namespace
}  // namespace activateur
