// A TCP connection to an address that was examined, every wait bounded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/deadline.hpp"
#include "net/byte_stream.hpp"
#include "net/ip_address.hpp"

namespace activateur {

struct patience {
  deadline whole;  // everything, however slowly the peer drips
  deadline::duration connect;
  deadline::duration read;  // each wait for bytes
};

// The first address that accepts, of the first few. `host` is what sentences call the peer.
result<std::unique_ptr<byte_stream>> connect_to(const std::vector<ip_address>& addresses, std::uint16_t port,
                                                const patience& bounds, const std::string& host);

}  // namespace activateur
