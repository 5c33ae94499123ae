#include "base/shown_text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace activateur {
namespace {

TEST(ShownText, KnowsWhatActsInsteadOfBeingRead) {
  for (const char* acting : {"\x1b[2K", "a\nb", "\x7f",
                             "\xC2\x9B"
                             "31m",
                             "a\xE2\x80\xAE"
                             "b",
                             "\xE2\x81\xA6", "\xE2\x80\xA8"})
    EXPECT_TRUE(holds_controls(acting)) << acting;
  for (const char* read : {"", "Élan d'été", "\xC2\xA0", "50 €", "\xE2\x80\x93", "日本語", "\xE2\x81\xA0"})
    EXPECT_FALSE(holds_controls(read)) << read;
}

TEST(InertCell, IsNoFormulaWhereverASpreadsheetPartsIt) {
  EXPECT_EQ(as_inert_cell("=1+1"), "'=1+1");
  EXPECT_EQ(as_inert_cell("foo;=1+1"), "foo;'=1+1");
  EXPECT_EQ(as_inert_cell("a\n@b"), "a\n'@b");
  EXPECT_EQ(as_inert_cell("\uff1d"
                          "1"),
            "'\uff1d"
            "1");
  EXPECT_EQ(as_inert_cell("'=1"), "''=1");
  for (const char* plain : {"", "Vendre", "d'accord", "a = b", "l'eau ; le pain", "10-12", "un\n\ndeux\r\ntrois"})
    EXPECT_EQ(as_inert_cell(plain), plain);
}

TEST(InertCell, GivesBackWhateverItWasGiven) {
  std::mt19937 random(3);
  constexpr std::string_view signs = "a'=+;\t\n-@ ";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t n = random() % 8; n > 0; --n) text += signs[random() % signs.size()];
    const std::string cell = as_inert_cell(text);
    ASSERT_EQ(from_inert_cell(cell), text) << cell;
    // No part begins as a formula does.
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const bool begins = i == 0 || std::string_view(";\t\n").find(cell[i - 1]) != std::string_view::npos;
      ASSERT_FALSE(begins && std::string_view("=+-@").find(cell[i]) != std::string_view::npos) << cell;
    }
  }
}

}  // namespace
}  // namespace activateur
