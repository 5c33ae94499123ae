// From a gap and a territory to a plan in words.
#include <algorithm>
#include <cmath>
#include <set>

#include "planning/solve.hpp"
#include "territory/constraints.hpp"
#include "territory/plan_answers.hpp"

namespace activateur {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr std::int64_t ms_per_week = 7 * ms_per_day;
constexpr std::uint64_t trial_nodes = 3'000;  // for one smaller goal, when the whole goal has no plan

// A goal: how many of the steps that are kept and imposed, of the essential requirements and of the others; and which
// of the essential groups and conditions.
struct aim {
  int kept = 0, imposed = 0, essential = 0, optional = 0;
  std::vector<std::size_t> groups;
};

class aimed_search {
 public:
  aimed_search(situation& s, const solve_limits& limits, const context& with) : s_(s), limits_(limits), with_(with) {}

  // The whole goal; when no plan reaches it, as many steps that are kept, then imposed, as a plan can have, as many
  // essential requirements as it can reach with them, then as many of the groups and of the others. `reached` tells
  // what was aimed at in the end.
  result<plan_solution> run(aim whole, aim& reached) {
    reached = whole;
    result<plan_solution> full = attempt(whole, limits_);
    if (!full || full->feasible) return full;
    const bool proven = full->proven_infeasible;
    plan_solution best;
    best.feasible = true;  // the empty plan reaches nothing
    reached = {};
    for (const auto part : {&aim::kept, &aim::imposed, &aim::essential})
      if (auto fault = grow(whole.*part, part, reached, best)) return *fault;
    if (auto fault = grow_groups(whole.groups, reached, best)) return *fault;
    if (auto fault = grow(whole.optional, &aim::optional, reached, best)) return *fault;
    if (reached.kept + reached.imposed + reached.essential + reached.optional == 0 && reached.groups.empty()) {
      best.feasible = false;
      best.proven_infeasible = proven;
      return best;
    }
    return attempt(reached, limits_, &best);
  }

 private:
  // Whether more can be reached is monotone (dropping requirements never makes a plan impossible): halving finds the
  // largest number in a few searches.
  std::optional<error> grow(int most, int aim::*part, aim& reached, plan_solution& best) {
    int low = 0;
    int high = most;
    while (low < high) {
      const int middle = low + (high - low + 1) / 2;
      aim tried = reached;
      tried.*part = middle;
      result<plan_solution> found = attempt(tried, of_a_trial());
      if (!found) return std::move(found).why();
      if (found->feasible) {
        low = middle;
        best = *std::move(found);
      } else {
        high = middle - 1;
      }
    }
    reached.*part = low;
    return std::nullopt;
  }

  // Groups and conditions are had one by one: one that no plan reaches takes no other with it.
  std::optional<error> grow_groups(const std::vector<std::size_t>& all, aim& reached, plan_solution& best) {
    for (const std::size_t g : all) {
      aim tried = reached;
      tried.groups.push_back(g);
      result<plan_solution> found = attempt(tried, of_a_trial());
      if (!found) return std::move(found).why();
      if (!found->feasible) continue;
      reached = std::move(tried);
      best = *std::move(found);
    }
    return std::nullopt;
  }

  [[nodiscard]] solve_limits of_a_trial() const {
    solve_limits few = limits_;
    few.nodes = limits_.nodes == 0 ? trial_nodes : std::min(limits_.nodes, trial_nodes);
    few.seconds = limits_.seconds / 8;
    return few;
  }

  // `known`: a plan that already reaches the goal, kept when the search finds none as good.
  result<plan_solution> attempt(const aim& to, const solve_limits& limits, const plan_solution* known = nullptr) {
    s_.problem.goal.clear();
    add_goal(s_.kept, to.kept);
    add_goal(s_.imposed, to.imposed);
    add_goal(facts_of(s_.essential), to.essential);
    for (const std::size_t g : to.groups) s_.problem.goal.push_back(s_.groups[g]);
    add_goal(facts_of(s_.optional), to.optional);
    result<plan_solution> found = solve(s_.problem, limits, with_);
    if (found && known != nullptr && (!found->feasible || found->objective > known->objective)) return *known;
    return found;
  }

  [[nodiscard]] std::vector<int> facts_of(const std::vector<std::string>& competences) const {
    std::vector<int> out;
    for (const std::string& c : competences) out.push_back(s_.fact_of.at(c));
    return out;
  }

