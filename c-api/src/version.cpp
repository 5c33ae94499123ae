#include "activateur/version.h"

#include <array>
#include <cstdlib>

#include "guard.hpp"

using activateur::c_api::lend;

adp_str adp_version_string(void) { return lend(activateur::engine::version()); }

uint32_t adp_abi_level(void) { return ADP_ABI_LEVEL; }

adp_str adp_status_name(adp_status status) {
  // By -status; numbers are never reused.
  static constexpr std::array<std::string_view, 13> names = {
      "ok",    "input",  "limit", "cancelled",     "not_found", "io",      "unsupported",
      "usage", "denied", "abi",   "out_of_memory", "removed",   "internal"};
  if (status > 0 || status <= -static_cast<adp_status>(names.size())) return lend("unknown");
  return lend(names[static_cast<std::size_t>(-status)]);
}

void adp_bytes_free(adp_bytes* bytes) {
  if (bytes == nullptr) return;
  // Bytes may be a private key: cleanse what the compiler would otherwise skip.
  volatile char* p = bytes->ptr;
  for (size_t i = 0; p != nullptr && i < bytes->len; ++i) p[i] = 0;
  std::free(bytes->ptr);
  *bytes = {nullptr, 0};
}
