// Showcases: what is published is by value, shows what its owner and what others allow, and goes with what it shows.
#include "showcase.hpp"
#include "store/sqlite_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

class Showcase : public with_showcase {};

bool holds(const json& document, std::string_view text) { return document.dump().find(text) != std::string::npos; }

TEST_F(Showcase, ShowsWhatIsInItByValue) {
  const json version = published(drafted(draft(everything())));
  EXPECT_EQ(version["kind"], "showcase_version");
  EXPECT_EQ(version["document"]["number"], 1);
  EXPECT_EQ(version["document"]["audience"], "destinataire-mot");
  const json seen_by_others = shown(version);
  EXPECT_EQ(seen_by_others["schema"], "activateur/showcase-version/1");
  EXPECT_EQ(seen_by_others["title"], "Mes soins");
  EXPECT_EQ(seen_by_others["name"], "Anna M.");
  EXPECT_EQ(seen_by_others["published"], "2026-06-01T08:00:00Z");
  const json items = seen_by_others["sections"][0]["items"];
  ASSERT_EQ(items.size(), 5u);
  EXPECT_EQ(items[0]["title"], "Visites");
  EXPECT_EQ(items[0]["competences"][0]["label"], "Écouter");
  EXPECT_EQ(items[1]["criteria"][0]["label"], "Écoute");
  EXPECT_EQ(items[2]["level"], 3);
  EXPECT_EQ(items[4]["verdict"], "valid");
  EXPECT_EQ(items[4]["file"], signed_badge());
  // Neither who she is in the store, nor to whom she means to show it.
  for (const std::string& hers : {id, lived, badge, std::string("destinataire-mot"), std::string("dossier-17")})
    EXPECT_FALSE(holds(seen_by_others, hers)) << hers;
}

TEST_F(Showcase, LaterChangesOfARecordDoNotChangeWhatWasPublished) {
  const std::string made = drafted(draft({{{"record", lived}}}));
  const json first = published(made);
  json changed = experience();
  changed["title"] = "Autre titre";
  must(shelf->change(self, lived, 0, changed, now));
  const json second = published(made);
  EXPECT_EQ(second["document"]["number"], 2);
  EXPECT_EQ(shown(first)["sections"][0]["items"][0]["title"], "Visites");
  EXPECT_EQ(shown(second)["sections"][0]["items"][0]["title"], "Autre titre");
}

TEST_F(Showcase, HidesWhatSheHides) {
  const json version = published(drafted(draft(
      {{{"record", lived}, {"hide", {"organisation", "place", "text", "dates", "evidence"}}, {"words", "Mes mots"}},
       {{"record", badge}, {"hide", {"issuer"}}}})));
  const json items = shown(version)["sections"][0]["items"];
  for (const char* hidden : {"orga-mot", "lieu-mot", "secret-mot", "2023-09-15", "preuve.example", "did:key"})
    EXPECT_FALSE(holds(items, hidden)) << hidden;
  EXPECT_EQ(items[0]["words"], "Mes mots");
  EXPECT_EQ(items[0]["months"], 38);
  EXPECT_FALSE(items[1].contains("file"));  // it names its issuer
  EXPECT_EQ(items[1]["title"], "Aide au repas");
}

TEST_F(Showcase, TellsWhereEvidenceLiesOnlyWhenItIsOnTheWeb) {
  const json evidence = shown(published(drafted(draft({{{"record", lived}}}))))["sections"][0]["items"][0]["evidence"];
  EXPECT_EQ(evidence[0]["url"], "https://preuve.example/mot");
  EXPECT_FALSE(evidence[1].contains("url"));
  EXPECT_FALSE(holds(evidence, "chemin-mot"));
}