  void add_goal(const std::vector<int>& facts, int at_least) {
    if (at_least <= 0) return;
    // All of them: one group each, which searches and bounds understand best.
    if (static_cast<std::size_t>(at_least) == facts.size()) {
      for (const int f : facts) s_.problem.goal.push_back({1, {f}});
      return;
    }
    s_.problem.goal.push_back({at_least, facts});
  }

  situation& s_;
  const solve_limits& limits_;
  const context& with_;
};

// What a step waits for beyond what is held, and which earlier steps give it.
std::vector<step_need> needs_of(const situation& s, const offers& from, const plan_solution& solution,
                                const plan_step& later, const std::vector<int>& since) {
  std::vector<step_need> out;
  for (const group& g : s.problem.actions[at(later.action)].requires_) {
    const auto held = [&](int f) {
      return std::find(s.problem.held.begin(), s.problem.held.end(), f) != s.problem.held.end();
    };
    const auto known = static_cast<int>(std::count_if(g.facts.begin(), g.facts.end(), held));
    step_need need{g.at_least - known, static_cast<int>(g.facts.size()) - known, {}};
    if (need.at_least <= 0) continue;
    for (const plan_step& step : solution.steps) {
      const action& a = s.problem.actions[at(step.action)];
      const int done = step.start + a.duration;
      if (step.action == later.action || done > later.start) continue;
      if (std::any_of(g.facts.begin(), g.facts.end(), [&](int f) {
            return since[at(f)] == done && std::binary_search(a.produces.begin(), a.produces.end(), f);
          }))
        need.steps.push_back(from.open[at(step.action)].what->id);
    }
    out.push_back(std::move(need));
  }
  return out;
}

std::vector<planned_step> steps_of(const situation& s, const offers& from, const plan_solution& solution, instant now) {
  std::vector<planned_step> out;
  std::vector<int> since(at(s.problem.fact_count), std::numeric_limits<int>::max());
  for (const int f : s.problem.held) since[at(f)] = 0;
  for (const plan_step& step : solution.steps)
    for (const int f : s.problem.actions[at(step.action)].produces)
      since[at(f)] = std::min(since[at(f)], step.start + s.problem.actions[at(step.action)].duration);

  std::set<std::string> closed;
  for (const plan_step& step : solution.steps) {
    const offer& o = from.open[at(step.action)];
    const action& a = s.problem.actions[at(step.action)];
    planned_step to;
    to.action = o.what->id;
    to.title = o.what->title;
    to.kind = o.what->kind;
    to.provider = o.what->provider;
    to.place = o.what->place;
    to.url = o.what->url;
    to.start_week = step.start;
    to.weeks = a.duration;
    const std::int64_t monday = s.origin.ms + step.start * ms_per_week;
    to.start = {monday};
    for (const clock_time& t : o.what->sessions)
      if (t.shown().ms >= monday && t.shown().ms < monday + ms_per_week &&
          (o.kept != nullptr || may_enrol(*o.what, t, now))) {
        to.start = t.shown();
        to.session = t;
        if (o.what->enrol_days > 0) to.enrol_by = enrol_by(*o.what, t);
        break;
      }
    // Whole weeks: a step whose session falls on a Thursday ends with its last week.
    to.end = {monday + a.duration * ms_per_week};
    to.cost_euros = o.cost_euros;
    to.full_cost_euros = o.what->cost_euros;
    to.hours = o.what->hours;
    to.rules = o.rules;
    for (const auto& [competence, state] : s.open) {
      const auto fact = s.fact_of.find(competence);
      if (fact == s.fact_of.end() || !std::binary_search(a.produces.begin(), a.produces.end(), fact->second)) continue;
      if (since[at(fact->second)] == step.start + a.duration && closed.insert(competence).second)
        to.closes.push_back(competence);
    }
    for (const std::string& condition : o.what->gives) to.gives.push_back(condition);
    to.needs = needs_of(s, from, solution, step, since);
    out.push_back(std::move(to));
  }
  for (planned_step& earlier : out)
    for (const planned_step& later : out)
      if (std::any_of(later.needs.begin(), later.needs.end(), [&](const step_need& need) {
            return std::find(need.steps.begin(), need.steps.end(), earlier.action) != need.steps.end();
          }))
        earlier.opens.push_back(later.action);
  return out;
}

}  // namespace

