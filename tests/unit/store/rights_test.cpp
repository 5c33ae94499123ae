// Every role x operation x kind x state of consent, against the policy as it is written: once on the judge alone, once
// on the store itself.
#include "store/rights.hpp"

#include <algorithm>
#include <set>

#include "shop.hpp"
#include "store/right_words.hpp"

namespace activateur {
namespace {

using namespace shop;

const json& written() {
  static const json policy = must(read_json(slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/store-policy.json")));
  return policy;
}

bool lists(const json& list, std::string_view one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// A second reading of the policy, from its text alone.
bool written_allows(std::string_view as, std::string_view what, std::string_view of, bool self, bool own,
                    const std::set<std::string>& consents) {
  for (const json& r : written()["rights"]) {
    if (!lists(r["roles"], as) || !lists(r["operations"], what) || !lists(r["kinds"], of)) continue;
    if (r.value("own", false) && !own) continue;
    const std::string when = r["when"];
    if (when == "always" || (when == "self" && self) || (when == "consent" && consents.count(r["purpose"]) > 0))
      return true;
  }
  return false;
}

TEST(Rights, EveryNameHasItsWords) {
  using namespace store_messages;
  for (std::size_t i = 0; i < role_count; ++i)
    EXPECT_EQ(role_words[i].code, "role." + std::string(name(static_cast<role>(i))));
  for (std::size_t i = 0; i < operation_count; ++i)
    EXPECT_EQ(operation_words[i].code, "operation." + std::string(name(static_cast<operation>(i))));
  for (std::size_t i = 0; i < kind_count; ++i)
    EXPECT_EQ(kind_words[i].code, "kind." + std::string(name(static_cast<record_kind>(i))));
}

TEST(Rights, ReasonOfAPeriodIsForAllOrOfEachLanguage) {
  json policy = written();
  EXPECT_EQ(must(read_store_policy(policy, {})).retention[0].why_fr.substr(0, 8), "Deux ans");
  policy["retention"][0]["reason"] = "Our own";
  const store_policy own = must(read_store_policy(policy, {}));
  EXPECT_EQ(own.retention[0].why_fr + own.retention[0].why_en, "Our ownOur own");
  for (const json& wrong : {json{{"fr", "Deux ans"}}, json{{"fr", "a"}, {"en", "b"}, {"de", "c"}}, json(3)}) {
    policy["retention"][0]["reason"] = wrong;
    EXPECT_FALSE(read_store_policy(policy, {}).ok()) << wrong;
  }
}

TEST(Rights, JudgeDecidesAsThePolicyIsWritten) {
  std::size_t allowed = 0, judged = 0;
  const std::vector<std::set<std::string>> states{
      {}, {"accompaniment"}, {"training"}, {"recruitment"}, {"accompaniment", "training", "recruitment"}};
  for (std::size_t r = 0; r < role_count; ++r)
    for (std::size_t o = 0; o < operation_count; ++o)
      for (std::size_t k = 0; k < kind_count; ++k)
        for (const bool self : {false, true})
          for (const bool own : {false, true})
            for (const auto& consents : states) {
              const access asked{static_cast<operation>(o),
                                 static_cast<record_kind>(k),
                                 self,
                                 own,
                                 {consents.begin(), consents.end()}};
              const bool found = allowing(default_store_policy(), static_cast<role>(r), asked) != nullptr;
              ASSERT_EQ(found, written_allows(name(static_cast<role>(r)), name(asked.what), name(asked.of), self, own,
                                              consents))
                  << name(static_cast<role>(r)) << ' ' << name(asked.what) << ' ' << name(asked.of);
              ++judged;
              if (found) ++allowed;
            }
  EXPECT_EQ(judged, role_count * operation_count * kind_count * 4 * 5);
  EXPECT_GT(allowed, 500u);
  EXPECT_LT(allowed, judged / 4);  // it denies by default
}

TEST(Rights, NobodyButHerselfAndTheAdministratorErases) {
  for (std::size_t r = 0; r < role_count; ++r) {
    const role as = static_cast<role>(r);
    const access other{
        operation::erase, record_kind::profile, false, false, {"accompaniment", "training", "recruitment"}};
    EXPECT_EQ(allowing(default_store_policy(), as, other) != nullptr, as == role::administrator);
  }
}

TEST(Rights, APolicyWithoutOneOfItsPeriodsIsRefusedAndSaysWhich) {
  for (std::size_t i = 0; i < 4; ++i) {
    json policy = written();
    const std::string period = policy["retention"][i]["period"];
    policy["retention"].erase(i);
    const auto read = read_store_policy(policy, "p");
    ASSERT_EQ(code(read), "store_policy.period") << period;
    EXPECT_NE(read.why().text(language::en).find('"' + period + '"'), std::string::npos);
    EXPECT_EQ(read.why().where.pointer, "/retention");
  }
}

TEST(Rights, AnEmptyPolicyDeniesEverything) {
  const json none = {{"version", "0"},
                     {"purposes", json::array()},
                     {"rights", json::array()},
                     {"retention", written()["retention"]},
                     {"smallest_count", 11}};
  const store_policy policy = must(read_store_policy(none, "p"));
  EXPECT_EQ(allowing(policy, role::administrator, {operation::maintain, record_kind::store, true, true, {}}), nullptr);
}

TEST(Rights, PolicyIsReadStrictly) {
  const auto refused = [](const char* pointer, json value) {
    json changed = written();
    changed[json::json_pointer(pointer)] = std::move(value);
    return code(read_store_policy(changed, "p"));
  };
  EXPECT_EQ(refused("/rights/0/roles/0", "king"), "store_policy.name");
  EXPECT_EQ(refused("/rights/0/when", "never"), "store_policy.name");
  EXPECT_EQ(refused("/rights/0/purpose", "accompaniment"), "store_policy.purpose");  // it is by `self`
  EXPECT_EQ(refused("/rights/8/purpose", "marketing"), "store_policy.purpose");
  EXPECT_EQ(refused("/rights/0/note", "x"), "document.member");
  EXPECT_EQ(refused("/smallest_count", 2), "field.range");
  EXPECT_EQ(refused("/retention/1/days", 0), "field.range");
  EXPECT_EQ(refused("/retention/1/period", "jurnal"), "store_policy.name");
  EXPECT_EQ(refused("/version", "2"), "");
}

// ---- The store itself.

class RightsOfStore : public with_store {
 protected:
  // Sets exactly one state of consents for every organisation.
  void consent(const std::set<std::string>& purposes) {
    const json given = must(shelf->consents(self, id, now));
    for (const json& one : given["consents"])
      if (one["withdrawn"].is_null()) must(shelf->withdraw_consent(self, one["id"].get<std::string>(), now));
    for (const std::string& purpose : purposes)
      for (const char* organisation : {"mission-locale", "centre", "garage", "reseau", "labo"})
        must(shelf->give_consent(self, id, consent_to(purpose, organisation), now));
  }
  // "" or "store.denied"; a record of every kind is there.
  std::string tried(const actor& by, operation what, record_kind of, const std::string& record) {
    const json& document = documents.at(of);
    if (what == operation::read)
      return code(of == record_kind::profile ? shelf->person(by, id, now) : shelf->get(by, record, now));
    if (what == operation::change) {
      if (of == record_kind::profile) return code(shelf->change_person(by, id, {{"name", "Anna"}}, now));
      return code(shelf->change(by, record, 0, document, now));
    }
    const auto added = of == record_kind::profile
                           ? shelf->add_person(by, json::object(), now)
                           : shelf->add(by, of == record_kind::grid ? "" : id, name(of), document, now);
    return code(added);
  }
  std::map<record_kind, json> documents;
};

TEST_F(RightsOfStore, EveryCallIsJudgedAsThePolicyIsWritten) {
  const json grid =
      must(shelf->add(curator, "", "grid",
                      {{"title", "G"}, {"criteria", {{{"id", "k"}, {"label", "L"}, {"competence", "rome:1"}}}}}, now));
  documents = {{record_kind::profile, json::object()},
               {record_kind::experience, experience()},
               {record_kind::self_assessment, {{"competence", "rome:1"}, {"level", 2}}},
               {record_kind::feedback, {{"competence", "rome:1"}, {"level", 2}, {"role", "peer"}}},
               {record_kind::observation, {{"grid", grid["id"]}, {"items", {{{"criterion", "k"}, {"level", 2}}}}}},
               {record_kind::inference, {{"of", "gap"}, {"target", "rome:K1304"}, {"result", json::object()}}},
               {record_kind::showcase, {{"title", "S"}, {"language", "fr"}}},
               {record_kind::grid, grid["document"]}};
  // Records written by somebody else than those who try.
  const actor writer{role::guide, "other", "mission-locale"};
  std::map<record_kind, std::string> records{{record_kind::grid, grid["id"]}, {record_kind::profile, id}};
  for (const record_kind of : {record_kind::experience, record_kind::self_assessment, record_kind::feedback,
                               record_kind::observation, record_kind::inference, record_kind::showcase})
    records[of] = must(shelf->add(writer, id, name(of), documents[of], now))["id"];
  const actor stranger = herself(must(shelf->add_person(guide, json::object(), now)));
  const std::vector<std::pair<actor, bool>> actors{{self, true},      {stranger, false},     {guide, false},
                                                   {educator, false}, {curator, false},      {observer, false},
                                                   {employer, false}, {administrator, false}};
  std::size_t allowed = 0, tries = 0;
  for (const std::set<std::string>& state :
       {std::set<std::string>{}, {"accompaniment"}, {"training"}, {"recruitment"}}) {
    consent(state);
    for (const auto& [by, is_self] : actors)
      for (const auto& [of, record] : records)
        for (const operation what : {operation::read, operation::add, operation::change}) {
          const operation judged = of == record_kind::profile && what == operation::add ? operation::create : what;
          const bool expected =
              written_allows(name(by.as), name(judged), name(of), is_self && of != record_kind::grid, false, state);
          ASSERT_EQ(tried(by, what, of, record), expected ? "" : "store.denied")
              << name(by.as) << ' ' << name(judged) << ' ' << name(of) << ' ' << (state.empty() ? "-" : *state.begin());
          ++tries;
          if (expected) ++allowed;
        }
  }
  EXPECT_EQ(tries, 4u * 8 * 8 * 3);
  EXPECT_GT(allowed, 100u);
}

TEST_F(RightsOfStore, EveryActOnAnAchievementIsJudgedAsThePolicyIsWritten) {
  const json begun{
      {"achievement", {{"name", "A"}, {"description", "D"}, {"criteria", {{"credential", "https://b.example/1"}}}}}};
  // What is tried goes as far as the policy: beyond it, a stranger is no party, or a version is not the last.
  const auto acted = [&](const actor& by, operation what, const std::string& record, const std::string& person) {
    switch (what) {
      case operation::read: return code(shelf->get(by, record, now));
      case operation::add: return code(shelf->add_achievement(by, person, begun, now));
      case operation::propose: return code(shelf->propose(by, record, {{"based_on", 9}}, now));
      case operation::agree: return code(shelf->answer_proposal(by, record, 9, "sha256:x", true, {}, now));
      case operation::publish: return code(shelf->publish(by, record, 9, "sha256:x", now));
      default: return code(shelf->withdraw_achievement(by, record, "no reason", now));
    }
  };
  const actor writer{role::guide, "other", "mission-locale"};
  const std::vector<std::pair<record_kind, std::string>> records{
      {record_kind::achievement, must(shelf->add_achievement(writer, {}, begun, now))["id"]},
      {record_kind::individual_achievement, must(shelf->add_achievement(writer, id, begun, now))["id"]}};
  const actor stranger = herself(must(shelf->add_person(guide, json::object(), now)));
  const std::vector<std::pair<actor, bool>> actors{{self, true},      {stranger, false},     {guide, false},
                                                   {educator, false}, {curator, false},      {observer, false},
                                                   {employer, false}, {administrator, false}};
  std::size_t allowed = 0, tries = 0;
  for (const std::set<std::string>& state :
       {std::set<std::string>{}, {"accompaniment"}, {"training"}, {"recruitment"}, {"observation"}}) {
    consent(state);
    for (const auto& [by, is_self] : actors)
      for (const auto& [of, record] : records)
        for (const operation what : {operation::read, operation::add, operation::propose, operation::agree,
                                     operation::publish, operation::withdraw}) {
          const bool hers = of == record_kind::individual_achievement;
          const bool expected = written_allows(name(by.as), name(what), name(of), is_self && hers, false,
                                               hers ? state : std::set<std::string>{});
          ASSERT_EQ(acted(by, what, record, hers ? id : "") != "store.denied", expected)
              << name(by.as) << ' ' << name(what) << ' ' << name(of) << ' ' << (state.empty() ? "-" : *state.begin());
          ++tries;
          if (expected) ++allowed;
        }
  }
  EXPECT_EQ(tries, 5u * 8 * 2 * 6);
  EXPECT_GT(allowed, 100u);
}

TEST_F(RightsOfStore, ConsentOpensAtOnceAndItsWithdrawalCloses) {
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  EXPECT_EQ(code(shelf->get(employer, lived, now)), "store.denied");
  const json given = must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now));
  EXPECT_EQ(given["text_version"], "2026-01");
  EXPECT_EQ(given["given"], "2026-06-01T08:00:00Z");
  EXPECT_EQ(code(shelf->get(employer, lived, now)), "");
  const actor other{role::organisation, "o-2", "boulangerie"};
  EXPECT_EQ(code(shelf->get(other, lived, now)), "store.denied");  // for one organisation, not all
  const json withdrawn = must(shelf->withdraw_consent(self, given["id"].get<std::string>(), now));
  EXPECT_EQ(withdrawn["withdrawn"], "2026-06-01T08:00:00Z");
  EXPECT_EQ(code(shelf->get(employer, lived, now)), "store.denied");
  EXPECT_EQ(code(shelf->withdraw_consent(self, given["id"].get<std::string>(), now)), "store.withdrawn");
}

TEST_F(RightsOfStore, ConsentsOfANewPersonAreJudgedAsThePolicyIsWritten) {
  const json with_consents{
      {"consents", {consent_to("accompaniment", "mission-locale"), consent_to("recruitment", "garage")}}};
  std::size_t allowed = 0;
  const actor herself_to_be{role::person, "new", {}};
  for (const actor& by : {herself_to_be, self, guide, educator, curator, observer, employer, administrator}) {
    const bool created = written_allows(name(by.as), "create", "profile", false, false, {});
    const bool expected = created && written_allows(name(by.as), "add", "consent", by.id == "new", false, {});
    const std::string cursor = must(shelf->changes(administrator, {}, now))["cursor"];
    const result<json> added = shelf->add_person(by, with_consents, now);
    EXPECT_EQ(code(added), expected ? "" : "store.denied") << name(by.as);
    // A denial leaves nothing but its entry.
    EXPECT_EQ(must(shelf->changes(administrator, {cursor, 0}, now))["changes"].size(), expected ? 3u : 0u);
    if (expected) ++allowed;
  }
  EXPECT_EQ(allowed, 3u);  // herself, a guide, an administrator
  json members = with_consents;
  members["kind"] = "collective";
  members["members"] = {id};
  EXPECT_EQ(code(shelf->add_person(self, members, now)), "");  // a collective of her own
}

TEST_F(RightsOfStore, AHostsPolicyMayKeepGuidesFromRecordingConsents) {
  json strict = written();
  json& rights = strict["rights"];
  for (json& r : rights)
    if (lists(r["operations"], "add") && lists(r["kinds"], "consent")) r["roles"] = {"administrator"};
  store_options options = options_for(dir.at("strict"));
  options.policy = &strict;
  const auto kept = must(store::open(options, now));
  const json with_consents{{"consents", {consent_to("recruitment", "garage")}}};
  EXPECT_EQ(code(kept->add_person(guide, with_consents, now)), "store.denied");
  EXPECT_EQ(code(kept->add_person(guide, json::object(), now)), "");
  EXPECT_EQ(code(kept->add_person(administrator, with_consents, now)), "");
}

TEST_F(RightsOfStore, CreationAndItsConsentsAreInTheJournalByTheirIds) {
  const json entries = must(shelf->journal(administrator, {}, now))["entries"];
  ASSERT_EQ(entries.size(), 3u);  // Anna's creation, her consent, this look
  EXPECT_EQ(entries[0]["operation"], "create");
  EXPECT_EQ(entries[0]["person"], id);
  EXPECT_EQ(entries[1]["operation"], "add");
  EXPECT_EQ(entries[1]["kind"], "consent");
  EXPECT_EQ(entries[1]["person"], id);
  EXPECT_EQ(entries[1]["record"], anna["consents"][0]);
  const json given = must(shelf->give_consent(self, id, consent_to("training", "centre"), now));
  EXPECT_EQ(must(shelf->journal(administrator, {}, now))["entries"][3]["record"], given["id"]);
}

TEST_F(RightsOfStore, WithdrawalClosesForAReaderWhoseClockIsBehind) {
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  const json given = must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now));
  must(shelf->withdraw_consent(self, given["id"].get<std::string>(), on("2026-06-01T09:00:00Z")));
  EXPECT_EQ(code(shelf->get(employer, lived, on("2026-06-01T08:30:00Z"))), "store.denied");
}

TEST_F(RightsOfStore, WithdrawalClosesAllThatWasAgreedToForThePurposeAndTheOrganisation) {
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  json later = consent_to("recruitment", "garage");
  later["given"] = "2026-07-01";
  must(shelf->give_consent(self, id, later, now));
  const std::string twin = must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now))["id"];
  const std::string other = must(shelf->give_consent(self, id, consent_to("recruitment", "boulangerie"), now))["id"];
  const std::string given = must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now))["id"];
  const json cursor = must(shelf->changes(administrator, {}, now))["cursor"];
  EXPECT_EQ(must(shelf->withdraw_consent(self, given, now))["id"], given);
  EXPECT_EQ(code(shelf->get(employer, lived, now)), "store.denied");
  EXPECT_EQ(code(shelf->get(employer, lived, on("2026-07-02"))), "store.denied");
  EXPECT_EQ(code(shelf->withdraw_consent(self, twin, now)), "store.withdrawn");
  EXPECT_EQ(code(shelf->get({role::organisation, "o-2", "boulangerie"}, lived, now)), "");
  EXPECT_EQ(code(shelf->person(guide, id, now)), "");  // her other consents stay open
  const json told = must(shelf->changes(administrator, {cursor.get<std::string>(), 0}, now))["changes"];
  EXPECT_EQ(told.size(), 3u);
  EXPECT_EQ(code(shelf->withdraw_consent(self, other, now)), "");
  const json journal = must(shelf->journal(administrator, {}, now))["entries"];
  EXPECT_EQ(std::count_if(journal.begin(), journal.end(),
                          [](const json& e) { return e["operation"] == "withdraw" && e["allowed"] == true; }),
            4);
}

