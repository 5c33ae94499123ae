// What comes before what: steps in layers from left to right; on narrow screens, or with many layers, one above the
// other with arcs beside them.
#include <algorithm>
#include <numeric>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_order.hpp"
#include "report/plan_parts.hpp"

namespace activateur::report {
namespace {

constexpr std::size_t nodes_max = 59;   // one more tells how many are left out
constexpr std::size_t columns_max = 5;  // beyond, boxes would be too narrow to be read
constexpr double line_height = 16;
constexpr double padding = 8;
constexpr double between = 12;
constexpr double wide_width = 960;
constexpr double narrow_width = 330;
constexpr double letter = 14.5;  // some faces are broader than `fitted` takes them to be
constexpr double arrow = 6;

struct node {
  double left = 0, top = 0, width = 0, height = 0;
  std::vector<std::string> lines;
  [[nodiscard]] double middle() const { return top + height / 2; }
  [[nodiscard]] double right() const { return left + width; }
};

// Steps drawn, the first ones by start, and where.
struct picture {
  std::vector<node> nodes;
  std::size_t left_out = 0;
  double width = 0, height = 0;
  bool arcs = false;  // one column
};

node node_of(const sheet& s, const shown_plan& p, std::size_t step, double width) {
  node n;
  n.width = width;
  const double mark = p.state(step) == step_state::untold ? 0 : 20;
  n.lines = fitted(std::to_string(step + 1) + ". " + p.plan.steps[step].title, width - 2 * padding - mark, letter, 3);
  n.lines.push_back(short_date(s.lang(), p.plan.steps[step].start));
  n.height = 1.5 * padding + line_height * static_cast<double>(n.lines.size());
  return n;
}

std::string share_of(const step_wait& wait) { return std::to_string(wait.at_least) + "/" + std::to_string(wait.of); }

// Each layer from top to bottom by the mean place of what its steps wait for (Sugiyama 1981), ties by start.
std::vector<std::vector<std::size_t>> columns_of(const step_order& order, std::size_t count) {
  std::vector<std::vector<std::size_t>> columns(order.layers);
  for (std::size_t i = 0; i < count; ++i) columns[order.layer[i]].push_back(i);
  std::vector<double> place(count, 0);
  for (auto& column : columns) {
    std::vector<std::pair<double, std::size_t>> keyed;
    for (const std::size_t i : column) {
      double sum = 0;
      for (const std::size_t earlier : order.before[i]) sum += place[earlier];
      const auto known = static_cast<double>(order.before[i].size());
      keyed.emplace_back(known > 0 ? sum / known : static_cast<double>(i), i);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t at = 0; at < keyed.size(); ++at) {
      column[at] = keyed[at].second;
      place[column[at]] = static_cast<double>(at);
    }
  }
  std::erase_if(columns, [](const auto& c) { return c.empty(); });
  return columns;
}

picture in_layers(const sheet& s, const shown_plan& p, const step_order& order, std::size_t count) {
  picture out;
  out.width = wide_width;
  out.nodes.resize(count);
  const auto columns = columns_of(order, count);
  const double gap = 78;
  const auto many = static_cast<double>(std::max<std::size_t>(columns.size(), 3));
  const double width = (out.width - 2 - gap * (many - 1)) / many;
  std::vector<double> heights;
  for (const auto& column : columns) {
    double height = -between;
    for (const std::size_t i : column) {
      out.nodes[i] = node_of(s, p, i, width);
      height += out.nodes[i].height + between;
    }
    heights.push_back(height);
    out.height = std::max(out.height, height);
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    double y = 1 + (out.height - heights[c]) / 2;
    for (const std::size_t i : columns[c]) {
      out.nodes[i].left = 1 + static_cast<double>(c) * (width + gap);
      out.nodes[i].top = y;
      y += out.nodes[i].height + between;
    }
  }
  out.height += 2;
  return out;
}

// Choices are told in the boxes: arcs have no room for them.
picture in_a_column(const sheet& s, const shown_plan& p, const step_order& order, std::size_t count, double width) {
  picture out;
  out.arcs = true;
  out.width = width;
  out.nodes.resize(count);
  const double rail = width < wide_width ? 70 : 150;
  double y = 1;
  for (std::size_t i = 0; i < count; ++i) {
    out.nodes[i] = node_of(s, p, i, std::min(width - rail - 1, 560.0));
    out.nodes[i].left = rail;
    out.nodes[i].top = y;
    y += out.nodes[i].height + between;
  }
  for (const step_wait& wait : order.waits)
    if (wait.step < count && wait.chosen()) out.nodes[wait.step].lines.back().append(" · ").append(share_of(wait));
  out.height = y;
  return out;
}

void arrow_head(drawing& d, double x, double y) {
  d.path("arrow", "M" + coordinate(x) + " " + coordinate(y) + "L" + coordinate(x - arrow) + " " +
                      coordinate(y - arrow * 0.7) + "L" + coordinate(x - arrow) + " " + coordinate(y + arrow * 0.7) +
                      "Z");
}

// From the left side of a box, below its middle, down to the left side of another, above its middle.
void arc(drawing& d, const node& from, const node& to, double reach) {
  const double x = from.left;
  const double start = from.top + from.height * 0.7;
  const double end = to.top + to.height * 0.3;
  const auto point = [](double px, double py) { return coordinate(px) + " " + coordinate(py); };
  d.path("edge-step", "M" + point(x, start) + "C" + point(x - reach, start) + " " + point(x - reach, end) + " " +
                          point(x - arrow, end));
  arrow_head(d, x, end);
}

// Where what a step waits for arrives at its left side: one place for all that is plainly needed, one for each choice.
std::vector<double> arrivals_of(const step_order& order, const picture& drawn) {
  std::vector<double> out(order.waits.size(), 0);
  for (std::size_t first = 0, last = 0; first < order.waits.size(); first = last) {
    while (last < order.waits.size() && order.waits[last].step == order.waits[first].step) ++last;
    if (order.waits[first].step >= drawn.nodes.size()) break;
    const node& n = drawn.nodes[order.waits[first].step];
    double places = 0;
    double plain = -1;
    for (std::size_t i = first; i < last; ++i) {
      const bool shared = !order.waits[i].chosen() && plain >= 0;
      out[i] = shared ? plain : places++;
      if (!order.waits[i].chosen()) plain = out[i];
    }
    for (std::size_t i = first; i < last; ++i) out[i] = n.top + n.height * (out[i] + 0.5) / places;
  }
  return out;
}

void draw_waits(const step_order& order, const picture& drawn, drawing& d) {
  const std::size_t count = drawn.nodes.size();
  const std::vector<double> arrivals = arrivals_of(order, drawn);
  for (std::size_t w = 0; w < order.waits.size(); ++w) {
    const step_wait& wait = order.waits[w];
    if (wait.step >= count) break;
    const node& to = drawn.nodes[wait.step];
    const double y = arrivals[w];
    const bool junction = wait.chosen() && !drawn.arcs;
    const double x = junction ? to.left - 40 : to.left - arrow;
    for (const std::size_t from : wait.from) {
      if (drawn.arcs) {
        const auto steps = static_cast<double>(std::max<std::size_t>(count, 2) - 1);
        const double share = std::min(1.0, 1.5 * static_cast<double>(wait.step - from) / steps);
        arc(d, drawn.nodes[from], to, 26 + (to.left * 1.3 - 34) * share);
      } else {
        d.curve("edge-step", 1.6, drawn.nodes[from].right(), drawn.nodes[from].middle(), x, y);
      }
    }
    if (junction) {
      d.line("edge-step", x + 28, y, to.left - arrow, y);
      d.box("node-key", x, y - 10, 28, 20);
      d.text("quiet middle", x + 14, y + 4, share_of(wait));
    }
    if (!drawn.arcs) arrow_head(d, to.left, y);
  }
}

void draw_steps(const sheet& s, const shown_plan& p, const step_order& order, const picture& drawn, drawing& d) {
  draw_waits(order, drawn, d);
  for (std::size_t i = 0; i < drawn.nodes.size(); ++i) {
    const node& n = drawn.nodes[i];
    d.box(p.counts(i) ? "node" : "node-out", n.left, n.top, n.width, n.height);
    const step_state state = p.state(i);
    if (state != step_state::untold) draw_state(s.out, state, n.right() - padding - 6, n.top + padding + 6, 5);
    double y = n.top + padding + 11;
    for (std::size_t line = 0; line < n.lines.size(); ++line) {
      d.text(line + 1 == n.lines.size() ? "quiet" : "", n.left + padding, y, n.lines[line]);
      y += line_height;
    }
  }
}

bool some_are_chosen(const step_order& order) {
  return std::any_of(order.waits.begin(), order.waits.end(), [](const step_wait& w) { return w.chosen(); });
}

std::string listed(const shown_plan& p, const std::vector<std::size_t>& steps) {
  std::string out;
  for (const std::size_t i : steps) out.append(out.empty() ? "" : ", ").append(p.plan.steps[i].title);
  return out;
}

// What a step waits for, in words.
std::string waits_in_words(const sheet& s, const shown_plan& p, const step_order& order, std::size_t step) {
  std::string out;
  const auto [first, last] = std::equal_range(order.waits.begin(), order.waits.end(), step_wait{step, 1, 1, {}},
                                              [](const step_wait& a, const step_wait& b) { return a.step < b.step; });
  for (auto it = first; it != last; ++it) {
    const step_wait& wait = *it;
    const std::string names = listed(p, wait.from);
    out.append(out.empty() ? "" : " ; ");
    if (wait.chosen())
      out.append(s.say(words::order_need, {std::to_string(wait.at_least), std::to_string(wait.of), names}));
    else
      out.append(names);
  }
  return out;
}

std::string description(const sheet& s, const shown_plan& p, const step_order& order) {
  std::string each;
  std::size_t waiting = 0;
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) {
    if (order.before[i].empty()) continue;
    if (++waiting > nodes_max) continue;
    each.append(each.empty() ? "" : " ")
        .append(
            s.say(words::order_one, {std::to_string(i + 1), p.plan.steps[i].title, waits_in_words(s, p, order, i)}));
  }
  return s.say(words::order_desc, {std::to_string(p.plan.steps.size()), std::to_string(waiting), each});
}

void draw(const sheet& s, const shown_plan& p, const step_order& order, layout as, std::string_view title) {
  const std::size_t count = std::min(p.plan.steps.size(), nodes_max);
  picture drawn = as == layout::narrow         ? in_a_column(s, p, order, count, narrow_width)
                  : order.layers > columns_max ? in_a_column(s, p, order, count, wide_width)
                                               : in_layers(s, p, order, count);
  const bool legend = as == layout::alone && some_are_chosen(order);
  const std::size_t more = p.plan.steps.size() - count;
  const double end = drawn.height + (more > 0 ? 24 : 0) + (legend ? 36 : 0);
  const char* name = as == layout::narrow ? "order-narrow" : "order-wide";
  drawing d(s.out, name, as, drawn.width, std::max(end, 24.0), title, description(s, p, order));
  draw_steps(s, p, order, drawn, d);
  double y = drawn.height + 18;
  if (more > 0) {
    d.text("quiet", drawn.arcs ? drawn.nodes.front().left : 0, y, s.say(words::order_more, {std::to_string(more)}));
    y += 24;
  }
  if (legend) {
    y += 8;
    d.box("node-key", 0, y - 13, 28, 20);
    d.text("quiet middle", 14, y + 1, "k/n");
    d.text("", 38, y + 2, s.say(words::order_legend, {"k", "n"}));
  }
}

}  // namespace

