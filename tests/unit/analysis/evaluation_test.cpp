// What each kind of criterion takes as evidence, and that a target made of an achievement never asks for less.
#include "analysis/evaluation.hpp"

#include <chrono>
#include <random>

#include "analysis/achievement_exports.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::excerpt;
using test::holder;
using test::rome;

json achievement(const json& criteria, const std::string& uri = {}) {
  json out{{"name", "Badge attendu (fictif)"}, {"description", "Pour les tests"}, {"criteria", criteria}};
  if (!uri.empty()) out["uri"] = uri;
  return out;
}

catalogue among(std::initializer_list<std::pair<const char*, json>> entries) {
  json list = json::array();
  for (const auto& [id, what] : entries) list.push_back({{"id", id}, {"achievement", what}});
  auto out = read_catalogue({{"achievements", list}}, "c");
  if (!out) throw std::runtime_error(out.why().text(language::en));
  return *std::move(out);
}

struct found {
  requirement_state state;
  double have, need;
  bool earned;
  std::size_t leaves;
};
found evaluated(const holder& h, const catalogue& all, const char* id = "a", const char* on = "2026-01-01") {
  const recognition_state state = h.weighed();
  evaluator judge(h.person, state, excerpt(), default_policy(), all, test::at(on).now);
  const achievement_finding& f = judge.of(*all.find(id));
  return {f.state(), f.criteria.leaf.have, f.criteria.leaf.need, f.earned(), f.missing.distance.leaves};
}
found evaluated(const holder& h, const json& criteria) { return evaluated(h, among({{"a", achievement(criteria)}})); }

TEST(Evaluation, ACompetenceIsEarnedByAThirdPartyAndNotByHerWord) {
  const json asked{{"competence", "rome:489930"}};
  EXPECT_EQ(evaluated({}, asked).state, requirement_state::to_explore);
  holder own;
  own.says("s", "rome:489930", 4);
  EXPECT_FALSE(evaluated(own, asked).earned);
  holder seen;
  seen.with(badge("b", "https://i.example", {rome("489930")}));
  EXPECT_TRUE(evaluated(seen, asked).earned);
  holder practised;
  practised.practised("e", "rome:K1304", 60);
  EXPECT_FALSE(evaluated(practised, asked).earned);
}

TEST(Evaluation, OnlyTheEvidenceThatIsAskedForCounts) {
  holder h;
  h.with(badge("b", "https://i.example", {rome("489930")}));
  EXPECT_TRUE(evaluated(h, {{"competence", "rome:489930"}, {"evidence", {"credential", "observation"}}}).earned);
  EXPECT_FALSE(evaluated(h, {{"competence", "rome:489930"}, {"evidence", {"observation", "feedback"}}}).earned);
}

TEST(Evaluation, ALevelIsAskedAsTheGapAsksIt) {
  holder h;
  h.told("f", "rome:489930", "professional", 2, "observation", "guide");
  EXPECT_TRUE(evaluated(h, {{"competence", "rome:489930"}, {"level", 2}}).earned);
  EXPECT_FALSE(evaluated(h, {{"competence", "rome:489930"}, {"level", 3}}).earned);
}

TEST(Evaluation, SomebodysWordNeverEarnsAndMayLower) {
  const json asked{{"competence", "rome:489930"}};
  holder h;
  h.person.overrides.push_back({"rome:489930", "recognised", "herself", "I know", {}});
  EXPECT_EQ(evaluated(h, asked).state, requirement_state::presumed);
  EXPECT_FALSE(evaluated(h, asked).earned);
  h.with(badge("b", "https://i.example", {rome("489930")}));
  EXPECT_TRUE(evaluated(h, asked).earned);
  h.person.overrides[0].state = "to_acquire";
  EXPECT_EQ(evaluated(h, asked).state, requirement_state::to_acquire);
}

experience lived(const std::string& id, const std::string& kind, const char* from, double months, double hours = 35) {
  experience e = test::practice(id, months);
  e.kind = kind;
  e.hours_per_week = hours;
  e.hours_given = true;
  if (from != nullptr) e.from = parse_date_or_time(from);
  return e;
}

TEST(Evaluation, AnExperienceIsEarnedWhenSomebodyElseTellsOfIt) {
  const json asked{{"experience", "volunteering"}, {"months", 6}};
  holder h;
  h.person.experiences.push_back(lived("e", "volunteering", nullptr, 8));
  EXPECT_EQ(evaluated(h, asked).state, requirement_state::presumed);
  EXPECT_TRUE(evaluated(h, {{"experience", "volunteering"}, {"months", 6}, {"declared", true}}).earned);
  h.told("f", "rome:489930", "peer", 3);
  h.person.feedbacks.back().experience = "e";
  EXPECT_FALSE(evaluated(h, asked).earned);  // a peer recognises nothing
  h.told("g", "rome:489930", "colleague", 3);
  h.person.feedbacks.back().experience = "e";
  EXPECT_TRUE(evaluated(h, asked).earned);
  EXPECT_FALSE(evaluated(h, {{"experience", "sport"}, {"months", 6}}).earned);
}

