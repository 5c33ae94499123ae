#include "analysis/gap.hpp"

#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::excerpt;
using test::holder;
using test::rome;

target asking(std::vector<std::string> core, std::vector<std::string> ordinary = {}) {
  json document = {{"schema", "activateur/target/1"}, {"id", "t"}, {"kind", "vacancy"}, {"label", "Poste (fictif)"}};
  for (const std::string& c : core) document["requirements"].push_back({{"competence", c}, {"importance", "core"}});
  for (const std::string& c : ordinary) document["requirements"].push_back({{"competence", c}});
  auto read = read_target(document, excerpt(), "t");
  EXPECT_TRUE(read.ok()) << (read ? "" : read.why().text(language::en));
  return read ? *std::move(read) : target{};
}

gap_report gap(const holder& h, const target& to) {
  return compute_gap(h.person, h.weighed(), to, excerpt(), default_policy());
}

std::string states(const gap_report& report) {
  std::string out;
  for (const gap_item& i : report.items) out += i.asked.competence.substr(5) + '=' + std::string(name(i.state)) + ' ';
  return out;
}

TEST(Gap, TellsTheFourStatesApart) {
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}))
      .practised("x", "rome:K1304", 24)
      .told("f", "rome:126019", "professional", 1, "observation", "guide-1");
  const auto report = gap(h, asking({"rome:489930", "rome:115131"}, {"rome:126019", "rome:489905"}));
  EXPECT_EQ(states(report), "115131=presumed 489930=recognised 126019=to_acquire 489905=to_explore ");
  EXPECT_EQ(report.to_recognise, std::vector<std::string>{"rome:115131"});
}

TEST(Gap, TheUnknownIsNeverToAcquire) {
  for (const framework_ptr& f : excerpt().all()) {
    for (std::uint32_t j = 0; j < f->counts().jobs; ++j) {
      const auto report = gap({}, *named_target(excerpt(), job_name(*f, j)));
      for (const gap_item& i : report.items) ASSERT_EQ(i.state, requirement_state::to_explore) << i.asked.competence;
      EXPECT_EQ(report.covered.belief, 0);
      EXPECT_EQ(report.covered.plausibility, 1);
      EXPECT_NEAR(report.covered.expectation, 0.1, 1e-12);
    }
  }
}

TEST(Gap, RecognisedNeedsAThirdParty) {
  holder h;
  for (int i = 0; i < 9; ++i)
    h.told("p" + std::to_string(i), "rome:489930", "peer", 4, "feedback", "friend-" + std::to_string(i));
  const auto report = gap(h, asking({"rome:489930"}));
  EXPECT_GT(report.items[0].known.value.belief(), 0.7);
  EXPECT_EQ(report.items[0].state, requirement_state::presumed);
}

TEST(Gap, TwoClientsRecogniseAndOneDoesNot) {
  holder h;
  h.told("f1", "rome:489930", "client", 4, "feedback", "client-1");
  EXPECT_EQ(gap(h, asking({"rome:489930"})).items[0].state, requirement_state::to_explore);
  h.told("f2", "rome:489930", "client", 4, "feedback", "client-2");
  EXPECT_EQ(gap(h, asking({"rome:489930"})).items[0].state, requirement_state::recognised);
}

TEST(Gap, ARevokedBadgeRecognisesNothing) {
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}, verdict::invalid, "status"));
  const auto report = gap(h, asking({"rome:489930"}));
  EXPECT_EQ(report.items[0].state, requirement_state::to_explore);
  const json document = to_document(report, default_policy(), test::at("2026-01-01", language::fr));
  EXPECT_EQ(document["requirements"][0]["evidence"][0]["weight"], 0);
  EXPECT_EQ(document["requirements"][0]["evidence"][0]["note"],
            "Son émetteur l'a révoqué ou suspendu : il ne compte pas.");
}

TEST(Gap, CoverageIsTheImportanceWeightedMean) {
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}));
  const auto report = gap(h, asking({"rome:489930"}, {"rome:489905"}));
  EXPECT_DOUBLE_EQ(report.covered.belief, (3 * 0.75 + 1 * 0.0) / 4);
  EXPECT_DOUBLE_EQ(report.covered.expectation, (3 * 0.775 + 1 * 0.1) / 4);
  EXPECT_DOUBLE_EQ(report.covered.plausibility, 1);
  EXPECT_DOUBLE_EQ(report.covered_essential.belief, 0.75);
}

