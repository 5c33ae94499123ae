#include "analysis/match_batch.hpp"

#include <set>
#include <thread>

#include "match_cases.hpp"

namespace activateur {
namespace {

using test::matching_case;

struct row {
  std::uint32_t person, target;
  double belief, expectation, plausibility;
  int in;
  friend bool operator==(const row&, const row&) = default;
};

class MatchBatch : public testing::Test {
 protected:
  MatchBatch() : c(21, 3000, 200, 25, {3, 1.5, 1}), index(*match_index::build(c.targets, c.competences)) {
    match_targets first_ones;  // "essential": the first requirement of each
    for (std::size_t t = 0; t < c.targets.size(); ++t) first_ones.add(c.targets[t].first(1));
    essential = std::make_unique<match_index>(*match_index::build(first_ones, c.competences));
    rules = default_policy();
    rules.zone_now_belief = 0.3;
    rules.zone_recognition_expectation = 0.32;
    rules.zone_short_expectation = 0.2;
    zones = {essential.get(), &rules};
    for (unsigned p = 0; p < 300; ++p) people.add(p == 7 ? std::vector<match_known>{} : c.person(30, p));
  }

  std::vector<row> rows_of(const match_options& options, const match_zones* by = nullptr) {
    std::vector<row> out;
    const auto give = [&](const match_columns& all) {
      for (std::size_t i = 0; i < all.size(); ++i)
        out.push_back({all.person[i], all.target[i], all.belief[i], all.expectation[i], all.plausibility[i],
                       all.in.empty() ? -1 : static_cast<int>(all.in[i])});
      largest = std::max(largest, all.size());
      return true;
    };
    EXPECT_TRUE(match_batch(index, by, people, options, give, {}).ok());
    return out;
  }

