// Keys with which a good signature would prove nothing.
#include <array>
#include <bitset>

#include "base/limits.hpp"
#include "crypto/key_state.hpp"
#include "crypto/messages.hpp"

namespace activateur {
namespace {

using namespace crypto_messages;

// p = 2^255 - 19, and d of the curve (RFC 8032 section 5.1), big-endian.
constexpr const char* ed25519_p = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed";
constexpr const char* ed25519_d = "52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3";
// The y of the points whose order divides 8, each for both signs of x: y = 0 has order 4, 1 is the identity,
// -1 has order 2, the last two have order 8.
constexpr std::array<const char*, 5> low_order_y = {"0", "1",
                                                    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
                                                    "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
                                                    "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7"};

bignum_ptr number(const char* hex) {
  BIGNUM* n = nullptr;
  BN_hex2bn(&n, hex);
  return bignum_ptr(n);
}

// Read once; never written to.
struct ed25519_numbers {
  bignum_ptr p = number(ed25519_p), d = number(ed25519_d);
  std::array<bignum_ptr, low_order_y.size()> low_order;
  ed25519_numbers() { std::transform(low_order_y.begin(), low_order_y.end(), low_order.begin(), number); }
  [[nodiscard]] bool whole() const {
    return p && d && std::all_of(low_order.begin(), low_order.end(), [](const bignum_ptr& y) { return y != nullptr; });
  }
};

// x^2 = (y^2 - 1) / (d y^2 + 1) has a solution exactly when (y^2 - 1)(d y^2 + 1) is a square or 0
// (the divisor is never 0: -1/d is no square).
bool on_ed25519(const BIGNUM* y, const BIGNUM* p, const BIGNUM* d) {
  const bn_ctx_ptr work(BN_CTX_new());
  const bignum_ptr u(BN_new());
  const bignum_ptr v(BN_new());
  if (!work || !u || !v) return false;
  const bool computed = BN_mod_sqr(u.get(), y, p, work.get()) == 1 &&
                        BN_mod_mul(v.get(), d, u.get(), p, work.get()) == 1 && BN_add_word(v.get(), 1) == 1 &&
                        BN_sub_word(u.get(), 1) == 1 && BN_mod_mul(u.get(), u.get(), v.get(), p, work.get()) == 1;
  const int symbol = computed ? BN_kronecker(u.get(), p, work.get()) : -1;
  return symbol == 0 || symbol == 1;
}

bool is_prime(unsigned odd) {
  for (unsigned factor = 3; factor * factor <= odd; factor += 2)
    if (odd % factor == 0) return false;
  return true;
}

// Nemec et al., "The Return of Coppersmith's Attack" (2017), section 2: moduli of the faulty generator are powers of
// 65537 modulo each of the first 126 primes (keys of 1984 bits and more). A sound modulus is that by chance
// once in 2^167; nearly all are cleared by the first few primes.
bool has_roca_fingerprint(const BIGNUM* n) {
  constexpr unsigned last_prime = 701;
  for (unsigned prime = 3; prime <= last_prime; prime += 2) {
    if (!is_prime(prime)) continue;
    std::bitset<last_prime> powers;
    for (unsigned power = 1; !powers[power]; power = power * 65537U % prime) powers[power] = true;
    if (!powers[BN_mod_word(n, prime)]) return false;
  }
  return true;
}

}  // namespace

std::optional<error> refusal_of_ed25519(octet_view raw) {
  if (raw.size() != 32) return fail(failure::input, key_raw_length, {"Ed25519", std::to_string(raw.size()), "32"});
  std::array<std::uint8_t, 32> little{};
  std::copy(raw.begin(), raw.end(), little.begin());
  little[31] &= 0x7FU;  // the high bit is the sign of x
  const bignum_ptr y(BN_lebin2bn(little.data(), static_cast<int>(little.size()), nullptr));
  static const ed25519_numbers known;
  if (!y || !known.whole()) return engine_failure("BN");
  // OpenSSL 3.0 reduces y silently: two texts would be one key.
  if (BN_cmp(y.get(), known.p.get()) >= 0) return fail(failure::input, key_non_canonical);
  for (const bignum_ptr& low : known.low_order)
    if (BN_cmp(y.get(), low.get()) == 0) return fail(failure::denied, key_low_order);
  if (!on_ed25519(y.get(), known.p.get(), known.d.get())) return fail(failure::input, key_off_curve, {"Ed25519"});
  return std::nullopt;
}

std::optional<error> refusal_of_rsa(const BIGNUM* n, const BIGNUM* e) {
  const auto bits = static_cast<std::size_t>(BN_num_bits(n));
  if (bits < limits::rsa_bits_min || bits > limits::rsa_bits_max)
    return fail(bits < limits::rsa_bits_min ? failure::denied : failure::limit, key_rsa_size,
                {std::to_string(bits), std::to_string(limits::rsa_bits_min), std::to_string(limits::rsa_bits_max)});
  if (!BN_is_odd(n)) return fail(failure::input, key_rsa_modulus);
  // A long exponent only serves to make verifying costly.
  if (!BN_is_odd(e) || BN_is_one(e) || BN_num_bits(e) > 64) return fail(failure::input, key_rsa_exponent);
  if (has_roca_fingerprint(n)) return fail(failure::denied, key_rsa_weak);
  return std::nullopt;
}

}  // namespace activateur
