#include <algorithm>

#include "planning/answer_messages.hpp"
#include "planning/answers_document.hpp"

namespace activateur {
namespace {

namespace say = answer_messages;
std::size_t at(int i) { return static_cast<std::size_t>(i); }

class writer {
 public:
  writer(const obstacle_question& asked, const plan_obstacles& found, const plan_names& names, language lang)
      : asked_(asked), found_(found), names_(names), lang_(lang) {}

  json run() const {
    json out = {{"blocked", found_.blocked},
                {"complete", found_.complete},
                {"dead_ends", json::array()},
                {"conflicts", json::array()},
                {"remedies", json::array()}};
    std::vector<std::string> text;
    const auto add = [&](const char* member, json one) {
      text.push_back(one["text"].get<std::string>());
      out[member].push_back(std::move(one));
    };
    for (const dead_end& d : found_.dead_ends) add("dead_ends", end_of(d));
    for (const plan_conflict& c : found_.conflicts) add("conflicts", conflict_of(c));
    for (const remedy& r : found_.remedies) add("remedies", remedy_of(r));
    out["text"] = sentences_joined(text);
    return out;
  }

 private:
  [[nodiscard]] std::string fact(int f) const { return quoted(names_.facts[at(f)], lang_); }
  [[nodiscard]] std::string goal(int g) const { return text_of(asked_.problem.goal[at(g)], names_, lang_); }

  [[nodiscard]] json end_of(const dead_end& d) const {
    json out = {{"cause", name_of(d.cause)},
                {"requirement", ids_document(asked_.problem.goal[at(d.goal)].facts, names_.fact_ids)},
                {"missing", ids_document(d.missing, names_.fact_ids)}};
    out["chain"] = json::array();
    std::vector<std::string> way, actions;
    for (std::size_t i = 0; i < d.chain.size(); ++i) {
      const auto& l = d.chain[i];
      json link = {{"fact", names_.fact_ids[at(l.fact)]}};
      if (l.action >= 0) {
        link["action"] = names_.action_ids[at(l.action)];
        actions.push_back(quoted(names_.actions[at(l.action)], lang_));
        if (i + 1 < d.chain.size())
          way.push_back(sentence(say::asks_for, {actions.back(), fact(d.chain[i + 1].fact)}).text(lang_));
      }
      out["chain"].push_back(std::move(link));
    }
    const std::string asks = capitalised(goal(d.goal));
    std::vector<std::string> text;
    switch (d.cause) {
      case dead_end_cause::nobody:
        text.push_back(sentence(say::ends_at_nobody, {asks, fact(d.chain.back().fact)}).text(lang_));
        break;
      case dead_end_cause::circle:
        text.push_back(
            sentence(say::ends_in_circle, {asks, fact(d.chain.back().fact), enumerated(actions, lang_)}).text(lang_));
        break;
      case dead_end_cause::dates: text.push_back(sentence(say::ends_in_dates, {asks}).text(lang_)); break;
    }
    if (!way.empty()) text.push_back(sentence(say::way_there, {enumerated(way, lang_)}).text(lang_));
    if (!d.missing.empty())
      text.push_back(sentence(say::if_taught, {quoted(d.missing, names_.facts, lang_)}).text(lang_));
    out["text"] = sentences_joined(text);
    return out;
  }

  [[nodiscard]] const std::string& barrier_of(const plan_limit& l) const { return asked_.barriers[at(l.index)].name; }
  [[nodiscard]] std::string name(const plan_limit& l) const {
    switch (l.kind) {
      case limit_kind::deadline: return sentence(say::the_deadline, {std::to_string(asked_.deadline)}).text(lang_);
      case limit_kind::budget:
        return sentence(say::the_budget, {counted(criterion::cost, asked_.problem.budget, lang_)}).text(lang_);
      case limit_kind::weekly_hours: return sentence(say::the_hours).text(lang_);
      case limit_kind::requirement: return goal(l.index);
      case limit_kind::barrier: break;
    }
    const std::string& b = barrier_of(l);
    if (b == "distance") return sentence(say::the_distance).text(lang_);
    if (b == "seats") return sentence(say::the_seats).text(lang_);
    if (b == "refused") return sentence(say::the_refusals).text(lang_);
    if (b == "rule") return sentence(say::the_rules).text(lang_);
    return b;
  }
  [[nodiscard]] json limit_of(const plan_limit& l) const {
    json out = {{"kind", l.kind == limit_kind::barrier ? barrier_of(l) : std::string(name_of(l.kind))},
                {"label", name(l)}};
    if (l.kind == limit_kind::requirement)
      out["requirement"] = ids_document(asked_.problem.goal[at(l.index)].facts, names_.fact_ids);
    return out;
  }

