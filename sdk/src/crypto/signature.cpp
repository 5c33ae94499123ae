// Making and verifying signatures.
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

#include "crypto/digest.hpp"
#include "crypto/key_state.hpp"
#include "crypto/messages.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;
using ecdsa_sig_ptr = std::unique_ptr<ECDSA_SIG, openssl_free<ECDSA_SIG_free>>;

// Orders of the groups (SEC 2), big-endian.
constexpr std::array<std::uint8_t, 32> p256_order = {0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF,
                                                     0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17,
                                                     0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51};
constexpr std::array<std::uint8_t, 48> p384_order = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC7, 0x63, 0x4D, 0x81, 0xF4, 0x37, 0x2D, 0xDF,
    0x58, 0x1A, 0x0D, 0xB2, 0x48, 0xB0, 0xA7, 0x7A, 0xEC, 0xEC, 0x19, 0x6A, 0xCC, 0xC5, 0x29, 0x73};

octet_view order_of(key_type curve) {
  return curve == key_type::p384 ? octet_view(p384_order) : octet_view(p256_order);
}

// FIPS 186-5 section 6.4.2 step 1; forgetting it made every signature of zeros valid elsewhere (CVE-2022-21449).
bool within_order(octet_view number, key_type curve) {
  const octet_view order = order_of(curve);
  return std::any_of(number.begin(), number.end(), [](std::uint8_t b) { return b != 0; }) &&
         std::lexicographical_compare(number.begin(), number.end(), order.begin(), order.end());
}

// The digest to sign, by algorithm (RFC 7518 section 3).
struct prehash {
  const EVP_MD* method;
  std::array<std::uint8_t, 48> bytes;
  std::size_t size;
};
prehash prehash_of(signature_algorithm a, octet_view message) {
  prehash out{};
  if (a == signature_algorithm::es384) {
    out.method = sha384_method();
    out.bytes = sha384(message);
    out.size = 48;
  } else {
    const auto digest = sha256(message);
    out.method = sha256_method();
    std::copy(digest.begin(), digest.end(), out.bytes.begin());
    out.size = digest.size();
  }
  return out;
}

// PS256: a salt as long as the digest, MGF1 with the same hash (RFC 7518 section 3.5).
bool set_padding(EVP_PKEY_CTX* context, signature_algorithm a, const EVP_MD* method) {
  if (a != signature_algorithm::rs256 && a != signature_algorithm::ps256) return true;
  const int padding = a == signature_algorithm::rs256 ? RSA_PKCS1_PADDING : RSA_PKCS1_PSS_PADDING;
  if (EVP_PKEY_CTX_set_rsa_padding(context, padding) != 1 || EVP_PKEY_CTX_set_signature_md(context, method) != 1)
    return false;
  return a == signature_algorithm::rs256 || (EVP_PKEY_CTX_set_rsa_mgf1_md(context, method) == 1 &&
                                             EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1);
}

// r||s to the DER that OpenSSL reads; empty when out of range.
octets der_of_raw(octet_view raw, key_type curve) {
  const std::size_t size = coordinate_size(curve);
  if (raw.size() != 2 * size || !within_order(raw.first(size), curve) || !within_order(raw.subspan(size), curve))
    return {};
  const ecdsa_sig_ptr pair(ECDSA_SIG_new());
  bignum_ptr r(BN_bin2bn(raw.data(), static_cast<int>(size), nullptr));
  bignum_ptr s(BN_bin2bn(raw.data() + size, static_cast<int>(size), nullptr));
  if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
  (void)r.release();
  (void)s.release();
  octets der(static_cast<std::size_t>(std::max(0, i2d_ECDSA_SIG(pair.get(), nullptr))));
  unsigned char* out = der.data();
  if (!der.empty()) i2d_ECDSA_SIG(pair.get(), &out);
  return der;
}

octets raw_of_der(octet_view der, key_type curve) {
  const unsigned char* at = der.data();
  const ecdsa_sig_ptr pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  const int size = static_cast<int>(coordinate_size(curve));
  octets raw(2 * coordinate_size(curve));
  if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), raw.data(), size) != size ||
      BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), raw.data() + size, size) != size)
    return {};
  return raw;
}

}  // namespace

