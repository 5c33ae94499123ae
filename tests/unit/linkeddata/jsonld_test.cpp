#include "linkeddata/jsonld.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "base/iri.hpp"
#include "base/word.hpp"
#include "linkeddata/lexical.hpp"

namespace activateur {
namespace {

json parsed(const char* text) {
  auto made = read_json(text);
  EXPECT_TRUE(made.ok()) << (made ? std::string() : made.why().text(language::en));
  return made ? *made : json();
}

std::string lines(const dataset& quads) {
  std::vector<std::string> all;
  for (const quad& q : quads) all.push_back(write_nquad(q));
  std::sort(all.begin(), all.end());
  std::string out;
  for (const std::string& line : all) out += line;
  return out;
}

std::string rdf_of(const char* text, jsonld_options options = {}) {
  const auto made = to_rdf(parsed(text), options);
  return made ? lines(*made) : "error " + std::string(made.why().what.code());
}

// The code, the first argument and the pointer of the error.
std::string error_of(const char* text, const jsonld_options& options = {}) {
  const auto made = to_rdf(parsed(text), options);
  if (made.ok()) return "no error";
  const error& e = made.why();
  EXPECT_FALSE(e.text(language::en).empty());
  EXPECT_FALSE(e.text(language::fr).empty());
  std::string out(e.what.code());
  if (!e.what.arguments().empty()) {
    const std::string& first = e.what.arguments()[0];
    // Of a word in both languages the English one; two empty words are what parts them.
    out += " " + first.substr(0, first.find(word_argument("", "")));
  }
  return out + (e.where.pointer.empty() ? "" : " at " + e.where.pointer);
}

// Safe mode.

TEST(SafeExpansion, NamesThePropertyThatNoContextDefines) {
  EXPECT_EQ(
      error_of(R"({"@context": {"name": "https://schema.org/name"}, "@id": "urn:x:1", "name": "a", "grade": "A"})"),
      "jsonld.unmapped grade at /grade");
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "a": [{"a": 1}, {"x/y~z": 2}]})"),
            "jsonld.unmapped x/y~z at /a/1/x~1y~0z");
}

TEST(SafeExpansion, RefusesValuesInGraphs) {
  const char* text = R"({"@context": {"g": {"@id": "urn:g", "@container": "@graph"}}, "@id": "urn:x", "g": "lost"})";
  EXPECT_EQ(error_of(text).substr(0, 20), "jsonld.free_floating");
  jsonld_options lax;
  lax.safe = false;
  EXPECT_EQ(rdf_of(text, lax), "<urn:x> <urn:g> _:b0 .\n");
}

TEST(Documents, AreTakenWithoutAMemberThatIsSetAside) {
  const char* text = R"({"@context": {"a": "urn:a", "kind": "@type"}, "@id": "urn:x", "kind": "urn:t", "lost": 1,
                         "a": {"@id": "urn:y", "a": 2}})";
  jsonld_options without;
  without.set_aside = "lost";
  EXPECT_EQ(rdf_of(text, without),
            "<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:t> .\n<urn:x> <urn:a> <urn:y> .\n"
            "<urn:y> <urn:a> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  without.safe = false;
  without.set_aside = "kind";
  EXPECT_EQ(rdf_of(text, without),
            "<urn:x> <urn:a> <urn:y> .\n<urn:y> <urn:a> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  without.set_aside = "a";
  EXPECT_EQ(rdf_of(text, without), "<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:t> .\n");
}

TEST(SafeExpansion, NamesTheTermThatAContextSetsToNull) {
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a", "b": null}, "a": 1, "b": 2})"), "jsonld.unmapped b at /b");
}

TEST(SafeExpansion, RefusesIdentifiersAndTypesThatStayRelative) {
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "@id": "badge", "a": 1})"), "jsonld.relative_iri badge at /@id");
  EXPECT_EQ(error_of(R"({"@context": {"a": {"@id": "urn:a", "@type": "@id"}}, "a": "logo.png"})"),
            "jsonld.relative_iri logo.png at /a");
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "@type": ["urn:t", "Unknown"], "a": 1})"),
            "jsonld.relative_type Unknown at /@type/1");
  jsonld_options based;
  based.base = "https://example.org/dir/";
  EXPECT_EQ(
      rdf_of(R"({"@context": {"a": {"@id": "urn:a", "@type": "@id"}}, "@id": "badge", "a": "../logo.png"})", based),
      "<https://example.org/dir/badge> <urn:a> <https://example.org/logo.png> .\n");
}

