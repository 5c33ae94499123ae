// A company's or a branch's own sheet: competences, jobs, or which job asks for which competence, one a line.
#include <filesystem>

#include "base/shown_text.hpp"
#include "base/text.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/label_code.hpp"
#include "frameworks/rome_fields.hpp"
#include "frameworks/sheet_columns.hpp"
#include "frameworks/table_reader.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr message damaged_code{
    "sheet.number",
    "\"{0}\" is a code that a spreadsheet turned into a number. Make the column text, and enter it again.",
    "« {0} » est un code qu'un tableur a changé en nombre. Mettez la colonne en texte et saisissez-le de nouveau."};
constexpr message no_rome{"sheet.rome", "\"{0}\" holds no ROME code, as K1304. Correct it, or leave it empty.",
                          "« {0} » ne contient pas de code ROME, comme K1304. Corrigez-le, ou laissez-le vide."};
constexpr message two_labels{"sheet.two_labels", "The code \"{0}\" has another label above: \"{1}\". Keep one.",
                             "Le code « {0} » a un autre intitulé plus haut : « {1} ». N'en gardez qu'un."};
constexpr message two_columns{
    "sheet.two_columns",
    "The columns \"{0}\" and \"{1}\" both say \"{2}\". Rename one, or name the columns (activateur/columns/1).",
    "Les colonnes « {0} » et « {1} » disent toutes deux « {2} ». Renommez-en une, ou nommez les colonnes "
    "(activateur/columns/1)."};
constexpr message nothing_named{"sheet.nothing",
                                "This line names neither a competence nor a job. Complete or remove it.",
                                "Cette ligne ne nomme ni compétence ni métier. Complétez-la ou retirez-la."};

// "1,2E+13", what a spreadsheet makes of a long number.
bool looks_scientific(std::string_view s) {
  const auto e = s.find_first_of("eE");
  if (e == std::string_view::npos || e == 0 || e + 2 > s.size() || s[e + 1] != '+') return false;
  const auto numeric = [](std::string_view part, std::string_view more) {
    return !part.empty() && std::all_of(part.begin(), part.end(),
                                        [&](char c) { return is_digit(c) || more.find(c) != std::string_view::npos; });
  };
  return numeric(s.substr(0, e), ",.") && numeric(s.substr(e + 2), "") && s.find_first_of(",.") < e;
}

