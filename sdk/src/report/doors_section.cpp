// The doors behind a key: the picture, the list that says the same, and the picture in a file of its own.
#include "analysis/map_words.hpp"
#include "report/doors_figure.hpp"
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"
#include "report/messages.hpp"

namespace activateur {
namespace report {
namespace {

void write_row(const map_page& p, const moved_target& t) {
  const auto row = p.out.in("tr");
  {
    const auto name = p.out.in("th", {{"scope", "row"}});
    p.target_link(t.id, t.label);
  }
  for (const zone z : {t.before, t.after}) {
    const auto cell = p.out.in("td");
    zone_mark(p.out, z);
    p.out.text(" " + spaced(p.lang(), words_of(z, p.lang())));
  }
  for (const double share : {t.expectation_before, t.expectation_after})
    p.out.element("td", percent(p.lang(), share), {{"class", "number"}});
  std::vector<std::string> by;
  for (const competence_part& part : t.why) by.push_back(label_of(part));
  p.out.element("td", by.empty() ? "—" : joined(by));
}

void write_list(const map_page& p, const door_graph& graph) {
  const auto details = p.out.in("details");
  p.out.element("summary", p.say(words::doors_list));
  const auto scroll = p.table_frame(words::doors_table_caption);
  const auto table = p.out.in("table", {{"class", "moves"}});
  p.out.element("caption", p.say(words::doors_table_caption));
  {
    const auto head = p.out.in("thead");
    const auto row = p.out.in("tr");
    p.column(words::col_target);
    p.column(words::col_before);
    p.column(words::col_after);
    p.column(words::col_cover_before, true);
    p.column(words::col_cover_after, true);
    p.column(words::col_by);
  }
  const auto body = p.out.in("tbody");
  for (const moved_target* t : graph.targets) write_row(p, *t);
}

}  // namespace

void write_doors(const map_page& p) {
  if (p.of.doors == nullptr) return;
  const map_change& change = *p.of.doors;
  const auto section = p.out.in("section", {{"aria-labelledby", "doors"}});
  p.heading("h2", words::h_doors, "doors");
  p.out.element("p", spaced(p.lang(), words_of(change, p.lang()).brief), {{"class", "lead"}});
  const door_graph graph = graph_of(change);
  if (graph.empty()) {
    p.paragraph(words::doors_none);
    return;
  }
  if (graph.targets_left > 0)
    p.paragraph(words::doors_shown,
                {number(p.lang(), static_cast<double>(graph.targets.size())),
                 number(p.lang(), static_cast<double>(graph.targets.size() + graph.targets_left))},
                "muted");
  {
    const auto figure = p.out.in("figure", {{"class", "long"}, {"aria-labelledby", "doors-caption"}});
    p.out.element("figcaption", p.say(words::doors_caption, {change.key_label}), {{"id", "doors-caption"}});
    for (const auto as : {layout::wide, layout::narrow}) draw_doors(p, change, graph, as);
  }
  write_list(p, graph);
}

}  // namespace report

std::string render_doors_svg(const map_change& doors, const context& with) {
  report::markup out;
  const report::sheet s(out, with);
  report::draw_doors(s, doors, report::graph_of(doors), report::layout::alone);
  return out.take();
}

}  // namespace activateur
