// JSON Pointer (RFC 6901).
#pragma once

#include <string>
#include <string_view>

namespace activateur {

// "/" and the name, escaped (section 3).
inline std::string pointer_step(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

}  // namespace activateur
