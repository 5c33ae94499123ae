// A file seen as memory, read-only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

// The file must not be cut while it is mapped (the system would stop the process): replace it by renaming
// another one over it, as write_file does.
class mapped_file {
 public:
  // Refuses what is not a regular file, and files above `max_bytes`.
  static result<std::unique_ptr<mapped_file>> open(const std::string& path, std::size_t max_bytes);

  mapped_file(const mapped_file&) = delete;
  mapped_file& operator=(const mapped_file&) = delete;
  ~mapped_file();

  [[nodiscard]] std::string_view bytes() const { return {at_, size_}; }
  // The nanoseconds of the file's modification time when it was opened.
  [[nodiscard]] std::int64_t modified_nanoseconds() const { return modified_nanoseconds_; }
  // All of it will be read: fetches it at once rather than page by page.
  void expect_reading() const;

 private:
  mapped_file(const char* at, std::size_t size, std::int64_t modified_nanoseconds)
      : at_(at), size_(size), modified_nanoseconds_(modified_nanoseconds) {}
  const char* at_;  // null when the file is empty
  std::size_t size_;
  std::int64_t modified_nanoseconds_;
};

}  // namespace activateur
