#include "json/canonical.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <random>

#include "shared_data.hpp"

namespace activateur {
namespace {

std::string canonical(std::string_view text) { return canonical_json(*read_json(text)); }

std::string number(double value) {
  std::string out;
  write_ecmascript_number(value, out);
  return out;
}

TEST(CanonicalJson, AgreesWithThePublishedVectors) {
  ACTIVATEUR_NEEDS_SHARED(vectors, "vectors/jcs");
  for (const char* name : {"arrays", "french", "structures", "unicode", "values", "weird"}) {
    SCOPED_TRACE(name);
    const auto read = read_json(test::slurp(vectors / "input" / (std::string(name) + ".json")));
    ASSERT_TRUE(read);
    const std::string expected = test::slurp(vectors / "output" / (std::string(name) + ".json"));
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(canonical_json(*read), expected);
    std::istringstream bytes(test::slurp(vectors / "outhex" / (std::string(name) + ".txt")));
    std::string from_hex;
    for (unsigned byte = 0; bytes >> std::hex >> byte;) from_hex += static_cast<char>(byte);
    EXPECT_EQ(canonical_json(*read), from_hex);
  }
}

TEST(CanonicalJson, WritesTheNumbersOfRfc8785AppendixB) {
  const std::pair<std::uint64_t, const char*> table[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0xffefffffffffffff, "-1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0xc340000000000000, "-9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef4f, "999999999999999900000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0x41b3de4355555554, "333333333.33333325"},
      {0x41b3de4355555555, "333333333.3333333"},
      {0x41b3de4355555556, "333333333.3333334"},
      {0x41b3de4355555557, "333333333.33333343"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959, "1424953923781206.2"},
  };
  for (const auto& [bits, expected] : table) EXPECT_EQ(number(std::bit_cast<double>(bits)), expected);
}

TEST(CanonicalJson, WritesNumbersAsTheyWereReadByJavaScript) {
  EXPECT_EQ(canonical("9007199254740991"), "9007199254740991");
  EXPECT_EQ(canonical("9007199254740993"), "9007199254740992");
  EXPECT_EQ(canonical("-9007199254740993"), "-9007199254740992");
  EXPECT_EQ(canonical("18446744073709551615"), "18446744073709552000");
  EXPECT_EQ(canonical("9223372036854775807"), "9223372036854776000");
  EXPECT_EQ(canonical("-9223372036854775808"), "-9223372036854776000");
  EXPECT_EQ(canonical("-0"), "0");
  EXPECT_EQ(canonical("-0.0"), "0");
  EXPECT_EQ(canonical("1e23"), "1e+23");
  EXPECT_EQ(canonical("[1.0,10.50,1e2,0.1e1,100e-2]"), "[1,10.5,100,1,1]");
  EXPECT_EQ(canonical("[1e21,1e20,123456789012345680000,1e-6,1e-7,1.5e-10]"),
            "[1e+21,100000000000000000000,123456789012345680000,0.000001,1e-7,1.5e-10]");
}

TEST(CanonicalJson, NumbersReadBackAsTheSameDoubleInTheFewestDigits) {
  std::mt19937_64 random(8785);  // NOLINT(*-msc51-cpp): the same numbers at every run
  for (int i = 0; i < 200'000; ++i) {
    const double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    const std::string text = number(value);
    double back = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), back);
    ASSERT_EQ(parsed.ptr, text.data() + text.size()) << text;
    ASSERT_EQ(back, value) << text;
    // No number of fewer significant digits reads back as the same double.
    const auto count =
        std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(text.find('e'), text.size())),
                      [](char c) { return c >= '0' && c <= '9'; });
    if (text.find('e') == std::string::npos || count < 2) continue;
    char shorter[40];
    std::snprintf(shorter, sizeof shorter, "%.*e", static_cast<int>(count) - 2, value);
    double shorter_value = 0;
    std::from_chars(shorter, shorter + std::char_traits<char>::length(shorter), shorter_value);
    ASSERT_NE(shorter_value, value) << text << " could be " << shorter;
  }
}

TEST(CanonicalJson, SortsMembersByUtf16CodeUnits) {
  // U+1F600 is D83D DE00 in UTF-16: before U+FB33 and U+FF5E, though after them by code point and in UTF-8.
  EXPECT_EQ(
      canonical(R"({"\uff5e":1,"\ud83d\ude00":2,"\ufb33":3,"\ud7ff":4,"\ue000":5,"a":6})"),
      "{\"a\":6,\"\xED\x9F\xBF\":4,\"\xF0\x9F\x98\x80\":2,\"\xEE\x80\x80\":5,\"\xEF\xAC\xB3\":3,\"\xEF\xBD\x9E\":1}");
  EXPECT_EQ(canonical(R"({"x\ud83d\ude00b":1,"x\ud83d\ude00a":2,"x":3,"x\ud83d\ude00":4})"),
            "{\"x\":3,\"x\xF0\x9F\x98\x80\":4,\"x\xF0\x9F\x98\x80"
            "a\":2,\"x\xF0\x9F\x98\x80"
            "b\":1}");
  EXPECT_EQ(canonical(R"({"10":1,"1":2,"aa":3,"a":4,"A":5,"":6})"), R"({"":6,"1":2,"10":1,"A":5,"a":4,"aa":3})");
}

std::u16string utf16(const std::vector<char32_t>& characters) {
  std::u16string out;
  for (const char32_t c : characters) {
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
      out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

std::string utf8(const std::vector<char32_t>& characters) {
  std::string out;
  for (const char32_t c : characters) {
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    if (c < 0x800) {
      out += static_cast<char>(0xC0U | c >> 6U);
    } else {
      if (c < 0x10000) {
        out += static_cast<char>(0xE0U | c >> 12U);
      } else {
        out += static_cast<char>(0xF0U | c >> 18U);
        out += static_cast<char>(0x80U | (c >> 12U & 0x3FU));
      }
      out += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    }
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
  return out;
}

TEST(CanonicalJson, ComparesUtf8AsItsUtf16WouldCompare) {
  std::mt19937_64 random(16);  // NOLINT(*-msc51-cpp)
  const char32_t edges[] = {0x61,   0x7F,   0x80,   0x7FF,   0x800,   0xD7FF,  0xE000,
                            0xEFFF, 0xF000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF};
  for (int i = 0; i < 20'000; ++i) {
    std::vector<char32_t> a;
    std::vector<char32_t> b;
    for (auto* side : {&a, &b})
      for (auto size = random() % 4; size > 0; --size) side->push_back(edges[random() % std::size(edges)]);
    ASSERT_EQ(before_in_utf16(utf8(a), utf8(b)), utf16(a) < utf16(b));
  }
}

TEST(CanonicalJson, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(canonical(R"("\u0000\u0001\b\t\n\u000b\f\r\u001f\u0020\"\\\/\u007f\u00e9\u2028")"),
            "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\x7F\xC3\xA9\xE2\x80\xA8\"");
  EXPECT_EQ(canonical(R"({"\n\"":"é"})"), "{\"\\n\\\"\":\"\xC3\xA9\"}");
}

TEST(CanonicalJson, IsItsOwnCanonicalForm) {
  const std::string once = canonical(R"( {"b" : [ true , null , {} , [] , "" ] , "a" : 1e-7 } )");
  EXPECT_EQ(once, R"({"a":1e-7,"b":[true,null,{},[],""]})");
  EXPECT_EQ(canonical(once), once);
}

}  // namespace
}  // namespace activateur
