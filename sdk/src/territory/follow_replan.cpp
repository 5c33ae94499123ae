// A followed plan from now on.
#include <algorithm>
#include <set>

#include "territory/follow_changes.hpp"
#include "territory/follow_messages.hpp"

namespace activateur {
namespace {

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

const opportunity* offered_in(const territory& in, const std::string& id) {
  const auto it =
      std::find_if(in.opportunities.begin(), in.opportunities.end(), [&](const opportunity& o) { return o.id == id; });
  return it == in.opportunities.end() ? nullptr : &*it;
}

// The opportunity as it was planned, whatever the territory now says of it.
opportunity as_planned(const followed_step& step, const territory& in) {
  opportunity out;
  if (const opportunity* known = offered_in(in, step.action)) {
    out = *known;
  } else {
    out.id = step.action;
    out.teaches = step.closes;
    out.gives = step.gives;
  }
  out.title = step.title;
  out.kind = step.kind;
  out.cost_euros = step.cost_euros;
  out.hours = step.hours;
  out.weeks = std::max(step.weeks, 1);
  out.sessions.clear();
  return out;
}

// What is computed from, once what has happened is counted.
class replanning {
 public:
  replanning(const followed_plan& earlier, const replan_request& from, const context& with)
      : earlier_(earlier), from_(from), with_(with), person_(from.person), gap_(from.gap), in_(from.in) {
    origin_ = monday_after(with.now);
    for (const followed_step& step : earlier.steps) count(step);
    person_.budget_euros = std::max(0.0, person_.budget_euros);
    std::erase_if(in_.opportunities, [&](const opportunity& o) { return taken_.contains(o.id); });
    std::erase_if(person_.imposed, [&](const imposed_step& i) { return met_.contains(i.opportunity); });
  }

  result<json> run() {
    while (true) {
      auto made = compute_plan(person_, gap_, in_, from_.rules, from_.by, from_.limits, with_, &bound_by_);
      if (!made) return std::move(made).why();
      if (release(*made)) continue;
      return written(*made);
    }
  }

 private:
  void count(const followed_step& step) {
    switch (step.state) {
      case followed_state::done:
        person_.budget_euros -= step.cost_euros;
        hold(step);
        taken_.insert(step.action);
        met_.insert(step.action);
        break;
      case followed_state::failed:
        person_.budget_euros -= step.cost_euros;
        not_before(step.action, {step.start.ms + ms_per_day});
        break;
      case followed_state::dropped:
        if (step.begun) person_.budget_euros -= step.cost_euros;
        if (!step.by_plan)
          bound_by_.left_out[step.action] = sentence(follow_messages::was_dropped, {step.title});
        else if (step.until)
          not_before(step.action, *step.until);
        met_.insert(step.action);
        break;
      case followed_state::postponed:
        if (step.until) not_before(step.action, *step.until);
        [[fallthrough]];
      case followed_state::proposed:
        // What starts this week is not moved by a plan that can only start on the next Monday.
        if (week_of(step.start, origin_) == -1 && !(step.until && step.start < *step.until))
          keep(step, true);
        else
          bound_by_.before.emplace_back(step.action, step.start);
        break;
      case followed_state::agreed:
        if (step.end <= with_.now) {  // its time has passed and nobody says that it took place
          released_.push_back(step.action);
          break;
        }
        keep(step, step.start < origin_);
        break;
      case followed_state::under_way: keep(step, true); break;
    }
  }

  void keep(const followed_step& step, bool started) {
    bound_by_.kept.push_back({as_planned(step, from_.in), step.start, started});
    met_.insert(step.action);
  }

  // Only the sessions from a day on; of what may start in any week, the weeks whose Monday has not passed by then.
  void not_before(const std::string& id, instant day) {
    for (opportunity& o : in_.opportunities) {
      if (o.id != id) continue;
      if (o.sessions.empty()) {
        bound_by_.not_before[id] = std::max(bound_by_.not_before[id], day);
        return;
      }
      std::erase_if(o.sessions, [&](const clock_time& t) { return t.shown() < day; });
      if (o.sessions.empty())  // which would mean any week
        bound_by_.left_out[id] = sentence(follow_messages::no_later, {o.title, to_date({day.ms - ms_per_day})});
    }
  }

