#include <gtest/gtest.h>

#include <random>

#include "base/text.hpp"
#include "json/quick_reader.hpp"

namespace activateur {
namespace {

error why(std::string_view text, const json_limits& bounds = {}) {
  const auto read = read_json(text, bounds, "t.json");
  EXPECT_FALSE(read) << text;
  return read ? error{} : read.why();
}

TEST(JsonReader, ReadsEveryKindOfValue) {
  const auto read = read_json(R"( {"a":[null,true,false,-1,2.5e3,18446744073709551615,"é\u00e9\ud83d\ude00\n"]} )");
  ASSERT_TRUE(read);
  EXPECT_EQ(write_json(*read), R"({"a":[null,true,false,-1,2500.0,18446744073709551615,"éé😀\n"]})");
  EXPECT_TRUE(read_json("0"));
  EXPECT_TRUE(read_json("\"\""));
}

TEST(JsonReader, RefusesDuplicateMembersAndSaysWhere) {
  const error e = why(R"({"x":{"list":[1,{"alg":"RS256","alg":"none"}]}})");
  EXPECT_EQ(e.what.code(), "json.duplicate");
  EXPECT_EQ(e.where.pointer, "/x/list/1");
  EXPECT_EQ(why(R"({"\u0061":1,"a":2})").what.code(), "json.duplicate");  // the same name, written otherwise
  EXPECT_EQ(why(R"({"a":{"b/c~d":{"x":1,"x":2}}})").where.pointer, "/a/b~1c~0d");
}

TEST(JsonReader, GivesLineAndColumnInCharacters) {
  const error e = why("{\n  \"é\": tru\n}");
  EXPECT_EQ(e.what.code(), "json.syntax");
  EXPECT_EQ(e.where.source, "t.json");
  EXPECT_EQ(e.where.line, 2);
  EXPECT_EQ(e.text(language::fr).substr(0, 15), "t.json, ligne 2");
}

TEST(JsonReader, RefusesWhatIsNotJson) {
  for (const char* text : {"",       " ",       "{",       "[1,]", "{\"a\":1,}", "{'a':1}",     "{a:1}",
                           "nul",    "01",      "1.",      ".5",   "+1",         "NaN",         "Infinity",
                           "\"\t\"", "\"\\x\"", "[1] [2]", "{} x", "// c\n1",    "\"\\ud800\"", "\"\\udc00\\ud800\""})
    EXPECT_EQ(why(text).kind, failure::input) << text;
}

TEST(JsonReader, RefusesBytesThatAreNotUtf8AndTheByteOrderMark) {
  const error e = why("{\"a\":\n\"caf\xE9\"}");
  EXPECT_EQ(e.what.code(), "json.utf8");
  EXPECT_EQ(e.where.line, 2);
  EXPECT_EQ(e.where.column, 5);
  EXPECT_EQ(why("\xEF\xBB\xBF{}").what.code(), "json.bom");
  EXPECT_EQ(why("\"\xED\xA0\x80\"").what.code(), "json.utf8");
}

TEST(JsonReader, RefusesZeroBytesWhereverTheyAre) {
  using namespace std::string_view_literals;
  for (const std::string_view text : {"{}\0"sv, "{}\0{}"sv, "\0"sv, "[1\0]"sv, "\"\0\""sv})
    EXPECT_EQ(why(text).what.code(), "json.syntax") << text;
  EXPECT_EQ(why("{}\n \0garbage"sv).where.line, 2);
  EXPECT_EQ(why("{}\n \0garbage"sv).where.column, 2);
}

TEST(JsonReader, RefusesNumbersThatNoDoubleHoldsAndNamesThem) {
  for (const char* text : {"[1e400]", "[1, 1e400 ]", "1e400", "{\"a\":1e400}"}) {
    const error e = why(text);
    EXPECT_EQ(e.what.code(), "json.number") << text;
    EXPECT_EQ(e.what.arguments(), std::vector<std::string>{"1e400"}) << text;
  }
}

TEST(JsonReader, BoundsSizeDepthAndCount) {
  EXPECT_EQ(why("[1,2,3]", {5, 64, 100}).what.code(), "json.size");
  EXPECT_EQ(why("[1,2,3]", {100, 64, 3}).what.code(), "json.values");
  std::string deep(64, '[');
  EXPECT_TRUE(read_json(deep + std::string(64, ']')));
  deep += '[';
  EXPECT_EQ(why(deep + std::string(65, ']')).what.code(), "json.depth");
  EXPECT_EQ(why(std::string(2'000'000, '[')).what.code(), "json.depth");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_EQ(why(objects).what.code(), "json.depth");
}

// What we accept, another reader accepts and reads alike; what it refuses, we refuse.
TEST(JsonReader, AgreesWithALenientReaderOnMutatedText) {
  const std::string seed = R"({"a":[1,2.5,-3e2,"x\u00e9\"y",{"b":null,"c":[true,false,{}]}],"d":"é","e":[[],[[]]]})";
  std::mt19937 random(11);
  constexpr std::string_view alphabet = "{}[]\",:0189.eE+-\\utn \xC3\xA9";
  int accepted = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = seed;
    for (std::size_t k = random() % 3 + 1; k > 0; --k) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0)
        text[at] = alphabet[random() % alphabet.size()];
      else
        text.erase(at, 1);
    }
    const auto read = read_json(text);
    if (!read) continue;
    ++accepted;
    ASSERT_TRUE(json::accept(text)) << text;
    ASSERT_EQ(*read, json::parse(text)) << text;
    ASSERT_EQ(*read_json(write_json(*read)), *read) << text;
  }
  EXPECT_GT(accepted, 500);
}

