#include "analysis/possibilities.hpp"

#include <numeric>

#include "unit/frameworks/small_drafts.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::excerpt;
using test::holder;

possibilities map_of(const holder& h, const map_aids& aids = {}) {
  return map_possibilities(h.person, h.weighed(), excerpt(), default_policy(), aids);
}

const possibility& target_of(const possibilities& map, const std::string& id) {
  static const possibility none;
  const auto it =
      std::find_if(map.targets.begin(), map.targets.end(), [&](const possibility& p) { return p.id == id; });
  return it == map.targets.end() ? none : *it;
}

std::size_t job_requirements(const std::string& id) {
  const auto ref = excerpt().job(id);
  return ref->in->links_of(ref->index).size();
}

double dimension(const possibility& p, use_dimension d) {
  for (const use_part& part : p.use.used())
    if (part.what == d) return part.value;
  return -1;  // not known
}

TEST(Possibilities, AHeldJobIsReachableNowAndFirst) {
  holder h;
  h.person.holds_job = "rome:K1304";
  const auto map = map_of(h);
  ASSERT_EQ(map.targets.size(), 7U);
  EXPECT_EQ(map.targets[0].id, "rome:K1304");
  EXPECT_EQ(map.targets[0].in, zone::now);
  EXPECT_EQ(map.targets[0].effort, 0);
  EXPECT_FALSE(map.targets[0].reasons.empty());
}

TEST(Possibilities, APractisedJobIsReachableAfterRecognition) {
  const auto map = map_of(holder().practised("x", "rome:K1304", 36));
  EXPECT_EQ(map.targets[0].id, "rome:K1304");
  EXPECT_EQ(map.targets[0].in, zone::after_recognition);
}

TEST(Possibilities, UsefulnessByMobilityIsNearnessAmongOfficialMobilities) {
  const auto map = map_of(holder().practised("x", "rome:K1304", 36));
  std::map<std::string, double> usefulness;
  for (const possibility& p : map.targets) usefulness[p.id] = dimension(p, use_dimension::mobility);
  EXPECT_EQ(usefulness["rome:K1302"], 1);                           // order 1
  EXPECT_DOUBLE_EQ(usefulness["rome:K1306"], std::exp2(-1.0 / 5));  // order 2
  EXPECT_DOUBLE_EQ(usefulness["rome:G1501"], 0.5);                  // order 6
  EXPECT_EQ(usefulness["rome:K1304"], -1);                          // one's own job: not asked
}

TEST(Possibilities, ADimensionThatIsNotKnownIsLeftOutAndItsWeightGoesToTheOthers) {
  use_values values{};
  values[static_cast<std::size_t>(use_dimension::interest)] = 0.5;  // weight 2
  const usefulness alone = usefulness_of(values, default_policy());
  EXPECT_EQ(alone.value, 0.5);
  values[static_cast<std::size_t>(use_dimension::demand)] = 1.0;  // weight 1
  EXPECT_NEAR(usefulness_of(values, default_policy()).value, 2.0 / 3, 1e-9);
  EXPECT_EQ(usefulness_of({}, default_policy()).value, 0);
}

TEST(Possibilities, InterestIsAlongTheHexagon) {
  wishes wanted;
  EXPECT_FALSE(interest_in(wanted, "R").has_value());
  wanted.interests_known = true;
  wanted.interests[0] = 1;  // R
  EXPECT_EQ(interest_in(wanted, "R"), 1.0);
  EXPECT_NEAR(*interest_in(wanted, "S"), 0.0, 1e-12);      // opposite
  EXPECT_NEAR(*interest_in(wanted, "I"), 2.0 / 3, 1e-12);  // beside
  EXPECT_NEAR(*interest_in(wanted, "IS"), (2.0 / 3) * (2.0 / 3), 1e-12);
  EXPECT_FALSE(interest_in(wanted, "").has_value());
}

TEST(Possibilities, TheParetoFrontIsWhatNothingBeats) {
  const auto map = map_of(holder().practised("x", "rome:K1304", 36));
  for (const possibility& p : map.targets) {
    const bool beaten = std::any_of(map.targets.begin(), map.targets.end(), [&](const possibility& q) {
      return q.effort <= p.effort && q.use.value >= p.use.value && (q.effort < p.effort || q.use.value > p.use.value);
    });
    EXPECT_EQ(p.pareto, !beaten) << p.id;
  }
}