  // What a step that is done gives counts as held, whether evidence of it has come or not.
  void hold(const followed_step& step) {
    std::set<std::string> given(step.closes.begin(), step.closes.end());
    std::vector<std::string> conditions = step.gives;
    if (const opportunity* o = offered_in(from_.in, step.action)) {
      for (const auto* list : {&o->teaches, &o->recognises})
        for (const std::string& c : *list)
          if (closes(*o, state_in(c), c)) given.insert(c);
      conditions.insert(conditions.end(), o->gives.begin(), o->gives.end());
    }
    for (const std::string& c : conditions) {
      if (!has(person_.conditions, c)) person_.conditions.push_back(c);
      std::erase(person_.lacks, c);
      for (condition_item& asked : gap_.conditions) asked.held = asked.held || asked.asked.name == c;
    }
    std::set<std::string> asked_for;  // by several items, maybe: of groups that share a competence
    for (gap_item& item : gap_.items) {
      if (!given.contains(item.asked.competence)) continue;
      asked_for.insert(item.asked.competence);
      if (item.state == requirement_state::recognised) continue;
      item.state = requirement_state::recognised;
      if (item.asked.group != no_group) ++gap_.groups[item.asked.group].recognised;
    }
    for (const std::string& c : given) {  // asked by opportunities, not by the target
      if (asked_for.contains(c)) continue;
      gap_item& item = gap_.items.emplace_back();
      item.asked.competence = c;
      item.asked.essential = false;
      item.state = requirement_state::recognised;
    }
  }
  [[nodiscard]] requirement_state state_in(const std::string& competence) const {
    for (const gap_item& item : gap_.items)
      if (item.asked.competence == competence) return item.state;
    return requirement_state::to_acquire;
  }

  // What was agreed and cannot be on its date any more is planned anew. True: plan again.
  bool release(const plan_report& made) {
    std::set<std::string> planned;
    for (const planned_step& s : made.steps) planned.insert(s.action);
    const std::size_t before = bound_by_.kept.size();
    std::erase_if(bound_by_.kept, [&](const kept_step& k) {
      if (k.started || planned.contains(k.what.id)) return false;
      released_.push_back(k.what.id);
      return true;
    });
    return bound_by_.kept.size() != before;
  }

  result<json> written(const plan_report& made) {
    result<offers> offered = offers_for(person_, in_, from_.rules, from_.by, with_, &bound_by_);
    if (!offered) return std::move(offered).why();
    const situation around = situation_of(person_, gap_, in_, *offered, from_.by, with_);

    std::map<std::string, const followed_step*> live;
    std::vector<std::string> taken;
    for (const followed_step& s : earlier_.steps) {
      taken.push_back(s.id);
      if (!s.ended()) live.emplace(s.action, &s);
    }
    std::map<std::string, std::string> ids;
    for (const planned_step& s : made.steps) {
      const auto was = live.find(s.action);
      ids[s.action] = was == live.end() ? new_step_id(s.action, taken) : was->second->id;
      taken.push_back(ids[s.action]);
    }
    for (const kept_step& k : bound_by_.kept) kept_.insert(k.what.id);
    const std::vector<step_change> changes =
        changes_of({earlier_, made, person_, gap_, from_.in, *offered, around, kept_, released_, ids}, with_.lang);
    json out = to_document(made, with_);
    if (!differs(out, changes)) return *earlier_.document;

    const int revision = earlier_.revision + 1;
    json steps = json::array();
    json journal = earlier_.journal;
    for (const followed_step& s : earlier_.steps) {
      if (s.ended()) steps.push_back(*s.said);
      const bool waits = s.state == followed_state::postponed && !ids.contains(s.action);
      if (!s.ended() && (waits || has(released_, s.action))) changed_by_plan(s, ids, revision, journal, steps);
    }
    for (json& s : out["steps"]) steps.push_back(merged(s, live, ids));
    std::stable_sort(steps.begin(), steps.end(),
                     [](const json& x, const json& y) { return x.at("start_week") < y.at("start_week"); });
    out["steps"] = std::move(steps);
    const int offset = week_of(made.origin, earlier_.origin);
    out["weeks"] = made.solution.makespan + offset;
    out["origin"] = to_date(earlier_.origin);
    out["revision"] = revision;
    out["followed_since"] = earlier_.since;
    out["journal"] = std::move(journal);
    out["changes"] = to_document(changes, revision, with_);
    return out;
  }

