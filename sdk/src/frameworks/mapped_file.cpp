#include "frameworks/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/system_reason.hpp"

namespace activateur {
namespace {

constexpr message cannot_map{"framework.read", "The file cannot be read ({0}). Check its name and your rights.",
                             "Le fichier ne peut pas être lu ({0}). Vérifiez son nom et vos droits."};
constexpr message not_a_file{"framework.kind", "This is not a regular file. Give a compiled framework.",
                             "Ce n'est pas un fichier ordinaire. Donnez un référentiel compilé."};
constexpr message too_big{"framework.file_size",
                          "The file has {0} bytes; at most {1} are accepted. Check that it is a compiled framework.",
                          "Le fichier fait {0} octets ; {1} au plus sont acceptés. Vérifiez que c'est un référentiel "
                          "compilé."};

}  // namespace

result<std::unique_ptr<mapped_file>> mapped_file::open(const std::string& path, std::size_t max_bytes) {
  const location where{path, {}, 0, 0};
  const auto refuse = [&](int code) {
    return fail(code == ENOENT ? failure::not_found : failure::io, cannot_map, {system_reason(code)}, where);
  };
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return refuse(errno);
  const struct closing {
    int fd;
    ~closing() { ::close(fd); }
  } close_at_end{fd};
  struct stat info {};
  if (::fstat(fd, &info) != 0) return refuse(errno);
  if (!S_ISREG(info.st_mode)) return fail(failure::io, not_a_file, {}, where);
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > max_bytes) return fail(failure::limit, too_big, {std::to_string(size), std::to_string(max_bytes)}, where);
  if (size == 0) return std::unique_ptr<mapped_file>(new mapped_file(nullptr, 0, 0));
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
  if (at == MAP_FAILED) return refuse(errno);
  return std::unique_ptr<mapped_file>(new mapped_file(static_cast<const char*>(at), size, info.st_mtim.tv_nsec));
}

void mapped_file::expect_reading() const {
#ifdef MADV_POPULATE_READ
  if (at_ != nullptr) (void)::madvise(const_cast<char*>(at_), size_, MADV_POPULATE_READ);  // Linux 5.14; else slower
#endif
}

mapped_file::~mapped_file() {
  if (at_ != nullptr) ::munmap(const_cast<char*>(at_), size_);
}

}  // namespace activateur
