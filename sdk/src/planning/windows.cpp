#include "planning/windows.hpp"

#include <algorithm>

#include "planning/fastest.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The last start of `a` that ends by `week`; -1 when there is none.
int last_start(const plan_network& in, int a, int week) {
  const auto starts = in.starts.of(a);
  const auto after = std::upper_bound(starts.begin(), starts.end(), week - in.duration[at(a)]);
  return after == starts.begin() ? -1 : *(after - 1);
}

// From the goal backwards, the latest week first: a fact is of use until the last start of what needs it.
void spread_latest(const plan_network& in, int week, windows& out) {
  out.latest.assign(at(in.facts), -1);
  std::vector<int>& done = out.last_start;
  done.assign(at(in.actions), -1);
  std::vector<std::vector<int>> due(at(week) + 1);
  const auto want = [&](int g, int by) {
    for (const int f : in.groups.of(g))
      if (out.latest[at(f)] < by) {
        out.latest[at(f)] = by;
        due[at(by)].push_back(f);
      }
  };
  for (int g = in.first_goal_group(); g < in.group_count(); ++g) want(g, week);
  for (int by = week; by >= 0; --by)
    for (std::size_t i = 0; i < due[at(by)].size(); ++i) {
      const int f = due[at(by)][i];
      if (out.latest[at(f)] != by) continue;
      for (const int a : in.producers.of(f)) {
        if (!out.action[at(a)]) continue;
        const int start = last_start(in, a, by);
        if (start <= done[at(a)] || start + in.duration[at(a)] < out.earliest[at(a)]) continue;
        done[at(a)] = start;
        for (const int g : in.groups_of.of(a)) want(g, start);
      }
    }
  for (int a = 0; a < in.actions; ++a)
    if (done[at(a)] < 0) out.action[at(a)] = 0;
}

}  // namespace

windows windows_by(const plan_network& in, int week, const std::vector<char>& excluded) {
  windows out;
  out.action.assign(at(in.actions), 1);
  for (std::size_t a = 0; a < excluded.size(); ++a)
    if (excluded[a]) out.action[a] = 0;
  // What is of no use any more may put off what is: until nothing changes.
  for (auto before = std::count(out.action.begin(), out.action.end(), 1);;) {
    fastest_times times = fastest(in, out.action);
    out.possible = times.goal <= week;
    if (!out.possible) return out;
    out.earliest = std::move(times.action);
    for (int a = 0; a < in.actions; ++a)
      if (out.earliest[at(a)] > week) out.action[at(a)] = 0;
    spread_latest(in, week, out);
    const auto left = std::count(out.action.begin(), out.action.end(), 1);
    if (left == before) return out;
    before = left;
  }
}

}  // namespace activateur
