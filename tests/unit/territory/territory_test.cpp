#include "territory/territory.hpp"

#include "scene.hpp"
#include "territory/situation.hpp"

namespace activateur {
namespace {

json document() {
  return json::parse(R"({"schema":"activateur/territory/1","id":"vallon","name":"Vallon, fictif","fictitious":true,
    "plugins":["example.rules"],"opportunities":[
      {"id":"b","title":"Immersion","kind":"immersion","recognises":["rome:2"],"weeks":2,"weekly_hours":7},
      {"id":"a","title":"Atelier","kind":"workshop","teaches":["rome:1"],"cost_euros":40,"hours":12,
       "sessions":["2027-03-01","2027-01-25"]}]})");
}

std::string refused_at(const std::function<void(json&)>& change) {
  json d = document();
  change(d);
  const auto read = read_territory(d, "territory.json");
  return read ? "accepted" : read.why().where.pointer;
}

TEST(ReadingATerritory, SortsOpportunitiesAndSessions) {
  const auto t = read_territory(document(), "territory.json");
  ASSERT_TRUE(t.ok()) << t.why().text(language::en);
  EXPECT_TRUE(t->fictitious);
  ASSERT_EQ(t->opportunities.size(), 2U);
  EXPECT_EQ(t->opportunities[0].id, "a");
  EXPECT_EQ(t->opportunities[0].cost_euros, 40);
  EXPECT_EQ(to_text(t->opportunities[0].sessions.front()), "2027-01-25");
  EXPECT_EQ(t->opportunities[1].seats, -1);
  EXPECT_EQ(t->plugins, std::vector<std::string>{"example.rules"});
}

TEST(ReadingATerritory, PointsAtWhatIsWrong) {
  EXPECT_EQ(refused_at([](json& d) { d["schema"] = "activateur/plan/1"; }), "/schema");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][0]["kind"] = "party"; }), "/opportunities/0/kind");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][1]["id"] = "b"; }), "/opportunities/1/id");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][0]["price"] = 3; }), "/opportunities/0");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][0]["weeks"] = 0; }), "/opportunities/0/weeks");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][1]["cost_euros"] = -1; }), "/opportunities/1/cost_euros");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][1]["teaches"] = {"100003"}; }), "/opportunities/1/teaches");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][1]["sessions"] = {"soon"}; }), "/opportunities/1/sessions");
  EXPECT_EQ(refused_at([](json& d) { d["opportunities"][1]["enrol_days"] = -1; }), "/opportunities/1/enrol_days");
}

using test::actions;
using test::names;
using test::scene;

TEST(PlanningInATerritory, TakesTheCheapestMembersOfAGroup) {
  scene s;
  s.gap.groups.push_back({{"g", "two of three", 2, "core", true, {}}, requirement_state::to_explore, 0, 0});
  for (const char* c : {"rome:1", "rome:2", "rome:3"}) {
    s.ask(c, requirement_state::to_acquire);
    s.gap.items.back().asked.group = 0;
  }
  s.offer("a", "training", 300).teaches = {"rome:1"};
  s.offer("b", "training", 100).teaches = {"rome:2"};
  s.offer("c", "training", 200).teaches = {"rome:3"};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), (names{"b", "c"}));
  EXPECT_TRUE(p.unserved.empty());
}

TEST(PlanningInATerritory, AGroupThatNobodyServesIsSaidAndTheRestIsPlanned) {
  scene s;
  s.gap.groups.push_back({{"g", "both", 2, "core", true, {}}, requirement_state::to_explore, 0, 0});
  for (const char* c : {"rome:1", "rome:2"}) {
    s.ask(c, requirement_state::to_acquire);
    s.gap.items.back().asked.group = 0;
  }
  s.ask("rome:3", requirement_state::to_acquire);
  s.offer("a", "training", 300).teaches = {"rome:1"};
  s.offer("c", "training", 200).teaches = {"rome:3"};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"c"});
  EXPECT_EQ(p.unserved, names{"rome:2"});
}

