// Matching on one core: one person against many targets, many persons against a job list, one change, and how the
// times grow. `match_bench --data DIRECTORY` writes the same persons and targets for bench/peers/match.py.
#include <benchmark/benchmark.h>

#include <array>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>

#include "analysis/match_batch.hpp"
#include "match_data.hpp"

namespace {

using namespace activateur;
using bench::match_case;

constexpr coverage unknown{0, 0.1, 1};
constexpr std::size_t persons_measured = 64;  // turned over, so that no list stays warm for one

std::shared_ptr<const match_index> index_of(const match_case& c) {
  static std::map<std::array<std::size_t, 3>, std::shared_ptr<const match_index>> made;
  auto& one = made[{c.targets, c.asked, c.competences}];
  if (!one) one = std::make_shared<const match_index>(*match_index::build(bench::targets_of(c), c.competences));
  return one;
}

std::vector<std::vector<match_known>> persons_of(const match_case& c) {
  std::vector<std::vector<match_known>> out;
  for (std::size_t p = 0; p < persons_measured; ++p) out.push_back(bench::person_of(c, p));
  return out;
}

double postings_of(const match_index& index, const std::vector<std::vector<match_known>>& persons) {
  std::size_t all = 0;
  for (const auto& person : persons)
    for (std::size_t i = 0; i < person.size(); ++i)
      if (i == 0 || person[i].competence != person[i - 1].competence) all += index.asked(person[i].competence);
  return static_cast<double>(all) / static_cast<double>(persons.size());
}

// Belief, expectation and plausibility of every target at its levels, and the best 50.
void one_person(benchmark::State& state, const match_case& c) {
  const auto index = index_of(c);
  const auto persons = persons_of(c);
  match_scores scores(index, unknown);
  std::vector<coverage> all(c.targets);
  std::size_t p = 0;
  for (auto _ : state) {
    scores.fill(persons[p++ % persons.size()]);
    scores.read(0, all);
    benchmark::DoNotOptimize(all.data());
    benchmark::DoNotOptimize(scores.best(50));
  }
  state.counters["targets"] = static_cast<double>(c.targets);
  state.counters["postings"] = postings_of(*index, persons);
  state.counters["index_MB"] = static_cast<double>(index->bytes()) / 1e6;
}

// The same without writing every score down.
void one_person_best_alone(benchmark::State& state, const match_case& c) {
  const auto index = index_of(c);
  const auto persons = persons_of(c);
  match_scores scores(index, unknown);
  std::size_t p = 0;
  for (auto _ : state) {
    scores.fill(persons[p++ % persons.size()]);
    benchmark::DoNotOptimize(scores.best(50));
  }
}

// What one writes first: lists of targets by competence, one double a target, one score.
class plain_index {
 public:
  plain_index(const match_targets& targets, std::size_t competences) : lists_(competences), totals_(targets.size(), 0) {
    for (std::uint32_t t = 0; t < targets.size(); ++t)
      for (const match_requirement& r : targets[t]) {
        lists_[r.competence].push_back({t, r.level, static_cast<float>(r.weight)});
        totals_[t] += r.weight;
      }
  }
  void score(std::span<const match_known> person, std::vector<double>& out) const {
    std::fill(out.begin(), out.end(), 0.0);
    for (std::size_t i = 0; i < person.size();) {
      double above[match_level_count] = {};
      const std::uint32_t competence = person[i].competence;
      for (std::size_t level = 0; i < person.size() && person[i].competence == competence; ++i)
        for (; level <= person[i].up_to; ++level) above[level] = person[i].value.expectation - unknown.expectation;
      for (const posting& p : lists_[competence]) out[p.target] += static_cast<double>(p.weight) * above[p.level];
    }
    for (std::size_t t = 0; t < out.size(); ++t) out[t] = unknown.expectation + out[t] / totals_[t];
  }

