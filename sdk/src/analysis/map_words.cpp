#include "analysis/map_words.hpp"

#include <cmath>

#include "analysis/map_messages.hpp"
#include "analysis/messages.hpp"

namespace activateur {
namespace {

namespace say = map_messages;

const message& phrase_of(zone z) {
  switch (z) {
    case zone::now: return say::zone_now;
    case zone::after_recognition: return say::zone_after;
    case zone::short_path: return say::zone_short;
    case zone::blocked: return say::zone_blocked;
    case zone::long_path: break;
  }
  return say::zone_long;
}

const message& plain_of(zone z) {
  switch (z) {
    case zone::now: return say::plain_now;
    case zone::after_recognition: return say::plain_after;
    case zone::short_path: return say::plain_short;
    case zone::blocked: return say::plain_blocked;
    case zone::long_path: break;
  }
  return say::plain_long;
}

void add(std::string& to, const std::string& text) {
  if (!to.empty()) to += ' ';
  to += text;
}

std::string text(const message& what, language lang, std::vector<std::string> arguments = {}) {
  return sentence(what, std::move(arguments)).text(lang);
}

std::string whole(double v) { return std::to_string(static_cast<long long>(std::floor(v))); }

}  // namespace

std::string words_of(zone z, language lang) { return text(phrase_of(z), lang); }

three_lengths words_of(const possibility& p, const possibilities& map, language lang) {
  three_lengths out;
  const std::string where = words_of(p.in, lang);
  out.brief = text(say::short_text, lang, {where});
  const auto state = [&](requirement_state s) { return p.essential_states[static_cast<std::size_t>(s)]; };
  const std::size_t essential = state(requirement_state::recognised) + state(requirement_state::presumed) +
                                state(requirement_state::to_explore) + state(requirement_state::to_acquire);
  out.standard =
      text(say::standard_text, lang,
           {p.label, where, std::to_string(essential), std::to_string(state(requirement_state::recognised)),
            std::to_string(state(requirement_state::presumed)), std::to_string(state(requirement_state::to_explore)),
            std::to_string(state(requirement_state::to_acquire))});
  if (p.by_nearness > p.by_competences && p.near_source < map.sources.size() && map.sources[p.near_source].job != p.id)
    add(out.standard, text(say::standard_near, lang, {map.sources[p.near_source].label}));
  if (p.change && p.change->acts == 1)
    add(out.standard, text(say::standard_change_one, lang, {words_of(p.change->to, lang)}));
  else if (p.change && p.change->acts > 1)
    add(out.standard, text(say::standard_change, lang, {std::to_string(p.change->acts), words_of(p.change->to, lang)}));
  if (p.reach && p.reach->complete && p.reach->week > 0)
    add(out.standard,
        text(say::standard_reach, lang, {std::to_string(p.reach->week), whole(p.reach->euros), whole(p.reach->hours)}));
  else if (p.reach && p.reach->unserved > 0)
    add(out.standard, text(say::standard_unserved, lang, {std::to_string(p.reach->unserved)}));

  out.plain = text(plain_of(p.in), lang);
  bool to_check = false;
  for (const hindrance& h : p.hindrances) {
    const std::string why = h.why.text(lang);
    add(out.standard, why);
    to_check = to_check || h.does == hindrance_effect::to_check;
    if (h.does == hindrance_effect::delays) add(out.plain, why);
    if (h.does != hindrance_effect::blocks) continue;
    if (out.brief.ends_with(where + ".")) out.brief = text(say::short_blocked, lang, {where, why});
    add(out.plain, why);
  }
  if (state(requirement_state::to_explore) > 0) add(out.plain, text(say::plain_unknown, lang));
  if (to_check) add(out.plain, text(say::plain_check, lang));
  add(out.plain, text(say::plain_choice, lang));
  return out;
}

three_lengths words_of(const possibilities& map, language lang) {
  const auto count = [&](zone z) {
    const auto n = map.in_zone.find(z);
    return std::to_string(n == map.in_zone.end() ? 0 : n->second);
  };
  three_lengths out;
  out.brief = text(analysis_messages::map_text, lang,
                   {std::to_string(map.considered), count(zone::now), count(zone::after_recognition),
                    count(zone::short_path), count(zone::long_path)});
  std::string first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, map.proposed.size()); ++i)
    first += (first.empty() ? "" : " ; ") + map.proposed[i].target.label;
  if (first.empty()) first = text(say::nothing_yet, lang);
  out.standard = text(say::map_standard, lang, {out.brief, count(zone::blocked), first});
  out.plain =
      text(say::map_plain, lang, {std::to_string(map.considered), count(zone::now), count(zone::after_recognition)});
  add(out.plain, text(say::plain_choice, lang));
  return out;
}

json document_of(const three_lengths& said) {
  return {{"short", said.brief}, {"standard", said.standard}, {"plain", said.plain}};
}

}  // namespace activateur
