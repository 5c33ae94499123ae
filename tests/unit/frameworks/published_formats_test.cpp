// Frameworks held against what others publish about their formats.
#include <gtest/gtest.h>

#include <filesystem>

#include "frameworks/export.hpp"
#include "frameworks/import.hpp"
#include "json/schema.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

namespace fs = std::filesystem;

json read_file_of(const fs::path& path) {
  const auto read = read_json(test::slurp(path), {}, path.string());
  EXPECT_TRUE(read.ok()) << path;
  return read ? *read : json();
}

TEST(CaseExport, IsAPackageByThePublishedSchema) {
  ACTIVATEUR_NEEDS_SHARED(folder, "data/case_opensalt");
  json schema = read_file_of(folder / "case-v1p0-cfpackage-schema.json");
  schema_options options;
  options.default_dialect = "http://json-schema.org/draft-07/schema#";
  const auto rules = json_schema::read(schema, "", options);
  ASSERT_TRUE(rules.ok()) << rules.why().text(language::en);
  const auto f = import_rome(std::string(ACTIVATEUR_SOURCE_DIR) + "/data/rome-excerpt", {});
  ASSERT_TRUE(f.ok());
  const auto text = export_framework(**f, "case", "", instant{1'700'000'000'000});
  ASSERT_TRUE(text.ok());
  const auto problems = rules->check(*read_json(*text, {}, "export"));
  ASSERT_TRUE(problems.ok()) << problems.why().text(language::en);
  for (const schema_problem& p : *problems) ADD_FAILURE() << p.instance_pointer << ' ' << p.what.text(language::en);
  EXPECT_EQ(export_framework(**f, "xml", "", {}).why().what.code(), "export.format");
  EXPECT_EQ(export_framework(**f, "case", "nowhere", {}).why().what.code(), "export.base");
}

// The published structure gives the labels of the domains and of some sub-domains, and how many there are of the rest.
TEST(GridImport, HoldsCleaWithAllItsDomainsSubDomainsAndCriteria) {
  ACTIVATEUR_NEEDS_SHARED(file, "data/clea/clea_structure.json");
  const json structure = read_file_of(file);
  const auto criteria = structure["counts"]["criteres"].get<std::size_t>();
  const auto sub_domains = structure["counts"]["sous_domaines"].get<std::size_t>();
  json grid = {
      {"schema", "activateur/grid/1"}, {"id", "clea"}, {"title", structure["framework"]}, {"domains", json::array()}};
  std::size_t made = 0;
  for (const json& domain : structure["domaines"]) {
    json subs = json::array();
    for (std::size_t i = 1; i <= domain["sous_domaines_total"].get<std::size_t>(); ++i) {
      const std::string code = domain["code"].get<std::string>() + '.' + std::to_string(i);
      const json& known = domain["sous_domaines"];
      const std::string label = i <= known.size() ? known[i - 1]["libelle"].get<std::string>() : "Sous-domaine " + code;
      json sub = {{"code", code}, {"label", label}, {"criteria", json::array()}};
      // Spread over the sub-domains: the structure says how many criteria there are in all.
      const std::size_t here = criteria / sub_domains + (made < criteria % sub_domains ? 1 : 0);
      for (std::size_t c = 1; c <= here; ++c)
        sub["criteria"].push_back(
            {{"code", code + '.' + std::to_string(c)}, {"label", "Critère " + code + '.' + std::to_string(c)}});
      ++made;
      subs.push_back(std::move(sub));
    }
    grid["domains"].push_back(
        {{"code", domain["code"]}, {"label", domain["libelle"]}, {"sub_domains", std::move(subs)}});
  }
  ASSERT_EQ(made, 28U);
  const test::scratch_directory scratch;
  const auto read = import_framework(scratch.write("clea.json", write_json(grid)), import_options{}, context{});
  ASSERT_TRUE(read.ok() && read->framework != nullptr);
  const framework& f = *read->framework;
  EXPECT_EQ(f.counts().competences, 7U + 28U + 106U);
  EXPECT_EQ(f.counts().qualifications, 1U);
  const auto first = f.find_competence("1");
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(f.items_of(*first).size(), 5U);
  EXPECT_EQ(f.find_competence_by_label("Écouter et comprendre"), f.find_competence("1.1"));
  // The qualification asks for its seven domains.
  EXPECT_EQ(f.links_of(0).size(), 7U);
}

}  // namespace
}  // namespace activateur
