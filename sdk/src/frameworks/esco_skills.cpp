// The tables of ESCO that give skills: concepts, collections, the hierarchy.
#include "base/text.hpp"
#include "frameworks/esco_fields.hpp"
#include "frameworks/esco_reader.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/rome_fields.hpp"

namespace activateur {

namespace say = import_messages;

result<void> esco_reader::read_groups(csv_table& table, const std::string& language) {
  return read_skill(table, competence_grain::group, language);
}

result<void> esco_reader::read_skills(csv_table& table, const std::string& language) {
  return read_skill(table, competence_grain::item, language);
}

result<void> esco_reader::read_skill(csv_table& table, competence_grain grain, const std::string& language) {
  const auto uri = esco::need(table, {"conceptUri", "ESCOURI"});
  if (!uri) return uri.why();
  const auto label = esco::need(table, {"preferredLabel"});
  if (!label) return label.why();
  const auto key = esco::find(table, {"ID"});
  const auto type = esco::find(table, {"skillType"});
  const auto reuse = esco::find(table, {"reuseLevel"});
  const auto others = esco::find(table, {"altLabels"});
  const auto hidden = esco::find(table, {"hiddenLabels"});
  const auto description = esco::find(table, {"description"});
  const auto status = esco::find(table, {"status"});
  const auto own_code = esco::find(table, {"code"});
  return rows_.each(table, [&]() -> result<void> {
    const std::string code = last_segment(table[*uri]);
    if (code.empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    const std::string_view first = trimmed(table[*label]);
    if (!language.empty()) {
      draft_competence* known = built_.competence(code);
      if (known == nullptr) return absent(table, *uri);
      esco::add_labels(known->labels, known->label, first, language);
      esco::add_labels(known->labels, known->label, table[others], language);
      return {};
    }
    if (first.empty()) return table.refuse(say::empty_value, {table.header()[*label]}, *label);
    if (type && table[type] != "knowledge" && table[type] != "skill/competence" && !table[type].empty() &&
        table[type] != "attitude" && table[type] != "language")
      return table.refuse(say::bad_value, {quotable(table[type]), "knowledge, skill/competence"}, *type);
    draft_competence* c = built_.add_competence(code);
    if (c == nullptr) return table.refuse(say::duplicate, {code}, *uri);
    if (key) keys_.emplace(table[*key], code);
    c->grain = grain;
    c->uri = table[*uri];
    c->label = first;
    c->definition = trimmed(table[description]);
    if (table[type] == "knowledge") c->kind = competence_kind::knowledge;
    if (table[type] == "attitude") c->kind = competence_kind::soft_skill;
    if (table[type] == "language") c->kind = competence_kind::language;
    c->transversal = table[reuse] == "transversal";
    c->withdrawn = !table[status].empty() && table[status] != "released";
    add_attribute(c->attributes, "esco_code", table[own_code]);
    add_attribute(c->attributes, "reuse_level", table[reuse]);
    esco::add_labels(c->labels, c->label, table[others], {});
    esco::add_labels(c->labels, c->label, table[hidden], {});
    return {};
  });
}

// A collection marks skills that are given elsewhere; where the table of skills is not there, it gives them.
result<void> esco_reader::read_collection(csv_table& table, const std::string& /*language*/) {
  const auto uri = esco::need(table, {"conceptUri"});
  if (!uri) return uri.why();
  const auto label = esco::need(table, {"preferredLabel"});
  if (!label) return label.why();
  const auto type = esco::find(table, {"skillType"});
  const auto concept_type = esco::find(table, {"conceptType"});
  const auto reuse = esco::find(table, {"reuseLevel"});
  const auto others = esco::find(table, {"altLabels"});
  const auto description = esco::find(table, {"description"});
  const auto broader = esco::find(table, {"broaderConceptUri"});
  const bool gives = tables_.count("skills") == 0;
  return rows_.each(table, [&]() -> result<void> {
    const std::string code = last_segment(table[*uri]);
    if (code.empty()) return table.refuse(say::empty_value, {table.header()[*uri]}, *uri);
    draft_competence* c = built_.competence(code);
    if (c == nullptr) {
      if (!gives || table[*label].empty()) return absent(table, *uri);
      c = built_.add_competence(code);
      c->uri = table[*uri];
      c->label = trimmed(table[*label]);
      c->definition = trimmed(table[description]);
      if (table[type] == "knowledge") c->kind = competence_kind::knowledge;
      if (table[concept_type] == "SkillGroup") c->grain = competence_grain::group;
      c->transversal = table[reuse] == "transversal";
      add_attribute(c->attributes, "reuse_level", table[reuse]);
      esco::add_labels(c->labels, c->label, table[others], {});
    }
    if (collection_ == "transversal") c->transversal = true;
    if (collection_ == "language") c->kind = competence_kind::language;
    add_attribute(c->attributes, "collection", collection_);
    if (gives)
      for (const std::string& above : split(table[broader], "|\n"))
        if (built_.competence(last_segment(above)) != nullptr && last_segment(above) != code)
          c->broader.push_back(last_segment(above));
    return {};
  });
}

result<void> esco_reader::read_hierarchy(csv_table& table, const std::string& /*language*/) {
  std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> levels;
  for (const std::string level : {"0", "1", "2", "3"})
    levels.emplace_back(table.find_column("Level " + level + " URI"), table.find_column("Level " + level + " code"));
  return rows_.each(table, [&]() -> result<void> {
    const bool attitude = table[levels[0].second] == "A";
    for (const auto& [uri, own_code] : levels) {
      if (table[uri].empty()) continue;
      const std::string code = last_segment(table[uri]);
      if (attitude) attitudes_.insert(code);
      draft_competence* c = built_.competence(code);
      if (c != nullptr && c->hierarchy.empty()) c->hierarchy = table[own_code];
    }
    return {};
  });
}

}  // namespace activateur
