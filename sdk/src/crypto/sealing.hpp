// Authenticated encryption with AES-256-GCM (NIST SP 800-38D), keys wrapped by keys, and keyed digests.
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "crypto/encoding.hpp"
#include "crypto/random.hpp"

namespace activateur {

// 32 secret bytes, cleansed when they go; never written to logs or errors.
class secret {
 public:
  static constexpr std::size_t size = 32;

  static result<secret> make(const random_source& random);
  static std::optional<secret> from(octet_view bytes);  // nothing unless there are 32
  // A key of its own for each label (HMAC-SHA-256 of the label): what one of them protects says nothing of the others.
  [[nodiscard]] secret derived(std::string_view label) const;
  [[nodiscard]] octet_view bytes() const { return bytes_; }

  secret(const secret& other) = default;
  secret& operator=(const secret& other) = default;
  ~secret();

 private:
  friend class key_opener;
  secret() = default;
  std::array<std::uint8_t, size> bytes_{};
};

// nonce (12 bytes, random) || ciphertext || tag (16 bytes). `beside` is authenticated, not kept: who opens gives it
// again, so that what was sealed for one place opens in no other. At most 2^32 texts a key (SP 800-38D section 8.3).
result<octets> seal(const secret& key, octet_view plain, std::string_view beside, const random_source& random);
// Nothing when the key, `beside` or any byte differs.
std::optional<octets> unseal(const secret& key, octet_view sealed, std::string_view beside);

// Opens keys that one key has sealed, its cipher made ready once: that is half of what opening a key takes. For any
// number of threads, which take turns.
class key_opener {
 public:
  explicit key_opener(const secret& wrapping);
  // As `unseal`; nothing either when what is sealed is no key.
  [[nodiscard]] std::optional<secret> open(octet_view wrapped, std::string_view beside) const;

 private:
  struct state;
  std::shared_ptr<state> state_;
};

// HMAC-SHA-256 (RFC 2104).
std::array<std::uint8_t, 32> keyed_digest(const secret& key, octet_view bytes);

}  // namespace activateur
