// Published files, where they are at hand.
#include "unit/territory/import_cases.hpp"

namespace activateur {
namespace {

using namespace test;

TEST(SharedTerritories, ReadsTheIndexOfACarif) {
  ACTIVATEUR_NEEDS_SHARED(file, "data/trefle_lheo/carif.xml");
  import_case c;
  c.paths = {file.string()};
  const imported_territory out = c.taken();
  EXPECT_EQ(out.sources[0].format, "lheo");
  EXPECT_EQ(out.made->opportunities.size(), 10U);
  const opportunity guide = find(out, "lheo:14_AF_0000011179_SE_0000093700/104w");
  EXPECT_EQ(guide.title, "Licence pro guide conférencier");
  EXPECT_EQ(guide.provider, "GRETA METEHOR PARIS");
  EXPECT_EQ(guide.place, "75017 Paris 17e Arrondissement");
  EXPECT_EQ(guide.hours, 482);
  EXPECT_EQ(guide.gives, std::vector<std::string>{"rncp:RNCP25730"});
  EXPECT_EQ(sessions_of(guide), std::vector<std::string>{"2017-10-03"});
  // 20170900 to 20180300: from the first day of the one to the last of the other.
  EXPECT_EQ(find(out, "lheo:14_AF_0000028218_SE_0000118670/31w").hours, 686);
}

TEST(SharedTerritories, KnowsTheCertificationsOfTheList) {
  ACTIVATEUR_NEEDS_SHARED(file, "data/trefle_lheo/carif.xml");
  ACTIVATEUR_NEEDS_SHARED(list, "data/rncp_apprentissage/CodeDiplome_RNCP_latest_kit.csv");
  import_case c;
  c.paths = {file.string()};
  const auto rncp = import_framework(list.string(), {}, c.with);
  ASSERT_TRUE(rncp.ok() && rncp->framework);
  c.frameworks.add(rncp->framework);
  for (const sentence& s : c.taken().report.notes) EXPECT_FALSE(s.text(language::fr).empty());
}

TEST(SharedTerritories, ReadsServicesWithTheirFaults) {
  ACTIVATEUR_NEEDS_SHARED(folder, "data/les_emplois/api_mocks_data_inclusion");
  import_case c;
  c.paths = {folder.string()};
  // One of the seven is a deliberately empty record.
  EXPECT_EQ(c.faults(), (std::vector<std::string>{"territory_import.missing /items/1",
                                                  "territory_import.number /items/1/nombre_semaines"}));
  c.options.leave_out_faults = true;
  const imported_territory out = c.read();
  EXPECT_EQ(out.made->opportunities.size(), 6U);
  std::vector<std::string> said;
  for (const sentence& s : out.report.notes)
    if (s.code() == "territory_import.lifts_nothing") said.push_back(s.text(language::en));
  EXPECT_EQ(said, std::vector<std::string>{"Services that lift no barrier (information, or such thematics): 6."});
  EXPECT_EQ(find(out, "data-inclusion:dora--46f7ea19-c97b-4f45-90a9-027b44cad927").provider,
            "PLATEFORME DE L'INCLUSION");
}

TEST(SharedTerritories, KnowsEveryThematicThatIsPublished) {
  ACTIVATEUR_NEEDS_SHARED(file, "data/data_inclusion/schemas/v1/extra/thematiques.json");
  const auto published = read_json(slurp(file), {}, file.string());
  ASSERT_TRUE(published.ok());
  ASSERT_EQ(published->size(), 69U);
  import_case c;
  json service = {{"structure_id", "s"}, {"id", "a"}, {"nom", "A"}, {"thematiques", json::array()}};
  for (const json& one : *published) service["thematiques"].push_back(one["value"]);
  c.file("services.json", write_json(json::array({service})));
  const imported_territory out = c.taken();
  const auto notes = notes_of(out);
  EXPECT_EQ(std::count(notes.begin(), notes.end(), "territory_import.thematic"), 0);
  EXPECT_EQ(out.made->opportunities[0].gives.size(), 16U);
}

}  // namespace
}  // namespace activateur
