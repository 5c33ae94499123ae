// What is missing in the territory, how everything was computed, the right to contest, the sources.
#include <set>

#include "report/messages.hpp"
#include "report/plan_parts.hpp"
#include "report/sections.hpp"

namespace activateur::report {
namespace {

void write_competences(const sheet& p, const message& title, const message& intro,
                       const std::vector<std::string>& which, const competence_names& names) {
  if (which.empty()) return;
  p.heading("h3", title);
  p.paragraph(intro);
  const auto list = p.out.in("ul");
  for (const auto& competence : which) {
    const auto item = p.out.in("li");
    names.write(competence);
  }
}

std::vector<std::string> rules_used(const plan_report& plan) {
  std::set<std::string> used;
  const auto add = [&used](const rule_outcome& r) { used.insert(r.plugin + " " + r.plugin_version); };
  for (const auto& step : plan.steps)
    for (const auto& rule : step.rules) add(rule);
  for (const auto& rule : plan.exclusions) add(rule);
  return {used.begin(), used.end()};
}

void write_unaligned(const page& p) {
  if (p.gap().state.unaligned.empty()) return;
  p.paragraph(words::method_unaligned);
  const auto list = p.out.in("ul", {{"class", "small"}});
  for (const auto& e : p.gap().state.unaligned) {
    std::string line = e.label.empty() ? e.id : e.label;
    if (const std::string note = e.note.text(p.lang()); !note.empty()) line.append(". ").append(note);
    p.out.element("li", line);
  }
}

void write_withdrawn(const page& p) {
  if (p.gap().withdrawn.empty()) return;
  p.paragraph(words::method_withdrawn);
  const auto list = p.out.in("ul", {{"class", "small"}});
  for (const override_decision& d : p.gap().withdrawn)
    p.list_item(words::withdrawn_line,
                {p.label_of(d.competence), d.state, d.author, d.reason,
                 d.undone_at ? date_in_words(p.lang(), *d.undone_at) : "—", d.undone_by, d.undone_reason});
}

}  // namespace

void write_plan_missing(const sheet& s, const plan_report& plan, const competence_names& names) {
  const auto section = s.out.in("section", {{"aria-labelledby", "missing"}});
  s.heading("h2", words::h_missing, "missing");
  if (plan.unserved.empty() && plan.out_of_reach.empty() && plan.exclusions.empty()) {
    s.paragraph(words::missing_nothing);
    return;
  }
  write_competences(s, words::unserved_title, words::unserved_intro, plan.unserved, names);
  write_competences(s, words::out_of_reach_title, words::out_of_reach_intro, plan.out_of_reach, names);
  if (plan.exclusions.empty()) return;
  s.heading("h3", words::exclusions_title);
  const auto list = s.out.in("ul");
  for (const auto& rule : plan.exclusions) s.out.element("li", s.say(words::step_rule, {rule.rule, rule.reason}));
}

void write_missing(const page& p) {
  if (p.of.plan != nullptr) write_plan_missing(p, *p.of.plan, p.names());
}

void write_method(const page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "method"}});
  p.heading("h2", words::h_method, "method");
  p.paragraph(words::method_bars);
  p.paragraph(words::method_not_used);
  const gap_report& gap = p.gap();
  {
    const auto list = p.out.in("ul");
    const auto line = [&p](const message& what, std::vector<std::string> arguments) {
      p.out.element("li", p.say(what, std::move(arguments)));
    };
    line(words::method_moment, {date_in_words(p.lang(), p.with.now)});
    line(words::method_policy, {gap.policy_id, gap.policy_version});
    if (!gap.frameworks.empty()) line(words::method_frameworks, {joined(gap.frameworks)});
    if (p.of.plan != nullptr) {
      if (const auto rules = rules_used(*p.of.plan); !rules.empty()) line(words::method_rules, {joined(rules)});
    }
    std::size_t overrides = 0;
    for (const auto& item : gap.items) overrides += item.overridden ? 1 : 0;
    if (overrides > 0)
      p.out.element("li", p.counted(overrides, words::method_overrides_one, words::method_overrides_many));
  }
  write_withdrawn(p);
  write_unaligned(p);
  p.heading("h3", words::h_contest);
  p.paragraph(words::contest_text, {}, "contest");
}

}  // namespace activateur::report
