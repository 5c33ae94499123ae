// Inside analysis: the innermost loops of matching. `Word` is std::uint32_t or, for a wide index, std::uint64_t: sums
// are signed numbers in two's complement, whose additions may wrap on the way and come out exact.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <type_traits>

#include "analysis/match_choose.hpp"
#include "analysis/match_scores.hpp"
#include "analysis/match_wide.hpp"

namespace activateur {

// What is known of one competence above the unknown, by required level.
template <class Word>
struct match_steps {
  match_cell<Word> at[match_level_count];
};

// What a person brings to lists, ready to be added.
template <class Word>
struct match_taken {
  struct of_list {
    std::uint32_t list, products;
  };
  struct of_competence {
    std::uint32_t competence = 0;
    match_steps<Word> at;
  };
  struct of_head {
    std::uint8_t head;
    match_wide::table by;
  };
  std::vector<of_head> heads;
  std::vector<of_list> lists;
  std::vector<match_cell<Word>> products;
  std::size_t used = 0;              // of products
  std::vector<of_competence> known;  // what was taken together, the first `count`
  std::size_t count = 0;

  void drop() {
    heads.clear();
    lists.clear();
    used = count = 0;
  }
};

template <class Word>
class match_sums {
 public:
  using cell = match_cell<Word>;
  using steps = match_steps<Word>;

  match_sums(const match_index& index, const coverage& unknown)
      : index_(index), ways_(index.shared_classes()), ground_(rounded(ordered(unknown))) {
    nobody_.resize(match_index::sixteens(index.targets()));
    for (std::size_t t = 0; t < index.targets(); ++t) nobody_[t] = ground_.times(index.totals()[t]);
  }

  // What the entries of one competence say at each level; `known` ascends by `up_to`.
  [[nodiscard]] steps steps_of(std::span<const match_known> known) const {
    steps out;
    std::size_t level = 0;
    for (const match_known& k : known) level = say(k, level, out);
    return out;
  }

  // Prepares what is known, ascending by competence and `up_to`, for add(). One stage after the other, and without
  // branches that are hard to foresee: the look-ups of all competences overlap.
  void take(std::span<const match_known> known, match_taken<Word>& into) const {
    into.drop();
    if (into.known.size() < known.size()) into.known.resize(known.size());
    into.count = read(known, into);
    for (std::size_t i = 0; i < into.count; ++i) take(into.known[i].competence, into.known[i].at, into);
  }
  void take(std::uint32_t competence, const steps& known, match_taken<Word>& into) const {
    if (competence >= index_.competences()) return;
    if constexpr (narrow)
      if (index_.by_wide() && index_.head(competence) != match_index::no_head) {
        into.heads.emplace_back().head = index_.head(competence);
        return match_wide::multiply(ways_, numbers(known.at), into.heads.back().by);
      }
    take_lists(competence, known, into);
  }
  // The same by lists alone, which is quicker for one competence.
  void take_lists(std::uint32_t competence, const steps& known, match_taken<Word>& into) const {
    if (competence >= index_.competences()) return;
    for (std::uint32_t l = index_.first_list(competence); l < index_.first_list(competence + 1); ++l) {
      if (into.products.size() < into.used + match_index::classes_max)
        into.products.resize(2 * into.products.size() + match_index::classes_max);
      into.lists.push_back({l, static_cast<std::uint32_t>(into.used)});
      cell* next = into.products.data() + into.used;
      const auto classes = index_.classes(l);
      into.used += classes.size();
      if constexpr (narrow)
        if (index_.by_wide() && !index_.shared_classes().empty()) {
          match_wide::multiply(ways_, numbers(known.at), numbers(next));
          continue;
        }
      for (const match_index::asked_as& c : classes) *next++ = known.at[c.level].times(c.weight);
    }
  }

