// What a badge says, read as far as its fields go; nothing is judged here.
#pragma once

#include <algorithm>

#include "badges/credential.hpp"
#include "badges/documents.hpp"

namespace activateur {

// The version that a document declares; `unknown` when it is no Open Badge.
badge_version version_of(const json& document);

// The issuer's id: `issuer` may be a string or an object (Open Badges 3.0).
profile read_profile(const json& issuer);
achievement read_achievement(const json& what);

// A date up to Open Badges 1.1: ISO 8601, or the seconds since 1970 as ten digits at most, text or number.
std::optional<instant> read_old_date(const json& value);

// Of two dates the one that narrows, where a badge gives both (validUntil of the data model 2.0 beside expirationDate
// of 1.1): the later start, the earlier end.
inline std::optional<instant> later(std::optional<instant> a, std::optional<instant> b) { return std::max(a, b); }
inline std::optional<instant> earlier(std::optional<instant> a, std::optional<instant> b) {
  return a && b ? std::min(a, b) : std::max(a, b);
}

// The fields of an Open Badges 3.0 credential.
credential read_open_badge_3(const json& document);
// The fields of an assertion up to 2.0; `badge` and `issuer` are its documents, or null when they are not at hand.
credential read_assertion(const json& document, badge_version version, const json& badge, const json& issuer);

}  // namespace activateur
