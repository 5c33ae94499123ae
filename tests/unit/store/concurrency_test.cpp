// Several threads on one store, several stores on one file, several processes; and a writer that is killed at any
// instant.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "shop.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

json experience(const std::string& title) {
  return {{"title", title}, {"kind", "work"}, {"text", std::string(title.size() % 2 == 0 ? 9'000 : 50, 'x')}};
}

std::vector<std::string> titles(store& in, const actor& self, const context& now) {
  std::vector<std::string> out;
  std::string after;
  for (;;) {
    const json list = must(in.list(self, self.id, "experience", {after, 1'000}, now));
    for (const json& one : list["records"]) out.push_back(one["document"]["title"]);
    if (!list.contains("next")) break;
    after = list["next"];
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Concurrency : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = must(store::open(options_for(path), now));
    self = herself(must(made->add_person(guide, {{"name", "Anna"}}, now)));
  }
  folder dir;
  std::string path = dir.at("s");
  context now = on("2026-06-01");
  actor self;
};

// Each of a process or a thread draws other numbers.
store_options drawing(const std::string& path, std::uint64_t seed) {
  store_options out = options_for(path);
  out.random = counted(seed * 7919 + 3);
  out.wait_ms = 60'000;
  return out;
}

TEST_F(Concurrency, ThreadsShareOneStore) {
  constexpr int threads = 4, each = 20;
  store_options options = options_for(path);
  options.random = system_random();  // the tests' own is no thread's
  const auto shared = must(store::open(options, now));
  std::atomic<int> failed{0};
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t)
    running.emplace_back([&, t] {
      for (int i = 0; i < each; ++i) {
        if (!shared->add(self, self.id, "experience", experience(std::to_string(t) + "-" + std::to_string(i)), now))
          ++failed;
        if (!shared->portfolio(self, self.id, now)) ++failed;
        if (!shared->person(guide, self.id, now).ok()) continue;  // denied, and recorded
        ++failed;
      }
    });
  for (std::thread& one : running) one.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(titles(*shared, self, now).size(), 80u);
  EXPECT_EQ(must(shared->check(administrator, now))["ok"], true);  // the journal's chain too
}

TEST_F(Concurrency, ProcessesShareOneFile) {
  constexpr int processes = 3, each = 25;
  std::vector<pid_t> running;
  for (int p = 0; p < processes; ++p) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const auto opened = store::open(drawing(path, static_cast<std::uint64_t>(p) + 10), now);
      bool good = opened.ok();
      for (int i = 0; good && i < each; ++i) {
        good = (*opened)
                   ->add(self, self.id, "experience", experience(std::to_string(p) + "-" + std::to_string(i)), now)
                   .ok();
        (void)(*opened)->person(guide, self.id, now);  // denied: a link of the chain each
      }
      ::_exit(good ? 0 : 1);
    }
    running.push_back(child);
  }
  for (const pid_t child : running) {
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  const auto after = must(store::open(options_for(path), now));
  EXPECT_EQ(titles(*after, self, now).size(), 75u);
  EXPECT_EQ(must(after->check(administrator, now))["ok"], true);
}

TEST_F(Concurrency, ProcessesThatCreateTheSameStoreAgreeOnIt) {
  const std::string fresh = dir.at("fresh");
  std::vector<pid_t> running;
  for (std::uint64_t p = 0; p < 4; ++p) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const auto opened = store::open(drawing(fresh, p + 20), now);
      ::_exit(opened && (*opened)->add_person(guide, {{"name", std::to_string(p)}}, now) ? 0 : 1);
    }
    running.push_back(child);
  }
  for (const pid_t child : running) {
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  const auto after = must(store::open(options_for(fresh), now));
  EXPECT_EQ(must(after->changes(administrator, {}, now))["changes"].size(), 4u);
}

TEST_F(Concurrency, WriterWaitsForAnotherAndSaysSoWhenItIsTooLong) {
  sqlite_options direct{path, false, 100, {}};
  const auto other = must(open_sqlite_shelf(direct));
  store_options options = options_for(path);
  options.wait_ms = 100;
  const auto mine = must(store::open(options, now));
  must(other->write([&](shelf_rows&) -> result<void> {
    EXPECT_EQ(code(mine->add(self, self.id, "experience", experience("a"), now)), "store.locked");
    EXPECT_EQ(code(mine->person(self, self.id, now)), "");  // reading goes on
    return {};
  }));
  EXPECT_EQ(code(mine->add(self, self.id, "experience", experience("a"), now)), "");
}

TEST_F(Concurrency, BackupIsOneMomentWhileOthersWrite) {
  std::atomic<bool> stop{false};
  store_options options = options_for(path);
  options.random = system_random();
  const auto shared = must(store::open(options, now));
  std::thread writer([&] {
    for (int i = 0; !stop; ++i) must(shared->add(self, self.id, "experience", experience(std::to_string(i)), now));
  });
  for (int i = 0; i < 5; ++i) {
    const std::string n = std::to_string(i);
    must(shared->back_up(administrator, dir.at("b" + n), dir.at("k" + n), now));
    must(restore_sqlite_shelf(dir.at("b" + n), dir.at("k" + n), dir.at("r" + n)));
    const auto restored = must(store::open(options_for(dir.at("r" + n)), now));
    EXPECT_EQ(must(restored->check(administrator, now))["ok"], true);
    // As many experiences as changes tell of, beside the person herself.
    const json changes = must(restored->changes(administrator, {{}, 1'000}, now));
    EXPECT_EQ(titles(*restored, self, now).size() + 1, changes["changes"].size());
  }
  stop = true;
  writer.join();
}

// A child writes, telling through a pipe what was acknowledged; it is killed after a random while. Everything told is
// there; at most the one call that was under way is there beside it; nothing is half there.
//
// 25 times by default; ACTIVATEUR_KILLS says how many.
TEST_F(Concurrency, KilledWriterLosesNothingItAcknowledged) {
  const char* asked = std::getenv("ACTIVATEUR_KILLS");
  const int kills = asked == nullptr ? 25 : std::max(1, std::atoi(asked));
  std::uint64_t draw = 12345;
  std::size_t acknowledged_in_all = 0;
  for (int k = 0; k < kills && !HasFailure(); ++k) {
    const std::string file = dir.at("k");
    for (const char* beside : {"", "-wal", "-shm"}) fs::remove(file + beside);
    fs::copy_file(path, file);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      const auto opened = store::open(drawing(file, static_cast<std::uint64_t>(k) + 100), now);
      if (!opened) ::_exit(1);
      for (unsigned i = 0;; ++i) {
        const auto added = (*opened)->add(self, self.id, "experience", experience(std::to_string(i)), now);
        if (!added) ::_exit(1);
        if (::write(ends[1], &i, sizeof i) != sizeof i) ::_exit(1);
        if (i % 4 == 3)
          (void)(*opened)->change(self, (*added)["id"].get<std::string>(), 0, experience(std::to_string(i)), now);
        if (i % 7 == 6) (void)(*opened)->person(guide, self.id, now);
      }
    }
    ::close(ends[1]);
    draw = draw * 6364136223846793005ULL + 1442695040888963407ULL;
    ::usleep(static_cast<useconds_t>(2'000 + (draw >> 40U) % 60'000));
    ::kill(child, SIGKILL);
    std::size_t told = 0;
    for (unsigned i = 0; ::read(ends[0], &i, sizeof i) == sizeof i;) told = i + 1;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child failed by itself";
    const auto after = must(store::open(options_for(file), now));
    const std::size_t there = titles(*after, self, now).size();
    EXPECT_GE(there, told);
    EXPECT_LE(there, told + 1);
    EXPECT_EQ(must(after->check(administrator, now))["ok"], true);
    acknowledged_in_all += told;
  }
  EXPECT_GT(acknowledged_in_all, 0u);
}

}  // namespace
}  // namespace activateur
