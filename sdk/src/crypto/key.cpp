// Building and describing public keys; see signature.cpp for what they verify.
#include "crypto/key.hpp"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <map>
#include <mutex>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "crypto/key_state.hpp"
#include "crypto/messages.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;

using bio_ptr = std::unique_ptr<BIO, openssl_free<BIO_free>>;

// Multicodec prefixes as varints (did:key, Multikey): 0xed, 0x1200, 0x1201.
struct multicodec {
  key_type type;
  std::array<std::uint8_t, 2> prefix;
  std::size_t key_bytes;
};
constexpr std::array<multicodec, 3> multicodecs = {
    {{key_type::ed25519, {0xED, 0x01}, 32}, {key_type::p256, {0x80, 0x24}, 33}, {key_type::p384, {0x81, 0x24}, 49}}};

// A PEM text with comments stays far below.
constexpr std::size_t pem_bytes_max = 64U << 10U;

bignum_ptr number_of(octet_view big_endian) {
  return bignum_ptr(BN_bin2bn(big_endian.data(), static_cast<int>(big_endian.size()), nullptr));
}

const char* curve_name(key_type type) {
  switch (type) {
    case key_type::p256: return "P-256";
    case key_type::p384: return "P-384";
    default: return "Ed25519";
  }
}

result<octets> number_param(const EVP_PKEY* key, const char* name, std::size_t size = 0) {
  BIGNUM* raw = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) return engine_failure(name);
  const bignum_ptr n(raw);
  return number_octets(raw, size);
}

// The DER inside the only PEM block of `pem`, which must be a public key.
result<octets> der_of_pem(std::string_view pem) {
  if (pem.size() > pem_bytes_max || pem.find('\0') != std::string_view::npos) return fail(failure::input, key_pem);
  const bio_ptr in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (!in) return engine_failure("BIO");
  char* label = nullptr;
  char* header = nullptr;
  unsigned char* der = nullptr;
  long size = 0;
  const bool found = PEM_read_bio(in.get(), &label, &header, &der, &size) == 1;
  ERR_clear_error();
  if (!found) return fail(failure::input, key_pem);
  const std::string kind = label;
  const bool plain = header == nullptr || *header == '\0';
  octets out(der, der + size);
  OPENSSL_free(label);
  OPENSSL_free(header);
  OPENSSL_clear_free(der, static_cast<std::size_t>(size));
  if (kind.find("PRIVATE") != std::string::npos) {
    OPENSSL_cleanse(out.data(), out.size());
    return fail(failure::denied, key_pem_private);
  }
  char* rest = nullptr;
  const auto rest_size = BIO_get_mem_data(in.get(), &rest);
  if (kind != "PUBLIC KEY" || !plain || !trimmed({rest, static_cast<std::size_t>(rest_size)}).empty())
    return fail(failure::input, key_pem);
  return out;
}

}  // namespace

error engine_failure(const char* operation) {
  ERR_clear_error();
  return fail(failure::internal, key_engine, {operation});
}

std::size_t coordinate_size(key_type curve) { return curve == key_type::p384 ? 48 : 32; }

const char* group_name(key_type curve) { return curve == key_type::p384 ? "secp384r1" : "prime256v1"; }

octets number_octets(const BIGNUM* number, std::size_t size) {
  const auto needed = static_cast<std::size_t>(BN_num_bytes(number));
  octets out(std::max(size, needed));
  BN_bn2binpad(number, out.data(), static_cast<int>(out.size()));
  return out;
}

result<public_key> ed25519_from_raw(octet_view raw, algorithm_limit only) {
  if (auto refused = refusal_of_ed25519(raw)) return std::move(*refused);
  pkey_ptr pkey(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, raw.data(), raw.size()));
  if (!pkey) return engine_failure("ED25519");
  return public_key(std::make_shared<const public_key::state>(
      public_key::state{key_type::ed25519, std::move(pkey), octets(raw.begin(), raw.end()), {}, only}));
}

