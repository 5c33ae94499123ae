#include "badges/cbor.hpp"

namespace activateur {

// RFC 8949 section 3: the argument of an item, when its major type is `major`.
std::optional<std::uint64_t> cbor_reader::head(unsigned major) {
  if (bytes_.empty() || static_cast<unsigned>(bytes_[0] >> 5U) != major) return std::nullopt;
  const unsigned information = bytes_[0] & 0x1FU;
  if (information < 24) {
    bytes_ = bytes_.subspan(1);
    return information;
  }
  if (information > 27) return std::nullopt;  // reserved, or of indefinite length
  const std::size_t size = std::size_t{1} << (information - 24);
  if (bytes_.size() <= size) return std::nullopt;
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes_.subspan(1, size)) value = value << 8U | byte;
  // Section 4.2.1: not in the shortest form.
  if (size == 1 ? value < 24 : value >> (size * 4) == 0) return std::nullopt;
  bytes_ = bytes_.subspan(1 + size);
  return value;
}

std::optional<octet_view> cbor_reader::byte_string() {
  const octet_view before = bytes_;
  const auto size = head(2);
  if (!size) return std::nullopt;
  if (*size > bytes_.size()) {
    bytes_ = before;
    return std::nullopt;
  }
  const octet_view out = bytes_.first(static_cast<std::size_t>(*size));
  bytes_ = bytes_.subspan(out.size());
  return out;
}

std::optional<std::size_t> cbor_reader::array() {
  const octet_view before = bytes_;
  const auto count = head(4);
  if (count && *count <= bytes_.size()) return static_cast<std::size_t>(*count);
  bytes_ = before;
  return std::nullopt;
}

std::optional<std::size_t> cbor_reader::map() {
  const octet_view before = bytes_;
  const auto count = head(5);
  if (count && *count <= bytes_.size() / 2) return static_cast<std::size_t>(*count);
  bytes_ = before;
  return std::nullopt;
}

}  // namespace activateur
