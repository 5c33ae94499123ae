// TLS as a client: whom to trust, and a stream whose peer proved its name.
#pragma once

#include <memory>
#include <string>

#include "net/byte_stream.hpp"

struct ssl_ctx_st;

namespace activateur {

// TLS 1.2 or later, the system's certificates and those of `ca_file` (PEM) when one is named. Immutable, thread-safe.
class tls_client {
 public:
  static result<tls_client> open(const std::string& ca_file);

  // Shakes hands as `host`: certificate chain, dates and name (or IP address) checked; nothing is sent before.
  [[nodiscard]] result<std::unique_ptr<byte_stream>> secure(std::unique_ptr<byte_stream> plain,
                                                            const std::string& host) const;

 private:
  explicit tls_client(std::shared_ptr<ssl_ctx_st> context) : context_(std::move(context)) {}
  std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace activateur
