// Randomness, as what needs it is given it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace activateur {

// Fills all of the bytes; false when there is no randomness to be had. Tests give a source of their own.
using random_source = std::function<bool(std::span<std::uint8_t>)>;

// OpenSSL's generator, seeded by the system. Thread-safe.
random_source system_random();

}  // namespace activateur
