#include "crypto/sealing.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <limits>
#include <mutex>
#include <span>
#include <stdexcept>

#include "crypto/messages.hpp"
#include "crypto/openssl.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

using cipher_ctx_ptr = std::unique_ptr<EVP_CIPHER_CTX, openssl_free<EVP_CIPHER_CTX_free>>;

// Never freed, as the digest methods.
const EVP_CIPHER* aes_256_gcm() {
  static const EVP_CIPHER* const method = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return method;
}

using mac_ctx_ptr = std::unique_ptr<EVP_MAC_CTX, openssl_free<EVP_MAC_CTX_free>>;

// Made once, without a key, and copied at each use: finding the method takes longer than the digest.
EVP_MAC_CTX* hmac_sha256() {
  static EVP_MAC_CTX* const made = []() -> EVP_MAC_CTX* {
    EVP_MAC* method = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX* context = method == nullptr ? nullptr : EVP_MAC_CTX_new(method);
    EVP_MAC_free(method);
    char digest[] = "SHA2-256";
    const OSSL_PARAM with[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                               OSSL_PARAM_construct_end()};
    return context != nullptr && EVP_MAC_CTX_set_params(context, with) == 1 ? context : nullptr;
  }();
  return made;
}

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool fits_int(std::size_t size) { return size <= static_cast<std::size_t>(std::numeric_limits<int>::max()); }

// `sealed` is at least a nonce and a tag; `out` has the size of what is between.
bool unseal_into(EVP_CIPHER_CTX* context, const EVP_CIPHER* method, const unsigned char* key, octet_view sealed,
                 std::string_view beside, std::span<std::uint8_t> out) {
  if (!fits_int(sealed.size()) || !fits_int(beside.size())) return false;
  const octet_view text = sealed.subspan(nonce_bytes, out.size());
  std::array<std::uint8_t, tag_bytes> tag{};
  std::copy(sealed.end() - tag_bytes, sealed.end(), tag.begin());
  int written = 0;
  if (EVP_DecryptInit_ex2(context, method, key, sealed.data(), nullptr) == 1 &&
      EVP_DecryptUpdate(context, nullptr, &written, raw(beside), static_cast<int>(beside.size())) == 1 &&
      (text.empty() ||
       EVP_DecryptUpdate(context, out.data(), &written, text.data(), static_cast<int>(text.size())) == 1) &&
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tag_bytes, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(context, out.data() + out.size(), &written) == 1)
    return true;
  OPENSSL_cleanse(out.data(), out.size());  // not authentic: nobody may see it
  return false;
}

}  // namespace

secret::~secret() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

result<secret> secret::make(const random_source& random) {
  secret out;
  if (!random(out.bytes_)) return fail(failure::io, no_randomness);
  return out;
}

std::optional<secret> secret::from(octet_view bytes) {
  if (bytes.size() != size) return std::nullopt;
  secret out;
  std::copy(bytes.begin(), bytes.end(), out.bytes_.begin());
  return out;
}

secret secret::derived(std::string_view label) const {
  secret out;
  out.bytes_ = keyed_digest(*this, as_octets(label));
  return out;
}

std::array<std::uint8_t, 32> keyed_digest(const secret& key, octet_view bytes) {
  std::array<std::uint8_t, 32> out{};
  std::size_t written = 0;
  const mac_ctx_ptr context(hmac_sha256() == nullptr ? nullptr : EVP_MAC_CTX_dup(hmac_sha256()));
  // Only an OpenSSL without SHA-2, or without memory, comes here.
  if (!context || EVP_MAC_init(context.get(), key.bytes().data(), secret::size, nullptr) != 1 ||
      EVP_MAC_update(context.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_MAC_final(context.get(), out.data(), &written, out.size()) != 1)
    throw std::runtime_error("the OpenSSL of this host cannot compute HMAC-SHA-256");
  return out;
}

result<octets> seal(const secret& key, octet_view plain, std::string_view beside, const random_source& random) {
  octets out(nonce_bytes + plain.size() + tag_bytes);
  if (!random({out.data(), nonce_bytes})) return fail(failure::io, no_randomness);
  if (!fits_int(plain.size()) || !fits_int(beside.size())) return fail(failure::limit, too_large_to_seal);
  const cipher_ctx_ptr context(EVP_CIPHER_CTX_new());
  int written = 0;
  unsigned char* text = out.data() + nonce_bytes;
  const bool done =
      context && EVP_EncryptInit_ex2(context.get(), aes_256_gcm(), key.bytes().data(), out.data(), nullptr) == 1 &&
      EVP_EncryptUpdate(context.get(), nullptr, &written, raw(beside), static_cast<int>(beside.size())) == 1 &&
      (plain.empty() ||
       EVP_EncryptUpdate(context.get(), text, &written, plain.data(), static_cast<int>(plain.size())) == 1) &&
      EVP_EncryptFinal_ex(context.get(), text + plain.size(), &written) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tag_bytes, text + plain.size()) == 1;
  if (!done) return fail(failure::internal, key_engine, {"AES-256-GCM"});
  return out;
}

std::optional<octets> unseal(const secret& key, octet_view sealed, std::string_view beside) {
  const cipher_ctx_ptr context(EVP_CIPHER_CTX_new());
  if (!context || sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
  octets out(sealed.size() - nonce_bytes - tag_bytes);
  if (!unseal_into(context.get(), aes_256_gcm(), key.bytes().data(), sealed, beside, out)) return std::nullopt;
  return out;
}

struct key_opener::state {
  cipher_ctx_ptr context{EVP_CIPHER_CTX_new()};
  std::mutex guard;
};

key_opener::key_opener(const secret& wrapping) : state_(std::make_shared<state>()) {
  EVP_CIPHER_CTX* context = state_->context.get();
  if (context != nullptr && EVP_DecryptInit_ex2(context, aes_256_gcm(), wrapping.bytes().data(), nullptr, nullptr) != 1)
    state_->context.reset();
}

std::optional<secret> key_opener::open(octet_view wrapped, std::string_view beside) const {
  secret out;
  if (wrapped.size() != nonce_bytes + secret::size + tag_bytes) return std::nullopt;
  const std::lock_guard lock(state_->guard);
  // Neither method nor key: those it has.
  if (state_->context == nullptr || !unseal_into(state_->context.get(), nullptr, nullptr, wrapped, beside, out.bytes_))
    return std::nullopt;
  return out;
}

}  // namespace activateur
