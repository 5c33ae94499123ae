#include "frameworks/detection.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "official_rome.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

competence_detection of(const framework& f, const std::vector<competence_detection>& all, std::string_view code) {
  return all.at(*f.find_competence(code));
}

TEST(Detection, CountsTheDomainsAndTheJobsThatAskForACompetence) {
  const framework_ptr f = *test::small_rome().import();
  const auto all = *detect(*f, nullptr);
  const competence_detection botany = of(*f, all, "401");  // two gardeners' jobs of one domain
  EXPECT_EQ(botany.spread.domains, 1U);
  EXPECT_EQ(botany.spread.broad_domains, 1U);
  EXPECT_EQ(botany.spread.evenness, 0.0);
  // Two of three jobs: A is always met, B unless both are of A (1 of 3 ways).
  EXPECT_NEAR(botany.spread.broad_domains_by_chance, 1 + 2.0 / 3.0, 1e-12);
  EXPECT_EQ(botany.rarity.jobs, 2U);
  EXPECT_NEAR(botany.rarity.information, std::log(1.5), 1e-12);
  EXPECT_EQ(of(*f, all, "101").rarity.core_jobs, 1U);
  EXPECT_EQ(of(*f, all, "102").rarity.jobs, 0U);
}

TEST(Detection, SaysHowLikelyEmergingLinksAreByChance) {
  const framework_ptr f = *test::small_rome().import();
  const auto all = *detect(*f, nullptr);
  const competence_detection botany = of(*f, all, "401");
  EXPECT_EQ(botany.emergence.emerging_links, 1U);
  EXPECT_EQ(botany.emergence.emerging_share, 0.5);
  // One link of four is emerging: 1 - (3/4)^2.
  EXPECT_NEAR(botany.emergence.emerging_chance, 0.4375, 1e-12);
  EXPECT_EQ(of(*f, all, "101").emergence.emerging_chance, 1.0);
  EXPECT_FALSE(botany.emergence.since.has_value());
}

TEST(Detection, ComparesWithAnEarlierVersionByCode) {
  const test::small_rome files;
  const framework_ptr before = *files.import();
  files.append("referentiel_savoir", "\"402\",\"Drones\",\"Domaines d'expertise\",\"Agriculture\"\n");
  files.append("coherence_item", "\"A1001\",\"402\",\"\"\n\"A1002\",\"402\",\"\"\n");
  const framework_ptr now = *files.import();
  const auto all = *detect(*now, before.get());
  const auto drones = of(*now, all, "402").emergence.since;
  ASSERT_TRUE(drones.has_value());
  EXPECT_TRUE(drones->is_new);
  EXPECT_EQ(drones->jobs_before, 0U);
  EXPECT_NEAR(drones->log_ratio, std::log2(5.0), 1e-12);
  // Six links now, four before: both of its two are now by chance 0.6 x 0.6.
  EXPECT_NEAR(drones->chance, 0.36, 1e-12);
  const auto botany = of(*now, all, "401").emergence.since;
  EXPECT_FALSE(botany->is_new);
  EXPECT_EQ(botany->jobs_before, 2U);
  EXPECT_NEAR(botany->log_ratio, 0.0, 1e-12);
}

TEST(Detection, OrdersByWhatIsAsked) {
  const framework_ptr f = *test::small_rome().import();
  const auto all = *detect(*f, nullptr);
  const auto rare = most(all, detection_kind::rare, 10);
  ASSERT_EQ(rare.size(), 3U);                                // what no job asks for is left out
  EXPECT_EQ(f->competence(rare[0].competence).code, "101");  // one job, and core there
  EXPECT_EQ(f->competence(rare[2].competence).code, "401");
  const auto emerging = most(all, detection_kind::emerging, 10);
  ASSERT_EQ(emerging.size(), 1U);
  EXPECT_EQ(f->competence(emerging[0].competence).code, "401");
}

TEST(Detection, FindsSoftSkillsSpreadOverTheOfficialRome) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  const auto all = *detect(*f, nullptr);
  const auto first = most(all, detection_kind::transversal, 5);
  ASSERT_EQ(first.size(), 5U);
  for (const competence_detection& d : first) {
    EXPECT_EQ(d.spread.broad_domains, 14U);
    EXPECT_GT(d.spread.evenness, 0.9);
  }
}

}  // namespace
}  // namespace activateur
