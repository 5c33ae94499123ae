#include "crypto/random.hpp"

#include <openssl/rand.h>

namespace activateur {

random_source system_random() {
  return [](std::span<std::uint8_t> into) { return RAND_bytes(into.data(), static_cast<int>(into.size())) == 1; };
}

}  // namespace activateur
