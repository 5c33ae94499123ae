// The built-in contexts are the project's own tables: here each is shown to have the effect of the published file.
#include <gtest/gtest.h>

#include "base/iri.hpp"
#include "linkeddata/context_processing.hpp"
#include "linkeddata/context_table.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

// A context with each definition in its long form: `x` is {"@id": x}, and a prefix when x ends with a delimiter
// (JSON-LD 1.1 API 4.2.2 steps 9 and 14.2.5); scoped contexts alike.
json spelled_out(const json& context) {
  if (context.is_array()) {
    json out = json::array();
    for (const json& each : context) out.push_back(spelled_out(each));
    return out;
  }
  if (!context.is_object()) return context;
  json out = json::object();
  for (const auto& member : context.items()) {
    const json& given = member.value();
    if (member.key()[0] == '@') {
      out[member.key()] = given;
      continue;
    }
    json& made = out[member.key()] = given.is_object() ? given : json{{"@id", given}};
    made["simple prefix"] = given.is_string() && ends_with_delimiter(given.get<std::string>());
    if (made.contains("@context")) made["@context"] = spelled_out(made["@context"]);
  }
  return out;
}

// What a definition says, scoped context included, as one text.
std::string told(const term_definition& d) {
  std::string out = d.term + " iri=" + (d.mapped ? d.iri : "null") + (d.prefix ? " prefix" : "") +
                    (d.guarded ? " protected" : "") + (d.reverse ? " reverse" : "") + " type=" + d.type +
                    " container=" + std::to_string(d.containers) + " index=" + d.index + " nest=" + d.nest +
                    " language=" + std::to_string(int(d.language.is)) + d.language.text +
                    " direction=" + std::to_string(int(d.direction.is)) + d.direction.text;
  if (d.scoped) out += " scoped=" + spelled_out(*d.scoped).dump();
  return out;
}

std::map<std::string, std::string> told(const active_context& context) {
  std::map<std::string, std::string> out;
  for (const auto& entry : context.terms) out[std::string(entry.first)] = told(*entry.second);
  out["@base"] = context.base;
  out["@vocab"] = context.has_vocab ? context.vocab : "none";
  out["@language"] = context.language;
  out["@direction"] = context.direction;
  return out;
}

struct published {
  const char* file;
  const char* url;
  std::size_t variant;
};

constexpr published all[] = {
    {"credentials-v2.jsonld", "https://www.w3.org/ns/credentials/v2", 0},
    {"2018-credentials-v1.jsonld", "https://www.w3.org/2018/credentials/v1", 0},
    {"credentials-status-v1.jsonld", "https://www.w3.org/ns/credentials/status/v1", 0},
    {"did-v1.jsonld", "https://www.w3.org/ns/did/v1", 0},
    {"ob-v3p0-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", 0},
    {"ob-v3p0-3.0.2.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", 0},
    {"ob-v3p0-3.0.1.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", 0},
    {"ob-v3p0.json", "https://purl.imsglobal.org/spec/ob/v3p0/context.json", 0},
    {"ob-v3p0.json", "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld", 0},
    {"ob-v3p0-extensions.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", 0},
    {"ob-v2p0.json", "https://w3id.org/openbadges/v2", 0},
    {"clr-v2p0-2.0.1.json", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", 0},
    {"clr-v2p0.json", "https://purl.imsglobal.org/spec/clr/v2p0/context.json", 0},
    {"data-integrity-v2.jsonld", "https://w3id.org/security/data-integrity/v2", 0},
    {"data-integrity-v1.jsonld", "https://w3id.org/security/data-integrity/v1", 0},
    {"suites-ed25519-2020.jsonld", "https://w3id.org/security/suites/ed25519-2020/v1", 0},
    {"security-suites-ed25519-2020-v1.jsonld", "https://w3id.org/security/suites/ed25519-2020/v1", 0},
    {"suites-ed25519-2018.jsonld", "https://w3id.org/security/suites/ed25519-2018/v1", 0},
    {"suites-jws-2020.jsonld", "https://w3id.org/security/suites/jws-2020/v1", 0},
    {"suites-x25519-2019.jsonld", "https://w3id.org/security/suites/x25519-2019/v1", 0},
    {"suites-secp256k1-2019.jsonld", "https://w3id.org/security/suites/secp256k1-2019/v1", 0},
    {"security-v1.jsonld", "https://w3id.org/security/v1", 0},
    {"security-v2.jsonld", "https://w3id.org/security/v2", 0},
};

// Contexts that lean on terms of another are processed after it, as they are used.
context_pointer processed(context_library& library, const json& context, std::size_t variant, std::string& why) {
  context_processor run(library.inside());
  const context_pointer* made = run.document_context(run.initial("", variant), context);
  if (made == nullptr) why = std::move(run).why().text(language::en);
  return made == nullptr ? nullptr : *made;
}

TEST(KnownContexts, HaveTheEffectOfThePublishedFiles) {
  ACTIVATEUR_NEEDS_SHARED(root, "vectors/contexts");
  context_library ours;
  for (const auto& [file, url, variant] : all) {
    const auto state = known_contexts().inside().document(url, variant);
    ASSERT_NE(state, nullptr) << url;
    ours.add(url, *state);
  }
  context_library theirs;
  for (const auto& [file, url, variant] : all) {
    auto made = read_json(test::slurp(root / file));
    ASSERT_TRUE(made.ok()) << file;
    theirs.add(url, *made);
    const auto state = known_contexts().inside().document(url, variant);
    // The same members with the same values, whatever the layout: nothing is lost or added by a table.
    const json& official = made->at("@context");
    std::string why_ours, why_theirs;
    const auto a = processed(ours, json(url), variant, why_ours);
    const auto b = processed(theirs, json(url), variant, why_theirs);
    ASSERT_EQ(a == nullptr, b == nullptr) << file << ' ' << why_ours << ' ' << why_theirs;
    if (a == nullptr) {
      // Needs the terms of a context before it, as an extension does.
      EXPECT_EQ(state->at("@context"), official) << file << ' ' << why_theirs;
      continue;
    }
    const auto told_a = told(*a), told_b = told(*b);
    EXPECT_EQ(told_a, told_b) << file;
    EXPECT_EQ(spelled_out(state->at("@context")), spelled_out(official)) << file;
  }
}

TEST(KnownContexts, KnowBothContentsOfOpenBadges303) {
  const char* url = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
  EXPECT_EQ(known_contexts().known_variants(url), 2U);
  EXPECT_EQ(known_contexts().known_variants("https://www.w3.org/ns/credentials/v2"), 1U);
  EXPECT_EQ(known_contexts().known_variants("https://example.org/unknown"), 0U);
  const json newer = known_contexts().inside().document(url, 0)->at("@context");
  json older = known_contexts().inside().document(url, 1)->at("@context");
  EXPECT_FALSE(older.contains("endorsementJwt"));
  EXPECT_FALSE(older.contains("jti"));
  older["endorsementJwt"] = newer.at("endorsementJwt");
  older["jti"] = newer.at("jti");
  EXPECT_EQ(older, newer);
}

}  // namespace
}  // namespace activateur
