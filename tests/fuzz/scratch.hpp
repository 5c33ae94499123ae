// Where a fuzz program writes its input for what reads files; gone when the program ends.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace activateur::fuzz {

struct scratch {
  std::filesystem::path path;

  explicit scratch(const std::string& name)
      : path(std::filesystem::temp_directory_path() / (name + '-' + std::to_string(::getpid()))) {}
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
  ~scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

}  // namespace activateur::fuzz
