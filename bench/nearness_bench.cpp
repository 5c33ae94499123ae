// How well jobs are ranked by nearness, against the mobilities that ROME publishes: five folds by source job, fitted
// here and now, beside rankings that are not fitted. docs/nearness.md says what the figures mean.
//
//   nearness_bench                the figures
//   nearness_bench --table        fits on all jobs, and prints sdk/src/frameworks/near_table.cpp
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <set>

#include "analysis/possibilities.hpp"
#include "frameworks/import.hpp"
#include "frameworks/job_features.hpp"
#include "frameworks/nearness.hpp"
#include "nearness_fit.hpp"

namespace {

using namespace activateur;
using namespace activateur::bench;

constexpr std::size_t folds = 5;
constexpr std::size_t shown = 10;           // hit@10, nDCG@10
constexpr std::size_t nearest_all = 150;    // cases to fit on, by overall likeness ...
constexpr std::size_t nearest_other = 100;  // ... and those of other domains

std::string rome_directory() {
  const char* named = std::getenv("ACTIVATEUR_SHARED");
  const std::filesystem::path shared =
      named != nullptr ? std::filesystem::path(named) : std::filesystem::path(ACTIVATEUR_SOURCE_DIR) / ".." / "shared";
  return (shared / "data" / "rome4_v460" / "raw").string();
}

struct figures {
  double hit = 0, reciprocal = 0, gain = 0;
  std::size_t sources = 0;
};

class official_mobilities {
 public:
  explicit official_mobilities(const framework& f) : framework_(f), to_(f.counts().jobs) {
    for (std::uint32_t j = 0; j < to_.size(); ++j)
      for (const mobility& m : f.mobilities_of(j)) to_[j].insert(m.job);
  }
  [[nodiscard]] bool has(std::uint32_t from, std::uint32_t to) const { return to_[from].contains(to); }

  // `scores` of every target; ties by index.
  void add(std::uint32_t source, const std::vector<double>& scores, bool other_domains, figures& to) const {
    const std::string_view domain = framework_.job(source).domain;
    std::vector<std::uint32_t> order;
    std::size_t right = 0;
    for (std::uint32_t j = 0; j < to_.size(); ++j) {
      if (j == source || (other_domains && framework_.job(j).domain == domain)) continue;
      order.push_back(j);
      right += has(source, j) ? 1 : 0;
    }
    if (right == 0) return;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    double gain = 0;
    double best = 0;
    std::size_t first = order.size();
    for (std::size_t r = 0; r < order.size(); ++r) {
      const bool is_right = has(source, order[r]);
      if (is_right && first == order.size()) first = r;
      if (r >= shown) continue;
      const double discount = 1 / std::log2(static_cast<double>(r) + 2);
      gain += is_right ? discount : 0;
      best += r < right ? discount : 0;
    }
    to.hit += first < shown ? 1 : 0;
    to.reciprocal += 1 / (static_cast<double>(first) + 1);
    to.gain += gain / best;
    ++to.sources;
  }

 private:
  const framework& framework_;
  std::vector<std::set<std::uint32_t>> to_;
};

using scorer = std::function<std::vector<double>(std::uint32_t)>;

void print(const char* name, const official_mobilities& official, std::uint32_t jobs, const scorer& score) {
  figures all;
  figures other;
  for (std::uint32_t s = 0; s < jobs; ++s) {
    const std::vector<double> scores = score(s);
    official.add(s, scores, false, all);
    official.add(s, scores, true, other);
  }
  std::printf("%-44s", name);
  for (const figures& f : {all, other}) {
    const auto n = static_cast<double>(f.sources);
    std::printf(" | %.3f %.3f %.3f (%zu)", f.hit / n, f.reciprocal / n, f.gain / n, f.sources);
  }
  std::printf("\n");
  std::fflush(stdout);
}

// The folds: source jobs dealt out by a fixed shuffle.
std::vector<std::size_t> folds_of(std::uint32_t jobs) {
  std::vector<std::uint32_t> order(jobs);
  std::iota(order.begin(), order.end(), 0U);
  std::uint64_t state = 20260601;
  for (std::uint32_t i = jobs; i-- > 1;) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    std::swap(order[i], order[(state >> 33U) % (i + 1)]);
  }
  std::vector<std::size_t> fold(jobs);
  for (std::uint32_t i = 0; i < jobs; ++i) fold[order[i]] = i % folds;
  return fold;
}

