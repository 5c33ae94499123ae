// A plan as a calendar, read back line by line as RFC 5545 says it must be.
#include <gtest/gtest.h>

#include <set>

#include "base/text.hpp"
#include "plan_example.hpp"
#include "report/content_lines.hpp"

namespace activateur {
namespace {

struct component {
  std::string name;
  std::vector<std::pair<std::string, std::string>> properties;  // name with its parameters, value
  std::vector<component> inside;

  [[nodiscard]] std::vector<std::string> all(const std::string& property) const {
    std::vector<std::string> out;
    for (const auto& [n, v] : properties)
      if (n == property) out.push_back(v);
    return out;
  }
  [[nodiscard]] std::string one(const std::string& property) const {
    const auto found = all(property);
    return found.size() == 1 ? found.front() : std::to_string(found.size()) + " times";
  }
};

// Checks the form of every line; the calendar comes back unfolded.
component parsed(const std::string& ics) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < ics.size();) {
    const std::size_t end = ics.find("\r\n", at);
    if (end == std::string::npos) {
      ADD_FAILURE() << "a line is not ended by CRLF";
      break;
    }
    const std::string line = ics.substr(at, end - at);
    EXPECT_LE(line.size(), 75U);
    EXPECT_FALSE(line.empty());
    EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
    EXPECT_FALSE(first_bad_utf8(line)) << "a character is cut: " << line;
    for (const char c : line) EXPECT_FALSE((c >= 0 && c < 0x20) || c == 0x7f) << "a control character";
    if (line.starts_with(' ') && !lines.empty())
      lines.back() += line.substr(1);
    else
      lines.push_back(line);
    at = end + 2;
  }
  std::vector<component> open(1);
  for (const std::string& line : lines) {
    const std::size_t colon = line.find(':');
    EXPECT_NE(colon, std::string::npos) << line;
    const std::string name = line.substr(0, colon);
    const std::string value = line.substr(colon + 1);
    if (name == "BEGIN") {
      open.push_back({value, {}, {}});
    } else if (name == "END") {
      component closed = std::move(open.back());
      open.pop_back();
      EXPECT_EQ(closed.name, value);
      if (open.empty()) break;
      open.back().inside.push_back(std::move(closed));
    } else {
      open.back().properties.emplace_back(name, value);
    }
  }
  EXPECT_EQ(open.size(), 1U);
  EXPECT_EQ(open.front().inside.size(), 1U);
  return open.empty() || open.front().inside.empty() ? component{} : open.front().inside.front();
}

component calendar(const json& plan = test::plan_document()) {
  component out = parsed(test::rendered(plan, "ics"));
  EXPECT_EQ(out.name, "VCALENDAR");
  EXPECT_FALSE(out.inside.empty()) << "RFC 5545 section 3.6: at least one component";
  return out;
}

using texts = std::vector<std::string>;

TEST(PlanCalendar, MakesEventsOfSessionsAndTasksOfStepsWithoutADate) {
  const component c = calendar();
  EXPECT_EQ(c.name, "VCALENDAR");
  EXPECT_EQ(c.one("VERSION"), "2.0");
  EXPECT_EQ(c.all("METHOD"), texts{}) << "RFC 5546 section 3.2.1: whoever publishes is named, and nobody is";
  texts found;
  for (const component& step : c.inside) found.push_back(step.name + " " + step.one("SUMMARY"));
  EXPECT_EQ(found, (texts{"VTODO Parrainage", "VEVENT Rencontre\\, avec un service",
                          "VEVENT Atelier : aider à la toilette", "VTODO Immersion", "VTODO VAE"}));
}

TEST(PlanCalendar, GivesASittingItsHoursAndALongSessionItsDays) {
  const component c = calendar();
  EXPECT_EQ(c.inside[1].one("DTSTART"), "20270107T133000Z");
  EXPECT_EQ(c.inside[1].one("DTEND"), "20270107T150000Z");
  EXPECT_TRUE(c.inside[1].all("TRANSP").empty());
  EXPECT_EQ(c.inside[2].one("DTSTART;VALUE=DATE"), "20270118");
  EXPECT_EQ(c.inside[2].one("DTEND;VALUE=DATE"), "20270201") << "the day after the last (RFC 5545 section 3.6.1)";
  EXPECT_EQ(c.inside[2].one("TRANSP"), "TRANSPARENT");
  EXPECT_EQ(c.inside[0].one("DTSTART;VALUE=DATE"), "20270104");
  EXPECT_EQ(c.inside[0].one("DUE;VALUE=DATE"), "20270124");
}

