// What an import is given: a directory with the names of its files, or one file with what it holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frameworks/draft.hpp"
#include "frameworks/journal.hpp"
#include "json/json.hpp"

namespace activateur {

struct import_source {
  std::string path;
  bool directory = false;
  std::vector<std::string> names;  // of the files in a directory, sorted
  std::optional<json> document;    // of a file that holds JSON

  [[nodiscard]] std::string in(const std::string& name) const { return path + "/" + name; }
};

result<import_source> look_at(const std::string& path);

// One kind of source.
struct import_format {
  std::string_view name;
  bool (*recognises)(const import_source& source);
  result<framework_draft> (*read)(const import_source& source, const import_options& options, journal& faults);
};

// In the order in which they are tried.
const std::vector<import_format>& import_formats();

// One source with one format; `options` and faults as import_framework() has them.
result<imported> import_as(const import_format& format, const import_source& source, const import_options& options,
                           const context& with);

// Each in its own file.
extern const import_format rome_3_csv, rome_4_csv, rome_4_json, esco_csv, rncp_csv, rncp_list, case_package, ctdl_asn,
    grid_json, grid_sheet, sheet, job_description;

}  // namespace activateur
