#include "territory/constraints.hpp"

#include <algorithm>
#include <cmath>

#include "territory/messages.hpp"
#include "territory/words.hpp"

namespace activateur {
namespace {

namespace say = territory_messages;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

const imposed_step* imposed_in(const portfolio& person, const std::string& id) {
  const auto it = std::find_if(person.imposed.begin(), person.imposed.end(),
                               [&](const imposed_step& i) { return i.opportunity == id; });
  return it == person.imposed.end() ? nullptr : &*it;
}

// Only the step itself produces it: whoever wants the fact wants the step.
int own_fact(situation& s, action& a) {
  const int fact = s.problem.fact_count++;
  s.facts.push_back("step " + a.id);
  a.produces.push_back(fact);  // the greatest, so the order holds
  return fact;
}

void keep(const offer& o, action& a, situation& s) {
  plan_problem& p = s.problem;
  const int start = week_of(o.kept->start, s.origin);
  const int end = start + o.what->weeks;
  if (end > p.horizon) a.produces.clear();  // what it gives comes after the deadline
  const int from = std::clamp(start, 0, p.horizon);
  a.duration = std::clamp(end, from, p.horizon) - from;
  a.starts = {from};
  if (o.kept->started) a.requires_.clear();
  s.kept.push_back(own_fact(s, a));
}

// What is promised fits, even where vacations were taken or money was lost since.
void make_room(const offers& from, situation& s) {
  plan_problem& p = s.problem;
  std::vector<double> load(at(p.horizon), 0);
  double cost = 0;
  for (std::size_t i = 0; i < from.open.size(); ++i) {
    if (from.open[i].kept == nullptr) continue;
    const action& a = p.actions[i];
    cost += a.cost;
    for (int week = a.starts.front(); week < a.starts.front() + a.duration; ++week) load[at(week)] += a.load;
  }
  p.budget = std::max(p.budget, cost);
  if (std::all_of(load.begin(), load.end(), [](double l) { return l <= 0; })) return;
  if (p.capacity_by_week.empty()) p.capacity_by_week.assign(at(p.horizon), p.capacity);
  for (std::size_t week = 0; week < load.size(); ++week)
    p.capacity_by_week[week] = std::max(p.capacity_by_week[week], load[week]);
}

// Of two periods in one week, the one that leaves fewer hours.
std::vector<std::optional<double>> hours_said(const portfolio& person, instant origin, int horizon) {
  std::vector<std::optional<double>> out(at(horizon));
  for (const availability& a : person.availabilities) {
    const int last = std::min(week_of(a.to, origin), horizon - 1);
    for (int week = std::max(week_of(a.from, origin), 0); week <= last; ++week)
      out[at(week)] = std::min(out[at(week)].value_or(a.weekly_hours), a.weekly_hours);
  }
  return out;
}

}  // namespace

rule_outcome own_exclusion(std::string rule, const opportunity& what, const sentence& why, language lang) {
  rule_outcome out;
  out.plugin = "activateur.constraints";
  out.plugin_version = "1";
  out.rule = std::move(rule);
  out.excluded = true;
  out.reason = why.text(lang);
  out.opportunity = what.id;
  return out;
}

std::optional<rule_outcome> refusal_of(const opportunity& what, const portfolio& person, const policy& by,
                                       language lang) {
  const auto no = [&](const char* rule, const message& why, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), what.title);
    return own_exclusion(rule, what, sentence(why, std::move(arguments)), lang);
  };
  if (has(person.refused.opportunities, what.id)) return no("refused", say::refused_step, {});
  const bool imposed = imposed_in(person, what.id) != nullptr;
  if (!imposed) {
    if (has(person.refused.kinds, what.kind)) {
      const message* kind = opportunity_words(what.kind);
      return no("refused_kind", say::refused_kind, {kind == nullptr ? what.kind : sentence(*kind).text(lang)});
    }
    if (!what.provider.empty() && has(person.refused.providers, what.provider))
      return no("refused_provider", say::refused_provider, {what.provider});
    const auto most = reach_km(person, by);
    if (most && what.distance_km > *most && what.mode != "remote") {
      const bool by_limit = person.max_distance_km > 0 && *most >= person.max_distance_km;
      return no(by_limit ? "distance" : "means", by_limit ? say::too_far : say::too_far_for_means,
                {amount_text(what.distance_km, lang), amount_text(*most, lang)});
    }
  }
  if (what.seats == 0) return no("seats", say::full, {});
  return std::nullopt;
}

std::vector<double> hours_by_week(const portfolio& person, instant origin, int horizon) {
  if (person.availabilities.empty()) return {};
  std::vector<std::optional<double>> said = hours_said(person, origin, horizon);
  std::vector<double> out;
  out.reserve(said.size());
  for (const std::optional<double>& hours : said) out.push_back(hours.value_or(person.weekly_hours));
  return out;
}

std::vector<char> weeks_away(const portfolio& person, instant origin, int horizon) {
  std::vector<char> out;
  for (const std::optional<double>& hours : hours_said(person, origin, horizon)) out.push_back(hours == 0.0 ? 1 : 0);
  return out;
}

result<std::vector<rule_outcome>> impose(const portfolio& person, const territory& in, const offers& from, situation& s,
                                         language lang) {
  std::vector<rule_outcome> out;
  std::vector<std::string> open;
  for (std::size_t i = 0; i < from.open.size(); ++i) {
    const offer& o = from.open[i];
    action& a = s.problem.actions[i];
    open.push_back(o.what->id);
    if (o.kept != nullptr) {
      keep(o, a, s);
      continue;
    }
    const imposed_step* imposed = imposed_in(person, o.what->id);
    if (imposed == nullptr) continue;
    if (imposed->start) {
      const int week = week_of(*imposed->start, s.origin);
      if (!std::binary_search(a.starts.begin(), a.starts.end(), week)) {
        out.push_back(own_exclusion("imposed", *o.what,
                                    sentence(say::imposed_elsewhere, {o.what->title, to_date(*imposed->start)}), lang));
        continue;
      }
      a.starts = {week};
    }
    s.imposed.push_back(own_fact(s, a));
  }
  make_room(from, s);
  for (const imposed_step& i : person.imposed) {
    if (has(open, i.opportunity)) continue;
    const auto known = std::find_if(in.opportunities.begin(), in.opportunities.end(),
                                    [&](const opportunity& o) { return o.id == i.opportunity; });
    if (known == in.opportunities.end())
      return fail(failure::input, say::imposed_unknown, {i.opportunity}, {"portfolio", "/constraints/imposes", 0, 0});
    for (const rule_outcome& why : from.exclusions)
      if (why.opportunity == i.opportunity) {
        out.push_back(why);
        break;
      }
  }
  return out;
}

void say_imposed(const portfolio& person, plan_report& plan, const territory& in, language lang) {
  for (planned_step& step : plan.steps) step.imposed = imposed_in(person, step.action) != nullptr;
  for (const imposed_step& i : person.imposed) {
    const auto is = [&](const rule_outcome& r) { return r.opportunity == i.opportunity; };
    if (std::any_of(plan.not_imposed.begin(), plan.not_imposed.end(), is)) continue;
    if (std::any_of(plan.steps.begin(), plan.steps.end(),
                    [&](const planned_step& step) { return step.action == i.opportunity; }))
      continue;
    for (const opportunity& o : in.opportunities)
      if (o.id == i.opportunity)
        plan.not_imposed.push_back(own_exclusion("imposed", o, sentence(say::imposed_alone, {o.title}), lang));
  }
}

}  // namespace activateur
