// Reading the tables of ROME 3 into a draft. Its activities are know-how, its competences knowledge; it stands beside
// ROME 4 as an earlier version of "rome".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/draft_builder.hpp"
#include "frameworks/rome_directory.hpp"
#include "frameworks/table_reader.hpp"

namespace activateur {

// The tables an import needs, and those it takes when they are there:
//   needed    referentiel_code_rome, referentiel_competence, referentiel_activite, and what links them with jobs:
//             liens_rome_referentiels (which tells what is basic from what is specific) or coherence_item
//   optional  referentiel_env_travail, referentiel_appellation, texte, rubrique_mobilite, referentiel_code_rome_riasec,
//             referentiel_activite_riasec, item_arborescence, cr_gd_dp, domaine_professionnel
// The columns are found by name, in any order and case.
class rome3_reader {
 public:
  rome3_reader(rome_directory directory, journal& faults)
      : directory_(std::move(directory)), faults_(faults), rows_(faults) {}

  // Call once.
  result<framework_draft> read();

 private:
  using step = result<void> (rome3_reader::*)(csv_table&);
  struct table_step {
    std::string_view name;
    bool needed;
    step read;
  };
  static const std::vector<table_step>& steps();

  result<void> measure();
  result<void> read_table(const table_step& table);

  // rome3_jobs.cpp
  result<void> read_jobs(csv_table& table);
  result<void> read_domains(csv_table& table);
  result<void> read_appellations(csv_table& table);
  result<void> read_definitions(csv_table& table);
  result<void> read_job_riasec(csv_table& table);
  result<void> read_mobilities(csv_table& table);
  void place_jobs();

  // rome3_items.cpp
  result<void> read_competences(csv_table& table);
  result<void> read_activities(csv_table& table);
  result<void> read_conditions(csv_table& table);
  result<void> read_item_riasec(csv_table& table);
  result<void> read_links(csv_table& table);
  result<void> read_tree(csv_table& table);

  struct item_columns {
    std::size_t code, label;
    std::optional<std::size_t> kind, status;
  };
  result<void> read_items(csv_table& table, const item_columns& columns, competence_kind kind);
  struct leaf {
    std::string tree, above, code;  // code: of the item, or of the job
  };
  void place(const leaf& one, const std::map<std::string, std::pair<std::string, std::string>>& nodes);

  // Columns that name a job or an item; errors say where.
  result<draft_job*> known_job(const csv_table& table, std::size_t column);
  result<std::string> riasec(const csv_table& table, std::size_t major, std::size_t minor) const;

  rome_directory directory_;
  journal& faults_;
  table_reader rows_;
  draft_builder built_;
  std::set<std::string, std::less<>> conditions_;
  std::map<std::string, std::string, std::less<>> domains_;  // labels by code
};

}  // namespace activateur
