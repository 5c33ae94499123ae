// Bytes to and from one peer.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

class byte_stream {
 public:
  byte_stream() = default;
  byte_stream(const byte_stream&) = delete;
  byte_stream& operator=(const byte_stream&) = delete;
  virtual ~byte_stream() = default;

  // At least one byte; 0 at the peer's orderly end.
  virtual result<std::size_t> read(char* into, std::size_t room) = 0;
  virtual result<void> write(std::string_view bytes) = 0;
};

}  // namespace activateur