TEST(PlanningInATerritory, AnEssentialConditionIsAGoal) {
  scene s;
  s.gap.conditions.push_back({{"licence_b", "Permis B", true}, false});
  s.offer("driving school", "training", 900).gives = {"licence_b"};
  EXPECT_EQ(actions(s.plan()), names{"driving school"});
  s.in.opportunities.clear();
  EXPECT_EQ(s.plan().unserved, names{"licence_b"});
}

TEST(PlanningInATerritory, PrefersRecognitionToLearningForWhatIsPresumed) {
  scene s;
  s.ask("rome:1", requirement_state::presumed);
  s.offer("course", "training", 300).teaches = {"rome:1"};
  s.offer("feedback", "feedback").recognises = {"rome:1"};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"feedback"});
  EXPECT_TRUE(p.solution.optimal);
  EXPECT_EQ(p.steps[0].closes, names{"rome:1"});
  EXPECT_EQ(to_date(p.origin), "2026-11-30");
  EXPECT_EQ(to_date(p.steps[0].start), "2026-11-30");
  EXPECT_EQ(to_date(p.steps[0].end), "2026-12-07");
}

TEST(PlanningInATerritory, NeverTakesRecognitionForLearning) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  s.offer("feedback", "feedback").recognises = {"rome:1"};
  const plan_report p = s.plan();
  EXPECT_TRUE(p.steps.empty());
  EXPECT_EQ(p.unserved, names{"rome:1"});
}

TEST(PlanningInATerritory, LetsAnImmersionCloseWhatIsToExplore) {
  scene s;
  s.ask("rome:1", requirement_state::to_explore);
  s.ask("rome:2", requirement_state::to_explore);
  s.offer("immersion", "immersion").recognises = {"rome:1"};
  s.offer("feedback", "feedback").recognises = {"rome:2"};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"immersion"});
  EXPECT_EQ(p.unserved, names{"rome:2"});
}

TEST(PlanningInATerritory, ChoosesAnotherStepWhenARuleFundsIt) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  s.offer("cheap", "training", 100).teaches = {"rome:1"};
  s.offer("dear", "training", 500).teaches = {"rome:1"};
  EXPECT_EQ(actions(s.plan()), names{"cheap"});
  s.rules.push_back([](const rule_case& c, language) -> result<std::vector<rule_outcome>> {
    if (c.what->id != "dear") return std::vector<rule_outcome>{};
    return std::vector<rule_outcome>{{"example.rules", "2", "funded", 0.0, false, "Fully funded."}};
  });
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"dear"});
  EXPECT_EQ(p.steps[0].cost_euros, 0);
  EXPECT_EQ(p.steps[0].full_cost_euros, 500);
  ASSERT_EQ(p.steps[0].rules.size(), 1U);
  EXPECT_EQ(p.steps[0].rules[0].rule, "funded");
}

TEST(PlanningInATerritory, LeavesOutWhatARuleDistanceOrSeatsExclude) {
  scene s;
  s.person.max_distance_km = 30;
  s.ask("rome:1", requirement_state::to_acquire);
  s.offer("barred", "training").teaches = {"rome:1"};
  opportunity& far = s.offer("far", "training");
  far.teaches = {"rome:1"};
  far.distance_km = 45;
  opportunity& full = s.offer("full", "training");
  full.teaches = {"rome:1"};
  full.seats = 0;
  s.rules.push_back([](const rule_case& c, language) -> result<std::vector<rule_outcome>> {
    EXPECT_EQ(c.what->id, "barred");
    return std::vector<rule_outcome>{{"example.rules", "2", "youth_only", std::nullopt, true, "For the young only."}};
  });
  const plan_report p = s.plan();
  EXPECT_TRUE(p.steps.empty());
  EXPECT_EQ(p.out_of_reach, names{"rome:1"});
  ASSERT_EQ(p.exclusions.size(), 3U);
  EXPECT_EQ(p.exclusions[0].reason, "For the young only.");
  EXPECT_EQ(p.exclusions[1].reason, "far is 45 km away, more than the 30 km accepted.");
  EXPECT_EQ(p.exclusions[2].reason, "full has no seat left.");
}

