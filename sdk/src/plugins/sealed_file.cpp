#include "plugins/sealed_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/file.hpp"
#include "plugins/messages.hpp"

namespace activateur {
namespace {

// Since Linux 6.3 a system may demand that memory files say they are not for execve(2) (vm.memfd_noexec); mapping
// them as a library stays possible. The headers of older systems lack the name, their kernels refuse the bit.
constexpr unsigned noexec_seal = 0x0008U;

int memory_file(const char* name) {
  const unsigned flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  const int fd = ::memfd_create(name, flags | noexec_seal);
  return fd < 0 && errno == EINVAL ? ::memfd_create(name, flags) : fd;
}

}  // namespace

result<sealed_file> sealed_file::read(const std::string& path, const std::string& name, std::size_t max_bytes) {
  const auto bytes = read_file(path, max_bytes);
  if (!bytes) return bytes.why();

  const auto refuse = [&] {
    return fail(failure::io, plugin_messages::no_sealing, {name, std::generic_category().message(errno)},
                {path, {}, 0, 0});
  };
  sealed_file out(memory_file(name.c_str()), bytes->size());
  if (out.descriptor_ < 0 || !write_all(out.descriptor_, *bytes)) return refuse();
  if (::fcntl(out.descriptor_, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    return refuse();
  if (out.size_ > 0) {  // mmap refuses empty mappings
    void* at = ::mmap(nullptr, out.size_, PROT_READ, MAP_PRIVATE, out.descriptor_, 0);
    if (at == MAP_FAILED) return refuse();
    out.mapped_ = static_cast<const std::uint8_t*>(at);
  }
  return out;
}

sealed_file::~sealed_file() {
  if (mapped_ != nullptr) ::munmap(const_cast<std::uint8_t*>(mapped_), size_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace activateur
