#include <gtest/gtest.h>

#include "frameworks/rome_reader.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

using test::small_rome;

struct fault {
  std::string_view code;
  std::string source;  // how the name of the file ends
  std::int64_t line, column;
};

void expect_fault(const small_rome& rome, const fault& expected) {
  const auto imported = rome.import();
  ASSERT_FALSE(imported.ok()) << expected.code;
  const error& e = imported.why();
  EXPECT_EQ(e.what.code(), expected.code) << e.text(language::en);
  EXPECT_TRUE(e.where.source.ends_with(expected.source)) << e.where.source;
  EXPECT_EQ(e.where.line, expected.line) << e.text(language::en);
  EXPECT_EQ(e.where.column, expected.column) << e.text(language::en);
}

TEST(RomeImport, ReadsASmallDirectory) {
  const small_rome rome;
  const auto imported = rome.import();
  ASSERT_TRUE(imported.ok()) << imported.why().text(language::en);
  const framework& f = **imported;
  EXPECT_EQ(f.id(), "rome");
  EXPECT_EQ(f.version(), "61");
  EXPECT_EQ(f.attribution(), "France Travail, ROME 4.0, Licence Ouverte 2.0");
  const job_view j = f.job(*f.find_job("A1001"));
  EXPECT_EQ(j.label, "Jardinier / Jardinière");
  EXPECT_EQ(j.definition, "Entretient les jardins.\nVeille à l'arrosage");
  EXPECT_EQ(j.domain, "A10");
  EXPECT_EQ(j.domain_label, "Espaces verts");
  EXPECT_EQ(j.riasec, "R");
  EXPECT_EQ(f.job(*f.find_job("A1002")).riasec, "AR");
  EXPECT_EQ(f.job(*f.find_job("B2001")).riasec, "");

  const auto links = f.links_of(j.index);
  ASSERT_EQ(links.size(), 2U);  // the working context is not a competence
  EXPECT_EQ(f.competence(links[0].competence).code, "101");
  EXPECT_EQ(links[0].importance, link_importance::core);
  EXPECT_EQ(f.competence(links[1].competence).code, "401");
  EXPECT_EQ(links[1].importance, link_importance::emerging);
  const auto botanists = f.jobs_with(links[1].competence);
  ASSERT_EQ(botanists.size(), 2U);
  EXPECT_EQ(f.job(botanists[1]).code, "A1002");

  const auto mobilities = f.mobilities_of(j.index);
  ASSERT_EQ(mobilities.size(), 2U);
  EXPECT_EQ(f.job(mobilities[0].job).code, "A1002");
  EXPECT_EQ(mobilities[0].order, 1U);
  EXPECT_EQ(f.job(mobilities[1].job).code, "B2001");
  EXPECT_EQ(f.appellations_of(j.index), (std::vector<std::string_view>{"Élagueur / Élagueuse", "Rosiériste"}));
}

TEST(RomeImport, ReadsKindsGrainsAndHierarchy) {
  const auto imported = small_rome().import();
  ASSERT_TRUE(imported.ok());
  const framework& f = **imported;
  const competence_view item = f.competence(*f.find_competence("102"));
  EXPECT_EQ(item.kind, competence_kind::know_how);
  EXPECT_EQ(item.grain, competence_grain::item);
  EXPECT_EQ(item.hierarchy, "6B201");
  EXPECT_TRUE(item.transversal);
  EXPECT_EQ(f.competence(item.macro).code, "202");
  EXPECT_FALSE(f.competence(item.macro).transversal);  // in domain 6, not marked Transverse
  EXPECT_EQ(f.items_of(item.macro), std::vector<std::uint32_t>{item.index});
  const competence_view soft = f.competence(*f.find_competence("301"));
  EXPECT_EQ(soft.kind, competence_kind::soft_skill);
  EXPECT_EQ(soft.grain, competence_grain::macro);
  EXPECT_EQ(soft.macro, no_index);
  EXPECT_EQ(soft.definition, "Capacité à écouter");
  EXPECT_TRUE(soft.transversal);
  const competence_view knowledge = f.competence(*f.find_competence("401"));
  EXPECT_EQ(knowledge.kind, competence_kind::knowledge);
  EXPECT_EQ(knowledge.hierarchy, "Domaines d'expertise");
  EXPECT_EQ(knowledge.category, "Agriculture");
}

