#include "base/instant.hpp"

#include <gtest/gtest.h>

#include <random>

namespace activateur {
namespace {

TEST(Instant, ReadsRfc3339DateTimes) {
  EXPECT_EQ(parse_date_time("1970-01-01T00:00:00Z")->ms, 0);
  EXPECT_EQ(parse_date_time("2026-11-24T07:40:00Z")->ms, 1795506000000);
  EXPECT_EQ(parse_date_time("2026-11-24T08:40:00+01:00")->ms, 1795506000000);
  EXPECT_EQ(parse_date_time("2026-11-24T07:40:00.25Z")->ms, 1795506000250);
  EXPECT_EQ(parse_date_time("2026-11-24t07:40:00.123456789z")->ms, 1795506000123);
  EXPECT_EQ(parse_date_time("1969-12-31T23:59:59.999Z")->ms, -1);
  EXPECT_EQ(parse_date_time("2016-12-31T23:59:60Z")->ms, 1483228800000);  // leap second
  EXPECT_EQ(parse_date_time("2016-12-31T24:00:00Z")->ms, 1483228800000);  // of xsd:dateTimeStamp
}

TEST(Instant, RefusesWhatIsNoDateTimeWithOffset) {
  for (const char* text :
       {"", "2026-11-24", "2026-11-24T07:40:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-24T24:00:01Z",
        "2026-11-24 07:40:00Z", "2026-11-24T07:40:00+0100", "2026-11-24T25:00:00Z", "2026-11-24T07:60:00Z",
        "2026-11-24T07:40:00.Z", "2026-11-24T07:40:00+25:00", "2026-11-24T07:40:00Zx", " 2026-11-24T07:40:00Z",
        "2026-11-24T07:40Z", "20261124T074000Z", "+026-11-24T07:40:00Z"})
    EXPECT_FALSE(parse_date_time(text)) << text;
}

TEST(Instant, ReadsDatesAndLocalTimesWhereOldBadgesHaveThem) {
  EXPECT_EQ(parse_date_or_time("2026-11-24")->ms, 1795478400000);
  EXPECT_EQ(parse_date_or_time("2026-11-24T07:40:00")->ms, 1795506000000);
  EXPECT_EQ(parse_date_or_time("2026-11-24 07:40")->ms, 1795506000000);
  EXPECT_EQ(parse_date_or_time("2026-11-24T08:40:00+0100")->ms, 1795506000000);
  EXPECT_FALSE(parse_date_or_time("24/11/2026"));
}

TEST(Instant, WritesWhatItReads) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 5000; ++i) {
    const instant t{static_cast<std::int64_t>(random() % 253402300800000ULL)};  // years 1970 to 9999
    EXPECT_EQ(parse_date_time(to_text(t)), t);
  }
  EXPECT_EQ(to_text({1795506000250}), "2026-11-24T07:40:00.250Z");
  EXPECT_EQ(to_date({-1}), "1969-12-31");
  for (const char* beyond : {"9999-12-31T23:59:59-12:00", "0000-01-01T00:00:00+12:00"}) {
    const auto t = parse_date_time(beyond);
    ASSERT_TRUE(t) << beyond;
    EXPECT_EQ(parse_date_time(to_text(*t)), t) << to_text(*t);
  }
}

}  // namespace
}  // namespace activateur
