// Each requirement with its evidence and why, grouped by state.
#include <algorithm>
#include <cmath>

#include "report/messages.hpp"
#include "report/sections.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

constexpr double contradiction_told = 0.5;  // from here on both sides weigh enough to be told

void append(std::string& line, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!line.empty()) line += ' ';
  line += sentence;
}

void append_relation(const page& p, std::string& line, std::string_view relation, const std::string& via) {
  // One a hop, joined by '+'.
  for (std::string_view rest = relation; !rest.empty();) {
    const std::string_view hop = rest.substr(0, rest.find('+'));
    rest.remove_prefix(std::min(rest.size(), hop.size() + 1));
    if (const message* known = relation_words(hop))
      append(line, p.say(*known));
    else
      append(line, hop);
  }
  if (!via.empty()) append(line, p.say(words::evidence_via, {p.label_of(via)}));
}

void write_evidence(const page& p, const evidence& e) {
  std::string line = p.say(words::evidence_line, {p.say(evidence_words(e.kind)), e.label.empty() ? e.id : e.label,
                                                  number(p.lang(), e.weight(), 2)});
  if (e.negative) append(line, p.say(words::evidence_against));
  if (!e.source.empty()) append(line, p.say(words::evidence_from, {e.source}));
  append_relation(p, line, e.relation, e.via);
  if (e.at) append(line, p.say(words::evidence_dated, {date_in_words(p.lang(), *e.at)}));
  append(line, e.remark().text(p.lang()));
  p.out.element("li", line);
}

void write_presumption(const page& p, const presumption& from) {
  const std::string months = number(p.lang(), from.months);
  const std::string rate = percent(p.lang(), from.base_rate);
  std::string line;
  if (from.experience.empty())
    line = p.say(words::presumption_neighbour, {rate});
  else if (from.job.empty())
    line = p.say(words::presumption_named, {from.label, months, rate});
  else
    line = p.say(words::presumption_job, {from.label, months, p.label_of(from.job), rate});
  if (!from.via.empty()) append_relation(p, line, from.relation, from.via);
  p.out.element("li", line);
}

void write_reasons(const page& p, const gap_item& item) {
  const std::size_t count = item.known.contributions.size() + item.known.presumptions.size();
  if (count == 0) {
    p.paragraph(words::item_no_evidence, {}, "muted");
  } else {
    const auto details = p.out.in("details");
    p.out.element("summary", p.counted(count, words::evidence_one, words::evidence_many));
    const auto list = p.out.in("ul");
    for (const auto& e : item.known.contributions) write_evidence(p, e);
    for (const auto& from : item.known.presumptions) write_presumption(p, from);
  }
  if (item.near.empty()) return;
  std::string near;
  for (const near_miss& n : item.near)
    near.append(near.empty() ? "" : ", ")
        .append(p.say(words::near_one, {n.label.empty() ? n.competence : n.label, p.say(state_words(n.state))}));
  p.paragraph(words::near_misses, {near});
}

void write_item(const page& p, std::size_t index) {
  const gap_item& item = p.gap().items[index];
  const auto entry = p.out.in("li", {{"id", "r-" + std::to_string(index)}});
  p.out.element("span", p.label_of(item.asked.competence), {{"class", "name"}});
  if (item.asked.essential) p.out.element("span", p.say(words::tag_essential), {{"class", "tag"}});
  if (item.asked.importance == "emerging") p.out.element("span", p.say(words::tag_emerging), {{"class", "tag"}});
  if (const message* kind = competence_kind_words(item.asked.kind))
    p.out.element("span", p.say(*kind), {{"class", "tag"}});
  if (item.asked.level > 0) {
    const int decimals = item.asked.level == std::floor(item.asked.level) ? 0 : 1;
    p.out.element("span", p.say(words::tag_level, {number(p.lang(), item.asked.level, decimals)}), {{"class", "tag"}});
  }
  if (item.asked.group < p.gap().to.groups.size()) {
    const requirement_group& group = p.gap().to.groups[item.asked.group];
    p.out.element("span", p.say(words::tag_choice, {group.label.empty() ? group.id : group.label}), {{"class", "tag"}});
  }
  const shares s = shares_of(item.known.value);
  p.paragraph(words::item_values,
              {percent(p.lang(), s.belief), percent(p.lang(), s.expectation), percent(p.lang(), s.plausibility)},
              "muted");
  if (item.overridden)
    p.paragraph(words::item_overridden, {item.decision.author, p.say(state_words(item.state)), item.decision.reason});
  if (item.contradiction >= contradiction_told) p.paragraph(words::item_contradicted);
  write_reasons(p, item);
  if (item.settle.kind.empty()) return;
  const message* kind = evidence_words(item.settle.kind);
  const message* from = voice_words(item.settle.from);
  p.paragraph(words::item_settle, {number(p.lang(), item.settle.count), kind ? p.say(*kind) : item.settle.kind,
                                   from ? p.say(*from) : item.settle.from, hours(p.lang(), item.settle.hours)});
}

}  // namespace

void write_requirements(const page& p) {
  for (const auto s : {requirement_state::recognised, requirement_state::presumed, requirement_state::to_explore,
                       requirement_state::to_acquire}) {
    const std::string css(css_name(s));
    const auto items = items_in(p.gap(), s);
    {
      const auto title = p.out.in("h3", {{"id", "state-" + css}, {"class", "state is-" + css}});
      state_mark(p.out, s);
      p.out.text(p.say(state_words(s)) + " (" + std::to_string(items.size()) + ")");
    }
    if (items.empty()) {
      p.paragraph(words::none_in_state, {}, "muted");
      continue;
    }
    p.paragraph(state_reason(s));
    const auto list = p.out.in("ul", {{"class", "plain requirements"}});
    for (const std::size_t i : items) write_item(p, i);
  }
}

}  // namespace activateur::report
