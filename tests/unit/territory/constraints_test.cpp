#include "territory/constraints.hpp"

#include <functional>

#include "scene.hpp"
#include "territory/plan_answers.hpp"

namespace activateur {
namespace {

using test::actions;
using test::day;
using test::names;
using test::scene;

std::string reasons(const std::vector<rule_outcome>& of) {
  std::string out;
  for (const rule_outcome& r : of) out.append(r.rule).append(": ").append(r.reason).append("\n");
  return out;
}

TEST(Constraints, NoStepRunsThroughAVacation) {
  scene s;
  s.ask("rome:1");
  s.offer("course", "training", 0, {"rome:1"}).weeks = 3;
  s.person.availabilities = {{day("2026-12-07"), day("2026-12-20"), 0}};
  const plan_report p = s.plan();
  ASSERT_EQ(p.steps.size(), 1U);
  EXPECT_EQ(to_date(p.steps[0].start), "2026-12-21");
}

TEST(Constraints, NothingIsPutIntoAVacationThoughItAskForNoHours) {
  scene s;
  s.ask("rome:1");
  opportunity& request = s.offer("request", "badge_application", 0, {"rome:1"});
  request.hours = 0;
  request.weeks = 2;
  s.person.availabilities = {{day("2026-12-07"), day("2026-12-20"), 0}, {day("2026-12-28"), day("2027-01-03"), 3}};
  const plan_report p = s.plan();
  ASSERT_EQ(p.steps.size(), 1U);
  EXPECT_EQ(to_date(p.steps[0].start), "2026-12-21");
  s.person.availabilities.clear();
  s.person.weekly_hours = 0;  // no time, and no word that she is away
  EXPECT_EQ(to_date(s.plan().steps[0].start), "2026-11-30");
}

// What an opportunity asks and the target does not follows the word of a professional as the states of the gap do.
TEST(Constraints, WhatSomebodyDecidedHoldsForWhatOpportunitiesAskToo) {
  scene s;
  s.ask("rome:1");
  s.offer("course", "training", 0, {"rome:1"}).needs_competences = {"rome:2"};
  s.offer("before", "training", 50, {"rome:2"});
  EXPECT_EQ(actions(s.plan()), (names{"before", "course"}));
  s.person.overrides = {{"rome:2", "recognised", "guide-1", "seen", {}}};
  EXPECT_EQ(actions(s.plan()), names{"course"});
  standing& known = s.gap.state.competences["rome:2"];
  known.value.positive = 100;  // evidence speaks for it
  s.person.overrides[0].state = "to_acquire";
  EXPECT_EQ(actions(s.plan()), (names{"before", "course"}));
}

TEST(Constraints, WhatIsAskedAtTwoLevelsIsClosedWhileOneIsMissing) {
  for (const bool first_is_had : {true, false}) {
    scene s;
    s.ask("rome:1", first_is_had ? requirement_state::recognised : requirement_state::to_acquire);
    s.ask("rome:1", first_is_had ? requirement_state::to_acquire : requirement_state::recognised);
    s.offer("course", "training", 0, {"rome:1"});
    const plan_report p = s.plan();
    EXPECT_TRUE(p.out_of_reach.empty());
    EXPECT_EQ(actions(p), names{"course"});
  }
}

TEST(Constraints, WhyNoSessionFitsIsSaidAsItIs) {
  const auto why = [](const std::function<void(scene&, opportunity&)>& arrange) {
    scene s;
    s.ask("rome:1");
    opportunity& course = s.offer("course", "training", 0, {"rome:1"});
    s.person.deadline = day("2026-12-20");  // weeks 0 to 2
    arrange(s, course);
    return reasons(s.plan().exclusions);
  };
  const auto session = [](const char* date, int weeks = 1, int enrol_days = 0) {
    return [=](scene&, opportunity& o) {
      o.sessions = {*parse_date_or_time(date)};
      o.weeks = weeks;
      o.enrol_days = enrol_days;
    };
  };
  EXPECT_EQ(why(session("2026-12-14")), "");
  EXPECT_EQ(why(session("2026-12-14", 4)),
            "calendar: course lasts 4 weeks and would end after the last day of the plan, 2026-12-20.\n");
  EXPECT_EQ(why(session("2026-12-07", 1, 30)), "calendar: course: enrolment has been closed since 2026-11-07.\n");
  EXPECT_EQ(why(session("2026-11-26")),
            "calendar: course: the last session begins on 2026-11-26, before the first Monday of the plan "
            "(2026-11-30).\n");
  EXPECT_EQ(why(session("2026-11-20")), "calendar: course: the last session began on 2026-11-20, before 2026-11-30.\n");
  EXPECT_EQ(why(session("2027-03-01")), "calendar: course has no session between 2026-11-30 and 2026-12-20.\n");
  EXPECT_EQ(why([](scene&, opportunity& o) { o.weeks = 40; }),
            "calendar: course lasts 40 weeks and would end after the last day of the plan, 2026-12-20.\n");
}

TEST(Constraints, WhatIsRemoteIsAtNoDistance) {
  opportunity far;
  far.distance_km = 300;
  offers from;
  from.open.resize(1);
  from.open[0].what = &far;
  EXPECT_EQ(distances_of(from), std::vector<double>{300});
  far.mode = "remote";
  EXPECT_EQ(distances_of(from), std::vector<double>{0});
}

TEST(Constraints, APeriodMayLeaveFewerOrMoreHoursAndTheNarrowestCounts) {
  portfolio person;
  person.weekly_hours = 20;
  EXPECT_TRUE(hours_by_week(person, day("2026-11-30"), 4).empty());
  person.availabilities = {{day("2026-12-09"), day("2026-12-14"), 5},
                           {day("2026-12-08"), day("2026-12-08"), 30},
                           {day("2026-12-21"), day("2027-12-21"), 35},
                           {day("2026-01-01"), day("2026-11-29"), 0}};
  EXPECT_EQ(hours_by_week(person, day("2026-11-30"), 5), (std::vector<double>{20, 5, 5, 35, 35}));
}

TEST(Constraints, WhatMeansDoNotReachIsLeftOutWithItsReason) {
  scene s;
  s.ask("rome:1");
  s.offer("near", "training", 500, {"rome:1"}).distance_km = 8;
  s.offer("far", "training", 0, {"rome:1"}).distance_km = 12;
  s.by.plan_means_km = {{"walk", 3}, {"bicycle", 10}};
  s.person.means = {{"bicycle", std::nullopt}, {"walk", std::nullopt}};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"near"});
  EXPECT_EQ(reasons(p.exclusions), "means: far is 12 km away, further than your means of transport reach (10 km).\n");
  EXPECT_EQ(p.exclusions[0].opportunity, "far");
  s.person.means[0].max_km = 15;
  EXPECT_EQ(actions(s.plan()), names{"far"});
  s.person.max_distance_km = 9;
  EXPECT_EQ(reasons(s.plan().exclusions), "distance: far is 12 km away, more than the 9 km accepted.\n");
}

