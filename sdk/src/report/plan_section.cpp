// The plan: whether there is one, how good it is, its figure and table.
#include <algorithm>
#include <cmath>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_parts.hpp"
#include "report/plan_words.hpp"
#include "report/sections.hpp"

namespace activateur::report {
namespace {

double weekly_hours(const planned_step& step) { return step.hours / std::max(1, step.weeks); }

}  // namespace

void write_plan_quality(const sheet& s, const plan_report& plan) {
  const plan_solution& found = plan.solution;
  double full = 0;
  for (const auto& step : plan.steps) full += step.full_cost_euros;
  s.paragraph(words::plan_totals, {hours(s.lang(), found.hours), euros(s.lang(), found.cost), euros(s.lang(), full)},
              "lead");
  if (found.optimal) {
    s.paragraph(words::plan_optimal);
    return;
  }
  const double gap = found.objective > 0 ? (found.objective - found.bound) / found.objective : 0;
  s.paragraph(words::plan_bounded, {percent(s.lang(), gap)});
}

void write_plan_table(const sheet& s, const shown_plan& p) {
  const auto scroll = s.table_frame(words::plan_table_caption);
  const bool told = p.told();
  const auto table = s.out.in("table", {{"class", told ? "words many" : "words"}});
  s.out.element("caption", s.say(words::plan_table_caption));
  {
    const auto head = s.out.in("thead");
    const auto row = s.out.in("tr");
    for (const auto* m : {&words::col_step, &words::col_start, &words::col_end}) s.column(*m);
    if (told) s.column(words::col_state_of_step);
    for (const auto* m : {&words::col_weeks, &words::col_load, &words::col_cost, &words::col_paid}) s.column(*m, true);
  }
  const auto body = s.out.in("tbody");
  double paid = 0;
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) {
    const planned_step& step = p.plan.steps[i];
    if (p.counts(i)) paid += step.cost_euros;
    const auto row = s.out.in("tr");
    s.out.element("th", step.title, {{"scope", "row"}});
    for (const instant t : {step.start, last_day(step)}) {
      const auto cell = s.out.in("td");
      s.date(t);
    }
    if (told) s.out.element("td", s.say(state_words(p.state(i))));
    s.out.element("td", number(s.lang(), step.weeks), {{"class", "number"}});
    s.out.element("td", hours(s.lang(), weekly_hours(step)), {{"class", "number"}});
    s.out.element("td", euros(s.lang(), step.cost_euros), {{"class", "number"}});
    s.out.element("td", euros(s.lang(), paid), {{"class", "number"}});
  }
}

void write_plan(const page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "plan"}});
  p.heading("h2", words::h_plan, "plan");
  if (p.of.plan == nullptr) {
    p.paragraph(words::plan_none);
    return;
  }
  const plan_report& plan = *p.of.plan;
  if (!plan.solution.feasible) {
    p.paragraph(plan.solution.proven_infeasible ? words::plan_infeasible_proven : words::plan_infeasible_open, {},
                "lead");
    return;
  }
  if (plan.steps.empty()) {
    p.paragraph(words::plan_nothing_to_do, {}, "lead");
    return;
  }
  const shown_plan shown{plan};
  write_plan_quality(p, plan);
  write_plan_figure(p, shown);
  write_plan_table(p, shown);
  p.heading("h3", words::h_steps);
  write_plan_steps(p, shown, p.names(), "h4");
}

}  // namespace activateur::report
