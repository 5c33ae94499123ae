// Reading a portfolio, a target and a territory from files, as the library takes them.
#pragma once

#include <string>

#include "console.hpp"

namespace cli {

// The portfolio file, with each credential given as {"file": F} (relative to it) replaced by its bytes; or, as
// "person:ID", that of a person of the store ($ACTIVATEUR_STORE, $ACTIVATEUR_ACTOR).
activateur::document read_portfolio(const console& to, const activateur::session& with, const std::string& path);
// A job's name as it is; the text of a target file.
std::string read_target(const console& to, const std::string& given);
// A territory file, or the territory.json of a directory.
activateur::document read_territory(const console& to, const activateur::session& with, const std::string& path);

}  // namespace cli
