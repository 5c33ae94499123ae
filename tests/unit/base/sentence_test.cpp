#include <gtest/gtest.h>

#include <cerrno>
#include <system_error>

#include "base/progress.hpp"
#include "base/result.hpp"
#include "base/system_reason.hpp"
#include "base/word.hpp"

namespace activateur {
namespace {

constexpr message two_blanks{"test.blanks", "{1} before {0}, {2}.", "{0} après {1}, {2}."};

TEST(Sentence, FillsItsBlanksInEitherLanguage) {
  const sentence s(two_blanks, {"a", "b"});
  EXPECT_EQ(s.code(), "test.blanks");
  EXPECT_EQ(s.text(language::en), "b before a, .");
  EXPECT_EQ(s.text(language::fr), "a après b, .");
}

TEST(Sentence, DoesNotReadBlanksInsideArguments) {
  EXPECT_EQ(sentence(two_blanks, {"{1}", "{0}", "c"}).text(language::en), "{0} before {1}, c.");
}

TEST(Sentence, IsNotAsLongAsTheDocumentItSpeaksOf) {
  EXPECT_LT(sentence(two_blanks, {std::string(2'000'000, 'a'), "b", "c"}).text(language::en).size(), 5'000U);
}

constexpr message counted{"test.counted", "{0} {0|person|persons}", "{0} {0|personne|personnes} : {0|seule|ensemble}"};

TEST(Sentence, GivesNounsTheNumberOfTheirArgument) {
  const auto said = [](const char* number, language l) { return sentence(counted, {number}).text(l); };
  EXPECT_EQ(said("1", language::en), "1 person");
  EXPECT_EQ(said("0", language::en), "0 persons");
  EXPECT_EQ(said("1.5", language::en), "1.5 persons");
  EXPECT_EQ(said("11", language::en), "11 persons");
  EXPECT_EQ(said("0", language::fr), "0 personne : seule");
  EXPECT_EQ(said("1", language::fr), "1 personne : seule");
  EXPECT_EQ(said("1,5", language::fr), "1,5 personne : seule");
  EXPECT_EQ(said("2", language::fr), "2 personnes : ensemble");
  EXPECT_EQ(said("10", language::fr), "10 personnes : ensemble");
}

TEST(Sentence, LeavesWhatIsNoBlankAsItIs) {
  constexpr static message braces{"test.braces", "{} {a} {0", "{0|one} {0|a|b"};
  EXPECT_EQ(sentence(braces, {"1"}).text(language::en), "{} {a} {0");
  EXPECT_EQ(sentence(braces, {"1"}).text(language::fr), "{0|one} {0|a|b");
}

TEST(Sentence, TakesWordsOfBothLanguagesAsArguments) {
  const sentence s(two_blanks, {word_argument("done", "faite"), "b", word_argument("", "x")});
  EXPECT_EQ(s.text(language::en), "b before done, .");
  EXPECT_EQ(s.text(language::fr), "faite après b, x.");
}

TEST(Sentence, ShowsTheWholeOfANameWhateverControlCharactersItHolds) {
  for (int c = 1; c < 0x80; ++c) {
    const std::string name = std::string("before") + static_cast<char>(c) + "after";
    for (const language l : {language::en, language::fr})
      EXPECT_NE(sentence(two_blanks, {name, "b", "c"}).text(l).find(name), std::string::npos) << c;
  }
}

TEST(SystemReason, IsInTheLanguageForWhatPeopleMeet) {
  constexpr static message why{"test.why", "{0}", "{0}"};
  EXPECT_EQ(sentence(why, {system_reason(ENOENT)}).text(language::fr), "il n'existe pas");
  EXPECT_EQ(sentence(why, {system_reason(ENOENT)}).text(language::en), "it does not exist");
  EXPECT_EQ(sentence(why, {reason_not_made(ENOENT)}).text(language::fr), "son dossier n'existe pas");
  EXPECT_EQ(sentence(why, {reason_not_made(EACCES)}).text(language::fr), "l'accès est refusé");
  EXPECT_EQ(sentence(why, {system_reason(EXDEV)}).text(language::en), std::generic_category().message(EXDEV));
  EXPECT_EQ(sentence(why, {system_reason(EXDEV)}).text(language::fr),
            "erreur " + std::to_string(EXDEV) + " du système");
}

TEST(Sentence, IsEmptyUntilItSaysSomething) {
  EXPECT_TRUE(sentence().empty());
  EXPECT_EQ(sentence().text(language::fr), "");
}

TEST(Error, SaysWhereThenWhat) {
  const error e = fail(failure::input, two_blanks, {"a", "b", "c"}, {"f.csv", {}, 3, 7});
  EXPECT_EQ(e.text(language::en), "f.csv, line 3, column 7: b before a, c.");
  EXPECT_EQ(e.text(language::fr), "f.csv, ligne 3, colonne 7 : a après b, c.");
  EXPECT_EQ(fail(failure::input, two_blanks, {}, {{}, "/a/0", 0, 0}).text(language::en), "/a/0:  before , .");
}

TEST(Progress, StopsWhenTheHostAsksOrTheFlagIsSet) {
  std::atomic<bool> stop{false};
  int calls = 0;
  const progress_sink sink([&](std::uint64_t done, std::uint64_t) { return ++calls, done < 2; }, &stop);
  EXPECT_TRUE(sink.at(1, 3));
  EXPECT_FALSE(sink.at(2, 3));
  stop = true;
  EXPECT_FALSE(sink.at(0, 3));
  EXPECT_EQ(calls, 2);  // the flag is enough
  EXPECT_TRUE(progress_sink().at(0, 0));
}

}  // namespace
}  // namespace activateur
