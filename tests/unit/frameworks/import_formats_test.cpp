// Each format in a small form of its own, with its faults and their places.
#include <gtest/gtest.h>
#include <zlib.h>

#include "frameworks/export.hpp"
#include "imports.hpp"
#include "small_drafts.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

using test::codes_of;
using test::read;
using test::scratch_directory;
using test::taken;

TEST(ImportJournal, TellsAllFaultsAndTakesNothing) {
  const test::small_rome rome;
  rome.append("coherence_item",
              "\"A1001\",\"777\",\"\"\n\"A1002\",\"777\",\"\"\n\"A1002\",\"101\"\n\"A1002\",\"102\",\"Moyen\"\n");
  const imported out = read(rome.string());
  EXPECT_EQ(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "rome-4-csv");
  // What refers to nothing is said once.
  EXPECT_EQ(codes_of(out.report), (std::vector<std::string>{"rome.unknown_item", "csv.width", "rome.value"}));
  EXPECT_EQ(out.report.problems[2].why.where.line, 10);
}

TEST(ImportJournal, TakesWhatIsRightWhenAsked) {
  const test::small_rome rome;
  rome.append("referentiel_code_rome", "\"9999\",\"14\",\"Sans code\"\n");
  rome.append("referentiel_competence",
              "\"103\",\"Compétence\",\"Orpheline\",\"\",\"999\",\"\",\"Savoir-faire\",\"\"\n");
  rome.append("coherence_item", "\"A1002\",\"103\",\"\"\n\"A1002\",\"101\",\"\"\n");
  import_options options;
  options.leave_out_faults = true;
  const imported out = read(rome.string(), options);
  EXPECT_EQ(codes_of(out.report),
            (std::vector<std::string>{"rome.job_code", "rome.unknown_macro", "rome.unknown_item"}));
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->counts().jobs, 3U);
  EXPECT_EQ(out.framework->counts().links, 5U);
  EXPECT_FALSE(out.framework->find_competence("103").has_value());
}

TEST(ImportJournal, LeavesOutWhatRefersToALineThatWasLeftOut) {
  const test::small_rome rome;
  rome.append("referentiel_competence",
              "\"103\",\"Compétence\",\"Coudre\",\"\",\"201\",\"\",\"Savoir\",\"Technique\"\n");
  rome.append("referentiel_savoir", "\"402\",\"\",\"x\",\"y\"\n");
  rome.append("referentiel_contexte_travail", "\"602\",\"\",\"x\"\n");
  rome.append("coherence_item", "\"A1002\",\"103\",\"\"\n\"A1002\",\"402\",\"\"\n\"A1002\",\"602\",\"\"\n");
  import_options options;
  options.leave_out_faults = true;
  const imported out = read(rome.string(), options);
  EXPECT_EQ(codes_of(out.report),
            (std::vector<std::string>{"rome.value", "rome.empty", "rome.empty", "rome.unknown_item",
                                      "rome.unknown_item", "rome.unknown_item"}));
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->counts().links, 4U);
}

TEST(ImportJournal, GoesOnAfterAQuoteThatIsWrong) {
  const test::small_rome rome;
  rome.append("referentiel_savoir", "402,Bo\"is,x,y\n403,\"Fer\"x,x,y\n\"404\",\"Verre\",\"x\",\"y\"\n");
  import_options options;
  options.leave_out_faults = true;
  const imported out = read(rome.string(), options);
  EXPECT_EQ(codes_of(out.report), (std::vector<std::string>{"csv.stray_quote", "csv.after_quote"}));
  ASSERT_NE(out.framework, nullptr);
  EXPECT_TRUE(out.framework->find_competence("404").has_value());
}

