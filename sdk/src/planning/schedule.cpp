#include "planning/schedule.hpp"

#include <algorithm>

#include "planning/check.hpp"

namespace activateur {
namespace {
std::size_t at(int i) { return static_cast<std::size_t>(i); }
}  // namespace

timetable timetable_of(const plan_network& in, const std::vector<plan_step>& steps) {
  timetable out;
  out.steps = steps;
  std::vector<int> since(at(in.facts), never);
  for (const plan_step& s : steps) {
    out.price += in.price[at(s.action)];
    out.cost += in.cost[at(s.action)];
    for (const int f : in.products.of(s.action))
      since[at(f)] = std::min(since[at(f)], s.start + in.duration[at(s.action)]);
  }
  std::vector<int> times;
  for (int g = in.first_goal_group(); g < in.group_count(); ++g) {
    times.clear();
    for (const int f : in.groups.of(g)) times.push_back(since[at(f)]);
    std::sort(times.begin(), times.end());
    out.makespan = std::max(out.makespan, times[at(in.need[at(g)] - 1)]);
  }
  out.objective = out.price + in.week_weight * out.makespan;
  return out;
}

scheduler::scheduler(const plan_network& in) : in_(in), fact_time_(at(in.facts), never), used_(in.taken) {}

int scheduler::group_time(int g) const {
  const auto facts = in_.groups.of(g);
  const int k = in_.need[at(g)];
  if (facts.size() == 1) return fact_time_[at(facts[0])];
  times_.clear();
  for (const int f : facts) times_.push_back(fact_time_[at(f)]);
  std::nth_element(times_.begin(), times_.begin() + (k - 1), times_.end());
  return times_[at(k - 1)];
}

int scheduler::ready_time(int a) const {
  int ready = 0;
  for (const int g : in_.groups_of.of(a)) {
    ready = std::max(ready, group_time(g));
    if (ready >= never) return never;
  }
  return ready;
}

int scheduler::goal_time() const {
  int t = 0;
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g) t = std::max(t, group_time(g));
  return t;
}

int scheduler::first_fit(int a, int from) const {
  const double room = in_.capacity - in_.load[at(a)] + planning_slack;
  const int lasts = in_.duration[at(a)];
  for (int start = in_.start_from(a, from); start < never;) {
    int full = -1;
    for (int week = start + lasts - 1; week >= start; --week)
      if (used_[at(week)] > room) {
        full = week;
        break;
      }
    if (full < 0) return start;
    start = in_.start_from(a, full + 1);
  }
  return never;
}

void scheduler::add(timetable& plan, int a, int start) {
  const int end = start + in_.duration[at(a)];
  for (int week = start; week < end; ++week) used_[at(week)] += in_.load[at(a)];
  for (const int f : in_.products.of(a)) {
    if (fact_time_[at(f)] == never) touched_.push_back(f);
    fact_time_[at(f)] = std::min(fact_time_[at(f)], end);
  }
  plan.steps.push_back({a, start});
}

void scheduler::clear() {
  for (const int f : touched_) fact_time_[at(f)] = never;
  touched_.clear();
  used_ = in_.taken;
}

void scheduler::total(timetable& plan) const {
  plan.price = plan.cost = 0;
  for (const plan_step& s : plan.steps) {
    plan.price += in_.price[at(s.action)];
    plan.cost += in_.cost[at(s.action)];
  }
  plan.objective = plan.price + in_.week_weight * plan.makespan;
}

bool scheduler::place(const std::vector<int>& selection, const std::vector<double>& urgency, timetable& out) {
  clear();
  out.steps.clear();
  waiting_ = selection;
  eligible_.clear();
  while (!waiting_.empty() || !eligible_.empty()) {
    std::erase_if(waiting_, [&](int a) {
      if (ready_time(a) >= never) return false;
      eligible_.push_back(a);
      return true;
    });
    if (eligible_.empty()) return false;
    const auto next = std::min_element(eligible_.begin(), eligible_.end(), [&](int x, int y) {
      return urgency[at(x)] != urgency[at(y)] ? urgency[at(x)] < urgency[at(y)] : x < y;
    });
    const int a = *next;
    eligible_.erase(next);
    const int start = first_fit(a, ready_time(a));
    if (start >= never) return false;
    add(out, a, start);
  }
  out.makespan = goal_time();
  if (out.makespan > in_.horizon) return false;
  total(out);
  return true;
}

