#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace activateur {
namespace {

constexpr message cannot_read{"file.read", "The file cannot be read ({0}). Check its name and your rights.",
                              "Le fichier ne peut pas être lu ({0}). Vérifiez son nom et vos droits."};
constexpr message cannot_write{
    "file.write", "The file cannot be written ({0}). Check the free space and your rights on the folder.",
    "Le fichier ne peut pas être écrit ({0}). Vérifiez l'espace libre et vos droits sur le dossier."};
constexpr message not_a_file{"file.kind", "This is not a regular file.", "Ce n'est pas un fichier ordinaire."};
constexpr message too_big{"file.size", "The file has {0} bytes; at most {1} are accepted.",
                          "Le fichier fait {0} octets ; {1} au plus sont acceptés."};

std::string system_reason() { return std::generic_category().message(errno); }

class descriptor {
 public:
  explicit descriptor(int fd) : fd_(fd) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  // Closes now, so that a failure to write back is seen.
  int close() {
    const int status = ::close(fd_);
    fd_ = -1;
    return status;
  }

 private:
  int fd_;
};

}  // namespace

result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const location where{path, {}, 0, 0};
  const descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (file.get() < 0 || ::fstat(file.get(), &info) != 0)
    return fail(errno == ENOENT ? failure::not_found : failure::io, cannot_read, {system_reason()}, where);
  if (!S_ISREG(info.st_mode)) return fail(failure::io, not_a_file, {}, where);
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > max_bytes) return fail(failure::limit, too_big, {std::to_string(size), std::to_string(max_bytes)}, where);
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n = ::read(file.get(), bytes.data() + got, size - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(failure::io, cannot_read, {system_reason()}, where);
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  bytes.resize(got);
  return bytes;
}

result<void> write_file(const std::string& path, std::string_view bytes) {
  const location where{path, {}, 0, 0};
  const std::string beside = path + ".part-" + std::to_string(::getpid());
  const auto refuse = [&] {
    error e = fail(failure::io, cannot_write, {system_reason()}, where);
    ::unlink(beside.c_str());
    return e;
  };
  descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return refuse();
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return refuse();
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fsync(file.get()) != 0 || file.close() != 0) return refuse();
  if (::rename(beside.c_str(), path.c_str()) != 0) return refuse();
  return {};
}

}  // namespace activateur