// The ROME code in "K1304 - Services domestiques".
std::optional<std::string> rome_in(std::string_view s) {
  for (std::size_t i = 0; i + 5 <= s.size(); ++i) {
    const auto word = [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (is_job_code(s.substr(i, 5)) && (i == 0 || !word(s[i - 1])) && (i + 5 == s.size() || !word(s[i + 5])))
      return std::string(s.substr(i, 5));
  }
  return std::nullopt;
}

std::optional<link_importance> importance_of(std::string_view text) {
  static const std::map<std::string, link_importance> known{
      {"", link_importance::ordinary},          {"ordinary", link_importance::ordinary},
      {"optional", link_importance::ordinary},  {"non", link_importance::ordinary},
      {"no", link_importance::ordinary},        {"souhaite", link_importance::ordinary},
      {"souhaitee", link_importance::ordinary}, {"secondaire", link_importance::ordinary},
      {"core", link_importance::core},          {"essential", link_importance::core},
      {"required", link_importance::core},      {"oui", link_importance::core},
      {"yes", link_importance::core},           {"x", link_importance::core},
      {"principale", link_importance::core},    {"obligatoire", link_importance::core},
      {"indispensable", link_importance::core}, {"essentielle", link_importance::core},
      {"emerging", link_importance::emerging},  {"emergente", link_importance::emerging}};
  const auto found = known.find(fold(text));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

std::optional<competence_kind> kind_of(std::string_view text) {
  static const std::map<std::string, competence_kind> known{{"know how", competence_kind::know_how},
                                                            {"savoir faire", competence_kind::know_how},
                                                            {"skill", competence_kind::know_how},
                                                            {"soft skill", competence_kind::soft_skill},
                                                            {"savoir etre", competence_kind::soft_skill},
                                                            {"knowledge", competence_kind::knowledge},
                                                            {"savoir", competence_kind::knowledge},
                                                            {"savoirs", competence_kind::knowledge},
                                                            {"connaissance", competence_kind::knowledge},
                                                            {"language", competence_kind::language},
                                                            {"langue", competence_kind::language},
                                                            {"block", competence_kind::block},
                                                            {"bloc", competence_kind::block}};
  const auto found = known.find(fold(text));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

class sheet_reader {
 public:
  sheet_reader(const import_source& source, const import_options& options, journal& faults)
      : source_(source), options_(options), faults_(faults), rows_(faults) {}

  result<framework_draft> read() {
    auto columns = read_columns(options_.columns);
    if (!columns) return std::move(columns).why();
    columns_ = *std::move(columns);
    if (const std::string language = two_letters(options_.language); !language.empty())
      built_.draft.language = language;
    std::error_code failed;
    if (const auto bytes = std::filesystem::file_size(source_.path, failed); !failed) faults_.expect(bytes);
    auto table = csv_table::open(source_.path, csv_encoding::utf8_else_windows_1252, columns_.separator);
    if (!table) return std::move(table).why();
    table->take_short_records();
    if (auto done = find_columns(*table); !done) return done.why();
    if (auto done = rows_.each(*table, [&] { return read_row(*table); }); !done) return done.why();
    built_.settle(faults_, source_.path);
    return std::move(built_.draft);
  }

 private:
  result<void> find_columns(const csv_table& table) {
    if (!columns_.headings.empty()) {
      for (const auto& [role, heading] : columns_.headings) {
        const auto at = table.column({heading});
        if (!at) return at.why();
        at_.emplace(role, *at);
      }
      return {};
    }
    for (std::size_t i = 0; i < table.header().size(); ++i) {
      const std::string_view role = role_of(table.header()[i]);
      if (role.empty()) continue;
      const auto [first, fresh] = at_.emplace(role, i);
      if (!fresh)
        return table.refuse(
            two_columns, {quotable(table.header()[first->second]), quotable(table.header()[i]), std::string(role)}, i);
    }
    return {};
  }

  [[nodiscard]] std::optional<std::size_t> at(std::string_view role) const {
    const auto found = at_.find(role);
    return found == at_.end() ? std::nullopt : std::optional(found->second);
  }

  result<void> read_row(csv_table& table) {
    const auto cell = [&](std::string_view role) { return from_inert_cell(trimmed(table[at(role)])); };
    const std::string label = cell("competence");
    const std::string job_label = cell("job");
    if (label.empty() && job_label.empty()) {
      for (std::size_t i = 0; i < table.header().size(); ++i)
        if (!trimmed(table[i]).empty()) return table.refuse(nothing_named, {}, i);
      return {};
    }
    for (const std::string_view role : {"code", "job_code", "parent"})
      if (looks_scientific(cell(role))) return table.refuse(damaged_code, {quotable(cell(role))}, *at(role));
    const auto importance = importance_of(cell("importance"));
    if (!importance)
      return table.refuse(say::bad_value, {quotable(cell("importance")), "core, emerging, ordinary"},
                          *at("importance"));
    const auto kind = cell("kind").empty() ? std::optional(competence_kind::know_how) : kind_of(cell("kind"));
    if (!kind)
      return table.refuse(say::bad_value, {quotable(cell("kind")), "know_how, soft_skill, knowledge, language, block"},
                          *at("kind"));
    std::vector<std::string> rome;
    for (const std::string& part : split(cell("rome"), columns_.between)) {
      const auto code = rome_in(part);
      if (!code) return table.refuse(no_rome, {quotable(part)}, *at("rome"));
      rome.push_back(*code);
    }

    const std::string job_code(cell("job_code").empty() ? code_from(job_label) : std::string(cell("job_code")));
    if (const draft_job* known = built_.job(job_code);
        known != nullptr && !cell("job_code").empty() && known->label != job_label)
      return table.refuse(two_labels, {quotable(job_code), quotable(known->label)}, *at("job_code"));

    // Several competences in one cell have no code of their own.
    std::vector<std::string> labels = split(label, columns_.between);
    std::vector<std::string> codes;
    for (const std::string& one : labels) {
      const std::string own(labels.size() == 1 ? cell("code") : "");
      codes.push_back(own.empty() ? code_from(one) : own);
      if (codes.back().empty()) return table.refuse(say::empty_value, {"competence"}, *at("competence"));
      draft_competence* c = built_.add_competence(codes.back());
      if (c == nullptr) {
        c = built_.competence(codes.back());
        if (!own.empty() && c->label != one) return table.refuse(two_labels, {own, quotable(c->label)}, *at("code"));
        continue;
      }
      c->label = one;
      c->kind = *kind;
      c->definition = cell("definition");
      c->category = cell("domain");
      c->uri = cell("uri");
      for (const std::string& above : split(cell("parent"), columns_.between)) c->broader.push_back(above);
      for (const std::string& other : split(cell("synonyms"), columns_.between)) add_label(c->labels, c->label, other);
      if (job_label.empty()) {
        add_attribute(c->attributes, "level", cell("level"));
        for (const std::string& code : rome)
          c->mappings.push_back({"rome", code, mapping_relation::related, 1000, "sheet"});
      }
    }
    if (job_label.empty()) return {};
    draft_job* j = built_.add_job(job_code);
    if (j != nullptr) {
      j->label = job_label;
      j->definition = cell("job_definition");
      for (const std::string& code : rome)
        j->mappings.push_back({"rome", code, mapping_relation::related, 1000, "sheet"});
    } else {
      j = built_.job(job_code);
    }
    for (const std::string& code : codes) {
      draft_builder::link(*j, code, *importance);
      if (!cell("level").empty())
        add_attribute(j->attributes, "required_level", code + ": " + std::string(cell("level")));
    }
    return {};
  }

  const import_source& source_;
  const import_options& options_;
  journal& faults_;
  table_reader rows_;
  draft_builder built_;
  sheet_columns columns_;
  std::map<std::string, std::size_t, std::less<>> at_;
};

// By its first line: one column at least must say what the entries are.
bool recognises(const import_source& source) {
  if (source.directory || source.document) return false;
  const auto table = csv_table::open(source.path, csv_encoding::utf8_else_windows_1252, 0);
  return table && std::any_of(table->header().begin(), table->header().end(), [](const std::string& heading) {
           return role_of(heading) == "competence" || role_of(heading) == "job";
         });
}

result<framework_draft> read_sheet(const import_source& source, const import_options& options, journal& faults) {
  return sheet_reader(source, options, faults).read();
}

}  // namespace

const import_format sheet{"sheet", recognises, read_sheet};

}  // namespace activateur
