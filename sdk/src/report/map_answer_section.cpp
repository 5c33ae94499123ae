// The head of the page about the carte, its short answer, and what to look at first.
#include "analysis/map_words.hpp"
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"
#include "report/messages.hpp"

namespace activateur::report {
namespace {

void write_tiles(const map_page& p) {
  const auto list = p.out.in("ul", {{"class", "tiles"}});
  for (const zone z : zones) {
    const std::string css(css_name(z));
    const auto tile = p.out.in("li", {{"class", "is-" + css}});
    const auto link = p.out.in("a", {{"href", "#zone-" + css}});
    p.out.element("strong", number(p.lang(), static_cast<double>(p.count_in(z))));
    p.out.text(" ");
    zone_mark(p.out, z);
    p.out.text(" ");
    p.out.element("span", spaced(p.lang(), words_of(z, p.lang())));
  }
}

void write_proposal(const map_page& p, const possibilities::proposed_target& chosen) {
  const target_summary& target = chosen.target;
  const auto item = p.out.in("li", {{"class", "card"}});
  {
    const auto title = p.out.in("h3");
    p.target_link(target.id, target.label);
  }
  const auto line = p.out.in("p");
  zone_mark(p.out, target.in);
  p.out.text(" " + p.say(words::proposal_line, {words_of(target.in, p.lang()), number(p.lang(), target.effort, 1),
                                                percent(p.lang(), target.usefulness)}));
  if (chosen.why.for_elsewhere) p.out.element("span", p.say(words::proposal_other), {{"class", "tag"}});
}

}  // namespace

void write_map_header(const map_page& p) {
  const auto header = p.out.in("header");
  p.paragraph(words::map_title, {}, "kicker");
  p.heading("h1", words::map_h1);
  const auto facts = p.out.in("dl", {{"class", "facts"}});
  p.fact(words::person, p.map().person);
  p.fact(words::map_considered, number(p.lang(), static_cast<double>(p.map().considered)));
  if (!p.map().territory_id.empty()) p.fact(words::territory_name, p.map().territory_name);
  p.fact(words::date_made, p.with.now);
}

void write_map_answer(const map_page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "answer"}});
  p.heading("h2", words::h_answer, "answer");
  const three_lengths said = words_of(p.map(), p.lang());
  p.out.element("p", spaced(p.lang(), said.standard), {{"class", "lead"}});
  p.paragraph(words::answer_unproven);
  write_tiles(p);
  const auto box = p.out.in("div", {{"class", "plainly"}});
  p.paragraph(words::in_plain_words, {}, "name");
  p.out.element("p", spaced(p.lang(), said.plain));
}

void write_proposals(const map_page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "proposals"}});
  p.heading("h2", words::h_proposals, "proposals");
  if (p.map().proposed.empty()) {
    p.paragraph(words::proposals_none);
    return;
  }
  p.paragraph(words::proposals_intro);
  const auto list = p.out.in("ol", {{"class", "plain cards"}});
  for (const auto& chosen : p.map().proposed) write_proposal(p, chosen);
}

}  // namespace activateur::report
