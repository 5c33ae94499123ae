// Achievements in the store: who may, what they may refer to, what is kept of whom, who is close.
#include <set>

#include "shop.hpp"
#include "store/negotiation.hpp"

namespace activateur {
namespace {

using namespace shop;

json achievement(const json& criteria, const char* name = "Accueillir") {
  return {{"name", name}, {"description", "Fictif"}, {"criteria", criteria}};
}
const json a_badge{{"credential", "https://b.example/1"}};

class Achievements : public with_store {
 protected:
  json add(const actor& by, const json& criteria, std::vector<std::string> parties = {}) {
    return must(shelf->add_achievement(by, {}, {{"achievement", achievement(criteria)}, {"parties", parties}}, now));
  }
  static std::string digest(const json& record) { return record["document"]["versions"].back()["digest"]; }
  static std::int64_t version(const json& record) { return record["document"]["versions"].back()["version"]; }
  static std::string id_of(const json& record) { return record["id"]; }
  // Put and, with no other party, published.
  json published(const json& criteria) {
    const json record = add(employer, criteria);
    must(shelf->propose(employer, id_of(record), {{"based_on", 1}}, now));
    return must(shelf->publish(employer, id_of(record), 1, digest(record), now));
  }
  json count_near(const actor& by, const json& record, std::set<std::string>* named = nullptr) {
    std::size_t persons = 0;
    const auto done = shelf->each_counted(by, id_of(record), now,
                                          [&](const std::string& person, bool may, const json&) -> result<void> {
                                            ++persons;
                                            if (may && named != nullptr) named->insert(person);
                                            return {};
                                          });
    return done ? json(persons) : json(done.why().what.code());
  }
};

TEST_F(Achievements, AreNegotiatedByTheirPartiesAndKept) {
  const json begun = add(employer, a_badge, {"educator@centre"});
  const std::string record = id_of(begun);
  must(shelf->propose(employer, record, {{"based_on", 1}, {"why", "Nous cherchons"}}, now));
  const json countered = must(shelf->propose(
      educator, record, {{"based_on", 1}, {"why", "Par l'expérience"}, {"achievement", achievement({{"feedback", 2}})}},
      now));
  EXPECT_EQ(countered["document"]["state"], "proposed");
  EXPECT_EQ(code(shelf->answer_proposal(employer, record, 1, digest(begun), true, {}, now)), "negotiation.version");
  const json agreed = must(shelf->answer_proposal(employer, record, 2, digest(countered), true, {}, now));
  EXPECT_EQ(agreed["document"]["state"], "agreed");
  const json out = must(shelf->publish(employer, record, 2, digest(countered), now));
  EXPECT_EQ(out["document"]["state"], "published");
  // All of it is read again, by anybody, after the store is opened anew.
  reopen(on("2026-06-02"));
  const json read = must(shelf->get(observer, record, now));
  EXPECT_EQ(read["document"], out["document"]);
  EXPECT_EQ(read["document"]["versions"][1]["why"], "Par l'expérience");
  EXPECT_EQ(read["document"]["answers"].size(), 3U);  // twice by proposing, once by agreeing
  const json all = must(shelf->achievements(observer, {}, now));
  ASSERT_EQ(all["achievements"].size(), 1U);
  EXPECT_EQ(all["achievements"][0]["version"], 2);
  EXPECT_EQ(all["achievements"][0]["digest"], digest_of(all["achievements"][0]["achievement"]));
}

TEST_F(Achievements, AreDeniedToWhomThePolicyAllowsNothing) {
  const json record = add(employer, a_badge);
  for (const actor& by : {observer, administrator}) {
    EXPECT_EQ(code(shelf->add_achievement(by, {}, {{"achievement", achievement(a_badge)}}, now)), "store.denied");
    EXPECT_EQ(code(shelf->propose(by, id_of(record), {{"based_on", 1}}, now)), "store.denied");
    EXPECT_EQ(code(shelf->answer_proposal(by, id_of(record), 1, digest(record), true, {}, now)), "store.denied");
    EXPECT_EQ(code(shelf->publish(by, id_of(record), 1, digest(record), now)), "store.denied");
    EXPECT_EQ(code(shelf->withdraw_achievement(by, id_of(record), "x", now)), "store.denied");
  }
  EXPECT_EQ(code(shelf->publish(guide, id_of(record), 1, digest(record), now)), "store.denied");
  EXPECT_EQ(code(shelf->remove(employer, id_of(record), now)), "store.denied");  // they are withdrawn, never removed
  EXPECT_EQ(code(shelf->change(employer, id_of(record), 0, achievement(a_badge), now)), "store.kind");
  const json journal = must(shelf->journal(administrator, {}, now));
  std::set<std::string> operations;
  for (const json& e : journal["entries"]) operations.insert(e["operation"]);
  EXPECT_TRUE(operations.contains("propose") && operations.contains("agree") && operations.contains("publish"));
}

TEST_F(Achievements, ReferToWhatIsThereAndNeverInARing) {
  const json first = add(employer, a_badge);
  EXPECT_EQ(code(shelf->add_achievement(employer, {}, {{"achievement", achievement({{"achievement", "x"}})}}, now)),
            "achievement.unknown");
  const json second = add(employer, {{"achievement", id_of(first)}});
  const json third = add(employer, {{"achievement", id_of(second)}});
  const auto ring = shelf->propose(
      employer, id_of(first), {{"based_on", 1}, {"achievement", achievement({{"achievement", id_of(third)}})}}, now);
  EXPECT_EQ(code(ring), "achievement.cycle");
  EXPECT_NE(ring.why().text(language::en).find(id_of(third)), std::string::npos);
  EXPECT_EQ(
      code(shelf->add_achievement(employer, {}, {{"achievement", achievement({{"observation", id_of(first)}})}}, now)),
      "store.grid");
}

TEST_F(Achievements, ThatAreAskedForArePublishedFirst) {
  const json first = add(employer, a_badge);
  const json second = add(employer, {{"achievement", id_of(first)}});
  must(shelf->propose(employer, id_of(second), {{"based_on", 1}}, now));
  EXPECT_EQ(code(shelf->publish(employer, id_of(second), 1, digest(second), now)), "negotiation.unpublished");
  EXPECT_EQ(must(shelf->get(employer, id_of(second), now))["document"]["state"], "agreed");  // nothing was kept
  must(shelf->propose(employer, id_of(first), {{"based_on", 1}}, now));
  must(shelf->publish(employer, id_of(first), 1, digest(first), now));
  EXPECT_EQ(code(shelf->publish(employer, id_of(second), 1, digest(second), now)), "");
}

TEST_F(Achievements, OfAPersonAreHersAndGoWithHer) {
  const json mine = must(shelf->add_achievement(self, id, {{"achievement", achievement(a_badge)}}, now));
  EXPECT_EQ(mine["kind"], "individual_achievement");
  EXPECT_EQ(mine["person"], id);
  EXPECT_EQ(code(shelf->get(employer, id_of(mine), now)), "store.denied");
  EXPECT_EQ(code(shelf->get(guide, id_of(mine), now)), "");  // she consents to be accompanied
  must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now));
  must(shelf->propose(self, id_of(mine), {{"based_on", 1}, {"parties", json::array({"organisation@garage"})}}, now));
  must(shelf->answer_proposal(employer, id_of(mine), 1, digest(mine), true, {}, now));
  EXPECT_EQ(code(shelf->publish(employer, id_of(mine), 1, digest(mine), now)), "store.denied");  // she alone
  must(shelf->publish(self, id_of(mine), 1, digest(mine), now));
  EXPECT_EQ(must(shelf->achievements(self, id, now))["achievements"].size(), 1U);
  EXPECT_TRUE(must(shelf->achievements(employer, {}, now))["achievements"].empty());
  // Expected ones do not ask for what is a person's own.
  EXPECT_EQ(
      code(shelf->add_achievement(employer, {}, {{"achievement", achievement({{"achievement", id_of(mine)}})}}, now)),
      "achievement.unknown");
  const json everything = must(shelf->export_person(self, id, now));
  EXPECT_NE(everything.dump().find(id_of(mine)), std::string::npos);
  must(shelf->erase_person(self, id, now));
  EXPECT_EQ(code(shelf->get(guide, id_of(mine), now)), "store.record");
}

