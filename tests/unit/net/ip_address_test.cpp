#include "net/ip_address.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include <random>

namespace activateur {
namespace {

char reach_letter(const std::string& text) {
  const auto read = read_ip_address(text);
  if (!read) return '?';
  switch (reach_of(*read)) {
    case reach::everybody: return 'e';
    case reach::own: return 'o';
    default: return 'n';
  }
}

// Each range of RFC 6890 and its successors: first, last, and the neighbours outside.
TEST(IpAddress, ReachesOfIPv4AreThoseOfTheRegistry) {
  struct row {
    const char *before, *first, *last, *after;
    char inside;
    std::string outside = "ee";
  };
  const row rows[] = {{"", "0.0.0.0", "0.255.255.255", "1.0.0.0", 'n'},
                      {"9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0", 'o'},
                      {"100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0", 'o'},
                      {"126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0", 'o'},
                      {"169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0", 'n'},
                      {"172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0", 'o'},
                      {"191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0", 'n'},
                      {"192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0", 'n'},
                      {"192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0", 'n'},
                      {"192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0", 'o'},
                      {"198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0", 'n'},
                      {"198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0", 'n'},
                      {"203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0", 'n'},
                      {"223.255.255.255", "224.0.0.0", "239.255.255.255", "240.0.0.0", 'n', "en"},
                      {"239.255.255.255", "240.0.0.0", "255.255.255.255", "", 'n', "n"}};
  for (const row& one : rows) {
    EXPECT_EQ(reach_letter(one.first), one.inside) << one.first;
    EXPECT_EQ(reach_letter(one.last), one.inside) << one.last;
    if (*one.before != '\0') {
      EXPECT_EQ(reach_letter(one.before), one.outside.front()) << one.before;
    }
    if (*one.after != '\0') {
      EXPECT_EQ(reach_letter(one.after), one.outside.back()) << one.after;
    }
  }
}

TEST(IpAddress, ReachesOfIPv6AreThoseOfTheRegistry) {
  const std::pair<const char*, char> rows[] = {{"::", 'n'},
                                               {"::1", 'o'},
                                               {"::2", 'n'},
                                               {"::8.8.8.8", 'n'},  // IPv4-compatible: deprecated
                                               {"::ffff:8.8.8.8", 'e'},
                                               {"::ffff:127.0.0.1", 'o'},
                                               {"::ffff:10.0.0.1", 'o'},
                                               {"::ffff:169.254.169.254", 'n'},
                                               {"::ffff:0:8.8.8.8", 'n'},
                                               {"64:ff9b::8.8.8.8", 'e'},
                                               {"64:ff9b::127.0.0.1", 'n'},
                                               {"64:ff9b::10.0.0.1", 'n'},
                                               {"64:ff9b::169.254.169.254", 'n'},
                                               {"64:ff9b:1::8.8.8.8", 'n'},
                                               {"100::", 'n'},
                                               {"100::ffff:ffff:ffff:ffff", 'n'},
                                               {"100:0:0:1::", 'n'},
                                               {"1fff:ffff::", 'n'},
                                               {"2000::", 'e'},
                                               {"2000:ffff::", 'e'},
                                               {"2001::1", 'n'},  // Teredo
                                               {"2001:1::1", 'n'},
                                               {"2001:2::", 'n'},
                                               {"2001:10::", 'n'},
                                               {"2001:20::", 'n'},
                                               {"2001:1ff:ffff::", 'n'},
                                               {"2001:200::", 'e'},
                                               {"2001:db7:ffff::", 'e'},
                                               {"2001:db8::", 'n'},
                                               {"2001:db8:ffff:ffff::", 'n'},
                                               {"2001:db9::", 'e'},
                                               {"2002:808:808::1", 'e'},
                                               {"2002:7f00:1::", 'n'},
                                               {"2002:a00:1::", 'n'},
                                               {"2002:c0a8:1::", 'n'},
                                               {"2002:a9fe:a9fe::", 'n'},
                                               {"2003::", 'e'},
                                               {"2606:2800::1", 'e'},
                                               {"3ffe:ffff::", 'e'},
                                               {"3fff::", 'n'},
                                               {"3fff:fff:ffff::", 'n'},
                                               {"3fff:1000::", 'e'},
                                               {"4000::", 'n'},
                                               {"5f00::", 'n'},
                                               {"fbff::", 'n'},
                                               {"fc00::", 'o'},
                                               {"fdff:ffff::", 'o'},
                                               {"fe00::", 'n'},
                                               {"fe80::1", 'n'},
                                               {"febf:ffff::", 'n'},
                                               {"fec0::1", 'n'},
                                               {"ff00::", 'n'},
                                               {"ff02::1", 'n'}};
  for (const auto& [text, letter] : rows) EXPECT_EQ(reach_letter(text), letter) << text;
}

TEST(IpAddress, ReadsOnlyTheStrictForms) {
  for (const char* text : {"127.1", "0x7f.0.0.1", "0x7f000001", "2130706433", "0177.0.0.1", "127.0.0.01", "127.0.0.1.",
                           "127.0.0.256", "127.0.0", "", " 127.0.0.1", "127.0.0.1 ", "::1%lo", "[::1]",
                           ":::", "1::2::3", "12345::", "::ffff:127.1", "::1/128"})
    EXPECT_EQ(reach_letter(text), '?') << text;
  EXPECT_EQ(to_text(*read_ip_address("2001:DB8:0:0:0:0:0:1")), "2001:db8::1");
  EXPECT_EQ(to_text(*read_ip_address("192.0.2.1")), "192.0.2.1");
}

// A public IPv4 address stays as far as it is inside IPv6, and a private one never becomes public.
TEST(IpAddress, AnAddressCarriedByAnotherReachesNoFurther) {
  std::mt19937 random(20261124);
  for (int i = 0; i < 20'000; ++i) {
    const auto number = static_cast<std::uint32_t>(random());
    ip_address v4;
    for (std::size_t at = 0; at < 4; ++at) v4.bytes[at] = static_cast<std::uint8_t>(number >> (24 - 8 * at));
    const std::string text = to_text(v4);
    const bool open = reach_of(v4) == reach::everybody;
    ASSERT_EQ(reach_of(*read_ip_address("::ffff:" + text)), reach_of(v4)) << text;
    ASSERT_EQ(reach_of(*read_ip_address("64:ff9b::" + text)) == reach::everybody, open) << text;
    ip_address carried{true, {0x20, 0x02, v4.bytes[0], v4.bytes[1], v4.bytes[2], v4.bytes[3]}};
    ASSERT_EQ(reach_of(carried) == reach::everybody, open) << text;
  }
}

}  // namespace
}  // namespace activateur
