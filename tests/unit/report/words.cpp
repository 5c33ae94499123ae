#include "report/words.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>

#include "report/drawing.hpp"

namespace activateur::report {
namespace {

instant day(const char* date) { return *parse_date_or_time(date); }

TEST(ReportWords, SayDatesInFull) {
  EXPECT_EQ(date_in_words(language::fr, day("2026-11-24")), "24\u00a0novembre\u00a02026");
  EXPECT_EQ(date_in_words(language::en, day("2026-11-24")), "24\u00a0November\u00a02026");
  EXPECT_EQ(date_in_words(language::fr, day("2027-03-01")), "1er\u00a0mars\u00a02027");
  EXPECT_EQ(date_in_words(language::fr, {std::numeric_limits<std::int64_t>::min()}), "—");
}

TEST(ReportWords, SayMoneyAsTheLanguageDoes) {
  EXPECT_EQ(euros(language::fr, 1400), "1\u202f400\u00a0€");
  EXPECT_EQ(euros(language::en, 1400), "€1,400");
  EXPECT_EQ(euros(language::fr, 12.5), "12,50\u00a0€");
  EXPECT_EQ(euros(language::en, -0.001), "€0");
  EXPECT_EQ(number(language::fr, -1234567), "-1\u202f234\u202f567");
}

TEST(ReportWords, DoNotDependOnTheHostsLocale) {
  const char* before = std::setlocale(LC_NUMERIC, nullptr);
  const std::string kept = before != nullptr ? before : "C";
  std::setlocale(LC_NUMERIC, "fr_FR.UTF-8");
  EXPECT_EQ(coordinate(1.25), "1.2");
  EXPECT_EQ(number(language::en, 1.5, 1), "1.5");
  std::setlocale(LC_NUMERIC, kept.c_str());
}

TEST(ReportWords, SaySharesInWords) {
  EXPECT_EQ(share_in_words(language::fr, 0.0), "rien (0\u00a0%)");
  EXPECT_EQ(share_in_words(language::fr, 0.52), "environ la moitié (52\u00a0%)");
  EXPECT_EQ(share_in_words(language::en, 0.65), "about two thirds (65%)");
  EXPECT_EQ(share_in_words(language::en, 1.0), "everything (100%)");
  EXPECT_EQ(share_in_words(language::en, std::numeric_limits<double>::quiet_NaN()), "nothing (0%)");
}

TEST(ReportWords, CountAsTheLanguageDoes) {
  static constexpr message one{"t.one", "{0} step", "{0} étape"};
  static constexpr message many{"t.many", "{0} steps", "{0} étapes"};
  EXPECT_EQ(counted(language::fr, 0, one, many), "0 étape");
  EXPECT_EQ(counted(language::en, 0, one, many), "0 steps");
  EXPECT_EQ(counted(language::fr, 2, one, many), "2 étapes");
}

TEST(ReportWords, KeepFrenchPunctuationWithItsWord) {
  static constexpr message m{"t.m", "a: {0}", "a : « {0} » ?"};
  EXPECT_EQ(say(language::fr, m, {"b"}), "a\u00a0: «\u00a0b\u00a0»\u00a0?");
  EXPECT_EQ(say(language::en, m, {"b"}), "a: b");
}

TEST(ReportDrawing, CutsTextBetweenCharactersAndSaysSo) {
  EXPECT_EQ(fitted("court", 100, 13, 2), (std::vector<std::string>{"court"}));
  EXPECT_EQ(fitted("", 100, 13, 2), (std::vector<std::string>{"—"}));
  const auto lines = fitted("Établir une relation de confiance et faciliter la communication", 120, 13, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "Établir une");
  EXPECT_TRUE(lines[1].ends_with("…"));
  for (const auto& line : fitted(std::string(300, 'x') + "ééééé", 50, 13, 3)) EXPECT_LE(line.size(), 12U);
}

}  // namespace
}  // namespace activateur::report