TEST_F(RightsOfStore, ConsentGivenForLaterIsNotOneYet) {
  json later = consent_to("recruitment", "garage");
  later["given"] = "2026-07-01";
  must(shelf->give_consent(self, id, later, now));
  const std::string lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
  EXPECT_EQ(code(shelf->get(employer, lived, now)), "store.denied");
  EXPECT_EQ(code(shelf->get(employer, lived, on("2026-07-02"))), "");
}

TEST_F(RightsOfStore, ConsentNamesAPurposeOfThePolicy) {
  EXPECT_EQ(code(shelf->give_consent(self, id, consent_to("marketing", "garage"), now)), "store.purpose");
  EXPECT_EQ(code(shelf->give_consent(guide, id, consent_to("recruitment", "garage"), now)), "store.denied");
}

TEST_F(RightsOfStore, PortfolioHasWhatTheReaderMayRead) {
  must(shelf->add(self, id, "experience", experience(), now));
  must(shelf->add(self, id, "self_assessment", {{"competence", "rome:1"}, {"level", 2}}, now));
  must(shelf->give_consent(self, id, consent_to("recruitment", "garage"), now));
  const json seen = must(shelf->portfolio(employer, id, now));
  EXPECT_TRUE(seen.contains("experiences"));
  EXPECT_FALSE(seen.contains("self_assessments"));
  EXPECT_EQ(code(shelf->portfolio(observer, id, now)), "store.denied");
}