  [[nodiscard]] json conflict_of(const plan_conflict& c) const {
    json out = {{"proven", c.proven}, {"minimal", c.minimal}, {"limits", json::array()}};
    std::vector<std::string> limits;
    for (const plan_limit& l : c.limits) {
      out["limits"].push_back(limit_of(l));
      limits.push_back(name(l));
    }
    out["text"] = sentences_joined(
        {sentence(limits.size() == 1 ? say::never_reached : say::do_not_fit, {enumerated(limits, lang_)}).text(lang_),
         sentence(c.proven ? say::proven : say::not_proven).text(lang_)});
    return out;
  }

  [[nodiscard]] std::string change_text(const remedy::change& c) const {
    const std::string actions = quoted(c.actions, names_.actions, lang_);
    switch (c.what.kind) {
      case limit_kind::deadline:
        return sentence(say::more_time, {counted(criterion::weeks, c.amount, lang_)}).text(lang_);
      case limit_kind::budget:
        return sentence(say::more_money, {counted(criterion::cost, c.amount, lang_)}).text(lang_);
      case limit_kind::weekly_hours:
        return sentence(say::more_hours, {counted(criterion::hours, c.amount, lang_)}).text(lang_);
      case limit_kind::requirement: return sentence(say::giving_up, {goal(c.what.index)}).text(lang_);
      case limit_kind::barrier: break;
    }
    const std::string& b = barrier_of(c.what);
    if (b == "distance")
      return sentence(say::farther, {counted(criterion::distance, c.amount, lang_), actions}).text(lang_);
    if (b == "seats") return sentence(say::a_seat, {actions}).text(lang_);
    return sentence(b == "rule" ? say::allowed : say::accepting, {actions}).text(lang_);
  }

  [[nodiscard]] json remedy_of(const remedy& r) const {
    json out = {{"minimal", r.minimal}, {"changes", json::array()}};
    std::vector<std::string> changes;
    bool least = r.minimal;
    const bool whole = found_.dead_ends.empty();  // else the plan is one to the goal without these
    for (const remedy::change& c : r.changes) {
      json one = limit_of(c.what);
      if (c.what.kind != limit_kind::requirement && (c.amount > 0 || c.what.kind != limit_kind::barrier))
        one["amount"] = c.amount;
      one["proven"] = c.proven;
      if (!c.actions.empty()) one["actions"] = ids_document(c.actions, names_.action_ids);
      one["text"] = change_text(c);
      changes.push_back(one["text"].get<std::string>());
      least = least && c.proven;
      out["changes"].push_back(std::move(one));
    }
    const plan_figures has = figures_of(asked_.problem, r.plan, {});
    out["plan"] = {{"weeks", r.plan.makespan},
                   {"cost_euros", has.cost},
                   {"hours", has.hours},
                   {"steps", steps_document(asked_.problem, r.plan, names_)}};
    out["text"] = sentences_joined({sentence(whole ? say::then_a_plan : say::rest_then_a_plan,
                                             {enumerated(changes, lang_), figures_text(has, lang_)})
                                        .text(lang_),
                                    sentence(least ? (whole ? say::no_less_change : say::rest_no_less)
                                                   : (whole ? say::maybe_less_change : say::rest_maybe_less))
                                        .text(lang_)});
    return out;
  }

  const obstacle_question& asked_;
  const plan_obstacles& found_;
  const plan_names& names_;
  language lang_;
};

}  // namespace

json document_of(const obstacle_question& asked, const plan_obstacles& found, const plan_names& names, language lang) {
  return writer(asked, found, names, lang).run();
}

}  // namespace activateur
