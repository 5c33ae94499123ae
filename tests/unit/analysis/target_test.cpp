#include "analysis/target.hpp"

#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

json vacancy(json requirements) {
  return {{"schema", "activateur/target/1"},
          {"id", "v"},
          {"kind", "vacancy"},
          {"label", "Poste (fictif)"},
          {"requirements", std::move(requirements)}};
}
std::string refusal(const json& document) {
  const auto read = read_target(document, test::excerpt(), "t.json");
  return read ? "accepted" : std::string(read.why().what.code()) + " at " + read.why().where.pointer;
}

TEST(Target, AJobAsksItsLinksAndItsCoreIsEssential) {
  const auto t = named_target(test::excerpt(), "rome:K1311");
  ASSERT_TRUE(t.ok());
  EXPECT_EQ(t->label, "Assistant / Assistante de vie aux familles");
  EXPECT_EQ(t->requirements.size(), 52U);
  EXPECT_EQ(std::count_if(t->requirements.begin(), t->requirements.end(), [](const auto& r) { return r.essential; }),
            13);
  EXPECT_EQ(std::count_if(t->requirements.begin(), t->requirements.end(),
                          [](const auto& r) { return r.importance == "emerging"; }),
            2);
}

TEST(Target, AnUnknownJobIsNotFound) {
  const auto t = named_target(test::excerpt(), "rome:Z9999");
  ASSERT_FALSE(t.ok());
  EXPECT_EQ(t.why().kind, failure::not_found);
}

TEST(Target, WhenNothingIsCoreEverythingIsEssential) {
  const auto t =
      read_target(vacancy({{{"competence", "rome:489930"}}, {{"competence", "rome:102096"}}}), test::excerpt(), "t");
  ASSERT_TRUE(t.ok());
  EXPECT_EQ(t->requirements[0].competence, "rome:102096");
  EXPECT_TRUE(t->requirements[0].essential && t->requirements[1].essential);
  EXPECT_EQ(t->requirements[0].label, "Normes d'hygiène et de propreté");
  EXPECT_EQ(t->requirements[0].kind, "knowledge");
}

TEST(Target, RefusesWhatItCannotCompareWith) {
  EXPECT_EQ(refusal(vacancy({{{"competence", "rome:489930"}}, {{"competence", "rome:1"}}})),
            "target.competence at /requirements/1/competence");
  EXPECT_EQ(refusal(vacancy({{{"competence", "rome:489930"}}, {{"competence", "rome:489930"}}})),
            "target.repeated at /requirements/1/competence");
  EXPECT_EQ(refusal(vacancy(json::array())), "target.empty at /requirements");
  EXPECT_EQ(refusal(vacancy({{{"competence", "rome:489930"}, {"importance", "high"}}})),
            "target.choice at /requirements/0/importance");
  json other = vacancy({{{"competence", "rome:489930"}}});
  other["kind"] = "hobby";
  EXPECT_EQ(refusal(other), "target.choice at /kind");
}

}  // namespace
}  // namespace activateur