result<plan_report> compute_plan(const portfolio& person, const gap_report& gap, const territory& in,
                                 const std::vector<rule_provider>& rules, const policy& by,
                                 const struct solve_limits& limits, const context& with, const commitments* bound_by,
                                 const plan_questions& asked) {
  result<offers> offered = offers_for(person, in, rules, by, with, bound_by);
  if (!offered) return std::move(offered).why();
  situation s = situation_of(person, gap, in, *offered, by, with);
  result<std::vector<rule_outcome>> not_imposed = impose(person, in, *offered, s, with.lang);
  if (!not_imposed) return std::move(not_imposed).why();

  const auto share = std::clamp(by.goal_share_of_optional, 0.0, 1.0);
  aim whole{static_cast<int>(s.kept.size()),
            static_cast<int>(s.imposed.size()),
            static_cast<int>(s.essential.size()),
            static_cast<int>(std::ceil(share * static_cast<double>(s.optional.size()) - 1e-9)),
            {}};
  for (std::size_t g = 0; g < s.groups.size(); ++g) whole.groups.push_back(g);
  aim reached;
  result<plan_solution> solution = aimed_search(s, limits, with).run(whole, reached);
  if (!solution) return std::move(solution).why();
  if (bound_by != nullptr)
    solution = prefer_earlier(s.problem, *offered, s.origin, *bound_by, by, limits, with, *std::move(solution));
  if (!solution) return std::move(solution).why();

  plan_report out;
  out.person = person.person;
  out.target_id = gap.to.id;
  out.target_label = gap.to.label;
  out.territory_id = in.id;
  out.territory_name = in.name;
  out.fictitious = in.fictitious;
  out.origin = s.origin;
  out.unserved = s.unserved;
  out.steps = steps_of(s, *offered, *solution, with.now);
  out.solution = *std::move(solution);
  out.exclusions = std::move(offered->exclusions);
  out.not_imposed = *std::move(not_imposed);
  say_imposed(person, out, in, with.lang);
  for (const gap_item& item : gap.items) out.labels.emplace(item.asked.competence, item.asked.label);
  for (const condition_item& c : gap.conditions) out.labels.emplace(c.asked.name, c.asked.label);

  std::set<std::string> closed;
  for (const planned_step& step : out.steps) {
    closed.insert(step.closes.begin(), step.closes.end());
    closed.insert(step.gives.begin(), step.gives.end());
  }
  out.out_of_reach = s.only_excluded;
  const auto leave = [&](const std::vector<std::string>& names) {
    for (const std::string& c : names)
      if (!closed.contains(c)) out.out_of_reach.push_back(c);
  };
  if (reached.essential < whole.essential) leave(s.essential);
  for (const std::size_t g : whole.groups) {
    if (std::find(reached.groups.begin(), reached.groups.end(), g) != reached.groups.end()) continue;
    const std::vector<int>& facts = s.groups[g].facts;
    for (const auto* names : {&s.fact_of, &s.condition_of})
      for (const auto& [name, fact] : *names)
        if (std::find(facts.begin(), facts.end(), fact) != facts.end()) leave({name});
  }
  if (reached.optional < whole.optional) leave(s.optional);
  std::sort(out.out_of_reach.begin(), out.out_of_reach.end());
  out.out_of_reach.erase(std::unique(out.out_of_reach.begin(), out.out_of_reach.end()), out.out_of_reach.end());
  // The empty plan is the best one to nothing; where something is asked and nothing gives it, there is no plan.
  if (out.steps.empty() && out.solution.feasible && !(out.unserved.empty() && out.out_of_reach.empty())) {
    out.solution.feasible = out.solution.optimal = false;
    out.solution.proven_infeasible = true;
  }
  out.gap = gap;
  if (!asked.any()) return out;

  const plan_names names = names_of(s, *offered, out.labels);
  if (auto answered =
          answer_questions(asked, {s.problem, out.solution, distances_of(*offered), names}, limits, with, out.answers);
      !answered)
    return std::move(answered).why();
  if (asked.explanation && !(out.unserved.empty() && out.out_of_reach.empty()))
    if (auto answered = answer_plan_obstacles(person, gap, in, rules, by, bound_by, s.problem.horizon, whole.optional,
                                              out.labels, limits, with, out.answers);
        !answered)
      return std::move(answered).why();
  return out;
}

}  // namespace activateur
