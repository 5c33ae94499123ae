#include <set>

#include "../frameworks/small_drafts.hpp"
#include "scene.hpp"

namespace activateur {
namespace {

using test::day;
using test::scene;
using test::step_of;

constexpr followed_state every_state[] = {followed_state::proposed,  followed_state::agreed, followed_state::postponed,
                                          followed_state::under_way, followed_state::done,   followed_state::failed,
                                          followed_state::dropped};

struct one_step : scene {
  json plan;
  one_step() {
    ask("rome:1");
    opportunity& course = offer("course", "training", 50, {"rome:1"});
    course.weeks = 2;
    course.calendar_weeks = true;  // until Sunday 20 December
    course.sessions = {day("2026-12-09"), day("2027-01-13")};
    plan = follow();
  }
  std::string refusal(step_event what, const char* step = "course") {
    what.step = step;
    if (what.by.empty()) what.by = "Sittelle";
    const auto out = record_event(plan, what, with);
    return out ? "accepted" : std::string(out.why().what.code());
  }
  // A plan whose step is in that state.
  json in(followed_state s) {
    json out = plan;
    out["steps"][0]["state"] = name(s);
    return out;
  }
};

TEST(FollowingAPlan, BeginsWithEveryStepProposedAtRevisionOne) {
  one_step s;
  EXPECT_EQ(s.plan["revision"], 1);
  EXPECT_EQ(s.plan["followed_since"], "2026-11-24T08:00:00Z");
  EXPECT_EQ(s.plan["steps"][0]["id"], "course");
  EXPECT_EQ(s.plan["steps"][0]["state"], "proposed");
  EXPECT_EQ(s.plan["journal"], json::array());
  test::expect_schema(s.plan, "plan");
}

TEST(FollowingAPlan, IsRefusedTwiceAndForWhatIsNoPlan) {
  one_step s;
  EXPECT_EQ(follow_plan(s.plan, s.with).why().what.code(), "follow.already");
  for (const char* wrong :
       {R"({"schema":"activateur/gap/1"})", "[]", "3", R"({"schema":"activateur/plan/1","steps":7})",
        R"({"schema":"activateur/plan/1","steps":[3]})", R"({"schema":"activateur/plan/1","steps":[{"action":"a"}]})"})
    EXPECT_FALSE(follow_plan(json::parse(wrong), s.with).ok()) << wrong;
  json bare = s.plan;
  bare.erase("revision");
  EXPECT_EQ(record_event(bare, {"course", "agreed", "Sittelle", {}, {}, {}, {}}, s.with).why().what.code(),
            "follow.not");
}

TEST(FollowingAPlan, RefusesStoredPlansThatWereSpoilt) {
  one_step s;
  const auto spoilt = [&](const char* pointer, json value) {
    json plan = s.plan;
    plan[json::json_pointer(pointer)] = std::move(value);
    const auto out = reminders_due(plan, s.by, s.with);
    return out ? std::string("accepted") : std::string(out.why().what.code()) + " at " + out.why().where.pointer;
  };
  EXPECT_EQ(spoilt("/revision", 0), "follow.number at /revision");
  EXPECT_EQ(spoilt("/revision", "1"), "field.type at ");
  EXPECT_EQ(spoilt("/steps/0/state", "lost"), "follow.state at /steps/0/state");
  EXPECT_EQ(spoilt("/steps/0/start", "soon"), "field.time at /steps/0/start");
  EXPECT_EQ(spoilt("/steps/0/start_week", 1.5), "follow.number at /steps/0/start_week");
  EXPECT_EQ(spoilt("/steps/0/closes", json::array({{{"competence", 3}}})), "field.type at /steps/0/closes/0");
  EXPECT_EQ(spoilt("/steps/1", s.plan["steps"][0]), "follow.twice at /steps/1/id");
  EXPECT_EQ(spoilt("/journal", 4), "field.type at ");
  json twin = s.plan["steps"][0];
  twin["id"] = "other";
  EXPECT_EQ(spoilt("/steps/1", twin), "follow.live at /steps/1/action");
}

TEST(RecordingAnEvent, KeepsWhoWhenAndWhatAndRaisesTheRevision) {
  one_step s;
  s.record(s.plan, "course", "agreed");
  s.with.now = day("2026-12-09");
  s.record(s.plan, "course", "under_way");
  s.with.now = day("2026-12-22");
  s.record(s.plan, "course", "done", {{}, {}, "guide-7", day("2026-12-21"), "well done", {"badge-12"}, {}});
  EXPECT_EQ(s.plan["revision"], 4);
  const json step = s.plan["steps"][0];
  EXPECT_EQ(step["state"], "done");
  EXPECT_EQ(step["recorded"], json::parse(R"({"at":"2026-12-21T00:00:00Z","by":"guide-7","reason":"well done",
                                              "evidence":["badge-12"]})"));
  ASSERT_EQ(s.plan["journal"].size(), 3U);
  EXPECT_EQ(s.plan["journal"][0], json::parse(R"({"at":"2026-11-24T08:00:00Z","by":"Sittelle","from":"proposed",
                                                  "revision":2,"step":"course","to":"agreed"})"));
  EXPECT_EQ(s.plan["journal"][2]["evidence"][0], "badge-12");
  test::expect_schema(s.plan, "plan");
}

// The table of follow.hpp, written again: whoever changes one must mean it.
TEST(RecordingAnEvent, AllowsExactlyTheTransitionsOfTheTable) {
  one_step s;
  const std::set<std::pair<std::string, std::string>> allowed = {
      {"proposed", "agreed"},  {"proposed", "postponed"},  {"proposed", "dropped"},  {"agreed", "under_way"},
      {"agreed", "done"},      {"agreed", "failed"},       {"agreed", "postponed"},  {"agreed", "dropped"},
      {"postponed", "agreed"}, {"postponed", "postponed"}, {"postponed", "dropped"}, {"under_way", "done"},
      {"under_way", "failed"}, {"under_way", "dropped"}};
  for (const followed_state from : every_state)
    for (const followed_state to : every_state) {
      const std::string x(name(from)), y(name(to));
      const auto out = record_event(s.in(from), {"course", y, "Sittelle", {}, "because", {}, {}}, s.with);
      EXPECT_EQ(out.ok(), allowed.contains({x, y})) << x << " -> " << y;
      if (out) {
        EXPECT_EQ((*out)["steps"][0]["state"], y);
      } else {
        EXPECT_EQ(out.why().what.code(), may_become(from).empty() ? "follow.ended" : "follow.transition");
      }
    }
}

TEST(RecordingAnEvent, NeverLeadsBack) {
  const auto rank = [](followed_state s) {
    switch (s) {
      case followed_state::proposed: return 0;
      case followed_state::agreed:
      case followed_state::postponed: return 1;
      case followed_state::under_way: return 2;
      default: return 3;
    }
  };
  for (const followed_state from : every_state)
    for (const followed_state to : may_become(from)) {
      EXPECT_GE(rank(to), rank(from));
      EXPECT_NE(to, followed_state::proposed);
    }
}

TEST(RecordingAnEvent, SaysWhatIsWrongWithIt) {
  one_step s;
  EXPECT_EQ(s.refusal({{}, "agreed", {}, {}, {}, {}, {}}, "none"), "follow.step");
  EXPECT_EQ(s.refusal({{}, "started", {}, {}, {}, {}, {}}), "follow.state");
  EXPECT_EQ(s.refusal({{}, "agreed", std::string(600, 'a'), {}, {}, {}, {}}), "follow.by");
  EXPECT_EQ(s.refusal({{}, "agreed", "2550814168025", {}, {}, {}, {}}), "follow.nir");
  EXPECT_EQ(s.refusal({{}, "agreed", {}, {}, "known as 2550814168025", {}, {}}), "follow.nir");
  EXPECT_EQ(s.refusal({{}, "dropped", {}, {}, {}, {}, {}}), "follow.reason");
  EXPECT_EQ(s.refusal({{}, "agreed", {}, {}, {}, {"badge-1"}, {}}), "follow.evidence");
  EXPECT_EQ(s.refusal({{}, "agreed", {}, day("2026-11-25"), {}, {}, {}}), "follow.future");
  EXPECT_EQ(s.refusal({{}, "agreed", {}, {}, {}, {}, day("2027-01-01")}), "follow.until");
  EXPECT_EQ(s.refusal({{}, "postponed", {}, {}, {}, {}, day("2026-11-01")}), "follow.until");
  s.record(s.plan, "course", "agreed");
  EXPECT_EQ(s.refusal({{}, "done", {}, day("2026-11-23"), {}, {}, {}}), "follow.order");
  const auto wrong = record_event(s.plan, {"course", "proposed", "Sittelle", {}, {}, {}, {}}, s.with);
  EXPECT_EQ(
      wrong.why().text(language::en),
      "The step \"course\" is agreed and cannot become proposed. It can become: under way (under_way), done, failed, "
      "postponed, dropped.");
  EXPECT_EQ(
      wrong.why().text(language::fr),
      "L'étape « course » est acceptée et ne peut pas devenir proposée. Elle peut devenir : en cours (under_way), "
      "faite (done), échouée (failed), reportée (postponed), abandonnée (dropped).");
}

TEST(RecordingAnEvent, AStepThatBeginsInAnotherWeekHasItsDatesFromThenOn) {
  one_step s;
  s.record(s.plan, "course", "agreed");
  s.with.now = day("2026-12-18");
  s.record(s.plan, "course", "under_way", {{}, {}, {}, day("2026-12-16"), {}, {}, {}});
  EXPECT_EQ(s.plan["steps"][0]["start"], "2026-12-16");
  EXPECT_EQ(s.plan["steps"][0]["start_week"], 2);
  EXPECT_EQ(s.plan["steps"][0]["end"], "2026-12-28");
}

TEST(RecordingAnEvent, APostponedStepComesAfterItsDateUnlessADateIsGiven) {
  one_step s;
  json plan = s.plan;
  s.record(plan, "course", "postponed");
  EXPECT_EQ(plan["steps"][0]["recorded"]["until"], "2026-12-10");
  s.record(s.plan, "course", "postponed", {{}, {}, {}, {}, {}, {}, day("2027-01-04")});
  EXPECT_EQ(s.plan["steps"][0]["recorded"]["until"], "2027-01-04");
}

std::string due(const one_step& s, const char* at) {
  context with = s.with;
  with.now = *parse_date_or_time(at);
  const auto list = reminders_due(s.plan, s.by, with);
  EXPECT_TRUE(list.ok());
  std::string out;
  for (const json& r : list->at("reminders"))
    out.append(out.empty() ? "" : " ").append(r.at("kind").get<std::string>());
  return out;
}

TEST(Reminders, ComeWhenThePolicySays) {
  one_step s;
  s.by.reminders = {14, 7, 1, 2, 7};
  s.plan["steps"][0]["enrol_by"] = "2026-12-02";
  EXPECT_EQ(due(s, "2026-11-17"), "");
  EXPECT_EQ(due(s, "2026-11-18"), "enrol");
  EXPECT_EQ(due(s, "2026-12-02T23:00:00Z"), "enrol start");
  EXPECT_EQ(due(s, "2026-12-03"), "start");
  EXPECT_EQ(due(s, "2026-12-08"), "start_eve");
  EXPECT_EQ(due(s, "2026-12-09"), "");
  EXPECT_EQ(due(s, "2026-12-15"), "");
  EXPECT_EQ(due(s, "2026-12-16"), "overdue");
  s.record(s.plan, "course", "agreed");
  s.with.now = day("2026-12-09");
  s.record(s.plan, "course", "under_way");
  EXPECT_EQ(due(s, "2026-12-16"), "");
  EXPECT_EQ(due(s, "2026-12-23"), "evidence");
  EXPECT_EQ(due(s, "2026-12-28"), "overdue");
  s.with.now = day("2026-12-22");
  json without = s.plan;
  s.record(without, "course", "done");
  s.record(s.plan, "course", "done", {{}, {}, {}, {}, {}, {"badge-1"}, {}});
  EXPECT_EQ(due(s, "2026-12-30"), "");
  s.plan = without;
  EXPECT_EQ(due(s, "2026-12-23"), "");
  EXPECT_EQ(due(s, "2026-12-24"), "evidence");
}

TEST(Reminders, OfAPostponedStepWaitForItsNewDate) {
  one_step s;
  s.by.reminders = {14, 7, 1, 2, 7};
  s.record(s.plan, "course", "postponed");
  EXPECT_EQ(due(s, "2026-12-08"), "");
  s.plan = s.again(s.plan);
  EXPECT_EQ(s.plan["steps"][0]["start"], "2027-01-13");
  EXPECT_EQ(due(s, "2027-01-12"), "start_eve");
}

TEST(Reminders, AreADocumentWithStableIds) {
  one_step s;
  s.by.reminders = {14, 7, 1, 2, 7};
  s.with.now = day("2026-12-04");
  const auto list = reminders_due(s.plan, s.by, s.with);
  ASSERT_TRUE(list.ok());
  test::expect_schema(*list, "reminders");
  EXPECT_EQ((*list)["reminders"][0]["id"], "course/start/2026-12-09");
  EXPECT_EQ((*list)["reminders"][0]["text"], "course starts on 2026-12-09.");
  s.with.lang = language::fr;
  EXPECT_EQ((*reminders_due(s.plan, s.by, s.with))["reminders"][0]["text"], "course commence le 2026-12-09.");
  s.record(s.plan, "course", "agreed");
  s.with.now = day("2026-12-09");
  s.record(s.plan, "course", "under_way");
  s.with.now = day("2026-12-28");
  EXPECT_EQ((*reminders_due(s.plan, s.by, s.with))["reminders"][0]["text"],
            "course devait finir le 2026-12-20 et rien n'est noté. Notez ce qu'il en est.");
}

}  // namespace
}  // namespace activateur
