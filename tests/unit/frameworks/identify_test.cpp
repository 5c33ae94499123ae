#include "frameworks/identify.hpp"

#include <gtest/gtest.h>

#include <random>

#include "frameworks/clauses.hpp"
#include "frameworks/lexicon.hpp"
#include "official_rome.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

framework_set small_set() {
  framework_set set;
  set.add(*test::small_rome().import());
  return set;
}

// The words of the text that are denied.
std::string denied(std::string_view text) {
  std::string out;
  for (const clause& c : clauses_of(text))
    for (const clause_word& w : c)
      if (w.denied) out += (out.empty() ? "" : " ") + w.text;
  return out;
}

TEST(Clauses, EndAtStopsAndAtANewSubject) {
  const auto clauses = clauses_of("J'ai cuisiné, puis servi ; et je range. Tri et vente");
  ASSERT_EQ(clauses.size(), 4U);
  EXPECT_EQ(clauses[0].back().text, "cuisine");
  EXPECT_EQ(clauses[2].back().text, "range");
  EXPECT_EQ(clauses[3].size(), 3U);
}

TEST(Clauses, KnowWhatIsDenied) {
  EXPECT_EQ(denied("Je n'ai jamais conduit de camion"), "ai jamais conduit de camion");
  EXPECT_EQ(denied("je n’aime pas vendre, je cuisine"), "aime pas vendre");
  EXPECT_EQ(denied("J'ai livré sans permis"), "sans permis");
  EXPECT_EQ(denied("Aucune expérience en vente mais j'ai cuisiné"), "aucune experience en vente");
  EXPECT_EQ(denied("je ne sais pas coudre, ni tricoter, je jardine"), "ne sais pas coudre ni tricoter");
  EXPECT_EQ(denied("I have never driven a truck but I cook"), "never driven a truck");
  EXPECT_EQ(denied("I don't cook"), "don t cook");
}

TEST(Clauses, TakeNoDenialForWhatIsNone) {
  EXPECT_EQ(denied("Pas seulement la vente, aussi la caisse"), "");
  EXPECT_EQ(denied("j'ai pas mal cuisiné"), "");
  EXPECT_EQ(denied("je gère la caisse sans problème"), "");
  EXPECT_EQ(denied("pas de souci pour porter des charges"), "");
  EXPECT_EQ(denied("je ne fais que du ménage"), "");
}

TEST(Identify, SaysWhichWordsLedThere) {
  const framework_set set = small_set();
  identify_request request;
  request.text = "Chez nous, j'ai taillé tous les arbres.";
  request.least_confidence = 0;
  const identified found = *identify(set, request, context{});
  ASSERT_FALSE(found.competences.empty());
  EXPECT_EQ(competence_name(*found.competences[0].in, found.competences[0].index), "rome:101");
  EXPECT_EQ(found.competences[0].why, (std::vector<std::string>{"taillé", "arbres"}));
  EXPECT_EQ(found.competences[0].matched, "Tailler les arbres");
  EXPECT_EQ(found.competences[0].source, "words");
}

TEST(Identify, LeavesOutWhatIsDenied) {
  const framework_set set = small_set();
  identify_request request;
  request.least_confidence = 0;
  request.text = "je n'ai jamais taillé d'arbres";
  EXPECT_TRUE(identify(set, request, context{})->competences.empty());
  request.text = "";
  EXPECT_TRUE(identify(set, request, context{})->jobs.empty());
}

TEST(Identify, RefusesATextThatIsTooLong) {
  identify_request request;
  const std::string text(65537, 'a');
  request.text = text;
  EXPECT_EQ(identify(small_set(), request, context{}).why().what.code(), "identify.too_long");
}

TEST(Identify, AnswersAnyBytesTheSameTwiceWithSpansInTheText) {
  const framework_set set = small_set();
  std::mt19937 random(12);
  const std::vector<std::string> pieces{"jardin ", "taillé ", "\xFF",     "n'", "pas ",
                                        "arbres",  ", ",      "\xE2\x82", "l’", "écoute "};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t n = random() % 12; n > 0; --n) text += pieces[random() % pieces.size()];
    identify_request request;
    request.text = text;
    request.least_confidence = 0;
    const identified once = *identify(set, request, context{});
    const identified again = *identify(set, request, context{});
    ASSERT_EQ(once.competences.size(), again.competences.size());
    for (std::size_t i = 0; i < once.competences.size(); ++i) {
      const identified_entry& e = once.competences[i];
      EXPECT_EQ(e.confidence, again.competences[i].confidence);
      EXPECT_TRUE(e.confidence >= 0 && e.confidence <= 1);
      EXPECT_FALSE(e.spans.empty());
      for (std::size_t s = 0; s < e.spans.size(); ++s)
        EXPECT_EQ(e.why[s], text.substr(e.spans[s].begin, e.spans[s].end - e.spans[s].begin));
    }
  }
}

TEST(Lexicon, HasStemsThatMeanSomething) {
  EXPECT_GT(lexicon().size(), 100U);
  for (const lexicon_entry& entry : lexicon()) {
    EXPECT_FALSE(entry.said.empty());
    EXPECT_FALSE(entry.means.empty());
  }
}

TEST(Identify, FindsTheOfficialCompetencesOfEverydayWords) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  framework_set set;
  set.add(test::official_rome(raw));
  identify_request request;
  request.text = "J'ai tenu la caisse et géré les stocks de l'association. Je n'ai jamais conduit de poids lourd.";
  const identified found = *identify(set, request, context{});
  std::vector<std::string> matched;
  for (const identified_entry& e : found.competences) matched.push_back(e.matched);
  EXPECT_NE(std::find(matched.begin(), matched.end(), "Gérer les stocks"), matched.end());
  for (const std::string& m : matched) EXPECT_EQ(m.find("lourd"), std::string::npos) << m;
  request.text = "blabla xyzzy";
  EXPECT_TRUE(identify(set, request, context{})->competences.empty());
}

TEST(Identify, StopsWhenAsked) {
  const framework_set set = small_set();
  identify_request request;
  request.text = "J'arrose. Je taille. J'écoute.";
  std::vector<std::uint64_t> told;
  context with;
  with.progress = progress_sink(
      [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_EQ(total, 3U);
        told.push_back(done);
        return done < 1;
      },
      nullptr);
  const auto stopped = identify(set, request, with);
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.why().kind, failure::cancelled);
  EXPECT_EQ(told, (std::vector<std::uint64_t>{0, 1}));
}

}  // namespace
}  // namespace activateur
