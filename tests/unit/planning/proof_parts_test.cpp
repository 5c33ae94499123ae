// What the proof is made of, against every plan of small problems.
#include <gtest/gtest.h>

#include <algorithm>

#include "planning/landmarks.hpp"
#include "planning/load_rows.hpp"
#include "planning/placement.hpp"
#include "planning/relaxation.hpp"
#include "small_problems.hpp"

namespace activateur {
namespace {

// Every plan by the week whose steps are all of use: no step can be left out.
std::vector<std::vector<plan_step>> useful_plans(const plan_problem& p, int week) {
  std::vector<std::vector<plan_step>> out;
  const auto good = [&](const std::vector<plan_step>& those) {
    const plan_check judged = check_plan(p, those);
    return judged.ok && judged.makespan <= week;
  };
  test::for_each_plan(p, [&](const std::vector<plan_step>& steps, const plan_check& judged) {
    if (judged.makespan > week) return;
    for (std::size_t without = 0; without < steps.size(); ++without) {
      std::vector<plan_step> fewer = steps;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(without));
      if (good(fewer)) return;
    }
    out.push_back(steps);
  });
  return out;
}

struct small_case {
  plan_problem problem;
  plan_network net;
  std::vector<std::vector<int>> selections;  // of each useful plan, in the network's numbers; those it can name
};

std::optional<small_case> small(std::uint64_t seed, int& week) {
  small_case c;
  c.problem = test::small_problem(seed);
  preprocessed ready = preprocess(c.problem);
  if (!ready.possible || ready.network.goal_groups == 0) return std::nullopt;
  c.net = std::move(ready.network);
  week = std::min(c.problem.horizon, c.net.fastest + static_cast<int>(seed % 3));
  for (const auto& plan : useful_plans(c.problem, week)) {
    std::vector<int> selection;
    for (const plan_step& s : plan) {
      const auto at = std::find(c.net.original.begin(), c.net.original.end(), s.action);
      if (at != c.net.original.end()) selection.push_back(static_cast<int>(at - c.net.original.begin()));
    }
    // Others use an action that something cheaper replaces in the network.
    if (selection.size() == plan.size()) c.selections.push_back(std::move(selection));
  }
  return c;
}

TEST(PartsOfTheProof, LeaveEveryUsefulPlanWithinTheWindows) {
  int plans = 0;
  for (std::uint64_t seed = 0; seed < 2400; ++seed) {
    int week = 0;
    const auto c = small(seed, week);
    if (!c) continue;
    const windows seen = windows_by(c->net, week, {});
    for (const auto& selection : c->selections) {
      ++plans;
      ASSERT_TRUE(seen.possible) << seed;
      for (const int a : selection) EXPECT_TRUE(seen.action[static_cast<std::size_t>(a)]) << seed;
    }
  }
  EXPECT_GT(plans, 300);
}

TEST(PartsOfTheProof, FindLandmarksThatEveryPlanMeets) {
  int met = 0;
  for (std::uint64_t seed = 0; seed < 2400; ++seed) {
    int week = 0;
    const auto c = small(seed, week);
    if (!c || c->selections.empty()) continue;
    random_source r(seed);
    std::vector<int> order, landmark;
    for (int a = 0; a < c->net.actions; ++a) order.push_back(a);
    deadline_reach reach(c->net);
    for (int round = 0; round < 4; ++round) {
      for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(r.below(static_cast<int>(i)))]);
      reach.start(week);
      landmark_of(reach, order, landmark);
      for (const auto& selection : c->selections) {
        ++met;
        EXPECT_TRUE(std::any_of(selection.begin(), selection.end(), [&](int a) {
          return std::find(landmark.begin(), landmark.end(), a) != landmark.end();
        })) << seed;
      }
    }
  }
  EXPECT_GT(met, 1000);
}

TEST(PartsOfTheProof, NeverCutAPlanOffByItsLoad) {
  int rows = 0;
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    int week = 0;
    const auto c = small(seed, week);
    if (!c || c->selections.empty()) continue;
    const windows seen = windows_by(c->net, week, {});
    std::vector<int> actions;
    for (int a = 0; a < c->net.actions; ++a)
      if (seen.action[static_cast<std::size_t>(a)]) actions.push_back(a);
    const load_rows loads(c->net, week, seen, actions);
    // Everything at once: the rows it violates hold for every plan.
    for (const load_rows::row& row : loads.violated(std::vector<double>(actions.size(), 1.0))) {
      ++rows;
      for (const auto& selection : c->selections) {
        double taken = 0;
        for (const auto& [i, load] : row.loads)
          if (std::find(selection.begin(), selection.end(), actions[static_cast<std::size_t>(i)]) != selection.end())
            taken += load;
        EXPECT_LE(taken, row.room + 1e-6) << seed;
      }
    }
  }
  EXPECT_GT(rows, 10);
}

TEST(PartsOfTheProof, PlaceExactlyTheSelectionsThatCanBePlaced) {
  int possible = 0;
  int impossible = 0;
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    int week = 0;
    const auto c = small(seed, week);
    if (!c || c->net.actions > 6) continue;
    placement place(c->net, [] { return true; });
    for (int mask = 1; mask < 1 << c->net.actions; ++mask) {
      std::vector<int> selection;
      std::vector<char> available(static_cast<std::size_t>(c->net.actions), 0);
      for (int a = 0; a < c->net.actions; ++a)
        if (mask >> a & 1) {
          selection.push_back(a);
          available[static_cast<std::size_t>(a)] = 1;
        }
      const bool known = std::find(c->selections.begin(), c->selections.end(), selection) != c->selections.end();
      std::uint64_t nodes = 10'000;
      const auto how = place.decide(week, available, selection, nodes);
      ASSERT_NE(how, placement::outcome::unsure) << seed;
      if (known) {
        ++possible;
        EXPECT_EQ(how, placement::outcome::possible) << seed << " " << mask;
      }
      if (how == placement::outcome::impossible) ++impossible;
      if (how != placement::outcome::possible) continue;
      std::vector<plan_step> steps;
      for (const plan_step& s : place.steps())
        steps.push_back({c->net.original[static_cast<std::size_t>(s.action)], s.start});
      const plan_check judged = check_plan(c->problem, steps);
      // The budget is not its affair.
      EXPECT_TRUE(judged.ok || judged.fault == "budget exceeded") << seed << " " << judged.fault;
      if (judged.ok) {
        EXPECT_LE(judged.makespan, week) << seed;
      }
    }
  }
  EXPECT_GT(possible, 300);
  EXPECT_GT(impossible, 1000);
}

TEST(PartsOfTheProof, KeepEveryPlanWithinTheRelaxation) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 3200; ++seed) {
    int week = 0;
    const auto c = small(seed, week);
    if (!c || c->selections.empty()) continue;
    landmark_pool pool;
    relaxation relaxed(c->net, week, {}, pool);
    ASSERT_TRUE(relaxed.possible());
    std::int64_t work = 1'000'000;
    relaxed.solve(1e9, 40, work);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& selection : c->selections) {
      double price = 0;
      for (const int a : selection) price += c->net.price[static_cast<std::size_t>(a)];
      least = std::min(least, price);
    }
    ++compared;
    EXPECT_LE(relaxed.program().bound(), least + 1e-6) << seed;
  }
  EXPECT_GT(compared, 200);
}

}  // namespace
}  // namespace activateur
