// Extensions of Open Badges (1.1 and 2.0): objects of type "Extension" that an assertion, a badge class or a profile
// carries, with a context of their own.
#pragma once

#include "badges/inquiry.hpp"

namespace activateur {

inline constexpr std::size_t extensions_max = 32;  // looked at in one badge

struct extension {
  std::string name;                   // the member that holds it
  std::vector<std::string> types;     // without "Extension"
  std::vector<std::string> contexts;  // the addresses of its context, whose `validation` names JSON Schemas
  const json* value = nullptr;
};

// The extensions of one document, wherever they are in it; the documents they point to are not read.
std::vector<extension> extensions_of(const json& document);

// Adds `extensions` when the documents have some: each is held against the schema that its context names. One that
// breaks it makes the badge invalid; one whose schema is not at hand is noted.
void note_extensions(const inquiry& q, const std::vector<const json*>& documents);

}  // namespace activateur
