// The plan over time: a row a step, the hours of each week, what is paid by then.
#include <algorithm>
#include <cmath>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_parts.hpp"
#include "report/plan_words.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

constexpr double load_height = 56;
constexpr double cost_height = 56;
constexpr double panel_head = 30;

struct geometry {
  double width, label_width, plot_left, plot_width, line_height, bar_height, between_dates;
  bool label_above;
};
constexpr geometry wide{960, 310, 330, 615, 17, 16, 74, false};
constexpr geometry narrow{380, 376, 2, 372, 16, 14, 66, true};

constexpr double mark_width = 18;     // before the label, when states are told
constexpr double legend_height = 52;  // inside a figure that stands alone

struct gantt {
  const sheet& s;
  const shown_plan& p;
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
      d.text("quiet", x + 2, y, short_date(s.lang(), {p.plan.origin.ms + w * 7 * ms_per_day}));
    }
  }

  void step(std::size_t index, const std::vector<std::string>& lines, double y, double height) const {
    const planned_step& one = p.plan.steps[index];
    const step_state state = p.state(index);
    if (state != step_state::untold) draw_state(s.out, state, 7, y + g.line_height - 6, 5);
    double text_y = y + g.line_height - 2;
    for (const auto& line : lines) {
      d.text("", p.told() ? mark_width : 0, text_y, line);
      text_y += g.line_height;
    }
    const double bar_y = g.label_above ? text_y - g.line_height + 6 : y + (height - 8 - g.bar_height) / 2;
    const double left = x_of(first_week(one, time.weeks));
    const double width = std::max(4.0, x_of(end_week(one, time.weeks)) - left);
    if (!p.counts(index)) {
      d.box("track", left, bar_y, width, g.bar_height);
      d.line("axis", left, bar_y + g.bar_height / 2, left + width, bar_y + g.bar_height / 2);
      return;
    }
    switch (role_of(one.kind)) {
      case step_role::learning: d.box("solid", left, bar_y, width, g.bar_height); break;
      case step_role::recognition: d.hatched(left, bar_y, width, g.bar_height); break;
      case step_role::support: d.box("track", left, bar_y, width, g.bar_height); break;
    }
    d.box("outline", left, bar_y, width, g.bar_height);
    if (one.session) d.line("tick", left, bar_y - 3, left, bar_y + g.bar_height + 3);
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

bool any_session(const plan_report& plan) {
  return std::any_of(plan.steps.begin(), plan.steps.end(), [](const planned_step& s) { return s.session.has_value(); });
}

// The legend inside a figure that stands alone: two rows.
void draw_legend(const sheet& s, const shown_plan& p, double y, drawing& d) {
  double x = 0;
  const auto after = [&](const message& what) {
    d.text("", x + 42, y + 11, s.say(what));
    x += 182;
  };
  d.box("solid", x, y, 34, 12);
  after(words::legend_learning);
  d.hatched(x, y, 34, 12);
  d.box("outline", x, y, 34, 12);
  after(words::legend_recognition);
  d.box("track", x, y, 34, 12);
  after(words::legend_support);
  d.line("goal", x + 17, y - 2, x + 17, y + 14);
  after(words::legend_goal);
  if (any_session(p.plan)) {
    d.line("tick", x + 17, y - 2, x + 17, y + 14);
    after(words::legend_session);
  }
  if (!p.told()) return;
  x = 0;
  y += 24;
  for (const auto state : {step_state::proposed, step_state::agreed, step_state::postponed, step_state::under_way,
                           step_state::done, step_state::failed, step_state::dropped}) {
    draw_state(s.out, state, x + 7, y + 6, 5);
    d.text("", x + mark_width, y + 11, s.say(state_words(state)));
    x += 135;
  }
}

void draw(const sheet& s, const shown_plan& p, layout as, const timeline& time, std::string_view title,
          const std::string& description) {
  const geometry& g = as == layout::narrow ? narrow : wide;
  const plan_report& plan = p.plan;
  std::vector<std::vector<std::string>> labels;
  std::vector<double> heights;
  double rows = 0;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const std::string numbered = std::to_string(i + 1) + ". " + plan.steps[i].title;
    labels.push_back(fitted(numbered, g.label_width - (p.told() ? mark_width : 0), 13, 2));
    const double text = g.line_height * static_cast<double>(labels.back().size());
    heights.push_back(g.label_above ? text + g.bar_height + 16 : std::max(text, g.bar_height) + 10);
    rows += heights.back();
  }
  const double head = 24;
  const double load_top = head + rows + 4;
  const double cost_top = load_top + panel_head + load_height + 6;
  const double bottom = cost_top + panel_head + cost_height;
  const double end = as == layout::alone ? bottom + legend_height + (p.told() ? 24 : 0) : bottom + 8;
  const char* name = as == layout::narrow ? "plan-narrow" : "plan-wide";
  drawing d(s.out, name, as, g.width, end, title, description);
  const gantt chart{s, p, g, time, d};
  chart.dates(14, bottom);
  double y = head;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    chart.step(i, labels[i], y, heights[i]);
    y += heights[i];
  }
  const double load_y = g.label_above ? load_top + 18 : load_top + panel_head + load_height - 4;
  d.text("strong", 0, load_y, s.say(words::panel_load));
  d.text("quiet end", g.plot_left + g.plot_width - 6, load_top + 18, "max. " + hours(s.lang(), time.peak));
  chart.load(load_top);
  const double cost_y = g.label_above ? cost_top + 18 : cost_top + panel_head + cost_height - 4;
  d.text("strong", 0, cost_y, s.say(words::panel_cost));
  d.text("quiet end", g.plot_left + g.plot_width - 6, cost_top + 18, euros(s.lang(), time.total));
  chart.cost(cost_top);
  if (plan.solution.makespan >= 0 && plan.solution.makespan <= time.weeks) {
    const double x = std::min(chart.x_of(plan.solution.makespan), g.plot_left + g.plot_width - 1);
    d.line("goal", x, 18, x, bottom);
  }
  if (as == layout::alone) draw_legend(s, p, bottom + 22, d);
}

}  // namespace

