#include "frameworks/rome_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"

namespace activateur {

namespace say = rome_messages;

namespace {

struct table_step {
  std::string_view name;
  bool needed;
};

constexpr std::array<table_step, 14> tables_read{{{"referentiel_code_rome", true},
                                                  {"cr_gd_dp", true},
                                                  {"referentiel_code_rome_riasec", false},
                                                  {"texte", false},
                                                  {"referentiel_appellation", false},
                                                  {"referentiel_competence", true},
                                                  {"referentiel_savoir", true},
                                                  {"referentiel_contexte_travail", true},
                                                  {"coherence_item", true},
                                                  {"rubrique_mobilite", true},
                                                  {"arborescence_secteur_activite", false},
                                                  {"arborescence_secteur_naf", false},
                                                  {"arborescence_thematique", false},
                                                  {"arborescence_centre_interet", false}}};

}  // namespace

result<framework_draft> rome_reader::read() {
  draft_.id = "rome";
  draft_.version = directory_.version;
  draft_.title = "Répertoire opérationnel des métiers et des emplois (ROME 4.0)";
  draft_.attribution = "France Travail, ROME 4.0, Licence Ouverte 2.0";
  // In the order in which tables refer to each other.
  constexpr std::array<step, tables_read.size()> steps{
      &rome_reader::read_jobs,        &rome_reader::read_domains,      &rome_reader::read_riasec,
      &rome_reader::read_definitions, &rome_reader::read_appellations, &rome_reader::read_competences,
      &rome_reader::read_knowledge,   &rome_reader::read_conditions,   &rome_reader::read_links,
      &rome_reader::read_mobilities,  &rome_reader::read_classes,      &rome_reader::read_classes,
      &rome_reader::read_classes,     &rome_reader::read_classes};
  if (auto measured = measure(); !measured) return measured.why();
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (auto done = read_table(tables_read[i].name, steps[i]); !done) return done.why();
  return std::move(draft_);
}

result<void> rome_reader::measure() {
  for (const table_step& table : tables_read) {
    const auto bytes = directory_.size_of(table.name, table.needed);
    if (!bytes) return bytes.why();
    faults_.expect(*bytes);
  }
  return {};
}

result<void> rome_reader::read_table(std::string_view name, step read_rows) {
  const std::string* path = directory_.find(name);
  if (path == nullptr) return {};
  // arborescence_secteur_naf is published in Windows-1252 under its name that says UTF-8.
  const bool classes = name.starts_with("arborescence_");
  auto table = csv_table::open(*path, classes ? csv_encoding::utf8_else_windows_1252 : csv_encoding::utf8);
  if (!table) return std::move(table).why();
  return (this->*read_rows)(*table);
}

result<std::uint32_t> rome_reader::known_job(const csv_table& table, std::size_t column) const {
  const std::string code(table[column]);
  if (!is_job_code(code)) return table.refuse(say::bad_job_code, {quotable(code)}, column);
  const auto found = job_index_.find(code);
  if (found == job_index_.end()) return table.refuse(say::unknown_job, {code}, column);
  return found->second;
}

result<std::string> rome_reader::new_item(const csv_table& table, std::size_t column) const {
  std::string code(table[column]);
  if (!is_item_code(code)) return table.refuse(say::bad_item_code, {quotable(code)}, column);
  if (items_.count(code) != 0) return table.refuse(say::used_elsewhere, {code}, column);
  return code;
}

}  // namespace activateur
