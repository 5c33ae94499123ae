// What the parts of the page about the carte share, and its frame.
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"
#include "report/messages.hpp"

namespace activateur {
namespace report {

map_page::map_page(markup& to, const map_content& content, const context& c) : sheet(to, c), of(content) {
  for (std::size_t i = 0; i < map().targets.size(); ++i) targets_.emplace(map().targets[i].id, i);
}

std::size_t map_page::count_in(zone z) const {
  const auto n = map().in_zone.find(z);
  return n == map().in_zone.end() ? 0 : n->second;
}

std::string map_page::anchor_of(const std::string& id) const {
  const auto at = targets_.find(id);
  return at == targets_.end() || at->second >= entries_max ? std::string{} : "#t-" + std::to_string(at->second);
}

const possibility* map_page::shown(const std::string& id) const {
  const auto at = targets_.find(id);
  return at == targets_.end() ? nullptr : &map().targets[at->second];
}

void map_page::target_link(const std::string& id, const std::string& label) const {
  const std::string anchor = anchor_of(id);
  const std::string& name = label.empty() ? id : label;
  if (anchor.empty())
    out.text(name);
  else
    out.element("a", name, {{"href", anchor}});
}

std::string label_of(const competence_part& part) {
  if (part.in == nullptr) return "—";
  std::string label = part.label();
  return label.empty() ? part.competence() : label;
}

const message& direction_words(direction d) {
  switch (d) {
    case direction::sideways: return words::way_sideways;
    case direction::progression: return words::way_progression;
    case direction::step_back: return words::way_step_back;
    case direction::unknown: break;
  }
  return words::way_unknown;
}

const message& target_kind_words(std::string_view kind) {
  if (kind == "qualification") return words::kind_qualification;
  if (kind == "vacancy") return words::kind_vacancy;
  if (kind == "achievement") return words::kind_achievement;
  if (kind == "venture") return words::kind_venture;
  return words::kind_job;
}

const message& use_words(use_dimension d) {
  switch (d) {
    case use_dimension::interest: return words::use_interest;
    case use_dimension::mobility: return words::use_mobility;
    case use_dimension::demand: return words::use_demand;
    case use_dimension::income: return words::use_income;
    case use_dimension::rights: return words::use_rights;
    case use_dimension::doors: break;
  }
  return words::use_doors;
}

namespace {

std::vector<sheet::part> parts_of(const map_page& p) {
  std::vector<sheet::part> parts{
      {"#answer", &words::h_answer}, {"#proposals", &words::h_proposals}, {"#scatter", &words::h_scatter}};
  if (p.of.doors != nullptr) parts.emplace_back("#doors", &words::h_doors);
  parts.emplace_back("#zones", &words::h_zones);
  parts.emplace_back("#table", &words::h_table);
  parts.emplace_back("#method", &words::h_method);
  return parts;
}

void write_body(const map_page& p) {
  const auto body = p.out.in("body");
  p.write_skip_link(p.map().fictitious);
  if (p.map().fictitious) p.write_example_banner();
  write_map_header(p);
  {
    const auto main = p.out.in("main", {{"id", "content"}, {"tabindex", "-1"}});
    p.write_contents(parts_of(p));
    write_map_answer(p);
    write_proposals(p);
    write_map_figure(p);
    write_doors(p);
    write_zones(p);
    write_map_table(p);
    write_map_method(p);
  }
  p.write_footer(p.of.attributions);
}

}  // namespace
}  // namespace report

std::string render_map_html(const map_content& of, const context& with) {
  report::markup out;
  const report::map_page p(out, of, with);
  out.doctype();
  {
    const auto html = out.in("html", {{"lang", std::string(tag(with.lang))}});
    p.write_head(p.say(report::words::map_document_title, {p.map().person}));
    report::write_body(p);
  }
  return out.take();
}

}  // namespace activateur
