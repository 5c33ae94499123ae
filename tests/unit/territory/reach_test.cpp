#include "territory/reach.hpp"

#include <gtest/gtest.h>

#include <random>

#include "planning/solve.hpp"

namespace activateur {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

plan_problem random_problem(unsigned seed) {
  std::mt19937 random(seed);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  plan_problem p;
  p.horizon = 20;
  p.fact_count = 6;
  p.hour_weight = 1;
  if (upto(3) == 0) p.held.push_back(upto(6));
  for (int i = 0; i < 8; ++i) {
    action a;
    a.id = std::to_string(i);
    a.cost = upto(50);
    a.hours = upto(30);
    a.duration = 1 + upto(4);
    for (int week = upto(3); week < p.horizon; week += 1 + upto(6)) a.starts.push_back(week);
    const int groups = upto(3);
    for (int g = 0; g < groups; ++g) {
      std::set<int> facts;
      for (int k = 0; k <= upto(3); ++k) facts.insert(upto(6));
      a.requires_.push_back({1 + upto(static_cast<int>(facts.size())), {facts.begin(), facts.end()}});
    }
    std::set<int> made;
    for (int k = 0; k <= upto(2); ++k) made.insert(upto(6));
    a.produces.assign(made.begin(), made.end());
    p.actions.push_back(a);
  }
  return p;
}

// The same by rounds until nothing changes.
std::vector<double> weeks_by_rounds(const plan_problem& p) {
  std::vector<double> had(static_cast<std::size_t>(p.fact_count), infinite);
  for (const int f : p.held) had[static_cast<std::size_t>(f)] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const action& a : p.actions) {
      double ready = 0;
      for (const group& g : a.requires_) {
        std::vector<double> values;
        for (const int f : g.facts) values.push_back(had[static_cast<std::size_t>(f)]);
        std::sort(values.begin(), values.end());
        ready = std::max(ready, values[static_cast<std::size_t>(g.at_least) - 1]);
      }
      for (const int start : a.starts) {
        if (start < ready || start + a.duration > p.horizon) continue;
        for (const int f : a.produces)
          if (start + a.duration < had[static_cast<std::size_t>(f)]) {
            had[static_cast<std::size_t>(f)] = start + a.duration;
            changed = true;
          }
        break;
      }
    }
  }
  return had;
}

// What a set of actions has in the end, calendars left aside.
std::set<int> closure(const plan_problem& p, unsigned chosen) {
  std::set<int> had(p.held.begin(), p.held.end());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < p.actions.size(); ++i) {
      if ((chosen >> i & 1U) == 0) continue;
      const action& a = p.actions[i];
      const bool ready = std::all_of(a.requires_.begin(), a.requires_.end(), [&](const group& g) {
        return std::count_if(g.facts.begin(), g.facts.end(), [&](int f) { return had.contains(f); }) >= g.at_least;
      });
      if (!ready) continue;
      for (const int f : a.produces) changed = had.insert(f).second || changed;
    }
  }
  return had;
}

TEST(Reach, OnePassFindsTheLeastWeekOfEveryFact) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const plan_problem p = random_problem(seed);
    EXPECT_EQ(least_weeks(p), weeks_by_rounds(p)) << seed;
  }
}

// No set of actions that has the facts of a goal costs less than the bound; over every set of every problem.
TEST(Reach, NoSetOfActionsCostsLessThanTheBound) {
  std::size_t tight = 0, goals = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const plan_problem p = random_problem(seed);
    const auto values = [&](double action::*price) {
      return least_values(p, [price](const action& a, double ready) { return ready + a.*price; });
    };
    const auto euros = values(&action::cost), hours = values(&action::hours);
    std::vector<reach_offer> offers;
    for (const action& a : p.actions) offers.push_back({a.id, a.id, a.cost, a.hours});
    std::vector<reached_fact> facts(6);
    for (int f = 0; f < 6; ++f) {
      reached_fact& fact = facts[static_cast<std::size_t>(f)];
      fact.week = 0;
      fact.euros = euros[static_cast<std::size_t>(f)];
      fact.hours = hours[static_cast<std::size_t>(f)];
      for (std::size_t a = 0; a < p.actions.size(); ++a)
        if (std::count(p.actions[a].produces.begin(), p.actions[a].produces.end(), f) > 0)
          fact.given.push_back(static_cast<int>(a));
    }
    std::set<int> wanted;
    for (int f = 0; f < 6; ++f)
      if (std::find(p.held.begin(), p.held.end(), f) == p.held.end() && closure(p, 255).contains(f)) wanted.insert(f);
    if (wanted.size() < 3) continue;
    const std::vector<int> w(wanted.begin(), wanted.end());
    const auto fact = [&](std::size_t i) { return &facts[static_cast<std::size_t>(w[i])]; };
    reach_group all{{fact(0)}, 1}, some{{}, 1};
    for (std::size_t i = 1; i < w.size(); ++i) some.facts.push_back(fact(i));
    some.at_least = (some.facts.size() + 1) / 2;
    const reach_bound bound = bound_of({all, some}, offers);
    double least_euros = infinite, least_hours = infinite;
    for (unsigned chosen = 0; chosen < 256; ++chosen) {
      const std::set<int> had = closure(p, chosen);
      const auto count = std::count_if(w.begin() + 1, w.end(), [&](int f) { return had.contains(f); });
      if (!had.contains(w[0]) || static_cast<std::size_t>(count) < some.at_least) continue;
      double cost = 0, time = 0;
      for (std::size_t a = 0; a < 8; ++a)
        if ((chosen >> a & 1U) != 0) {
          cost += p.actions[a].cost;
          time += p.actions[a].hours;
        }
      least_euros = std::min(least_euros, cost);
      least_hours = std::min(least_hours, time);
    }
    ++goals;
    EXPECT_LE(bound.euros, least_euros + 1e-9) << seed;
    EXPECT_LE(bound.hours, least_hours + 1e-9) << seed;
    tight += bound.euros > 0.999 * least_euros ? 1 : 0;
  }
  EXPECT_GT(goals, 100U);
  EXPECT_GT(tight, goals / 4);  // a bound of nothing would hold too
}

