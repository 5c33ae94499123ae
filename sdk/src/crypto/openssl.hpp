// Ownership of OpenSSL objects, and the few of them that the whole process shares.
#pragma once

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

namespace activateur {

template <auto Free>
struct openssl_free {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

using pkey_ptr = std::unique_ptr<EVP_PKEY, openssl_free<EVP_PKEY_free>>;
using pkey_ctx_ptr = std::unique_ptr<EVP_PKEY_CTX, openssl_free<EVP_PKEY_CTX_free>>;
using md_ctx_ptr = std::unique_ptr<EVP_MD_CTX, openssl_free<EVP_MD_CTX_free>>;
// Cleared as well as freed: half of the numbers here are secret.
using bignum_ptr = std::unique_ptr<BIGNUM, openssl_free<BN_clear_free>>;
using bn_ctx_ptr = std::unique_ptr<BN_CTX, openssl_free<BN_CTX_free>>;
using param_bld_ptr = std::unique_ptr<OSSL_PARAM_BLD, openssl_free<OSSL_PARAM_BLD_free>>;
using params_ptr = std::unique_ptr<OSSL_PARAM, openssl_free<OSSL_PARAM_free>>;

// Immutable digest methods, fetched once: an implicit fetch at each use takes a lock and costs as much as
// hashing a small document. Null only when the host's OpenSSL lacks the digest (MD5 under FIPS).
const EVP_MD* sha256_method();
const EVP_MD* sha384_method();
const EVP_MD* md5_method();

}  // namespace activateur
