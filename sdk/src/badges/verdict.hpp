// The three answers a check can give.
#pragma once

#include <string_view>

#include "base/result.hpp"

namespace activateur {

enum class verdict { valid, invalid, indeterminate };

constexpr std::string_view name(verdict v) {
  switch (v) {
    case verdict::valid: return "valid";
    case verdict::invalid: return "invalid";
    case verdict::indeterminate: break;
  }
  return "indeterminate";
}

// What cannot be judged here, for its size or for an algorithm that is not known, may be good elsewhere.
inline verdict verdict_of(const error& why) {
  return why.kind == failure::limit || why.kind == failure::unsupported ? verdict::indeterminate : verdict::invalid;
}

}  // namespace activateur