void write_esco(const scratch_directory& d) {
  d.write("skills_en.csv",
          "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description\n"
          "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-1,skill/competence,transversal,prune trees,"
          "\"cut branches\nprune trees\",,released,To prune.\n"
          "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-2,knowledge,sector-specific,botany,,,obsolete,\n"
          "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-3,skill/competence,cross-sector,be "
          "patient,,,released,\n");
  d.write(
      "skills_fr.csv",
      "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description\n"
      "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-1,skill/"
      "competence,transversal,tailler,élaguer,,released,\n"
      "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-2,knowledge,sector-specific,botanique,,,released,\n"
      "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-3,skill/competence,cross-sector,être "
      "patient,,,released,\n");
  d.write("skillGroups_en.csv",
          "conceptType,conceptUri,preferredLabel,status,code\n"
          "SkillGroup,http://data.europa.eu/esco/skill/A1,attitudes,released,A1\n");
  d.write("occupations_en.csv",
          "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code\n"
          "Occupation,http://data.europa.eu/esco/occupation/o-1,6113,gardener,,released,Gardens.,6113.1\n");
  d.write("ISCOGroups_en.csv",
          "conceptType,conceptUri,code,preferredLabel\n"
          "ISCOGroup,http://data.europa.eu/esco/isco/C6113,6113,Gardeners\n");
  d.write("skillsHierarchy_en.csv",
          "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 0 code,Level 1 code\n"
          "http://data.europa.eu/esco/skill/A,attitudes and values,http://data.europa.eu/esco/skill/A1,attitudes,A,A1\n"
          "http://data.europa.eu/esco/skill/A,attitudes and values,,,A\n");
  d.write(
      "broaderRelationsSkillPillar.csv",
      "conceptType,conceptUri,broaderType,broaderUri\n"
      "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s-3,SkillGroup,http://data.europa.eu/esco/skill/A1\n");
  d.write("occupationSkillRelations.csv",
          "occupationUri,relationType,skillType,skillUri\n"
          "http://data.europa.eu/esco/occupation/o-1,essential,skill/competence,http://data.europa.eu/esco/skill/s-1\n"
          "http://data.europa.eu/esco/occupation/o-1,optional,knowledge,http://data.europa.eu/esco/skill/s-2\n");
  d.write("skillSkillRelations.csv",
          "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n"
          "http://data.europa.eu/esco/skill/s-1,skill/competence,essential,knowledge,http://data.europa.eu/esco/skill/"
          "s-2\n");
}

TEST(EscoImport, ReadsItsTablesInTheLanguageAskedFor) {
  const scratch_directory d;
  write_esco(d);
  import_options options;
  options.language = "en";
  const imported out = read(d.string(), options);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "esco-csv");
  const framework& f = *out.framework;
  EXPECT_EQ(f.language(), "en");
  const competence_view pruning = f.competence(*f.find_competence("s-1"));
  EXPECT_EQ(pruning.label, "prune trees");
  EXPECT_EQ(pruning.uri, "http://data.europa.eu/esco/skill/s-1");
  EXPECT_TRUE(pruning.transversal);
  const auto labels = f.labels_of_competence(pruning.index);
  ASSERT_EQ(labels.size(), 3U);
  EXPECT_EQ(labels[0].text, "cut branches");
  EXPECT_EQ(labels[1].text, "tailler");
  EXPECT_EQ(labels[1].language, "fr");
  EXPECT_EQ(f.competence(*f.find_competence("s-2")).kind, competence_kind::knowledge);
  EXPECT_TRUE(f.competence(*f.find_competence("s-2")).withdrawn);
  EXPECT_EQ(f.competence(*f.find_competence("s-3")).kind, competence_kind::soft_skill);
  const job_view job = f.job(*f.find_job("o-1"));
  EXPECT_EQ(job.domain, "C6113");
  EXPECT_EQ(job.domain_label, "Gardeners");
  const auto links = f.links_of(job.index);
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].importance, link_importance::core);
  EXPECT_EQ(links[1].importance, link_importance::ordinary);
  ASSERT_EQ(f.mappings_of_competence(pruning.index).size(), 1U);
  EXPECT_EQ(f.mappings_of_competence(pruning.index)[0].relation, mapping_relation::related);
}

TEST(EscoImport, RefusesAReferenceToNothingWhenAllTablesAreThere) {
  const scratch_directory d;
  write_esco(d);
  d.write("occupationSkillRelations.csv",
          "occupationUri,relationType,skillType,skillUri\n"
          "http://data.europa.eu/esco/occupation/o-1,essential,knowledge,http://data.europa.eu/esco/skill/s-9\n");
  import_options options;
  options.language = "en";
  const imported out = read(d.string(), options);
  EXPECT_EQ(out.framework, nullptr);
  ASSERT_EQ(codes_of(out.report), (std::vector<std::string>{"import.unknown_code"}));
  EXPECT_EQ(out.report.problems[0].why.where.line, 2);
  EXPECT_EQ(out.report.problems[0].why.where.column, 63);
}

