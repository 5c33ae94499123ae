#include "frameworks/documents.hpp"
#include "frameworks/import.hpp"
#include "frameworks/version_documents.hpp"

namespace activateur {
namespace {

json both(const sentence& what) {
  return {{"code", what.code()}, {"en", what.text(language::en)}, {"fr", what.text(language::fr)}};
}

json where_of(const location& where) {
  json out = json::object();
  if (!where.source.empty()) out["source"] = where.source;
  if (!where.pointer.empty()) out["pointer"] = where.pointer;
  if (where.line > 0) out["line"] = where.line;
  if (where.column > 0) out["column"] = where.column;
  return out;
}

}  // namespace

json report_document(const import_report& report) {
  json problems = json::array();
  for (const import_problem& p : report.problems) {
    json problem = both(p.why.what);
    problem["where"] = where_of(p.why.where);
    problems.push_back(std::move(problem));
  }
  json notes = json::array();
  for (const sentence& n : report.notes) notes.push_back(both(n));
  return {{"problem_count", report.problem_count}, {"problems", std::move(problems)}, {"notes", std::move(notes)}};
}

json import_document(const imported& read, const framework* before) {
  json out = report_document(read.report);
  out["schema"] = "activateur/import/1";
  out["format"] = read.report.format;
  out["taken"] = read.framework != nullptr;
  if (read.packages) {
    out["packages"] = json::array();
    for (const offered_package& p : *read.packages) {
      json package{{"id", p.id}, {"title", p.title}, {"url", p.url}};
      if (!p.version.empty()) package["version"] = p.version;
      if (!p.language.empty()) package["language"] = p.language;
      out["packages"].push_back(std::move(package));
    }
  }
  if (read.framework) out["framework"] = framework_document(*read.framework);
  if (read.framework && before != nullptr) {
    constexpr std::size_t changes_listed = 1000;
    out["changes"] = difference_document(*before, *read.framework, changes_listed);
  }
  return out;
}

}  // namespace activateur