class experiment {
 public:
  explicit experiment(const framework_ptr& f)
      : framework_(f),
        official_(*f),
        features_(f),
        jobs_(static_cast<std::uint32_t>(f->counts().jobs)),
        table_(std::make_shared<map_table>(f, default_policy().map.door_share)) {
    for (std::uint32_t s = 0; s < jobs_; ++s) values_.push_back(features_.of(s));
  }

  [[nodiscard]] static std::size_t feature(std::string_view name) {
    std::size_t at = 0;
    while (job_feature_names()[at].name != name) ++at;
    return at;
  }

  void baselines() const {
    const std::size_t k = job_feature_names().size();
    const auto column = [this, k](std::string_view name) {
      const std::size_t at = feature(name);
      return [this, k, at](std::uint32_t s) {
        std::vector<double> out;
        for (std::uint32_t j = 0; j < jobs_; ++j) out.push_back(values_[s][j * k + at]);
        return out;
      };
    };
    print("Jaccard of competences, by rarity", official_, jobs_, column("shared_competences"));
    print("taxonomy, then codes", official_, jobs_, [this](std::uint32_t s) {
      std::vector<double> out;
      const job_view source = framework_->job(s);
      for (std::uint32_t j = 0; j < jobs_; ++j) {
        const job_view target = framework_->job(j);
        out.push_back(target.domain == source.domain ? 2 : target.domain[0] == source.domain[0] ? 1 : 0);
      }
      return out;
    });
    print("items and words by hand (overall)", official_, jobs_, column("overall"));
    print("walk over overall", official_, jobs_, column("walk"));
  }

  // What the mobilities of the sources in `known` say of a pair, the source's own left out: how many name the target,
  // and whether the target names the source. Not in the library: it must answer for jobs without mobilities.
  struct mobility_facts {
    std::function<bool(std::uint32_t)> known;
    std::vector<double> named;
  };
  [[nodiscard]] mobility_facts facts_of(std::function<bool(std::uint32_t)> known) const {
    mobility_facts out{std::move(known), std::vector<double>(jobs_, 0.0)};
    for (std::uint32_t s = 0; s < jobs_; ++s)
      for (std::uint32_t j = 0; out.known(s) && j < jobs_; ++j) out.named[j] += official_.has(s, j) ? 1 : 0;
    return out;
  }

  [[nodiscard]] std::vector<float> row(std::uint32_t s, std::uint32_t j, const mobility_facts* facts) const {
    const std::size_t k = job_feature_names().size();
    std::vector<float> out(values_[s].begin() + static_cast<std::ptrdiff_t>(j * k),
                           values_[s].begin() + static_cast<std::ptrdiff_t>((j + 1) * k));
    if (facts == nullptr) return out;
    const bool own = facts->known(s) && official_.has(s, j);
    out.push_back(static_cast<float>(facts->named[j] - (own ? 1 : 0)));
    out.push_back(facts->known(j) && official_.has(j, s) ? 1.0F : 0.0F);
    return out;
  }

  [[nodiscard]] cases of(const std::function<bool(std::uint32_t)>& wanted, const mobility_facts* facts) const {
    cases out;
    out.features = row(0, 0, facts).size();
    for (std::uint32_t s = 0; s < jobs_; ++s) {
      if (!wanted(s)) continue;
      std::size_t others = 0;
      const auto& order = features_.graph().order(s);
      for (std::size_t r = 0; r + 1 < order.size(); ++r) {
        const std::uint32_t j = order[r];
        const bool other = framework_->job(j).domain != framework_->job(s).domain;
        const bool taken = r < nearest_all || (other && others < nearest_other);
        others += other ? 1 : 0;
        if (!taken) continue;
        const std::vector<float> values = row(s, j, facts);
        out.values.insert(out.values.end(), values.begin(), values.end());
        out.right.push_back(official_.has(s, j) ? 1 : 0);
      }
    }
    return out;
  }

