// Random numbers that are the same on every machine: the standard library's distributions differ between vendors.
#pragma once

#include <cstdint>

namespace activateur {

// SplitMix64 (Steele, Lea, Flood 2014): one 64-bit word of state, any seed is good.
class random_source {
 public:
  explicit random_source(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return mixed(state_);
  }
  // In [0, 1), 53 bits.
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  // In [0, n), n > 0. The bias of the remainder (n / 2^64) is of no account here.
  int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }

  // A number in [0, 1) that depends on (key, index) alone: noise that needs no storage.
  static double noise(std::uint64_t key, int index) {
    return static_cast<double>(mixed(key + 0x9E3779B97F4A7C15U * (static_cast<std::uint64_t>(index) + 1)) >> 11U) *
           0x1.0p-53;
  }

 private:
  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::uint64_t state_;
};

}  // namespace activateur
