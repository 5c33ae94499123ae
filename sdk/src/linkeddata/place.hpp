// Where an algorithm is in a document, as a chain of steps on its stack; written only when there is an error.
#pragma once

#include <string>
#include <string_view>

#include "json/pointer_step.hpp"

namespace activateur {

struct place {
  const place* above = nullptr;
  std::string_view member;  // when the step is a member of an object
  std::size_t index = 0;    // when it is an element of an array
  bool is_member = false;

  [[nodiscard]] place at(std::string_view name) const { return {this, name, 0, true}; }
  [[nodiscard]] place at(std::size_t element) const { return {this, {}, element, false}; }

  // RFC 6901.
  [[nodiscard]] std::string pointer() const {
    if (above == nullptr) return {};
    return above->pointer() + (is_member ? pointer_step(member) : '/' + std::to_string(index));
  }
};

}  // namespace activateur
