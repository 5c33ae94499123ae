#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::holder;
using test::known;
using test::rome;

TEST(Weighing, AVerifiedBadgeGivesABeliefOfThreeQuarters) {
  const auto state = holder().with(badge("a", "https://i.example", {rome("489930")})).weighed();
  const standing& s = known(state, "rome:489930");
  EXPECT_EQ(s.value.positive, 6);
  EXPECT_EQ(s.value.belief(), 0.75);
  ASSERT_EQ(s.contributions.size(), 1U);
  EXPECT_EQ(s.contributions[0].relation, "exact");
  EXPECT_TRUE(s.contributions[0].third_party);
  EXPECT_TRUE(s.contributions[0].note.empty());
}

TEST(Weighing, EvidenceTravelsOneStepAndNamesIt) {
  const auto state = holder().with(badge("a", "https://i.example", {rome("300282")})).weighed();
  const evidence& item = known(state, "rome:489930").contributions.at(0);
  EXPECT_EQ(item.relation, "macro_to_item");
  EXPECT_EQ(item.via, "rome:300282");
  EXPECT_DOUBLE_EQ(item.weight(), 1.2);

  const auto upwards = holder().with(badge("a", "https://i.example", {rome("489930")})).weighed();
  EXPECT_EQ(known(upwards, "rome:300282").contributions.at(0).relation, "item_to_macro");
  EXPECT_DOUBLE_EQ(known(upwards, "rome:300282").value.positive, 0.9);
  EXPECT_TRUE(known(upwards, "rome:107948").contributions.empty()) << "two steps are not travelled";
}

TEST(Weighing, ASiblingRaisesThePresumptionAndNeverTheBelief) {
  const auto state = holder().with(badge("a", "https://i.example", {rome("489930")})).weighed();
  const standing& sibling = known(state, "rome:107948");
  EXPECT_EQ(sibling.value.belief(), 0);
  EXPECT_NEAR(sibling.value.base_rate, 0.25 * (0.75 + 0.1 * 0.25), 1e-12);
  EXPECT_EQ(sibling.presumptions.at(0).relation, "same_macro");
  EXPECT_EQ(sibling.presumptions.at(0).via, "rome:489930");
}

// Most of what K1304 asks, proven, presumes the rest of it; two competences of it do not.
TEST(Weighing, MuchOfAJobPresumesTheRest) {
  const framework_ptr f = test::excerpt().find("rome");
  const std::uint32_t job = *f->find_job("K1304");
  const std::uint32_t last = f->links_of(job).back().competence;
  std::vector<alignment> most;
  for (const job_link& l : f->links_of(job))
    if (l.competence != last) most.push_back(rome(std::string(f->competence(l.competence).code)));
  const std::string hidden = competence_name(*f, last);
  const auto state = holder().with(badge("a", "https://i.example", most)).weighed();
  const standing& s = known(state, hidden);
  EXPECT_EQ(s.value.base_rate, 0.7) << "the most there is";
  EXPECT_EQ(s.presumptions.at(0).relation, "covered_job");
  EXPECT_EQ(s.presumptions.at(0).via, "rome:K1304");
  most.resize(2);
  const auto little = holder().with(badge("a", "https://i.example", most)).weighed();
  for (const presumption& p : known(little, hidden).presumptions) EXPECT_NE(p.relation, "covered_job");
}

TEST(Weighing, ABadgeForAJobSpeaksOfItsCoreCompetencesOnly) {
  const auto state = holder().with(badge("a", "https://i.example", {rome("K1304")})).weighed();
  EXPECT_DOUBLE_EQ(known(state, "rome:115131").value.positive, 3);  // core of K1304
  EXPECT_EQ(known(state, "rome:115131").contributions.at(0).via, "rome:K1304");
  EXPECT_EQ(known(state, "rome:107920").value.positive, 0);  // not core
}

TEST(Weighing, InvalidBadgesWeighNothingAndSayWhy) {
  const std::map<std::string, std::string> notes{{"status", "evidence.revoked"},
                                                 {"dates", "evidence.outdated"},
                                                 {"proof", "evidence.forged"},
                                                 {"recipient", "evidence.recipient"},
                                                 {"issuer", "evidence.invalid"}};
  for (const auto& [failed, note] : notes) {
    const auto state =
        holder().with(badge("a", "https://i.example", {rome("489930")}, verdict::invalid, failed)).weighed();
    const standing& s = known(state, "rome:489930");
    EXPECT_EQ(s.value.positive, 0);
    ASSERT_EQ(s.contributions.size(), 1U);
    EXPECT_EQ(s.contributions[0].note.code(), note);
    EXPECT_TRUE(known(state, "rome:300282").contributions.empty());
  }
}

