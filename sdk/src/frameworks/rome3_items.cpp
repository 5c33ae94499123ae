// ROME 3's tables about what jobs ask for: competences (knowledge), activities (know-how), working environments, the
// links, and the trees that sort all of them.
#include <algorithm>

#include "frameworks/fold.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/rome3_messages.hpp"
#include "frameworks/rome3_reader.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"

namespace activateur {

namespace say = rome_messages;

namespace {

// code_type_referentiel of a link.
constexpr std::string_view of_competence = "1", of_activity = "2", of_environment = "5";
// code_ref_rubrique: the basic activities and competences of a job; 9 and 10 are the specific ones.
constexpr std::string_view basic_activities = "6", basic_competences = "7";
// code_type_referentiel of a tree: domains of jobs, themes of jobs, activities, competences.
constexpr std::string_view tree_of_domains = "6", tree_of_themes = "7", tree_of_activities = "8",
                           tree_of_competences = "9";
constexpr std::string_view type_of_leaf = "3";  // code_type_noeud

}  // namespace

result<void> rome3_reader::read_items(csv_table& table, const item_columns& columns, competence_kind kind) {
  return rows_.each(table, [&]() -> result<void> {
    const std::string code(trimmed(table[columns.code]));
    if (!is_item_code(code)) return table.refuse(say::bad_item_code, {quotable(code)}, columns.code);
    if (trimmed(table[columns.label]).empty()) return table.refuse(say::empty_value, {}, columns.label);
    draft_competence* c = built_.add_competence(code);
    if (c == nullptr) return table.refuse(say::used_elsewhere, {code}, columns.code);
    c->label = undoubled_apostrophes(trimmed(table[columns.label]));
    c->kind = kind;
    add_attribute(c->attributes, "item_type", undoubled_apostrophes(table[columns.kind]));
    const std::string_view state = trimmed(table[columns.status]);
    c->withdrawn = !state.empty() && state != "1";
    return {};
  });
}

result<void> rome3_reader::read_competences(csv_table& table) {
  const auto code = table.column({"code_ogr", "code_ogr_competence"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_competence"});
  if (!label) return label.why();
  return read_items(table, {*code, *label, table.find_column("libelle_type_competence"), table.find_column("statut")},
                    competence_kind::knowledge);
}

result<void> rome3_reader::read_activities(csv_table& table) {
  const auto code = table.column({"code_ogr", "code_ogr_activite"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_activite"});
  if (!label) return label.why();
  return read_items(table, {*code, *label, table.find_column("libelle_type_activite"), table.find_column("statut")},
                    competence_kind::know_how);
}

result<void> rome3_reader::read_item_riasec(csv_table& table) {
  const auto columns = table.columns({"code_ogr", "riasec_majeur", "riasec_mineur"});
  if (!columns) return columns.why();
  return rows_.each(table, [&]() -> result<void> {
    const std::string_view code = trimmed(table[columns->at(0)]);
    draft_competence* c = built_.competence(code);
    if (c == nullptr) return table.refuse(rome3_messages::unknown_item, {quotable(code)}, columns->at(0));
    const auto letters = riasec(table, columns->at(1), columns->at(2));
    if (!letters) return letters.why();
    add_attribute(c->attributes, "riasec", *letters);
    return {};
  });
}

result<void> rome3_reader::read_conditions(csv_table& table) {
  const auto code = table.column({"code_ogr", "code_ogr_env"});
  if (!code) return code.why();
  const auto label = table.column({"libelle_env_travail"});
  if (!label) return label.why();
  const auto category = table.column({"libelle_type_section_env_trav"});
  if (!category) return category.why();
  return rows_.each(table, [&]() -> result<void> {
    const std::string number(trimmed(table[*code]));
    if (!is_item_code(number)) return table.refuse(say::bad_item_code, {quotable(number)}, *code);
    if (trimmed(table[*label]).empty()) return table.refuse(say::empty_value, {}, *label);
    if (built_.competence(number) != nullptr || !conditions_.insert(number).second)
      return table.refuse(say::used_elsewhere, {number}, *code);
    built_.draft.conditions.push_back(
        {number, undoubled_apostrophes(trimmed(table[*label])), undoubled_apostrophes(trimmed(table[*category]))});
    return {};
  });
}

// Both tables that link: liens_rome_referentiels says what kind of thing each line refers to, coherence_item does not.
result<void> rome3_reader::read_links(csv_table& table) {
  const auto job_code = table.column({"code_rome"});
  if (!job_code) return job_code.why();
  const auto code = table.column({"code_ogr"});
  if (!code) return code.why();
  const auto type = table.find_column("code_type_referentiel");
  const auto heading = table.find_column("code_ref_rubrique");
  const bool environments_known = directory_.find("referentiel_env_travail") != nullptr;
  std::size_t left_aside = 0;
  auto rows = rows_.each(table, [&]() -> result<void> {
    const std::string_view kind = trimmed(table[type]);
    // A job's own line, and its appellations: other tables say the same.
    if (type && kind != of_competence && kind != of_activity && kind != of_environment) return {};
    const auto job = known_job(table, *job_code);
    if (!job) return job.why();
    const std::string item(trimmed(table[*code]));
    if (conditions_.count(item) != 0) {
      auto& list = (*job)->conditions;
      if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
      return {};
    }
    if (built_.competence(item) == nullptr) {
      if (!environments_known && (!type || kind == of_environment)) {
        ++left_aside;
        return {};
      }
      return table.refuse(rome3_messages::unknown_item, {quotable(item)}, *code);
    }
    const std::string_view rubric = trimmed(table[heading]);
    draft_builder::link(
        **job, item,
        rubric == basic_activities || rubric == basic_competences ? link_importance::core : link_importance::ordinary);
    return {};
  });
  if (rows && left_aside > 0)
    faults_.remark(import_messages::left_aside,
                   {std::filesystem::path(table.source()).filename().string(), std::to_string(left_aside)});
  return rows;
}

// Nodes and leaves come in any order.
result<void> rome3_reader::read_tree(csv_table& table) {
  const auto columns = table.columns({"code_type_referentiel", "code_pere", "code_noeud", "libelle_item_arbo",
                                      "code_item_arbo_associe", "code_type_noeud"});
  if (!columns) return columns.why();
  std::map<std::string, std::pair<std::string, std::string>> nodes;  // code -> label, code above
  std::vector<leaf> leaves;
  auto rows = rows_.each(table, [&]() -> result<void> {
    const auto cell = [&](std::size_t i) { return std::string(trimmed(table[columns->at(i)])); };
    const std::string tree = cell(0);
    if (tree != tree_of_domains && tree != tree_of_themes && tree != tree_of_activities && tree != tree_of_competences)
      return {};
    if (cell(5) != type_of_leaf)
      nodes.emplace(cell(2), std::pair(undoubled_apostrophes(cell(3)), cell(1)));
    else
      leaves.push_back({tree, cell(1), tree == tree_of_themes ? cell(2) : cell(4)});
    return {};
  });
  if (!rows) return rows;
  for (const auto& [code, node] : nodes) domains_.emplace(code, node.first);
  for (const leaf& one : leaves) place(one, nodes);
  return {};
}

// What hangs in a tree and is in no other table hangs there for nobody.
void rome3_reader::place(const leaf& one, const std::map<std::string, std::pair<std::string, std::string>>& nodes) {
  const auto node = nodes.find(one.above);
  if (node == nodes.end() || one.tree == tree_of_domains) return;
  if (one.tree == tree_of_themes) {
    if (draft_job* j = built_.job(one.code)) add_attribute(j->attributes, "theme", node->second.first);
    return;
  }
  draft_competence* c = built_.competence(one.code);
  if (c == nullptr) return;
  if (c->category.empty()) c->category = node->second.first;
  if (const auto wider = nodes.find(node->second.second); wider != nodes.end()) {
    if (c->kind == competence_kind::knowledge && c->hierarchy.empty()) c->hierarchy = wider->second.first;
    c->transversal = c->transversal || fold(wider->second.first) == "competences transverses";
  }
}

}  // namespace activateur
