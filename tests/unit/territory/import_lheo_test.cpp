#include "unit/territory/import_cases.hpp"

namespace activateur {
namespace {

using namespace test;
using names = std::vector<std::string>;

// An action with two sessions of 31 weeks and one of 4, one month alone.
std::string lheo(const std::string& action = {}, const std::string& certification = "<code-RNCP>320</code-RNCP>") {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<lheo xmlns="http://lheo.gouv.fr/2.3"><offres>
<formation numero="F1">
<domaine-formation><code-FORMACODE>22403</code-FORMACODE><code-NSF>233</code-NSF><code-ROME>F1604</code-ROME></domaine-formation>
<intitule-formation>Plaquiste</intitule-formation>
<code-niveau-entree>4</code-niveau-entree>
<certification>)" +
         certification + R"(</certification>
<action numero="A1">
<code-public-vise>82044</code-public-vise>
<niveau-entree-obligatoire>1</niveau-entree-obligatoire>
<modalites-enseignement>0</modalites-enseignement>
<conditions-specifiques>Aptitude au port de charges</conditions-specifiques>
<prise-en-charge-frais-possible>1</prise-en-charge-frais-possible>
<lieu-de-formation><coordonnees><adresse><codepostal>37250</codepostal><ville>Veigne</ville>
<geolocalisation><latitude>47.286057</latitude><longitude>0.737711</longitude></geolocalisation></adresse></coordonnees></lieu-de-formation>
<modalites-entrees-sorties>0</modalites-entrees-sorties>
)" +
         (action.empty() ? R"(<session><periode><debut>20270118</debut><fin>20270818</fin></periode></session>
<session><periode><debut>20270201</debut><fin>20270901</fin></periode><etat-recrutement>1</etat-recrutement></session>
<session><periode><debut>20270300</debut><fin>20270328</fin></periode></session>
<prix-total-TTC>5 853,50</prix-total-TTC>
<nombre-heures-centre>585</nombre-heures-centre><nombre-heures-entreprise>112</nombre-heures-entreprise>
<organisme-financeur><code-financeur>2</code-financeur><nb-places-financees>5</nb-places-financees></organisme-financeur>)"
                         : action) +
         R"(</action>
<organisme-formation-responsable><nom-organisme>Centre du Val</nom-organisme></organisme-formation-responsable>
</formation></offres></lheo>)";
}

TEST(ImportingLheo, MakesAnOpportunityOfAnActionAndTheLengthOfItsSessions) {
  import_case c;
  c.file("offer.xml", lheo());
  const imported_territory out = c.taken();
  ASSERT_EQ(out.made->opportunities.size(), 2U);
  const opportunity o = find(out, "lheo:F1/A1/31w");
  EXPECT_EQ(o.kind, "training");
  EXPECT_EQ(o.title, "Plaquiste");
  EXPECT_EQ(o.provider, "Centre du Val");
  EXPECT_EQ(o.place, "37250 Veigne");
  EXPECT_EQ(o.weeks, 31);
  EXPECT_TRUE(o.calendar_weeks);
  EXPECT_EQ(o.hours, 697);
  EXPECT_EQ(o.cost_euros, 5853.5);
  EXPECT_EQ(o.seats, -1);
  EXPECT_EQ(sessions_of(o), (names{"2027-01-18", "2027-02-01"}));
  EXPECT_EQ(o.gives, names{"rncp:RNCP320"});
  EXPECT_TRUE(o.teaches.empty());
  EXPECT_EQ(o.needs, names{"education_level_3"});
  EXPECT_EQ(o.mode, "on_site");
  EXPECT_EQ(o.needs_if_lacking, (names{"childcare_solved", "mobility_solved"}));
  EXPECT_EQ(o.prerequisites, "Aptitude au port de charges");
  EXPECT_EQ(o.source, "LHÉO F1");
  for (const char* tag : {"job:rome:F1604", "formacode:22403", "nsf:233", "funder:region", "public:formacode:82044",
                          "funding:possible", "hours_in_company:112", "entry_level:lheo:4", "leads_to:rncp:RNCP320"})
    EXPECT_TRUE(tagged(o, tag)) << tag;
  EXPECT_EQ(sessions_of(find(out, "lheo:F1/A1/4w")), names{"2027-03-01"});
  EXPECT_EQ(notes_of(out), (names{"territory_import.certification", "territory_import.month_only"}));
}

