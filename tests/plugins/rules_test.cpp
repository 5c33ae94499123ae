// What a plugin answers on one opportunity, and what the host makes of it.
#include <cmath>
#include <limits>

#include "workshop.hpp"

namespace activateur::test {
namespace {

class Rules : public testing::Test {
 protected:
  rule_provider of(const std::string& plugin) {
    EXPECT_EQ(code_of(host.trust(in.public_key_text())), "ok");
    EXPECT_EQ(code_of(host.load(in.signed_plugin(test_plugin(plugin)))), "ok");
    auto rules = host.rules("org.example.plugin");
    EXPECT_TRUE(rules.ok());
    return *std::move(rules);
  }

  workshop in;
  plugin_host host;
};

TEST_F(Rules, AreGivenWithWhoDecidedAndWhyInTheLanguageAsked) {
  const auto rules = of("nothing");
  const asking about("full_price", 12.34);
  const auto fr = rules(about.question(), language::fr);
  ASSERT_TRUE(fr.ok());
  ASSERT_EQ(fr->size(), 1U);
  EXPECT_EQ(fr->at(0).plugin, "org.example.plugin");
  EXPECT_EQ(fr->at(0).plugin_version, "1.0.0");
  EXPECT_EQ(fr->at(0).rule, "test/1");
  EXPECT_EQ(fr->at(0).cost_euros, 12.34);
  EXPECT_FALSE(fr->at(0).excluded);
  EXPECT_EQ(fr->at(0).reason, "C'est gratuit.");
  EXPECT_EQ(rules(about.question(), language::en)->at(0).reason, "It is free.");
  EXPECT_EQ(rules(asking("french_only").question(), language::en)->at(0).reason, "C'est gratuit.");
  EXPECT_EQ(rules(asking("nul_terminated").question(), language::en)->at(0).reason, "It ends with NUL.");
}

TEST_F(Rules, MayExcludeOrSayNothing) {
  const auto rules = of("nothing");
  const auto excluded = rules(asking("excluded").question(), language::fr);
  ASSERT_TRUE(excluded.ok());
  EXPECT_TRUE(excluded->at(0).excluded);
  EXPECT_FALSE(excluded->at(0).cost_euros.has_value());
  EXPECT_TRUE(rules(asking("nothing_applies").question(), language::fr)->empty());
}

// 0.29 euros is 28.999999999999996 cents in binary floating point.
TEST_F(Rules, GetThePriceRoundedToTheCent) {
  const auto rules = of("nothing");
  EXPECT_EQ(rules(asking("full_price", 0.29).question(), language::fr)->at(0).cost_euros, 0.29);
  EXPECT_EQ(rules(asking("full_price", 1e9).question(), language::fr)->at(0).cost_euros, 1e9);
}

TEST_F(Rules, AreRefusedWhenTheyAreNoAnswer) {
  const auto rules = of("nothing");
  for (const char* id : {"unknown_effect", "no_effect", "negative_cost", "least_cost", "cost_above_price", "bad_utf8",
                         "null_with_length", "endless_text", "control_character", "no_rule", "no_reason", "reserved",
                         "too_many", "endless_count"}) {
    SCOPED_TRACE(id);
    const auto answer = rules(asking(id).question(), language::fr);
    EXPECT_EQ(code_of(answer), "plugin.outcome");
    EXPECT_NE(answer.why().text(language::fr).find(id), std::string::npos);
  }
  EXPECT_EQ(rules(asking("as_many_as_offered").question(), language::fr)->size(), 16U);
}

TEST_F(Rules, AreNotAskedAboutPricesThatAreNone) {
  const auto rules = of("nothing");
  for (const double cost : {-0.01, 1e12, std::nan(""), std::numeric_limits<double>::infinity()})
    EXPECT_EQ(code_of(rules(asking("anything", cost).question(), language::fr)), "plugin.case");
  asking endless("anything");
  endless.what.hours = std::nan("");
  EXPECT_EQ(code_of(rules(endless.question(), language::fr)), "plugin.case");
  asking crowded("anything");
  crowded.conditions.assign(257, "jobseeker");
  EXPECT_EQ(code_of(rules(crowded.question(), language::fr)), "plugin.case");
}

TEST_F(Rules, MayFailAndBeAskedAgain) {
  const auto rules = of("fails_in_evaluate");
  EXPECT_EQ(code_of(rules(asking("anything").question(), language::fr)), "plugin.rules_failed");
  EXPECT_EQ(code_of(host.rules("org.example.plugin")), "ok");
}

TEST_F(Rules, OfAPluginThatThrewAreNeverAskedAgain) {
  const auto rules = of("throws_in_evaluate");
  EXPECT_EQ(code_of(rules(asking("anything").question(), language::fr)), "plugin.threw");
  EXPECT_EQ(code_of(rules(asking("anything").question(), language::fr)), "plugin.threw");
  EXPECT_EQ(code_of(host.rules("org.example.plugin")), "plugin.threw");
  EXPECT_TRUE(host.list().empty());
  // A better build of the same plugin takes its place.
  EXPECT_EQ(code_of(host.load(in.signed_plugin(test_plugin("nothing")))), "ok");
  EXPECT_TRUE((*host.rules("org.example.plugin"))(asking("anything").question(), language::fr).ok());
  EXPECT_EQ(code_of(rules(asking("anything").question(), language::fr)), "plugin.threw");
}

}  // namespace
}  // namespace activateur::test