TEST(RncpImport, ReadsTheExports) {
  const scratch_directory d;
  d.write("export_fiches_CSV_Standard_2026_11_01.csv",
          "Id_Fiche;Numero_Fiche;Intitule;Nomenclature_Europe_Niveau;Date_Fin_Enregistrement;Actif\n"
          "1;RNCP35185;\"Jardinier; paysagiste\";NIV4;31/12/2028;ACTIVE\n"
          "2;RNCP100;Jardinier;NIV3;01/01/2020;INACTIVE\n");
  d.write(
      "export_fiches_CSV_Blocs_De_Compétences_2026_11_01.csv",
      "Numero_Fiche;Bloc_Competences_Code;Bloc_Competences_Libelle\nRNCP35185;RNCP35185BC01;Entretenir un jardin\n");
  d.write("export_fiches_CSV_Rome_2026_11_01.csv",
          "Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle\nRNCP35185;A1203;Jardins\n");
  d.write("export_fiches_CSV_Nsf_2026_11_01.csv", "Numero_Fiche;Nsf_Code;Nsf_Intitule\nRNCP35185;214;Aménagement\n");
  d.write("export_fiches_CSV_Ancienne_Nouvelle_Certification_2026_11_01.csv",
          "Numero_Fiche;Ancienne_Certification;Nouvelle_Certification\nRNCP35185;RNCP100;\n");
  const imported out = taken(d.string());
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "rncp-csv");
  const framework& f = *out.framework;
  EXPECT_EQ(f.counts().qualifications, 2U);
  EXPECT_EQ(f.counts().blocks, 1U);
  const job_view j = f.job(*f.find_job("RNCP35185"));
  EXPECT_EQ(j.label, "Jardinier; paysagiste");
  EXPECT_EQ(j.domain, "214");
  EXPECT_FALSE(j.withdrawn);
  const auto attributes = f.attributes_of_job(j.index);
  ASSERT_EQ(attributes.size(), 2U);
  EXPECT_EQ(attributes[0].value, "4");
  EXPECT_EQ(attributes[1].name, "valid_until");
  EXPECT_EQ(attributes[1].value, "2028-12-31");
  ASSERT_EQ(f.links_of(j.index).size(), 1U);
  EXPECT_EQ(f.links_of(j.index)[0].importance, link_importance::core);
  EXPECT_EQ(f.jobs_mapped_to("rome", "A1203"), (std::vector<std::uint32_t>{j.index}));
  const auto old = f.mappings_of_job(*f.find_job("RNCP100"));
  ASSERT_EQ(old.size(), 1U);
  EXPECT_EQ(old[0].relation, mapping_relation::replaced_by);
  EXPECT_EQ(old[0].code, "RNCP35185");
}

TEST(GridImport, MakesAQualificationThatAsksForItsDomains) {
  const scratch_directory d;
  const std::string grid = R"({"schema": "activateur/grid/1", "id": "grille", "title": "Grille d'essai", "domains": [
    {"code": "1", "label": "Communiquer", "sub_domains": [
      {"code": "1.1", "label": "Écouter", "criteria": [
        {"code": "1.1.1", "label": "Reformule une consigne", "observables": ["Redit l'essentiel"]},
        {"code": "1.1.1", "label": "Encore"}]}]},
    {"code": "2", "sub_domains": []}]})";
  const std::string path = d.write("grille.json", grid);
  const imported refused = read(path);
  EXPECT_EQ(refused.framework, nullptr);
  ASSERT_EQ(codes_of(refused.report), (std::vector<std::string>{"import.duplicate", "import.empty"}));
  EXPECT_EQ(refused.report.problems[0].why.where.pointer, "/domains/0/sub_domains/0/criteria/1");
  import_options options;
  options.leave_out_faults = true;
  const imported out = read(path, options);
  ASSERT_NE(out.framework, nullptr);
  const framework& f = *out.framework;
  EXPECT_EQ(f.counts().competences, 3U);
  EXPECT_EQ(f.counts().qualifications, 1U);
  EXPECT_EQ(f.links_of(0).size(), 1U);
  EXPECT_EQ(f.items_of(*f.find_competence("1.1")).size(), 1U);
}

