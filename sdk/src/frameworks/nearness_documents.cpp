#include "frameworks/nearness_documents.hpp"

#include "frameworks/documents.hpp"

namespace activateur {
namespace {

json measured(const near_entry& e) {
  json parts = json::array();
  for (const nearness_part& p : e.parts)
    parts.push_back({{"name", p.name}, {"group", p.group}, {"value", p.value}, {"contribution", p.contribution}});
  return {{"nearness", e.nearness}, {"score", e.score}, {"base", e.base}, {"parts", std::move(parts)}};
}

json near_document(const framework& f, std::string_view type, std::string id, std::string_view label, json found) {
  return {{"schema", "activateur/near/1"},
          {"framework", framework_credit(f)},
          {"type", type},
          {"id", std::move(id)},
          {"label", label},
          {"near", std::move(found)}};
}

json detected(const framework& f, const competence_detection& d) {
  const competence_view c = f.competence(d.competence);
  json emergence = {{"emerging_jobs", d.emergence.emerging_links},
                    {"emerging_share", d.emergence.emerging_share},
                    {"chance", d.emergence.emerging_chance}};
  if (d.emergence.since) {
    const competence_emergence::growth& g = *d.emergence.since;
    emergence["since"] = {
        {"new", g.is_new}, {"jobs_before", g.jobs_before}, {"log_ratio", g.log_ratio}, {"chance", g.chance}};
  }
  return {{"id", competence_name(f, d.competence)},
          {"label", c.label},
          {"kind", name(c.kind)},
          {"spread",
           {{"domains", d.spread.domains},
            {"broad_domains", d.spread.broad_domains},
            {"broad_domains_by_chance", d.spread.broad_domains_by_chance},
            {"evenness", d.spread.evenness},
            {"declared", d.spread.declared}}},
          {"rarity",
           {{"jobs", d.rarity.jobs},
            {"core_jobs", d.rarity.core_jobs},
            {"information", d.rarity.information},
            {"rarer_share", d.rarity.rarer_share}}},
          {"emergence", std::move(emergence)}};
}

}  // namespace

json near_jobs_document(const framework& f, std::uint32_t job, const std::vector<near_entry>& found) {
  json near = json::array();
  for (const near_entry& e : found) {
    json one = measured(e);
    const job_view j = f.job(e.index);
    one["id"] = job_name(f, e.index);
    one["label"] = j.label;
    one["domain"] = {{"code", j.domain}, {"label", j.domain_label}};
    near.push_back(std::move(one));
  }
  return near_document(f, "job", job_name(f, job), f.job(job).label, std::move(near));
}

json near_competences_document(const framework& f, std::uint32_t competence, const std::vector<near_entry>& found) {
  json near = json::array();
  for (const near_entry& e : found) {
    json one = measured(e);
    one["id"] = competence_name(f, e.index);
    one["label"] = f.competence(e.index).label;
    near.push_back(std::move(one));
  }
  return near_document(f, "competence", competence_name(f, competence), f.competence(competence).label,
                       std::move(near));
}

json detection_document(const framework& f, const framework* earlier, detection_kind kind,
                        const std::vector<competence_detection>& found) {
  json competences = json::array();
  for (const competence_detection& d : found) competences.push_back(detected(f, d));
  json out = {{"schema", "activateur/detection/1"},
              {"framework", framework_credit(f)},
              {"kind", name(kind)},
              {"competences", std::move(competences)}};
  if (earlier != nullptr) out["compared_with"] = framework_credit(*earlier);
  return out;
}

}  // namespace activateur
