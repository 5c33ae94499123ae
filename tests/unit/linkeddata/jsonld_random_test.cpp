// JSON-LD over random documents, with fixed seeds.
#include <gtest/gtest.h>

#include <random>

#include "linkeddata/canonicalization.hpp"
#include "linkeddata/jsonld.hpp"

namespace activateur {
namespace {

json badge() {
  return json::parse(R"({
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                 {"@vocab": "urn:v#", "m": {"@id": "urn:m", "@container": ["@graph", "@index", "@set"]},
                  "l": {"@id": "urn:l", "@container": "@list"}, "t": {"@id": "urn:t", "@container": "@type"},
                  "r": {"@reverse": "urn:r"}, "j": {"@id": "urn:j", "@type": "@json"}, "n": "@nest",
                  "g": {"@id": "urn:g", "@container": "@language", "@context": {"x": "urn:x", "@propagate": false}}}],
    "id": "urn:uuid:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "Soudage",
    "issuer": {"id": "https://example.org/i", "type": ["Profile"], "name": "Atelier"},
    "validFrom": "2026-01-01T00:00:00Z",
    "credentialSubject": {"type": ["AchievementSubject"], "creditsEarned": 2.5,
      "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "tag": ["a", "b", "c"], "criteria": {"narrative": "n"},
        "alignment": [{"type": ["Alignment"], "targetName": "1", "targetUrl": "https://example.org/1"},
                      {"type": ["Alignment"], "targetName": "2", "targetUrl": "https://example.org/2"},
                      {"type": ["Alignment"], "targetName": "3", "targetUrl": "https://example.org/3"}]}},
    "m": {"a": {"x": 1}, "@none": [{"y": true}]}, "l": [["1"], 2], "t": {"Achievement": {"z": null}},
    "r": {"id": "urn:uuid:3"}, "j": {"b": [1e21, -0.0]}, "n": {"w": "nested"}, "g": {"fr": "é", "en": ["e"]}})");
}

// Every value of a document, its members' names included.
void walk(json& value, std::vector<json*>& all) {
  all.push_back(&value);
  if (value.is_structured()) {
    for (json& each : value) walk(each, all);
  }
}

TEST(RandomDocuments, GiveAnAnswerAndAlwaysTheSame) {
  static const std::vector<json> spare = {"@id",
                                          "@type",
                                          "@none",
                                          "@json",
                                          "",
                                          ":",
                                          "a:b",
                                          "_:b",
                                          "@later",
                                          "urn:x",
                                          "../x",
                                          nullptr,
                                          true,
                                          0,
                                          -1.5,
                                          1e300,
                                          json::array(),
                                          json::object(),
                                          {{"@id", "urn:y"}},
                                          {{"@value", 1}},
                                          {{"@list", {1, {{"@list", {2}}}}}},
                                          {{"@set", {"s"}}},
                                          {{"@graph", {{{"@id", "urn:g"}, {"urn:p", 1}}}}},
                                          {{"@context", nullptr}},
                                          {{"@context", {{"name", nullptr}}}},
                                          {{"@context", {{"@vocab", ""}}}},
                                          {{"@reverse", {{"urn:q", "urn:z"}}}},
                                          {{"@included", {{{"id", "urn:i"}, {"urn:p", 2}}}}},
                                          {{"@value", "x"}, {"@language", "fr"}, {"@index", "i"}}};
  static const std::vector<std::string> names = {
      "@id",     "@type",     "@value",     "@list",    "@set",  "@graph",     "@reverse",   "@included",
      "@index",  "@language", "@direction", "@context", "@nest", "@container", "@protected", "@import",
      "@prefix", "id",        "type",       "name",     "m",     "l",          "t",          "r",
      "j",       "n",         "g",          "",         ":",     "urn:p",      "_:p",        "a/b"};
  std::mt19937 random(20261124);
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::size_t good = 0, refused = 0;
  for (int round = 0; round < 800; ++round) {
    json document = badge();
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
      std::vector<json*> all;
      walk(document, all);
      json& at = *all[below(all.size())];
      switch (below(4)) {
        case 0: at = spare[below(spare.size())]; break;
        case 1: at = json(*all[below(all.size())]); break;
        case 2:
          if (at.is_object()) at[names[below(names.size())]] = spare[below(spare.size())];
          break;
        default:
          if (at.is_object() && !at.empty()) {
            auto member = at.begin();
            std::advance(member, static_cast<std::ptrdiff_t>(below(at.size())));
            json moved = member.value();
            at.erase(member);
            at[names[below(names.size())]] = std::move(moved);
          }
      }
    }
    for (const bool safe : {true, false}) {
      jsonld_options options;
      options.safe = safe;
      options.rdf_direction = round % 2 == 0 ? "" : "compound-literal";
      const auto once = to_rdf(document, options);
      const auto twice = to_rdf(document, options);
      ASSERT_EQ(once.ok(), twice.ok()) << document.dump();
      if (!once.ok()) {
        ASSERT_NE(once.why().what.code(), "") << document.dump();
        ASSERT_EQ(once.why().text(language::fr), twice.why().text(language::fr));
        ++refused;
        continue;
      }
      ASSERT_EQ(*once, *twice) << document.dump();
      ++good;
      const auto plain = canonicalize(*once, canonical_hash::sha256, {}, {});
      const auto direct = canonical_nquads(document, options, canonical_hash::sha256, {}, {});
      ASSERT_TRUE(plain.ok() && direct.ok()) << document.dump();
      ASSERT_EQ(*direct, plain->nquads) << document.dump();
      // What is written can be read again.
      std::string text;
      for (const quad& q : *once) text += write_nquad(q);
      const auto read = read_nquads(text);
      ASSERT_TRUE(read.ok()) << text << read.why().text(language::en);
      ASSERT_EQ(read->size(), once->size()) << text;
    }
  }
  EXPECT_GT(good, 300U);
  EXPECT_GT(refused, 300U);
}

TEST(RandomDocuments, MeanTheSameWhateverTheOrderOfTheirSets) {
  std::mt19937 random(7);
  const auto canonical = [](const json& document) {
    const auto quads = to_rdf(document, {});
    if (!quads.ok()) return quads.why().text(language::en);
    const auto made = canonicalize(*quads, canonical_hash::sha256, {}, {});
    return made ? made->nquads : made.why().text(language::en);
  };
  json document = badge();
  const std::string wanted = canonical(document);
  ASSERT_EQ(wanted.substr(0, 1), "<") << wanted;
  for (int round = 0; round < 50; ++round) {
    json& achievement = document["credentialSubject"]["achievement"];
    std::shuffle(achievement["alignment"].begin(), achievement["alignment"].end(), random);
    std::shuffle(achievement["tag"].begin(), achievement["tag"].end(), random);
    std::shuffle(document["type"].begin(), document["type"].end(), random);
    ASSERT_EQ(canonical(document), wanted);
  }
  document["l"] = {2, {"1"}};  // a list is not a set
  EXPECT_NE(canonical(document), wanted);
}

}  // namespace
}  // namespace activateur
