#include "analysis/match_wide.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>

#include "analysis/match_choose.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // in the headers of GCC 12 themselves (its bug 105593)
#endif
#define ACTIVATEUR_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")))
#endif

namespace activateur::match_wide {

#if defined(__x86_64__)

bool available() {
  static const bool all = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                          __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  return all;
}

namespace {

struct levels {  // 0 to 3, and 4
  __m512i low, high;
};
ACTIVATEUR_WIDE inline levels levels_at(const std::uint32_t* at) {
  return {_mm512_loadu_si512(at), _mm512_castsi128_si512(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16)))};
}
ACTIVATEUR_WIDE inline __m512i product(const levels& l, const std::uint32_t* from, const std::uint32_t* weight) {
  const __m512i values = _mm512_permutex2var_epi32(l.low, _mm512_load_si512(from), l.high);
  return _mm512_mullo_epi32(values, _mm512_load_si512(weight));
}

// Four bits for each of five.
constexpr std::uint32_t fourfold(std::uint32_t bits) {
  std::uint32_t out = 0;
  for (std::uint32_t l = 0; l < match_level_count; ++l) out |= (bits >> l & 1U) * 15U << 4 * l;
  return out;
}
struct mask_table {
  std::uint32_t of[1U << match_level_count];
};
constexpr mask_table masks = [] {
  mask_table out{};
  for (std::uint32_t bits = 0; bits < std::size(out.of); ++bits) out.of[bits] = fourfold(bits);
  return out;
}();

}  // namespace

ACTIVATEUR_WIDE void multiply(const ways& by, const std::uint32_t* at, table& out) {
  const levels l = levels_at(at);
  for (int lane = 0; lane < 3; ++lane)
    _mm512_store_si512(out.of[lane], product(l, by.from_lane[lane], by.weight_of_class));
}

ACTIVATEUR_WIDE void multiply(const ways& by, const std::uint32_t* at, std::uint32_t* out) {
  const levels l = levels_at(at);
  for (int i = 0; i < 4; ++i) _mm512_storeu_si512(out + 16 * i, product(l, by.from[i], by.weight[i]));
}

