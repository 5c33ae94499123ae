#include "frameworks/import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "base/file.hpp"
#include "base/text.hpp"
#include "frameworks/compiled.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/rome_reader.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr message unknown_kind{
    "framework.unknown_kind",
    "This is not a framework that can be read. Give one of: a folder of ROME CSV files "
    "(unix_<table>_v<number>_utf8.csv) "
    "or of saved answers of ROME's API; ESCO's CSV files; France compétences' exports; a CASE package; CTDL-ASN; a "
    "grid "
    "(activateur/grid/1); a sheet in CSV whose first line names its columns; a job description in a .txt; a compiled "
    "framework.",
    "Ce n'est pas un référentiel lisible. Donnez au choix : un dossier de fichiers CSV du ROME "
    "(unix_<table>_v<numéro>_utf8.csv) ou de réponses enregistrées de son API ; les fichiers CSV d'ESCO ; les exports "
    "de France compétences ; un paquet CASE ; du CTDL-ASN ; une grille (activateur/grid/1) ; un tableau CSV dont la "
    "première ligne nomme les colonnes ; une fiche de poste en .txt ; un référentiel compilé."};
constexpr message nothing_there{"framework.not_found", "Nothing has this name. Check the path.",
                                "Rien ne porte ce nom. Vérifiez le chemin."};
constexpr message too_many_files{"import.directory", "The folder cannot be listed, or holds more than {0} files.",
                                 "Le dossier ne peut être listé, ou contient plus de {0} fichiers."};

constexpr std::size_t files_max = 10'000;

bool looks_compiled(const std::string& path) {
  std::array<char, compiled::magic.size()> start{};
  std::ifstream file(path, std::ios::binary);
  return file.read(start.data(), start.size()) && start == compiled::magic;
}

bool is_rome_csv(const import_source& source) { return source.directory && looks_like_rome(source.path); }

result<framework_draft> read_rome_csv(const import_source& source, const import_options& /*options*/, journal& faults) {
  auto tables = find_rome_tables(source.path);
  if (!tables) return std::move(tables).why();
  return rome_reader(*std::move(tables), faults).read();
}

// What the caller says of the framework goes before what its source says.
void apply(const import_options& options, const std::string& path, framework_draft& draft) {
  const auto choose = [](const std::string& asked, std::string& own) {
    if (!asked.empty()) own = asked;
  };
  const std::string said = draft.id;
  choose(options.id, draft.id);
  const auto follow = [&](auto& entries) {  // what is mapped within the framework stays within it
    for (auto& entry : entries)
      for (draft_mapping& m : entry.mappings)
        if (m.framework == said) m.framework = draft.id;
  };
  if (!said.empty() && draft.id != said) {
    follow(draft.competences);
    follow(draft.jobs);
  }
  choose(options.version, draft.version);
  choose(options.title, draft.title);
  choose(options.attribution, draft.attribution);
  if (draft.id.empty()) draft.id = std::filesystem::path(path).stem().string();
  if (draft.title.empty()) draft.title = draft.id;
}

result<framework_ptr> first_fault(result<imported> read) {
  if (!read) return std::move(read).why();
  if (read->framework) return read->framework;
  return read->report.problems.front().why;
}

}  // namespace

result<imported> import_as(const import_format& format, const import_source& source, const import_options& options,
                           const context& with) {
  journal faults(with);
  auto draft = format.read(source, options, faults);
  imported out;
  if (!draft) {
    const failure kind = draft.why().kind;
    if (kind != failure::input && kind != failure::not_found) return std::move(draft).why();
    faults.add(std::move(draft).why());
  } else if (draft->jobs.empty() && draft->competences.empty()) {
    if (faults.report().problem_count == 0) faults.add(fail(failure::input, say::nothing, {}, {source.path, {}, 0, 0}));
  } else if (faults.report().problem_count == 0 || options.leave_out_faults) {
    apply(options, source.path, *draft);
    auto bytes = compile(*std::move(draft));
    if (!bytes) return std::move(bytes).why();
    auto made = framework::from_bytes(*std::move(bytes), source.path);
    if (!made) return std::move(made).why();
    out.framework = *std::move(made);
  }
  out.report = faults.take(std::string(format.name));
  return out;
}

const import_format rome_4_csv{"rome-4-csv", is_rome_csv, read_rome_csv};

const std::vector<import_format>& import_formats() {
  static const std::vector<import_format> formats{rome_3_csv,  rome_4_csv,   esco_csv, rncp_csv,
                                                  rome_4_json, case_package, ctdl_asn, grid_json,
                                                  rncp_list,   grid_sheet,   sheet,    job_description};
  return formats;
}

result<import_source> look_at(const std::string& path) {
  import_source source;
  source.path = path;
  std::error_code failed;
  source.directory = std::filesystem::is_directory(path, failed);
  if (source.directory) {
    std::filesystem::directory_iterator at(path, failed);
    for (; !failed && at != std::filesystem::directory_iterator(); at.increment(failed)) {
      if (source.names.size() >= files_max) break;
      source.names.push_back(at->path().filename().string());
    }
    if (failed || source.names.size() >= files_max)
      return fail(failure::limit, too_many_files, {std::to_string(files_max)}, {path, {}, 0, 0});
    std::sort(source.names.begin(), source.names.end());
    return source;
  }
  std::ifstream file(path, std::ios::binary);
  char first = 0;
  if (file >> std::ws; file.get(first) && (first == '{' || first == '[')) {
    const auto text = read_file(path, limits::document_bytes);
    if (!text) return text.why();
    auto document = read_json(*text, {}, path);
    if (!document) return std::move(document).why();
    source.document = *std::move(document);
  }
  return source;
}

result<framework_ptr> import_rome(const std::string& directory, const context& with) {
  import_source source;
  source.path = directory;
  source.directory = true;
  return first_fault(import_as(rome_3_csv.recognises(source) ? rome_3_csv : rome_4_csv, source, {}, with));
}

result<imported> import_framework(const std::string& path, const import_options& options, const context& with) {
  const location where{path, {}, 0, 0};
  std::error_code failed;
  const auto kind = std::filesystem::status(path, failed).type();
  if (kind == std::filesystem::file_type::not_found) return fail(failure::not_found, nothing_there, {}, where);
  if (kind == std::filesystem::file_type::regular && looks_compiled(path)) {
    auto opened = framework::open(path);
    if (!opened) return std::move(opened).why();
    imported out;
    out.framework = *std::move(opened);
    out.report.format = "compiled";
    return out;
  }
  if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::directory)
    return fail(failure::unsupported, unknown_kind, {}, where);
  if (!options.language.empty() && two_letters(options.language) != options.language)
    return fail(failure::usage, say::bad_language, {shortened(options.language, 20)});
  const auto source = look_at(path);
  if (!source) return source.why();
  if (!options.columns.empty() && !source->directory && !source->document)
    return import_as(sheet, *source, options, with);
  for (const import_format& format : import_formats())
    if (format.recognises(*source)) return import_as(format, *source, options, with);
  return fail(failure::unsupported, unknown_kind, {}, where);
}

result<framework_ptr> import_framework(const std::string& path, const context& with) {
  return first_fault(import_framework(path, {}, with));
}

}  // namespace activateur
