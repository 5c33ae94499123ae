// What a solution says of itself, held against every plan of small problems.
#pragma once

#include <gtest/gtest.h>

#include "planning/check.hpp"
#include "planning/solve.hpp"
#include "small_problems.hpp"

namespace activateur::test {

struct optima_seen {
  int feasible = 0, impossible = 0;
};

// Problems 1 to `last`: the optimum is found and proven, or that there is no plan.
inline void expect_proven_optima(std::uint64_t last, std::uint64_t nodes, unsigned threads, optima_seen& seen) {
  for (std::uint64_t seed = 1; seed <= last; ++seed) {
    const plan_problem p = small_problem(seed);
    const auto optimum = exhaustive_optimum(p);
    const auto found = solve(p, {nodes, 0, seed, threads}, {});
    ASSERT_TRUE(found.ok()) << seed << ": " << found.why().text(language::en);
    ASSERT_EQ(found->feasible, optimum.has_value()) << "seed " << seed;
    if (!optimum) {
      ++seen.impossible;
      EXPECT_TRUE(found->proven_infeasible) << "seed " << seed;
      continue;
    }
    ++seen.feasible;
    const plan_check judged = check_plan(p, found->steps);
    ASSERT_TRUE(judged.ok) << "seed " << seed << ": " << judged.fault;
    EXPECT_NEAR(judged.objective, found->objective, 1e-6) << "seed " << seed;
    EXPECT_TRUE(found->optimal) << "seed " << seed;
    EXPECT_NEAR(found->objective, *optimum, 1e-6) << "seed " << seed;
    EXPECT_LE(found->bound, *optimum + 1e-6) << "seed " << seed;
  }
}

// With any number of nodes, however few, nothing is claimed that does not hold.
inline void expect_no_false_claim(std::uint64_t first, std::uint64_t last, unsigned threads) {
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    const plan_problem p = small_problem(seed);
    const auto optimum = exhaustive_optimum(p);
    for (const std::uint64_t nodes : {1U, 2U, 7U, 40U}) {
      const auto found = solve(p, {nodes, 0, 1, threads}, {});
      ASSERT_TRUE(found.ok());
      if (!optimum) {
        EXPECT_FALSE(found->feasible) << "seed " << seed;
        continue;
      }
      EXPECT_FALSE(found->proven_infeasible) << "seed " << seed;
      EXPECT_LE(found->bound, *optimum + 1e-6) << "seed " << seed << " nodes " << nodes;
      if (found->optimal) {
        EXPECT_NEAR(found->objective, *optimum, 1e-6) << "seed " << seed << " nodes " << nodes;
      }
      if (found->feasible) {
        EXPECT_TRUE(check_plan(p, found->steps).ok) << "seed " << seed;
      }
    }
  }
}

}  // namespace activateur::test
