// A full disk and I/O errors at every single write of a series of calls: each call either succeeds or fails with a
// clear error; whatever was acknowledged is there afterwards, whole. Of what was refused nothing is there, but for the
// one call whose very commit could not be made durable: it may be there, whole, as with every database.
#include "fault_vfs.hpp"
#include "shop.hpp"

namespace activateur {
namespace {

using namespace shop;

struct outcome {
  std::vector<std::string> kept;      // ids of experiences that were acknowledged
  std::vector<std::string> removed;   // of these, those whose removal was
  std::vector<std::string> doubtful;  // those whose removal was refused
  std::set<std::string> codes;        // of failures
};

store_options faulty(const std::string& path) {
  store_options out = options_for(path);
  out.vfs = fault_vfs::name();
  out.wait_ms = 200;
  return out;
}

json experience(int i) {
  // Some records span several pages.
  return {{"title", "n" + std::to_string(i)}, {"kind", "work"}, {"text", std::string(i % 3 == 0 ? 20'000 : 100, 'x')}};
}

outcome series(const std::string& path, const std::string& person, const context& now) {
  outcome out;
  const auto note = [&](const auto& r) {
    if (!r) out.codes.insert(std::string(r.why().what.code()));
    return r.ok();
  };
  auto opened = store::open(faulty(path), now);
  if (!note(opened)) return out;
  const actor self{role::person, person, {}};
  for (int i = 0; i < 4; ++i) {
    const auto added = (*opened)->add(self, person, "experience", experience(i), now);
    if (note(added)) out.kept.push_back((*added)["id"]);
    if (out.kept.empty()) continue;
    note((*opened)->change(self, out.kept.back(), 0, experience(i + 1), now));
    if (i == 2) (note((*opened)->remove(self, out.kept[0], now)) ? out.removed : out.doubtful).push_back(out.kept[0]);
  }
  return out;
}

class Faults : public ::testing::Test {
 protected:
  void SetUp() override {
    faults::now() = {};
    auto made = must(store::open(options_for(dir.at("start")), now));
    const json anna = must(made->add_person(guide, {{"name", "Anna"}}, now));
    person = anna["id"];
  }
  void TearDown() override { faults::now() = {}; }

  // One series with one failure; gives what it counted. The store is then examined through the system's own VFS.
  outcome tried(const faults& with) {
    const std::string path = dir.at("s");
    for (const char* beside : {"", "-wal", "-shm"}) fs::remove(path + beside);
    fs::copy_file(dir.at("start"), path);
    faults::now() = with;
    const outcome done = series(path, person, now);
    seen = faults::now().seen;
    faults::now() = {};
    const auto after = must(store::open(options_for(path), now));
    EXPECT_EQ(must(after->check(administrator, now))["ok"], true);
    std::vector<std::string> there;
    const json listed = must(after->list({role::person, person, {}}, person, "experience", {}, now));
    for (const json& one : listed["records"]) there.push_back(one["id"]);
    const auto in = [](const std::vector<std::string>& list, const std::string& id) {
      return std::find(list.begin(), list.end(), id) != list.end();
    };
    std::size_t doubts = 0;
    for (const std::string& id : done.kept) {
      if (in(done.removed, id))
        EXPECT_FALSE(in(there, id)) << "failure at " << with.left;
      else if (in(done.doubtful, id))
        doubts += in(there, id) ? 0 : 1;
      else
        EXPECT_TRUE(in(there, id)) << "failure at " << with.left;
    }
    for (const std::string& id : there) doubts += in(done.kept, id) ? 0 : 1;
    EXPECT_LE(doubts, with.sticky ? 1u : 0u) << "failure at " << with.left;
    return done;
  }
  // A failure at every call in turn.
  std::set<std::string> everywhere(faults with) {
    tried(with);  // none: counts them
    const long calls = seen;
    EXPECT_GT(calls, 50);
    std::set<std::string> codes;
    for (long at = 0; at < calls && !HasFailure(); ++at) {
      with.left = at;
      codes.merge(tried(with).codes);
    }
    return codes;
  }

  folder dir;
  context now = on("2026-06-01");
  std::string person;
  long seen = 0;
};

TEST_F(Faults, FullDiskAtEveryWriteLeavesTheStoreIntact) {
  faults full;
  full.code = SQLITE_FULL;
  const auto codes = everywhere(full);
  EXPECT_TRUE(codes.count("store.full"));
  for (const std::string& code : codes) EXPECT_TRUE(code == "store.full" || code == "store.io") << code;
}

TEST_F(Faults, OneErrorAtEveryWriteLeavesTheStoreIntact) {
  faults once;
  once.code = SQLITE_IOERR_WRITE;
  once.sticky = false;
  const auto codes = everywhere(once);
  EXPECT_EQ(codes, std::set<std::string>{"store.io"});
}

TEST_F(Faults, HalfWrittenPagesLeaveTheStoreIntact) {
  faults torn;
  torn.code = SQLITE_IOERR_WRITE;
  torn.torn = true;
  EXPECT_EQ(everywhere(torn), std::set<std::string>{"store.io"});
}

TEST_F(Faults, ErrorsInReadingAreSaidAndLoseNothing) {
  faults reading;
  reading.reads = true;
  reading.sticky = false;
  reading.code = SQLITE_IOERR_WRITE;
  const auto codes = everywhere(reading);
  EXPECT_TRUE(codes.count("store.io"));
}

}  // namespace
}  // namespace activateur
