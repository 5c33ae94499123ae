#include "territory/situation.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/survey.hpp"
#include "territory/constraints.hpp"
#include "territory/messages.hpp"

namespace activateur {
namespace {

constexpr std::int64_t ms_per_week = 7 * ms_per_day;

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

int horizon_of(const portfolio& person, instant origin, const policy& by) {
  if (!person.deadline) return by.plan_horizon_weeks;
  // The day of the deadline is still in time.
  const std::int64_t end = (floor_div(person.deadline->ms, ms_per_day) + 1) * ms_per_day;
  const std::int64_t weeks = floor_div(end - origin.ms, ms_per_week);
  return static_cast<int>(std::clamp<std::int64_t>(weeks, 0, horizon_max));
}

// What is known of any competence: what the gap says of it, else what somebody decided, else what evidence says. Of one
// that is asked several times, at different levels, `missing` is the least favourable answer and `had` the most.
class standings {
 public:
  standings(const portfolio& person, const gap_report& gap, const policy& by)
      : gap_(gap), by_(by), set_(states_set(person)) {
    for (const gap_item& item : gap.items) {
      auto& both = asked_.emplace(item.asked.competence, std::pair(item.state, item.state)).first->second;
      both = {std::min(both.first, item.state), std::max(both.second, item.state)};
    }
  }
  [[nodiscard]] requirement_state had(const std::string& competence) const { return of(competence).first; }
  [[nodiscard]] requirement_state missing(const std::string& competence) const { return of(competence).second; }

 private:
  [[nodiscard]] std::pair<requirement_state, requirement_state> of(const std::string& competence) const {
    if (const auto it = asked_.find(competence); it != asked_.end()) return it->second;
    if (const auto said = set_.find(competence); said != set_.end()) return {said->second, said->second};
    const auto known = gap_.state.competences.find(competence);
    const requirement_state s = state_of(known == gap_.state.competences.end() ? nullptr : &known->second, by_);
    return {s, s};
  }

