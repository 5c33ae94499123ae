#include "planning/construct.hpp"

#include <algorithm>

namespace activateur {
namespace {
std::size_t at(int i) { return static_cast<std::size_t>(i); }
}  // namespace

builder::builder(const plan_network& in)
    : in_(in),
      fact_stamp_(at(in.facts), 0),
      group_stamp_(at(in.group_count()), 0),
      action_stamp_(at(in.actions), 0),
      price_(at(in.facts)),
      spent_(at(in.actions)),
      done_(at(in.facts)),
      maker_(at(in.facts)),
      found_(at(in.group_count())),
      still_(at(in.actions)),
      chosen_(at(in.group_count())) {
  for (int a = 0; a < in.actions; ++a) {
    initial_unmet_.push_back(static_cast<int>(in.groups_of.of(a).size()));
  }
  only(std::vector<char>(at(in.actions), 1));
  std::vector<char> of_goal(at(in.facts), 0);
  for (int g = in.first_goal_group(); g < in.group_count(); ++g)
    for (const int f : in.groups.of(g)) of_goal[at(f)] = 1;
  for (int a = 0; a < in.actions; ++a) {
    int serves = 0;
    for (const int f : in.products.of(a)) serves += of_goal[at(f)];
    initial_serves_.push_back(serves);
  }
}

void builder::only(const std::vector<char>& inside) {
  actions_.clear();
  entry_actions_.clear();
  for (int a = 0; a < in_.actions; ++a) {
    if (!inside[at(a)]) continue;
    actions_.push_back(a);
    if (initial_unmet_[at(a)] == 0) entry_actions_.push_back(a);
  }
  consumers_ = {};
  for (int f = 0; f < in_.facts; ++f) {
    for (const int g : in_.consumers.of(f))
      if (in_.owner[at(g)] < 0 || inside[at(in_.owner[at(g)])]) consumers_.items.push_back(g);
    consumers_.close_row();
  }
}

void builder::start(const std::vector<int>& kept, const construction& how) {
  have_.assign(at(in_.facts), 0);
  open_goal_.assign(at(in_.facts), 0);
  kept_.assign(at(in_.actions), 0);
  used_.assign(at(in_.actions), 0);
  met_.assign(at(in_.group_count()), 0);
  unmet_ = initial_unmet_;
  ready_ = entry_actions_;
  unmet_goal_ = in_.goal_groups;
  for (const int a : kept) kept_[at(a)] = 1;
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g)
    for (const int f : in_.groups.of(g)) open_goal_[at(f)] = 1;
  serves_ = initial_serves_;
  price_alone_.resize(at(in_.actions));
  for (const int a : actions_)
    price_alone_[at(a)] = kept_[at(a)] ? 0.0 : how.weight[at(a)] * (1 + how.noise * random_source::noise(how.key, a));
}

void builder::close_goal(int fact) {
  if (!open_goal_[at(fact)]) return;
  open_goal_[at(fact)] = 0;
  for (const int a : in_.producers.of(fact)) --serves_[at(a)];
}

void builder::use(int a, std::vector<int>& out) {
  if (used_[at(a)]) return;
  used_[at(a)] = 1;
  out.push_back(a);
  for (const int f : in_.products.of(a)) {
    if (have_[at(f)]) continue;
    have_[at(f)] = 1;
    close_goal(f);
    for (const int g : consumers_.of(f)) {
      if (++met_[at(g)] != in_.need[at(g)]) continue;
      const int owner = in_.owner[at(g)];
      if (owner < 0) {
        --unmet_goal_;
        for (const int other : in_.groups.of(g)) close_goal(other);
      } else if (--unmet_[at(owner)] == 0) {
        ready_.push_back(owner);
      }
    }
  }
}

void builder::use_all_ready(std::vector<int>& out) {
  for (std::size_t i = 0; i < ready_.size(); ++i)
    if (kept_[at(ready_[i])]) use(ready_[i], out);
}

double builder::own_price(int a, const construction& how) const {
  const double alone = price_alone_[at(a)];
  return how.sharing > 0 && serves_[at(a)] > 1 ? alone / (1 + how.sharing * (serves_[at(a)] - 1)) : alone;
}

