#include "frameworks/sheet_columns.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/json_node.hpp"

namespace activateur {
namespace {

constexpr message not_columns{"sheet.columns",
                              "The column mapping is not a document \"activateur/columns/1\": {0}. Correct it.",
                              "La correspondance des colonnes n'est pas un document « activateur/columns/1 » : {0}. "
                              "Corrigez-la."};

// Headings as fold() writes them.
const std::map<std::string_view, std::string_view> known_headings{{"code", "code"},
                                                                  {"code competence", "code"},
                                                                  {"competence code", "code"},
                                                                  {"id", "code"},
                                                                  {"identifiant", "code"},
                                                                  {"reference", "code"},
                                                                  {"ref", "code"},
                                                                  {"skill code", "code"},
                                                                  {"competence", "competence"},
                                                                  {"competences", "competence"},
                                                                  {"intitule", "competence"},
                                                                  {"libelle", "competence"},
                                                                  {"label", "competence"},
                                                                  {"name", "competence"},
                                                                  {"nom", "competence"},
                                                                  {"skill", "competence"},
                                                                  {"intitule de la competence", "competence"},
                                                                  {"libelle competence", "competence"},
                                                                  {"savoir faire", "competence"},
                                                                  {"statement", "competence"},
                                                                  {"title", "competence"},
                                                                  {"titre", "competence"},
                                                                  {"description", "definition"},
                                                                  {"definition", "definition"},
                                                                  {"detail", "definition"},
                                                                  {"domaine", "domain"},
                                                                  {"domain", "domain"},
                                                                  {"bloc", "domain"},
                                                                  {"categorie", "domain"},
                                                                  {"category", "domain"},
                                                                  {"famille", "domain"},
                                                                  {"rubrique", "domain"},
                                                                  {"niveau", "level"},
                                                                  {"level", "level"},
                                                                  {"niveau attendu", "level"},
                                                                  {"niveau requis", "level"},
                                                                  {"kind", "kind"},
                                                                  {"nature", "kind"},
                                                                  {"type", "kind"},
                                                                  {"type de competence", "kind"},
                                                                  {"importance", "importance"},
                                                                  {"obligatoire", "importance"},
                                                                  {"required", "importance"},
                                                                  {"coeur de metier", "importance"},
                                                                  {"coeur metier", "importance"},
                                                                  {"metier", "job"},
                                                                  {"poste", "job"},
                                                                  {"emploi", "job"},
                                                                  {"fonction", "job"},
                                                                  {"job", "job"},
                                                                  {"job title", "job"},
                                                                  {"intitule du poste", "job"},
                                                                  {"intitule de poste", "job"},
                                                                  {"occupation", "job"},
                                                                  {"fiche de poste", "job"},
                                                                  {"code poste", "job_code"},
                                                                  {"code metier", "job_code"},
                                                                  {"code emploi", "job_code"},
                                                                  {"job code", "job_code"},
                                                                  {"job definition", "job_definition"},
                                                                  {"description du poste", "job_definition"},
                                                                  {"missions", "job_definition"},
                                                                  {"rome", "rome"},
                                                                  {"code rome", "rome"},
                                                                  {"rome code", "rome"},
                                                                  {"uri", "uri"},
                                                                  {"url", "uri"},
                                                                  {"lien", "uri"},
                                                                  {"parent", "parent"},
                                                                  {"code parent", "parent"},
                                                                  {"broader", "parent"},
                                                                  {"synonymes", "synonyms"},
                                                                  {"synonyms", "synonyms"},
                                                                  {"autres libelles", "synonyms"},
                                                                  {"alt labels", "synonyms"}};

}  // namespace

result<sheet_columns> read_columns(const std::string& document) {
  sheet_columns out;
  if (document.empty()) return out;
  const auto read = read_json(document, {}, "columns");
  if (!read) return read.why();
  const json_node top(*read);
  if (top.text("schema") != "activateur/columns/1") return fail(failure::input, not_columns, {"schema"});
  const auto columns = top.object("columns");
  if (!columns || columns->value().empty()) return fail(failure::input, not_columns, {"columns"});
  for (const auto& [role, heading] : columns->value().items()) {
    if (std::find(sheet_roles.begin(), sheet_roles.end(), role) == sheet_roles.end() || !heading.is_string())
      return fail(failure::input, not_columns, {shortened(role, 40)});
    out.headings.emplace(role, heading.get<std::string>());
  }
  if (const std::string separator = read->value("separator", json("")).is_string() ? read->value("separator", "") : "?";
      !separator.empty()) {
    if (separator.size() != 1 || std::string_view(",;\t|").find(separator[0]) == std::string_view::npos)
      return fail(failure::input, not_columns, {"separator"});
    out.separator = separator[0];
  }
  if (const std::string between = top.text("between"); !between.empty()) out.between = between;
  return out;
}

std::string_view role_of(std::string_view heading) {
  const auto found = known_headings.find(fold(heading));
  return found == known_headings.end() ? std::string_view() : found->second;
}

}  // namespace activateur
