// XXH64, a fast 64-bit checksum (xxHash specification 0.1.1, section XXH64).
//
// It guards a compiled framework against damage, not against forgery: opening must stay a matter of a
// millisecond, which SHA-256 over 8 MB does not allow; and a forged file is only ever refused or read safely,
// because every offset and index in it is checked.
#pragma once

#include <cstdint>
#include <string_view>

namespace activateur {

std::uint64_t xxh64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace activateur
