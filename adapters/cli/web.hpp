// What URLs serve to a command: documents given in a directory, and the network where it is allowed.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "console.hpp"

namespace cli {

struct web_arguments {
  std::string documents, ca_file;
  bool online = false, offline = false;
  std::vector<std::string> private_hosts;
};

// Adds --documents, --online, --offline, --ca-file and --private-host; gives --online, for what else needs it.
CLI::Option* add_web(CLI::App& command, web_arguments& into);

// Nothing when no document is given and the network is not allowed. `bounds` has those of the command.
std::optional<activateur::snapshot> documents_of(const activateur::session& with, const web_arguments& asked,
                                                 activateur::network_options bounds);

}  // namespace cli
