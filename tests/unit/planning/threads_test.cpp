// Plans sought by several threads: the same on every run, as good, stopped by the host, no fault of one lost.
#include <gtest/gtest.h>

#include <atomic>
#include <new>
#include <thread>

#include "planning/side_by_side.hpp"
#include "planning/solve.hpp"
#include "small_problems.hpp"
#include "true_claims.hpp"

namespace activateur {
namespace {

solve_limits limits(std::uint64_t nodes, unsigned threads, std::uint64_t seed = 1) { return {nodes, 0, seed, threads}; }

// Takes many turns to be proven.
plan_problem long_problem() {
  plan_problem p = test::everyday_problem(5, 60, 700);
  p.capacity = 9;
  p.budget = 500;
  for (action& a : p.actions)
    if (a.requires_.empty() && a.produces.front() >= 9)
      a.requires_.push_back({2, {a.produces.front() - 9, a.produces.front() - 7, a.produces.front() - 2}});
  p.horizon = 150;
  for (action& a : p.actions)
    for (int s = a.starts.back() + 3; s + a.duration <= p.horizon; s += 3) a.starts.push_back(s);
  return p;
}

TEST(SolvingByThreads, GivesTheSamePlanBoundAndNodesOnEveryRun) {
  const plan_problem p = long_problem();
  for (const unsigned threads : {2U, 3U, 5U}) {
    const auto first = solve(p, limits(3000, threads, 9), {});
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(first->feasible);
    ASSERT_FALSE(first->optimal) << "what is proven at once would tell little";
    for (int run = 0; run < 4; ++run) {
      const auto again = solve(p, limits(3000, threads, 9), {});
      ASSERT_TRUE(again.ok());
      EXPECT_EQ(test::text_of(*again), test::text_of(*first)) << threads << " threads";
      EXPECT_EQ(again->nodes, first->nodes) << threads << " threads";
    }
  }
}

TEST(SolvingByThreads, FindsTheOptimumOfSmallProblemsAndProvesIt) {
  test::optima_seen seen;
  test::expect_proven_optima(400, 4000, 3, seen);
  EXPECT_GT(seen.feasible, 60);
  EXPECT_GT(seen.impossible, 60);
}

TEST(SolvingByThreads, NeverClaimsABoundAboveTheOptimumWhateverTheNodeBudget) {
  test::expect_no_false_claim(5001, 5150, 4);
}

TEST(SolvingByThreads, ComesToTheOptimumOfOneThread) {
  int proven = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const plan_problem p = test::everyday_problem(seed, 20, 80);
    const auto one = solve(p, limits(30'000, 1), {});
    const auto four = solve(p, limits(30'000, 4), {});
    ASSERT_TRUE(one.ok() && four.ok());
    EXPECT_LE(one->bound, four->objective + 1e-6) << "seed " << seed;
    EXPECT_LE(four->bound, one->objective + 1e-6) << "seed " << seed;
    if (!one->optimal || !four->optimal) continue;
    ++proven;
    EXPECT_NEAR(one->objective, four->objective, 1e-6) << "seed " << seed;
  }
  EXPECT_GE(proven, 25);
}

TEST(SolvingByThreads, SharesTheNodesOfTheLimit) {
  const auto found = solve(long_problem(), limits(8000, 4), {});
  ASSERT_TRUE(found.ok());
  EXPECT_GE(found->nodes, 8000U);
  EXPECT_LT(found->nodes, 16'000U);  // what is begun is ended
}

TEST(SolvingByThreads, TakesNoThreadForOneAndAThousandForTheMost) {
  const plan_problem p = test::everyday_problem(77, 24, 120);
  EXPECT_EQ(test::text_of(*solve(p, limits(300, 0), {})), test::text_of(*solve(p, limits(300, 1), {})));
  EXPECT_EQ(test::text_of(*solve(p, limits(300, 1000), {})), test::text_of(*solve(p, limits(300, 64), {})));
}

TEST(SolvingByThreads, IsStoppedFromAnotherThread) {
  const plan_problem p = long_problem();
  std::atomic<bool> stop{false};
  context with;
  with.progress = progress_sink({}, &stop);
  const std::jthread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    stop = true;
  });
  const auto found = solve(p, limits(1'000'000'000, 3), with);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().kind, failure::cancelled);
}

TEST(SolvingByThreads, TellsAndAsksTheHostOnItsOwnThreadAlone) {
  const plan_problem p = long_problem();
  const std::thread::id own = std::this_thread::get_id();
  std::uint64_t last = 0;
  int calls = 0;
  bool ordered = true, here = true;
  context with;
  with.progress = progress_sink(
      [&](std::uint64_t done, std::uint64_t total) {
        here = here && std::this_thread::get_id() == own;
        ordered = ordered && done >= last && done <= total;
        last = done;
        return ++calls < 12;
      },
      nullptr);
  const auto found = solve(p, limits(1'000'000, 3), with);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().kind, failure::cancelled);
  EXPECT_EQ(calls, 12);
  EXPECT_TRUE(ordered && here);
}

TEST(SideBySide, RunsEachPieceOnceWithOnlyTheFirstOnTheCallersThread) {
  const std::thread::id own = std::this_thread::get_id();
  std::vector<std::atomic<int>> runs(9);
  std::vector<char> here(9, 0);
  side_by_side(9,
               [&](unsigned i, const progress_sink&) {
                 ++runs[i];
                 here[i] = std::this_thread::get_id() == own ? 1 : 0;
               },
               {});
  for (unsigned i = 0; i < 9; ++i) {
    EXPECT_EQ(runs[i], 1);
    EXPECT_EQ(here[i] != 0, i == 0);
  }
}

TEST(SideBySide, ThrowsAgainWhatOneOfThemThrewAndStopsTheOthers) {
  for (const unsigned which : {0U, 2U}) {
    std::atomic<int> stopped{0};
    const auto work = [&](unsigned i, const progress_sink& told) {
      if (i == which) throw std::bad_alloc();
      while (told.at(0, 0)) std::this_thread::yield();
      ++stopped;
    };
    EXPECT_THROW((void)side_by_side(4, work, {}), std::bad_alloc);
    EXPECT_EQ(stopped, 3);
  }
}

TEST(SideBySide, GivesTheCallerWhatItsOwnCallbackThrew) {
  const progress_sink host([](std::uint64_t, std::uint64_t) -> bool { throw std::runtime_error("host"); }, nullptr);
  const auto work = [&](unsigned i, const progress_sink& told) {
    if (i != 0)
      while (told.at(0, 0)) std::this_thread::yield();
  };
  EXPECT_THROW((void)side_by_side(3, work, host), std::runtime_error);
}

TEST(SideBySide, AsksTheHostWhileOthersAreStillBusy) {
  int calls = 0;
  const progress_sink host([&](std::uint64_t, std::uint64_t) { return ++calls < 5; }, nullptr);
  std::atomic<int> stopped{0};
  const auto work = [&](unsigned i, const progress_sink& told) {
    if (i == 0) return;
    while (told.at(0, 0)) std::this_thread::yield();
    ++stopped;
  };
  EXPECT_FALSE(side_by_side(3, work, host));
  EXPECT_EQ(stopped, 2);
  EXPECT_EQ(calls, 5);
}

}  // namespace
}  // namespace activateur
