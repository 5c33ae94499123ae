// The plan over time: a row a step, the hours of each week, what is paid by then.
#include <algorithm>
#include <cmath>

#include "report/drawing.hpp"
#include "report/messages.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

constexpr int drawn_weeks_max = 260;  // five years; a plan that long is said in words
constexpr double load_height = 56;
constexpr double cost_height = 56;
constexpr double panel_head = 30;

struct geometry {
  double width, label_width, plot_left, plot_width, line_height, bar_height, between_dates;
  bool label_above;
};
constexpr geometry wide{960, 310, 330, 615, 17, 16, 74, false};
constexpr geometry narrow{380, 376, 2, 372, 16, 14, 66, true};

struct timeline {
  int weeks = 1;
  bool cut = false;
  std::vector<double> load;  // hours, by week
  std::vector<double> paid;  // euros, at the start of each week, `weeks` + 1 values
  double peak = 0;
  double total = 0;
};

int first_week(const planned_step& s, int weeks) { return std::clamp(s.start_week, 0, weeks); }
// Without overflow, whatever the step says.
int end_week(const planned_step& s, int weeks) {
  return static_cast<int>(
      std::clamp<std::int64_t>(std::int64_t{s.start_week} + std::max(1, s.weeks), first_week(s, weeks), weeks));
}

timeline timeline_of(const plan_report& plan) {
  timeline t;
  std::int64_t end = std::max(1, plan.solution.makespan);
  for (const auto& s : plan.steps) end = std::max(end, std::int64_t{s.start_week} + std::max(1, s.weeks));
  t.cut = end > drawn_weeks_max;
  t.weeks = static_cast<int>(std::min<std::int64_t>(end, drawn_weeks_max));
  t.load.assign(static_cast<std::size_t>(t.weeks), 0);
  t.paid.assign(static_cast<std::size_t>(t.weeks) + 1, 0);
  for (const auto& s : plan.steps) {
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

struct gantt {
  const page& p;
  const geometry& g;
  const timeline& time;
  drawing& d;

  [[nodiscard]] double x_of(double week) const { return g.plot_left + g.plot_width * week / time.weeks; }

  // A date every few weeks, so that they do not touch; vertical lines down to `bottom`.
  void dates(double y, double bottom) const {
    const double week_width = g.plot_width / time.weeks;
    const int every = std::max(1, static_cast<int>(std::ceil(g.between_dates / week_width)));
    for (int w = 0; w < time.weeks; w += every) {
      const double x = x_of(w);
      d.line("grid", x, y + 4, x, bottom);
      if (x + g.between_dates * 0.7 > g.plot_left + g.plot_width + 8 && w > 0) continue;
      d.text("quiet", x + 2, y, short_date(p.lang(), {p.of.plan->origin.ms + w * 7 * ms_per_day}));
    }
  }

  void step(const planned_step& s, const std::vector<std::string>& lines, double y, double height) const {
    double text_y = y + g.line_height - 2;
    for (const auto& line : lines) {
      d.text("", 0, text_y, line);
      text_y += g.line_height;
    }
    const double bar_y = g.label_above ? text_y - g.line_height + 6 : y + (height - 8 - g.bar_height) / 2;
    const double left = x_of(first_week(s, time.weeks));
    const double width = std::max(4.0, x_of(end_week(s, time.weeks)) - left);
    switch (role_of(s.kind)) {
      case step_role::learning: d.box("solid", left, bar_y, width, g.bar_height); break;
      case step_role::recognition: d.hatched(left, bar_y, width, g.bar_height); break;
      case step_role::support: d.box("track", left, bar_y, width, g.bar_height); break;
    }
    d.box("outline", left, bar_y, width, g.bar_height);
  }

  void load(double top) const {
    const double bottom = top + panel_head + load_height;
    const double scale = time.peak > 0 ? load_height / time.peak : 0;
    for (int w = 0; w < time.weeks; ++w) {
      const double hours_then = time.load[static_cast<std::size_t>(w)];
      if (hours_then <= 0) continue;
      const double width = x_of(w + 1) - x_of(w);
      d.box("load-bar", x_of(w) + width * 0.08, bottom - hours_then * scale, width * 0.84, hours_then * scale);
    }
    d.line("axis", g.plot_left, bottom, g.plot_left + g.plot_width, bottom);
  }

  void cost(double top) const {
    const double bottom = top + panel_head + cost_height;
    const double scale = time.total > 0 ? cost_height / time.total : 0;
    const auto level = [&](std::size_t w) { return bottom - std::max(0.0, time.paid[w]) * scale; };
    double x = x_of(0);
    d.line("axis", g.plot_left, bottom, g.plot_left + g.plot_width, bottom);
    double y = bottom;
    for (std::size_t w = 0; w < time.paid.size(); ++w) {
      const bool last = w + 1 == time.paid.size();
      if (level(w) == y && !last) continue;
      const double here = x_of(static_cast<double>(w));
      d.line("cost-line", x, y, here, y);
      if (level(w) != y) d.line("cost-line", here, y, here, level(w));
      x = here;
      y = level(w);
    }
  }
};

void draw(const page& p, layout as, const timeline& time, const std::string& description) {
  const geometry& g = as == layout::wide ? wide : narrow;
  const plan_report& plan = *p.of.plan;
  std::vector<std::vector<std::string>> labels;
  std::vector<double> heights;
  double rows = 0;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const std::string numbered = std::to_string(i + 1) + ". " + plan.steps[i].title;
    labels.push_back(fitted(numbered, g.label_width, 13, 2));
    const double text = g.line_height * static_cast<double>(labels.back().size());
    heights.push_back(g.label_above ? text + g.bar_height + 16 : std::max(text, g.bar_height) + 10);
    rows += heights.back();
  }
  const double head = 24;
  const double load_top = head + rows + 4;
  const double cost_top = load_top + panel_head + load_height + 6;
  const double bottom = cost_top + panel_head + cost_height;
  drawing d(p.out, as == layout::wide ? "plan-wide" : "plan-narrow", as, g.width, bottom + 8,
            p.say(words::plan_caption), description);
  const gantt chart{p, g, time, d};
  chart.dates(14, bottom);
  double y = head;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    chart.step(plan.steps[i], labels[i], y, heights[i]);
    y += heights[i];
  }
  const double load_y = g.label_above ? load_top + 18 : load_top + panel_head + load_height - 4;
  d.text("strong", 0, load_y, p.say(words::panel_load));
  d.text("quiet end", g.plot_left + g.plot_width, load_top + 18, "max. " + hours(p.lang(), time.peak));
  chart.load(load_top);
  const double cost_y = g.label_above ? cost_top + 18 : cost_top + panel_head + cost_height - 4;
  d.text("strong", 0, cost_y, p.say(words::panel_cost));
  d.text("quiet end", g.plot_left + g.plot_width, cost_top + 18, euros(p.lang(), time.total));
  chart.cost(cost_top);
  if (plan.solution.makespan >= 0 && plan.solution.makespan <= time.weeks) {
    const double x = std::min(chart.x_of(plan.solution.makespan), g.plot_left + g.plot_width - 1);
    d.line("goal", x, 18, x, bottom);
  }
}

}  // namespace

