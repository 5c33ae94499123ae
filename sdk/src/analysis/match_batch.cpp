#include "analysis/match_batch.hpp"

#include <atomic>
#include <thread>

#include "analysis/match_sums.hpp"

namespace activateur {
namespace {

constexpr unsigned threads_max = 256;
constexpr std::size_t persons_together = 128;  // enough to keep threads from waiting for each other

// The sums of one index, person after person.
template <class Word>
class adder {
 public:
  adder(const match_index& index, const coverage& unknown) : sums_(index, unknown), cells_(index.targets()) {}

  void take(std::span<const match_known> known) {
    sums_.drop();
    for (std::size_t i = 0; i < known.size();) {
      std::size_t n = 1;
      while (i + n < known.size() && known[i + n].competence == known[i].competence) ++n;
      sums_.take(known[i].competence, sums_.steps_of(known.subspan(i, n)));
      i += n;
    }
  }
  // The sums of a block; those of targets stay until its next person.
  void add(std::size_t block) {
    match_cell<Word>* first = cells_.data() + block * match_index::block_targets;
    sums_.begin(block, first);
    sums_.add(block, first);
  }
  [[nodiscard]] const match_sums<Word>& sums() const { return sums_; }
  [[nodiscard]] const match_cell<Word>* cells() const { return cells_.data(); }

 private:
  match_sums<Word> sums_;
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
    if (zones != nullptr) essential_ = std::make_unique<adder<EssentialWord>>(*zones->essential, options.unknown);
  }

  void match(std::span<const match_known> known, std::uint32_t person, match_columns& into, std::size_t at) override {
    all_.take(known);
    if (essential_) essential_->take(known);
    for (std::size_t block = 0; block < index_.blocks(); ++block) {
      const std::size_t first = block * match_index::block_targets;
      const std::size_t count = std::min<std::size_t>(match_index::block_targets, index_.targets() - first);
      all_.add(block);
      if (essential_) essential_->add(block);
      if (every_)
        for (std::size_t t = first; t < first + count; ++t) row(static_cast<std::uint32_t>(t), person, into, at + t);
    }
    if (every_) return;
    all_.sums().choose(all_.cells(), lane_, best_);
    for (const match_best::held& h : best_.sorted()) row(h.number, person, into, at++);
  }

 private:
  void row(std::uint32_t target, std::uint32_t person, match_columns& into, std::size_t at) const {
    const coverage score = match_sums<Word>::score(all_.cells()[target], index_.inverse_totals()[target]);
    into.person[at] = person;
    into.target[at] = target;
    into.belief[at] = score.belief;
    into.expectation[at] = score.expectation;
    into.plausibility[at] = score.plausibility;
    if (!essential_) return;
    const double inverse = zones_->essential->inverse_totals()[target];
    into.in[at] = zones_->of(score, match_sums<EssentialWord>::score(essential_->cells()[target], inverse));
  }

  const match_index& index_;
  const match_zones* zones_;
  bool every_;
  match_best best_;
  int lane_;
  adder<Word> all_;
  std::unique_ptr<adder<EssentialWord>> essential_;
};

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

zone match_zones::of(const coverage& all, const coverage& of_essential) const {
  if (of_essential.belief >= now_belief) return zone::now;
  if (of_essential.expectation >= recognition_expectation) return zone::after_recognition;
  if (all.expectation >= short_expectation) return zone::short_path;
  return zone::long_path;
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
  // A round: as many pieces of `together` persons as fit, computed by all threads, then given in their order.
  const std::size_t together = std::clamp<std::size_t>(fitting / threads, 1, persons_together);
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
        rows[i].resize((to - from) * best, zones != nullptr);
        for (std::size_t p = from; p < to; ++p)
          own.match(people[p], static_cast<std::uint32_t>(p), rows[i], (p - from) * best);
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
