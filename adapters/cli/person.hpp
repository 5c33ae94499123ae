// Reading a portfolio, a target and a territory from files, as the library takes them.
#pragma once

#include <string>

#include "console.hpp"

namespace cli {

// A portfolio, or "activateur/portfolios/1", that stands in the file `path`; `source` is what errors call it. Each
// credential given as {"file": F} (relative to the file) is replaced by its bytes.
activateur::document parse_portfolios(const console& to, const activateur::session& with, const std::string& text,
                                      const std::string& path, const std::string& source);
// Such a file; or, as "person:ID", that of a person of the store ($ACTIVATEUR_STORE, $ACTIVATEUR_ACTOR).
activateur::document read_portfolio(const console& to, const activateur::session& with, const std::string& path);
// A job's name as it is; the text of a target file.
std::string read_target(const console& to, const std::string& given);
// A territory file, or the territory.json of a directory.
activateur::document read_territory(const console& to, const activateur::session& with, const std::string& path);

}  // namespace cli
