#include "library.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

// The first of the places, seen from the program's own file, that exists.
std::string beside_program(const console& to, const std::vector<std::string>& places, const std::string& what) {
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  for (const std::string& place : places) {
    const fs::path found = (program.parent_path() / place).lexically_normal();
    if (fs::is_directory(found, problem)) return found.string();
  }
  throw failure(to.say("Les " + what + " du projet sont introuvables. Réinstallez Activateur.",
                       "The project's " + what + " are not to be found. Install Activateur again."));
}

}  // namespace

std::string home_directory(const console& to) {
  if (std::string named = environment("ACTIVATEUR_HOME"); !named.empty()) return named;
  if (const std::string xdg = environment("XDG_DATA_HOME"); !xdg.empty()) return xdg + "/activateur";
  if (const std::string home = environment("HOME"); !home.empty()) return home + "/.local/share/activateur";
  throw failure(to.say("Aucun dossier personnel : donnez ACTIVATEUR_HOME.", "No home directory: set ACTIVATEUR_HOME."));
}

std::vector<std::string> imported_frameworks(const console& to) {
  std::vector<std::string> out;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(fs::path(home_directory(to)) / "frameworks", problem))
    if (entry.path().extension() == ".adpf") out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string place_of(const console& to, const std::string& id, const std::string& version) {
  return home_directory(to) + "/frameworks/" + id + (version.empty() ? "" : "-" + version) + ".adpf";
}

std::vector<activateur::framework> use_frameworks(const console& to, const activateur::engine& engine,
                                                  const activateur::session& with, std::vector<std::string> named,
                                                  bool needed) {
  if (named.empty()) {
    const std::string listed = environment("ACTIVATEUR_FRAMEWORKS");
    for (std::size_t at = 0; at < listed.size();) {
      const std::size_t end = std::min(listed.find(':', at), listed.size());
      if (end > at) named.push_back(listed.substr(at, end - at));
      at = end + 1;
    }
  }
  if (named.empty()) named = imported_frameworks(to);
  if (named.empty() && needed)
    throw failure(
        to.say("Aucun référentiel n'est importé. Lancez « activateur framework import DOSSIER », ou donnez "
               "--framework.",
               "No framework is imported. Run \"activateur framework import DIRECTORY\", or give "
               "--framework."));
  std::vector<activateur::framework> out;
  for (const std::string& path : named) {
    out.push_back(with.import_framework(path));  // opens what is compiled
    engine.use(out.back());
  }
  return out;
}

std::string data_directory(const console& to) {
  if (std::string named = environment("ACTIVATEUR_DATA"); !named.empty()) return named;
  return beside_program(to, {"../share/activateur", "../../../data"}, to.say("données", "data"));
}

std::string plugin_directory(const console& to) {
  return beside_program(to, {"../lib/activateur/plugins", "../" ACTIVATEUR_LIBDIR "/activateur/plugins"}, "plugins");
}

}  // namespace cli