TEST(Gap, AnOverrideSetsTheStateAndLeavesTheOpinion) {
  holder h;
  h.person.overrides = {{"rome:489930", "presumed", "guide-1", "old", parse_date_or_time("2026-01-01")},
                        {"rome:489930", "recognised", "guide-1", "seen at work", parse_date_or_time("2026-02-01")},
                        {"rome:107948", "to_acquire", "guide-1", "elsewhere", {}}};
  const auto report = gap(h, asking({"rome:489930"}));
  EXPECT_EQ(report.items[0].state, requirement_state::recognised);
  EXPECT_EQ(report.items[0].decision.reason, "seen at work");
  EXPECT_EQ(report.covered.belief, 0);
  EXPECT_EQ(report.overridden_elsewhere, std::vector<std::string>{"rome:107948"});
  std::reverse(h.person.overrides.begin(), h.person.overrides.end());
  EXPECT_EQ(gap(h, asking({"rome:489930"})).items[0].decision.reason, "seen at work");
}

TEST(Gap, NearMissesAreWhatThePersonHasCloseBy) {
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}));
  const auto report = gap(h, asking({"rome:107948"}));
  EXPECT_EQ(report.items[0].state, requirement_state::to_explore);
  ASSERT_EQ(report.items[0].near.size(), 1U);
  EXPECT_EQ(report.items[0].near[0].competence, "rome:489930");
  EXPECT_EQ(report.items[0].near[0].relation, "same_macro");
  EXPECT_EQ(report.items[0].near[0].state, requirement_state::recognised);
}

TEST(Gap, RecognisingAMacroCompetenceSparesItsItemsWhereThePolicySaysSo) {
  policy generous = default_policy();
  generous.alignment["macro_to_item"] = 0.7;
  holder h;
  h.person.experiences = {test::practice("x", 600)};
  h.person.experiences[0].competences = {"rome:300282", "rome:489930"};
  const target to = asking({"rome:300282", "rome:489930"});
  const auto with = [&](const policy& by) { return compute_gap(h.person, h.weighed(by), to, excerpt(), by); };
  ASSERT_EQ(states(with(generous)), "300282=presumed 489930=presumed ");
  EXPECT_EQ(with(generous).to_recognise, std::vector<std::string>{"rome:300282"});
  EXPECT_EQ(with(default_policy()).to_recognise, (std::vector<std::string>{"rome:300282", "rome:489930"}));
  h.with(badge("a", "https://i.example", {rome("300282")}));
  EXPECT_EQ(states(with(generous)), "300282=recognised 489930=recognised ");
}

TEST(Gap, TheDocumentHasWhatOthersRelyOn) {
  holder h;
  h.person.person = "Mésange";
  h.with(badge("a", "https://i.example", {rome("489930"), rome("1")})).practised("x", "rome:K1304", 24);
  const json d = to_document(gap(h, *named_target(excerpt(), "rome:K1311")), default_policy(), test::at("2026-01-01"));
  EXPECT_EQ(d["schema"], "activateur/gap/1");
  EXPECT_EQ(d["target"]["id"], "rome:K1311");
  EXPECT_EQ(d["requirements"].size(), 52U);
  EXPECT_EQ(d["not_used"], (json{"name", "sex", "age", "address"}));
  EXPECT_EQ(d["unaligned"][0]["note_code"], "unaligned.code");
  EXPECT_EQ(d["credentials"][0]["verdict"], "valid");
  EXPECT_EQ(d["frameworks"][0], "rome " + std::string(excerpt().all().front()->version()));
  EXPECT_EQ(d["policy"]["id"], "activateur.default");
  EXPECT_TRUE(d["requirements"][0]["essential"].get<bool>());
  int counted = 0;
  for (const auto& [state, n] : d["counts"].items()) counted += n.get<int>();
  EXPECT_EQ(counted, 52);
  h.person.person = "Alouette";
  json other = to_document(gap(h, *named_target(excerpt(), "rome:K1311")), default_policy(), test::at("2026-01-01"));
  other["person"] = "Mésange";
  EXPECT_EQ(write_json(other), write_json(d)) << "the name changes nothing";
}

}  // namespace
}  // namespace activateur