TEST(SheetImport, KnowsItsHeadingsInFrenchAndReadsWindows1252) {
  const scratch_directory d;
  // "Métier;Code ROME;Compétence;Obligatoire;Niveau" in Windows-1252.
  const std::string path = d.write("postes.csv",
                                   "M\xE9tier;Code ROME;Comp\xE9tence;Obligatoire;Niveau\r\n"
                                   "Jardinier;A1203 - Jardins;Tailler | Arroser;oui;2\r\n"
                                   ";;;;\r\n"
                                   "Jardinier;A1203;\xC9tiqueter;non;\r\n");
  const imported out = taken(path);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "sheet");
  const framework& f = *out.framework;
  EXPECT_EQ(f.id(), "postes");
  EXPECT_EQ(f.counts().competences, 3U);
  EXPECT_EQ(f.counts().core_links, 2U);
  EXPECT_EQ(f.competence(*f.find_competence("etiqueter")).label, "Étiqueter");
  EXPECT_EQ(f.jobs_mapped_to("rome", "A1203").size(), 1U);
}

TEST(SheetImport, MakesCodesOfWholeLetters) {
  const scratch_directory d;
  std::string label;
  for (int i = 0; i < 60; ++i) label += i % 2 == 0 ? "\xD0\xB6" : "\xD0\xB7";  // 120 bytes of two each
  const imported out = taken(d.write("c.csv", "competence\n" + label + "\nx" + label + "\n"));
  ASSERT_NE(out.framework, nullptr);
  // 79 bytes of the label, or 78 where the 79th begins no letter, a dash and 16 digits.
  EXPECT_EQ(out.framework->competence(0).code.size() + out.framework->competence(1).code.size(), 96U + 95U);
}

TEST(SheetImport, TellsLongCompetencesApartWhereverTheyDiffer) {
  const scratch_directory d;
  const std::string long_one =
      "Conduire avec toute l'équipe la préparation des commandes de la journée et du lendemain";
  const imported out = taken(d.write("c.csv", "competence\n" + long_one + " en chambre froide\n" + long_one +
                                                  " en rayon sec\n" + long_one + " EN RAYON SEC\n"));
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->counts().competences, 2U);
}

TEST(SheetImport, LosesNoColumnThatSaysWhatAnotherSays) {
  const scratch_directory d;
  const imported out = read(d.write("c.csv", "Nom;Compétence\nAtelier;Souder\n"));
  EXPECT_EQ(out.framework, nullptr);
  ASSERT_EQ(codes_of(out.report), (std::vector<std::string>{"sheet.two_columns"}));
  const std::string said = out.report.problems[0].why.text(language::fr);
  EXPECT_NE(said.find("Les colonnes « Nom » et « Compétence » disent toutes deux « competence »."), std::string::npos)
      << said;
}

TEST(SheetImport, ReadsBackWhatItsExportKeepsFromBeingComputed) {
  const scratch_directory d;
  const imported first = taken(d.write("c.csv", "code;compétence\nA;=1+1\nB;\"deux;@trois\"\nC;l'accueil\n"));
  ASSERT_NE(first.framework, nullptr);
  const std::string sheet = sheet_of(*first.framework);
  EXPECT_NE(sheet.find("A,'=1+1,"), std::string::npos) << sheet;
  EXPECT_NE(sheet.find("\"deux;'@trois\""), std::string::npos) << sheet;
  EXPECT_NE(sheet.find("C,l'accueil,"), std::string::npos) << sheet;
  const imported again = taken(d.write("again.csv", sheet));
  ASSERT_NE(again.framework, nullptr);
  for (const char* code : {"A", "B", "C"})
    EXPECT_EQ(again.framework->competence(*again.framework->find_competence(code)).label,
              first.framework->competence(*first.framework->find_competence(code)).label);
}

TEST(SheetImport, OneCodeIsOneJob) {
  const scratch_directory d;
  const imported out = read(d.write("c.csv", "code poste;poste;compétence\nP1;Soudeuse;Souder\nP1;Peintre;Peindre\n"));
  EXPECT_EQ(out.framework, nullptr);
  EXPECT_EQ(codes_of(out.report), (std::vector<std::string>{"sheet.two_labels"}));
}

