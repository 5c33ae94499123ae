// A plan as a page and as pictures.
#include <gtest/gtest.h>

#include "parsed_document.hpp"
#include "plan_example.hpp"
#include "report/plan_order.hpp"

namespace activateur {
namespace {

using test::parsed_document;
using test::rendered;

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::string body_of(const std::string& html) { return parsed_document(html).all("body").front()->text; }

TEST(PlanPage, IsWellFormedAndTheSameBytesForTheSameInput) {
  for (const json& plan : {test::plan_document(), test::untold_plan_document()})
    for (const char* format : {"html", "svg", "graph"})
      for (const auto l : {language::fr, language::en}) {
        const std::string made = rendered(plan, format, l);
        EXPECT_EQ(parsed_document(made).fault, "") << format;
        EXPECT_EQ(made, rendered(plan, format, l)) << format;
      }
}

TEST(PlanPage, TellsTheNextStepFirst) {
  EXPECT_TRUE(holds(body_of(rendered(test::plan_document(), "html")),
                    "Prochaine étape\u00a0: Parrainage, dans la semaine du 4\u00a0janvier\u00a02027."));
  json d = test::plan_document();
  d["steps"][2]["state"] = "done";
  EXPECT_TRUE(
      holds(body_of(rendered(d, "html", language::en)), "Next: Atelier : aider à la toilette, on 18\u00a0January"));
  for (json& s : d["steps"]) s["state"] = "done";
  EXPECT_TRUE(holds(body_of(rendered(d, "html")), "Toutes les étapes sont terminées."));
}

TEST(PlanPage, HasATableBehindEachPicture) {
  const parsed_document d(rendered(test::plan_document(), "html"));
  EXPECT_EQ(d.all("figure").size(), 2U);
  std::string tables;
  for (const auto* table : d.all("table")) tables += table->text;
  for (const char* cell : {"Atelier : aider à la toilette", "acceptée", "18\u00a0janvier\u00a02027", "120\u00a0€",
                           "1 sur 3 parmi\u00a0: Parrainage, Atelier\u00a0: aider à la toilette", "20\u00a0h"})
    EXPECT_TRUE(holds(tables, cell)) << cell;
  for (const auto* svg : d.all("svg"))
    EXPECT_TRUE(svg->attributes.contains("aria-hidden") || svg->attributes.contains("aria-labelledby"));
}

TEST(PlanPage, SaysOfEachStepItsDateItsDayToEnrolAndWhereToReadMore) {
  const std::string html = rendered(test::plan_document(), "html");
  const std::string text = body_of(html);
  EXPECT_TRUE(holds(text, "Session le 18\u00a0janvier\u00a02027."));
  EXPECT_TRUE(holds(text, "Inscrivez-vous au plus tard le 15\u00a0janvier\u00a02027."));
  EXPECT_TRUE(holds(text, "Pas de date fixe\u00a0: n'importe quel jour de la semaine du 15\u00a0février\u00a02027."));
  EXPECT_TRUE(holds(text, "Permis B"));
  EXPECT_TRUE(holds(html, "href=\"https://example.org/atelier?a=1;b=2\""));
}

TEST(PlanPage, EndsAStepOnItsLastDay) {
  const std::string html = body_of(rendered(test::plan_document(), "html"));
  EXPECT_TRUE(holds(html, "Du 18\u00a0janvier\u00a02027 au 31\u00a0janvier\u00a02027"));
  EXPECT_FALSE(holds(html, "au 1er\u00a0février\u00a02027"));
}

TEST(PlanPage, DoesNotCountWhatIsGivenUp) {
  const std::string svg = rendered(test::plan_document(), "svg");
  EXPECT_TRUE(holds(svg, ">120\u00a0€<")) << "the 300 euros of the dropped step are not left to pay";
  json d = test::plan_document();
  d["steps"][4]["state"] = "proposed";
  EXPECT_TRUE(holds(rendered(d, "svg"), ">420\u00a0€<"));
}

TEST(PlanPage, LoadsNothingAndLinksOnlyToTheWeb) {
  for (const std::string& text : test::hostile_texts()) {
    const std::string html = rendered(test::hostile_plan_document(text), "html");
    const parsed_document d(html);
    ASSERT_EQ(d.fault, "") << text;
    for (const auto& e : d.elements) {
      EXPECT_TRUE(e.tag != "script" && e.tag != "img" && e.tag != "link") << text;
      for (const auto& [name, value] : e.attributes) {
        EXPECT_TRUE(name != "src" && name != "style" && !name.starts_with("on")) << text;
        if (name == "href") {
          EXPECT_TRUE(value.starts_with("#") || value.starts_with("https://")) << value;
        }
      }
    }
    for (const char* format : {"svg", "graph"})
      EXPECT_EQ(parsed_document(rendered(test::hostile_plan_document(text), format)).fault, "") << format << text;
  }
}

TEST(PlanPage, ReferencesResolveIdsAreUniqueAndHeadingsSkipNoLevel) {
  const parsed_document d(rendered(test::plan_document(), "html"));
  const auto ids = d.ids();
  std::size_t given = 0;
  int level = 0;
  for (const auto& e : d.elements) {
    given += e.attributes.count("id");
    if (const auto href = e.attributes.find("href"); href != e.attributes.end() && href->second.starts_with("#")) {
      EXPECT_TRUE(ids.contains(href->second.substr(1))) << href->second;
    }
    if (const auto by = e.attributes.find("aria-labelledby"); by != e.attributes.end()) {
      std::istringstream names(by->second);
      for (std::string one; names >> one;) EXPECT_TRUE(ids.contains(one)) << one;
    }
    if (e.tag.size() == 2 && e.tag[0] == 'h' && e.tag[1] >= '1' && e.tag[1] <= '6') {
      EXPECT_LE(e.tag[1] - '0', level + 1) << e.text;
      level = e.tag[1] - '0';
    }
  }
  EXPECT_EQ(ids.size(), given);
}

TEST(PlanPage, IsThereForAPlanWithoutSteps) {
  json d = test::plan_document();
  d["steps"] = json::array();
  EXPECT_TRUE(holds(body_of(rendered(d, "html")), "Ce plan n'a pas d'étape."));
  d["unserved"] = json::array();
  EXPECT_TRUE(holds(body_of(rendered(d, "html")), "Il ne reste rien à faire"));
  d["feasible"] = false;
  EXPECT_TRUE(holds(body_of(rendered(d, "html")), "Aucun plan n'a été trouvé"));
  for (const char* format : {"svg", "graph"}) EXPECT_EQ(parsed_document(rendered(d, format)).fault, "");
}

TEST(PlanPictures, TellEachStepInTheirDescription) {
  const parsed_document time(rendered(test::plan_document(), "svg"));
  const std::string told = time.all("desc").front()->text;
  EXPECT_TRUE(holds(told, "3. Atelier\u00a0: aider à la toilette\u00a0: du 18\u00a0janvier\u00a02027"));
  EXPECT_TRUE(holds(told, "au 31\u00a0janvier\u00a02027")) << "its last day, not the Monday after";
  EXPECT_TRUE(holds(told, "acceptée"));
  const parsed_document order(rendered(test::plan_document(), "graph", language::en));
  EXPECT_EQ(order.all("desc").front()->text,
            "Steps: 5; waiting for others: 2. 4. Immersion, after: Rencontre, avec un service ; 1 of 3 among: "
            "Parrainage, Atelier : aider à la toilette. 5. VAE, after: Immersion.");
  EXPECT_TRUE(holds(rendered(test::plan_document(), "graph"), ">1/3<"));
}

TEST(PlanPictures, DrawAtMostSixtyNodesAndCountTheOthers) {
  json d = test::plan_document();
  const json one = d["steps"][3];
  d["steps"] = json::array();
  for (int i = 0; i < 100; ++i) {
    d["steps"].push_back(one);
    d["steps"].back()["action"] = "a" + std::to_string(i);
    d["steps"].back()["id"] = "e" + std::to_string(i);
    d["steps"].back()["needs"] =
        json::array({{{"at_least", 1}, {"of", 1}, {"steps", {"a" + std::to_string(i / 2 - 1)}}}});
  }
  const std::string svg = rendered(d, "graph", language::en);
  EXPECT_TRUE(holds(svg, "More steps: 41"));
  EXPECT_EQ(parsed_document(svg).all("rect").size(), 59U + 1 + 2) << "steps, ground, patterns";
}

TEST(PlanOrder, PutsAStepInTheLayerAfterTheLastItWaitsFor) {
  const auto plan = read_plan(test::plan_document(), "plan");
  ASSERT_TRUE(plan.ok()) << plan.why().text(language::en);
  const report::step_order order = report::order_of(plan->plan, &plan->marks);
  EXPECT_EQ(order.layer, (std::vector<std::size_t>{0, 0, 0, 1, 2}));
  EXPECT_EQ(order.before[3], (std::vector<std::size_t>{0, 1, 2}));
  ASSERT_EQ(order.waits.size(), 3U);
  EXPECT_FALSE(order.waits[0].chosen());
  EXPECT_TRUE(order.waits[1].chosen());
}

TEST(PlanOrder, FollowsWhatStepsOpenWhenADocumentTellsNoNeeds) {
  json d = test::untold_plan_document();
  for (json& s : d["steps"]) s.erase("needs");
  const auto plan = read_plan(d, "plan");
  const report::step_order order = report::order_of(plan->plan, nullptr);
  EXPECT_EQ(order.before[3], (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_TRUE(order.before[4].empty());
}

TEST(PlanOrder, WaitsForTheStepThatIsTriedAgainAfterOneThatFailed) {
  json d = test::plan_document();
  json again = d["steps"][1];
  again["id"] = "atelier#2";
  again["start"] = again["session"] = "2027-02-01";
  again["end"] = "2027-02-15";
  d["steps"][1]["state"] = "failed";
  d["steps"].push_back(again);
  const auto plan = read_plan(d, "plan");
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->marks[3].id, "atelier#2");
  EXPECT_EQ(report::order_of(plan->plan, &plan->marks).before[4], (std::vector<std::size_t>{0, 1, 3}));
}

TEST(PlanPage, ShowsWhatIsPastOfAFollowedPlan) {
  json d = test::plan_document();
  d["origin"] = "2027-01-18";
  for (json& s : d["steps"]) s["start_week"] = s["start_week"].get<int>() - 2;
  d["weeks"] = 8;
  EXPECT_EQ(rendered(d, "svg"), rendered(test::plan_document(), "svg"));
  d["steps"][3]["state"] = "postponed";
  EXPECT_TRUE(holds(body_of(rendered(d, "html")), "reportée"));
}

TEST(PlanOrder, NothingWaitsForItselfOrForWhatComesAfter) {
  json d = test::plan_document();
  d["steps"][0]["needs"] = json::array({{{"at_least", 1}, {"of", 1}, {"steps", {"e1", "e4", "nobody"}}}});
  d["steps"][3]["opens"] = {"e1", "immersion"};
  const auto plan = read_plan(d, "plan");
  const report::step_order order = report::order_of(plan->plan, &plan->marks);
  EXPECT_TRUE(order.before[1].empty());
  EXPECT_EQ(order.layers, 3U);
}

}  // namespace
}  // namespace activateur
