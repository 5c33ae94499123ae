// A batch says of each person what her gap says.
#include "analysis/match_run.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "analysis/match_live.hpp"

#include "unit/frameworks/small_drafts.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::excerpt;

match_request request(std::vector<std::string> targets = {}) {
  match_request out;
  out.frameworks = excerpt();
  out.by = default_policy();
  out.targets = std::move(targets);
  return out;
}

const context now = test::at("2026-06-01");

std::unique_ptr<match_run> begun(match_request asked) {
  auto run = match_run::begin(std::move(asked), now);
  EXPECT_TRUE(run.ok()) << (run ? "" : run.why().text(language::en));
  return run ? *std::move(run) : nullptr;
}

json lived(const std::string& person, const std::string& job, int months) {
  return {
      {"person", person},
      {"experiences", {{{"id", "e"}, {"title", "x (fictif)"}, {"kind", "work"}, {"months", months}, {"jobs", {job}}}}},
      {"feedback",
       {{{"id", "f"},
         {"competence", "rome:489930"},
         {"role", "client"},
         {"by", "c1"},
         {"level", 4},
         {"at", "2026-05-01"}}}}};
}

coverage gap_of(const json& portfolio_document, const std::string& to, coverage* essential = nullptr) {
  const auto person = read_portfolio(portfolio_document, "p");
  EXPECT_TRUE(person.ok());
  const auto t = to.front() == '{' ? read_target(*read_json(to), excerpt(), "t") : named_target(excerpt(), to);
  const auto report =
      compute_gap(*person, *recognise(*person, excerpt(), default_policy(), {}, now), *t, excerpt(), default_policy());
  if (essential != nullptr) *essential = report.covered_essential;
  return report.covered;
}

TEST(MatchRun, GivesTheCoverageThatTheGapGives) {
  const auto run = begun(request());
  const std::vector<json> persons = {lived("a", "rome:K1304", 24), {{"holds_job", "rome:G1607"}}, json::object()};
  for (const json& p : persons) ASSERT_TRUE(run->add(p, now).ok());
  EXPECT_EQ(run->waiting(), 3U);
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  ASSERT_EQ(taken->rows.size(), 3 * run->targets().size());
  std::map<zone, int> zones;
  for (std::size_t i = 0; i < taken->rows.size(); ++i) {
    coverage essential;
    const coverage want = gap_of(persons[taken->rows.person[i]], run->targets()[taken->rows.target[i]].id, &essential);
    EXPECT_NEAR(taken->rows.belief[i], want.belief, 1e-6);
    EXPECT_NEAR(taken->rows.expectation[i], want.expectation, 1e-6);
    EXPECT_NEAR(taken->rows.plausibility[i], want.plausibility, 1e-6);
    ++zones[taken->rows.in[i]];
    EXPECT_EQ(essential.belief >= default_policy().zone_now_belief, taken->rows.in[i] == zone::now);
  }
  EXPECT_GE(zones.size(), 3U);
  EXPECT_EQ(run->waiting(), 0U);
}

TEST(MatchRun, TakesWhatIsKnownAtTheLevelThatATargetAsks) {
  json target = {{"id", "poste"}, {"kind", "vacancy"}, {"label", "Poste (fictif)"}};
  target["requirements"] = {{{"competence", "rome:489930"}, {"level", 4}},
                            {{"competence", "rome:115131"}, {"level", 1}}};
  const json person = lived("a", "rome:K1304", 24);
  json usual = target;
  for (json& r : usual["requirements"]) r.erase("level");
  const auto run = begun(request({write_json(target), write_json(usual)}));
  ASSERT_TRUE(run->add(person, now).ok());
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  EXPECT_NEAR(taken->rows.belief[0], gap_of(person, write_json(target)).belief, 1e-6);
  EXPECT_NEAR(taken->rows.expectation[0], gap_of(person, write_json(target)).expectation, 1e-6);
  EXPECT_NEAR(taken->rows.expectation[1], gap_of(person, write_json(usual)).expectation, 1e-6);
  EXPECT_NE(taken->rows.expectation[0], taken->rows.expectation[1]);
}

