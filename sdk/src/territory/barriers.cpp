#include "territory/barriers.hpp"

namespace activateur {
namespace {

constexpr barrier_theme themes[] = {
    {"acces-aux-droits-et-citoyennete", "rights_solved"},
    {"accompagnement-social-et-professionnel-personnalise", ""},
    {"apprendre-francais", "french_solved"},
    {"choisir-un-metier", ""},
    {"creation-activite", ""},
    {"creer-une-entreprise", ""},
    {"difficultes-administratives-ou-juridiques", "rights_solved"},
    {"difficultes-financieres", "money_solved"},
    {"equipement-et-alimentation", "equipment_solved"},
    {"equipement-et-alimentation--alimentation", "food_solved"},
    {"famille", "family_solved"},
    {"famille--garde-denfants", "childcare_solved"},
    {"famille--prise-en-charge-personne-dependante", "dependants_solved"},
    {"famille--soutien-aidants", "dependants_solved"},
    {"gestion-financiere", "money_solved"},
    {"gestion-financiere--obtenir-une-aide-alimentaire", "food_solved"},
    {"handicap", "disability_solved"},
    {"illettrisme", "literacy_solved"},
    {"illettrisme--permis-conduire", "mobility_solved"},
    {"lecture-ecriture-calcul", "literacy_solved"},
    {"lecture-ecriture-calcul--maitriser-le-francais", "french_solved"},
    {"logement-hebergement", "housing_solved"},
    {"mobilite", "mobility_solved"},
    {"numerique", "digital_solved"},
    {"preparer-sa-candidature", ""},
    {"remobilisation", "isolation_solved"},
    {"remobilisation--bien-etre-confiance-en-soi", "confidence_solved"},
    {"sante", "health_solved"},
    {"sante--constituer-un-dossier-mdph-invalidite", "disability_solved"},
    {"se-former", ""},
    {"souvrir-a-linternational", ""},
    {"trouver-un-emploi", ""},
};

}  // namespace

std::span<const barrier_theme> barrier_themes() { return themes; }

thematic_meaning meaning_of(std::string_view thematic) {
  thematic_meaning out;
  std::size_t longest = 0;
  for (const barrier_theme& row : themes) {
    if (!thematic.starts_with(row.thematic) || row.thematic.size() < longest) continue;
    const std::string_view rest = thematic.substr(row.thematic.size());
    if (!rest.empty() && !rest.starts_with("--")) continue;
    longest = row.thematic.size();
    out = {true, row.condition};
  }
  return out;
}

std::vector<std::string> conditions_of_mode(std::string_view mode) {
  if (mode == "on_site") return {"childcare_solved", "mobility_solved"};
  if (mode == "mixed") return {"childcare_solved", "digital_solved", "mobility_solved"};
  if (mode == "remote") return {"digital_solved"};
  return {};
}

}  // namespace activateur