TEST_F(Achievements, OfAPersonAreHersWhoeverBeganThem) {
  must(shelf->give_consent(self, id, consent_to("training", "centre"), now));
  const json begun = must(shelf->add_achievement(
      guide, id, {{"achievement", achievement(a_badge)}, {"parties", json::array({"educator@centre"})}}, now));
  const std::string record = id_of(begun);
  must(shelf->propose(guide, record, {{"based_on", 1}}, now));
  const auto without = [](const std::string& whom) {
    return json{{"based_on", 1}, {"why", "Sans réponse"}, {"without", json::array({whom})}};
  };
  EXPECT_EQ(code(shelf->propose(guide, record, without("person:" + id), now)), "negotiation.stays");
  EXPECT_EQ(code(shelf->propose(educator, record, without("guide@" + guide.organisation), now)), "negotiation.began");
  EXPECT_EQ(code(shelf->propose(self, record, without("guide@" + guide.organisation), now)), "negotiation.stays");
  const json fewer = must(shelf->propose(self, record, without("educator@centre"), now));
  EXPECT_EQ(fewer["document"]["versions"][1]["parties"].size(), 2U);
  EXPECT_EQ(code(shelf->withdraw_achievement(guide, record, "Trop tôt", now)), "store.denied");
  EXPECT_EQ(must(shelf->withdraw_achievement(self, record, "Trop tôt", now))["document"]["state"], "withdrawn");
}

