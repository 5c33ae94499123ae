#include "small_drafts.hpp"
#include "small_rome.hpp"
#include "small_rome3.hpp"

namespace activateur {
namespace {

using test::codes_of;
using test::read;
using test::small_rome3;
using test::taken;

TEST(Rome3Import, ReadsItsTables) {
  const small_rome3 rome;
  const imported out = taken(rome.string());
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "rome-3-csv");
  EXPECT_TRUE(out.report.notes.empty());
  const framework& f = *out.framework;
  EXPECT_EQ(f.id(), "rome");
  EXPECT_EQ(f.version(), "3.46");
  const framework_counts n = f.counts();
  EXPECT_EQ(n.jobs, 3U);
  EXPECT_EQ(n.competences, 4U);
  EXPECT_EQ(n.know_how, 2U);
  EXPECT_EQ(n.knowledge, 2U);
  EXPECT_EQ(n.links, 5U);
  EXPECT_EQ(n.core_links, 3U);  // what is basic: 101, 201, 202 of A1002
  EXPECT_EQ(n.conditions, 1U);
  EXPECT_EQ(n.appellations, 1U);

  const job_view job = f.job(*f.find_job("A1001"));
  EXPECT_EQ(job.label, "Entretien d'espaces verts");
  EXPECT_EQ(job.definition, "Entretient les jardins.\nPeut diriger l'équipe.");
  EXPECT_EQ(job.domain, "A10");
  EXPECT_EQ(job.domain_label, "Espaces d'essai");
  EXPECT_EQ(job.riasec, "RC");
  EXPECT_EQ(f.appellations_of(job.index), (std::vector<std::string_view>{"Jardinier / Jardinière d'essai"}));
  ASSERT_EQ(f.conditions_of(job.index).size(), 1U);
  EXPECT_EQ(f.conditions_of(job.index)[0].label, "Mairie d'essai");
  ASSERT_EQ(f.attributes_of_job(job.index).size(), 1U);
  EXPECT_EQ(f.attributes_of_job(job.index)[0].value, "Métiers de l'air");
  // Near first, each job once, and none to itself.
  const auto moves = f.mobilities_of(job.index);
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(f.job(moves[0].job).code, "A1002");
  EXPECT_EQ(f.job(moves[1].job).code, "B2001");
  EXPECT_TRUE(f.job(*f.find_job("B2001")).withdrawn);
  EXPECT_FALSE(job.withdrawn);

  const competence_view botany = f.competence(*f.find_competence("101"));
  EXPECT_EQ(botany.label, "Botanique d'essai");
  EXPECT_EQ(botany.kind, competence_kind::knowledge);
  EXPECT_EQ(botany.category, "Plantes");
  EXPECT_EQ(botany.hierarchy, "Vivant");
  const competence_view till = f.competence(*f.find_competence("202"));
  EXPECT_EQ(till.kind, competence_kind::know_how);
  EXPECT_TRUE(till.transversal);
  EXPECT_FALSE(f.competence(*f.find_competence("201")).transversal);
  const auto said = f.attributes_of_competence(*f.find_competence("201"));
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0].value, "ACTIVITE DE BASE ET/OU SPECIFIQUE");
  EXPECT_EQ(said[1].name, "riasec");
  EXPECT_TRUE(f.check().ok());
  test::expect_schema(import_document(out, nullptr), "import");
}

TEST(Rome3Import, StandsBesideRome4AsAnEarlierVersion) {
  const small_rome3 third;
  const test::small_rome fourth;
  framework_set set;
  set.add(taken(third.string()).framework);
  set.add(*fourth.import());
  ASSERT_NE(set.find("rome@3.46"), nullptr);
  EXPECT_EQ(set.find("rome")->version(), "61");
}

TEST(Rome3Import, TakesAnyOrderCaseSeparatorAndWindows1252) {
  const small_rome3 rome;
  rome.replace(
      "referentiel_code_rome",
      "\xEF\xBB\xBFSTATUT;Libelle_Rome;CODE_ROME\r\n1;Entretien;A1001\r\n1;Vente;A1002\r\n1;Reliure;B2001\r\n");
  rome.replace("referentiel_competence", "libelle_competence\tcode_ogr\nG\xE9ologie\t101\nVente\t102\n");
  const imported out = taken(rome.string());
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->job(0).label, "Entretien");
  EXPECT_EQ(out.framework->competence(*out.framework->find_competence("101")).label, "Géologie");
}