TEST_F(Showcase, ShowsOfWhatOthersSaidWhatTheirAuthorsAllow) {
  const std::string made = drafted(draft({{{"record", said}}, {{"record", seen}}}));
  json version = shown(published(made));
  for (const char* hidden : {"auteur-mot", "parole-mot", "observateur-mot", "constat-mot"})
    EXPECT_FALSE(holds(version, hidden)) << hidden;
  must(shelf->change(guide, said, 0, feedback("words"), now));
  version = shown(published(made));
  EXPECT_TRUE(holds(version, "parole-mot"));
  EXPECT_FALSE(holds(version, "auteur-mot"));
  must(shelf->change(guide, said, 0, feedback("named"), now));
  EXPECT_TRUE(holds(shown(published(made)), "auteur-mot"));
  const std::string discreet = drafted(draft({{{"record", said}, {"hide", {"author", "text"}}}}));
  EXPECT_FALSE(holds(shown(published(discreet)), "auteur-mot"));
  must(shelf->change(guide, said, 0, feedback("none"), now));
  EXPECT_EQ(code(shelf->publish_showcase(self, made, weighing(), now)), "showcase.sharing");
}

TEST_F(Showcase, SheCannotAllowInAnAuthorsName) {
  EXPECT_EQ(code(shelf->change(self, said, 0, feedback("named"), now)), "store.denied");
  EXPECT_EQ(code(shelf->add(self, id, "feedback", feedback("named"), now)), "store.denied");
}