TEST(PlanningInATerritory, FailsWithTheErrorOfARule) {
  scene s;
  s.offer("any", "training");
  static constexpr message broken{"example.broken", "The rule broke.", "La règle a échoué."};
  s.rules.push_back([](const rule_case&, language) -> result<std::vector<rule_outcome>> {
    return fail(failure::unsupported, broken);
  });
  const auto made = compute_plan(s.person, s.gap, s.in, s.rules, s.by, {100, 0, 1}, s.with);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().what.code(), "example.broken");
}

TEST(PlanningInATerritory, OrdersStepsByTheirKOfNPrerequisites) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  s.ask("rome:2", requirement_state::presumed, false);
  s.by.goal_share_of_optional = 0;
  opportunity& last = s.offer("diploma", "vae");
  last.teaches = {"rome:1"};
  last.needs_competences = {"rome:2", "rome:3", "rome:4"};
  last.needs_competences_at_least = 2;  // rome:2 is presumed: one of the two others is left
  s.offer("three", "training", 90).teaches = {"rome:3"};
  s.offer("four", "training", 20).teaches = {"rome:4"};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), (names{"four", "diploma"}));
  EXPECT_EQ(p.steps[0].opens, names{"diploma"});
  EXPECT_EQ(p.steps[1].start_week, 1);
  EXPECT_TRUE(p.steps[0].needs.empty());
  ASSERT_EQ(p.steps[1].needs.size(), 1U);
  EXPECT_EQ(p.steps[1].needs[0].steps, names{"four"});
  EXPECT_EQ(to_document(p, s.with).at("steps")[1].at("needs"),
            json::parse(R"([{"at_least":1,"of":2,"steps":["four"]}])"));
}

TEST(PlanningInATerritory, GetsAConditionBeforeTheStepThatNeedsIt) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training");
  course.teaches = {"rome:1"};
  course.needs = {"licence_b"};
  opportunity& licence = s.offer("licence", "support", 200);
  licence.gives = {"licence_b"};
  licence.weeks = 3;
  EXPECT_EQ(actions(s.plan()), (names{"licence", "course"}));
  s.person.conditions = {"licence_b"};
  EXPECT_EQ(actions(s.plan()), names{"course"});
}

TEST(PlanningInATerritory, AsksOnlyThoseWhomABarrierStopsToLiftItBefore) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training");
  course.teaches = {"rome:1"};
  course.needs_if_lacking = {"childcare_solved", "mobility_solved"};
  s.offer("lift", "support").gives = {"mobility_solved"};
  EXPECT_EQ(actions(s.plan()), names{"course"});
  s.person.lacks = {"mobility_solved"};
  EXPECT_EQ(actions(s.plan()), (names{"lift", "course"}));
  s.person.lacks = {"childcare_solved"};  // which nothing lifts
  EXPECT_TRUE(s.plan().steps.empty());
  EXPECT_EQ(s.plan().out_of_reach, names{"rome:1"});
}

TEST(PlanningInATerritory, SaysThatTheSessionsArePast) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training");
  course.teaches = {"rome:1"};
  course.sessions = {*parse_date_or_time("2026-03-02"), *parse_date_or_time("2026-09-07")};
  const plan_report p = s.plan();
  ASSERT_EQ(p.exclusions.size(), 1U);
  EXPECT_EQ(p.exclusions[0].reason, "course: the last session began on 2026-09-07, before 2026-11-30.");
}

TEST(PlanningInATerritory, WhatIsRemoteIsAtNoDistance) {
  scene s;
  s.person.max_distance_km = 30;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training");
  course.teaches = {"rome:1"};
  course.distance_km = 400;
  course.mode = "remote";
  EXPECT_EQ(actions(s.plan()), names{"course"});
}