std::string_view jose_name(signature_algorithm a) {
  switch (a) {
    case signature_algorithm::eddsa: return "EdDSA";
    case signature_algorithm::es256: return "ES256";
    case signature_algorithm::es384: return "ES384";
    case signature_algorithm::rs256: return "RS256";
    case signature_algorithm::ps256: break;
  }
  return "PS256";
}

std::optional<signature_algorithm> algorithm_from_jose(std::string_view name) {
  for (const auto a : {signature_algorithm::eddsa, signature_algorithm::es256, signature_algorithm::es384,
                       signature_algorithm::rs256, signature_algorithm::ps256})
    if (name == jose_name(a)) return a;
  // RFC 9864 deprecates the name EdDSA for this one; with Ed25519 keys they are one algorithm.
  if (name == "Ed25519") return signature_algorithm::eddsa;
  return std::nullopt;
}

bool type_allows(key_type type, signature_algorithm a) {
  switch (type) {
    case key_type::ed25519: return a == signature_algorithm::eddsa;
    case key_type::p256: return a == signature_algorithm::es256;
    case key_type::p384: return a == signature_algorithm::es384;
    case key_type::rsa: break;
  }
  return a == signature_algorithm::rs256 || a == signature_algorithm::ps256;
}

bool public_key::fits(signature_algorithm a) const {
  return type_allows(state_->type, a) && (!state_->only || *state_->only == a);
}

bool public_key::verify(signature_algorithm a, octet_view signed_bytes, octet_view signature) const {
  if (!fits(a)) return false;
  bool good = false;
  if (a == signature_algorithm::eddsa) {
    const md_ctx_ptr context(EVP_MD_CTX_new());
    good =
        signature.size() == 64 && context &&
        EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, state_->pkey.get(), nullptr) == 1 &&
        EVP_DigestVerify(context.get(), signature.data(), signature.size(), signed_bytes.data(), signed_bytes.size()) ==
            1;
  } else {
    octets der;
    if (type() != key_type::rsa) {
      der = der_of_raw(signature, type());
      if (der.empty()) return false;
      signature = der;
    } else if (signature.size() != state_->first.size()) {
      return false;  // RFC 8017 sections 8.1.2 and 8.2.2, step 1
    }
    const prehash digest = prehash_of(a, signed_bytes);
    const pkey_ctx_ptr context(EVP_PKEY_CTX_new_from_pkey(nullptr, state_->pkey.get(), nullptr));
    good = context && EVP_PKEY_verify_init(context.get()) == 1 && set_padding(context.get(), a, digest.method) &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), digest.bytes.data(), digest.size) == 1;
  }
  ERR_clear_error();  // the queue is the host's as well
  return good;
}

result<octets> private_key::sign(signature_algorithm a, octet_view bytes) const {
  if (!state_->open.fits(a))
    return fail(failure::usage, key_fit,
                {std::string(jose_name(a)), state_->open.jwk().value("crv", std::string("RSA"))});
  octets out(static_cast<std::size_t>(std::max(0, EVP_PKEY_get_size(state_->pkey.get()))));
  std::size_t size = out.size();
  if (a == signature_algorithm::eddsa) {
    const md_ctx_ptr context(EVP_MD_CTX_new());
    if (!context ||
        EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, state_->pkey.get(), nullptr) != 1 ||
        EVP_DigestSign(context.get(), out.data(), &size, bytes.data(), bytes.size()) != 1)
      return engine_failure("EdDSA");
  } else {
    const prehash digest = prehash_of(a, bytes);
    const pkey_ctx_ptr context(EVP_PKEY_CTX_new_from_pkey(nullptr, state_->pkey.get(), nullptr));
    if (!context || EVP_PKEY_sign_init(context.get()) != 1 || !set_padding(context.get(), a, digest.method) ||
        EVP_PKEY_sign(context.get(), out.data(), &size, digest.bytes.data(), digest.size) != 1)
      return engine_failure(a == signature_algorithm::rs256 || a == signature_algorithm::ps256 ? "RSA" : "ECDSA");
  }
  out.resize(size);
  if (a == signature_algorithm::es256 || a == signature_algorithm::es384) {
    out = raw_of_der(out, state_->open.type());
    if (out.empty()) return engine_failure("ECDSA");
  }
  return out;
}

}  // namespace activateur
