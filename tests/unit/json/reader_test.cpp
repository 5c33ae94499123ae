#include <gtest/gtest.h>

#include <random>

#include "json/json.hpp"

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

TEST(JsonReader, RefusesNumbersThatNoDoubleHolds) { EXPECT_EQ(why("[1e400]").what.code(), "json.number"); }

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

}  // namespace
}  // namespace activateur