void write_plan_figure(const sheet& s, const shown_plan& p) {
  const plan_report& plan = p.plan;
  const timeline time = timeline_of(p);
  instant first = plan.steps.front().start;
  instant last = last_day(plan.steps.front());
  for (const auto& one : plan.steps) {
    first = std::min(first, one.start);
    last = std::max(last, last_day(one));
  }
  const std::string description =
      s.say(words::plan_desc, {std::to_string(plan.steps.size()), date_in_words(s.lang(), first),
                               date_in_words(s.lang(), last), hours(s.lang(), time.peak), euros(s.lang(), time.total)});
  const auto figure = s.out.in("figure", {{"aria-labelledby", "plan-caption"}});
  s.out.element("figcaption", s.say(words::plan_caption), {{"id", "plan-caption"}});
  {
    const auto legend = s.out.in("ul", {{"class", "legend"}});
    legend_entry(s.out, swatch::solid, "plan-key-solid", s.say(words::legend_learning));
    legend_entry(s.out, swatch::hatched, "plan-key-hatched", s.say(words::legend_recognition));
    legend_entry(s.out, swatch::empty, "plan-key-empty", s.say(words::legend_support));
    legend_entry(s.out, swatch::goal, "plan-key-goal", s.say(words::legend_goal));
    if (any_session(plan)) legend_entry(s.out, swatch::tick, "plan-key-tick", s.say(words::legend_session));
  }
  for (const auto as : {layout::wide, layout::narrow}) draw(s, p, as, time, s.say(words::plan_caption), description);
  if (time.cut) s.paragraph(words::plan_cut, {std::to_string(time.weeks)});
}

// Its description tells each step: no table is beside it.
void draw_plan_alone(const sheet& s, const shown_plan& p) {
  const timeline time = timeline_of(p);
  std::string steps;
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) {
    const planned_step& one = p.plan.steps[i];
    steps.append(steps.empty() ? "" : " ")
        .append(s.say(words::plan_alone_step, {std::to_string(i + 1), one.title, date_in_words(s.lang(), one.start),
                                               date_in_words(s.lang(), last_day(one)), euros(s.lang(), one.cost_euros),
                                               p.state(i) == step_state::untold ? hours(s.lang(), one.hours)
                                                                                : s.say(state_words(p.state(i)))}));
  }
  if (steps.empty()) steps = s.say(words::plan_no_steps);
  const instant goal{p.plan.origin.ms + std::int64_t{p.plan.solution.makespan} * 7 * ms_per_day};
  const std::string description =
      s.say(words::plan_alone_desc,
            {steps, hours(s.lang(), time.peak), euros(s.lang(), time.total), date_in_words(s.lang(), goal)});
  draw(s, p, layout::alone, time, s.say(words::plan_document_title, {p.plan.target_label}), description);
}

}  // namespace activateur::report
