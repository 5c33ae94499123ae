#include "recognition/alignment_document.hpp"

#include "base/text.hpp"
#include "frameworks/correspondence.hpp"

namespace activateur {
namespace {

constexpr message not_an_alignment{
    "alignment.document", "An alignment is an object with texts: targetUrl, targetCode, targetFramework, targetName.",
    "Un alignement est un objet avec des textes : targetUrl, targetCode, targetFramework, targetName."};
constexpr message no_such_name{"alignment.name", "No loaded framework has a job or a competence \"{0}\".",
                               "Aucun référentiel chargé n'a de métier ni de compétence « {0} »."};
constexpr std::size_t correspondences_shown = 20;

json named(const framework_ref& of, bool is_job) {
  const framework& f = *of.in;
  return {{"type", is_job ? "job" : "competence"},
          {"id", is_job ? job_name(f, of.index) : competence_name(f, of.index)},
          {"label", is_job ? f.job(of.index).label : f.competence(of.index).label}};
}

json correspondences_of(const framework_set& frameworks, const framework_ref& of, bool is_job, std::size_t limit) {
  json out = json::array();
  for (const correspondence& c : correspondences(frameworks, of, is_job, limit)) {
    json one = named(c.to, c.is_job);
    one["relation"] = name(c.relation);
    one["weight"] = c.weight;
    one["candidate"] = c.candidate;
    one["source"] = c.source;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

result<json> alignment_document(const json& given, const framework_set& frameworks, language l) {
  if (!given.is_object()) return fail(failure::input, not_an_alignment);
  alignment a;
  const auto take = [&](const char* member, std::string& to) {
    const auto found = given.find(member);
    if (found == given.end()) return true;
    if (!found->is_string()) return false;
    to = found->get<std::string>();
    return true;
  };
  if (!take("targetUrl", a.target_url) || !take("targetCode", a.target_code) ||
      !take("targetFramework", a.target_framework) || !take("targetName", a.target_name) ||
      !take("targetType", a.target_type))
    return fail(failure::input, not_an_alignment);
  const alignment_answer met = resolve(a, frameworks);
  json out = {{"schema", "activateur/alignment/1"}, {"met", met.met.in != nullptr}};
  if (met.met.in == nullptr) {
    out["why_not"] = met.why_not.text(l);
    out["correspondences"] = json::array();
    return out;
  }
  out["entry"] = named(met.met, met.is_job);
  out["relation"] = met.relation;
  out["correspondences"] = correspondences_of(frameworks, met.met, met.is_job, correspondences_shown);
  return out;
}

result<json> correspondences_document(const framework_set& frameworks, std::string_view name, std::size_t limit) {
  const auto job = frameworks.job(name);
  const auto competence = job ? std::nullopt : frameworks.competence(name);
  if (!job && !competence) return fail(failure::not_found, no_such_name, {shortened(name, 120)});
  const framework_ref of = job ? *job : *competence;
  json out = {{"schema", "activateur/correspondences/1"}, {"of", named(of, job.has_value())}};
  out["correspondences"] = correspondences_of(frameworks, of, job.has_value(), limit);
  return out;
}

}  // namespace activateur