TEST_F(RightsOfStore, AuthorChangesWhatSheWroteAndNobodyElseDoes) {
  must(shelf->give_consent(self, id, consent_to("training", "centre"), now));
  const std::string lived = must(shelf->add(educator, id, "experience", experience(), now))["id"];
  EXPECT_EQ(code(shelf->change(educator, lived, 0, experience(), now)), "");
  const actor colleague{role::educator, "e-2", "centre"};
  EXPECT_EQ(code(shelf->change(colleague, lived, 0, experience(), now)), "store.denied");
}

TEST_F(RightsOfStore, EveryCallNeedsSomebody) {
  EXPECT_EQ(code(shelf->person({role::administrator, "", ""}, id, now)), "store.actor");
  EXPECT_EQ(code(shelf->person({role::guide, std::string(600, 'x'), ""}, id, now)), "store.actor");
}

// ---- The journal.

TEST_F(RightsOfStore, JournalHasWhatMattersAndEveryDenial) {
  (void)shelf->person(employer, id, now);  // denied
  must(shelf->person(guide, id, now));     // another reads
  must(shelf->person(self, id, now));      // herself: not recorded
  const json journal = must(shelf->journal(administrator, {}, now));
  const json& entries = journal["entries"];
  ASSERT_EQ(entries.size(), 5u);  // the creation and its consent, the denial, the reading, this very look
  EXPECT_EQ(entries[0]["operation"], "create");
  EXPECT_EQ(entries[2]["allowed"], false);
  EXPECT_EQ(entries[2]["actor"], "o-1");
  EXPECT_EQ(entries[2]["organisation"], "garage");
  EXPECT_EQ(entries[3]["operation"], "read");
  EXPECT_EQ(entries[3]["person"], id);
  EXPECT_EQ(entries[4]["operation"], "inspect");
  EXPECT_EQ(code(shelf->journal(guide, {}, now)), "store.denied");
}

