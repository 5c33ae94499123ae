// Reading and writing whole files; writes are all or nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

// Refuses directories, and files above `max_bytes` before reading them.
result<std::string> read_file(const std::string& path, std::size_t max_bytes);

// All of the bytes to an open file; false: errno says why.
bool write_all(int file, std::string_view bytes);

// Writes beside `path`, flushes to the disk, then renames: readers see the old file or the new one, whole, also when
// several write it at once. A symbolic link stays one, and a file its mode. What exists and is no regular file (a
// device, a pipe) is written in place.
result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace activateur