// The quick reader gives what the plain one gives, or nothing.
TEST(JsonReader, IsQuickWithoutAcceptingOrReadingAnythingElse) {
  const std::string seed =
      R"({"a":[1,2.5,-3e2,0,-0,-12,1e21,18446744073709551616,"x\u00e9\"y\ud83d\ude00\/",{"b":null,"c":[true,false,{}]}],)"
      R"( "longer than eight bytes":"é and a tail longer than that","e":[[],[[]] , "\\\b\f\n\r\t"]})";
  std::mt19937 random(12);
  constexpr std::string_view alphabet = "{}[]\",:0189.eE+-\\utnDd8 \t\x1F\x7F\xC3\xA9";
  int quick = 0, left = 0;
  for (int i = 0; i < 40000; ++i) {
    std::string text = seed;
    for (std::size_t k = random() % 4; k > 0; --k) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0: text[at] = alphabet[random() % alphabet.size()]; break;
        case 1: text.erase(at, 1); break;
        default: text.insert(at, text.substr(random() % text.size(), random() % 12));
      }
    }
    const json_limits bounds{text.size(), 5, 26};
    if (first_bad_utf8(text)) continue;  // neither is given such a text
    const auto plain = read_json_plainly(text, bounds, {});
    const auto read = read_json_quickly(text, bounds);
    const bool may_be_tiny = text.find("e-") != std::string::npos;
    ASSERT_TRUE(read.has_value() == plain.ok() || (plain.ok() && may_be_tiny)) << text;
    plain.ok() ? ++quick : ++left;
    if (!read) continue;
    ASSERT_EQ(*read, *plain) << text;
    ASSERT_EQ(write_json(*read), write_json(*plain)) << text;  // types of numbers and the sign of zero as well
  }
  EXPECT_GT(quick, 2000);
  EXPECT_GT(left, 2000);
}

TEST(JsonReader, LeavesNumbersAtTheEndsOfTheRangeToThePlainReader) {
  for (const char* text : {"1e-400", "-1e-400", "4.9e-324", "1e308", "9223372036854775808", "-9223372036854775809"}) {
    const auto read = read_json(text);
    ASSERT_TRUE(read.ok()) << text;
    EXPECT_EQ(write_json(*read), write_json(json::parse(text))) << text;
  }
}

}  // namespace
}  // namespace activateur
