#include "recognition/portfolio.hpp"

#include <random>

#include "recognition/person_id.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

std::string refusal(const json& document) {
  const auto read = read_portfolio(document, "p.json");
  return read ? "accepted" : std::string(read.why().what.code()) + " at " + read.why().where.pointer;
}

TEST(Portfolio, ABareHeldJobIsOne) {
  const auto p = read_portfolio({{"holds_job", "rome:K1304"}}, "p");
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->holds_job, "rome:K1304");
  EXPECT_EQ(p->weekly_hours, 20);
}

TEST(Portfolio, ReadsEveryMember) {
  const auto document = read_json(R"({
    "schema": "activateur/portfolio/1", "person": "Mésange", "about": "a note",
    "credentials": [{"id": "a", "content_base64": "e30="}, {"id": "b", "content": "{}"}],
    "experiences": [{"id": "x", "title": "Cantine", "kind": "work", "from": "2020-01-01", "to": "2021-01-01",
                     "hours_per_week": 20, "jobs": ["rome:G1607"], "competences": ["rome:300446"]}],
    "self_assessments": [{"id": "s", "competence": "rome:300446", "level": 3}],
    "feedback": [{"id": "f", "competence": "rome:300446", "role": "client", "by": "c1", "level": 4, "at": "2026-01-01"}],
    "overrides": [{"competence": "rome:300446", "state": "recognised", "author": "guide-1", "reason": "seen"}],
    "conditions": ["licence_b"],
    "constraints": {"budget_euros": 700, "weekly_hours": 22, "deadline": "2027-09-30", "max_distance_km": 30}})");
  ASSERT_TRUE(document.ok());
  const auto p = read_portfolio(*document, "p");
  ASSERT_TRUE(p.ok()) << p.why().text(language::en);
  EXPECT_EQ(p->credentials[0].content, "{}");
  EXPECT_NEAR(p->experiences[0].months, 12.02, 0.01);
  EXPECT_EQ(p->feedbacks[0].kind, "feedback");
  EXPECT_EQ(p->overrides[0].reason, "seen");
  EXPECT_EQ(p->max_distance_km, 30);
}

TEST(Portfolio, ReadsConstraints) {
  const auto p = read_portfolio(json::parse(R"({"constraints": {
        "availability": [{"from": "2027-02-08", "to": "2027-02-21", "reason": "school holidays"},
                         {"from": "2027-07-01", "to": "2027-08-31", "weekly_hours": 35}],
        "means": [{"by": "bicycle"}, {"by": "public_transport", "max_km": 25}],
        "refuses": {"opportunities": ["a"], "kinds": ["vae"], "providers": ["School"]},
        "imposes": [{"opportunity": "b", "start": "2027-01-25"}, {"opportunity": "c"}]}})"),
                                "p");
  ASSERT_TRUE(p.ok()) << p.why().text(language::en);
  ASSERT_EQ(p->availabilities.size(), 2U);
  EXPECT_EQ(to_date(p->availabilities[0].to), "2027-02-21");
  EXPECT_EQ(p->availabilities[0].weekly_hours, 0);
  EXPECT_EQ(p->availabilities[1].weekly_hours, 35);
  EXPECT_FALSE(p->means[0].max_km);
  EXPECT_EQ(p->means[1].max_km, 25);
  EXPECT_EQ(p->refused.kinds, std::vector<std::string>{"vae"});
  EXPECT_EQ(p->imposed[0].opportunity, "b");
  EXPECT_EQ(to_date(*p->imposed[0].start), "2027-01-25");
  EXPECT_FALSE(p->imposed[1].start);
}

