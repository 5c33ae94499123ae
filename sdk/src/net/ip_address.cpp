#include "net/ip_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>
#include <span>

namespace activateur {
namespace {

struct block {
  std::array<std::uint8_t, 16> first;
  unsigned bits;
  reach to;
};

constexpr auto own = reach::own;
constexpr auto nobody = reach::nobody;

constexpr block special_v4[] = {
    {{0}, 8, nobody},             // "this network" (RFC 791)
    {{10}, 8, own},               // RFC 1918
    {{100, 64}, 10, own},         // shared, behind carriers' NAT (RFC 6598)
    {{127}, 8, own},              // loopback
    {{169, 254}, 16, nobody},     // link-local (RFC 3927)
    {{172, 16}, 12, own},         // RFC 1918
    {{192, 0, 0}, 24, nobody},    // protocol assignments
    {{192, 0, 2}, 24, nobody},    // documentation
    {{192, 88, 99}, 24, nobody},  // 6to4 relays (RFC 7526)
    {{192, 168}, 16, own},        // RFC 1918
    {{198, 18}, 15, nobody},      // benchmarks
    {{198, 51, 100}, 24, nobody},
    {{203, 0, 113}, 24, nobody},  // documentation
    {{224}, 4, nobody},           // multicast
    {{240}, 4, nobody},           // reserved, and broadcast
};

// Inside 2000::/3, which is all that is given out; the rest of IPv6 is nobody's but for what reach_v6 names.
constexpr block special_v6[] = {
    {{0x20, 0x01}, 23, nobody},              // protocol assignments: Teredo, benchmarks, ORCHID ...
    {{0x20, 0x01, 0x0d, 0xb8}, 32, nobody},  // documentation
    {{0x3f, 0xff}, 20, nobody},              // documentation (RFC 9637)
};

bool inside(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> first, unsigned bits) {
  const std::size_t whole = bits / 8;
  if (!std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(whole), bytes.begin())) return false;
  const unsigned rest = bits % 8;
  return rest == 0 || (bytes[whole] >> (8U - rest)) == (first[whole] >> (8U - rest));
}

reach look_up(std::span<const std::uint8_t> bytes, std::span<const block> special) {
  for (const block& one : special)
    if (inside(bytes, one.first, one.bits)) return one.to;
  return reach::everybody;
}

reach reach_v6(const std::array<std::uint8_t, 16>& bytes) {
  const auto starts = [&](const std::array<std::uint8_t, 16>& first, unsigned bits) {
    return inside(bytes, first, bits);
  };
  const auto carried = [&](std::size_t at) { return look_up(std::span(bytes).subspan(at, 4), special_v4); };
  // Through a gateway of others: what is private here is somebody else's there.
  const auto translated = [&](std::size_t at) { return carried(at) == reach::everybody ? reach::everybody : nobody; };
  if (starts({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128)) return own;   // loopback
  if (starts({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96)) return carried(12);  // mapped
  if (starts({0xfc}, 7)) return own;                                               // unique local (RFC 4193)
  if (starts({0, 0x64, 0xff, 0x9b}, 96)) return translated(12);                    // NAT64 (RFC 6052)
  if (starts({0x20, 0x02}, 16)) return translated(2);                              // 6to4 (RFC 3056)
  if (!starts({0x20}, 3)) return nobody;
  return look_up(bytes, special_v6);
}

}  // namespace

std::optional<ip_address> read_ip_address(const std::string& text) {
  ip_address out;
  if (::inet_pton(AF_INET, text.c_str(), out.bytes.data()) == 1) return out;
  out.v6 = true;
  if (::inet_pton(AF_INET6, text.c_str(), out.bytes.data()) == 1) return out;
  return std::nullopt;
}

std::string to_text(const ip_address& address) {
  char text[INET6_ADDRSTRLEN] = {};
  ::inet_ntop(address.v6 ? AF_INET6 : AF_INET, address.bytes.data(), text, sizeof text);
  return text;
}

std::optional<ip_address> ip_address_of(const sockaddr& from) {
  ip_address out;
  if (from.sa_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&from);
    std::memcpy(out.bytes.data(), &v4->sin_addr, 4);
    return out;
  }
  if (from.sa_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&from);
    out.v6 = true;
    std::memcpy(out.bytes.data(), &v6->sin6_addr, 16);
    return out;
  }
  return std::nullopt;
}

reach reach_of(const ip_address& address) {
  return address.v6 ? reach_v6(address.bytes) : look_up(std::span(address.bytes).first(4), special_v4);
}

}  // namespace activateur
