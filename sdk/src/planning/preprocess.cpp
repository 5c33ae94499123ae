// From the problem as given to the network as solved.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/check.hpp"
#include "planning/fastest.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The problem while it shrinks.
struct draft {
  const plan_problem& from;
  std::vector<action> actions;
  std::vector<int> original;
  std::vector<group> goal;
};

// Takes `held` facts out of a group; nothing when the group is met by them.
std::optional<group> left_of(const group& g, const std::vector<char>& held) {
  group out{g.at_least, {}};
  for (const int f : g.facts) {
    if (held[at(f)])
      --out.at_least;
    else
      out.facts.push_back(f);
  }
  std::sort(out.facts.begin(), out.facts.end());
  if (out.at_least <= 0) return std::nullopt;
  return out;
}

void without_held(draft& d) {
  std::vector<char> held(at(d.from.fact_count), 0);
  for (const int f : d.from.held) held[at(f)] = 1;
  const auto filtered = [&](const std::vector<group>& groups) {
    std::vector<group> out;
    for (const group& g : groups)
      if (auto rest = left_of(g, held)) out.push_back(std::move(*rest));
    return out;
  };
  for (action& a : d.actions) {
    a.requires_ = filtered(a.requires_);
    std::erase_if(a.produces, [&](int f) { return held[at(f)] != 0; });
    std::sort(a.produces.begin(), a.produces.end());
  }
  d.goal = filtered(d.goal);
}

void keep_only(draft& d, const std::vector<char>& keep) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < d.actions.size(); ++i) {
    if (!keep[i]) continue;
    if (to != i) {
      d.actions[to] = std::move(d.actions[i]);
      d.original[to] = d.original[i];
    }
    ++to;
  }
  d.actions.resize(to);
  d.original.resize(to);
}

// Facts that lead to the goal, and the actions that produce one of them.
void keep_relevant(draft& d) {
  const std::size_t n = d.actions.size();
  std::vector<std::vector<int>> producers(at(d.from.fact_count));
  for (std::size_t i = 0; i < n; ++i)
    for (const int f : d.actions[i].produces) producers[at(f)].push_back(static_cast<int>(i));
  std::vector<char> relevant(at(d.from.fact_count), 0);
  std::vector<char> keep(n, 0);
  std::vector<int> open;
  const auto want = [&](const std::vector<group>& groups) {
    for (const group& g : groups)
      for (const int f : g.facts)
        if (!relevant[at(f)]) {
          relevant[at(f)] = 1;
          open.push_back(f);
        }
  };
  want(d.goal);
  while (!open.empty()) {
    const int f = open.back();
    open.pop_back();
    for (const int a : producers[at(f)]) {
      if (keep[at(a)]) continue;
      keep[at(a)] = 1;
      want(d.actions[at(a)].requires_);
    }
  }
  for (action& a : d.actions) std::erase_if(a.produces, [&](int f) { return relevant[at(f)] == 0; });
  keep_only(d, keep);
}

// Drops facts that nothing produces from the groups; false when a group is then too small.
bool shrink(std::vector<group>& groups, const std::vector<char>& reachable) {
  for (group& g : groups) {
    std::erase_if(g.facts, [&](int f) { return reachable[at(f)] == 0; });
    if (static_cast<std::size_t>(g.at_least) > g.facts.size()) return false;
  }
  return true;
}

bool implies(const std::vector<group>& given, const group& asked) {
  return std::any_of(given.begin(), given.end(), [&](const group& g) {
    int outside = 0;
    for (const int f : g.facts)
      if (!std::binary_search(asked.facts.begin(), asked.facts.end(), f)) ++outside;
    return g.at_least - outside >= asked.at_least;
  });
}

// Whatever the i-th action does in a plan, the j-th can do in its place: at no greater price, load or need, within the
// weeks of the i-th.
bool dominates(const draft& d, std::size_t j, std::size_t i) {
  const action& b = d.actions[j];
  const action& a = d.actions[i];
  if (b.cost > a.cost || d.from.price_of(b) > d.from.price_of(a)) return false;
  for (const sum_limit& s : d.from.sums)
    if (s.amounts[at(d.original[j])] > s.amounts[at(d.original[i])]) return false;
  if (b.load > a.load || b.duration > a.duration) return false;
  if (!std::includes(b.produces.begin(), b.produces.end(), a.produces.begin(), a.produces.end())) return false;
  if (!std::all_of(b.requires_.begin(), b.requires_.end(), [&](const group& g) { return implies(a.requires_, g); }))
    return false;
  const int spare = a.duration - b.duration;
  std::size_t next = 0;
  return std::all_of(a.starts.begin(), a.starts.end(), [&](int s) {
    while (next < b.starts.size() && b.starts[next] < s) ++next;
    return next < b.starts.size() && b.starts[next] <= s + spare;
  });
}

