#include "planning/obstacles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "small_problems.hpp"

namespace activateur {
namespace {

constexpr solve_limits enough{4000, 0, 1};
constexpr double infinite = std::numeric_limits<double>::infinity();
std::size_t at(int i) { return static_cast<std::size_t>(i); }

obstacle_question small_question(std::uint64_t seed) {
  random_source r(seed * 977 + 5);
  obstacle_question out{test::small_problem(seed), 0, {}};
  out.problem.budget = r.below(3) == 0 ? infinite : r.below(50);
  out.problem.goal.resize(std::min<std::size_t>(out.problem.goal.size(), 3));
  out.deadline = r.below(3) == 0 ? out.problem.horizon : 1 + r.below(out.problem.horizon);
  barrier far{"distance", {}, {}};
  barrier full{"seats", {}, {}};
  for (int a = 0; a < static_cast<int>(out.problem.actions.size()); ++a) {
    if (r.below(4) == 0) {
      far.actions.push_back(a);
      far.amounts.push_back(10 + r.below(4));
    }
    if (r.below(5) == 0) full.actions.push_back(a);
  }
  out.barriers = {far, full};
  return out;
}

// Everything about a plan of the widest problem that limits speak of.
struct wide_plan {
  double cost = 0, excess = 0, distance = 0;
  int seats = 0;
  std::vector<int> met;  // week of each group of the goal
};
std::vector<wide_plan> wide_plans(const obstacle_question& q) {
  plan_problem p = q.problem;
  p.budget = p.capacity = infinite;
  p.capacity_by_week.clear();
  p.goal.clear();
  std::vector<wide_plan> out;
  test::for_each_plan(p, [&](const std::vector<plan_step>& steps, const plan_check& judged) {
    wide_plan one;
    one.cost = judged.cost;
    std::vector<int> since(at(p.fact_count), 1000);
    for (const int f : p.held) since[at(f)] = 0;
    std::vector<double> load(at(p.horizon), 0.0);
    for (const plan_step& s : steps) {
      const action& a = p.actions[at(s.action)];
      for (const int f : a.produces) since[at(f)] = std::min(since[at(f)], s.start + a.duration);
      for (int w = s.start; w < std::min(p.horizon, s.start + a.duration); ++w) load[at(w)] += a.load;
      const barrier& far = q.barriers[0];
      for (std::size_t i = 0; i < far.actions.size(); ++i)
        if (far.actions[i] == s.action) one.distance = std::max(one.distance, far.amounts[i]);
      const auto& full = q.barriers[1].actions;
      one.seats += static_cast<int>(std::count(full.begin(), full.end(), s.action));
    }
    for (int w = 0; w < p.horizon; ++w) one.excess = std::max(one.excess, load[at(w)] - q.problem.capacity_in(w));
    for (const group& g : q.problem.goal) {
      std::vector<int> weeks;
      for (const int f : g.facts) weeks.push_back(since[at(f)]);
      std::sort(weeks.begin(), weeks.end());
      one.met.push_back(weeks[at(g.at_least - 1)]);
    }
    out.push_back(std::move(one));
  });
  return out;
}

bool has(const std::vector<plan_limit>& list, limit_kind k, int index = 0) {
  return std::find(list.begin(), list.end(), plan_limit{k, index}) != list.end();
}
int goal_week(const wide_plan& w, const std::vector<plan_limit>& kept) {
  int out = 0;
  for (std::size_t g = 0; g < w.met.size(); ++g)
    if (has(kept, limit_kind::requirement, static_cast<int>(g))) out = std::max(out, w.met[g]);
  return out;
}
bool respects(const obstacle_question& q, const wide_plan& w, const std::vector<plan_limit>& kept) {
  const int week = goal_week(w, kept);
  if (week > q.problem.horizon || (has(kept, limit_kind::deadline) && week > q.deadline)) return false;
  if (has(kept, limit_kind::budget) && w.cost > q.problem.budget + 1e-7) return false;
  if (has(kept, limit_kind::weekly_hours) && w.excess > 1e-7) return false;
  if (has(kept, limit_kind::barrier, 0) && w.distance > 0) return false;
  return !(has(kept, limit_kind::barrier, 1) && w.seats > 0);
}
bool possible(const obstacle_question& q, const std::vector<wide_plan>& all, const std::vector<plan_limit>& kept) {
  return std::any_of(all.begin(), all.end(), [&](const wide_plan& w) { return respects(q, w, kept); });
}

std::vector<plan_limit> limits_of(const obstacle_question& q, const plan_obstacles& found) {
  std::vector<plan_limit> out;
  if (q.deadline < q.problem.horizon) out.push_back({limit_kind::deadline, 0});
  if (std::isfinite(q.problem.budget)) out.push_back({limit_kind::budget, 0});
  if (std::isfinite(q.problem.capacity) || !q.problem.capacity_by_week.empty())
    out.push_back({limit_kind::weekly_hours, 0});
  for (int b = 0; b < 2; ++b)
    if (!q.barriers[at(b)].actions.empty()) out.push_back({limit_kind::barrier, b});
  for (int g = 0; g < static_cast<int>(q.problem.goal.size()); ++g)
    if (std::none_of(found.dead_ends.begin(), found.dead_ends.end(), [&](const dead_end& d) { return d.goal == g; }))
      out.push_back({limit_kind::requirement, g});
  return out;
}

TEST(Obstacles, AreTheSmallestConflictsAndChangesThatExhaustiveSearchFinds) {
  int conflicts = 0, amounts = 0, several = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    const obstacle_question q = small_question(seed);
    const auto found = obstacles_of(q, enough, {});
    ASSERT_TRUE(found.ok()) << seed;
    const std::vector<wide_plan> all = wide_plans(q);
    const std::vector<plan_limit> limits = limits_of(q, *found);
    EXPECT_EQ(found->blocked, !possible(q, all, limits)) << seed;
    EXPECT_TRUE(found->complete || found->remedies.size() == remedies_max) << seed;

    for (const plan_conflict& c : found->conflicts) {
      ++conflicts;
      EXPECT_TRUE(c.proven && c.minimal) << seed;
      EXPECT_FALSE(possible(q, all, c.limits)) << seed;
      for (const plan_limit& one : c.limits) {
        std::vector<plan_limit> fewer = c.limits;
        std::erase(fewer, one);
        EXPECT_TRUE(possible(q, all, fewer)) << seed;
      }
    }

    // Every smallest set of limits without which there is a plan.
    std::set<std::vector<plan_limit>> expected, got;
    std::vector<std::vector<plan_limit>> enough_sets;
    for (std::uint32_t mask = 0; mask < (1U << limits.size()); ++mask) {
      std::vector<plan_limit> lifted, kept;
      for (std::size_t i = 0; i < limits.size(); ++i) ((mask >> i) & 1U ? lifted : kept).push_back(limits[i]);
      if (possible(q, all, kept)) enough_sets.push_back(lifted);
    }
    for (const auto& s : enough_sets)
      if (!s.empty() && std::none_of(enough_sets.begin(), enough_sets.end(), [&](const auto& o) {
            return o != s && std::includes(s.begin(), s.end(), o.begin(), o.end());
          }))
        expected.insert(s);
    for (const remedy& r : found->remedies) {
      EXPECT_TRUE(r.minimal) << seed;
      std::vector<plan_limit> lifted, kept = limits;
      for (const auto& c : r.changes) {
        lifted.push_back(c.what);
        std::erase(kept, c.what);
      }
      got.insert(lifted);
      ASSERT_TRUE(r.plan.feasible) << seed;
      // The amounts, each the least when those before are so.
      std::vector<wide_plan> left = all;
      std::erase_if(left, [&](const wide_plan& w) { return !respects(q, w, kept); });
      for (const auto& c : r.changes) {
        EXPECT_TRUE(c.proven) << seed << " " << name_of(c.what.kind);
        const auto least_of = [&](const auto& measure, double from) {
          double least = infinite;
          for (const wide_plan& w : left) least = std::min(least, measure(w));
          std::erase_if(left, [&](const wide_plan& w) { return measure(w) > least + 1e-6; });
          EXPECT_NEAR(c.amount, least - from, 0.0101) << seed << " " << name_of(c.what.kind);
          ++amounts;
        };
        const auto week = [&](const wide_plan& w) { return static_cast<double>(goal_week(w, kept)); };
        if (c.what.kind == limit_kind::deadline) least_of(week, q.deadline);
        if (c.what.kind == limit_kind::budget) least_of([](const wide_plan& w) { return w.cost; }, q.problem.budget);
        if (c.what.kind == limit_kind::weekly_hours) least_of([](const wide_plan& w) { return w.excess; }, 0);
        if (c.what == plan_limit{limit_kind::barrier, 0}) least_of([](const wide_plan& w) { return w.distance; }, 0);
        if (c.what == plan_limit{limit_kind::barrier, 1}) {
          double least = infinite;
          for (const wide_plan& w : left) least = std::min(least, static_cast<double>(w.seats));
          EXPECT_EQ(static_cast<double>(c.actions.size()), least) << seed;
        }
      }
      if (r.changes.size() > 1) ++several;
    }
    if (found->complete) {
      EXPECT_EQ(got, expected) << seed;
    } else {
      for (const auto& s : got) EXPECT_TRUE(expected.contains(s)) << seed;
    }
  }
  EXPECT_GT(conflicts, 500);
  EXPECT_GT(amounts, 500);
  EXPECT_GT(several, 100);
}

TEST(Obstacles, ClaimNothingThatIsNotSoWhateverTheNodes) {
  for (std::uint64_t seed = 2001; seed <= 2300; ++seed) {
    const obstacle_question q = small_question(seed);
    const std::vector<wide_plan> all = wide_plans(q);
    for (const std::uint64_t nodes : {1U, 4U, 30U}) {
      const auto found = obstacles_of(q, {nodes, 0, 1}, {});
      ASSERT_TRUE(found.ok());
      const std::vector<plan_limit> limits = limits_of(q, *found);
      if (!found->blocked) {
        EXPECT_TRUE(possible(q, all, limits));
      }
      for (const plan_conflict& c : found->conflicts)
        if (c.proven) {
          EXPECT_FALSE(possible(q, all, c.limits)) << seed << " " << nodes;
        }
      for (const remedy& r : found->remedies) {
        std::vector<plan_limit> kept = limits;
        for (const auto& c : r.changes) std::erase(kept, c.what);
        EXPECT_TRUE(possible(q, all, kept)) << seed << " " << nodes;
      }
    }
  }
}

TEST(Obstacles, StopWhenTheHostAsksForIt) {
  const context with{language::fr, {}, progress_sink([](std::uint64_t, std::uint64_t) { return false; }, nullptr)};
  const auto found = obstacles_of(small_question(1), enough, with);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().kind, failure::cancelled);
}