TEST(Possibilities, NobodyKnownHasNothingNowAndNothingExcluded) {
  const auto map = map_of({});
  for (const possibility& p : map.targets) {
    EXPECT_EQ(p.in, zone::long_path);
    EXPECT_NEAR(p.covered.plausibility, 1, 1e-9);
    EXPECT_EQ(p.states[static_cast<std::size_t>(requirement_state::to_acquire)], 0U);
  }
}

TEST(Possibilities, CoverageIsThatOfTheGap) {
  holder h;
  h.practised("x", "rome:G1607", 30).with(test::badge("a", "https://i.example", {test::rome("489930")}));
  for (const possibility& p : map_of(h).targets) {
    const auto gap = compute_gap(h.person, h.weighed(), *named_target(excerpt(), p.id), excerpt(), default_policy());
    EXPECT_NEAR(gap.covered.expectation, p.covered.expectation, 1e-9) << p.id;
    EXPECT_NEAR(gap.covered_essential.belief, p.covered_essential.belief, 1e-9) << p.id;
  }
}

TEST(Possibilities, TheDocumentIsInRankOrderAndCutAtTheTop) {
  holder h;
  h.person.holds_job = "rome:K1304";
  map_aids aids;
  aids.top = 3;
  const json d = to_document(map_of(h, aids), default_policy(), test::at("2026-01-01"));
  EXPECT_EQ(d["schema"], "activateur/map/1");
  EXPECT_EQ(d["considered"], 7);
  ASSERT_EQ(d["targets"].size(), 3U);
  for (const char* member : {"id", "zone", "expectation", "effort", "usefulness", "pareto", "label", "reasons"})
    EXPECT_TRUE(d["targets"][0].contains(member)) << member;
  EXPECT_NE(d["targets"][0]["reasons"][0]["label"], "");
}

// --- what every result carries -----------------------------------------------------------------------------------

TEST(Possibilities, ContributionsSumExactly) {
  holder h;
  h.practised("x", "rome:G1607", 30).with(test::badge("a", "https://i.example", {test::rome("489930")}));
  h.person.wanted.interests_known = true;
  h.person.wanted.interests = {0.3, 0, 0.1, 1, 0, 0.7};
  for (const possibility& p : map_of(h).targets) {
    double sum = p.reasons_rest;
    for (const competence_part& part : p.reasons) sum += part.contribution;
    EXPECT_EQ(sum, p.covered.expectation) << p.id;
    sum = p.missing_rest;
    for (const competence_part& part : p.missing) sum += part.contribution;
    EXPECT_EQ(sum, p.effort) << p.id;
    sum = 0;
    for (const use_part& part : p.use.used()) sum += part.contribution;
    EXPECT_EQ(sum, p.use.value) << p.id;
    EXPECT_EQ(p.by_nearness + p.by_competences, p.affinity) << p.id;
    const auto states = p.states;
    EXPECT_EQ(std::accumulate(states.begin(), states.end(), std::size_t{0}), job_requirements(p.id)) << p.id;
  }
}

// The number of badges that `change` promises moves the target, and one badge fewer does not.
TEST(Possibilities, TheSmallestChangeIsEnoughAndNoSmallerOneIs) {
  holder h;
  h.practised("x", "rome:G1607", 30);
  std::size_t tried = 0;
  const auto map = map_of(h);
  for (const possibility& p : map.targets) {
    if (!p.change || p.change->acts == 0) continue;
    const auto rows = survey(map_table(excerpt().all()[0], 0.5), h.person, h.weighed(), default_policy())
                          .rows_of(excerpt().job(p.id)->index);
    std::vector<double> gains;
    double value = 0;
    for (const requirement_row& r : rows) {
      const bool now = p.change->to == zone::now, shortly = p.change->to == zone::short_path;
      value += (shortly ? r.share : r.essential_share) * (now ? r.known.belief : r.known.expectation);
      gains.push_back((shortly ? r.share : r.essential_share) *
                      (now ? r.known.belief_after - r.known.belief : r.known.expectation_after - r.known.expectation));
    }
    std::sort(gains.rbegin(), gains.rend());
    const double threshold = p.change->to == zone::short_path ? 0.3 : 0.5;
    EXPECT_GE(value + std::accumulate(gains.begin(), gains.begin() + p.change->acts, 0.0), threshold - 1e-9) << p.id;
    EXPECT_LT(value + std::accumulate(gains.begin(), gains.begin() + p.change->acts - 1, 0.0), threshold) << p.id;
    ++tried;
  }
  EXPECT_GT(tried, 2U);
}

