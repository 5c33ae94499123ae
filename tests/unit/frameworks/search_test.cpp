#include "frameworks/search.hpp"

#include <gtest/gtest.h>

#include "frameworks/fold.hpp"
#include "frameworks/search_index.hpp"
#include "official_rome.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

std::vector<std::string> names(const framework& f, std::string_view query, std::size_t limit = 10) {
  std::vector<std::string> out;
  for (const search_hit& h : search(f, query, limit))
    out.push_back(h.is_job ? job_name(f, h.index) : competence_name(f, h.index));
  return out;
}

TEST(Search, WeighsRareWordsMoreInIntegers) {
  EXPECT_EQ(word_rarity(1, 1), 256U);      // log2(2)
  EXPECT_EQ(word_rarity(3, 1), 512U);      // log2(4)
  EXPECT_EQ(word_rarity(4, 2), 405U);      // log2(3) = 1.58496
  EXPECT_EQ(word_rarity(1023, 1), 2560U);  // log2(1024)
  EXPECT_EQ(word_rarity((1U << 31U) - 1, 1), 31U * 256U);
}

TEST(Search, FindsWhateverTheCaseAccentsAndElisions) {
  const auto f = test::small_rome().import();
  ASSERT_TRUE(f.ok());
  EXPECT_EQ(names(**f, "METTRE EN OEUVRE"), std::vector<std::string>{"rome:102"});
  EXPECT_EQ(names(**f, "écoute"), std::vector<std::string>{"rome:301"});
  EXPECT_EQ(names(**f, "d'art relieur"), std::vector<std::string>{"rome:B2001"});
}

TEST(Search, AsksForEveryWordAndCompletesTheLast) {
  const auto f = test::small_rome().import();
  ASSERT_TRUE(f.ok());
  EXPECT_EQ(names(**f, "tailler arb"), std::vector<std::string>{"rome:101"});
  EXPECT_TRUE(names(**f, "tail arbres").empty());
  EXPECT_TRUE(names(**f, "tailler fleurs").empty());
  EXPECT_TRUE(names(**f, " - ").empty());
  EXPECT_TRUE(names(**f, "tailler", 0).empty());
}

TEST(Search, FindsJobsByAppellationAndSaysWhichMatched) {
  const auto f = test::small_rome().import();
  ASSERT_TRUE(f.ok());
  const auto hits = search(**f, "rosieriste", 10);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_TRUE(hits[0].is_job);
  EXPECT_EQ((*f)->job(hits[0].index).code, "A1001");
  EXPECT_EQ(hits[0].matched, "Rosiériste");
  EXPECT_EQ(hits[0].score, 2.0);
}

TEST(Search, PutsTheExactLabelFirst) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(names(*f, "gestion de la paie").at(0), "rome:122090");
  EXPECT_EQ(names(*f, "abattre un arbre").at(0), "rome:100023");
  EXPECT_EQ(names(*f, "langage c++").at(0), "rome:104564");
  EXPECT_EQ(names(*f, "bucheron bucheronne").at(0), "rome:A1201");
  EXPECT_EQ(names(*f, "accastilleur greeur accastilleuse gr").at(0), "rome:I1601");
}

TEST(Search, FindsEveryLabelOfTheOfficialRomeByItself) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  for (std::uint32_t c = 0; c < f->counts().competences; c += 97) {
    const std::string_view label = f->competence(c).label;
    const auto hits = search(*f, label, 5);
    ASSERT_FALSE(hits.empty()) << label;
    EXPECT_EQ(hits[0].score, 2.0) << label;
    EXPECT_EQ(fold(hits[0].matched), fold(label));
  }
}

TEST(Search, OrdersByScoreThenCodeWithinTheLimit) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const framework_ptr f = test::official_rome(raw);
  ASSERT_NE(f, nullptr);
  const auto all = search(*f, "conducteur engins", 1000);
  const auto few = search(*f, "conducteur engins", 5);
  ASSERT_EQ(few.size(), 5U);
  for (std::size_t i = 0; i < few.size(); ++i) EXPECT_EQ(few[i].index, all[i].index);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].score, all[i].score);
}

}  // namespace
}  // namespace activateur
