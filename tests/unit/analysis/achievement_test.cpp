// Achievements as documents, their catalogue, the badges made of them, and pathways.
#include "analysis/achievement.hpp"

#include "analysis/achievement_exports.hpp"
#include "analysis/criteria_words.hpp"
#include "analysis/pathway.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::excerpt;

json achievement(const json& criteria) {
  return {{"name", "Accueillir"}, {"description", "Fictif"}, {"criteria", criteria}};
}
const json a_badge{{"credential", "https://b.example/1"}};

std::string refusal(json changes) {
  json document = achievement(a_badge);
  document.update(changes);
  const auto read = read_achievement(document, "a");
  return read ? "" : std::string(read.why().what.code());
}

TEST(Achievement, IsReadStrictly) {
  EXPECT_EQ(refusal(json::object()), "");
  EXPECT_EQ(refusal({{"name", ""}}), "achievement.length");
  EXPECT_EQ(refusal({{"uri", "nowhere"}}), "achievement.iri");
  EXPECT_EQ(refusal({{"colour", "red"}}), "document.member");
  EXPECT_EQ(refusal({{"criteria", nullptr}}), "criteria.kind");
  EXPECT_EQ(refusal({{"schema", "activateur/target/1"}}), "document.schema");
}

TEST(Achievement, TypesAreThoseOfOpenBadges) {
  for (const char* good : {"Competency", "MicroCredential", "CommunityService", "ext:Passeport"})
    EXPECT_EQ(refusal({{"type", good}}), "") << good;
  for (const char* wrong : {"competency", "Medal", "ext:", "ext:a b"})
    EXPECT_EQ(refusal({{"type", wrong}}), "achievement.type") << wrong;
}

result<catalogue> all_of(std::initializer_list<std::pair<const char*, json>> entries) {
  json list = json::array();
  for (const auto& [id, criteria] : entries) list.push_back({{"id", id}, {"achievement", achievement(criteria)}});
  return read_catalogue({{"achievements", list}}, "c");
}
json asks(const char* id) { return {{"achievement", id}}; }

TEST(Catalogue, RefusesWhatIsNotThereAndWhatComesBack) {
  EXPECT_TRUE(all_of({{"a", asks("b")}, {"b", a_badge}}).ok());
  EXPECT_EQ(all_of({{"a", asks("b")}}).why().what.code(), "achievement.unknown");
  EXPECT_EQ(all_of({{"a", a_badge}, {"a", a_badge}}).why().what.code(), "achievement.repeated");
  const auto round =
      all_of({{"x", asks("a")}, {"a", asks("b")}, {"b", {{"of", {a_badge, asks("c")}}}}, {"c", asks("a")}});
  EXPECT_EQ(round.why().what.code(), "achievement.cycle");
  EXPECT_NE(round.why().text(language::en).find("a → b → c → a"), std::string::npos);
  EXPECT_EQ(all_of({{"a", asks("a")}}).why().what.code(), "achievement.cycle");
}

TEST(Catalogue, ALongLadderOfAchievementsIsWalkedQuickly) {
  json list = json::array();
  for (std::size_t i = 0; i < most_achievements; ++i) {
    json of = json::array();  // each asks twice for the one before: 2 to the power of 1999 ways
    if (i > 0) {
      const json before = asks(std::to_string(i - 1).c_str());
      of = {before, {{"at_least", 1}, {"of", {before, {{"feedback", 1}}}}}};
    }
    if (i == 0) of.push_back(a_badge);
    list.push_back({{"id", std::to_string(i)}, {"achievement", achievement({{"of", of}})}});
  }
  const auto all = read_catalogue({{"achievements", list}}, "c");
  ASSERT_TRUE(all.ok());
  const portfolio nobody;
  const recognition_state nothing;
  evaluator judge(nobody, nothing, excerpt(), default_policy(), *all, {});
  EXPECT_FALSE(judge.of(*all->find(std::to_string(most_achievements - 1))).earned());
}

TEST(Achievement, CriteriaAreToldInBothLanguages) {
  const auto all = all_of({{"a",
                            {{"of",
                              {{{"competence", "rome:489930"}, {"level", 3}},
                               {{"at_least", 1}, {"of", {a_badge, {{"feedback", 2}}}}},
                               {{"experience", "sport"}, {"months", 2.5}}}}}}});
  ASSERT_TRUE(all.ok());
  const criterion_names names(excerpt(), *all);
  const earning_criterion& c = all->find("a")->what.criteria;
  const auto label = std::string(
      excerpt().competence("rome:489930")->in->competence(excerpt().competence("rome:489930")->index).label);
  EXPECT_EQ(narrative_of(c, names, language::fr),
            "- tous ces critères :\n"
            "  - la compétence « " +
                label +
                " (rome:489930) », au niveau 3 sur 4\n"
                "  - l'un de ces critères :\n"
                "    - le badge https://b.example/1\n"
                "    - le retour de 2 personnes différentes, niveau 3 sur 4 au moins\n"
                "  - une expérience (sport), 2,5 mois en tout, dont quelqu'un d'autre témoigne\n");
  EXPECT_TRUE(narrative_of(c, names, language::en).starts_with("- all of these:\n  - the competence"));
}

