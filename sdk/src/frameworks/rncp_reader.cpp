// The certifications of the RNCP and the Répertoire spécifique as France compétences exports them in CSV, and the
// list that goes with the codes of apprenticeship.
#include <filesystem>

#include "base/text.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/table_reader.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr message bad_fiche{"rncp.code", "\"{0}\" is not the number of a certification, as RNCP35185 or RS5550.",
                            "« {0} » n'est pas un numéro de fiche, comme RNCP35185 ou RS5550."};
constexpr message unknown_fiche{"rncp.unknown_fiche",
                                "The certification {0} is not in the file Standard. Take all files of one day.",
                                "La fiche {0} n'est pas dans le fichier Standard. Prenez tous les fichiers d'un même "
                                "jour.",
                                true};

constexpr message not_registered{"rncp.not_registered", "{0} diplomas have no number in the RNCP (NR): left aside.",
                                 "{0} diplômes n'ont pas de numéro au RNCP (NR) : laissés de côté."};

bool is_fiche(std::string_view s) {
  for (const std::string_view register_name : {"RNCP", "RS"})
    if (s.starts_with(register_name)) {
      const std::string_view number = s.substr(register_name.size());
      return !number.empty() && number.size() <= 7 && std::all_of(number.begin(), number.end(), is_digit);
    }
  return false;
}

// "2028-12-31" of "31/12/2028"; what is written otherwise stays.
std::string iso_date(std::string_view s) {
  s = trimmed(s);
  if (s.size() < 10 || s[2] != '/' || s[5] != '/') return std::string(s.substr(0, s.find(' ')));
  return std::string(s.substr(6, 4)) + '-' + std::string(s.substr(3, 2)) + '-' + std::string(s.substr(0, 2));
}

std::string digits_of(std::string_view s) {
  std::string out;
  std::copy_if(s.begin(), s.end(), std::back_inserter(out), is_digit);
  return out;
}

class rncp_reader {
 public:
  rncp_reader(const import_source& source, journal& faults) : source_(source), faults_(faults), rows_(faults) {
    built_.draft.id = "rncp";
    built_.draft.title = "Répertoire national des certifications professionnelles et Répertoire spécifique";
    built_.draft.attribution = "France compétences, Licence Ouverte 2.0";
  }

  result<framework_draft> read_exports() {
    // "export_fiches_CSV_Standard_2024_05_01.csv": what stands between, folded; Standard first.
    const std::vector<std::pair<std::string, result<void> (rncp_reader::*)(csv_table&)>> tables{
        {"standard", &rncp_reader::read_standard},
        {"blocs de competences", &rncp_reader::read_blocks},
        {"rome", &rncp_reader::read_rome},
        {"nsf", &rncp_reader::read_nsf},
        {"formacode", &rncp_reader::read_formacodes},
        {"certificateurs", &rncp_reader::read_certifiers},
        {"ccn", &rncp_reader::read_agreements},
        {"ancienne nouvelle certification", &rncp_reader::read_successions}};
    for (const auto& [name, read_rows] : tables) {
      const auto file = std::find_if(source_.names.begin(), source_.names.end(), [&, n = name](const std::string& f) {
        return (fold(f) + ' ').starts_with("export fiches csv " + n + ' ');
      });
      if (file == source_.names.end()) {
        faults_.remark(say::missing_file, {"export_fiches_CSV_" + name});
        continue;
      }
      if (auto done = read_file(source_.in(*file), read_rows); !done) return done.why();
    }
    return finish();
  }

  result<framework_draft> read_the_list() {
    if (auto done = read_file(source_.path, &rncp_reader::read_list); !done) return done.why();
    return finish();
  }

 private:
  result<framework_draft> finish() {
    built_.settle(faults_, source_.path);
    return std::move(built_.draft);
  }

  result<void> read_file(const std::string& path, result<void> (rncp_reader::*read_rows)(csv_table&)) {
    std::error_code failed;
    if (const auto bytes = std::filesystem::file_size(path, failed); !failed) faults_.expect(bytes);
    auto table = csv_table::open(path, csv_encoding::utf8_else_windows_1252, 0);
    if (!table) return std::move(table).why();
    return (this->*read_rows)(*table);
  }

  // Rows about a certification of Standard.
  template <class Row>
  result<void> each_fiche(csv_table& table, Row&& row) {
    const auto number = table.column({"Numero_Fiche"});
    if (!number) return number.why();
    return rows_.each(table, [&]() -> result<void> {
      const std::string_view code = trimmed(table[*number]);
      if (!is_fiche(code)) return table.refuse(bad_fiche, {quotable(code)}, *number);
      draft_job* j = built_.job(code);
      if (j == nullptr) return table.refuse(unknown_fiche, {std::string(code)}, *number);
      return row(*j);
    });
  }