  void five_folds(const char* name, const fit_settings& settings, bool with_mobilities) const {
    const std::vector<std::size_t> fold = folds_of(jobs_);
    std::vector<fitted_trees> fitted;
    std::vector<mobility_facts> facts;
    for (std::size_t f = 0; f < folds; ++f) {
      const auto known = [&fold, f](std::uint32_t s) { return fold[s] != f; };
      facts.push_back(facts_of(known));
      fitted.push_back(tree_fitter(of(known, with_mobilities ? &facts[f] : nullptr), settings).fit());
    }
    print(name, official_, jobs_, [&](std::uint32_t s) {
      return scores(fitted[fold[s]].view(), s, with_mobilities ? &facts[fold[s]] : nullptr);
    });
    if (with_mobilities) return;
    print("carte des possibles of who holds the job", official_, jobs_, [&](std::uint32_t s) {
      return affinities(s, [&](std::uint32_t from) { return scores(fitted[fold[s]].view(), from, nullptr); });
    });
    print("the same, by competences alone", official_, jobs_, [&](std::uint32_t s) { return affinities(s, nullptr); });
    direction("the fitted trees", [&](std::uint32_t a, std::uint32_t b) {
      return static_cast<double>(fitted[fold[a]].view().score(row(a, b, nullptr)));
    });
    direction("the share of the target covered", [&](std::uint32_t a, std::uint32_t b) {
      return values_[a][b * job_feature_names().size() + feature("target_covered")];
    });
  }

  // The affinity of every job on the map of a person who holds all competences of job `s`, and nothing else.
  using score_source = std::function<std::vector<double>(std::uint32_t)>;
  [[nodiscard]] std::vector<double> affinities(std::uint32_t s, const score_source& near) const {
    framework_set frameworks;
    frameworks.add(framework_);
    portfolio person;
    person.holds_job = job_name(*framework_, s);
    const auto state = weigh(person, {}, frameworks, default_policy(), {});
    if (!state) std::abort();
    map_aids aids;
    aids.explained = false;
    aids.table = [this](const framework_ptr&) { return table_; };
    if (near)
      aids.nearness = [&near](const framework_ptr&, std::uint32_t from) {
        std::vector<double> odds = near(from);
        for (double& o : odds) o = 1 / (1 + std::exp(-o * 1e-6));
        return std::make_shared<const std::vector<double>>(std::move(odds));
      };
    std::vector<double> out(jobs_, 0.0);
    for (const possibility& p : map_possibilities(person, *state, frameworks, default_policy(), aids).targets)
      out[*framework_->find_job(std::string_view(p.id).substr(framework_->id().size() + 1))] = p.affinity;
    return out;
  }

  // Of the mobilities that ROME names one way only: how often the way it names has the higher value.
  void direction(const char* name, const std::function<double(std::uint32_t, std::uint32_t)>& value) const {
    double right = 0;
    std::size_t pairs = 0;
    for (std::uint32_t a = 0; a < jobs_; ++a)
      for (std::uint32_t b = 0; b < jobs_; ++b) {
        if (!official_.has(a, b) || official_.has(b, a)) continue;
        const double there = value(a, b);
        const double back = value(b, a);
        right += there > back ? 1 : there == back ? 0.5 : 0;
        ++pairs;
      }
    std::printf("  direction by %-29s | %.3f (%zu)\n", name, right / static_cast<double>(pairs), pairs);
  }