TEST(PlanCalendar, WritesNoneOfAPlanWithoutSteps) {
  json d = test::plan_document();
  d["steps"] = json::array();
  const auto out = render_plan(d, "ics", {}, test::moment());
  ASSERT_FALSE(out.ok());
  EXPECT_EQ(out.why().what.code(), "report.plan.plan_no_calendar");
  EXPECT_TRUE(render_plan(d, "csv", {}, test::moment()).ok());
}

TEST(PlanCalendar, PutsASessionOnTheDayOfItsOwnClock) {
  json d = test::plan_document();
  d["steps"][0]["session"] = "2027-01-07T20:00:00-04:00";
  d["steps"][1]["session"] = "2027-01-18T00:00:00+01:00";
  const component c = calendar(d);
  EXPECT_EQ(c.inside[1].one("DTSTART"), "20270108T000000Z");
  EXPECT_EQ(c.inside[1].one("DTEND"), "20270108T013000Z");
  EXPECT_EQ(c.inside[2].one("DTSTART;VALUE=DATE"), "20270118");
}

TEST(PlanCalendar, SaysHowFarEachStepIs) {
  const component c = calendar();
  texts found;
  for (const component& step : c.inside) found.push_back(step.one("STATUS") + " " + step.one("X-ACTIVATEUR-STATE"));
  EXPECT_EQ(found, (texts{"IN-PROCESS under_way", "CONFIRMED done", "CONFIRMED agreed", "NEEDS-ACTION proposed",
                          "CANCELLED dropped"}));
  json d = test::plan_document();
  d["steps"][0]["state"] = "proposed";
  d["steps"][1]["state"] = "failed";
  d["steps"][2]["state"] = "done";
  const component later = calendar(d);
  EXPECT_EQ(later.inside[1].one("STATUS"), "TENTATIVE");
  EXPECT_EQ(later.inside[2].one("STATUS"), "CANCELLED");
  EXPECT_EQ(later.inside[0].one("STATUS"), "COMPLETED");
  EXPECT_EQ(later.inside[0].one("PERCENT-COMPLETE"), "100");
}

TEST(PlanCalendar, RelatesAStepToThoseThatWaitForItWithTheTimeBetween) {
  const component c = calendar();
  const std::string immersion = c.inside[3].one("UID");
  EXPECT_EQ(c.inside[0].one("RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P21D"), immersion);
  EXPECT_EQ(c.inside[1].one("RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P35D"), immersion);
  EXPECT_EQ(c.inside[2].one("RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P14D"), immersion);
  for (const auto& [name, value] : c.inside[3].properties)
    EXPECT_FALSE(name.starts_with("RELATED-TO")) << "what waits for it is dropped";
  json d = test::plan_document();
  d["steps"][4]["state"] = "proposed";
  EXPECT_EQ(calendar(d).inside[3].one("RELATED-TO;RELTYPE=FINISHTOSTART"), c.inside[4].one("UID")) << "no gap";
}

TEST(PlanCalendar, KeepsUidsFromOneRevisionToTheNextAndTellsNobodysName) {
  const component before = calendar();
  json d = test::plan_document();
  d["revision"] = 4;
  d["person"] = "Somebody";
  d["steps"][3]["start"] = "2027-02-22";
  d["steps"][3]["title"] = "Immersion, une semaine plus tard";
  const component after = calendar(d);
  std::set<std::string> all;
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string uid = before.inside[i].one("UID");
    EXPECT_EQ(uid, after.inside[i].one("UID"));
    EXPECT_EQ(uid.size(), 36U);
    EXPECT_EQ(uid.find_first_not_of("0123456789abcdef-"), std::string::npos) << uid;
    EXPECT_EQ(uid[14], '8');
    all.insert(uid);
    EXPECT_EQ(before.inside[i].one("SEQUENCE"), "3");
    EXPECT_EQ(after.inside[i].one("SEQUENCE"), "4");
    EXPECT_EQ(before.inside[i].one("DTSTAMP"), "20270102T081530Z");
  }
  EXPECT_EQ(all.size(), 5U);
  EXPECT_EQ(test::rendered(test::plan_document(), "ics").find("Mésange"), std::string::npos);
}

TEST(PlanCalendar, TellsPlansWithoutAnIdApartByPersonTargetAndTerritory) {
  const json d = test::untold_plan_document();
  const std::string uid = calendar(d).inside[0].one("UID");
  EXPECT_EQ(uid, calendar(d).inside[0].one("UID"));
  for (const char* member : {"/person", "/target/id", "/territory/id"}) {
    json other = d;
    other[json::json_pointer(member)] = "other";
    EXPECT_NE(uid, calendar(other).inside[0].one("UID")) << member;
  }
  json twice = d;
  twice["steps"][1]["action"] = "rencontre";
  const component c = calendar(twice);
  EXPECT_NE(c.inside[1].one("UID"), c.inside[2].one("UID")) << "one action in two steps";
}

