// Inside analysis: the innermost loops of matching. `Word` is std::uint32_t or, for a wide index, std::uint64_t: sums
// are signed numbers in two's complement, whose additions may wrap on the way and come out exact.
#pragma once

#include <algorithm>
#include <cstring>
#include <functional>
#include <type_traits>

#include "analysis/match_best.hpp"
#include "analysis/match_index.hpp"
#include "analysis/match_scores.hpp"

namespace activateur {

// Belief, expectation, plausibility, and one that keeps cells within cache lines: added in one instruction or two.
template <class Word>
struct match_cell {
  typedef Word lanes __attribute__((vector_size(4 * sizeof(Word))));  // NOLINT(modernize-use-using)
  lanes of = {0, 0, 0, 0};

  match_cell& operator+=(const match_cell& other) {
    of += other.of;
    return *this;
  }
  match_cell& operator-=(const match_cell& other) {
    of -= other.of;
    return *this;
  }
  [[nodiscard]] match_cell times(std::uint32_t weight) const {
    match_cell out = *this;
    out.of *= Word{weight};
    return out;
  }
};

// What is known of one competence above the unknown, by required level.
template <class Word>
struct match_steps {
  match_cell<Word> at[match_level_count];
};

template <class Word>
class match_sums {
 public:
  using cell = match_cell<Word>;
  using steps = match_steps<Word>;

  match_sums(const match_index& index, const coverage& unknown) : index_(index), ground_(rounded(ordered(unknown))) {
    nobody_.resize(index.targets());
    for (std::size_t t = 0; t < nobody_.size(); ++t) nobody_[t] = ground_.times(index.totals()[t]);
  }

  // What the entries of one competence say at each level; `known` ascends by `up_to`.
  [[nodiscard]] steps steps_of(std::span<const match_known> known) const {
    steps out;
    std::size_t level = 0;
    for (const match_known& k : known) {
      cell above = rounded(ordered(k.value));
      above -= ground_;
      const std::size_t up_to = std::min<std::size_t>(k.up_to, match_level_count - 1);
      // By masks: how many levels an entry holds for is hard to foresee.
      for (std::size_t l = 0; l < match_level_count; ++l)
        out.at[l].of |= above.of & (l >= level && l <= up_to ? ~Word{0} : Word{0});
      level = std::max(level, up_to + 1);
    }
    return out;
  }

  // Leaves the lists of the competence in the order for add().
  void take(std::uint32_t competence, const steps& known) {
    if (competence >= index_.competences()) return;
    for (std::uint32_t l = index_.first_list(competence); l < index_.first_list(competence + 1); ++l) {
      taken_.push_back({l, static_cast<std::uint32_t>(products_.size())});
      for (const match_index::asked_as& c : index_.classes(l)) products_.push_back(known.at[c.level].times(c.weight));
    }
  }
  void drop() {
    taken_.clear();
    products_.clear();
  }

  // The sums of a block of somebody of whom nothing is known.
  void begin(std::size_t block, cell* cells) const {
    const std::size_t first = block * match_index::block_targets;
    std::copy_n(nobody_.data() + first, std::min<std::size_t>(match_index::block_targets, nobody_.size() - first),
                cells);
  }
  // Adds what was taken to the sums of a block, whose first is `cells`. Four postings are read at once; whatever the
  // machine's byte order, each of the four is met.
  void add(std::size_t block, cell* cells) const {
    constexpr std::uint64_t target = match_index::block_targets - 1;
    constexpr std::uint64_t way = match_index::classes_max - 1;
    constexpr unsigned bits = match_index::block_bits;
    for (const taken& t : taken_) {
      const cell* products = products_.data() + t.products;
      const std::uint16_t* p = index_.postings(t.list, block);
      const std::uint16_t* const end = index_.postings(t.list, block + 1);
      for (; end - p >= 4; p += 4) {
        std::uint64_t four = 0;
        std::memcpy(&four, p, sizeof four);
        cells[four & target] += products[four >> bits & way];
        cells[four >> 16U & target] += products[four >> (16 + bits) & way];
        cells[four >> 32U & target] += products[four >> (32 + bits) & way];
        cells[four >> 48U & target] += products[four >> (48 + bits) & way];
      }
      for (; p != end; ++p) cells[*p & target] += products[*p >> bits];
    }
  }

  // Sums are whole numbers of at most total x scale, so that the quotients lie within [0, 1] and in their order.
  static double quotient(Word sum, double inverse_total) {
    return static_cast<double>(static_cast<std::make_signed_t<Word>>(sum)) * inverse_total;
  }
  static coverage score(const cell& sums, double inverse_total) {
    return {quotient(sums.of[0], inverse_total), quotient(sums.of[1], inverse_total),
            quotient(sums.of[2], inverse_total)};
  }