  result<void> read_standard(csv_table& table) {
    const auto at = table.columns({"Numero_Fiche", "Intitule"});
    if (!at) return at.why();
    const std::size_t number = (*at)[0];
    const std::size_t label = (*at)[1];
    const auto level = table.find_column("Nomenclature_Europe_Niveau");
    const auto active = table.find_column("Actif");
    const auto short_name = table.find_column("Abrege_Libelle");
    const std::vector<std::pair<std::string_view, std::optional<std::size_t>>> dates{
        {"decided", table.find_column("Date_Decision")},
        {"valid_from", table.find_column("Date_Effet")},
        {"valid_until", table.find_column("Date_Fin_Enregistrement")}};
    const auto registration = table.find_column("Type_Enregistrement");
    return rows_.each(table, [&]() -> result<void> {
      const std::string code(trimmed(table[number]));
      if (!is_fiche(code)) return table.refuse(bad_fiche, {quotable(code)}, number);
      if (trimmed(table[label]).empty()) return table.refuse(say::empty_value, {"Intitule"}, label);
      const std::string_view state = table[active];
      if (!state.empty() && state != "ACTIVE" && state != "INACTIVE")
        return table.refuse(say::bad_value, {quotable(state), "ACTIVE, INACTIVE"}, *active);
      draft_job* j = built_.add_job(code);
      if (j == nullptr) return table.refuse(say::duplicate, {code}, number);
      j->kind = target_kind::qualification;
      j->label = trimmed(table[label]);
      j->uri = "https://www.francecompetences.fr/recherche/" + std::string(code.starts_with("RNCP") ? "rncp/" : "rs/") +
               digits_of(code) + "/";
      j->withdrawn = state == "INACTIVE";
      add_attribute(j->attributes, "level", digits_of(table[level]));
      add_attribute(j->attributes, "diploma", table[short_name]);
      for (const auto& [name, column] : dates) add_attribute(j->attributes, name, iso_date(table[column]));
      add_attribute(j->attributes, "registration", table[registration]);
      return {};
    });
  }

  result<void> read_blocks(csv_table& table) {
    const auto at = table.columns({"Bloc_Competences_Code", "Bloc_Competences_Libelle"});
    if (!at) return at.why();
    return each_fiche(table, [&, code_at = (*at)[0], label_at = (*at)[1]](draft_job& j) -> result<void> {
      const std::string code(trimmed(table[code_at]));
      const std::string_view label = trimmed(table[label_at]);
      if (code.empty()) return table.refuse(say::empty_value, {"Bloc_Competences_Code"}, code_at);
      if (label.empty()) return table.refuse(say::empty_value, {"Bloc_Competences_Libelle"}, label_at);
      draft_competence* c = built_.add_competence(code);
      if (c == nullptr) return table.refuse(say::duplicate, {code}, code_at);
      c->kind = competence_kind::block;
      c->label = label;
      draft_builder::link(j, code, link_importance::core);
      return {};
    });
  }

  result<void> read_rome(csv_table& table) {
    const auto column = table.column({"Codes_Rome_Code"});
    if (!column) return column.why();
    return each_fiche(table, [&](draft_job& j) -> result<void> {
      if (!is_job_code(table[*column]))
        return table.refuse(say::bad_value, {quotable(table[*column]), "K1304"}, *column);
      j.mappings.push_back(
          {"rome", std::string(table[*column]), mapping_relation::related, 1000, "France compétences"});
      return {};
    });
  }

  result<void> read_nsf(csv_table& table) {
    const auto at = table.columns({"Nsf_Code", "Nsf_Intitule"});
    if (!at) return at.why();
    return each_fiche(table, [&, code = (*at)[0], label = (*at)[1]](draft_job& j) -> result<void> {
      if (table[code].empty()) return {};
      if (j.domain.empty()) {
        j.domain = table[code];
        j.domain_label = table[label];
      }
      j.mappings.push_back({"nsf", std::string(table[code]), mapping_relation::related, 1000, "France compétences"});
      return {};
    });
  }

  result<void> read_formacodes(csv_table& table) {
    const auto column = table.column({"Formacode_Code"});
    if (!column) return column.why();
    return each_fiche(table, [&](draft_job& j) -> result<void> {
      if (!table[*column].empty())
        j.mappings.push_back(
            {"formacode", std::string(table[*column]), mapping_relation::related, 1000, "France compétences"});
      return {};
    });
  }

