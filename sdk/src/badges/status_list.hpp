// The compressed bits of a status list (Bitstring Status List 1.0 section 3.2; StatusList2021 section 3.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace activateur {

// What a list may inflate to: 2^26 entries of one bit.
inline constexpr std::size_t status_list_bytes_max = 8U << 20U;
// A shorter list would tell too much about the persons in it (section 3.2: 16 KB).
inline constexpr std::size_t status_list_bits_min = 131'072;
// Values wider than this have no use here.
inline constexpr std::uint64_t status_size_max = 32;

// GZIP of the bits as base64url, with the multibase prefix `u` or, in StatusList2021, without it. Nothing when it is
// malformed or inflates beyond the bound.
std::optional<std::string> read_status_bits(std::string_view encoded);

// The value at an index; the first bit is the left-most one of the first byte. Nothing beyond the end.
std::optional<std::uint64_t> status_at(std::string_view bits, std::uint64_t index, std::uint64_t size);

}  // namespace activateur