result<public_key> ec_from_point(key_type curve, octet_view point, algorithm_limit only) {
  const param_bld_ptr build(OSSL_PARAM_BLD_new());
  if (!build || OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, group_name(curve), 0) != 1 ||
      OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
    return engine_failure("EC");
  const params_ptr params(OSSL_PARAM_BLD_to_param(build.get()));
  const pkey_ctx_ptr making(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  if (!params || !making || EVP_PKEY_fromdata_init(making.get()) != 1) return engine_failure("EC");
  EVP_PKEY* raw = nullptr;
  // Refuses coordinates that are not below the field's prime and points off the curve; both curves have cofactor
  // 1, so that such a point needs no other check (SEC 1 section 3.2.2.1).
  const bool made = EVP_PKEY_fromdata(making.get(), &raw, EVP_PKEY_PUBLIC_KEY, params.get()) == 1;
  pkey_ptr pkey(raw);
  const pkey_ctx_ptr checking(made ? EVP_PKEY_CTX_new_from_pkey(nullptr, pkey.get(), nullptr) : nullptr);
  if (!checking || EVP_PKEY_public_check_quick(checking.get()) != 1) {
    ERR_clear_error();
    return fail(failure::input, key_off_curve, {curve_name(curve)});
  }
  auto x = number_param(pkey.get(), OSSL_PKEY_PARAM_EC_PUB_X, coordinate_size(curve));
  auto y = number_param(pkey.get(), OSSL_PKEY_PARAM_EC_PUB_Y, coordinate_size(curve));
  if (!x) return x.why();
  if (!y) return y.why();
  return public_key(std::make_shared<const public_key::state>(
      public_key::state{curve, std::move(pkey), std::move(*x), std::move(*y), only}));
}

result<public_key> rsa_from_numbers(octet_view n, octet_view e, algorithm_limit only) {
  // Before the bytes become a number: an absurd length must cost nothing.
  if (n.size() > limits::rsa_bits_max / 8 + 1 || e.size() > limits::rsa_bits_max / 8 + 1)
    return fail(failure::limit, key_rsa_size,
                {std::to_string(std::max(n.size(), e.size()) * 8), std::to_string(limits::rsa_bits_min),
                 std::to_string(limits::rsa_bits_max)});
  const bignum_ptr modulus = number_of(n);
  const bignum_ptr exponent = number_of(e);
  if (!modulus || !exponent) return engine_failure("RSA");
  if (auto refused = refusal_of_rsa(modulus.get(), exponent.get())) return std::move(*refused);
  const param_bld_ptr build(OSSL_PARAM_BLD_new());
  if (!build || OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
    return engine_failure("RSA");
  const params_ptr params(OSSL_PARAM_BLD_to_param(build.get()));
  const pkey_ctx_ptr making(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* raw = nullptr;
  if (!params || !making || EVP_PKEY_fromdata_init(making.get()) != 1 ||
      EVP_PKEY_fromdata(making.get(), &raw, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
    return engine_failure("RSA");
  return public_key(std::make_shared<const public_key::state>(public_key::state{
      key_type::rsa, pkey_ptr(raw), number_octets(modulus.get()), number_octets(exponent.get()), only}));
}

result<public_key> public_key::from_ed25519(octet_view raw) { return ed25519_from_raw(raw, std::nullopt); }

result<public_key> public_key::from_jwk(const json& jwk) {
  const auto outline = read_jwk_outline(jwk, "verify");
  if (!outline) return outline.why();
  if (const std::string secret = private_member(jwk); !secret.empty())
    return fail(failure::denied, key_private, {secret}, {{}, "/" + secret, 0, 0});
  if (outline->type == key_type::rsa) {
    const auto n = jwk_number(jwk, "n");
    const auto e = jwk_number(jwk, "e");
    if (!n) return n.why();
    if (!e) return e.why();
    return rsa_from_numbers(*n, *e, outline->only);
  }
  const std::size_t size = coordinate_size(outline->type);
  const auto x = jwk_octets(jwk, "x", size);
  if (!x) return x.why();
  if (outline->type == key_type::ed25519) return ed25519_from_raw(*x, outline->only);
  const auto y = jwk_octets(jwk, "y", size);
  if (!y) return y.why();
  octets point{0x04};
  point.insert(point.end(), x->begin(), x->end());
  point.insert(point.end(), y->begin(), y->end());
  return ec_from_point(outline->type, point, outline->only);
}

namespace {

// Keys read before: one issuer signs many badges, and reading a key (is it on its curve, of full order?) takes a good
// part of what a signature takes. Only good keys are kept, each by its whole text.
class key_memory {
 public:
  std::optional<public_key> find(std::string_view text) {
    const std::lock_guard lock(guard_);
    const auto kept = keys_.find(text);
    return kept == keys_.end() ? std::nullopt : std::optional(kept->second);
  }
  void keep(std::string_view text, const public_key& key) {
    if (text.size() > text_max) return;
    const std::lock_guard lock(guard_);
    if (keys_.size() == keys_max) keys_.clear();
    keys_.emplace(text, key);
  }

 private:
  static constexpr std::size_t keys_max = 1024;
  static constexpr std::size_t text_max = 256;
  std::mutex guard_;
  std::map<std::string, public_key, std::less<>> keys_;
};

key_memory& keys_read() {
  static key_memory memory;
  return memory;
}

result<public_key> read_multikey(std::string_view multibase) {
  const auto bytes = from_multibase(multibase);
  if (!bytes) return fail(failure::input, key_multibase, {shortened(multibase, 60)});
  for (const multicodec& codec : multicodecs) {
    if (bytes->size() < 2 || !std::equal(codec.prefix.begin(), codec.prefix.end(), bytes->begin())) continue;
    const octet_view key = octet_view(*bytes).subspan(2);
    if (key.size() != codec.key_bytes)
      return fail(failure::input, key_raw_length,
                  {curve_name(codec.type), std::to_string(key.size()), std::to_string(codec.key_bytes)});
    return codec.type == key_type::ed25519 ? ed25519_from_raw(key, std::nullopt)
                                           : ec_from_point(codec.type, key, std::nullopt);
  }
  return fail(failure::unsupported, key_multicodec, {shortened(multibase, 60)});
}

}  // namespace

result<public_key> public_key::from_multikey(std::string_view multibase) {
  if (auto known = keys_read().find(multibase)) return *std::move(known);
  auto read = read_multikey(multibase);
  if (read) keys_read().keep(multibase, *read);
  return read;
}

result<public_key> public_key::from_pem(std::string_view pem) {
  const auto der = der_of_pem(pem);
  if (!der) return der.why();
  const unsigned char* at = der->data();
  const pkey_ptr read(d2i_PUBKEY_ex(nullptr, &at, static_cast<long>(der->size()), nullptr, nullptr));
  ERR_clear_error();
  if (!read || at != der->data() + der->size()) return fail(failure::input, key_pem);
  // Built again from its numbers, so that parameters of its own (an explicit curve) cannot come along.
  if (EVP_PKEY_is_a(read.get(), "ED25519") == 1) {
    std::array<std::uint8_t, 32> raw{};
    std::size_t size = raw.size();
    if (EVP_PKEY_get_raw_public_key(read.get(), raw.data(), &size) != 1) return engine_failure("ED25519");
    return from_ed25519(raw);
  }
  if (EVP_PKEY_is_a(read.get(), "RSA") == 1) {
    const auto n = number_param(read.get(), OSSL_PKEY_PARAM_RSA_N);
    const auto e = number_param(read.get(), OSSL_PKEY_PARAM_RSA_E);
    if (!n) return n.why();
    if (!e) return e.why();
    return rsa_from_numbers(*n, *e, std::nullopt);
  }
  std::array<char, 80> group{};
  if (EVP_PKEY_is_a(read.get(), "EC") == 1 &&
      EVP_PKEY_get_group_name(read.get(), group.data(), group.size(), nullptr) == 1) {
    for (const key_type curve : {key_type::p256, key_type::p384}) {
      if (std::string_view(group.data()) != group_name(curve)) continue;
      const auto x = number_param(read.get(), OSSL_PKEY_PARAM_EC_PUB_X, coordinate_size(curve));
      const auto y = number_param(read.get(), OSSL_PKEY_PARAM_EC_PUB_Y, coordinate_size(curve));
      if (!x) return x.why();
      if (!y) return y.why();
      octets point{0x04};
      point.insert(point.end(), x->begin(), x->end());
      point.insert(point.end(), y->begin(), y->end());
      return ec_from_point(curve, point, std::nullopt);
    }
  }
  ERR_clear_error();
  const char* named = group[0] != '\0' ? group.data() : EVP_PKEY_get0_type_name(read.get());
  return fail(failure::unsupported, key_type_unknown, {named == nullptr ? "?" : named});
}

key_type public_key::type() const { return state_->type; }

json public_key::jwk() const {
  const std::string first = to_base64url(state_->first);
  if (type() == key_type::ed25519) return {{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", first}};
  const std::string second = to_base64url(state_->second);
  if (type() == key_type::rsa) return {{"kty", "RSA"}, {"n", first}, {"e", second}};
  return {{"kty", "EC"}, {"crv", curve_name(type())}, {"x", first}, {"y", second}};
}

std::string public_key::multikey() const {
  for (const multicodec& codec : multicodecs) {
    if (codec.type != type()) continue;
    octets bytes(codec.prefix.begin(), codec.prefix.end());
    // The compressed form says whether y is odd (SEC 1 section 2.3.3).
    if (type() != key_type::ed25519) bytes.push_back(static_cast<std::uint8_t>(2 + (state_->second.back() & 1U)));
    bytes.insert(bytes.end(), state_->first.begin(), state_->first.end());
    return 'z' + to_base58(bytes);
  }
  return {};
}

// RFC 7638 section 3: the required members, sorted, without blanks; jwk() has those alone.
std::string public_key::thumbprint() const {
  std::call_once(state_->thumbprint->once,
                 [this] { state_->thumbprint->text = to_base64url(sha256(as_octets(write_json(jwk())))); });
  return state_->thumbprint->text;
}

}  // namespace activateur
