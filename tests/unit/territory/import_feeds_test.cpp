// Services of data·inclusion, companies of Immersion Facilitée, badges, and what a territory derives.
#include "territory/barriers.hpp"
#include "unit/territory/import_cases.hpp"

namespace activateur {
namespace {

using namespace test;
using names = std::vector<std::string>;

std::string services(const std::string& members = {}) {
  return R"({"items":[{"source":"dora","structure_id":"dora--1","id":"dora--a","nom":"Garde solidaire",
    "description":"Une garde","date_maj":"2026-02-10","thematiques":["famille--garde-denfants","mobilite--preparer-un-permis"],
    "type":"accompagnement","frais":"gratuit","modes_accueil":["en-presentiel"],"publics":["familles"],
    "conditions_acces":"Habiter la ville","commune":"Belfort","code_postal":"90000","latitude":47.64,"longitude":6.85,
    "volume_horaire_hebdomadaire":2,"nombre_semaines":3,"zone_eligibilite":["90"],"lien_source":"https://example.org/a")" +
         members + "}]}";
}

TEST(ImportingServices, GivesTheConditionsThatLiftTheBarriersOfTheirThematics) {
  import_case c;
  c.file("services.json", services());
  c.file("structures.json", R"({"items":[{"id":"dora--1","nom":"Maison des familles","siret":null}]})");
  const imported_territory out = c.taken();
  const opportunity o = find(out, "data-inclusion:dora--a");
  EXPECT_EQ(o.kind, "support");
  EXPECT_EQ(o.title, "Garde solidaire");
  EXPECT_EQ(o.provider, "Maison des familles");
  EXPECT_EQ(o.gives, (names{"childcare_solved", "mobility_solved"}));
  EXPECT_EQ(o.place, "90000 Belfort");
  EXPECT_EQ(o.mode, "on_site");
  EXPECT_EQ(o.weeks, 3);
  EXPECT_EQ(o.hours, 6);
  EXPECT_EQ(o.prerequisites, "Habiter la ville");
  EXPECT_EQ(o.source, "data·inclusion, dora, 2026-02-10");
  EXPECT_TRUE(o.needs_if_lacking.empty());
  for (const char* tag : {"fee:gratuit", "public:familles", "zone:90", "type:accompagnement"})
    EXPECT_TRUE(tagged(o, tag)) << tag;
  EXPECT_TRUE(out.report.notes.empty());
}

TEST(ImportingServices, AskOfWhoeverLacksThemTheConditionsOfTheirMode) {
  const auto asked = [](const char* ways, const char* type) {
    import_case c;
    std::string text = services();
    text.replace(text.find("[\"en-presentiel\"]"), std::string("[\"en-presentiel\"]").size(), ways);
    text.replace(text.find("accompagnement"), 14, type);
    c.file("services.json", text);
    return find(c.taken(), "data-inclusion:dora--a").needs_if_lacking;
  };
  // Whoever lacks both may do without either, where both ways are open.
  EXPECT_EQ(asked("[\"en-presentiel\"]", "information"), (names{"childcare_solved", "mobility_solved"}));
  EXPECT_EQ(asked("[\"a-distance\"]", "information"), names{"digital_solved"});
  EXPECT_EQ(asked("[\"a-distance\",\"en-presentiel\"]", "information"), names{});
  // What lifts a barrier does not wait for another to be lifted, which may wait for it.
  EXPECT_EQ(asked("[\"en-presentiel\"]", "accompagnement"), names{});
}

TEST(ImportingServices, ToBeInformedLiftsNothing) {
  import_case c;
  std::string informing = services();
  informing.replace(informing.find("accompagnement"), 14, "information");
  c.file("services.json", informing);
  const imported_territory out = c.taken();
  EXPECT_TRUE(find(out, "data-inclusion:dora--a").gives.empty());
  EXPECT_EQ(notes_of(out), (names{"territory_import.lifts_nothing", "territory_import.structure"}));
}

TEST(ImportingServices, NamesEachFaultByItsPointer) {
  import_case c;
  c.file("services.json", R"([{"structure_id":"s","id":"","nom":"","thematiques":[]},
    {"structure_id":"s","id":"b","nom":"B","thematiques":["cuisine"],"frais":"cher","nombre_semaines":0,
     "modes_accueil":["par-pigeon"]},
    {"structure_id":"s","id":"c","nom":"C","thematiques":[]}, 7])");
  EXPECT_EQ(c.faults(), (names{"territory_import.missing /0", "territory_import.missing /0",
                               "territory_import.value /1/modes_accueil/0", "territory_import.value /1/frais",
                               "territory_import.number /1/nombre_semaines", "territory_import.missing /3",
                               "territory_import.missing /3"}));
  c.options.leave_out_faults = true;
  const imported_territory out = c.read();
  ASSERT_TRUE(out.made.has_value());
  EXPECT_EQ(out.made->opportunities.size(), 1U);
}

