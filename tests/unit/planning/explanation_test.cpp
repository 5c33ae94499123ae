#include "planning/explanation.hpp"

#include <gtest/gtest.h>

#include <set>

#include "small_problems.hpp"

namespace activateur {
namespace {

constexpr solve_limits enough{4000, 0, 1};

bool contains(const std::vector<int>& list, int one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// Over every timetable of exactly the plan's actions that is no later: the last start of each.
std::vector<int> latest_starts(const plan_problem& p, const plan_solution& plan) {
  std::vector<int> out(plan.steps.size(), -1);
  std::vector<plan_step> steps;
  const auto visit = [&](const auto& self, std::size_t i) -> void {
    if (i == plan.steps.size()) {
      const plan_check judged = check_plan(p, steps);
      if (!judged.ok || judged.makespan > plan.makespan) return;
      for (std::size_t s = 0; s < steps.size(); ++s) {
        const action& a = p.actions[static_cast<std::size_t>(steps[s].action)];
        if (steps[s].start + a.duration > plan.makespan) return;
      }
      for (std::size_t s = 0; s < steps.size(); ++s) out[s] = std::max(out[s], steps[s].start);
      return;
    }
    for (const int s : p.actions[static_cast<std::size_t>(plan.steps[i].action)].starts) {
      steps.push_back({plan.steps[i].action, s});
      self(self, i + 1);
      steps.pop_back();
    }
  };
  visit(visit, 0);
  return out;
}

bool ends_by_the_goal(const plan_problem& p, const plan_solution& plan) {
  return std::all_of(plan.steps.begin(), plan.steps.end(), [&](const plan_step& s) {
    return s.start + p.actions[static_cast<std::size_t>(s.action)].duration <= plan.makespan;
  });
}

TEST(Explanations, GiveTheRightCostOfEachRefusal) {
  int costly = 0, impossible = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const auto plan = solve(p, enough, {});
    ASSERT_TRUE(plan.ok());
    if (!plan->feasible) continue;
    const auto why = explain_plan(p, *plan, {}, enough, {});
    ASSERT_TRUE(why.ok()) << seed;
    for (std::size_t i = 0; i < plan->steps.size(); ++i) {
      plan_problem left = p;
      left.actions[static_cast<std::size_t>(plan->steps[i].action)].starts.clear();
      const auto best = test::exhaustive_optimum(left);
      const refusal& r = why->steps[i].refused;
      EXPECT_TRUE(r.asked && r.proven) << seed;
      ASSERT_EQ(r.possible, best.has_value()) << seed;
      EXPECT_TRUE(!why->steps[i].landmark || !best) << seed;
      if (!best) {
        ++impossible;
        continue;
      }
      EXPECT_NEAR(r.plan->solution.objective, *best, 1e-6) << seed;
      if (*best > plan->objective + 1e-6) ++costly;
    }
  }
  EXPECT_GT(costly, 50);
  EXPECT_GT(impossible, 500);
}

TEST(Explanations, BoundTheCostOfEachRefusalWhateverTheNodes) {
  int open = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    const plan_problem p = test::small_problem(seed);
    for (const std::uint64_t nodes : {1U, 2U, 20U}) {
      const auto plan = solve(p, {nodes, 0, 1}, {});
      if (!plan->feasible) continue;
      const auto why = explain_plan(p, *plan, {}, {nodes, 0, 1}, {});
      ASSERT_TRUE(why.ok()) << seed;
      for (std::size_t i = 0; i < plan->steps.size(); ++i) {
        plan_problem left = p;
        left.actions[static_cast<std::size_t>(plan->steps[i].action)].starts.clear();
        const auto best = test::exhaustive_optimum(left);
        const refusal& r = why->steps[i].refused;
        if (!r.proven) ++open;
        if (!best) {
          EXPECT_FALSE(r.possible) << seed;
          continue;
        }
        EXPECT_LE(r.bound, *best + 1e-6) << seed << " " << nodes;
        EXPECT_TRUE(r.possible || !r.proven) << seed;
        if (r.possible && r.proven) {
          EXPECT_NEAR(r.plan->solution.objective, *best, 1e-6) << seed << " " << nodes;
        }
      }
    }
  }
  EXPECT_GT(open, 0);  // else the limits limited nothing
}

// More to reach, and room to move: every fact that is made, any week after the first starts, no budget.
plan_problem roomy_problem(std::uint64_t seed) {
  plan_problem p = test::small_problem(seed);
  for (action& a : p.actions)
    for (int s = a.starts.empty() ? p.horizon + 1 : a.starts.back() + 1; s <= p.horizon; ++s) a.starts.push_back(s);
  p.budget = std::numeric_limits<double>::infinity();
  std::set<int> made;
  for (const action& a : p.actions) made.insert(a.produces.begin(), a.produces.end());
  p.goal.clear();
  for (const int f : made) p.goal.push_back({1, {f}});
  return p;
}

TEST(Explanations, FindTheSlackThatSearchingEveryTimetableFinds) {
  int slack = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const plan_problem p = roomy_problem(seed);
    const auto plan = solve(p, enough, {});
    if (!plan->feasible || !ends_by_the_goal(p, *plan)) continue;
    const auto found = slack_of(p, *plan, enough, {});
    ASSERT_TRUE(found.ok());
    const std::vector<int> latest = latest_starts(p, *plan);
    for (std::size_t i = 0; i < plan->steps.size(); ++i) {
      EXPECT_TRUE((*found)[i].proven) << seed;
      EXPECT_EQ((*found)[i].latest, latest[i]) << seed << " step " << i;
      EXPECT_LE((*found)[i].alone, (*found)[i].latest) << seed;
      if ((*found)[i].latest > plan->steps[i].start) ++slack;
    }
  }
  EXPECT_GT(slack, 100);
}

