// A plan as a table, as Mermaid, as démarches; and what is refused.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "json/schema.hpp"
#include "parsed_document.hpp"
#include "plan_example.hpp"

namespace activateur {
namespace {

using test::rendered;
using row = std::vector<std::string>;

// RFC 4180, strictly: CRLF, quotes doubled, no bare quote.
std::vector<row> parsed_csv(const std::string& csv) {
  std::vector<row> out;
  row line;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        cell += '"';
        ++i;
      } else {
        quoted = false;
        EXPECT_TRUE(i + 1 < csv.size() && (csv[i + 1] == ',' || csv[i + 1] == '\r'));
      }
    } else if (c == '"') {
      EXPECT_TRUE(cell.empty()) << "a bare quote";
      quoted = true;
    } else if (c == ',') {
      line.push_back(std::exchange(cell, {}));
    } else if (c == '\r') {
      EXPECT_TRUE(i + 1 < csv.size() && csv[i + 1] == '\n');
      ++i;
      line.push_back(std::exchange(cell, {}));
      out.push_back(std::exchange(line, {}));
    } else {
      EXPECT_NE(c, '\n');
      cell += c;
    }
  }
  EXPECT_TRUE(line.empty() && cell.empty() && !quoted) << "the last line is not ended";
  return out;
}

TEST(PlanCsv, HasALineAStep) {
  const auto table = parsed_csv(rendered(test::plan_document(), "csv"));
  ASSERT_EQ(table.size(), 6U);
  EXPECT_EQ(table[0].front(), "number");
  for (const row& line : table) EXPECT_EQ(line.size(), 21U);
  EXPECT_EQ(table[2], (row{"2",
                           "e1",
                           "rencontre",
                           "Rencontre, avec un service",
                           "rencontre",
                           "done",
                           "2027-01-07",
                           "2027-01-11",
                           "2027-01-07T13:30:00Z",
                           "",
                           "1",
                           "1.5",
                           "0",
                           "0",
                           "Les Tilleuls",
                           "Valombre",
                           "",
                           "",
                           "employer_met",
                           "",
                           "Immersion"}));
  EXPECT_EQ(table[4][19], "Parrainage | Rencontre, avec un service | Atelier : aider à la toilette");
}

TEST(PlanCsv, NoTextIsTakenForAFormula) {
  for (const std::string& text : test::hostile_texts())
    for (const std::string before : {"", "=", "+", "-", "@", "\t", "\r", "\n"})
      for (const row& line : parsed_csv(rendered(test::hostile_plan_document(before + text), "csv"))) {
        ASSERT_EQ(line.size(), 21U);
        for (const std::string& cell : line)
          EXPECT_TRUE(cell.empty() || std::string_view("=+-@\t\r\n").find(cell.front()) == std::string_view::npos)
              << cell;
      }
}

TEST(PlanMermaid, IsAGanttChartInWhichTextIsOnlyText) {
  const std::string made = rendered(test::plan_document(), "mermaid", language::en);
  EXPECT_EQ(made,
            "gantt\n  title Action plan#58; Assistant de vie\n  dateFormat YYYY-MM-DD\n  axisFormat %d/%m/%y\n"
            "  section learn#44; try\n"
            "  1. Parrainage :active, s1, 2027-01-04, 2027-01-25\n"
            "  3. Atelier #58; aider à la toilette :s3, 2027-01-18, 2027-02-01\n"
            "  4. Immersion :s4, 2027-02-15, 2027-03-15\n"
            "  section meet#44; be helped\n"
            "  2. Rencontre#44; avec un service :done, s2, 2027-01-07, 2027-01-11\n"
            "  section dropped\n"
            "  5. VAE :s5, 2027-03-15, 2027-08-02\n");
}

TEST(PlanMermaid, IsAFlowchartWithItsChoices) {
  const std::string made = rendered(test::untold_plan_document(), "mermaid-graph", language::en);
  EXPECT_NE(made.find("  s4[\"4. Immersion<br/>15\u00a0Feb\"]\n"), std::string::npos) << made;
  EXPECT_NE(made.find("  s2 --> s4\n  c1{\"1/3\"}\n  c1 --> s4\n  s1 --> c1\n  s3 --> c1\n  s4 --> s5\n"),
            std::string::npos)
      << made;
}

TEST(PlanMermaid, HostileTextsAddNoLineAndNoSign) {
  for (const char* format : {"mermaid", "mermaid-graph"}) {
    const std::string plain = rendered(test::hostile_plan_document("x"), format);
    for (const std::string& text : test::hostile_texts()) {
      const std::string made = rendered(test::hostile_plan_document("x" + text), format);
      EXPECT_EQ(std::count(made.begin(), made.end(), '\n'), std::count(plain.begin(), plain.end(), '\n')) << text;
      for (const char sign : {'"', ':', '{', '}', '[', ']', '%', '<', '\\', '`'})
        EXPECT_EQ(std::count(made.begin(), made.end(), sign), std::count(plain.begin(), plain.end(), sign))
            << sign << " from " << text;
    }
  }
}

json schema_document(const char* name) {
  std::ifstream file(std::string(ACTIVATEUR_SOURCE_DIR "/docs/schemas/") + name);
  std::stringstream text;
  text << file.rdbuf();
  return json::parse(text.str());
}

