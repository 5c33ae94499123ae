// Grids of certifications: the sheet, and what it has in common with the document.
#include "imports.hpp"
#include "json/json.hpp"
#include "small_drafts.hpp"

namespace activateur {
namespace {

using test::codes_of;
using test::read;
using test::scratch_directory;
using test::taken;

constexpr const char* document = R"({"schema": "activateur/grid/1", "id": "grille", "title": "Grille d'essai",
  "version": "2", "attribution": "Organisme d'essai", "language": "fr", "rncp": "RS9999", "uri": "https://example.org/g",
  "domains": [
    {"code": "1", "label": "Communiquer", "uri": "https://example.org/g/1", "sub_domains": [
      {"code": "1.1", "label": "Écouter", "levels": [{"code": 1, "label": "avec aide"}, "seul"], "criteria": [
        {"code": "1.1.1", "label": "Reformule", "definition": "Redit une consigne, \"à sa façon\"",
         "observables": ["Redit l'essentiel", "Demande ce qui manque"]}]}],
     "criteria": [{"code": "1.a", "label": "Regarde"}]},
    {"code": "2", "label": "Compter"}]})";

constexpr const char* sheet =
    "grid_rank,code,label,parent,definition,uri,levels,observables,version,attribution,language,rncp\n"
    "criterion,1.1.1,Reformule,1.1,\"Redit une consigne, \"\"à sa façon\"\"\",,,Redit l'essentiel|Demande ce qui "
    "manque\n"
    "grid,grille,Grille d'essai,,,https://example.org/g,,,2,Organisme d'essai,fr,RS9999\n"
    "domain,1,Communiquer,,,https://example.org/g/1\n"
    "sub_domain,1.1,Écouter,1,,,\"1: avec aide\nseul\"\n"
    ",,,\n"
    "criterion,1.a,Regarde,1\n"
    "domain,2,Compter\n";

TEST(GridSheetImport, GivesTheVeryFrameworkThatTheDocumentGives) {
  const scratch_directory d;
  const imported from_document = taken(d.write("a.json", document));
  const imported from_sheet = taken(d.write("a.csv", sheet));
  ASSERT_NE(from_document.framework, nullptr);
  ASSERT_NE(from_sheet.framework, nullptr);
  EXPECT_EQ(from_document.report.format, "grid");
  EXPECT_EQ(from_sheet.report.format, "grid-csv");
  EXPECT_EQ(from_sheet.framework->counts().competences, 5U);
  EXPECT_EQ(from_sheet.framework->counts().blocks, 2U);
  EXPECT_EQ(from_sheet.framework->bytes(), from_document.framework->bytes());
  test::expect_schema(import_document(from_sheet, nullptr), "import");
}

TEST(GridSheetImport, ReadsFrenchHeadingsAndRanksAsASpreadsheetSavesThem) {
  const scratch_directory d;
  // Windows-1252, semicolons.
  const imported out = taken(d.write("grille.csv",
                                     "Rang grille;Code;Libell\xE9;Code parent;Niveaux\r\n"
                                     "Grille;g;Grille;;\r\n"
                                     "Domaine;1;Compter;;1: un|2: deux\r\n"
                                     "Sous-domaine;1.1;Ajouter;1;\r\n"
                                     "Crit\xE8re;1.1.1;Pose une addition;1.1;\r\n"));
  ASSERT_NE(out.framework, nullptr);
  const framework& f = *out.framework;
  EXPECT_EQ(f.counts().competences, 3U);
  const auto attributes = f.attributes_of_competence(*f.find_competence("1"));
  ASSERT_EQ(attributes.size(), 2U);
  EXPECT_EQ(attributes[1].value, "2: deux");
}

TEST(GridSheetImport, RefusesWhatDoesNotFitTogetherAtItsPlace) {
  const scratch_directory d;
  const std::string path = d.write("g.csv",
                                   "grid_rank,code,label,parent\n"
                                   "grid,g,Grille\n"
                                   "grid,h,Autre\n"
                                   "domain,1,Un\n"
                                   "domain,2,Deux,1\n"
                                   "sub_domain,1.1,Sous,\n"
                                   "sub_domain,1.2,Sous,1\n"
                                   "sub_domain,1.2,Encore,1\n"
                                   "sub_domain,1.3,Sous,1.2\n"
                                   "criterion,1.3.1,Tombe avec 1.3,1.3\n"
                                   "criterion,1.4.1,Sans rien,1.4\n"
                                   "criterion,1.4.2,Sans rien,1.4\n"
                                   "chapter,3,Trois\n"
                                   "domain,,Quatre\n");
  const imported refused = read(path);
  EXPECT_EQ(refused.framework, nullptr);
  EXPECT_EQ(codes_of(refused.report),
            (std::vector<std::string>{"grid.two_grids", "grid.rank", "import.empty", "import.duplicate", "import.value",
                                      "import.empty", "grid.rank", "import.unknown_code"}));
  EXPECT_EQ(refused.report.problems[6].why.where.line, 9);
  EXPECT_EQ(refused.report.problems[6].why.where.column, 21);
  EXPECT_EQ(refused.report.problems[7].why.where.line, 11);
  import_options options;
  options.leave_out_faults = true;
  const imported out = read(path, options);
  ASSERT_NE(out.framework, nullptr);
  EXPECT_EQ(out.framework->id(), "g");
  EXPECT_EQ(out.framework->counts().competences, 2U);
  EXPECT_TRUE(out.framework->find_competence("1.2").has_value());
}

