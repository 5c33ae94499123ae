// The ways out of a showcase: each well-formed, each by its standard's own rules, and none tells what is hidden.
#include <algorithm>
#include <random>

#include "badges/issuing.hpp"
#include "json/schema.hpp"
#include "parsed_document.hpp"
#include "report/showcase.hpp"
#include "shared_data.hpp"
#include "unit/store/showcase.hpp"

namespace activateur {
namespace {

using namespace shop;
using test::parsed_document;

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class ShowcaseExports : public with_showcase {
 protected:
  showcase_version version_of(const json& items) {
    return must(read_showcase_version(shown(published(drafted(draft(items)))), ""));
  }
  showcase_version whole() {
    json items = everything();
    items.push_back({{"competence", "rome:120684"}});
    return version_of(items);
  }
  [[nodiscard]] std::string did() const { return "did:key:" + key.public_part().multikey(); }
};

TEST_F(ShowcaseExports, PageIsWellFormedAndSaysWhatIsShown) {
  const std::string html = render_showcase_html(whole(), now);
  const parsed_document page(html);
  EXPECT_EQ(page.fault, "");
  EXPECT_EQ(page.all("html").front()->attributes.at("lang"), "fr");
  EXPECT_EQ(page.all("h1").front()->text, "Mes soins");
  for (const char* text :
       {"Visites", "orga-mot", "bénévolat", "Écouter", "Aide au repas", "vérifié", "3 sur 4", "40", "Aide à domicile"})
    EXPECT_TRUE(holds(page.all("body").front()->text, text)) << text;
  EXPECT_EQ(page.all("script").size(), 0u);
}

TEST_F(ShowcaseExports, PageHasLandmarksHeadingsInOrderAndLinksOnlyToTheWeb) {
  const parsed_document page(render_showcase_html(whole(), now));
  for (const char* one : {"main", "header", "footer", "nav", "h1"}) EXPECT_EQ(page.all(one).size(), 1u) << one;
  EXPECT_EQ(page.all("a").front()->attributes.at("href"), "#content");
  const auto ids = page.ids();
  for (const auto* link : page.all("a")) {
    const std::string& href = link->attributes.at("href");
    if (href[0] == '#')
      EXPECT_EQ(ids.count(href.substr(1)), 1u) << href;
    else
      EXPECT_EQ(href.rfind("https://", 0), 0u) << href;
  }
  int level = 0;
  for (const auto& e : page.elements) {
    if (e.tag.size() != 2 || e.tag[0] != 'h' || e.tag[1] < '1' || e.tag[1] > '6') continue;
    EXPECT_LE(e.tag[1] - '0', level + 1) << e.text;
    level = e.tag[1] - '0';
  }
}

TEST_F(ShowcaseExports, PageSpeaksTheLanguageOfTheShowcase) {
  json english = draft(everything());
  english["language"] = "en";
  const auto version = must(read_showcase_version(shown(published(drafted(english))), ""));
  const parsed_document page(render_showcase_html(version, now));
  EXPECT_EQ(page.all("html").front()->attributes.at("lang"), "en");
  EXPECT_TRUE(holds(page.all("body").front()->text, "volunteering"));
}

// What 1EdTech's model of CLR 2.0 requires of a record and of what is in it, in the words of JSON Schema.
json model_of_records() {
  const auto object = [](const json& required, const json& properties) {
    return json{{"type", "object"}, {"required", required}, {"properties", properties}};
  };
  const auto starts_with = [](const json& contexts) {
    json first = json::array();
    for (const json& one : contexts) first.push_back({{"const", one}});
    return json{{"type", "array"}, {"prefixItems", first}, {"minItems", contexts.size()}};
  };
  const auto includes = [](const char* type) { return json{{"type", "array"}, {"contains", {{"const", type}}}}; };
  const json iri{{"type", "string"}, {"pattern", "^[a-z]+:"}}, moment{{"type", "string"}, {"format", "date-time"}};
  const json v2 = "https://www.w3.org/ns/credentials/v2";
  const json profile = object({"id", "type"}, {{"id", iri}, {"type", includes("Profile")}});
  const json achievement = object({"id", "type", "criteria", "description", "name"},
                                  {{"id", iri}, {"criteria", {{"type", "object"}}}, {"name", {{"type", "string"}}}});
  const json badge = object({"@context", "id", "type", "name", "issuer", "validFrom", "credentialSubject"},
                            {{"@context", starts_with(json::array({v2}))},
                             {"type", includes("VerifiableCredential")},
                             {"issuer", profile},
                             {"validFrom", moment},
                             {"credentialSubject", object({"type", "achievement"}, {{"achievement", achievement}})}});
  const json subject =
      object({"type", "verifiableCredential"},
             {{"id", iri}, {"type", includes("ClrSubject")}, {"verifiableCredential", {{"items", badge}}}});
  json out = object({"@context", "id", "type", "name", "issuer", "validFrom", "credentialSubject"},
                    {{"@context", starts_with({v2, "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                                               "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"})},
                     {"id", iri},
                     {"type", includes("ClrCredential")},
                     {"partial", {{"type", "boolean"}}},
                     {"issuer", profile},
                     {"validFrom", moment},
                     {"credentialSubject", subject}});
  out["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  return out;
}

// "": the document is as the schema says.
std::string problem(const json& document, const json& schema) {
  schema_options options;
  options.assert_formats = true;
  const auto problems = must(must(json_schema::read(schema, "", options)).check(document));
  return problems.empty() ? "" : problems[0].instance_pointer + ": " + problems[0].what.text(language::en);
}

class LearnerRecord : public ShowcaseExports {
 protected:
  // A badge with its proof in it, as a file.
  std::string proven_badge() {
    json out = must(read_json(slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/credentials/repas.json")));
    out["issuer"]["id"] = did();
    out["validUntil"] = "2030-01-01T00:00:00Z";
    return must(issue(out, key, {"", cryptosuite::eddsa_rdfc_2022}, now));
  }
  showcase_version with_proven_badge() {
    const std::string added = must(shelf->add_credential(self, id, proven_badge(), now))["id"];
    json items = everything();
    items.push_back({{"record", added}});
    return version_of(items);
  }
  // Signed as a token and with an embedded proof, the record and its one badge are valid to our own verification.
  void expect_one_valid_badge(const json& record, std::string_view container) {
    EXPECT_FALSE(record["credentialSubject"].contains("achievement"));  // what its issuer expects of her; nothing is
    EXPECT_EQ(record["partial"], true);
    for (const std::optional<cryptosuite> suite : {std::optional<cryptosuite>{}, {cryptosuite::eddsa_rdfc_2022}}) {
      const verification judged = must(verify_credential(must(issue(record, key, {"", suite}, now)), {}, {}, now));
      EXPECT_EQ(judged.overall, verdict::valid);
      ASSERT_EQ(judged.contents.size(), 1u);
      EXPECT_EQ(judged.contents[0].overall, verdict::valid);
      EXPECT_EQ(judged.contents[0].container, container);
    }
  }
};

TEST_F(LearnerRecord, HoldsABadgeWithItsProofAsItIsAndVerifies) {
  const json record =
      must(showcase_learner_record(with_proven_badge(), {did(), "Atelier", "did:example:anna", nullptr}, now));
  const json& about = record["credentialSubject"];
  EXPECT_EQ(about["verifiableCredential"], json::array({must(read_json(proven_badge()))}));
  EXPECT_EQ(about["id"], "did:example:anna");
  expect_one_valid_badge(record, "json");
}

TEST_F(LearnerRecord, HoldsATokenOnlyWhenAskedAndEnveloped) {
  learner_record_options asked{did(), "Atelier", "", nullptr};
  // The class that CLR 2.0 has for what is inside needs an issuer, a day and a subject: no token can be one.
  EXPECT_EQ(code(showcase_learner_record(whole(), asked, now)), "report.showcase_no_record");
  asked.tokens = true;
  const json record = must(showcase_learner_record(whole(), asked, now));
  EXPECT_EQ(record["credentialSubject"]["verifiableCredential"],
            json::array({{{"@context", "https://www.w3.org/ns/credentials/v2"},
                          {"id", "data:application/vc+jwt," + signed_badge()},
                          {"type", "EnvelopedVerifiableCredential"}}}));
  expect_one_valid_badge(record, "jwt");
}

TEST_F(LearnerRecord, IsAsTheModelOf1EdTechRequires) {
  const private_key hers = must(private_key::generate(key_type::ed25519));
  const json record = must(showcase_learner_record(with_proven_badge(), {did(), "Atelier", "", &hers}, now));
  EXPECT_EQ(record["credentialSubject"]["verifiableCredential"].size(), 2u);
  EXPECT_EQ(problem(record, model_of_records()), "");
  for (const char* member : {"/name", "/credentialSubject/type", "/credentialSubject/verifiableCredential/0/validFrom",
                             "/credentialSubject/verifiableCredential/0/credentialSubject/achievement/criteria"}) {
    json without = record;
    without = without.patch(json::array({{{"op", "remove"}, {"path", member}}}));
    EXPECT_NE(problem(without, model_of_records()), "") << member;
  }
}

// The published schema itself, where it was put.
TEST_F(LearnerRecord, PassesThePublishedSchema) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/open-badges/schemas/clr_v2p0_clrcredential_schema.json");
  if (!fs::exists(file)) GTEST_SKIP() << "1EdTech's schema of CLR 2.0 is not there: " << file;
  const private_key hers = must(private_key::generate(key_type::ed25519));
  const json record = must(showcase_learner_record(with_proven_badge(), {did(), "Atelier", "", &hers}, now));
  const json signed_record = must(read_json(must(issue(record, key, {"", cryptosuite::eddsa_rdfc_2022}, now))));
  EXPECT_EQ(problem(signed_record, must(read_json(slurp(file)))), "");
}

// A member of verifiableCredential is a credential of VC 2.0 as an object: a token is none, nor is an envelope around
// it, which has neither issuer nor date; and the terms of VC 1.1 contradict those of the record around them.
TEST_F(LearnerRecord, LeavesOutWhatHasNoPlaceInIt) {
  json old = must(read_json(proven_badge()));
  old["@context"] = {"https://www.w3.org/2018/credentials/v1",
                     "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"};
  old["issuanceDate"] = old["validFrom"];
  old.erase("validFrom");
  old.erase("validUntil");
  json bare = must(read_json(proven_badge()));
  bare.erase("proof");
  showcase_version of = with_proven_badge();
  const auto put = [&](const std::string& file) {
    for (shown_section& section : of.sections)
      for (shown_item& item : section.items)
        if (!item.file.empty()) item.file = file;
  };
  for (const std::string& file : {signed_badge(), write_json(old), write_json(bare), std::string("{}")}) {
    put(file);
    EXPECT_EQ(code(showcase_learner_record(of, {did(), "", "", nullptr}, now)), "report.showcase_no_record") << file;
  }
  const private_key hers = must(private_key::generate(key_type::ed25519));
  const json record = must(showcase_learner_record(of, {did(), "", "", &hers}, now));
  EXPECT_EQ(record["credentialSubject"]["verifiableCredential"].size(), 1u);
}

TEST_F(LearnerRecord, HoldsWhatSheLivedAsBadgesSheIssuesHerself) {
  for (const key_type type : {key_type::ed25519, key_type::p256}) {
    const private_key hers = must(private_key::generate(type));
    const std::string her_did = "did:key:" + hers.public_part().multikey();
    const json record = must(showcase_learner_record(with_proven_badge(), {did(), "", "", &hers}, now));
    EXPECT_EQ(record["credentialSubject"]["id"], her_did);
    const json& own_one = record["credentialSubject"]["verifiableCredential"][0];
    EXPECT_EQ(own_one["issuer"]["id"], her_did);
    EXPECT_EQ(own_one["credentialSubject"]["achievement"]["name"], "Visites");
    EXPECT_EQ(own_one["credentialSubject"]["achievement"]["tag"], json::array({"Écouter"}));
    EXPECT_EQ(own_one["evidence"][0]["id"], "https://preuve.example/mot");
    const verification seen_by_us =
        must(verify_credential(must(issue(record, key, {"", cryptosuite::eddsa_rdfc_2022}, now)), {}, {}, now));
    EXPECT_EQ(seen_by_us.overall, verdict::valid);
    ASSERT_EQ(seen_by_us.contents.size(), 2u);
    EXPECT_EQ(seen_by_us.contents[0].overall, verdict::valid);
    EXPECT_EQ(seen_by_us.contents[0].binding, key_binding::self_asserted);
  }
  const private_key rsa = must(private_key::generate(key_type::rsa));
  EXPECT_EQ(code(showcase_learner_record(whole(), {did(), "", "", &rsa}, now)), "report.showcase_own_key");
}

TEST_F(LearnerRecord, NeedsABadgeShownWholeAndAnIssuer) {
  EXPECT_EQ(code(showcase_learner_record(version_of({{{"record", lived}}}), {did(), "", "", nullptr}, now)),
            "report.showcase_no_record");
  const std::string proven = must(shelf->add_credential(self, id, proven_badge(), now))["id"];
  EXPECT_EQ(code(showcase_learner_record(version_of({{{"record", proven}, {"hide", {"dates"}}}}),
                                         {did(), "", "", nullptr}, now)),
            "report.showcase_no_record");
  EXPECT_EQ(code(showcase_learner_record(whole(), {}, now)), "report.showcase_no_issuer");
  EXPECT_EQ(code(showcase_learner_record(whole(), {"Université de Paris", "", "", nullptr}, now)),
            "report.showcase_no_iri");
  EXPECT_EQ(code(showcase_learner_record(whole(), {did(), "", "Anna M.", nullptr}, now)), "report.showcase_no_iri");
}

TEST_F(ShowcaseExports, LinkedDataExpandsWithoutLosingATerm) {
  const json data = showcase_linked_data(whole());
  const json expanded = must(expand(data, {}));
  const std::string text = expanded.dump();
  for (const char* word :
       {"https://schema.org/ProfilePage", "https://schema.org/Role", "https://schema.org/Occupation",
        "https://schema.org/EducationalOccupationalCredential", "https://schema.org/Recommendation",
        "https://schema.org/DefinedTerm", "https://schema.org/knowsAbout", "https://schema.org/hasCredential"})
    EXPECT_TRUE(holds(text, word)) << word;
  // Safe mode refuses what it would drop.
  json broken = data;
  broken["notATerm"] = 1;
  EXPECT_NE(code(expand(broken, {})), "");
}

TEST_F(ShowcaseExports, EuropassHasTheSchemasElementsInItsOrder) {
  const parsed_document xml(showcase_europass(whole()));
  EXPECT_EQ(xml.fault, "");
  std::vector<std::string> order;
  for (const auto& e : xml.elements)
    if (e.inside.size() == 2 && e.inside[1] == "LearnerInfo") order.push_back(e.tag);
  EXPECT_EQ(order, (std::vector<std::string>{"Identification", "Headline", "WorkExperienceList", "Skills",
                                             "AchievementList"}));
  EXPECT_EQ(xml.elements.front().attributes.at("xmlns"), "http://europass.cedefop.europa.eu/Europass");
  EXPECT_EQ(xml.elements.front().attributes.at("locale"), "fr");
  EXPECT_EQ(xml.all("XSDVersion").front()->text, "V3.4");
  EXPECT_EQ(xml.all("From").front()->attributes,
            (std::map<std::string, std::string>{{"year", "2023"}, {"month", "--09"}, {"day", "---15"}}));
  EXPECT_EQ(xml.all("Current").size(), 0u);  // it lasted so many months
  EXPECT_EQ(xml.all("To").size(), 1u);
  EXPECT_EQ(xml.all("Position").front()->text, "Visites");
  EXPECT_EQ(xml.all("Code").size(), 4u);  // a statement, two references, one certification
}

// The last experience that is shown, made a work.
shown_item* work_in(showcase_version& of) {
  shown_item* out = nullptr;
  for (shown_section& section : of.sections)
    for (shown_item& item : section.items)
      if (item.kind == shown_kind::experience) out = &item;
  if (out != nullptr) out->is = "work";
  return out;
}

TEST_F(ShowcaseExports, EuropassCallsCurrentWhatHasNoEndAndNoDuration) {
  showcase_version of = whole();
  shown_item* work = work_in(of);
  ASSERT_NE(work, nullptr);
  work->from = parse_date_or_time("2023-09-15");
  work->to = std::nullopt;
  work->months = 12;
  const std::string ended = showcase_europass(of);
  EXPECT_FALSE(holds(ended, "<Current>"));
  EXPECT_EQ(parsed_document(ended).all("To").front()->attributes.at("year"), "2024");
  work->months = std::nullopt;
  EXPECT_TRUE(holds(showcase_europass(of), "<Current>"));
}

// The schema asks for a start wherever there is an end.
TEST_F(ShowcaseExports, EuropassKeepsAnEndWithoutAStart) {
  showcase_version of = whole();
  shown_item* work = work_in(of);
  ASSERT_NE(work, nullptr);
  work->from = std::nullopt;
  work->to = parse_date_or_time("2024-09-15");
  work->months = 12;
  const parsed_document counted_back(showcase_europass(of));
  EXPECT_EQ(counted_back.all("From").front()->attributes.at("year"), "2023");
  EXPECT_EQ(counted_back.all("To").front()->attributes.at("year"), "2024");
  work->months = std::nullopt;
  const parsed_document told(showcase_europass(of));
  EXPECT_EQ(told.all("Period").size(), 0u);
  EXPECT_TRUE(holds(told.all("Activities").front()->text, "septembre"));
  work->to = std::nullopt;
  work->months = 18;
  EXPECT_TRUE(holds(parsed_document(showcase_europass(of)).all("Activities").front()->text, "18"));
}

TEST_F(ShowcaseExports, EvidenceIsNamedInTheLanguageOfThePage) {
  showcase_version of = whole();
  for (shown_section& section : of.sections)
    for (shown_item& item : section.items)
      if (item.kind == shown_kind::experience) item.evidence = {{"sound", "", "", "", "", ""}};
  EXPECT_TRUE(holds(render_showcase_html(of, now), "un enregistrement sonore"));
}

TEST_F(ShowcaseExports, VersionsAreReadStrictly) {
  const json good = shown(published(drafted(draft(everything()))));
  const auto refused = [&](const char* pointer, json value) {
    json changed = good;
    changed[json::json_pointer(pointer)] = std::move(value);
    return code(read_showcase_version(changed, ""));
  };
  EXPECT_EQ(code(read_showcase_version(good, "")), "");
  EXPECT_EQ(refused("/sections/0/items/0/evidence/0/url", "javascript:alert(1)"), "report.showcase_link");
  EXPECT_EQ(refused("/sections/0/items/0/kind", "diary"), "report.showcase_kind");
  EXPECT_EQ(refused("/sections/0/items/0/job_labels", json::array()), "");
  EXPECT_EQ(refused("/sections/0/items/0/job_labels", json::array({"a", "b"})), "report.showcase_job_labels");
  EXPECT_EQ(refused("/sections/0/items/0/secret", 1), "document.member");
  EXPECT_EQ(refused("/sections/0/items/2/level", 9), "field.range");
  EXPECT_EQ(refused("/version", "x"), "report.showcase_id");
  EXPECT_EQ(refused("/sections/0/items", json(std::vector<json>(1'001, {{"kind", "feedback"}}))),
            "report.showcase_many");
}

TEST_F(ShowcaseExports, NoTextGetsIntoThePageAsMarkup) {
  json hostile = draft({{{"record", lived}, {"words", "<script>alert(1)</script> & \"x\""}}});
  hostile["title"] = "<img src=x onerror=alert(1)>";
  const auto version = must(read_showcase_version(shown(published(drafted(hostile))), ""));
  const std::string html = render_showcase_html(version, now);
  EXPECT_EQ(parsed_document(html).fault, "");
  EXPECT_EQ(parsed_document(html).all("script").size() + parsed_document(html).all("img").size(), 0u);
  EXPECT_EQ(parsed_document(showcase_europass(version)).fault, "");
}

// What each part would show, if it were not hidden.
struct secret_part {
  const char* part;
  std::vector<std::string> texts;
};

TEST_F(ShowcaseExports, WhatIsHiddenIsInNoWayOut) {
  must(shelf->change(guide, said, 0, feedback("named"), now));
  const std::vector<secret_part> of_experience{{"dates", {"2023", "septembre"}},
                                               {"organisation", {"orga-mot"}},
                                               {"place", {"lieu-mot"}},
                                               {"text", {"secret-mot"}},
                                               {"jobs", {"K1304", "Aide à domicile"}},
                                               {"evidence", {"preuve.example", "Photo"}},
                                               {"kind", {"volunteering", "bénévolat"}}};
  const std::vector<secret_part> of_badge{{"issuer", {did(), "Maison de quartier"}},
                                          {"dates", {"2030", "janvier"}},
                                          {"competences", {"490601"}},
                                          {"file", {signed_badge()}}};
  const std::vector<secret_part> of_feedback{
      {"author", {"auteur-mot"}}, {"text", {"parole-mot"}}, {"role", {"client"}}};
  const private_key hers = must(private_key::generate(key_type::ed25519));
  std::mt19937 chance(7);
  std::size_t hidden_parts = 0, shown_parts = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> hidden, visible;
    const auto item = [&](const std::string& record, const std::vector<secret_part>& parts) {
      json out{{"record", record}, {"hide", json::array()}};
      for (const secret_part& p : parts) {
        const bool hide = chance() % 2 == 0;
        if (hide) out["hide"].push_back(p.part);
        auto& into = hide ? hidden : visible;
        into.insert(into.end(), p.texts.begin(), p.texts.end());
      }
      return out;
    };
    const json experience_item = item(lived, of_experience), badge_item = item(badge, of_badge),
               feedback_item = item(said, of_feedback);
    const json document = shown(published(drafted(draft({experience_item, badge_item, feedback_item}))));
    const auto version = must(read_showcase_version(document, ""));
    std::string all = document.dump();
    all += render_showcase_html(version, now) + showcase_linked_data(version).dump() + showcase_europass(version);
    if (const auto record = showcase_learner_record(version, {"did:example:host", "", "", &hers}, now))
      all += record->dump();
    for (const std::string& text : hidden) ASSERT_FALSE(holds(all, text)) << text << " in round " << round;
    hidden_parts += hidden.size();
    for (const std::string& text : visible) shown_parts += holds(all, text) ? 1 : 0;
  }
  EXPECT_GT(hidden_parts, 200u);
  EXPECT_GT(shown_parts, 200u);  // it looks where things would be
}

}  // namespace
}  // namespace activateur