TEST(Portfolio, PointsAtWhatIsWrongInConstraints) {
  const auto with = [](const char* member, const char* value) {
    return refusal({{"constraints", {{member, json::parse(value)}}}});
  };
  EXPECT_EQ(with("availability", R"([{"from": "2027-02-08"}])"), "constraints.day at /constraints/availability/0");
  EXPECT_EQ(with("availability", R"([{"from": "2027-02-08", "to": "2027-02-01"}])"),
            "constraints.dates at /constraints/availability/0/to");
  EXPECT_EQ(with("availability", R"([{"from": "soon", "to": "2027-02-01"}])"),
            "field.time at /constraints/availability/0/from");
  EXPECT_EQ(with("availability", R"([{"from": "2027-02-08", "to": "2027-02-08", "weekly_hours": 200}])"),
            "field.range at /constraints/availability/0/weekly_hours");
  EXPECT_EQ(with("means", R"([{"by": "horse"}])"), "constraints.means at /constraints/means/0/by");
  EXPECT_EQ(with("means", R"([{"by": "car"}, {"by": "car"}])"), "constraints.twice at /constraints/means/1/by");
  EXPECT_EQ(with("refuses", R"({"opportunities": [""]})"), "constraints.name at /constraints/refuses/opportunities");
  EXPECT_EQ(with("refuses", R"({"places": ["a"]})"), "document.member at /constraints/refuses");
  EXPECT_EQ(with("imposes", R"([{"start": "2027-02-08"}])"), "field.missing at /constraints/imposes/0");
  EXPECT_EQ(with("imposes", R"([{"opportunity": "a"}, {"opportunity": "a"}])"),
            "constraints.twice at /constraints/imposes/1/opportunity");
  EXPECT_EQ(
      refusal({{"constraints", {{"refuses", {{"opportunities", {"a"}}}}, {"imposes", {{{"opportunity", "a"}}}}}}}),
      "constraints.both at /constraints/imposes/0/opportunity");
  EXPECT_EQ(with("imposes", json(json::array_t(101, {{"opportunity", "a"}})).dump().c_str()),
            "constraints.count at /constraints/imposes");
}

TEST(Portfolio, RefusesWhatNobodyWouldRead) {
  EXPECT_EQ(refusal({{"hold_job", "rome:K1304"}}), "document.member at ");
  EXPECT_EQ(refusal({{"experiences", {{{"id", "a"}, {"month", 3}}}}}), "document.member at /experiences/0");
  EXPECT_EQ(refusal({{"credentials", {{{"id", "a"}, {"file", "a.png"}}}}}), "portfolio.file at /credentials/0/file");
  EXPECT_EQ(refusal({{"credentials", {{{"id", "a"}}}}}), "portfolio.content at /credentials/0");
  EXPECT_EQ(refusal({{"credentials", {{{"id", "a"}, {"content_base64", "?"}}}}}),
            "portfolio.base64 at /credentials/0/content_base64");
  EXPECT_EQ(refusal({{"conditions", "licence_b"}}), "field.type at ");
  EXPECT_EQ(refusal({{"identities", {"did:example:a"}}}), "accepted");
  EXPECT_EQ(refusal({{"identities", {"mailto:a@person.example", ""}}}), "portfolio.length at /identities");
}

TEST(Portfolio, RefusesWrongLevelsRolesStatesDatesAndRepeatedIds) {
  const json said = {{"id", "s"}, {"competence", "rome:1"}, {"level", 2}};
  const auto changed = [&](const char* member, json value) {
    json one = said;
    one[member] = std::move(value);
    return refusal({{"self_assessments", {one}}});
  };
  EXPECT_EQ(changed("level", 5), "field.range at /self_assessments/0/level");
  EXPECT_EQ(changed("level", nullptr), "field.missing at /self_assessments/0");
  EXPECT_EQ(changed("at", "yesterday"), "field.time at /self_assessments/0/at");
  EXPECT_EQ(changed("id", ""), "portfolio.length at /self_assessments/0/id");
  EXPECT_EQ(refusal({{"self_assessments", {said, said}}}), "portfolio.id at /self_assessments/1/id");
  EXPECT_EQ(refusal({{"feedback", {{{"id", "f"}, {"competence", "rome:1"}, {"level", 1}, {"role", "boss"}}}}}),
            "portfolio.choice at /feedback/0/role");
  EXPECT_EQ(refusal({{"overrides", {{{"competence", "rome:1"}, {"state", "done"}, {"author", "a"}, {"reason", "r"}}}}}),
            "portfolio.choice at /overrides/0/state");
  EXPECT_EQ(refusal({{"experiences", {{{"id", "x"}, {"from", "2021-01-01"}, {"to", "2020-01-01"}}}}}),
            "portfolio.dates at /experiences/0/to");
}

