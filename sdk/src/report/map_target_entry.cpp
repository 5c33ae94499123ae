// One target of the carte: its bar, why it is there, what is missing, what stands in the way.
#include <cmath>

#include "analysis/map_messages.hpp"
#include "analysis/map_words.hpp"
#include "report/drawing.hpp"
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"
#include "report/messages.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

void tag(const map_page& p, const std::string& text) { p.out.element("span", text, {{"class", "tag"}}); }

void write_title(const map_page& p, const possibility& t) {
  {
    const auto title = p.out.in("h4");
    p.out.text(p.say(words::target_with_code, {t.label.empty() ? t.id : t.label, code_words(t.id)}));
  }
  const auto tags = p.out.in("p");
  p.out.text(p.say(words::rank_tag, {number(p.lang(), static_cast<double>(t.rank))}));
  tag(p, p.say(target_kind_words(t.kind)));
  if (t.way != direction::unknown) tag(p, p.say(direction_words(t.way)));
  for (const auto& chosen : p.map().proposed)
    if (chosen.target.id == t.id) {
      tag(p, p.say(words::proposed_tag));
      break;
    }
  if (t.pareto) tag(p, p.say(words::front_tag));
}

void write_parts(const map_page& p, const message& title, const message& line,
                 const std::vector<competence_part>& parts, double rest, bool shares_of_one) {
  if (parts.empty()) return;
  const auto value = [&](double v) { return shares_of_one ? percent(p.lang(), v) : number(p.lang(), v, 2); };
  p.paragraph(title, {}, "name");
  const auto list = p.out.in("ul");
  for (const competence_part& part : parts)
    p.list_item(line, {label_of(part), p.say(state_words(part.state)), value(part.contribution)});
  if (rest > 0) p.list_item(words::rest_line, {value(rest)});
}

void write_use(const map_page& p, const possibility& t) {
  p.paragraph(words::use_title, {}, "name");
  const auto list = p.out.in("ul");
  std::array<bool, use_dimensions> known{};
  for (const use_part& part : t.use.used()) {
    known[static_cast<std::size_t>(part.what)] = true;
    p.list_item(words::use_line,
                {p.say(use_words(part.what)), percent(p.lang(), part.value), percent(p.lang(), part.weight)});
  }
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < use_dimensions; ++i)
    if (!known[i]) unknown.push_back(p.say(use_words(static_cast<use_dimension>(i))));
  if (!unknown.empty()) p.list_item(words::use_left_out, {joined(unknown)});
}

void write_hindrances(const map_page& p, const possibility& t) {
  if (t.hindrances.empty()) return;
  const auto list = p.out.in("ul", {{"class", "flags"}});
  for (const hindrance& h : t.hindrances) {
    const auto item = p.out.in("li");
    const message& does = h.does == hindrance_effect::blocks   ? words::blocks
                          : h.does == hindrance_effect::delays ? words::delays
                                                               : words::to_check;
    p.out.element("strong", p.say(does));
    p.out.text(" " + spaced(p.lang(), h.why.text(p.lang())));
  }
}

// What the carte itself says of the way: what it is near to, what would change its zone, what the territory has.
void write_way(const map_page& p, const possibility& t) {
  namespace said = map_messages;
  if (t.by_nearness > t.by_competences && t.near_source < p.map().sources.size() &&
      p.map().sources[t.near_source].job != t.id)
    p.paragraph(said::standard_near, {p.map().sources[t.near_source].label});
  if (t.change && t.change->acts == 1)
    p.paragraph(said::standard_change_one, {words_of(t.change->to, p.lang())});
  else if (t.change && t.change->acts > 1)
    p.paragraph(said::standard_change,
                {number(p.lang(), static_cast<double>(t.change->acts)), words_of(t.change->to, p.lang())});
  if (t.reach && t.reach->complete && t.reach->week > 0)
    p.paragraph(said::standard_reach, {number(p.lang(), t.reach->week), number(p.lang(), std::floor(t.reach->euros)),
                                       number(p.lang(), std::floor(t.reach->hours))});
  else if (t.reach && t.reach->unserved > 0)
    p.paragraph(said::standard_unserved, {number(p.lang(), static_cast<double>(t.reach->unserved))});
}

}  // namespace

void write_target(const map_page& p, std::size_t index) {
  const possibility& t = p.map().targets[index];
  const auto entry = p.out.in("li", {{"class", "target"}, {"id", "t-" + std::to_string(index)}});
  write_title(p, t);
  const shares s = shares_of(t.covered);
  inline_bar(p.out, "map", s);
  p.paragraph(words::item_values,
              {percent(p.lang(), s.belief), percent(p.lang(), s.expectation), percent(p.lang(), s.plausibility)});
  const auto essential = [&](requirement_state of) {
    return number(p.lang(), static_cast<double>(t.essential_states[static_cast<std::size_t>(of)]));
  };
  p.paragraph(words::essential_counts,
              {essential(requirement_state::recognised), essential(requirement_state::presumed),
               essential(requirement_state::to_explore), essential(requirement_state::to_acquire)},
              "muted");
  p.paragraph(
      words::target_numbers,
      {number(p.lang(), t.effort, 1), t.use.known > 0 ? percent(p.lang(), t.use.value) : p.say(words::use_unknown),
       number(p.lang(), static_cast<double>(t.doors))},
      "muted");
  write_hindrances(p, t);
  write_way(p, t);
  if (t.reasons.empty() && t.missing.empty() && t.use.known == 0) return;
  const auto details = p.out.in("details");
  p.out.element("summary", p.say(words::why_title));
  write_parts(p, words::reasons_title, words::part_line, t.reasons, t.reasons_rest, true);
  write_parts(p, words::missing_title, words::missing_line, t.missing, t.missing_rest, false);
  write_use(p, t);
}

}  // namespace activateur::report