TEST(SafeExpansion, RefusesWhatHasTheFormOfAKeyword) {
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "a": 1, "@later": 2})"), "jsonld.reserved @later at /@later");
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "@id": "@later", "a": 1})"), "jsonld.reserved @later at /@id");
}

TEST(SafeExpansion, RefusesValuesThatBelongToNothing) {
  EXPECT_EQ(error_of(R"(["alone"])"), "jsonld.free_floating \"alone\" at /0");
  EXPECT_EQ(error_of(R"({"@id": "urn:x"})").substr(0, 20), "jsonld.free_floating");
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "a": {"@value": null}})").substr(0, 17), "jsonld.null_value");
}

TEST(SafeExpansion, TakesANullMemberForOneThatIsNotThere) {
  EXPECT_EQ(rdf_of(R"({"@context": {"a": "urn:a", "b": "urn:b"}, "@id": "urn:x", "a": "1", "b": null})"),
            "<urn:x> <urn:a> \"1\" .\n");
}

TEST(SafeExpansion, RefusesIllFormedLanguagesAndIris) {
  EXPECT_EQ(error_of(R"({"@context": {"a": "urn:a"}, "a": {"@value": "x", "@language": "fr_FR"}})"),
            "jsonld.language_tag fr_FR at /a/@language");
  EXPECT_EQ(error_of(R"({"@id": "urn:x", "urn:a": {"@id": "https://example.org/<b>"}})"),
            "jsonld.ill_formed_iri https://example.org/<b>");
  EXPECT_EQ(error_of(R"({"@id": "urn:x", "_:p": 1})"), "jsonld.blank_predicate _:b0");
  EXPECT_EQ(error_of(R"({"@id": "urn:x", "urn:a": {"@value": "x", "@direction": "rtl"}})"), "jsonld.direction x");
}

TEST(Expansion, DropsTheSameInSilenceWhenItIsNotSafe) {
  jsonld_options lenient;
  lenient.safe = false;
  EXPECT_EQ(rdf_of(R"({"@context": {"a": "urn:a"}, "@id": "urn:x", "a": "1", "grade": "A", "@later": 2,
                       "urn:b": {"@id": "https://example.org/<b>"}, "_:p": 1})",
                   lenient),
            "<urn:x> <urn:a> \"1\" .\n");
}

// Traps of contexts.

TEST(Contexts, OfATypeHoldForItsNodeAndNotForTheNodesInside) {
  EXPECT_EQ(rdf_of(R"({"@context": {"name": "urn:name", "knows": "urn:knows",
                         "Person": {"@id": "urn:Person", "@context": {"name": "urn:person-name"}}},
                       "@id": "urn:1", "@type": "Person", "name": "A", "knows": {"@id": "urn:2", "name": "B"}})"),
            "<urn:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Person> .\n"
            "<urn:1> <urn:knows> <urn:2> .\n"
            "<urn:1> <urn:person-name> \"A\" .\n"
            "<urn:2> <urn:name> \"B\" .\n");
}

TEST(Contexts, OfTypesApplyInTheOrderOfTheTypesNotOfTheDocument) {
  const char* context = R"({"A": {"@id": "urn:A", "@context": {"p": "urn:of-a"}},
                            "B": {"@id": "urn:B", "@context": {"p": "urn:of-b"}}})";
  const json terms = parsed(context);
  for (const json& types : {json{"A", "B"}, json{"B", "A"}}) {
    const auto made = to_rdf({{"@context", terms}, {"@id", "urn:1"}, {"@type", types}, {"p", "v"}}, {});
    ASSERT_TRUE(made.ok());
    EXPECT_NE(lines(*made).find("<urn:1> <urn:of-b> \"v\" .\n"), std::string::npos);
  }
}

