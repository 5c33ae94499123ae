// What keys are made of, and the checks every way of reading them goes through. Private to crypto/.
#pragma once

#include <openssl/crypto.h>

#include <mutex>
#include <optional>

#include "base/result.hpp"
#include "crypto/key.hpp"
#include "crypto/openssl.hpp"

namespace activateur {

// Parsed once, then only read: OpenSSL allows any number of threads to verify with one EVP_PKEY.
struct public_key::state {
  key_type type{};
  pkey_ptr pkey;
  octets first;                             // Ed25519: the 32 bytes; EC: x; RSA: n. Big-endian for EC and RSA.
  octets second;                            // EC: y; RSA: e
  std::optional<signature_algorithm> only;  // the JWK said so (`alg`)

  // Written once, by the first who asks.
  struct lazy_text {
    std::once_flag once;
    std::string text;
  };
  std::unique_ptr<lazy_text> thumbprint = std::make_unique<lazy_text>();
};

// The OpenSSL object frees and clears its own secrets; no other copy of them is kept.
struct private_key::state {
  pkey_ptr pkey;
  public_key open;
};

// Bytes that are cleared when they go.
class secret_octets {
 public:
  secret_octets() = default;
  explicit secret_octets(octets bytes) : bytes_(std::move(bytes)) {}
  explicit secret_octets(std::size_t size) : bytes_(size) {}
  secret_octets(secret_octets&& other) noexcept : bytes_(std::move(other.bytes_)) { other.bytes_.clear(); }
  secret_octets& operator=(secret_octets&&) = delete;
  secret_octets(const secret_octets&) = delete;
  secret_octets& operator=(const secret_octets&) = delete;
  ~secret_octets() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }
  [[nodiscard]] octets& get() { return bytes_; }
  [[nodiscard]] const octets& get() const { return bytes_; }

 private:
  octets bytes_;
};

using algorithm_limit = std::optional<signature_algorithm>;

result<public_key> ed25519_from_raw(octet_view raw, algorithm_limit only);
// `point` in the compressed or uncompressed form of SEC 1 section 2.3.3.
result<public_key> ec_from_point(key_type curve, octet_view point, algorithm_limit only);
result<public_key> rsa_from_numbers(octet_view n, octet_view e, algorithm_limit only);

// Nothing, or why verifying with this key would prove nothing.
std::optional<error> refusal_of_ed25519(octet_view raw);
std::optional<error> refusal_of_rsa(const BIGNUM* n, const BIGNUM* e);

// Members that both kinds of JWK share: `use`, `key_ops`, `alg`, `kty` (RFC 7517 section 4).
struct jwk_outline {
  key_type type{};
  algorithm_limit only;
};
result<jwk_outline> read_jwk_outline(const json& jwk, const char* operation);
// One base64url member, of `size` bytes unless 0.
result<octets> jwk_octets(const json& jwk, const char* name, std::size_t size);
// One base64url unsigned integer without leading zero bytes (RFC 7518 section 2, Base64urlUInt).
result<octets> jwk_number(const json& jwk, const char* name);
// The first member that only a private or symmetric key has; empty when there is none.
std::string private_member(const json& jwk);

std::size_t coordinate_size(key_type curve);  // bytes of x, y, d, r and s
const char* group_name(key_type curve);       // as OpenSSL calls it
bool type_allows(key_type type, signature_algorithm a);
octets number_octets(const BIGNUM* number, std::size_t size = 0);  // big-endian, padded to `size`
error engine_failure(const char* operation);

}  // namespace activateur