ACTIVATEUR_WIDE std::size_t read(std::span<const match_known> known, double scale, const std::uint32_t* ground,
                                 std::uint32_t* out) {
  static_assert(sizeof(coverage) == 3 * sizeof(double));
  const __m256d by = _mm256_set1_pd(scale), half = _mm256_set1_pd(0.5), one = _mm256_set1_pd(1);
  const __m256d zero = _mm256_setzero_pd();
  const __m128i below = _mm_loadu_si128(reinterpret_cast<const __m128i*>(ground));
  __m512i low = _mm512_setzero_si512();
  __m128i high = _mm_setzero_si128();
  std::size_t count = 0;
  std::uint32_t level = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const match_known& k = known[i];
    const bool fresh = i == 0 || k.competence != known[i - 1].competence;
    const std::uint32_t keep = fresh ? 0 : ~0U;
    count += fresh ? 1 : 0;
    level &= keep;
    // A number that is none becomes 0 here, and then the one before it.
    __m256d v = _mm256_max_pd(_mm256_maskz_loadu_pd(7, &k.value.belief), zero);
    v = _mm256_min_pd(v, one);
    v = _mm256_max_pd(v, _mm256_maskz_permutex_pd(6, v, 0b10'01'00'00));  // expectation >= belief, ...
    v = _mm256_max_pd(v, _mm256_maskz_permutex_pd(4, v, 0b10'00'00'00));
    const __m128i above = _mm_sub_epi32(_mm256_cvttpd_epi32(_mm256_fmadd_pd(v, by, half)), below);
    const std::uint32_t up_to = std::min<std::uint32_t>(k.up_to, match_level_count - 1);
    const std::uint32_t bits = ((2U << up_to) - 1) & ~((1U << level) - 1);
    const std::uint32_t mask = masks.of[bits];
    low = _mm512_maskz_mov_epi32(static_cast<__mmask16>(keep), low);
    high = _mm_maskz_mov_epi32(static_cast<__mmask8>(keep), high);
    low = _mm512_mask_broadcast_i32x4(low, static_cast<__mmask16>(mask), above);
    high = _mm_mask_mov_epi32(high, static_cast<__mmask8>(mask >> 16U), above);
    level = std::max(level, up_to + 1);
    std::uint32_t* const to = out + (count - 1) * known_numbers;
    *to = k.competence;
    _mm512_storeu_si512(to + 4, low);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 20), high);
  }
  return count;
}

ACTIVATEUR_WIDE void add(std::span<const held> heads, std::size_t count, const std::uint32_t* before,
                         std::uint32_t* sums) {
  const __m512i none = _mm512_setzero_si512();
  for (std::size_t t = 0; t < count; t += 16) {
    __m512i b = none, e = none, p = none;
    for (const held& h : heads) {
      const __m512i c = _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(h.classes + t)));
      b = _mm512_add_epi32(b, _mm512_permutexvar_epi32(c, _mm512_load_si512(h.by->of[0])));
      e = _mm512_add_epi32(e, _mm512_permutexvar_epi32(c, _mm512_load_si512(h.by->of[1])));
      p = _mm512_add_epi32(p, _mm512_permutexvar_epi32(c, _mm512_load_si512(h.by->of[2])));
    }
    // From three rows of sixteen to sixteen of four: head_classes has the order that leaves them in place.
    const __m512i low = _mm512_unpacklo_epi32(b, e), high = _mm512_unpackhi_epi32(b, e);
    const __m512i low_p = _mm512_unpacklo_epi32(p, none), high_p = _mm512_unpackhi_epi32(p, none);
    const auto put = [&](std::size_t j, __m512i four) __attribute__((target("avx512f"))) {
      const std::size_t at = 4 * t + 16 * j;
      _mm512_storeu_si512(sums + at, _mm512_add_epi32(_mm512_loadu_si512(before + at), four));
    };
    put(0, _mm512_unpacklo_epi64(low, low_p));
    put(1, _mm512_unpackhi_epi64(low, low_p));
    put(2, _mm512_unpacklo_epi64(high, high_p));
    put(3, _mm512_unpackhi_epi64(high, high_p));
  }
}

namespace {

// Sixteen targets' quotients of one lane in single precision.
class rough_quotients {
 public:
  ACTIVATEUR_WIDE explicit rough_quotients(int lane) {
    const __m512i of_cell = _mm512_setr_epi32(0, 4, 8, 12, 16, 20, 24, 28, 0, 4, 8, 12, 16, 20, 24, 28);
    pick_ = _mm512_add_epi32(of_cell, _mm512_set1_epi32(lane));
  }
  [[nodiscard]] ACTIVATEUR_WIDE __m512 at(const std::uint32_t* sums, const float* inverse) const {
    const __m512i low = _mm512_permutex2var_epi32(_mm512_loadu_si512(sums), pick_, _mm512_loadu_si512(sums + 16));
    const __m512i high = _mm512_permutex2var_epi32(_mm512_loadu_si512(sums + 32), pick_, _mm512_loadu_si512(sums + 48));
    return _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_mask_mov_epi32(low, 0xFF00, high)), _mm512_loadu_ps(inverse));
  }

 private:
  __m512i pick_;
};

}  // namespace