TEST(Rome3Import, NamesWhatIsMissing) {
  for (const char* table : {"referentiel_code_rome", "referentiel_competence", "referentiel_activite"}) {
    const small_rome3 rome;
    rome.remove(table);
    const imported out = read(rome.string());
    ASSERT_EQ(codes_of(out.report), (std::vector<std::string>{"rome.missing_table"})) << table;
    EXPECT_EQ(out.report.problems[0].why.what.arguments(), (std::vector<std::string>{table, "346"}));
  }
  const small_rome3 rome;
  rome.remove("liens_rome_referentiels");
  rome.remove("coherence_item");
  EXPECT_EQ(codes_of(read(rome.string()).report), (std::vector<std::string>{"rome.no_links"}));
  const small_rome3 other;
  other.replace("referentiel_activite", "\"code_ogr\",\"libelle\"\n\"201\",\"Tailler\"\n");
  EXPECT_EQ(codes_of(read(other.string()).report), (std::vector<std::string>{"csv.missing_column"}));
}

TEST(Rome3Import, DoesWithoutTheTablesThatNothingNeeds) {
  const small_rome3 rome;
  for (const char* table :
       {"referentiel_appellation", "texte", "rubrique_mobilite", "referentiel_code_rome_riasec",
        "referentiel_activite_riasec", "item_arborescence", "referentiel_env_travail", "liens_rome_referentiels"})
    rome.remove(table);
  const imported out = taken(rome.string());
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->counts().links, 5U);
  EXPECT_EQ(out.framework->counts().core_links, 0U);
  EXPECT_EQ(out.framework->job(*out.framework->find_job("A1001")).domain, "A10");
  // Two tables that are not there, and the line that refers to one of them.
  std::vector<std::string> notes;
  for (const sentence& note : out.report.notes) notes.emplace_back(note.code());
  EXPECT_EQ(notes, (std::vector<std::string>{"import.missing_file", "import.missing_file", "import.left_aside"}));
}

TEST(Rome3Import, TellsFaultsAtTheirPlaceAndOnceACode) {
  const small_rome3 rome;
  rome.append("liens_rome_referentiels",
              "\"A1002\",\"777\",\"6\",\"1\",\"2\",\"8\",\"1\",\"1\"\n"
              "\"A1001\",\"777\",\"6\",\"1\",\"2\",\"8\",\"1\",\"1\"\n");
  rome.append("coherence_item", "\"Z9999\",\"101\"\n\"A101\",\"101\"\n");
  rome.append("texte", "\"A1001\",\"x\",\"1\",\"Texte\",\"definition\"\n");
  rome.append("rubrique_mobilite", "\"A1001\",\"A1002\",\"\",\"\",\"3\",\"Loin\"\n");
  rome.append("referentiel_activite", "\"101\",\"\",\"Déjà pris\",\"\",\"3\",\"\",\"2\",\"\",\"1\"\n");
  const imported out = read(rome.string());
  EXPECT_EQ(out.framework, nullptr);
  EXPECT_EQ(codes_of(out.report),
            (std::vector<std::string>{"rome.position", "rome.value", "rome.code_reused", "rome.unknown_item_3",
                                      "rome.unknown_job", "rome.job_code"}));
  const location where = out.report.problems[3].why.where;
  EXPECT_TRUE(where.source.ends_with("unix_liens_rome_referentiels_v346_utf8.csv"));
  EXPECT_EQ(where.line, 10);
  EXPECT_EQ(where.column, 9);
  import_options options;
  options.leave_out_faults = true;
  const imported rest = read(rome.string(), options);
  ASSERT_NE(rest.framework, nullptr);
  EXPECT_EQ(rest.framework->counts().links, 5U);
}

TEST(Rome3Import, RefusesAFolderThatMixesEditions) {
  const small_rome3 rome;
  const test::scratch_directory d;
  for (const auto& [table, text] : test::small_rome3_tables()) d.write(small_rome3::name(table), text);
  d.write("unix_referentiel_savoir_v460_utf8.csv", "code_ogr_savoir\n");
  EXPECT_EQ(codes_of(read(d.string()).report), (std::vector<std::string>{"rome.two_versions"}));
}

}  // namespace
}  // namespace activateur
