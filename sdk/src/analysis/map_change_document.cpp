// Document "activateur/map-change/1" (docs/schemas/map-change.json).
#include "analysis/document.hpp"
#include "analysis/map_change.hpp"
#include "analysis/map_messages.hpp"
#include "analysis/map_words.hpp"
#include "analysis/messages.hpp"

namespace activateur {
namespace {

namespace say = map_messages;

json counts_of(const std::map<zone, std::size_t>& in_zone) {
  json out;
  for (const zone z : {zone::now, zone::after_recognition, zone::short_path, zone::long_path, zone::blocked}) {
    const auto n = in_zone.find(z);
    out[std::string(name(z))] = n == in_zone.end() ? 0 : n->second;
  }
  return out;
}

json list_of(const std::vector<hindrance>& list, language lang) {
  json out = json::array();
  for (const hindrance& h : list)
    out.push_back({{"code", h.code},
                   {"what", h.what},
                   {"blocks", h.does == hindrance_effect::blocks},
                   {"text", h.why.text(lang)}});
  return out;
}

json list_of(const std::vector<moved_target>& list, language lang) {
  json out = json::array();
  for (const moved_target& m : list) {
    json why = json::array();
    for (const competence_part& p : m.why)
      why.push_back({{"competence", p.competence()},
                     {"label", p.label()},
                     {"state", name(p.state)},
                     {"contribution", p.contribution}});
    out.push_back({{"id", m.id},
                   {"label", m.label},
                   {"zone_before", name(m.before)},
                   {"zone_after", name(m.after)},
                   {"expectation_before", m.expectation_before},
                   {"expectation_after", m.expectation_after},
                   {"gain", m.expectation_after - m.expectation_before},
                   {"effort_before", m.effort_before},
                   {"effort_after", m.effort_after},
                   {"rank_before", m.rank_before},
                   {"rank_after", m.rank_after},
                   {"why", std::move(why)},
                   {"why_rest", m.why_rest},
                   {"hindrances_gone", list_of(m.gone, lang)},
                   {"hindrances_come", list_of(m.come, lang)}});
  }
  return out;
}

}  // namespace

three_lengths words_of(const map_change& change, language lang) {
  three_lengths said;
  said.brief = sentence(say::change_text, {std::to_string(change.considered), std::to_string(change.easier_count),
                                           std::to_string(change.harder_count), std::to_string(change.better_count)})
                   .text(lang);
  if (!change.key_kind.empty()) said.brief = sentence(say::change_key, {change.key_label, said.brief}).text(lang);
  said.standard = said.brief;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, change.easier.size()); ++i)
    said.standard += " " + change.easier[i].label + " : " + words_of(change.easier[i].after, lang) + ".";
  said.plain = sentence(say::change_plain, {std::to_string(change.easier_count)}).text(lang);
  return said;
}

json to_document(const map_change& change, const context& with) {
  const three_lengths said = words_of(change, with.lang);
  json out = {{"schema", "activateur/map-change/1"},
              {"person", change.person},
              {"at", to_text(with.now)},
              {"policy", {{"id", change.policy_id}, {"version", change.policy_version}}},
              {"frameworks", change.frameworks},
              {"considered", change.considered},
              {"zones_before", counts_of(change.before)},
              {"zones_after", counts_of(change.after)},
              {"counts",
               {{"easier", change.easier_count},
                {"harder", change.harder_count},
                {"better", change.better_count},
                {"worse", change.worse_count}}},
              {"easier", list_of(change.easier, with.lang)},
              {"harder", list_of(change.harder, with.lang)},
              {"better", list_of(change.better, with.lang)},
              {"not_used", not_used()},
              {"status", sentence(analysis_messages::proposal).text(with.lang)},
              {"texts", document_of(said)}};
  if (!change.key_kind.empty()) out["key"] = {{"kind", change.key_kind}, {"label", change.key_label}};
  return out;
}

}  // namespace activateur
