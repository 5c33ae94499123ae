// Several sources in one territory: ids, duplicates, options, documents and their schemas.
#include "unit/territory/import_cases.hpp"

namespace activateur {
namespace {

using namespace test;
using names = std::vector<std::string>;

std::string vallon(const std::string& opportunities, const std::string& more = {}) {
  return R"({"schema":"activateur/territory/1","id":"vallon","name":"Vallon","fictitious":true,
    "plugins":["example.rules"],"opportunities":[)" +
         opportunities + "]" + more + "}";
}

TEST(MergingTerritories, KeepsOneOfEachIdAndTheLaterRecord) {
  import_case c;
  c.file("a.json", vallon(R"({"id":"a","title":"Atelier","kind":"workshop","teaches":["rome:1"],"cost_euros":40},
                             {"id":"b","title":"Autre","kind":"workshop","teaches":["rome:2"]})"));
  c.file("b.json", vallon(R"({"id":"a","title":"Atelier","kind":"workshop","teaches":["rome:1"],"cost_euros":50})"));
  const imported_territory out = c.taken();
  EXPECT_EQ(out.made->opportunities.size(), 2U);
  EXPECT_EQ(find(out, "a").cost_euros, 50);
  ASSERT_EQ(out.duplicate_count, 1U);
  EXPECT_EQ(out.duplicates[0].by, "id");
  EXPECT_EQ(out.made->id, "vallon");
  EXPECT_TRUE(out.made->fictitious);
  EXPECT_EQ(out.made->plugins, names{"example.rules"});
}

TEST(MergingTerritories, JoinsTheSessionsOfTheSameOfferFromTwoSources) {
  import_case c;
  c.file("a.json",
         vallon(R"({"id":"a","title":"Écoute active","kind":"training","provider":"L'Atelier","place":"Belfort",
    "teaches":["rome:1"],"hours":14,"sessions":["2027-03-01"],"seats":2,"tags":["x:1"],"source":"A"})"));
  c.file("b.json",
         vallon(R"({"id":"z","title":"ECOUTE ACTIVE","kind":"training","provider":"l'atelier","place":"BELFORT",
    "teaches":["rome:1"],"hours":14,"sessions":["2027-05-03","2027-03-01"],"seats":4,"tags":["x:2"],"source":"B"})"));
  const imported_territory out = c.taken();
  ASSERT_EQ(out.made->opportunities.size(), 1U);
  const opportunity o = find(out, "a");
  EXPECT_EQ(sessions_of(o), (names{"2027-03-01", "2027-05-03"}));
  EXPECT_EQ(o.seats, 4);
  EXPECT_EQ(o.tags, (names{"x:1", "x:2"}));
  EXPECT_EQ(o.source, "A ; B");
  ASSERT_EQ(out.duplicates.size(), 1U);
  EXPECT_EQ(out.duplicates[0].kept + out.duplicates[0].left + out.duplicates[0].by, "azsame");
}

TEST(MergingTerritories, KeepsWhatOneSourceNamesTwiceThoughItLookAlike) {
  const std::string pair = R"({"id":"ID1","title":"Lire","kind":"workshop","teaches":["rome:1"],"seats":3},
                              {"id":"ID2","title":"Lire","kind":"workshop","teaches":["rome:1"],"seats":5})";
  const auto other = [&](const char* letter) {
    std::string out = pair;
    for (const char* id : {"ID1", "ID2"}) out.replace(out.find(id), 2, letter);
    return vallon(out);
  };
  import_case c;
  c.file("a.json", other("a"));
  EXPECT_EQ(c.taken().made->opportunities.size(), 2U);
  c.file("b.json", other("b"));  // the first is the first, the second the second
  const imported_territory both = c.taken();
  EXPECT_EQ(both.made->opportunities.size(), 2U);
  EXPECT_EQ(find(both, "a1").seats, 3);
  EXPECT_EQ(find(both, "a2").seats, 5);
}

// What one is paid for, or must be enrolled in by, says nothing of the other's sessions.
TEST(MergingTerritories, KeepsApartWhatIsPaidOrEnrolledInOtherwise) {
  const std::string free =
      R"({"id":"a","title":"Lire","kind":"workshop","teaches":["rome:1"],"sessions":["2027-03-01"],"tags":["funding:agreed"]})";
  const std::string paid =
      R"({"id":"z","title":"Lire","kind":"workshop","teaches":["rome:1"],"sessions":["2027-05-03"],"tags":["x:1"]})";
  const std::string closing =
      R"({"id":"y","title":"Lire","kind":"workshop","teaches":["rome:1"],"sessions":["2027-05-03"],"enrol_days":30,"url":"https://example.org/y"})";
  for (const std::string& other : {paid, closing}) {
    import_case c;
    c.file("a.json", vallon(free));
    c.file("b.json", vallon(other));
    EXPECT_EQ(c.taken().made->opportunities.size(), 2U) << other;
  }
}

TEST(MergingTerritories, TakesNoDatesOfOneThatIsFull) {
  const std::string full =
      R"({"id":"a","title":"Lire","kind":"workshop","teaches":["rome:1"],"sessions":["2027-03-01"],"seats":0})";
  const std::string open =
      R"({"id":"z","title":"Lire","kind":"workshop","teaches":["rome:1"],"sessions":["2027-05-03"]})";
  for (const bool full_first : {true, false}) {
    import_case c;
    c.file("a.json", vallon(full_first ? full : open));
    c.file("b.json", vallon(full_first ? open : full));
    const imported_territory out = c.taken();
    ASSERT_EQ(out.made->opportunities.size(), 1U);
    EXPECT_EQ(sessions_of(out.made->opportunities[0]), names{"2027-05-03"});
    EXPECT_EQ(out.made->opportunities[0].seats, -1);
  }
}

TEST(MergingTerritories, KeepsBothAndSaysSoWhenTheyDiffer) {
  import_case c;
  c.file("a.json", vallon(R"({"id":"a","title":"Écoute","kind":"training","hours":14,"teaches":["rome:1"],"source":"A"},
                             {"id":"z","title":"Écoute","kind":"training","hours":28,"teaches":["rome:1"],"source":"B"})"));
  const imported_territory out = c.taken();
  EXPECT_EQ(out.made->opportunities.size(), 2U);
  EXPECT_EQ(out.duplicate_count, 0U);
  EXPECT_EQ(notes_of(out), names{"territory_import.same"});
}

TEST(MergingTerritories, GivesTheSameBytesWhateverTheOrderOfDistinctSources) {
  import_case one, other;
  const std::string a = vallon(R"({"id":"a","title":"A","kind":"workshop","teaches":["rome:1"]})");
  const std::string b = vallon(R"({"id":"b","title":"B","kind":"workshop","teaches":["rome:2"]})");
  one.file("a.json", a);
  one.file("b.json", b);
  other.file("a.json", b);
  other.file("b.json", a);
  EXPECT_EQ(write_json(to_document(*one.taken().made)), write_json(to_document(*other.taken().made)));
}

TEST(MergingTerritories, SaysWhatIsPastFullOrUnknown) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("a.json",
         vallon(R"({"id":"past","title":"A","kind":"workshop","teaches":["rome:100003"],"sessions":["2026-03-01"]},
                             {"id":"full","title":"B","kind":"workshop","teaches":["rome:4"],"seats":0},
                             {"id":"else","title":"C","kind":"workshop","teaches":["other:4"]})"));
  const imported_territory out = c.taken();
  names said;
  for (const sentence& s : out.report.notes) said.push_back(s.text(language::en));
  EXPECT_EQ(said,
            (names{"Opportunities without a seat left: 1 (full).", "Opportunities without a session to come: 1 (past).",
                   "Competences that are not in their framework as it is at hand: 1 (rome:4)."}));
}

TEST(MergingTerritories, ReadsADirectoryAndSaysWhichFilesItCouldNotRead) {
  import_case c;
  c.folder.write("in/b.json", vallon(R"({"id":"b","title":"B","kind":"workshop","gives":["x"]})"));
  c.folder.write("in/readme.md", "# notes");
  c.paths = {c.folder.string() + "/in"};
  c.options.id = "val";
  c.options.name = "Le Val";
  c.options.source = "Ville";
  const imported_territory out = c.taken();
  EXPECT_EQ(out.made->id, "val");
  EXPECT_EQ(out.made->name, "Le Val");
  EXPECT_EQ(notes_of(out), names{"territory_import.file"});
  ASSERT_EQ(out.sources.size(), 1U);
  EXPECT_EQ(out.sources[0].format, "territory");
}

TEST(MergingTerritories, StopsAtWhatIsNoSource) {
  const auto stopped = [](const std::string& name, std::string_view bytes) {
    import_case c;
    c.file(name, bytes);
    return c.stopped();
  };
  EXPECT_EQ(stopped("a.txt", "hello"), "territory_import.unknown_kind");
  EXPECT_EQ(stopped("a.json", "{}"), "territory_import.unknown_kind");
  EXPECT_EQ(stopped("a.json", "[]"), "territory_import.unknown_kind");
  import_case other_kind;
  other_kind.file("a.txt", "hello");
  other_kind.options.format = "badge";
  EXPECT_EQ(other_kind.stopped(), "territory_import.unknown_kind");
  import_case nowhere;
  nowhere.paths = {nowhere.folder.string() + "/nowhere"};
  EXPECT_EQ(nowhere.stopped(), "territory_import.not_found");
  import_case wrong;
  wrong.file("a.json", vallon(""));
  wrong.options.format = "excel";
  EXPECT_EQ(wrong.stopped(), "territory_import.format");
  wrong.options.format = "";
  wrong.options.from = geographic_point{91, 0};
  EXPECT_EQ(wrong.stopped(), "territory_import.options");
  import_case cancelled;
  cancelled.file("a.json", vallon(""));
  cancelled.with.progress = progress_sink([](std::uint64_t, std::uint64_t) { return false; }, nullptr);
  EXPECT_EQ(cancelled.stopped(), std::string(progress_sink::cancelled().what.code()));
}

TEST(MergingTerritories, ReportsABrokenFileAtItsPlaceAndTheOthersWhenAsked) {
  import_case c;
  c.file("a.json", vallon(R"({"id":"a","title":"A","kind":"party"})"));
  c.file("b.json", "{\"schema\": \n \"activateur/territory/1\",, }");
  c.file("c.json", vallon(R"({"id":"c","title":"C","kind":"workshop","gives":["x"]})"));
  EXPECT_EQ(c.faults(), (names{"territory.kind /opportunities/0/kind", "json.syntax 2"}));
  c.options.leave_out_faults = true;
  EXPECT_EQ(c.read().made->opportunities.size(), 1U);
}

TEST(TerritoryDocuments, AreReadBackAsTheyWere) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("a.json",
         vallon(R"({"id":"a","title":"A","kind":"training","provider":"P","place":"L","url":"https://example.org",
    "teaches":["rome:1"],"recognises":["rome:2"],"gives":["x"],"needs":["y"],"needs_if_lacking":["mobility_solved"],
    "needs_competences":["rome:3","rome:4"],"needs_competences_at_least":1,"cost_euros":12.5,"hours":10,"weekly_hours":5,
    "weeks":2,"sessions":["2027-01-11","2027-02-01T08:30:00Z"],"distance_km":3,"seats":5,"mode":"mixed",
    "prerequisites":"Savoir lire","tags":["funder:region"],"source":"S"})",
                R"(,"targets":[{"target":"rome:K1304","openings":3,"needs":["x"],"source":"S"}])"));
  const imported_territory out = c.taken();
  const json written = to_document(*out.made);
  expect_schema(written, "territory");
  const auto again = read_territory(written, "again");
  ASSERT_TRUE(again.ok()) << again.why().text(language::en);
  EXPECT_EQ(to_document(*again), written);
  EXPECT_EQ(written["opportunities"][0]["sessions"], json({"2027-01-11", "2027-02-01T08:30:00Z"}));
  EXPECT_EQ(written["targets"][0]["openings"], 3);
  expect_schema(import_document(out), "territory-import");
  EXPECT_EQ(import_document(out)["territory"]["of_use"], 1);
}

TEST(TerritoryDocuments, OfARefusedImportSayWhy) {
  import_case c;
  c.file("a.json", vallon(R"({"id":"a","title":"A","kind":"party"})"));
  const json report = import_document(c.read());
  expect_schema(report, "territory-import");
  EXPECT_EQ(report["taken"], false);
  EXPECT_EQ(report["problem_count"], 1);
  EXPECT_EQ(report["problems"][0]["where"]["pointer"], "/opportunities/0/kind");
}

}  // namespace
}  // namespace activateur