  result<void> read_certifiers(csv_table& table) {
    const auto column = table.column({"Nom_Certificateur"});
    if (!column) return column.why();
    return each_fiche(table, [&](draft_job& j) -> result<void> {
      add_attribute(j.attributes, "certifier", table[*column]);
      return {};
    });
  }

  result<void> read_agreements(csv_table& table) {
    return each_fiche(table, [&](draft_job& j) -> result<void> {
      for (const std::string_view name : {"Ccn_1_Numero", "Ccn_2_Numero", "Ccn_3_Numero"})
        add_attribute(j.attributes, "collective_agreement", table[table.find_column(name)]);
      return {};
    });
  }

  // Each line says what a certification took the place of, or what takes its place.
  result<void> read_successions(csv_table& table) {
    const auto at = table.columns({"Ancienne_Certification", "Nouvelle_Certification"});
    if (!at) return at.why();
    return each_fiche(table, [&, before = (*at)[0], after = (*at)[1]](draft_job& j) -> result<void> {
      const std::string code = j.code;
      const auto succeed = [&](const std::string& old_code, const std::string& new_code) {
        draft_job* replaced = built_.job(old_code);
        if (replaced == nullptr || old_code == new_code) return;
        const auto known = [&](const draft_mapping& m) {
          return m.relation == mapping_relation::replaced_by && m.code == new_code;
        };
        if (std::none_of(replaced->mappings.begin(), replaced->mappings.end(), known))
          replaced->mappings.push_back({"rncp", new_code, mapping_relation::replaced_by, 1000, "France compétences"});
      };
      if (is_fiche(table[before])) succeed(std::string(table[before]), code);
      if (is_fiche(table[after])) succeed(code, std::string(table[after]));
      return {};
    });
  }

  // Several codes of diplomas may lead to one certification.
  result<void> read_list(csv_table& table) {
    const auto at = table.columns({"Code_Diplome", "Intitulé diplôme (DEPP)", "Code_RNCP"});
    if (!at) return at.why();
    const auto level = table.find_column("Niveau fiche RNCP");
    const auto until = table.find_column("Date d'échéance de la fiche RNCP");
    const auto active = table.find_column("Fiche ACTIVE/INACTIVE");
    const auto diploma = table.find_column("Abrégé de diplôme (RNCP)");
    std::size_t unregistered = 0;
    auto done = rows_.each(table, [&, diploma_code = (*at)[0], label = (*at)[1], number = (*at)[2]]() -> result<void> {
      const std::string code(trimmed(table[number]));
      // "NR": a diploma that is not registered.
      if (code == "NR") {
        ++unregistered;
        return {};
      }
      if (!is_fiche(code)) return table.refuse(bad_fiche, {quotable(code)}, number);
      const std::string_view text = trimmed(table[label]);
      if (text.empty()) return table.refuse(say::empty_value, {"Intitulé diplôme (DEPP)"}, label);
      draft_job* j = built_.add_job(code);
      if (j != nullptr) {
        j->kind = target_kind::qualification;
        j->label = text;
        j->withdrawn = table[active] == "INACTIVE";
        add_attribute(j->attributes, "level", digits_of(table[level]));
        add_attribute(j->attributes, "diploma", table[diploma]);
        add_attribute(j->attributes, "valid_until", iso_date(table[until]));
      } else {
        j = built_.job(code);
        add_label(j->appellations, j->label, text);
      }
      add_attribute(j->attributes, "diploma_code", table[diploma_code]);
      return {};
    });
    if (unregistered > 0) faults_.remark(not_registered, {std::to_string(unregistered)});
    return done;
  }

  const import_source& source_;
  journal& faults_;
  table_reader rows_;
  draft_builder built_;
};

bool is_export(const import_source& source) {
  return source.directory && std::any_of(source.names.begin(), source.names.end(), [](const std::string& name) {
           return fold(name).starts_with("export fiches csv standard");
         });
}

bool is_list(const import_source& source) {
  if (source.directory || source.document) return false;
  const auto table = csv_table::open(source.path, csv_encoding::utf8_else_windows_1252, 0);
  return table && table->find_column("Code_RNCP") && table->find_column("Code_Diplome");
}

result<framework_draft> read_exports(const import_source& source, const import_options& /*options*/, journal& faults) {
  return rncp_reader(source, faults).read_exports();
}

result<framework_draft> read_list(const import_source& source, const import_options& /*options*/, journal& faults) {
  return rncp_reader(source, faults).read_the_list();
}

}  // namespace

const import_format rncp_csv{"rncp-csv", is_export, read_exports};
const import_format rncp_list{"rncp-list", is_list, read_list};

}  // namespace activateur
