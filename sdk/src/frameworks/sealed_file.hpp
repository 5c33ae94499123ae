// A compiled framework on disk, sealed: known at a glance to be as it was written.
//
// Reading a file of tens of megabytes through, only to know that it is whole, would cost each process that opens it
// more than everything it then does with it. So the writer, who has just checked the bytes, gives the file a
// modification time whose nanoseconds are a digest of its checksum. Whoever changes the file afterwards changes that
// time; who copies it without its times takes the seal off, and the file is read through again. The seal vouches for
// the file since it was written, not for the disk: framework::check() reads it through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace activateur {

// The nanoseconds of the modification time of a sealed file.
constexpr std::int64_t seal_of(std::uint64_t checksum) { return static_cast<std::int64_t>(checksum % 1'000'000'000U); }

// Writes a compiled framework, all or nothing, and seals it. Where the file system keeps no such times the file
// stays unsealed.
result<void> write_sealed(const std::string& path, std::string_view compiled_bytes);

}  // namespace activateur
