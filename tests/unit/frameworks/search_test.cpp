#include "frameworks/search.hpp"

#include <gtest/gtest.h>

#include <random>

#include "frameworks/fold.hpp"
#include "frameworks/search_index.hpp"
#include "frameworks/stem.hpp"
#include "frameworks/word_lookup.hpp"
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
  // The job that asks for it comes after it.
  EXPECT_EQ(names(**f, "écoute"), (std::vector<std::string>{"rome:301", "rome:B2001"}));
  EXPECT_EQ(names(**f, "d'art relieur"), std::vector<std::string>{"rome:B2001"});
}

TEST(Search, PutsWhatHasEveryWordFirstAndCompletesTheLast) {
  const auto f = test::small_rome().import();
  ASSERT_TRUE(f.ok());
  EXPECT_EQ(names(**f, "tailler arb").at(0), "rome:101");
  EXPECT_GT(search(**f, "tailler arb", 10).at(0).score, 1.0);
  // Nothing has both words.
  EXPECT_EQ(names(**f, "tailler fleurs").at(0), "rome:A1002");
  EXPECT_LT(search(**f, "tailler fleurs", 10).at(0).score, 1.0);
  EXPECT_TRUE(names(**f, " - ").empty());
  EXPECT_TRUE(names(**f, "zzzzzzzz").empty());
  EXPECT_TRUE(names(**f, "tailler", 0).empty());
}

TEST(Search, FindsThroughMistakesOfTyping) {
  const auto f = test::small_rome().import();
  ASSERT_TRUE(f.ok());
  for (const char* typed : {"rosieirste", "rosierist", "rossieriste", "rozieriste", "Rosérsite"})
    EXPECT_EQ(names(**f, typed).at(0), "rome:A1001") << typed;
  EXPECT_EQ(names(**f, "botanqiue").at(0), "rome:401");
}

TEST(Search, FindsTheOtherGenderAndTheOtherNumber) {
  const auto f = test::small_rome().import();
  ASSERT_TRUE(f.ok());
  EXPECT_EQ(names(**f, "jardinières").at(0), "rome:A1001");
  EXPECT_EQ(names(**f, "taille d'un arbre").at(0), "rome:101");
  EXPECT_EQ(names(**f, "relieuses").at(0), "rome:B2001");
}

framework_set small_set() {
  framework_set set;
  set.add(*test::small_rome().import());
  return set;
}

TEST(Search, CountsAndFiltersByFacets) {
  const framework_set set = small_set();
  search_request request;
  request.words = "arbres botanique jardin";
  const search_page all = search(set, request);
  EXPECT_EQ(all.total, all.facets.type.at("job") + all.facets.type.at("competence"));
  EXPECT_EQ(all.facets.framework, (std::map<std::string, std::size_t>{{"rome", all.total}}));
  EXPECT_EQ(all.facets.kind.at("knowledge"), 1U);
  request.kinds = {"knowledge"};
  const search_page some = search(set, request);
  ASSERT_EQ(some.total, 1U);
  EXPECT_EQ(some.hits[0].matched, "Botanique");
  EXPECT_EQ(some.hits[0].spans, (std::vector<text_span>{{0, 9}}));
  EXPECT_FALSE(some.facets.type.contains("job"));
  request.frameworks = {"esco"};
  EXPECT_EQ(search(set, request).total, 0U);
}

TEST(Search, GivesPagesOfOneOrder) {
  const framework_set set = small_set();
  search_request request;
  request.words = "e";
  request.limit = 100;
  const search_page whole = search(set, request);
  ASSERT_GT(whole.total, 2U);
  request.limit = 1;
  for (request.offset = 0; request.offset < whole.total; ++request.offset) {
    const search_page page = search(set, request);
    ASSERT_EQ(page.hits.size(), 1U);
    EXPECT_EQ(page.total, whole.total);
    EXPECT_EQ(page.hits[0].matched, whole.hits[request.offset].matched);
  }
  request.limit = static_cast<std::size_t>(-1);
  EXPECT_TRUE(search(set, request).hits.empty());
}

TEST(Search, AnswersAnyBytesTheSameTwiceWithSpansInTheText) {
  const framework_set set = small_set();
  std::mt19937 random(11);
  const std::vector<std::string> pieces{"jardin", "é",        "\xFF", " ",     "tail", "ler",
                                        "l'",     "\xE2\x82", "/",    "fleur", "s",    "e"};
  for (int round = 0; round < 2000; ++round) {
    std::string words;
    for (std::size_t n = random() % 7; n > 0; --n) words += pieces[random() % pieces.size()];
    search_request request;
    request.words = words;
    const search_page once = search(set, request);
    const search_page again = search(set, request);
    ASSERT_EQ(once.hits.size(), again.hits.size());
    for (std::size_t i = 0; i < once.hits.size(); ++i) {
      EXPECT_EQ(once.hits[i].index, again.hits[i].index);
      EXPECT_EQ(once.hits[i].score, again.hits[i].score);
      for (const text_span& s : once.hits[i].spans) {
        EXPECT_LT(s.begin, s.end);
        EXPECT_LE(s.end, once.hits[i].matched.size());
      }
    }
  }
}

unsigned plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<unsigned>(i + j);
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

TEST(Search, MeasuresMistakesAsThePlainAlgorithmDoes) {
  std::mt19937 random(5);
  const auto word = [&] {
    std::string w;
    for (std::size_t n = random() % 7; n > 0; --n) w += static_cast<char>('a' + random() % 3);
    return w;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string a = word();
    const std::string b = word();
    EXPECT_EQ(typing_distance(a, b, 2), std::min(plain_distance(a, b), 3U)) << a << ' ' << b;
  }
}

TEST(Stem, BringsTheFormsOfAWordTogether) {
  const auto same = [](std::vector<std::string> words) {
    for (const std::string& w : words) EXPECT_EQ(stem(w, "fr"), stem(words[0], "fr")) << w;
  };
  same({"vendeur", "vendeuse", "vendeurs", "vendre", "vente"});
  same({"caissier", "caissiere", "caisse"});
  same({"animateur", "animatrice", "animation", "animer"});
  same({"soudeur", "soudage", "souder", "soude"});
  same({"mecanicien", "mecanicienne", "mecanique"});
  same({"travail", "travaux"});
  same({"directeur", "directrice"});
  EXPECT_EQ(stem("manages", "en"), stem("managing", "en"));
  EXPECT_NE(stem("boulanger", "fr"), stem("boucher", "fr"));
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
