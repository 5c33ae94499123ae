// The plugins shipped with the project, by their own manifests.
#include <cmath>

#include "workshop.hpp"

namespace activateur::test {
namespace {

class ShippedPlugin : public testing::Test {
 protected:
  // Signs a copy of what was built, as an operator would.
  rule_provider of(const std::string& library, const std::string& id) {
    const std::filesystem::path built(library);
    const std::string manifest_name = built.stem().string() + ".plugin.json";
    std::filesystem::copy_file(built, in / built.filename().string());
    const std::string manifest = in.write(manifest_name, slurp(built.parent_path() / manifest_name));
    EXPECT_EQ(code_of(sign_manifest(manifest, in.key())), "ok");
    EXPECT_EQ(code_of(host.trust(in.public_key_text())), "ok");
    const auto loaded = host.load(manifest);
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : loaded.why().text(language::en));
    return *host.rules(id);
  }

  struct person_and_opportunity {
    std::string kind, provider;
    double cost_euros;
    std::vector<std::string> conditions;
    std::vector<std::string> tags = {};
  };
  // "rule cost" or "rule excluded" for each outcome.
  static std::vector<std::string> said(const rule_provider& rules, const person_and_opportunity& about) {
    opportunity what;
    what.id = "o";
    what.kind = about.kind;
    what.provider = about.provider;
    what.cost_euros = about.cost_euros;
    what.tags = about.tags;
    const auto answer = rules({&what, &about.conditions, instant{}}, language::fr);
    if (!answer) return {std::string(answer.why().what.code())};
    std::vector<std::string> out;
    for (const auto& o : *answer)
      out.push_back(o.rule + ' ' + (o.excluded ? "excluded" : std::to_string(std::lround(*o.cost_euros * 100))));
    return out;
  }
  using lines = std::vector<std::string>;

  workshop in;
  plugin_host host;
};

TEST_F(ShippedPlugin, DemoRulesPayAJobseekersTrainingUpTo900Euros) {
  const auto rules = of(DEMO_RULES_PLUGIN, "activateur.demo.rules");
  EXPECT_EQ(said(rules, {"training", "", 860, {"jobseeker"}}), lines{"demo.training_aid 0"});
  EXPECT_EQ(said(rules, {"training", "", 900, {"jobseeker"}}), lines{"demo.training_aid 0"});
  EXPECT_EQ(said(rules, {"training", "", 900.01, {"jobseeker"}}), lines{"demo.training_aid 1"});
  EXPECT_EQ(said(rules, {"training", "", 1400, {"resident", "jobseeker"}}), lines{"demo.training_aid 50000"});
  EXPECT_EQ(said(rules, {"training", "", 1400, {"resident"}}), lines{});
  EXPECT_EQ(said(rules, {"training", "", 0, {"jobseeker"}}), lines{});
  EXPECT_EQ(said(rules, {"workshop", "", 40, {"jobseeker"}}), lines{});
}

TEST_F(ShippedPlugin, DemoRulesPayHalfOfAYoungPersonsSupportRoundedUpToTheCent) {
  const auto rules = of(DEMO_RULES_PLUGIN, "activateur.demo.rules");
  EXPECT_EQ(said(rules, {"support", "", 1100, {"youth"}}), lines{"demo.licence_aid 55000"});
  EXPECT_EQ(said(rules, {"support", "", 30.01, {"youth"}}), lines{"demo.licence_aid 1501"});
  EXPECT_EQ(said(rules, {"support", "", 1100, {"jobseeker"}}), lines{});
  EXPECT_EQ(said(rules, {"support", "", 1100, {"youths"}}), lines{});
}

TEST_F(ShippedPlugin, DemoRulesKeepOneProvidersPlacesForResidents) {
  const auto rules = of(DEMO_RULES_PLUGIN, "activateur.demo.rules");
  EXPECT_EQ(said(rules, {"training", "Régie fictive", 350, {"jobseeker"}}), lines{"demo.priority excluded"});
  EXPECT_EQ(said(rules, {"training", "Régie fictive", 350, {"jobseeker", "resident"}}), lines{"demo.training_aid 0"});
  EXPECT_EQ(said(rules, {"workshop", "Régie fictive", 25, {"resident"}}), lines{});
  EXPECT_EQ(said(rules, {"workshop", "", 25, {}}), lines{});
}

TEST_F(ShippedPlugin, RuleTableMakesServicesFreeForJobseekers) {
  const auto rules = of(RULES_TABLE_PLUGIN, "activateur.rules.table");
  for (const char* kind : {"feedback", "observation", "badge_application", "clea"})
    EXPECT_EQ(said(rules, {kind, "", 20, {"jobseeker"}}), lines{"services-gratuits/1 0"}) << kind;
  for (const char* kind : {"meeting", "mentor"})
    EXPECT_EQ(said(rules, {kind, "", 20, {"youth", "jobseeker"}}), lines{"services-gratuits/2 0"}) << kind;
  EXPECT_EQ(said(rules, {"mentor", "", 20, {"youth"}}), lines{});
  EXPECT_EQ(said(rules, {"mentor", "", 0, {"jobseeker"}}), lines{});
  EXPECT_EQ(said(rules, {"training", "", 20, {"jobseeker"}}), lines{});
}

TEST_F(ShippedPlugin, FundingIsOfTheRegionThenOfTheAccountThenOfFranceTravail) {
  const auto rules = of(FUNDING_PLUGIN, "activateur.rules.funding");
  const lines agreed = {"funding:agreed", "funder:region", "leads_to:rncp:RNCP320"};
  EXPECT_EQ(said(rules, {"training", "", 2500, {"jobseeker", "cpf_euros:900"}, agreed}), lines{"funding.region 0"});
  EXPECT_EQ(said(rules, {"training", "", 2500, {"cpf_euros:900"}, agreed}), lines{});
  EXPECT_EQ(
      said(rules, {"training", "", 2500, {"jobseeker", "cpf_euros:900", "aif_euros:600"}, {"leads_to:rncp:RNCP320"}}),
      (lines{"funding.cpf 160000", "funding.aif 100000"}));
  EXPECT_EQ(said(rules, {"training", "", 500, {"jobseeker", "cpf_euros:900", "aif_euros:600"}, {"leads_to:rncp:RS1"}}),
            lines{"funding.cpf 0"});
  EXPECT_EQ(said(rules, {"training", "", 500, {"jobseeker", "cpf_euros:900"}}), lines{});
  EXPECT_EQ(said(rules, {"vae", "", 1200, {"jobseeker", "cpf_euros:900"}}), lines{"funding.cpf 30000"});
  EXPECT_EQ(said(rules, {"vae", "", 1200, {"jobseeker", "cpf_euros:-3", "aif_euros:3 "}}), lines{});
}

TEST_F(ShippedPlugin, BothServeOneHost) {
  const auto demo = of(DEMO_RULES_PLUGIN, "activateur.demo.rules");
  const auto table = of(RULES_TABLE_PLUGIN, "activateur.rules.table");
  EXPECT_EQ(said(demo, {"training", "", 860, {"jobseeker"}}), lines{"demo.training_aid 0"});
  EXPECT_EQ(said(table, {"clea", "", 60, {"jobseeker"}}), lines{"services-gratuits/1 0"});
  ASSERT_EQ(host.list().size(), 2U);
  EXPECT_EQ(host.list()[0].id, "activateur.demo.rules");
  EXPECT_EQ(host.list()[1].id, "activateur.rules.table");
}

}  // namespace
}  // namespace activateur::test
