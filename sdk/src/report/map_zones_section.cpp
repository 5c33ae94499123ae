// The carte zone by zone, and the table behind it.
#include "analysis/map_words.hpp"
#include "report/drawing.hpp"
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"
#include "report/messages.hpp"

namespace activateur::report {
namespace {

const message& zone_reason(zone z) {
  switch (z) {
    case zone::now: return words::zone_now_is;
    case zone::after_recognition: return words::zone_after_is;
    case zone::short_path: return words::zone_short_is;
    case zone::blocked: return words::zone_blocked_is;
    case zone::long_path: break;
  }
  return words::zone_long_is;
}

void write_zone(const map_page& p, zone z) {
  const std::string css(css_name(z));
  const std::string count = number(p.lang(), static_cast<double>(p.count_in(z)));
  {
    const auto title = p.out.in("h3", {{"id", "zone-" + css}, {"class", "state is-" + css}});
    zone_mark(p.out, z);
    p.out.text(p.say(words::zone_title, {words_of(z, p.lang()), count}));
  }
  std::vector<std::size_t> here;
  for (std::size_t i = 0; i < std::min(entries_max, p.map().targets.size()); ++i)
    if (p.map().targets[i].in == z) here.push_back(i);
  if (p.count_in(z) == 0 && here.empty()) {
    p.paragraph(words::zone_empty, {}, "muted");
    return;
  }
  p.paragraph(zone_reason(z));
  if (here.size() < p.count_in(z)) {
    p.paragraph(words::zone_shown, {number(p.lang(), static_cast<double>(here.size())), count}, "muted");
    if (here.empty()) p.paragraph(words::zone_none_shown, {}, "muted");
  }
  if (here.empty()) return;
  const auto list = p.out.in("ul", {{"class", "targets"}});
  for (const std::size_t i : here) write_target(p, i);
}

void write_row(const map_page& p, const possibility& t) {
  const shares covered = shares_of(t.covered);
  const auto row = p.out.in("tr");
  const auto cell = [&p](const std::string& text) { p.out.element("td", text, {{"class", "number"}}); };
  cell(number(p.lang(), static_cast<double>(t.rank)));
  {
    const auto name = p.out.in("th", {{"scope", "row"}});
    p.target_link(t.id, t.label);
  }
  {
    const auto in = p.out.in("td");
    zone_mark(p.out, t.in);
    p.out.text(" " + spaced(p.lang(), words_of(t.in, p.lang())));
  }
  for (const double share : {covered.belief, covered.expectation, covered.plausibility}) cell(percent(p.lang(), share));
  cell(number(p.lang(), t.effort, 1));
  cell(t.use.known > 0 ? percent(p.lang(), t.use.value) : "—");
  cell(percent(p.lang(), t.affinity));
  p.out.element("td", t.way == direction::unknown ? "—" : p.say(direction_words(t.way)));
  cell(number(p.lang(), static_cast<double>(t.doors)));
  cell(t.reach && t.reach->complete ? number(p.lang(), t.reach->week) : "—");
}

}  // namespace

void write_zones(const map_page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "zones"}});
  p.heading("h2", words::h_zones, "zones");
  {
    const auto legend = p.out.in("ul", {{"class", "legend"}});
    legend_entry(p.out, swatch::solid, "map-solid", p.say(words::legend_solid));
    legend_entry(p.out, swatch::hatched, "map-hatched", p.say(words::legend_hatched));
    legend_entry(p.out, swatch::empty, "map-empty", p.say(words::legend_empty));
    legend_entry(p.out, swatch::dotted, "map-dotted", p.say(words::legend_dotted));
  }
  for (const zone z : zones) write_zone(p, z);
  if (p.map().targets.size() > entries_max)
    p.paragraph(words::entries_cut, {number(p.lang(), static_cast<double>(entries_max))}, "muted");
}

void write_map_table(const map_page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "table"}});
  p.heading("h2", words::h_table, "table");
  {
    const auto details = p.out.in("details");
    p.out.element("summary", p.say(words::map_table_summary));
    const auto scroll = p.table_frame(words::map_table_caption);
    const auto table = p.out.in("table", {{"class", "many"}});
    p.out.element("caption", p.say(words::map_table_caption));
    {
      const auto head = p.out.in("thead");
      const auto row = p.out.in("tr");
      p.column(words::col_rank, true);
      p.column(words::col_target);
      p.column(words::col_zone);
      for (const auto* m : {&words::col_recognised, &words::col_presumed, &words::col_plausible, &words::col_effort,
                            &words::col_use, &words::col_affinity})
        p.column(*m, true);
      p.column(words::col_way);
      p.column(words::col_doors, true);
      p.column(words::col_reach, true);
    }
    const auto body = p.out.in("tbody");
    for (std::size_t i = 0; i < std::min(table_max, p.map().targets.size()); ++i) write_row(p, p.map().targets[i]);
  }
  if (p.map().targets.size() > table_max)
    p.paragraph(words::table_cut, {number(p.lang(), static_cast<double>(table_max))}, "muted");
}

}  // namespace activateur::report
