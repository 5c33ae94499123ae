#include "store/ids.hpp"

#include <gtest/gtest.h>

#include "shop.hpp"

namespace activateur {
namespace {

store_id next(id_source& from, std::int64_t ms) { return *from.next(instant{ms}); }

TEST(StoreIds, AreUuidsOfVersion7WithTheirTime) {
  id_source ids(shop::counted());
  const std::string text = to_text(next(ids, 0x0123456789ab));
  ASSERT_EQ(text.size(), 36u);
  EXPECT_EQ(text.substr(0, 15), "01234567-89ab-7");
  EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);  // RFC 9562 section 4.1: variant 10
  EXPECT_EQ(to_text(*read_store_id(text)), text);
}

TEST(StoreIds, RiseWithinAMillisecondAndWhenTheClockGoesBack) {
  id_source ids(shop::counted());
  store_id last = next(ids, 1'000);
  for (int i = 0; i < 100'000; ++i) {
    const store_id one = next(ids, i % 3 == 0 ? 1'000 : 900);
    ASSERT_LT(last, one);
    last = one;
  }
  EXPECT_LT(last, next(ids, 1'001));
}

TEST(StoreIds, RiseAsTexts) {
  id_source ids(shop::counted());
  std::string last;
  for (const std::int64_t ms : {0LL, 1LL, 255LL, 256LL, 1'700'000'000'000LL, 281'474'976'710'655LL}) {
    const std::string one = to_text(next(ids, ms));
    EXPECT_LT(last, one);
    last = one;
  }
}

TEST(StoreIds, OtherTextsAreNone) {
  for (const char* text : {"", "01234567-89ab-7000-8000-00000000000", "01234567-89ab-7000-8000-0000000000000",
                           "0123456789ab-7000-8000-000000000000---", "g1234567-89ab-7000-8000-000000000000",
                           "01234567+89ab-7000-8000-000000000000"})
    EXPECT_FALSE(read_store_id(text)) << text;
}

TEST(StoreIds, EveryPlaceOfATextIsRead) {
  const std::string right = "01234567-89ab-7cde-8f01-23456789abcd";
  EXPECT_EQ(to_text(*read_store_id(right)), right);
  EXPECT_FALSE(read_store_id("01234567-89AB-7CDE-8F01-23456789ABCD"));  // those kept as text are compared as they are
  for (std::size_t i = 0; i < right.size(); ++i)
    for (const char c : {'g', '-', '/', ':', '@', '`', '\xe9'}) {
      std::string text = right;
      text[i] = c;
      EXPECT_EQ(read_store_id(text).has_value(), text == right) << text;
    }
}

TEST(StoreIds, NoneWithoutRandomness) {
  id_source ids([](std::span<std::uint8_t>) { return false; });
  EXPECT_FALSE(ids.next(instant{1}));
}

}  // namespace
}  // namespace activateur
