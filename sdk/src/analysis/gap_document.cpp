// Document "activateur/gap/1" (docs/schemas/gap.json).
#include <algorithm>

#include "analysis/document.hpp"
#include "analysis/gap.hpp"
#include "analysis/gap_messages.hpp"
#include "analysis/gap_text.hpp"
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
    out["label"] = p.label;
    out["months"] = p.months;
    if (!p.job.empty()) out["job"] = p.job;
  }
  return out;
}

json document_of(const override_decision& d) {
  json out = {{"state", d.state}, {"author", d.author}, {"reason", d.reason}};
  if (d.at) out["at"] = to_text(*d.at);
  return out;
}

json document_of(const gap_item& item, const target& to, language lang) {
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
              {"share", document_of(item.share)},
              {"contradiction", item.contradiction},
              {"near", json::array()},
              {"near_misses", json::array()}};
  if (item.asked.level > 0) out["level"] = item.asked.level;
  if (!item.asked.part.empty()) out["part"] = item.asked.part;
  if (item.asked.group != no_group) out["group"] = to.groups[item.asked.group].id;
  for (const near_miss& n : item.near) {
    out["near"].push_back(n.competence);
    out["near_misses"].push_back({{"competence", n.competence},
                                  {"label", n.label},
                                  {"relation", n.relation},
                                  {"nearness", n.nearness},
                                  {"state", name(n.state)}});
  }
  if (!item.settle.kind.empty())
    out["to_know"] = {{"kind", item.settle.kind},
                      {"from", item.settle.from},
                      {"count", item.settle.count},
                      {"hours", item.settle.hours}};
  for (const evidence& e : item.known.contributions) out["evidence"].push_back(document_of(e, lang));
  for (const presumption& p : item.known.presumptions) out["presumptions"].push_back(document_of(p));
  if (item.overridden) out["override"] = document_of(item.decision);
  return out;
}

json groups_of(const gap_report& report) {
  json out = json::array();
  for (const group_item& g : report.groups) {
    json one = {{"id", g.asked.id},
                {"label", g.asked.label},
                {"at_least", g.asked.at_least},
                {"importance", g.asked.importance},
                {"essential", g.asked.essential},
                {"state", name(g.state)},
                {"recognised", g.recognised},
                {"presumed", g.presumed}};
    if (!g.asked.part.empty()) one["part"] = g.asked.part;
    out.push_back(std::move(one));
  }
  return out;
}

json parts_of(const gap_report& report) {
  json out = json::array();
  for (const part_item& p : report.parts)
    out.push_back({{"id", p.what.id},
                   {"label", p.what.label},
                   {"coverage", document_of(p.covered)},
                   {"asked", p.asked},
                   {"counts",
                    {{"recognised", p.recognised},
                     {"presumed", p.presumed},
                     {"to_explore", p.to_explore},
                     {"to_acquire", p.to_acquire}}}});
  return out;
}

json conditions_of(const gap_report& report) {
  json out = json::array();
  for (const condition_item& c : report.conditions)
    out.push_back({{"name", c.asked.name},
                   {"label", c.asked.label},
                   {"essential", c.asked.essential},
                   {"state", c.held ? "declared" : "unknown"}});
  return out;
}

json withdrawn_of(const gap_report& report) {
  json out = json::array();
  for (const override_decision& d : report.withdrawn) {
    json one = document_of(d);
    one["competence"] = d.competence;
    one["undone"] = {{"at", to_text(*d.undone_at)}, {"author", d.undone_by}, {"reason", d.undone_reason}};
    out.push_back(std::move(one));
  }
  return out;
}

// The constants that made the states, so that the person can be told them (CRPA R311-3-1-2).
json parameters_of(const policy& by) {
  return {{"recognised_belief", by.recognised_belief},
          {"presumed_expectation", by.presumed_expectation},
          {"acquire_disbelief", by.acquire_disbelief},
          {"acquire_expectation", by.acquire_expectation},
          {"acquire_uncertainty", by.acquire_uncertainty},
          {"presumption_default", by.presumption_default},
          {"importance", by.importance}};
}

// Until when the answer can hold as it is: the first end of a credential that counts in it. Empty: none ends.
std::string expiry_of(const gap_report& report) {
  std::optional<instant> first;
  for (const verification& v : report.state.verifications)
    if (v.overall == verdict::valid && v.subject.valid_until && (!first || *v.subject.valid_until < *first))
      first = v.subject.valid_until;
  return first ? to_text(*first) : std::string{};
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

json to_document(const gap_report& report, const policy& by, const context& with) {
  json counts = {{"recognised", 0}, {"presumed", 0}, {"to_explore", 0}, {"to_acquire", 0}};
  json requirements = json::array();
  for (const gap_item& item : report.items) {
    json& count = counts[std::string(name(item.state))];
    count = count.get<int>() + 1;
    requirements.push_back(document_of(item, report.to, with.lang));
  }
  const smallest_change& smallest = report.smallest;
  gap_texts texts = texts_of(report, with.lang);
  json out = {
      {"schema", "activateur/gap/1"},
      {"target", {{"id", report.to.id}, {"kind", report.to.kind}, {"label", report.to.label}}},
      {"person", report.person},
      {"at", to_text(with.now)},
      {"verdict", name(report.verdict)},
      {"coverage", document_of(report.covered)},
      {"coverage_essential", document_of(report.covered_essential)},
      {"confidence", 1 - (report.covered.plausibility - report.covered.belief)},
      {"requirements", std::move(requirements)},
      {"groups", groups_of(report)},
      {"parts", parts_of(report)},
      {"conditions", conditions_of(report)},
      {"to_recognise", report.to_recognise},
      {"smallest_change",
       {{"recognise", smallest.recognise},
        {"explore", smallest.explore},
        {"acquire", smallest.acquire},
        {"conditions", smallest.conditions},
        {"proven", smallest.proven}}},
      {"counts", std::move(counts)},
      {"policy", {{"id", report.policy_id}, {"version", report.policy_version}, {"fingerprint", by.fingerprint}}},
      {"parameters", parameters_of(by)},
      {"frameworks", report.frameworks},
      {"credentials", credentials_of(report.state)},
      {"unaligned", unaligned_of(report.state, with.lang)},
      {"overridden_elsewhere", report.overridden_elsewhere},
      {"overrides_undone", withdrawn_of(report)},
      {"not_used", not_used()},
      {"purpose", sentence(gap_messages::purpose).text(with.lang)},
      {"status", sentence(say::proposal).text(with.lang)},
      {"text", texts.standard},
      {"texts",
       {{"short", std::move(texts.brief)},
        {"standard", std::move(texts.standard)},
        {"long", std::move(texts.full)},
        {"plain", std::move(texts.plain)}}}};
  if (std::string expires = expiry_of(report); !expires.empty()) out["expires"] = std::move(expires);
  return out;
}

}  // namespace activateur