TEST(Constraints, DistanceWeighsInTheChoiceAndIsNotPaid) {
  scene s;
  s.ask("rome:1");
  s.offer("far", "training", 10, {"rome:1"}).distance_km = 40;
  s.offer("near", "training", 25, {"rome:1"}).distance_km = 2;
  EXPECT_EQ(actions(s.plan()), names{"far"});
  s.by.plan_distance_weight = 0.5;
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"near"});
  EXPECT_EQ(p.solution.cost, 25);
  EXPECT_EQ(p.solution.objective, 25 + 4 * 4 + 25 + 1);
}

TEST(Constraints, RefusedOpportunitiesKindsAndProvidersAreLeftOut) {
  scene s;
  s.ask("rome:1");
  s.offer("a", "training", 0, {"rome:1"});
  s.offer("b", "workshop", 0, {"rome:1"});
  s.offer("c", "vae", 0, {"rome:1"}).provider = "School";
  s.offer("d", "training", 90, {"rome:1"});
  s.person.refused = {{"a"}, {"workshop"}, {"School"}};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"d"});
  EXPECT_EQ(reasons(p.exclusions),
            "refused: a is refused.\n"
            "refused_kind: b is of a kind that is refused: workshop.\n"
            "refused_provider: c is offered by School, who is refused.\n");
}

