#include "analysis/group_gap.hpp"

#include <numeric>
#include <random>

#include "unit/frameworks/small_drafts.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::excerpt;
using test::holder;
using test::rome;

target job() { return *named_target(excerpt(), "rome:K1304"); }

group_gap of_group(std::size_t with_badge, std::size_t without, const policy& by) {
  group_tally tally(job(), excerpt(), by);
  for (std::size_t i = 0; i < with_badge + without; ++i) {
    holder h;
    if (i < with_badge) h.with(badge("a", "https://i.example", {rome("115131")}));
    tally.add(compute_gap(h.person, h.weighed(), job(), excerpt(), by));
  }
  return tally.result();
}

const group_requirement& asked(const group_gap& g, const char* competence) {
  for (const group_requirement& r : g.requirements)
    if (r.asked.competence == competence) return r;
  throw std::runtime_error(competence);
}

TEST(GroupGap, CountsPersonsByState) {
  const group_gap g = of_group(12, 20, default_policy());
  EXPECT_EQ(g.persons, 32U);
  EXPECT_EQ(asked(g, "rome:115131").states[0], 12U);
  EXPECT_EQ(asked(g, "rome:115131").states[2], 20U);
  EXPECT_EQ(g.verdicts[2], 32U);
  EXPECT_GT(g.mean.belief, 0);
}

TEST(GroupGap, FewPersonsAreNotSaidNorWhatTheyFollowFrom) {
  const group_gap g = of_group(3, 20, default_policy());
  const auto& counts = asked(g, "rome:115131").states;
  EXPECT_FALSE(counts[0].has_value()) << "3 persons";
  EXPECT_FALSE(counts[2].has_value()) << "20 of 23 would say it";
}

TEST(GroupGap, AGroupBelowTheThresholdHasNoFigures) {
  const group_gap g = of_group(5, 5, default_policy());
  EXPECT_TRUE(g.suppressed);
  EXPECT_TRUE(g.requirements.empty());
  const json d = to_document(g, default_policy(), test::at("2026-01-01"));
  test::expect_schema(d, "group-gap");
  EXPECT_FALSE(d.contains("coverage"));

  policy own = default_policy();
  own.aggregate_threshold = 0;
  const group_gap all = of_group(5, 5, own);
  EXPECT_EQ(asked(all, "rome:115131").states[0], 5U);
  test::expect_schema(to_document(all, own, test::at("2026-01-01")), "group-gap");
}

TEST(GroupGap, APortfolioThatCannotBeReadHindersNoOther) {
  const json portfolios = {{"portfolios", {json::object(), {{"no", 1}}, {{"holds_job", "rome:K1304"}}}}};
  policy own = default_policy();
  own.aggregate_threshold = 0;
  const auto g = compare_group(portfolios, job(), excerpt(), own, {}, test::at("2026-01-01"));
  ASSERT_TRUE(g.ok());
  EXPECT_EQ(g->persons, 2U);
  ASSERT_EQ(g->failures.size(), 1U);
  EXPECT_EQ(g->failures[0].first, 1U);
  EXPECT_EQ(asked(*g, "rome:115131").states[0], 1U);
  test::expect_schema(to_document(*g, own, test::at("2026-01-01")), "group-gap");
  EXPECT_FALSE(compare_group({{"portfolios", 3}}, job(), excerpt(), own, {}, test::at("2026-01-01")).ok());
}

// Whoever knows the total and what is said cannot place fewer than the threshold of persons.
TEST(GroupGap, WhatIsHiddenDoesNotFollowFromTheTotal) {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    const std::size_t threshold = 2 + random() % 12;
    std::vector<std::size_t> counts(3 + random() % 2);
    for (std::size_t& c : counts) c = random() % 3 == 0 ? 0 : random() % 30;
    const std::vector<bool> hidden = left_out(counts, threshold);
    std::size_t hidden_counts = 0, hidden_persons = 0;
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    for (std::size_t i = 0; i < counts.size(); ++i) {
      ASSERT_TRUE(hidden[i] || counts[i] == 0 || counts[i] >= threshold);
      hidden_counts += hidden[i] ? 1 : 0;
      hidden_persons += hidden[i] ? counts[i] : 0;
    }
    if (hidden_counts == 0) continue;
    ASSERT_GE(hidden_counts, 2U);
    ASSERT_TRUE(hidden_persons >= threshold || hidden_persons == all);
  }
}

}  // namespace
}  // namespace activateur
