#include <set>

#include "../frameworks/small_drafts.hpp"
#include "planning/random.hpp"
#include "scene.hpp"

namespace activateur {
namespace {

using test::day;
using test::scene;
using test::step_of;

// "kept a; moved b session: ..." for each change but the plain ones.
std::string changes(const json& plan, bool all = false) {
  std::string out;
  for (const json& c : plan.at("changes").at("steps")) {
    if (!all && !c.contains("cause")) continue;
    out.append(c.at("change").get<std::string>()).append(" ").append(c.value("cause", "-")).append(": ");
    out.append(c.at("text").get<std::string>()).append("\n");
  }
  return out;
}

// Two requirements; `a` is a dated course, `b` a cheap workshop, `c` a dearer one for the same.
struct three : scene {
  json plan;
  three() {
    ask("rome:1");
    ask("rome:2");
    opportunity& a = offer("a", "training", 100, {"rome:1"});
    a.weeks = 3;
    a.sessions = {day("2026-12-07"), day("2027-02-01")};
    offer("b", "workshop", 20, {"rome:2"}).sessions = {day("2026-12-14")};
    offer("c", "workshop", 80, {"rome:2"});
    by.plan_least_gain = 0.05;
    plan = follow();
  }
};

TEST(Replanning, WithNothingChangedIsTheSamePlan) {
  three s;
  ASSERT_EQ(s.plan["steps"].size(), 2U);
  EXPECT_EQ(s.again(s.plan), s.plan);
  s.with.now = day("2026-12-02");  // time passes, nothing of the plan was due
  EXPECT_EQ(s.again(s.plan), s.plan);
  s.record(s.plan, "a", "agreed");
  EXPECT_EQ(s.again(s.plan), s.plan);
}

TEST(Replanning, KeepsWhatIsUnderWayOnItsDatesThoughItIsFullDearAndGone) {
  three s;
  s.record(s.plan, "a", "agreed");
  s.with.now = day("2026-12-07");
  s.record(s.plan, "a", "under_way");
  const json before = step_of(s.plan, "a");
  s.with.now = day("2026-12-15");
  s.person.budget_euros = 0;
  s.person.weekly_hours = 1;
  std::erase_if(s.in.opportunities, [](const opportunity& o) { return o.id == "a"; });
  const json after = s.again(s.plan);
  EXPECT_EQ(step_of(after, "a"), before);
}

TEST(Replanning, SaysThatASessionIsFull) {
  three s;
  s.offered("b").seats = 0;
  const json after = s.again(s.plan);
  EXPECT_EQ(after["revision"], 2);
  EXPECT_EQ(changes(after),
            "removed excluded.seats: b is left out: b has no seat left.\n"
            "added replaces: c is added: it takes the place of b.\n");
  EXPECT_EQ(after["changes"]["text"], "Kept: 1; moved: 0; added: 1; left out: 1.");
  test::expect_schema(after, "plan");
}

TEST(Replanning, SaysThatASessionWasMovedAndThatAStepIsOffered) {
  three s;
  s.offered("a").sessions = {day("2027-01-11")};
  EXPECT_EQ(changes(s.again(s.plan)),
            "moved session: a starts on 2027-01-11 instead of 2026-12-07: it has no start on that date any more.\n");
  std::erase_if(s.in.opportunities, [](const opportunity& o) { return o.id == "b"; });
  EXPECT_NE(changes(s.again(s.plan)).find("removed gone: b is left out: the territory does not offer it any more."),
            std::string::npos);
}

TEST(Replanning, SaysThatACostHasChanged) {
  three s;
  s.offered("a").cost_euros = 130;
  EXPECT_EQ(changes(s.again(s.plan)), "kept cost: a stays; 130 € are left to pay instead of 100 €.\n");
  s.offered("b").cost_euros = 700;
  s.with.lang = language::fr;
  EXPECT_NE(changes(s.again(s.plan)).find("removed cost: b est retirée : elle coûte 700 € au lieu de 20 €."),
            std::string::npos);
}

TEST(Replanning, OffersAFailedStepAgainAtALaterSession) {
  three s;
  s.record(s.plan, "a", "agreed");
  s.with.now = day("2026-12-09");
  s.record(s.plan, "a", "failed", {{}, {}, {}, {}, "ill", {}, {}});
  const json after = s.again(s.plan);
  EXPECT_EQ(step_of(after, "a")["state"], "failed");
  EXPECT_EQ(step_of(after, "a#2")["state"], "proposed");
  EXPECT_EQ(step_of(after, "a#2")["start"], "2027-02-01");
  EXPECT_EQ(changes(after), "added again: a is added: it is offered again after it failed.\n");
  EXPECT_EQ(after["changes"]["steps"].back()["step"], "a#2");
  s.offered("a").sessions = {day("2026-12-07")};
  EXPECT_EQ(s.again(s.plan)["exclusions"][0]["reason"], "a has no start after 2026-12-07.");
}

TEST(Replanning, NeverProposesWhatWasDropped) {
  three s;
  s.record(s.plan, "b", "dropped");
  const json after = s.again(s.plan);
  EXPECT_EQ(changes(after), "added replaces: c is added: it takes the place of b, which is dropped.\n");
  EXPECT_EQ(step_of(after, "b")["state"], "dropped");
  s.record(s.plan = after, "c", "dropped");
  const json last = s.again(s.plan);
  EXPECT_EQ(last["out_of_reach"][0]["competence"], "rome:2");
  for (const json& step : last["steps"]) EXPECT_TRUE(step["state"] != "proposed" || step["action"] == "a");
}

TEST(Replanning, CountsWhatIsDoneAndWhatItCost) {
  three s;
  s.person.budget_euros = 120;
  s.record(s.plan, "a", "agreed");
  s.with.now = day("2026-12-08");
  s.record(s.plan, "a", "done");
  EXPECT_EQ(s.again(s.plan), s.plan);  // what it taught is held, and 20 euros are left for b
  s.person.budget_euros = 110;
  EXPECT_NE(changes(s.again(s.plan)).find("removed budget: b is left out: the budget left does not pay for it."),
            std::string::npos);
}

TEST(Replanning, AnsweredByNewEvidenceAStepLeaves) {
  three s;
  s.gap.items[1].state = requirement_state::recognised;
  EXPECT_EQ(changes(s.again(s.plan)), "removed evidence: b is left out: what it answers to is recognised now.\n");
}

TEST(Replanning, FollowsAChangedGoal) {
  three s;
  s.gap.to.id = "example:other";
  s.gap.items[1].asked.competence = "rome:3";
  s.offer("d", "workshop", 5, {"rome:3"});
  const json after = s.again(s.plan);
  EXPECT_EQ(changes(after),
            "removed goal: b is left out: the goal has changed.\n"
            "added goal: d is added: the goal has changed.\n");
  EXPECT_EQ(after["target"]["id"], "example:other");
}

TEST(Replanning, CountsWhatADroppedStepCostOnlyWhereItHadBegun) {
  for (const bool begun : {true, false}) {
    three s;
    s.person.budget_euros = 110;
    s.record(s.plan, "a", "agreed");
    s.with.now = day("2026-12-08");
    if (begun) s.record(s.plan, "a", "under_way");
    s.record(s.plan, "a", "dropped");
    const json after = s.again(s.plan);
    // 10 euros are left where it had begun, which do not pay for b.
    EXPECT_EQ(step_of(after, "b")["state"] == "proposed", !begun) << begun;
    EXPECT_EQ(s.again(after), after);
  }
}

TEST(Replanning, APostponedStepWithoutSessionsGetsNone) {
  three s;
  s.offered("b").seats = 0;
  s.plan = s.again(s.plan);
  s.record(s.plan, "c", "postponed", {{}, {}, {}, {}, {}, {}, day("2027-01-06")});
  const json after = s.again(s.plan);
  EXPECT_EQ(step_of(after, "c")["start"], "2027-01-11");  // any day of that week
  EXPECT_FALSE(step_of(after, "c").contains("session"));
  EXPECT_EQ(s.again(after), after);
  s.person.deadline = day("2027-01-10");
  const json late = s.again(after);
  for (const json& step : late["steps"]) EXPECT_TRUE(step["action"] != "c" || step["state"] == "dropped");
}

TEST(Replanning, MovesAStepOutOfAVacationAndPostponesOneOnDemand) {
  three s;
  s.person.availabilities = {{day("2026-12-07"), day("2026-12-31"), 0}};
  EXPECT_NE(
      changes(s.again(s.plan))
          .find("moved hours: a starts on 2027-02-01 instead of 2026-12-07: the free hours of those weeks are not "
                "enough any more."),
      std::string::npos);
  s.person.availabilities.clear();
  s.record(s.plan, "a", "postponed", {{}, {}, {}, {}, {}, {}, day("2027-01-04")});
  const json after = s.again(s.plan);
  EXPECT_EQ(changes(after), "moved postponed: a starts on 2027-02-01 instead of 2026-12-07: it was postponed.\n");
  EXPECT_EQ(step_of(after, "a")["state"], "postponed");
  EXPECT_EQ(s.again(after), after);
}

TEST(Replanning, MovesAFlexibleStepWhoseWeekHasPassed) {
  three s;
  s.offered("b").seats = 0;
  s.plan = s.again(s.plan);
  ASSERT_EQ(step_of(s.plan, "c")["start"], "2026-11-30");
  s.with.now = day("2026-12-03");  // its week is not over
  EXPECT_EQ(s.again(s.plan), s.plan);
  s.with.now = day("2026-12-08");
  EXPECT_EQ(changes(s.again(s.plan)),
            "moved date_passed: c starts on 2026-12-14 instead of 2026-11-30: its date has passed and nothing was "
            "recorded.\n");
}

TEST(Replanning, DoesNotMoveForALittle) {
  three s;
  s.offer("e", "workshop", 15, {"rome:2"}).sessions = {day("2026-12-14")};
  EXPECT_EQ(s.again(s.plan), s.plan);
  s.by.plan_least_gain = 0;
  EXPECT_EQ(changes(s.again(s.plan)),
            "removed better: b is left out: the plan is better so.\n"
            "added replaces: e is added: it takes the place of b.\n");
}

// `last` needs what `first` teaches.
struct chain : scene {
  json plan;
  chain() {
    ask("rome:1");
    opportunity& last = offer("last", "vae", 0, {"rome:1"});
    last.needs_competences = {"rome:9"};
    last.sessions = {day("2026-12-21"), day("2027-03-01")};
    offer("first", "training", 10, {"rome:9"}).sessions = {day("2026-12-07"), day("2027-01-11")};
    plan = follow();
  }
};

TEST(Replanning, ReleasesAPromiseThatCannotBeKeptAndAsksAnew) {
  chain s;
  s.record(s.plan, "last", "agreed");
  EXPECT_EQ(s.again(s.plan), s.plan);
  s.record(s.plan, "first", "agreed");
  s.with.now = day("2026-12-08");
  s.record(s.plan, "first", "failed");
  const json after = s.again(s.plan);
  EXPECT_EQ(step_of(after, "last")["state"], "postponed");
  EXPECT_EQ(step_of(after, "last")["start"], "2027-03-01");
  EXPECT_EQ(changes(after),
            "moved waits: last starts on 2027-03-01 instead of 2026-12-21: it waits for first.\n"
            "added again: first is added: it is offered again after it failed.\n");
  EXPECT_EQ(after["journal"].back()["by"], "activateur");
  EXPECT_EQ(s.again(after), after);
  test::expect_schema(after, "plan");
}

TEST(Replanning, WhatADoneStepTaughtOpensTheNext) {
  chain s;
  s.record(s.plan, "first", "agreed");
  s.with.now = day("2026-12-09");
  s.record(s.plan, "first", "done");
  EXPECT_EQ(s.again(s.plan), s.plan);
  EXPECT_EQ(step_of(s.again(s.plan), "last")["start"], "2026-12-21");
}

TEST(Replanning, AddsWhatTheTerritoryNowServes) {
  three s;
  s.ask("rome:3");
  s.plan = s.follow();
  EXPECT_EQ(s.plan["unserved"][0]["competence"], "rome:3");
  s.offer("new", "workshop", 5, {"rome:3"});
  EXPECT_EQ(changes(s.again(s.plan)),
            "added served: new is added: it answers to what nothing answered to: label of rome:3.\n");
}

// Random histories: whatever happens, what is under way or has ended is not touched, the revision never falls, ids stay
// unique, and planning again at once changes nothing.
TEST(Replanning, HoldsItsPromisesInRandomHistories) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    random_source r(seed);
    scene s;
    s.by.plan_least_gain = r.below(2) * 0.05;
    const int wanted = 2 + r.below(4);
    for (int c = 0; c < wanted; ++c) s.ask("rome:" + std::to_string(c));
    for (int i = 0; i < 9; ++i) {
      opportunity& o = s.offer("o" + std::to_string(i), "training", r.below(200));
      o.teaches = {"rome:" + std::to_string(r.below(wanted))};
      if (r.below(3) == 0) o.teaches.push_back("rome:extra" + std::to_string(r.below(2)));
      if (r.below(3) == 0) o.needs_competences = {"rome:extra" + std::to_string(r.below(2))};
      o.weeks = 1 + r.below(4);
      for (int k = r.below(4); k > 0; --k)
        o.sessions.emplace_back(instant{day("2026-11-30").ms + r.below(30) * 7 * ms_per_day});
      std::sort(o.sessions.begin(), o.sessions.end());
    }
    json plan = s.follow();
    for (int turn = 0; turn < 6; ++turn) {
      s.with.now.ms += r.below(20) * ms_per_day;
      for (const json& step : json(plan["steps"])) {
        const auto can = may_become(*followed_state_named(step["state"].get<std::string>()));
        if (can.empty() || r.below(2) == 0) continue;
        s.record(plan, step["id"],
                 std::string(name(can[static_cast<std::size_t>(r.below(static_cast<int>(can.size())))])));
      }
      opportunity& o = s.in.opportunities[static_cast<std::size_t>(r.below(9))];
      if (r.below(3) == 0) o.seats = 0;
      if (r.below(3) == 0) o.cost_euros = r.below(300);
      if (r.below(4) == 0)
        s.person.availabilities = {{s.with.now, {s.with.now.ms + 30 * ms_per_day}, r.below(8) * 1.0}};
      const json after = s.again(plan);
      ASSERT_GE(after["revision"], plan["revision"]);
      std::set<std::string> ids;
      for (const json& step : after["steps"]) EXPECT_TRUE(ids.insert(step["id"]).second) << seed;
      for (const json& step : plan["steps"]) {
        const auto state = *followed_state_named(step["state"].get<std::string>());
        if (state < followed_state::under_way) continue;
        const json now = step_of(after, step["id"]);
        ASSERT_FALSE(now.is_null()) << seed;
        for (const char* fixed : {"start", "end", "start_week", "weeks", "cost_euros", "state", "recorded"})
          EXPECT_EQ(now.value(fixed, json()), step.value(fixed, json())) << seed << ' ' << fixed;
      }
      const json once_more = s.again(after);
      EXPECT_TRUE(once_more == after) << seed << " turn " << turn << '\n' << changes(once_more);
      test::expect_schema(after, "plan");
      plan = after;
    }
  }
}

}  // namespace
}  // namespace activateur
