// Evidence across two small frameworks, invented for this.
#include "unit/frameworks/small_drafts.hpp"
#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

using test::badge;
using test::competence;
using test::compiled_of;
using test::holder;
using test::known;

// "here" has a macro-competence M of the items I and J; "there" has S, which "there" maps to I, and T below S.
framework_set two(mapping_relation relation, std::uint16_t weight = 1000) {
  framework_draft here, there;
  here.id = "here";
  there.id = "there";
  here.version = there.version = "1";
  here.competences = {competence("M", "Accueillir du public"), competence("I", "Accueillir des clients", "M"),
                      competence("J", "Accueillir des enfants", "M")};
  here.competences[0].grain = competence_grain::macro;
  there.competences = {competence("S", "Recevoir la clientèle"), competence("T", "Recevoir au comptoir", "S"),
                       competence("U", "Accueillir des enfants")};
  there.competences[0].grain = competence_grain::macro;
  there.competences[0].mappings = {{"here", "I", relation, weight, "the branch"}};
  framework_set out;
  out.add(compiled_of(std::move(here)));
  out.add(compiled_of(std::move(there)));
  return out;
}

alignment named(const std::string& name) {
  alignment out;
  out.target_code = name;
  return out;
}

recognition_state weighed(const holder& h, const framework_set& frameworks) {
  auto out = weigh(h.person, h.verifications, frameworks, default_policy(), test::at("2026-01-01"));
  EXPECT_TRUE(out.ok());
  return out ? *std::move(out) : recognition_state{};
}

TEST(Travel, CrossesAMappingInBothDirectionsAndNamesIt) {
  const framework_set frameworks = two(mapping_relation::close);
  for (const auto& [from, to] : {std::pair("here:I", "there:S"), std::pair("there:S", "here:I")}) {
    const auto state = weighed(holder().with(badge("a", "https://i.example", {named(from)})), frameworks);
    const evidence e = known(state, to).contributions.at(0);
    EXPECT_EQ(e.relation, "mapped_close");
    EXPECT_EQ(e.via, from);
    EXPECT_DOUBLE_EQ(e.alignment, 0.7);
    EXPECT_TRUE(e.third_party);
  }
}

TEST(Travel, ABroaderCompetenceIsToldFromANarrowerOne) {
  // "there:S broad here:I": I is the broader one.
  const framework_set frameworks = two(mapping_relation::broad);
  const auto up = weighed(holder().with(badge("a", "https://i.example", {named("there:S")})), frameworks);
  EXPECT_EQ(known(up, "here:I").contributions.at(0).relation, "mapped_broader");
  const auto down = weighed(holder().with(badge("a", "https://i.example", {named("here:I")})), frameworks);
  EXPECT_EQ(known(down, "there:S").contributions.at(0).relation, "mapped_narrower");
}

TEST(Travel, TheWeightOfAMappingCounts) {
  const auto state =
      weighed(holder().with(badge("a", "https://i.example", {named("there:S")})), two(mapping_relation::close, 500));
  EXPECT_DOUBLE_EQ(known(state, "here:I").contributions.at(0).alignment, 0.35);
}

TEST(Travel, GoesOneStepAlongTheOtherHierarchyAndNoFurther) {
  const framework_set frameworks = two(mapping_relation::exact);
  const auto state = weighed(holder().with(badge("a", "https://i.example", {named("here:I")})), frameworks);
  EXPECT_EQ(known(state, "there:T").contributions.at(0).relation, "mapped_exact+macro_to_item");
  EXPECT_DOUBLE_EQ(known(state, "there:T").contributions.at(0).alignment, 0.95 * 0.2);
  EXPECT_TRUE(known(state, "here:J").contributions.empty()) << "up and down again is a presumption, not evidence";
  EXPECT_EQ(known(state, "here:J").presumptions.at(0).relation, "same_macro");
}

TEST(Travel, RelatedIsNoEvidence) {
  const auto state =
      weighed(holder().with(badge("a", "https://i.example", {named("there:S")})), two(mapping_relation::related));
  EXPECT_TRUE(known(state, "here:I").contributions.empty());
}

TEST(Travel, AnEqualLabelElsewhereIsWeakEvidence) {
  const auto state =
      weighed(holder().with(badge("a", "https://i.example", {named("here:J")})), two(mapping_relation::related));
  const evidence e = known(state, "there:U").contributions.at(0);
  EXPECT_EQ(e.relation, "same_label");
  EXPECT_DOUBLE_EQ(e.alignment, 0.6 * 0.8);
}

TEST(Travel, APresumptionCrossesTooAndStaysOne) {
  const framework_set frameworks = two(mapping_relation::exact);
  holder h;
  experience e;
  e.id = "x";
  e.months = 600;
  e.months_given = true;
  e.competences = {"here:I"};
  h.person.experiences = {e};
  const auto state = weighed(h, frameworks);
  const standing& there = known(state, "there:S");
  EXPECT_EQ(there.value.belief(), 0);
  EXPECT_NEAR(there.value.base_rate, 0.6 * 0.95, 1e-9);
  EXPECT_EQ(there.presumptions.at(0).relation, "mapped_exact");
}

TEST(Travel, ABadgeWithoutAlignmentIsReadByItsWordsAndNeverRecognises) {
  verification v = badge("a", "https://i.example", {});
  v.subject.what.name = "Accueillir des clients";
  v.subject.what.description = "Sait accueillir des clients.";
  const framework_set frameworks = two(mapping_relation::exact);
  const auto state = weighed(holder().with(v), frameworks);
  const standing& s = known(state, "here:I");
  ASSERT_EQ(s.contributions.size(), 1U);
  EXPECT_EQ(s.contributions[0].relation, "text");
  EXPECT_EQ(s.contributions[0].note.code(), "evidence.by_words");
  EXPECT_FALSE(s.contributions[0].third_party);
  EXPECT_GT(s.value.positive, 0);
  EXPECT_LE(s.value.positive, 3);
  EXPECT_FALSE(known(state, "there:S").contributions.at(0).third_party) << "a guess stays one where it travels";
  EXPECT_TRUE(state.unaligned.empty());

  v.overall = verdict::invalid;
  const auto forged = weighed(holder().with(v), frameworks);
  EXPECT_TRUE(forged.competences.empty());
  EXPECT_EQ(forged.unaligned.size(), 1U);
}

TEST(Travel, TheOrderOfFrameworksChangesNoOpinion) {
  const framework_set one = two(mapping_relation::close);
  framework_set other;
  other.add(one.all()[1]);
  other.add(one.all()[0]);
  holder h;
  h.with(badge("a", "https://i.example", {named("here:I")}))
      .with(badge("b", "https://j.example", {named("there:S")}))
      .told("f", "there:T", "client", 1);
  const auto a = weighed(h, one), b = weighed(h, other);
  ASSERT_EQ(a.competences.size(), b.competences.size());
  for (const auto& [competence, s] : a.competences) {
    EXPECT_EQ(s.value.positive, known(b, competence).value.positive) << competence;
    EXPECT_EQ(s.value.negative, known(b, competence).value.negative) << competence;
    EXPECT_EQ(s.value.base_rate, known(b, competence).value.base_rate) << competence;
  }
}

}  // namespace
}  // namespace activateur
