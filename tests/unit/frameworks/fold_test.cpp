#include "frameworks/fold.hpp"

#include <gtest/gtest.h>

#include <random>

namespace activateur {
namespace {

TEST(Fold, RemovesCaseAndAccentsAndExpandsLigatures) {
  EXPECT_EQ(fold("ÉLÉVATION à l'Œuvre"), "elevation a oeuvre");
  EXPECT_EQ(fold("Lætitia cœur"), "laetitia coeur");
  EXPECT_EQ(fold("e\xCC\x81te\xCC\x81"), "ete");  // combining acute accents
}

TEST(Fold, DropsElidedWordsAndKeepsOthersBeforeAnApostrophe) {
  EXPECT_EQ(fold("Conducteur d'engins qu’on loue, jusqu'à l'aube"), "conducteur engins on loue a aube");
  EXPECT_EQ(fold("aujourd'hui"), "aujourd hui");
  EXPECT_EQ(fold("d'"), "");
}

TEST(Fold, TurnsSignsToOneSpaceButKeepsThoseOfLanguageNames) {
  EXPECT_EQ(fold("  (Savoir-faire) /  R&D… "), "savoir faire r d");
  EXPECT_EQ(fold("Langage C++ et C#"), "langage c++ et c#");
}

TEST(Fold, TakesAnyBytesAndIsIdempotent) {
  std::mt19937 random(3);
  const std::vector<std::string> pieces{"l'", "É", "œ", "-", " ", "\xFF", "\xE2\x82", "d",
                                        "’",  "ﬁ", "9", "ß", "İ", "Ⅷ",    "+"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 8; n > 0; --n) text += pieces[random() % pieces.size()];
    const std::string once = fold(text);
    EXPECT_EQ(fold(once), once) << text;
    for (const std::string_view word : words_of(once)) EXPECT_FALSE(word.empty());
  }
}

TEST(Fold, GivesTheWordsInOrder) {
  EXPECT_EQ(words_of("b a  b"), (std::vector<std::string_view>{"b", "a", "b"}));
  EXPECT_TRUE(words_of("").empty());
}

}  // namespace
}  // namespace activateur