TEST(SheetImport, TellsWhatASpreadsheetDamaged) {
  const scratch_directory d;
  const std::string path = d.write("c.csv",
                                   "\xEF\xBB\xBF"
                                   "Code,Intitulé,Code ROME\n"
                                   "\"1,2E+13\",Souder,\n"
                                   "B2,Percer,métallerie\n"
                                   "B3,,\n"
                                   "B4,Limer,H2913\n"
                                   "B4,Polir,\n");
  const imported out = read(path);
  EXPECT_EQ(out.framework, nullptr);
  EXPECT_EQ(codes_of(out.report),
            (std::vector<std::string>{"sheet.number", "sheet.rome", "sheet.nothing", "sheet.two_labels"}));
  EXPECT_EQ(out.report.problems[1].why.where.line, 3);
  EXPECT_EQ(out.report.problems[1].why.where.column, 11);
}

TEST(SheetImport, TakesAMappingOfItsColumns) {
  const scratch_directory d;
  const std::string path = d.write("x.csv", "Réf;Quoi\nA;Souder\n");
  import_options options;
  options.columns =
      R"({"schema": "activateur/columns/1", "separator": ";", "columns": {"code": "Réf", "competence": "Quoi"}})";
  const imported out = read(path, options);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->competence(*out.framework->find_competence("A")).label, "Souder");
  options.columns = R"({"schema": "activateur/columns/1", "columns": {"nothing": "Réf"}})";
  EXPECT_EQ(codes_of(read(path, options).report), (std::vector<std::string>{"sheet.columns"}));
  options.columns = R"({"schema": "activateur/columns/1", "columns": {"code": "Absent"}})";
  EXPECT_EQ(codes_of(read(path, options).report), (std::vector<std::string>{"csv.missing_column"}));
}

TEST(JobDescriptionImport, TakesTheTitleAndEachBullet) {
  const scratch_directory d;
  const std::string path =
      d.write("poste.txt", "Jardinier municipal\nEntretient le parc.\n\n- Tailler les haies\n• Arroser\n-\n");
  const imported refused = read(path);
  ASSERT_EQ(codes_of(refused.report), (std::vector<std::string>{"job_description.empty"}));
  EXPECT_EQ(refused.report.problems[0].why.where.line, 6);
  import_options options;
  options.leave_out_faults = true;
  const imported out = read(path, options);
  ASSERT_NE(out.framework, nullptr);
  const job_view j = out.framework->job(*out.framework->find_job("poste"));
  EXPECT_EQ(j.kind, target_kind::vacancy);
  EXPECT_EQ(j.label, "Jardinier municipal");
  EXPECT_EQ(j.definition, "Entretient le parc.");
  EXPECT_EQ(out.framework->links_of(j.index).size(), 2U);
  EXPECT_TRUE(out.framework->find_competence("tailler-les-haies").has_value());
}

TEST(RomeApiImport, TakesTheLabelFromWhicheverAnswerHasIt) {
  const scratch_directory d;
  d.write("a.json", R"([{"code": "A1203", "libelle": "Jardinier", "competencesMobilisees": [
    {"type": "COMPETENCE-DETAILLEE", "code": "101"}]}])");
  d.write("b.json", R"([{"type": "COMPETENCE-DETAILLEE", "code": "101", "libelle": "Tailler"}])");
  const imported out = taken(d.string());
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->competence(*out.framework->find_competence("101")).label, "Tailler");
}

TEST(CaseImport, KeepsItsOwnAssociationsUnderTheNameItIsGiven) {
  const scratch_directory d;
  const std::string path = d.write("p.json", R"({"CFDocument": {"identifier": "d0000000-1", "title": "T"},
    "CFItems": [{"identifier": "a", "fullStatement": "A"}, {"identifier": "b", "fullStatement": "B"}],
    "CFAssociations": [{"identifier": "x", "associationType": "exactMatchOf",
      "originNodeURI": {"identifier": "a"}, "destinationNodeURI": {"identifier": "b"}}]})");
  import_options options;
  options.id = "branche";
  const imported out = read(path, options);
  ASSERT_NE(out.framework, nullptr) << codes_of(out.report).size();
  const auto mapped = out.framework->mappings_of_competence(*out.framework->find_competence("a"));
  ASSERT_EQ(mapped.size(), 1U);
  EXPECT_EQ(mapped[0].framework, "branche");
}

