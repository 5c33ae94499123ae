// A plan as a page of its own: the next step first, then the weeks, what comes before what, each step, what is missing.
#include <algorithm>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_output.hpp"
#include "report/plan_parts.hpp"

namespace activateur::report {
namespace {

struct plan_page : sheet {
  plan_page(markup& to, const written_plan& p, const context& c) : sheet(to, c), of(p), shown{p.plan, &p.marks} {}
  const written_plan& of;
  shown_plan shown;

  [[nodiscard]] std::string label_of(const std::string& competence) const {
    const auto known = of.plan.labels.find(competence);
    return known == of.plan.labels.end() ? competence : known->second;
  }
  [[nodiscard]] competence_names names() const {
    return {[this](const std::string& c) { out.text(label_of(c)); },
            [this](const std::string& c) { return label_of(c); }};
  }
};

std::vector<sheet::part> parts_of(const plan_page& p) {
  std::vector<sheet::part> parts{{"#answer", &words::h_answer}};
  if (!p.of.plan.steps.empty()) {
    parts.emplace_back("#time", &words::h_plan_time);
    parts.emplace_back("#order", &words::h_plan_order);
    parts.emplace_back("#steps", &words::h_steps);
  }
  parts.emplace_back("#missing", &words::h_missing);
  parts.emplace_back("#contest", &words::h_contest);
  return parts;
}

void write_header(const plan_page& p) {
  const plan_report& plan = p.of.plan;
  if (plan.fictitious) p.write_example_banner();
  const auto header = p.out.in("header");
  p.out.element("p", p.say(words::plan_kicker), {{"class", "kicker"}});
  p.out.element("h1", p.say(words::plan_h1, {plan.target_label}));
  const auto facts = p.out.in("dl", {{"class", "facts"}});
  if (!plan.person.empty()) p.fact(words::person, plan.person);
  if (!plan.territory_name.empty()) p.fact(words::territory_name, plan.territory_name);
  p.fact(words::date_made, p.with.now);
  if (p.of.revision > 0) p.fact(words::plan_revision, std::to_string(p.of.revision));
}

// The first step that is neither over nor given up.
void write_next(const plan_page& p) {
  const auto& steps = p.of.plan.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!p.shown.counts(i) || p.shown.state(i) == step_state::done) continue;
    p.paragraph(steps[i].session ? words::plan_next : words::plan_next_flexible,
                {steps[i].title, date_in_words(p.lang(), steps[i].start)}, "lead");
    return;
  }
  p.paragraph(words::plan_all_over, {}, "lead");
}

void write_answer(const plan_page& p) {
  const plan_report& plan = p.of.plan;
  const auto section = p.out.in("section", {{"aria-labelledby", "answer"}});
  p.heading("h2", words::h_answer, "answer");
  if (!plan.solution.feasible) {
    p.paragraph(plan.solution.proven_infeasible ? words::plan_infeasible_proven : words::plan_infeasible_open, {},
                "lead");
    return;
  }
  if (plan.steps.empty()) {
    const bool complete = plan.unserved.empty() && plan.out_of_reach.empty();
    p.paragraph(complete ? words::plan_nothing_to_do : words::plan_no_steps, {}, "lead");
    return;
  }
  write_next(p);
  p.out.element("p", p.counted(plan.steps.size(), words::answer_plan_one, words::answer_plan_many));
  write_plan_quality(p, plan);
}

void write_states(const plan_page& p) {
  if (!p.shown.told()) return;
  const auto legend = p.out.in("ul", {{"class", "legend"}});
  for (const auto state : {step_state::proposed, step_state::agreed, step_state::postponed, step_state::under_way,
                           step_state::done, step_state::failed, step_state::dropped}) {
    const auto item = p.out.in("li");
    state_mark(p.out, state);
    p.out.text(p.say(state_words(state)));
  }
}

void write_steps_of(const plan_page& p) {
  {
    const auto section = p.out.in("section", {{"aria-labelledby", "time"}});
    p.heading("h2", words::h_plan_time, "time");
    write_states(p);
    write_plan_figure(p, p.shown);
    write_plan_table(p, p.shown);
    write_week_table(p, p.shown);
  }
  {
    const auto section = p.out.in("section", {{"aria-labelledby", "order"}});
    p.heading("h2", words::h_plan_order, "order");
    write_order_figure(p, p.shown);
    write_order_table(p, p.shown);
  }
  const auto section = p.out.in("section", {{"aria-labelledby", "steps"}});
  p.heading("h2", words::h_steps, "steps");
  write_plan_steps(p, p.shown, p.names(), "h3");
}

void write_body(const plan_page& p) {
  const auto body = p.out.in("body");
  p.write_skip_link(p.of.plan.fictitious);
  write_header(p);
  {
    const auto main = p.out.in("main", {{"id", "content"}, {"tabindex", "-1"}});
    p.write_contents(parts_of(p));
    write_answer(p);
    if (!p.of.plan.steps.empty()) write_steps_of(p);
    write_plan_missing(p, p.of.plan, p.names());
    const auto section = p.out.in("section", {{"aria-labelledby", "contest"}});
    p.heading("h2", words::h_contest, "contest");
    p.paragraph(words::plan_contest, {}, "contest");
  }
  p.write_footer({});
}

}  // namespace

std::string plan_html(const written_plan& plan, const context& with) {
  markup out;
  const plan_page p(out, plan, with);
  out.doctype();
  {
    const auto html = out.in("html", {{"lang", std::string(tag(with.lang))}});
    p.write_head(p.say(words::plan_document_title, {plan.plan.target_label}));
    write_body(p);
  }
  return out.take();
}

std::string plan_timeline_svg(const written_plan& plan, const context& with) {
  markup out;
  draw_plan_alone(sheet(out, with), {plan.plan, &plan.marks});
  return out.take();
}

std::string plan_order_svg(const written_plan& plan, const context& with) {
  markup out;
  draw_order_alone(sheet(out, with), {plan.plan, &plan.marks});
  return out.take();
}

}  // namespace activateur::report