TEST(RomeImport, GivesTheSameBytesWhateverTheOrderOfColumnsAndLines) {
  const small_rome rome;
  const auto before = rome.import();
  ASSERT_TRUE(before.ok());
  EXPECT_EQ((*rome.import())->bytes(), (*before)->bytes());
  rome.replace("rubrique_mobilite", "numero_ordre,code_rome_cible,code_rome\r\n1,A1002,A1001\r\n2,B2001,A1001\r\n");
  rome.replace("referentiel_contexte_travail",
               "\xEF\xBB\xBF"
               "libelle_type_cont_trav,code_ogr,libelle_cont_travail\nConditions de travail,601,En extérieur");
  const auto after = rome.import();
  ASSERT_TRUE(after.ok()) << after.why().text(language::en);
  EXPECT_EQ((*after)->bytes(), (*before)->bytes());
}

TEST(RomeImport, DoesWithoutTheTablesThatNothingRefersTo) {
  const small_rome rome;
  rome.remove("texte");
  rome.remove("referentiel_code_rome_riasec");
  rome.remove("referentiel_appellation");
  rome.remove_file("version.txt");
  const auto imported = rome.import();
  ASSERT_TRUE(imported.ok()) << imported.why().text(language::en);
  EXPECT_EQ((*imported)->version(), "461");
  EXPECT_EQ((*imported)->counts().appellations, 0U);
  EXPECT_EQ((*imported)->job(0).definition, "");
}

TEST(RomeImport, NamesTheTableThatIsMissing) {
  for (const char* table : {"referentiel_code_rome", "cr_gd_dp", "referentiel_competence", "referentiel_savoir",
                            "referentiel_contexte_travail", "coherence_item", "rubrique_mobilite"}) {
    const small_rome rome;
    rome.remove(table);
    const auto imported = rome.import();
    ASSERT_FALSE(imported.ok()) << table;
    EXPECT_EQ(imported.why().what.code(), "rome.missing_table");
    EXPECT_EQ(imported.why().what.arguments(), (std::vector<std::string>{table, "461"}));
    EXPECT_EQ(imported.why().where.source, rome.string());
  }
}

TEST(RomeImport, RefusesTwoVersionsInOneDirectory) {
  const small_rome rome;
  rome.write("unix_texte_v460_utf8.csv", "code_rome\n");
  EXPECT_EQ(rome.import().why().what.code(), "rome.two_versions");
}

TEST(RomeImport, ReadsTheVersionInLatin1AndRefusesAFileWithoutOne) {
  const small_rome rome;
  rome.write("version.txt", "Publi\xE9 en septembre\r\nNum\xE9ro de version :  77 \r\n");
  EXPECT_EQ((*rome.import())->version(), "77");
  rome.write("version.txt", "Version du jour\n");
  EXPECT_EQ(rome.import().why().what.code(), "rome.version");
}

TEST(RomeImport, SaysThatADirectoryIsNotThereOrHoldsNoTable) {
  const test::scratch_directory scratch;
  EXPECT_EQ(import_rome((scratch / "absent").string(), context{}).why().kind, failure::not_found);
  EXPECT_EQ(import_rome(scratch.string(), context{}).why().what.code(), "rome.no_table");
}

