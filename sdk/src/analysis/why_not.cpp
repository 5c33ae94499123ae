#include "analysis/why_not.hpp"

#include <cmath>

#include "analysis/document.hpp"
#include "analysis/exact.hpp"
#include "analysis/map_document.hpp"
#include "analysis/map_messages.hpp"
#include "analysis/map_words.hpp"
#include "analysis/messages.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

namespace say = map_messages;

const message& words_for(std::string_view decides) {
  if (decides == "essential_belief") return say::essential_belief;
  return decides == "essential_expectation" ? say::essential_expectation : say::all_expectation;
}

std::string percent(double v) { return std::to_string(std::lround(v * 100)) + " %"; }

struct rule {
  zone to;
  std::string_view decides;
  double value, threshold;
};

// What decides the zones, the easiest zone first.
std::vector<rule> rules_of(const possibility& p, const policy& by) {
  return {{zone::now, "essential_belief", p.covered_essential.belief, by.zone_now_belief},
          {zone::after_recognition, "essential_expectation", p.covered_essential.expectation,
           by.zone_recognition_expectation},
          {zone::short_path, "expectation", p.covered.expectation, by.zone_short_expectation}};
}

json contributions_of(const rule& by, const std::vector<requirement_row>& rows) {
  struct part {
    const requirement_row* row;
    double share, value;
  };
  std::vector<part> parts;
  for (const requirement_row& r : rows) {
    const double share = by.decides == "expectation"        ? r.share
                         : by.decides == "essential_belief" ? r.proven_share
                                                            : r.essential_share;
    if (share > 0)
      parts.push_back({&r, share, by.decides == "essential_belief" ? r.known.belief : r.known.expectation});
  }
  // What keeps the value low first.
  std::stable_sort(parts.begin(), parts.end(),
                   [](const part& a, const part& b) { return a.share * (1 - a.value) > b.share * (1 - b.value); });
  json out = json::array();
  for (const part& p : parts)
    out.push_back({{"competence", p.row->competence()},
                   {"label", p.row->label()},
                   {"state", name(p.row->known.state)},
                   {"share", p.share},
                   {"value", p.value},
                   {"contribution", exact_part(p.share * p.value)}});
  return out;
}

// The essential competences that evidence speaks against, when a target lacks for them.
json lacking_of(const std::vector<requirement_row>& rows, const possibility& p) {
  json out = json::array();
  if (p.lacking == 0) return out;
  for (const requirement_row& r : rows)
    if (r.essential && r.known.lacks) out.push_back(r.competence());
  return out;
}

// The first few, by their labels.
std::string labels_of(const json& competences, const std::vector<requirement_row>& rows) {
  constexpr std::size_t shown = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(shown, competences.size()); ++i)
    for (const requirement_row& r : rows)
      if (r.competence() == competences[i]) {
        out += (out.empty() ? "" : " ; ") + r.label();
        break;
      }
  return competences.size() > shown ? out + " ; …" : out;
}

std::string_view verb(requirement_state s) {
  switch (s) {
    case requirement_state::to_explore: return "explore";
    case requirement_state::to_acquire: return "learn";
    default: return "recognise";
  }
}

json document_of(const opening_act& act, const map_territory* around) {
  json out = {{"competence", act.competence}, {"label", act.label}, {"act", verb(act.state)}, {"gain", act.gain}};
  if (act.macro) out["items"] = act.items;
  if (around != nullptr) {
    json serving = json::array();
    const auto fact = around->competences.find(act.competence);
    if (fact != around->competences.end())
      for (const int offer : fact->second.given) serving.push_back(around->offers[static_cast<std::size_t>(offer)].id);
    out["opportunities"] = std::move(serving);
  }
  return out;
}

json document_of(const opening& o, const map_territory* around, language lang) {
  json sets = json::array();
  for (const auto& set : o.sets) {
    json acts = json::array();
    for (const opening_act& act : set) acts.push_back(document_of(act, around));
    sets.push_back(std::move(acts));
  }
  const std::string where = words_of(o.to, lang);
  std::string first;
  if (!o.sets.empty())
    for (const opening_act& act : o.sets.front()) first += (first.empty() ? "" : " ; ") + act.label;
  const sentence text = o.possible ? sentence(say::open_by, {where, std::to_string(o.sets.front().size()), first})
                                   : sentence(say::open_never, {where});
  return {{"zone", name(o.to)},
          {"decided_by", o.decides},
          {"value", o.value},
          {"threshold", o.threshold},
          {"possible", o.possible},
          {"proven", o.proven},
          {"acts", o.possible ? o.sets.front().size() : 0},
          {"sets", std::move(sets)},
          {"text", text.text(lang)}};
}

}  // namespace

result<target_explanation> explain_target(const portfolio& person, const recognition_state& state,
                                          const framework_set& frameworks, const policy& by, const map_aids& aids,
                                          const std::string& named) {
  target_explanation out;
  map_aids one = aids;
  const auto job = frameworks.job(named);
  one.only = job ? job_name(*job->in, job->index) : named;
  one.rows = &out.rows;
  out.map = map_possibilities(person, state, frameworks, by, one);
  if (out.map.targets.empty()) return fail(failure::not_found, say::no_such_target, {shortened(named, 120)});
  out.openings = openings_of(out.map.targets.front(), out.rows, frameworks, by);
  return out;
}

json to_document(const target_explanation& of, const map_territory* around, const policy& by, const context& with) {
  const possibility& p = of.map.targets.front();
  json why = json::array();
  std::string said;
  for (const rule& r : rules_of(p, by)) {
    const bool enough = reaches(r.value, r.threshold);
    const json lacking = r.to == zone::short_path ? json::array() : lacking_of(of.rows, p);
    const bool met = enough && lacking.empty();
    const sentence text = met || !enough
                              ? sentence(met ? say::why_reached : say::why_not_reached,
                                         {words_of(r.to, with.lang), sentence(words_for(r.decides)).text(with.lang),
                                          percent(r.value), percent(r.threshold)})
                              : sentence(say::why_lacking, {words_of(r.to, with.lang), labels_of(lacking, of.rows)});
    why.push_back({{"zone", name(r.to)},
                   {"decided_by", r.decides},
                   {"value", r.value},
                   {"threshold", r.threshold},
                   {"met", met},
                   {"lacking", lacking},
                   {"contributions", contributions_of(r, of.rows)},
                   {"text", text.text(with.lang)}});
    said += (said.empty() ? "" : " ") + text.text(with.lang);
    if (met) break;  // easier zones come first: what follows decides nothing
  }
  json open = json::array();
  for (const opening& o : of.openings) {
    open.push_back(document_of(o, around, with.lang));
    said += " " + open.back()["text"].get<std::string>();
  }
  three_lengths words = words_of(p, of.map, with.lang);
  words.standard += " " + said;
  json sources = json::array();
  for (const near_source& s : of.map.sources)
    sources.push_back({{"job", s.job}, {"label", s.label}, {"strength", s.strength}, {"months", s.months}});
  return {{"schema", "activateur/map-target/1"},
          {"person", of.map.person},
          {"at", to_text(with.now)},
          {"policy", {{"id", of.map.policy_id}, {"version", of.map.policy_version}}},
          {"frameworks", of.map.frameworks},
          {"considered", of.map.considered},
          {"target", target_document(p, of.map, with.lang)},
          {"near_sources", std::move(sources)},
          {"why", std::move(why)},
          {"open", std::move(open)},
          {"not_used", not_used()},
          {"status", sentence(analysis_messages::proposal).text(with.lang)},
          {"texts", document_of(words)}};
}

}  // namespace activateur