TEST(Evaluation, MonthsThatOverlapCountOnceAndHoursEach) {
  holder h;
  h.person.experiences = {lived("a", "work", "2025-01-01", 6, 10), lived("b", "work", "2025-04-01", 6, 10)};
  const found months = evaluated(h, {{"experience", "work"}, {"months", 12}, {"declared", true}});
  EXPECT_FALSE(months.earned);
  EXPECT_NEAR(months.have, 9, 0.1);
  const found hours = evaluated(h, {{"experience", "any"}, {"hours", 500}, {"declared", true}});
  EXPECT_TRUE(hours.earned);
  EXPECT_NEAR(hours.have, 521.8, 0.1);  // 12 months of 4.348 weeks of 10 hours
}

TEST(Evaluation, WhatIsYetToBeLivedDoesNotCount) {
  const json asked{{"experience", "work"}, {"months", 36}, {"declared", true}};
  holder h;
  h.person.experiences = {lived("a", "work", "2025-01-01", 36)};  // a contract until 2028
  EXPECT_FALSE(evaluated(h, asked).earned);
  EXPECT_NEAR(evaluated(h, asked).have, 12, 0.1);
  h.person.experiences[0].months_given = false;
  h.person.experiences[0].to = parse_date_or_time("2028-01-01");
  EXPECT_NEAR(evaluated(h, asked).have, 12, 0.1);
  h.person.experiences[0].from = parse_date_or_time("2027-01-01");
  EXPECT_EQ(evaluated(h, asked).have, 0);
}

TEST(Evaluation, HoursThatNobodyGaveArePresumed) {
  const json asked{{"experience", "sport"}, {"hours", 100}, {"declared", true}};
  holder h;
  h.person.experiences = {lived("a", "sport", "2025-01-01", 6)};
  EXPECT_TRUE(evaluated(h, asked).earned);
  h.person.experiences[0].hours_given = false;
  EXPECT_EQ(evaluated(h, asked).state, requirement_state::presumed);
  EXPECT_EQ(evaluated(h, asked).have, 0);
}

TEST(Evaluation, AnExperienceIsAboutItsJobOrItsCompetence) {
  holder h;
  h.practised("e", "rome:K1304", 12);
  EXPECT_TRUE(evaluated(h, {{"experience", "any"}, {"months", 6}, {"about", "rome:K1304"}, {"declared", true}}).earned);
  EXPECT_FALSE(
      evaluated(h, {{"experience", "any"}, {"months", 6}, {"about", "rome:489930"}, {"declared", true}}).earned);
}

TEST(Evaluation, ACredentialCountsWhenItIsValidAndSomebodyElses) {
  const json asked{{"credential", "https://i.example/a"}};
  const auto with = [&](verdict v, const std::string& subject) {
    holder h;
    verification b = badge("b", "https://i.example", {}, v);
    b.subject.what.id = "https://i.example/a";
    b.subject.subject_id = subject;
    h.with(b);
    return evaluated(h, asked);
  };
  EXPECT_TRUE(with(verdict::valid, "did:example:her").earned);
  EXPECT_EQ(with(verdict::indeterminate, {}).state, requirement_state::presumed);
  EXPECT_EQ(with(verdict::invalid, {}).state, requirement_state::to_explore);
  EXPECT_FALSE(with(verdict::valid, "https://i.example").earned);  // given to oneself
  EXPECT_FALSE(evaluated({}, asked).earned);
}

