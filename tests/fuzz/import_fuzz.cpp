// Any bytes as each kind of source: read without fault or refused with a reason, and what is taken holds together. The
// first byte chooses the kind.
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "frameworks/export.hpp"
#include "frameworks/import.hpp"

namespace {

using namespace activateur;

// Files by which each kind is known; the fuzzed one is the first.
constexpr std::array<std::array<const char*, 2>, 6> kinds{{{"x.json", ""},
                                                           {"x.csv", ""},
                                                           {"x.txt", ""},
                                                           {"skills_en.csv", "occupations_en.csv"},
                                                           {"export_fiches_CSV_Standard_2026.csv", ""},
                                                           {"unix_referentiel_competence_v460_utf8.csv", ""}}};

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  static const std::filesystem::path base =
      std::filesystem::temp_directory_path() / ("activateur-import-fuzz-" + std::to_string(::getpid()));
  const std::size_t kind = bytes[0] % kinds.size();
  const auto folder = base / std::to_string(kind);
  std::filesystem::create_directories(folder);
  write(folder / kinds[kind][0], std::string(reinterpret_cast<const char*>(bytes) + 1, size - 1));
  for (const bool leave_out : {false, true}) {
    import_options options;
    options.leave_out_faults = leave_out;
    const std::string path = (kind < 3 ? folder / kinds[kind][0] : folder).string();
    const auto read = import_framework(path, options, context{});
    if (!read) {
      if (read.why().what.empty() || read.why().kind == failure::internal) std::abort();
      continue;
    }
    static_cast<void>(import_document(*read, nullptr));
    if (!read->framework) {
      if (read->report.problems.empty()) std::abort();
      continue;
    }
    if (!read->framework->check()) std::abort();
    static_cast<void>(case_package_of(*read->framework, "https://example.org/", instant{0}));
    static_cast<void>(sheet_of(*read->framework));
  }
  return 0;
}