  const gap_report& gap_;
  const policy& by_;
  std::map<std::string, requirement_state, std::less<>> set_;
  std::map<std::string, std::pair<requirement_state, requirement_state>> asked_;
};

struct week_span {
  std::vector<int> starts;  // ascending
  int weeks = 1;            // from each of them on; of sessions that differ, the most
};

// Weeks of the sessions that are still to come and to enrol in; of what has none, those after the day before which it
// is not to start.
week_span weeks_of(const offer& of, instant origin, int horizon, instant now) {
  const opportunity& o = *of.what;
  week_span out;
  out.weeks = o.weeks;
  if (o.sessions.empty()) {
    const int first = of.not_before ? week_of({of.not_before->ms + ms_per_week - ms_per_day}, origin) : 0;
    for (int week = std::max(first, 0); week + o.weeks <= horizon; ++week) out.starts.push_back(week);
    return out;
  }
  for (const clock_time& t : o.sessions) {
    if (!may_enrol(o, t, now)) continue;
    const std::int64_t week = floor_div(t.shown().ms - origin.ms, ms_per_week);
    const int lasts = weeks_from(o, t);
    if (week < 0 || week + lasts > horizon) continue;
    out.starts.push_back(static_cast<int>(week));
    out.weeks = std::max(out.weeks, lasts);
  }
  std::erase_if(out.starts, [&](int week) { return week + out.weeks > horizon; });
  std::sort(out.starts.begin(), out.starts.end());
  out.starts.erase(std::unique(out.starts.begin(), out.starts.end()), out.starts.end());
  return out;
}

// Why an opportunity can start in no week of the plan.
sentence why_no_start(const opportunity& o, instant origin, int horizon, instant now) {
  namespace say = territory_messages;
  const instant end{origin.ms + horizon * ms_per_week};
  const std::string last_day = to_date({end.ms - ms_per_day});
  const clock_time* last = nullptr;  // of all sessions, of those within the plan, and of those to enrol in
  const clock_time* within = nullptr;
  const clock_time* open = nullptr;
  for (const clock_time& t : o.sessions) {
    if (last == nullptr || last->shown() < t.shown()) last = &t;
    if (t.shown() < origin || (horizon > 0 && end <= t.shown())) continue;
    within = &t;
    if (may_enrol(o, t, now)) open = &t;
  }
  if (last == nullptr || open != nullptr) {
    const int lasts = open == nullptr ? o.weeks : weeks_from(o, *open);
    return sentence(say::ends_too_late, {o.title, std::to_string(lasts), last_day});
  }
  if (within != nullptr) return sentence(say::enrolment_over, {o.title, to_date(enrol_by(o, *within))});
  if (origin <= last->shown()) return sentence(say::no_session, {o.title, to_date(origin), last_day});
  return sentence(last->shown() < now ? say::sessions_past : say::session_too_soon,
                  {o.title, to_date(last->shown()), to_date(origin)});
}

}  // namespace

// Day 0 (1970-01-01) was a Thursday, the fourth day of its week.
instant monday_of(instant day) {
  const std::int64_t number = floor_div(day.ms, ms_per_day);
  return {(number - (((number + 3) % 7 + 7) % 7)) * ms_per_day};
}

instant monday_after(instant now) { return {monday_of(now).ms + ms_per_week}; }

int week_of(instant moment, instant origin) {
  return static_cast<int>(std::clamp<std::int64_t>(floor_div(moment.ms - origin.ms, ms_per_week), -100'000, 100'000));
}

instant enrol_by(const opportunity& o, const clock_time& session) {
  const std::int64_t day = floor_div(session.shown().ms, ms_per_day);
  return {(day - o.enrol_days) * ms_per_day};
}

bool may_enrol(const opportunity& o, const clock_time& session, instant now) {
  return o.enrol_days == 0 || clock_time(now, session.ahead_ms).shown().ms < enrol_by(o, session).ms + ms_per_day;
}

int weeks_from(const opportunity& o, const clock_time& session) {
  const instant day = session.shown();
  const bool monday = day.ms - monday_of(day).ms < ms_per_day;
  return o.calendar_weeks || monday || o.weeks == 1 ? o.weeks : o.weeks + 1;
}

bool closes(const opportunity& o, requirement_state state, const std::string& competence) {
  switch (state) {
    case requirement_state::recognised: return false;
    case requirement_state::presumed: return has(o.recognises, competence) || has(o.teaches, competence);
    case requirement_state::to_explore:
      return has(o.teaches, competence) ||
             ((o.kind == "immersion" || o.kind == "observation") && has(o.recognises, competence));
    case requirement_state::to_acquire: return has(o.teaches, competence);
  }
  return false;
}

situation situation_of(const portfolio& person, const gap_report& gap, const territory& in, offers& from,
                       const policy& by, const context& with, const std::vector<std::string>& conditions) {
  situation out;
  plan_problem& p = out.problem;
  out.origin = monday_after(with.now);
  p.name = gap.to.id;
  p.horizon = horizon_of(person, out.origin, by);
  p.capacity = person.weekly_hours;
  p.capacity_by_week = hours_by_week(person, out.origin, p.horizon);
  p.budget = person.budget_euros;
  p.hour_weight = by.plan_hour_weight;
  p.week_weight = by.plan_week_weight;
  const std::vector<char> away = weeks_away(person, out.origin, p.horizon);
  const standings known(person, gap, by);

  // An opportunity whose sessions are all past, or end after the deadline, is said to be so.
  std::erase_if(from.open, [&](const offer& o) {
    if (o.kept != nullptr || !weeks_of(o, out.origin, p.horizon, with.now).starts.empty()) return false;
    from.exclusions.push_back(
        own_exclusion("calendar", *o.what, why_no_start(*o.what, out.origin, p.horizon, with.now), with.lang));
    return true;
  });

  std::map<std::string, int>& condition_fact = out.condition_of;
  const auto new_fact = [&](std::string name) {
    out.facts.push_back(std::move(name));
    return p.fact_count++;
  };
  const auto competence_fact = [&](const std::string& c) {
    const auto [it, fresh] = out.fact_of.emplace(c, p.fact_count);
    if (fresh) new_fact("competence " + c);
    return it->second;
  };
  const auto condition = [&](const std::string& c) {
    const auto [it, fresh] = condition_fact.emplace(c, p.fact_count);
    if (fresh) {
      new_fact("condition " + c);
      if (has(person.conditions, c)) p.held.push_back(it->second);
    }
    return it->second;
  };

  // Which opportunities name a competence at all, so that each is asked about few.
  using named_by = std::map<std::string_view, std::vector<const opportunity*>>;
  named_by open_to_all, open_to_her;
  const auto note = [](named_by& into, const opportunity& o) {
    for (const auto* list : {&o.teaches, &o.recognises})
      for (const std::string& c : *list) into[c].push_back(&o);
  };
  for (const opportunity& o : in.opportunities) note(open_to_all, o);
  for (const offer& o : from.open) note(open_to_her, *o.what);
  const auto closed_in = [](const named_by& which, const gap_item& item) {
    const auto those = which.find(item.asked.competence);
    return those != which.end() && std::any_of(those->second.begin(), those->second.end(), [&](const opportunity* o) {
             return closes(*o, item.state, item.asked.competence);
           });
  };
  const auto closed_by_open = [&](const gap_item& item) { return closed_in(open_to_her, item); };
  // Somebody would, were the person allowed or able to go there.
  const auto leave = [&](const gap_item& item) {
    (closed_in(open_to_all, item) ? out.only_excluded : out.unserved).push_back(item.asked.competence);
  };
  for (const gap_item& item : gap.items) {
    const std::string& c = item.asked.competence;
    if (item.asked.group != no_group || item.state == requirement_state::recognised || out.open.contains(c)) continue;
    out.open.emplace(c, item.state);
    if (closed_by_open(item)) {
      (item.asked.essential ? out.essential : out.optional).push_back(c);
      competence_fact(c);
    } else {
      leave(item);
    }
  }
  // A group that is not essential is no goal of a plan: its members are had where they come with other steps.
  for (std::size_t g = 0; g < gap.groups.size(); ++g) {
    const group_item& asked = gap.groups[g];
    if (!asked.asked.essential || asked.recognised >= asked.asked.at_least) continue;
    group goal{static_cast<int>(asked.asked.at_least - asked.recognised), {}};
    std::vector<const gap_item*> without;
    for (const gap_item& item : gap.items) {
      if (item.asked.group != g || item.state == requirement_state::recognised) continue;
      out.open.emplace(item.asked.competence, item.state);
      if (closed_by_open(item))
        goal.facts.push_back(competence_fact(item.asked.competence));
      else
        without.push_back(&item);
    }
    if (static_cast<std::size_t>(goal.at_least) <= goal.facts.size())
      out.groups.push_back(std::move(goal));
    else
      for (const gap_item* item : without) leave(*item);
  }
  for (const condition_item& c : gap.conditions) {
    if (!c.asked.essential || c.held) continue;
    const bool given = std::any_of(from.open.begin(), from.open.end(),
                                   [&](const offer& o) { return has(o.what->gives, c.asked.name); });
    if (given)
      out.groups.push_back({1, {condition(c.asked.name)}});
    else if (std::any_of(in.opportunities.begin(), in.opportunities.end(),
                         [&](const opportunity& o) { return has(o.gives, c.asked.name); }))
      out.only_excluded.push_back(c.asked.name);
    else
      out.unserved.push_back(c.asked.name);
  }

  for (const std::string& c : conditions) condition(c);
  for (const offer& o : from.open) {
    const opportunity& what = *o.what;
    action a;
    a.id = what.id;
    a.cost = o.cost_euros;
    a.hours = what.hours;
    a.extra = what.mode == "remote" ? 0 : by.plan_distance_weight * what.distance_km * what.weeks;
    a.load = what.weekly_hours > 0 ? what.weekly_hours : what.hours / what.weeks;
    week_span when = weeks_of(o, out.origin, p.horizon, with.now);
    a.duration = when.weeks;
    a.starts = std::move(when.starts);
    // Where it asks for hours, the hours left by week say so.
    if (a.load <= 0)
      std::erase_if(a.starts, [&](int week) {
        return std::any_of(away.begin() + week, away.begin() + week + a.duration, [](char is) { return is != 0; });
      });
    for (const std::string& c : what.needs) a.requires_.push_back({1, {condition(c)}});
    for (const std::string& c : what.needs_if_lacking)
      if (has(person.lacks, c) && !has(what.needs, c)) a.requires_.push_back({1, {condition(c)}});
    const auto asked = static_cast<int>(what.needs_competences.size());
    group g{what.needs_competences_at_least > 0 ? what.needs_competences_at_least : asked, {}};
    for (const std::string& c : what.needs_competences) {
      const requirement_state s = known.had(c);
      if (s == requirement_state::recognised || s == requirement_state::presumed)
        --g.at_least;
      else
        g.facts.push_back(competence_fact(c));
    }
    if (g.at_least > 0) a.requires_.push_back(std::move(g));
    p.actions.push_back(std::move(a));
  }
  for (std::size_t i = 0; i < from.open.size(); ++i) {
    const opportunity& what = *from.open[i].what;
    action& a = p.actions[i];
    for (const std::string& c : what.gives)
      if (condition_fact.contains(c)) a.produces.push_back(condition_fact.at(c));
    for (const auto* list : {&what.teaches, &what.recognises})
      for (const std::string& c : *list)
        if (const auto fact = out.fact_of.find(c); fact != out.fact_of.end() && closes(what, known.missing(c), c))
          a.produces.push_back(fact->second);
    std::sort(a.produces.begin(), a.produces.end());
    a.produces.erase(std::unique(a.produces.begin(), a.produces.end()), a.produces.end());
  }
  return out;
}

}  // namespace activateur