TEST(ImportingLheo, TeachesTheBlocksThatTheFrameworkHas) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("offer.xml", lheo());
  const opportunity o = find(c.taken(), "lheo:F1/A1/31w");
  EXPECT_EQ(o.teaches, (names{"rncp:RNCP320BC01", "rncp:RNCP320BC02"}));
  EXPECT_EQ(o.gives, names{"rncp:RNCP320"});
}

TEST(ImportingLheo, TeachesTheBlocksThatASessionNamesAndThenGivesNoWholeCertification) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("offer.xml", lheo(R"(<session><periode><debut>20270118</debut><fin>20270129</fin></periode>
    <blocs-competences><validation-blocs>1</validation-blocs><bloc-competences><libelle-bloc>Isoler</libelle-bloc>
    <code-bloc>RNCP320BC02</code-bloc></bloc-competences></blocs-competences></session>)"));
  const opportunity o = find(c.taken(), "lheo:F1/A1/2w/RNCP320BC02");
  EXPECT_EQ(o.teaches, names{"rncp:RNCP320BC02"});
  EXPECT_TRUE(o.gives.empty());
  EXPECT_TRUE(tagged(o, "leads_to:rncp:RNCP320"));
}

TEST(ImportingLheo, TeachesTheCommonCoreOfItsJobsOnlyWhenThatIsSupposed) {
  import_case c;
  c.frameworks = small_frameworks();
  std::string xml = lheo();
  xml.replace(xml.find("F1604"), 5, "K1304");
  c.file("offer.xml", xml);
  EXPECT_EQ(find(c.taken(), "lheo:F1/A1/31w").teaches, (names{"rncp:RNCP320BC01", "rncp:RNCP320BC02"}));
  c.options.suppose_core_of_jobs = true;
  const opportunity o = find(c.taken(), "lheo:F1/A1/31w");
  EXPECT_EQ(o.teaches, (names{"rncp:RNCP320BC01", "rncp:RNCP320BC02", "rome:100003"}));
  EXPECT_TRUE(tagged(o, "supposed:core_of_jobs"));
  import_case two;  // nothing is at the core of both
  two.frameworks = small_frameworks();
  two.options.suppose_core_of_jobs = true;
  two.file("offer.xml", xml.replace(xml.find("<code-ROME>"), 0, "<code-ROME>F1604</code-ROME>"));
  EXPECT_EQ(find(two.taken(), "lheo:F1/A1/31w").teaches.size(), 2U);
}

TEST(ImportingLheo, LeavesOutSessionsThatTakeNobodyAndClosesWhatHasNoOther) {
  import_case c;
  const std::string full =
      "<session><periode><debut>20270118</debut><fin>20270124</fin></periode>"
      "<etat-recrutement>2</etat-recrutement></session>";
  c.file("offer.xml", lheo(full + "<session><periode><debut>20270201</debut><fin>20270207</fin></periode></session>"));
  EXPECT_EQ(sessions_of(find(c.taken(), "lheo:F1/A1/1w")), names{"2027-02-01"});
  EXPECT_EQ(find(c.taken(), "lheo:F1/A1/1w").seats, -1);
  import_case all_full;
  all_full.file("offer.xml", lheo(full));
  EXPECT_EQ(find(all_full.taken(), "lheo:F1/A1/1w").seats, 0);
  EXPECT_EQ(sessions_of(find(all_full.taken(), "lheo:F1/A1/1w")), names{"2027-01-18"});
}

TEST(ImportingLheo, LetsPeopleComeInAnyWeekOfPermanentEntries) {
  const auto permanent = [](const std::string& period) {
    std::string xml =
        lheo("<nombre-heures-total>70</nombre-heures-total><session><periode>" + period + "</periode></session>");
    const std::string fixed = "<modalites-entrees-sorties>0";
    return xml.replace(xml.find(fixed), fixed.size(), "<modalites-entrees-sorties>1");
  };
  import_case open_end;
  open_end.file("offer.xml", permanent("<debut>20260105</debut><fin>99999999</fin>"));
  EXPECT_TRUE(find(open_end.taken(), "lheo:F1/A1").sessions.empty());
  EXPECT_EQ(find(open_end.taken(), "lheo:F1/A1").weeks, 2);
  // Not before it begins.
  for (const char* end : {"99999999", "20991231"}) {
    import_case later;
    later.file("offer.xml", permanent("<debut>20270104</debut><fin>" + std::string(end) + "</fin>"));
    const names all = sessions_of(find(later.taken(), "lheo:F1/A1"));
    ASSERT_GT(all.size(), 100U) << end;
    EXPECT_EQ(all[0] + ' ' + all[1], "2027-01-04 2027-01-11") << end;
  }
  import_case in_a_month;
  in_a_month.file("offer.xml", permanent("<debut>20270104</debut><fin>20270131</fin>"));
  EXPECT_EQ(sessions_of(find(in_a_month.taken(), "lheo:F1/A1")), (names{"2027-01-04", "2027-01-11", "2027-01-18"}));
}

