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
  out.excess = in.excess(steps);
  return out;
}

scheduler::scheduler(const plan_network& in)
    : in_(in),
      fact_time_(at(in.facts), never),
      used_(in.taken),
      had_(at(in.facts), 0),
      met_(at(in.group_count()), 0),
      unmet_(at(in.actions), 0),
      stamp_of_(at(in.actions), 0),
      start_of_(at(in.actions), -1),
      makers_(at(in.facts)) {
  for (int f = 0; f < in.facts; ++f) {
    for (const int g : in.consumers.of(f))
      if (in.owner[at(g)] < 0) goal_of_.items.push_back(g);
    goal_of_.close_row();
  }
  wanted_.resize(at(in.facts));
}

int scheduler::group_time(int g) const {
  const auto facts = in_.groups.of(g);
  const int k = in_.need[at(g)];
  if (k == 1) {
    int least = never;
    for (const int f : facts) least = std::min(least, fact_time_[at(f)]);
    return least;
  }
  if (static_cast<std::size_t>(k) == facts.size()) {
    int most = 0;
    for (const int f : facts) most = std::max(most, fact_time_[at(f)]);
    return most;
  }
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
  plan.price = 0;
  for (const plan_step& s : plan.steps) plan.price += in_.price[at(s.action)];
  plan.excess = in_.excess(plan.steps);
  plan.objective = plan.price + in_.week_weight * plan.makespan;
}

// Whose groups are counted from now on.
void scheduler::select(const std::vector<int>& selection) {
  for (const int f : wanted_facts_) wanted_[at(f)].clear();
  wanted_facts_.clear();
  for (const int a : selection)
    for (const int g : in_.groups_of.of(a))
      for (const int f : in_.groups.of(g)) {
        if (wanted_[at(f)].empty()) wanted_facts_.push_back(f);
        wanted_[at(f)].push_back(g);
      }
}

// Counts of what is met, for the actions of a selection and the goal; those that need nothing go to `eligible_`.
void scheduler::count_from(const std::vector<int>& selection, int without) {
  eligible_.clear();
  unmet_goal_ = in_.goal_groups;
  for (int g = in_.first_goal_group(); g < in_.group_count(); ++g) met_[at(g)] = 0;
  ++stamp_;
  for (const int a : selection) {
    if (a == without) continue;
    const auto groups = in_.groups_of.of(a);
    stamp_of_[at(a)] = stamp_;
    unmet_[at(a)] = static_cast<int>(groups.size());
    for (const int g : groups) met_[at(g)] = 0;
    for (const int f : in_.products.of(a)) had_[at(f)] = 0;
    if (unmet_[at(a)] == 0) eligible_.push_back(a);
  }
}

// The products of `a` are had, whatever the week.
void scheduler::count(int a) {
  for (const int f : in_.products.of(a)) {
    if (had_[at(f)]) continue;
    had_[at(f)] = 1;
    for (const int g : goal_of_.of(f))
      if (++met_[at(g)] == in_.need[at(g)]) --unmet_goal_;
    for (const int g : wanted_[at(f)]) {
      const int owner = in_.owner[at(g)];
      if (stamp_of_[at(owner)] != stamp_ || ++met_[at(g)] != in_.need[at(g)]) continue;
      if (--unmet_[at(owner)] == 0) eligible_.push_back(owner);
    }
  }
}

bool scheduler::place(const std::vector<int>& selection, const std::vector<double>& urgency, timetable& out) {
  clear();
  out.steps.clear();
  select(selection);
  count_from(selection, -1);
  while (!eligible_.empty()) {
    const auto next = std::min_element(eligible_.begin(), eligible_.end(), [&](int x, int y) {
      return urgency[at(x)] != urgency[at(y)] ? urgency[at(x)] < urgency[at(y)] : x < y;
    });
    const int a = *next;
    *next = eligible_.back();
    eligible_.pop_back();
    const int start = first_fit(a, ready_time(a));
    if (start >= never) return false;
    add(out, a, start);
    count(a);
  }
  if (out.steps.size() != selection.size() || unmet_goal_ > 0) return false;
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
  for (const plan_step& s : plan.steps) {
    add(all, s.action, s.start);
    start_of_[at(s.action)] = s.start;
  }
  for (const int f : touched_) makers_[at(f)].clear();
  for (const plan_step& s : plan.steps)
    for (const int f : in_.products.of(s.action)) makers_[at(f)].push_back(s.action);
  std::vector<plan_step> order = plan.steps;
  std::sort(order.begin(), order.end(), [&](const plan_step& x, const plan_step& y) {
    const double px = in_.price[at(x.action)];
    const double py = in_.price[at(y.action)];
    return px != py ? px > py : x.action < y.action;
  });
  const auto end_of = [&](int a) { return start_of_[at(a)] + in_.duration[at(a)]; };
  int goal = goal_time();
  for (const plan_step& s : order) {
    const int end = end_of(s.action);
    changed_.clear();
    for (const int f : in_.products.of(s.action)) {
      if (fact_time_[at(f)] != end) continue;
      int other = never;
      for (const int maker : makers_[at(f)])
        if (maker != s.action && start_of_[at(maker)] >= 0) other = std::min(other, end_of(maker));
      if (other == end) continue;
      changed_.push_back(f);
      fact_time_[at(f)] = other;
    }
    bool needed = false;
    bool for_goal = false;
    for (const int f : changed_)
      for (const int g : in_.consumers.of(f)) {
        const int a = in_.owner[at(g)];
        if (a < 0)
          for_goal = true;
        else if (a != s.action && start_of_[at(a)] >= 0 && !needed)
          needed = group_time(g) > start_of_[at(a)];
      }
    const int then = for_goal && !needed ? goal_time() : goal;
    if (!needed && then <= in_.horizon &&
        in_.week_weight * then <= in_.week_weight * plan.makespan + in_.price[at(s.action)]) {
      start_of_[at(s.action)] = -1;
      goal = plan.makespan = then;
      continue;
    }
    for (const int f : changed_) fact_time_[at(f)] = end;
  }
  std::erase_if(plan.steps, [&](const plan_step& o) { return start_of_[at(o.action)] < 0; });
  for (const plan_step& s : plan.steps) start_of_[at(s.action)] = -1;
  plan.makespan = goal;
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
  count_from(selection, without);
  for (std::size_t i = 0; i < eligible_.size(); ++i) count(eligible_[i]);
  return unmet_goal_ == 0;
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
  select(selection);
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
  std::erase_if(selection, [&](int a) { return unmet_[at(a)] != 0; });
}

}  // namespace activateur
