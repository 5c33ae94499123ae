// Ids of what is stored: 128 bits that sort by the time they were made (RFC 9562 section 5.7, UUID version 7).
#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "crypto/random.hpp"

namespace activateur {

using store_id = std::array<std::uint8_t, 16>;

std::string to_text(const store_id& id);  // "0193a1b2-....": 36 characters, lower case
std::optional<store_id> read_store_id(std::string_view text);

// Ids of one source always rise, within a millisecond and when the clock goes back too (RFC 9562 section 6.2, method
// 2). Thread-safe.
class id_source {
 public:
  explicit id_source(random_source random) : random_(std::move(random)) {}
  // Nothing when there is no randomness.
  std::optional<store_id> next(instant now);

 private:
  random_source random_;
  std::mutex guard_;
  std::uint64_t last_ms_ = 0;
  std::uint64_t high_ = 0;  // 12 random bits
  std::uint64_t low_ = 0;   // 62 random bits
};

}  // namespace activateur