TEST(ImportingLheo, NamesEachFaultAtItsLineAndTakesTheRestOnlyWhenAsked) {
  import_case c;
  c.file("offer.xml", lheo("<nombre-heures-total>beaucoup</nombre-heures-total>\n<session><periode>"
                           "<debut>20270118</debut><fin>20270124</fin></periode></session>"));
  c.file("dates.xml", lheo(R"(<session><periode><debut>18/01/2027</debut><fin>20270124</fin></periode></session>
<session><periode><debut>20270118</debut><fin>20270101</fin></periode></session>
<session><periode><debut>20270230</debut><fin>20270301</fin></periode></session>
<session><periode><debut>20270201</debut><fin>20270207</fin></periode></session>)",
                           "<code-RNCP>x</code-RNCP>"));
  EXPECT_FALSE(c.read().made.has_value());
  EXPECT_EQ(c.faults(), (names{"territory_import.number 17", "territory_import.value 7", "territory_import.date 17",
                               "territory_import.period 18", "territory_import.date 19"}));
  c.options.leave_out_faults = true;
  const imported_territory out = c.read();
  ASSERT_TRUE(out.made.has_value());
  ASSERT_EQ(out.made->opportunities.size(), 1U);
  EXPECT_EQ(sessions_of(out.made->opportunities[0]), names{"2027-02-01"});
}

TEST(ImportingLheo, CountsAPriceInWordsAsNotKnown) {
  import_case c;
  c.file("offer.xml", lheo("<session><periode><debut>20270201</debut><fin>20270207</fin></periode></session>"
                           "<prix-total-TTC>sur devis</prix-total-TTC>"));
  EXPECT_TRUE(tagged(find(c.taken(), "lheo:F1/A1/1w"), "price:unknown"));
  import_case hourly;
  hourly.file("offer.xml",
              lheo("<session><periode><debut>20270201</debut><fin>20270207</fin></periode></session>"
                   "<prix-horaire-TTC>9.5</prix-horaire-TTC><nombre-heures-total>20</nombre-heures-total>"));
  EXPECT_EQ(find(hourly.taken(), "lheo:F1/A1/1w").cost_euros, 190);
}

TEST(ImportingLheo, SaysWhichSessionsHaveNoDateYet) {
  import_case c;
  c.file("offer.xml", lheo("<session><periode><debut>00000000</debut><fin>00000000</fin></periode></session>"
                           "<session><periode><debut>20270201</debut><fin>20270207</fin></periode></session>"));
  const imported_territory out = c.taken();
  EXPECT_EQ(out.made->opportunities.size(), 1U);
  const names notes = notes_of(out);
  EXPECT_NE(std::find(notes.begin(), notes.end(), "territory_import.undated"), notes.end());
}

TEST(ImportingLheo, CallsSupportForVaeAndCleaByTheCodeOfTheirPurchase) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("offer.xml", lheo({}, "<code-RNCP>320</code-RNCP><code-CPF>200</code-CPF>"));
  const opportunity o = find(c.taken(), "lheo:F1/A1/31w");
  EXPECT_EQ(o.kind, "vae");
  EXPECT_EQ(o.recognises, (names{"rncp:RNCP320BC01", "rncp:RNCP320BC02"}));
  EXPECT_TRUE(o.teaches.empty());
}

TEST(ImportingLheo, MeasuresDistancesFromAPoint) {
  import_case c;
  c.options.from = geographic_point{47.394144, 0.68484};  // Tours
  c.file("offer.xml", lheo());
  EXPECT_NEAR(find(c.taken(), "lheo:F1/A1/31w").distance_km, 12.7, 0.1);
}