TEST(PlanningInATerritory, StartsOnTheDateOfASession) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training");
  course.teaches = {"rome:1"};
  course.weeks = 2;
  course.sessions = {*parse_date_or_time("2026-11-25"), *parse_date_or_time("2026-12-17")};  // the first is too soon
  const plan_report p = s.plan();
  ASSERT_EQ(p.steps.size(), 1U);
  EXPECT_EQ(to_date(p.steps[0].start), "2026-12-17");
  EXPECT_EQ(p.steps[0].start_week, 2);
  EXPECT_EQ(to_date(p.steps[0].end), "2027-01-04");  // it lasts until Wednesday 30 December
  s.person.deadline = parse_date_or_time("2026-12-20");
  const plan_report late = s.plan();
  EXPECT_TRUE(late.steps.empty());
  EXPECT_EQ(late.out_of_reach, names{"rome:1"});
  ASSERT_EQ(late.exclusions.size(), 1U);
  EXPECT_EQ(late.exclusions[0].rule, "calendar");
}

TEST(PlanningInATerritory, TakesASessionForTheDayOfItsOwnClock) {
  scene s;
  s.ask("rome:1");
  opportunity& course = s.offer("course", "training", 0, {"rome:1"});
  course.enrol_days = 7;
  const auto step = [&](const char* session) {
    course.sessions = {*parse_clock_time(session)};
    const json plan = to_document(s.plan(), s.with);
    if (plan["steps"].empty()) return std::string("none");
    const json& only = plan["steps"][0];
    return std::to_string(only["start_week"].get<int>()) + " " + only["start"].get<std::string>() + " " +
           only["session"].get<std::string>() + " " + only["enrol_by"].get<std::string>();
  };
  EXPECT_EQ(step("2027-03-01T00:00:00+01:00"), "13 2027-03-01 2027-03-01 2027-02-22");
  EXPECT_EQ(step("2027-03-01T09:00:00+11:00"), "13 2027-03-01 2027-03-01T09:00:00+11:00 2027-02-22");
  EXPECT_EQ(step("2027-03-07T20:00:00-04:00"), "13 2027-03-07 2027-03-07T20:00:00-04:00 2027-02-28");
}

TEST(PlanningInATerritory, WhatLastsWeeksAndStartsAfterMondayEndsInOneWeekMore) {
  const auto weeks = [](const char* session, int lasts, bool of_the_calendar) {
    opportunity o;
    o.weeks = lasts;
    o.calendar_weeks = of_the_calendar;
    return weeks_from(o, *parse_clock_time(session));
  };
  EXPECT_EQ(weeks("2027-03-01", 2, false), 2);  // a Monday
  EXPECT_EQ(weeks("2027-03-01T09:00:00+11:00", 2, false), 2);
  EXPECT_EQ(weeks("2027-03-04", 2, false), 3);
  EXPECT_EQ(weeks("2027-03-04", 2, true), 2);
  EXPECT_EQ(weeks("2027-03-04", 1, false), 1);  // a single week is that of its session
}

TEST(PlanningInATerritory, NothingFollowsASessionBeforeItsLastDay) {
  scene s;
  s.ask("rome:2");
  opportunity& first = s.offer("first", "training", 0, {"rome:1"});
  first.weeks = 2;
  first.sessions = {*parse_date_or_time("2026-12-03")};  // until Wednesday 16 December
  s.offer("second", "training", 0, {"rome:2"}).needs_competences = {"rome:1"};
  const plan_report p = s.plan();
  ASSERT_EQ(actions(p), (names{"first", "second"}));
  EXPECT_EQ(to_date(p.steps[0].end), "2026-12-21");
  EXPECT_EQ(to_date(p.steps[1].start), "2026-12-21");
  s.offered("first").sessions.emplace_back(*parse_date_or_time("2026-11-30"));
  s.offered("first").calendar_weeks = true;
  EXPECT_EQ(to_date(s.plan().steps[1].start), "2026-12-14");
}

TEST(PlanningInATerritory, TakesTheDayOfTheDeadlineForInTime) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training", 0, {"rome:1"});
  course.weeks = 2;  // from Monday 30 November to Sunday 13 December
  for (const char* sunday : {"2026-12-13", "2026-12-13T23:59:59Z"}) {
    s.person.deadline = parse_date_or_time(sunday);
    EXPECT_EQ(actions(s.plan()), names{"course"}) << sunday;
  }
  s.person.deadline = parse_date_or_time("2026-12-12");
  EXPECT_TRUE(s.plan().steps.empty());
}

