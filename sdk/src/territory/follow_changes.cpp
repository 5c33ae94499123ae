#include "territory/follow_changes.hpp"

#include <algorithm>
#include <set>

#include "planning/check.hpp"
#include "territory/follow_messages.hpp"
#include "territory/words.hpp"

namespace activateur {
namespace {

namespace say = follow_messages;

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool share_one(const std::vector<std::string>& x, const std::vector<std::string>& y) {
  return std::any_of(x.begin(), x.end(), [&](const std::string& one) { return has(y, one); });
}

class change_finder {
 public:
  change_finder(const replan_view& view, language lang) : v_(view), lang_(lang) {
    for (std::size_t i = 0; i < v_.offered.open.size(); ++i) offer_of_.emplace(v_.offered.open[i].what->id, i);
    for (const planned_step& s : v_.now.steps) now_.emplace(s.action, &s);
    for (const gap_item& item : v_.gap.items) asked_.emplace(item.asked.competence, item.state);
  }

  std::vector<step_change> find() {
    std::vector<step_change> out;
    std::set<std::string> before;
    for (const followed_step& was : v_.earlier.steps) {
      if (was.ended()) continue;
      before.insert(was.action);
      const auto now = now_.find(was.action);
      out.push_back(now == now_.end() ? removed(was) : stayed(was, *now->second));
    }
    for (const planned_step& s : v_.now.steps)
      if (!before.contains(s.action)) out.push_back(added(s));
    return out;
  }

 private:
  struct cause {
    std::string code;  // without "cause."
    std::string text;
  };
  [[nodiscard]] cause because(const message& what, std::vector<std::string> arguments = {}) const {
    return {std::string(what.code.substr(what.code.find('.') + 1)), sentence(what, std::move(arguments)).text(lang_)};
  }

  static step_change of(const followed_step& was, change_kind kind) {
    step_change out;
    out.step = was.id;
    out.action = was.action;
    out.title = was.title;
    out.kind = kind;
    out.start_before = was.start;
    out.cost_before = was.cost_euros;
    return out;
  }

  step_change stayed(const followed_step& was, const planned_step& now) {
    step_change out = of(was, change_kind::kept);
    if (v_.kept.contains(was.action)) {
      out.start = was.start;
      out.cost_euros = was.cost_euros;
      const bool promised = was.state == followed_state::agreed || was.state == followed_state::under_way;
      const std::string state = sentence(say::states[static_cast<int>(was.state)]).text(lang_);
      out.text = sentence(promised ? say::kept_promised : say::kept, {was.title, state}).text(lang_);
      return out;
    }
    out.start = now.start;
    out.cost_euros = now.cost_euros;
    if (to_date(was.start) != to_date(now.start)) {
      const cause why = why_moved(was, now);
      out.kind = change_kind::moved;
      out.cause = why.code;
      out.text = sentence(say::moved, {was.title, to_date(now.start), to_date(was.start), why.text}).text(lang_);
    } else if (was.cost_euros != now.cost_euros) {
      out.cause = "cost";
      out.text =
          sentence(say::repriced, {was.title, amount_text(now.cost_euros, lang_), amount_text(was.cost_euros, lang_)})
              .text(lang_);
    } else {
      out.text = sentence(say::kept, {was.title}).text(lang_);
    }
    return out;
  }

  cause why_moved(const followed_step& was, const planned_step& now) {
    if (was.until && was.start < *was.until) return because(say::postponed);
    const int week = week_of(was.start, v_.around.origin);
    if (week < 0) return because(say::date_passed);
    const action& a = v_.around.problem.actions[offer_of_.at(was.action)];
    if (!std::binary_search(a.starts.begin(), a.starts.end(), week)) return because(say::session_gone);
    for (int w = week; w < week + a.duration; ++w)
      if (a.load > v_.around.problem.capacity_in(w) + planning_slack) return because(say::hours);
    for (const planned_step& other : v_.now.steps)
      if (has(other.opens, was.action) && other.end > was.start && other.start < now.start)
        return because(say::waits, {other.title});
    return because(has(v_.released, was.action) ? say::not_ready : say::better);
  }

  step_change removed(const followed_step& was) {
    step_change out = of(was, change_kind::removed);
    const cause why = why_removed(was);
    out.cause = why.code;
    out.text = sentence(say::removed, {was.title, why.text}).text(lang_);
    return out;
  }

