#include "crypto/encoding.hpp"

#include <array>

namespace activateur {
namespace {

constexpr std::uint8_t absent = 0xFF;
using decoding_table = std::array<std::uint8_t, 256>;

constexpr decoding_table inverse(std::string_view alphabet) {
  decoding_table table{};
  for (auto& entry : table) entry = absent;
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  return table;
}

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64url_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view base58_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

constexpr decoding_table from_base64_table = inverse(base64_alphabet);
constexpr decoding_table from_base64url_table = inverse(base64url_alphabet);
constexpr decoding_table from_base58_table = inverse(base58_alphabet);

constexpr std::size_t base58_characters_max = 256;

std::uint8_t hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return absent;
}

std::string encoded64(octet_view bytes, std::string_view alphabet) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const std::uint32_t group = static_cast<std::uint32_t>(bytes[i] << 16U | bytes[i + 1] << 8U | bytes[i + 2]);
    for (const unsigned shift : {18U, 12U, 6U, 0U}) out += alphabet[group >> shift & 0x3FU];
  }
  if (bytes.size() - i == 1) {
    out += alphabet[bytes[i] >> 2U];
    out += alphabet[(bytes[i] & 0x03U) << 4U];
  } else if (bytes.size() - i == 2) {
    out += alphabet[bytes[i] >> 2U];
    out += alphabet[(bytes[i] & 0x03U) << 4U | bytes[i + 1] >> 4U];
    out += alphabet[(bytes[i + 1] & 0x0FU) << 2U];
  }
  return out;
}

// `text` without padding. Refuses non-zero trailing bits (RFC 4648 section 3.5): two texts must not
// mean the same bytes.
std::optional<octets> decoded64(std::string_view text, const decoding_table& table) {
  if (text.size() % 4 == 1) return std::nullopt;
  octets out;
  out.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const std::uint8_t value = table[static_cast<unsigned char>(c)];
    if (value == absent) return std::nullopt;
    bits = bits << 6U | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out.push_back(static_cast<std::uint8_t>(bits >> count));
      bits &= (1U << count) - 1U;
    }
  }
  if (bits != 0) return std::nullopt;
  return out;
}

}  // namespace

std::string to_hex(octet_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t b : bytes) {
    out += hex_digits[b >> 4U];
    out += hex_digits[b & 0x0FU];
  }
  return out;
}

std::optional<octets> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  octets out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::uint8_t high = hex_value(text[i]);
    const std::uint8_t low = hex_value(text[i + 1]);
    if (high == absent || low == absent) return std::nullopt;
    out.push_back(static_cast<std::uint8_t>(high << 4U | low));
  }
  return out;
}

std::string to_base64url(octet_view bytes) { return encoded64(bytes, base64url_alphabet); }

std::optional<octets> from_base64url(std::string_view text) { return decoded64(text, from_base64url_table); }

std::string to_base64(octet_view bytes) {
  std::string out = encoded64(bytes, base64_alphabet);
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::optional<octets> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  if (text.ends_with("==")) {
    text.remove_suffix(2);
  } else if (text.ends_with('=')) {
    text.remove_suffix(1);
  }
  return decoded64(text, from_base64_table);
}

std::string to_base58(octet_view bytes) {
  octets digits;  // little-endian, base 58
  std::size_t zeros = 0;
  while (zeros < bytes.size() && bytes[zeros] == 0) ++zeros;
  for (const std::uint8_t b : bytes.subspan(zeros)) {
    std::uint32_t carry = b;
    for (auto& digit : digits) {
      carry += static_cast<std::uint32_t>(digit) << 8U;
      digit = static_cast<std::uint8_t>(carry % 58);
      carry /= 58;
    }
    for (; carry > 0; carry /= 58) digits.push_back(static_cast<std::uint8_t>(carry % 58));
  }
  std::string out(zeros, base58_alphabet[0]);
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) out += base58_alphabet[*digit];
  return out;
}

std::optional<octets> from_base58(std::string_view text) {
  if (text.size() > base58_characters_max) return std::nullopt;
  std::size_t zeros = 0;
  while (zeros < text.size() && text[zeros] == base58_alphabet[0]) ++zeros;
  std::string_view rest = text.substr(zeros);
  // Five characters at a time: 58^5 < 2^32. A character is less than six bits.
  std::array<std::uint32_t, base58_characters_max * 6 / 32 + 1> limbs{};  // little-endian
  std::size_t used = 0;
  while (!rest.empty()) {
    std::uint32_t scale = 1;
    std::uint32_t group = 0;
    for (const char c : rest.substr(0, 5)) {
      const std::uint8_t value = from_base58_table[static_cast<unsigned char>(c)];
      if (value == absent) return std::nullopt;
      scale *= 58;
      group = group * 58 + value;
    }
    rest.remove_prefix(std::min<std::size_t>(5, rest.size()));
    std::uint64_t carry = group;
    for (std::size_t i = 0; i < used; ++i) {
      carry += std::uint64_t{limbs[i]} * scale;
      limbs[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
    if (carry > 0) limbs[used++] = static_cast<std::uint32_t>(carry);
  }
  octets out(zeros, 0);
  out.reserve(zeros + 4 * used);
  for (std::size_t byte = 4 * used; byte-- > 0;) {
    const auto value = static_cast<std::uint8_t>(limbs[byte / 4] >> 8U * (byte % 4));
    if (value != 0 || out.size() > zeros) out.push_back(value);
  }
  return out;
}

std::optional<octets> from_multibase(std::string_view text) {
  if (text.starts_with('z')) return from_base58(text.substr(1));
  if (text.starts_with('u')) return from_base64url(text.substr(1));
  return std::nullopt;
}

}  // namespace activateur
