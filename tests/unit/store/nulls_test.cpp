// Null counts as absent: whatever member of a document is null, the call answers, and what was kept breaks nothing.
#include "showcase.hpp"

namespace activateur {
namespace {

using namespace shop;

// The document, each of its members in turn null.
std::vector<json> nulled(const json& document) {
  std::vector<json> out;
  const json flat = document.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    for (json::json_pointer at(pointer); !at.empty(); at.pop_back()) {
      if (document[at.parent_pointer()].is_array()) continue;
      json changed = document;
      changed[at] = nullptr;
      if (std::find(out.begin(), out.end(), changed) == out.end()) out.push_back(std::move(changed));
    }
  }
  return out;
}

bool has_null(const json& value) {
  return value.is_null() || (value.is_structured() && std::any_of(value.begin(), value.end(), has_null));
}

class Nulls : public with_showcase {
 protected:
  // All that reads the person whole; and what was kept has no null.
  void expect_readable(const std::string& what) {
    EXPECT_EQ(code(shelf->portfolio(guide, id, now)), "") << what;
    EXPECT_EQ(code(shelf->export_person(self, id, now)), "") << what;
    EXPECT_EQ(code(shelf->publish_showcase(self, shown_draft, weighing(), now)), "") << what;
  }
  void SetUp() override {
    with_showcase::SetUp();
    shown_draft = drafted(draft(everything()));
  }
  std::string shown_draft;
};

TEST_F(Nulls, EveryMemberOfEveryKindOfRecordMayBeNull) {
  const json grid = must(shelf->list(self, {}, "grid", {}, now))["records"][0];
  json lived_fully = must(shelf->get(self, lived, now))["document"];
  lived_fully["competences"][0]["label"] = "Écouter";
  const std::vector<std::pair<std::string, json>> documents{
      {"experience", lived_fully},
      {"self_assessment", {{"competence", "rome:1"}, {"level", 2}, {"experience", lived}, {"at", "2026-01-01"}}},
      {"feedback",
       {{"competence", "rome:1"},
        {"level", 2},
        {"role", "peer"},
        {"kind", "endorsement"},
        {"by", "x"},
        {"at", "2026-01-01"},
        {"experience", lived},
        {"sharing", "level"},
        {"text", "t"}}},
      {"observation",
       {{"grid", grid["id"]},
        {"items", {{{"criterion", "k"}, {"level", 2}, {"text", "t"}}}},
        {"by", "x"},
        {"role", "peer"},
        {"at", "2026-01-01"},
        {"experience", lived},
        {"sharing", "words"}}},
      {"showcase", draft(everything())},
      {"declaration", {{"wishes", {{"jobs", {"rome:K1304"}}}}, {"identities", json::array()}, {"holds_job", true}}}};
  std::size_t kept = 0, refused = 0;
  for (const auto& [kind, document] : documents) {
    for (const json& one : nulled(document)) {
      const actor& by = kind == "feedback" || kind == "observation" ? guide : self;
      const result<json> added = shelf->add(by, id, kind, one, now);
      if (!added) {
        ++refused;
        continue;
      }
      ++kept;
      EXPECT_FALSE(has_null(must(shelf->get(self, (*added)["id"].get<std::string>(), now))["document"])) << one;
      expect_readable(one.dump());
      must(shelf->remove(self, (*added)["id"].get<std::string>(), now));
    }
  }
  EXPECT_EQ(kept, 35u);     // optional members
  EXPECT_EQ(refused, 25u);  // required ones
}

TEST_F(Nulls, ChangedRecordMayHaveThem) {
  json without = feedback("level");
  without["sharing"] = without["text"] = nullptr;
  const json changed = must(shelf->change(guide, said, 0, without, now));
  EXPECT_FALSE(has_null(changed["document"]));
  EXPECT_EQ(code(shelf->change(guide, said, 0, feedback("named"), now)), "");
  expect_readable("changed");
}

TEST_F(Nulls, ProfilesAndConsentsMayHaveThem) {
  const json profile{{"name", "Zoé"},
                     {"kind", "collective"},
                     {"language", "fr"},
                     {"members", {id}},
                     {"identifiers", {{{"system", "si"}, {"value", "dossier-18"}}}},
                     {"consents",
                      {{{"purpose", "training"},
                        {"organisation", "centre"},
                        {"text_version", "1"},
                        {"given", "2026-01-01"},
                        {"text", "t"}}}},
                     {"returning", true}};
  std::size_t added = 0;
  for (const json& one : nulled(profile)) {
    const result<json> kept = shelf->add_person(guide, one, now);
    if (!kept) continue;
    ++added;
    const std::string whose = (*kept)["id"];
    EXPECT_FALSE(has_null(*kept)) << one;
    EXPECT_EQ(code(shelf->change_person(herself(*kept), whose, one, now)), "") << one;
    must(shelf->erase_person(administrator, whose, now));
  }
  EXPECT_EQ(added, 8u);
  json consent = consent_to("training", "centre");
  consent["given"] = consent["text"] = nullptr;
  EXPECT_EQ(must(shelf->give_consent(self, id, consent, now))["given"], "2026-06-01T08:00:00Z");
}

TEST_F(Nulls, LinksAndTheirAnswersMayHaveThem) {
  const json request{{"competences", {{{"competence", "rome:120684"}, {"label", nullptr}}}},
                     {"experience", nullptr},
                     {"role", nullptr},
                     {"question", nullptr},
                     {"expires", nullptr}};
  const json asked = must(shelf->ask_feedback(self, id, request, now));
  EXPECT_FALSE(has_null(must(shelf->asked(asked["token"].get<std::string>(), now))));
  const json answers{{"role", "client"},
                     {"by", nullptr},
                     {"sharing", nullptr},
                     {"answers", {{{"competence", "rome:120684"}, {"level", 3}, {"text", nullptr}}}}};
  must(shelf->answer(asked["token"].get<std::string>(), answers, now));
  expect_readable("answered");
  const json version = published(shown_draft);
  EXPECT_EQ(opened(shared(version, {{"label", nullptr}, {"expires", nullptr}, {"openings", nullptr}}), now), "");
}

TEST_F(Nulls, AchievementsMayHaveThem) {
  const json proposal{{"achievement",
                       {{"name", "A"},
                        {"description", "D"},
                        {"criteria", {{"credential", "https://b.example/1"}}},
                        {"issuer", nullptr}}},
                      {"why", nullptr},
                      {"parties", nullptr}};
  const std::string begun = must(shelf->add_achievement(guide, {}, proposal, now))["id"];
  EXPECT_FALSE(has_null(must(shelf->get(guide, begun, now))["document"]));
}

TEST_F(Nulls, WhatAnInferenceCameToIsKeptAsItIs) {
  const json gap{{"of", "gap"}, {"target", nullptr}, {"result", {{"coverage", nullptr}}}};
  EXPECT_EQ(must(shelf->add(guide, id, "inference", gap, now))["document"],
            (json{{"of", "gap"}, {"result", {{"coverage", nullptr}}}}));
}

}  // namespace
}  // namespace activateur
