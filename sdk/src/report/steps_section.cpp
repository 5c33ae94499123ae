// The steps of the plan, one by one: when, what it costs and why, what it closes and opens.
#include <algorithm>
#include <cmath>
#include <map>

#include "report/messages.hpp"
#include "report/plan_messages.hpp"
#include "report/plan_parts.hpp"
#include "report/plan_words.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

using step_numbers = std::map<std::string, std::size_t, std::less<>>;

void write_cost(const sheet& p, const planned_step& step) {
  const bool changed = std::abs(step.full_cost_euros - step.cost_euros) >= 0.005;
  if (changed)
    p.paragraph(words::step_cost_funded, {euros(p.lang(), step.cost_euros), euros(p.lang(), step.full_cost_euros)});
  else if (step.cost_euros > 0)
    p.paragraph(words::step_cost, {euros(p.lang(), step.cost_euros)});
  else
    p.paragraph(words::step_free);
  for (const auto& rule : step.rules)
    p.paragraph(words::step_rule, {rule.rule.empty() ? rule.plugin : rule.rule, rule.reason}, "muted");
}

void write_closed(const sheet& p, const planned_step& step, const competence_names& names) {
  if (step.closes.empty()) return;
  p.paragraph(words::step_closes);
  const auto list = p.out.in("ul", {{"class", "small"}});
  for (const auto& competence : step.closes) {
    const auto item = p.out.in("li");
    names.write(competence);
  }
}

void write_opened(const sheet& p, const shown_plan& shown, const planned_step& step, const step_numbers& known,
                  const competence_names& names) {
  if (!step.gives.empty()) {
    std::string conditions;
    for (const auto& c : step.gives) {
      std::string said = names.label(c);
      // A condition that the target does not label is an id: "employer_met".
      if (said == c) std::replace(said.begin(), said.end(), '_', ' ');
      conditions.append(conditions.empty() ? "" : ", ").append(said);
    }
    p.paragraph(words::step_gives, {conditions});
  }
  if (step.opens.empty()) return;
  const auto line = p.out.in("p");
  p.out.text(p.say(words::step_opens));
  std::string_view before = " ";
  for (const auto& action : step.opens) {
    p.out.text(before);
    before = ", ";
    const auto opened = known.find(action);
    if (opened == known.end())
      p.out.text(action);
    else
      p.out.element("a", shown.plan.steps[opened->second].title, {{"href", "#step-" + std::to_string(opened->second)}});
  }
}

// The date: a session's, or a day of one's choice in a week.
void write_moment(const sheet& p, const planned_step& step) {
  if (step.session)
    p.paragraph(words::step_session, {date_in_words(p.lang(), step.session->shown())});
  else
    p.paragraph(words::step_flexible, {date_in_words(p.lang(), step.start)});
  if (step.enrol_by) p.paragraph(words::step_enrol, {date_in_words(p.lang(), *step.enrol_by)});
}

void write_step(const sheet& p, const shown_plan& shown, std::size_t index, const step_numbers& known,
                const competence_names& names, std::string_view heading) {
  const planned_step& step = shown.plan.steps[index];
  const auto card = p.out.in("li", {{"class", "card"}, {"id", "step-" + std::to_string(index)}});
  {
    const auto title = p.out.in(heading);
    p.out.text(p.say(words::step_number, {std::to_string(index + 1), step.title}));
    const message* kind = opportunity_words(step.kind);
    p.out.element("span", kind != nullptr ? p.say(*kind) : step.kind, {{"class", "tag"}});
  }
  if (const step_state state = shown.state(index); state != step_state::untold) {
    const auto line = p.out.in("p");
    state_mark(p.out, state);
    p.out.text(" " + p.say(words::step_state, {p.say(state_words(state))}));
  }
  {
    const auto when = p.out.in("p", {{"class", "when"}});
    p.out.text(p.say(words::from_to, {date_in_words(p.lang(), step.start), date_in_words(p.lang(), last_day(step))}) +
               " — ");
    const bool one = step.weeks == 1 || (p.lang() == language::fr && step.weeks < 2);
    p.out.text(p.say(one ? words::step_when_one : words::step_when_many,
                     {number(p.lang(), step.weeks), hours(p.lang(), step.hours)}));
  }
  write_moment(p, step);
  if (!step.provider.empty() || !step.place.empty()) {
    if (step.provider.empty() || step.place.empty())
      p.out.element("p", step.provider + step.place);
    else
      p.paragraph(words::step_where, {step.provider, step.place});
  }
  write_cost(p, step);
  write_closed(p, step, names);
  write_opened(p, shown, step, known, names);
  if (is_web_link(step.url)) {
    const auto line = p.out.in("p");
    p.out.element("a", p.say(words::step_more_at, {step.title}), {{"href", step.url}});
  }
}

}  // namespace

void write_plan_steps(const sheet& s, const shown_plan& p, const competence_names& names, std::string_view heading) {
  step_numbers known;
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) known.emplace(p.plan.steps[i].action, i);
  const auto list = s.out.in("ol", {{"class", "steps"}});
  for (std::size_t i = 0; i < p.plan.steps.size(); ++i) write_step(s, p, i, known, names, heading);
}

}  // namespace activateur::report
