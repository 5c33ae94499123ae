#include "planning/landmarks.hpp"

#include <algorithm>

namespace activateur {
namespace {
std::size_t at(int i) { return static_cast<std::size_t>(i); }
}  // namespace

deadline_reach::deadline_reach(const plan_network& in)
    : in_(in),
      fact_(at(in.facts), never),
      group_(at(in.group_count()), never),
      unmet_goal_(in.goal_groups),
      added_(at(in.actions), 0),
      decisive_(at(in.facts), -1) {
  for (int a = 0; a < in.actions; ++a) unmet_.push_back(static_cast<int>(in.groups_of.of(a).size()));
}

void deadline_reach::start(int week) {
  take_back(0);
  week_ = week;
  std::fill(decisive_.begin(), decisive_.end(), -1);
}

int deadline_reach::group_time(int g) const {
  const auto facts = in_.groups.of(g);
  const int k = in_.need[at(g)];
  if (static_cast<std::size_t>(k) == facts.size()) {
    int most = 0;
    for (const int f : facts) most = std::max(most, fact_[at(f)]);
    return most;
  }
  times_.clear();
  for (const int f : facts) times_.push_back(fact_[at(f)]);
  std::nth_element(times_.begin(), times_.begin() + (k - 1), times_.end());
  return times_[at(k - 1)];
}

// The first week in which `a`, whose groups are met, can end; `never` when that is past the deadline.
int deadline_reach::end_of(int a) const {
  int ready = 0;
  for (const int g : in_.groups_of.of(a)) ready = std::max(ready, group_[at(g)]);
  const int start = in_.start_from(a, ready);
  return start >= never || start + in_.duration[at(a)] > week_ ? never : start + in_.duration[at(a)];
}

void deadline_reach::have(int f, int week) {
  if (week >= fact_[at(f)]) return;
  trail_.push_back({kind::fact, f, fact_[at(f)]});
  fact_[at(f)] = week;
  queue_.push_back(f);
}

void deadline_reach::use(int a) {
  const int end = end_of(a);
  for (const int f : in_.products.of(a)) have(f, end);
}

bool deadline_reach::settle() {
  for (std::size_t i = 0; i < queue_.size() && unmet_goal_ > 0; ++i)
    for (const int g : in_.consumers.of(queue_[i])) {
      ++steps_;
      const int before = group_[at(g)];
      const int now = in_.need[at(g)] == 1 ? std::min(before, fact_[at(queue_[i])]) : group_time(g);
      if (now >= before) continue;
      trail_.push_back({kind::group, g, before});
      group_[at(g)] = now;
      if (now > week_) continue;
      const int a = in_.owner[at(g)];
      int& unmet = a < 0 ? unmet_goal_ : unmet_[at(a)];
      if (before > week_) --unmet;
      if (a >= 0 && unmet == 0 && added_[at(a)]) use(a);
    }
  queue_.clear();
  return unmet_goal_ == 0;
}

bool deadline_reach::add(std::span<const int> actions) {
  for (const int a : actions) {
    if (added_[at(a)]) continue;
    added_[at(a)] = 1;
    trail_.push_back({kind::action, a, 0});
    if (unmet_[at(a)] == 0) use(a);
  }
  return settle();
}

void deadline_reach::take_back(std::size_t mark) {
  while (trail_.size() > mark) {
    const change c = trail_.back();
    trail_.pop_back();
    switch (c.of) {
      case kind::action: added_[at(c.what)] = 0; break;
      case kind::fact: fact_[at(c.what)] = c.before; break;
      case kind::group: {
        const int a = in_.owner[at(c.what)];
        if (group_[at(c.what)] <= week_ && c.before > week_) ++(a < 0 ? unmet_goal_ : unmet_[at(a)]);
        group_[at(c.what)] = c.before;
      }
    }
  }
}

bool deadline_reach::admit(int a) {
  ++steps_;
  const int one[] = {a};
  if (added_[at(a)]) return true;
  const int end = unmet_[at(a)] > 0 ? never : end_of(a);
  int sooner = 0;
  for (const int f : in_.products.of(a)) {
    if (end >= fact_[at(f)]) continue;
    if (end <= decisive_[at(f)]) return false;
    ++sooner;
  }
  const std::size_t before = mark();
  if (!add(one)) return true;
  take_back(before);
  // Which of its facts it is: those that make it sooner need not be tried then.
  for (const int f : in_.products.of(a)) {
    if (end >= fact_[at(f)]) continue;
    if (sooner > 1) {
      have(f, end);
      const bool met = settle();
      take_back(before);
      if (!met) continue;
    }
    decisive_[at(f)] = std::max(decisive_[at(f)], end);
  }
  return false;
}

void landmark_of(deadline_reach& reach, std::span<const int> order, std::vector<int>& landmark) {
  landmark.clear();
  for (const int a : order)
    if (!reach.admit(a)) landmark.push_back(a);
}

}  // namespace activateur
