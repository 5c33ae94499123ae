#include "crypto/hasher.hpp"

#include <stdexcept>

#include "crypto/openssl.hpp"

namespace activateur {
namespace {

void require(bool done) {
  if (!done) throw std::runtime_error("the OpenSSL of this host cannot compute SHA-2 digests");
}

}  // namespace

struct hasher::state {
  md_ctx_ptr context;
};

hasher::hasher(digest_method method)
    : state_(std::make_unique<state>()), size_(method == digest_method::sha256 ? 32 : 48) {
  const EVP_MD* fetched = method == digest_method::sha256 ? sha256_method() : sha384_method();
  state_->context.reset(EVP_MD_CTX_new());
  require(fetched != nullptr && state_->context && EVP_DigestInit_ex2(state_->context.get(), fetched, nullptr) == 1);
}

hasher::~hasher() = default;

void hasher::add(std::string_view text) {
  require(EVP_DigestUpdate(state_->context.get(), text.data(), text.size()) == 1);
}

digest_octets hasher::finish() {
  digest_octets out{};
  unsigned written = 0;
  require(EVP_DigestFinal_ex(state_->context.get(), out.data(), &written) == 1);
  // Without a method: the same one again, its context kept.
  require(EVP_DigestInit_ex2(state_->context.get(), nullptr, nullptr) == 1);
  return out;
}

}  // namespace activateur
