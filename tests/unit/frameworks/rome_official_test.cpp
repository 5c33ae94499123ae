// The official files, against figures published with them and against a second, independent reading of them.
#include <gtest/gtest.h>

#include <set>

#include "frameworks/csv_table.hpp"
#include "frameworks/rome_reader.hpp"
#include "official_rome.hpp"

namespace activateur {
namespace {

csv_table second_source(const std::filesystem::path& path) {
  auto table = csv_table::open(path.string());
  EXPECT_TRUE(table.ok());
  return *std::move(table);
}

TEST(OfficialRome, HasTheKnownCounts) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->version(), "60");
  const framework_counts n = f->counts();
  EXPECT_EQ(n.jobs, 1584U);
  EXPECT_EQ(n.competences, 33671U);
  EXPECT_EQ(n.links, 90556U);
  EXPECT_EQ(n.mobilities, 14912U);
  EXPECT_EQ(n.know_how, 18301U);
  EXPECT_EQ(n.macros, 491U);
  EXPECT_EQ(n.soft_skills, 16U);
  EXPECT_EQ(n.knowledge, 15354U);
  EXPECT_EQ(n.core_links, 18900U);
  EXPECT_EQ(n.emerging_links, 1731U);
  EXPECT_EQ(n.appellations, 13120U);
}

TEST(OfficialRome, HasTheWorkingConditionsOfItsJobs) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  std::size_t links = 0;
  for (std::uint32_t job = 0; job < f->counts().jobs; ++job) links += f->conditions_of(job).size();
  EXPECT_EQ(links, 13663U);
}

// Counted with Python's csv module; the table of NAF read as Windows-1252, which it is in.
TEST(OfficialRome, HasWhatSortsJobsAsAttributes) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  std::map<std::string, std::size_t> times;
  for (std::uint32_t job = 0; job < f->counts().jobs; ++job)
    for (const attribute_view& a : f->attributes_of_job(job)) ++times[std::string(a.name)];
  EXPECT_EQ(times["sector"], 3303U);
  EXPECT_EQ(times["naf"], 2920U);
  EXPECT_EQ(times["theme"], 1348U);
  EXPECT_EQ(times["interest"], 4444U);
  EXPECT_EQ(times["transition_eco"], 1584U);
  EXPECT_EQ(times["code_rome_parent"], 1052U);
}

TEST(OfficialRome, HasTheCompetencesOfTheSecondSource) {
  ACTIVATEUR_NEEDS_SHARED(base, "data/rome4_v460");
  const framework_ptr f = test::official_rome(base / "raw");
  ASSERT_NE(f, nullptr);
  csv_table t = second_source(base / "norm/competences.csv");
  const std::size_t code = *t.column({"code_ogr"});
  const std::size_t type = *t.column({"type"});
  const std::size_t grain = *t.column({"niveau"});
  const std::size_t label = *t.column({"libelle"});
  const std::size_t macro = *t.column({"ogr_macro"});
  const std::size_t hierarchy = *t.column({"code_macro"});
  const std::size_t category = *t.column({"sous_categorie"});
  const std::size_t knowledge_category = *t.column({"sous_categorie_savoir"});
  std::size_t rows = 0;
  while (*t.next()) {
    ++rows;
    const auto index = f->find_competence(t[code]);
    ASSERT_TRUE(index.has_value()) << t[code];
    const competence_view c = f->competence(*index);
    EXPECT_EQ(c.label, t[label]);
    EXPECT_EQ(c.grain == competence_grain::macro ? "macro" : "item", t[grain]);
    if (t[type] == "savoir") {
      EXPECT_EQ(c.kind, competence_kind::knowledge);
      EXPECT_EQ(c.hierarchy, t[category]);
      EXPECT_EQ(c.category, t[knowledge_category]);
      continue;
    }
    EXPECT_EQ(c.kind, t[type] == "savoir-faire" ? competence_kind::know_how : competence_kind::soft_skill);
    EXPECT_EQ(c.hierarchy, t[hierarchy]);
    EXPECT_EQ(c.category, t[category]);
    EXPECT_EQ(c.transversal, t[category] == "Transverse" && t[hierarchy].starts_with('6'));
    if (c.grain == competence_grain::item) {
      ASSERT_NE(c.macro, no_index);
      EXPECT_EQ(f->competence(c.macro).code, t[macro]);
    }
  }
  EXPECT_EQ(rows, 33671U);
}

