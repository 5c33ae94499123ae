// The parts of the carte, each by itself: front, proposals, direction, bounds.
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "analysis/direction.hpp"
#include "analysis/front.hpp"
#include "analysis/map_territory.hpp"
#include "analysis/proposals.hpp"

namespace activateur {
namespace {

std::vector<front_point> cloud(unsigned seed, std::size_t n) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> unit(0, 1);
  std::vector<front_point> out;
  for (std::size_t i = 0; i < n; ++i) {
    const double effort = unit(random);
    out.push_back({100 * effort, std::clamp(effort * 0.6 + unit(random) * 0.5, 0.0, 1.0), unit(random), i});
  }
  return out;
}

TEST(Front, IsWhatNothingBeats) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const auto points = cloud(seed, 60);
    const auto on = pareto_front(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool beaten = std::any_of(points.begin(), points.end(), [&](const front_point& q) {
        const front_point& p = points[i];
        return q.effort <= p.effort && q.usefulness >= p.usefulness &&
               (q.effort < p.effort || q.usefulness > p.usefulness);
      });
      EXPECT_EQ(on[i] != 0, !beaten);
    }
  }
}

TEST(Front, IsThinnedToWhatPeopleCanRead) {
  map_rules by;
  by.front_epsilon = 0.02;
  by.front_least = 7;
  by.front_most = 15;
  for (unsigned seed = 0; seed < 50; ++seed) {
    const auto points = cloud(seed, 1500);
    const thinned_front thin = thin_front(points, by);
    EXPECT_GE(thin.members.size(), 7U);
    EXPECT_LE(thin.members.size(), 15U);
    // Epsilon-dominance: for whatever is on the front, one that is kept is at most a box harder and less useful.
    const auto on = pareto_front(points);
    const auto width = [&](auto&& of) {
      const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                                   [&](const auto& a, const auto& b) { return of(a) < of(b); });
      return of(*high) - of(*low);
    };
    const double effort = width([](const front_point& p) { return p.effort; }) * thin.epsilon;
    const double use = width([](const front_point& p) { return p.usefulness; }) * thin.epsilon;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!on[i]) continue;
      EXPECT_TRUE(std::any_of(thin.members.begin(), thin.members.end(), [&](const front_member& m) {
        const front_point& kept = points[m.point];
        return kept.effort <= points[i].effort + effort && kept.usefulness >= points[i].usefulness - use;
      }));
    }
  }
}

TEST(Front, OfAFewPointsShowsTheNextLayersToo) {
  map_rules by;
  by.front_epsilon = 0.02;
  by.front_least = 3;
  by.front_most = 15;
  const std::vector<front_point> points{{1, 1, 0, 0}, {2, 0.9, 0, 1}, {3, 0.8, 0, 2}, {4, 0.7, 0, 3}};
  const thinned_front thin = thin_front(points, by);
  ASSERT_EQ(thin.members.size(), 3U);
  EXPECT_EQ(thin.members[0].layer, 1);
  EXPECT_EQ(thin.members[2].layer, 3);
  EXPECT_TRUE(thin_front({}, by).members.empty());
}

// Four families of ten variants each; the last family is from another domain.
struct families {
  std::vector<proposal_candidate> candidates;
  families() {
    for (std::size_t i = 0; i < 40; ++i) candidates.push_back({1.0 - 0.02 * static_cast<double>(i), i >= 30});
  }
  static double alike(std::size_t a, std::size_t b) { return a / 10 == b / 10 ? 0.9 : 0.1; }
};

TEST(Proposals, AreNotTenVariantsOfOneJob) {
  map_rules by;
  by.proposals = 10;
  by.proposal_likeness = 0.5;
  by.proposal_other_domains = 2;
  const families f;
  const auto chosen = propose(f.candidates, families::alike, by);
  ASSERT_EQ(chosen.size(), 10U);
  EXPECT_EQ(chosen[0].candidate, 0U);
  std::array<int, 4> of_family{};
  std::set<std::size_t> once;
  for (const proposal& p : chosen) {
    ++of_family[p.candidate / 10];
    EXPECT_TRUE(once.insert(p.candidate).second);
    EXPECT_NEAR(p.score, f.candidates[p.candidate].affinity * (1 - 0.5 * p.likeness), 1e-12);
  }
  EXPECT_LT(of_family[0], 8);
  EXPECT_GE(of_family[1], 1);
  EXPECT_GE(of_family[3], 2);  // from elsewhere, though last by affinity
  by.proposal_likeness = 0;
  by.proposal_other_domains = 0;
  const auto plain = propose(f.candidates, families::alike, by);
  for (std::size_t i = 0; i < plain.size(); ++i) EXPECT_EQ(plain[i].candidate, i);
}

// The scan that stops early chooses what a scan over everything would.
TEST(Proposals, AreThoseOfTheFullSearch) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<proposal_candidate> all;
    for (int i = 0; i < 30; ++i) all.push_back({unit(random), false});
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.affinity > b.affinity; });
    std::vector<double> likeness(900);
    for (double& l : likeness) l = unit(random);
    const auto alike = [&](std::size_t a, std::size_t b) { return likeness[std::min(a, b) * 30 + std::max(a, b)]; };
    map_rules by;
    by.proposals = 8;
    by.proposal_likeness = 0.7;
    const auto fast = propose(all, alike, by);
    std::vector<std::size_t> slow;
    while (slow.size() < 8) {
      std::size_t best = all.size();
      double most = -1;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::find(slow.begin(), slow.end(), i) != slow.end()) continue;
        double likest = 0;
        for (const std::size_t j : slow) likest = std::max(likest, alike(i, j));
        const double score = all[i].affinity * (1 - 0.7 * likest);
        if (score > most) {
          most = score;
          best = i;
        }
      }
      slow.push_back(best);
    }
    for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(fast[i].candidate, slow[i]) << seed;
  }
}

TEST(Direction, IsReadFromLevelsOfOneScaleAndNeverGuessed) {
  using scale = target_level::scale;
  const std::vector<target_level> from{{scale::isco_skill, 2}, {scale::qualification, 4}};
  EXPECT_EQ(direction_of({scale::isco_skill, 3}, from), direction::progression);
  EXPECT_EQ(direction_of({scale::isco_skill, 2}, from), direction::sideways);
  EXPECT_EQ(direction_of({scale::qualification, 3}, from), direction::step_back);
  EXPECT_EQ(direction_of({}, from), direction::unknown);
  EXPECT_EQ(direction_of({scale::isco_skill, 3}, {}), direction::unknown);
}

TEST(ReachBound, SharesAnOfferAmongWhatItGives) {
  const std::vector<reach_offer> offers{{"a", "", 100, 10}, {"b", "", 30, 50}};
  const reached_fact x{3, 100, 10, {0}}, y{5, 30, 10, {0, 1}};
  const reach_bound both = bound_of({{{&x, &y}, 2}}, offers);
  EXPECT_EQ(both.week, 5);
  EXPECT_EQ(both.euros, 100);  // a alone gives both: 50 + min(50, 30) = 80, and x alone costs 100
  EXPECT_EQ(both.hours, 10);
  const reach_bound one = bound_of({{{&x, &y}, 1}}, offers);
  EXPECT_EQ(one.week, 3);
  EXPECT_EQ(one.euros, 30);
  EXPECT_EQ(bound_of({}, offers).week, 0);
}

}  // namespace
}  // namespace activateur
