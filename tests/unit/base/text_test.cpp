#include "base/text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace activateur {
namespace {

TEST(Text, FindsTheFirstByteThatIsNotUtf8) {
  EXPECT_FALSE(first_bad_utf8("déjà vu \xF0\x9F\x98\x80"));
  EXPECT_EQ(first_bad_utf8("ab\xFF"), 2U);
  EXPECT_EQ(first_bad_utf8("\xC0\xAF"), 0U);          // overlong
  EXPECT_EQ(first_bad_utf8("a\xED\xA0\x80"), 1U);     // surrogate
  EXPECT_EQ(first_bad_utf8("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
  EXPECT_EQ(first_bad_utf8("caf\xE9"), 3U);           // Latin-1
  EXPECT_EQ(first_bad_utf8("\xE2\x82"), 0U);          // cut short
}

TEST(Text, CountsLinesAndCharacters) {
  const auto p = position_of("é\nàb\nç", 6);  // the second line is à (2 bytes) b; offset 6 is after it
  EXPECT_EQ(p.line, 2);
  EXPECT_EQ(p.column, 3);
}

TEST(Text, ShortensBetweenCharacters) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("été", 3), "ét…");
  EXPECT_EQ(shortened("été", 1), "…");
}

TEST(Text, EscapesEveryCharacterThatMarkupGivesAMeaning) {
  EXPECT_EQ(escaped_xml("<a b='\"'>&\x01\n"), "&lt;a b=&#39;&quot;&#39;&gt;&amp;\xEF\xBF\xBD\n");
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 128);
    EXPECT_EQ(escaped_xml(bytes).find_first_of("<>\"'"), std::string::npos);
  }
}

TEST(Text, TrimsBlanksOnly) {
  EXPECT_EQ(trimmed(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trimmed(" \n"), "");
}

}  // namespace
}  // namespace activateur
