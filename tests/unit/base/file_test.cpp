#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "shared_data.hpp"

namespace activateur {
namespace {

TEST(File, ReadsBackWhatItWrote) {
  const test::scratch_directory scratch;
  const std::string path = (scratch / "a.bin").string();
  const std::string bytes("a\0b\xFF", 4);
  ASSERT_TRUE(write_file(path, bytes));
  EXPECT_EQ(*read_file(path, 4), bytes);
  ASSERT_TRUE(write_file(path, "second"));
  EXPECT_EQ(*read_file(path, 100), "second");
}

TEST(File, SaysWhyItCannotRead) {
  const test::scratch_directory scratch;
  const auto missing = read_file((scratch / "none").string(), 10);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.why().kind, failure::not_found);
  EXPECT_EQ(missing.why().what.code(), "file.read");

  const auto directory = read_file(scratch.string(), 10);
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.why().what.code(), "file.kind");

  const std::string path = scratch.write("big", "12345");
  const auto big = read_file(path, 4);
  ASSERT_FALSE(big);
  EXPECT_EQ(big.why().kind, failure::limit);
  EXPECT_EQ(big.why().text(language::en), path + ": The file has 5 bytes; at most 4 are accepted.");
}

TEST(File, DoesNotWaitForAWriterOfAPipe) {
  const test::scratch_directory scratch;
  const std::string path = (scratch / "pipe").string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(read_file(path, 10).why().what.code(), "file.kind");
}

TEST(File, WritesThroughALinkAndKeepsIt) {
  const test::scratch_directory scratch;
  std::filesystem::create_directory(scratch / "real");
  const std::string link = (scratch / "link").string(), target = (scratch / "real" / "a").string();
  std::filesystem::create_symlink("real/a", link);
  ASSERT_TRUE(write_file(link, "first"));  // the target is not there yet
  ASSERT_EQ(::chmod(target.c_str(), 0600), 0);
  ASSERT_TRUE(write_file(link, "second"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(*read_file(target, 100), "second");
  struct stat info {};
  ASSERT_EQ(::stat(target.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST(File, WritesIntoAPipeAndLeavesItOne) {
  const test::scratch_directory scratch;
  const std::string path = (scratch / "pipe").string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  ASSERT_TRUE(write_file(path, "said"));
  char got[8] = {};
  EXPECT_EQ(::read(reader, got, sizeof got), 4);
  EXPECT_STREQ(got, "said");
  ::close(reader);
  EXPECT_TRUE(std::filesystem::is_fifo(path));
}

TEST(File, StaysWholeWhenSeveralThreadsWriteIt) {
  const test::scratch_directory scratch;
  const std::string path = (scratch / "a").string();
  constexpr std::size_t bytes = 1U << 20U;
  ASSERT_TRUE(write_file(path, std::string(bytes, '0')));
  std::atomic<int> failed{0};
  std::vector<std::thread> writers;
  for (char letter = 'a'; letter < 'e'; ++letter)
    writers.emplace_back([&failed, &path, letter] {
      for (int i = 0; i < 10; ++i) {
        if (!write_file(path, std::string(bytes - static_cast<std::size_t>(letter), letter))) ++failed;
        const auto seen = read_file(path, bytes);
        if (!seen || seen->find_first_not_of((*seen)[0]) != std::string::npos ||
            (seen->size() != bytes && seen->size() != bytes - static_cast<std::size_t>((*seen)[0])))
          ++failed;
      }
    });
  for (std::thread& one : writers) one.join();
  EXPECT_EQ(failed, 0);
}

TEST(File, LeavesNothingBehindWhenItCannotWrite) {
  const test::scratch_directory scratch;
  const auto refused = write_file((scratch / "no" / "such").string(), "x");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.why().what.code(), "file.write");
  EXPECT_TRUE(std::filesystem::is_empty(scratch.string()));
}

}  // namespace
}  // namespace activateur
