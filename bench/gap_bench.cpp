// One person against one job, and against all; on full ROME 4.0 when it is at hand ($ACTIVATEUR_SHARED or ../shared),
// else on the excerpt.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "engine.hpp"

namespace {

using namespace activateur;

std::string rome_directory() {
  const char* named = std::getenv("ACTIVATEUR_SHARED");
  const std::filesystem::path root = std::filesystem::path(ACTIVATEUR_SOURCE_DIR);
  const std::filesystem::path shared = named != nullptr ? std::filesystem::path(named) : root / ".." / "shared";
  const auto official = shared / "data" / "rome4_v460" / "raw";
  return std::filesystem::is_directory(official) ? official.string() : (root / "data" / "rome-excerpt").string();
}

framework_ptr rome() {
  static const framework_ptr imported = *import_framework(rome_directory(), {});
  return imported;
}

const json& person() {
  static const json portfolio = {
      {"person", "bench"},
      {"experiences",
       {{{"id", "e1"}, {"title", "home help"}, {"kind", "work"}, {"months", 24}, {"jobs", {"rome:K1304"}}},
        {{"id", "e2"}, {"title", "canteen"}, {"kind", "work"}, {"months", 12}, {"jobs", {"rome:G1607"}}}}}};
  return portfolio;
}

void run(benchmark::State& state, result<json> (engine::*operation)(const analysis_request&, const context&) const) {
  engine e;
  e.use(rome());
  analysis_request asked;
  asked.portfolio = &person();
  asked.target = "rome:K1311";
  asked.top = 20;
  context with;
  with.now = *parse_date_time("2026-06-01T00:00:00Z");
  for (auto _ : state) {
    const auto done = (e.*operation)(asked, with);
    if (!done) state.SkipWithError("failed");
    benchmark::DoNotOptimize(done);
  }
  state.counters["jobs"] = static_cast<double>(rome()->counts().jobs);
}

void open_framework(benchmark::State& state) {
  const std::string path = (std::filesystem::temp_directory_path() / "activateur-bench.adpf").string();
  if (!write_file(path, rome()->bytes())) state.SkipWithError("not written");
  for (auto _ : state) benchmark::DoNotOptimize(framework::open(path));
  state.counters["bytes"] = static_cast<double>(rome()->bytes().size());
  std::filesystem::remove(path);
}

void import_rome_files(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(import_framework(rome_directory(), {}));
}

BENCHMARK_CAPTURE(run, gap_document, &engine::gap)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run, map_document, &engine::map)->Unit(benchmark::kMicrosecond);
BENCHMARK(open_framework)->Unit(benchmark::kMicrosecond);
BENCHMARK(import_rome_files)->Unit(benchmark::kMillisecond);

}  // namespace