TEST(Contexts, OfAPropertyHoldForTheNodesInside) {
  EXPECT_EQ(
      rdf_of(R"({"@context": {"name": "urn:name", "knows": {"@id": "urn:knows", "@context": {"name": "urn:inner"}}},
                       "@id": "urn:1", "knows": {"@id": "urn:2", "knows": {"@id": "urn:3", "name": "C"}}})"),
      "<urn:1> <urn:knows> <urn:2> .\n<urn:2> <urn:knows> <urn:3> .\n<urn:3> <urn:inner> \"C\" .\n");
}

TEST(Contexts, MayRepeatAProtectedTermButNotChangeIt) {
  EXPECT_EQ(rdf_of(R"({"@context": [{"@protected": true, "a": "urn:a"}, {"a": "urn:a"}], "@id": "urn:x", "a": "1"})"),
            "<urn:x> <urn:a> \"1\" .\n");
  EXPECT_EQ(error_of(R"({"@context": [{"@protected": true, "a": "urn:a"}, {"a": "urn:b"}], "@id": "urn:x", "a": "1"})"),
            "jsonld.context protected term redefinition at /@context");
  EXPECT_EQ(error_of(R"({"@context": [{"@protected": true, "a": "urn:a"}, null], "@id": "urn:x"})"),
            "jsonld.context invalid context nullification at /@context");
  // A definition that the standard ignores does not lift the protection either.
  EXPECT_EQ(error_of(R"({"@context": [{"@protected": true, "a": "urn:a"}, {"a": "@later"}], "@id": "urn:x"})"),
            "jsonld.context protected term redefinition at /@context");
}