TEST(ImportingServices, ReadsThematicsByTheLongestRowOfTheTable) {
  EXPECT_EQ(meaning_of("famille--garde-denfants").condition, "childcare_solved");
  EXPECT_EQ(meaning_of("famille--soutien-aidants").condition, "dependants_solved");
  EXPECT_EQ(meaning_of("famille--autre").condition, "family_solved");
  EXPECT_EQ(meaning_of("mobilite").condition, "mobility_solved");
  EXPECT_TRUE(meaning_of("trouver-un-emploi--repondre-a-des-offres-demploi").known);
  EXPECT_EQ(meaning_of("trouver-un-emploi").condition, "");
  EXPECT_FALSE(meaning_of("mobilites").known);
  EXPECT_FALSE(meaning_of("").known);
}

std::string companies(const std::string& members = {}) {
  return R"([{"rome":"K1304","romeLabel":"Services domestiques","siret":"11110000222200","name":"Chez Vous",
    "voluntaryToImmersion":true,"distance_m":1225,"naf":"8810A","locationId":"loc-1","website":"https://example.org",
    "address":{"postcode":"90000","city":"Belfort"},"position":{"lat":47.64,"lon":6.85})" +
         members + "}]";
}

TEST(ImportingImmersions, LetTheCompetencesOfTheJobBeRecognised) {
  import_case c;
  c.frameworks = small_frameworks();
  c.options.immersion_weeks = 2;
  c.options.immersion_weekly_hours = 30;
  c.file("companies.json", companies());
  const imported_territory out = c.taken();
  const opportunity o = find(out, "immersion:11110000222200:K1304:loc-1");
  EXPECT_EQ(o.kind, "immersion");
  EXPECT_EQ(o.title, "Immersion : Services domestiques, Chez Vous");
  EXPECT_EQ(o.recognises, (names{"rome:100003", "rome:100007"}));
  EXPECT_EQ(o.distance_km, 1.2);
  EXPECT_EQ(o.hours, 60);
  EXPECT_EQ(o.seats, -1);
  EXPECT_EQ(o.needs_if_lacking, (names{"childcare_solved", "mobility_solved"}));
  EXPECT_TRUE(out.report.notes.empty());
}

TEST(ImportingImmersions, SayWhatIsNotKnownAndWhoHasNoSeat) {
  import_case c;
  c.file("companies.json", companies(R"(,"isAvailable":false,"voluntaryToImmersion2":1)"));
  const imported_territory out = c.taken();
  EXPECT_EQ(out.made->opportunities[0].seats, 0);
  EXPECT_TRUE(tagged(out.made->opportunities[0], "duration:unknown"));
  EXPECT_EQ(notes_of(out),
            (names{"territory_import.duration_unknown", "territory_import.full", "territory_import.job"}));
  import_case wrong;
  wrong.file("companies.json", R"([{"siret":"123","rome":"jardin","voluntaryToImmersion":true}])");
  EXPECT_EQ(wrong.faults(), (names{"territory_import.value /0", "territory_import.value /0"}));
}

constexpr std::string_view achievement =
    R"({"id":"https://badges.example/lieu","type":["Achievement"],"name":"Lieu entretenu",
  "creator":{"id":"https://badges.example/","type":["Profile"],"name":"La Régie"},
  "criteria":{"id":"https://badges.example/lieu/criteres"},
  "alignment":[{"type":["Alignment"],"targetName":"Entretenir un lieu","targetCode":"100003","targetFramework":"ROME 4.0"},
               {"type":["Alignment"],"targetName":"Autre chose","targetUrl":"https://nowhere.example/x"}]})";

TEST(ImportingBadges, MakesAnApplicationThatRecognisesWhatTheBadgeIsAlignedTo) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("badge.json", achievement);
  const imported_territory out = c.taken();
  const opportunity o = find(out, "badge:https://badges.example/lieu");
  EXPECT_EQ(o.kind, "badge_application");
  EXPECT_EQ(o.title, "Lieu entretenu");
  EXPECT_EQ(o.provider, "La Régie");
  EXPECT_EQ(o.url, "https://badges.example/lieu/criteres");
  EXPECT_EQ(o.recognises, names{"rome:100003"});
  EXPECT_EQ(o.gives, names{"https://badges.example/lieu"});
  EXPECT_EQ(notes_of(out), (names{"territory_import.alignment", "territory_import.duration_unknown"}));
}

std::string derive(const std::string& entries) {
  return R"({"schema":"activateur/derivation/1","source":"Ville du Val","derive":[)" + entries + "]}";
}