context tuesday() {
  context with;
  with.now = *parse_date_time("2026-11-24T08:00:00Z");
  with.lang = language::en;
  return with;
}

territory small_territory() {
  auto t = read_territory(json::parse(R"({"id":"vallon","name":"Vallon, fictif","fictitious":true,"opportunities":[
      {"id":"permis","title":"Permis","kind":"training","gives":["licence_b"],"cost_euros":1200,"hours":40,"weeks":10},
      {"id":"cours","title":"Cours","kind":"training","teaches":["rome:1"],"needs":["licence_b"],"cost_euros":100,
       "hours":20,"weeks":2,"sessions":["2027-03-01"]},
      {"id":"loin","title":"Loin","kind":"training","teaches":["rome:2"],"weeks":1,"distance_km":90}],
    "targets":[{"target":"rome:K1304","openings":12,"seekers":3,"income_euros":1500,"needs":["licence_b"],"distance_km":4},
      {"target":"rome:K1302"}]})"),
                          "territory");
  EXPECT_TRUE(t.ok()) << (t ? "" : t.why().text(language::en));
  return t ? *std::move(t) : territory{};
}

TEST(Reach, FollowsPrerequisitesCalendarsAndDistance) {
  portfolio person;
  person.max_distance_km = 30;
  policy by = default_policy();
  const auto reach = reach_of(person, {}, small_territory(), {}, {}, by, tuesday());
  ASSERT_TRUE(reach.ok()) << reach.why().text(language::en);
  EXPECT_EQ(reach->conditions.at("licence_b").week, 10);
  EXPECT_EQ(reach->conditions.at("licence_b").euros, 1200);
  const reached_fact& taught = reach->competences.at("rome:1");
  EXPECT_EQ(taught.week, 15);  // the course of 1 March 2027, week 13, lasts two
  EXPECT_EQ(taught.euros, 1300);
  EXPECT_EQ(taught.hours, 60);
  EXPECT_FALSE(reach->competences.contains("rome:2"));
  ASSERT_NE(reach->prospect_of("rome:K1304"), nullptr);
  EXPECT_EQ(*reach->prospect_of("rome:K1304")->openings, 12);
  EXPECT_FALSE(reach->prospect_of("rome:K1302")->openings.has_value());
  person.conditions = {"licence_b"};
  const auto with_licence = reach_of(person, {}, small_territory(), {}, {}, by, tuesday());
  ASSERT_TRUE(with_licence.ok());
  EXPECT_EQ(with_licence->conditions.at("licence_b").week, 0);
  EXPECT_EQ(with_licence->competences.at("rome:1").euros, 100);
}

// The bounds of the carte hold for the plan that is then made.
TEST(Reach, NoPlanIsFasterOrCheaper) {
  portfolio person;
  person.budget_euros = 5000;
  person.weekly_hours = 30;
  const policy by = default_policy();
  const territory in = small_territory();
  gap_report gap;
  gap_item item;
  item.asked.competence = "rome:1";
  item.asked.essential = true;
  item.state = requirement_state::to_acquire;
  gap.items.push_back(item);
  const auto plan = compute_plan(person, gap, in, {}, by, {3000, 0, 1}, tuesday());
  ASSERT_TRUE(plan.ok());
  ASSERT_TRUE(plan->solution.feasible);
  const auto reach = reach_of(person, {}, in, {}, {}, by, tuesday());
  ASSERT_TRUE(reach.ok());
  const reach_bound bound = bound_of({{{&reach->competences.at("rome:1")}, 1}}, reach->offers);
  EXPECT_LE(bound.week, plan->solution.makespan);
  EXPECT_LE(bound.euros, plan->solution.cost);
  EXPECT_EQ(bound.week, 15);
}

TEST(ReadingATerritory, RefusesWhatItSaysOfTargetsWrongly) {
  const auto refused = [](const char* targets) {
    const auto read =
        read_territory(json::parse(std::string(R"({"id":"t","name":"T","targets":)") + targets + "}"), "t");
    return read ? std::string("accepted") : read.why().where.pointer;
  };
  EXPECT_EQ(refused(R"([{"target":"rome:K1304"}])"), "accepted");
  EXPECT_EQ(refused(R"([{"target":"rome:K1304","openings":-1}])"), "/targets/0/openings");
  EXPECT_EQ(refused(R"([{"target":"rome:K1304"},{"target":"rome:K1304"}])"), "/targets/1/target");
  EXPECT_EQ(refused(R"([{"target":{"kind":"vacancy"}}])"), "/targets/0/target");
  EXPECT_EQ(refused(R"([{"openings":1}])"), "/targets/0");
  EXPECT_EQ(refused(R"([{"target":"rome:K1304","salary":1}])"), "/targets/0");
}

}  // namespace
}  // namespace activateur
