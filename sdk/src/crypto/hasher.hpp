// Digests of many small texts, one after the other.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace activateur {

enum class digest_method { sha256, sha384 };

// Large enough for any method; bytes beyond hasher::size() are 0, so that whole arrays compare as digests do.
using digest_octets = std::array<std::uint8_t, 48>;

// One context used again for every text: OpenSSL takes longer to make one than to hash a hundred bytes.
// Not thread-safe: one hasher a thread. Throws std::runtime_error when OpenSSL has no SHA-2 or no memory.
class hasher {
 public:
  explicit hasher(digest_method method);
  ~hasher();
  hasher(const hasher&) = delete;
  hasher& operator=(const hasher&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }  // bytes of a digest
  void add(std::string_view text);
  // The digest of all that was added since the last call; the next text starts empty.
  digest_octets finish();
  digest_octets of(std::string_view text) {
    add(text);
    return finish();
  }

 private:
  struct state;
  std::unique_ptr<state> state_;
  std::size_t size_;
};

}  // namespace activateur