TEST(PlanCalendar, RemindsOfTheLastDayToEnrol) {
  const auto alarms = [](const json& plan, const char* now, int days) {
    context c = test::moment();
    c.now = *parse_date_time(now);
    return parsed(*render_plan(plan, "ics", {days}, c)).inside[2].inside;
  };
  const json d = test::plan_document();
  const auto week = alarms(d, "2027-01-02T00:00:00Z", 7);
  ASSERT_EQ(week.size(), 1U);
  EXPECT_EQ(week[0].name, "VALARM");
  EXPECT_EQ(week[0].one("ACTION"), "DISPLAY");
  EXPECT_EQ(week[0].one("TRIGGER;VALUE=DATE-TIME"), "20270108T080000Z");
  EXPECT_EQ(week[0].one("DESCRIPTION"),
            "Inscription au plus tard le 15\u00a0janvier\u00a02027\u00a0: Atelier\u00a0: aider à la toilette");
  EXPECT_EQ(alarms(d, "2027-01-02T00:00:00Z", 3)[0].one("TRIGGER;VALUE=DATE-TIME"), "20270112T080000Z");
  EXPECT_EQ(alarms(d, "2027-01-10T00:00:00Z", 7)[0].one("TRIGGER;VALUE=DATE-TIME"), "20270115T080000Z") << "the day";
  EXPECT_TRUE(alarms(d, "2027-01-16T00:00:00Z", 7).empty());
  json begun = d;
  begun["steps"][1]["state"] = "under_way";
  EXPECT_TRUE(alarms(begun, "2027-01-02T00:00:00Z", 7).empty());
}

TEST(PlanCalendar, KeepsItsFormWhateverTheTextsAre) {
  std::set<std::string> usual;
  for (const component& step : calendar().inside)
    for (const auto& [name, value] : step.properties) usual.insert(name.substr(0, name.find(';')));
  for (const std::string& text : test::hostile_texts()) {
    const component c = calendar(test::hostile_plan_document(text));
    ASSERT_EQ(c.inside.size(), 5U) << text;
    for (const component& step : c.inside)
      for (const auto& [name, value] : step.properties)
        EXPECT_TRUE(usual.contains(name.substr(0, name.find(';')))) << name << " from " << text;
  }
}

TEST(PlanCalendar, GivesOnlyAddressesThatAreAddresses) {
  const auto url = [](const char* given) {
    json d = test::plan_document();
    d["steps"][1]["url"] = given;
    return calendar(d).inside[2].all("URL");
  };
  EXPECT_EQ(url("https://example.org/atelier?a=1;b=2"), texts{"https://example.org/atelier?a=1;b=2"});
  for (const char* bad : {"javascript:alert(1)", "https://example.org/a b", "https://example.org/é", "ftp://x", ""})
    EXPECT_EQ(url(bad), texts{}) << bad;
}

TEST(ContentLines, FoldAtSeventyFiveOctetsBetweenCharacters) {
  report::content_lines out;
  out.line("X", std::string(73, 'a'));
  EXPECT_EQ(out.take(), "X:" + std::string(73, 'a') + "\r\n");
  report::content_lines longer;
  longer.line("X", std::string(72, 'a') + "éb");
  EXPECT_EQ(longer.take(), "X:" + std::string(72, 'a') + "\r\n éb\r\n");
  for (std::size_t n = 0; n < 300; ++n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text.append(std::array{"a", "é", "€", "🎓"}[(i * 7 + n) % 4]);
    report::content_lines any;
    any.line("BEGIN", "C");
    any.line("X", text);
    any.line("END", "C");
    EXPECT_EQ(parsed(any.take()).one("X"), text);
  }
}

TEST(ContentLines, WriteDurationsWithoutHoles) {
  EXPECT_EQ(report::ical_duration(0), "P0D");
  EXPECT_EQ(report::ical_duration(14 * ms_per_day), "P14D");
  EXPECT_EQ(report::ical_duration(ms_per_day + 9 * 3'600'000), "P1DT9H");
  EXPECT_EQ(report::ical_duration(3'600'000 + 5'000), "PT1H0M5S");
  EXPECT_EQ(report::ical_duration(90'000), "PT1M30S");
}

TEST(ContentLines, EscapeTexts) {
  EXPECT_EQ(report::escaped_ical("a;b,c\\d\ne\r\nf\rg\th"), "a\\;b\\,c\\\\d\\ne\\nf\\ng h");
  EXPECT_EQ(report::escaped_ical("a\xFF"), "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace activateur