  [[nodiscard]] std::vector<double> scores(const boosted_trees& trees, std::uint32_t s,
                                           const mobility_facts* facts) const {
    std::vector<double> out;
    for (std::uint32_t j = 0; j < jobs_; ++j) out.push_back(static_cast<double>(trees.score(row(s, j, facts))));
    return out;
  }

  [[nodiscard]] fitted_trees fit_all(const fit_settings& settings) const {
    return tree_fitter(of([](std::uint32_t) { return true; }, nullptr), settings).fit();
  }

 private:
  framework_ptr framework_;
  official_mobilities official_;
  job_features features_;
  std::uint32_t jobs_;
  std::vector<std::vector<float>> values_;
  std::shared_ptr<const map_table> table_;
};

void print_table(const fitted_trees& trees, const framework& f) {
  std::printf(
      "// Written by nearness_bench --table, from ROME 4.0 version %.*s (France Travail, Licence Ouverte 2.0): boosted "
      "trees\n"
      "// fitted to its mobilities, all source jobs. Not to be edited. docs/nearness.md says how they were made.\n"
      "// A node: feature (job_feature_names()), threshold, millionths, first child. -1: a leaf.\n"
      "#include \"frameworks/near_table.hpp\"\n\n#include <array>\n\nnamespace activateur {\nnamespace {\n\n"
      "// clang-format off\n",
      static_cast<int>(f.version().size()), f.version().data());
  std::printf("constexpr std::array<tree_node, %zu> nodes{{", trees.nodes.size());
  for (std::size_t i = 0; i < trees.nodes.size(); ++i) {
    const tree_node& n = trees.nodes[i];
    std::array<char, 40> threshold{};
    std::snprintf(threshold.data(), threshold.size(), "%.9g", static_cast<double>(n.threshold));
    const bool whole = std::strpbrk(threshold.data(), ".e") == nullptr;
    std::printf("%s{%d, %s%sF, %d, %u},", i % 4 == 0 ? "\n  " : " ", n.feature, threshold.data(), whole ? ".0" : "",
                n.value, n.child);
  }
  std::printf("\n}};\nconstexpr std::array<std::uint32_t, %zu> roots{{", trees.roots.size());
  for (std::size_t i = 0; i < trees.roots.size(); ++i) std::printf("%s%u,", i % 16 == 0 ? "\n  " : " ", trees.roots[i]);
  std::printf(
      "\n}};\n// clang-format on\n\n}  // namespace\n\n"
      "boosted_trees job_nearness_trees() { return {%d, nodes, roots}; }\n\n}  // namespace activateur\n",
      trees.base);
}

void print_times(const framework_ptr& f) {
  using clock = std::chrono::steady_clock;
  const auto milliseconds = [](clock::time_point from) {
    return std::chrono::duration<double, std::milli>(clock::now() - from).count();
  };
  const auto begin = clock::now();
  const job_nearness n(f);
  const double made = milliseconds(begin);
  const auto asked = clock::now();
  constexpr std::uint32_t answers = 100;
  for (std::uint32_t s = 0; s < answers; ++s)
    if (n.near_jobs(s, shown).size() != shown) std::abort();
  std::printf("made in %.0f ms; the %zu nearest of a job in %.1f ms\n", made, shown, milliseconds(asked) / answers);
}

}  // namespace

int main(int argc, char** argv) {
  auto imported = import_rome(rome_directory(), {});
  if (!imported) {
    std::fprintf(stderr, "%s\n", imported.why().text(language::en).c_str());
    return 3;
  }
  if (argc == 1) print_times(*imported);
  const experiment e(*imported);
  const fit_settings settings;
  if (argc == 2 && std::strcmp(argv[1], "--table") == 0) {
    print_table(e.fit_all(settings), **imported);
    return 0;
  }
  std::printf("%-44s | all: hit@10, MRR, nDCG@10    | other professional domain\n", "ranking");
  e.baselines();
  e.five_folds("fitted trees, five folds", settings, false);
  e.five_folds("the same, with other sources' mobilities", settings, true);
  return 0;
}
