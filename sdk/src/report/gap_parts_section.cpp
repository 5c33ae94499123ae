// What a target has beside single requirements: parts, choices, conditions; and the shortest way to a better answer.
#include "report/drawing.hpp"
#include "report/messages.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

const std::string& label_or_id(const std::string& label, const std::string& id) { return label.empty() ? id : label; }

void write_competences(const page& p, const message& intro, const std::vector<std::string>& which) {
  if (which.empty()) return;
  p.paragraph(intro);
  const auto list = p.out.in("ul");
  for (const auto& competence : which) {
    const auto item = p.out.in("li");
    p.competence_link(competence);
  }
}

}  // namespace

void write_parts(const page& p) {
  if (p.gap().parts.empty()) return;
  p.heading("h3", words::h_parts);
  const auto list = p.out.in("ul", {{"class", "plain requirements"}});
  const auto count = [&p](std::size_t n) { return number(p.lang(), static_cast<double>(n)); };
  for (const part_item& part : p.gap().parts) {
    const auto item = p.out.in("li");
    p.out.element("span", label_or_id(part.what.label, part.what.id), {{"class", "name"}});
    const shares s = shares_of(part.covered);
    inline_bar(p.out, "gap-key", s);
    p.paragraph(words::item_values,
                {percent(p.lang(), s.belief), percent(p.lang(), s.expectation), percent(p.lang(), s.plausibility)});
    p.paragraph(words::part_counts,
                {count(part.asked), count(part.recognised), count(part.presumed), count(part.to_explore),
                 count(part.to_acquire)},
                "muted");
  }
}

void write_groups(const page& p) {
  const gap_report& gap = p.gap();
  if (gap.groups.empty()) return;
  p.heading("h3", words::h_groups);
  const auto list = p.out.in("ul", {{"class", "plain requirements"}});
  for (std::size_t g = 0; g < gap.groups.size(); ++g) {
    const group_item& group = gap.groups[g];
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < gap.items.size(); ++i)
      if (gap.items[i].asked.group == g) members.push_back(i);
    const auto item = p.out.in("li");
    p.out.element("span", label_or_id(group.asked.label, group.asked.id), {{"class", "name"}});
    if (group.asked.essential) p.out.element("span", p.say(words::tag_essential), {{"class", "tag"}});
    p.out.text(" ");
    {
      const auto mark = p.out.in("span", {{"class", "name is-" + std::string(css_name(group.state))}});
      state_mark(p.out, group.state);
      p.out.text(" " + p.say(state_words(group.state)));
    }
    const auto count = [&p](std::size_t n) { return number(p.lang(), static_cast<double>(n)); };
    p.paragraph(words::group_asked,
                {count(group.asked.at_least), count(members.size()), count(group.recognised), count(group.presumed)});
    if (members.empty()) continue;
    const auto inner = p.out.in("ul", {{"class", "small"}});
    for (const std::size_t i : members) {
      const auto one = p.out.in("li");
      p.competence_link(gap.items[i].asked.competence);
      p.out.text(" — " + p.say(state_words(gap.items[i].state)));
    }
  }
}

void write_conditions(const page& p) {
  if (p.gap().conditions.empty()) return;
  p.heading("h3", words::h_conditions);
  const auto list = p.out.in("ul");
  for (const condition_item& c : p.gap().conditions) {
    const auto item = p.out.in("li");
    p.out.element("span", label_or_id(c.asked.label, c.asked.name), {{"class", "name"}});
    p.out.text(" — " + p.say(c.held ? words::condition_held : words::condition_unknown));
    if (c.asked.essential) p.out.element("span", p.say(words::tag_essential), {{"class", "tag"}});
  }
}

void write_shortest(const page& p) {
  const smallest_change& least = p.gap().smallest;
  if (least.recognise.empty() && least.explore.empty() && least.acquire.empty() && least.conditions.empty()) return;
  p.heading("h3", words::to_recognise_title);
  write_competences(p, words::to_recognise_intro, least.recognise);
  write_competences(p, words::to_explore_intro, least.explore);
  write_competences(p, words::to_acquire_intro, least.acquire);
  if (!least.conditions.empty()) {
    p.paragraph(words::to_confirm_intro);
    const auto list = p.out.in("ul");
    for (const auto& name : least.conditions) {
      std::string label = name;
      for (const condition_item& c : p.gap().conditions)
        if (c.asked.name == name && !c.asked.label.empty()) label = c.asked.label;
      p.out.element("li", label);
    }
  }
  p.paragraph(least.proven ? words::smallest_proven : words::smallest_open, {}, "muted");
}

}  // namespace activateur::report
