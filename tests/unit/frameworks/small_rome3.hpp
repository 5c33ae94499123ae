// A ROME 3 of three jobs, invented, in the columns in which it was published; tests change one table at a time.
#pragma once

#include <map>
#include <string>

#include "imports.hpp"

namespace activateur::test {

inline const std::map<std::string, std::string>& small_rome3_tables() {
  static const std::map<std::string, std::string> tables{
      {"referentiel_code_rome",
       "\"code_rome\",\"code_fiche_em\",\"code_ogr\",\"libelle_rome\",\"statut\"\n"
       "\"A1001\",\"1\",\"11\",\"Entretien d''espaces verts\",\"1\"\n"
       "\"A1002\",\"2\",\"12\",\"Vente de fleurs\",\"1\"\n"
       "\"B2001\",\"3\",\"13\",\"Reliure\",\"2\"\n"},
      {"referentiel_appellation",
       "\"code_ogr\",\"libelle_appellation_long\",\"libelle_appellation_court\",\"code_rome\","
       "\"code_type_section_appellation\",\"libelle_type_section_appellation\",\"statut\"\n"
       "\"501\",\"Jardinier / Jardinière d''essai\",\"Jardinier(e)\",\"A1001\",\"1\",\"PRINCIPALE\",\"1\"\n"},
      {"referentiel_competence",
       "\"code_ogr\",\"libelle_competence\",\"code_type_competence\",\"libelle_type_competence\",\"statut\"\n"
       "\"101\",\"Botanique d''essai\",\"1\",\"SAVOIRS THEORIQUES ET PROCEDURAUX\",\"1\"\n"
       "\"102\",\"Techniques de vente\",\"1\",\"SAVOIRS THEORIQUES ET PROCEDURAUX\",\"1\"\n"},
      {"referentiel_activite",
       "\"code_ogr\",\"code_tete_rgpmt\",\"libelle_activite\",\"libelle_activite_impression\",\"code_type_activite\","
       "\"libelle_type_activite\",\"code_type_item_activite\",\"libelle_type_item_activite\",\"statut\"\n"
       "\"201\",\"\",\"Tailler des haies\",\"\",\"3\",\"ACTIVITE DE BASE ET/OU SPECIFIQUE\",\"2\",\"SIMPLE\",\"1\"\n"
       "\"202\",\"\",\"Tenir une caisse\",\"\",\"3\",\"ACTIVITE DE BASE ET/OU SPECIFIQUE\",\"2\",\"SIMPLE\",\"1\"\n"},
      {"referentiel_env_travail",
       "\"code_ogr\",\"libelle_env_travail\",\"code_type_section_env_trav\",\"libelle_type_section_env_trav\","
       "\"statut\"\n"
       "\"301\",\"Mairie d''essai\",\"1\",\"STRUCTURES\",\"1\"\n"},
      {"liens_rome_referentiels",
       "\"code_rome\",\"code_ogr\",\"code_ref_rubrique\",\"position_bloc\",\"code_type_referentiel\","
       "\"code_compo_bloc\",\"position_item\",\"id_priorisation\"\n"
       "\"A1001\",\"101\",\"7\",\"1\",\"1\",\"8\",\"1\",\"1\"\n"
       "\"A1001\",\"201\",\"9\",\"1\",\"2\",\"9\",\"1\",\"1\"\n"
       "\"A1001\",\"201\",\"6\",\"1\",\"2\",\"8\",\"1\",\"1\"\n"
       "\"A1001\",\"301\",\"5\",\"1\",\"5\",\"7\",\"1\",\"1\"\n"
       "\"A1001\",\"501\",\"4\",\"1\",\"4\",\"3\",\"1\",\"1\"\n"
       "\"A1001\",\"11\",\"2\",\"1\",\"3\",\"2\",\"1\",\"1\"\n"
       "\"A1002\",\"102\",\"10\",\"2\",\"1\",\"9\",\"1\",\"1\"\n"
       "\"A1002\",\"202\",\"6\",\"1\",\"2\",\"8\",\"1\",\"1\"\n"},
      {"coherence_item",
       "\"code_rome\",\"code_ogr\"\n"
       "\"A1001\",\"101\"\n"
       "\"A1001\",\"201\"\n"
       "\"A1001\",\"301\"\n"
       "\"A1002\",\"102\"\n"
       "\"A1002\",\"202\"\n"
       "\"B2001\",\"202\"\n"},
      {"texte",
       "\"code_rome\",\"position_libelle_txt\",\"code_type_texte\",\"libelle_texte\",\"libelle_type_texte\"\n"
       "\"A1001\",\"1\",\"1\",\"Peut diriger l''équipe.\",\"definition\"\n"
       "\"A1001\",\"0\",\"1\",\"Entretient les jardins.\",\"definition\"\n"
       "\"A1001\",\"0\",\"2\",\"Accessible sans diplôme.\",\"acces_metier\"\n"},
      {"rubrique_mobilite",
       "\"code_rome\",\"code_rome_cible\",\"code_appellation_source\",\"code_appellation_cible\","
       "\"code_type_mobilite\",\"libelle_type_mobilite\"\n"
       "\"A1001\",\"B2001\",\"\",\"\",\"2\",\"Evolution\"\n"
       "\"A1001\",\"A1002\",\"501\",\"\",\"2\",\"Evolution\"\n"
       "\"A1001\",\"A1002\",\"\",\"\",\"1\",\"Proche\"\n"
       "\"A1001\",\"A1001\",\"501\",\"502\",\"1\",\"Proche\"\n"},
      {"referentiel_code_rome_riasec", "\"code_rome\",\"riasec_majeur\",\"riasec_mineur\"\n\"A1001\",\"R\",\"C\"\n"},
      {"referentiel_activite_riasec", "\"code_ogr\",\"riasec_majeur\",\"riasec_mineur\"\n\"201\",\"R\",\"\"\n"},
      {"item_arborescence",
       "\"code_ogr\",\"code_type_referentiel\",\"code_pere\",\"code_noeud\",\"libelle_item_arbo\","
       "\"code_item_arbo_associe\",\"code_type_noeud\",\"libelle_type_noeud\",\"statut\"\n"
       "\"901\",\"6\",\"A\",\"A10\",\"Espaces d''essai\",\"0\",\"2\",\"NOEUD\",\"1\"\n"
       "\"902\",\"6\",\"A10\",\"A1001\",\"Entretien d''espaces verts\",\"11\",\"3\",\"FEUILLE\",\"1\"\n"
       "\"903\",\"7\",\"001\",\"A1001\",\"Entretien d''espaces verts\",\"11\",\"3\",\"FEUILLE\",\"1\"\n"
       "\"904\",\"7\",\"Racine AR\",\"001\",\"Métiers de l''air\",\"0\",\"2\",\"NOEUD\",\"1\"\n"
       "\"905\",\"8\",\"ACTG1\",\"_-1\",\"Tenir une caisse\",\"202\",\"3\",\"FEUILLE\",\"1\"\n"
       "\"906\",\"8\",\"ACTG\",\"ACTG1\",\"Caisse\",\"0\",\"2\",\"NOEUD\",\"1\"\n"
       "\"907\",\"8\",\"Racine AA\",\"ACTG\",\"Compétences transverses\",\"0\",\"2\",\"NOEUD\",\"1\"\n"
       "\"908\",\"9\",\"COMA1\",\"_-2\",\"Botanique d''essai\",\"101\",\"3\",\"FEUILLE\",\"1\"\n"
       "\"909\",\"9\",\"COMA\",\"COMA1\",\"Plantes\",\"0\",\"2\",\"NOEUD\",\"1\"\n"
       "\"910\",\"9\",\"Racine AC\",\"COMA\",\"Vivant\",\"0\",\"2\",\"NOEUD\",\"1\"\n"}};
  return tables;
}

class small_rome3 {
 public:
  small_rome3() {
    for (const auto& [table, text] : small_rome3_tables()) replace(table, text);
  }
  static std::string name(const std::string& table) { return "unix_" + table + "_v346_utf8.csv"; }
  [[nodiscard]] std::string text(const std::string& table) const { return slurp(directory_ / name(table)); }
  void replace(const std::string& table, const std::string& text) const { directory_.write(name(table), text); }
  void append(const std::string& table, const std::string& lines) const { replace(table, text(table) + lines); }
  void remove(const std::string& table) const { std::filesystem::remove(directory_ / name(table)); }
  [[nodiscard]] std::string string() const { return directory_.string(); }

 private:
  scratch_directory directory_;
};

}  // namespace activateur::test