TEST(RomeApiImport, KnowsSavedAnswersByTheirMembers) {
  const scratch_directory d;
  d.write("a.json", R"([{"code": "A1203", "libelle": "Jardinier", "riasecMajeur": "R", "definition": "Jardine.",
    "domaineProfessionnel": {"code": "A12", "libelle": "Espaces verts"},
    "appellations": [{"code": "501", "libelle": "Rosiériste"}],
    "competencesMobilisees": [{"type": "SAVOIR", "code": "401", "libelle": "Botanique"},
                              {"type": "COMPETENCE-DETAILLEE", "code": "101", "libelle": "Tailler"}],
    "competencesMobiliseesPrincipales": [{"type": "COMPETENCE-DETAILLEE", "code": "101", "libelle": "Tailler"}],
    "contextesTravail": [{"code": "601", "libelle": "En extérieur", "categorie": "CONDITIONS_TRAVAIL"}]}])");
  d.write("b.json", R"([{"type": "COMPETENCE-DETAILLEE", "code": "101", "libelle": "Tailler",
    "competenceEsco": {"uri": "http://data.europa.eu/esco/skill/s-1", "libelle": "prune"},
    "macroCompetence": {"type": "MACRO-SAVOIR-FAIRE", "code": "201", "libelle": "Entretenir", "codeArborescence": "3B201"}}])");
  d.write("c.json", R"({"version": "61", "lastModifiedDate": "2026-01-01"})");
  const imported out = taken(d.string());
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.report.format, "rome-4-json");
  const framework& f = *out.framework;
  EXPECT_EQ(f.version(), "61");
  EXPECT_EQ(f.counts().competences, 3U);
  EXPECT_EQ(f.counts().core_links, 1U);
  EXPECT_EQ(f.counts().links, 2U);
  const competence_view c = f.competence(*f.find_competence("101"));
  EXPECT_EQ(c.hierarchy, "3B201");
  EXPECT_EQ(f.competence(c.macro).code, "201");
  EXPECT_EQ(f.competences_mapped_to("esco", "s-1").size(), 1U);
  EXPECT_EQ(f.conditions_of(0).size(), 1U);
}

TEST(FrameworkImport, ReadsCompressedTablesWithinTheirBounds) {
  const scratch_directory d;
  write_esco(d);
  const std::string plain = test::slurp(d / "skills_en.csv");
  std::filesystem::remove(d / "skills_en.csv");
  const std::string path = (d / "skills_en.csv.gz").string();
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, plain.data(), static_cast<unsigned>(plain.size()));
  gzclose(file);
  import_options options;
  options.language = "en";
  ASSERT_NE(read(d.string(), options).framework, nullptr);
  const std::string whole = test::slurp(path);
  d.write("skills_en.csv.gz", whole.substr(0, whole.size() / 2));
  EXPECT_EQ(codes_of(read(d.string(), options).report), (std::vector<std::string>{"gzip.damaged"}));
}

TEST(FrameworkImport, SaysAllThatItFoundInADocument) {
  const scratch_directory d;
  const json document = import_document(read(d.write("c.csv", "code,competence,kind\nA,Souder,métal\n")), nullptr);
  EXPECT_EQ(document["schema"], "activateur/import/1");
  EXPECT_EQ(document["taken"], false);
  EXPECT_EQ(document["problems"][0]["code"], "import.value");
  EXPECT_EQ(document["problems"][0]["where"]["line"], 2);
  EXPECT_EQ(document["problems"][0]["where"]["column"], 10);
  test::expect_schema(document, "import");
}

TEST(FrameworkImport, SaysWhatChangedSinceAnEarlierVersion) {
  const scratch_directory d;
  const imported before = read(d.write("a.csv", "code,competence\nA,Souder\nB,Percer\n"));
  const imported after = read(d.write("b.csv", "code,competence\nA,Braser\nC,Visser\n"));
  const json document = import_document(after, before.framework.get());
  test::expect_schema(document, "import");
  EXPECT_EQ(document["changes"]["counts"]["competences"],
            (json{{"added", 1}, {"removed", 1}, {"withdrawn", 0}, {"relabelled", 1}, {"moved", 0}, {"reworked", 0}}));
}

}  // namespace
}  // namespace activateur
