// The little of CBOR (RFC 8949) that derived proofs use: unsigned integers, byte strings, arrays and maps, of definite
// length and in their shortest form. Private to badges/.
#pragma once

#include <optional>

#include "crypto/encoding.hpp"

namespace activateur {

// Reads items one after the other; every method gives nothing, and reads no further, when the next item is another.
class cbor_reader {
 public:
  explicit cbor_reader(octet_view bytes) : bytes_(bytes) {}

  std::optional<std::uint64_t> unsigned_integer() { return head(0); }
  std::optional<octet_view> byte_string();
  // Number of items that follow; of pairs for a map. Never more than what is left could hold.
  std::optional<std::size_t> array();
  std::optional<std::size_t> map();
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::optional<std::uint64_t> head(unsigned major);

  octet_view bytes_;
};

}  // namespace activateur