TEST(OfficialRome, HasTheJobsOfTheSecondSource) {
  ACTIVATEUR_NEEDS_SHARED(base, "data/rome4_v460");
  const framework_ptr f = test::official_rome(base / "raw");
  ASSERT_NE(f, nullptr);
  csv_table t = second_source(base / "norm/jobs.csv");
  std::size_t rows = 0;
  while (*t.next()) {
    ++rows;
    const auto index = f->find_job(t[*t.column({"code_rome"})]);
    ASSERT_TRUE(index.has_value());
    const job_view j = f->job(*index);
    EXPECT_EQ(j.label, t[*t.column({"libelle"})]);
    EXPECT_EQ(j.domain_label, t[*t.column({"domaine_pro"})]);
    EXPECT_EQ(j.riasec, std::string(t[*t.column({"riasec_majeur"})]) + std::string(t[*t.column({"riasec_mineur"})]));
    EXPECT_FALSE(j.definition.empty());
    EXPECT_EQ(j.definition.find("''"), std::string_view::npos);
  }
  EXPECT_EQ(rows, 1584U);
}

TEST(OfficialRome, HasTheLinksOfTheSecondSource) {
  ACTIVATEUR_NEEDS_SHARED(base, "data/rome4_v460");
  const framework_ptr f = test::official_rome(base / "raw");
  ASSERT_NE(f, nullptr);
  std::set<std::tuple<std::string, std::string, std::string>> expected;
  csv_table t = second_source(base / "norm/job_competence.csv");
  while (*t.next()) expected.emplace(t[0], t[1], t[2]);
  std::set<std::tuple<std::string, std::string, std::string>> found;
  std::size_t backwards = 0;
  for (std::uint32_t job = 0; job < f->counts().jobs; ++job)
    for (const job_link& l : f->links_of(job)) {
      const char* core = l.importance == link_importance::core       ? "P"
                         : l.importance == link_importance::emerging ? "E"
                                                                     : "";
      found.emplace(f->job(job).code, f->competence(l.competence).code, core);
    }
  EXPECT_EQ(found.size(), 90556U);
  EXPECT_TRUE(found == expected);
  for (std::uint32_t c = 0; c < f->counts().competences; ++c)
    for (const std::uint32_t job : f->jobs_with(c)) {
      const auto links = f->links_of(job);
      backwards +=
          std::any_of(links.begin(), links.end(), [&](const job_link& l) { return l.competence == c; }) ? 1U : 0U;
    }
  EXPECT_EQ(backwards, 90556U);
}

TEST(OfficialRome, HasTheMobilitiesOfTheSecondSource) {
  ACTIVATEUR_NEEDS_SHARED(base, "data/rome4_v460");
  const framework_ptr f = test::official_rome(base / "raw");
  ASSERT_NE(f, nullptr);
  std::set<std::tuple<std::string, std::string, std::string>> expected;
  csv_table t = second_source(base / "norm/mobilities.csv");
  while (*t.next()) expected.emplace(t[0], t[1], t[2]);
  std::set<std::tuple<std::string, std::string, std::string>> found;
  for (std::uint32_t job = 0; job < f->counts().jobs; ++job) {
    std::uint32_t before = 0;
    for (const mobility& m : f->mobilities_of(job)) {
      EXPECT_LE(before, m.order);
      before = m.order;
      found.emplace(f->job(job).code, f->job(m.job).code, std::to_string(m.order));
    }
  }
  EXPECT_EQ(found.size(), 14912U);
  EXPECT_TRUE(found == expected);
}

TEST(OfficialRome, FindsCompetencesByLabelWhateverTheWriting) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->find_competence_by_label("FONCTIONNEMENT DES ENGINS AGRICOLES"), f->find_competence("100003"));
  EXPECT_EQ(f->find_competence_by_label("etre a l’ecoute - faire preuve d’empathie"), f->find_competence("300412"));
  EXPECT_EQ(f->find_competence_by_label("Guide des bonnes pratiques de l'organisation"), f->find_competence("404554"));
  EXPECT_FALSE(f->find_competence_by_label("Fonctionnement des engins").has_value());
  EXPECT_FALSE(f->find_competence_by_label("").has_value());
}

}  // namespace
}  // namespace activateur
