#include "analysis/match_batch.hpp"

#include <atomic>
#include <thread>

#include "analysis/match_lacking.hpp"
#include "analysis/match_sums.hpp"

namespace activateur {
namespace {

constexpr unsigned threads_max = 256;
constexpr std::size_t warm_bytes = std::size_t{256} << 10U;
constexpr std::size_t persons_together = 128;  // enough to keep threads from waiting for each other

// The sums of one index, person after person.
template <class Word>
class adder {
 public:
  adder(const match_index& index, const coverage& unknown)
      : sums_(index, unknown), cells_(match_index::sixteens(index.targets())) {}

  void take(std::span<const match_known> known) { sums_.take(known, taken_); }
  // The sums of a block; those of targets stay until its next person.
  void add(std::size_t block) {
    match_cell<Word>* first = cells_.data() + block * match_index::block_targets;
    sums_.fill(taken_, block, first);
  }
  [[nodiscard]] const match_sums<Word>& sums() const { return sums_; }
  [[nodiscard]] const match_cell<Word>* cells() const { return cells_.data(); }

 private:
  match_sums<Word> sums_;
  match_taken<Word> taken_;
  std::vector<match_cell<Word>> cells_;
};

// What computes, whatever the width of sums.
class worker {
 public:
  virtual ~worker() = default;
  // Writes the rows of a person from row `at` on.
  virtual void match(std::span<const match_known> known, std::uint32_t person, match_columns& into, std::size_t at) = 0;
};

template <class Word, class EssentialWord>
class worker_of final : public worker {
 public:
  worker_of(const match_index& index, const match_zones* zones, const match_options& options, std::size_t best)
      : index_(index), zones_(zones), every_(options.best == 0), best_(best), all_(index, options.unknown) {
    lane_ = options.by == &coverage::belief ? 0 : options.by == &coverage::expectation ? 1 : 2;
    if (zones == nullptr) return;
    essential_ = std::make_unique<adder<EssentialWord>>(*zones->essential, options.unknown);
    lacking_ = std::make_unique<lacking_targets>(*zones->essential, *zones->by);
  }

  void match(std::span<const match_known> known, std::uint32_t person, match_columns& into, std::size_t at) override {
    all_.take(known);
    if (essential_) {
      essential_->take(known);
      lacking_->find(known);
    }
    for (std::size_t block = 0; block < index_.blocks(); ++block) {
      const std::size_t first = block * match_index::block_targets;
      const std::size_t count = std::min<std::size_t>(match_index::block_targets, index_.targets() - first);
      all_.add(block);
      if (essential_) essential_->add(block);
      if (every_) rows(first, count, person, into, at + first);
    }
    if (every_) return;
    match_choosing<Word>(index_).choose(all_.cells(), lane_, best_);
    for (const match_best::held& h : best_.sorted()) row(h.number, person, into, at++);
  }

 private:
  // All rows of the targets from `first` on, but for the targets themselves.
  void rows(std::size_t first, std::size_t count, std::uint32_t person, match_columns& into, std::size_t at) const {
    std::fill_n(into.person.data() + at, count, person);
    all_.sums().write(all_.cells() + first, index_.inverse_totals() + first, count, into.belief.data() + at,
                      into.expectation.data() + at, into.plausibility.data() + at);
    if (!essential_) return;
    const double* inverse = zones_->essential->inverse_totals() + first;
    for (std::size_t t = 0; t < count; ++t)
      into.in[at + t] = zone_of({into.belief[at + t], into.expectation[at + t], into.plausibility[at + t]},
                                match_sums<EssentialWord>::score(essential_->cells()[first + t], inverse[t]),
                                lacking_->holds(first + t), *zones_->by);
  }
  void row(std::uint32_t target, std::uint32_t person, match_columns& into, std::size_t at) const {
    const coverage score = match_sums<Word>::score(all_.cells()[target], index_.inverse_totals()[target]);
    into.person[at] = person;
    into.target[at] = target;
    into.belief[at] = score.belief;
    into.expectation[at] = score.expectation;
    into.plausibility[at] = score.plausibility;
    if (!essential_) return;
    const double inverse = zones_->essential->inverse_totals()[target];
    into.in[at] = zone_of(score, match_sums<EssentialWord>::score(essential_->cells()[target], inverse),
                          lacking_->holds(target), *zones_->by);
  }