TEST(DerivingOpportunities, MakesThemOfJobsQualificationsFrameworksAndBadges) {
  import_case c;
  c.frameworks = small_frameworks();
  const std::string entries =
      R"({"kind":"vae","of":"rncp:RNCP320","weeks":40,"hours":24,"cost_euros":1200,"provider":"Centre"},
                   {"kind":"clea","of":"rome","weeks":1,"hours":7,"id":"clea","title":"Évaluation"},
                   {"kind":"feedback","of":"rome:K1304","weeks":2,"hours":1},
                   {"kind":"observation","of":"rome:K1304","weeks":1,"hours":4,"needs":["employer_met"]},
                   {"kind":"mentor","of":"rome:K1304","weeks":6,"hours":12,"gives":["employer_met"]},
                   {"kind":"workshop","of":"rome:K1304","weeks":4,"hours":20,"teaches":["rome:100003"]},
                   {"kind":"badge_application","weeks":2,"hours":3,"achievement":)" +
      std::string(achievement) + "}";
  c.file("derive.json", derive(entries));
  expect_schema(json::parse(derive(entries)), "derivation");
  const imported_territory out = c.taken();
  const opportunity vae = find(out, "derived:vae:rncp:RNCP320");
  EXPECT_EQ(vae.title, "VAE : Plaquiste");
  EXPECT_EQ(vae.recognises, (names{"rncp:RNCP320BC01", "rncp:RNCP320BC02"}));
  EXPECT_EQ(vae.needs_competences, vae.recognises);
  EXPECT_EQ(vae.gives, names{"rncp:RNCP320"});
  EXPECT_EQ(vae.weeks, 40);
  EXPECT_EQ(vae.source, "Ville du Val");
  EXPECT_EQ(find(out, "clea").recognises, (names{"rome:100003", "rome:100007"}));
  EXPECT_EQ(find(out, "derived:feedback:rome:K1304").recognises.size(), 2U);
  EXPECT_EQ(find(out, "derived:observation:rome:K1304").needs, names{"employer_met"});
  EXPECT_TRUE(find(out, "derived:mentor:rome:K1304").recognises.empty());
  EXPECT_EQ(find(out, "derived:workshop:rome:K1304").teaches, names{"rome:100003"});
  const opportunity badge = find(out, "badge:https://badges.example/lieu");
  EXPECT_EQ(badge.title, "Badge : Lieu entretenu");
  EXPECT_EQ(badge.weeks, 2);
  EXPECT_EQ(badge.recognises, names{"rome:100003"});
}

TEST(DerivingOpportunities, GivesNoWholeCertificationForPartOfIt) {
  import_case c;
  c.frameworks = small_frameworks();
  c.file("derive.json",
         derive(R"({"kind":"vae","of":"rncp:RNCP320","weeks":20,"hours":12,"needs_competences_at_least":1})"));
  EXPECT_TRUE(find(c.taken(), "derived:vae:rncp:RNCP320").gives.empty());
}

TEST(DerivingOpportunities, RefusesWhatIsNotSaidOrCannotBe) {
  const auto faults = [](const std::string& entry) {
    import_case c;
    c.frameworks = small_frameworks();
    c.file("derive.json", derive(entry));
    return c.faults();
  };
  EXPECT_EQ(faults(R"({"kind":"vae","of":"rncp:RNCP320","hours":3})"), names{"territory_import.missing /derive/0"});
  EXPECT_EQ(faults(R"({"kind":"vae","of":"rncp:RNCP9","weeks":1,"hours":3})"),
            names{"territory_import.vae /derive/0/of"});
  EXPECT_EQ(faults(R"({"kind":"vae","of":"rncp:RS5550","weeks":1,"hours":3})"),
            names{"territory_import.vae /derive/0/of"});
  EXPECT_EQ(faults(R"({"kind":"vae","of":"rome:K1304","weeks":1,"hours":3})"),
            names{"territory_import.vae /derive/0/of"});
  EXPECT_EQ(faults(R"({"kind":"immersion","of":"rome:Z9999","weeks":1,"hours":3})"),
            names{"territory_import.unknown_name /derive/0/of"});
  EXPECT_EQ(faults(R"({"kind":"immersion","weeks":1,"hours":3})"), names{"territory_import.of /derive/0"});
  EXPECT_EQ(faults(R"({"kind":"immersion","of":"rome:K1304","price":3,"weeks":1,"hours":3})"),
            names{"document.member /derive/0"});
  EXPECT_EQ(faults(R"({"kind":"vae","of":"rncp:RNCP320","weeks":1,"hours":3},3,{"kind":"party"})"),
            (names{"document.object /derive/1", "territory.kind /derive/2/kind"}));
}

}  // namespace
}  // namespace activateur
