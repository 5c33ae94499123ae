// Inside analysis: the sums of matching, and the best of them.
#pragma once

#include <algorithm>
#include <cstring>
#include <functional>
#include <type_traits>

#include "analysis/match_best.hpp"
#include "analysis/match_index.hpp"
#include "analysis/match_wide.hpp"

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

// Sums are whole numbers of at most total x scale, so that the quotients lie within [0, 1] and in their order.
template <class Word>
double match_quotient(Word sum, double inverse_total) {
  return static_cast<double>(static_cast<std::make_signed_t<Word>>(sum)) * inverse_total;
}

template <class Word>
class match_choosing {
 public:
  using cell = match_cell<Word>;
  explicit match_choosing(const match_index& index) : index_(index) {}

  // The best of all targets. A sample guesses a bar that about twice as many pass; when too few do, all are looked at.
  void choose(const cell* cells, int lane, match_best& kept) const {
    if constexpr (sizeof(Word) == sizeof(std::uint32_t))
      if (index_.by_wide() && match_wide::choose(index_, reinterpret_cast<const std::uint32_t*>(cells), lane, kept))
        return;
    constexpr std::size_t sample = 128;
    const std::size_t count = index_.targets();
    const std::size_t rank = (2 * kept.count() + 16) * sample / std::max<std::size_t>(1, count);
    kept.begin();
    if (rank < sample / 4) {
      double seen[sample];
      for (std::size_t i = 0; i < sample; ++i) {
        const std::size_t t = i * count / sample;
        seen[i] = match_quotient<Word>(cells[t].of[lane], index_.inverse_totals()[t]);
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
        if (const double score = match_quotient<Word>(cells[t].of[lane], inverse[t]); score > kept.bar())
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

  const match_index& index_;
};

}  // namespace activateur
