// Document "activateur/gap/1" (docs/schemas/gap.json).
#include <algorithm>

#include "analysis/document.hpp"
#include "analysis/gap.hpp"
#include "analysis/messages.hpp"

namespace activateur {
namespace {

namespace say = analysis_messages;

json document_of(const evidence& e, language lang) {
  json out = {{"id", e.id},
              {"kind", name(e.kind)},
              {"source", e.source},
              {"label", e.label},
              {"weight", e.weight()},
              {"base", e.base},
              {"trust", e.trust},
              {"freshness", e.freshness},
              {"alignment", e.alignment},
              {"relation", e.relation},
              {"via", e.via},
              {"negative", e.negative},
              {"third_party", e.third_party}};
  if (e.at) out["at"] = to_text(*e.at);
  if (e.level) out["level"] = *e.level;
  if (const sentence remark = e.remark(); !remark.empty()) {
    out["note"] = remark.text(lang);
    out["note_code"] = remark.code();
  }
  return out;
}

json document_of(const presumption& p) {
  json out = {{"base_rate", p.base_rate}};
  if (p.experience.empty()) {
    out["relation"] = p.relation;
    out["via"] = p.via;
  } else {
    out["experience"] = p.experience;
    out["months"] = p.months;
    if (!p.job.empty()) out["job"] = p.job;
  }
  return out;
}

json document_of(const gap_item& item, language lang) {
  const opinion& o = item.known.value;
  json out = {{"competence", item.asked.competence},
              {"label", item.asked.label},
              {"kind", item.asked.kind},
              {"importance", item.asked.importance},
              {"essential", item.asked.essential},
              {"state", name(item.state)},
              {"belief", o.belief()},
              {"disbelief", o.disbelief()},
              {"uncertainty", o.uncertainty()},
              {"base_rate", o.base_rate},
              {"expectation", o.expectation()},
              {"plausibility", o.plausibility()},
              {"evidence", json::array()},
              {"presumptions", json::array()},
              {"near", item.near}};
  for (const evidence& e : item.known.contributions) out["evidence"].push_back(document_of(e, lang));
  for (const presumption& p : item.known.presumptions) out["presumptions"].push_back(document_of(p));
  if (item.overridden) {
    const override_decision& d = item.decision;
    out["override"] = {{"state", d.state}, {"author", d.author}, {"reason", d.reason}};
    if (d.at) out["override"]["at"] = to_text(*d.at);
  }
  return out;
}

json credentials_of(const recognition_state& state) {
  std::vector<const verification*> order;
  for (const verification& v : state.verifications) order.push_back(&v);
  std::sort(order.begin(), order.end(),
            [](const verification* a, const verification* b) { return a->source < b->source; });
  json out = json::array();
  for (const verification* v : order) {
    out.push_back({{"id", v->source},
                   {"verdict", name(v->overall)},
                   {"label", v->subject.what.name},
                   {"issuer", v->subject.issuer.id},
                   {"sha256", v->sha256}});
  }
  return out;
}

json unaligned_of(const recognition_state& state, language lang) {
  json out = json::array();
  for (const evidence& e : state.unaligned) {
    out.push_back({{"id", e.id},
                   {"kind", name(e.kind)},
                   {"label", e.label},
                   {"source", e.source},
                   {"competence", e.competence},
                   {"note", e.note.text(lang)},
                   {"note_code", e.note.code()}});
  }
  return out;
}

}  // namespace

json document_of(const coverage& c) {
  return {{"belief", c.belief}, {"expectation", c.expectation}, {"plausibility", c.plausibility}};
}

json to_document(const gap_report& report, const context& with) {
  json counts = {{"recognised", 0}, {"presumed", 0}, {"to_explore", 0}, {"to_acquire", 0}};
  json requirements = json::array();
  std::size_t essential = 0;
  for (const gap_item& item : report.items) {
    json& count = counts[std::string(name(item.state))];
    count = count.get<int>() + 1;
    essential += item.asked.essential ? 1 : 0;
    requirements.push_back(document_of(item, with.lang));
  }
  const auto count = [&](const char* state) { return std::to_string(counts[state].get<int>()); };
  const sentence text(say::gap_text,
                      {std::to_string(report.items.size()), report.to.label, std::to_string(essential),
                       count("recognised"), count("presumed"), count("to_explore"), count("to_acquire")});
  return {{"schema", "activateur/gap/1"},
          {"target", {{"id", report.to.id}, {"kind", report.to.kind}, {"label", report.to.label}}},
          {"person", report.person},
          {"at", to_text(with.now)},
          {"coverage", document_of(report.covered)},
          {"coverage_essential", document_of(report.covered_essential)},
          {"requirements", std::move(requirements)},
          {"to_recognise", report.to_recognise},
          {"counts", std::move(counts)},
          {"policy", {{"id", report.policy_id}, {"version", report.policy_version}}},
          {"frameworks", report.frameworks},
          {"credentials", credentials_of(report.state)},
          {"unaligned", unaligned_of(report.state, with.lang)},
          {"overridden_elsewhere", report.overridden_elsewhere},
          {"not_used", not_used()},
          {"status", sentence(say::proposal).text(with.lang)},
          {"text", text.text(with.lang)}};
}

}  // namespace activateur