TEST(Possibilities, TheDocumentAgreesWithItsSchema) {
  holder h;
  h.practised("x", "rome:K1304", 36);
  h.person.wanted.refuses = {"Travail de nuit"};
  const json d = to_document(map_of(h), default_policy(), test::at("2026-01-01", language::fr));
  test::expect_schema(d, "map");
}

// --- what blocks -------------------------------------------------------------------------------------------------

std::string condition_of(const std::string& job) {
  const auto ref = excerpt().job(job);
  const auto list = ref->in->conditions_of(ref->index);
  return list.empty() ? std::string() : std::string(list.front().label);
}

TEST(Possibilities, ARefusedWorkingConditionBlocksByCodeAndByLabel) {
  holder h;
  h.practised("x", "rome:K1304", 36);
  const std::string label = condition_of("rome:K1304");
  ASSERT_FALSE(label.empty());
  h.person.wanted.refuses = {label};
  const possibilities by_label = map_of(h);
  const possibility& p = target_of(by_label, "rome:K1304");
  EXPECT_EQ(p.in, zone::blocked);
  EXPECT_EQ(p.without_hindrances, zone::after_recognition);
  ASSERT_FALSE(p.hindrances.empty());
  EXPECT_NE(p.hindrances[0].why.text(language::fr).find(label), std::string::npos);
  EXPECT_EQ(by_label.targets.back().in, zone::blocked);  // ranked last
  EXPECT_FALSE(p.pareto);
  const auto ref = excerpt().job("rome:K1304");
  h.person.wanted.refuses = {"rome:" + std::string(ref->in->conditions_of(ref->index).front().code)};
  EXPECT_EQ(target_of(map_of(h), "rome:K1304").in, zone::blocked);
}

// What is not known blocks nothing: it is named, to be checked.
TEST(Possibilities, ARightBlocksOnlyWhenItIsKnownToBeMissingAndNobodyGivesIt) {
  holder h;
  h.practised("x", "rome:K1304", 36);
  map_territory around;
  around.id = "t";
  prospect said;
  said.id = "rome:K1304";
  said.needs = {"licence_b"};
  around.prospects = {said};
  map_aids aids;
  aids.around = &around;
  const auto zone_then = [&] { return target_of(map_of(h, aids), "rome:K1304").in; };
  EXPECT_EQ(zone_then(), zone::after_recognition);
  EXPECT_EQ(target_of(map_of(h, aids), "rome:K1304").hindrances[0].does, hindrance_effect::to_check);
  h.person.lacks = {"licence_b"};
  EXPECT_EQ(zone_then(), zone::blocked);
  around.conditions["licence_b"] = {12, 1000, 40, {0}};
  around.offers = {{"permis", "Permis", 1000, 40}};
  EXPECT_EQ(zone_then(), zone::short_path);  // it takes a way
  const auto map = map_of(h, aids);
  ASSERT_TRUE(target_of(map, "rome:K1304").reach.has_value());
  EXPECT_EQ(dimension(target_of(map, "rome:K1304"), use_dimension::rights), 0);
  h.person.lacks.clear();
  h.person.conditions = {"licence_b"};
  EXPECT_EQ(zone_then(), zone::after_recognition);
  EXPECT_EQ(dimension(target_of(map_of(h, aids), "rome:K1304"), use_dimension::rights), 1);
}