TEST(Evaluation, AKeyThatAnyoneCanMakeAwardsNothing) {
  const json asked{{"of", {{{"credential", "https://univ.example/master"}}, {{"competence", "rome:489930"}}}}};
  const catalogue all = among({{"a", achievement(asked, "https://univ.example/a")}});
  const auto with = [&](const std::string& issuer, key_binding binding, const policy& by, const char* achievement) {
    verification v = badge("b", issuer, {rome("489930")});
    v.subject.issuer.name = "Université";
    v.subject.what.id = achievement;
    v.subject.subject_id = "did:example:her";
    v.binding = binding;
    holder h;
    h.with(v);
    const recognition_state state = h.weighed(by);
    evaluator judge(h.person, state, excerpt(), by, all, test::at("2026-01-01").now);
    return judge.of(*all.find("a")).state();
  };
  const char* leaf = "https://univ.example/master";
  const char* itself = "https://univ.example/a";
  const policy usual = default_policy();
  policy naming = usual;
  naming.issuers["did:key:z6MkOne"] = 1;
  naming.issuers["urn:uuid:1"] = 1;
  for (const char* one : {leaf, itself}) {
    EXPECT_NE(with("did:key:z6MkOne", key_binding::self_asserted, usual, one), requirement_state::recognised);
    EXPECT_EQ(with("did:key:z6MkOne", key_binding::self_asserted, naming, one), requirement_state::recognised);
    EXPECT_NE(with("urn:uuid:1", key_binding::self_asserted, naming, one), requirement_state::recognised);
    EXPECT_NE(with("https://univ.example", key_binding::unanchored, usual, one), requirement_state::recognised);
    EXPECT_EQ(with("https://univ.example", key_binding::anchored, usual, one), requirement_state::recognised);
    EXPECT_EQ(with("did:web:univ.example", key_binding::anchored, usual, one), requirement_state::recognised);
    // Proven, and somebody else's achievement.
    EXPECT_NE(with("https://other.example", key_binding::anchored, usual, one), requirement_state::recognised);
  }
}

TEST(Evaluation, AnAchievementIsAwardedByItsCreatorAndACredentialByTheIssuersThatItsCriterionNames) {
  json created = achievement({{"competence", "rome:107920"}}, "urn:uuid:7b0a5d0e-7a4f-4a39-9d8e-0a4f7f0f0f01");
  created["creator"] = {{"id", "https://maker.example"}};
  const json asked{{"credential", "https://i.example/a"}, {"issuers", {"did:key:z6MkTwo", "https://two.example"}}};
  const auto by = [](const char* issuer, const char* achievement, key_binding binding) {
    verification v = badge("b", issuer, {});
    v.subject.what.id = achievement;
    v.binding = binding;
    holder h;
    h.with(v);
    return h;
  };
  const catalogue all = among({{"a", created}});
  const char* urn = "urn:uuid:7b0a5d0e-7a4f-4a39-9d8e-0a4f7f0f0f01";
  EXPECT_TRUE(evaluated(by("https://maker.example", urn, key_binding::anchored), all).earned);
  EXPECT_FALSE(evaluated(by("https://other.example", urn, key_binding::anchored), all).earned);
  EXPECT_TRUE(evaluated(by("did:key:z6MkTwo", "https://i.example/a", key_binding::self_asserted), asked).earned);
  EXPECT_TRUE(evaluated(by("https://two.example", "https://i.example/a", key_binding::anchored), asked).earned);
  EXPECT_FALSE(evaluated(by("https://two.example", "https://i.example/a", key_binding::unanchored), asked).earned);
  EXPECT_EQ(evaluated(by("https://i.example", "https://i.example/a", key_binding::anchored), asked).state,
            requirement_state::presumed);
}

TEST(Evaluation, WhatALearnerRecordHoldsCountsWhenTheRecordIsGoodAndItWasGivenToHer) {
  const json asked{{"credential", "https://i.example/a"}};
  const auto state = [&](verdict record, const std::string& given_to) {
    verification inner = badge("inner", "https://i.example", {});
    inner.subject.what.id = "https://i.example/a";
    inner.subject.subject_id = given_to;
    verification outer = badge("record", "https://r.example", {}, record);
    outer.subject.subject_id = "did:example:her";
    outer.contents.push_back(inner);
    holder h;
    h.person.identities = {"did:example:her", "did:example:hers_too"};
    h.with(outer);
    return evaluated(h, asked).state;
  };
  EXPECT_EQ(state(verdict::valid, "did:example:her"), requirement_state::recognised);
  EXPECT_EQ(state(verdict::valid, "did:example:hers_too"), requirement_state::recognised);
  for (const char* not_hers : {"did:example:somebody", ""})
    EXPECT_EQ(state(verdict::valid, not_hers), requirement_state::to_explore);
  for (const verdict not_good : {verdict::invalid, verdict::indeterminate})
    EXPECT_EQ(state(not_good, "did:example:her"), requirement_state::to_explore);
}

