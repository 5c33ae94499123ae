// What other readers of texts propose, and what becomes of it.
#include "frameworks/text_source.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "base/limits.hpp"
#include "frameworks/documents.hpp"
#include "frameworks/identify.hpp"
#include "small_drafts.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

framework_set small_set() {
  framework_set set;
  set.add(*test::small_rome().import());
  return set;
}

text_source saying(std::vector<text_candidate> found, std::size_t told = 0) {
  return {"model", "2.1", [=](const text_question&) { return result(text_answer{found, told}); }};
}

identified reading(const framework_set& set, std::string_view text, std::vector<text_source> sources) {
  identify_request request;
  request.text = text;
  request.sources = std::move(sources);
  return *identify(set, request, context{});
}

// The names of the competences found, in their order.
std::vector<std::string> names(const identified& found) {
  std::vector<std::string> out;
  for (const identified_entry& e : found.competences) out.push_back(competence_name(*e.in, e.index));
  return out;
}

using some = std::vector<std::string>;

TEST(TextSource, AddsWhatItFindsAndIsNamed) {
  const identified found =
      reading(small_set(), "xyz", {saying({{"rome:301", 0.8, {{0, 3}, {1, 2}}}, {"rome:B2001", 0.6, {}}})});
  ASSERT_EQ(names(found), some{"rome:301"});
  EXPECT_EQ(found.competences[0].source, "model");
  EXPECT_EQ(found.competences[0].version, "2.1");
  EXPECT_EQ(found.competences[0].confidence, 0.8);
  EXPECT_EQ(found.competences[0].why, (some{"xyz", "y"}));
  ASSERT_EQ(found.jobs.size(), 1U);
  EXPECT_TRUE(found.failures.empty());
  const json said = identify_document(found);
  test::expect_schema(said, "identify");
  EXPECT_EQ(said["sources"], (json::array({{{"name", "model"}, {"version", "2.1"}, {"proposals", 2}}})));
  EXPECT_EQ(said["competences"][0]["version"], "2.1");
}

TEST(TextSource, IsToldTheTextTheLanguageAndTheFrameworks) {
  const framework_set set = small_set();
  identify_request request;
  request.text = "xyz";
  request.least_confidence = 0.25;
  text_question told;
  request.sources.push_back({"model", "", [&](const text_question& about) {
                               told = about;
                               return result(text_answer{});
                             }});
  context with;
  with.lang = language::en;
  ASSERT_TRUE(identify(set, request, with).ok());
  EXPECT_EQ(told.text, "xyz");
  EXPECT_EQ(told.lang, language::en);
  EXPECT_EQ(told.frameworks, some{"rome"});
  EXPECT_EQ(told.least_confidence, 0.25);
}

TEST(TextSource, MayFailWhileTheOthersFindingsStay) {
  constexpr message down{"test.down", "down", "en panne"};
  const text_source failing{"service", "",
                            [&](const text_question&) -> result<text_answer> { return fail(failure::io, down, {}); }};
  const identified found = reading(small_set(), "j'ai taillé les arbres", {failing, saying({{"rome:301", 0.2, {}}})});
  EXPECT_EQ(names(found), (some{"rome:101", "rome:301"}));
  EXPECT_EQ(found.competences[0].source, "words");
  ASSERT_EQ(found.failures.size(), 1U);
  EXPECT_EQ(found.failures[0].what.code(), "test.down");
  test::expect_schema(identify_document(found), "identify");
}

