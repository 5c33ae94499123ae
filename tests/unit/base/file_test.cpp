#include "base/file.hpp"

#include <sys/stat.h>

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

TEST(File, LeavesNothingBehindWhenItCannotWrite) {
  const test::scratch_directory scratch;
  const auto refused = write_file((scratch / "no" / "such").string(), "x");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.why().what.code(), "file.write");
  EXPECT_TRUE(std::filesystem::is_empty(scratch.string()));
}

}  // namespace
}  // namespace activateur
