// JSON in its one canonical form: the JSON Canonicalization Scheme (JCS, RFC 8785).
#pragma once

#include <string>
#include <string_view>

#include "json/json.hpp"

namespace activateur {

// The document as RFC 8785 section 3.2 serialises it: no white space, members sorted by the UTF-16 code units of their
// names, numbers as ECMAScript writes them. Integers go through an IEEE 754 double, as I-JSON reads them: beyond 2^53
// they may change. Never fails: what read_json cannot give (NaN, infinities, binary) is written null.
// Recurses as deep as the value; the depth bound of read_json bounds it.
std::string canonical_json(const json& value);

// Number::toString of ECMAScript (RFC 8785 section 3.2.2.3), appended to `out`; `value` must be finite.
void write_ecmascript_number(double value, std::string& out);

// True when `a` comes before `b` by UTF-16 code units (RFC 8785 section 3.2.3); both are valid UTF-8.
bool before_in_utf16(std::string_view a, std::string_view b);

}  // namespace activateur