TEST(Constraints, AnImposedStepIsInThePlanThoughFarAndUselessAndSaysSo) {
  scene s;
  s.ask("rome:1");
  s.offer("a", "training", 10, {"rome:1"});
  opportunity& visit = s.offer("visit", "meeting");
  visit.distance_km = 90;
  s.person.max_distance_km = 20;
  s.person.imposed = {{"visit", day("2026-12-16")}};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), (names{"a", "visit"}));
  EXPECT_EQ(p.steps[1].start_week, 2);
  EXPECT_EQ(to_document(p, s.with)["steps"][1]["why"], "Asked for.");
  EXPECT_TRUE(p.not_imposed.empty());
}

TEST(Constraints, AnImposedStepBringsWhatItNeedsBefore) {
  scene s;
  s.ask("rome:1");
  s.offer("a", "training", 10, {"rome:1"});
  s.offer("course", "training").needs = {"licence_b"};
  s.offer("licence", "support").gives = {"licence_b"};
  s.person.imposed = {{"course", std::nullopt}};
  EXPECT_EQ(actions(s.plan()), (names{"a", "licence", "course"}));
}

TEST(Constraints, AnImposedStepThatCannotBeIsSaidAndTheRestIsPlanned) {
  scene s;
  s.ask("rome:1");
  s.offer("a", "training", 10, {"rome:1"});
  s.offer("full", "training").seats = 0;
  s.offer("dear", "training", 5000);
  s.offer("dated", "training").sessions = {day("2026-12-09")};
  s.person.imposed = {{"full", std::nullopt}, {"dear", std::nullopt}, {"dated", day("2026-12-16")}};
  const plan_report p = s.plan();
  EXPECT_EQ(actions(p), names{"a"});
  EXPECT_EQ(reasons(p.not_imposed),
            "imposed: dated is imposed in the week of 2026-12-16, when it cannot start.\n"
            "seats: full has no seat left.\n"
            "imposed: dear is imposed, and no plan has it within the constraints.\n");
}

TEST(Constraints, ImposingWhatTheTerritoryDoesNotKnowIsAnError) {
  scene s;
  s.person.imposed = {{"nowhere", std::nullopt}};
  const auto made = compute_plan(s.person, s.gap, s.in, s.rules, s.by, {100, 0, 1}, s.with);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().what.code(), "plan.imposed.unknown");
  EXPECT_EQ(made.why().where.pointer, "/constraints/imposes");
}

TEST(Constraints, AKeptStepStaysWhateverHoursMoneyAndPrerequisitesBecame) {
  scene s;
  s.ask("rome:1");
  s.ask("rome:2");
  s.offer("other", "training", 10, {"rome:2"});
  opportunity& course = s.offer("course", "training", 400, {"rome:1"});
  course.needs = {"licence_b"};
  course.weeks = 4;
  course.hours = 40;
  course.seats = 0;
  s.person.budget_euros = 0;
  s.person.weekly_hours = 4;
  s.sort();
  commitments bound_by;
  bound_by.kept = {{s.offered("course"), day("2026-11-16"), true}};
  const auto made = compute_plan(s.person, s.gap, s.in, s.rules, s.by, {3000, 0, 1}, s.with, &bound_by);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(actions(*made), names{"course"});
  EXPECT_EQ(made->steps[0].start_week, 0);
  EXPECT_EQ(made->steps[0].weeks, 2);  // that are left
  EXPECT_EQ(made->steps[0].closes, names{"rome:1"});
  EXPECT_EQ(made->out_of_reach, names{"rome:2"});  // no euro is left for it
}

}  // namespace
}  // namespace activateur
