// Protection against typing errors in documents: a member nobody reads is refused, never skipped.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "json/fields.hpp"

namespace activateur {

// Refuses `value` when it is no object, or has a member that is neither in `known` nor "about" or "$schema".
void only_members(const fields& value, std::span<const std::string_view> known);
inline void only_members(const fields& value, std::initializer_list<std::string_view> known) {
  only_members(value, std::span(known.begin(), known.size()));
}

// Refuses a "schema" that is there and is not `expected`.
void only_schema(const fields& document, std::string_view expected);

}  // namespace activateur
