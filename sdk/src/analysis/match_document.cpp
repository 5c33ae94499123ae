// Documents "activateur/batch/1" and "activateur/targets/1" (docs/schemas/batch.json, targets.json).
#include "analysis/covering.hpp"
#include "analysis/document.hpp"
#include "analysis/match_messages.hpp"
#include "analysis/match_run.hpp"
#include "analysis/messages.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

json document_of(const error& e, language lang) {
  json out = {{"code", e.what.code()}, {"message", e.text(lang)}};
  if (!e.where.pointer.empty()) out["pointer"] = e.where.pointer;
  return out;
}

}  // namespace

result<std::vector<std::string>> read_match_targets(const json& document, const std::string& source) {
  std::optional<error> first;
  const fields root(document, source, first);
  only_members(root, {"schema", "targets"});
  only_schema(root, "activateur/targets/1");
  std::vector<std::string> out;
  for (const fields& one : root.list("targets"))
    out.push_back(one.value().is_string() ? one.value().get<std::string>() : write_json(one.value()));
  if (out.empty()) root.refuse(match_messages::no_targets, {}, "targets");
  if (first) return *std::move(first);
  return out;
}

json to_document(const match_run& run, const match_result& result, const context& with) {
  json persons = json::array();
  std::size_t failed = 0;
  for (const match_person& p : result.persons) {
    json one = {{"position", p.position}};
    if (!p.name.empty()) one["person"] = p.name;
    if (p.failed) {
      one["error"] = document_of(*p.failed, with.lang);
      ++failed;
    } else {
      one["targets"] = json::array();
    }
    persons.push_back(std::move(one));
  }
  const match_columns& rows = result.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const match_target& t = run.targets()[rows.target[i]];
    persons[rows.person[i]]["targets"].push_back({{"id", t.id},
                                                  {"label", t.label},
                                                  {"zone", name(rows.in[i])},
                                                  {"belief", rows.belief[i]},
                                                  {"expectation", rows.expectation[i]},
                                                  {"plausibility", rows.plausibility[i]}});
  }
  const policy& by = run.request().by;
  const sentence text(match_messages::text, {std::to_string(result.persons.size()),
                                             std::to_string(run.targets().size()), std::to_string(failed)});
  return {{"schema", "activateur/batch/1"},
          {"at", to_text(with.now)},
          {"policy", {{"id", by.id}, {"version", by.version}}},
          {"frameworks", versions_of(run.request().frameworks)},
          {"considered", run.targets().size()},
          {"failed", failed},
          {"persons", std::move(persons)},
          {"not_used", not_used()},
          {"status", sentence(analysis_messages::proposal).text(with.lang)},
          {"text", text.text(with.lang)}};
}

}  // namespace activateur
