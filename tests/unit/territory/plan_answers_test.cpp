// What is asked of a plan besides the plan, in a territory and of a bare problem.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "json/schema.hpp"
#include "scene.hpp"
#include "territory/territory.hpp"

namespace activateur {
namespace {

json schema_file(const std::string& name) {
  std::ifstream in(std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / "docs" / "schemas" / name);
  return json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

// The first place where a document is not what its schema says; empty: it is.
std::string misfit(const json& document, const std::string& schema) {
  const json own = schema_file(schema);
  const json answers = schema_file("plan-answers.json");
  schema_options options;
  options.document = [&](std::string_view url) { return url.ends_with("/plan-answers.json") ? &answers : nullptr; };
  const auto read = json_schema::read(own, own.value("$id", ""), options);
  if (!read) return read.why().text(language::en);
  const auto found = read->check(document);
  if (!found) return found.why().text(language::en);
  return found->empty() ? "" : found->front().instance_pointer + " " + found->front().schema_pointer;
}

// A sentence in which a blank was left; empty: none.
std::string blank_in(const json& document) {
  if (document.is_string()) return document.get<std::string>().find('{') == std::string::npos ? "" : document.dump();
  if (document.is_structured())
    for (const json& one : document)
      if (std::string found = blank_in(one); !found.empty()) return found;
  return "";
}

const plan_questions everything{true, true, {{criterion::weeks, criterion::cost}}};

struct small_scene : test::scene {
  small_scene() { by.plan_horizon_weeks = 20; }
  void ask(const std::string& competence) {
    scene::ask(competence);
    gap.items.back().asked.label = competence;
  }
  opportunity& offer(const std::string& id, double cost, int weeks, const std::string& teaches) {
    opportunity& o = scene::offer(id, "training", cost, {teaches});
    o.weeks = weeks;
    o.hours = 4 * weeks;
    return o;
  }
  json plan(const plan_questions& asked = everything) {
    const auto made = compute_plan(person, gap, in, rules, by, {3000, 0, 1}, with, nullptr, asked);
    EXPECT_TRUE(made.ok()) << (made ? "" : made.why().text(language::en));
    return made ? to_document(*made, with) : json();
  }
};

std::string texts(const json& list) {
  std::string out;
  for (const json& one : list) out += one.at("text").get<std::string>() + "\n";
  return out;
}

TEST(PlanAnswers, CompareThePlansInWords) {
  small_scene s;
  s.ask("rome:1");
  s.offer("evening course", 50, 8, "rome:1");
  s.offer("full course", 300, 2, "rome:1");
  const json plan = s.plan();
  EXPECT_EQ(misfit(plan, "plan.json"), "");
  const json& plans = plan.at("alternatives");
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_EQ(plans[0].at("title"), "The plan advised, the cheapest and the one of fewest steps");
  EXPECT_EQ(plans[1].at("title"), "The fastest");
  EXPECT_EQ(plans[1].at("text"), "The fastest: 1 step in 2 weeks, 300 €, 8 hours. Proven.");
  EXPECT_EQ(plans[1].at("against")[0].at("text"),
            "Against the plan advised: 6 weeks sooner and 24 hours fewer for 250 € more, because \"full course\" "
            "(2 weeks, 300 €) takes the place of \"evening course\" (8 weeks, 50 €).");
  EXPECT_EQ(plan.at("front").at("points").size(), 2U);
  EXPECT_EQ(plan.at("front").at("complete"), true);
  EXPECT_FALSE(plan.contains("obstacles"));

  EXPECT_EQ(blank_in(plan), "");

  s.with.lang = language::fr;
  EXPECT_EQ(blank_in(s.plan()), "");
  EXPECT_EQ(s.plan().at("alternatives")[1].at("against")[0].at("text"),
            "Par rapport au plan conseillé : 6 semaines plus tôt et 24 heures de moins pour 250 € de plus, parce que "
            "« full course » (2 semaines, 300 €) prend la place de « evening course » (8 semaines, 50 €).");
}

TEST(PlanAnswers, SayWhyAStepIsThereAndWhatRefusingItCosts) {
  small_scene s;
  s.ask("rome:1");
  s.ask("rome:2");
  s.offer("basics", 0, 3, "rome:3");
  s.offer("dear way", 400, 2, "rome:1");
  s.offer("way", 100, 2, "rome:1").needs_competences = {"rome:3"};
  s.offer("side", 0, 1, "rome:2");
  const json plan = s.plan({false, true, {}});
  EXPECT_EQ(misfit(plan, "plan.json"), "");
  std::map<std::string, json> steps;
  for (const json& one : plan.at("explanation").at("steps")) steps[one.at("action")] = one;
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps["side"].at("closes"), json::parse(R"([["rome:2"]])"));
  EXPECT_TRUE(steps["side"].at("landmark"));
  EXPECT_EQ(steps["side"].at("slack_weeks"), 4);
  EXPECT_EQ(
      steps["side"].at("text"),
      "It alone closes: \"rome:2\". Every plan contains it. It may start up to 4 weeks later without delaying the "
      "goal.");
  EXPECT_EQ(steps["basics"].at("needed_by"), json::array({"way"}));
  EXPECT_EQ(steps["basics"].at("refused").at("more").at("cost_euros"), 300);
  EXPECT_EQ(steps["basics"].at("refused").at("more").at("weeks"), -3);
  EXPECT_EQ(texts(plan.at("explanation").at("critical")),
            "\"basics\" starts with the plan.\n\"way\" comes after \"basics\", which it needs.\n");
}

TEST(PlanAnswers, NameTheLeastThatWouldHaveToChange) {
  small_scene s;
  s.person.budget_euros = 80;
  s.person.max_distance_km = 30;
  s.ask("rome:1");
  s.offer("course", 230, 2, "rome:1");
  s.offer("far course", 0, 2, "rome:1").distance_km = 45;
  s.offer("full course", 0, 2, "rome:1").seats = 0;
  s.offer("kept course", 0, 2, "rome:1");
  s.rules.push_back([](const rule_case& c, language) -> result<std::vector<rule_outcome>> {
    if (c.what->id != "kept course") return std::vector<rule_outcome>{};
    return std::vector<rule_outcome>{{"example.rules", "1", "young", std::nullopt, true, "For the young only."}};
  });
  const json plan = s.plan({false, true, {}});
  EXPECT_EQ(misfit(plan, "plan.json"), "");
  const json& why = plan.at("obstacles");
  EXPECT_EQ(blank_in(why), "");
  EXPECT_TRUE(why.at("blocked") && why.at("complete"));
  EXPECT_EQ(why.at("dead_ends").size(), 0U);
  EXPECT_EQ(texts(why.at("remedies")),
            "A plan exists with 150 € more: 1 step in 2 weeks, 230 €, 8 hours. Less is not enough: proven.\n"
            "A plan exists going as far as 45 km (for \"far course\"): 1 step in 2 weeks, 0 €, 8 hours. Less is not "
            "enough: proven.\n"
            "A plan exists with a seat at \"full course\": 1 step in 2 weeks, 0 €, 8 hours. Less is not enough: "
            "proven.\n"
            "A plan exists if the rules allowed \"kept course\": 1 step in 2 weeks, 0 €, 8 hours. Less is not enough: "
            "proven.\n"
            "A plan exists without \"rome:1\", or if an opportunity led to it otherwise: 0 steps in 0 weeks, 0 €, 0 "
            "hours. Less is not enough: proven.\n");
  ASSERT_EQ(why.at("conflicts").size(), 1U);
  EXPECT_EQ(why.at("conflicts")[0].at("text"),
            "These do not hold together: the budget (80 €), the distance accepted, the seats left, the territory's "
            "rules and \"rome:1\". Proven.");
}

TEST(PlanAnswers, SayThatARefusedStepAcceptedWouldDo) {
  small_scene s;
  s.ask("rome:1");
  s.offer("course", 0, 2, "rome:1");
  s.offer("imposed far course", 0, 1, "rome:2").distance_km = 80;
  s.person.max_distance_km = 30;
  s.person.refused.opportunities = {"course"};
  s.person.imposed = {{"imposed far course", std::nullopt}};
  const json why = s.plan({false, true, {}}).at("obstacles");
  EXPECT_EQ(why.at("dead_ends").size(), 0U);
  ASSERT_EQ(why.at("remedies").size(), 2U);
  EXPECT_EQ(why.at("remedies")[0].at("text"),
            "A plan exists accepting \"course\": 2 steps in 2 weeks, 0 €, 12 hours. Less is not enough: proven.");
  EXPECT_EQ(why.at("remedies")[0].at("changes")[0].at("kind"), "refused");
}

TEST(PlanAnswers, FollowWhatNobodyServesToItsEnd) {
  small_scene s;
  s.ask("rome:1");
  s.ask("rome:2");
  s.offer("diploma", 0, 2, "rome:1").needs_competences = {"rome:9"};
  s.offer("other", 0, 2, "rome:2");
  const json plan = s.plan({false, true, {}});
  EXPECT_EQ(misfit(plan, "plan.json"), "");
  EXPECT_TRUE(plan.contains("explanation"));  // of the part that can be planned
  EXPECT_EQ(texts(plan.at("obstacles").at("dead_ends")),
            "\"rome:1\": no opportunity leads to \"rome:9\". The way there: \"diploma\" needs \"rome:9\". Hours and "
            "budget aside, it would be within reach if an opportunity led to \"rome:9\".\n");
  EXPECT_FALSE(plan.at("obstacles").at("blocked"));
}

TEST(PlanAnswers, PromiseOnlyTheRestBesideADeadEnd) {
  small_scene s;
  s.person.budget_euros = 80;
  s.ask("rome:1");
  s.ask("rome:2");
  s.offer("course", 230, 2, "rome:1");
  const json plan = s.plan({false, true, {}});
  const json& why = plan.at("obstacles");
  EXPECT_EQ(misfit(plan, "plan.json"), "");
  EXPECT_EQ(why.at("dead_ends").size(), 1U);
  EXPECT_EQ(why.at("remedies")[0].at("text"),
            "For the rest of what is asked, a plan exists with 150 € more: 1 step in 2 weeks, 230 €, 8 hours. Less is "
            "not enough for that rest: proven.");
}

TEST(PlanAnswers, OfABareProblemFitTheirSchema) {
  std::ifstream file(std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / "examples" / "problem.json");
  const json written = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  auto problem = read_problem(written, "problem.json");
  ASSERT_TRUE(problem.ok());
  const auto solved = solved_document(*problem, {}, everything, {});
  ASSERT_TRUE(solved.ok());
  EXPECT_EQ(misfit(*solved, "plan-solution.json"), "");
  EXPECT_TRUE(solved->contains("alternatives") && solved->contains("front") && solved->contains("explanation"));
  EXPECT_FALSE(solved->contains("obstacles"));
  EXPECT_FALSE(solved_document(*problem, {}, {}, {})->contains("explanation"));
  problem->budget = 5;
  problem->actions[1].starts.clear();
  const auto none = solved_document(*problem, {}, everything, {});
  EXPECT_EQ(misfit(*none, "plan-solution.json"), "");
  EXPECT_TRUE(none->contains("obstacles"));
  EXPECT_FALSE(none->contains("alternatives"));
}

}  // namespace
}  // namespace activateur
