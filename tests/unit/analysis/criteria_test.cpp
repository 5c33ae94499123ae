// Criteria: what is read, what is refused, and that judging them is what trying every choice of members would give.
#include "analysis/criteria.hpp"

#include <gtest/gtest.h>

#include <random>

#include "analysis/evaluation.hpp"

namespace activateur {
namespace {

json leaf(int n) { return {{"credential", "https://b.example/" + std::to_string(n)}}; }

std::string refusal(const json& document) {
  const auto read = read_criteria(document, "c");
  return read ? "" : std::string(read.why().what.code());
}
std::string place(const json& document) {
  const auto read = read_criteria(document, "c");
  return read ? "" : read.why().where.pointer;
}

TEST(Criteria, AreReadAndWrittenAlike) {
  const json given{{"at_least", 2},
                   {"label", "Accueillir"},
                   {"of",
                    {{{"competence", "rome:1"}, {"level", 3.0}, {"evidence", {"credential", "observation"}}},
                     {{"experience", "volunteering"}, {"months", 6.0}, {"about", "rome:K1304"}, {"declared", true}},
                     {{"achievement", "a"}, {"importance", "core"}},
                     {{"credential", "https://b.example/1"}},
                     {{"observation", "g"}, {"criterion", "c1"}, {"level", 2.0}, {"times", 2}},
                     {{"feedback", 3}, {"about", "rome:1"}, {"level", 3.0}, {"roles", {"client"}}}}}};
  const auto read = read_criteria(given, "c");
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(to_document(*read), given);
}

TEST(Criteria, WithoutANumberAskForAll) {
  const auto read = read_criteria(json{{"of", {leaf(1), leaf(2), leaf(3)}}}, "c");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->at_least, 3U);
}

TEST(Criteria, AreOfExactlyOneKind) {
  EXPECT_EQ(refusal(json::object()), "criteria.kind");
  EXPECT_EQ(refusal(json::array()), "criteria.kind");
  EXPECT_EQ(refusal({{"competence", "rome:1"}, {"feedback", 1}}), "criteria.kind");
  EXPECT_EQ(refusal({{"competence", "rome:1"}, {"months", 3}}), "document.member");
  EXPECT_EQ(refusal({{"of", json::array()}}), "criteria.empty");
}

TEST(Criteria, SayWhereTheyAreWrong) {
  EXPECT_EQ(place({{"of", {leaf(1), {{"of", {leaf(2), {{"experience", "work"}}}}}}}}), "/of/1/of/1/months");
  EXPECT_EQ(refusal({{"of", {leaf(1), {{"of", {leaf(2), {{"experience", "work"}}}}}}}}), "criteria.duration");
}

// One piece of evidence would count twice: "two of A, A, B" would be met by A alone.
TEST(Criteria, RefuseTheSameMemberTwice) {
  const auto two_of = [](const json& members) { return json{{"at_least", 2}, {"of", members}}; };
  EXPECT_EQ(refusal(two_of({leaf(1), leaf(2), leaf(3)})), "");
  EXPECT_EQ(refusal(two_of({leaf(1), leaf(1), leaf(2)})), "achievement.repeated");
  EXPECT_EQ(place({{"of", {leaf(9), two_of({leaf(1), leaf(2), leaf(1)})}}}), "/of/1/of/2");
  // Neither another label or importance makes it another, nor another order, nor a node around it alone.
  json named = leaf(1);
  named["label"] = "Un";
  named["importance"] = "core";
  EXPECT_EQ(refusal(two_of({leaf(1), named, leaf(2)})), "achievement.repeated");
  EXPECT_EQ(refusal(two_of({leaf(1), {{"of", json::array({leaf(1)})}}, leaf(2)})), "achievement.repeated");
  EXPECT_EQ(refusal(two_of({two_of({leaf(1), leaf(2), leaf(3)}), two_of({leaf(3), leaf(1), leaf(2)}), leaf(4)})),
            "achievement.repeated");
  // Elsewhere in the tree it may stand again, and at another number it is another.
  EXPECT_EQ(refusal({{"of", {leaf(1), {{"at_least", 1}, {"of", {leaf(1), leaf(2)}}}}}}), "");
  EXPECT_EQ(refusal(two_of({{{"feedback", 1}}, {{"feedback", 2}}, leaf(1)})), "");
}

TEST(Criteria, NumbersAreWholeAndWithinTheirBounds) {
  for (const json& wrong : {json(0), json(3), json(1.5), json(-1), json(1e300)})
    EXPECT_EQ(refusal({{"at_least", wrong}, {"of", {leaf(1), leaf(2)}}}), "criteria.at_least") << wrong;
  EXPECT_EQ(refusal({{"feedback", 0}}), "criteria.times");
  EXPECT_EQ(refusal({{"feedback", 1'001}}), "criteria.times");
  EXPECT_EQ(refusal({{"competence", "rome:1"}, {"level", 5}}), "field.range");
  EXPECT_EQ(refusal({{"competence", "rome:1"}, {"evidence", {"rumour"}}}), "achievement.choice");
  EXPECT_EQ(refusal({{"credential", "not an address"}}), "achievement.iri");
}

TEST(Criteria, AreBoundedInDepthAndNumber) {
  json deep = leaf(0);
  for (std::size_t i = 1; i < deepest_criteria; ++i) deep = json{{"of", json::array({deep})}};
  EXPECT_EQ(refusal(deep), "");
  EXPECT_EQ(refusal({{"of", json::array({deep})}}), "criteria.depth");
  json many = json::array();
  for (std::size_t i = 1; i < most_criteria; ++i) many.push_back(leaf(static_cast<int>(i)));
  EXPECT_EQ(refusal({{"of", many}}), "");
  many.push_back(leaf(0));
  EXPECT_EQ(refusal({{"of", many}}), "criteria.count");
  json hundred = json::array();  // spread over several nodes they are no fewer
  for (int i = 0; i < 100; ++i) hundred.push_back(leaf(i));
  const auto node = [&](int k) { return json{{"at_least", k}, {"of", hundred}}; };
  EXPECT_EQ(refusal({{"of", {node(1), node(2)}}}), "");
  EXPECT_EQ(refusal({{"of", {node(1), node(2), node(3)}}}), "criteria.count");
}

// ---- Judging.

class world {
 public:
  explicit world(unsigned seed) : random_(seed) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  // Leaves name one of `names` badges, so that they may repeat.
  json expression(int depth, int names) {
    if (depth == 0 || below(3) == 0) return leaf(below(names));
    json of = json::array();
    const int n = 1 + below(4);
    for (int i = 0; i < n; ++i) {
      of.push_back(expression(depth - 1, names));
      if (!refusal({{"of", of}}).empty()) of.erase(of.size() - 1);  // there already
    }
    return {{"at_least", 1 + below(static_cast<int>(of.size()))}, {"of", of}};
  }
  std::map<std::string, requirement_state> evidence(int names) {
    std::map<std::string, requirement_state> out;
    for (int i = 0; i < names; ++i) out[leaf(i)["credential"]] = static_cast<requirement_state>(below(4));
    return out;
  }

 private:
  std::mt19937 random_;
};

leaf_judge by(const std::map<std::string, requirement_state>& known) {
  return [&known](const earning_criterion& asked) {
    leaf_finding out;
    out.state = known.at(asked.about);
    return out;
  };
}

// The best state of which some choice of `at_least` members all are, over every choice.
requirement_state brute(const json& node, const std::map<std::string, requirement_state>& known) {
  if (node.contains("credential")) return known.at(node["credential"]);
  const json& of = node["of"];
  const auto k = node["at_least"].get<std::size_t>();
  requirement_state best = requirement_state::to_acquire;
  for (std::size_t chosen = 0; chosen < (std::size_t{1} << of.size()); ++chosen) {
    std::size_t size = 0;
    requirement_state worst = requirement_state::recognised;
    for (std::size_t i = 0; i < of.size(); ++i)
      if (((chosen >> i) & 1U) != 0) {
        ++size;
        worst = std::max(worst, brute(of[i], known));
      }
    if (size == k) best = std::min(best, worst);
  }
  return best;
}

TEST(Criteria, AreJudgedAsTryingEveryChoiceWould) {
  std::size_t recognised = 0, nested = 0;
  for (unsigned seed = 0; seed < 3'000; ++seed) {
    world w(seed);
    const json given = w.expression(4, 8);
    const auto known = w.evidence(8);
    const auto read = read_criteria(given, "c");
    ASSERT_TRUE(read.ok());
    const criterion_finding found = judge_criteria(*read, by(known));
    ASSERT_EQ(found.state, brute(given, known)) << given;
    if (found.state == requirement_state::recognised) ++recognised;
    if (given.contains("of")) ++nested;
  }
  EXPECT_GT(recognised, 300U);
  EXPECT_GT(nested, 1'000U);
}

TEST(Criteria, MoreEvidenceNeverTakesAwayWhatIsEarned) {
  std::size_t earned = 0;
  for (unsigned seed = 0; seed < 3'000; ++seed) {
    world w(seed);
    const auto read = read_criteria(w.expression(4, 8), "c");
    auto known = w.evidence(8);
    requirement_state before = judge_criteria(*read, by(known)).state;
    for (int step = 0; step < 10; ++step) {
      auto& one = known[leaf(w.below(8))["credential"]];
      one = static_cast<requirement_state>(w.below(static_cast<int>(one) + 1));  // the same or better
      const requirement_state after = judge_criteria(*read, by(known)).state;
      ASSERT_LE(after, before);
      before = after;
    }
    if (before == requirement_state::recognised) ++earned;
  }
  EXPECT_GT(earned, 500U);
}

// Fewest badges that are missing, over every set of them.
criteria_distance fewest(const json& given, const std::map<std::string, requirement_state>& known) {
  std::vector<std::string> names;
  for (const auto& [name, state] : known)
    if (state != requirement_state::recognised) names.push_back(name);
  std::optional<criteria_distance> best;
  for (std::size_t chosen = 0; chosen < (std::size_t{1} << names.size()); ++chosen) {
    auto then = known;
    criteria_distance cost;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (((chosen >> i) & 1U) == 0) continue;
      const requirement_state s = known.at(names[i]);
      cost += {1,
               s == requirement_state::presumed     ? 0U
               : s == requirement_state::to_explore ? 1U
                                                    : 2U,
               importance_of(default_policy(), "ordinary")};
      then[names[i]] = requirement_state::recognised;
    }
    if (brute(given, then) == requirement_state::recognised && (!best || cost < *best)) best = cost;
  }
  return *best;
}

TEST(Criteria, TheSmallestMissingSetIsAsSmallAsAnyAndEnough) {
  std::size_t more_than_one = 0;
  for (unsigned seed = 0; seed < 1'500; ++seed) {
    world w(seed);
    const json given = w.expression(3, 7);
    auto known = w.evidence(7);
    const auto read = read_criteria(given, "c");
    const criterion_finding found = judge_criteria(*read, by(known));
    const missing_criteria missing = smallest_missing(found, default_policy());
    ASSERT_TRUE(missing.proven);
    const criteria_distance expected = fewest(given, known);
    ASSERT_EQ(missing.distance.leaves, expected.leaves) << given;
    ASSERT_EQ(missing.distance.unknown, expected.unknown) << given;
    for (const criterion_finding* one : missing.leaves) known[one->asked->about] = requirement_state::recognised;
    ASSERT_EQ(judge_criteria(*read, by(known)).state, requirement_state::recognised);
    if (missing.leaves.size() > 1) ++more_than_one;
  }
  EXPECT_GT(more_than_one, 200U);
}

TEST(Criteria, WithManyRepeatedLeavesTheMissingSetIsEnoughAndNotCalledProven) {
  json of = json::array();
  for (int i = 0; i < 12; ++i) of.push_back({{"at_least", 1}, {"of", {leaf(i), leaf((i + 1) % 12)}}});
  const auto read = read_criteria(json{{"of", of}}, "c");
  std::map<std::string, requirement_state> known;
  for (int i = 0; i < 12; ++i) known[leaf(i)["credential"]] = requirement_state::to_explore;
  const criterion_finding found = judge_criteria(*read, by(known));
  const missing_criteria missing = smallest_missing(found, default_policy());
  EXPECT_FALSE(missing.proven);
  for (const criterion_finding* one : missing.leaves) known[one->asked->about] = requirement_state::recognised;
  EXPECT_EQ(judge_criteria(*read, by(known)).state, requirement_state::recognised);
}

}  // namespace
}  // namespace activateur
