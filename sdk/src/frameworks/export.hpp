// A framework in the formats of others.
#pragma once

#include <string>

#include "base/instant.hpp"
#include "frameworks/framework.hpp"
#include "json/json.hpp"

namespace activateur {

// A CFPackage of CASE 1.0: every competence an item, what is above it an association isChildOf, its mappings
// associations of theirs. Codes that are no GUID get one that is always the same; URIs that are not given are made
// under `base`, which ends with '/'. Jobs have no place in CASE. `when`: lastChangeDateTime of all.
json case_package_of(const framework& f, const std::string& base, instant when);

// A sheet in CSV that an import reads back: a line for each competence of each job, then what no job asks for.
std::string sheet_of(const framework& f);

// The text of a file: `format` is "case" (`base` empty: "https://example.org/") or "csv".
result<std::string> export_framework(const framework& f, std::string_view format, std::string_view base, instant when);

}  // namespace activateur
