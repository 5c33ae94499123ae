// Any bytes as an encoded status list, and as the bits themselves: values within their size, nothing beyond the end.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "badges/status_list.hpp"
#include "crypto/encoding.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

// The first bytes say which value is asked for.
void ask(std::string_view bits, std::string_view question) {
  std::uint64_t index = 0;
  std::uint64_t size = 1;
  if (question.size() >= 9) {
    std::memcpy(&index, question.data(), 8);
    size = static_cast<unsigned char>(question[8]) % 40;
  }
  for (const std::uint64_t at : {index, index % 4096, std::uint64_t{0}, std::uint64_t{bits.size()} * 8}) {
    const auto value = status_at(bits, at, size);
    const bool within = size > 0 && size <= status_size_max && at < bits.size() * 8 / size;
    require(value.has_value() == within);
    if (value) require(*value < (std::uint64_t{1} << size));
  }
}

void run(std::string_view bytes) {
  ask(bytes.substr(bytes.size() < 9 ? bytes.size() : 9), bytes);
  for (const bool packed : {false, true}) {
    const std::string encoded = packed ? 'u' + to_base64url(as_octets(bytes)) : std::string(bytes);
    const auto bits = read_status_bits(encoded);
    if (!bits) continue;
    require(bits->size() <= status_list_bytes_max);
    ask(*bits, bytes);
  }
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
