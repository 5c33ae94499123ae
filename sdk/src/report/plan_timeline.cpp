// The weeks of a plan: what each asks, and what is paid by then.
#include <algorithm>
#include <cmath>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_parts.hpp"

namespace activateur::report {
namespace {

constexpr int drawn_weeks_max = 260;  // five years; a plan that is longer says so

}  // namespace

int first_week(const planned_step& s, int weeks) { return std::clamp(s.start_week, 0, weeks); }

// Without overflow, whatever the step says.
int end_week(const planned_step& s, int weeks) {
  return static_cast<int>(
      std::clamp<std::int64_t>(std::int64_t{s.start_week} + std::max(1, s.weeks), first_week(s, weeks), weeks));
}

timeline timeline_of(const shown_plan& p) {
  timeline t;
  std::int64_t end = std::max(1, p.plan.solution.makespan);
  for (const auto& s : p.plan.steps) end = std::max(end, std::int64_t{s.start_week} + std::max(1, s.weeks));
  t.cut = end > drawn_weeks_max;
  t.weeks = static_cast<int>(std::min<std::int64_t>(end, drawn_weeks_max));
  t.load.assign(static_cast<std::size_t>(t.weeks), 0);
  t.paid.assign(static_cast<std::size_t>(t.weeks) + 1, 0);
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) {
    if (!p.counts(i)) continue;
    const planned_step& s = p.plan.steps[i];
    const double hours_a_week = std::isfinite(s.hours) ? s.hours / std::max(1, s.weeks) : 0;
    for (int w = first_week(s, t.weeks); w < end_week(s, t.weeks); ++w)
      t.load[static_cast<std::size_t>(w)] += hours_a_week;
    const double cost = std::isfinite(s.cost_euros) ? s.cost_euros : 0;
    for (auto w = static_cast<std::size_t>(first_week(s, t.weeks)); w < t.paid.size(); ++w) t.paid[w] += cost;
    t.total += cost;
  }
  t.peak = *std::max_element(t.load.begin(), t.load.end());
  return t;
}

// The weeks of the load strip and of the payments, as a table.
void write_week_table(const sheet& s, const shown_plan& p) {
  const timeline t = timeline_of(p);
  const auto details = s.out.in("details");
  s.out.element("summary", s.say(words::weeks_summary));
  const auto scroll = s.table_frame(words::weeks_summary);
  const auto table = s.out.in("table");
  {
    const auto head = s.out.in("thead");
    const auto row = s.out.in("tr");
    s.column(words::col_week_of);
    s.column(words::col_load, true);
    s.column(words::col_paid, true);
  }
  const auto body = s.out.in("tbody");
  for (int w = 0; w < t.weeks; ++w) {
    const auto at = static_cast<std::size_t>(w);
    const auto row = s.out.in("tr");
    {
      const auto cell = s.out.in("th", {{"scope", "row"}});
      s.date({p.plan.origin.ms + w * 7 * ms_per_day});
    }
    s.out.element("td", hours(s.lang(), t.load[at]), {{"class", "number"}});
    s.out.element("td", euros(s.lang(), t.paid[at]), {{"class", "number"}});
  }
}

}  // namespace activateur::report
