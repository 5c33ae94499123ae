#include "planning/alternatives.hpp"

#include <gtest/gtest.h>

#include "small_problems.hpp"

namespace activateur {
namespace {

constexpr solve_limits enough{3000, 0, 1};

std::vector<double> distances_of(const plan_problem& p, std::uint64_t seed) {
  random_source r(seed * 31 + 7);
  std::vector<double> out;
  for (std::size_t i = 0; i < p.actions.size(); ++i) out.push_back(0.5 * r.below(40));
  return out;
}

struct seen_plan {
  plan_figures has;
  double objective = 0;
};
std::vector<seen_plan> every_plan(const plan_problem& p, const std::vector<double>& distance) {
  std::vector<seen_plan> out;
  test::for_each_plan(p, [&](const std::vector<plan_step>& steps, const plan_check& judged) {
    plan_solution s;
    s.steps = steps;
    s.makespan = judged.makespan;
    out.push_back({figures_of(p, s, distance), judged.objective});
  });
  return out;
}

TEST(Alternatives, AreEachTheBestForTheirCriterionAndAmongThoseOfLeastObjective) {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const auto plan = solve(p, enough, {});
    ASSERT_TRUE(plan.ok());
    if (!plan->feasible) continue;
    const std::vector<double> distance = distances_of(p, seed);
    const auto found = alternatives_to(p, *plan, distance, enough, {});
    ASSERT_TRUE(found.ok()) << seed;
    const std::vector<seen_plan> all = every_plan(p, distance);
    int claims = 0;
    for (const alternative& a : *found) {
      const plan_check judged = check_plan(p, a.solution.steps);
      ASSERT_TRUE(judged.ok) << seed << ": " << judged.fault;
      EXPECT_NEAR(judged.objective, a.solution.objective, 1e-6) << seed;
      for (const claim& c : a.best_in) {
        ++claims;
        double least = 1e300, objective = 1e300;
        for (const seen_plan& s : all) least = std::min(least, s.has.of(c.of));
        for (const seen_plan& s : all)
          if (s.has.of(c.of) <= least + 1e-6) objective = std::min(objective, s.objective);
        EXPECT_TRUE(c.proven && c.tie_proven) << seed << " " << name_of(c.of);
        EXPECT_NEAR(a.has.of(c.of), least, 1e-6) << seed << " " << name_of(c.of);
        EXPECT_NEAR(c.bound, least, 1e-6) << seed << " " << name_of(c.of);
        EXPECT_NEAR(a.solution.objective, objective, 1e-6) << seed << " " << name_of(c.of);
        ++compared;
      }
    }
    EXPECT_TRUE(found->front().solution.objective <= plan->objective + 1e-9);
    const bool apart = std::any_of(distance.begin(), distance.end(), [](double d) { return d > 0; });
    EXPECT_EQ(claims, apart ? 4 : 3) << seed;
  }
  EXPECT_GT(compared, 2000);
}

TEST(Alternatives, NeverClaimMoreThanIsTrueWhateverTheNodes) {
  for (std::uint64_t seed = 3001; seed <= 3400; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const auto plan = solve(p, enough, {});
    if (!plan->feasible) continue;
    const std::vector<seen_plan> all = every_plan(p, {});
    for (const std::uint64_t nodes : {1U, 3U, 20U}) {
      const auto found = alternatives_to(p, *plan, {}, {nodes, 0, 1}, {});
      ASSERT_TRUE(found.ok());
      for (const alternative& a : *found)
        for (const claim& c : a.best_in) {
          double least = 1e300;
          for (const seen_plan& s : all) least = std::min(least, s.has.of(c.of));
          EXPECT_LE(c.bound, least + 1e-6) << seed << " " << name_of(c.of) << " " << nodes;
          if (c.proven) {
            EXPECT_NEAR(a.has.of(c.of), least, 1e-6) << seed << " " << name_of(c.of) << " " << nodes;
          }
        }
    }
  }
}

TEST(Fronts, HoldEveryTradeAndNothingElse) {
  std::size_t trades = 0;
  for (std::uint64_t seed = 1; seed <= 2500; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const std::vector<double> distance = distances_of(p, seed);
    const std::vector<seen_plan> all = every_plan(p, distance);
    const auto plan = solve(p, enough, {});
    // Every pair in turn, in both orders.
    for (std::size_t pair = seed % 5; pair < 25; pair += 5) {
      const criterion first = all_criteria[pair / 5], second = all_criteria[(pair + pair / 5) % 5];
      if (first == second) continue;
      const auto front = front_between(p, first, second, distance, *plan, enough, {});
      ASSERT_TRUE(front.ok()) << seed;
      EXPECT_TRUE(front->complete) << seed;
      std::set<std::pair<long, long>> expected, got;
      const auto key = [&](const plan_figures& f) {
        return std::pair{std::lround(f.of(first) * 100), std::lround(f.of(second) * 100)};
      };
      for (const seen_plan& s : all) {
        const auto at = key(s.has);
        const bool beaten = std::any_of(all.begin(), all.end(), [&](const seen_plan& o) {
          const auto [u, v] = key(o.has);
          return u <= at.first && v <= at.second && (u < at.first || v < at.second);
        });
        if (!beaten) expected.insert(at);
      }
      for (const plan_front::point& q : front->points) {
        EXPECT_TRUE(q.proven) << seed;
        EXPECT_TRUE(check_plan(p, q.plan.solution.steps).ok) << seed;
        got.insert(key(q.plan.has));
      }
      EXPECT_EQ(got, expected) << seed << " " << name_of(first) << " " << name_of(second);
      EXPECT_EQ(got.size(), front->points.size()) << seed;
      if (got.size() > 1) trades += got.size();
    }
  }
  EXPECT_GT(trades, 100U);
}

TEST(Fronts, NeverClaimMoreThanIsTrueWhateverTheNodes) {
  int open = 0;
  for (std::uint64_t seed = 5001; seed <= 5300; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const std::vector<double> distance = distances_of(p, seed);
    const std::vector<seen_plan> all = every_plan(p, distance);
    const criterion first = all_criteria[seed % 5], second = all_criteria[(seed + 1 + seed / 5 % 4) % 5];
    for (const std::uint64_t nodes : {1U, 2U, 5U, 20U}) {
      const auto front = front_between(p, first, second, distance, {}, {nodes, 0, 1}, {});
      ASSERT_TRUE(front.ok());
      for (const plan_front::point& q : front->points) {
        EXPECT_TRUE(check_plan(p, q.plan.solution.steps).ok) << seed;
        if (!q.proven) continue;
        for (const seen_plan& s : all) {
          const double f = s.has.of(first) - q.plan.has.of(first), g = s.has.of(second) - q.plan.has.of(second);
          EXPECT_FALSE(f <= 1e-6 && g <= 1e-6 && (f < -1e-6 || g < -1e-6)) << seed << " " << nodes;
        }
      }
      open += front->complete ? 0 : 1;
      if (!front->complete) continue;
      for (const seen_plan& s : all)
        EXPECT_TRUE(std::any_of(front->points.begin(), front->points.end(),
                                [&](const plan_front::point& q) {
                                  return q.plan.has.of(first) <= s.has.of(first) + 1e-6 &&
                                         q.plan.has.of(second) <= s.has.of(second) + 1e-6;
                                }))
            << seed << " " << nodes;
    }
  }
  EXPECT_GT(open, 0);  // else the limits limited nothing
}

TEST(Fronts, RefuseOneCriterionAgainstItself) {
  const auto front = front_between({}, criterion::cost, criterion::cost, {}, {}, enough, {});
  ASSERT_FALSE(front.ok());
  EXPECT_EQ(front.why().what.code(), "plan.front.pair");
}

TEST(Alternatives, StopWhenTheHostAsksForIt) {
  const plan_problem p = test::small_problem(1);
  const context with{language::fr, {}, progress_sink([](std::uint64_t, std::uint64_t) { return false; }, nullptr)};
  const auto found = alternatives_to(p, {}, {}, enough, with);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().kind, failure::cancelled);
}

TEST(Differences, PairWhatStandsForWhat) {
  plan_problem p;
  p.fact_count = 3;
  p.actions.resize(4);
  for (int a = 0; a < 4; ++a) p.actions[static_cast<std::size_t>(a)].cost = 10 * (a + 1);
  p.actions[0].produces = {0};
  p.actions[1].produces = {0, 1};
  p.actions[2].produces = {1};
  p.actions[3].produces = {2};
  const auto of = [&](std::vector<int> actions) {
    alternative out;
    for (const int a : actions) out.solution.steps.push_back({a, 0});
    out.has = figures_of(p, out.solution, {});
    return out;
  };
  const plan_difference d = difference_of(p, of({1}), of({0, 2, 3}));
  EXPECT_EQ(d.more.cost, -60);
  EXPECT_EQ(d.more.steps, -2);
  ASSERT_EQ(d.exchanges.size(), 2U);
  EXPECT_EQ(d.exchanges[0].gained, 1);
  EXPECT_EQ(d.exchanges[0].lost, (std::vector<int>{0, 2}));
  EXPECT_EQ(d.exchanges[1].gained, -1);
  EXPECT_EQ(d.exchanges[1].lost, std::vector<int>{3});
}

}  // namespace
}  // namespace activateur