// Offers what `a` produces at `price`: `lowered(f)` for each fact that nothing offered for as little.
template <class Lowered>
void builder::fire(int a, double price, const Lowered& lowered) {
  for (const int f : in_.products.of(a)) {
    if (have_[at(f)]) continue;
    const bool offered = fact_stamp_[at(f)] == stamp_;
    if (offered && price_[at(f)] <= price) continue;
    fact_stamp_[at(f)] = stamp_;
    price_[at(f)] = price;
    maker_[at(f)] = a;
    done_[at(f)] = 0;
    lowered(f, offered);
  }
}

// Knuth's generalised Dijkstra with sums: the price of an action is its own and that of the cheapest facts that meet
// its groups, shared ones counted each time.
bool builder::reach(int goal_group, const construction& how) {
  ++stamp_;
  heap_.clear();
  const auto usable = [&](int a) { return !used_[at(a)] && !how.forbidden[at(a)]; };
  for (const int a : ready_)
    if (usable(a))
      fire(a, own_price(a, how), [&](int f, bool offered) {
        if (!offered) heap_.push_back({0, f});
      });
  for (entry& e : heap_) e.price = price_[at(e.fact)];
  std::make_heap(heap_.begin(), heap_.end());
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end());
    const entry e = heap_.back();
    heap_.pop_back();
    if (done_[at(e.fact)] || e.price != price_[at(e.fact)]) continue;
    done_[at(e.fact)] = 1;
    for (const int g : consumers_.of(e.fact)) {
      if (met_[at(g)] >= in_.need[at(g)]) continue;
      const int owner = in_.owner[at(g)];
      if (owner < 0 && g != goal_group) continue;
      if (group_stamp_[at(g)] != stamp_) {
        group_stamp_[at(g)] = stamp_;
        found_[at(g)] = met_[at(g)];
        chosen_[at(g)].clear();
      }
      if (found_[at(g)] >= in_.need[at(g)]) continue;
      chosen_[at(g)].push_back(e.fact);
      ++found_[at(g)];
      if (owner >= 0) {
        if (action_stamp_[at(owner)] != stamp_) {
          action_stamp_[at(owner)] = stamp_;
          spent_[at(owner)] = 0;
          still_[at(owner)] = unmet_[at(owner)];
        }
        spent_[at(owner)] += e.price;
      }
      if (found_[at(g)] != in_.need[at(g)]) continue;
      if (owner < 0) return true;
      if (--still_[at(owner)] == 0 && usable(owner))
        fire(owner, spent_[at(owner)] + own_price(owner, how), [&](int f, bool) {
          heap_.push_back({price_[at(f)], f});
          std::push_heap(heap_.begin(), heap_.end());
        });
    }
  }
  return false;
}

void builder::support(int fact, std::vector<int>& out) {
  // Depth is bounded by the chain of facts, each cheaper than the one it supports; an explicit stack keeps long chains
  // of a hostile problem off the call stack.
  std::vector<std::pair<int, bool>> stack{{fact, false}};
  while (!stack.empty()) {
    const auto [f, expanded] = stack.back();
    stack.pop_back();
    if (have_[at(f)]) continue;
    const int a = maker_[at(f)];
    if (expanded) {
      use(a, out);
      continue;
    }
    stack.emplace_back(f, true);
    for (const int g : in_.groups_of.of(a))
      if (met_[at(g)] < in_.need[at(g)])
        for (const int needed : chosen_[at(g)]) stack.emplace_back(needed, false);
  }
}

bool builder::complete(const std::vector<int>& kept, const construction& how, random_source& random,
                       std::vector<int>& out) {
  out.clear();
  start(kept, how);
  use_all_ready(out);
  std::vector<int> open;
  while (unmet_goal_ > 0) {
    open.clear();
    for (int g = in_.first_goal_group(); g < in_.group_count(); ++g)
      if (met_[at(g)] < in_.need[at(g)]) open.push_back(g);
    const int goal = open[at(random.below(static_cast<int>(open.size())))];
    if (!reach(goal, how)) return false;
    for (const int f : std::vector<int>(chosen_[at(goal)])) support(f, out);
    use_all_ready(out);
  }
  return true;
}

}  // namespace activateur
