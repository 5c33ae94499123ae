#include "frameworks/checksum.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace activateur {
namespace {

constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t prime_3 = 0x165667B19E3779F9;
constexpr std::uint64_t prime_4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t prime_5 = 0x27D4EB2F165667C5;

template <class T>
T load(const char* at) {
  static_assert(std::endian::native == std::endian::little);
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t input) { return std::rotl(lane + input * prime_2, 31) * prime_1; }

std::uint64_t merge(std::uint64_t sum, std::uint64_t lane) { return (sum ^ round(0, lane)) * prime_1 + prime_4; }

}  // namespace

std::uint64_t xxh64(std::string_view bytes, std::uint64_t seed) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::uint64_t sum = seed + prime_5;
  if (bytes.size() >= 32) {
    std::array<std::uint64_t, 4> lanes{seed + prime_1 + prime_2, seed + prime_2, seed, seed - prime_1};
    for (; end - at >= 32; at += 32)
      for (std::size_t i = 0; i < 4; ++i) lanes[i] = round(lanes[i], load<std::uint64_t>(at + 8 * i));
    sum = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
    for (const std::uint64_t lane : lanes) sum = merge(sum, lane);
  }
  sum += bytes.size();
  for (; end - at >= 8; at += 8) sum = std::rotl(sum ^ round(0, load<std::uint64_t>(at)), 27) * prime_1 + prime_4;
  if (end - at >= 4) {
    sum = std::rotl(sum ^ (load<std::uint32_t>(at) * prime_1), 23) * prime_2 + prime_3;
    at += 4;
  }
  for (; at != end; ++at) sum = std::rotl(sum ^ (static_cast<std::uint8_t>(*at) * prime_5), 11) * prime_1;
  sum = (sum ^ (sum >> 33U)) * prime_2;
  sum = (sum ^ (sum >> 29U)) * prime_3;
  return sum ^ (sum >> 32U);
}

}  // namespace activateur
