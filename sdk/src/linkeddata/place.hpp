// Where an algorithm is in a document, as a chain of steps on its stack; written only when there is an error.
#pragma once

#include <string>
#include <string_view>

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
    std::string out = above->pointer();
    out += '/';
    if (!is_member) return out += std::to_string(index);
    for (const char c : member) {
      if (c == '~') {
        out += "~0";
      } else if (c == '/') {
        out += "~1";
      } else {
        out += c;
      }
    }
    return out;
  }
};

}  // namespace activateur
