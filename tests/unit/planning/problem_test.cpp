#include "planning/problem.hpp"

#include <gtest/gtest.h>

namespace activateur {
namespace {

json instance() {
  return json::parse(R"({"name":"two ways","H":10,"cap":6,"week_weight":25,"hour_weight":4,"budget":null,
    "facts":[{"id":0},{"id":1},{"id":2}],"held":[2],
    "actions":[{"id":0,"cost":5,"hours":2,"load":1,"dur":2,"starts":[0,3],"prereq":[],"prod":[0]},
               {"id":1,"cost":7,"hours":1,"load":6,"dur":1,"starts":[2,4,5],"prereq":[[1,[0,2]]],"prod":[1]}],
    "goal":[[2,[0,1]]]})");
}

// The pointer of the error that `change` provokes; "accepted" when it provokes none.
std::string refused_at(const std::function<void(json&)>& change) {
  json document = instance();
  change(document);
  const auto read = read_problem(document, "instance.json");
  if (read) return "accepted";
  EXPECT_EQ(read.why().kind, failure::input);
  EXPECT_EQ(read.why().where.source, "instance.json");
  EXPECT_FALSE(read.why().text(language::fr).empty());
  return read.why().where.pointer;
}

TEST(ReadingAProblem, UnderstandsEveryField) {
  const auto p = read_problem(instance(), "instance.json");
  ASSERT_TRUE(p.ok()) << p.why().text(language::en);
  EXPECT_EQ(p->name, "two ways");
  EXPECT_EQ(p->horizon, 10);
  EXPECT_EQ(p->capacity, 6);
  EXPECT_EQ(p->budget, std::numeric_limits<double>::infinity());
  EXPECT_EQ(p->week_weight, 25);
  EXPECT_EQ(p->hour_weight, 4);
  EXPECT_EQ(p->fact_count, 3);
  EXPECT_EQ(p->held, std::vector<int>{2});
  ASSERT_EQ(p->actions.size(), 2U);
  EXPECT_EQ(p->actions[1].id, "1");
  EXPECT_EQ(p->actions[1].cost, 7);
  EXPECT_EQ(p->actions[1].duration, 1);
  EXPECT_EQ(p->actions[1].starts, (std::vector<int>{2, 4, 5}));
  ASSERT_EQ(p->actions[1].requires_.size(), 1U);
  EXPECT_EQ(p->actions[1].requires_[0].at_least, 1);
  EXPECT_EQ(p->actions[1].requires_[0].facts, (std::vector<int>{0, 2}));
  ASSERT_EQ(p->goal.size(), 1U);
  EXPECT_EQ(p->goal[0].at_least, 2);
}

TEST(ReadingAProblem, TakesHoursWeekByWeekAndAFurtherPrice) {
  json document = instance();
  document["cap"] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0};
  document["actions"][1]["extra"] = 2.5;
  const auto p = read_problem(document, "instance.json");
  ASSERT_TRUE(p.ok()) << p.why().text(language::en);
  EXPECT_EQ(p->capacity_in(2), 3);
  EXPECT_EQ(p->capacity_in(9), 0);
  EXPECT_EQ(p->actions[1].extra, 2.5);
}

TEST(ReadingAProblem, PointsAtWhatIsWrong) {
  EXPECT_EQ(refused_at([](json& j) { j["cap"] = {1, 2, 3}; }), "/cap");
  EXPECT_EQ(refused_at([](json& j) { j["cap"] = {1, 2, 3, 4, 5, 6, 7, 8, 9, "x"}; }), "/cap/9");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["extra"] = -1; }), "/actions/0/extra");
  EXPECT_EQ(refused_at([](json& j) { j = json::array(); }), "");
  EXPECT_EQ(refused_at([](json& j) { j.erase("goal"); }), "");
  EXPECT_EQ(refused_at([](json& j) { j["H"] = -1; }), "/H");
  EXPECT_EQ(refused_at([](json& j) { j["H"] = 1e12; }), "/H");
  EXPECT_EQ(refused_at([](json& j) { j["cap"] = "six"; }), "/cap");
  EXPECT_EQ(refused_at([](json& j) { j["budget"] = -3; }), "/budget");
  EXPECT_EQ(refused_at([](json& j) { j["colour"] = 1; }), "/colour");
  EXPECT_EQ(refused_at([](json& j) { j["held"] = {9}; }), "/held/0");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0] = 4; }), "/actions/0");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["cost"] = -1; }), "/actions/0/cost");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["dur"] = 1.5; }), "/actions/0/dur");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0].erase("load"); }), "/actions/0");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][1]["id"] = 0; }), "/actions/1/id");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["starts"] = {3, 3}; }), "/actions/0/starts/1");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["starts"] = {11}; }), "/actions/0/starts/0");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["prod"] = {3}; }), "/actions/0/prod/0");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][0]["prod"] = {1, 1}; }), "/actions/0/prod/1");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][1]["prereq"] = {{3, {0, 1}}}; }), "/actions/1/prereq/0/0");
  EXPECT_EQ(refused_at([](json& j) { j["actions"][1]["prereq"] = {7}; }), "/actions/1/prereq/0");
  EXPECT_EQ(refused_at([](json& j) { j["goal"][0][0] = 0; }), "/goal/0/0");
  EXPECT_EQ(refused_at([](json& j) { j["goal"][0][1][1] = -1; }), "/goal/0/1/1");
}

TEST(ReadingAProblem, SurvivesAnyValueInAnyPlace) {
  const json poison[] = {nullptr, true, -1, 1e300, "x", json::array(), json::object(), json::array({json::array()})};
  const json whole = instance().flatten();
  for (const auto& [pointer, ignored] : whole.items())
    for (const json& bad : poison) {
      json document = instance();
      document[json::json_pointer(pointer)] = bad;
      const auto read = read_problem(document, "instance.json");
      if (!read) {
        EXPECT_FALSE(read.why().where.pointer.empty());
      }
    }
}

TEST(CheckingAPlan, JudgesByTheRulesAlone) {
  const auto p = read_problem(instance(), "instance.json");
  ASSERT_TRUE(p.ok());
  const plan_check good = check_plan(*p, {{0, 0}, {1, 2}});
  EXPECT_TRUE(good.ok) << good.fault;
  EXPECT_EQ(good.cost, 12);
  EXPECT_EQ(good.makespan, 3);
  EXPECT_EQ(good.objective, 12 + 4 * 3 + 25 * 3);
}

TEST(CheckingAPlan, NamesTheFault) {
  auto p = read_problem(instance(), "instance.json");
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(check_plan(*p, {{0, 1}}).fault, "step 0 does not start at one of its starts");
  EXPECT_EQ(check_plan(*p, {{2, 0}}).fault, "step 0 names no action");
  EXPECT_EQ(check_plan(*p, {{0, 0}}).fault, "goal group 0 not met by the horizon");
  EXPECT_EQ(check_plan(*p, {{0, 3}, {1, 4}}).fault, "weekly load exceeded in week 4");
  p->held.clear();
  EXPECT_EQ(check_plan(*p, {{0, 3}, {1, 2}}).fault, "prerequisite of step 1 not met");
  p->budget = 11;
  EXPECT_EQ(check_plan(*p, {{0, 0}, {1, 2}}).fault, "budget exceeded");
}

}  // namespace
}  // namespace activateur
