// A person, a gap and a territory made by hand; Tuesday 24 November 2026, so week 0 begins on Monday 30.
#pragma once

#include <gtest/gtest.h>

#include "planning/solve.hpp"
#include "territory/follow.hpp"

namespace activateur::test {

using names = std::vector<std::string>;

inline instant day(const char* text) { return *parse_date_or_time(text); }

struct scene {
  portfolio person;
  gap_report gap;
  territory in;
  policy by;
  context with;
  std::vector<rule_provider> rules;

  scene() {
    by.plan_hour_weight = 4;
    by.plan_week_weight = 25;
    by.plan_horizon_weeks = 78;
    person.person = "Sittelle";
    person.budget_euros = 1000;
    person.weekly_hours = 20;
    gap.to.id = "example:job";
    gap.to.label = "Job";
    in.id = "vallon";
    by.goal_share_of_optional = 0.5;
    by.recognised_belief = 0.6;
    by.presumed_expectation = 0.6;
    with.now = *parse_date_time("2026-11-24T08:00:00Z");
    with.lang = language::en;
  }
  void ask(const std::string& competence, requirement_state state = requirement_state::to_acquire,
           bool essential = true) {
    gap_item item;
    item.asked.competence = competence;
    item.asked.label = "label of " + competence;
    item.asked.essential = essential;
    item.state = state;
    gap.items.push_back(item);
  }
  opportunity& offer(const std::string& id, const std::string& kind, double cost = 0, names teaches = {}) {
    opportunity o;
    o.id = o.title = id;
    o.kind = kind;
    o.cost_euros = cost;
    o.hours = 4;
    o.teaches = std::move(teaches);
    in.opportunities.push_back(o);
    return in.opportunities.back();
  }
  opportunity& offered(const std::string& id) {
    return *std::find_if(in.opportunities.begin(), in.opportunities.end(),
                         [&](const opportunity& o) { return o.id == id; });
  }
  void sort() {
    std::sort(in.opportunities.begin(), in.opportunities.end(),
              [](const opportunity& x, const opportunity& y) { return x.id < y.id; });
  }
  plan_report plan() {
    sort();
    auto made = compute_plan(person, gap, in, rules, by, {3000, 0, 1}, with);
    EXPECT_TRUE(made.ok()) << (made ? "" : made.why().text(language::en));
    return made ? *std::move(made) : plan_report{};
  }
  json follow() {
    auto out = follow_plan(to_document(plan(), with), with);
    EXPECT_TRUE(out.ok()) << (out ? "" : out.why().text(language::en));
    return out ? *std::move(out) : json();
  }
  void record(json& plan, const std::string& step, const std::string& state, step_event more = {}) {
    more.step = step;
    more.state = state;
    if (more.by.empty()) more.by = person.person;
    if (state == "dropped" && more.reason.empty()) more.reason = "no longer wanted";
    auto out = record_event(plan, more, with);
    ASSERT_TRUE(out.ok()) << out.why().text(language::en);
    plan = *std::move(out);
  }
  json again(const json& plan) {
    sort();
    auto out = replan(plan, {person, gap, in, rules, by, {3000, 0, 1}}, with);
    EXPECT_TRUE(out.ok()) << (out ? "" : out.why().text(language::en));
    return out ? *std::move(out) : json();
  }
};

inline json step_of(const json& plan, const std::string& id) {
  for (const json& s : plan.at("steps"))
    if (s.at("id") == id) return s;
  return nullptr;
}

inline names actions(const plan_report& p) {
  names out;
  for (const planned_step& s : p.steps) out.push_back(s.action);
  return out;
}

}  // namespace activateur::test
