#include "base/icu.hpp"

#include <gtest/gtest.h>

#include <string>

namespace activateur {
namespace {

TEST(Icu, KnowsCharactersOnceItIsAskedFor) {
  EXPECT_EQ(characters_of_icu().to_lower(0xC9), 0xE9);  // É, é
  EXPECT_NE(characters_of_icu().is_alphanumeric(0x153), 0);
  EXPECT_EQ(characters_of_icu().category(0x301), U_NON_SPACING_MARK);
}

TEST(Icu, SearchesExpressionsOnceItIsAskedFor) {
  const icu_expressions& icu = expressions_of_icu();
  const std::u16string written = u"^\\p{Lu}+$", text = u"\u00C9T\u00C9";
  UErrorCode status = U_ZERO_ERROR;
  URegularExpression* pattern =
      icu.open(written.data(), static_cast<std::int32_t>(written.size()), 0, nullptr, &status);
  ASSERT_EQ(status, U_ZERO_ERROR);
  icu.set_text(pattern, text.data(), static_cast<std::int32_t>(text.size()), &status);
  EXPECT_NE(icu.find(pattern, 0, &status), 0);
  EXPECT_EQ(status, U_ZERO_ERROR);
  icu.close(pattern);
}

}  // namespace
}  // namespace activateur
