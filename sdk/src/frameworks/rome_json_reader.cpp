// ROME 4.0 as the API of France Travail answers, saved: the list of métiers, that of compétences, fiches, situations;
// each answer is known by its members, whatever its file is named.
#include <filesystem>

#include "base/file.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/json_node.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

const std::vector<std::string_view> competence_types{"COMPETENCE-DETAILLEE", "MACRO-SAVOIR-FAIRE",
                                                     "MACRO-SAVOIR-ETRE-PROFESSIONNEL", "SAVOIR"};

bool is_competence(const json_node& node) {
  return std::find(competence_types.begin(), competence_types.end(), node.text("type")) != competence_types.end();
}
bool is_sheet(const json_node& node) { return node.has("groupesCompetencesMobilisees") || node.has("groupesSavoirs"); }
bool is_job(const json_node& node) {
  return is_job_code(node.text("code")) && !is_sheet(node) && (node.has("libelle") || node.has("label"));
}
bool is_condition(const json_node& node) {
  return node.has("categorie") && node.has("code") && !node.has("type") && node.value()["categorie"].is_string();
}

class rome_json_reader {
 public:
  rome_json_reader(const import_source& source, journal& faults) : source_(source), faults_(faults) {
    built_.draft.id = "rome";
    built_.draft.title = "Répertoire opérationnel des métiers et des emplois (ROME 4.0)";
    built_.draft.attribution = "France Travail, ROME 4.0, Licence Ouverte 2.0";
  }

  result<framework_draft> read() {
    if (source_.document) {
      read_answer(*source_.document, source_.path);
    } else {
      for (const std::string& name : source_.names) {
        if (!name.ends_with(".json")) continue;
        auto text = read_file(source_.in(name), limits::document_bytes);
        if (!text) return std::move(text).why();
        faults_.expect(text->size());
        const auto document = read_json(*text, {}, source_.in(name));
        if (!document) {
          if (auto noted = faults_.note(document.why()); !noted) return noted.why();
          continue;
        }
        read_answer(*document, source_.in(name));
        if (!faults_.going(done_ += text->size())) return progress_sink::cancelled();
      }
    }
    for (const auto& [job, competence, importance] : links_)
      if (draft_job* j = built_.job(job); j != nullptr) draft_builder::link(*j, competence, importance);
    for (draft_competence& c : built_.draft.competences)
      if (!c.macro.empty()) c.broader.push_back(c.macro);
    built_.settle(faults_, source_.path);
    for (draft_competence& c : built_.draft.competences) {
      const draft_competence* macro = c.macro.empty() ? nullptr : built_.competence(c.macro);
      if (macro == nullptr || macro->grain != competence_grain::macro)
        c.macro.clear();
      else if (c.hierarchy.empty())
        c.hierarchy = macro->hierarchy;
    }
    return std::move(built_.draft);
  }

 private:
  void read_answer(const json& document, const std::string& file) {
    file_ = file;
    if (const json_node top(document); top.has("version") && top.value()["version"].is_string()) {
      built_.draft.version = top.text("version");
      return;
    }
    for (const json_node& node : json_node(document).elements()) {
      if (is_competence(node))
        read_competence(node, {});
      else if (is_sheet(node))
        read_sheet(node);
      else if (is_job(node))
        read_job(node);
      else if (is_condition(node))
        read_condition(node);
      else if (node.has("code") && node.has("libelle"))
        faults_.add(node.refuse(rome_messages::bad_job_code, {quotable(node.text("code"))}, file_));
    }
  }

  // Answers repeat each other, some with more members: what is there stays, what was empty is filled.
  std::string read_competence(const json_node& node, const std::string& under) {
    const std::string code = node.text("code").empty() ? node.text("codeOgr") : node.text("code");
    if (!is_item_code(code)) {
      faults_.add(node.refuse(say::bad_value, {quotable(code), "100003"}, file_));
      return {};
    }
    draft_competence* c = built_.add_competence(code);
    if (c == nullptr) c = built_.competence(code);
    name_entry(c->label, node, code);
    if (c->definition.empty()) c->definition = node.text("definition");
    const std::string type = node.text("type");
    if (type == "SAVOIR") c->kind = competence_kind::knowledge;
    if (type == "MACRO-SAVOIR-ETRE-PROFESSIONNEL") c->kind = competence_kind::soft_skill;
    if (type.starts_with("MACRO")) c->grain = competence_grain::macro;
    c->withdrawn = c->withdrawn || node.text("obsolete") == "true";
    if (c->hierarchy.empty()) c->hierarchy = node.text("codeArborescence");
    if (c->category.empty()) c->category = node.text("sousCategorie");
    c->transversal = c->transversal || node.text("transferable") == "true";
    if (!under.empty()) c->macro = under;
    if (const auto category = node.object("categorieSavoir"); category && c->hierarchy.empty()) {
      c->hierarchy = category->text("libelle");
      if (const auto above = category->object("categorie")) {
        c->category = c->hierarchy;
        c->hierarchy = above->text("libelle");
      }
    }
    if (const auto esco = node.object("competenceEsco"); esco && c->mappings.empty() && esco->has("uri"))
      c->mappings.push_back({"esco", last_segment(esco->text("uri")), mapping_relation::close, 1000, "France Travail"});
    if (const auto macro = node.object("macroCompetence")) {
      const std::string above = read_competence(*macro, {});
      if (draft_competence* again = built_.competence(code); again != nullptr && !above.empty()) again->macro = above;
    }
    for (const json_node& item : node.list("competences"))
      if (is_competence(item)) read_competence(item, code);
    return code;
  }