TEST(PlanningInATerritory, LeavesOutTheConditionThatItCannotPayAndNoOther) {
  for (const bool dear_first : {true, false}) {
    scene s;
    s.person.budget_euros = 100;
    s.ask("rome:1", requirement_state::to_acquire);
    s.offer("course", "training", 10, {"rome:1"});
    s.offer("licence", "training", 5000).gives = {"driving_licence_b"};
    s.offer("aid", "training", 10).gives = {"first_aid"};
    for (const char* name :
         {dear_first ? "driving_licence_b" : "first_aid", dear_first ? "first_aid" : "driving_licence_b"}) {
      condition_item asked;
      asked.asked.name = name;
      asked.asked.essential = true;
      s.gap.conditions.push_back(asked);
    }
    const plan_report p = s.plan();
    names taken = actions(p);
    std::sort(taken.begin(), taken.end());
    EXPECT_EQ(taken, (names{"aid", "course"})) << dear_first;
    EXPECT_EQ(p.out_of_reach, names{"driving_licence_b"}) << dear_first;
  }
}

TEST(PlanningInATerritory, IsNoPlanWhereNothingThatIsAskedCanBeHad) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  const plan_report p = s.plan();
  EXPECT_TRUE(p.steps.empty());
  EXPECT_FALSE(p.solution.feasible);
  EXPECT_TRUE(p.solution.proven_infeasible);
}

TEST(PlanningInATerritory, TakesTheLowestOfSeveralRulesPricesInWhateverOrder) {
  const auto pays = [](const char* rule, double cost) {
    return [=](const rule_case& asked, language) -> result<std::vector<rule_outcome>> {
      rule_outcome out;
      out.rule = rule;
      out.opportunity = asked.what->id;
      out.cost_euros = cost;
      return std::vector<rule_outcome>{out};
    };
  };
  for (const bool swapped : {false, true}) {
    scene s;
    s.ask("rome:1", requirement_state::to_acquire);
    s.offer("course", "training", 1000, {"rome:1"});
    s.rules = {pays("region", 0), pays("aid", 100)};
    if (swapped) std::swap(s.rules[0], s.rules[1]);
    const plan_report p = s.plan();
    ASSERT_EQ(p.steps.size(), 1U);
    EXPECT_EQ(p.steps[0].cost_euros, 0);
    ASSERT_EQ(p.steps[0].rules.size(), 1U);
    EXPECT_EQ(p.steps[0].rules[0].rule, "region");
  }
}

TEST(PlanningInATerritory, TakesASessionThatCanStillBeEnrolledIn) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  opportunity& course = s.offer("course", "training");
  course.teaches = {"rome:1"};
  course.url = "https://example.org/course";
  course.enrol_days = 10;
  course.sessions = {*parse_date_or_time("2026-12-01T09:00:00Z"), *parse_date_or_time("2026-12-17T09:00:00Z")};
  s.with.now = *parse_date_or_time("2026-11-25T23:00:00Z");
  const json step = to_document(s.plan(), s.with).at("steps").at(0);
  EXPECT_EQ(step.at("session"), "2026-12-17T09:00:00Z");
  EXPECT_EQ(step.at("enrol_by"), "2026-12-07");
  EXPECT_EQ(step.at("url"), "https://example.org/course");
  course.enrol_days = 6;  // its last day is the very day
  EXPECT_EQ(to_document(s.plan(), s.with).at("steps").at(0).at("session"), "2026-12-01T09:00:00Z");
  s.with.now = *parse_date_or_time("2026-12-13");
  const plan_report late = s.plan();
  EXPECT_TRUE(late.steps.empty());
  ASSERT_EQ(late.exclusions.size(), 1U);
  EXPECT_EQ(late.exclusions[0].rule, "calendar");
}

