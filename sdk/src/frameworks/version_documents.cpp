#include "frameworks/version_documents.hpp"

#include <array>
#include <set>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message unknown_before{
    "migration.unknown", "Version {1} of the framework \"{0}\" has no job or competence \"{2}\". Correct the code.",
    "La version {1} du référentiel « {0} » n'a ni métier ni compétence « {2} ». Corrigez le code."};

constexpr std::array every_change{entry_change::added,      entry_change::removed, entry_change::withdrawn,
                                  entry_change::relabelled, entry_change::moved,   entry_change::reworked};

std::string joined(std::string_view id, std::string_view code) {
  std::string out(id);
  out += ':';
  out += code;
  return out;
}

json counted(const framework_difference& d, bool jobs) {
  json out = json::object();
  for (const entry_change c : every_change) out[std::string(name(c))] = d.count(jobs, c);
  return out;
}

json entry_document(const framework& before, const framework& after, const changed_entry& e) {
  const auto label = [&](const framework& f, std::uint32_t i) {
    return std::string(e.is_job ? f.job(i).label : f.competence(i).label);
  };
  json changes = json::array();
  for (const entry_change c : e.changes) changes.push_back(name(c));
  json out = {{"type", e.is_job ? "job" : "competence"},
              {"id", joined(after.id(), e.code)},
              {"label", e.after != no_index ? label(after, e.after) : label(before, e.before)},
              {"changes", std::move(changes)}};
  if (e.before != no_index && e.after != no_index && label(before, e.before) != label(after, e.after))
    out["label_before"] = label(before, e.before);
  if (e.links_added + e.links_removed + e.links_changed > 0)
    out["links"] = {{"added", e.links_added}, {"removed", e.links_removed}, {"changed", e.links_changed}};
  return out;
}

json step_document(const migration& along, bool is_job, std::uint32_t before, const migrated_entry& m, language l) {
  const framework& from = along.before();
  const framework& after = along.after();
  json to = json::array();
  for (const successor& s : m.to)
    to.push_back({{"id", is_job ? job_name(after, s.index) : competence_name(after, s.index)},
                  {"label", is_job ? after.job(s.index).label : after.competence(s.index).label},
                  {"relation", name(s.relation)},
                  {"weight", s.weight},
                  {"why", s.why.text(l)}});
  return {{"type", is_job ? "job" : "competence"},
          {"id", is_job ? job_name(from, before) : competence_name(from, before)},
          {"label", is_job ? from.job(before).label : from.competence(before).label},
          {"kind", name(m.kind)},
          {"certain", m.certain},
          {"to", std::move(to)}};
}

// The competence of this code, else the job; its index is no_index when there is neither.
struct coded_entry {
  bool is_job = false;
  std::uint32_t index = no_index;
};

coded_entry entry_of(const framework& f, std::string_view code) {
  if (const auto competence = f.find_competence(code)) return {false, *competence};
  if (const auto job = f.find_job(code)) return {true, *job};
  return {};
}

migrated_entry became(const migration& along, coded_entry e) {
  return e.is_job ? along.job(e.index) : along.competence(e.index);
}

class rewriter {
 public:
  rewriter(const migration& along, language l) : along_(along), language_(l) {}

  // Follows the names among the members and elements of `value`; `named` when it stands where names do.
  void walk(json& value, const std::string& at, bool named) {
    if (value.is_string() && named) return follow(value, at);
    if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], at + '/' + std::to_string(i), named);
      if (named) keep_each_once(value);  // two that became one
    }
    if (value.is_object())
      for (auto& [member, inside] : value.items()) walk(inside, at + '/' + member, names(member));
  }

  json steps = json::array();
  std::size_t kept = 0, followed = 0, left = 0;

 private:
  static bool names(const std::string& member) {
    return member == "competence" || member == "competences" || member == "job" || member == "jobs" ||
           member == "holds_job" || member == "target";
  }

  static void keep_each_once(json& names_of) {
    json once = json::array();
    std::set<std::string> seen;
    for (json& one : names_of)
      if (!one.is_string() || seen.insert(one.get<std::string>()).second) once.push_back(std::move(one));
    names_of = std::move(once);
  }

  void follow(json& value, const std::string& at) {
    const std::string given = value.get<std::string>();
    const framework& before = along_.before();
    std::string_view code = given;
    const std::string versioned = joined(std::string(before.id()) + '@' + std::string(before.version()), "");
    const std::string bare = joined(before.id(), "");
    if (code.starts_with(versioned))
      code.remove_prefix(versioned.size());
    else if (code.starts_with(bare))
      code.remove_prefix(bare.size());
    else
      return;
    const coded_entry e = entry_of(before, code);
    if (e.index == no_index) return;
    const migrated_entry m = became(along_, e);
    json step = step_document(along_, e.is_job, e.index, m, language_);
    if (m.certain) value = step["to"][0]["id"];
    ++(m.kind == migration_kind::kept ? kept : m.certain ? followed : left);
    if (m.kind == migration_kind::kept) return;
    step["at"] = at;
    steps.push_back(std::move(step));
  }

  const migration& along_;
  language language_;
};

json heading(const char* schema, const framework& before, const framework& after) {
  return {{"schema", schema}, {"framework", after.id()}, {"from", before.version()}, {"to", after.version()}};
}

}  // namespace

json difference_document(const framework& before, const framework& after, std::size_t limit) {
  const framework_difference d = difference(before, after);
  json out = heading("activateur/framework-difference/1", before, after);
  out["counts"] = {{"competences", counted(d, false)}, {"jobs", counted(d, true)}, {"unchanged", d.unchanged}};
  json entries = json::array();
  for (const changed_entry& e : d.entries) {
    if (limit > 0 && entries.size() >= limit) break;
    entries.push_back(entry_document(before, after, e));
  }
  out["listed"] = entries.size();
  out["total"] = d.entries.size();
  out["entries"] = std::move(entries);
  return out;
}

json migration_document(const migration& along, const json& given, language l) {
  json out = heading("activateur/migration/1", along.before(), along.after());
  json document = given;
  rewriter names(along, l);
  names.walk(document, "", false);
  out["document"] = std::move(document);
  out["counts"] = {{"kept", names.kept}, {"followed", names.followed}, {"left", names.left}};
  out["steps"] = std::move(names.steps);
  return out;
}

result<json> migration_of(const migration& along, std::string_view code, language l) {
  const framework& before = along.before();
  const coded_entry e = entry_of(before, code);
  if (e.index == no_index)
    return fail(failure::not_found, unknown_before,
                {std::string(before.id()), std::string(before.version()), shortened(code, 80)});
  const migrated_entry m = became(along, e);
  json out = heading("activateur/migration/1", before, along.after());
  const bool stayed = m.kind == migration_kind::kept;
  out["counts"] = {{"kept", stayed ? 1 : 0}, {"followed", !stayed && m.certain ? 1 : 0}, {"left", m.certain ? 0 : 1}};
  out["steps"] = json::array({step_document(along, e.is_job, e.index, m, l)});
  return out;
}

}  // namespace activateur
