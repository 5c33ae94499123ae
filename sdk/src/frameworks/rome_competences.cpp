// The tables about competences: savoir-faire and savoir-être, savoirs, working contexts, links with jobs.
#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"
#include "frameworks/rome_reader.hpp"

namespace activateur {

namespace say = rome_messages;

namespace {

std::optional<link_importance> importance_of(std::string_view core) {
  if (core.empty()) return link_importance::ordinary;
  if (core == "Principale") return link_importance::core;
  if (core == "Émergente") return link_importance::emerging;
  return std::nullopt;
}

}  // namespace

result<void> rome_reader::read_competences(csv_table& table) {
  const auto code = table.column({"code_ogr"});
  if (!code) return code.why();
  const auto grain = table.column({"nature"});
  if (!grain) return grain.why();
  const auto label = table.column({"libelle_competence"});
  if (!label) return label.why();
  const auto definition = table.column({"definition"});
  if (!definition) return definition.why();
  const auto macro = table.column({"code_ogr_macro_comp"});
  if (!macro) return macro.why();
  const auto hierarchy = table.column({"code_macro_comp"});
  if (!hierarchy) return hierarchy.why();
  const auto kind = table.column({"cat_comp"});
  if (!kind) return kind.why();
  const auto category = table.column({"sous_cat_comp"});
  if (!category) return category.why();

  std::vector<macro_reference> references;
  auto rows = rows_.each(table, [&]() -> result<void> {
    auto item_code = new_item(table, *code);
    if (!item_code) return std::move(item_code).why();
    draft_competence c;
    c.code = *std::move(item_code);
    if (table[*grain] == "Macro-compétence")
      c.grain = competence_grain::macro;
    else if (table[*grain] != "Compétence")
      return table.refuse(say::unknown_value, {quotable(table[*grain]), "Compétence, Macro-compétence"}, *grain);
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    c.label = table[*label];
    c.definition = table[*definition];
    if (table[*kind] == "Savoir-être professionnel")
      c.kind = competence_kind::soft_skill;
    else if (table[*kind] != "Savoir-faire")
      return table.refuse(say::unknown_value, {quotable(table[*kind]), "Savoir-faire, Savoir-être professionnel"},
                          *kind);
    c.category = table[*category];
    if (c.grain == competence_grain::macro) {
      if (table[*hierarchy].empty()) return table.refuse(say::empty_value, {}, *hierarchy);
      if (!table[*macro].empty()) return table.refuse(say::unknown_value, {quotable(table[*macro]), "\"\""}, *macro);
      c.hierarchy = table[*hierarchy];
    } else {
      c.macro = table[*macro];
      references.push_back({draft_.competences.size(), table.offset_of(*macro)});
    }
    items_.emplace(c.code, item::competence);
    competence_index_.emplace(c.code, draft_.competences.size());
    draft_.competences.push_back(std::move(c));
    return {};
  });
  if (!rows) return rows;
  return read_macros(table, references);
}

// An item takes its place in the hierarchy from its macro-competence.
result<void> rome_reader::take_macro(const csv_table& table, const macro_reference& reference) {
  draft_competence& c = draft_.competences[reference.competence];
  if (c.macro.empty()) return table.refuse_at(say::empty_value, {}, reference.offset);
  const auto found = competence_index_.find(c.macro);
  if (found == competence_index_.end() || draft_.competences[found->second].grain != competence_grain::macro)
    return table.refuse_at(say::unknown_macro, {quotable(c.macro)}, reference.offset);
  c.hierarchy = draft_.competences[found->second].hierarchy;
  return {};
}

result<void> rome_reader::read_macros(const csv_table& table, const std::vector<macro_reference>& references) {
  for (const macro_reference& r : references) {
    auto taken = take_macro(table, r);
    if (taken) continue;
    items_.erase(draft_.competences[r.competence].code);
    draft_.competences[r.competence].code.clear();
    if (auto noted = faults_.note(std::move(taken).why()); !noted) return noted;
  }
  std::erase_if(draft_.competences, [](const draft_competence& c) { return c.code.empty(); });
  // ROME marks what serves in any job twice: by sub-category, and by domain 6 of the hierarchy. Both are asked
  // for: each alone also holds competences of one trade.
  for (draft_competence& c : draft_.competences)
    c.transversal = c.category == "Transverse" && c.hierarchy.starts_with('6');
  return {};
}

result<void> rome_reader::read_knowledge(csv_table& table) {
  const auto code = table.column({"code_ogr_savoir"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_savoir"});
  if (!label) return label.why();
  const auto category = table.column({"categorie_savoir"});
  if (!category) return category.why();
  const auto sub_category = table.column({"sous_categorie_savoir"});
  if (!sub_category) return sub_category.why();
  return rows_.each(table, [&]() -> result<void> {
    auto item_code = new_item(table, *code);
    if (!item_code) return std::move(item_code).why();
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    draft_competence c;
    c.code = *std::move(item_code);
    c.label = table[*label];
    c.kind = competence_kind::knowledge;
    c.hierarchy = table[*category];
    c.category = table[*sub_category];
    items_.emplace(c.code, item::competence);
    draft_.competences.push_back(std::move(c));
    return {};
  });
}

result<void> rome_reader::read_conditions(csv_table& table) {
  const auto code = table.column({"code_ogr"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_cont_travail"});
  if (!label) return label.why();
  const auto category = table.column({"libelle_type_cont_trav"});
  if (!category) return category.why();
  return rows_.each(table, [&]() -> result<void> {
    auto item_code = new_item(table, *code);
    if (!item_code) return std::move(item_code).why();
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    items_.emplace(*item_code, item::condition);
    draft_.conditions.push_back({*std::move(item_code), std::string(table[*label]), std::string(table[*category])});
    return {};
  });
}

result<void> rome_reader::read_links(csv_table& table) {
  const auto job_code = table.column({"code_rome"});
  if (!job_code) return job_code.why();
  const auto code = table.column({"code_ogr"});
  if (!code) return code.why();
  const auto core = table.column({"coeur_metier"});
  if (!core) return core.why();
  std::set<std::pair<std::uint32_t, std::string>> seen;
  return rows_.each(table, [&]() -> result<void> {
    const auto job = known_job(table, *job_code);
    if (!job) return job.why();
    std::string item_code(table[*code]);
    const auto known = items_.find(item_code);
    if (known == items_.end()) return table.refuse(say::unknown_item, {quotable(item_code)}, *code);
    if (!seen.emplace(*job, item_code).second)
      return table.refuse(say::duplicate, {draft_.jobs[*job].code + " " + item_code}, *code);
    const auto importance = importance_of(table[*core]);
    if (!importance)
      return table.refuse(say::unknown_value, {quotable(table[*core]), "\"\", Principale, Émergente"}, *core);
    if (known->second == item::condition)
      draft_.jobs[*job].conditions.push_back(std::move(item_code));
    else
      draft_.jobs[*job].links.push_back({std::move(item_code), *importance});
    return {};
  });
}

}  // namespace activateur