TEST_F(Achievements, WhatIsNobodysNamesNoPerson) {
  // Who may not read of her learns not even that she is there.
  const auto inviting = [&](const std::string& person) {
    return code(shelf->add_achievement(
        employer, {}, {{"achievement", achievement(a_badge)}, {"parties", json::array({"person:" + person})}}, now));
  };
  EXPECT_EQ(inviting(id), "store.person");
  EXPECT_EQ(inviting("00000000-0000-4000-8000-000000000000"), "store.person");
  must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now));
  const json record = add(employer, a_badge, {"person:" + id}), another = add(employer, a_badge, {"person:" + id});
  EXPECT_NE(record["document"]["versions"][0]["parties"][1], another["document"]["versions"][0]["parties"][1]);
  must(shelf->propose(employer, id_of(record), {{"based_on", 1}}, now));
  const json agreed = must(shelf->answer_proposal(self, id_of(record), 1, digest(record), true, {}, now));
  EXPECT_EQ(agreed["document"]["state"], "agreed");
  EXPECT_EQ(agreed.dump().find(id), std::string::npos);
  EXPECT_EQ(
      code(shelf->add_achievement(
          employer, {}, {{"achievement", achievement(a_badge)}, {"parties", json::array({"person:nobody"})}}, now)),
      "store.id");
}

TEST_F(Achievements, OfATeamAreSpokenForByItsMembers) {
  const std::string team = must(shelf->add_person(guide, {{"kind", "collective"}, {"members", {id}}}, now))["id"];
  const json ours = must(shelf->add_achievement(self, team, {{"achievement", achievement(a_badge)}}, now));
  EXPECT_EQ(ours["document"]["versions"][0]["parties"].size(), 1U);
  must(shelf->propose(self, id_of(ours), {{"based_on", 1}}, now));
  EXPECT_EQ(code(shelf->publish(self, id_of(ours), 1, digest(ours), now)), "");
}

TEST_F(Achievements, RefuseSocialSecurityNumbers) {
  json document = achievement(a_badge);
  document["narrative"] = "1850578006048";
  EXPECT_EQ(code(shelf->add_achievement(employer, {}, {{"achievement", document}}, now)), "store.nir");
  const json record = add(employer, a_badge);
  EXPECT_EQ(code(shelf->answer_proposal(employer, id_of(record), 1, digest(record), false, "1850578006048", now)),
            "store.nir");
}

