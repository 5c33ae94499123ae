#include "recognition/policy.hpp"

#include "shared_data.hpp"

namespace activateur {
namespace {

json shipped() { return *read_json(test::slurp(std::string(ACTIVATEUR_SOURCE_DIR) + "/data/policy.json")); }

std::string refusal(const json& document) {
  const auto read = read_policy(document, "p.json");
  return read ? "accepted" : std::string(read.why().what.code()) + " at " + read.why().where.pointer;
}

TEST(Policy, TheBuiltInOneIsTheShippedDocument) {
  const policy& p = default_policy();
  EXPECT_EQ(p.id, "activateur.default");
  EXPECT_EQ(p.kinds.size(), 7U);
  EXPECT_EQ(p.kinds.at(evidence_kind::credential).weight, shipped()["kinds"]["credential"]["weight"].get<double>());
  EXPECT_EQ(p.alignment.size(), 12U);
  EXPECT_EQ(p.trust.size(), 7U);
  EXPECT_EQ(p.importance.size(), 3U);
  EXPECT_GT(p.recognised_belief, 0);
  EXPECT_GT(p.zone_short_expectation, 0);
}

TEST(Policy, EveryConstantSaysWhyItIsWhatItIs) {
  const json document = shipped();
  for (const auto& [section, value] : document.items()) {
    if (!value.is_object() || section == "about") continue;
    ASSERT_TRUE(value.contains("about")) << section;
    for (const auto& [constant, ignored] : value.items()) {
      if (constant == "about") continue;
      EXPECT_TRUE(value["about"].contains(constant)) << section << '/' << constant;
    }
  }
}

TEST(Policy, KeepsTheDefaultOfWhatATerritoryLeavesOut) {
  const auto p = read_policy(
      {{"schema", "activateur/policy/1"}, {"id", "t"}, {"version", "2"}, {"gap", {{"recognised_belief", 0.7}}}}, "p");
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->id, "t");
  EXPECT_EQ(p->recognised_belief, 0.7);
  EXPECT_EQ(p->presumed_expectation, default_policy().presumed_expectation);
}

TEST(Policy, SaysHowFarMeansReachAndWhenToRemind) {
  const auto p = read_policy(
      {{"id", "t"}, {"version", "2"}, {"plan", {{"means_km", {{"bicycle", 7}}}, {"reminder_days", {{"start", 10}}}}}},
      "p");
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->plan_means_km.at("bicycle"), 7);
  EXPECT_EQ(p->plan_means_km.at("car"), 50);
  EXPECT_EQ(p->reminders.start, 10);
  EXPECT_EQ(p->reminders.enrol, 14);
  EXPECT_EQ(p->plan_distance_weight, 0.5);
}

TEST(Policy, RefusesTypingErrorsAndValuesOutOfRange) {
  const json base = {{"id", "t"}, {"version", "1"}};
  const auto with = [&](const char* member, json value) {
    json out = base;
    out[member] = std::move(value);
    return refusal(out);
  };
  EXPECT_EQ(with("gpa", json::object()), "document.member at ");
  EXPECT_EQ(with("gap", {{"recognised", 0.7}}), "document.member at /gap");
  EXPECT_EQ(with("gap", {{"recognised_belief", 1.5}}), "field.range at /gap/recognised_belief");
  EXPECT_EQ(with("gap", {{"acquire_uncertainty", 1}}), "field.range at /gap/acquire_uncertainty");
  EXPECT_EQ(with("trust", {{"verified", -0.1}}), "policy.share at /trust/verified");
  EXPECT_EQ(with("plan", {{"means_km", {{"horse", 5}}}}), "document.member at /plan/means_km");
  EXPECT_EQ(with("plan", {{"reminder_days", {{"start", -1}}}}), "field.range at /plan/reminder_days/start");
  EXPECT_EQ(with("alignment", {{"near", 0.5}}), "document.member at /alignment");
  EXPECT_EQ(with("levels", {{"feedback", {0, 1}}}), "policy.levels at /levels/feedback");
  EXPECT_EQ(with("schema", "activateur/gap/1"), "document.schema at /schema");
  EXPECT_EQ(refusal({{"version", "1"}}), "field.missing at ");
  EXPECT_EQ(refusal(json::array()), "document.object at ");
}

}  // namespace
}  // namespace activateur
