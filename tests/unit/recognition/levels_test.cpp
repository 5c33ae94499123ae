#include "recognition/levels.hpp"

#include <random>

#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::holder;
using test::known;
using test::rome;

standing told(double level) {
  return known(holder().told("f", "rome:489930", "professional", level, "observation").weighed(), "rome:489930");
}

TEST(Levels, WithHelpIsEnoughWhereHelpIsAllowed) {
  EXPECT_EQ(told(2).value.positive, 0.4 * 3);
  EXPECT_EQ(at_level(told(2), 2, default_policy()).value.positive, 0.8 * 3);
  EXPECT_EQ(at_level(told(3), 3, default_policy()).value.positive, told(3).value.positive);
}

TEST(Levels, AloneIsHalfOfWhatTeachingAsks) {
  EXPECT_EQ(at_level(told(3), 4, default_policy()).value.positive, 0.4 * 3);
  EXPECT_EQ(at_level(told(4), 4, default_policy()).value.positive, 0.8 * 3);
}

TEST(Levels, WithHelpSpeaksAgainstTeaching) {
  const standing s = at_level(told(2), 4, default_policy());
  EXPECT_EQ(s.value.positive, 0);
  EXPECT_EQ(s.value.negative, 3);
  EXPECT_TRUE(s.contributions[0].negative);
}

TEST(Levels, ABadgeAttestsMasteryAloneAndNeverSpeaksAgainst) {
  const auto state = holder().with(badge("a", "https://i.example", {rome("489930")})).weighed();
  const standing& s = known(state, "rome:489930");
  for (const double asked : {0.0, 1.0, 2.0, 3.0})
    EXPECT_EQ(at_level(s, asked, default_policy()).value.positive, 6) << asked;
  EXPECT_EQ(at_level(s, 4, default_policy()).value.positive, 3);
  EXPECT_EQ(at_level(s, 4, default_policy()).value.negative, 0);
}

TEST(Levels, PractisingPresumesMasteryAloneAndLessOfMore) {
  const auto state = holder().practised("x", "rome:K1304", 6).weighed();
  const standing& s = known(state, "rome:115131");
  EXPECT_DOUBLE_EQ(at_level(s, 2, default_policy()).value.base_rate, 0.45);
  EXPECT_DOUBLE_EQ(at_level(s, 4, default_policy()).value.base_rate, 0.225);
}

TEST(Levels, TheStrongestOfAVoiceIsChosenAnewAtEachLevel) {
  holder h;
  h.told("low", "rome:489930", "client", 2, "feedback", "c").told("high", "rome:489930", "client", 4, "feedback", "c");
  const standing s = known(h.weighed(), "rome:489930");
  EXPECT_EQ(s.contributions[1].id, "low");
  EXPECT_EQ(s.contributions[1].repeats, "high");
  const standing asked = at_level(s, 4, default_policy());
  EXPECT_TRUE(asked.contributions[1].repeats.empty()) << "it speaks against now, the other for";
  EXPECT_GT(asked.value.negative, 0);
}

TEST(Levels, WhatWasNotManagedSpeaksForNoLevelAboveIt) {
  for (const double asked : {2.0, 2.5, 3.0, 4.0}) {
    EXPECT_EQ(at_level(told(1), asked, default_policy()).value.positive, 0) << asked;
    EXPECT_EQ(at_level(told(1), asked, default_policy()).value.negative, 3) << asked;
    EXPECT_EQ(at_level(told(0), asked, default_policy()).value.negative, 0.5 * 3) << asked;
  }
  EXPECT_EQ(at_level(told(0), 1, default_policy()).value.positive, 0);
  const standing trying = at_level(told(1), 1, default_policy());
  EXPECT_EQ(trying.value.positive, 0.8 * 3) << "what was asked";
  EXPECT_TRUE(trying.contributions[0].third_party);
}

TEST(Levels, WhatTravelledSpeaksAgainstNoHigherLevel) {
  const auto state = holder().told("f", "rome:489930", "professional", 2, "observation").weighed();
  std::size_t travelled = 0;
  for (const auto& [name, s] : state.competences) {
    if (name == "rome:489930" || s.value.positive == 0) continue;
    ++travelled;
    EXPECT_EQ(at_level(s, 4, default_policy()).value.negative, 0) << name;
  }
  EXPECT_GT(travelled, 0U);
}

// What is known of a level is known of the ones below.
TEST(Levels, AskingMoreNeverHelps) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    holder h;
    if (random() % 2 == 0) h.with(badge("a", "https://i.example", {rome("489930")}));
    h.told("f", "rome:489930", "client", static_cast<double>(random() % 17) / 4, "feedback", "c");
    if (random() % 2 == 0) h.practised("x", "rome:K1304", static_cast<double>(random() % 40));
    const standing s = known(h.weighed(), "rome:489930");
    double before = 2;
    for (double asked = 0; asked <= 4; asked += 0.5) {
      const double now = at_level(s, asked, default_policy()).value.expectation();
      ASSERT_LE(now, before + 1e-12) << "level " << asked << " round " << round;
      before = now;
    }
  }
}

}  // namespace
}  // namespace activateur
