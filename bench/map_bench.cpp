// The carte des possibles of one person over every job; on full ROME 4.0 when it is at hand ($ACTIVATEUR_SHARED or
// ../shared), else on the excerpt.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "analysis/map_shelf.hpp"
#include "engine.hpp"

namespace {

using namespace activateur;

framework_ptr rome() {
  static const framework_ptr imported = [] {
    const char* named = std::getenv("ACTIVATEUR_SHARED");
    const std::filesystem::path root = std::filesystem::path(ACTIVATEUR_SOURCE_DIR);
    const std::filesystem::path shared = named != nullptr ? std::filesystem::path(named) : root / ".." / "shared";
    const auto official = shared / "data" / "rome4_v460" / "raw";
    const bool whole = std::filesystem::is_directory(official);
    return *import_framework((whole ? official : root / "data" / "rome-excerpt").string(), {});
  }();
  return imported;
}

const json& person() {
  static const json portfolio = json::parse(R"({"person":"bench",
    "experiences":[{"id":"e1","kind":"work","months":24,"jobs":["rome:K1304"]},
                   {"id":"e2","kind":"work","months":12,"jobs":["rome:G1607"]}],
    "feedback":[{"id":"f1","competence":"rome:120684","role":"client","level":4},
                {"id":"f2","competence":"rome:489933","role":"professional","level":4,"kind":"observation"}],
    "wishes":{"interests":{"S":1,"A":0.5},"refuses":["Travail de nuit"]}})");
  return portfolio;
}

context noon() {
  context with;
  with.now = *parse_date_time("2026-06-01T12:00:00Z");
  return with;
}

// What an engine does for a map once the person is weighed, without the document: ranking, and explaining every target.
void computation(benchmark::State& state) {
  const bool near = state.range(0) != 0;
  framework_set frameworks;
  frameworks.add(rome());
  map_shelf shelf;
  std::shared_ptr<const job_nearness> nearness;
  map_aids aids;
  aids.table = [&](const framework_ptr& f) { return shelf.table(f, default_policy().map.door_share); };
  if (near) {
    nearness = std::make_shared<job_nearness>(rome());
    aids.nearness = [&](const framework_ptr& f, std::uint32_t job) {
      return shelf.near(f, job, [&] {
        std::vector<double> odds = nearness->scores(job);
        for (double& o : odds) o = 1 / (1 + std::exp(-o));
        return odds;
      });
    };
  }
  aids.explained = state.range(1) != 0;
  const auto read = read_portfolio(person(), "bench");
  if (!read) return state.SkipWithError("not read");
  const auto known = recognise(*read, frameworks, default_policy(), {}, noon());
  if (!known) return state.SkipWithError("failed");
  benchmark::DoNotOptimize(map_possibilities(*read, *known, frameworks, default_policy(), aids));
  for (auto _ : state) benchmark::DoNotOptimize(map_possibilities(*read, *known, frameworks, default_policy(), aids));
  state.counters["jobs"] = static_cast<double>(rome()->counts().jobs);
}

void weighing(benchmark::State& state) {
  framework_set frameworks;
  frameworks.add(rome());
  const auto read = read_portfolio(person(), "bench");
  if (!read) return state.SkipWithError("not read");
  for (auto _ : state) benchmark::DoNotOptimize(recognise(*read, frameworks, default_policy(), {}, noon()));
}

void table(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(map_table(rome(), default_policy().map.door_share));
}

void document(benchmark::State& state) {
  engine e;
  e.use(rome());
  analysis_request asked;
  asked.portfolio = &person();
  asked.top = static_cast<std::size_t>(state.range(0));
  benchmark::DoNotOptimize(e.map(asked, noon()));  // makes what is kept
  for (auto _ : state) {
    const auto done = e.map(asked, noon());
    if (!done) state.SkipWithError("failed");
    benchmark::DoNotOptimize(done);
  }
}

void doors(benchmark::State& state) {
  engine e;
  e.use(rome());
  analysis_request asked;
  asked.portfolio = &person();
  asked.target = "rome:120684";
  asked.top = 20;
  benchmark::DoNotOptimize(e.doors(asked, noon()));
  for (auto _ : state) {
    const auto done = e.doors(asked, noon());
    if (!done) state.SkipWithError("failed");
    benchmark::DoNotOptimize(done);
  }
}

BENCHMARK(computation)
    ->Args({0, 0})
    ->Args({0, 1})
    ->Args({1, 1})
    ->ArgNames({"nearness", "explained"})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(weighing)->Unit(benchmark::kMicrosecond);
BENCHMARK(document)->Arg(20)->Arg(0)->ArgName("top")->Unit(benchmark::kMicrosecond);
BENCHMARK(doors)->Unit(benchmark::kMicrosecond);
BENCHMARK(table)->Unit(benchmark::kMicrosecond);

}  // namespace