  // The best of all targets. A sample guesses a bar that about twice as many pass; when too few do, all are looked at.
  void choose(const cell* cells, int lane, match_best& kept) const {
    constexpr std::size_t sample = 128;
    const std::size_t count = index_.targets();
    const std::size_t rank = (2 * kept.count() + 16) * sample / std::max<std::size_t>(1, count);
    kept.begin();
    if (rank < sample / 4) {
      double seen[sample];
      for (std::size_t i = 0; i < sample; ++i) {
        const std::size_t t = i * count / sample;
        seen[i] = quotient(cells[t].of[lane], index_.inverse_totals()[t]);
      }
      std::nth_element(seen, seen + rank, seen + sample, std::greater<>());
      kept.begin(seen[rank]);
      offer(cells, lane, kept);
      if (kept.enough()) return;
      kept.begin();
    }
    offer(cells, lane, kept);
  }

 private:
  struct taken {
    std::uint32_t list, products;
  };

  void offer(const cell* cells, int lane, match_best& kept) const {
    if (lane == 0) return offer_lane<0>(cells, kept);
    if (lane == 1) return offer_lane<1>(cells, kept);
    offer_lane<2>(cells, kept);
  }

  template <int lane>
  void offer_lane(const cell* cells, match_best& kept) const {
    const double* inverse = index_.inverse_totals();
    const auto look_at = [&](std::size_t from, std::size_t to) {
      for (std::size_t t = from; t < to; ++t)
        if (const double score = quotient(cells[t].of[lane], inverse[t]); score > kept.bar())
          kept.add(score, static_cast<std::uint32_t>(t));
    };
    const std::size_t whole = index_.targets() / together * together;
    for (std::size_t t = 0; t < whole; t += together)
      if (may_pass<lane>(cells + t, index_.rough_inverse_totals() + t, kept.bar())) look_at(t, t + together);
    look_at(whole, index_.targets());
  }

  // Whether one of `together` scores may lie above the bar: in single precision, four at once, and never wrongly no.
  template <int lane>
  static bool may_pass(const cell* c, const float* inverse, double bar) {
    if constexpr (sizeof(Word) == sizeof(std::uint64_t)) {
      return true;
    } else {
      typedef std::int32_t four_sums __attribute__((vector_size(16)));   // NOLINT(modernize-use-using)
      typedef float four_scores __attribute__((vector_size(16)));        // NOLINT(modernize-use-using)
      typedef std::uint64_t two_masks __attribute__((vector_size(16)));  // NOLINT(modernize-use-using)
      constexpr double margin = 1 - 0x1p-20;                             // three roundings of 2^-24 each, and more
      const auto low = static_cast<float>(bar > 0 ? bar * margin : -1);
      const auto pair = [&](int i) {
        return __builtin_shufflevector(c[i].of, c[i + 1].of, lane, 4 + lane, lane, 4 + lane);
      };
      two_masks above = {0, 0};
      for (int i = 0; i < static_cast<int>(together); i += 4) {
        const auto sums = reinterpret_cast<four_sums>(__builtin_shufflevector(pair(i), pair(i + 2), 0, 1, 4, 5));
        four_scores by;
        std::memcpy(&by, inverse + i, sizeof by);
        above |= reinterpret_cast<two_masks>(__builtin_convertvector(sums, four_scores) * by > low);
      }
      return (above[0] | above[1]) != 0;
    }
  }
  static constexpr std::size_t together = 8;

  // A number that is none counts as the least.
  static coverage ordered(const coverage& c) {
    const auto within = [](double v, double low) {
      const double above = v > low ? v : low;
      return above < 1 ? above : 1.0;
    };
    coverage out;
    out.belief = within(c.belief, 0);
    out.expectation = within(c.expectation, out.belief);
    out.plausibility = within(c.plausibility, out.expectation);
    return out;
  }
  [[nodiscard]] cell rounded(const coverage& c) const {
    // NOLINTNEXTLINE(bugprone-incorrect-roundings): never negative, and lround is several times slower
    const auto part = [&](double v) { return static_cast<Word>(static_cast<std::int64_t>(v * index_.scale() + 0.5)); };
    cell out;
    out.of[0] = part(c.belief);
    out.of[1] = part(c.expectation);
    out.of[2] = part(c.plausibility);
    return out;
  }

  const match_index& index_;
  cell ground_;               // the unknown
  std::vector<cell> nobody_;  // sums of somebody of whom nothing is known
  std::vector<taken> taken_;
  std::vector<cell> products_;
};

}  // namespace activateur