void scheduler::drop_useless(timetable& plan) {
  // Comparing weeks proves that the rest still stands only when every support takes time: steps of no duration could
  // be left holding each other up in a circle.
  for (const plan_step& s : plan.steps)
    if (in_.duration[at(s.action)] == 0) return;
  clear();
  timetable all;
  for (const plan_step& s : plan.steps) add(all, s.action, s.start);
  std::vector<plan_step> order = plan.steps;
  std::sort(order.begin(), order.end(), [&](const plan_step& x, const plan_step& y) {
    const double px = in_.price[at(x.action)];
    const double py = in_.price[at(y.action)];
    return px != py ? px > py : x.action < y.action;
  });
  for (const plan_step& s : order) {
    const int end = s.start + in_.duration[at(s.action)];
    const auto products = in_.products.of(s.action);
    std::vector<int> before;
    bool changes = false;
    for (const int f : products) {
      before.push_back(fact_time_[at(f)]);
      if (fact_time_[at(f)] != end) continue;
      int other = never;
      for (const plan_step& o : plan.steps) {
        if (o.action == s.action) continue;
        const auto made = in_.products.of(o.action);
        if (std::find(made.begin(), made.end(), f) != made.end())
          other = std::min(other, o.start + in_.duration[at(o.action)]);
      }
      changes = changes || other != end;
      fact_time_[at(f)] = other;
    }
    bool needed = false;
    if (changes)
      for (const plan_step& o : plan.steps)
        if (o.action != s.action && ready_time(o.action) > o.start) needed = true;
    const int goal = goal_time();
    if (!needed && goal <= in_.horizon &&
        in_.week_weight * goal <= in_.week_weight * plan.makespan + in_.price[at(s.action)]) {
      std::erase_if(plan.steps, [&](const plan_step& o) { return o.action == s.action; });
      plan.makespan = goal;
      continue;
    }
    for (std::size_t i = 0; i < products.size(); ++i) fact_time_[at(products[i])] = before[i];
  }
  plan.makespan = goal_time();
  total(plan);
}

void scheduler::latest_starts(const timetable& plan, std::vector<double>& urgency) {
  clear();
  timetable all;
  for (const plan_step& s : plan.steps) add(all, s.action, s.start);
  // By fact, the latest week it may come; processed from the last step backwards.
  std::vector<int> due(at(in_.facts), plan.makespan);
  std::vector<plan_step> order = plan.steps;
  std::sort(order.begin(), order.end(), [](const plan_step& x, const plan_step& y) {
    return x.start != y.start ? x.start > y.start : x.action > y.action;
  });
  for (const plan_step& s : order) {
    const int end = s.start + in_.duration[at(s.action)];
    int latest_end = std::max(end, plan.makespan);
    for (const int f : in_.products.of(s.action))
      if (fact_time_[at(f)] == end) latest_end = std::min(latest_end, due[at(f)]);
    const int latest = latest_end - in_.duration[at(s.action)];
    urgency[at(s.action)] = latest;
    for (const int g : in_.groups_of.of(s.action)) {
      const int met = group_time(g);
      for (const int f : in_.groups.of(g))
        if (fact_time_[at(f)] <= met) due[at(f)] = std::min(due[at(f)], latest);
    }
  }
}

bool scheduler::reaches_goal(const std::vector<int>& selection, int without) {
  for (const int f : touched_) fact_time_[at(f)] = never;
  touched_.clear();
  waiting_.clear();
  for (const int a : selection)
    if (a != without) waiting_.push_back(a);
  for (bool moved = true; moved;) {
    moved = false;
    std::erase_if(waiting_, [&](int a) {
      if (ready_time(a) >= never) return false;
      for (const int f : in_.products.of(a))
        if (fact_time_[at(f)] == never) {
          fact_time_[at(f)] = 0;
          touched_.push_back(f);
          moved = true;
        }
      return true;
    });
  }
  return goal_time() < never;
}

void scheduler::drop_redundant(std::vector<int>& selection, const std::vector<double>& dearness) {
  std::vector<int> order = selection;
  std::sort(order.begin(), order.end(), [&](int x, int y) {
    return dearness[at(x)] != dearness[at(y)] ? dearness[at(x)] > dearness[at(y)] : x < y;
  });
  std::vector<int> makers(at(in_.facts), 0);
  for (const int a : selection)
    for (const int f : in_.products.of(a)) ++makers[at(f)];
  std::vector<char> required(at(in_.facts), 0);
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g)
    if (static_cast<std::size_t>(in_.need[at(g)]) == in_.groups.of(g).size())
      for (const int f : in_.groups.of(g)) required[at(f)] = 1;
  for (const int a : order) {
    const auto products = in_.products.of(a);
    if (std::any_of(products.begin(), products.end(),
                    [&](int f) { return required[at(f)] != 0 && makers[at(f)] == 1; }))
      continue;
    if (!reaches_goal(selection, a)) continue;
    std::erase(selection, a);
    for (const int f : products) --makers[at(f)];
  }
  // What became unusable without the actions removed is of no use to the goal either, but must not stay.
  (void)reaches_goal(selection, -1);
  std::erase_if(selection, [&](int a) { return ready_time(a) >= never; });
}

}  // namespace activateur
