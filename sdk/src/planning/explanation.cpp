#include "planning/explanation.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "planning/budget.hpp"
#include "planning/check.hpp"
#include "planning/reachability.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr std::uint64_t slack_share = 4;  // of the nodes of a refusal, for one search of slack

// The plan read as intervals, facts and needs. Steps are named by position.
class reading {
 public:
  reading(const plan_problem& p, const plan_solution& plan) : p_(p), plan_(plan), since_(weeks_without(-1)) {}

  [[nodiscard]] int count() const { return static_cast<int>(plan_.steps.size()); }
  [[nodiscard]] const action& what(int i) const { return p_.actions[at(plan_.steps[at(i)].action)]; }
  [[nodiscard]] int start(int i) const { return plan_.steps[at(i)].start; }
  [[nodiscard]] int end(int i) const { return start(i) + what(i).duration; }
  [[nodiscard]] const std::vector<int>& since() const { return since_; }

  // When each fact is had without what step `left_out` makes, the others standing.
  [[nodiscard]] std::vector<int> weeks_without(int left_out) const {
    std::vector<int> out(at(p_.fact_count), never);
    for (const int f : p_.held) out[at(f)] = 0;
    for (int i = 0; i < count(); ++i)
      if (i != left_out)
        for (const int f : what(i).produces) out[at(f)] = std::min(out[at(f)], end(i));
    return out;
  }
  // The same when what needs it falls too.
  [[nodiscard]] std::vector<int> weeks_after_fall(int left_out) const {
    std::vector<int> out(at(p_.fact_count), never);
    for (const int f : p_.held) out[at(f)] = 0;
    std::vector<char> stands(at(count()), 0);
    for (bool moved = true; moved;) {
      moved = false;
      for (int i = 0; i < count(); ++i) {
        if (stands[at(i)] || i == left_out || !ready(i, out)) continue;
        stands[at(i)] = 1;
        moved = true;
        for (const int f : what(i).produces) out[at(f)] = std::min(out[at(f)], end(i));
      }
    }
    return out;
  }
  [[nodiscard]] static int met_at(const group& g, const std::vector<int>& since) {
    if (g.at_least <= 0) return 0;
    std::vector<int> weeks;
    for (const int f : g.facts) weeks.push_back(since[at(f)]);
    if (at(g.at_least) > weeks.size()) return never;
    std::nth_element(weeks.begin(), weeks.begin() + (g.at_least - 1), weeks.end());
    return weeks[at(g.at_least - 1)];
  }
  [[nodiscard]] bool ready(int i, const std::vector<int>& since) const {
    return std::all_of(what(i).requires_.begin(), what(i).requires_.end(),
                       [&](const group& g) { return met_at(g, since) <= start(i); });
  }
  // Whether j uses something that i is the first to make.
  [[nodiscard]] bool leads(int i, int j) const {
    if (i == j || end(i) > start(j)) return false;
    return std::any_of(what(i).produces.begin(), what(i).produces.end(), [&](int f) {
      return since_[at(f)] == end(i) && std::any_of(what(j).requires_.begin(), what(j).requires_.end(), [&](auto& g) {
               return std::find(g.facts.begin(), g.facts.end(), f) != g.facts.end();
             });
    });
  }

 private:
  const plan_problem& p_;
  const plan_solution& plan_;
  std::vector<int> since_;
};

void add_reasons(const plan_problem& p, const plan_solution& plan, const reading& in, plan_explanation& out) {
  for (int i = 0; i < in.count(); ++i) {
    step_reason& why = out.steps[at(i)];
    const std::vector<int> others = in.weeks_without(i);
    const std::vector<int> left = in.weeks_after_fall(i);
    int goal = 0;
    for (std::size_t g = 0; g < p.goal.size(); ++g) {
      const int week = reading::met_at(p.goal[g], left);
      goal = std::max(goal, week);
      if (reading::met_at(p.goal[g], others) > p.horizon)
        why.closes.push_back(static_cast<int>(g));
      else if (week > p.horizon)
        why.serves.push_back(static_cast<int>(g));
    }
    if (goal <= p.horizon) why.hastens = goal - plan.makespan;
    for (int j = 0; j < in.count(); ++j)
      if (j != i && !in.ready(j, others)) why.needed_by.push_back(j);
  }
}

