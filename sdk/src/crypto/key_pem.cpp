#include <openssl/bio.h>
#include <openssl/pem.h>

#include <memory>

#include "crypto/key_state.hpp"

namespace activateur {

std::string public_key::pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
  if (!out || PEM_write_bio_PUBKEY(out.get(), state_->pkey.get()) != 1) return {};
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace activateur
