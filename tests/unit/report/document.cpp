// What the report says, and that nothing else can get into it.
#include <gtest/gtest.h>

#include <limits>

#include "example.hpp"
#include "parsed_document.hpp"
#include "report/markup.hpp"

namespace activateur {
namespace {

using test::parsed_document;

std::string rendered(const test::example& x, language l = language::fr) {
  return render_html(x.content(), test::in(l));
}

bool holds(const std::string& html, std::string_view text) { return html.find(text) != std::string::npos; }

std::string body_of(const std::string& html) { return parsed_document(html).all("body").front()->text; }

TEST(ReportDocument, IsWellFormed) {
  for (const auto l : {language::fr, language::en})
    EXPECT_EQ(parsed_document(rendered(test::small_example(), l)).fault, "");
}

TEST(ReportDocument, IsTheSameBytesForTheSameInput) {
  EXPECT_EQ(rendered(test::small_example()), rendered(test::small_example()));
}

TEST(ReportDocument, LoadsNothingAndRunsNothing) {
  const parsed_document d(rendered(test::small_example()));
  for (const auto& e : d.elements) {
    EXPECT_NE(e.tag, "script");
    EXPECT_NE(e.tag, "link");
    EXPECT_NE(e.tag, "img");
    EXPECT_NE(e.tag, "iframe");
    for (const auto& [name, value] : e.attributes) {
      EXPECT_NE(name, "src");
      EXPECT_NE(name, "style");
      EXPECT_NE(name.substr(0, 2), "on");
      if (name == "href") {
        EXPECT_EQ(value.front(), '#');
      }
    }
  }
  const std::string style = d.all("style").front()->text;
  EXPECT_FALSE(holds(style, "url("));
  EXPECT_FALSE(holds(style, "@import"));
}

TEST(ReportDocument, HostileTextInEveryFieldStaysText) {
  const std::string attack = "</svg></style><script>alert(1)</script>\"'><img src=x onerror=y>&<!--]]>";
  const std::string html = rendered(test::hostile_example(attack));
  const parsed_document d(html);
  ASSERT_EQ(d.fault, "");
  EXPECT_FALSE(holds(html, "<script"));
  EXPECT_FALSE(holds(html, "<img"));
  EXPECT_FALSE(holds(html, "<!--"));
  EXPECT_TRUE(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  std::set<std::string> usual;
  for (const auto& e : parsed_document(rendered(test::small_example())).elements) usual.insert(e.tag);
  for (const auto& e : d.elements) EXPECT_EQ(usual.count(e.tag), 1U) << e.tag;
  EXPECT_EQ(d.ids().size(), [&] {
    std::size_t n = 0;
    for (const auto& e : d.elements) n += e.attributes.count("id");
    return n;
  }());
}

TEST(ReportDocument, BrokenBytesAndForbiddenCharactersBecomeReplacements) {
  EXPECT_EQ(parsed_document(rendered(test::hostile_example("\xFF\xC3 \x01 \xEF\xBF\xBF \xED\xA0\x80"))).fault, "");
  EXPECT_EQ(report::safe_text("a\xFF"
                              "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(report::safe_text("\xEF\xBF\xBF"), "\xEF\xBF\xBD");
  EXPECT_EQ(report::safe_text("<&>\"'"), "&lt;&amp;&gt;&quot;&#39;");
}

TEST(ReportDocument, NumbersOutOfAnyRangeStillDraw) {
  auto x = test::small_example();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  x.gap.covered = {nan, -3, 7};
  x.gap.items[0].known.value = {nan, nan, nan};
  x.plan.solution.makespan = std::numeric_limits<int>::max();
  x.plan.steps[0].start_week = std::numeric_limits<int>::max();
  x.plan.steps[0].weeks = std::numeric_limits<int>::max();
  x.plan.steps[1].start_week = std::numeric_limits<int>::min();
  x.plan.steps[1].weeks = -5;
  x.plan.steps[1].hours = std::numeric_limits<double>::infinity();
  x.plan.steps[0].start.ms = std::numeric_limits<std::int64_t>::max();
  x.plan.steps[0].cost_euros = nan;
  const std::string html = rendered(x);
  EXPECT_EQ(parsed_document(html).fault, "");
  EXPECT_FALSE(holds(html, "nan"));
  EXPECT_FALSE(holds(html, "inf\""));
  EXPECT_TRUE(holds(html, "260"));
}

TEST(ReportDocument, SaysTheIntervalInWordsInBothLanguages) {
  EXPECT_TRUE(holds(rendered(test::small_example()),
                    "Sur tout ce qui est demandé, environ un quart (26\u00a0%) est reconnu aujourd&#39;hui."));
  EXPECT_TRUE(holds(rendered(test::small_example(), language::en),
                    "Of what is asked, about a quarter (26%) is recognised today."));
}

TEST(ReportDocument, SaysEachFaultOfABadgeWithItsSentence) {
  const std::string text = body_of(rendered(test::small_example()));
  EXPECT_TRUE(holds(text, "Le badge a expiré le 2025-03-01."));
  EXPECT_TRUE(holds(text, "Délivré par Les Tilleuls (fictif)."));
}

TEST(ReportDocument, NamesAnExperienceAsThePersonDoes) {
  const std::string text = body_of(rendered(test::small_example(), language::en));
  EXPECT_TRUE(holds(text, "Presumed from “Visites à domicile”"));
  EXPECT_FALSE(holds(text, "“e-1”"));
}

TEST(ReportDocument, SaysCostBeforeAndAfterFundingWithTheRule) {
  const std::string text = body_of(rendered(test::small_example()));
  EXPECT_TRUE(holds(text, "À payer\u00a0: 120\u00a0€, au lieu de 1\u202f020\u00a0€."));
  EXPECT_TRUE(holds(text, "Règle demo.training_aid\u00a0: Aide de 900 euros."));
}

TEST(ReportDocument, SaysWhatAStepGivesByTheTargetsLabelElseInWords) {
  auto x = test::small_example();
  EXPECT_TRUE(holds(body_of(rendered(x)), "Elle apporte\u00a0: employer met."));
  x.gap.conditions.front().asked = {"employer_met", "Un employeur rencontré", true};
  EXPECT_TRUE(holds(body_of(rendered(x)), "Elle apporte\u00a0: Un employeur rencontré."));
}

TEST(ReportDocument, SaysHowFarFromTheBestThePlanMayBe) {
  auto x = test::small_example();
  EXPECT_TRUE(holds(rendered(x, language::en), "at most 5% better"));
  x.plan.solution.optimal = true;
  EXPECT_TRUE(holds(rendered(x, language::en), "The computation proves it."));
}

TEST(ReportDocument, SaysPartsChoicesConditionsAndTheFewestSteps) {
  const std::string text = body_of(rendered(test::small_example(), language::en));
  EXPECT_TRUE(holds(text, "Part of the essential is not known or is to be acquired."));
  EXPECT_TRUE(holds(text, "Accompagner la personne"));
  EXPECT_TRUE(holds(text, "Requirements: 3. Recognised 1, presumed 1, to explore 0, to acquire 1."));
  EXPECT_TRUE(holds(text, "1 of these 1 are asked. Recognised 1, presumed 1."));
  EXPECT_TRUE(holds(text, "Permis B — declared by you"));
  EXPECT_TRUE(holds(text, "Vaccin à jour — not known yet"));
  EXPECT_TRUE(holds(text, "The shortest way to know: 3 × Feedback (from a client), about 1.5\u00a0h."));
  EXPECT_TRUE(holds(text, "What is known disagrees"));
  EXPECT_TRUE(holds(text, "No smaller set of steps would do."));
  EXPECT_TRUE(holds(text, "Close to it, and yours already: Entretenir les espaces de vie (Recognised)."));
  EXPECT_TRUE(holds(text, "Withdrawn on 1\u00a0June\u00a02026 by une conseillère (revu en situation)."));
}

TEST(ReportDocument, TellsProvenImpossibleFromNotFound) {
  auto x = test::small_example();
  x.plan.solution.feasible = false;
  x.plan.steps.clear();
  EXPECT_TRUE(holds(rendered(x, language::en), "does not prove that there is none"));
  x.plan.solution.proven_infeasible = true;
  EXPECT_TRUE(holds(rendered(x, language::en), "This is proven."));
}

TEST(ReportDocument, ListsWhatTheTerritoryLacks) {
  const std::string text = body_of(rendered(test::small_example()));
  EXPECT_TRUE(holds(text, "Personne ne le propose"));
  EXPECT_TRUE(holds(text, "Titre professionnel"));
  EXPECT_TRUE(holds(text, "Réservé aux habitants."));
}

TEST(ReportDocument, MarksAnExampleAndNothingElse) {
  auto content = test::small_example();
  EXPECT_TRUE(holds(rendered(content), "class=\"example\""));
  auto real = content.content();
  real.fictitious = false;
  EXPECT_FALSE(holds(render_html(real, test::in(language::fr)), "class=\"example\""));
}

TEST(ReportDocument, NeedsNoPlanNoBadgesAndNoRequirements) {
  const gap_report empty;
  report_content content;
  content.gap = &empty;
  const parsed_document d(render_html(content, test::in(language::fr)));
  EXPECT_EQ(d.fault, "");
  EXPECT_TRUE(holds(d.all("body").front()->text, "Aucun badge n'a été fourni."));
}

TEST(ReportDocument, GivesTheGapAsAPictureOfItsOwn) {
  const auto x = test::small_example();
  const parsed_document d(render_gap_svg(x.content(), test::in(language::fr)));
  ASSERT_EQ(d.fault, "");
  EXPECT_EQ(d.elements.front().attributes.at("xmlns"), "http://www.w3.org/2000/svg");
  EXPECT_EQ(d.all("title").front()->text, "L'écart\u00a0: Assistant / Assistante de vie aux familles");
  EXPECT_TRUE(holds(d.all("desc").front()->text, "reconnu 1, présumé 1, à explorer 1, à acquérir 1"));
  const std::string attack = "</svg><script>alert(1)</script>";
  const std::string svg = render_gap_svg(test::hostile_example(attack).content(), test::in(language::fr));
  EXPECT_EQ(parsed_document(svg).fault, "");
  EXPECT_FALSE(holds(svg, "<script"));
}

TEST(ReportDocument, FoldsTheEvidenceOfLongLists) {
  auto x = test::small_example();
  const auto one = x.gap.items[0];
  for (int i = 0; i < 200; ++i) x.gap.items.push_back(one);
  const parsed_document d(rendered(x));
  EXPECT_EQ(d.fault, "");
  EXPECT_GE(d.all("details").size(), 200U);
}

}  // namespace
}  // namespace activateur
