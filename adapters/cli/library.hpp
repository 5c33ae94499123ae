// The frameworks a command works with: those named on the command line, else those imported before.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "console.hpp"

namespace cli {

// $ACTIVATEUR_HOME, else $XDG_DATA_HOME/activateur, else $HOME/.local/share/activateur.
std::string home_directory(const console& to);
// The compiled files imported before, by name.
std::vector<std::string> imported_frameworks(const console& to);
// Where an import keeps the compiled framework.
std::string place_of(const console& to, const std::string& id, const std::string& version);

// Each is a compiled file or a directory to import. With none named: $ACTIVATEUR_FRAMEWORKS (colon-separated), else
// the imported ones. Fails when there is none at all and `needed`.
std::vector<activateur::framework> use_frameworks(const console& to, const activateur::engine& engine,
                                                  const activateur::session& with, std::vector<std::string> named,
                                                  bool needed = true);

// Where the project's own data and plugins are: installed, or in the source tree beside a build.
std::string data_directory(const console& to);
std::string plugin_directory(const console& to);

}  // namespace cli