TEST(Evaluation, ObservationsAreByTheirGridAndBySoManyVoices) {
  const json asked{{"observation", "g"}, {"criterion", "c1"}, {"level", 2}, {"times", 2}};
  holder h;
  const auto observed = [&](const char* id, const char* by, double level, const char* grid, const char* criterion) {
    h.told(id, "rome:489930", "professional", level, "observation", by);
    h.person.feedbacks.back().grid = grid;
    h.person.feedbacks.back().criterion = criterion;
  };
  observed("1", "x", 1, "g", "c1");
  EXPECT_EQ(evaluated(h, asked).state, requirement_state::to_acquire);  // seen, and not managed
  observed("2", "x", 3, "g", "c1");
  observed("3", "x", 3, "g", "c1");
  observed("4", "y", 3, "other", "c1");
  observed("5", "y", 3, "g", "c2");
  EXPECT_EQ(evaluated(h, asked).have, 1);
  EXPECT_FALSE(evaluated(h, asked).earned);
  observed("6", "y", 2, "g", "c1");
  EXPECT_TRUE(evaluated(h, asked).earned);
}

TEST(Evaluation, OneRecordIsOneVoiceHoweverManyStatementsItMakes) {
  holder h;
  for (const char* id : {"r/0", "r/1", "r/2"}) {
    h.told(id, "rome:489930", "professional", 3, "observation");
    h.person.feedbacks.back().grid = "g";
  }
  EXPECT_EQ(evaluated(h, {{"observation", "g"}, {"times", 3}}).have, 1);
  EXPECT_EQ(evaluated(h, {{"feedback", 3}}).have, 1);
}

TEST(Evaluation, FeedbackIsCountedByVoices) {
  const json asked{{"feedback", 2}, {"about", "rome:489930"}, {"roles", {"client"}}};
  holder h;
  h.told("1", "rome:489930", "client", 3, "feedback", "x").told("2", "rome:489930", "client", 4, "feedback", "x");
  h.told("3", "rome:489930", "peer", 4, "feedback", "y").told("4", "rome:107920", "client", 4, "feedback", "z");
  EXPECT_EQ(evaluated(h, asked).have, 1);
  h.told("5", "rome:489930", "client", 3);
  EXPECT_TRUE(evaluated(h, asked).earned);
}

TEST(Evaluation, AnotherAchievementIsEarnedByItsBadgeOrItsCriteria) {
  const json inner = achievement(
      {{"of", {{{"competence", "rome:489930"}}, {{"competence", "rome:107920"}}, {{"competence", "rome:115131"}}}}},
      "https://i.example/b");
  const catalogue all = among({{"a", achievement({{"achievement", "b"}})}, {"b", inner}});
  holder h;
  EXPECT_EQ(evaluated(h, all).leaves, 3U);  // as many as are missing in it
  h.with(badge("1", "https://i.example", {rome("489930")}));
  EXPECT_EQ(evaluated(h, all).leaves, 2U);
  verification held = badge("2", "https://i.example", {});
  held.subject.what.id = "https://i.example/b";
  h.with(held);
  EXPECT_TRUE(evaluated(h, all).earned);
}

TEST(Evaluation, WhatIsCloseComesByDistanceThenById) {
  const json one{{"competence", "rome:489930"}}, two{{"competence", "rome:107920"}};
  const json both{{"of", {one, two}}};
  const catalogue all =
      among({{"z", achievement(one)}, {"b", achievement(both)}, {"a", achievement(two)}, {"c", achievement(two)}});
  holder h;
  h.with(badge("1", "https://i.example", {rome("489930")}));
  const recognition_state state = h.weighed();
  evaluator judge(h.person, state, excerpt(), default_policy(), all, test::at("2026-01-01").now);
  const within_reach reach = reach_among(judge, all, 2);
  ASSERT_EQ(reach.earned.size(), 1U);
  EXPECT_EQ(reach.earned[0]->entry->id, "z");
  ASSERT_EQ(reach.next.size(), 2U);
  EXPECT_EQ(reach.next[0]->entry->id, "a");
  EXPECT_EQ(reach.next[1]->entry->id, "b");
  EXPECT_EQ(reach.left_out, 1U);
}

// ---- As a target.

json random_criteria(std::mt19937& random, int depth) {
  constexpr const char* codes[] = {"rome:489930", "rome:107920", "rome:115131", "rome:107948", "rome:300282"};
  if (depth == 0 || random() % 3 == 0) {
    if (random() % 6 == 0) return {{"experience", "sport"}, {"months", 3}, {"declared", true}};
    json out{{"competence", codes[random() % 5]}};
    if (random() % 4 == 0) out["level"] = 2;
    if (random() % 6 == 0) out["evidence"] = json::array({"observation"});
    return out;
  }
  json of = json::array();
  const auto n = 1 + random() % 4;
  for (unsigned i = 0; i < n; ++i) {
    of.push_back(random_criteria(random, depth - 1));
    if (!read_criteria(json{{"of", of}}, "c")) of.erase(of.size() - 1);  // there already
  }
  return {{"at_least", 1 + random() % of.size()}, {"of", of}};
}

