#include "shop.hpp"

namespace activateur {
namespace {

using namespace shop;

class FeedbackLink : public with_store {
 protected:
  void SetUp() override {
    with_store::SetUp();
    lived = must(shelf->add(self, id, "experience", experience(), now))["id"];
    asked = must(shelf->ask_feedback(self, id,
                                     {{"experience", lived},
                                      {"competences", {{{"competence", "rome:120684"}, {"label", "Écouter"}}}},
                                      {"question", "Qu'avez-vous vu ?"},
                                      {"expires", "2026-06-10"}},
                                     now));
    token = asked["token"];
  }
  static json answer() {
    return {{"role", "client"}, {"answers", {{{"competence", "rome:120684"}, {"level", 3}, {"text", "Très bien"}}}}};
  }
  std::string lived, token;
  json asked;
};

TEST_F(FeedbackLink, IsNeverTakenForAnOptionOfACommandLine) {
  const json request{{"competences", {{{"competence", "rome:1"}}}}};
  for (int i = 0; i < 500; ++i) {
    const std::string drawn = must(shelf->ask_feedback(self, id, request, now))["token"];
    ASSERT_NE(drawn.front(), '-');
    ASSERT_EQ(drawn.size(), 43U);
  }
}

TEST_F(FeedbackLink, ShowsWhatIsAskedAndNothingElseOfThePerson) {
  const json seen = must(shelf->asked(token, now));
  EXPECT_EQ(seen["competences"][0]["label"], "Écouter");
  EXPECT_EQ(seen["experience"], "Visites");
  EXPECT_EQ(seen["expires"], "2026-06-11T00:00:00Z");  // a day is over at its end
  EXPECT_EQ(seen.dump().find("secret-mot"), std::string::npos);
  EXPECT_EQ(seen.dump().find(id), std::string::npos);
}

TEST_F(FeedbackLink, TellsNothingOfATeamThatWasLeft) {
  const auto team = [&](const json& members) {
    return json{{"kind", "collective"}, {"name", "Cuisine"}, {"members", members}};
  };
  const std::string other = must(shelf->add_person(guide, {{"name", "Bob"}}, now))["id"];
  const std::string whole = must(shelf->add_person(guide, team({id, other}), now))["id"];
  const std::string lived_together = must(shelf->add(self, whole, "experience", experience(), now))["id"];
  const std::string link = must(shelf->ask_feedback(
      self, id, {{"experience", lived_together}, {"competences", {{{"competence", "rome:1"}}}}}, now))["token"];
  EXPECT_EQ(must(shelf->asked(link, now))["experience"], "Visites");
  must(shelf->change_person({role::person, other, {}}, whole, team(json::array({other})), now));
  EXPECT_FALSE(must(shelf->asked(link, now)).contains("experience"));
}

TEST_F(FeedbackLink, AnswerBecomesFeedbackOnTheExperience) {
  const json kept = must(shelf->answer(token, answer(), now));
  ASSERT_EQ(kept["records"].size(), 1u);
  const json portfolio = must(shelf->portfolio(self, id, now));
  ASSERT_EQ(portfolio["feedback"].size(), 1u);
  EXPECT_EQ(portfolio["feedback"][0]["experience"], lived);
  EXPECT_EQ(portfolio["feedback"][0]["role"], "client");
  EXPECT_EQ(portfolio["feedback"][0]["level"], 3);
  EXPECT_EQ(must(shelf->get(self, asked["id"].get<std::string>(), now))["document"]["answered"],
            "2026-06-01T08:00:00Z");
}

TEST_F(FeedbackLink, KeepsTheWordsAndTheKindOfTheWholeAnswer) {
  const json two{{"competences", {{{"competence", "rome:1"}}, {{"competence", "rome:2"}}}}};
  const std::string link = must(shelf->ask_feedback(self, id, two, now))["token"];
  const json whole{
      {"role", "supervisor"},
      {"kind", "endorsement"},
      {"text", "Je la recommande"},
      {"answers",
       {{{"competence", "rome:1"}, {"level", 4}}, {{"competence", "rome:2"}, {"level", 2}, {"text", "Elle apprend"}}}}};
  const json ids = must(shelf->answer(link, whole, now))["records"];
  const json first = must(shelf->get(self, ids[0].get<std::string>(), now))["document"];
  const json second = must(shelf->get(self, ids[1].get<std::string>(), now))["document"];
  EXPECT_EQ(first["kind"], "endorsement");
  EXPECT_EQ(first["text"], "Je la recommande");
  EXPECT_EQ(second["kind"], "endorsement");
  EXPECT_EQ(second["text"], "Elle apprend");
  EXPECT_EQ(must(shelf->portfolio(self, id, now))["feedback"][0]["kind"], "endorsement");
}

TEST_F(FeedbackLink, HolderSaysNoOtherKindAndNoMoreThanOneRecordHolds) {
  json other = answer();
  other["kind"] = "observation";
  EXPECT_EQ(code(shelf->answer(token, other, now)), "store.choice");
  other = answer();
  other["text"] = std::string(60'000, 'x');
  other["answers"][0].erase("text");
  for (int i = 0; i < 20; ++i) other["answers"].push_back(other["answers"][0]);
  EXPECT_EQ(code(shelf->answer(token, other, now)), "store.size");
  EXPECT_EQ(code(shelf->answer(token, answer(), now)), "");  // none of these has used it up
}

TEST_F(FeedbackLink, WorksOnce) {
  must(shelf->answer(token, answer(), now));
  EXPECT_EQ(code(shelf->answer(token, answer(), now)), "store.link");
  EXPECT_EQ(code(shelf->asked(token, now)), "store.link");
}

TEST_F(FeedbackLink, EndsWhenItExpiresOrIsRevoked) {
  EXPECT_EQ(code(shelf->asked(token, on("2026-06-10T23:59:59Z"))), "");
  EXPECT_EQ(code(shelf->asked(token, on("2026-06-11T00:00:00Z"))), "store.link");
  must(shelf->remove(self, asked["id"].get<std::string>(), now));
  EXPECT_EQ(code(shelf->answer(token, answer(), now)), "store.link");
}

TEST_F(FeedbackLink, IsNotMadeForATimeThatIsOver) {
  json request{{"competences", {{{"competence", "rome:1"}}}}};
  for (const char* over : {"2026-05-31", "2026-06-01T08:00:00Z"}) {
    request["expires"] = over;
    EXPECT_EQ(code(shelf->ask_feedback(self, id, request, now)), "store.expires") << over;
  }
  request["expires"] = "2026-06-01T08:00:01Z";
  EXPECT_EQ(code(shelf->ask_feedback(self, id, request, now)), "");
}

TEST_F(FeedbackLink, LivesNoLongerThanThePolicyAllows) {
  const json long_lived = must(
      shelf->ask_feedback(self, id, {{"competences", {{{"competence", "rome:1"}}}}, {"expires", "2030-01-01"}}, now));
  EXPECT_EQ(long_lived["ends"], "2026-07-01T08:00:00Z");  // 30 days
}

TEST_F(FeedbackLink, AnswersOnlyWhatIsAsked) {
  json other = answer();
  other["answers"][0]["competence"] = "rome:999999";
  EXPECT_EQ(code(shelf->answer(token, other, now)), "store.not_asked");
  other = answer();
  other["answers"][0]["level"] = 9;
  EXPECT_EQ(code(shelf->answer(token, other, now)), "field.range");
  other = answer();
  other["by"] = "1850578006048";
  EXPECT_EQ(code(shelf->answer(token, other, now)), "store.nir");
  EXPECT_EQ(code(shelf->answer(token, answer(), now)), "");  // none of these has used it up
}

TEST_F(FeedbackLink, TokenIsKeptNowhereAndGuessesFindNothing) {
  EXPECT_EQ(token.size(), 43u);
  EXPECT_EQ(dir.bytes().find(token), std::string::npos);
  EXPECT_EQ(code(shelf->asked("", now)), "store.link");
  EXPECT_EQ(code(shelf->asked(token.substr(1), now)), "store.link");
  EXPECT_FALSE(must(shelf->get(self, asked["id"].get<std::string>(), now)).contains("token"));
}

}  // namespace
}  // namespace activateur