// As many groups of targets as are wanted have a greatest quotient at or above the bar: so have the best, and whatever
// lies below is not looked at again.
ACTIVATEUR_WIDE bool choose(const match_index& index, const std::uint32_t* sums, int lane, match_best& kept) {
  constexpr std::size_t groups_most = 1024, groups_a_wanted = 2;
  const std::size_t count = index.targets(), sixteens = match_index::sixteens(count) / 16;
  const std::size_t wanted = std::max<std::size_t>(1, kept.count());
  const std::size_t together =
      std::max<std::size_t>({1, sixteens / (groups_a_wanted * wanted), sixteens / groups_most + 1});
  const std::size_t groups = (sixteens + together - 1) / together;
  if (groups < 3 * wanted / 2) return false;
  const float* inverse = index.rough_inverse_totals();
  const rough_quotients rough(lane);
  float greatest[groups_most], order[groups_most];
  for (std::size_t g = 0; g < groups; ++g) {
    __m512 most = _mm512_setzero_ps();
    for (std::size_t s = g * together; s < std::min(sixteens, (g + 1) * together); ++s)
      most = _mm512_max_ps(most, rough.at(sums + 64 * s, inverse + 16 * s));
    greatest[g] = _mm512_reduce_max_ps(most);
  }
  std::copy_n(greatest, groups, order);
  std::nth_element(order, order + wanted - 1, order + groups, std::greater<>());
  const float bar = order[wanted - 1] * (1 - 0x1p-20F);  // three roundings of 2^-24 each, and more
  kept.begin();
  for (std::size_t g = 0; g < groups; ++g) {
    if (greatest[g] < bar) continue;
    for (std::size_t s = g * together; s < std::min(sixteens, (g + 1) * together); ++s) {
      const __m512 quotients = rough.at(sums + 64 * s, inverse + 16 * s);
      std::uint32_t above = _mm512_cmp_ps_mask(quotients, _mm512_set1_ps(bar), _CMP_GE_OQ);
      for (; above != 0; above &= above - 1) {
        const std::size_t t = 16 * s + static_cast<std::size_t>(std::countr_zero(above));
        if (t >= count) break;
        const double score =
            match_quotient<std::uint32_t>(sums[4 * t + static_cast<std::size_t>(lane)], index.inverse_totals()[t]);
        if (score > kept.bar()) kept.add(score, static_cast<std::uint32_t>(t));
      }
    }
  }
  return true;
}

ACTIVATEUR_WIDE void write(const std::uint32_t* sums, const double* inverse, std::size_t count, double* belief,
                           double* expectation, double* plausibility) {
  const __m512i first = _mm512_setr_epi32(0, 4, 8, 12, 16, 20, 24, 28, 0, 0, 0, 0, 0, 0, 0, 0);
  std::size_t t = 0;
  for (; t + 8 <= count; t += 8) {
    const __m512i low = _mm512_loadu_si512(sums + 4 * t), high = _mm512_loadu_si512(sums + 4 * t + 16);
    const __m512d by = _mm512_loadu_pd(inverse + t);
    double* const to[] = {belief + t, expectation + t, plausibility + t};
    for (int lane = 0; lane < 3; ++lane) {
      const __m512i of_lane = _mm512_permutex2var_epi32(low, _mm512_add_epi32(first, _mm512_set1_epi32(lane)), high);
      _mm512_storeu_pd(to[lane], _mm512_mul_pd(_mm512_cvtepi32_pd(_mm512_castsi512_si256(of_lane)), by));
    }
  }
  for (; t < count; ++t) {
    belief[t] = static_cast<std::int32_t>(sums[4 * t]) * inverse[t];
    expectation[t] = static_cast<std::int32_t>(sums[4 * t + 1]) * inverse[t];
    plausibility[t] = static_cast<std::int32_t>(sums[4 * t + 2]) * inverse[t];
  }
}

#else

bool available() { return false; }
void multiply(const ways&, const std::uint32_t*, table&) {}
void multiply(const ways&, const std::uint32_t*, std::uint32_t*) {}
std::size_t read(std::span<const match_known>, double, const std::uint32_t*, std::uint32_t*) { return 0; }
void add(std::span<const held>, std::size_t, const std::uint32_t*, std::uint32_t*) {}
bool choose(const match_index&, const std::uint32_t*, int, match_best&) { return false; }
void write(const std::uint32_t*, const double*, std::size_t, double*, double*, double*) {}

#endif

ways::ways(std::span<const match_index::asked_as> classes) {
  for (std::size_t c = 0; c < std::min(classes.size(), match_index::head_classes_max); ++c) {
    const match_index::asked_as& as = classes[c];
    weight_of_class[c] = as.weight;
    for (std::uint32_t i = 0; i < 4; ++i) {
      from[c / 4][c % 4 * 4 + i] = 4 * as.level + i;
      weight[c / 4][c % 4 * 4 + i] = as.weight;
      if (i < 3) from_lane[i][c] = 4 * as.level + i;
    }
  }
}

}  // namespace activateur::match_wide
