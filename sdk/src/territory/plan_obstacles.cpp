#include <algorithm>
#include <set>

#include "territory/constraints.hpp"
#include "territory/plan_answers.hpp"

namespace activateur {
namespace {

// The person and the territory without what takes opportunities out.
portfolio unbound(portfolio person) {
  person.max_distance_km = 0;
  person.means.clear();
  person.refused = {};
  person.deadline = std::nullopt;
  return person;
}
territory with_seats(territory in) {
  for (opportunity& o : in.opportunities)
    if (o.seats == 0) o.seats = -1;
  return in;
}

// What the rules leave to the person, then what they close to her, at its full cost.
struct wide_offers {
  offers all;
  std::set<std::string> closed;  // ids
};
result<wide_offers> offers_without_limits(const portfolio& person, const territory& in,
                                          const std::vector<rule_provider>& rules, const policy& by,
                                          const commitments* bound_by, const context& with) {
  result<offers> ruled = offers_for(person, in, rules, by, with, bound_by);
  if (!ruled) return std::move(ruled).why();
  result<offers> free = offers_for(person, in, {}, by, with, bound_by);
  if (!free) return std::move(free).why();
  wide_offers out{*std::move(ruled), {}};
  std::set<std::string> open;
  for (const offer& o : out.all.open) open.insert(o.what->id);
  for (offer& o : free->open)
    if (!open.contains(o.what->id)) {
      out.closed.insert(o.what->id);
      out.all.open.push_back(std::move(o));
    }
  std::sort(out.all.open.begin(), out.all.open.end(),
            [](const offer& x, const offer& y) { return x.what->id < y.what->id; });
  return out;
}

// The whole goal, of facts that nothing may produce.
class whole_goal {
 public:
  explicit whole_goal(situation& s) : s_(s) {}

  void of(const gap_report& gap, int optional) {
    s_.problem.goal.clear();
    for (const auto* facts : {&s_.kept, &s_.imposed})
      for (const int f : *facts) s_.problem.goal.push_back({1, {f}});
    std::set<std::string> seen;
    for (const gap_item& item : gap.items)
      if (item.asked.group == no_group && item.asked.essential && item.state != requirement_state::recognised &&
          seen.insert(item.asked.competence).second)
        s_.problem.goal.push_back({1, {competence(item.asked.competence)}});
    for (std::size_t g = 0; g < gap.groups.size(); ++g) {
      const group_item& asked = gap.groups[g];
      if (!asked.asked.essential || asked.recognised >= asked.asked.at_least) continue;
      std::set<int> facts;
      for (const gap_item& item : gap.items)
        if (item.asked.group == g && item.state != requirement_state::recognised)
          facts.insert(competence(item.asked.competence));
      s_.problem.goal.push_back(
          {static_cast<int>(asked.asked.at_least - asked.recognised), {facts.begin(), facts.end()}});
    }
    for (const condition_item& c : gap.conditions)
      if (c.asked.essential && !c.held) s_.problem.goal.push_back({1, {condition(c.asked.name)}});
    if (optional > 0 && !s_.optional.empty()) {
      group g{std::min(optional, static_cast<int>(s_.optional.size())), {}};
      for (const std::string& c : s_.optional) g.facts.push_back(s_.fact_of.at(c));
      s_.problem.goal.push_back(std::move(g));
    }
  }

 private:
  int competence(const std::string& name) { return fact(s_.fact_of, "competence ", name); }
  int condition(const std::string& name) { return fact(s_.condition_of, "condition ", name); }
  int fact(std::map<std::string, int>& known, const char* kind, const std::string& name) {
    const auto [it, fresh] = known.emplace(name, s_.problem.fact_count);
    if (fresh) {
      s_.facts.push_back(kind + name);
      ++s_.problem.fact_count;
    }
    return it->second;
  }

  situation& s_;
};

}  // namespace

result<void> answer_plan_obstacles(const portfolio& person, const gap_report& gap, const territory& in,
                                   const std::vector<rule_provider>& rules, const policy& by,
                                   const commitments* bound_by, int deadline, int optional,
                                   const std::map<std::string, std::string>& labels, const solve_limits& limits,
                                   const context& with, json& out) {
  const portfolio free = unbound(person);
  const territory open = with_seats(in);
  result<wide_offers> wide = offers_without_limits(free, open, rules, by, bound_by, with);
  if (!wide) return std::move(wide).why();
  policy longer = by;
  longer.plan_horizon_weeks = std::min(horizon_max, 2 * std::max(by.plan_horizon_weeks, deadline));
  situation s = situation_of(free, gap, open, wide->all, longer, with);
  if (auto imposed = impose(free, open, wide->all, s, with.lang); !imposed) return std::move(imposed).why();
  whole_goal(s).of(gap, optional);

  obstacle_question asked{
      s.problem, deadline, {{"distance", {}, {}}, {"refused", {}, {}}, {"seats", {}, {}}, {"rule", {}, {}}}};
  portfolio willing = person;
  willing.refused = {};
  const auto bars = [&](opportunity what, const portfolio& her) {
    what.seats = -1;
    return refusal_of(what, her, by, with.lang).has_value();
  };
  std::set<std::string> full;
  for (const opportunity& o : in.opportunities)
    if (o.seats == 0) full.insert(o.id);
  for (std::size_t i = 0; i < wide->all.open.size(); ++i) {
    if (wide->all.open[i].kept != nullptr) continue;
    const opportunity& what = *wide->all.open[i].what;
    const int a = static_cast<int>(i);
    if (bars(what, willing)) {
      asked.barriers[0].actions.push_back(a);
      asked.barriers[0].amounts.push_back(what.distance_km);
    }
    opportunity near = what;
    near.distance_km = 0;
    if (bars(near, person)) asked.barriers[1].actions.push_back(a);
    if (full.contains(what.id)) asked.barriers[2].actions.push_back(a);
    if (wide->closed.contains(what.id)) asked.barriers[3].actions.push_back(a);
  }
  return answer_obstacles(asked, names_of(s, wide->all, labels), limits, with, out);
}

}  // namespace activateur
