// Reading référentiels as they are published, into a compiled framework.
#pragma once

#include <string>

#include "frameworks/framework.hpp"

namespace activateur {

// Reads a directory of ROME 4.0 CSV files as published (`unix_<table>_v<N>_utf8.csv`), or of the project's own
// excerpt in the same columns. All or nothing: the first fault gives file, line, column and reason.
result<framework_ptr> import_rome(const std::string& directory, const context& with);

// Detects what `path` holds and calls the importer for it.
result<framework_ptr> import_framework(const std::string& path, const context& with);

}  // namespace activateur