// Requirements alone and in groups, at levels and at none.
json random_target(std::mt19937& random, const std::string& id) {
  static const std::vector<std::string> pool = [] {
    std::vector<std::string> out;
    for (const char* job : {"rome:K1304", "rome:G1607"}) {
      const auto asked = named_target(excerpt(), job);
      for (const requirement& r : asked->requirements) out.push_back(r.competence);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }();
  const auto some = [&](std::size_t count) {
    std::vector<std::string> from = pool;
    std::shuffle(from.begin(), from.end(), random);
    from.resize(std::min(count, from.size()));
    json out = json::array();
    for (const std::string& competence : from) {
      out.push_back({{"competence", competence}});
      if (const auto level = random() % 5; level > 0) out.back()["level"] = level;
    }
    return out;
  };
  constexpr const char* importances[] = {"core", "emerging", "ordinary"};
  json out = {{"id", id}, {"kind", "vacancy"}, {"label", "Poste (fictif)"}};
  out["requirements"] = some(random() % 8);
  for (json& r : out["requirements"]) r["importance"] = importances[random() % 3];
  for (std::size_t g = random() % 4 + (out["requirements"].empty() ? 1 : 0); g > 0; --g) {
    const json members = some(1 + random() % 6);
    out["groups"].push_back({{"id", "g" + std::to_string(g)},
                             {"label", "g"},
                             {"of", members},
                             {"at_least", 1 + random() % members.size()},
                             {"importance", importances[random() % 3]},
                             {"essential", random() % 2 == 0}});
  }
  return out;
}

TEST(MatchRun, GroupsOfRequirementsAreCoveredAsTheGapCoversThem) {
  std::mt19937 random(31);
  std::vector<std::string> targets;
  for (int i = 0; i < 60; ++i) targets.push_back(write_json(random_target(random, "t" + std::to_string(i))));
  const auto run = begun(request(targets));
  ASSERT_NE(run, nullptr);
  const std::vector<json> persons = {
      lived("a", "rome:K1304", 24), {{"holds_job", "rome:G1607"}}, json::object(), lived("d", "rome:G1607", 3)};
  for (const json& p : persons) ASSERT_TRUE(run->add(p, now).ok());
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  ASSERT_EQ(taken->rows.size(), 240U);
  const match_zones& zones = run->zones();
  for (std::size_t i = 0; i < taken->rows.size(); ++i) {
    coverage essential;
    const coverage want = gap_of(persons[taken->rows.person[i]], targets[taken->rows.target[i]], &essential);
    EXPECT_NEAR(taken->rows.belief[i], want.belief, 1e-6) << targets[taken->rows.target[i]];
    EXPECT_NEAR(taken->rows.expectation[i], want.expectation, 1e-6) << targets[taken->rows.target[i]];
    EXPECT_NEAR(taken->rows.plausibility[i], want.plausibility, 1e-6) << targets[taken->rows.target[i]];
    const bool close = std::abs(essential.belief - zones.by->zone_now_belief) < 1e-6;
    EXPECT_TRUE(close || (essential.belief > zones.by->zone_now_belief) == (taken->rows.in[i] == zone::now));
  }
}

// What somebody failed at, as well as what she holds.
json failing(std::mt19937& random) {
  json out = {{"person", "f"}, {"holds_job", "rome:K1304"}, {"feedback", json::array()}};
  const auto asked = named_target(excerpt(), "rome:K1304");
  for (const requirement& r : asked->requirements)
    if (random() % 5 == 0)
      for (const char* by : {"c1", "c2", "c3", "c4", "c5", "c6", "c7"})  // as much as holding the job says for it
        out["feedback"].push_back({{"id", r.competence + by},
                                   {"competence", r.competence},
                                   {"kind", "observation"},
                                   {"role", "professional"},
                                   {"by", by},
                                   {"level", 1},
                                   {"at", "2026-05-01"}});
  return out;
}

TEST(MatchRun, ZonesAreThoseOfTheMapForWhoLacksSomethingEssentialToo) {
  std::mt19937 random(33);
  std::vector<std::string> targets{"rome:K1304", "rome:G1607", "rome:K1302"};
  for (int i = 0; i < 60; ++i) targets.push_back(write_json(random_target(random, "t" + std::to_string(i))));
  const auto run = begun(request(targets));
  ASSERT_NE(run, nullptr);
  match_live live(begun(request(targets)));
  std::vector<json> persons{lived("a", "rome:K1304", 24)};
  for (int i = 0; i < 6; ++i) persons.push_back(failing(random));
  for (const json& p : persons) ASSERT_TRUE(run->add(p, now).ok());
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  map_aids aids;
  for (std::size_t i = 3; i < targets.size(); ++i)
    aids.targets.push_back(*read_target(*read_json(targets[i]), excerpt(), "t"));
  std::size_t row = 0, lacked = 0;
  for (const json& p : persons) {
    const auto person = read_portfolio(p, "p");
    const auto state = recognise(*person, excerpt(), default_policy(), {}, now);
    const possibilities map = map_possibilities(*person, *state, excerpt(), default_policy(), aids);
    ASSERT_TRUE(live.set(p, now).ok());
    for (std::size_t t = 0; t < targets.size(); ++t, ++row) {
      const std::string& id = run->targets()[t].id;
      const auto on_map =
          std::find_if(map.targets.begin(), map.targets.end(), [&](const possibility& q) { return q.id == id; });
      ASSERT_NE(on_map, map.targets.end());
      EXPECT_EQ(taken->rows.in[row], live.zone_of(t)) << id;
      const bool close = std::abs(on_map->covered_essential.belief - default_policy().zone_now_belief) < 1e-6;
      EXPECT_TRUE(close || taken->rows.in[row] == on_map->without_hindrances) << id;
      lacked += on_map->lacking > 0 && on_map->covered_essential.belief > default_policy().zone_now_belief ? 1 : 0;
    }
  }
  EXPECT_GT(lacked, 10U);
}

TEST(MatchRun, ALiveMapKeepsGroupsWhileEvidenceComesAndGoes) {
  std::mt19937 random(32);
  std::vector<std::string> targets;
  for (int i = 0; i < 40; ++i) targets.push_back(write_json(random_target(random, "t" + std::to_string(i))));
  match_live live(begun(request(targets)));
  const std::vector<json> lives = {
      lived("a", "rome:K1304", 24), {{"holds_job", "rome:G1607"}}, json::object(), lived("d", "rome:G1607", 3)};
  for (int step = 0; step < 12; ++step) {
    const json& now_is = lives[random() % lives.size()];
    ASSERT_TRUE(live.set(now_is, now).ok());
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const coverage want = gap_of(now_is, targets[t]);
      ASSERT_NEAR(live.of(t).belief, want.belief, 1e-6);
      ASSERT_NEAR(live.of(t).expectation, want.expectation, 1e-6);
      ASSERT_NEAR(live.of(t).plausibility, want.plausibility, 1e-6);
    }
  }
  match_live anew(begun(request(targets)));
  ASSERT_TRUE(live.set(lives[0], now).ok());
  ASSERT_TRUE(anew.set(lives[0], now).ok());
  for (std::size_t t = 0; t < targets.size(); ++t) ASSERT_EQ(live.of(t).expectation, anew.of(t).expectation);
}

