// As much of HTTP/1.1 (RFC 9112) as one GET needs, read strictly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "net/address.hpp"
#include "net/byte_stream.hpp"

namespace activateur {

// Without cookies, credentials, ranges or compression; one request a connection.
std::string get_request(const web_address& what, std::string_view accept, std::string_view user_agent);

// One answer, read as it arrives.
class http_answer {
 public:
  // `host` is what sentences call the peer.
  http_answer(byte_stream& from, std::string host) : from_(from), host_(std::move(host)) {}

  // Status line and fields; to be called once, first.
  result<void> read_head();
  // The body, when it is at most `bytes_max` and came whole.
  result<std::string> read_body(std::size_t bytes_max);

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] const std::string& location() const { return location_; }
  // Of one page of a list: the target of its link "next", as it is written, and the whole list's length.
  [[nodiscard]] const std::string& next() const { return next_; }
  [[nodiscard]] std::optional<std::uint64_t> total() const { return total_; }

 private:
  result<std::string> line();
  result<void> status_line();
  result<void> fields();
  result<void> field(std::string_view name, std::string_view value);
  result<std::string> exactly(std::size_t size);
  result<void> chunks(std::string& body, std::size_t bytes_max);
  result<bool> more();  // false at the orderly end
  [[nodiscard]] error broken(const std::string& what) const;
  [[nodiscard]] error too_big(std::size_t bytes_max) const;

  byte_stream& from_;
  std::string host_;
  std::string ahead_;  // read, not used yet
  std::size_t head_bytes_ = 0;
  int status_ = 0;
  std::string location_, next_;
  std::optional<std::uint64_t> total_;
  std::string length_;  // Content-Length, digits; empty: none
  bool chunked_ = false;
  bool encoded_ = false;
};

}  // namespace activateur
