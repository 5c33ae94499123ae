// Parts that sum exactly to their whole.
#pragma once

#include <cstdint>

namespace activateur {

// A part is cut down to a multiple of 2^-40, so that shares of 1 never sum to more. Sums of such parts below 2^12 need
// no more than the 53 bits of a double: they are exact, in any order and in any language that reads them from a
// document.
inline double exact_part(double x) {
  constexpr double steps = 1099511627776.0;  // 2^40
  return static_cast<double>(static_cast<std::int64_t>(x * steps)) / steps;
}

// Whether a sum of parts reaches a threshold: what was cut off is forgiven.
inline bool reaches(double sum, double threshold) { return sum >= threshold - 1e-9; }

}  // namespace activateur
