// Inside analysis: matching by the wide instructions that a processor may have (AVX-512). The lists of match_sums do
// the same without them and are what the tests hold this against.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "analysis/match_best.hpp"
#include "analysis/match_scores.hpp"

namespace activateur::match_wide {

// Whether this processor has them.
bool available();

// The ways of asking that all lists of an index share: of each, whence in what is known at the levels its numbers come,
// and what they are multiplied with.
struct alignas(64) ways {
  std::uint32_t from[4][16] = {}, weight[4][16] = {};             // four numbers a class
  std::uint32_t from_lane[3][16] = {}, weight_of_class[16] = {};  // one number of every class
  explicit ways(std::span<const match_index::asked_as> classes = {});
};

// Three numbers by class of one head, in lanes: its share of the sums.
struct alignas(64) table {
  std::uint32_t of[3][match_index::head_classes_max];
};
// `at`: four numbers a level, of which the fourth is none.
void multiply(const ways& by, const std::uint32_t* at, table& out);
// Four numbers a class, of sixteen.
void multiply(const ways& by, const std::uint32_t* at, std::uint32_t* out);

// What is known of each competence, in whole numbers above the unknown: as match_sums::say reads each entry. Of each
// `known_numbers` are written: the competence, from the fifth on four a level. There is room for as many as entries.
inline constexpr std::size_t known_numbers = 4 + 4 * match_level_count;
std::size_t read(std::span<const match_known> known, double scale, const std::uint32_t* ground, std::uint32_t* out);

struct held {
  const std::uint8_t* classes = nullptr;  // of the block (match_index::head_classes)
  const table* by = nullptr;
};
// The sums of `count` targets, rounded up to sixteen: those before and what the heads bring; four numbers a target.
void add(std::span<const held> heads, std::size_t count, const std::uint32_t* before, std::uint32_t* sums);

// The best of all targets by one of their numbers. False: too many are wanted for this way to be the quicker one.
bool choose(const match_index& index, const std::uint32_t* sums, int lane, match_best& kept);

// sums x inverse, in columns.
void write(const std::uint32_t* sums, const double* inverse, std::size_t count, double* belief, double* expectation,
           double* plausibility);

}  // namespace activateur::match_wide