TEST(RomeImport, RefusesFaultsOfJobsWithTheirPlace) {
  {
    const small_rome rome;
    rome.append("referentiel_code_rome", "\"A1001\",\"14\",\"Autre\"\n");
    expect_fault(rome, {"rome.duplicate", "referentiel_code_rome_v461_utf8.csv", 5, 1});
  }
  {
    const small_rome rome;
    rome.append("referentiel_code_rome", "\"a1003\",\"14\",\"Autre\"\n");
    expect_fault(rome, {"rome.job_code", "referentiel_code_rome_v461_utf8.csv", 5, 1});
  }
  {
    const small_rome rome;
    rome.append("referentiel_code_rome", "\"A1003\",\"14\",\" \"\n");
    expect_fault(rome, {"rome.empty", "referentiel_code_rome_v461_utf8.csv", 5, 14});
  }
  {
    const small_rome rome;
    rome.append("referentiel_code_rome", "\"A1003\",\"14\",\"Sans domaine\"\n");
    expect_fault(rome, {"rome.no_domain", "cr_gd_dp_v461_utf8.csv", 0, 0});
  }
  {
    const small_rome rome;
    rome.change("referentiel_code_rome_riasec", "\"R\",\"\"", "\"R\",\"X\"");
    expect_fault(rome, {"rome.value", "referentiel_code_rome_riasec_v461_utf8.csv", 2, 13});
  }
  {
    const small_rome rome;
    rome.append("referentiel_appellation", "\"503\",\"Métier d'ailleurs\",\"Z9999\"\n");
    expect_fault(rome, {"rome.unknown_job", "referentiel_appellation_v461_utf8.csv", 4, 27});
  }
  {
    const small_rome rome;
    rome.append("texte", "\"A1001\",\"definition\",\"1\",\"Encore\"\n");
    expect_fault(rome, {"rome.duplicate", "texte_v461_utf8.csv", 5, 22});
  }
}

TEST(RomeImport, RefusesFaultsOfCompetencesWithTheirPlace) {
  {
    const small_rome rome;
    rome.append("referentiel_savoir", "\"101\",\"Écologie\",\"x\",\"y\"\n");
    expect_fault(rome, {"rome.code_reused", "referentiel_savoir_v461_utf8.csv", 3, 1});
  }
  {
    const small_rome rome;
    rome.append("referentiel_contexte_travail", "\"401\",\"x\",\"y\"\n");
    expect_fault(rome, {"rome.code_reused", "referentiel_contexte_travail_v461_utf8.csv", 3, 1});
  }
  {
    const small_rome rome;
    rome.change("referentiel_competence", "\"\",\"201\"", "\"\",\"999\"");
    expect_fault(rome, {"rome.unknown_macro", "referentiel_competence_v461_utf8.csv", 2, 44});
  }
  {
    const small_rome rome;  // an item is not a macro-competence
    rome.change("referentiel_competence", "\"\",\"201\"", "\"\",\"102\"");
    expect_fault(rome, {"rome.unknown_macro", "referentiel_competence_v461_utf8.csv", 2, 44});
  }
  {
    const small_rome rome;
    rome.change("referentiel_competence", "\"Compétence\",\"Mettre", "\"Autre\",\"Mettre");
    expect_fault(rome, {"rome.value", "referentiel_competence_v461_utf8.csv", 3, 7});
  }
  {
    const small_rome rome;
    rome.append("referentiel_savoir", "\"4x\",\"Écologie\",\"x\",\"y\"\n");
    expect_fault(rome, {"rome.item_code", "referentiel_savoir_v461_utf8.csv", 3, 1});
  }
}

TEST(RomeImport, RefusesFaultsOfLinksWithTheirPlace) {
  {
    const small_rome rome;
    rome.append("coherence_item", "\"Z9999\",\"101\",\"\"\n");
    expect_fault(rome, {"rome.unknown_job", "coherence_item_v461_utf8.csv", 7, 1});
  }
  {
    const small_rome rome;
    rome.append("coherence_item", "\"A1001\",\"777\",\"\"\n");
    expect_fault(rome, {"rome.unknown_item", "coherence_item_v461_utf8.csv", 7, 9});
  }
  {
    const small_rome rome;
    rome.append("coherence_item", "\"A1001\",\"101\",\"\"\n");
    expect_fault(rome, {"rome.duplicate", "coherence_item_v461_utf8.csv", 7, 9});
  }
  {
    const small_rome rome;
    rome.append("coherence_item", "\"A1002\",\"101\",\"Secondaire\"\n");
    expect_fault(rome, {"rome.value", "coherence_item_v461_utf8.csv", 7, 15});
  }
  {
    const small_rome rome;
    rome.append("coherence_item", "\"A1002\",\"101\"\n");
    expect_fault(rome, {"csv.width", "coherence_item_v461_utf8.csv", 7, 1});
  }
}

