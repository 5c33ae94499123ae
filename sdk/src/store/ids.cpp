#include "store/ids.hpp"

#include <algorithm>
#include <cstring>

#include "crypto/encoding.hpp"

namespace activateur {
namespace {

constexpr std::uint64_t most_high = (1ULL << 12U) - 1;
constexpr std::uint64_t most_low = (1ULL << 62U) - 1;
constexpr std::array<std::size_t, 4> dashes{8, 13, 18, 23};

std::uint64_t number_in(const std::array<std::uint8_t, 16>& drawn, std::size_t from) {
  std::uint64_t out = 0;
  std::memcpy(&out, drawn.data() + from, sizeof out);
  return out;
}

}  // namespace

std::string to_text(const store_id& id) {
  std::string out = to_hex(id);
  for (const std::size_t at : dashes) out.insert(at, 1, '-');
  return out;
}

std::optional<store_id> read_store_id(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::string hex;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = std::find(dashes.begin(), dashes.end(), i) != dashes.end();
    if (dash != (text[i] == '-')) return std::nullopt;
    if (!dash) hex += text[i];
  }
  const auto bytes = from_hex(hex);
  if (!bytes) return std::nullopt;
  store_id out{};
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
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
