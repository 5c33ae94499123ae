#include "report/report.hpp"

#include <array>
#include <utility>

#include "report/messages.hpp"
#include "report/sections.hpp"
#include "report/style.hpp"

namespace activateur {
namespace report {
namespace {

void write_head(const page& p) {
  const auto head = p.out.in("head");
  p.out.leaf("meta", {{"charset", "utf-8"}});
  // Nothing is loaded and nothing runs, even if a text ever got through unescaped.
  p.out.leaf("meta",
             {{"http-equiv", "Content-Security-Policy"},
              {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"}});
  p.out.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  p.out.element("title", p.say(words::document_title, {p.gap().to.label}));
  p.out.style_sheet(style_sheet());
}

void write_contents(const page& p) {
  const auto nav = p.out.in("nav", {{"aria-label", p.say(words::contents)}});
  const auto list = p.out.in("ol");
  const std::array<std::pair<const char*, const message*>, 6> parts{{{"#answer", &words::h_answer},
                                                                     {"#credentials", &words::h_credentials},
                                                                     {"#gap", &words::h_gap},
                                                                     {"#plan", &words::h_plan},
                                                                     {"#missing", &words::h_missing},
                                                                     {"#method", &words::h_method}}};
  for (const auto& [anchor, title] : parts) {
    if (title == &words::h_missing && p.of.plan == nullptr) continue;
    const auto item = p.out.in("li");
    p.out.element("a", p.say(*title), {{"href", anchor}});
  }
}

void write_body(const page& p) {
  const auto body = p.out.in("body");
  p.out.element("a", p.say(words::skip), {{"class", "skip"}, {"href", "#content"}});
  if (p.of.fictitious)
    p.out.element("div", p.say(words::example_short), {{"class", "every-page"}, {"aria-hidden", "true"}});
  write_header(p);
  {
    const auto main = p.out.in("main", {{"id", "content"}, {"tabindex", "-1"}});
    write_contents(p);
    write_answer(p);
    write_credentials(p);
    write_gap(p);
    write_plan(p);
    write_missing(p);
    write_method(p);
  }
  write_footer(p);
}

}  // namespace
}  // namespace report

std::string render_html(const report_content& of, const context& with) {
  report::markup out;
  const report::page p(out, of, with);
  out.doctype();
  {
    const auto html = out.in("html", {{"lang", std::string(tag(with.lang))}});
    report::write_head(p);
    report::write_body(p);
  }
  return out.take();
}

}  // namespace activateur
