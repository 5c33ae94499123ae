// Reading référentiels as they are published, into a compiled framework.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/framework.hpp"
#include "json/json.hpp"
#include "net/document_source.hpp"

namespace activateur {

struct import_options {
  // Empty: what the source says, or what is usual for its kind ("rome", "esco", "rncp").
  std::string id, version, title, attribution;
  std::string language;           // two letters; empty: what the source says
  std::string columns;            // sheets: the text of a document "activateur/columns/1"; empty: by the headings
  bool leave_out_faults = false;  // take what is right and leave out lines with faults, instead of refusing all
};

struct import_problem {
  error why;  // says where: file, line and column, or file and JSON pointer
};

struct import_report {
  std::string format;                    // "rome-4-csv", "esco-csv", "case", ...
  std::vector<import_problem> problems;  // in the order of the source; the first `problems_kept` of them
  std::size_t problem_count = 0;         // all of them
  std::vector<sentence> notes;           // what is not there without being a fault, and what then is empty
  static constexpr std::size_t problems_kept = 1000;
};

// A package that a CASE server offers.
struct offered_package {
  std::string id, title, version, language;
  std::string url;  // to be imported from
};

struct imported {
  framework_ptr framework;  // null when it was refused because of its faults, and for a list of packages
  import_report report;
  std::optional<std::vector<offered_package>> packages;  // a server's list: nothing was imported, one can be chosen
};

// Reads a directory of ROME's CSV files as published (`unix_<table>_v<N>_utf8.csv`, of ROME 3 or 4), or of the
// project's own excerpt in the same columns. All or nothing: the first fault gives file, line, column and reason.
result<framework_ptr> import_rome(const std::string& directory, const context& with);

// Detects what `path` holds (a directory, a file) and imports it, all or nothing unless `leave_out_faults`. An error
// only when nothing could be read at all: no such path, an unknown kind, cancelled, a bound exceeded.
result<imported> import_framework(const std::string& path, const import_options& options, const context& with);

// Whether this is to be read from the web: it begins with "https://" or "http://".
bool names_web_source(std::string_view path);

// The same from a URL, through `web`, which decides what may be fetched: a CASE server's package
// (`.../CFPackages/{id}`, or its `.../CFDocuments/{id}`), or any JSON that import_framework() reads. The list of a
// server (`.../CFDocuments`, or its address up to `/ims/case/v1p0` or `v1p1`) gives the packages that it offers.
result<imported> import_from_web(const std::string& url, const document_source& web, const import_options& options,
                                 const context& with);

// The same for callers that take the first fault as the answer.
result<framework_ptr> import_framework(const std::string& path, const context& with);

// What every import tells: "problem_count", "problems" with their places, "notes".
json report_document(const import_report& report);

// "activateur/import/1": the format, what was read, the faults with their places, what changed since `before` (may be
// null).
json import_document(const imported& read, const framework* before);

}  // namespace activateur
