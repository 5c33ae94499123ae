// Parts that sum exactly to their whole.
#pragma once

#include <cstdint>

namespace activateur {

// A part is rounded to a multiple of 2^-40. Sums of such parts below 2^12 need no more than the 53 bits of a double:
// they are exact, in any order and in any language that reads them from a document.
inline double exact_part(double x) {
  constexpr double steps = 1099511627776.0;  // 2^40
  return static_cast<double>(static_cast<std::int64_t>(x * steps + (x < 0 ? -0.5 : 0.5))) / steps;
}

}  // namespace activateur
