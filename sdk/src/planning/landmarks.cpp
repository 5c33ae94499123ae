#include "planning/landmarks.hpp"

#include <algorithm>

namespace activateur {
namespace {
std::size_t at(int i) { return static_cast<std::size_t>(i); }
}  // namespace

deadline_reach::deadline_reach(const plan_network& in)
    : in_(in), fact_(at(in.facts), never), added_(at(in.actions), 0) {}

void deadline_reach::start(int week) {
  take_back(0);
  week_ = week;
}

int deadline_reach::group_time(int g) const {
  const auto facts = in_.groups.of(g);
  const int k = in_.need[at(g)];
  if (k == 1) {
    int least = never;
    for (const int f : facts) least = std::min(least, fact_[at(f)]);
    return least;
  }
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

int deadline_reach::goal() const {
  int latest = 0;
  for (int g = in_.first_goal_group(); g < in_.group_count() && latest < never; ++g)
    latest = std::max(latest, group_time(g));
  return latest;
}

void deadline_reach::use(int a) {
  int ready = 0;
  for (const int g : in_.groups_of.of(a)) {
    ready = std::max(ready, group_time(g));
    if (ready > week_) return;
  }
  const int start = in_.start_from(a, ready);
  if (start >= never) return;
  const int end = start + in_.duration[at(a)];
  if (end > week_) return;
  for (const int f : in_.products.of(a))
    if (end < fact_[at(f)]) {
      trail_.push_back({f, fact_[at(f)]});
      fact_[at(f)] = end;
      queue_.push_back(f);
    }
}

bool deadline_reach::settle() {
  for (std::size_t i = 0; i < queue_.size(); ++i)
    for (const int g : in_.consumers.of(queue_[i]))
      if (const int a = in_.owner[at(g)]; a >= 0 && added_[at(a)]) use(a);
  queue_.clear();
  return goal() <= week_;
}

bool deadline_reach::add(std::span<const int> actions) {
  for (const int a : actions) {
    if (added_[at(a)]) continue;
    added_[at(a)] = 1;
    trail_.push_back({-1 - a, 0});
  }
  for (const int a : actions) use(a);
  return settle();
}

void deadline_reach::take_back(std::size_t mark) {
  while (trail_.size() > mark) {
    const change c = trail_.back();
    trail_.pop_back();
    if (c.fact < 0)
      added_[at(-1 - c.fact)] = 0;
    else
      fact_[at(c.fact)] = c.before;
  }
}

void landmark_of(deadline_reach& reach, std::span<const int> order, std::vector<int>& landmark) {
  landmark.clear();
  // Halves that would meet the goal are halved again, down to single actions.
  std::vector<std::span<const int>> open{order};
  while (!open.empty()) {
    const std::span<const int> part = open.back();
    open.pop_back();
    if (part.empty()) continue;
    const std::size_t mark = reach.mark();
    if (!reach.add(part)) continue;
    reach.take_back(mark);
    if (part.size() == 1) {
      landmark.push_back(part[0]);
      continue;
    }
    open.push_back(part.subspan(part.size() / 2));
    open.push_back(part.first(part.size() / 2));
  }
}

}  // namespace activateur
