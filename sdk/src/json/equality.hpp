// JSON values compared by what they say, exactly: 1 is 1.0, and integers beyond 2^53 are not rounded.
#pragma once

#include <compare>
#include <cstdint>

#include "json/json.hpp"

namespace activateur {

// Both are numbers, and finite.
std::strong_ordering compare_numbers(const json& a, const json& b);

// A whole number, however written.
bool is_integral(const json& number);

// `number` is a whole multiple of `divisor` (> 0), in the decimals that are written: 0.3 is a multiple of 0.1.
bool is_multiple(const json& number, const json& divisor);

// Some total order of all values in which equal ones, and only those, are equal. Takes about as many units from
// `work` as it reads values (or 64 bytes of text); below 0 the answer means nothing.
std::strong_ordering compare_values(const json& a, const json& b, std::int64_t& work);

}  // namespace activateur
