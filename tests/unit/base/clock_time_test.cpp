#include "base/clock_time.hpp"

#include <gtest/gtest.h>

namespace activateur {
namespace {

std::string read_and_written(const char* text) {
  const auto t = parse_clock_time(text);
  return t ? to_text(*t) : "refused";
}

TEST(ClockTime, MidnightByItsOwnClockIsThatDay) {
  const auto t = parse_clock_time("2027-03-01T00:00:00+01:00");
  ASSERT_TRUE(t);
  EXPECT_EQ(to_date(t->shown()), "2027-03-01");
  EXPECT_EQ(t->at, *parse_date_or_time("2027-03-01"));
  EXPECT_EQ(to_text(*t), "2027-03-01");
}

TEST(ClockTime, KeepsTheMomentAndShowsTheHourOfItsPlace) {
  const auto evening = parse_clock_time("2027-03-01T20:00:00-04:00");
  ASSERT_TRUE(evening);
  EXPECT_EQ(to_text(evening->at), "2027-03-02T00:00:00Z");
  EXPECT_EQ(to_text(evening->shown()), "2027-03-01T20:00:00Z");
  const auto morning = parse_clock_time("2027-03-01T09:00:00+11:00");
  ASSERT_TRUE(morning);
  EXPECT_EQ(to_text(morning->at), "2027-02-28T22:00:00Z");
  EXPECT_EQ(to_date(morning->shown()), "2027-03-01");
}

TEST(ClockTime, IsWrittenAsItWasRead) {
  for (const char* text : {"2027-03-01", "2027-03-01T09:30:00Z", "2027-03-01T09:30:00+01:00",
                           "2027-03-01T20:00:00-04:00", "2027-03-01T20:00:00-03:30"})
    EXPECT_EQ(read_and_written(text), text);
  EXPECT_EQ(read_and_written("2027-03-01T09:30"), "2027-03-01T09:30:00Z");
  for (const char* text : {"", "soon", "2027-02-30", "2027-03-01T09:30:00+1", "2027-03-01+01:00"})
    EXPECT_EQ(read_and_written(text), "refused");
}

TEST(Day, IsThatOfTheCalendarWhateverTheHourAndTheOffset) {
  for (const char* text : {"2027-03-01", "2027-03-01T00:00:00+01:00", "2027-03-01T23:59:59-10:00"})
    EXPECT_EQ(parse_day(text), parse_date_or_time("2027-03-01")) << text;
  EXPECT_FALSE(parse_day("2027-03-01 or so"));
}

}  // namespace
}  // namespace activateur
