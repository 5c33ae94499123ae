#include "frameworks/rome_directory.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "base/file.hpp"
#include "base/system_reason.hpp"
#include "base/text.hpp"
#include "frameworks/csv_text.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/rome_messages.hpp"

namespace activateur {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_edition = "400";      // of ROME 4
constexpr std::size_t entries_max = 10'000;            // files in the directory
constexpr std::size_t version_file_bytes = 1U << 20U;  // version.txt has about 1 kB

constexpr message not_a_directory{
    "rome.directory", "This is not a directory that can be read ({0}). Give the folder that holds the ROME CSV files.",
    "Ce n'est pas un dossier lisible ({0}). Donnez le dossier qui contient les fichiers CSV du ROME."};
constexpr message too_many_entries{
    "rome.directory_limit", "The directory holds more than {0} files. Put the ROME CSV files in their own folder.",
    "Le dossier contient plus de {0} fichiers. Mettez les fichiers CSV du ROME dans leur "
    "propre dossier."};
constexpr message no_table{
    "rome.no_table",
    "No file here is named unix_<table>_v<number>_utf8.csv. Give the folder that holds the ROME CSV files.",
    "Aucun fichier ne s'appelle ici unix_<table>_v<numéro>_utf8.csv. Donnez le dossier qui contient les fichiers CSV "
    "du ROME."};
constexpr message two_versions{
    "rome.two_versions", "The directory mixes two versions: {0} and {1}. Keep the files of one version only.",
    "Le dossier mélange deux versions : {0} et {1}. Ne gardez que les fichiers d'une seule version."};
constexpr message no_version{
    "rome.version",
    "No line of the file gives the version, as in \"Numero de version : 60\". Restore the published file.",
    "Aucune ligne du fichier ne donne la version, comme « Numero de version : 60 ». Remettez le fichier publié."};

struct table_name {
  std::string_view table, edition;
};

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<table_name> table_of(std::string_view file) {
  constexpr std::string_view prefix = "unix_";
  constexpr std::string_view suffix = "_utf8.csv";
  if (!file.starts_with(prefix) || !file.ends_with(suffix) || file.size() < prefix.size() + suffix.size())
    return std::nullopt;
  file.remove_prefix(prefix.size());
  file.remove_suffix(suffix.size());
  const std::size_t v = file.rfind("_v");
  if (v == std::string_view::npos || v == 0 || !all_digits(file.substr(v + 2))) return std::nullopt;
  return table_name{file.substr(0, v), file.substr(v + 2)};
}

// "Numero de version : 60", in any spelling of "Numéro" and of the spaces.
std::optional<std::string> version_in(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || fold(line.substr(0, colon)) != "numero de version") continue;
    const std::string_view number = trimmed(line.substr(colon + 1));
    if (all_digits(number) && number.size() <= 9) return std::string(number);
  }
  return std::nullopt;
}

result<std::vector<std::string>> file_names(const std::string& path) {
  std::error_code failed;
  fs::directory_iterator at(path, failed);
  std::vector<std::string> names;
  for (; !failed && at != fs::directory_iterator(); at.increment(failed)) {
    if (names.size() >= entries_max)
      return fail(failure::limit, too_many_entries, {std::to_string(entries_max)}, {path, {}, 0, 0});
    names.push_back(at->path().filename().string());
  }
  if (failed)
    return fail(failed == std::errc::no_such_file_or_directory ? failure::not_found : failure::io, not_a_directory,
                {system_reason(failed.value())}, {path, {}, 0, 0});
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

bool rome_directory::rome_3() const { return edition.size() == first_edition.size() && edition < first_edition; }

const std::string* rome_directory::find(std::string_view table) const {
  const auto found = tables.find(table);
  return found == tables.end() ? nullptr : &found->second;
}

result<rome_directory> find_rome_tables(const std::string& path) {
  const auto names = file_names(path);
  if (!names) return names.why();
  rome_directory out;
  out.path = path;
  std::string first;
  for (const std::string& name : *names) {
    const auto named = table_of(name);
    if (!named) continue;
    if (out.edition.empty()) {
      out.edition = named->edition;
      first = name;
    }
    if (named->edition != out.edition) return fail(failure::input, two_versions, {first, name}, {path, {}, 0, 0});
    out.tables.emplace(named->table, (fs::path(path) / name).string());
  }
  if (out.tables.empty()) return fail(failure::not_found, no_table, {}, {path, {}, 0, 0});
  out.version = out.edition;
  if (out.rome_3()) {
    out.version.insert(1, ".");
    return out;
  }
  if (std::find(names->begin(), names->end(), "version.txt") != names->end()) {
    const std::string file = (fs::path(path) / "version.txt").string();
    auto bytes = read_file(file, version_file_bytes);
    if (!bytes) return std::move(bytes).why();
    const auto text = csv_text(*std::move(bytes), csv_encoding::utf8_else_windows_1252, file);
    if (!text) return text.why();
    const auto version = version_in(*text);
    if (!version) return fail(failure::input, no_version, {}, {file, {}, 0, 0});
    out.version = *version;
  }
  return out;
}

result<std::uintmax_t> rome_directory::size_of(std::string_view table, bool needed) const {
  const std::string* file = find(table);
  if (file == nullptr && needed)
    return fail(failure::not_found, rome_messages::missing_table, {std::string(table), edition}, {path, {}, 0, 0});
  if (file == nullptr) return std::uintmax_t{0};
  std::error_code failed;  // an unreadable file is reported when it is read
  const std::uintmax_t bytes = fs::file_size(*file, failed);
  return failed ? std::uintmax_t{0} : bytes;
}

bool looks_like_rome(const std::string& path) {
  const auto names = file_names(path);
  return names &&
         std::any_of(names->begin(), names->end(), [](const auto& name) { return table_of(name).has_value(); });
}

}  // namespace activateur
