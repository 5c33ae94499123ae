#include "store/ids.hpp"

#include <algorithm>
#include <cstring>

#include "crypto/encoding.hpp"

namespace activateur {
namespace {

constexpr std::uint64_t most_high = (1ULL << 12U) - 1;
constexpr std::uint64_t most_low = (1ULL << 62U) - 1;
constexpr std::array<std::size_t, 4> dashes{8, 13, 18, 23};

constexpr std::array<std::int8_t, 256> hex_values = [] {
  std::array<std::int8_t, 256> out{};
  out.fill(-1);
  for (int i = 0; i < 10; ++i) out['0' + i] = static_cast<std::int8_t>(i);
  // Small letters alone: an id is written in one way, so that those kept as text can be compared.
  for (int i = 0; i < 6; ++i) out['a' + i] = static_cast<std::int8_t>(10 + i);
  return out;
}();

std::uint64_t number_in(const std::array<std::uint8_t, 16>& drawn, std::size_t from) {
  std::uint64_t out = 0;
  std::memcpy(&out, drawn.data() + from, sizeof out);
  return out;
}

}  // namespace

std::string to_text(const store_id& id) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out(36, '-');
  std::size_t at = 0;
  for (const std::uint8_t byte : id) {
    if (at == dashes[0] || at == dashes[1] || at == dashes[2] || at == dashes[3]) ++at;
    out[at++] = digits[byte >> 4U];
    out[at++] = digits[byte & 15U];
  }
  return out;
}

std::optional<store_id> read_store_id(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  store_id out{};
  int seen = 0;  // below 0 once something is no digit
  std::size_t at = 0;
  for (std::uint8_t& byte : out) {
    if (at == dashes[0] || at == dashes[1] || at == dashes[2] || at == dashes[3])
      if (text[at++] != '-') return std::nullopt;
    const int high = hex_values[static_cast<std::uint8_t>(text[at])];
    const int low = hex_values[static_cast<std::uint8_t>(text[at + 1])];
    seen |= high | low;
    byte = static_cast<std::uint8_t>(high << 4 | low);
    at += 2;
  }
  return seen < 0 ? std::nullopt : std::optional(out);
}

std::optional<store_id> id_source::next(instant now) {
  std::array<std::uint8_t, 16> drawn{};
  if (!random_(drawn)) return std::nullopt;
  const std::lock_guard lock(guard_);
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(now.ms, 0)) & ((1ULL << 48U) - 1);
  if (ms > last_ms_) {
    last_ms_ = ms;
    high_ = number_in(drawn, 0) & most_high;
    low_ = number_in(drawn, 8) & (most_low >> 1U);  // room to rise
  } else {
    low_ += 1 + (number_in(drawn, 8) & 0xffffffffULL);
    if (low_ > most_low) {
      low_ &= most_low;
      if (++high_ > most_high) high_ = 0, ++last_ms_;
    }
  }
  store_id out{};
  for (std::size_t i = 0; i < 6; ++i) out[i] = static_cast<std::uint8_t>(last_ms_ >> (40 - 8 * i));
  out[6] = static_cast<std::uint8_t>(0x70U | high_ >> 8U);
  out[7] = static_cast<std::uint8_t>(high_);
  for (std::size_t i = 0; i < 8; ++i) out[8 + i] = static_cast<std::uint8_t>(low_ >> (56 - 8 * i));
  out[8] = static_cast<std::uint8_t>(0x80U | (out[8] & 0x3fU));
  return out;
}

}  // namespace activateur
