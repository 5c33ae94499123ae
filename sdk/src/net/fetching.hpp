// What may be fetched, and one fetch with its redirects.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "net/address.hpp"
#include "net/connection.hpp"
#include "net/resolver.hpp"
#include "net/tls.hpp"

namespace activateur {

inline constexpr std::size_t url_bytes_max = 4096;

// Safe as it is. Bounds are meant to be lowered.
struct network_options {
  bool high_ports = false;              // https on ports from 1024 up, beside 443
  bool allow_http_for_trusted = false;  // http, on trusted_private_hosts only
  // "host" or "host:port" whose addresses may be the host's own (reach::own), on any port, and which may be single
  // names or IPv4 addresses. For tests and private networks.
  std::vector<std::string> trusted_private_hosts;
  std::string ca_file;  // PEM, trusted beside the system's certificates

  std::size_t body_bytes_max = 2U << 20U;
  std::size_t redirects_max = 3;
  std::size_t fetches_max = 64;  // each redirect counts
  std::size_t fetches_per_host_max = 32;
  deadline::duration connect_max{5'000};
  deadline::duration read_max{5'000};    // each wait
  deadline::duration whole_max{15'000};  // a fetch, its redirects included
  // A document fetched longer ago is fetched again; a failure is tried again. The default is how long a status list
  // may be kept when it does not say (Bitstring Status List 1.0, `ttl`).
  std::int64_t max_age_ms = 300'000;

  std::string accept =
      "application/ld+json, application/json;q=0.9, application/did+json;q=0.9, application/vc+jwt;q=0.9, */*;q=0.1";
  resolver resolve = resolve_by_system;
};

// What may be fetched under the options, before any name is looked up: the URL as it will be asked for.
result<web_address> may_fetch(std::string_view url, const network_options& options);
// Whether the options name this authority as one of the host's own.
bool is_trusted(const web_address& address, const network_options& options);
// The address that a redirect from `from` leads to (RFC 3986 section 5.2, without dot segments); may be refused.
std::string redirect_target(const web_address& from, std::string_view location);

struct fetched_document {
  int status = 0;
  std::string body;
  std::string url;                     // after redirects
  std::string next;                    // Link with the relation "next", absolute; or empty
  std::optional<std::uint64_t> total;  // X-Total-Count
};

// Thread-safe.
class fetcher {
 public:
  // `options` must outlive it. `allowed` is asked before each request, with its host.
  fetcher(const network_options& options, tls_client tls, std::function<result<void>(const std::string&)> allowed)
      : options_(options), tls_(std::move(tls)), allowed_(std::move(allowed)) {}

  // 200, 404 or 410; anything else is a failure.
  [[nodiscard]] result<fetched_document> fetch(std::string_view url) const;

 private:
  struct step {
    int status;
    std::string body, location, next;
    std::optional<std::uint64_t> total;
  };
  [[nodiscard]] result<step> ask(const web_address& what, const patience& bounds) const;
  [[nodiscard]] result<std::vector<ip_address>> addresses_of(const web_address& what, const patience& bounds) const;

  const network_options& options_;
  tls_client tls_;
  std::function<result<void>(const std::string&)> allowed_;
};

}  // namespace activateur