TEST(Weighing, UnverifiableAndSelfIssuedBadgesAreThePersonsWord) {
  verification own = badge("own", "did:example:me", {rome("489930")});
  own.subject.subject_id = "did:example:me";
  const std::vector<std::pair<verification, std::string>> cases{
      {badge("a", "https://i.example", {rome("489930")}, verdict::indeterminate), "evidence.unverified"},
      {own, "evidence.self_issued"}};
  for (const auto& [v, note] : cases) {
    const auto state = holder().with(v).weighed();
    const evidence& e = known(state, "rome:489930").contributions.at(0);
    EXPECT_EQ(e.weight(), 0.5);
    EXPECT_FALSE(e.third_party);
    EXPECT_EQ(e.note.code(), note);
  }
}

TEST(Weighing, AnIssuerThatNothingButItsKeyNamesWeighsAsHerWordUntilAPolicyNamesIt) {
  verification v = badge("b", "did:key:z6MkOne", {rome("489930")});
  v.subject.issuer.name = "Université";
  v.subject.subject_id = "did:key:z6MkHer";
  for (const key_binding binding : {key_binding::self_asserted, key_binding::unanchored, key_binding::none}) {
    v.binding = binding;
    const auto state = holder().with(v).weighed();
    const evidence& e = known(state, "rome:489930").contributions.at(0);
    EXPECT_EQ(e.weight(), 0.5);
    EXPECT_FALSE(e.third_party);
    EXPECT_EQ(e.note.code(), "evidence.unknown_issuer");
  }
  policy naming = default_policy();
  naming.issuers["did:key:z6MkOne"] = 1;
  v.binding = key_binding::self_asserted;
  EXPECT_TRUE(known(holder().with(v).weighed(naming), "rome:489930").contributions.at(0).third_party);
  v.checks.push_back({"trust", verdict::valid, {}, nullptr});
  EXPECT_TRUE(known(holder().with(v).weighed(), "rome:489930").contributions.at(0).third_party);
}

TEST(Weighing, OneSourceCountsOnceForACompetence) {
  const auto state = holder()
                         .with(badge("a", "https://i.example", {rome("489930")}))
                         .with(badge("b", "https://i.example", {rome("489930")}))
                         .with(badge("c", "https://j.example", {rome("489930")}))
                         .weighed();
  const standing& s = known(state, "rome:489930");
  EXPECT_EQ(s.value.positive, 12);
  ASSERT_EQ(s.contributions.size(), 3U);
  EXPECT_EQ(s.contributions[1].weight(), 0);
  EXPECT_EQ(s.contributions[1].remark().code(), "evidence.same_voice");
}

TEST(Weighing, ANameIsOneVoiceInWhateverRoleItSpeaks) {
  const auto weighed = [](const char* second) {
    return known(holder()
                     .told("a", "rome:489930", "client", 3, "feedback", "Mésange")
                     .told("b", "rome:489930", "professional", 3, "feedback", second)
                     .weighed(),
                 "rome:489930")
        .contributions;
  };
  const auto counted = [](const std::vector<evidence>& all) {
    return std::count_if(all.begin(), all.end(), [](const evidence& e) { return e.weight() > 0; });
  };
  EXPECT_EQ(counted(weighed("Mésange")), 1);
  EXPECT_EQ(counted(weighed("Alouette")), 2);
}

TEST(Weighing, AThousandSelfAssessmentsAreOneVoice) {
  holder h;
  for (int i = 0; i < 1000; ++i) h.says("s" + std::to_string(i), "rome:489930", 4);
  EXPECT_EQ(known(h.weighed(), "rome:489930").value.positive, 0.5 * 0.8);
}

TEST(Weighing, SelfAssessmentIsWeakAndAsymmetric) {
  EXPECT_EQ(known(holder().says("s", "rome:489930", 3).weighed(), "rome:489930").value.positive,
            known(holder().says("s", "rome:489930", 4).weighed(), "rome:489930").value.positive);
  EXPECT_EQ(known(holder().says("s", "rome:489930", 0).weighed(), "rome:489930").value.negative, 0.25);
  EXPECT_EQ(known(holder().says("s", "rome:489930", 2).weighed(), "rome:489930").value.positive, 0.25);
}

TEST(Weighing, LevelsOfFeedbackSpeakForOrAgainst) {
  const auto value = [](double level) {
    return known(holder().told("f", "rome:489930", "professional", level, "observation").weighed(), "rome:489930")
        .value;
  };
  EXPECT_EQ(value(4).positive, 3);
  EXPECT_DOUBLE_EQ(value(3).positive, 2.4);
  EXPECT_DOUBLE_EQ(value(2.5).positive, 1.8);
  EXPECT_EQ(value(1).negative, 3);
  EXPECT_EQ(value(0).negative, 1.5);
}

TEST(Weighing, WhatSpeaksAgainstDoesNotTravel) {
  const auto state = holder().told("f", "rome:489930", "professional", 1, "observation").weighed();
  EXPECT_EQ(known(state, "rome:489930").value.negative, 3);
  EXPECT_EQ(known(state, "rome:300282").value.negative, 0);
  EXPECT_EQ(known(state, "rome:107948").value.negative, 0);
}

