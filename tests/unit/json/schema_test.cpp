// What the official suite (tests/conformance) does not ask: problems and their places, limits, refusals.
#include "json/schema.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "json/equality.hpp"
#include "json/schema_pattern.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

const std::string dialect = "https://json-schema.org/draft/2020-12/schema";

json parse(std::string_view text) {
  auto made = read_json(text);
  EXPECT_TRUE(made.ok()) << text;
  return made ? *made : json();
}

result<json_schema> compile(std::string_view text, schema_options options = {}) {
  if (options.default_dialect.empty()) options.default_dialect = dialect;
  return json_schema::read(parse(text), "", options);
}

std::string refusal(std::string_view text, const schema_options& options = {}) {
  const auto made = compile(text, options);
  if (made) return "none";
  EXPECT_FALSE(made.why().text(language::fr).empty());
  return std::string(made.why().what.code());
}

std::vector<schema_problem> problems(std::string_view schema, std::string_view instance) {
  const auto made = compile(schema);
  EXPECT_TRUE(made.ok()) << made.why().text(language::en);
  if (!made) return {};
  auto found = made->check(parse(instance));
  EXPECT_TRUE(found.ok());
  return found ? *std::move(found) : std::vector<schema_problem>{};
}

TEST(JsonSchema, TellsWhereTheInstanceAndTheSchemaDisagree) {
  const auto found = problems(R"({"properties": {"a/b": {"items": {"$ref": "#/$defs/small"}}},
                                  "$defs": {"small": {"maximum": 3}}})",
                              R"({"a/b": [1, 7]})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].instance_pointer, "/a~1b/1");
  EXPECT_EQ(found[0].schema_pointer, "/$defs/small/maximum");
  EXPECT_EQ(found[0].what.text(language::en), "The number must be at most 3.");
  EXPECT_EQ(found[0].what.text(language::fr), "Le nombre doit être au plus 3.");
}

TEST(JsonSchema, TellsAllProblemsUpToItsLimit) {
  const std::string list = "[1, 2, 3, 4, 5]";
  EXPECT_EQ(problems(R"({"items": {"type": "string"}})", list).size(), 5U);
  schema_options options;
  options.problems = 2;
  const auto made = compile(R"({"items": {"type": "string"}})", options);
  ASSERT_TRUE(made.ok());
  const auto found = made->check(parse(list));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->size(), 2U);
}

TEST(JsonSchema, NamesTheOtherDocumentOfAProblem) {
  const json other = parse(R"({"type": "integer"})");
  std::vector<std::string> asked;
  schema_options options;
  options.default_dialect = dialect;
  options.document = [&](std::string_view url) {
    asked.emplace_back(url);
    return url == "https://example.org/schemas/other.json" ? &other : nullptr;
  };
  const auto made =
      json_schema::read(parse(R"({"$ref": "other.json"})"), "https://example.org/schemas/first.json", options);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(asked, std::vector<std::string>{"https://example.org/schemas/other.json"});
  const auto found = made->check("text");
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ((*found)[0].schema_pointer, "https://example.org/schemas/other.json#/type");
}

TEST(JsonSchema, OutlivesTheDocumentItWasReadFrom) {
  std::optional<json_schema> kept;
  {
    const json schema = parse(R"({"const": {"a": [1]}, "enum": [{"a": [1]}]})");
    auto made = json_schema::read(schema, "", {{}, dialect});
    ASSERT_TRUE(made.ok());
    kept = *made;
  }
  const auto found = kept->check(parse(R"({"a": [1.0]})"));
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->empty());
}

