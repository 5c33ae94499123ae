// Where the tests find the shared vectors and reference data; tests that need them skip when they are not there.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace activateur::test {

// $ACTIVATEUR_SHARED, else ../shared beside the checkout; empty when neither is there.
inline std::string shared_directory() {
  if (const char* named = std::getenv("ACTIVATEUR_SHARED"); named != nullptr && *named != '\0') return named;
  const std::filesystem::path beside = std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / ".." / "shared";
  return std::filesystem::is_directory(beside) ? beside.lexically_normal().string() : std::string{};
}

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

// A directory of its own for one test, removed with it.
class scratch_directory {
 public:
  scratch_directory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "activateur-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~scratch_directory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  scratch_directory(const scratch_directory&) = delete;
  scratch_directory& operator=(const scratch_directory&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] std::string string() const { return path_.string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace activateur::test

// Skips visibly when the shared files are not at hand.
#define ACTIVATEUR_NEEDS_SHARED(variable, relative)                                         \
  if (activateur::test::shared_directory().empty())                                         \
    GTEST_SKIP() << "set ACTIVATEUR_SHARED to the directory of vectors and reference data"; \
  const std::filesystem::path variable = std::filesystem::path(activateur::test::shared_directory()) / (relative)