void write_order_figure(const sheet& s, const shown_plan& p) {
  const step_order order = order_of(p.plan, p.marks);
  const auto figure = s.out.in("figure", {{"class", "long"}, {"aria-labelledby", "order-caption"}});
  s.out.element("figcaption", s.say(words::order_caption), {{"id", "order-caption"}});
  if (some_are_chosen(order)) s.paragraph(words::order_legend, {"k", "n"}, "small");
  for (const auto as : {layout::wide, layout::narrow}) draw(s, p, order, as, s.say(words::order_caption));
  if (p.plan.steps.size() > nodes_max) s.paragraph(words::order_cut, {std::to_string(nodes_max)});
}

void draw_order_alone(const sheet& s, const shown_plan& p) {
  draw(s, p, order_of(p.plan, p.marks), layout::alone, s.say(words::order_title, {p.plan.target_label}));
}

void write_order_table(const sheet& s, const shown_plan& p) {
  const step_order order = order_of(p.plan, p.marks);
  const auto scroll = s.table_frame(words::order_table);
  const auto table = s.out.in("table", {{"class", "words"}});
  s.out.element("caption", s.say(words::order_table));
  {
    const auto head = s.out.in("thead");
    const auto row = s.out.in("tr");
    for (const auto* m : {&words::col_step, &words::col_waits_for, &words::col_opens}) s.column(*m);
  }
  const auto body = s.out.in("tbody");
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) {
    const auto row = s.out.in("tr");
    s.out.element("th", p.plan.steps[i].title, {{"scope", "row"}});
    const std::string before = waits_in_words(s, p, order, i);
    s.out.element("td", before.empty() ? s.say(words::nothing_before) : before, {{"class", "free"}});
    const std::string after = listed(p, order.after[i]);
    s.out.element("td", after.empty() ? s.say(words::nothing_before) : after, {{"class", "free"}});
  }
}

}  // namespace activateur::report