TEST(PlanDemarches, HaveTheMembersAndCodesOfTheirSchema) {
  const auto schema = json_schema::read(schema_document("demarches.json"), "", {});
  ASSERT_TRUE(schema.ok()) << schema.why().text(language::en);
  for (const json& plan : {test::plan_document(), test::untold_plan_document(), test::hostile_plan_document("x")}) {
    const auto problems = schema->check(json::parse(rendered(plan, "demarches")));
    ASSERT_TRUE(problems.ok());
    EXPECT_TRUE(problems->empty()) << (problems->empty() ? "" : problems->front().what.text(language::en));
  }
  json wrong = json::parse(rendered(test::plan_document(), "demarches"));
  wrong[0]["etat"] = "XX";
  EXPECT_FALSE(schema->check(wrong)->empty());
}

TEST(PlanDemarches, SayWhatWhenAndHowFar) {
  const json made = json::parse(rendered(test::plan_document(), "demarches"));
  ASSERT_EQ(made.size(), 5U);
  EXPECT_EQ(made[2], json::parse(R"({"origineCreateur":"INDIVIDU","etat":"AC","dateCreation":"2027-01-02T12:00:00Z",
    "dateDebut":"2027-01-18T12:00:00Z","dateFin":"2027-01-31T12:00:00Z","pourquoi":"P01","quoi":"Q38",
    "description":"Atelier : aider à la toilette — Maison des aidants, Valombre"})"));
  EXPECT_EQ(made[1].at("etat"), "RE");
  EXPECT_EQ(made[4].at("etat"), "AN");
  EXPECT_EQ(made[4].at("quoi"), "Q10") << "a VAE has a code of its own";
}

std::string refused_at(const std::function<void(json&)>& change) {
  json d = test::plan_document();
  change(d);
  const auto made = render_plan(d, "csv", {}, test::moment());
  return made ? "accepted" : made.why().where.pointer;
}

TEST(PlanReading, SaysWhereADocumentIsWrong) {
  EXPECT_EQ(refused_at([](json&) {}), "accepted");
  EXPECT_EQ(refused_at([](json& d) { d["schema"] = "activateur/gap/1"; }), "/schema");
  EXPECT_EQ(refused_at([](json& d) { d["steps"][1]["state"] = "lost"; }), "/steps/1/state");
  EXPECT_EQ(refused_at([](json& d) { d["steps"][1].erase("start"); }), "/steps/1/start");
  EXPECT_EQ(refused_at([](json& d) { d["steps"][1]["end"] = "9999-12-31"; }), "/steps/1/end");
  EXPECT_EQ(refused_at([](json& d) { d["steps"][0]["session"] = "soon"; }), "/steps/0/session");
  EXPECT_EQ(refused_at([](json& d) { d["revision"] = -1; }), "/revision");
  for (json::json_pointer where : {json::json_pointer("/steps/0"), json::json_pointer("/steps/0/needs/0")})
    EXPECT_NE(refused_at([&](json& d) { d[where] = 7; }), "accepted");
}

TEST(PlanReading, BoundsWhatAPlanMayHold) {
  EXPECT_EQ(refused_at([](json& d) {
              const json one = d["steps"][0];
              for (int i = 0; i < 2'000; ++i) d["steps"].push_back(one);
            }),
            "/steps");
  EXPECT_EQ(refused_at([](json& d) { d["steps"][2]["opens"] = json(std::vector<std::string>(60'000, "immersion")); }),
            "/steps/2/opens");
}

TEST(PlanReading, JudgesADocumentWithAnythingAnywhere) {
  const json odd =
      json::parse(R"([null, true, -1, 7, 1e300, "", "9999-12-31", "2027-01-04T00:00:00.001Z", [], [[]], {}])");
  const json flat = test::plan_document().flatten();
  std::size_t read = 0, refused = 0;
  for (const auto& [pointer, was] : flat.items())
    for (const json& value : odd) {
      json d = test::plan_document();
      d[json::json_pointer(pointer)] = value;
      for (const std::string_view format : plan_formats) {
        const auto made = render_plan(d, format, {}, test::moment());
        ++(made ? read : refused);
        if (made && (format == "html" || format == "svg" || format == "graph")) {
          ASSERT_EQ(test::parsed_document(*made).fault, "") << pointer << " " << value;
        }
        if (!made) {
          ASSERT_EQ(made.why().kind, failure::input) << pointer << " " << value;
        }
      }
    }
  EXPECT_GT(read, 1'000U);
  EXPECT_GT(refused, 1'000U);
}

TEST(PlanOutput, RefusesAFormatItDoesNotKnowAndNamesTheOthers) {
  const auto made = render_plan(test::plan_document(), "docx", {}, test::moment());
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().kind, failure::usage);
  EXPECT_EQ(
      made.why().text(language::en),
      "A plan is not written as \"docx\". Use one of: html, svg, graph, ics, mermaid, mermaid-graph, csv, demarches.");
}

TEST(PlanOutput, DependsOnNothingButPlanFormatLanguageAndMoment) {
  for (const std::string_view format : plan_formats)
    EXPECT_EQ(rendered(test::plan_document(), format), rendered(test::plan_document(), format)) << format;
}

}  // namespace
}  // namespace activateur