catalogue described() {
  json document = achievement({{"competence", "rome:489930"}});
  document.update({{"uri", "https://i.example/a"},
                   {"type", "Competency"},
                   {"language", "fr"},
                   {"image", {{"id", "https://i.example/a.png"}}},
                   {"creator", {{"id", "https://i.example"}, {"name", "Centre (fictif)"}}}});
  return *read_catalogue(document, "c");
}

TEST(AchievementAsBadge, HasWhatOpenBadgesAsk) {
  const catalogue all = described();
  const catalogue_entry& entry = all.all().front();
  const json three = *badge_of(entry, all, excerpt(), {}, test::at("2026-01-01"));
  EXPECT_EQ(three["type"], json::array({"Achievement"}));
  EXPECT_EQ(three["id"], "https://i.example/a");
  EXPECT_EQ(three["achievementType"], "Competency");
  EXPECT_EQ(three["alignment"][0]["targetCode"], "rome:489930");
  EXPECT_TRUE(three["criteria"]["narrative"].get<std::string>().starts_with("- la compétence"));  // its own language
  badge_request two;
  two.form = "badge_class";
  const json old = *badge_of(entry, all, excerpt(), two, test::at("2026-01-01"));
  for (const char* member : {"id", "name", "description", "image", "criteria", "issuer"})
    EXPECT_TRUE(old.contains(member)) << member;
  EXPECT_EQ(old["type"], "BadgeClass");
  badge_request given;
  given.form = "credential";
  EXPECT_EQ(badge_of(entry, all, excerpt(), given, test::at("2026-01-01")).why().what.code(), "badge.subject");
  given.subject = "did:example:her";
  const json credential = *badge_of(entry, all, excerpt(), given, test::at("2026-01-01"));
  EXPECT_EQ(credential["credentialSubject"]["achievement"]["id"], "https://i.example/a");
  EXPECT_EQ(credential["issuer"]["id"], "https://i.example");
  EXPECT_EQ(credential, *badge_of(entry, all, excerpt(), given, test::at("2026-01-01")));  // the same again
}

TEST(AchievementAsBadge, IsGivenInNoFormOnceWithdrawn) {
  json what = achievement(a_badge);
  what.update({{"uri", "https://i.example/a"},
               {"image", {{"id", "https://i.example/a.png"}}},
               {"creator", {{"id", "https://i.example"}}}});
  for (const bool withdrawn : {false, true}) {
    json entry{{"id", "a"}, {"achievement", what}};
    if (withdrawn) entry["withdrawn"] = true;
    const auto all = read_catalogue({{"achievements", json::array({entry})}}, "c");
    ASSERT_TRUE(all.ok());
    for (const char* form : {"achievement", "badge_class", "credential"}) {
      badge_request asked;
      asked.form = form;
      asked.subject = "did:example:her";
      const auto badge = badge_of(*all->find("a"), *all, excerpt(), asked, test::at("2026-01-01"));
      EXPECT_EQ(badge ? "" : std::string(badge.why().what.code()), withdrawn ? "badge.withdrawn" : "") << form;
    }
  }
}

TEST(AchievementAsBadge, NeedsAnAddress) {
  const auto all = all_of({{"a", a_badge}});
  EXPECT_EQ(badge_of(*all->find("a"), *all, excerpt(), {}, {}).why().what.code(), "achievement.uri");
}

// ---- Pathways.

json step(const char* id, const char* achievement_id, json after = nullptr) {
  json out{{"id", id}, {"achievement", achievement_id}};
  if (!after.is_null()) out["after"] = std::move(after);
  return out;
}
std::string refused(const json& steps, json goal = nullptr) {
  json document{{"title", "P"}, {"steps", steps}};
  if (!goal.is_null()) document["goal"] = std::move(goal);
  const auto read = read_pathway(document, "p");
  return read ? "" : std::string(read.why().what.code());
}

TEST(Pathway, RefusesUnknownStepsAndThoseThatWaitWithoutEnd) {
  EXPECT_EQ(refused({step("1", "a"), step("2", "b", {{"of", {"1"}}})}), "");
  EXPECT_EQ(refused({step("1", "a"), step("2", "b", {{"of", {"3"}}})}), "pathway.step");
  EXPECT_EQ(refused({step("1", "a", {{"of", {"2"}}}), step("2", "b", {{"of", {"1"}}})}), "pathway.cycle");
  EXPECT_EQ(refused({step("1", "a"), step("1", "b")}), "achievement.repeated");
  EXPECT_EQ(refused({step("1", "a"), step("2", "b", {{"at_least", 2}, {"of", {"1"}}})}), "criteria.at_least");
  EXPECT_EQ(refused(json::array()), "criteria.empty");
  EXPECT_EQ(refused({step("1", "a"), step("2", "b")}, {{"at_least", 1}, {"of", {{{"step", "1"}}, {{"step", "9"}}}}}),
            "pathway.step");
  // Of a goal each member counts once.
  const json one{{"step", "1"}}, two{{"step", "2"}};
  const auto goal = [](const json& of) { return json{{"at_least", 2}, {"of", of}}; };
  EXPECT_EQ(refused({step("1", "a"), step("2", "b")}, goal({one, two})), "");
  EXPECT_EQ(refused({step("1", "a"), step("2", "b")}, goal({one, two, one})), "achievement.repeated");
  EXPECT_EQ(refused({step("1", "a"), step("2", "b")}, goal({one, goal({one, two}), goal({two, one})})),
            "achievement.repeated");
}