TEST(GridSheetImport, WantsALineForTheGridAndItsColumns) {
  const scratch_directory d;
  EXPECT_EQ(codes_of(read(d.write("a.csv", "grid_rank,code,label,parent\ndomain,1,Un\n")).report),
            (std::vector<std::string>{"grid.no_grid"}));
  const imported without = read(d.write("b.csv", "grid_rank,code,label\ngrid,g,Grille\n"));
  ASSERT_EQ(codes_of(without.report), (std::vector<std::string>{"csv.missing_column"}));
  EXPECT_EQ(without.report.problems[0].why.what.arguments().at(0), "parent");
}

// RECTEC+ has twelve transversal competences of eight steps each; these are rows of our own.
TEST(GridImport, HoldsTwelveTransversalCompetencesOfEightStepsEach) {
  json grid{{"schema", "activateur/grid/1"},
            {"id", "paliers"},
            {"title", "Compétences transversales d'essai"},
            {"domains", json::array()}};
  std::string rows = "rang_grille;code;libelle;parent;niveaux\ngrille;paliers;Compétences transversales d'essai;;\n";
  for (int c = 1; c <= 12; ++c) {
    const std::string code = "CT" + std::to_string(c);
    json levels = json::array();
    std::string cell;
    for (int step = 1; step <= 8; ++step) {
      const std::string said = "pas " + std::to_string(step) + " de " + code;
      levels.push_back({{"code", step}, {"label", said}});
      cell += (cell.empty() ? "" : "|") + std::to_string(step) + ": " + said;
    }
    grid["domains"].push_back({{"code", code}, {"label", "Compétence " + code}, {"levels", levels}});
    rows += "domaine;" + code + ";Compétence " + code + ";;" + cell + "\n";
  }
  const scratch_directory d;
  const imported out = taken(d.write("paliers.json", write_json(grid)));
  ASSERT_NE(out.framework, nullptr);
  const framework& f = *out.framework;
  EXPECT_EQ(f.counts().blocks, 12U);
  EXPECT_EQ(f.counts().core_links, 12U);
  for (std::uint32_t c = 0; c < 12; ++c) {
    const auto steps = f.attributes_of_competence(c);
    ASSERT_EQ(steps.size(), 8U);
    for (std::size_t s = 0; s < 8; ++s) {
      EXPECT_EQ(steps[s].name, "level");
      EXPECT_EQ(steps[s].value,
                std::to_string(s + 1) + ": pas " + std::to_string(s + 1) + " de " + std::string(f.competence(c).code));
    }
  }
  const imported sheet_of_it = taken(d.write("paliers.csv", rows));
  ASSERT_NE(sheet_of_it.framework, nullptr);
  EXPECT_EQ(sheet_of_it.framework->bytes(), f.bytes());
}

TEST(GridImport, HoldsRectecAsDiagorientePublishesIt) {
  ACTIVATEUR_NEEDS_SHARED(file, "data/rectec_diagoriente/competences.json");
  const auto published = read_json(test::slurp(file));
  ASSERT_TRUE(published.ok());
  json grid{{"schema", "activateur/grid/1"}, {"id", "rectec"}, {"title", "RECTEC"}, {"domains", json::array()}};
  for (const json& c : *published) {
    json levels = json::array();
    for (const json& level : c["niveau"]) levels.push_back({{"code", levels.size() + 1}, {"label", level["title"]}});
    grid["domains"].push_back({{"code", c["_id"]}, {"label", c["title"]}, {"levels", levels}});
  }
  const scratch_directory d;
  const imported out = taken(d.write("rectec.json", write_json(grid)));
  ASSERT_NE(out.framework, nullptr);
  std::size_t kept = 0;
  for (std::uint32_t c = 0; c < out.framework->counts().competences; ++c)
    kept += out.framework->attributes_of_competence(c).size();
  // The twelve of RECTEC+ with eight steps, and nine of volunteering with four.
  EXPECT_EQ(out.framework->counts().blocks, 12U + 9U);
  EXPECT_EQ(kept, 12U * 8U + 9U * 4U);
}

}  // namespace
}  // namespace activateur
