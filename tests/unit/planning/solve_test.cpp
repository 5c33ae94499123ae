#include "planning/solve.hpp"
#include "planning/network.hpp"

#include <gtest/gtest.h>

#include "small_problems.hpp"
#include "true_claims.hpp"

namespace activateur {
namespace {

action step_of(std::string id, double cost, int duration, std::vector<group> needs, std::vector<int> makes) {
  action a;
  a.id = std::move(id);
  a.cost = cost;
  a.duration = duration;
  for (int s = 0; s <= 20; ++s) a.starts.push_back(s);
  a.requires_ = std::move(needs);
  a.produces = std::move(makes);
  return a;
}

plan_problem empty_problem(int facts) {
  plan_problem p;
  p.horizon = 20;
  p.fact_count = facts;
  p.week_weight = 1;
  return p;
}

TEST(Solving, FindsTheOptimumOfThousandsOfSmallProblemsAndProvesIt) {
  test::optima_seen seen;
  test::expect_proven_optima(3000, 2000, 1, seen);
  // Both kinds are well represented, or the comparison above proves little.
  EXPECT_GT(seen.feasible, 500);
  EXPECT_GT(seen.impossible, 500);
}

TEST(Solving, NeverClaimsABoundAboveTheOptimumWhateverTheNodeBudget) { test::expect_no_false_claim(5001, 5600, 1); }

TEST(Solving, KeepsAnOptimalPlanThroughPreprocessing) {
  for (std::uint64_t seed = 9001; seed <= 9600; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const auto optimum = test::exhaustive_optimum(p);
    const preprocessed ready = preprocess(p);
    if (!ready.possible) {
      EXPECT_FALSE(optimum.has_value()) << "seed " << seed;
      continue;
    }
    plan_problem left = p;
    for (std::size_t i = 0; i < left.actions.size(); ++i)
      if (std::find(ready.network.original.begin(), ready.network.original.end(), static_cast<int>(i)) ==
          ready.network.original.end())
        left.actions[i].starts.clear();
    EXPECT_EQ(test::exhaustive_optimum(left), optimum) << "seed " << seed;
    if (optimum) {
      EXPECT_LE(ready.network.week_weight * ready.network.fastest, *optimum + 1e-6) << "seed " << seed;
      EXPECT_LE(p.week_weight * ready.network.fastest, *optimum + 1e-6) << "seed " << seed;
    }
  }
}

TEST(Solving, ProvesEverydayPlansOptimal) {
  int proven = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const plan_problem p = test::everyday_problem(seed);
    const auto found = solve(p, {}, {});
    ASSERT_TRUE(found.ok());
    ASSERT_TRUE(found->feasible) << "seed " << seed;
    EXPECT_TRUE(check_plan(p, found->steps).ok);
    EXPECT_LE(found->bound, found->objective);
    proven += found->optimal ? 1 : 0;
  }
  EXPECT_GE(proven, 4);
}

TEST(Solving, GivesTheSamePlanForTheSameSeedAndNodes) {
  const plan_problem p = test::everyday_problem(77, 24, 120);
  const auto one = solve(p, {400, 0, 9}, {});
  const auto two = solve(p, {400, 0, 9}, {});
  ASSERT_TRUE(one.ok() && two.ok());
  ASSERT_TRUE(one->feasible);
  EXPECT_EQ(test::text_of(*one), test::text_of(*two));
  EXPECT_EQ(one->nodes, two->nodes);
}

TEST(Solving, NeverGetsWorseWithMoreNodes) {
  const plan_problem p = test::everyday_problem(78, 24, 120);
  const auto few = solve(p, {200, 0, 3}, {});
  const auto many = solve(p, {4000, 0, 3}, {});
  ASSERT_TRUE(few.ok() && many.ok());
  ASSERT_TRUE(few->feasible);
  EXPECT_LE(many->objective, few->objective);
}

TEST(Solving, StopsWhenTheHostAsksTo) {
  const plan_problem p = test::everyday_problem(79, 24, 120);
  context with;
  int calls = 0;
  with.progress = progress_sink([&](std::uint64_t, std::uint64_t) { return ++calls < 3; }, nullptr);
  const auto found = solve(p, {100'000, 0, 1}, with);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().kind, failure::cancelled);
  EXPECT_EQ(calls, 3);
}

TEST(Solving, TellsHowFarItIsInNodes) {
  const plan_problem p = test::everyday_problem(80, 24, 120);
  context with;
  std::uint64_t last = 0;
  bool ordered = true;
  with.progress = progress_sink(
      [&](std::uint64_t done, std::uint64_t total) {
        ordered = ordered && done >= last && (total == 0 || done <= total);
        last = done;
        return true;
      },
      nullptr);
  ASSERT_TRUE(solve(p, {1000, 0, 1}, with).ok());
  EXPECT_TRUE(ordered);
  EXPECT_GT(last, 100U);
}

TEST(Solving, NeedsNothingWhenTheGoalIsHeldOrEmpty) {
  plan_problem p = empty_problem(1);
  const auto empty = solve(p, {}, {});
  ASSERT_TRUE(empty.ok());
  EXPECT_TRUE(empty->feasible && empty->optimal && empty->steps.empty());
  EXPECT_EQ(empty->objective, 0);

  p.goal.push_back({1, {0}});
  p.held.push_back(0);
  const auto held = solve(p, {}, {});
  ASSERT_TRUE(held.ok());
  EXPECT_TRUE(held->feasible && held->optimal && held->steps.empty());
  EXPECT_EQ(held->makespan, 0);
}

TEST(Solving, ProvesThatActionsWaitingForEachOtherLeadNowhere) {
  plan_problem p = empty_problem(2);
  p.actions.push_back(step_of("a", 1, 1, {{1, {1}}}, {0}));
  p.actions.push_back(step_of("b", 1, 1, {{1, {0}}}, {1}));
  p.goal.push_back({1, {0}});
  const auto found = solve(p, {}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->feasible);
  EXPECT_TRUE(found->proven_infeasible);
}

TEST(Solving, RefusesStepsOfNoDurationThatSupportEachOther) {
  plan_problem p = empty_problem(2);
  p.actions.push_back(step_of("a", 1, 0, {{1, {1}}}, {0}));
  p.actions.push_back(step_of("b", 1, 0, {{1, {0}}}, {1}));
  p.goal.push_back({1, {0}});
  EXPECT_FALSE(check_plan(p, {{0, 3}, {1, 3}}).ok);
  const auto found = solve(p, {}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->proven_infeasible);
}

TEST(Solving, ProvesABudgetTooSmall) {
  plan_problem p = empty_problem(2);
  p.budget = 15;
  p.actions.push_back(step_of("a", 10, 1, {}, {0}));
  p.actions.push_back(step_of("b", 10, 1, {}, {1}));
  p.goal = {{1, {0}}, {1, {1}}};
  const auto found = solve(p, {}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->feasible);
  EXPECT_TRUE(found->proven_infeasible);
}

TEST(Solving, PaysForASecondWayWhenItSavesEnoughWeeks) {
  // "slow" alone makes both facts by week 10; buying fact 0 for 3 lets "next" start in week 1 and saves 8 weeks.
  plan_problem p = empty_problem(3);
  p.actions.push_back(step_of("slow", 1, 10, {}, {0, 1}));
  p.actions.push_back(step_of("quick", 3, 1, {}, {0}));
  p.actions.push_back(step_of("next", 1, 8, {{1, {0}}}, {2}));
  p.goal = {{1, {1}}, {1, {2}}};
  const auto found = solve(p, {}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->optimal);
  EXPECT_EQ(found->objective, 15);
  EXPECT_EQ(found->makespan, 10);
  EXPECT_EQ(found->steps.size(), 3U);
}

TEST(Solving, TakesAFreeStepThatBringsAFactSooner) {
  // "also" costs nothing and makes fact 2 before "first" does, so that "next" starts two weeks earlier; "dear" has to
  // be a step of every plan, which must not price it out of those that are still to be looked for.
  plan_problem p = empty_problem(4);
  p.week_weight = 25;
  action first = step_of("first", 0, 3, {}, {1, 2});
  first.starts = {2, 6};
  p.actions.push_back(first);
  p.actions.push_back(step_of("next", 0, 2, {{1, {2}}}, {0}));
  p.actions.push_back(step_of("dear", 33, 4, {}, {3}));
  action also = step_of("also", 0, 1, {}, {2});
  also.starts = {2, 5};
  p.actions.push_back(also);
  p.goal = {{1, {0}}, {1, {1}}, {1, {3}}};
  const auto found = solve(p, {}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->optimal);
  EXPECT_EQ(found->makespan, 5);
  EXPECT_EQ(found->objective, 33 + 25 * 5);
}

TEST(Solving, RefusesAProblemBuiltWrong) {
  plan_problem p = empty_problem(1);
  p.actions.push_back(step_of("a", 1, 1, {}, {7}));
  p.goal.push_back({1, {0}});
  const auto found = solve(p, {}, {});
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().kind, failure::usage);
  EXPECT_NE(found.why().text(language::en).find("products of action 0"), std::string::npos);
}

TEST(Solving, ReadsNoClockUnlessSecondsAreGiven) {
  // With a limit of one node the answer is still a plan or an honest "not found", with a bound.
  const plan_problem p = test::everyday_problem(81);
  const auto found = solve(p, {1, 0, 1}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->optimal);
  EXPECT_FALSE(found->proven_infeasible);
  const auto timed = solve(p, {0, 0.05, 1}, {});
  ASSERT_TRUE(timed.ok());
  EXPECT_TRUE(timed->feasible);
}

TEST(Solving, KeepsToEveryLimitOfASumAsSearchingAllPlansDoes) {
  int bound = 0, impossible = 0;
  for (std::uint64_t seed = 7001; seed <= 11000; ++seed) {
    plan_problem p = test::small_problem(seed);
    const auto free = test::exhaustive_optimum(p);
    random_source r(seed);
    for (int sums = 1 + r.below(2); sums > 0; --sums) {
      sum_limit sum{0.5 * r.below(20), {}};
      for (std::size_t a = 0; a < p.actions.size(); ++a) sum.amounts.push_back(r.below(3) == 0 ? 0 : 0.5 * r.below(15));
      p.sums.push_back(std::move(sum));
    }
    const auto best = test::exhaustive_optimum(p);
    const auto found = solve(p, {20'000, 0, 1}, {});
    ASSERT_TRUE(found.ok()) << seed;
    ASSERT_EQ(found->feasible, best.has_value()) << seed;
    if (!best) {
      EXPECT_TRUE(found->proven_infeasible) << seed;
      impossible += free ? 1 : 0;
      continue;
    }
    EXPECT_TRUE(found->optimal) << seed;
    EXPECT_NEAR(found->objective, *best, 1e-6) << seed;
    bound += *best > *free + 1e-6 ? 1 : 0;
  }
  EXPECT_GT(bound, 20);
  EXPECT_GT(impossible, 50);
}

}  // namespace
}  // namespace activateur
