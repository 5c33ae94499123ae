// Any bytes as what a server sends, in pieces of any size. The first byte says how large they are.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "net/http.hpp"

namespace activateur {
namespace {

constexpr std::size_t body_bytes_max = 4096;

void require(bool held) {
  if (!held) std::abort();
}

class pieces : public byte_stream {
 public:
  pieces(std::string_view bytes, std::size_t size) : rest_(bytes), size_(size) {}
  result<std::size_t> read(char* into, std::size_t room) override {
    const std::size_t n = std::min({rest_.size(), room, size_});
    std::copy_n(rest_.begin(), n, into);
    rest_.remove_prefix(n);
    return n;
  }
  result<void> write(std::string_view) override { return {}; }

 private:
  std::string_view rest_;
  std::size_t size_;
};

std::string outcome(std::string_view bytes, std::size_t size) {
  pieces from(bytes, size);
  http_answer answer(from, "peer");
  if (const auto head = answer.read_head(); !head) return head.why().text(language::en);
  require(answer.status() >= 200 && answer.status() <= 599);
  require(answer.location().find_first_of("\r\n") == std::string::npos);
  const auto body = answer.read_body(body_bytes_max);
  if (!body) return body.why().text(language::en);
  require(body->size() <= body_bytes_max);
  return std::to_string(answer.status()) + answer.location() + '\n' + *body;
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  // How the bytes arrive changes nothing.
  activateur::require(activateur::outcome(text, bytes[0] + 1U) == activateur::outcome(text, text.size() + 1));
  return 0;
}