TEST(MatchRun, AFailingPortfolioSaysWhyAndHindersNoOther) {
  auto asked = request();
  asked.best = 2;
  const auto run = begun(asked);
  const json several = {{"schema", "activateur/portfolios/1"},
                        {"portfolios",
                         {lived("a", "rome:K1304", 24),
                          {{"person", "b"}, {"experiencs", json::array()}},
                          7,
                          {{"person", "d"}, {"holds_job", "rome:NONE"}},
                          lived("e", "rome:G1607", 6)}}};
  ASSERT_TRUE(run->add(several, now).ok());
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  ASSERT_EQ(taken->persons.size(), 5U);
  EXPECT_EQ(taken->persons[1].name, "b");
  for (const std::size_t p : {1U, 2U, 3U}) EXPECT_TRUE(taken->persons[p].failed.has_value()) << p;
  EXPECT_EQ(taken->rows.person, (std::vector<std::uint32_t>{0, 0, 4, 4}));
}

TEST(MatchRun, NeverRepeatsASocialSecurityNumber) {
  const auto run = begun(request());
  ASSERT_TRUE(run->add(json{{"person", "1 84 12 76 451 089 46"}}, now).ok());
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  ASSERT_TRUE(taken->persons[0].failed.has_value());
  EXPECT_EQ(write_json(to_document(*run, *taken, now)).find("451"), std::string::npos);
}

TEST(MatchRun, TheOrderOfThreadsAndPortionsLeavesNoTrace) {
  std::vector<json> persons;
  for (int i = 0; i < 60; ++i)
    persons.push_back(lived("p" + std::to_string(i), i % 2 ? "rome:K1304" : "rome:G1607", i));
  const auto rows_by = [&](unsigned threads, bool together) {
    auto asked = request();
    asked.threads = threads;
    asked.best = 4;
    const auto run = begun(asked);
    std::string out;
    if (together) {
      EXPECT_TRUE(run->add(json{{"portfolios", persons}}, now).ok());
    } else {
      for (const json& p : persons) EXPECT_TRUE(run->add(p, now).ok());
    }
    return write_json(to_document(*run, *run->take(now), now));
  };
  const std::string plain = rows_by(1, false);
  EXPECT_EQ(rows_by(1, true), plain);
  EXPECT_EQ(rows_by(3, true), plain);
}

TEST(MatchRun, AsksForItsResultsToBeTakenWhenTheMemoryIsFull) {
  auto asked = request();
  asked.memory = 40'000;
  const auto run = begun(asked);
  std::size_t added = 0;
  result<void> last;
  while ((last = run->add(lived("p", "rome:K1304", 12), now)).ok()) ASSERT_LT(++added, 1000U);
  EXPECT_EQ(last.why().kind, failure::limit);
  EXPECT_EQ(last.why().what.code(), "match.memory");
  EXPECT_GT(added, 0U);
  EXPECT_EQ(run->waiting(), added);
  EXPECT_EQ(run->take(now)->persons.size(), added);
  EXPECT_TRUE(run->add(lived("p", "rome:K1304", 12), now).ok());
  EXPECT_EQ(run->take(now)->persons[0].position, added);
  asked.memory = 10;
  EXPECT_EQ(begun(asked)->add(json::object(), now).why().what.code(), "match.memory_small");
}