TEST(Obstacles, AreTheSameForTheSameNodes) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const obstacle_question q = small_question(seed);
    const auto one = obstacles_of(q, {50, 0, 1}, {});
    const auto two = obstacles_of(q, {50, 0, 1}, {});
    ASSERT_EQ(one->remedies.size(), two->remedies.size());
    ASSERT_EQ(one->conflicts.size(), two->conflicts.size());
    for (std::size_t i = 0; i < one->remedies.size(); ++i)
      EXPECT_EQ(one->remedies[i].plan.objective, two->remedies[i].plan.objective) << seed;
  }
}

action offer(int makes, std::vector<int> needs, std::vector<int> starts = {0, 1, 2, 3, 4, 5}) {
  action a;
  a.duration = 1;
  a.produces = {makes};
  for (const int f : needs) a.requires_.push_back({1, {f}});
  a.starts = std::move(starts);
  return a;
}

TEST(DeadEnds, AreFollowedToWhatNobodyTeaches) {
  plan_problem p;
  p.horizon = 10;
  p.fact_count = 4;
  p.actions = {offer(0, {1}), offer(1, {2})};
  p.goal = {{1, {0}}, {1, {3}}};
  const auto ends = dead_ends_of(p);
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_EQ(ends[0].cause, dead_end_cause::nobody);
  ASSERT_EQ(ends[0].chain.size(), 3U);
  EXPECT_EQ(ends[0].chain[1].fact, 1);
  EXPECT_EQ(ends[0].chain[1].action, 1);
  EXPECT_EQ(ends[0].chain[2].fact, 2);
  EXPECT_EQ(ends[0].missing, std::vector<int>{2});
  EXPECT_EQ(ends[1].chain.size(), 1U);
  EXPECT_EQ(ends[1].missing, std::vector<int>{3});
}

TEST(DeadEnds, TellACircleFromDatesThatDoNotFollow) {
  plan_problem p;
  p.horizon = 10;
  p.fact_count = 4;
  p.actions = {offer(0, {1}), offer(1, {0}), offer(2, {3}, {0}), offer(3, {}, {5})};
  p.goal = {{1, {0}}, {1, {2}}};
  const auto ends = dead_ends_of(p);
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_EQ(ends[0].cause, dead_end_cause::circle);
  EXPECT_EQ(ends[0].chain.back().fact, 0);
  EXPECT_EQ(ends[0].missing, std::vector<int>{0});
  EXPECT_EQ(ends[1].cause, dead_end_cause::dates);
}

}  // namespace
}  // namespace activateur
