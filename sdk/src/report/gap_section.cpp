// The gap: its figure, the table that says the same, and the shortest list of recognitions.
#include "report/messages.hpp"
#include "report/sections.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

void write_table(const page& p) {
  const auto details = p.out.in("details");
  p.out.element("summary", p.say(words::gap_table_summary));
  const auto scroll = p.table_frame(words::gap_table_caption);
  const auto table = p.out.in("table");
  p.out.element("caption", p.say(words::gap_table_caption));
  {
    const auto head = p.out.in("thead");
    const auto row = p.out.in("tr");
    for (const auto* m : {&words::col_requirement, &words::col_state, &words::col_essential})
      p.out.element("th", p.say(*m), {{"scope", "col"}});
    for (const auto* m : {&words::col_recognised, &words::col_presumed, &words::col_plausible})
      p.out.element("th", p.say(*m), {{"scope", "col"}, {"class", "number"}});
  }
  const auto body = p.out.in("tbody");
  for (const auto s : {requirement_state::recognised, requirement_state::presumed, requirement_state::to_explore,
                       requirement_state::to_acquire}) {
    for (const std::size_t i : items_in(p.gap(), s)) {
      const gap_item& item = p.gap().items[i];
      const shares known = shares_of(item.known.value);
      const auto row = p.out.in("tr");
      p.out.element("th", p.label_of(item.asked.competence), {{"scope", "row"}});
      p.out.element("td", p.say(state_words(s)));
      p.out.element("td", p.say(item.asked.essential ? words::yes : words::no));
      for (const double share : {known.belief, known.expectation, known.plausibility})
        p.out.element("td", percent(p.lang(), share), {{"class", "number"}});
    }
  }
}

}  // namespace

void write_gap(const page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "gap"}});
  p.heading("h2", words::h_gap, "gap");
  p.out.element("p", p.counted(p.gap().items.size(), words::gap_intro_one, words::gap_intro_many));
  write_gap_figure(p);
  write_table(p);
  write_parts(p);
  write_groups(p);
  write_conditions(p);
  write_shortest(p);
  write_requirements(p);
}

}  // namespace activateur::report