TEST(MatchRun, StatementsOfAHostAreWeighedAsTheyStand) {
  const auto run = begun(request({"rome:K1304"}));
  const std::vector<std::string> names{"a", "b", "c", "d", "e"};
  const std::vector<match_statement> said = {
      {0, "rome:489930", 0, {0.5, 0.6, 0.9}},   {1, "rome:NONE", 0, {0, 0.5, 1}},   {2, "rome:489930", 9, {0, 0.5, 1}},
      {3, "rome:489930", 0, {0.9, 0.5, 1}},     {4, "rome:489930", 2, {0, 0.5, 1}}, {4, "rome:489930", 2, {0, 0.6, 1}},
      {0, "rome:115131", 0, {0.25, 0.25, 0.25}}};
  ASSERT_TRUE(run->add(names, said, now).ok());
  const auto taken = run->take(now);
  ASSERT_TRUE(taken.ok());
  const auto code = [&](std::size_t p) {
    return taken->persons[p].failed ? std::string(taken->persons[p].failed->what.code()) : "";
  };
  EXPECT_EQ(code(0), "");
  EXPECT_EQ(code(1), "match.competence");
  EXPECT_EQ(code(2), "match.level");
  EXPECT_EQ(code(3), "match.value");
  EXPECT_EQ(code(4), "match.twice");
  ASSERT_EQ(taken->rows.size(), 1U);
  // The plain mean over the job's requirements.
  const target job = *named_target(excerpt(), "rome:K1304");
  double belief = 0, weight = 0;
  for (const requirement& r : job.requirements) {
    const double w = default_policy().importance.find(r.importance)->second;
    weight += w;
    belief += w * (r.competence == "rome:489930" ? 0.5 : r.competence == "rome:115131" ? 0.25 : 0);
  }
  EXPECT_NEAR(taken->rows.belief[0], belief / weight, 1e-6);
  EXPECT_EQ(run->add(names, std::vector<match_statement>{{9, "rome:489930", 0, {}}}, now).why().kind, failure::usage);
}

TEST(MatchRun, RefusesTargetsThatItDoesNotCompare) {
  const auto code = [](const std::string& target) {
    const auto run = match_run::begin(request({target}), now);
    return run ? std::string() : std::string(run.why().what.code());
  };
  EXPECT_EQ(code("rome:NONE"), "target.job");
  EXPECT_EQ(
      code(R"({"id":"t","kind":"vacancy","label":"x","requirements":[{"competence":"rome:489930","level":2.5}]})"),
      "match.target");
  EXPECT_EQ(code(R"({"id":"t","kind":"vacancy","label":"x","requirements":[{"competence":"rome:489930","level":2}]})"),
            "");
}

TEST(MatchRun, StopsWhenAskedAndKeepsWhoWaits) {
  const auto run = begun(request());
  ASSERT_TRUE(run->add(lived("a", "rome:K1304", 12), now).ok());
  context stop = now;
  stop.progress = progress_sink([](std::uint64_t, std::uint64_t) { return false; }, nullptr);
  EXPECT_EQ(run->take(stop).why().kind, failure::cancelled);
  EXPECT_EQ(run->add(lived("b", "rome:K1304", 12), stop).why().kind, failure::cancelled);
  EXPECT_EQ(run->waiting(), 1U);
  EXPECT_EQ(run->take(now)->persons.size(), 1U);
}

TEST(MatchRun, ItsDocumentFollowsItsSchema) {
  auto asked = request();
  asked.best = 3;
  const auto run = begun(asked);
  ASSERT_TRUE(run->add(json{{"portfolios", {lived("a", "rome:K1304", 24), 7}}}, now).ok());
  const json document = to_document(*run, *run->take(now), now);
  EXPECT_EQ(document["persons"][0]["targets"].size(), 3U);
  test::expect_schema(document, "batch");
  test::expect_schema({{"schema", "activateur/portfolios/1"}, {"portfolios", {lived("a", "rome:K1304", 24)}}},
                      "portfolios");
  const json targets = {{"schema", "activateur/targets/1"}, {"targets", {"rome:K1304"}}};
  EXPECT_EQ(read_match_targets(targets, "t")->size(), 1U);
  test::expect_schema(targets, "targets");
}

}  // namespace
}  // namespace activateur
