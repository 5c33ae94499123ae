// IP addresses, and which of them verification may talk to.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

struct sockaddr;

namespace activateur {

struct ip_address {
  bool v6 = false;
  std::array<std::uint8_t, 16> bytes{};  // network order; of IPv4, the first four

  bool operator==(const ip_address&) const = default;
};

// Strict: four decimal numbers without leading zeros, or RFC 4291 section 2.2 without zone.
std::optional<ip_address> read_ip_address(const std::string& text);
std::string to_text(const ip_address& address);
// Nothing for families other than IPv4 and IPv6.
std::optional<ip_address> ip_address_of(const sockaddr& from);

enum class reach : std::uint8_t {
  everybody,  // globally reachable unicast
  own,        // loopback, RFC 1918, shared (100.64/10), unique local: the host's own networks
  nobody,     // link-local (where clouds keep their secrets), multicast, broadcast, documentation, reserved ...
};

// RFC 6890 and the registries it made (IPv4 and IPv6 Special-Purpose Address Registry, IANA). An IPv6 address that
// carries an IPv4 one (mapped, NAT64, 6to4) reaches no further than that.
reach reach_of(const ip_address& address);

}  // namespace activateur