TEST(Explanations, NameAsLandmarksOnlyWhatEveryPlanHas) {
  int landmarks = 0;
  for (std::uint64_t seed = 4001; seed <= 6000; ++seed) {
    plan_problem p = test::small_problem(seed);
    const auto plan = solve(p, enough, {});
    if (!plan->feasible) continue;
    const auto why = explain_plan(p, *plan, {}, enough, {});
    p.capacity = p.budget = std::numeric_limits<double>::infinity();
    p.capacity_by_week.clear();
    std::set<int> always, facts;
    bool first = true;
    test::for_each_plan(p, [&](const std::vector<plan_step>& steps, const plan_check&) {
      std::set<int> here, made;
      for (const plan_step& s : steps) {
        here.insert(s.action);
        const auto& produced = p.actions[static_cast<std::size_t>(s.action)].produces;
        made.insert(produced.begin(), produced.end());
      }
      if (first) {
        always = here;
        facts = made;
      }
      first = false;
      std::erase_if(always, [&](int a) { return !here.contains(a); });
      std::erase_if(facts, [&](int f) { return !made.contains(f); });
    });
    for (std::size_t i = 0; i < plan->steps.size(); ++i) {
      EXPECT_EQ(why->steps[i].landmark, always.contains(plan->steps[i].action)) << seed;
      if (why->steps[i].landmark) ++landmarks;
    }
    for (const int f : why->landmarks) EXPECT_TRUE(facts.contains(f)) << seed;
  }
  EXPECT_GT(landmarks, 300);
}

TEST(Explanations, SayWhichRequirementsFallWithoutAStep) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const plan_problem p = test::small_problem(seed);
    const auto plan = solve(p, enough, {});
    if (!plan->feasible) continue;
    const auto why = explain_plan(p, *plan, {}, {200, 0, 1}, {});
    for (std::size_t i = 0; i < plan->steps.size(); ++i) {
      const step_reason& r = why->steps[i];
      std::vector<plan_step> rest = plan->steps;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      const bool stands = check_plan(p, rest).ok;
      // Without any reason the step could simply go.
      if (r.closes.empty() && r.serves.empty() && r.needed_by.empty()) {
        EXPECT_TRUE(stands) << seed;
      } else {
        EXPECT_FALSE(stands) << seed;
      }
      for (const int g : r.closes) {
        plan_problem one = p;
        one.goal = {p.goal[static_cast<std::size_t>(g)]};
        EXPECT_FALSE(check_plan(one, rest).ok) << seed;
      }
    }
  }
}