TEST(RomeImport, RefusesFaultsOfMobilitiesWithTheirPlace) {
  const std::vector<std::pair<std::string, fault>> lines{
      {"\"A1002\",\"A1002\",\"1\"\n", {"rome.self_mobility", "rubrique_mobilite_v461_utf8.csv", 4, 9}},
      {"\"A1002\",\"Z9999\",\"1\"\n", {"rome.unknown_job", "rubrique_mobilite_v461_utf8.csv", 4, 9}},
      {"\"A1001\",\"A1002\",\"3\"\n", {"rome.duplicate", "rubrique_mobilite_v461_utf8.csv", 4, 9}},
      {"\"A1002\",\"A1001\",\"0\"\n", {"rome.order", "rubrique_mobilite_v461_utf8.csv", 4, 17}},
      {"\"A1002\",\"A1001\",\"1.5\"\n", {"rome.order", "rubrique_mobilite_v461_utf8.csv", 4, 17}},
  };
  for (const auto& [line, expected] : lines) {
    const small_rome rome;
    rome.append("rubrique_mobilite", line);
    expect_fault(rome, expected);
  }
}

TEST(RomeImport, NamesAMissingColumn) {
  const small_rome rome;
  rome.change("coherence_item", "coeur_metier", "coeur");
  const auto imported = rome.import();
  ASSERT_FALSE(imported.ok());
  EXPECT_EQ(imported.why().what.code(), "csv.missing_column");
  EXPECT_EQ(imported.why().what.arguments().at(0), "coeur_metier");
}

TEST(RomeImport, RefusesATableThatIsNotUtf8) {
  const small_rome rome;
  rome.append("referentiel_savoir", "\"402\",\"G\xE9ologie\",\"x\",\"y\"\n");
  expect_fault(rome, {"csv.utf8", "referentiel_savoir_v461_utf8.csv", 3, 9});
}

TEST(RomeImport, TellsItsProgressByBytesAndStopsWhenAsked) {
  const small_rome rome;
  std::uint64_t last = 0;
  std::uint64_t whole = 0;
  std::size_t reports = 0;
  const context watched{language::fr,
                        {},
                        progress_sink(
                            [&](std::uint64_t done, std::uint64_t total) {
                              EXPECT_LE(last, done);
                              EXPECT_LE(done, total);
                              last = done;
                              whole = total;
                              ++reports;
                              return true;
                            },
                            nullptr)};
  ASSERT_TRUE(import_rome(rome.string(), watched).ok());
  EXPECT_EQ(last, whole);
  ASSERT_GT(reports, 4U);
  for (std::size_t stop = 1; stop <= reports; ++stop) {
    std::size_t seen = 0;
    const context stopped{
        language::fr, {}, progress_sink([&](std::uint64_t, std::uint64_t) { return ++seen < stop; }, nullptr)};
    const auto imported = import_rome(rome.string(), stopped);
    ASSERT_FALSE(imported.ok());
    EXPECT_EQ(imported.why().kind, failure::cancelled);
  }
}

TEST(FrameworkImport, DetectsWhatItIsGiven) {
  const small_rome rome;
  const auto imported = import_framework(rome.string(), context{});
  ASSERT_TRUE(imported.ok());
  const test::scratch_directory scratch;
  const auto compiled = import_framework(scratch.write("rome.bin", (*imported)->bytes()), context{});
  ASSERT_TRUE(compiled.ok());
  EXPECT_EQ((*compiled)->bytes(), (*imported)->bytes());
  EXPECT_EQ(import_framework(scratch.write("x.json", "{}"), context{}).why().what.code(), "framework.unknown_kind");
  EXPECT_EQ(import_framework((scratch / "absent").string(), context{}).why().kind, failure::not_found);
}

}  // namespace
}  // namespace activateur
