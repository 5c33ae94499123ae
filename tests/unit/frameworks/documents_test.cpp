#include "frameworks/documents.hpp"

#include <gtest/gtest.h>

#include "small_drafts.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

framework_set small_set() {
  framework_set set;
  auto imported = test::small_rome().import();
  EXPECT_TRUE(imported.ok());
  set.add(*std::move(imported));
  return set;
}

using test::expect_schema;

TEST(FrameworkDocuments, CountWhatAFrameworkHolds) {
  const framework_set set = small_set();
  const json d = *show_document(set, "rome");
  expect_schema(d, "framework");
  EXPECT_EQ(d["schema"], "activateur/framework/1");
  EXPECT_EQ(d["version"], "61");
  EXPECT_EQ(d["language"], "fr");
  EXPECT_EQ(d["counts"], (json{{"jobs", 3},
                               {"qualifications", 0},
                               {"competences", 6},
                               {"links", 4},
                               {"mobilities", 2},
                               {"know_how", 4},
                               {"macros", 2},
                               {"soft_skills", 1},
                               {"knowledge", 1},
                               {"languages", 0},
                               {"blocks", 0},
                               {"groups", 0},
                               {"core_links", 1},
                               {"emerging_links", 1},
                               {"appellations", 2},
                               {"labels", 0},
                               {"mappings", 0},
                               {"conditions", 1},
                               {"withdrawn", 0}}));
}

TEST(FrameworkDocuments, ShowAJob) {
  const json d = *show_document(small_set(), "rome:A1001");
  expect_schema(d, "job");
  EXPECT_EQ(d["label"], "Jardinier / Jardinière");
  EXPECT_EQ(d["competences"].size(), 2U);
  EXPECT_EQ(d["competences"][0]["id"], "rome:101");
  EXPECT_EQ(d["competences"][0]["importance"], "core");
  EXPECT_EQ(d["mobilities"][0], (json{{"id", "rome:A1002"}, {"label", "Fleuriste"}, {"order", 1}}));
  EXPECT_EQ(d["appellations"], (json{"Élagueur / Élagueuse", "Rosiériste"}));
  EXPECT_EQ(d["domain"]["label"], "Espaces verts");
}

TEST(FrameworkDocuments, ShowACompetence) {
  const framework_set set = small_set();
  const json item = *show_document(set, "rome:101");
  expect_schema(item, "competence");
  EXPECT_EQ(item["macro"]["id"], "rome:201");
  EXPECT_EQ(item["jobs"],
            (json::array({{{"id", "rome:A1001"}, {"label", "Jardinier / Jardinière"}, {"importance", "core"}}})));
  const json macro = *show_document(set, "rome:201");
  expect_schema(macro, "competence");
  EXPECT_FALSE(macro.contains("macro"));
  EXPECT_EQ(macro["items"][0]["id"], "rome:101");
}

TEST(FrameworkDocuments, ShowASearch) {
  const framework_set set = small_set();
  const framework_ptr f = set.find("rome");
  const json d = search_document(*f, search(*f, "rosieriste", 10));
  expect_schema(d, "search");
  EXPECT_EQ(d["hits"], (json::array({{{"type", "job"},
                                      {"id", "rome:A1001"},
                                      {"label", "Jardinier / Jardinière"},
                                      {"matched", "Rosiériste"},
                                      {"spans", {{{"begin", 0}, {"end", 11}}}},
                                      {"score", 2.0}}})));
}

TEST(FrameworkDocuments, ShowAPageAndWhatATextSpeaksOf) {
  const framework_set set = small_set();
  search_request request;
  request.words = "botanique";
  const json page = search_document(search(set, request));
  expect_schema(page, "search");
  EXPECT_EQ(page["hits"][0]["id"], "rome:401");
  EXPECT_EQ(page["total"], page["facets"]["framework"]["rome"]);
  identify_request told;
  told.text = "J'ai taillé les arbres.";
  told.least_confidence = 0;
  const json said = identify_document(*identify(set, told, context{}));
  expect_schema(said, "identify");
  EXPECT_EQ(said["competences"][0]["id"], "rome:101");
  EXPECT_EQ(said["competences"][0]["spans"][0], (json{{"begin", 5}, {"end", 12}, {"text", "taillé"}}));
}

TEST(FrameworkDocuments, SayWhatIsNotThere) {
  const framework_set set = small_set();
  EXPECT_EQ(show_document(set, "esco:1").why().what.code(), "framework.no_framework");
  EXPECT_EQ(show_document(set, "rome:Z9999").why().what.code(), "framework.no_code");
  EXPECT_EQ(show_document(framework_set{}, "rome").why().kind, failure::not_found);
}

}  // namespace
}  // namespace activateur
