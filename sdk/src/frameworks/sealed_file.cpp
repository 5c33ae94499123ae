#include "frameworks/sealed_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>

#include "base/file.hpp"
#include "frameworks/compiled.hpp"

namespace activateur {

result<void> write_sealed(const std::string& path, std::string_view compiled_bytes) {
  if (auto written = write_file(path, compiled_bytes); !written) return written;
  struct stat info {};
  compiled::header head{};
  if (compiled_bytes.size() < sizeof head || ::stat(path.c_str(), &info) != 0) return {};
  std::memcpy(&head, compiled_bytes.data(), sizeof head);
  const std::array<timespec, 2> times{timespec{0, UTIME_OMIT},
                                      timespec{info.st_mtim.tv_sec, static_cast<long>(seal_of(head.checksum))}};
  (void)::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
  return {};
}

}  // namespace activateur