TEST(Possibilities, ADistanceBlocksOnlyWhenItIsKnown) {
  holder h;
  h.person.max_distance_km = 20;
  map_territory around;
  around.id = "t";
  prospect near, far, unknown;
  near.id = "rome:K1302";
  near.distance_km = 20;
  far.id = "rome:K1304";
  far.distance_km = 20.5;
  unknown.id = "rome:K1306";
  around.prospects = {near, far, unknown};
  map_aids aids;
  aids.around = &around;
  const auto map = map_of(h, aids);
  EXPECT_EQ(target_of(map, "rome:K1302").in, zone::long_path);
  EXPECT_EQ(target_of(map, "rome:K1304").in, zone::blocked);
  EXPECT_EQ(target_of(map, "rome:K1306").in, zone::long_path);
  EXPECT_EQ(target_of(map, "rome:K1306").hindrances[0].code, "distance");
}

// --- fairness ----------------------------------------------------------------------------------------------------

// Names, sex, age and address have no member that is read; what stands for the person, and the order of what she
// brings, change nothing.
TEST(Possibilities, WhoThePersonIsChangesNothing) {
  holder h;
  h.practised("x", "rome:K1304", 36).practised("y", "rome:G1607", 12).says("s", "rome:489930", 3);
  json one = to_document(map_of(h), default_policy(), test::at("2026-01-01"));
  h.person.person = "another";
  h.person.identities = {"mailto:somebody@example.org"};
  std::reverse(h.person.experiences.begin(), h.person.experiences.end());
  json other = to_document(map_of(h), default_policy(), test::at("2026-01-01"));
  EXPECT_EQ(one["not_used"], (json{"name", "sex", "age", "address"}));
  one.erase("person");
  other.erase("person");
  EXPECT_EQ(one.dump(), other.dump());
}

TEST(Possibilities, MoreEvidenceNeverCoversLess) {
  holder h;
  h.practised("x", "rome:K1304", 12);
  const auto before = map_of(h);
  h.with(test::badge("a", "https://i.example", {test::rome("489930")}));
  const auto after = map_of(h);
  for (const possibility& p : before.targets) {
    EXPECT_GE(target_of(after, p.id).covered.expectation, p.covered.expectation) << p.id;
    EXPECT_LE(target_of(after, p.id).in, p.in) << p.id;
  }
}

TEST(Possibilities, OneMonthMoreMovesNoTargetFar) {
  const auto before = map_of(holder().practised("x", "rome:K1304", 24));
  const auto after = map_of(holder().practised("x", "rome:K1304", 25));
  for (const possibility& p : before.targets) {
    EXPECT_NEAR(target_of(after, p.id).affinity, p.affinity, 0.02) << p.id;
    EXPECT_NEAR(target_of(after, p.id).covered.expectation, p.covered.expectation, 0.02) << p.id;
  }
}

// --- targets of their own ----------------------------------------------------------------------------------------

TEST(Possibilities, ATargetOfTheTerritoryIsOnTheMap) {
  holder h;
  h.practised("x", "rome:K1304", 36);
  const auto vacancy = read_target(json::parse(R"({"id":"v1","kind":"vacancy","label":"Aide",
      "requirements":[{"competence":"rome:489930","importance":"core"}],
      "groups":[{"id":"g","label":"G","at_least":1,"of":[{"competence":"rome:300446"},{"competence":"rome:120684"}]}],
      "conditions":[{"name":"licence_b","label":"Permis B"}]})"),
                                   excerpt(), "v1");
  ASSERT_TRUE(vacancy.ok()) << vacancy.why().text(language::en);
  map_aids aids;
  aids.targets = {*vacancy};
  const auto map = map_of(h, aids);
  const possibility& p = target_of(map, "v1");
  EXPECT_EQ(map.considered, 8U);
  EXPECT_EQ(p.kind, "vacancy");
  const auto gap = compute_gap(h.person, h.weighed(), *vacancy, excerpt(), default_policy());
  EXPECT_NEAR(p.covered.expectation, gap.covered.expectation, 1e-9);
  EXPECT_NEAR(p.covered_essential.expectation, gap.covered_essential.expectation, 1e-9);
  ASSERT_EQ(p.hindrances.size(), 1U);
  EXPECT_EQ(p.hindrances[0].code, "right");  // whether she has the licence is not known
  double sum = p.reasons_rest;
  for (const competence_part& part : p.reasons) sum += part.contribution;
  EXPECT_EQ(sum, p.covered.expectation);
}

}  // namespace
}  // namespace activateur
