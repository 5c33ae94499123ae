#include "badges/status_list.hpp"

#include <zlib.h>

#include <array>

#include "crypto/encoding.hpp"

namespace activateur {

std::optional<std::string> read_status_bits(std::string_view encoded) {
  // GZIP starts with 1f 8b, "H4s" in base64url: the prefix cannot be mistaken for data.
  if (encoded.starts_with('u')) encoded.remove_prefix(1);
  while (encoded.ends_with('=')) encoded.remove_suffix(1);  // StatusList2021 issuers pad
  const auto packed = from_base64url(encoded);
  if (!packed || packed->empty()) return std::nullopt;
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return std::nullopt;
  stream.next_in = const_cast<Bytef*>(packed->data());  // zlib reads it only
  stream.avail_in = static_cast<uInt>(packed->size());
  std::string out;
  std::array<char, 65536> piece{};
  int state = Z_OK;
  while (state == Z_OK && out.size() <= status_list_bytes_max) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
    if (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0) break;  // cut short
  }
  const bool all_read = stream.avail_in == 0;
  inflateEnd(&stream);
  if (state != Z_STREAM_END || !all_read || out.size() > status_list_bytes_max) return std::nullopt;
  return out;
}

std::optional<std::uint64_t> status_at(std::string_view bits, std::uint64_t index, std::uint64_t size) {
  const std::uint64_t total = static_cast<std::uint64_t>(bits.size()) * 8;
  if (size == 0 || size > status_size_max || index >= total / size) return std::nullopt;
  std::uint64_t value = 0;
  for (std::uint64_t bit = index * size; bit < (index + 1) * size; ++bit) {
    const auto byte = static_cast<unsigned char>(bits[static_cast<std::size_t>(bit / 8)]);
    value = value * 2 + ((byte >> (7U - bit % 8U)) & 1U);
  }
  return value;
}

}  // namespace activateur
