// A file's bytes, read once into memory that nobody can change any more.
//
// A plugin is checked and then loaded. Were it loaded from its path, the file could be replaced between the two.
// The bytes are therefore copied into a memfd sealed against writing and resizing (fcntl(2), F_ADD_SEALS); the
// digest is taken over these bytes and the loader is given this very descriptor.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "base/result.hpp"
#include "crypto/encoding.hpp"

namespace activateur {

class sealed_file {
 public:
  // `name` is for people: in errors and in /proc.
  static result<sealed_file> read(const std::string& path, const std::string& name, std::size_t max_bytes);

  sealed_file(sealed_file&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)),
        mapped_(std::exchange(other.mapped_, nullptr)),
        size_(other.size_) {}
  sealed_file& operator=(sealed_file&&) = delete;
  ~sealed_file();

  [[nodiscard]] octet_view bytes() const { return {mapped_, size_}; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  sealed_file(int descriptor, std::size_t size) : descriptor_(descriptor), size_(size) {}

  int descriptor_ = -1;
  const std::uint8_t* mapped_ = nullptr;  // read-only, `size_` bytes
  std::size_t size_ = 0;
};

}  // namespace activateur