TEST(Contexts, AreNeverFetched) {
  EXPECT_EQ(error_of(R"({"@context": "https://example.org/nowhere.jsonld", "@id": "urn:x"})"),
            "jsonld.unknown_context loading remote context failed at /@context");
}

TEST(Contexts, ThatAreAddedReplaceTheOnesBefore) {
  context_library library;
  jsonld_options options;
  options.contexts = &library;
  const char* text = R"({"@context": "https://example.org/c", "@id": "urn:x", "a": "1"})";
  library.add("https://example.org/c", parsed(R"({"@context": {"a": "urn:before"}})"));
  EXPECT_EQ(rdf_of(text, options), "<urn:x> <urn:before> \"1\" .\n");
  library.add("https://example.org/c", parsed(R"({"@context": {"a": "urn:after"}})"));
  EXPECT_EQ(rdf_of(text, options), "<urn:x> <urn:after> \"1\" .\n");
}

TEST(Contexts, ThatIncludeOneAnotherForEverAreRefused) {
  context_library library;
  jsonld_options options;
  options.contexts = &library;
  library.add("https://example.org/a", parsed(R"({"@context": "https://example.org/b"})"));
  library.add("https://example.org/b", parsed(R"({"@context": "https://example.org/a"})"));
  EXPECT_EQ(error_of(R"({"@context": "https://example.org/a", "@id": "urn:x"})", options),
            "jsonld.context context overflow at /@context");
}

TEST(Contexts, ThatCostTooMuchAreRefused) {
  // Each document inside refers to all the others from scoped contexts: without a bound, a factorial of work.
  context_library library;
  jsonld_options options;
  options.contexts = &library;
  for (int i = 0; i < 12; ++i) {
    json terms = json::object();
    for (int j = 0; j < 12; ++j) {
      terms["t" + std::to_string(j)] = {{"@id", "urn:t" + std::to_string(j)},
                                        {"@context", "https://example.org/" + std::to_string(j)}};
    }
    library.add("https://example.org/" + std::to_string(i), {{"@context", terms}});
  }
  EXPECT_EQ(error_of(R"({"@context": "https://example.org/0", "@id": "urn:x", "t1": "v"})", options),
            "jsonld.limit contexts at /@context");
}

// Values.

TEST(Literals, OfNumbersHaveTheirCanonicalForm) {
  const auto written = [](const char* text, bool as_double = false) {
    return write_number(parsed(text), as_double).lexical;
  };
  EXPECT_EQ(written("45.8315"), "4.58315E1");
  EXPECT_EQ(written("1e21"), "1.0E21");
  EXPECT_EQ(written("100000000000000000000.0"), "100000000000000000000");
  EXPECT_EQ(written("3.0"), "3");
  EXPECT_EQ(written("-0.0"), "0");
  EXPECT_EQ(written("0", true), "0.0E0");
  EXPECT_EQ(written("5", true), "5.0E0");
  EXPECT_EQ(written("-0.00012"), "-1.2E-4");
  EXPECT_EQ(written("5e-324"), "4.940656458412465E-324");
  EXPECT_EQ(written("18446744073709551615"), "18446744073709551615");
}

TEST(Literals, KeepTheirCharactersAsTheyAre) {
  EXPECT_EQ(rdf_of("{\"@id\": \"urn:x\", \"urn:a\": \"é\\n\\\"\xF0\x9F\x98\x80\\\\\"}"),
            "<urn:x> <urn:a> \"é\\n\\\"\xF0\x9F\x98\x80\\\\\" .\n");
}

TEST(Literals, OfJsonAreInCanonicalForm) {
  EXPECT_EQ(rdf_of(R"({"@context": {"a": {"@id": "urn:a", "@type": "@json"}}, "@id": "urn:x",
                       "a": {"b": [1.0, 1e23, null], "a": true}})"),
            "<urn:x> <urn:a> \"{\\\"a\\\":true,\\\"b\\\":[1,1e+23,null]}\""
            "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .\n");
}

TEST(Literals, WithADirectionNeedAWayToWriteIt) {
  jsonld_options options;
  options.rdf_direction = "i18n-datatype";
  EXPECT_EQ(rdf_of(R"({"@id": "urn:x", "urn:a": {"@value": "v", "@language": "ar", "@direction": "rtl"}})", options),
            "<urn:x> <urn:a> \"v\"^^<https://www.w3.org/ns/i18n#ar_rtl> .\n");
}

TEST(Lists, OfListsAreKept) {
  EXPECT_EQ(
      rdf_of(R"({"@context": {"a": {"@id": "urn:a", "@container": "@list"}}, "@id": "urn:x", "a": [["1"], []]})"),
      "<urn:x> <urn:a> _:b0 .\n"
      "_:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> _:b1 .\n"
      "_:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b2 .\n"
      "_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> \"1\" .\n"
      "_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n"
      "_:b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n"
      "_:b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n");
}

TEST(Statements, ThatAreSaidTwiceAreKeptOnce) {
  EXPECT_EQ(rdf_of(R"({"@graph": [{"@id": "urn:x", "urn:a": ["1", "1"]}, {"@id": "urn:x", "urn:a": "1"}]})"),
            "<urn:x> <urn:a> \"1\" .\n");
}

TEST(Contexts, HaveABoundedNumberOfAliasesOfKeywords) {
  json context = json::object();
  for (int i = 0; i < 129; ++i) context["t" + std::to_string(i)] = "@type";
  const auto made = to_rdf({{"@context", context}, {"@id", "urn:x"}, {"t1", "urn:t"}}, {});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().kind, failure::limit);
  context.erase("t128");
  EXPECT_TRUE(to_rdf({{"@context", context}, {"@id", "urn:x"}, {"t1", "urn:t"}}, {}).ok());
}

TEST(Statements, AreBounded) {
  json many = json::array();
  for (int i = 0; i < 50'001; ++i) many.push_back(std::to_string(i));
  const auto made = to_rdf({{"@id", "urn:x"}, {"urn:a", std::move(many)}}, {});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.why().kind, failure::limit);
}

// Open Badges as they are.

TEST(OpenBadgesContexts, GiveTheDatatypesThatIssuersSign) {
  const std::string made = rdf_of(R"({
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:1", "type": ["VerifiableCredential", "AchievementCredential"],
    "issuer": {"id": "https://example.org/issuer", "type": "Profile", "name": "Émettrice"},
    "validFrom": "2026-01-01T00:00:00Z",
    "awardedDate": "2026-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:1", "type": "AchievementSubject", "creditsEarned": 2.5,
      "achievement": {"id": "urn:uuid:2", "type": "Achievement", "name": "Soudure", "creditsAvailable": 3,
                      "criteria": {"narrative": "Souder."}, "description": "d"}}})");
  EXPECT_NE(made.find("<https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential>"), std::string::npos)
      << made;
  EXPECT_NE(made.find("\"2.5E0\"^^<https://www.w3.org/2001/XMLSchema#float>"), std::string::npos) << made;
  EXPECT_NE(made.find("\"3\"^^<https://www.w3.org/2001/XMLSchema#float>"), std::string::npos) << made;
  EXPECT_NE(made.find("\"2026-01-01T00:00:00Z\"^^<xsd:dateTime>"), std::string::npos) << made;
  EXPECT_NE(made.find("\"2026-01-01T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>"), std::string::npos)
      << made;
}

TEST(OpenBadgesContexts, NeedTheirExtensionsForTheTypesOf1EdTech) {
  const auto with = [](const char* third) {
    json contexts = {"https://www.w3.org/ns/credentials/v2",
                     "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"};
    if (*third != '\0') contexts.push_back(third);
    return to_rdf(
        {{"@context", contexts},
         {"id", "urn:uuid:1"},
         {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
         {"credentialSchema", {{"id", "https://example.org/schema.json"}, {"type", "1EdTechJsonSchemaValidator2019"}}}},
        {});
  };
  const auto without = with("");
  ASSERT_FALSE(without.ok());
  EXPECT_EQ(without.why().what.code(), "jsonld.relative_type");
  EXPECT_EQ(without.why().where.pointer, "/credentialSchema/type");
  EXPECT_TRUE(with("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json").ok());
}

TEST(OpenBadgesContexts, HaveAnOlderContentThatAVerifierMayAsk) {
  const char* text = R"({
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "endorsementJwt": ["a.b.c"]})";
  EXPECT_NE(rdf_of(text).find("endorsementJwt"), std::string::npos);
  jsonld_options older;
  older.variant = 1;
  EXPECT_EQ(error_of(text, older), "jsonld.unmapped endorsementJwt at /endorsementJwt");
}

TEST(ContextLibrary, IsSharedByThreads) {
  const char* text = R"({
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "issuer": "https://example.org/i",
    "credentialSubject": {"type": "AchievementSubject", "achievement": {"type": "Achievement", "name": "n"}}})";
  const json document = parsed(text);
  const std::string wanted = rdf_of(text);
  context_library library;  // cold for all threads
  library.add_known_contexts();
  jsonld_options shared;
  shared.contexts = &library;
  std::vector<std::thread> all;
  std::vector<std::string> made(8);
  for (std::size_t i = 0; i < made.size(); ++i) {
    all.emplace_back([&, i] {
      for (int round = 0; round < 20; ++round) {
        const auto quads = to_rdf(document, shared);
        made[i] = quads ? lines(*quads) : quads.why().text(language::en);
        // The library changes while it is read.
        library.add("https://example.org/" + std::to_string(round % 3), {{"@context", {{"a", "urn:a"}}}});
        const auto other =
            to_rdf({{"@context", "https://example.org/" + std::to_string(round % 3)}, {"a", "1"}}, shared);
        if (!other.ok()) made[i] = other.why().text(language::en);
      }
    });
  }
  for (std::thread& each : all) each.join();
  for (const std::string& each : made) EXPECT_EQ(each, wanted);
}

// IRIs: RFC 3986 section 5.4.

TEST(Iris, AreResolvedAsRfc3986ShowsThem) {
  const char* base = "http://a/b/c/d;p?q";
  constexpr std::pair<const char*, const char*> examples[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& [reference, resolved] : examples) EXPECT_EQ(resolve_iri(base, reference), resolved) << reference;
}

TEST(Iris, AndLanguageTagsAreWellFormedOrNot) {
  EXPECT_TRUE(is_well_formed_iri("https://example.org/é?a#b"));
  EXPECT_TRUE(is_well_formed_iri("xsd:dateTime"));
  EXPECT_FALSE(is_well_formed_iri("example.org"));
  EXPECT_FALSE(is_well_formed_iri("https://example.org/a b"));
  EXPECT_FALSE(is_well_formed_iri("https://example.org/#a#b"));
  EXPECT_TRUE(is_language_tag("fr"));
  EXPECT_TRUE(is_language_tag("de-Latn-1996"));
  EXPECT_FALSE(is_language_tag("a b"));
  EXPECT_FALSE(is_language_tag("fr-"));
  EXPECT_FALSE(is_language_tag(""));
  EXPECT_FALSE(is_language_tag("123"));
}

}  // namespace
}  // namespace activateur
