// Binary-to-text encodings, read strictly.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace activateur {

using octets = std::vector<std::uint8_t>;
using octet_view = std::span<const std::uint8_t>;

inline octet_view as_octets(std::string_view s) { return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()}; }
inline std::string_view as_text(octet_view o) { return {reinterpret_cast<const char*>(o.data()), o.size()}; }

std::string to_hex(octet_view bytes);                   // lower case
std::optional<octets> from_hex(std::string_view text);  // either case

// RFC 4648 section 5, no padding, no white space, no non-zero trailing bits.
std::string to_base64url(octet_view bytes);
std::optional<octets> from_base64url(std::string_view text);

// RFC 4648 section 4, padding required.
std::string to_base64(octet_view bytes);
std::optional<octets> from_base64(std::string_view text);

// Bitcoin alphabet; at most 256 characters (it costs quadratic time).
std::string to_base58(octet_view bytes);
std::optional<octets> from_base58(std::string_view text);

// Multibase: `z` (base58btc) and `u` (base64url without padding).
std::optional<octets> from_multibase(std::string_view text);

}  // namespace activateur