void drop_dominated(draft& d) {
  const std::size_t n = d.actions.size();
  std::vector<std::vector<int>> producers(at(d.from.fact_count));
  for (std::size_t i = 0; i < n; ++i)
    for (const int f : d.actions[i].produces) producers[at(f)].push_back(static_cast<int>(i));
  std::vector<char> keep(n, 1);
  for (std::size_t i = 0; i < n; ++i) {
    const action& a = d.actions[i];
    const auto rarest = std::min_element(a.produces.begin(), a.produces.end(), [&](int x, int y) {
      return producers[at(x)].size() < producers[at(y)].size();
    });
    if (rarest == a.produces.end()) continue;
    for (const int b : producers[at(*rarest)]) {
      const std::size_t j = at(b);
      if (j == i || !dominates(d, j, i)) continue;
      // Of two that dominate each other, the first stays.
      if (j > i && dominates(d, i, j)) continue;
      keep[i] = 0;
      break;
    }
  }
  keep_only(d, keep);
}

// The roomiest week holds `capacity`; the others are as if partly taken already.
void set_capacity(plan_network& net, const plan_problem& p) {
  net.capacity = p.capacity;
  net.taken.assign(at(p.horizon) + 1, 0.0);
  if (p.capacity_by_week.empty()) return;
  double all = 1;  // more than every action together ever takes
  for (const action& a : p.actions) all += a.load;
  net.capacity = 0;
  for (const double c : p.capacity_by_week) net.capacity = std::max(net.capacity, std::min(c, all));
  for (int week = 0; week < p.horizon; ++week)
    net.taken[at(week)] = net.capacity - std::min(p.capacity_by_week[at(week)], net.capacity);
}

// The weeks an action would last are all wide enough for it.
bool fits(const plan_problem& p, const action& a, int start) {
  for (int week = start; week < start + a.duration; ++week)
    if (a.load > p.capacity_in(week) + planning_slack) return false;
  return true;
}

// The budget and the other limits, and what each action takes of them. Money counts as it is; another sum in the scale
// in which all that there is of it is worth all prices.
void limit_sums(plan_network& net, const draft& d) {
  net.scarce.assign(d.actions.size(), 0.0);
  const double prices = std::accumulate(net.price.begin(), net.price.end(), 0.0);
  const auto add = [&](double most, const std::vector<double>& amounts, bool money) {
    const double all = std::accumulate(amounts.begin(), amounts.end(), 0.0);
    net.scale.push_back(money || all <= 0 || prices <= 0 ? 1.0 : prices / all);
    for (std::size_t a = 0; a < amounts.size(); ++a) net.scarce[a] += net.scale.back() * amounts[a];
    net.sums.push_back({most, amounts});
  };
  std::vector<double> amounts;
  if (std::isfinite(d.from.budget)) {
    for (const action& a : d.actions) amounts.push_back(a.cost);
    add(d.from.budget, amounts, true);
  }
  for (const sum_limit& s : d.from.sums) {
    if (!std::isfinite(s.most)) continue;
    amounts.clear();
    for (const int a : d.original) amounts.push_back(s.amounts[at(a)]);
    add(s.most, amounts, false);
  }
}

