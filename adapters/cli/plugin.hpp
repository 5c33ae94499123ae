// Loading plugins for a command.
#pragma once

#include <string>
#include <vector>

#include "console.hpp"

namespace cli {

// Each of `trusted` is a key in multikey form or a key file; each of `manifests` the path of a manifest.
void load_plugins(const console& to, const activateur::session& with, const std::vector<std::string>& manifests,
                  const std::vector<std::string>& trusted);

}  // namespace cli
