// The head of the report and the short answer.
#include <algorithm>
#include <array>

#include "report/messages.hpp"
#include "report/plan_words.hpp"
#include "report/sections.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

const message& title_for(std::string_view kind) {
  if (kind == "qualification") return words::towards_qualification;
  if (kind == "vacancy") return words::towards_vacancy;
  if (kind == "achievement") return words::towards_achievement;
  if (kind == "venture") return words::towards_venture;
  return words::towards_job;
}

void write_tiles(const page& p) {
  const auto list = p.out.in("ul", {{"class", "tiles"}});
  for (const auto s : {requirement_state::recognised, requirement_state::presumed, requirement_state::to_explore,
                       requirement_state::to_acquire}) {
    const std::string css(css_name(s));
    const auto tile = p.out.in("li", {{"class", "is-" + css}});
    const auto link = p.out.in("a", {{"href", "#state-" + css}});
    p.out.element("strong", number(p.lang(), static_cast<double>(items_in(p.gap(), s).size())));
    p.out.text(" ");
    state_mark(p.out, s);
    p.out.text(" ");
    p.out.element("span", p.say(state_words(s)));
  }
}

void write_coverage_table(const page& p) {
  const auto scroll = p.table_frame(words::coverage_table);
  const auto table = p.out.in("table");
  p.out.element("caption", p.say(words::coverage_table));
  {
    const auto head = p.out.in("thead");
    const auto row = p.out.in("tr");
    p.out.element("th", p.say(words::col_scope), {{"scope", "col"}});
    for (const auto* m : {&words::bar_recognised, &words::bar_expected, &words::bar_plausible})
      p.out.element("th", p.say(*m), {{"scope", "col"}, {"class", "number"}});
  }
  const auto body = p.out.in("tbody");
  const std::array<std::pair<const message*, const coverage*>, 2> rows{
      {{&words::scope_all, &p.gap().covered}, {&words::scope_essential, &p.gap().covered_essential}}};
  for (const auto& [name, value] : rows) {
    const shares s = shares_of(*value);
    const auto row = p.out.in("tr");
    p.out.element("th", p.say(*name), {{"scope", "row"}});
    for (const double share : {s.belief, s.expectation, s.plausibility})
      p.out.element("td", percent(p.lang(), share), {{"class", "number"}});
  }
}

void write_plan_in_short(const page& p) {
  if (p.of.plan == nullptr) return;
  const plan_report& plan = *p.of.plan;
  const auto paragraph = p.out.in("p");
  if (!plan.solution.feasible) {
    p.out.text(p.say(plan.solution.proven_infeasible ? words::plan_infeasible_proven : words::plan_infeasible_open));
    return;
  }
  if (plan.steps.empty()) {
    p.out.text(p.say(words::plan_nothing_to_do));
    return;
  }
  p.out.text(p.counted(plan.steps.size(), words::answer_plan_one, words::answer_plan_many));
  instant first = plan.steps.front().start;
  instant last = last_day(plan.steps.front());
  for (const auto& step : plan.steps) {
    first = std::min(first, step.start);
    last = std::max(last, last_day(step));
  }
  p.out.text(" " + p.say(words::answer_plan_span, {date_in_words(p.lang(), first), date_in_words(p.lang(), last),
                                                   euros(p.lang(), plan.solution.cost)}));
}

}  // namespace

void write_header(const page& p) {
  const gap_report& gap = p.gap();
  if (p.of.fictitious) p.write_example_banner();
  const auto header = p.out.in("header");
  p.paragraph(words::kicker, {}, "kicker");
  p.out.element("h1", p.say(title_for(gap.to.kind), {gap.to.label}));
  const auto facts = p.out.in("dl", {{"class", "facts"}});
  p.fact(words::person, gap.person);
  p.fact(gap.to.kind == "job" ? words::target_job : words::target_other,
         p.say(words::target_with_code, {gap.to.label, code_words(gap.to.id)}));
  if (p.of.plan != nullptr) p.fact(words::territory_name, p.of.plan->territory_name);
  p.fact(words::date_made, p.with.now);
}

void write_answer(const page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "answer"}});
  p.heading("h2", words::h_answer, "answer");
  const shares s = shares_of(p.gap().covered);
  {
    const auto lead = p.out.in("p", {{"class", "lead"}});
    p.out.text(p.say(words::answer_belief, {share_in_words(p.lang(), s.belief)}));
    p.out.text(" " + p.say(words::answer_expectation, {share_in_words(p.lang(), s.expectation)}));
    p.out.text(" " + p.say(words::answer_plausibility, {share_in_words(p.lang(), s.plausibility)}));
    p.out.text(" " + p.say(words::answer_unproven));
  }
  p.paragraph(gap_verdict_words(p.gap().verdict));
  write_plan_in_short(p);
  write_tiles(p);
  write_coverage_figure(p);
  write_coverage_table(p);
}

}  // namespace activateur::report