TEST_F(Showcase, AnAnswerByALinkSaysWhatMayBeShownOfIt) {
  const json asked = must(shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:1"}}}}}, now));
  const json kept = must(shelf->answer(asked["token"].get<std::string>(),
                                       {{"role", "peer"},
                                        {"by", "voisin-mot"},
                                        {"sharing", "words"},
                                        {"answers", {{{"competence", "rome:1"}, {"level", 4}, {"text", "bravo-mot"}}}}},
                                       now));
  const json version = shown(published(drafted(draft({{{"record", kept["records"][0]}}}))));
  EXPECT_TRUE(holds(version, "bravo-mot"));
  EXPECT_FALSE(holds(version, "voisin-mot"));
  EXPECT_FALSE(must(shelf->portfolio(self, id, now))["feedback"][0].contains("sharing"));
}

// What she leaves, or somebody takes back, while a publication weighs is not published any more.
TEST_F(Showcase, IsNotPublishedOverAChangeOfWhatItShows) {
  const std::string other = must(shelf->add_person(guide, {{"name", "Bob"}}, now))["id"];
  const auto team = [](const json& members) {
    return json{{"kind", "collective"}, {"name", "Cuisine"}, {"members", members}};
  };
  const std::string whole = must(shelf->add_person(guide, team({id, other}), now))["id"];
  const std::string together = must(shelf->add(self, whole, "experience", experience(), now))["id"];
  const std::string made = drafted(draft({{{"record", together}}, {{"competence", "rome:120684"}}}));
  showcase_weighing meanwhile = weighing();
  meanwhile.label = [&](const std::string&) -> std::string {
    must(shelf->change_person({role::person, other, {}}, whole, team(json::array({other})), now));
    return "Écouter";
  };
  EXPECT_EQ(code(shelf->publish_showcase(self, made, meanwhile, now)), "showcase.record");
  const std::string hers = drafted(draft({{{"record", lived}}, {{"competence", "rome:120684"}}}));
  meanwhile.label = [&](const std::string&) -> std::string {
    json changed = experience();
    changed["title"] = "Autre titre";
    must(shelf->change(self, lived, 0, changed, now));
    return "Écouter";
  };
  EXPECT_EQ(code(shelf->publish_showcase(self, hers, meanwhile, now)), "showcase.changed");
  published(hers);
}

TEST_F(Showcase, OpinionsAreWeighedByWhatIsShownAlone) {
  const json items = {{{"record", lived}, {"hide", {"competences"}}},
                      {{"record", said}, {"hide", {"level"}}},
                      {{"record", seen}},
                      {{"competence", "rome:120684"}}};
  const json opinion = shown(published(drafted(draft(items))))["sections"][0]["items"][3];
  EXPECT_EQ(opinion["kind"], "opinion");
  EXPECT_EQ(opinion["label"], "Écouter");
  EXPECT_EQ(opinion["belief"], 0.4);
  ASSERT_EQ(weighed["experiences"].size(), 1u);
  EXPECT_FALSE(weighed["experiences"][0].contains("competences"));
  EXPECT_FALSE(weighed.contains("feedback"));  // one without its level; the other without its role
  EXPECT_FALSE(weighed.contains("credentials"));
  EXPECT_EQ(code(shelf->publish_showcase(self, drafted(draft(items)), {}, now)), "showcase.opinions");
}

TEST_F(Showcase, OnlySheAndHerTeamPublish) {
  json mine = draft({{{"record", lived}}});
  const std::string by_guide = must(shelf->add(guide, id, "showcase", mine, now))["id"];  // she consents to it
  EXPECT_EQ(code(shelf->publish_showcase(guide, by_guide, weighing(), now)), "store.denied");
  EXPECT_EQ(code(shelf->publish_showcase(employer, by_guide, weighing(), now)), "store.denied");
  const json version = published(by_guide);
  const std::string version_id = version["id"];
  EXPECT_EQ(code(shelf->showcase_version(guide, version_id, now)), "");
  EXPECT_EQ(code(shelf->share_showcase(guide, version_id, json::object(), now)), "store.denied");
  EXPECT_EQ(code(shelf->withdraw_showcase(guide, version_id, now)), "store.denied");
  EXPECT_EQ(code(shelf->showcase_version(educator, version_id, now)), "store.denied");
  const json given = must(shelf->consents(self, id, now));
  must(shelf->withdraw_consent(self, given["consents"][0]["id"].get<std::string>(), now));
  EXPECT_EQ(code(shelf->showcase_version(guide, version_id, now)), "store.denied");
  EXPECT_EQ(code(shelf->add(guide, id, "showcase", mine, now)), "store.denied");
}

TEST_F(Showcase, ShowsNothingThatIsNotHers) {
  const json bob = must(shelf->add_person(guide, json::object(), now));
  const std::string other =
      must(shelf->add(herself(bob), bob["id"].get<std::string>(), "experience", experience(), now))["id"];
  EXPECT_EQ(code(shelf->publish_showcase(self, drafted(draft({{{"record", other}}})), weighing(), now)),
            "showcase.record");
  const json link = must(shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:1"}}}}}, now));
  EXPECT_EQ(code(shelf->publish_showcase(self, drafted(draft({{{"record", link["id"]}}})), weighing(), now)),
            "showcase.kind");
  EXPECT_EQ(code(shelf->publish_showcase(self, lived, weighing(), now)), "showcase.version");
  EXPECT_EQ(code(shelf->publish_showcase(self, drafted(draft(json::array())), weighing(), now)), "showcase.empty");
}

TEST_F(Showcase, IsReadStrictly) {
  const auto refused = [&](const char* pointer, json value) {
    json changed = draft({{{"record", lived}}});
    changed[json::json_pointer(pointer)] = std::move(value);
    return code(shelf->add(self, id, "showcase", changed, now));
  };
  EXPECT_EQ(refused("/language", "de"), "showcase.language");
  EXPECT_EQ(refused("/title", ""), "store.length");
  EXPECT_EQ(refused("/colour", "red"), "document.member");
  EXPECT_EQ(refused("/sections/0/items/0/competence", "rome:1"), "showcase.item");
  EXPECT_EQ(refused("/introduction", "1850578006048"), "store.nir");
  json many = json::array();
  for (int i = 0; i < 501; ++i) many.push_back({{"record", lived}});
  EXPECT_EQ(refused("/sections/0/items", many), "showcase.items");
  const json odd = draft({{{"record", lived}, {"hide", {"organization"}}}});
  EXPECT_EQ(code(shelf->publish_showcase(self, drafted(odd), weighing(), now)), "showcase.hide");
}

TEST_F(Showcase, ARemovedRecordTakesAlongTheVersionsThatShowIt) {
  const json with_it = published(drafted(draft({{{"record", lived}}, {{"record", own}}})));
  const json without = published(drafted(draft({{{"record", own}}})));
  const json closed = shared(with_it), open = shared(without);
  must(shelf->remove(self, lived, now));
  EXPECT_EQ(code(shelf->showcase_version(self, with_it["id"].get<std::string>(), now)), "store.record");
  EXPECT_EQ(opened(closed, now), "showcase.link");
  EXPECT_EQ(opened(open, now), "");
}

TEST_F(Showcase, NumberOfAVersionIsGivenOnce) {
  const std::string of = drafted(draft({{{"record", lived}}}));
  EXPECT_EQ(published(of)["document"]["number"], 1);
  const json second = published(of);
  must(shelf->remove(self, second["id"].get<std::string>(), now));
  EXPECT_EQ(published(of)["document"]["number"], 3);
  // Publishing changes nothing of the draft that she is writing, and what she writes nothing of the numbers.
  json read = must(shelf->get(self, of, now));
  EXPECT_EQ(read["version"], 1);
  read["document"]["title"] = "Mes soins, bis";
  const json changed = must(shelf->change(self, of, 1, read["document"], now));
  must(shelf->change(self, of, 2, draft({{{"record", lived}}}), now));
  json forged = draft({{{"record", lived}}});
  forged["versions"] = 41;
  must(shelf->change(self, of, 3, forged, now));
  const json versions = must(shelf->list(self, id, "showcase_version", {}, now));
  for (const json& version : versions["records"]) must(shelf->remove(self, version["id"].get<std::string>(), now));
  EXPECT_EQ(published(of)["document"]["number"], 4);
  forged["versions"] = 9;
  EXPECT_EQ(published(drafted(forged))["document"]["number"], 1);
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
}

TEST_F(Showcase, DraftTellsHowManyVersionsWerePublished) {
  const std::string of = drafted(draft({{{"record", lived}}}));
  published(of);
  published(of);
  EXPECT_EQ(must(shelf->get(self, of, now))["document"]["versions"], 2);
}

TEST_F(Showcase, WhatItsAuthorTakesBackIsShownNoMore) {
  must(shelf->change(guide, said, 0, feedback("named"), now));
  const json link = shared(published(drafted(draft({{{"record", said}}}))));
  must(shelf->change(guide, said, 0, feedback("named"), now));  // as before
  EXPECT_EQ(opened(link, now), "");
  must(shelf->change(guide, said, 0, feedback("words"), now));
  EXPECT_EQ(opened(link, now), "showcase.link");
}

TEST_F(Showcase, ATeamsExperienceIsShownByItsMembersUntilItGoes) {
  const json team = must(shelf->add_person(guide, {{"kind", "collective"}, {"members", {id}}}, now));
  const std::string team_id = team["id"];
  const std::string together = must(shelf->add(self, team_id, "experience", experience(), now))["id"];
  const std::string made = drafted(draft({{{"record", together}}}));
  json link = shared(published(made));
  EXPECT_EQ(opened(link, now), "");
  must(shelf->erase_person(administrator, team_id, now));
  EXPECT_EQ(opened(link, now), "showcase.link");
  EXPECT_EQ(code(shelf->publish_showcase(self, made, weighing(), now)), "showcase.record");
}

TEST_F(Showcase, ErasedCollectiveIsShownNeitherByAStoreThatIsRestored) {
  const json team = must(shelf->add_person(guide, {{"kind", "collective"}, {"members", {id}}}, now));
  const std::string team_id = team["id"];
  const std::string together = must(shelf->add(self, team_id, "experience", experience(), now))["id"];
  const json version = published(drafted(draft({{{"record", together}}})));
  const json theirs = shared(version), hers = shared(published(drafted(draft({{{"record", own}}}))));
  must(shelf->back_up(administrator, dir.at("b"), dir.at("k1"), now));
  must(shelf->erase_person(administrator, team_id, now));
  must(shelf->back_up(administrator, "", dir.at("k2"), now));
  must(restore_sqlite_shelf(dir.at("b"), dir.at("k2"), dir.at("r")));
  shelf = must(store::open(options_for(dir.at("r")), now));
  EXPECT_EQ(opened(theirs, now), "showcase.link");
  EXPECT_EQ(opened(hers, now), "");
  EXPECT_EQ(code(shelf->get(self, version["id"].get<std::string>(), now)), "store.record");
  EXPECT_EQ(code(shelf->get(self, theirs["id"].get<std::string>(), now)), "store.record");
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
}

TEST_F(Showcase, WhoLeavesATeamShowsNothingOfItAnyMore) {
  const json bob = must(shelf->add_person(guide, json::object(), now));
  const json members = {{"kind", "collective"}, {"members", {id, bob["id"]}}};
  const std::string team = must(shelf->add_person(guide, members, now))["id"];
  const std::string together = must(shelf->add(self, team, "experience", experience(), now))["id"];
  const json theirs = shared(published(drafted(draft({{{"record", together}}})))),
             hers = shared(published(drafted(draft({{{"record", own}}}))));
  must(shelf->change_person(self, team, members, now));
  EXPECT_EQ(opened(theirs, now), "");
  must(shelf->change_person(self, team, {{"kind", "collective"}, {"members", {bob["id"]}}}, now));
  EXPECT_EQ(opened(theirs, now), "showcase.link");
  EXPECT_EQ(opened(hers, now), "");
}

TEST_F(Showcase, WhoLeavesATeamShowsNothingThatOthersSaidOfIt) {
  const json bob = must(shelf->add_person(guide, json::object(), now));
  const std::string team =
      must(shelf->add_person(guide, {{"kind", "collective"}, {"members", {id, bob["id"]}}}, now))["id"];
  must(shelf->give_consent(self, team, consent_to("accompaniment", guide.organisation), now));
  const std::string praised = must(shelf->add(guide, team, "feedback", feedback("words"), now))["id"];
  const json theirs = shared(published(drafted(draft({{{"record", praised}}}))));
  EXPECT_EQ(opened(theirs, now), "");
  must(shelf->change_person(self, team, {{"kind", "collective"}, {"members", {bob["id"]}}}, now));
  EXPECT_EQ(opened(theirs, now), "showcase.link");
}

TEST_F(Showcase, AnEstimateHasTheNameOfItsCompetence) {
  const json items = {{{"record", lived}},
                      {{"competence", "rome:120684"}, {"label", "Chirurgie"}},
                      {{"competence", "rome:1"}, {"label", "Chirurgie"}}};
  const json version = shown(published(drafted(draft(items))));
  EXPECT_EQ(version["sections"][0]["items"][1]["label"], "Écouter");
  EXPECT_FALSE(holds(version, "Chirurgie"));
}

TEST_F(Showcase, ABadgeThatHasExpiredIsNotShownAsVerified) {
  const std::string made = drafted(draft({{{"record", badge}}, {{"record", badge}, {"hide", {"dates"}}}}));
  const auto item = [&](const context& at, int i) {
    const json record = must(shelf->publish_showcase(self, made, weighing(), at));
    return must(shelf->showcase_version(self, record["id"].get<std::string>(), at))["sections"][0]["items"][i];
  };
  EXPECT_EQ(item(now, 0)["verdict"], "valid");
  EXPECT_EQ(item(on("2031-01-01T00:00:00Z"), 0)["verdict"], "invalid");
  EXPECT_TRUE(item(now, 1).contains("verified"));  // when it was so belongs to it
  EXPECT_FALSE(item(now, 1).contains("issued"));
}

TEST_F(Showcase, ALinkIsNoName) {
  const json asked = must(shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:1"}}}}}, now));
  const json kept = must(shelf->answer(
      asked["token"].get<std::string>(),
      {{"role", "peer"}, {"sharing", "named"}, {"answers", {{{"competence", "rome:1"}, {"level", 4}}}}}, now));
  EXPECT_FALSE(holds(shown(published(drafted(draft({{{"record", kept["records"][0]}}})))), "link-"));
}

TEST_F(Showcase, HerExportHasWhatShePublished) {
  const json version = published(drafted(draft({{{"record", lived}}})));
  shared(version, {{"label", "Garage"}});
  const json all = must(shelf->export_person(self, id, now));
  std::map<std::string, int> found;
  for (const json& r : all["records"]) ++found[r["kind"].get<std::string>()];
  EXPECT_EQ(found["showcase"], 1);
  EXPECT_EQ(found["showcase_version"], 1);
  EXPECT_EQ(found["showcase_link"], 1);
}

}  // namespace
}  // namespace activateur
