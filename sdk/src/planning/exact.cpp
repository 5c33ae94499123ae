#include "planning/exact.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace activateur {
namespace {

constexpr std::int64_t slice_min = 3'000, slice_max = 100'000;  // work on one interval before the next is looked at
constexpr std::int64_t work_per_node = 150;                     // the unit of linear programs in that of the budget
constexpr double better_by = 1e-7;

}  // namespace

proof::proof(const plan_network& in, std::vector<char> excluded) : in_(in) {
  excluded.resize(static_cast<std::size_t>(in.actions), 0);
  // Before any relaxation: each goal group costs at least its cheapest producer.
  double price = 0;
  for (int g = in.first_goal_group(); g < in.group_count(); ++g) {
    double least = std::numeric_limits<double>::infinity();
    for (const int f : in.groups.of(g))
      for (const int a : in.producers.of(f)) least = std::min(least, in.price[static_cast<std::size_t>(a)]);
    price = std::max(price, least);
  }
  bound_ = in.rounded_up(price + in.week_weight * in.fastest);
  open_.push_back({in.fastest, in.horizon, price, std::move(excluded), nullptr});
  ceiling_ = std::accumulate(in.price.begin(), in.price.end(), 1.0 + in.week_weight * in.horizon);
}

std::vector<proof::part> proof::parts(unsigned count) {
  std::vector<part> out;
  for (unsigned i = 0; i < count; ++i) out.push_back(part(*this));
  // The lowest bounds to different parts; those of the same bound as they stand.
  if (count > 1) open_.sort([&](const interval& x, const interval& y) { return worth(in_, x) < worth(in_, y); });
  for (unsigned next = 0; !open_.empty(); next = (next + 1) % count) {
    auto& into = out[next].open_;
    into.splice(into.end(), open_, open_.begin());
  }
  return out;
}

void proof::put_back(std::vector<part> parts, double incumbent) {
  const std::size_t known = pool_.entries().size();
  for (part& p : parts) {
    open_.splice(open_.end(), p.open_);
    unsettled_ = std::min(unsettled_, p.unsettled_);
    pool_.add(p.pool_.entries(), known);
  }
  const double limit = std::min(incumbent, ceiling_) - better_by;
  open_.remove_if([&](const interval& i) { return worth(in_, i) >= limit; });
  double least = std::min(unsettled_, incumbent);
  for (const interval& i : open_) least = std::min(least, worth(in_, i));
  bound_ = std::max(bound_, least);
  done_ = open_.empty() && unsettled_ >= limit;
}

void proof::part::run(const search_host& host, work_budget& budget, std::uint64_t until) {
  const plan_network& in = *in_;
  for (;;) {
    const double limit = std::min(host.incumbent(), ceiling_) - better_by;
    for (auto i = open_.begin(); i != open_.end();) {
      if (worth(in, *i) >= limit) {
        i = open_.erase(i);
        continue;
      }
      // Later weeks cost too much by themselves.
      if (in.week_weight > 0 && std::isfinite(limit)) {
        const int last = std::max(i->first, static_cast<int>(std::floor((limit - i->price) / in.week_weight)));
        i->last = std::min(i->last, last);
        // What held for a later week holds for an earlier one; a single week is searched as it is.
        if (i->search && i->first == i->last && i->search->week() != i->last) i->search.reset();
      }
      ++i;
    }
    const auto least = std::min_element(
        open_.begin(), open_.end(), [&](const interval& x, const interval& y) { return worth(in, x) < worth(in, y); });
    if (least == open_.end() || !budget.spend() || budget.used() >= until) return;
    interval& now = *least;
    if (!now.search) now.search = std::make_unique<week_search>(in, now.last, now.excluded, pool_);
    const std::int64_t slice =
        std::clamp(static_cast<std::int64_t>(until - budget.used()) * work_per_node, slice_min, slice_max);
    std::int64_t work = slice;
    const double cutoff = limit - in.week_weight * now.first;
    now.search->run(host, cutoff, work, now.first < now.last);
    budget.spend(static_cast<std::uint64_t>(std::max<std::int64_t>(0, slice - work) / work_per_node));
    pool_.add(now.search->take_found());
    now.price = std::max(now.price, std::min(now.search->bound(), cutoff));
    now.search->exclude(now.excluded);
    if (worth(in, now) >= std::min(host.incumbent(), ceiling_) - better_by) continue;
    if (now.search->done()) {
      unsettled_ = std::min(unsettled_, worth(in, now));
      open_.erase(least);
    } else if (now.first < now.last && work > 0) {
      const int middle = now.first + (now.last - now.first) / 2;
      open_.insert(least, {now.first, middle, now.price, now.excluded, nullptr});
      now.first = middle + 1;
      if (now.first == now.last && now.search->week() != now.last) now.search.reset();
    }
  }
}

}  // namespace activateur
