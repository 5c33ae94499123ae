#include "plugins/sealed_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "workshop.hpp"

namespace activateur::test {
namespace {

std::string text(const sealed_file& f) { return std::string(as_text(f.bytes())); }

TEST(SealedFile, KeepsTheBytesItReadWhateverBecomesOfTheFile) {
  const scratch_directory in;
  const std::string path = in.write("file", "as it was signed");
  const auto sealed = sealed_file::read(path, "test", 1000);
  ASSERT_TRUE(sealed.ok());
  in.write("file", "something else");
  EXPECT_EQ(text(*sealed), "as it was signed");
  EXPECT_EQ(slurp("/proc/self/fd/" + std::to_string(sealed->descriptor())), "as it was signed");
}

TEST(SealedFile, CannotBeWrittenResizedOrUnsealed) {
  const scratch_directory in;
  const auto sealed = sealed_file::read(in.write("file", "bytes"), "test", 1000);
  ASSERT_TRUE(sealed.ok());
  const int fd = sealed->descriptor();
  EXPECT_EQ(::pwrite(fd, "x", 1, 0), -1);
  EXPECT_EQ(::ftruncate(fd, 1), -1);
  EXPECT_EQ(::ftruncate(fd, 100), -1);
  EXPECT_EQ(::mmap(nullptr, 5, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0), MAP_FAILED);
  EXPECT_EQ(::fcntl(fd, F_ADD_SEALS, 0), -1);
  // Opening it anew through /proc gives no more rights.
  const int again = ::open(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDWR | O_CLOEXEC);
  if (again >= 0) {
    EXPECT_EQ(::pwrite(again, "x", 1, 0), -1);
    ::close(again);
  }
  EXPECT_EQ(text(*sealed), "bytes");
}

TEST(SealedFile, IsBoundedAndMayBeEmpty) {
  const scratch_directory in;
  const std::string path = in.write("file", "12345");
  EXPECT_EQ(code_of(sealed_file::read(path, "test", 4)), "file.size");
  EXPECT_EQ(code_of(sealed_file::read(path, "test", 5)), "ok");
  EXPECT_EQ(text(*sealed_file::read(in.write("file", ""), "test", 5)), "");
}

}  // namespace
}  // namespace activateur::test
