#include "frameworks/import.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include "frameworks/compiled.hpp"
#include "frameworks/draft.hpp"
#include "frameworks/rome_reader.hpp"

namespace activateur {
namespace {

constexpr message unknown_kind{
    "framework.unknown_kind",
    "This is neither a folder of ROME CSV files (unix_<table>_v<number>_utf8.csv) nor a compiled framework. Give one "
    "of these.",
    "Ce n'est ni un dossier de fichiers CSV du ROME (unix_<table>_v<numéro>_utf8.csv), ni un référentiel compilé. "
    "Donnez l'un des deux."};
constexpr message nothing_there{"framework.not_found", "Nothing has this name. Check the path.",
                                "Rien ne porte ce nom. Vérifiez le chemin."};

bool looks_compiled(const std::string& path) {
  std::array<char, compiled::magic.size()> start{};
  std::ifstream file(path, std::ios::binary);
  return file.read(start.data(), start.size()) && start == compiled::magic;
}

}  // namespace

result<framework_ptr> import_rome(const std::string& directory, const context& with) {
  auto tables = find_rome_tables(directory);
  if (!tables) return std::move(tables).why();
  auto draft = rome_reader(*std::move(tables), with).read();
  if (!draft) return std::move(draft).why();
  auto bytes = compile(*std::move(draft));
  if (!bytes) return std::move(bytes).why();
  return framework::from_bytes(*std::move(bytes), directory);
}

result<framework_ptr> import_framework(const std::string& path, const context& with) {
  const location where{path, {}, 0, 0};
  std::error_code failed;
  const auto kind = std::filesystem::status(path, failed).type();
  if (kind == std::filesystem::file_type::not_found) return fail(failure::not_found, nothing_there, {}, where);
  if (kind == std::filesystem::file_type::directory && looks_like_rome(path)) return import_rome(path, with);
  if (kind == std::filesystem::file_type::regular && looks_compiled(path)) return framework::open(path);
  return fail(failure::unsupported, unknown_kind, {}, where);
}

}  // namespace activateur
