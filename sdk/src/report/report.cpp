#include "report/report.hpp"

#include "report/messages.hpp"
#include "report/sections.hpp"

namespace activateur {
namespace report {
namespace {

std::vector<sheet::part> parts_of(const page& p) {
  std::vector<sheet::part> parts{{"#answer", &words::h_answer},
                                 {"#credentials", &words::h_credentials},
                                 {"#gap", &words::h_gap},
                                 {"#plan", &words::h_plan}};
  if (p.of.plan != nullptr) parts.emplace_back("#missing", &words::h_missing);
  parts.emplace_back("#method", &words::h_method);
  return parts;
}

void write_body(const page& p) {
  const auto body = p.out.in("body");
  p.write_skip_link(p.of.fictitious);
  write_header(p);
  {
    const auto main = p.out.in("main", {{"id", "content"}, {"tabindex", "-1"}});
    p.write_contents(parts_of(p));
    write_answer(p);
    write_credentials(p);
    write_gap(p);
    write_plan(p);
    write_missing(p);
    write_method(p);
  }
  p.write_footer(p.of.attributions);
}

}  // namespace
}  // namespace report

std::string render_html(const report_content& of, const context& with) {
  report::markup out;
  const report::page p(out, of, with);
  out.doctype();
  {
    const auto html = out.in("html", {{"lang", std::string(tag(with.lang))}});
    p.write_head(p.say(report::words::document_title, {p.gap().to.label}));
    report::write_body(p);
  }
  return out.take();
}

std::string render_gap_svg(const report_content& of, const context& with) {
  report::markup out;
  const report::page p(out, of, with);
  report::draw_gap_alone(p);
  return out.take();
}

}  // namespace activateur