  // The sums of a block, whose first is `cells`, of somebody who brings what was taken and nothing else.
  void fill(const match_taken<Word>& taken, std::size_t block, cell* cells) const {
    const std::size_t first = block * match_index::block_targets;
    if (!add_heads(taken, block, nobody_.data() + first, cells))
      std::copy_n(nobody_.data() + first, size_of(block), cells);
    add_lists(taken, block, cells);
    for (const match_index::chosen_of& c : index_.choices(block))
      cells[c.target - block * match_index::block_targets] += chosen(c, std::span(taken.known).first(taken.count));
  }
  // What a choice adds to the sums of its target; `known` by competence.
  [[nodiscard]] cell chosen(const match_index::chosen_of& of,
                            std::span<const typename match_taken<Word>::of_competence> known) const {
    using number = std::make_signed_t<Word>;
    std::vector<number> values[3];
    for (const match_index::member& m : index_.members(of)) {
      const auto at = std::lower_bound(known.begin(), known.end(), m.competence,
                                       [](const auto& k, std::uint32_t c) { return k.competence < c; });
      const bool held = at != known.end() && at->competence == m.competence;
      for (int lane = 0; lane < 3; ++lane)
        values[lane].push_back(held ? static_cast<number>(at->at.at[m.level].of[lane]) : 0);
    }
    cell out;
    for (int lane = 0; lane < 3; ++lane) {
      const auto last = values[lane].begin() + of.at_least;
      std::partial_sort(values[lane].begin(), last, values[lane].end(), std::greater<>());
      for (auto v = values[lane].begin(); v != last; ++v) out.of[lane] += static_cast<Word>(*v) * of.weight;
    }
    return out;
  }
  // Adds what was taken to the sums of a block, choices left aside.
  void add(const match_taken<Word>& taken, std::size_t block, cell* cells) const {
    add_heads(taken, block, cells, cells);
    add_lists(taken, block, cells);
  }

  static coverage score(const cell& sums, double inverse_total) {
    return {match_quotient<Word>(sums.of[0], inverse_total), match_quotient<Word>(sums.of[1], inverse_total),
            match_quotient<Word>(sums.of[2], inverse_total)};
  }

  // The scores of `count` targets, in columns.
  void write(const cell* cells, const double* inverse, std::size_t count, double* belief, double* expectation,
             double* plausibility) const {
    std::size_t t = 0;
    if constexpr (narrow)
      if (index_.by_wide()) return match_wide::write(numbers(cells), inverse, count, belief, expectation, plausibility);
    if constexpr (narrow) {
      typedef std::int32_t four_sums __attribute__((vector_size(16)));  // NOLINT(modernize-use-using)
      typedef double four_scores __attribute__((vector_size(32)));      // NOLINT(modernize-use-using)
      const auto put = [](auto sums, const four_scores& by, double* to) {
        const four_scores scores = __builtin_convertvector(reinterpret_cast<four_sums>(sums), four_scores) * by;
        std::memcpy(to, &scores, sizeof scores);
      };
      for (; t + 4 <= count; t += 4) {
        four_scores by;
        std::memcpy(&by, inverse + t, sizeof by);
        const auto a = cells[t].of, b = cells[t + 1].of, c = cells[t + 2].of, d = cells[t + 3].of;
        const auto low = __builtin_shufflevector(a, b, 0, 4, 1, 5), low_too = __builtin_shufflevector(c, d, 0, 4, 1, 5);
        const auto high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
        const auto high_too = __builtin_shufflevector(c, d, 2, 6, 3, 7);
        put(__builtin_shufflevector(low, low_too, 0, 1, 4, 5), by, belief + t);
        put(__builtin_shufflevector(low, low_too, 2, 3, 6, 7), by, expectation + t);
        put(__builtin_shufflevector(high, high_too, 0, 1, 4, 5), by, plausibility + t);
      }
    }
    for (; t < count; ++t) {
      const coverage one = score(cells[t], inverse[t]);
      belief[t] = one.belief;
      expectation[t] = one.expectation;
      plausibility[t] = one.plausibility;
    }
  }

 private:
  [[nodiscard]] std::size_t size_of(std::size_t block) const {
    return std::min<std::size_t>(match_index::block_targets, index_.targets() - block * match_index::block_targets);
  }

