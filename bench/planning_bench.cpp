// How long plans of everyday size take: some twenty requirements, some hundred opportunities.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "planning/explanation.hpp"
#include "planning/random.hpp"
#include "planning/solve.hpp"

namespace {

activateur::plan_problem everyday(int requirements, int opportunities, int horizon = 78) {
  activateur::random_source r(2026);
  activateur::plan_problem p;
  p.horizon = horizon;
  p.capacity = 20;
  p.budget = 1200;
  p.week_weight = 25;
  p.hour_weight = 4;
  p.fact_count = requirements;
  for (int i = 0; i < opportunities; ++i) {
    activateur::action a;
    a.id = std::to_string(i);
    const int first = i % requirements;
    a.produces.push_back(first);
    if (first + 1 < requirements && r.below(3) == 0) a.produces.push_back(first + 1);
    a.cost = 10 * r.below(20);
    a.duration = 1 + r.below(8);
    a.load = 1 + r.below(8);
    a.hours = a.load * a.duration;
    for (int s = r.below(4); s + a.duration <= p.horizon; s += 1 + r.below(5)) a.starts.push_back(s);
    if (first >= 4 && r.below(2) == 0) a.requires_.push_back({1, {first - 4}});
    p.actions.push_back(std::move(a));
  }
  for (int f = 0; f < requirements; ++f) p.goal.push_back({1, {f}});
  return p;
}

void first_plan(benchmark::State& state) {
  const auto p = everyday(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  for (auto _ : state) benchmark::DoNotOptimize(activateur::solve(p, {1, 0, 1}, {}));
}
BENCHMARK(first_plan)->Args({20, 80})->Args({40, 400})->Unit(benchmark::kMillisecond);

void good_plan(benchmark::State& state) {
  const auto p = everyday(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  double objective = 0;
  double bound = 0;
  for (auto _ : state) {
    const auto found = activateur::solve(p, {2000, 0, 1}, {});
    objective = found->objective;
    bound = found->bound;
  }
  state.counters["objective"] = objective;
  state.counters["bound"] = bound;
}
BENCHMARK(good_plan)->Args({20, 80})->Args({40, 400})->Unit(benchmark::kMillisecond);

// How long the proof takes as requirements, opportunities and weeks grow; `proven` is 1 when it was had; that
// there is no plan counts too.
void proof(benchmark::State& state) {
  const auto p =
      everyday(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), static_cast<int>(state.range(2)));
  bool proven = false;
  for (auto _ : state) {
    const auto found = activateur::solve(p, {200'000, 0, 1}, {});
    proven = found->optimal || found->proven_infeasible;
  }
  state.counters["proven"] = proven ? 1 : 0;
}
BENCHMARK(proof)
    ->ArgNames({"requirements", "opportunities", "weeks"})
    ->Args({10, 300, 78})
    ->Args({15, 300, 78})
    ->Args({20, 300, 78})
    ->Args({40, 300, 78})
    ->Args({80, 300, 78})
    ->Args({20, 100, 78})
    ->Args({20, 1000, 78})
    ->Args({20, 3000, 78})
    ->Args({20, 300, 26})
    ->Args({20, 300, 52})
    ->Args({20, 300, 156})
    ->Unit(benchmark::kMillisecond);

// The plan explained, with the limits an explanation has by default; `exact`: refusals whose cost is proven.
void explained(benchmark::State& state) {
  const auto p = everyday(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const auto plan = activateur::solve(p, {}, {});
  double exact = 0, nodes = 0;
  for (auto _ : state) {
    const auto why = activateur::explain_plan(p, *plan, {}, {3000, 0, 1}, {});
    exact = nodes = 0;
    for (const auto& step : why->steps) {
      exact += step.refused.proven ? 1 : 0;
      nodes += step.refused.plan ? static_cast<double>(step.refused.plan->solution.nodes) : 0;
    }
  }
  state.counters["steps"] = static_cast<double>(plan->steps.size());
  state.counters["exact"] = exact;
  state.counters["nodes"] = nodes;
}
BENCHMARK(explained)->Args({10, 300})->Args({15, 300})->Args({20, 300})->Args({40, 400})->Unit(benchmark::kMillisecond);

}  // namespace
