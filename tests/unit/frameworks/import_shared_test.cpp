// Published files, against counts made with another reader (Python's csv and json modules, over the same files).
#include <gtest/gtest.h>

#include "frameworks/export.hpp"
#include "frameworks/import.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

imported taken(const std::filesystem::path& path, import_options options = {}) {
  auto out = import_framework(path.string(), options, context{});
  EXPECT_TRUE(out.ok()) << out.why().text(language::en);
  if (!out) return {};
  for (std::size_t i = 0; i < std::min<std::size_t>(out->report.problems.size(), 5); ++i)
    ADD_FAILURE() << out->report.problems[i].why.text(language::en);
  return *std::move(out);
}

TEST(SharedImports, ReadEscoWhereTheTableOfSkillsIsNotThere) {
  ACTIVATEUR_NEEDS_SHARED(esco, "data/esco_v1.1.1");
  const imported out = taken(esco);
  ASSERT_NE(out.framework, nullptr);
  const framework_counts n = out.framework->counts();
  EXPECT_EQ(n.jobs, 3007U);
  EXPECT_EQ(n.groups, 640U);
  EXPECT_EQ(n.competences, 640U + 2218U);  // six collections, overlapping
  EXPECT_EQ(n.languages, 346U);
  EXPECT_EQ(n.mappings, 554U);  // of 5899 lines, those between skills of the collections
  EXPECT_EQ(out.framework->language(), "en");
}

TEST(SharedImports, ReadTabiyasOpenTaxonomy) {
  ACTIVATEUR_NEEDS_SHARED(esco, "data/esco_v1.1.1/tabiya_sample");
  const imported out = taken(esco);
  ASSERT_NE(out.framework, nullptr);
  const framework_counts n = out.framework->counts();
  EXPECT_EQ(n.jobs, 3007U);
  EXPECT_EQ(n.competences, 1000U);
  EXPECT_EQ(n.links, 8674U);
  EXPECT_EQ(n.core_links, 4698U);
  EXPECT_EQ(n.mappings, 38U);
}

TEST(SharedImports, ReadCasePackagesAndWriteThemAgain) {
  ACTIVATEUR_NEEDS_SHARED(packages, "data/case_opensalt");
  const imported ordering = taken(packages / "Ordering.json");
  ASSERT_NE(ordering.framework, nullptr);
  EXPECT_EQ(ordering.framework->counts().competences, 28U);
  EXPECT_EQ(ordering.framework->title(), "ACT Holistic Framework, Math");
  const imported levels = taken(packages / "SmartLevelFramework.json");
  ASSERT_NE(levels.framework, nullptr);
  EXPECT_EQ(levels.framework->counts().competences, 14U);
  const imported letters = taken(packages / "Utf8TestFramework.json");
  ASSERT_NE(letters.framework, nullptr);
  EXPECT_EQ(letters.framework->competence(0).label, "Item \xF0\x9D\x91\x91 1");

  const test::scratch_directory d;
  const json written = case_package_of(*ordering.framework, "https://example.org/case/", instant{0});
  EXPECT_EQ(written["CFItems"].size(), 28U);
  EXPECT_EQ(written["CFAssociations"].size(), 28U);
  const imported again = taken(d.write("case.json", write_json(written)));
  ASSERT_NE(again.framework, nullptr);
  EXPECT_EQ(again.framework->counts().competences, 28U);
  for (std::uint32_t i = 0; i < 28; ++i) {
    EXPECT_EQ(again.framework->competence(i).code, ordering.framework->competence(i).code);
    EXPECT_EQ(again.framework->competence(i).label, ordering.framework->competence(i).label);
    EXPECT_EQ(again.framework->broader_of(i), ordering.framework->broader_of(i));
  }
}

TEST(SharedImports, SayThatAnEmptyPackageHoldsNothing) {
  ACTIVATEUR_NEEDS_SHARED(packages, "data/case_opensalt");
  const auto out = import_framework((packages / "EmptyExternalFramework.json").string(), context{});
  ASSERT_FALSE(out.ok());
  EXPECT_EQ(out.why().what.code(), "import.nothing");
}

