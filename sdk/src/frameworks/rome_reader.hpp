// Reading the tables of ROME 4.0 into a draft, each row checked against the tables it refers to.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frameworks/draft.hpp"
#include "frameworks/rome_directory.hpp"
#include "frameworks/table_reader.hpp"

namespace activateur {

// The tables an import needs, and those it takes when they are there:
//   needed    referentiel_code_rome, referentiel_competence, referentiel_savoir, referentiel_contexte_travail,
//             coherence_item, rubrique_mobilite, cr_gd_dp
//   optional  texte (definitions), referentiel_code_rome_riasec, referentiel_appellation: nothing refers to
//             them; without them jobs have no definition, no RIASEC letters, no appellations;
//             arborescence_secteur_activite, _secteur_naf, _thematique, _centre_interet: attributes of jobs
class rome_reader {
 public:
  rome_reader(rome_directory directory, journal& faults)
      : directory_(std::move(directory)), faults_(faults), rows_(faults) {}

  // Call once.
  result<framework_draft> read();

 private:
  enum class item { competence, condition };
  struct macro_reference {  // a row whose macro-competence may come later in the file
    std::size_t competence, offset;
  };
  struct sentence_of_text {
    std::uint32_t job, order;
    std::string text;
  };
  using step = result<void> (rome_reader::*)(csv_table&);

  result<void> read_table(std::string_view table, step read_rows);
  result<void> measure();

  result<void> read_jobs(csv_table& table);
  result<void> read_domains(csv_table& table);
  result<void> read_riasec(csv_table& table);
  result<void> read_definitions(csv_table& table);
  result<void> read_appellations(csv_table& table);
  result<void> read_competences(csv_table& table);
  result<void> read_macros(const csv_table& table, const std::vector<macro_reference>& references);
  result<void> take_macro(const csv_table& table, const macro_reference& reference);
  result<void> read_knowledge(csv_table& table);
  result<void> read_conditions(csv_table& table);
  result<void> read_links(csv_table& table);
  result<void> read_mobilities(csv_table& table);
  result<void> read_classes(csv_table& table);

  // Columns that name a job or an item; errors say where.
  result<std::uint32_t> known_job(const csv_table& table, std::size_t column) const;
  // A code that no item has yet; the item is one once its whole line is right.
  result<std::string> new_item(const csv_table& table, std::size_t column) const;

  rome_directory directory_;
  journal& faults_;
  table_reader rows_;
  framework_draft draft_;
  std::unordered_map<std::string, std::uint32_t> job_index_;
  std::unordered_map<std::string, item> items_;
  std::unordered_map<std::string, std::size_t> competence_index_;
};

}  // namespace activateur