void add_order(const reading& in, plan_explanation& out) {
  const int n = in.count();
  std::vector<std::vector<char>> before(at(n), std::vector<char>(at(n), 0));
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) before[at(i)][at(j)] = in.leads(i, j);
  for (int k = 0; k < n; ++k)
    for (int i = 0; i < n; ++i)
      if (before[at(i)][at(k)])
        for (int j = 0; j < n; ++j)
          if (before[at(k)][at(j)]) before[at(i)][at(j)] = 1;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      if (i == j) continue;
      if (std::max(in.start(i), in.start(j)) < std::min(in.end(i), in.end(j)))
        out.steps[at(i)].alongside.push_back(j);
      else if (!before[at(i)][at(j)] && !before[at(j)][at(i)])
        out.steps[at(i)].any_order.push_back(j);
    }
}

class chain {
 public:
  chain(const plan_problem& p, const reading& in) : p_(p), in_(in) {}

  std::vector<chain_link> from(int makespan) {
    std::vector<chain_link> out;
    std::set<int> seen;
    int step = maker_of_goal(makespan);
    while (step >= 0 && seen.insert(step).second) {
      out.push_back(held_by(step));
      step = out.back().after;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  [[nodiscard]] int maker_of(const group& g, int week) const {
    for (int i = 0; i < in_.count(); ++i)
      if (in_.end(i) == week)
        for (const int f : g.facts)
          if (in_.since()[at(f)] == week && made_by(i, f)) return i;
    return -1;
  }
  [[nodiscard]] bool made_by(int i, int f) const {
    const auto& made = in_.what(i).produces;
    return std::find(made.begin(), made.end(), f) != made.end();
  }
  [[nodiscard]] int maker_of_goal(int makespan) const {
    for (const group& g : p_.goal)
      if (makespan > 0 && reading::met_at(g, in_.since()) == makespan) return maker_of(g, makespan);
    return -1;
  }

  [[nodiscard]] chain_link held_by(int i) const {
    int ready = 0;
    int before = -1;
    for (const group& g : in_.what(i).requires_) {
      const int week = reading::met_at(g, in_.since());
      if (week <= ready) continue;
      ready = week;
      before = maker_of(g, week);
    }
    if (ready == in_.start(i) && ready > 0) return {i, hold::prerequisite, before};
    if (in_.start(i) == 0) return {i, hold::start, -1};
    const auto& starts = in_.what(i).starts;
    bool session = false;
    for (const int s : starts) {
      if (s < ready || s >= in_.start(i)) continue;
      session = true;
      if (const int other = full_by(i, s); other == -1) return {i, hold::free, before};
    }
    if (!session) return {i, hold::calendar, before};
    return {i, hold::capacity, last_full_before(i)};
  }

  // The step of latest end among those that leave no room in a week of i started at `start`; -1: there is room; -2:
  // none does, the week is too short by itself.
  [[nodiscard]] int full_by(int i, int start) const {
    for (int week = start; week < start + in_.what(i).duration; ++week) {
      double load = in_.what(i).load;
      int last = -2;
      for (int j = 0; j < in_.count(); ++j) {
        if (j == i || week < in_.start(j) || week >= in_.end(j) || in_.what(j).load <= 0) continue;
        load += in_.what(j).load;
        if (last < 0 || in_.end(j) > in_.end(last)) last = j;
      }
      if (week < p_.horizon && load > p_.capacity_in(week) + planning_slack) return last;
    }
    return -1;
  }
  [[nodiscard]] int last_full_before(int i) const {
    for (auto s = in_.what(i).starts.rbegin(); s != in_.what(i).starts.rend(); ++s)
      if (*s < in_.start(i)) return std::max(-1, full_by(i, *s));
    return -1;
  }

  const plan_problem& p_;
  const reading& in_;
};

void add_landmarks(const plan_problem& p, const plan_solution& plan, const reading& in, plan_explanation& out) {
  reachability reach(p);
  for (int i = 0; i < in.count(); ++i)
    out.steps[at(i)].landmark = reach.goal_week({plan.steps[at(i)].action, -1}) >= never;
  // Every plan's landmarks are in this plan too: no other fact needs to be asked about.
  std::set<int> facts;
  for (int i = 0; i < in.count(); ++i) facts.insert(in.what(i).produces.begin(), in.what(i).produces.end());
  for (const int f : p.held) facts.erase(f);
  for (const group& g : p.goal)
    if (at(g.at_least) == g.facts.size())
      for (const int f : g.facts) facts.erase(f);
  for (const int f : facts)
    if (reach.goal_week({-1, f}) >= never) out.landmarks.push_back(f);
}

class refusals {
 public:
  refusals(const plan_problem& p, const plan_solution& plan, const std::vector<double>& distance,
           const solve_limits& limits, const context& with)
      : p_(p), plan_(plan), distance_(distance), limits_(limits), with_(with) {}

  std::optional<error> run(plan_explanation& out) {
    const std::vector<std::size_t> order = by_importance(out);
    solve_limits few = limits_;
    few.nodes = limits_.nodes / refusal_share + 1;
    few.seconds = limits_.seconds / static_cast<double>(refusal_share);
    for (const std::size_t i : order)
      if (auto fault = look(i, out.steps[i], few)) return fault;
    work_budget left(limits_, with_.progress);
    for (const std::size_t i : order) {
      const refusal& r = out.steps[i].refused;
      if (r.proven || !left.look()) continue;
      few.nodes = limits_.nodes - left.used();
      if (auto fault = look(i, out.steps[i], few)) return fault;
      left.spend(nodes_);
    }
    if (left.cancelled()) return progress_sink::cancelled();
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::vector<std::size_t> by_importance(const plan_explanation& out) const {
    std::vector<std::size_t> order(std::min(out.steps.size(), refusals_max));
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<char> decides(out.steps.size(), 0);
    for (const chain_link& l : out.critical) decides[at(l.step)] = 1;
    const auto falls = [&](std::size_t i) { return out.steps[i].closes.size() + out.steps[i].serves.size(); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
      return decides[x] != decides[y] ? decides[x] > decides[y] : falls(x) > falls(y);
    });
    return order;
  }

  // The best plan without the i-th step: no better than the plan's own bound, and sought from what is known.
  std::optional<error> look(std::size_t i, step_reason& why, const solve_limits& limits) {
    refusal& out = why.refused;
    nodes_ = 0;
    out.bound = std::max(out.bound, plan_.bound);
    if (why.landmark) {
      out.asked = out.proven = true;
      return std::nullopt;
    }
    plan_problem left = p_;
    left.actions[at(plan_.steps[i].action)].starts.clear();
    const std::vector<plan_step> near = out.plan ? out.plan->solution.steps : without(i);
    result<plan_solution> found = solve(left, limits, with_, {near, out.bound});
    if (!found) return std::move(found).why();
    nodes_ = found->nodes;
    out.asked = true;
    out.bound = std::max(out.bound, found->bound);
    out.proven = found->feasible ? found->optimal : found->proven_infeasible;
    if (!found->feasible) return std::nullopt;
    out.possible = true;
    out.plan = alternative{{}, *std::move(found), {}};
    out.plan->has = figures_of(p_, out.plan->solution, distance_);
    return std::nullopt;
  }
  [[nodiscard]] std::vector<plan_step> without(std::size_t i) const {
    std::vector<plan_step> out = plan_.steps;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    return out;
  }

  const plan_problem& p_;
  const plan_solution& plan_;
  const std::vector<double>& distance_;
  const solve_limits& limits_;
  const context& with_;
  std::uint64_t nodes_ = 0;  // of the last look
};

}  // namespace

std::string_view name_of(hold h) {
  static constexpr std::string_view names[] = {"start", "prerequisite", "capacity", "calendar", "free"};
  return names[static_cast<std::size_t>(h)];
}

result<plan_explanation> explain_plan(const plan_problem& problem, const plan_solution& plan,
                                      const std::vector<double>& distance, const solve_limits& limits,
                                      const context& with) {
  plan_explanation out;
  out.steps.resize(plan.steps.size());
  const reading in(problem, plan);
  add_reasons(problem, plan, in, out);
  add_order(in, out);
  add_landmarks(problem, plan, in, out);
  out.critical = chain(problem, in).from(plan.makespan);

  solve_limits few = limits;
  few.nodes = limits.nodes / slack_share + 1;
  few.seconds = limits.seconds / static_cast<double>(slack_share);
  result<std::vector<step_slack>> slack = slack_of(problem, plan, few, with);
  if (!slack) return std::move(slack).why();
  for (std::size_t i = 0; i < plan.steps.size(); ++i) out.steps[i].slack = (*slack)[i];
  if (auto fault = refusals(problem, plan, distance, limits, with).run(out)) return *std::move(fault);
  return out;
}

}  // namespace activateur
