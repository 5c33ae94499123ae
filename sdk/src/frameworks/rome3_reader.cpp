#include "frameworks/rome3_reader.hpp"

#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/rome3_messages.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/rome_messages.hpp"

namespace activateur {

namespace say = rome_messages;

// In the order in which tables refer to each other.
const std::vector<rome3_reader::table_step>& rome3_reader::steps() {
  static const std::vector<table_step> all{{"referentiel_code_rome", true, &rome3_reader::read_jobs},
                                           {"cr_gd_dp", false, &rome3_reader::read_domains},
                                           {"domaine_professionnel", false, &rome3_reader::read_domains},
                                           {"referentiel_appellation", false, &rome3_reader::read_appellations},
                                           {"texte", false, &rome3_reader::read_definitions},
                                           {"referentiel_code_rome_riasec", false, &rome3_reader::read_job_riasec},
                                           {"rubrique_mobilite", false, &rome3_reader::read_mobilities},
                                           {"referentiel_competence", true, &rome3_reader::read_competences},
                                           {"referentiel_activite", true, &rome3_reader::read_activities},
                                           {"referentiel_activite_riasec", false, &rome3_reader::read_item_riasec},
                                           {"referentiel_env_travail", false, &rome3_reader::read_conditions},
                                           {"liens_rome_referentiels", false, &rome3_reader::read_links},
                                           {"coherence_item", false, &rome3_reader::read_links},
                                           {"item_arborescence", false, &rome3_reader::read_tree}};
  return all;
}

result<framework_draft> rome3_reader::read() {
  framework_draft& draft = built_.draft;
  draft.id = "rome";
  draft.version = directory_.version;
  draft.title = "Répertoire opérationnel des métiers et des emplois (ROME 3)";
  draft.attribution = "Pôle emploi, ROME " + draft.version;
  if (auto measured = measure(); !measured) return measured.why();
  for (const table_step& table : steps())
    if (auto done = read_table(table); !done) return done.why();
  place_jobs();
  built_.settle(faults_, directory_.path);
  return std::move(draft);
}

result<void> rome3_reader::measure() {
  for (const table_step& table : steps()) {
    const auto bytes = directory_.size_of(table.name, table.needed);
    if (!bytes) return bytes.why();
    faults_.expect(*bytes);
  }
  if (directory_.find("liens_rome_referentiels") == nullptr && directory_.find("coherence_item") == nullptr)
    return fail(failure::not_found, rome3_messages::no_links, {directory_.edition}, {directory_.path, {}, 0, 0});
  if (directory_.find("liens_rome_referentiels") == nullptr)
    faults_.remark(import_messages::missing_file, {"liens_rome_referentiels"});
  if (directory_.find("referentiel_env_travail") == nullptr)
    faults_.remark(import_messages::missing_file, {"referentiel_env_travail"});
  return {};
}

result<void> rome3_reader::read_table(const table_step& table) {
  const std::string* path = directory_.find(table.name);
  if (path == nullptr) return {};
  // Published in UTF-8 and in ISO 8859-15, and often passed on through a spreadsheet.
  auto opened = csv_table::open(*path, csv_encoding::utf8_else_windows_1252, 0);
  if (!opened) return std::move(opened).why();
  opened->fold_headings();
  return (this->*table.read)(*opened);
}

result<draft_job*> rome3_reader::known_job(const csv_table& table, std::size_t column) {
  const std::string code(trimmed(table[column]));
  if (!is_job_code(code)) return table.refuse(say::bad_job_code, {quotable(code)}, column);
  draft_job* found = built_.job(code);
  if (found == nullptr) return table.refuse(say::unknown_job, {code}, column);
  return found;
}

result<std::string> rome3_reader::riasec(const csv_table& table, std::size_t major, std::size_t minor) const {
  std::string out;
  for (const std::size_t column : {major, minor}) {
    const std::string_view letter = trimmed(table[column]);
    if (letter.empty()) continue;
    if (letter.size() != 1 || std::string_view("RIASEC").find(letter[0]) == std::string_view::npos)
      return table.refuse(say::unknown_value, {quotable(letter), "R, I, A, S, E, C"}, column);
    out += letter;
  }
  return out;
}

namespace {

bool recognises(const import_source& source) {
  if (!source.directory || !looks_like_rome(source.path)) return false;
  const auto tables = find_rome_tables(source.path);
  return tables && tables->rome_3();
}

result<framework_draft> read_rome_3(const import_source& source, const import_options& /*options*/, journal& faults) {
  auto tables = find_rome_tables(source.path);
  if (!tables) return std::move(tables).why();
  return rome3_reader(*std::move(tables), faults).read();
}

}  // namespace

const import_format rome_3_csv{"rome-3-csv", recognises, read_rome_3};

}  // namespace activateur