TEST(TextSource, HasEachBadProposalLeftOutWithOneNotice) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<text_span> crowd(limits::text_candidate_spans + 1, {0, 1});
  const std::vector<text_candidate> bad{{"rome:none", 0.9, {}},      {"", 0.9, {}},
                                        {"rome:101", nan, {}},       {"rome:101", -0.1, {}},
                                        {"rome:101", 1.1, {}},       {"rome:101", 0.9, {{0, 6}}},
                                        {"rome:101", 0.9, {{2, 2}}}, {"rome:101", 0.9, {{0, 1}, {3, 1}}},
                                        {"rome:101", 0.9, {{0, 2}}},  // cuts the "é" in two
                                        {"rome:101", 0.9, crowd},    {"rome:101", 0.9, {}, text_flaw::reserved}};
  for (const text_candidate& one : bad) {
    SCOPED_TRACE(one.name + " " + std::to_string(one.confidence));
    const identified found = reading(small_set(), "céyz", {saying({one, {"rome:301", 0.5, {}}})});
    EXPECT_EQ(names(found), some{"rome:301"});
    ASSERT_EQ(found.failures.size(), 1U);
    EXPECT_EQ(found.failures[0].what.code(), "identify.proposals");
    EXPECT_EQ(found.failures[0].what.arguments()[2], "1");
    EXPECT_EQ(found.failures[0].text(language::fr).find('{'), std::string::npos);
  }
  const identified found = reading(small_set(), "céyz", {saying(bad)});
  ASSERT_EQ(found.failures.size(), 1U);
  EXPECT_EQ(
      found.failures[0].text(language::en),
      "The reader model proposed 11 findings, of which 11 are not used. The first: no framework in use has an entry "
      "\"rome:none\". Tell its author.");
}

TEST(TextSource, IsReadUpToTheBound) {
  std::vector<text_candidate> many(limits::text_candidates, {"rome:301", 0.5, {}});
  EXPECT_TRUE(reading(small_set(), "xyz", {saying(many)}).failures.empty());
  many.push_back({"rome:101", 0.9, {}});
  for (const identified& found : {reading(small_set(), "xyz", {saying(many)}),
                                  reading(small_set(), "xyz", {saying({{"rome:301", 0.5, {}}}, 1U << 31U)})}) {
    EXPECT_EQ(names(found), some{"rome:301"});
    ASSERT_EQ(found.failures.size(), 1U);
    EXPECT_NE(found.failures[0].text(language::en).find("more than the 256"), std::string::npos);
  }
}

TEST(TextSource, DoesNotOverturnASurerFindingNorADenial) {
  const framework_set set = small_set();
  const std::string_view said = "j'ai taillé les arbres";
  const double own = reading(set, said, {}).competences.at(0).confidence;
  EXPECT_EQ(reading(set, said, {saying({{"rome:101", own / 2, {}}})}).competences[0].source, "words");
  EXPECT_EQ(reading(set, said, {saying({{"rome:101", own, {}}})}).competences[0].source, "words");
  EXPECT_EQ(reading(set, said, {saying({{"rome:101", 1, {}}})}).competences[0].source, "model");

  const std::string_view denied = "je n'ai jamais écouté, je parle";
  EXPECT_EQ(names(reading(set, denied, {saying({{"rome:301", 0.9, {{15, 23}}}})})), some{});
  EXPECT_EQ(names(reading(set, denied, {saying({{"rome:301", 0.9, {{15, 23}, {28, 33}}}})})), some{"rome:301"});
  EXPECT_EQ(names(reading(set, denied, {saying({{"rome:301", 0.9, {}}})})), some{"rome:301"});
}

TEST(TextSource, IsHeldToWhatWasAskedFor) {
  const framework_set set = small_set();
  identify_request request;
  request.text = "xyz";
  request.sources = {saying({{"rome:301", 0.9, {}}, {"rome:401", 0.9, {}}, {"rome:101", 0.05, {}}})};
  request.kinds = {"knowledge"};
  const identified found = *identify(set, request, context{});
  EXPECT_EQ(names(found), some{"rome:401"});
  EXPECT_TRUE(found.failures.empty());
  request.frameworks = {"esco"};
  EXPECT_TRUE(identify(set, request, context{})->competences.empty());
}

TEST(TextSource, CanBeStoppedBefore) {
  const framework_set set = small_set();
  identify_request request;
  request.text = "arbres";
  bool asked = false;
  request.sources = {{"slow", "", [&](const text_question&) {
                        asked = true;
                        return result(text_answer{});
                      }}};
  context with;
  with.progress = progress_sink([](std::uint64_t done, std::uint64_t) { return done == 0; }, nullptr);
  EXPECT_EQ(identify(set, request, with).why().kind, failure::cancelled);
  EXPECT_FALSE(asked);
}

}  // namespace
}  // namespace activateur
