// Data compressed by zlib (RFC 1950), never held beyond a bound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace activateur {

enum class inflate_end : std::uint8_t { whole, damaged, too_big };

struct inflated_data {
  inflate_end end = inflate_end::damaged;
  std::string bytes;
  std::size_t left = 0;  // of the input, after the end of the compressed data
};

// Stops as soon as the bound is passed: what a bomb would become is never held.
inflated_data inflate_zlib(std::string_view deflated, std::size_t most);

}  // namespace activateur