plan_network compiled(const draft& d) {
  plan_network net;
  const plan_problem& p = d.from;
  net.horizon = p.horizon;
  set_capacity(net, p);
  net.week_weight = p.week_weight;
  net.actions = static_cast<int>(d.actions.size());
  std::vector<int> number(at(p.fact_count), -1);
  const auto numbered = [&](int f) {
    if (number[at(f)] < 0) number[at(f)] = net.facts++;
    return number[at(f)];
  };
  const auto add_groups = [&](const std::vector<group>& groups, int owner) {
    for (const group& g : groups) {
      for (const int f : g.facts) net.groups.items.push_back(numbered(f));
      net.groups.close_row();
      net.need.push_back(g.at_least);
      net.owner.push_back(owner);
      if (owner >= 0) net.groups_of.items.push_back(net.groups.rows() - 1);
    }
  };
  const auto whole = [](double v) { return v == std::floor(v); };
  net.integral = whole(p.week_weight);
  net.original = d.original;
  for (int a = 0; a < net.actions; ++a) {
    const action& from = d.actions[at(a)];
    net.price.push_back(p.price_of(from));
    net.load.push_back(from.load);
    net.effort.push_back(from.load * from.duration);
    net.duration.push_back(from.duration);
    net.integral = net.integral && whole(net.price.back());
    net.starts.items.insert(net.starts.items.end(), from.starts.begin(), from.starts.end());
    net.starts.close_row();
    for (const int f : from.produces) net.products.items.push_back(numbered(f));
    net.products.close_row();
    add_groups(from.requires_, a);
    net.groups_of.close_row();
  }
  add_groups(d.goal, -1);
  net.goal_groups = static_cast<int>(d.goal.size());
  limit_sums(net, d);

  std::vector<std::vector<int>> producers(at(net.facts));
  std::vector<std::vector<int>> consumers(at(net.facts));
  for (int a = 0; a < net.actions; ++a)
    for (const int f : net.products.of(a)) producers[at(f)].push_back(a);
  for (int g = 0; g < net.group_count(); ++g)
    for (const int f : net.groups.of(g)) consumers[at(f)].push_back(g);
  for (int f = 0; f < net.facts; ++f) {
    net.producers.items.insert(net.producers.items.end(), producers[at(f)].begin(), producers[at(f)].end());
    net.producers.close_row();
    net.consumers.items.insert(net.consumers.items.end(), consumers[at(f)].begin(), consumers[at(f)].end());
    net.consumers.close_row();
  }
  return net;
}

}  // namespace

int plan_network::start_from(int a, int week) const {
  const auto weeks = starts.of(a);
  if (weeks.empty() || week > weeks.back()) return never;
  if (week <= weeks.front()) return weeks.front();
  // Most opportunities can start in any week of a range: no search then.
  if (weeks.back() - weeks.front() + 1 == static_cast<int>(weeks.size())) return week;
  return *std::lower_bound(weeks.begin(), weeks.end(), week);
}

double plan_network::excess(const std::vector<plan_step>& steps) const {
  double out = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    double sum = 0;
    for (const plan_step& s : steps) sum += sums[i].amounts[at(s.action)];
    if (sum > sums[i].most + planning_slack) out += scale[i] * (sum - sums[i].most);
  }
  return out;
}

double plan_network::rounded_up(double bound) const {
  return integral && std::isfinite(bound) ? std::ceil(bound - 1e-6) : bound;
}

preprocessed preprocess(const plan_problem& problem) {
  draft d{problem, problem.actions, {}, problem.goal};
  for (int i = 0; i < static_cast<int>(d.actions.size()); ++i) d.original.push_back(i);
  without_held(d);

  // What no plan can contain, whatever the rest.
  std::vector<char> keep(d.actions.size(), 1);
  for (std::size_t i = 0; i < d.actions.size(); ++i) {
    action& a = d.actions[i];
    std::erase_if(a.starts, [&](int s) { return s + a.duration > problem.horizon || !fits(problem, a, s); });
    if (a.starts.empty() || a.produces.empty() || a.cost > problem.budget + planning_slack) keep[i] = 0;
    for (const sum_limit& s : problem.sums)
      if (s.amounts[i] > s.most + planning_slack) keep[i] = 0;
  }
  keep_only(d, keep);
  keep_relevant(d);

  // A fact that is out of reach shrinks groups, which may put others out of reach: until nothing changes.
  for (bool moved = true; moved;) {
    std::vector<char> reachable(at(problem.fact_count), 0);
    std::vector<char> usable(d.actions.size(), 0);
    const plan_network net = compiled(d);
    const fastest_times times = fastest(net, {});
    for (std::size_t i = 0; i < d.actions.size(); ++i) {
      if (times.action[i] >= never) continue;
      usable[i] = 1;
      action& a = d.actions[i];
      std::erase_if(a.starts, [&](int s) { return s + a.duration < times.action[i]; });
      for (const int f : a.produces) reachable[at(f)] = 1;
    }
    const std::size_t before = d.actions.size();
    keep_only(d, usable);
    if (!shrink(d.goal, reachable)) return {false, {}};
    for (action& a : d.actions) shrink(a.requires_, reachable);
    keep_relevant(d);
    moved = d.actions.size() != before;
  }
  drop_dominated(d);
  keep_relevant(d);

  preprocessed out;
  out.network = compiled(d);
  const fastest_times times = fastest(out.network, {});
  out.network.earliest = times.action;
  out.network.fastest = times.goal;
  out.possible = times.goal <= problem.horizon;
  return out;
}

}  // namespace activateur