 private:
  struct posting {
    std::uint32_t target;
    std::uint32_t level;
    float weight;
  };
  std::vector<std::vector<posting>> lists_;
  std::vector<double> totals_;
};

void plain_person(benchmark::State& state, const match_case& c) {
  const plain_index index(bench::targets_of(c), c.competences);
  const auto persons = persons_of(c);
  std::vector<double> scores(c.targets);
  std::vector<std::uint32_t> order(c.targets);
  std::size_t p = 0;
  for (auto _ : state) {
    index.score(persons[p++ % persons.size()], scores);
    std::iota(order.begin(), order.end(), 0U);
    std::partial_sort(order.begin(), order.begin() + 50, order.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    benchmark::DoNotOptimize(order.data());
  }
}

// One competence of a person is taken away or given back.
void one_change(benchmark::State& state, const match_case& c) {
  const auto index = index_of(c);
  const auto person = bench::person_of(c, 1);
  match_scores scores(index, unknown);
  scores.fill(person);
  std::size_t i = 0;
  bool there = true;
  for (auto _ : state) {
    const match_known& k = person[i];
    scores.change(k.competence, {&k, there ? std::size_t{0} : 1});
    there = !there;
    if (there) i = (i + 1) % person.size();
  }
  state.counters["targets"] = static_cast<double>(c.targets);
}

// Persons against a list of jobs, one thread; every score computed, the best `best` of each person given (0: all).
void many_persons(benchmark::State& state, const match_case& c, std::size_t persons, std::size_t best) {
  const auto index = index_of(c);
  match_people people;
  for (std::size_t p = 0; p < persons; ++p) people.add(bench::person_of(c, p));
  match_options options;
  options.unknown = unknown;
  options.best = best;
  options.memory = std::size_t{4} << 20U;
  std::size_t rows = 0;
  const auto give = [&](const match_columns& given) {
    rows += given.size();
    return true;
  };
  for (auto _ : state)
    if (!match_batch(*index, nullptr, people, options, give, {})) state.SkipWithError("failed");
  state.counters["persons"] = static_cast<double>(persons);
  state.counters["pairs_per_s"] =
      benchmark::Counter(static_cast<double>(persons * c.targets * state.iterations()), benchmark::Counter::kIsRate);
}

match_case with(std::size_t targets, std::size_t asked = 40, std::size_t competences = 17'000, std::size_t held = 60) {
  return {competences, targets, asked, held};
}

void named(const std::string& name, benchmark::TimeUnit unit, const std::function<void(benchmark::State&)>& run) {
  benchmark::RegisterBenchmark(name.c_str(), run)->Unit(unit);
}

void define_all() {
  constexpr auto us = benchmark::kMicrosecond, ms = benchmark::kMillisecond;
  named("one_person/100000_targets", us, [](auto& s) { one_person(s, with(100'000)); });
  named("one_person_best_alone/100000_targets", us, [](auto& s) { one_person_best_alone(s, with(100'000)); });
  named("plain_person/100000_targets", us, [](auto& s) { plain_person(s, with(100'000)); });
  named("one_change/100000_targets", us, [](auto& s) { one_change(s, with(100'000)); });
  named("one_person/1500_jobs", us, [](auto& s) { one_person(s, with(1'500)); });
  named("many_persons/100000_x_1500_best_10", ms, [](auto& s) { many_persons(s, with(1'500), 100'000, 10); });
  named("many_persons/100000_x_1500_every_score", ms, [](auto& s) { many_persons(s, with(1'500), 100'000, 0); });
  // Curves.
  for (const std::size_t targets : {1'000, 3'000, 10'000, 30'000, 300'000, 1'000'000})
    named("by_targets/" + std::to_string(targets), us, [=](auto& s) { one_person(s, with(targets)); });
  for (const std::size_t asked : {5, 10, 20, 80, 160})
    named("by_competences_asked/" + std::to_string(asked), us, [=](auto& s) { one_person(s, with(30'000, asked)); });
  for (const std::size_t held : {10, 30, 120, 240})
    named("by_competences_held/" + std::to_string(held), us,
          [=](auto& s) { one_person(s, with(30'000, 40, 17'000, held)); });
  for (const std::size_t persons : {1'000, 10'000, 30'000})
    named("by_persons/" + std::to_string(persons), ms, [=](auto& s) { many_persons(s, with(1'500), persons, 10); });
}

// --- the same data for peers --------------------------------------------------------------------------------------

template <class Number>
void write(const std::string& path, const std::vector<Number>& numbers) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(numbers.data()),
             static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

void write_case(const std::string& directory, const std::string& name, const match_case& c, std::size_t persons) {
  const match_targets targets = bench::targets_of(c);
  std::vector<std::int32_t> target, competence, level;
  std::vector<double> weight;
  for (std::size_t t = 0; t < targets.size(); ++t)
    for (const match_requirement& r : targets[t]) {
      target.push_back(static_cast<std::int32_t>(t));
      competence.push_back(static_cast<std::int32_t>(r.competence));
      level.push_back(r.level);
      weight.push_back(r.weight);
    }
  write(directory + "/" + name + ".target", target);
  write(directory + "/" + name + ".competence", competence);
  write(directory + "/" + name + ".level", level);
  write(directory + "/" + name + ".weight", weight);
  // What each person's expectation is at each level from 1 to 4, above the unknown; and our scores of the first person.
  std::vector<std::int32_t> who, what;
  std::vector<double> above;
  for (std::size_t p = 0; p < persons; ++p) {
    const auto person = bench::person_of(c, p);
    for (std::size_t i = 0; i < person.size(); ++i) {
      if (i == 0 || person[i].competence != person[i - 1].competence) {
        who.push_back(static_cast<std::int32_t>(p));
        what.push_back(static_cast<std::int32_t>(person[i].competence));
        above.insert(above.end(), 4, 0);
      }
      double* const levels = above.data() + above.size() - 4;
      const std::size_t from = i > 0 && person[i].competence == person[i - 1].competence ? person[i - 1].up_to : 0;
      for (std::size_t l = from; l < person[i].up_to; ++l)
        levels[l] = person[i].value.expectation - unknown.expectation;
    }
  }
  write(directory + "/" + name + ".who", who);
  write(directory + "/" + name + ".what", what);
  write(directory + "/" + name + ".above", above);
  match_scores scores(index_of(c), unknown);
  scores.fill(bench::person_of(c, 0));
  std::vector<double> expectation;
  for (std::uint32_t t = 0; t < c.targets; ++t) expectation.push_back(scores.of(t).expectation);
  write(directory + "/" + name + ".scores", expectation);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "--data") == 0) {
    write_case(argv[2], "many_targets", with(100'000), persons_measured);
    write_case(argv[2], "many_persons", with(1'500), 100'000);
    return 0;
  }
  define_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
