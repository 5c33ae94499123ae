#include <algorithm>

#include "planning/fastest.hpp"

namespace activateur {

fastest_times fastest(const plan_network& in, const std::vector<char>& allowed) {
  const auto at = [](int i) { return static_cast<std::size_t>(i); };
  fastest_times out;
  out.fact.assign(at(in.facts), never);
  out.action.assign(at(in.actions), never);
  std::vector<int> missing = in.need;
  std::vector<int> unmet(at(in.actions));
  std::vector<int> ready(at(in.actions), 0);
  int unmet_goal = in.goal_groups;
  // Weeks are few: one bucket a week instead of a heap.
  std::vector<std::vector<int>> had(at(in.horizon) + 1);

  const auto use = [&](int a) {
    if (!allowed.empty() && !allowed[at(a)]) return;
    const int start = in.start_from(a, ready[at(a)]);
    if (start >= never || start + in.duration[at(a)] > in.horizon) return;
    const int end = start + in.duration[at(a)];
    out.action[at(a)] = end;
    for (const int f : in.products.of(a))
      if (end < out.fact[at(f)]) {
        out.fact[at(f)] = end;
        had[at(end)].push_back(f);
      }
  };

  for (int a = 0; a < in.actions; ++a) {
    unmet[at(a)] = static_cast<int>(in.groups_of.of(a).size());
    if (unmet[at(a)] == 0) use(a);
  }
  if (unmet_goal == 0) out.goal = 0;
  for (int week = 0; week <= in.horizon; ++week) {
    for (std::size_t i = 0; i < had[at(week)].size(); ++i) {  // grows while steps of no duration are used
      const int f = had[at(week)][i];
      if (out.fact[at(f)] != week) continue;
      // A fact enters a bucket each time it is had earlier; only its last entry has its week, and once.
      for (const int g : in.consumers.of(f)) {
        if (--missing[at(g)] != 0) continue;
        const int a = in.owner[at(g)];
        if (a < 0) {
          if (--unmet_goal == 0) out.goal = week;
          continue;
        }
        ready[at(a)] = std::max(ready[at(a)], week);
        if (--unmet[at(a)] == 0) use(a);
      }
    }
  }
  return out;
}

}  // namespace activateur
