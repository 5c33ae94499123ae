// Message digests.
#pragma once

#include <array>
#include <string>

#include "crypto/encoding.hpp"

namespace activateur {

std::array<std::uint8_t, 32> sha256(octet_view bytes);
std::array<std::uint8_t, 48> sha384(octet_view bytes);
std::string sha256_hex(std::string_view bytes);
// md5 exists for the recipients of Open Badges up to 2.0 alone (`md5$...`).
std::string md5_hex(std::string_view bytes);

}  // namespace activateur
