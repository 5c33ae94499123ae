// TLS as a client: whom to trust, and a stream whose peer proved its name.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "net/byte_stream.hpp"

struct ssl_ctx_st;

namespace activateur {

// TLS 1.2 or later, the system's certificates and those of `ca_file` (PEM) when one is named. Thread-safe.
class tls_client {
 public:
  // The system's certificates are only read when they are needed first: there are many.
  static result<tls_client> open(const std::string& ca_file);

  // Shakes hands as `host`: certificate chain, dates and name (or IP address) checked; nothing is sent before.
  [[nodiscard]] result<std::unique_ptr<byte_stream>> secure(std::unique_ptr<byte_stream> plain,
                                                            const std::string& host) const;

 private:
  struct trust {
    std::shared_ptr<ssl_ctx_st> context;
    std::once_flag complete;
  };
  std::shared_ptr<trust> trust_ = std::make_shared<trust>();
};

}  // namespace activateur
