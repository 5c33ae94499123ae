// The tables of ESCO that give occupations, and what stands between entries.
#include "base/text.hpp"
#include "frameworks/esco_fields.hpp"
#include "frameworks/esco_reader.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/rome_fields.hpp"

namespace activateur {

namespace say = import_messages;

result<void> esco_reader::read_occupations(csv_table& table, const std::string& language) {
  const auto uri = esco::need(table, {"conceptUri", "ESCOURI"});
  if (!uri) return uri.why();
  const auto label = esco::need(table, {"preferredLabel"});
  if (!label) return label.why();
  const auto key = esco::find(table, {"ID"});
  const auto isco = esco::find(table, {"iscoGroup", "ISCOGROUPCODE"});
  const auto own_code = esco::find(table, {"code"});
  const auto others = esco::find(table, {"altLabels"});
  const auto hidden = esco::find(table, {"hiddenLabels"});
  const auto description = esco::find(table, {"description"});
  const auto status = esco::find(table, {"status"});
  const auto regulated = esco::find(table, {"regulatedProfessionNote"});
  return rows_.each(table, [&]() -> result<void> {
    const std::string code = last_segment(table[*uri]);
    if (code.empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    const std::string_view first = trimmed(table[*label]);
    if (!language.empty()) {
      draft_job* known = built_.job(code);
      if (known == nullptr) return absent(table, *uri);
      esco::add_labels(known->appellations, known->label, first, language);
      esco::add_labels(known->appellations, known->label, table[others], language);
      return {};
    }
    if (first.empty()) return table.refuse(say::empty_value, {table.header()[*label]}, *label);
    draft_job* j = built_.add_job(code);
    if (j == nullptr) return table.refuse(say::duplicate, {code}, *uri);
    if (key) keys_.emplace(table[*key], code);
    j->uri = table[*uri];
    j->label = first;
    j->definition = trimmed(table[description]);
    j->withdrawn = !table[status].empty() && table[status] != "released";
    if (!table[isco].empty()) {
      j->domain = (table[isco].starts_with('C') ? "" : "C") + std::string(table[isco]);
      if (const auto named = isco_.find(j->domain); named != isco_.end()) j->domain_label = named->second;
    }
    add_attribute(j->attributes, "isco", table[isco]);
    add_attribute(j->attributes, "esco_code", table[own_code]);
    if (const std::string note = last_segment(table[regulated]); note != "unregulated")
      add_attribute(j->attributes, "regulated", note);
    esco::add_labels(j->appellations, j->label, table[others], {});
    esco::add_labels(j->appellations, j->label, table[hidden], {});
    return {};
  });
}

result<void> esco_reader::read_broader(csv_table& table, const std::string& /*language*/) {
  const auto below = esco::need(table, {"conceptUri", "CHILDID"});
  if (!below) return below.why();
  const auto above = esco::need(table, {"broaderUri", "PARENTID"});
  if (!above) return above.why();
  return rows_.each(table, [&]() -> result<void> {
    draft_competence* c = built_.competence(code_of(table[*below]));
    if (c == nullptr) return absent(table, *below);
    const std::string over = code_of(table[*above]);
    // Above all of them stands the scheme itself, which is no concept.
    if (built_.competence(over) == nullptr)
      return c->grain == competence_grain::group && over.find('-') != std::string::npos ? result<void>()
                                                                                        : absent(table, *above);
    c->broader.push_back(over);
    return {};
  });
}

result<void> esco_reader::read_asked(csv_table& table, const std::string& /*language*/) {
  const auto job = esco::need(table, {"occupationUri", "OCCUPATIONID"});
  if (!job) return job.why();
  const auto skill = esco::need(table, {"skillUri", "SKILLID"});
  if (!skill) return skill.why();
  const auto relation = esco::need(table, {"relationType"});
  if (!relation) return relation.why();
  return rows_.each(table, [&]() -> result<void> {
    if (table[*relation] != "essential" && table[*relation] != "optional")
      return table.refuse(say::bad_value, {quotable(table[*relation]), "essential, optional"}, *relation);
    draft_job* j = built_.job(code_of(table[*job]));
    if (j == nullptr) return absent(table, *job);
    const std::string code = code_of(table[*skill]);
    if (built_.competence(code) == nullptr) return absent(table, *skill);
    draft_builder::link(*j, code, table[*relation] == "essential" ? link_importance::core : link_importance::ordinary);
    return {};
  });
}

result<void> esco_reader::read_related(csv_table& table, const std::string& /*language*/) {
  const auto from = esco::need(table, {"originalSkillUri", "REQUIRINGID"});
  if (!from) return from.why();
  const auto to = esco::need(table, {"relatedSkillUri", "REQUIREDID"});
  if (!to) return to.why();
  const auto relation = esco::need(table, {"relationType"});
  if (!relation) return relation.why();
  return rows_.each(table, [&]() -> result<void> {
    draft_competence* c = built_.competence(code_of(table[*from]));
    if (c == nullptr) return absent(table, *from);
    const std::string other = code_of(table[*to]);
    if (built_.competence(other) == nullptr) return absent(table, *to);
    c->mappings.push_back({"esco", other, mapping_relation::related, 1000, "ESCO " + std::string(table[*relation])});
    return {};
  });
}

}  // namespace activateur
