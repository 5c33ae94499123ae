// The plan: whether there is one, how good it is, its figure and table.
#include <algorithm>
#include <cmath>

#include "report/messages.hpp"
#include "report/sections.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

void write_quality(const page& p) {
  const plan_solution& s = p.of.plan->solution;
  double full = 0;
  for (const auto& step : p.of.plan->steps) full += step.full_cost_euros;
  p.paragraph(words::plan_totals, {hours(p.lang(), s.hours), euros(p.lang(), s.cost), euros(p.lang(), full)}, "lead");
  if (s.optimal) {
    p.paragraph(words::plan_optimal);
    return;
  }
  const double gap = s.objective > 0 ? (s.objective - s.bound) / s.objective : 0;
  p.paragraph(words::plan_bounded, {percent(p.lang(), gap)});
}

double weekly_hours(const planned_step& step) { return step.hours / std::max(1, step.weeks); }

void write_table(const page& p) {
  const auto scroll = p.table_frame(words::plan_table_caption);
  const auto table = p.out.in("table");
  p.out.element("caption", p.say(words::plan_table_caption));
  {
    const auto head = p.out.in("thead");
    const auto row = p.out.in("tr");
    for (const auto* m : {&words::col_step, &words::col_start, &words::col_end})
      p.out.element("th", p.say(*m), {{"scope", "col"}});
    for (const auto* m : {&words::col_weeks, &words::col_load, &words::col_cost, &words::col_paid})
      p.out.element("th", p.say(*m), {{"scope", "col"}, {"class", "number"}});
  }
  const auto body = p.out.in("tbody");
  double paid = 0;
  for (const auto& step : p.of.plan->steps) {
    paid += step.cost_euros;
    const auto row = p.out.in("tr");
    p.out.element("th", step.title, {{"scope", "row"}});
    for (const instant t : {step.start, step.end}) {
      const auto cell = p.out.in("td");
      p.date(t);
    }
    p.out.element("td", number(p.lang(), step.weeks), {{"class", "number"}});
    p.out.element("td", hours(p.lang(), weekly_hours(step)), {{"class", "number"}});
    p.out.element("td", euros(p.lang(), step.cost_euros), {{"class", "number"}});
    p.out.element("td", euros(p.lang(), paid), {{"class", "number"}});
  }
}

}  // namespace

void write_plan(const page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "plan"}});
  p.heading("h2", words::h_plan, "plan");
  if (p.of.plan == nullptr) {
    p.paragraph(words::plan_none);
    return;
  }
  const plan_solution& s = p.of.plan->solution;
  if (!s.feasible) {
    p.paragraph(s.proven_infeasible ? words::plan_infeasible_proven : words::plan_infeasible_open, {}, "lead");
    return;
  }
  if (p.of.plan->steps.empty()) {
    p.paragraph(words::plan_nothing_to_do, {}, "lead");
    return;
  }
  write_quality(p);
  write_plan_figure(p);
  write_table(p);
  write_steps(p);
}

}  // namespace activateur::report
