#include "planning/reachability.hpp"

#include <algorithm>
#include <queue>

namespace activateur {
namespace {
std::size_t at(int i) { return static_cast<std::size_t>(i); }
}  // namespace

reachability::reachability(const plan_problem& problem) : problem_(problem) {
  std::vector<std::vector<int>> by_fact(at(problem.fact_count));
  const auto add = [&](const std::vector<group>& of, int owner) {
    int asking = 0;
    for (const group& g : of) {
      if (g.at_least <= 0) continue;
      for (const int f : g.facts) by_fact[at(f)].push_back(static_cast<int>(need_.size()));
      need_.push_back(g.at_least);
      owner_.push_back(owner);
      ++asking;
    }
    return asking;
  };
  for (std::size_t a = 0; a < problem.actions.size(); ++a)
    groups_.push_back(add(problem.actions[a].requires_, static_cast<int>(a)));
  goal_groups_ = add(problem.goal, -1);
  for (const auto& groups : by_fact) {
    consumers_.items.insert(consumers_.items.end(), groups.begin(), groups.end());
    consumers_.close_row();
  }
}

int reachability::goal_week(const without& taken) {
  had_.assign(at(problem_.fact_count), never);
  std::vector<int> missing = need_;
  std::vector<int> unmet = groups_;
  int unmet_goal = goal_groups_;
  int goal = unmet_goal == 0 ? 0 : never;
  using entry = std::pair<int, int>;  // week, fact
  std::priority_queue<entry, std::vector<entry>, std::greater<>> open;
  const auto have = [&](int fact, int week) {
    if (fact == taken.fact || week >= had_[at(fact)]) return;
    had_[at(fact)] = week;
    open.emplace(week, fact);
  };
  const auto use = [&](int a, int ready) {
    const action& what = problem_.actions[at(a)];
    if (a == taken.action) return;
    int end = ready;
    if (taken.calendar) {
      const auto start = std::lower_bound(what.starts.begin(), what.starts.end(), ready);
      if (start == what.starts.end() || *start + what.duration > problem_.horizon) return;
      end = *start + what.duration;
    }
    for (const int f : what.produces) have(f, end);
  };
  for (const auto* list : {&problem_.held, &taken.given})
    for (const int f : *list)
      if (had_[at(f)] != 0) {
        had_[at(f)] = 0;
        open.emplace(0, f);
      }
  for (std::size_t a = 0; a < groups_.size(); ++a)
    if (groups_[a] == 0) use(static_cast<int>(a), 0);
  while (!open.empty()) {
    const auto [week, fact] = open.top();
    open.pop();
    if (had_[at(fact)] != week) continue;
    for (const int g : consumers_.of(fact)) {
      if (--missing[at(g)] != 0) continue;
      const int a = owner_[at(g)];
      if (a < 0) {
        if (--unmet_goal == 0) goal = week;
      } else if (--unmet[at(a)] == 0) {
        use(a, week);
      }
    }
  }
  return goal;
}

bool reachability::met(const group& g) const {
  return std::count_if(g.facts.begin(), g.facts.end(), [&](int f) { return had_[at(f)] < never; }) >= g.at_least;
}

}  // namespace activateur
