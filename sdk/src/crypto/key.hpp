// Public and private keys, and signatures with the algorithms Activateur accepts.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "crypto/encoding.hpp"
#include "json/json.hpp"

namespace activateur {

enum class key_type { ed25519, p256, p384, rsa };

// Signature algorithms by their JOSE names (RFC 7518, RFC 8037). ECDSA signatures are raw r||s.
enum class signature_algorithm { eddsa, es256, es384, rs256, ps256 };
std::string_view jose_name(signature_algorithm a);
std::optional<signature_algorithm> algorithm_from_jose(std::string_view name);

// An immutable public key. Reading refuses: RSA outside limits::rsa_bits_*, RSA exponents even or below 3,
// points not on their curve, Ed25519 keys that are non-canonical or of low order, JWKs that carry private
// members or contradict themselves (RFC 7517, RFC 8725 section 3.10). Thread-safe.
class public_key {
 public:
  static result<public_key> from_jwk(const json& jwk);
  static result<public_key> from_multikey(std::string_view multibase);  // did:key and Multikey
  static result<public_key> from_pem(std::string_view pem);             // SubjectPublicKeyInfo
  static result<public_key> from_ed25519(octet_view raw);               // 32 bytes

  [[nodiscard]] key_type type() const;
  [[nodiscard]] json jwk() const;                // public members only
  [[nodiscard]] std::string multikey() const;    // "z..."; empty for RSA
  [[nodiscard]] std::string pem() const;         // SubjectPublicKeyInfo, as OB 2.0 publicKeyPem
  [[nodiscard]] std::string thumbprint() const;  // RFC 7638, SHA-256, base64url
  // True when `a` may be used with this type of key (the key fixes the algorithm, RFC 8725 section 3.1).
  [[nodiscard]] bool fits(signature_algorithm a) const;
  // False for a wrong signature, a malformed one, or an algorithm that does not fit.
  [[nodiscard]] bool verify(signature_algorithm a, octet_view signed_bytes, octet_view signature) const;

  struct state;
  explicit public_key(std::shared_ptr<const state> s) : state_(std::move(s)) {}

 private:
  std::shared_ptr<const state> state_;
};

// A private key; its memory is cleansed when the last copy goes. Never written to logs or errors.
class private_key {
 public:
  static result<private_key> generate(key_type type);  // RSA: 3072 bits
  static result<private_key> from_jwk(const json& jwk);

  [[nodiscard]] json jwk() const;  // with private members: for the owner's key file alone
  [[nodiscard]] public_key public_part() const;
  [[nodiscard]] result<octets> sign(signature_algorithm a, octet_view bytes) const;

  struct state;
  explicit private_key(std::shared_ptr<const state> s) : state_(std::move(s)) {}

 private:
  std::shared_ptr<const state> state_;
};

}  // namespace activateur
