#include "analysis/covering.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace activateur {
namespace {

constexpr double coverage::*bounds[] = {&coverage::belief, &coverage::expectation, &coverage::plausibility};

coverage values_of(const gap_item& item) {
  const opinion& o = item.known.value;
  return {o.belief(), o.expectation(), o.plausibility()};
}

// Shares of one bound, in units of 2^-50 so that their sums are exact: together they are exactly 1. What rounding
// leaves goes to the first ones, a unit each.
void make_whole(std::vector<coverage>& shares, double coverage::*bound, double total) {
  if (total <= 0) return;
  constexpr double unit = 0x1p-50;
  std::int64_t left = std::int64_t{1} << 50;
  for (coverage& share : shares) {
    const double units = std::floor(share.*bound / total / unit);
    share.*bound = units * unit;
    left -= static_cast<std::int64_t>(units);
  }
  for (coverage& share : shares) {
    if (left <= 0) break;
    if (share.*bound <= 0) continue;
    share.*bound += unit;
    --left;
  }
}

}  // namespace

std::vector<coverage> shares_in(const std::vector<gap_item>& items, const target& to, const policy& by, scope of) {
  std::vector<coverage> out(items.size());
  std::vector<std::vector<std::size_t>> members(to.groups.size());
  double total = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const requirement& asked = items[i].asked;
    if (asked.group != no_group) {
      members[asked.group].push_back(i);
    } else if (of.holds(asked.essential, asked.part)) {
      const double importance = importance_of(by, asked.importance);
      out[i] = {importance, importance, importance};
      total += importance;
    }
  }
  for (std::size_t g = 0; g < to.groups.size(); ++g) {
    const requirement_group& group = to.groups[g];
    if (!of.holds(group.essential, group.part)) continue;
    const double importance = importance_of(by, group.importance);
    total += importance;
    for (const auto bound : bounds) {
      std::vector<std::size_t> best = members[g];
      std::stable_sort(best.begin(), best.end(), [&](std::size_t a, std::size_t b) {
        return values_of(items[a]).*bound > values_of(items[b]).*bound;
      });
      for (std::size_t k = 0; k < std::min(group.at_least, best.size()); ++k)
        out[best[k]].*bound = importance / static_cast<double>(group.at_least);
    }
  }
  for (const auto bound : bounds) make_whole(out, bound, total);
  return out;
}

coverage coverage_from(const std::vector<gap_item>& items, const std::vector<coverage>& shares) {
  coverage out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const coverage value = values_of(items[i]);
    for (const auto bound : bounds) out.*bound += shares[i].*bound * value.*bound;
  }
  return out;
}

}  // namespace activateur
