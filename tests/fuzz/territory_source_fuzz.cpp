// Any bytes as one source of a territory: read without fault or refused with a reason, and what is taken is a territory
// that reads back as it was written.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>

#include "scratch.hpp"
#include "territory/import_territory.hpp"

using namespace activateur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::scratch file("activateur-territory-fuzz");
  const std::string path = file.path.string();
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  for (const bool leave_out : {false, true}) {
    territory_import_options options;
    options.format = FUZZED_FORMAT;
    options.leave_out_faults = leave_out;
    options.from = geographic_point{48.85, 2.35};
    const auto read = import_territory({path}, options, framework_set{}, context{});
    if (!read) {
      if (read.why().what.empty() || read.why().kind == failure::internal || read.why().kind == failure::usage)
        std::abort();
      continue;
    }
    static_cast<void>(import_document(*read));
    if (!read->made) {
      if (read->report.problems.empty()) std::abort();
      continue;
    }
    if (!leave_out && read->report.problem_count != 0) std::abort();
    const json written = to_document(*read->made);
    const auto again = read_territory(written, "again");
    if (!again || to_document(*again) != written) std::abort();
  }
  return 0;
}
