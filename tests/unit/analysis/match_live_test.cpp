#include "analysis/match_live.hpp"

#include <random>

#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

std::unique_ptr<match_run> run() {
  match_request asked;
  asked.frameworks = test::excerpt();
  asked.by = default_policy();
  auto out = match_run::begin(std::move(asked), test::at("2026-01-01"));
  EXPECT_TRUE(out.ok()) << (out ? "" : out.why().text(language::en));
  return *std::move(out);
}

json told(const char* id, const char* competence, double level) {
  return {{"id", id},       {"competence", competence}, {"role", "professional"}, {"by", id},
          {"level", level}, {"kind", "observation"},    {"at", "2026-01-01"}};
}

// The same as somebody who comes with that portfolio for the first time.
void expect_as_new(const match_live& live, const json& portfolio) {
  match_live fresh(run());
  ASSERT_TRUE(fresh.set(portfolio, test::at("2026-01-01")).ok());
  for (std::size_t t = 0; t < live.targets().size(); ++t) {
    ASSERT_EQ(live.of(t).belief, fresh.of(t).belief);
    ASSERT_EQ(live.of(t).expectation, fresh.of(t).expectation);
    ASSERT_EQ(live.of(t).plausibility, fresh.of(t).plausibility);
    ASSERT_EQ(live.zone_of(t), fresh.zone_of(t));
  }
}

TEST(MatchLive, AddingAndTakingBackLeavesNoTrace) {
  constexpr const char* pool[] = {"rome:489930", "rome:107948", "rome:300282", "rome:107920", "rome:115131"};
  std::mt19937 random(5);
  match_live live(run());
  json portfolio = {{"feedback", json::array()},
                    {"experiences", {{{"id", "x"}, {"months", 12}, {"jobs", {"rome:K1304"}}}}}};
  for (int step = 0; step < 60; ++step) {
    json& list = portfolio["feedback"];
    if (list.empty() || random() % 3 != 0)
      list.push_back(told(("f" + std::to_string(step)).c_str(), pool[random() % 5], static_cast<double>(random() % 5)));
    else
      list.erase(random() % list.size());
    ASSERT_TRUE(live.set(portfolio, test::at("2026-01-01")).ok());
    if (step % 10 == 0) expect_as_new(live, portfolio);
  }
  expect_as_new(live, portfolio);
}

TEST(MatchLive, SaysWhatMovedAndNothingElse) {
  match_live live(run());
  ASSERT_TRUE(live.set(json::object(), test::at("2026-01-01")).ok());
  EXPECT_TRUE(live.moved().empty());
  ASSERT_TRUE(live.set({{"feedback", {told("f", "rome:115131", 4)}}}, test::at("2026-01-01")).ok());
  ASSERT_FALSE(live.moved().empty());
  for (const match_moved& m : live.moved()) {
    EXPECT_GT(m.after.expectation, m.before.expectation) << live.targets()[m.target].id;
    EXPECT_EQ(m.after.expectation, live.of(m.target).expectation);
  }
  ASSERT_TRUE(live.set({{"holds_job", "rome:K1304"}}, test::at("2026-01-01")).ok());
  const bool opened = std::any_of(live.moved().begin(), live.moved().end(), [&](const match_moved& m) {
    return live.targets()[m.target].id == "rome:K1304" && m.to == zone::now && m.from == zone::long_path;
  });
  EXPECT_TRUE(opened);
}

TEST(MatchLive, OneCompetenceThatTheHostWeighed) {
  match_live live(run());
  const coverage had{0.75, 0.8, 1};
  ASSERT_TRUE(live.change("rome:115131", &had).ok());
  EXPECT_FALSE(live.moved().empty());
  ASSERT_TRUE(live.change("rome:115131", nullptr).ok());
  expect_as_new(live, json::object());
  EXPECT_EQ(live.change("rome:0", &had).why().kind, failure::not_found);
  const coverage wrong{0.9, 0.8, 1};
  EXPECT_EQ(live.change("rome:115131", &wrong).why().kind, failure::input);
}

TEST(MatchLive, AFaultyPortfolioChangesNothing) {
  match_live live(run());
  const json good = {{"holds_job", "rome:K1304"}};
  ASSERT_TRUE(live.set(good, test::at("2026-01-01")).ok());
  EXPECT_FALSE(live.set({{"no", 1}}, test::at("2026-01-01")).ok());
  expect_as_new(live, good);
}

}  // namespace
}  // namespace activateur