// Numbers made up from the published rules; the keys are computed by hand: 97 - (number mod 97).
TEST(Portfolio, RecognisesSocialSecurityNumbers) {
  EXPECT_TRUE(holds_nir("2550814168025"));
  EXPECT_TRUE(holds_nir("255081416802538"));
  EXPECT_TRUE(holds_nir("2 55 08 14 168 025 38"));
  EXPECT_TRUE(holds_nir("dossier-2.55.08.14.168.025"));
  EXPECT_TRUE(holds_nir("1 84 12 2A 451 089"));
  EXPECT_TRUE(holds_nir("184122b451089"));
  EXPECT_FALSE(holds_nir("255081416802539"));  // wrong key
  EXPECT_FALSE(holds_nir("2551314168025"));    // month 13
  EXPECT_FALSE(holds_nir("9550814168025"));    // no sex is 9
  EXPECT_FALSE(holds_nir("Mésange"));
  EXPECT_FALSE(holds_nir("2026-11-24"));
  EXPECT_FALSE(holds_nir(""));
}

// What machines draw is no number of a person, whatever digits it has; a number beside it, or glued to a word, is.
TEST(Portfolio, TakesNoDrawnNameForASocialSecurityNumber) {
  EXPECT_FALSE(holds_nir("019e807a-ec0f-7185-8127-5a9bcdeffedc"));
  EXPECT_FALSE(holds_nir("urn:uuid:019e807a-ecaf-7113-8456-12345fabcdef"));
  EXPECT_TRUE(holds_nir("019e807a-ecaf-7113-8456-12345fabcdef 2550814168025"));
  EXPECT_TRUE(holds_nir("2550814168025 019e807a-ecaf-7113-8456-12345fabcdef"));
  EXPECT_TRUE(holds_nir("nir2550814168025x"));
  EXPECT_TRUE(holds_nir("019e807a-ecaf-2550814168025"));
  std::mt19937_64 random(29);
  int shaped = 0;  // would be taken for one if it were not a drawn name
  for (int i = 0; i < 200'000; ++i) {
    std::string hex;
    while (hex.size() < 64) hex += "0123456789abcdef"[random() % 16];
    std::string uuid = hex.substr(0, 8) + '-' + hex.substr(8, 4) + "-7" + hex.substr(12, 3) + "-8" + hex.substr(15, 3) +
                       '-' + hex.substr(18, 12);
    ASSERT_FALSE(holds_nir(uuid)) << uuid;
    ASSERT_FALSE(holds_nir("sha256:" + hex)) << hex;
    shaped += holds_nir('x' + uuid) || holds_nir(hex + 'x') ? 1 : 0;
  }
  EXPECT_GT(shaped, 100);
}

TEST(Portfolio, LacksWhatItsBarriersAreSolvedBy) {
  const auto read = read_portfolio(json::parse(R"({"person":"p","lacks":["mobility_solved","licence_b"],
                                     "constraints":{"barriers":["mobility","childcare"]}})"),
                                   "p");
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(read->lacks, (std::vector<std::string>{"mobility_solved", "licence_b", "childcare_solved"}));
  const auto solved = read_portfolio(
      json::parse(R"({"person":"p","conditions":["mobility_solved"],"constraints":{"barriers":["mobility"]}})"), "p");
  ASSERT_FALSE(solved.ok());
  EXPECT_EQ(solved.why().what.code(), "portfolio.barrier");
  EXPECT_EQ(solved.why().where.pointer, "/constraints/barriers");
}

TEST(Portfolio, NeverRepeatsASocialSecurityNumber) {
  const auto read = read_portfolio({{"person", "2 55 08 14 168 025 38"}}, "p");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.why().what.code(), "portfolio.nir");
  for (const language l : {language::en, language::fr})
    EXPECT_EQ(read.why().text(l).find("168"), std::string::npos) << read.why().text(l);
  EXPECT_EQ(refusal({{"feedback",
                      {{{"id", "f"}, {"competence", "c"}, {"level", 1}, {"role", "peer"}, {"by", "2550814168025"}}}}}),
            "portfolio.nir at /feedback/0/by");
}

}  // namespace
}  // namespace activateur
