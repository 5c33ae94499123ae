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

proof::proof(const plan_network& in, const search_host& host, std::vector<char> excluded) : in_(in), host_(host) {
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
  open_.push_back({in.fastest, in.horizon, price, std::move(excluded), std::nullopt});
  ceiling_ = std::accumulate(in.price.begin(), in.price.end(), 1.0 + in.week_weight * in.horizon);
}

void proof::run(work_budget& budget, std::uint64_t until) {
  while (!done_) {
    const double limit = std::min(host_.incumbent(), ceiling_) - better_by;
    const auto worth = [&](const interval& i) { return in_.rounded_up(i.price + in_.week_weight * i.first); };
    for (auto i = open_.begin(); i != open_.end();) {
      if (worth(*i) >= limit) {
        i = open_.erase(i);
        continue;
      }
      // Later weeks cost too much by themselves.
      if (in_.week_weight > 0 && std::isfinite(limit)) {
        const int last = std::max(i->first, static_cast<int>(std::floor((limit - i->price) / in_.week_weight)));
        i->last = std::min(i->last, last);
        // What held for a later week holds for an earlier one; a single week is searched as it is.
        if (i->search && i->first == i->last && i->search->week() != i->last) i->search.reset();
      }
      ++i;
    }
    const auto least = std::min_element(open_.begin(), open_.end(),
                                        [&](const interval& x, const interval& y) { return worth(x) < worth(y); });
    if (least == open_.end()) {
      done_ = unsettled_ >= limit;
      bound_ = std::max(bound_, std::min(unsettled_, host_.incumbent()));
      return;
    }
    bound_ = std::max(bound_, std::min({worth(*least), unsettled_, host_.incumbent()}));
    if (!budget.spend() || budget.used() >= until) return;
    interval& now = *least;
    if (!now.search) now.search.emplace(in_, now.last, now.excluded, pool_, host_);
    const std::int64_t slice =
        std::clamp(static_cast<std::int64_t>(until - budget.used()) * work_per_node, slice_min, slice_max);
    std::int64_t work = slice;
    const double cutoff = limit - in_.week_weight * now.first;
    now.search->run(cutoff, work, now.first < now.last);
    budget.spend(static_cast<std::uint64_t>(std::max<std::int64_t>(0, slice - work) / work_per_node));
    now.price = std::max(now.price, std::min(now.search->bound(), cutoff));
    now.search->exclude(now.excluded);
    if (worth(now) >= std::min(host_.incumbent(), ceiling_) - better_by) continue;
    if (now.search->done()) {
      unsettled_ = std::min(unsettled_, worth(now));
      open_.erase(least);
    } else if (now.first < now.last && work > 0) {
      const int middle = now.first + (now.last - now.first) / 2;
      open_.insert(least, {now.first, middle, now.price, now.excluded, std::nullopt});
      now.first = middle + 1;
      if (now.first == now.last && now.search->week() != now.last) now.search.reset();
    }
  }
}

}  // namespace activateur