  // Four postings are read at once; whatever the machine's byte order, each of the four is met. The fours of all lists
  // are put in one row first, four at a time whether a list has so many or not: most lists are short, and where each
  // ends is hard to foresee.
  void add_lists(const match_taken<Word>& taken, std::size_t block, cell* cells) const {
    constexpr std::uint64_t target = match_index::block_targets - 1;
    constexpr std::uint64_t way = match_index::classes_max - 1;
    constexpr unsigned bits = match_index::block_bits;
    constexpr std::size_t room = 256;
    std::uint64_t fours[room + 4];
    std::uint32_t firsts[room + 4];
    std::size_t held = 0;
    const auto add = [&] {
      for (std::size_t i = 0; i < held; ++i) {
        const cell* products = taken.products.data() + firsts[i];
        const std::uint64_t four = fours[i];
        cells[four & target] += products[four >> bits & way];
        cells[four >> 16U & target] += products[four >> (16 + bits) & way];
        cells[four >> 32U & target] += products[four >> (32 + bits) & way];
        cells[four >> 48U & target] += products[four >> (48 + bits) & way];
      }
      held = 0;
    };
    for (const auto& t : taken.lists) {
      const std::uint16_t* p = index_.postings(t.list, block);
      std::size_t left = static_cast<std::size_t>(index_.postings(t.list, block + 1) - p) / match_index::together;
      for (;; p += 4 * match_index::together) {
        std::memcpy(fours + held, p, 4 * sizeof *fours);
        for (std::size_t i = 0; i < 4; ++i) firsts[held + i] = t.products;
        held += std::min<std::size_t>(left, 4);
        if (held > room - 4) add();
        if (left <= 4) break;
        left -= 4;
      }
    }
    add();
  }

  static constexpr bool narrow = sizeof(Word) == sizeof(std::uint32_t);

  static const Word* numbers(const cell* cells) { return reinterpret_cast<const Word*>(cells); }
  static Word* numbers(cell* cells) { return reinterpret_cast<Word*>(cells); }

  // False: there are none.
  bool add_heads(const match_taken<Word>& taken, std::size_t block, const cell* before, cell* cells) const {
    if (taken.heads.empty()) return false;
    if constexpr (narrow) {
      match_wide::held held[match_index::heads_max];
      std::size_t count = 0;
      for (const auto& h : taken.heads) held[count++] = {index_.head_classes(h.head, block), &h.by};
      match_wide::add({held, count}, size_of(block), numbers(before), numbers(cells));
    }
    return true;
  }

  // What is known of each competence, into `known`; how many there are.
  std::size_t read(std::span<const match_known> known, match_taken<Word>& into) const {
    if constexpr (narrow)
      if (index_.by_wide()) {
        using one = typename match_taken<Word>::of_competence;
        static_assert(sizeof(one) == sizeof(Word) * match_wide::known_numbers && offsetof(one, at) == 4 * sizeof(Word));
        return match_wide::read(known, index_.scale(), numbers(&ground_),
                                reinterpret_cast<std::uint32_t*>(into.known.data()));
      }
    std::size_t count = 0, level = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
      const bool fresh = i == 0 || known[i].competence != known[i - 1].competence;
      count += fresh ? 1 : 0;
      level = fresh ? 0 : level;
      auto& one = into.known[count - 1];
      one.competence = known[i].competence;
      const Word held = fresh ? 0 : ~Word{0};
      for (cell& at : one.at.at) at.of &= held;
      level = say(known[i], level, one.at);
    }
    return count;
  }
  // What an entry says at the levels from `level` on; the first that it leaves open.
  std::size_t say(const match_known& k, std::size_t level, steps& into) const {
    cell above = rounded(ordered(k.value));
    above -= ground_;
    const std::size_t up_to = std::min<std::size_t>(k.up_to, match_level_count - 1);
    // By masks: how many levels an entry holds for is hard to foresee.
    for (std::size_t l = 0; l < match_level_count; ++l)
      into.at[l].of |= above.of & (l >= level && l <= up_to ? ~Word{0} : Word{0});
    return std::max(level, up_to + 1);
  }

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
  match_wide::ways ways_;
  cell ground_;               // the unknown
  std::vector<cell> nobody_;  // sums of somebody of whom nothing is known
};

}  // namespace activateur