  // Whether anything that a person reads in the plan is another.
  [[nodiscard]] bool differs(const json& now, const std::vector<step_change>& changes) const {
    if (std::any_of(changes.begin(), changes.end(), [](const step_change& c) { return c.any(); })) return true;
    if (earlier_.target != now.at("target").at("id")) return true;
    const auto names = [](const json& list, const char* member) {
      std::vector<std::string> out;
      for (const json& one : list) out.push_back(one.value(member, ""));
      return out;
    };
    return earlier_.unserved != names(now.at("unserved"), "competence") ||
           earlier_.out_of_reach != names(now.at("out_of_reach"), "competence") ||
           earlier_.not_imposed != names(now.at("not_imposed"), "opportunity");
  }

  // A promise that cannot be kept, a later date that does not come: the step waits for a new agreement, or ends when no
  // plan has it.
  void changed_by_plan(const followed_step& s, const std::map<std::string, std::string>& ids, int revision,
                       json& journal, json& steps) {
    const bool stays = ids.contains(s.action);
    const followed_state to = stays ? followed_state::postponed : followed_state::dropped;
    json entry = {{"at", to_text(with_.now)}, {"by", plan_author}};
    if (s.until) entry["until"] = to_date(*s.until);
    if (!stays) {
      json ended = *s.said;
      ended["state"] = name(to);
      ended["recorded"] = entry;
      steps.push_back(std::move(ended));
    } else {
      again_[s.action] = entry;
    }
    entry["revision"] = revision;
    entry["step"] = s.id;
    entry["from"] = name(s.state);
    entry["to"] = name(to);
    journal.push_back(std::move(entry));
  }

  // A step of the new plan, with what the earlier one knows of it.
  json merged(json& step, const std::map<std::string, const followed_step*>& live,
              const std::map<std::string, std::string>& ids) {
    const std::string action = step.at("action").get<std::string>();
    const auto was = live.find(action);
    step["id"] = ids.at(action);
    step["state"] = name(followed_state::proposed);
    const auto offset = week_of(origin_, earlier_.origin);
    step["start_week"] = step.at("start_week").get<int>() + offset;
    if (was == live.end()) return step;
    if (const auto new_date = again_.find(action); new_date != again_.end()) {
      step["state"] = name(followed_state::postponed);
      step["recorded"] = new_date->second;
      return step;
    }
    const json& said = *was->second->said;
    if (!kept_.contains(action)) {
      step["state"] = said.at("state");
      if (said.contains("recorded")) step["recorded"] = said["recorded"];
      return step;
    }
    // On its dates, at its cost: only what it is good for may be another.
    for (const auto& [member, value] : said.items())
      if (member != "closes" && member != "opens" && member != "needs" && member != "why") step[member] = value;
    return step;
  }

  const followed_plan& earlier_;
  const replan_request& from_;
  const context& with_;
  portfolio person_;
  gap_report gap_;
  territory in_;
  instant origin_;
  commitments bound_by_;
  std::set<std::string> taken_, met_, kept_;
  std::vector<std::string> released_;
  std::map<std::string, json> again_;
};

}  // namespace

result<json> replan(const json& followed, const replan_request& from, const context& with) {
  const result<followed_plan> earlier = read_followed(followed, "plan");
  if (!earlier) return earlier.why();
  return replanning(*earlier, from, with).run();
}

}  // namespace activateur
