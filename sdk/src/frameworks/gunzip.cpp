#include "frameworks/gunzip.hpp"

#include <zlib.h>

#include <array>

namespace activateur {
namespace {

constexpr message damaged{"gzip.damaged", "The compressed file is damaged or cut short. Download it again.",
                          "Le fichier compressé est abîmé ou tronqué. Téléchargez-le de nouveau."};
constexpr message too_large{"gzip.size", "The compressed file holds more than {0} bytes. Check that it is a table.",
                            "Le fichier compressé contient plus de {0} octets. Vérifiez que c'est une table."};

class inflater {
 public:
  inflater() { ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK; }  // 16: gzip, not zlib
  ~inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  inflater(const inflater&) = delete;
  inflater& operator=(const inflater&) = delete;
  [[nodiscard]] bool ready() const { return ready_; }
  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
  bool ready_ = false;
};

}  // namespace

bool looks_gzipped(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes, const std::string& source) {
  inflater work;
  const location where{source, {}, 0, 0};
  if (!work.ready() || bytes.size() > max_bytes)
    return fail(failure::limit, too_large, {std::to_string(max_bytes)}, where);
  z_stream& z = work.stream();
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT(*-const-cast): zlib only reads it
  z.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 1U << 16U> part{};
  while (true) {
    z.next_out = reinterpret_cast<Bytef*>(part.data());
    z.avail_out = static_cast<uInt>(part.size());
    const int state = inflate(&z, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) return fail(failure::input, damaged, {}, where);
    const std::size_t got = part.size() - z.avail_out;
    if (out.size() + got > max_bytes) return fail(failure::limit, too_large, {std::to_string(max_bytes)}, where);
    out.append(part.data(), got);
    if (state != Z_STREAM_END) continue;
    if (z.avail_in == 0) return out;
    if (inflateReset(&z) != Z_OK) return fail(failure::input, damaged, {}, where);
  }
}

}  // namespace activateur
