#include <gtest/gtest.h>

#include <random>
#include <set>

#include "frameworks/correspondence.hpp"
#include "frameworks/difference.hpp"
#include "frameworks/draft.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/version_documents.hpp"
#include "small_drafts.hpp"

namespace activateur {
namespace {

using test::competence;
using test::compiled_of;
using test::job;

// Version 1 and 2 of a framework of a kitchen; each entry is named for what becomes of it.
framework_ptr kitchen(int version) {
  framework_draft d;
  d.id = "kitchen";
  d.version = std::to_string(version);
  d.competences = {competence("G", "Cuisine"), competence("KEPT", "Éplucher les légumes", "G")};
  d.competences[0].grain = competence_grain::macro;
  if (version == 1) {
    d.competences.push_back(competence("WORDS", "Cuire la viande", "G"));
    d.competences.push_back(competence("RENUMBERED", "Dresser une assiette", "G"));
    d.competences.push_back(competence("SAID", "Flamber", "G"));
    d.competences.back().mappings = {{"kitchen", "NEW-SAID", mapping_relation::replaced_by, 1000, "the publisher"}};
    d.competences.push_back(competence("SPLIT", "Laver et ranger", "G"));
    d.competences.back().mappings = {{"kitchen", "WASH", mapping_relation::replaced_by, 1000, "the publisher"},
                                     {"kitchen", "STORE", mapping_relation::replaced_by, 1000, "the publisher"}};
    d.competences.push_back(competence("MERGED", "Peler les fruits", "G"));
    d.competences.back().mappings = {{"kitchen", "KEPT", mapping_relation::replaced_by, 1000, "the publisher"}};
    d.competences.push_back(competence("NEAR", "Préparer une sauce froide", "G"));
    d.competences.push_back(competence("GONE", "Plumer une volaille", "G"));
    d.jobs = {job("COOK", "Cuisinier", {{"KEPT", link_importance::core}, {"GONE"}})};
  } else {
    d.competences.push_back(competence("WORDS", "Cuire les viandes et les poissons", "G"));
    d.competences.push_back(competence("NUMBER-2", "dresser une ASSIETTE", "G"));
    d.competences.push_back(competence("NEW-SAID", "Utiliser la flamme", "G"));
    d.competences.push_back(competence("WASH", "Laver", "G"));
    d.competences.push_back(competence("STORE", "Ranger", "G"));
    d.competences.push_back(competence("SAUCE", "Préparer une sauce", "G"));
    d.jobs = {job("COOK", "Cuisinier", {{"KEPT"}, {"WASH"}})};
  }
  return compiled_of(std::move(d));
}

migrated_entry followed(const std::string& code) {
  const framework_ptr before = kitchen(1);
  return migration(before, kitchen(2)).competence(*before->find_competence(code));
}

std::string first_code(const migrated_entry& m) {
  return m.to.empty() ? "" : std::string(kitchen(2)->competence(m.to.front().index).code);
}

TEST(FrameworkDifference, NamesWhatChangedAndCountsTheRest) {
  const framework_difference d = difference(*kitchen(1), *kitchen(2));
  EXPECT_EQ(d.unchanged, 2U);  // G and KEPT
  EXPECT_EQ(d.count(false, entry_change::removed), 6U);
  EXPECT_EQ(d.count(false, entry_change::added), 5U);
  EXPECT_EQ(d.count(false, entry_change::relabelled), 1U);
  ASSERT_EQ(d.entries.back().code, "COOK");
  EXPECT_EQ(d.entries.back().changes, std::vector{entry_change::reworked});
  EXPECT_EQ(d.entries.back().links_added, 1U);
  EXPECT_EQ(d.entries.back().links_removed, 1U);
  EXPECT_EQ(d.entries.back().links_changed, 1U);
}

TEST(FrameworkDifference, FindsNothingBetweenAFrameworkAndItself) {
  const framework_difference d = difference(*kitchen(1), *kitchen(1));
  EXPECT_TRUE(d.entries.empty());
  EXPECT_EQ(d.unchanged, 10U);
}

TEST(Migration, KeepsWhatHasTheSameCode) {
  EXPECT_EQ(followed("KEPT").kind, migration_kind::kept);
  EXPECT_EQ(followed("WORDS").kind, migration_kind::relabelled);
  EXPECT_TRUE(followed("WORDS").certain);
}

TEST(Migration, FollowsThePublisherThenTheWords) {
  EXPECT_EQ(followed("SAID").kind, migration_kind::replaced);
  EXPECT_EQ(first_code(followed("SAID")), "NEW-SAID");
  EXPECT_EQ(followed("RENUMBERED").kind, migration_kind::replaced);
  EXPECT_EQ(first_code(followed("RENUMBERED")), "NUMBER-2");
  EXPECT_EQ(followed("RENUMBERED").to.front().why.code(), "migration.same_words");
}

TEST(Migration, TellsSplitsAndMerges) {
  const migrated_entry split = followed("SPLIT");
  EXPECT_EQ(split.kind, migration_kind::split);
  EXPECT_EQ(split.to.size(), 2U);
  EXPECT_FALSE(split.certain);
  EXPECT_EQ(followed("MERGED").kind, migration_kind::merged);
  EXPECT_EQ(first_code(followed("MERGED")), "KEPT");
}

TEST(Migration, ProposesWhatIsNearAndDecidesNothing) {
  const migrated_entry near = followed("NEAR");
  EXPECT_EQ(near.kind, migration_kind::withdrawn);
  EXPECT_FALSE(near.certain);
  EXPECT_EQ(first_code(near), "SAUCE");
  EXPECT_EQ(near.to.front().relation, mapping_relation::close);
  EXPECT_NEAR(near.to.front().weight, 6.0 / 7.0, 1e-9);
  const migrated_entry gone = followed("GONE");
  EXPECT_EQ(gone.kind, migration_kind::withdrawn);
  EXPECT_EQ(first_code(gone), "G");
  EXPECT_EQ(gone.to.front().relation, mapping_relation::broad);
}

TEST(Migration, RewritesAPortfolioOnlyWhereItIsCertainAndLosesNothing) {
  const json portfolio = {{"schema", "activateur/portfolio/1"},
                          {"person", "p"},
                          {"experiences",
                           {{{"id", "kitchen:SAID"},
                             {"competences", {"kitchen:SAID", "kitchen@1:SPLIT", "other:SAID"}},
                             {"jobs", {"kitchen:COOK"}}}}},
                          {"self_assessments", {{{"competence", "kitchen:GONE"}, {"level", 3}}}}};
  const json out = migration_document(migration(kitchen(1), kitchen(2)), portfolio, language::en);
  test::expect_schema(out, "migration");
  json expected = portfolio;
  expected["experiences"][0]["competences"][0] = "kitchen:NEW-SAID";
  EXPECT_EQ(out["document"], expected);
  EXPECT_EQ(out["counts"], (json{{"kept", 1}, {"followed", 1}, {"left", 2}}));
  EXPECT_EQ(out["steps"][0]["at"], "/experiences/0/competences/0");
  EXPECT_EQ(out["steps"][0]["to"][0]["why"], "The publisher says that it takes its place.");
  EXPECT_EQ(out["steps"][1]["kind"], "split");
}

TEST(Migration, NamesOnceWhatTwoEntriesBecame) {
  const json portfolio = {{"schema", "activateur/portfolio/1"},
                          {"experiences", {{{"id", "e"}, {"competences", {"kitchen:MERGED", "x", "kitchen:KEPT"}}}}}};
  const json out = migration_document(migration(kitchen(1), kitchen(2)), portfolio, language::en);
  EXPECT_EQ(out["document"]["experiences"][0]["competences"], json({"kitchen:KEPT", "x"}));
}

TEST(Migration, GoesOnToWhatIsThereWhenASuccessorWasReplacedInTurn) {
  const auto of = [](const char* version, bool first_there) {
    framework_draft d;
    d.id = "kitchen";
    d.version = version;
    d.competences = {competence("FIRST", "Flamber"), competence("SECOND", "Passer au feu"),
                     competence("THIRD", "Utiliser la flamme"), competence("ROUND", "Tourner")};
    d.competences[0].mappings = {{"kitchen", "SECOND", mapping_relation::replaced_by, 1000, "the publisher"}};
    d.competences[1].mappings = {{"kitchen", "THIRD", mapping_relation::replaced_by, 500, "the publisher"},
                                 {"kitchen", "FIRST", mapping_relation::replaced_by, 1000, "a circle"}};
    d.competences[0].withdrawn = !first_there;
    d.competences[1].withdrawn = true;
    return compiled_of(std::move(d));
  };
  const framework_ptr before = of("1", true), after = of("2", false);
  const migrated_entry out = migration(before, after).competence(*before->find_competence("FIRST"));
  ASSERT_EQ(out.to.size(), 1U);
  EXPECT_EQ(after->competence(out.to[0].index).code, "THIRD");
  EXPECT_EQ(out.to[0].weight, 0.5);
  EXPECT_TRUE(out.certain);
}

// By the definition: Dice's coefficient with every new entry.
TEST(Migration, ProposesByWordsWhatEveryPairComparedWouldPropose) {
  std::mt19937 random(5);
  const auto of = [&](const char* version) {
    framework_draft d;
    d.id = "words";
    d.version = version;
    for (int i = 0; i < 150; ++i) {
      std::string label;
      for (std::size_t n = 1 + random() % 5; n > 0; --n)
        label += std::string(1, static_cast<char>('a' + std::min(random() % 12, random() % 12))) + "word ";
      d.competences.push_back(competence(version + std::to_string(i), label));
    }
    return compiled_of(std::move(d));
  };
  const framework_ptr before = of("1-"), after = of("2-");
  const migration along(before, after);
  const auto set_of = [](std::string_view label) {
    const std::string folded = fold(label);
    const auto words = words_of(folded);
    return std::set<std::string>(words.begin(), words.end());
  };
  std::size_t proposed = 0;
  for (std::uint32_t b = 0; b < before->counts().competences; ++b) {
    std::vector<std::pair<double, std::uint32_t>> want;
    const auto words = set_of(before->competence(b).label);
    for (std::uint32_t a = 0; a < after->counts().competences; ++a) {
      const auto others = set_of(after->competence(a).label);
      std::size_t shared = 0;
      for (const std::string& word : words) shared += others.count(word);
      const double near = 2.0 * static_cast<double>(shared) / static_cast<double>(words.size() + others.size());
      if (near >= 0.6) want.emplace_back(-near, a);
    }
    std::sort(want.begin(), want.end());
    const migrated_entry got = along.competence(b);
    ASSERT_EQ(got.to.empty(), want.empty()) << before->competence(b).label;
    if (want.empty() || got.to.front().relation == mapping_relation::exact) continue;
    ASSERT_EQ(got.to.size(), std::min<std::size_t>(want.size(), 5));
    for (std::size_t i = 0; i < got.to.size(); ++i) EXPECT_EQ(got.to[i].index, want[i].second);
    ++proposed;
  }
  EXPECT_GT(proposed, 20U);
}

TEST(VersionDocuments, AreDescribed) {
  const json d = difference_document(*kitchen(1), *kitchen(2), 3);
  test::expect_schema(d, "framework-difference");
  EXPECT_EQ(d["listed"], 3);
  EXPECT_EQ(d["total"], 13);
  const migration along(kitchen(1), kitchen(2));
  test::expect_schema(*migration_of(along, "COOK", language::fr), "migration");
  EXPECT_EQ(migration_of(along, "X", language::fr).why().what.code(), "migration.unknown");
}

TEST(FrameworkSet, HoldsVersionsSideBySideAndMeansTheNewest) {
  framework_set set;
  set.add(kitchen(2));
  set.add(kitchen(1));
  EXPECT_EQ(set.all().size(), 1U);
  EXPECT_EQ(set.versions().size(), 2U);
  EXPECT_EQ(set.find("kitchen")->version(), "2");
  EXPECT_EQ(set.find("kitchen@1")->version(), "1");
  EXPECT_TRUE(set.competence("kitchen:SAUCE").has_value());
  EXPECT_TRUE(set.competence("kitchen@2:SAUCE").has_value());
  EXPECT_FALSE(set.competence("kitchen@1:GONE").has_value());
  EXPECT_EQ(set.find("kitchen@3"), nullptr);
}

// CASE and CTDL align with items of other packages by identifiers that name no framework.
TEST(Correspondence, FindsAnItemOfAnotherPackageByItsWorldwideIdentifier) {
  constexpr const char* guid = "6f0c1b2e-0000-4000-8000-000000000001";
  framework_draft own, other;
  own.id = "case-own";
  other.id = "renamed";
  own.version = other.version = "1";
  own.competences = {competence("mine", "peel"), competence("second", "boil")};
  own.competences[0].mappings = {{"case", guid, mapping_relation::exact, 1000, "exactMatchOf"}};
  own.competences[1].mappings = {{"case", "of nobody here", mapping_relation::exact, 1000, "exactMatchOf"}};
  other.competences = {competence(guid, "clean vegetables")};
  framework_set set;
  set.add(compiled_of(own));
  set.add(compiled_of(other));
  const auto there = correspondences(set, *set.competence("case-own:mine"), false, 10);
  ASSERT_EQ(there.size(), 1U);
  EXPECT_EQ(competence_name(*there[0].to.in, there[0].to.index), std::string("renamed:") + guid);
  EXPECT_FALSE(there[0].candidate);
  const auto back = correspondences(set, *set.competence(std::string("renamed:") + guid), false, 10);
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(competence_name(*back[0].to.in, back[0].to.index), "case-own:mine");
  EXPECT_TRUE(correspondences(set, *set.competence("case-own:second"), false, 10).empty());
}

TEST(Correspondence, SaysWhatFrameworksSayAndProposesTheRest) {
  framework_draft esco;
  esco.id = "esco";
  esco.version = "1";
  esco.competences = {competence("peel", "peel vegetables"), competence("x", "Éplucher les légumes")};
  esco.competences[0].mappings = {{"kitchen", "KEPT", mapping_relation::narrow, 800, "an alignment"}};
  esco.jobs = {job("cook", "cook", {})};
  esco.jobs[0].attributes = {{"isco", "5120"}};
  framework_draft rome;
  rome.id = "rome";
  rome.version = "1";
  rome.jobs = {job("G1602", "Personnel de cuisine", {})};
  rome.jobs[0].attributes = {{"isco", "5120.1"}};
  framework_set set;
  set.add(kitchen(2));
  set.add(compiled_of(esco));
  set.add(compiled_of(rome));
  const auto of_competence = correspondences(set, *set.competence("kitchen:KEPT"), false, 10);
  ASSERT_EQ(of_competence.size(), 2U);
  EXPECT_EQ(competence_name(*of_competence[0].to.in, of_competence[0].to.index), "esco:peel");
  EXPECT_EQ(of_competence[0].relation, mapping_relation::broad);  // narrow from the other side
  EXPECT_EQ(of_competence[0].source, "an alignment");
  EXPECT_FALSE(of_competence[0].candidate);
  EXPECT_EQ(competence_name(*of_competence[1].to.in, of_competence[1].to.index), "esco:x");
  EXPECT_TRUE(of_competence[1].candidate);
  const auto of_job = correspondences(set, *set.job("rome:G1602"), true, 10);
  ASSERT_EQ(of_job.size(), 1U);
  EXPECT_EQ(job_name(*of_job[0].to.in, of_job[0].to.index), "esco:cook");
  EXPECT_TRUE(of_job[0].candidate);
  EXPECT_EQ(of_job[0].relation, mapping_relation::related);
  EXPECT_EQ(of_job[0].source, "ISCO-08 5120");
}

}  // namespace
}  // namespace activateur