TEST(Pathway, TellsWhatIsEarnedOpenAndWaiting) {
  const auto all = all_of({{"a", {{"competence", "rome:489930"}}},
                           {"b", {{"of", {{{"competence", "rome:107920"}}, {{"competence", "rome:115131"}}}}}},
                           {"c", {{"competence", "rome:107948"}}},
                           {"d", a_badge}});
  ASSERT_TRUE(all.ok());
  const json document{
      {"title", "P"},
      {"steps",
       {step("1", "a"), step("2", "b", {{"of", {"1"}}}), step("3", "c"),
        step("4", "d", {{"at_least", 2}, {"of", {"1", "2", "3"}}})}},
      {"goal", {{"at_least", 1}, {"of", {{{"step", "4"}}, {{"of", {{{"step", "1"}}, {{"step", "3"}}}}}}}}}};
  const auto path = read_pathway(document, "p");
  ASSERT_TRUE(path.ok()) << path.why().text(language::en);
  test::holder h;
  const auto progress = [&] {
    const recognition_state state = h.weighed();
    evaluator judge(h.person, state, excerpt(), default_policy(), *all, test::at("2026-01-01").now);
    return *progress_on(*path, judge, *all, test::at("2026-01-01"));
  };
  json now = progress();
  EXPECT_EQ(now["next"], json::array({"1", "3"}));
  EXPECT_EQ(now["left"], 2);  // 1 and 3: 4 itself would come after two more
  h.with(test::badge("x", "https://i.example", {test::rome("489930")}));
  now = progress();
  EXPECT_EQ(now["steps"][0]["state"], "earned");
  EXPECT_EQ(now["steps"][1]["state"], "open");
  EXPECT_EQ(now["steps"][3]["state"], "waiting");
  EXPECT_EQ(now["next"], json::array({"3", "2"}));  // the nearest first
  EXPECT_EQ(now["completed"], false);
  h.with(test::badge("y", "https://j.example", {test::rome("107948")}));
  now = progress();
  EXPECT_EQ(now["steps"][3]["state"], "open");
  EXPECT_EQ(now["completed"], true);  // by its second way
}

TEST(Pathway, WhatTheGoalComesAfterIsLeftToo) {
  const auto all = all_of({{"a", a_badge}});
  const auto path = read_pathway({{"title", "P"},
                                  {"steps",
                                   {step("1", "a"), step("2", "a", {{"of", {"1"}}}), step("3", "a", {{"of", {"2"}}}),
                                    step("4", "a", {{"at_least", 1}, {"of", {"3", "1"}}})}},
                                  {"goal", {{"of", {{{"step", "3"}}, {{"step", "4"}}}}}}},
                                 "p");
  ASSERT_TRUE(path.ok()) << path.why().text(language::en);
  const test::holder h;
  const recognition_state state = h.weighed();
  evaluator judge(h.person, state, excerpt(), default_policy(), *all, test::at("2026-01-01").now);
  EXPECT_EQ((*progress_on(*path, judge, *all, test::at("2026-01-01")))["left"], 4);
}

TEST(Pathway, IsDrawnWithItsAlternativesAndEscaped) {
  const auto all = all_of({{"a", a_badge}});
  json s = step("2", "a", {{"at_least", 1}, {"of", {"1", "0"}}});
  s["label"] = "\"];\nclick x <b>";
  const auto path = read_pathway({{"title", "P"}, {"steps", {step("0", "a"), step("1", "a"), s}}}, "p");
  ASSERT_TRUE(path.ok());
  EXPECT_EQ(mermaid_of(*path, *all, language::en),
            "flowchart LR\n"
            "  s0[\"Accueillir\"]\n"
            "  s1[\"Accueillir\"]\n"
            "  s2[\"#34;]#59; click x #60;b#62;\"]\n"
            "  s2j{{\"1 of 2\"}} --> s2\n"
            "  s1 --> s2j\n"
            "  s0 --> s2j\n");
  const json graph = *ctdl_of(*path, *all, "https://i.example/p", language::en);
  EXPECT_EQ(graph["@graph"][0]["@type"], "ceterms:Pathway");
  EXPECT_EQ(graph["@graph"][0]["ceterms:hasDestinationComponent"], "https://i.example/p#step-3");
  EXPECT_EQ(graph["@graph"][3]["ceterms:requiredNumber"], 1);
}

}  // namespace
}  // namespace activateur
