// The gap as bars: one a requirement, grouped by state, the best known first.
#include <array>

#include "report/drawing.hpp"
#include "report/messages.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

constexpr std::array<requirement_state, state_count> states{requirement_state::recognised, requirement_state::presumed,
                                                            requirement_state::to_explore,
                                                            requirement_state::to_acquire};

struct row {
  bool heading = false;
  requirement_state state = requirement_state::to_explore;
  std::vector<std::string> lines;
  shares known;
};

struct geometry {
  double width, label_width, bar_left, bar_width, bar_height, line_height, head_height;
  bool label_above;
};
constexpr geometry wide{960, 500, 520, 370, 13, 17, 40, false};
constexpr geometry narrow{380, 372, 2, 320, 12, 16, 40, true};

double height_of(const geometry& g, const row& r) {
  if (r.heading) return g.head_height;
  const double text = g.line_height * static_cast<double>(r.lines.size());
  return g.label_above ? text + g.bar_height + 14 : text + 9;
}

std::vector<row> rows_of(const page& p, const geometry& g) {
  std::vector<row> rows;
  for (const auto state : states) {
    const auto items = items_in(p.gap(), state);
    if (items.empty()) continue;
    std::string title = p.say(state_words(state));
    title.append(" (").append(std::to_string(items.size())).append(")");
    rows.push_back({true, state, {title}, {}});
    for (const std::size_t i : items) {
      const auto& asked = p.gap().items[i].asked;
      std::string label = asked.essential ? "◆ " : "";
      label.append(p.label_of(asked.competence));
      rows.push_back({false, state, fitted(label, g.label_width, 13, 2), shares_of(p.gap().items[i].known.value)});
    }
  }
  return rows;
}

void draw(const page& p, const geometry& g, const std::vector<row>& rows, drawing& d) {
  double y = 0;
  for (const auto& r : rows) {
    const double height = height_of(g, r);
    if (r.heading) {
      d.text("strong", 0, y + height - 14, r.lines.front());
      d.line("axis", 0, y + height - 5, g.width, y + height - 5);
      y += height;
      continue;
    }
    double text_y = y + g.line_height - 3;
    for (const auto& line : r.lines) {
      d.text("", 0, text_y, line);
      text_y += g.line_height;
    }
    const double bar_y = g.label_above ? text_y - g.line_height + 9 : y + (height - 6 - g.bar_height) / 2;
    d.bar(g.bar_left, bar_y, g.bar_width, g.bar_height, r.known);
    if (p.of.by != nullptr) {
      const shares threshold = shares_of(coverage{p.of.by->recognised_belief, 0, 0});
      const double x = g.bar_left + g.bar_width * threshold.belief;
      d.line("tick", x, bar_y - 3, x, bar_y + g.bar_height + 3);
    }
    d.text("end", g.width, bar_y + g.bar_height - 2, percent(p.lang(), r.known.expectation));
    y += height;
  }
}

double height_of(const geometry& g, const std::vector<row>& rows) {
  double height = 4;
  for (const auto& r : rows) height += height_of(g, r);
  return height;
}

std::string description(const page& p) {
  std::vector<std::string> counts;
  counts.reserve(states.size());
  for (const auto state : states) counts.push_back(std::to_string(items_in(p.gap(), state).size()));
  return p.say(words::gap_desc, counts);
}

// The legend inside a figure that stands alone.
constexpr double legend_height = 40;
void draw_legend(const page& p, double y, drawing& d) {
  double x = 0;
  const auto entry = [&](const shares& s, const message& what) {
    d.bar(x, y, 34, 12, s);
    d.text("", x + 42, y + 11, p.say(what));
    x += 190;
  };
  entry({1, 1, 1}, words::legend_solid);
  entry({0, 1, 1}, words::legend_hatched);
  entry({0, 0, 1}, words::legend_empty);
  entry({0, 0, 0}, words::legend_dotted);
  d.text("", x, y + 11, p.say(words::legend_essential));
}

}  // namespace

void draw_gap_alone(const page& p) {
  const auto rows = rows_of(p, wide);
  const double height = height_of(wide, rows);
  drawing d(p.out, "gap", layout::alone, wide.width, height + legend_height, p.say(words::gap_of, {p.gap().to.label}),
            description(p));
  draw(p, wide, rows, d);
  draw_legend(p, height + 18, d);
}

void write_gap_figure(const page& p) {
  const auto figure = p.out.in("figure", {{"class", "long"}, {"aria-labelledby", "gap-caption"}});
  p.out.element("figcaption", p.say(words::gap_caption), {{"id", "gap-caption"}});
  {
    const auto legend = p.out.in("ul", {{"class", "legend"}});
    legend_entry(p.out, swatch::solid, "gap-key-solid", p.say(words::legend_solid));
    legend_entry(p.out, swatch::hatched, "gap-key-hatched", p.say(words::legend_hatched));
    legend_entry(p.out, swatch::empty, "gap-key-empty", p.say(words::legend_empty));
    legend_entry(p.out, swatch::dotted, "gap-key-dotted", p.say(words::legend_dotted));
    if (p.of.by != nullptr)
      legend_entry(p.out, swatch::tick, "gap-key-tick",
                   p.say(words::legend_tick, {percent(p.lang(), p.of.by->recognised_belief)}));
    p.out.element("li", p.say(words::legend_essential));
  }
  for (const auto as : {layout::wide, layout::narrow}) {
    const geometry& g = as == layout::wide ? wide : narrow;
    const auto rows = rows_of(p, g);
    drawing d(p.out, as == layout::wide ? "gap-wide" : "gap-narrow", as, g.width, height_of(g, rows),
              p.say(words::gap_caption), description(p));
    draw(p, g, rows, d);
  }
}

void write_coverage_figure(const page& p) {
  const auto figure = p.out.in("figure", {{"aria-labelledby", "coverage-caption"}});
  p.out.element("figcaption", p.say(words::coverage_caption), {{"id", "coverage-caption"}});
  const shares s = shares_of(p.gap().covered);
  const std::string description =
      p.say(words::coverage_desc,
            {percent(p.lang(), s.belief), percent(p.lang(), s.expectation), percent(p.lang(), s.plausibility)});
  struct line {
    const message* label;
    double value;
    shares drawn;
  };
  const std::array<line, 3> lines{{{&words::bar_recognised, s.belief, {s.belief, s.belief, 1}},
                                   {&words::bar_expected, s.expectation, {s.belief, s.expectation, 1}},
                                   {&words::bar_plausible, s.plausibility, {s.belief, s.expectation, s.plausibility}}}};
  for (const auto as : {layout::wide, layout::narrow}) {
    const bool beside = as == layout::wide;
    const double row = beside ? 36 : 46;
    const double left = beside ? 230 : 2;
    const double width = beside ? 650 : 320;
    const double total = beside ? 960 : 380;
    drawing d(p.out, beside ? "coverage-wide" : "coverage-narrow", as, total, row * 3 + 4,
              p.say(words::coverage_caption), description);
    double y = 4;
    for (const auto& l : lines) {
      d.text("", 0, beside ? y + 16 : y + 12, p.say(*l.label));
      const double bar_y = beside ? y + 2 : y + 19;
      d.bar(left, bar_y, width, 20, l.drawn);
      // Where the line's own bound stands.
      d.line("tick", left + width * l.value, bar_y - 2, left + width * l.value, bar_y + 22);
      d.text("strong end", total, bar_y + 15, percent(p.lang(), l.value));
      y += row;
    }
  }
}

}  // namespace activateur::report
