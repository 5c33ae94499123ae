#include "badges/inflate.hpp"

#include <zlib.h>

#include <array>
#include <memory>

namespace activateur {

inflated_data inflate_zlib(std::string_view deflated, std::size_t most) {
  inflated_data out;
  z_stream stream{};
  if (deflated.size() > UINT32_MAX || inflateInit(&stream) != Z_OK) return out;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> ending(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(deflated.data()));
  stream.avail_in = static_cast<unsigned>(deflated.size());
  std::array<char, 16384> piece{};
  for (int state = Z_OK; state != Z_STREAM_END;) {
    stream.next_out = reinterpret_cast<unsigned char*>(piece.data());
    stream.avail_out = static_cast<unsigned>(piece.size());
    state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) return out;
    out.bytes.append(piece.data(), piece.size() - stream.avail_out);
    if (out.bytes.size() > most) {
      out = {inflate_end::too_big, {}, 0};
      return out;
    }
  }
  out.end = inflate_end::whole;
  out.left = stream.avail_in;
  return out;
}

}  // namespace activateur