TEST(ImportingLheo, RefusesEntitiesDeclarationsAndDepth) {
  const auto stopped = [](const std::string& xml) {
    import_case c;
    c.file("offer.xml", xml);
    return c.stopped();
  };
  EXPECT_EQ(stopped("<!DOCTYPE lheo [<!ENTITY a 'aaaa'>]><lheo><offres>&a;</offres></lheo>"), "lheo.doctype");
  EXPECT_EQ(stopped("<!DOCTYPE lheo SYSTEM 'file:///etc/passwd'><lheo>&a;</lheo>"), "lheo.entity");
  std::string deep = "<lheo>";
  for (int i = 0; i < 200; ++i) deep += "<formation>";
  EXPECT_EQ(stopped(deep), "lheo.depth");
  std::string wide = "<lheo><formation>";
  for (int i = 0; i < 60'000; ++i) wide += "<a/>";
  EXPECT_EQ(stopped(wide + "</formation></lheo>"), "territory_import.element");
}

TEST(ImportingLheo, KeepsWhatStandsBeforeABreakInTheFileOnlyWhenAsked) {
  import_case c;
  std::string cut = lheo();
  c.file("offer.xml", cut.substr(0, cut.find("</offres>")) + "<formation>");
  EXPECT_EQ(c.faults(), names{"lheo.syntax 24"});
  EXPECT_FALSE(c.read().made.has_value());
  c.options.leave_out_faults = true;
  EXPECT_EQ(c.read().made->opportunities.size(), 2U);
}

TEST(ImportingLheo, GivesAnOfferWithoutANumberTheSameIdEachTime) {
  std::string xml = lheo();
  xml.replace(xml.find(" numero=\"F1\""), 12, "");
  import_case first, second;
  first.file("a.xml", xml);
  second.file("b.xml", xml);
  EXPECT_EQ(first.taken().made->opportunities[0].id, second.taken().made->opportunities[0].id);
  EXPECT_TRUE(first.taken().made->opportunities[0].id.starts_with("lheo:~"));
}

TEST(ImportingLheo, KeepsOffersWithoutNumbersApartThoughTheyLookAlike) {
  std::string xml = lheo();
  xml.replace(xml.find(" numero=\"F1\""), 12, "");
  const std::size_t begin = xml.find("<formation>"), end = xml.find("</offres>");
  const std::string offer = xml.substr(begin, end - begin);
  std::string elsewhere = offer;
  elsewhere.replace(elsewhere.find("<ville>Veigne"), 13, "<ville>Loches");
  import_case c;
  c.file("a.xml", xml.substr(0, end) + elsewhere + offer + xml.substr(end));
  const imported_territory out = c.taken();
  names places;
  for (const opportunity& o : out.made->opportunities) places.push_back(o.place);
  EXPECT_EQ(places, (names{"37250 Veigne", "37250 Loches", "37250 Veigne", "37250 Loches"}));  // two lengths of each
  EXPECT_EQ(out.duplicate_count, 2U);                                                          // written twice
}

TEST(ImportingLheo, TakesTheSessionsOfALargeOfferInTimeThatGrowsWithIt) {
  std::string certifications, sessions;
  for (int i = 1; i <= 400; ++i) certifications += "<code-RNCP>" + std::to_string(100'000 + i) + "</code-RNCP>";
  for (int i = 0; i < 400; ++i)
    sessions +=
        "<session><periode><debut>20270104</debut><fin>20270110</fin></periode><blocs-competences>"
        "<bloc-competences><code-bloc>RNCP1BC" +
        std::to_string(i) + "</code-bloc></bloc-competences></blocs-competences></session>";
  import_case c;
  c.file("a.xml", lheo(sessions, certifications));
  const imported_territory out = c.taken();
  ASSERT_EQ(out.made->opportunities.size(), 400U);
  EXPECT_EQ(out.made->opportunities[7].teaches.size(), 1U);
  std::string too_many;
  for (int i = 1; i <= 501; ++i)
    too_many += "<certification><code-RNCP>" + std::to_string(i) + "</code-RNCP></certification>";
  import_case full;
  full.file("a.xml", lheo(sessions, "<code-RNCP>600</code-RNCP></certification>" + too_many + "<certification>"));
  full.options.leave_out_faults = true;
  EXPECT_TRUE(full.read().made->opportunities.empty());
}

}  // namespace
}  // namespace activateur