TEST(AchievementAsTarget, ThatIsMetMeansEarnedAndConverselyWhereItIsExact) {
  std::size_t met = 0, exact = 0, inexact = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    std::mt19937 random(seed);
    const catalogue all = among({{"a", achievement(random_criteria(random, 3), "https://i.example/a")}});
    const auto document = target_of(*all.find("a"), all, excerpt(), language::en);
    if (!document) {
      EXPECT_EQ(document.why().what.code(), "target.none");
      continue;
    }
    const bool is_exact = (*document)["about"]["exact"];
    const auto to = read_target(*document, excerpt(), "t");
    ASSERT_TRUE(to.ok());
    holder h;
    for (const char* code : {"489930", "107920", "115131", "107948", "300282"}) {
      if (random() % 2 == 0) h.with(badge(code, std::string("https://") + code, {rome(code)}));
      if (random() % 4 == 0) h.told(code, "rome:" + std::string(code), "professional", 2, "observation", code);
    }
    if (random() % 2 == 0) h.person.experiences.push_back(lived("e", "sport", nullptr, 4));
    const recognition_state state = h.weighed();
    evaluator judge(h.person, state, excerpt(), default_policy(), all, test::at("2026-01-01").now);
    const bool earned = judge.of(*all.find("a")).earned();
    const bool is_met = compute_gap(h.person, state, *to, excerpt(), default_policy()).verdict == gap_verdict::met;
    ASSERT_TRUE(!is_met || earned) << document->dump();
    ASSERT_TRUE(!is_exact || is_met == earned) << document->dump();
    met += is_met ? 1U : 0U;
    ++(is_exact ? exact : inexact);
  }
  EXPECT_GT(met, 50U);
  EXPECT_GT(exact, 50U);
  EXPECT_GT(inexact, 50U);
}

TEST(AchievementAsTarget, IsMadeQuicklyOfAlternativesThatSayLittle) {
  json alike = json::array(), many = json::array();
  for (int i = 0; i < 24; ++i)
    alike.push_back({{"at_least", 1}, {"of", {{{"competence", "rome:489930"}}, {{"feedback", i + 1}}}}});
  for (int i = 1; i <= 250; ++i) many.push_back({{"feedback", i}, {"label", std::string(1'000, 'x')}});
  json ladder = json::array();  // each asks twice for the next
  for (int i = 0; i < 60; ++i) {
    const json next{{"achievement", "l" + std::to_string(i + 1)}};
    ladder.push_back(
        {{"id", "l" + std::to_string(i)},
         {"achievement", achievement({{"of", {next, {{"at_least", 1}, {"of", {next, {{"feedback", 2}}}}}}}})}});
  }
  ladder.push_back({{"id", "l60"}, {"achievement", achievement({{"competence", "rome:489930"}})}});
  const auto steps = read_catalogue({{"achievements", ladder}}, "c");
  ASSERT_TRUE(steps);
  const auto started = std::chrono::steady_clock::now();
  const catalogue repeated = among({{"a", achievement({{"at_least", 12}, {"of", alike}})}});
  EXPECT_TRUE(target_of(*repeated.find("a"), repeated, excerpt(), language::en));
  const catalogue wide =
      among({{"a", achievement({{"of", {{{"competence", "rome:489930"}}, {{"at_least", 2}, {"of", many}}}}})}});
  (void)target_of(*wide.find("a"), wide, excerpt(), language::en);  // asks for more than a target holds
  EXPECT_TRUE(target_of(*steps->find("l0"), *steps, excerpt(), language::en));
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(20));  // it was hours
}

TEST(AchievementAsTarget, GroupsOfPlainCompetencesStayGroups) {
  const json criteria{
      {"of",
       {{{"competence", "rome:489930"}, {"importance", "core"}},
        {{"at_least", 2},
         {"of",
          {{{"competence", "rome:107920"}}, {{"competence", "rome:115131"}}, {{"competence", "rome:107948"}}}}}}}};
  const catalogue all = among({{"a", achievement(criteria)}});
  const auto target = target_of(*all.find("a"), all, excerpt(), language::en);
  ASSERT_TRUE(target.ok());
  EXPECT_EQ((*target)["groups"].size(), 1U);
  EXPECT_EQ((*target)["groups"][0]["at_least"], 2);
  EXPECT_EQ((*target)["requirements"][0]["importance"], "core");
  EXPECT_EQ((*target)["about"]["exact"], true);
}

}  // namespace
}  // namespace activateur
