// One importer being fuzzed: what it is told apart by are the names of the files it looks for.
#pragma once

#include <string_view>
#include <vector>

namespace activateur::fuzz {

struct fuzzed_source {
  // One name: the input is that file. Several: they lie in a folder, and the input is cut at its NUL bytes, which no
  // text may hold; each part is a file, those that no part is left for are not there.
  std::vector<std::string_view> files;
};

// Defined by each program, from its line in CMakeLists.txt.
extern const fuzzed_source source;

}  // namespace activateur::fuzz
