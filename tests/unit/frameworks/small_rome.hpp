// A ROME of three jobs, invented, in the columns in which ROME is published; tests change one table at a time.
#pragma once

#include <map>
#include <string>

#include "frameworks/import.hpp"
#include "shared_data.hpp"

namespace activateur::test {

inline const std::map<std::string, std::string>& small_rome_tables() {
  static const std::map<std::string, std::string> tables{
      {"unix_referentiel_code_rome_v461_utf8.csv",
       "\"code_rome\",\"code_ogr\",\"libelle_rome\"\n"
       "\"A1001\",\"11\",\"Jardinier / Jardinière\"\n"
       "\"A1002\",\"12\",\"Fleuriste\"\n"
       "\"B2001\",\"13\",\"Relieur / Relieuse d'art\"\n"},
      {"unix_cr_gd_dp_v461_utf8.csv",
       "\"code_rome\",\"code_domaine_professionel\",\"libelle_domaine_professionel\"\n"
       "\"A1001\",\"A10\",\"Espaces verts\"\n"
       "\"A1002\",\"A10\",\"Espaces verts\"\n"
       "\"B2001\",\"B20\",\"Métiers d'art\"\n"},
      {"unix_referentiel_code_rome_riasec_v461_utf8.csv",
       "\"code_rome\",\"riasec_majeur\",\"riasec_mineur\"\n"
       "\"A1001\",\"R\",\"\"\n"
       "\"A1002\",\"A\",\"R\"\n"},
      {"unix_texte_v461_utf8.csv",
       "\"code_rome\",\"libelle_type_texte\",\"position_phrase\",\"libelle_texte\"\n"
       "\"A1001\",\"definition\",\"2\",\"Veille à l''arrosage\"\n"
       "\"A1001\",\"definition\",\"1\",\"Entretient les jardins.\"\n"
       "\"A1001\",\"acces_metier\",\"1\",\"Accessible sans diplôme\"\n"},
      {"unix_referentiel_appellation_v461_utf8.csv",
       "\"code_ogr\",\"libelle_appellation_long\",\"code_rome\"\n"
       "\"501\",\"Rosiériste\",\"A1001\"\n"
       "\"502\",\"Élagueur / Élagueuse\",\"A1001\"\n"},
      {"unix_referentiel_competence_v461_utf8.csv",
       "\"code_ogr\",\"nature\",\"libelle_competence\",\"definition\",\"code_ogr_macro_comp\",\"code_macro_comp\","
       "\"cat_comp\",\"sous_cat_comp\"\n"
       "\"101\",\"Compétence\",\"Tailler les arbres\",\"\",\"201\",\"\",\"Savoir-faire\",\"Technique\"\n"
       "\"102\",\"Compétence\",\"Mettre en œuvre un plan\",\"\",\"202\",\"\",\"Savoir-faire\",\"Transverse\"\n"
       "\"201\",\"Macro-compétence\",\"Entretenir les végétaux\",\"\",\"\",\"3B201\",\"Savoir-faire\",\"Technique\"\n"
       "\"202\",\"Macro-compétence\",\"Organiser son travail\",\"\",\"\",\"6B201\",\"Savoir-faire\",\"Technique\"\n"
       "\"301\",\"Macro-compétence\",\"Être à l'écoute\",\"Capacité à écouter\",\"\",\"6D101\","
       "\"Savoir-être professionnel\",\"Transverse\"\n"},
      {"unix_referentiel_savoir_v461_utf8.csv",
       "\"code_ogr_savoir\",\"libelle_savoir\",\"categorie_savoir\",\"sous_categorie_savoir\"\n"
       "\"401\",\"Botanique\",\"Domaines d'expertise\",\"Agriculture\"\n"},
      {"unix_referentiel_contexte_travail_v461_utf8.csv",
       "\"code_ogr\",\"libelle_cont_travail\",\"libelle_type_cont_trav\"\n"
       "\"601\",\"En extérieur\",\"Conditions de travail\"\n"},
      {"unix_coherence_item_v461_utf8.csv",
       "\"code_rome\",\"code_ogr\",\"coeur_metier\"\n"
       "\"A1001\",\"101\",\"Principale\"\n"
       "\"A1001\",\"601\",\"\"\n"
       "\"A1001\",\"401\",\"Émergente\"\n"
       "\"A1002\",\"401\",\"\"\n"
       "\"B2001\",\"301\",\"\"\n"},
      {"unix_rubrique_mobilite_v461_utf8.csv",
       "\"code_rome\",\"code_rome_cible\",\"numero_ordre\"\n"
       "\"A1001\",\"B2001\",\"2\"\n"
       "\"A1001\",\"A1002\",\"1\"\n"},
      {"version.txt", "Numero de version : 61\n"}};
  return tables;
}

class small_rome {
 public:
  small_rome() {
    for (const auto& [name, text] : small_rome_tables()) directory_.write(name, text);
  }
  // A table by the middle of its name: "coherence_item".
  [[nodiscard]] std::string path(const std::string& table) const {
    return (directory_ / ("unix_" + table + "_v461_utf8.csv")).string();
  }
  void replace(const std::string& table, const std::string& text) const {
    directory_.write("unix_" + table + "_v461_utf8.csv", text);
  }
  void append(const std::string& table, const std::string& lines) const { replace(table, slurp(path(table)) + lines); }
  void change(const std::string& table, const std::string& from, const std::string& to) const {
    std::string text = slurp(path(table));
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    replace(table, text.replace(at, from.size(), to));
  }
  void remove(const std::string& table) const { std::filesystem::remove(path(table)); }
  void write(const std::string& name, const std::string& text) const { directory_.write(name, text); }
  void remove_file(const std::string& name) const { std::filesystem::remove(directory_ / name); }
  [[nodiscard]] std::string string() const { return directory_.string(); }
  [[nodiscard]] result<framework_ptr> import() const { return import_rome(directory_.string(), context{}); }

 private:
  scratch_directory directory_;
};

}  // namespace activateur::test