  cause why_removed(const followed_step& was) {
    const auto& all = v_.in.opportunities;
    if (std::none_of(all.begin(), all.end(), [&](const opportunity& o) { return o.id == was.action; }))
      return because(say::gone);
    for (const rule_outcome& r : v_.offered.exclusions) {
      if (r.opportunity != was.action) continue;
      std::string reason = r.reason;
      if (reason.ends_with('.')) reason.pop_back();  // inside another sentence
      return {"excluded." + r.rule, reason};
    }
    if (!was.closes.empty()) {
      if (std::none_of(was.closes.begin(), was.closes.end(), [&](const auto& c) { return asked_.contains(c); }))
        return because(say::goal);
      if (std::all_of(was.closes.begin(), was.closes.end(), [&](const auto& c) {
            const auto it = asked_.find(c);
            return it == asked_.end() || it->second == requirement_state::recognised;
          }))
        return because(say::evidence);
    }
    const auto offered = offer_of_.find(was.action);
    if (offered != offer_of_.end()) {
      const double cost = v_.offered.open[offered->second].cost_euros;
      if (cost > was.cost_euros)
        return because(say::cost, {amount_text(cost, lang_), amount_text(was.cost_euros, lang_)});
      if (cost > v_.person.budget_euros) return because(say::budget);
    }
    if (has(v_.released, was.action)) return because(say::not_ready);
    if (!was.opens.empty() &&
        std::none_of(was.opens.begin(), was.opens.end(), [&](const auto& id) { return now_.contains(id); }))
      return because(say::needless);
    return because(say::better);
  }

  step_change added(const planned_step& s) {
    step_change out;
    out.action = s.action;
    if (const auto id = v_.ids.find(s.action); id != v_.ids.end()) out.step = id->second;
    out.title = s.title;
    out.kind = change_kind::added;
    out.start = s.start;
    out.cost_euros = s.cost_euros;
    const cause why = why_added(s);
    out.cause = why.code;
    out.text = sentence(say::added, {s.title, why.text}).text(lang_);
    return out;
  }

  cause why_added(const planned_step& s) {
    if (s.imposed) return because(say::asked);
    for (const followed_step& was : v_.earlier.steps)
      if (was.action == s.action && was.state == followed_state::failed) return because(say::again);
    if (v_.earlier.target != v_.now.target_id) return because(say::goal);
    for (const followed_step& was : v_.earlier.steps)
      if ((was.state == followed_state::failed || was.state == followed_state::dropped) &&
          share_one(was.closes, s.closes))
        return because(say::replaces, {was.title, sentence(say::states[static_cast<int>(was.state)]).text(lang_)});
    for (const followed_step& was : v_.earlier.steps)
      if (!was.ended() && !now_.contains(was.action) && share_one(was.closes, s.closes))
        return because(say::replaces_left, {was.title});
    for (const std::string& c : s.closes)
      if (!answered_before(c)) return because(say::served, {label(c)});
    for (const std::string& id : s.opens)
      if (const auto later = now_.find(id); later != now_.end()) return because(say::prepares, {later->second->title});
    return because(say::better);
  }

  [[nodiscard]] bool answered_before(const std::string& competence) const {
    return std::any_of(v_.earlier.steps.begin(), v_.earlier.steps.end(),
                       [&](const followed_step& was) { return has(was.closes, competence); });
  }
  [[nodiscard]] std::string label(const std::string& competence) const {
    const auto it = v_.now.labels.find(competence);
    return it == v_.now.labels.end() || it->second.empty() ? competence : it->second;
  }

  const replan_view& v_;
  language lang_;
  std::map<std::string, std::size_t> offer_of_;
  std::map<std::string, const planned_step*> now_;
  std::map<std::string, requirement_state> asked_;
};

}  // namespace

std::string_view name(change_kind k) {
  constexpr std::string_view names[] = {"kept", "moved", "added", "removed"};
  return names[static_cast<std::size_t>(k)];
}

std::vector<step_change> changes_of(const replan_view& view, language lang) { return change_finder(view, lang).find(); }

json to_document(const std::vector<step_change>& changes, int revision, const context& with) {
  json steps = json::array();
  std::map<change_kind, int> count;
  for (const step_change& c : changes) {
    ++count[c.kind];
    json one = {{"action", c.action}, {"title", c.title}, {"change", name(c.kind)}, {"text", c.text}};
    if (!c.step.empty()) one["step"] = c.step;
    if (!c.cause.empty()) one["cause"] = c.cause;
    if (c.start_before) one["start_before"] = to_date(*c.start_before);
    if (c.start) one["start"] = to_date(*c.start);
    if (c.cost_before) one["cost_euros_before"] = *c.cost_before;
    if (c.cost_euros) one["cost_euros"] = *c.cost_euros;
    steps.push_back(std::move(one));
  }
  const auto said = [&](change_kind k) { return std::to_string(count[k]); };
  return {{"revision", revision},
          {"at", to_text(with.now)},
          {"steps", std::move(steps)},
          {"text", sentence(say::summary, {said(change_kind::kept), said(change_kind::moved), said(change_kind::added),
                                           said(change_kind::removed)})
                       .text(with.lang)}};
}

}  // namespace activateur