TEST_F(RightsOfStore, PortfolioReadByAnotherIsRecordedForEachKindInIt) {
  must(shelf->add(self, id, "experience", experience(), now));
  must(shelf->add(self, id, "self_assessment", {{"competence", "rome:1"}, {"level", 2}}, now));
  must(shelf->add(self, id, "declaration", {{"identities", {"mailto:a@example.org"}}}, now));
  must(shelf->add_credential(self, id, slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "examples/badge.jwt"), now));
  const std::string team = must(shelf->add_person(guide, {{"kind", "collective"}, {"members", {id}}}, now))["id"];
  must(shelf->add(self, team, "experience", experience(), now));
  const auto read_since = [&](std::size_t from) {
    std::multiset<std::string> out;
    const json entries = must(shelf->journal(administrator, {}, now))["entries"];
    for (std::size_t i = from; i + 1 < entries.size(); ++i) {  // the last is this very look
      EXPECT_EQ(entries[i]["operation"], "read");
      EXPECT_EQ(entries[i]["allowed"], true);
      out.insert(entries[i]["kind"].get<std::string>() + (entries[i]["person"] == team ? " of the team" : ""));
    }
    return out;
  };
  const std::size_t before = must(shelf->journal(administrator, {}, now))["entries"].size();
  must(shelf->portfolio(self, id, now));
  EXPECT_EQ(read_since(before), std::multiset<std::string>{});
  must(shelf->portfolio(guide, id, now));
  EXPECT_EQ(read_since(before + 1), (std::multiset<std::string>{"experience", "self_assessment", "declaration",
                                                                "credential", "experience of the team"}));
}

