// What each way out of a showcase carries of it, member by member: docs/showcases.md says it in a table.
#include "badges/issuing.hpp"
#include "linkeddata/canonicalization.hpp"
#include "report/showcase.hpp"
#include "unit/store/showcase.hpp"

namespace activateur {
namespace {

using namespace shop;
using texts = std::vector<std::string>;

// Every member there is, each with a text or a year of its own.
json everything_shown() {
  const json evidence{{"kind", "photo"},      {"label", "m-evidence-label"}, {"url", "https://m-evidence-url.example"},
                      {"sha256", "m-digest"}, {"media_type", "m-media"},     {"text", "m-evidence-text"}};
  const json competence{{"competence", "rome:120684"}, {"label", "m-competence"}};
  const json work{{"kind", "experience"},
                  {"id", "a"},
                  {"title", "m-work-title"},
                  {"words", "m-work-words"},
                  {"is", "work"},
                  {"from", "2001-02-03"},
                  {"to", "2002-02-03"},
                  {"months", 771},
                  {"hours_per_week", 93},
                  {"organisation", "m-organisation"},
                  {"place", "m-place"},
                  {"text", "m-work-text"},
                  {"jobs", {"rome:K1304"}},
                  {"job_labels", {"m-job"}},
                  {"competences", json::array({competence})},
                  {"evidence", json::array({evidence})}};
  const json sport{{"kind", "experience"},     {"id", "b"},         {"title", "m-sport-title"},
                   {"words", "m-sport-words"}, {"is", "sport"},     {"from", "2003-02-03"},
                   {"to", "2004-02-03"},       {"months", 772},     {"hours_per_week", 94},
                   {"organisation", "m-club"}, {"place", "m-hall"}, {"text", "m-sport-text"},
                   {"jobs", {"rome:G1204"}}};
  const json credential{{"kind", "credential"},
                        {"id", "c"},
                        {"title", "m-badge-title"},
                        {"words", "m-badge-words"},
                        {"text", "m-badge-text"},
                        {"issuer", "did:example:m-issuer"},
                        {"issuer_name", "m-issuing"},
                        {"verdict", "valid"},
                        {"issued", "2005-02-03"},
                        {"valid_until", "2006-02-03"},
                        {"verified", "2007-02-03"},
                        {"alignments", json::array({{{"name", "m-alignment-name"},
                                                     {"url", "https://m-alignment-url.example"},
                                                     {"code", "m-alignment-code"},
                                                     {"framework", "m-framework"}}})}};
  const json feedback{{"kind", "feedback"},
                      {"id", "d"},
                      {"competence", "rome:103092"},
                      {"label", "m-said-of"},
                      {"level", 3},
                      {"role", "client"},
                      {"by", "m-author"},
                      {"text", "m-said-text"},
                      {"at", "2008-02-03"},
                      {"words", "m-answer"}};
  const json observation{{"kind", "observation"},
                         {"id", "e"},
                         {"title", "m-grid"},
                         {"role", "supervisor"},
                         {"by", "m-observer"},
                         {"text", "m-observed-text"},
                         {"at", "2009-02-03"},
                         {"words", "m-observed-words"},
                         {"criteria", json::array({{{"competence", "rome:103093"},
                                                    {"label", "m-criterion-label"},
                                                    {"level", 2},
                                                    {"text", "m-criterion-text"}}})}};
  const json own{{"kind", "self_assessment"},
                 {"id", "f"},
                 {"competence", "rome:103094"},
                 {"label", "m-own-label"},
                 {"level", 2},
                 {"text", "m-own-text"},
                 {"at", "2010-02-03"},
                 {"words", "m-own-words"}};
  const json opinion{{"kind", "opinion"}, {"competence", "rome:103095"}, {"label", "m-opinion-label"},
                     {"belief", 0.41},    {"expectation", 0.62},         {"uncertainty", 0.43},
                     {"pieces", 95},      {"words", "m-opinion-words"}};
  return {{"schema", "activateur/showcase-version/1"},
          {"version", "urn:uuid:5f0c8c1c-5a0a-4f6f-8a42-2b9b1e9a7d10"},
          {"number", 3},
          {"published", "2026-01-02T00:00:00Z"},
          {"language", "fr"},
          {"title", "m-title"},
          {"introduction", "m-introduction"},
          {"name", "m-name"},
          {"contact", "m-contact@example.org"},
          {"sections", json::array({{{"title", "m-section-title"},
                                     {"text", "m-section-text"},
                                     {"items", {work, sport, credential, feedback, observation, own, opinion}}}})}};
}

// The texts and years of a showcase that are, or are not, in `out`: item by item, members by their names.
texts of_showcase(const json& document, const std::string& out, bool there) {
  texts found;
  const auto look = [&](const auto& again, const json& value) -> void {
    if (value.is_string()) {
      std::string text = value.get<std::string>();
      if (text.starts_with("20")) text = text.substr(0, 4);
      const bool own = text.starts_with("20") || text.find("m-") != std::string::npos;
      if (own && (out.find(text) != std::string::npos) == there) found.push_back(text);
    } else if (value.is_structured()) {
      for (const json& one : value) again(again, one);
    }
  };
  for (const char* name : {"sections", "title", "introduction", "name", "contact"}) look(look, document[name]);
  return found;
}

texts left_out(const json& document, const std::string& out) { return of_showcase(document, out, false); }

context in_march() {
  context out;
  out.now = *parse_date_or_time("2026-03-01");
  return out;
}

class ShowcaseMembers : public testing::Test {
 protected:
  const context now_ = in_march();
  const json document_ = everything_shown();
  showcase_version all_ = must(read_showcase_version(document_, ""));
};

TEST_F(ShowcaseMembers, OnThePageAreAllButCodesAndWhatOnlyMachinesRead) {
  EXPECT_EQ(left_out(document_, render_showcase_html(all_, now_)),
            (texts{"m-media", "m-alignment-code", "m-framework", "did:example:m-issuer"}));
}

TEST_F(ShowcaseMembers, InLinkedDataAreAllForWhichSchemaOrgHasAWord) {
  const json data = showcase_linked_data(all_);
  const texts absent{"m-job",       "did:example:m-issuer", "2007",           "m-grid",         "2010", "m-own-text",
                     "m-own-words", "m-opinion-words",      "m-section-text", "m-section-title"};
  EXPECT_EQ(left_out(document_, data.dump()), absent);
  // In safe mode, expansion and RDF refuse what they would drop; what they keep is the same.
  EXPECT_EQ(left_out(document_, must(expand(data, {})).dump()), absent);
  EXPECT_EQ(left_out(document_, must(canonical_nquads(data, {}, canonical_hash::sha256, {}, now_))), absent);
}

TEST_F(ShowcaseMembers, InEuropassAreAllForWhichTheSchemaHasAPlace) {
  EXPECT_EQ(left_out(document_, showcase_europass(all_)),
            (texts{"m-evidence-label", "m-media", "m-digest", "m-evidence-text", "https://m-evidence-url.example",
                   "m-job", "m-alignment-code", "m-framework", "https://m-alignment-url.example",
                   "did:example:m-issuer", "2006", "2007", "2010", "m-own-text", "m-own-words", "m-opinion-label",
                   "m-opinion-words", "m-section-text", "m-section-title"}));
}

TEST_F(ShowcaseMembers, InALearnerRecordAreBadgesAsTheyAreAndWhatSheLived) {
  const private_key school = must(private_key::generate(key_type::ed25519));
  const private_key hers = must(private_key::generate(key_type::ed25519));
  const std::string did = "did:key:" + school.public_part().multikey();
  json badge = must(read_json(slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/credentials/repas.json")));
  badge["issuer"]["id"] = did;
  badge["validUntil"] = "2030-01-01T00:00:00Z";
  all_.sections[0].items[2].file = must(issue(badge, school, {"", cryptosuite::eddsa_rdfc_2022}, now_));
  const json record = must(showcase_learner_record(all_, {did, "", "", &hers}, now_));
  EXPECT_EQ(record["credentialSubject"]["verifiableCredential"].size(), 3u);
  EXPECT_EQ(record["credentialSubject"]["verifiableCredential"][2], must(read_json(all_.sections[0].items[2].file)));
  EXPECT_EQ(of_showcase(document_, record.dump(), true),
            (texts{"m-competence", "m-evidence-label", "https://m-evidence-url.example", "2001", "m-work-text",
                   "m-work-title", "2002", "m-work-words", "2003", "m-sport-text", "m-sport-title", "2004",
                   "m-sport-words", "m-title", "m-introduction", "m-name"}));
}

}  // namespace
}  // namespace activateur
