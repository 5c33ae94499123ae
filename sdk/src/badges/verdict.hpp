// The three answers a check can give.
#pragma once

#include <string_view>

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

}  // namespace activateur
