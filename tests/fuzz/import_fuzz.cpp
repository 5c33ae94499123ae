// Any bytes as one kind of source (import_fuzz.hpp): read without fault or refused with a reason, and what is taken
// holds together. Compiled once for the programs of all kinds.
#include "import_fuzz.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "frameworks/export.hpp"
#include "frameworks/import.hpp"
#include "scratch.hpp"

namespace {

using namespace activateur;

// The path to import.
std::string write_source(const std::filesystem::path& folder, std::string_view input) {
  std::filesystem::create_directories(folder);
  const auto& files = fuzz::source.files;
  const auto write = [&](std::string_view name, std::string_view bytes) {
    std::ofstream(folder / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  };
  if (files.size() == 1) {
    write(files.front(), input);
    return (folder / files.front()).string();
  }
  bool left = true;
  for (const std::string_view name : files) {
    if (left) {
      const std::size_t end = input.find('\0');
      write(name, input.substr(0, end));
      left = end != std::string_view::npos;
      input.remove_prefix(left ? end + 1 : input.size());
    } else {
      std::filesystem::remove(folder / name);
    }
  }
  return folder.string();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::scratch folder("activateur-import-fuzz");
  const std::string path = write_source(folder.path, {reinterpret_cast<const char*>(bytes), size});
  for (const bool leave_out : {false, true}) {
    import_options options;
    options.leave_out_faults = leave_out;
    const auto read = import_framework(path, options, context{});
    if (!read) {
      if (read.why().what.empty() || read.why().kind == failure::internal || read.why().kind == failure::usage)
        std::abort();
      continue;
    }
    static_cast<void>(import_document(*read, nullptr));
    if (!read->framework) {
      if (read->report.problems.empty()) std::abort();
      continue;
    }
    if (!leave_out && read->report.problem_count != 0) std::abort();
    if (!read->framework->check()) std::abort();
    static_cast<void>(case_package_of(*read->framework, "https://example.org/", instant{0}));
    static_cast<void>(sheet_of(*read->framework));
  }
  return 0;
}