TEST(PlanningInATerritory, ReachesAsMuchAsTheBudgetAllows) {
  scene s;
  s.person.budget_euros = 100;
  for (const char* c : {"rome:1", "rome:2", "rome:3"}) s.ask(c, requirement_state::to_acquire);
  s.offer("one", "training", 50).teaches = {"rome:1"};
  s.offer("two", "training", 50).teaches = {"rome:2"};
  s.offer("three", "training", 80).teaches = {"rome:3"};
  const plan_report p = s.plan();
  EXPECT_EQ(p.steps.size(), 2U);
  EXPECT_EQ(p.solution.cost, 100);
  EXPECT_EQ(p.out_of_reach, names{"rome:3"});
  const json d = to_document(p, s.with);
  EXPECT_EQ(d.at("text"),
            "2 steps in 1 week, 100 € left to pay and 8 hours, for part of Job. Requirements that stay open: 1.");
}

TEST(PlanningInATerritory, AimsAtAShareOfWhatIsNotEssential) {
  scene s;
  for (const char* c : {"rome:1", "rome:2", "rome:3"}) s.ask(c, requirement_state::to_acquire, false);
  s.offer("one", "training", 10).teaches = {"rome:1"};
  s.offer("two", "training", 20).teaches = {"rome:2"};
  s.offer("three", "training", 30).teaches = {"rome:3"};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), (names{"one", "two"}));
  EXPECT_TRUE(p.out_of_reach.empty());
}

TEST(PlanDocument, SaysEveryStepAndWhy) {
  scene s;
  s.ask("rome:1", requirement_state::to_acquire);
  s.offer("course", "training", 30).teaches = {"rome:1"};
  s.in.id = "vallon";
  s.in.fictitious = true;
  const json d = to_document(s.plan(), s.with);
  EXPECT_EQ(d.at("schema"), "activateur/plan/1");
  EXPECT_EQ(d.at("objective"), 30 + 4 * 4 + 25);
  EXPECT_EQ(d.at("bound"), d.at("objective"));
  EXPECT_EQ(d.at("optimal"), true);
  EXPECT_EQ(d.at("territory").at("fictitious"), true);
  ASSERT_EQ(d.at("steps").size(), 1U);
  EXPECT_EQ(d.at("steps")[0].at("start"), "2026-11-30");
  EXPECT_EQ(d.at("steps")[0].at("closes")[0].at("label"), "label of rome:1");
  EXPECT_EQ(d.at("steps")[0].at("why"), "Closes: label of rome:1.");
}

TEST(PlanDocument, CountsInWordsAsFrenchDoes) {
  scene s;
  s.with.lang = language::fr;
  s.person.budget_euros = 5000;
  s.ask("rome:1");
  s.offer("cours", "training", 1234.5, {"rome:1"}).hours = 1.5;
  EXPECT_EQ(to_document(s.plan(), s.with)["text"],
            "1 étape en 1 semaine, 1\u202f234,5 € à payer et 1,5 heure, pour Job.");
  s.ask("rome:2");
  EXPECT_EQ(to_document(s.plan(), s.with)["text"],
            "1 étape en 1 semaine, 1\u202f234,5 € à payer et 1,5 heure, pour une partie de Job. Attendus qui restent "
            "ouverts : 1.");
  s.person.refused.kinds = {"training"};
  const json none = to_document(s.plan(), s.with);
  EXPECT_EQ(none["exclusions"][0]["reason"], "cours est d'un genre refusé : formation.");
  EXPECT_EQ(none["text"], "Pas de plan vers Job. Attendus auxquels personne ne répond : 1 ; hors d'atteinte : 1.");
}

TEST(PlanDocument, NamesTheActionsOfABareProblemByNumberOrId) {
  plan_problem p;
  p.actions.resize(2);
  p.actions[0].id = "0";
  p.actions[1].id = "visit";
  plan_solution s;
  s.feasible = true;
  s.steps = {{0, 3}, {1, 5}};
  const json d = to_document(p, s, context{});
  EXPECT_EQ(d.at("steps"), json::parse(R"([{"action":0,"start":3},{"action":"visit","start":5}])"));
}

}  // namespace
}  // namespace activateur
