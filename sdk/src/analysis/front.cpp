#include "analysis/front.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace activateur {
namespace {

// Indices of `among` that are on their front, by effort.
std::vector<std::size_t> front_of(const std::vector<front_point>& points, std::vector<std::size_t> among) {
  std::sort(among.begin(), among.end(), [&](std::size_t a, std::size_t b) {
    const front_point& x = points[a];
    const front_point& y = points[b];
    if (x.effort != y.effort) return x.effort < y.effort;
    return x.usefulness != y.usefulness ? x.usefulness > y.usefulness : x.id < y.id;
  });
  std::vector<std::size_t> out;
  double best = -1, its_effort = 0;
  for (const std::size_t i : among) {
    const front_point& p = points[i];
    if (p.usefulness > best) {
      best = p.usefulness;
      its_effort = p.effort;
      out.push_back(i);
    } else if (p.usefulness == best && p.effort == its_effort) {
      out.push_back(i);
    }
  }
  return out;
}

struct range {
  double low = 0, width = 0;
  [[nodiscard]] long box(double v, double epsilon) const {
    return width > 0 ? static_cast<long>(std::floor((v - low) / (width * epsilon))) : 0;
  }
};
template <class Value>
range range_of(const std::vector<front_point>& points, Value&& of) {
  double low = of(points.front()), high = low;
  for (const front_point& p : points) {
    low = std::min(low, of(p));
    high = std::max(high, of(p));
  }
  return {low, high - low};
}

// One a box, dominated boxes left out: less effort is the lower box, more usefulness the higher one.
std::vector<std::size_t> boxed(const std::vector<front_point>& points, const std::vector<std::size_t>& front,
                               range efforts, range uses, double epsilon) {
  const auto better = [&](std::size_t a, std::size_t b) {
    if (points[a].affinity != points[b].affinity) return points[a].affinity > points[b].affinity;
    return points[a].id < points[b].id;
  };
  std::map<std::pair<long, long>, std::size_t> kept;  // (effort, -usefulness) -> point
  for (const std::size_t i : front) {
    const auto [it, fresh] =
        kept.try_emplace({efforts.box(points[i].effort, epsilon), -uses.box(points[i].usefulness, epsilon)}, i);
    if (!fresh && better(i, it->second)) it->second = i;
  }
  std::vector<std::size_t> out;
  long least = std::numeric_limits<long>::max();
  for (const auto& [box, point] : kept) {
    if (box.second >= least) continue;  // a box at most as hard is at least as useful
    least = box.second;
    out.push_back(point);
  }
  return out;
}

}  // namespace

std::vector<char> pareto_front(const std::vector<front_point>& points) {
  std::vector<std::size_t> all(points.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<char> out(points.size(), 0);
  for (const std::size_t i : front_of(points, std::move(all))) out[i] = 1;
  return out;
}

thinned_front thin_front(const std::vector<front_point>& points, const map_rules& by) {
  thinned_front out;
  out.epsilon = by.front_epsilon;
  if (points.empty()) return out;
  const range efforts = range_of(points, [](const front_point& p) { return p.effort; });
  const range uses = range_of(points, [](const front_point& p) { return p.usefulness; });
  std::vector<std::size_t> rest(points.size());
  std::iota(rest.begin(), rest.end(), std::size_t{0});
  for (int layer = 1; !rest.empty() && (layer == 1 || out.members.size() < by.front_least); ++layer) {
    const std::vector<std::size_t> front = front_of(points, rest);
    std::vector<std::size_t> kept = boxed(points, front, efforts, uses, out.epsilon);
    while (layer == 1 && kept.size() > by.front_most && out.epsilon < 1) {
      out.epsilon = std::min(1.0, 2 * out.epsilon);
      kept = boxed(points, front, efforts, uses, out.epsilon);
    }
    for (const std::size_t i : kept)
      if (out.members.size() < by.front_most) out.members.push_back({i, layer});
    std::vector<char> gone(points.size(), 0);
    for (const std::size_t i : front) gone[i] = 1;
    std::erase_if(rest, [&](std::size_t i) { return gone[i] != 0; });
  }
  std::sort(out.members.begin(), out.members.end(), [&](const front_member& a, const front_member& b) {
    const front_point& x = points[a.point];
    const front_point& y = points[b.point];
    if (x.effort != y.effort) return x.effort < y.effort;
    return x.usefulness != y.usefulness ? x.usefulness < y.usefulness : x.id < y.id;
  });
  return out;
}

}  // namespace activateur