TEST_F(Achievements, WhatAPersonRemovedIsAskedForNoLonger) {
  const json base = must(shelf->add_achievement(self, id, {{"achievement", achievement(a_badge)}}, now));
  const json above =
      must(shelf->add_achievement(self, id, {{"achievement", achievement({{"achievement", id_of(base)}})}}, now));
  for (const json& one : {base, above}) {
    must(shelf->propose(self, id_of(one), {{"based_on", 1}}, now));
    must(shelf->publish(self, id_of(one), 1, digest(one), now));
  }
  EXPECT_EQ(must(shelf->achievements(self, id, now))["achievements"].size(), 2U);
  must(shelf->remove(self, id_of(base), now));
  EXPECT_TRUE(must(shelf->achievements(self, id, now))["achievements"].empty());
}

TEST_F(Achievements, AreCountedOverThoseWhoConsentAndNamedToThoseWhoMay) {
  const json record = published(a_badge);
  std::vector<std::string> others;
  for (const char* purpose : {"recruitment", "training", "observation", "accompaniment"}) {
    const char* organisation = std::string_view(purpose) == "recruitment"   ? "garage"
                               : std::string_view(purpose) == "training"    ? "centre"
                               : std::string_view(purpose) == "observation" ? "labo"
                                                                            : "other";
    others.push_back(must(shelf->add_person(guide, {{"consents", {consent_to(purpose, organisation)}}}, now))["id"]);
  }
  std::set<std::string> named;
  EXPECT_EQ(count_near(guide, record, &named), 1);  // Anna, who is accompanied
  EXPECT_EQ(named, std::set<std::string>{id});
  named.clear();
  EXPECT_EQ(count_near(employer, record, &named), 1);
  EXPECT_TRUE(named.empty());  // an employer is told how many, never who
  EXPECT_EQ(count_near(educator, record, &named), 1);
  EXPECT_EQ(named, std::set<std::string>{others[1]});
  EXPECT_EQ(count_near(observer, record), 1);
  EXPECT_EQ(count_near(self, record), "store.denied");
  must(shelf->withdraw_consent(
      herself({{"id", others[2]}}),
      must(shelf->consents(herself({{"id", others[2]}}), others[2], now))["consents"][0]["id"].get<std::string>(),
      now));
  EXPECT_EQ(count_near(observer, record), 0);
  const json journal = must(shelf->journal(administrator, {}, now));
  std::size_t near = 0;
  for (const json& e : journal["entries"])
    if (e["operation"] == "near" && e["allowed"] == true) ++near;
  EXPECT_EQ(near, 2U);  // each naming is recorded
}

TEST_F(Achievements, PathwaysHaveStepsThatAreThere) {
  const json draft = add(employer, a_badge);
  const json early{{"title", "P"}, {"steps", {{{"id", "1"}, {"achievement", id_of(draft)}}}}};
  EXPECT_EQ(code(shelf->add(curator, {}, "pathway", early, now)), "negotiation.unpublished");
  const json record = published(a_badge);
  const json path{{"title", "P"}, {"steps", {{{"id", "1"}, {"achievement", id_of(record)}}}}};
  const json kept = must(shelf->add(curator, {}, "pathway", path, now));
  EXPECT_EQ(kept["document"], path);
  json wrong = path;
  wrong["steps"][0]["achievement"] = id;
  EXPECT_EQ(code(shelf->add(curator, {}, "pathway", wrong, now)), "achievement.unknown");
  EXPECT_EQ(code(shelf->change(curator, id_of(kept), 1, wrong, now)), "achievement.unknown");
  EXPECT_EQ(code(shelf->add(observer, {}, "pathway", path, now)), "store.denied");
  EXPECT_EQ(code(shelf->change(guide, id_of(kept), 1, path, now)), "store.denied");  // not hers
}

}  // namespace
}  // namespace activateur