TEST(JsonSchema, RefusesWhatItDoesNotUnderstand) {
  EXPECT_EQ(refusal(R"({"$schema": "http://json-schema.org/draft-03/schema#"})"), "schema.dialect");
  EXPECT_EQ(refusal(R"({"$schema": "https://example.org/mine"})"), "schema.dialect");
  EXPECT_EQ(refusal(R"({"$ref": "https://example.org/other.json"})"), "schema.missing");
  EXPECT_EQ(refusal(R"({"$ref": "#/$defs/nothing"})"), "schema.reference");
  EXPECT_EQ(refusal(R"({"$ref": "#nothing"})"), "schema.reference");
  EXPECT_EQ(refusal(R"({"properties": {"a": 1}})"), "schema.shape");
  EXPECT_EQ(refusal(R"([])"), "schema.shape");
  const auto made = json_schema::read(parse("{}"), "", {});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().what.code(), "schema.dialect.none");
}

TEST(JsonSchema, RefusesAVocabularyThatItMustUnderstand) {
  const json meta =
      parse(R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/meta",
      "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true, "https://example.org/vocab": true}})");
  schema_options options;
  options.document = [&](std::string_view url) { return url == "https://example.org/meta" ? &meta : nullptr; };
  EXPECT_EQ(refusal(R"({"$schema": "https://example.org/meta"})", options), "schema.vocabulary");
}

TEST(JsonSchema, RefusesMalformedKeywords) {
  for (const char* schema : {R"({"type": "text"})",
                             R"({"type": 3})",
                             R"({"minimum": "1"})",
                             R"({"multipleOf": 0})",
                             R"({"multipleOf": -1})",
                             R"({"maxLength": -1})",
                             R"({"maxLength": 1.5})",
                             R"({"required": "a"})",
                             R"({"required": [1]})",
                             R"({"enum": 1})",
                             R"({"uniqueItems": 1})",
                             R"({"properties": []})",
                             R"({"allOf": {}})",
                             R"({"allOf": []})",
                             R"({"items": [{}]})",
                             R"({"pattern": 1})",
                             R"({"$ref": 1})",
                             R"({"$id": 1})",
                             R"({"$id": "a#b"})",
                             R"({"$anchor": 1})",
                             R"({"dependentRequired": {"a": 1}})",
                             R"({"minContains": -1, "contains": {}})",
                             R"({"format": 1})",
                             R"({"$dynamicRef": 1})"})
    EXPECT_EQ(refusal(schema), "schema.malformed") << schema;
}

TEST(JsonSchema, RefusesTwoSchemasOfOneName) {
  EXPECT_EQ(refusal(R"({"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}})"), "schema.twice");
  EXPECT_EQ(refusal(R"({"$id": "https://example.org/1", "$defs": {"a": {"$id": "2"}, "b": {"$id": "2"}}})"),
            "schema.twice");
}

TEST(JsonSchema, RefusesARequiredFormatItDoesNotKnow) {
  schema_options options;
  EXPECT_EQ(refusal(R"({"format": "postcode"})", options), "none");
  options.assert_formats = true;
  EXPECT_EQ(refusal(R"({"format": "postcode"})", options), "schema.format.unknown");
}

TEST(JsonSchema, GivesNoAnswerWhenItCannotJudge) {
  const auto endless = compile(R"({"$ref": "#"})");
  ASSERT_TRUE(endless.ok());
  const auto found = endless->check(1);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().what.code(), "schema.depth");
  EXPECT_EQ(found.why().kind, failure::limit);

  // Each level asks twice of the next.
  std::string doubling = R"({"$ref": "#/$defs/0", "$defs": {)";
  for (int i = 0; i < 60; ++i) {
    const std::string next = "{\"$ref\": \"#/$defs/" + std::to_string(i + 1) + "\"}";
    doubling += '"' + std::to_string(i) + "\": {\"allOf\": [" + next + ',' + next + "]},";
  }
  const auto long_one = compile(doubling + R"("60": {}}})");
  ASSERT_TRUE(long_one.ok());
  const auto never = long_one->check(1);
  ASSERT_FALSE(never.ok());
  EXPECT_EQ(never.why().what.code(), "schema.steps");
}

// `not` must not turn a limit into an answer.
TEST(JsonSchema, GivesNoAnswerUnderNegationEither) {
  const auto endless = compile(R"({"not": {"$ref": "#/$defs/a"}, "$defs": {"a": {"$ref": "#/$defs/a"}}})");
  ASSERT_TRUE(endless.ok());
  EXPECT_FALSE(endless->check(1).ok());
  const auto costly = compile(R"({"not": {"pattern": "^(a|a)*$"}})");
  ASSERT_TRUE(costly.ok());
  const auto found = costly->check(std::string(60, 'a') + 'b');
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.why().what.code(), "schema.pattern.cost");
}

TEST(JsonSchema, BoundsWhatItReads) {
  schema_options options;
  options.schemas = 10;
  std::string many = "{\"allOf\": [{}";
  for (int i = 0; i < 20; ++i) many += ",{}";
  EXPECT_EQ(refusal(many + "]}", options), "schema.size");

  options = {};
  std::map<std::string, json> chain;
  options.document = [&](std::string_view url) -> const json* {
    const std::string next = std::string(url) + "x";
    return &(chain[std::string(url)] = json{{"$ref", next}});
  };
  EXPECT_EQ(refusal(R"({"$ref": "https://example.org/x"})", options), "schema.size");

  json deep = json::object();
  for (int i = 0; i < 2000; ++i) deep = json{{"not", std::move(deep)}};
  options = {};
  options.default_dialect = dialect;
  const auto made = json_schema::read(deep, "", options);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().what.code(), "schema.depth");
}

TEST(JsonSchema, IntegersOfDraft4HaveNoPoint) {
  schema_options options;
  options.default_dialect = "http://json-schema.org/draft-04/schema#";
  const auto old = compile(R"({"type": "integer"})", options);
  const auto recent = compile(R"({"type": "integer"})");
  ASSERT_TRUE(old.ok() && recent.ok());
  EXPECT_EQ((*old->check(parse("1.0"))).size(), 1U);
  EXPECT_EQ((*recent->check(parse("1.0"))).size(), 0U);
}

TEST(JsonSchema, ReadsTheSchemasOfThisProjectAndItsPolicyIsOfItsOwn) {
  const std::filesystem::path root = ACTIVATEUR_SOURCE_DIR;
  std::map<std::string, json> known;
  for (const auto& entry : std::filesystem::directory_iterator(root / "docs" / "schemas")) {
    json schema = parse(test::slurp(entry.path()));
    const std::string url = schema.value("$id", "");
    known[url] = std::move(schema);
  }
  ASSERT_GT(known.size(), 20U);
  schema_options options;
  options.document = [&](std::string_view url) -> const json* {
    const auto found = known.find(std::string(url));
    return found == known.end() ? nullptr : &found->second;
  };
  for (const auto& [url, schema] : known) {
    const auto made = json_schema::read(schema, url, options);
    ASSERT_TRUE(made.ok()) << url << ": " << made.why().text(language::en);
    const json policy = parse(test::slurp(root / "data" / "policy.json"));
    const auto found = made->check(policy);
    ASSERT_TRUE(found.ok()) << url;
    EXPECT_EQ(found->empty(), url.ends_with("/policy.json")) << url;
  }
}

TEST(ExactNumbers, AreComparedWithoutRounding) {
  const auto before = [](const char* a, const char* b) { return compare_numbers(parse(a), parse(b)) < 0; };
  EXPECT_TRUE(before("9007199254740992", "9007199254740993"));
  EXPECT_TRUE(before("9007199254740992.0", "9007199254740993"));
  EXPECT_FALSE(before("9007199254740993", "9007199254740992.0"));
  EXPECT_TRUE(before("-1", "18446744073709551615"));
  EXPECT_TRUE(before("18446744073709551615", "18446744073709551616.0"));
  EXPECT_TRUE(before("-1e300", "-9223372036854775808"));
  EXPECT_TRUE(before("1", "1.5"));
  EXPECT_TRUE(before("-1.5", "-1"));
  EXPECT_TRUE(compare_numbers(parse("1"), parse("1.0")) == 0);
  EXPECT_TRUE(compare_numbers(parse("0"), parse("-0.0")) == 0);
}

TEST(ExactNumbers, AreMultiplesInTheDecimalsThatAreWritten) {
  const auto multiple = [](const char* a, const char* b) { return is_multiple(parse(a), parse(b)); };
  EXPECT_TRUE(multiple("0.3", "0.1"));
  EXPECT_TRUE(multiple("4.35", "0.01"));
  EXPECT_FALSE(multiple("4.355", "0.01"));
  EXPECT_TRUE(multiple("1e300", "7e299") == false);
  EXPECT_TRUE(multiple("1e308", "0.5"));
  EXPECT_FALSE(multiple("1e308", "0.123456789"));
  EXPECT_TRUE(multiple("18446744073709551615", "5"));
  EXPECT_FALSE(multiple("18446744073709551615", "2"));
  EXPECT_TRUE(multiple("-9223372036854775808", "2"));
  EXPECT_TRUE(multiple("0", "3"));
  EXPECT_FALSE(multiple("5e-324", "1"));
}

bool finds(std::string_view expression, std::string_view text) {
  const auto pattern = schema_pattern::read(expression);
  EXPECT_TRUE(pattern.has_value()) << expression;
  pattern_budget budget;
  return pattern && pattern->search(text, budget).value_or(false);
}

// What is referred to joins the list of resources while a schema is read: whatever the length of its address, the
// keywords beside the reference count.
TEST(Schema, KeywordsBesideAReferenceToAnotherDocumentCount) {
  const json other = json::parse(R"({"type": "object"})");
  for (std::size_t length = 20; length < 300; ++length) {
    const std::string url = "https://e.example/" + std::string(length, 'a');
    schema_options options;
    options.document = [&](std::string_view asked) { return asked == url ? &other : nullptr; };
    const json schema{{"$schema", "https://json-schema.org/draft/2019-09/schema"},
                      {"$ref", url},
                      {"required", {"neverThere"}},
                      {"type", "object"}};
    const auto compiled = compile(write_json(schema), options);
    ASSERT_TRUE(compiled.ok()) << length;
    const auto found = compiled->check(json::object());
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->size(), 1U) << length;
  }
}

TEST(Schema, AddressesAreBounded) {
  json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"$id", "https://e.example/" + std::string(6'000, 'a') + "/"}};
  for (int i = 0; i < 1'000; ++i) schema["$defs"]["d" + std::to_string(i)] = {{"$id", "r" + std::to_string(i)}};
  EXPECT_EQ(refusal(write_json(schema)), "schema.urls");
  schema["$id"] = "https://e.example/" + std::string(10'000, 'a');
  EXPECT_EQ(refusal(write_json(schema)), "schema.urls");
  schema["$id"] = "https://e.example/";
  EXPECT_EQ(refusal(write_json(schema)), "none");
}

TEST(SchemaPattern, MeansWhatEcmaScriptMeans) {
  EXPECT_TRUE(finds("b", "abc"));
  EXPECT_FALSE(finds("^b", "abc"));
  EXPECT_FALSE(finds("b$", "b\n"));
  EXPECT_FALSE(finds("^.$", "\xE2\x80\xA8"));  // line separator
  EXPECT_TRUE(finds("^.$", "\xC2\x85"));
  EXPECT_TRUE(finds("^.$", "\xF0\x9F\x98\x80"));
  EXPECT_TRUE(finds("^\\u{1F600}\\uD83D\\uDE00$", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"));
  EXPECT_FALSE(finds("^\\d$", "\xD9\xA1"));  // an Arabic digit
  EXPECT_FALSE(finds("^\\w$", "\xC3\xA9"));
  EXPECT_TRUE(finds("^[\\w-]+$", "a-b"));
  EXPECT_TRUE(finds("^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$", "a.b+c@ex-ample.org"));
  EXPECT_TRUE(finds("^[^]$", "\n"));
  EXPECT_FALSE(finds("[]", "a"));
  EXPECT_TRUE(finds("^(?:a|b){2}$", "ab"));
  EXPECT_TRUE(finds("^(?!x).*\\bend\\b", "the end."));
  EXPECT_FALSE(finds("^(?!x)", "xyz"));
  EXPECT_TRUE(finds("(?<=a)b", "ab"));
  EXPECT_TRUE(finds("^\\p{Lu}\\p{Script=Greek}$", "\xC3\x89\xCE\xB1"));
  EXPECT_TRUE(finds("^{a}$", "{a}"));
  EXPECT_TRUE(finds("^[[&&]$", "&"));
  EXPECT_TRUE(finds("^[\\b]\\cA\\x41\\0$", std::string_view("\b\x01"
                                                            "A\0",
                                                            4)));
}

TEST(SchemaPattern, RefusesWhatItCannotMean) {
  for (const char* expression : {"(",        ")",           "[",
                                 "[b-a]",    "*",           "a**",
                                 "a*+",      "^*",          "a{2,1}",
                                 "a{99999}", "\\",          "\\a",
                                 "\\Z",      "(a)\\1",      "(?<n>a)\\k<n>",
                                 "(?i)a",    "(?>a)",       "\\u12",
                                 "\\uD800",  "\\u{110000}", "\\p{Nothing}",
                                 "\\p",      "\\x1",        "\\c",
                                 "\\01",     "(?<=a*)b",    "(?<1>a)",
                                 "\xFF"})
    EXPECT_FALSE(schema_pattern::read(expression).has_value()) << expression;
  EXPECT_FALSE(schema_pattern::read(std::string(100, '(') + std::string(100, ')')).has_value());
  EXPECT_FALSE(schema_pattern::read(std::string(10'000, 'a')).has_value());
}

TEST(SchemaPattern, CountsTheLoopsThatLookAround) {
  const auto spend = [](const char* expression, const std::string& text) {
    const auto pattern = schema_pattern::read(expression);
    pattern_budget budget;
    return pattern->search(text, budget);
  };
  EXPECT_FALSE(spend("(?=[^b]*)[^c]d", std::string(80'000, 'a')).has_value());
  EXPECT_FALSE(spend("^(?:(?=[^b]*)a)*c", std::string(20'000, 'a')).has_value());
  EXPECT_EQ(spend("(?=[^b]*)[^c]d", std::string(500, 'a') + "d"), true);
  EXPECT_EQ(spend("^(?=.*[0-9])(?=.*[a-z])[0-9a-z]{8,}$", std::string(2'000, 'a') + "1"), true);
  EXPECT_EQ(spend("^(?!x)a+$", std::string(100'000, 'a')), true) << "nothing is repeated in what looks ahead";
}

TEST(SchemaPattern, TheEmptyOneMatchesEverything) {
  EXPECT_TRUE(finds("", ""));
  EXPECT_TRUE(finds("", "any"));
}

TEST(SchemaPattern, GivesUpWhenASearchExplodes) {
  for (const char* expression : {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"}) {
    const auto pattern = schema_pattern::read(expression);
    ASSERT_TRUE(pattern.has_value());
    pattern_budget budget;
    EXPECT_FALSE(pattern->search(std::string(5000, 'a') + '!', budget).has_value()) << expression;
  }
}

}  // namespace
}  // namespace activateur
