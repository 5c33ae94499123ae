#include <gtest/gtest.h>

#include "base/progress.hpp"
#include "base/result.hpp"

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
