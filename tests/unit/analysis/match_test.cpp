// Matching against plain computations over the same requirements.
#include <cmath>
#include <map>
#include <random>

#include "analysis/match_best.hpp"
#include "analysis/match_scores.hpp"
#include "analysis/match_wide.hpp"
#include "match_cases.hpp"

namespace activateur {
namespace {

using test::matching_case;

constexpr coverage unknown{0, 0.1, 1};

std::shared_ptr<const match_index> index_of(const match_targets& targets, std::size_t competences) {
  auto built = match_index::build(targets, competences);
  EXPECT_TRUE(built.ok());
  return built ? std::make_shared<const match_index>(*std::move(built)) : nullptr;
}

void expect_near(const coverage& got, const coverage& want, double within) {
  EXPECT_NEAR(got.belief, want.belief, within);
  EXPECT_NEAR(got.expectation, want.expectation, within);
  EXPECT_NEAR(got.plausibility, want.plausibility, within);
}

bool same(const coverage& a, const coverage& b) {
  return a.belief == b.belief && a.expectation == b.expectation && a.plausibility == b.plausibility;
}

TEST(Matching, ScoresAJobByTheImportanceOfWhatIsKnown) {
  match_targets targets;
  targets.add(std::vector<match_requirement>{{0, 0, 3}, {1, 0, 1}});
  const auto index = index_of(targets, 2);
  match_scores scores(index, unknown);
  expect_near(scores.of(0), {0, 0.1, 1}, 1e-7);  // of nobody anything is known
  const match_known one{0, 4, {0.5, 0.6, 0.9}};
  scores.fill({&one, 1});
  expect_near(scores.of(0), {0.375, 0.475, 0.925}, 1e-7);  // (3 x 0.5 + 0) / 4, ...
}

TEST(Matching, TakesWhatIsKnownAtTheRequiredLevel) {
  match_targets targets;
  for (std::uint8_t level = 0; level < 5; ++level) targets.add(std::vector<match_requirement>{{0, level, 1}});
  match_scores scores(index_of(targets, 1), unknown);
  // Sure up to level 2, half sure of 3, unknown at 4.
  scores.fill(std::vector<match_known>{{0, 2, {0.8, 0.8, 0.9}}, {0, 3, {0.4, 0.45, 0.95}}});
  for (const std::uint32_t target : {0U, 1U, 2U}) expect_near(scores.of(target), {0.8, 0.8, 0.9}, 1e-7);
  expect_near(scores.of(3), {0.4, 0.45, 0.95}, 1e-7);
  expect_near(scores.of(4), unknown, 1e-7);
}

TEST(Matching, ATargetWhereNothingHasWeightScoresZero) {
  match_targets targets;
  targets.add(std::vector<match_requirement>{{0, 0, 0}});
  targets.add({});
  match_scores scores(index_of(targets, 1), unknown);
  const match_known one{0, 4, {1, 1, 1}};
  scores.fill({&one, 1});
  EXPECT_TRUE(same(scores.of(0), {}));
  EXPECT_TRUE(same(scores.of(1), {}));
}

TEST(Matching, EqualsThePlainMeanWithinHalfAUnitOfItsScale) {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    const matching_case c(seed, 5000, 300, 25, {3, 1.5, 1});
    const auto index = index_of(c.targets, c.competences);
    ASSERT_FALSE(index->wide());
    match_scores scores(index, unknown);
    scores.fill(c.person(40));
    for (std::uint32_t t = 0; t < 5000; ++t)
      expect_near(scores.of(t), c.plain_score(t, c.person(40), unknown), 0.5000001 / index->scale());
  }
}

TEST(Matching, WideSumsServeWeightsThatAreNoWholeParts) {
  // sqrt(2) and pi are multiples of no 1/m: rounded to 2^-18 of the heaviest.
  const matching_case c(5, 3000, 200, 30, {std::sqrt(2.0), 3.14159265358979, 0.01});
  const auto index = index_of(c.targets, c.competences);
  EXPECT_TRUE(index->wide());
  EXPECT_FALSE(index->exact_weights());
  match_scores scores(index, unknown);
  scores.fill(c.person(50));
  for (std::uint32_t t = 0; t < 3000; ++t) expect_near(scores.of(t), c.plain_score(t, c.person(50), unknown), 2e-4);
}

TEST(Matching, NarrowAndWideSumsAgree) {
  // The same targets; one more, far heavier, needs 64 bits and leaves the others' weights exact.
  const matching_case c(6, 3000, 200, 20, {3, 1.5, 1});
  match_targets with_heavy = c.targets;
  std::vector<match_requirement> heavy;
  for (std::uint32_t k = 0; k < 200; ++k) heavy.push_back({k, 0, 900});
  with_heavy.add(heavy);
  const auto narrow = index_of(c.targets, c.competences), wide = index_of(with_heavy, c.competences);
  ASSERT_TRUE(!narrow->wide() && wide->wide() && wide->exact_weights());
  match_scores a(narrow, unknown), b(wide, unknown);
  a.fill(c.person(30));
  b.fill(c.person(30));
  for (std::uint32_t t = 0; t < 3000; ++t) expect_near(a.of(t), b.of(t), 1 / narrow->scale());
}

TEST(Matching, ListsWithMoreWaysOfAskingThanAPostingHolds) {
  std::vector<double> weights;  // 200 weights x 5 levels: a list has 32 classes at most
  for (int w = 1; w <= 200; ++w) weights.push_back(w / 10.0);
  const matching_case c(7, 6000, 12, 6, weights);
  const auto index = index_of(c.targets, c.competences);
  EXPECT_GT(index->first_list(1), 10U);
  match_scores scores(index, unknown);
  scores.fill(c.person(9));
  for (std::uint32_t t = 0; t < 6000; ++t)
    expect_near(scores.of(t), c.plain_score(t, c.person(9), unknown), 0.5000001 / index->scale());
}

TEST(Matching, ACompetenceAskedTwiceCountsTwice) {
  match_targets targets;
  targets.add(std::vector<match_requirement>{{0, 1, 1}, {0, 3, 1}, {1, 0, 2}});
  match_scores scores(index_of(targets, 2), {0, 0, 1});
  scores.fill(std::vector<match_known>{{0, 1, {1, 1, 1}}, {0, 3, {0.5, 0.5, 1}}});
  expect_near(scores.of(0), {0.375, 0.375, 1}, 1e-7);
}

TEST(Matching, WideInstructionsGiveTheVeryScoresOfThePlainOnes) {
  if (!match_wide::available()) GTEST_SKIP() << "this processor has no AVX-512";
  std::mt19937 random(14);
  for (unsigned seed = 40; seed < 60; ++seed) {
    // Sixteen ways of asking at most, more, and 64 bits; blocks that are full and that are not.
    const std::vector<double> weights = seed % 4 == 0   ? std::vector<double>{3, 1.5, 1, 2.5, 4}
                                        : seed % 4 == 1 ? std::vector<double>{std::sqrt(2.0), 1}
                                                        : std::vector<double>{3, 1.5, 1};
    const matching_case c(seed, 1 + random() % 5000, 5 + random() % 300, 25, weights);
    const auto wide = index_of(c.targets, c.competences);
    const auto plain = std::make_shared<const match_index>(*match_index::build(c.targets, c.competences, true));
    EXPECT_FALSE(plain->by_wide());
    EXPECT_EQ(wide->shared_classes().size() > 1, seed % 4 > 1) << seed;
    std::vector<match_known> person = c.person(40);
    person[random() % person.size()].value = {std::nan(""), -3, 7};
    person[random() % person.size()].value = {0.7, std::nan(""), 0.2};
    match_scores a(wide, {0, 1.0 / 3, 1}), b(plain, {0, 1.0 / 3, 1});
    a.fill(person);
    b.fill(person);
    const match_known one{static_cast<std::uint32_t>(random() % c.competences), 2, {0.25, 0.5, 0.75}};
    a.change(one.competence, {&one, 1});
    b.change(one.competence, {&one, 1});
    for (std::uint32_t t = 0; t < wide->targets(); ++t) ASSERT_TRUE(same(a.of(t), b.of(t))) << seed << ' ' << t;
    if (seed % 7 == 0) a.fill({}), b.fill({});  // all are equal, or nearly
    for (const std::size_t wanted : {std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{50}, random() % 3000})
      for (const auto by : {&coverage::belief, &coverage::expectation, &coverage::plausibility}) {
        const auto best = a.best(wanted, by), same_best = b.best(wanted, by);
        ASSERT_EQ(best.size(), same_best.size());
        for (std::size_t i = 0; i < best.size(); ++i)
          ASSERT_EQ(best[i].target, same_best[i].target) << seed << ' ' << i;
      }
  }
}

TEST(Matching, ATargetThatAsksAHeadTwiceCountsItTwice) {
  match_targets targets;
  for (int t = 0; t < 40; ++t)
    targets.add(std::vector<match_requirement>{{0, 1, 1}, {t == 39 ? 0U : 1U, 3, 1}, {2, 0, 2}});
  match_scores scores(index_of(targets, 3), {0, 0, 1});
  scores.fill(std::vector<match_known>{{0, 4, {0.5, 0.5, 1}}});
  expect_near(scores.of(38), {0.125, 0.125, 1}, 1e-7);
  expect_near(scores.of(39), {0.25, 0.25, 1}, 1e-7);
}

TEST(Matching, TakingACompetenceBackLeavesNoTrace) {
  const matching_case c(8, 4000, 150, 25, {3, 1.5, 1});
  const auto index = index_of(c.targets, c.competences);
  const std::vector<match_known> person = c.person(40);
  match_scores never(index, unknown), changed(index, unknown);
  never.fill(person);
  changed.fill(person);
  std::mt19937 random(9);
  std::map<std::uint32_t, std::vector<match_known>> before;
  for (const match_known& k : person) before[k.competence].push_back(k);
  for (int step = 0; step < 2000; ++step) {
    const auto competence = static_cast<std::uint32_t>(random() % 150);
    const double v = static_cast<double>(random() % 1001) / 1000;
    const match_known now{competence, static_cast<std::uint8_t>(random() % 5), {v / 3, v / 2, v}};
    changed.change(competence, {&now, random() % 2});
    before.try_emplace(competence);
  }
  for (const auto& [competence, was] : before) changed.change(competence, was);
  for (std::uint32_t t = 0; t < 4000; ++t) ASSERT_TRUE(same(changed.of(t), never.of(t))) << t;
}

TEST(Matching, AChangeGivesWhatStartingAnewGives) {
  const matching_case c(10, 4000, 150, 25, {3, 1.5, 1});
  const auto index = index_of(c.targets, c.competences);
  std::vector<match_known> person = c.person(40);
  match_scores changed(index, unknown), anew(index, unknown);
  changed.fill(person);
  std::erase_if(person, [&](const match_known& k) { return k.competence == person[10].competence; });
  const std::uint32_t gone = c.person(40)[10].competence;
  changed.change(gone, {});
  anew.fill(person);
  for (std::uint32_t t = 0; t < 4000; ++t) ASSERT_TRUE(same(changed.of(t), anew.of(t)));
  EXPECT_GT(index->asked(gone), 0U);
}

TEST(Matching, TheBestAreThoseOfASortedListAndEqualOnesByNumber) {
  // Few values, so that many targets are equal.
  const matching_case c(11, 5000, 20, 3, {1});
  match_scores scores(index_of(c.targets, c.competences), unknown);
  scores.fill(std::vector<match_known>{{3, 4, {0.5, 0.6, 0.9}}, {7, 4, {0.25, 0.5, 1}}, {11, 4, {0.2, 0.3, 0.4}}});
  for (double coverage::*by : {&coverage::belief, &coverage::expectation, &coverage::plausibility}) {
    std::vector<match_rank> sorted;
    for (std::uint32_t t = 0; t < 5000; ++t) sorted.push_back({t, scores.of(t)});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const match_rank& a, const match_rank& b) { return a.score.*by > b.score.*by; });
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, std::size_t{50}, std::size_t{4999}, std::size_t{9000}}) {
      const std::vector<match_rank> best = scores.best(count, by);
      ASSERT_EQ(best.size(), std::min<std::size_t>(count, 5000));
      for (std::size_t i = 0; i < best.size(); ++i) {
        ASSERT_EQ(best[i].target, sorted[i].target) << i;
        ASSERT_TRUE(same(best[i].score, sorted[i].score));
      }
    }
  }
}