TEST(SharedImports, ReadFrameworksOfTheCredentialRegistry) {
  ACTIVATEUR_NEEDS_SHARED(ctdl, "data/ctdl");
  const std::vector<std::pair<std::string, std::size_t>> files{
      {"DQP.jsonld", 83}, {"bcsp-ohst.json", 101}, {"ConnectingCredentials.json", 91}};
  for (const auto& [name, competences] : files) {
    const imported out = taken(ctdl / name);
    ASSERT_NE(out.framework, nullptr) << name;
    EXPECT_EQ(out.report.format, "ctdl-asn");
    EXPECT_EQ(out.framework->counts().competences, competences) << name;
  }
  ASSERT_NE(taken(ctdl / "SampleCompetencyFramework_with_Envelope.json").framework, nullptr);
  EXPECT_EQ(import_framework((ctdl / "Illinois-IT.json").string(), context{}).why().what.code(),
            "framework.unknown_kind");
}

TEST(SharedImports, ReadTheListOfApprenticeship) {
  ACTIVATEUR_NEEDS_SHARED(list, "data/rncp_apprentissage/CodeDiplome_RNCP_latest_kit.csv");
  const imported out = taken(list);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "rncp-list");
  EXPECT_EQ(out.framework->counts().qualifications, 3493U);
}

TEST(SharedImports, ReadTheGridsOfOthersOnceWrittenAsGrids) {
  ACTIVATEUR_NEEDS_SHARED(file, "data/crcn_pix/crcn.json");
  const auto areas = read_json(test::slurp(file));
  ASSERT_TRUE(areas.ok());
  json grid{{"schema", "activateur/grid/1"}, {"id", "crcn"}, {"title", "CRCN"}, {"domains", json::array()}};
  for (const json& area : (*areas)["areas"]) {
    json domain{{"code", area["code"]}, {"label", area["title"]}, {"sub_domains", json::array()}};
    for (const json& c : area["competences"])
      domain["sub_domains"].push_back({{"code", c["code"]}, {"label", c["name"]}});
    grid["domains"].push_back(std::move(domain));
  }
  const test::scratch_directory d;
  const imported out = taken(d.write("crcn.json", write_json(grid)));
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->counts().blocks, 5U);
  EXPECT_EQ(out.framework->counts().competences, 5U + 16U);
  EXPECT_EQ(out.framework->counts().core_links, 5U);
}

TEST(Exports, ASheetIsReadBackAsItWas) {
  const auto excerpt = import_framework(std::string(ACTIVATEUR_SOURCE_DIR) + "/data/rome-excerpt", context{});
  ASSERT_TRUE(excerpt.ok());
  const framework& before = **excerpt;
  const test::scratch_directory d;
  const imported read = taken(d.write("sheet.csv", sheet_of(before)));
  ASSERT_NE(read.framework, nullptr);
  const framework& after = *read.framework;
  ASSERT_EQ(after.counts().jobs, before.counts().jobs);
  ASSERT_EQ(after.counts().competences, before.counts().competences);
  EXPECT_EQ(after.counts().core_links, before.counts().core_links);
  EXPECT_EQ(after.counts().emerging_links, before.counts().emerging_links);
  for (std::uint32_t i = 0; i < before.counts().competences; ++i) {
    EXPECT_EQ(after.competence(i).code, before.competence(i).code);
    EXPECT_EQ(after.competence(i).label, before.competence(i).label);
    EXPECT_EQ(after.competence(i).kind, before.competence(i).kind);
    EXPECT_EQ(after.competence(i).definition, before.competence(i).definition);
    EXPECT_EQ(after.broader_of(i), before.broader_of(i));
  }
  for (std::uint32_t j = 0; j < before.counts().jobs; ++j) {
    EXPECT_EQ(after.job(j).label, before.job(j).label);
    EXPECT_EQ(after.links_of(j).size(), before.links_of(j).size());
  }
}

}  // namespace
}  // namespace activateur
