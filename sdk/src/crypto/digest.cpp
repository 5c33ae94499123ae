#include "crypto/digest.hpp"

#include <stdexcept>

#include "crypto/openssl.hpp"

namespace activateur {
namespace {

template <std::size_t Size>
std::array<std::uint8_t, Size> digest(const EVP_MD* method, octet_view bytes) {
  std::array<std::uint8_t, Size> out{};
  unsigned written = 0;
  // Only an OpenSSL without SHA-2, or without memory, comes here: nothing can be verified then.
  if (method == nullptr || EVP_Digest(bytes.data(), bytes.size(), out.data(), &written, method, nullptr) != 1)
    throw std::runtime_error("the OpenSSL of this host cannot compute SHA-2 digests");
  return out;
}

}  // namespace

// Never freed: OpenSSL's own exit handler may run before ours, and the methods live as long as the process.
const EVP_MD* sha256_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  return method;
}

const EVP_MD* sha384_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA2-384", nullptr);
  return method;
}

const EVP_MD* md5_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "MD5", nullptr);
  return method;
}

std::array<std::uint8_t, 32> sha256(octet_view bytes) { return digest<32>(sha256_method(), bytes); }

std::array<std::uint8_t, 48> sha384(octet_view bytes) { return digest<48>(sha384_method(), bytes); }

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(as_octets(bytes))); }

std::string md5_hex(std::string_view bytes) {
  std::array<std::uint8_t, 16> out{};
  unsigned written = 0;
  // Under FIPS there is no MD5: the empty text equals no digest.
  if (md5_method() == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), out.data(), &written, md5_method(), nullptr) != 1)
    return {};
  return to_hex(out);
}

}  // namespace activateur
