#include "territory/reach.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>

#include "analysis/survey.hpp"
#include "territory/situation.hpp"

namespace activateur {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Groups that ask for each fact, as (action, group) numbered end to end.
struct wanted_facts {
  std::vector<int> missing;             // group -> how many facts it still lacks
  std::vector<std::size_t> owner;       // group -> action
  std::vector<std::vector<int>> asked;  // fact -> groups
};

wanted_facts wanted_by(const plan_problem& problem) {
  wanted_facts out;
  out.asked.resize(at(problem.fact_count));
  for (std::size_t a = 0; a < problem.actions.size(); ++a)
    for (const group& g : problem.actions[a].requires_) {
      for (const int f : g.facts) out.asked[at(f)].push_back(static_cast<int>(out.missing.size()));
      out.missing.push_back(g.at_least);
      out.owner.push_back(a);
    }
  return out;
}

// A gap to everything that the territory's opportunities name: the problem of a plan towards all of it, of which every
// target asks a part.
gap_report gap_to_all(const portfolio& person, const recognition_state& state, const territory& in, const policy& by) {
  const auto set = states_set(person);
  std::set<std::string> named;
  for (const opportunity& o : in.opportunities) {
    named.insert(o.teaches.begin(), o.teaches.end());
    named.insert(o.recognises.begin(), o.recognises.end());
    named.insert(o.needs_competences.begin(), o.needs_competences.end());
  }
  gap_report out;
  for (const std::string& competence : named) {
    gap_item& item = out.items.emplace_back();
    item.asked.competence = competence;
    item.asked.essential = true;
    const auto known = state.competences.find(competence);
    item.state = state_of(known == state.competences.end() ? nullptr : &known->second, by);
    if (const auto said = set.find(competence); said != set.end()) item.state = said->second;
  }
  return out;
}

}  // namespace

std::vector<double> least_values(const plan_problem& problem,
                                 const std::function<double(const action&, double)>& after) {
  wanted_facts wanted = wanted_by(problem);
  std::vector<double> out(at(problem.fact_count), infinite);
  std::vector<std::size_t> unmet(problem.actions.size(), 0);
  using entry = std::pair<double, int>;
  std::priority_queue<entry, std::vector<entry>, std::greater<>> next;
  const auto had = [&](int fact, double value) {
    if (value >= out[at(fact)]) return;
    out[at(fact)] = value;
    next.emplace(value, fact);
  };
  const auto use = [&](std::size_t a, double ready) {
    const double end = after(problem.actions[a], ready);
    if (end == infinite) return;
    for (const int f : problem.actions[a].produces) had(f, end);
  };
  for (std::size_t a = 0; a < problem.actions.size(); ++a) {
    unmet[a] = problem.actions[a].requires_.size();
    if (unmet[a] == 0) use(a, 0);
  }
  for (const int f : problem.held) had(f, 0);
  std::vector<char> settled(at(problem.fact_count), 0);
  while (!next.empty()) {
    const auto [value, fact] = next.top();
    next.pop();
    if (settled[at(fact)]) continue;
    settled[at(fact)] = 1;
    // Facts come in ascending order: the one that meets a group, and the group that frees an action, is the latest.
    for (const int g : wanted.asked[at(fact)])
      if (--wanted.missing[at(g)] == 0 && --unmet[wanted.owner[at(g)]] == 0) use(wanted.owner[at(g)], value);
  }
  return out;
}

std::vector<double> least_weeks(const plan_problem& problem) {
  return least_values(problem, [&](const action& a, double ready) {
    const auto start = std::lower_bound(a.starts.begin(), a.starts.end(), ready);
    if (start == a.starts.end() || *start + a.duration > problem.horizon) return infinite;
    return static_cast<double>(*start + a.duration);
  });
}

result<map_territory> reach_of(const portfolio& person, const recognition_state& state, const territory& in,
                               const std::vector<rule_provider>& rules, const framework_set& frameworks,
                               const policy& by, const context& with) {
  map_territory out;
  out.id = in.id;
  out.name = in.name;
  out.fictitious = in.fictitious;
  std::vector<std::string> rights;
  for (const described_target& d : in.targets) {
    prospect& said = out.prospects.emplace_back(d.said);
    rights.insert(rights.end(), said.needs.begin(), said.needs.end());
    if (!d.own.is_null()) {
      result<target> own = read_target(d.own, frameworks, "territory");
      if (!own) return std::move(own).why();
      said.own = *std::move(own);
      for (const target_condition& c : said.own->conditions) rights.push_back(c.name);
    } else if (const auto job = frameworks.job(said.id)) {
      said.id = job_name(*job->in, job->index);  // by its full name, whatever the territory wrote
    }
  }
  std::sort(out.prospects.begin(), out.prospects.end(),
            [](const prospect& a, const prospect& b) { return a.id < b.id; });

  result<offers> offered = offers_for(person, in, rules, by, with);
  if (!offered) return std::move(offered).why();
  const situation s = situation_of(person, gap_to_all(person, state, in, by), in, *offered, by, with, rights);
  const std::vector<double> weeks = least_weeks(s.problem);
  // Whoever has a fact took one of its opportunities and, before, paid for what that asks: at least for the dearest of
  // it.
  const auto dearest = [&](double action::*price) {
    return least_values(
        s.problem, [price](const action& a, double ready) { return a.starts.empty() ? infinite : ready + a.*price; });
  };
  const std::vector<double> euros = dearest(&action::cost);
  const std::vector<double> hours = dearest(&action::hours);

  for (const offer& o : offered->open) out.offers.push_back({o.what->id, o.what->title, o.cost_euros, o.what->hours});
  std::vector<std::vector<int>> given(at(s.problem.fact_count));
  for (std::size_t a = 0; a < s.problem.actions.size(); ++a)
    for (const int f : s.problem.actions[a].produces) given[at(f)].push_back(static_cast<int>(a));
  const auto fact_at = [&](int f) {
    reached_fact fact;
    if (weeks[at(f)] == infinite) return fact;
    fact.week = static_cast<int>(weeks[at(f)]);
    fact.euros = euros[at(f)];
    fact.hours = hours[at(f)];
    fact.given = std::move(given[at(f)]);
    return fact;
  };
  for (const auto& [competence, fact] : s.fact_of) out.competences.emplace(competence, fact_at(fact));
  for (const auto& [condition, fact] : s.condition_of) out.conditions.emplace(condition, fact_at(fact));
  return out;
}

}  // namespace activateur
