// Generating, reading and writing private keys.
#include <openssl/core_names.h>
#include <openssl/err.h>

#include <array>

#include "base/limits.hpp"
#include "crypto/key_state.hpp"
#include "crypto/messages.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;

constexpr std::size_t rsa_generated_bits = 3072;  // 128-bit strength (NIST SP 800-57 part 1, table 2)

// JWK names and OpenSSL's, in the order of RFC 7518 section 6.3.2.
struct rsa_part {
  const char* jwk;
  const char* openssl;
};
constexpr std::array<rsa_part, 6> rsa_private_parts = {{{"d", OSSL_PKEY_PARAM_RSA_D},
                                                        {"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
                                                        {"q", OSSL_PKEY_PARAM_RSA_FACTOR2},
                                                        {"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1},
                                                        {"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2},
                                                        {"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1}}};

bignum_ptr secret_number(const octets& big_endian) {
  bignum_ptr n(BN_secure_new());
  if (n && BN_bin2bn(big_endian.data(), static_cast<int>(big_endian.size()), n.get()) == nullptr) n.reset();
  return n;
}

result<pkey_ptr> key_of(const char* kind, const OSSL_PARAM_BLD* build) {
  const params_ptr params(OSSL_PARAM_BLD_to_param(const_cast<OSSL_PARAM_BLD*>(build)));
  const pkey_ctx_ptr making(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* raw = nullptr;
  if (!params || !making || EVP_PKEY_fromdata_init(making.get()) != 1) return engine_failure(kind);
  const bool made = EVP_PKEY_fromdata(making.get(), &raw, EVP_PKEY_KEYPAIR, params.get()) == 1;
  pkey_ptr pkey(raw);
  const pkey_ctx_ptr checking(made ? EVP_PKEY_CTX_new_from_pkey(nullptr, pkey.get(), nullptr) : nullptr);
  const bool sound = checking && EVP_PKEY_check(checking.get()) == 1;
  ERR_clear_error();
  if (!sound) return fail(failure::input, key_pair);
  return pkey;
}

result<pkey_ptr> ed25519_pair(const json& jwk, const public_key& open) {
  auto read = jwk_octets(jwk, "d", 32);
  if (!read) return read.why();
  const secret_octets seed(std::move(*read));
  pkey_ptr pkey(EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr, seed.get().data(), seed.get().size()));
  std::array<std::uint8_t, 32> derived{};
  std::size_t size = derived.size();
  if (!pkey || EVP_PKEY_get_raw_public_key(pkey.get(), derived.data(), &size) != 1) return engine_failure("ED25519");
  if (to_base64url(derived) != open.jwk().at("x")) return fail(failure::input, key_pair);
  return pkey;
}

result<pkey_ptr> ec_pair(const json& jwk, const public_key& open) {
  const std::size_t size = coordinate_size(open.type());
  auto read = jwk_octets(jwk, "d", size);
  if (!read) return read.why();
  const secret_octets scalar(std::move(*read));
  const auto x = jwk_octets(jwk, "x", size);
  const auto y = jwk_octets(jwk, "y", size);
  if (!x) return x.why();
  if (!y) return y.why();
  octets point{0x04};
  point.insert(point.end(), x->begin(), x->end());
  point.insert(point.end(), y->begin(), y->end());
  const bignum_ptr d = secret_number(scalar.get());
  const param_bld_ptr build(OSSL_PARAM_BLD_new());
  if (!d || !build ||
      OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, group_name(open.type()), 0) != 1 ||
      OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1 ||
      OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_PRIV_KEY, d.get()) != 1)
    return engine_failure("EC");
  return key_of("EC", build.get());
}

result<pkey_ptr> rsa_pair(const json& jwk) {
  if (jwk.contains("oth")) return fail(failure::unsupported, key_multi_prime, {}, {{}, "/oth", 0, 0});
  const param_bld_ptr build(OSSL_PARAM_BLD_new());
  if (!build) return engine_failure("RSA");
  std::vector<bignum_ptr> numbers;  // the builder only borrows them
  const auto push = [&](const char* member, const char* name) -> result<void> {
    auto read = jwk_number(jwk, member);
    if (!read) return read.why();
    const secret_octets bytes(std::move(*read));
    if (bytes.get().size() > limits::rsa_bits_max / 8 + 1)
      return fail(failure::limit, key_length,
                  {member, std::to_string(bytes.get().size()), std::to_string(limits::rsa_bits_max / 8)});
    numbers.push_back(secret_number(bytes.get()));
    if (!numbers.back() || OSSL_PARAM_BLD_push_BN(build.get(), name, numbers.back().get()) != 1)
      return engine_failure("RSA");
    return {};
  };
  auto pushed = push("n", OSSL_PKEY_PARAM_RSA_N);
  if (pushed) pushed = push("e", OSSL_PKEY_PARAM_RSA_E);
  for (const rsa_part& part : rsa_private_parts)
    if (pushed) pushed = push(part.jwk, part.openssl);
  if (!pushed) return pushed.why();
  return key_of("RSA", build.get());
}

std::string secret_number_text(const EVP_PKEY* key, const char* name, std::size_t size) {
  BIGNUM* raw = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) return {};
  const bignum_ptr n(raw);
  const secret_octets bytes(number_octets(raw, size));
  return to_base64url(bytes.get());
}

}  // namespace

result<private_key> private_key::generate(key_type type) {
  pkey_ptr pkey;
  switch (type) {
    case key_type::ed25519: pkey.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")); break;
    case key_type::p256:
    case key_type::p384: pkey.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", group_name(type))); break;
    case key_type::rsa: pkey.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", rsa_generated_bits)); break;
  }
  if (!pkey) return engine_failure("keygen");
  const auto part = [&](const char* name, std::size_t size) {
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(pkey.get(), name, &raw) != 1) return octets{};
    const bignum_ptr n(raw);
    return number_octets(raw, size);
  };
  result<public_key> open = engine_failure("keygen");
  if (type == key_type::ed25519) {
    std::array<std::uint8_t, 32> raw{};
    std::size_t size = raw.size();
    if (EVP_PKEY_get_raw_public_key(pkey.get(), raw.data(), &size) == 1) open = ed25519_from_raw(raw, std::nullopt);
  } else if (type == key_type::rsa) {
    open = rsa_from_numbers(part(OSSL_PKEY_PARAM_RSA_N, 0), part(OSSL_PKEY_PARAM_RSA_E, 0), std::nullopt);
  } else {
    octets point{0x04};
    for (const char* name : {OSSL_PKEY_PARAM_EC_PUB_X, OSSL_PKEY_PARAM_EC_PUB_Y}) {
      const octets coordinate = part(name, coordinate_size(type));
      point.insert(point.end(), coordinate.begin(), coordinate.end());
    }
    open = ec_from_point(type, point, std::nullopt);
  }
  if (!open) return open.why();
  return private_key(std::make_shared<const state>(state{std::move(pkey), std::move(*open)}));
}

result<private_key> private_key::from_jwk(const json& jwk) {
  const auto outline = read_jwk_outline(jwk, "sign");
  if (!outline) return outline.why();
  json open_part = json::object();
  for (const char* name : {"kty", "crv", "x", "y", "n", "e", "alg"})
    if (const auto member = jwk.find(name); member != jwk.end()) open_part[name] = *member;
  auto open = public_key::from_jwk(open_part);
  if (!open) return open.why();
  auto pkey = open->type() == key_type::ed25519 ? ed25519_pair(jwk, *open)
              : open->type() == key_type::rsa   ? rsa_pair(jwk)
                                                : ec_pair(jwk, *open);
  if (!pkey) return pkey.why();
  return private_key(std::make_shared<const state>(state{std::move(*pkey), std::move(*open)}));
}

public_key private_key::public_part() const { return state_->open; }

json private_key::jwk() const {
  json out = state_->open.jwk();
  const key_type type = state_->open.type();
  if (type == key_type::ed25519) {
    secret_octets seed(std::size_t{32});
    std::size_t size = seed.get().size();
    if (EVP_PKEY_get_raw_private_key(state_->pkey.get(), seed.get().data(), &size) == 1)
      out["d"] = to_base64url(seed.get());
  } else if (type == key_type::rsa) {
    for (const rsa_part& part : rsa_private_parts)
      out[part.jwk] = secret_number_text(state_->pkey.get(), part.openssl, 0);
  } else {
    out["d"] = secret_number_text(state_->pkey.get(), OSSL_PKEY_PARAM_PRIV_KEY, coordinate_size(type));
  }
  return out;
}

}  // namespace activateur