action course(std::string id, int duration, double load, std::vector<int> starts, std::vector<group> needs,
              std::vector<int> makes) {
  action a;
  a.id = std::move(id);
  a.duration = duration;
  a.load = load;
  a.starts = std::move(starts);
  a.requires_ = std::move(needs);
  a.produces = std::move(makes);
  return a;
}

TEST(Explanations, FollowTheCriticalChainThroughPrerequisitesSessionsAndFullWeeks) {
  plan_problem p;
  p.horizon = 30;
  p.capacity = 10;
  p.week_weight = 1;
  p.fact_count = 4;
  p.actions = {course("first", 3, 8, {0, 1, 2, 3, 4, 5, 6}, {}, {0}),
               course("beside", 2, 8, {0, 1, 2, 3, 4, 5, 6}, {{1, {0}}}, {1}),
               course("session", 2, 2, {7, 20}, {{1, {1}}}, {2}),
               course("easy", 1, 1, {0, 1, 2, 3, 4, 5, 6, 7, 8}, {}, {3})};
  p.goal = {{1, {2}}, {1, {3}}};
  const auto plan = solve(p, enough, {});
  ASSERT_TRUE(plan->optimal);
  EXPECT_EQ(plan->makespan, 9);
  const auto why = explain_plan(p, *plan, {}, enough, {});
  ASSERT_TRUE(why.ok());
  std::string told;
  for (const chain_link& l : why->critical)
    told += p.actions[static_cast<std::size_t>(plan->steps[static_cast<std::size_t>(l.step)].action)].id + " " +
            std::string(name_of(l.by)) + "; ";
  EXPECT_EQ(told, "first start; beside prerequisite; session calendar; ");
  for (std::size_t i = 0; i < plan->steps.size(); ++i) {
    const std::string& id = p.actions[static_cast<std::size_t>(plan->steps[i].action)].id;
    const step_reason& r = why->steps[i];
    if (id == "session") {
      EXPECT_EQ(r.closes, std::vector<int>{0});
      EXPECT_EQ(r.slack.latest, 7);
    }
    if (id == "first") {
      EXPECT_TRUE(r.closes.empty());
      EXPECT_EQ(r.serves, std::vector<int>{0});
      EXPECT_EQ(r.slack.latest, 2);  // two weeks of waiting for the session
      EXPECT_TRUE(contains(r.any_order, static_cast<int>(i)) == false && r.landmark);
    }
    if (id == "easy") {
      EXPECT_EQ(r.closes, std::vector<int>{1});
      EXPECT_EQ(r.slack.latest, 8);
    }
  }
}

TEST(Explanations, SayThatFullWeeksHoldAStepBack) {
  plan_problem p;
  p.horizon = 12;
  p.capacity = 10;
  p.week_weight = 1;
  p.fact_count = 2;
  p.actions = {course("a", 3, 8, {0, 1, 2, 3, 4, 5}, {}, {0}), course("b", 3, 8, {0, 1, 2, 3, 4, 5}, {}, {1})};
  p.goal = {{1, {0}}, {1, {1}}};
  const auto plan = solve(p, enough, {});
  const auto why = explain_plan(p, *plan, {}, enough, {});
  ASSERT_EQ(why->critical.size(), 2U);
  EXPECT_EQ(why->critical[0].by, hold::start);
  EXPECT_EQ(why->critical[1].by, hold::capacity);
  EXPECT_EQ(why->critical[1].after, 0);
  EXPECT_EQ(why->steps[0].any_order, std::vector<int>{1});
  EXPECT_TRUE(why->steps[0].alongside.empty());
}

}  // namespace
}  // namespace activateur
