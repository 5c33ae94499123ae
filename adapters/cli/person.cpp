#include "person.hpp"

#include <filesystem>

#include "stored.hpp"

namespace cli {
namespace fs = std::filesystem;

namespace {

// Replaces each credential given as {"file": F}, relative to the file `path`, by its bytes. True: one was.
bool fill_in(const console& to, json& portfolio, const std::string& path) {
  const auto credentials = portfolio.is_object() ? portfolio.find("credentials") : portfolio.end();
  if (!portfolio.is_object() || credentials == portfolio.end() || !credentials->is_array()) return false;
  bool filled = false;
  for (json& one : *credentials) {
    const auto file = one.is_object() ? one.find("file") : one.end();
    if (!one.is_object() || file == one.end() || !file->is_string()) continue;
    const fs::path named = file->get<std::string>();
    const fs::path found = named.is_absolute() ? named : fs::path(path).parent_path() / named;
    one["content_base64"] = base64(read_file(to, found.string()));
    if (!one.contains("id")) one["id"] = named.string();
    one.erase("file");
    filled = true;
  }
  return filled;
}

}  // namespace

activateur::document parse_portfolios(const console& to, const activateur::session& with, const std::string& text,
                                      const std::string& path, const std::string& source) {
  const activateur::document as_written = with.parse(text, source);
  json document = json::parse(as_written.json());
  bool filled = fill_in(to, document, path);
  if (const auto list = document.is_object() ? document.find("portfolios") : document.end();
      document.is_object() && list != document.end() && list->is_array())
    for (json& one : *list) filled = fill_in(to, one, path) || filled;
  return filled ? with.parse(document.dump(), source) : as_written;
}

activateur::document read_portfolio(const console& to, const activateur::session& with, const std::string& path) {
  constexpr std::string_view stored = "person:";
  if (path.starts_with(stored)) {
    const std::string person = path.substr(stored.size());
    const opened_store from(to, {}, person, "self");
    return from.calls.portfolio(person);
  }
  to.names("portfolio", path);
  return parse_portfolios(to, with, read_file(to, path), path, path);
}

std::string read_target(const console& to, const std::string& given) {
  std::error_code problem;
  if (!fs::is_regular_file(given, problem)) return given;
  to.names("target", given);
  return read_file(to, given);
}

activateur::document read_territory(const console& to, const activateur::session& with, const std::string& path) {
  std::error_code problem;
  const std::string file = fs::is_directory(path, problem) ? (fs::path(path) / "territory.json").string() : path;
  return read_document(to, with, file, "territory");
}

}  // namespace cli