  matching_case c;
  match_index index;
  std::unique_ptr<match_index> essential;
  policy rules;
  match_zones zones;
  match_people people;
  std::size_t largest = 0;
};

TEST_F(MatchBatch, GivesEachPersonWhatMatchingHerAloneGives) {
  match_options options;
  options.unknown = {0, 0.1, 1};
  options.best = 5;
  const std::vector<row> rows = rows_of(options);
  ASSERT_EQ(rows.size(), 1500U);
  match_scores alone(std::make_shared<const match_index>(index), options.unknown);
  for (std::uint32_t p = 0; p < 300; ++p) {
    alone.fill(people[p]);
    const auto best = alone.best(5);
    for (std::size_t i = 0; i < 5; ++i) {
      const coverage& s = best[i].score;
      ASSERT_EQ(rows[p * 5 + i], (row{p, best[i].target, s.belief, s.expectation, s.plausibility, -1}));
    }
  }
}

TEST_F(MatchBatch, EveryTargetComesByNumberWithItsZone) {
  match_options options;
  options.unknown = {0, 0.1, 1};
  rules.presumed_expectation = 0.9;
  rules.acquire_expectation = -1;
  match_scores all(std::make_shared<const match_index>(index), options.unknown);
  match_scores first_ones(std::make_shared<const match_index>(*essential), options.unknown);
  for (const double against : {2.0, 0.2}) {  // no evidence speaks against anything; what is known in part does
    rules.acquire_disbelief = against;
    const std::vector<row> rows = rows_of(options, &zones);
    ASSERT_EQ(rows.size(), 900'000U);
    std::set<int> seen;
    std::size_t lacked = 0;
    for (std::uint32_t p = 0; p < 300; p += 37) {
      all.fill(people[p]);
      first_ones.fill(people[p]);
      for (std::uint32_t t = 0; t < 3000; ++t) {
        const coverage s = all.of(t), e = first_ones.of(t);
        const match_requirement& first = c.targets[t].front();
        const auto known = std::find_if(people[p].begin(), people[p].end(), [&](const match_known& k) {
          return k.competence == first.competence && k.up_to >= first.level;
        });
        const bool lacks = known != people[p].end() && lacking(known->value, rules);
        const zone in = !lacks && e.belief >= 0.3         ? zone::now
                        : !lacks && e.expectation >= 0.32 ? zone::after_recognition
                        : s.expectation >= 0.2            ? zone::short_path
                                                          : zone::long_path;
        ASSERT_EQ(rows[p * 3000 + t], (row{p, t, s.belief, s.expectation, s.plausibility, static_cast<int>(in)}));
        seen.insert(static_cast<int>(in));
        lacked += lacks && e.belief >= 0.3 ? 1 : 0;
      }
    }
    EXPECT_EQ(seen.size(), against > 1 ? 4U : 3U);
    EXPECT_EQ(lacked > 0, against < 1);
  }
}

TEST_F(MatchBatch, EveryScoreIsThatOfThePlainInstructions) {
  match_options options;
  options.unknown = {0, 0.1, 1};
  const std::vector<row> rows = rows_of(options);
  index = *match_index::build(c.targets, c.competences, true);
  EXPECT_EQ(rows_of(options), rows);
}

TEST_F(MatchBatch, ThreadsAndMemoryChangeNothing) {
  match_options options;
  options.unknown = {0, 0.1, 1};
  options.best = 12;
  const std::vector<row> plain = rows_of(options, &zones);
  for (const unsigned threads : {2U, 3U, 8U})
    for (const std::size_t memory : {std::size_t{1}, std::size_t{50'000}, std::size_t{1} << 26U}) {
      options.threads = threads;
      options.memory = memory;
      ASSERT_EQ(rows_of(options, &zones), plain) << threads << " threads, " << memory << " bytes";
    }
}

TEST_F(MatchBatch, ManyBatchesMayReadOneIndexAtOnce) {
  match_options options;
  options.unknown = {0, 0.1, 1};
  options.best = 4;
  options.threads = 2;
  const std::vector<row> alone = rows_of(options, &zones);
  std::vector<std::vector<double>> seen(3);
  {
    std::vector<std::jthread> hosts;
    for (std::vector<double>& own : seen)
      hosts.emplace_back([&] {
        const auto give = [&](const match_columns& all) {
          own.insert(own.end(), all.expectation.begin(), all.expectation.end());
          return true;
        };
        static_cast<void>(match_batch(index, &zones, people, options, give, {}));
      });
  }
  for (const std::vector<double>& own : seen) {
    ASSERT_EQ(own.size(), alone.size());
    for (std::size_t i = 0; i < own.size(); ++i) ASSERT_EQ(own[i], alone[i].expectation);
  }
}

TEST_F(MatchBatch, RowsThatWaitStayWithinTheMemoryGiven) {
  match_options options;
  options.best = 10;
  options.memory = 40 * 10 * match_columns::row_bytes;  // forty persons
  rows_of(options);
  EXPECT_LE(largest, 400U);
  EXPECT_GT(largest, 100U);
}

TEST_F(MatchBatch, StopsWhenAsked) {
  std::uint64_t told = 0;
  context with;
  with.progress = progress_sink(
      [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_EQ(total, 300U);
        told = done;
        return done < 128;
      },
      nullptr);
  match_options options;
  options.best = 3;
  std::size_t given = 0;
  const auto count = [&](const match_columns& rows) {
    given += rows.size();
    return true;
  };
  const auto stopped = match_batch(index, nullptr, people, options, count, with);
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.why().kind, failure::cancelled);
  EXPECT_EQ(told, 128U);
  EXPECT_EQ(given, 384U);
  const auto refused = match_batch(index, nullptr, people, options, [](const match_columns&) { return false; }, {});
  EXPECT_FALSE(refused.ok());
}

TEST_F(MatchBatch, NobodyAndNothingGiveNoRows) {
  const match_people nobody;
  const auto never = [](const match_columns&) { return false; };
  EXPECT_TRUE(match_batch(index, nullptr, nobody, {}, never, {}).ok());
  const match_index nothing = *match_index::build({}, 10);
  EXPECT_TRUE(match_batch(nothing, nullptr, people, {}, never, {}).ok());
}

}  // namespace
}  // namespace activateur