TEST(Matching, BeliefExpectationAndPlausibilityStayInOrderWithinZeroAndOne) {
  const matching_case c(12, 3000, 100, 30, {3, 1.5, 1});
  match_scores scores(index_of(c.targets, c.competences), {0, 1.0 / 3, 1});
  std::vector<match_known> person;
  for (std::uint32_t k = 0; k < 100; ++k) {
    const double v = k % 3 == 0 ? 1 : k % 3 == 1 ? 0 : 1.0 / 3;
    person.push_back({k, 4, {v, v, v}});
  }
  scores.fill(person);
  std::vector<coverage> all(3000);
  scores.read(0, all);
  for (const coverage& s : all) {
    ASSERT_GE(s.belief, 0);
    ASSERT_LE(s.belief, s.expectation);
    ASSERT_LE(s.expectation, s.plausibility);
    ASSERT_LE(s.plausibility, 1);
  }
}

TEST(Matching, ValuesThatAreNoProbabilitiesAreBroughtWithin) {
  match_targets targets;
  targets.add(std::vector<match_requirement>{{0, 0, 1}});
  match_scores scores(index_of(targets, 1), unknown);
  const match_known wild{0, 4, {std::nan(""), -3, 7}};
  scores.fill({&wild, 1});
  expect_near(scores.of(0), {0, 0, 1}, 0);
  const match_known beyond{5, 4, {1, 1, 1}};  // no such competence
  scores.change(5, {&beyond, 1});
  expect_near(scores.of(0), {0, 0, 1}, 0);
}

TEST(Matching, RefusesRequirementsOutOfBounds) {
  const auto refused = [](const match_requirement& r) {
    match_targets targets;
    targets.add({&r, 1});
    const auto built = match_index::build(targets, 10);
    return built.ok() ? "" : std::string(built.why().what.code());
  };
  EXPECT_EQ(refused({10, 0, 1}), "match.requirement");
  EXPECT_EQ(refused({0, 5, 1}), "match.requirement");
  EXPECT_EQ(refused({0, 0, -1}), "match.requirement");
  EXPECT_EQ(refused({0, 0, std::nan("")}), "match.requirement");
  EXPECT_EQ(refused({0, 0, 1001}), "match.requirement");
  EXPECT_EQ(refused({9, 4, 1000}), "");
  match_targets large;
  large.add(std::vector<match_requirement>(10'001, {0, 0, 1}));
  EXPECT_EQ(match_index::build(large, 1).why().what.code(), "match.requirements");
}

}  // namespace
}  // namespace activateur