void write_plan_figure(const page& p) {
  const plan_report& plan = *p.of.plan;
  const timeline time = timeline_of(plan);
  instant first = plan.steps.front().start;
  instant last = plan.steps.front().end;
  for (const auto& s : plan.steps) {
    first = std::min(first, s.start);
    last = std::max(last, s.end);
  }
  const std::string description =
      p.say(words::plan_desc, {std::to_string(plan.steps.size()), date_in_words(p.lang(), first),
                               date_in_words(p.lang(), last), hours(p.lang(), time.peak), euros(p.lang(), time.total)});
  const auto figure = p.out.in("figure", {{"aria-labelledby", "plan-caption"}});
  p.out.element("figcaption", p.say(words::plan_caption), {{"id", "plan-caption"}});
  {
    const auto legend = p.out.in("ul", {{"class", "legend"}});
    legend_entry(p.out, swatch::solid, "plan-key-solid", p.say(words::legend_learning));
    legend_entry(p.out, swatch::hatched, "plan-key-hatched", p.say(words::legend_recognition));
    legend_entry(p.out, swatch::empty, "plan-key-empty", p.say(words::legend_support));
    legend_entry(p.out, swatch::goal, "plan-key-goal", p.say(words::legend_goal));
  }
  for (const auto as : {layout::wide, layout::narrow}) draw(p, as, time, description);
  if (time.cut) p.paragraph(words::plan_cut, {std::to_string(drawn_weeks_max)});
}

}  // namespace activateur::report