TEST_F(RightsOfStore, VerdictsThatAnotherKeepsAreRecordedOnce) {
  for (const char* badge : {"hygiene", "repas"})
    must(shelf->add_credential(
        self, id, slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/credentials" / (std::string(badge) + ".json")),
        now));
  const std::size_t before = must(shelf->journal(administrator, {}, now))["entries"].size();
  must(shelf->verify_wallet(guide, id, {}, 1, now));
  const json entries = must(shelf->journal(administrator, {}, now))["entries"];
  ASSERT_EQ(entries.size(), before + 3);  // read, change, this very look
  EXPECT_EQ(entries[before]["operation"], "read");
  EXPECT_EQ(entries[before + 1]["operation"], "change");
  EXPECT_EQ(entries[before + 1]["kind"], "credential");
  EXPECT_EQ(entries[before + 1]["person"], id);
}

TEST_F(RightsOfStore, WhoProbesLeavesATrace) {
  const std::size_t before = must(shelf->journal(administrator, {}, now))["entries"].size();
  const actor stranger{role::person, "nobody", {}};
  const json probe = {{"identifiers", {{{"system", "si"}, {"value", "dossier-17"}}}}};
  EXPECT_EQ(code(shelf->add_person(stranger, probe, now)), "store.identifier");
  EXPECT_EQ(code(shelf->find_person(guide, "si", "dossier-18", now)), "store.denied");
  EXPECT_EQ(code(shelf->asked("a-guess", now)), "store.link");
  EXPECT_EQ(
      code(shelf->answer("a-guess", {{"role", "peer"}, {"answers", {{{"competence", "rome:1"}, {"level", 3}}}}}, now)),
      "store.link");
  EXPECT_EQ(code(shelf->open_showcase("a-guess", now)), "showcase.link");
  const json entries = must(shelf->journal(administrator, {}, now))["entries"];
  std::vector<std::string> seen;
  for (std::size_t i = before; i + 1 < entries.size(); ++i) {
    EXPECT_EQ(entries[i]["allowed"], false);
    EXPECT_FALSE(entries[i].contains("person"));
    seen.push_back(entries[i]["role"].get<std::string>() + ' ' + entries[i]["operation"].get<std::string>() + ' ' +
                   entries[i]["kind"].get<std::string>());
  }
  EXPECT_EQ(seen,
            (std::vector<std::string>{"person create profile", "guide find profile", "guest read feedback_request",
                                      "guest add feedback", "guest read showcase_link"}));
  EXPECT_EQ(must(shelf->count(observer, now))["counts"].size(), 6u);
  EXPECT_EQ(must(shelf->check(administrator, now))["ok"], true);
}

TEST_F(RightsOfStore, WhatIsNoDocumentIsRefusedBeforeAnybodyIsJudged) {
  const auto before = must(shelf->journal(administrator, {}, now))["entries"].size();
  json wrong = experience();
  wrong["experience"] = 1;
  EXPECT_NE(code(shelf->add(guide, id, "experience", wrong, now)), "");
  EXPECT_EQ(must(shelf->journal(administrator, {}, now))["entries"].size(), before + 1);
}

}  // namespace
}  // namespace activateur
