// What tests of imported territories have in common.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "territory/import_territory.hpp"
#include "unit/frameworks/small_drafts.hpp"

namespace activateur::test {

// A certification with two blocks, one of the Répertoire spécifique without, one withdrawn; and a job with two
// competences.
inline framework_set small_frameworks() {
  framework_set out;
  framework_draft rncp;
  rncp.id = "rncp";
  rncp.title = "Certifications";
  rncp.competences = {competence("RNCP320BC01", "Monter des cloisons"), competence("RNCP320BC02", "Isoler"),
                      competence("RNCP9BC01", "Autrefois")};
  for (draft_competence& c : rncp.competences) c.kind = competence_kind::block;
  rncp.jobs = {
      job("RNCP320", "Plaquiste", {{"RNCP320BC01", link_importance::core}, {"RNCP320BC02", link_importance::core}}),
      job("RS5550", "Certificat", {}), job("RNCP9", "Ancien titre", {{"RNCP9BC01", link_importance::core}})};
  for (draft_job& j : rncp.jobs) j.kind = target_kind::qualification;
  rncp.jobs[2].withdrawn = true;
  out.add(compiled_of(std::move(rncp)));
  framework_draft rome;
  rome.id = "rome";
  rome.title = "Métiers";
  rome.competences = {competence("100003", "Entretenir un lieu"), competence("100007", "Accueillir")};
  rome.jobs = {
      job("K1304", "Services domestiques", {{"100003", link_importance::core}, {"100007", link_importance::ordinary}})};
  out.add(compiled_of(std::move(rome)));
  return out;
}

struct import_case {
  scratch_directory folder;
  territory_import_options options;
  framework_set frameworks;
  context with;
  std::vector<std::string> paths;

  import_case() {
    with.lang = language::fr;
    with.now = *parse_date_time("2026-11-24T08:00:00Z");
  }
  void file(const std::string& name, std::string_view bytes) { paths.push_back(folder.write(name, bytes)); }
  [[nodiscard]] imported_territory read() const {
    auto out = import_territory(paths, options, frameworks, with);
    EXPECT_TRUE(out.ok()) << out.why().text(language::en);
    return out ? *std::move(out) : imported_territory{};
  }
  // Without a fault.
  [[nodiscard]] imported_territory taken() const {
    imported_territory out = read();
    for (const import_problem& p : out.report.problems) ADD_FAILURE() << p.why.text(language::en);
    EXPECT_TRUE(out.made.has_value());
    if (!out.made) out.made.emplace();
    return out;
  }
  // The faults, as "code line" or "code pointer".
  [[nodiscard]] std::vector<std::string> faults() const {
    std::vector<std::string> out;
    for (const import_problem& p : read().report.problems)
      out.push_back(std::string(p.why.what.code()) + ' ' +
                    (p.why.where.line > 0 ? std::to_string(p.why.where.line) : p.why.where.pointer));
    return out;
  }
  // Code of the error that stopped the import; "none" when there was none.
  [[nodiscard]] std::string stopped() const {
    const auto out = import_territory(paths, options, frameworks, with);
    return out ? "none" : std::string(out.why().what.code());
  }
};

inline opportunity find(const imported_territory& in, const std::string& id) {
  for (const opportunity& o : in.made->opportunities)
    if (o.id == id) return o;
  ADD_FAILURE() << "no opportunity " << id;
  return {};
}

inline bool tagged(const opportunity& o, const std::string& tag) {
  return std::find(o.tags.begin(), o.tags.end(), tag) != o.tags.end();
}

inline std::vector<std::string> notes_of(const imported_territory& in) {
  std::vector<std::string> out;
  for (const sentence& s : in.report.notes) out.emplace_back(s.code());
  return out;
}

inline std::vector<std::string> sessions_of(const opportunity& o) {
  std::vector<std::string> out;
  for (const clock_time& t : o.sessions) out.push_back(to_text(t));
  return out;
}

}  // namespace activateur::test