  draft_job& job_of(const json_node& node) {
    const std::string code = node.text("code");
    draft_job* j = built_.add_job(code);
    if (j == nullptr) j = built_.job(code);
    name_entry(j->label, node, code);
    return *j;
  }

  // Its code stands for a label that no answer has given yet.
  static void name_entry(std::string& label, const json_node& node, const std::string& code) {
    if (label.empty() || label == code) label = node.text("libelle");
    if (label.empty()) label = code;
  }

  void read_job(const json_node& node) {
    draft_job& j = job_of(node);
    const std::string code = j.code;
    if (j.definition.empty()) j.definition = node.text("definition");
    j.withdrawn = j.withdrawn || node.text("obsolete") == "true";
    if (j.riasec.empty()) j.riasec = node.text("riasecMajeur") + node.text("riasecMineur");
    if (const auto domain = node.object("domaineProfessionnel"); domain && j.domain.empty()) {
      j.domain = domain->text("code");
      j.domain_label = domain->text("libelle");
    }
    add_attribute(j.attributes, "isco", node.text("codeIsco"));
    for (const json_node& a : node.list("appellations"))
      if (a.has("libelle")) j.appellations.emplace_back(a.text("libelle"), "", a.text("code"));
    std::vector<std::string> conditions;
    for (const json_node& condition : node.list("contextesTravail")) conditions.push_back(read_condition(condition));
    std::erase(conditions, std::string());
    j.conditions.insert(j.conditions.end(), conditions.begin(), conditions.end());
    const std::vector<std::pair<const char*, link_importance>> asked{
        {"competencesMobiliseesPrincipales", link_importance::core},
        {"competencesMobiliseesEmergentes", link_importance::emerging},
        {"competencesMobilisees", link_importance::ordinary}};
    for (const auto& [name, importance] : asked)
      for (const json_node& c : node.list(name)) {
        const std::string competence = read_competence(c, {});
        if (!competence.empty()) links_.emplace_back(code, competence, importance);
      }
    std::uint32_t order = 0;
    for (const json_node& near : node.list("metiersProches"))
      if (draft_job* self = built_.job(code); is_job_code(near.text("code")))
        self->mobilities.push_back({near.text("code"), ++order});
  }

  void read_sheet(const json_node& node) {
    const auto job = node.object("metier");
    const std::string code = job_of(job ? *job : node).code;
    if (!is_job_code(code)) faults_.add(node.refuse(rome_messages::bad_job_code, {quotable(code)}, file_));
    for (const auto& [groups, members] : std::vector<std::pair<const char*, const char*>>{
             {"groupesCompetencesMobilisees", "competences"}, {"groupesSavoirs", "savoirs"}})
      for (const json_node& group : node.list(groups))
        for (const json_node& c : group.list(members)) {
          const std::string competence = read_competence(c, {});
          if (!competence.empty()) links_.emplace_back(code, competence, link_importance::ordinary);
        }
  }

  std::string read_condition(const json_node& node) {
    std::string code = node.text("code");
    if (code.empty() || !node.has("libelle")) return {};
    if (conditions_.insert(code).second)
      built_.draft.conditions.push_back({code, node.text("libelle"), node.text("categorie")});
    return code;
  }

  const import_source& source_;
  journal& faults_;
  draft_builder built_;
  std::vector<std::tuple<std::string, std::string, link_importance>> links_;
  std::set<std::string> conditions_;
  std::string file_;
  std::uint64_t done_ = 0;
};

bool is_answer(const json& document) {
  const std::vector<json_node> nodes = json_node(document).elements();
  return !nodes.empty() && std::any_of(nodes.begin(), nodes.end(), [](const json_node& n) {
    return is_competence(n) || is_sheet(n) || (is_job(n) && !n.has("schema"));
  });
}

bool recognises(const import_source& source) {
  if (source.document) return is_answer(*source.document);
  return std::any_of(source.names.begin(), source.names.end(), [&](const std::string& name) {
    if (!name.ends_with(".json")) return false;
    const auto text = read_file(source.in(name), limits::document_bytes);
    const auto document = text ? read_json(*text) : result<json>(json());
    return document && is_answer(*document);
  });
}

result<framework_draft> read_rome_json(const import_source& source, const import_options& /*options*/,
                                       journal& faults) {
  return rome_json_reader(source, faults).read();
}

}  // namespace

const import_format rome_4_json{"rome-4-json", recognises, read_rome_json};

}  // namespace activateur
