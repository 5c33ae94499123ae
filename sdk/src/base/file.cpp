#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <system_error>

#include "base/system_reason.hpp"

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

// Where symbolic links lead, also to a file that is not there yet: the rename must replace that one, not the link.
std::string behind_links(std::string path) {
  constexpr int links_max = 40;  // as Linux follows
  std::array<char, PATH_MAX> to{};
  for (int i = 0; i < links_max; ++i) {
    const ssize_t n = ::readlink(path.c_str(), to.data(), to.size());
    if (n <= 0 || static_cast<std::size_t>(n) == to.size()) break;
    const std::string_view next(to.data(), static_cast<std::size_t>(n));
    const auto slash = next.starts_with('/') ? std::string::npos : path.rfind('/');
    path = (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + std::string(next);
  }
  return path;
}

// A new file of this writer alone, its name in `beside`: other threads and processes may be writing the same target.
int open_beside(const std::string& target, mode_t mode, std::string& beside) {
  static std::atomic<std::uint64_t> writers{0};
  constexpr int attempts_max = 1'000;
  for (int attempt = 0; attempt < attempts_max; ++attempt) {
    const std::string name = target + ".part-" + std::to_string(::getpid()) + '-' + std::to_string(writers++);
    const int opened = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (opened >= 0) beside = name;
    if (opened >= 0 || errno != EEXIST) return opened;
  }
  return -1;
}

}  // namespace

result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const location where{path, {}, 0, 0};
  const descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (file.get() < 0 || ::fstat(file.get(), &info) != 0)
    return fail(errno == ENOENT ? failure::not_found : failure::io, cannot_read, {system_reason(errno)}, where);
  if (!S_ISREG(info.st_mode)) return fail(failure::io, not_a_file, {}, where);
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > max_bytes) return fail(failure::limit, too_big, {std::to_string(size), std::to_string(max_bytes)}, where);
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n = ::read(file.get(), bytes.data() + got, size - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(failure::io, cannot_read, {system_reason(errno)}, where);
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  bytes.resize(got);
  return bytes;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

result<void> write_file(const std::string& path, std::string_view bytes) {
  const location where{path, {}, 0, 0};
  std::string beside;
  const auto refuse = [&] {
    error e = fail(failure::io, cannot_write, {reason_not_made(errno)}, where);
    if (!beside.empty()) ::unlink(beside.c_str());
    return e;
  };
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && !S_ISREG(there.st_mode)) {
    // A device or a pipe is written to: a file in its place would take it from everybody.
    descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0 || !write_all(file.get(), bytes) || file.close() != 0) return refuse();
    return {};
  }
  const std::string target = behind_links(path);
  const mode_t mode = exists ? there.st_mode & 0777U : 0644U;
  const int opened = open_beside(target, mode, beside);
  if (opened < 0) return refuse();
  descriptor file(opened);
  if (exists) ::fchmod(file.get(), mode);  // where it is refused, fewer may read, not more
  if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0 || file.close() != 0) return refuse();
  if (::rename(beside.c_str(), target.c_str()) != 0) return refuse();
  return {};
}

}  // namespace activateur