TEST(Weighing, FeedbackThatThePersonGaveHerselfIsHerWord) {
  holder h;
  h.person.person = "Mésange";
  h.told("f", "rome:489930", "professional", 4, "observation", "Mésange");
  const evidence e = known(h.weighed(), "rome:489930").contributions.at(0);
  EXPECT_EQ(e.kind, evidence_kind::self_assessment);
  EXPECT_FALSE(e.third_party);
  EXPECT_EQ(e.note.code(), "evidence.own_feedback");
}

TEST(Weighing, EvidenceFadesByItsHalfLife) {
  holder h;
  h.with(badge("a", "https://i.example", {rome("489930")}));
  const auto later = weigh(h.person, h.verifications, test::excerpt(), default_policy(), test::at("2031-12-31"));
  ASSERT_TRUE(later.ok());
  EXPECT_NEAR(known(*later, "rome:489930").value.positive, 3, 0.01);  // 2190 days after
  h.verifications[0].subject.issued.reset();
  EXPECT_EQ(known(h.weighed(), "rome:489930").value.positive, 3) << "undated: one half-life old";
}

TEST(Weighing, PractisingAJobPresumesItsCompetencesWithoutEvidence) {
  const auto state = holder().practised("x", "rome:K1304", 6).weighed();
  const standing& core = known(state, "rome:115131");
  EXPECT_EQ(core.value.positive, 0);
  EXPECT_DOUBLE_EQ(core.value.base_rate, 0.45);
  EXPECT_EQ(core.presumptions.at(0).experience, "x");
  EXPECT_EQ(core.presumptions.at(0).label, "x") << "no title was given";
  holder titled;
  titled.practised("x", "rome:K1304", 6).person.experiences.front().title = "Visites";
  EXPECT_EQ(known(titled.weighed(), "rome:115131").presumptions.at(0).label, "Visites");
  EXPECT_DOUBLE_EQ(known(state, "rome:107920").value.base_rate, 0.35);  // ordinary
  const auto part_time = holder().practised("x", "rome:K1304", 12, 17.5).weighed();
  EXPECT_DOUBLE_EQ(known(part_time, "rome:115131").value.base_rate, 0.45);
}

TEST(Weighing, PresumptionsDoNotAddUp) {
  const auto twice = holder().practised("x", "rome:K1304", 6).practised("y", "rome:K1304", 6).weighed();
  EXPECT_DOUBLE_EQ(known(twice, "rome:115131").value.base_rate, 0.45);
  std::vector<std::string> experiences;  // a sibling practised in the same job is named too, and comes after
  for (const presumption& p : known(twice, "rome:115131").presumptions) experiences.push_back(p.experience);
  EXPECT_EQ(experiences, (std::vector<std::string>{"x", "y", ""}));
}

TEST(Weighing, AnExperienceUnderWayLastsUntilNow) {
  holder h;
  h.practised("x", "rome:K1304", 0);
  h.person.experiences[0].months_given = false;
  h.person.experiences[0].from = parse_date_or_time("2025-07-02");
  EXPECT_NEAR(known(h.weighed(), "rome:115131").value.base_rate, 0.45, 0.005);
}

TEST(Weighing, NothingIsSkippedSilently) {
  holder h;
  h.with(badge("a", "https://i.example", {})).with(badge("b", "https://i.example", {rome("1")}));
  h.told("f", "rome:1", "client", 4).says("s", "esco:1", 3).practised("x", "rome:Z9999", 6);
  h.person.experiences[0].competences = {"rome:2"};
  const auto state = h.weighed();
  EXPECT_TRUE(state.competences.empty());
  std::vector<std::string> notes;
  for (const evidence& e : state.unaligned) notes.push_back(e.id + ' ' + std::string(e.note.code()));
  EXPECT_EQ(notes, (std::vector<std::string>{"a unaligned.none", "b unaligned.code", "f unaligned.competence",
                                             "s unaligned.competence", "x unaligned.competence", "x unaligned.job"}));
}

TEST(Weighing, AHeldJobCountsAsRecognisedOnItsCompetencesAlone) {
  holder h;
  h.person.holds_job = "rome:K1304";
  const auto state = h.weighed();
  EXPECT_EQ(known(state, "rome:107920").value.belief(), 0.9);
  EXPECT_EQ(known(state, "rome:107920").contributions.at(0).note.code(), "evidence.holds_job");
  EXPECT_EQ(known(state, "rome:300282").value.belief(), 0) << "an item is held, its macro-competence only presumed";
  h.person.holds_job = "rome:Z9999";
  const auto refused = weigh(h.person, {}, test::excerpt(), default_policy(), {});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.why().kind, failure::not_found);
}

TEST(Weighing, RefusesMoreEvidenceThanMemoryShouldHold) {
  holder h;
  for (int i = 0; i < 60'000; ++i) h.with(badge("b" + std::to_string(i), "https://i.example", {rome("300282")}));
  const auto refused = weigh(h.person, h.verifications, test::excerpt(), default_policy(), {});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.why().kind, failure::limit);
}

}  // namespace
}  // namespace activateur
