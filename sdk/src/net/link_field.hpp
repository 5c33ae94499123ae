// The field `Link` of an answer.
#pragma once

#include <string>
#include <string_view>

namespace activateur {

// The target of the first link with the relation "next" (RFC 8288 section 3), as it is written; empty: none, or a field
// that cannot be read.
std::string next_link(std::string_view field);

}  // namespace activateur