  const match_index& index_;
  const match_zones* zones_;
  bool every_;
  match_best best_;
  int lane_;
  adder<Word> all_;
  std::unique_ptr<adder<EssentialWord>> essential_;
  std::unique_ptr<lacking_targets> lacking_;
};

// While one person is computed, what the next one brings is on its way from memory.
void fetch_early(std::span<const match_known> known) {
  constexpr std::size_t line = 64 / sizeof(match_known);
  for (std::size_t i = 0; i < known.size(); i += line) __builtin_prefetch(&known[i]);
}

std::unique_ptr<worker> make_worker(const match_index& index, const match_zones* zones, const match_options& options,
                                    std::size_t best) {
  const bool wide = zones != nullptr && zones->essential->wide();
  const auto make = [&]<class A, class B>(A, B) -> std::unique_ptr<worker> {
    return std::make_unique<worker_of<A, B>>(index, zones, options, best);
  };
  using narrow_word = std::uint32_t;
  using wide_word = std::uint64_t;
  if (index.wide()) return wide ? make(wide_word{}, wide_word{}) : make(wide_word{}, narrow_word{});
  return wide ? make(narrow_word{}, wide_word{}) : make(narrow_word{}, narrow_word{});
}

}  // namespace

void match_people::add(std::vector<match_known> known) {
  known.shrink_to_fit();
  bytes_ += known.capacity() * sizeof(match_known) + sizeof(std::vector<match_known>);
  all_.push_back(std::move(known));
}

void match_people::clear() {
  all_ = {};
  bytes_ = 0;
}

void match_columns::resize(std::size_t rows, bool zones) {
  person.resize(rows);
  target.resize(rows);
  belief.resize(rows);
  expectation.resize(rows);
  plausibility.resize(rows);
  in.resize(zones ? rows : 0);
}

result<void> match_batch(const match_index& index, const match_zones* zones, const match_people& people,
                         const match_options& options, const std::function<bool(const match_columns&)>& give,
                         const context& with) {
  const std::size_t best =
      options.best == 0 ? index.targets() : std::min(options.best, index.targets());  // rows a person
  if (best == 0 || people.size() == 0)
    return with.progress.at(people.size(), people.size()) ? result<void>{} : progress_sink::cancelled();
  const std::size_t fitting = std::max<std::size_t>(1, options.memory / (best * match_columns::row_bytes));
  const unsigned threads = static_cast<unsigned>(
      std::min<std::size_t>({std::max(1U, options.threads), threads_max, fitting, people.size()}));
  // A round: as many pieces of `together` persons as fit, computed by all threads, then given in their order. One
  // thread alone makes small ones, that are given while the cache has them.
  const std::size_t warm = threads == 1 ? warm_bytes / (best * match_columns::row_bytes) : persons_together;
  const std::size_t together = std::clamp<std::size_t>(std::min(warm, fitting / threads), 1, persons_together);
  const std::size_t pieces = threads == 1 ? 1 : std::min<std::size_t>(fitting / together, std::size_t{threads} * 4);
  std::vector<match_columns> rows(pieces);
  std::vector<std::unique_ptr<worker>> workers;
  for (unsigned i = 0; i < threads; ++i) workers.push_back(make_worker(index, zones, options, best));

  for (std::size_t begun = 0; begun < people.size(); begun += pieces * together) {
    std::atomic<std::size_t> next{0};
    const auto compute = [&](worker& own) {
      for (std::size_t i = next.fetch_add(1); i < pieces; i = next.fetch_add(1)) {
        const std::size_t from = std::min(people.size(), begun + i * together);
        const std::size_t to = std::min(people.size(), from + together);
        if (rows[i].size() != (to - from) * best) {
          rows[i].resize((to - from) * best, zones != nullptr);
          if (options.best == 0)  // the same targets for everybody
            for (std::size_t at = 0; at < rows[i].size(); ++at)
              rows[i].target[at] = static_cast<std::uint32_t>(at % best);
        }
        for (std::size_t p = from; p < to; ++p) {
          if (p + 1 < people.size()) fetch_early(people[p + 1]);
          own.match(people[p], static_cast<std::uint32_t>(p), rows[i], (p - from) * best);
        }
      }
    };
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < threads; ++i) others.emplace_back([&, i] { compute(*workers[i]); });
      compute(*workers[0]);
    }
    for (const match_columns& one : rows)
      if (one.size() > 0 && !give(one)) return progress_sink::cancelled();
    if (!with.progress.at(std::min(people.size(), begun + pieces * together), people.size()))
      return progress_sink::cancelled();
  }
  return {};
}

}  // namespace activateur
