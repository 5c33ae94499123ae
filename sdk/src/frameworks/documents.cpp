#include "frameworks/documents.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message no_such_framework{
    "framework.no_framework",
    "No framework named \"{0}\" is loaded; there are: {1}. Load it first, or correct the name.",
    "Aucun référentiel « {0} » n'est chargé ; il y a : {1}. Chargez-le d'abord, ou corrigez le nom."};
constexpr message no_such_code{
    "framework.no_code",
    "The framework \"{0}\" has no job or competence \"{1}\". Find its code by searching for its words.",
    "Le référentiel « {0} » n'a ni métier ni compétence « {1} ». Trouvez son code en cherchant ses mots."};

json named_competence(const framework& f, std::uint32_t index) {
  const competence_view c = f.competence(index);
  return {{"id", competence_name(f, index)}, {"label", c.label}, {"kind", name(c.kind)}, {"grain", name(c.grain)}};
}

json named_job(const framework& f, std::uint32_t index) {
  return {{"id", job_name(f, index)}, {"label", f.job(index).label}};
}

json hit_document(const framework& f, const search_hit& h) {
  json spans = json::array();
  for (const text_span& s : h.spans) spans.push_back({{"begin", s.begin}, {"end", s.end}});
  return {{"type", h.is_job ? "job" : "competence"},
          {"id", h.is_job ? job_name(f, h.index) : competence_name(f, h.index)},
          {"label", h.is_job ? f.job(h.index).label : f.competence(h.index).label},
          {"matched", h.matched},
          {"spans", std::move(spans)},
          {"score", h.score}};
}

json named_competences(const framework& f, const std::vector<std::uint32_t>& indices) {
  json out = json::array();
  for (const std::uint32_t index : indices) out.push_back(named_competence(f, index));
  return out;
}

json labels_document(const std::vector<label_view>& labels) {
  json out = json::array();
  for (const label_view& l : labels) {
    json label = {{"text", l.text}, {"language", l.language}};
    if (!l.code.empty()) label["code"] = l.code;
    out.push_back(std::move(label));
  }
  return out;
}

json attributes_document(const std::vector<attribute_view>& attributes) {
  json out = json::array();
  for (const attribute_view& a : attributes) out.push_back({{"name", a.name}, {"value", a.value}});
  return out;
}

json mappings_document(const std::vector<mapping_view>& mappings) {
  json out = json::array();
  for (const mapping_view& m : mappings)
    out.push_back({{"id", std::string(m.framework) + ':' + std::string(m.code)},
                   {"relation", name(m.relation)},
                   {"weight", m.weight / 1000.0},
                   {"source", m.source}});
  return out;
}

json conditions_document(const std::vector<condition_view>& conditions) {
  json out = json::array();
  for (const condition_view& c : conditions)
    out.push_back({{"code", c.code}, {"label", c.label}, {"category", c.category}});
  return out;
}

// What most entries do not have.
template <class View>
void put_rare(json& out, const View& of) {
  if (!of.uri.empty()) out["uri"] = of.uri;
  if (of.withdrawn) out["withdrawn"] = true;
}

// What matters most first.
int reading_order(link_importance i) {
  switch (i) {
    case link_importance::core: return 0;
    case link_importance::emerging: return 1;
    case link_importance::ordinary: return 2;
  }
  return 3;
}

json competences_of(const framework& f, std::uint32_t job) {
  std::vector<job_link> links = f.links_of(job);
  std::stable_sort(links.begin(), links.end(), [](const job_link& a, const job_link& b) {
    return reading_order(a.importance) < reading_order(b.importance);
  });
  json out = json::array();
  for (const job_link& l : links) {
    json c = named_competence(f, l.competence);
    c["importance"] = name(l.importance);
    out.push_back(std::move(c));
  }
  return out;
}

json job_document(const framework& f, std::uint32_t index) {
  const job_view j = f.job(index);
  json mobilities = json::array();
  for (const mobility& m : f.mobilities_of(index)) {
    json to = named_job(f, m.job);
    to["order"] = m.order;
    mobilities.push_back(std::move(to));
  }
  json out = {{"schema", "activateur/job/1"},
              {"framework", framework_credit(f)},
              {"id", job_name(f, index)},
              {"kind", name(j.kind)},
              {"code", j.code},
              {"label", j.label},
              {"definition", j.definition},
              {"domain", {{"code", j.domain}, {"label", j.domain_label}}},
              {"riasec", j.riasec},
              {"competences", competences_of(f, index)},
              {"mobilities", std::move(mobilities)},
              {"appellations", f.appellations_of(index)},
              {"labels", labels_document(f.labels_of_job(index))},
              {"conditions", conditions_document(f.conditions_of(index))},
              {"attributes", attributes_document(f.attributes_of_job(index))},
              {"mappings", mappings_document(f.mappings_of_job(index))}};
  put_rare(out, j);
  return out;
}

link_importance importance_in(const framework& f, std::uint32_t job, std::uint32_t competence) {
  const std::vector<job_link> links = f.links_of(job);
  const auto found = std::lower_bound(links.begin(), links.end(), competence,
                                      [](const job_link& l, std::uint32_t wanted) { return l.competence < wanted; });
  return found != links.end() && found->competence == competence ? found->importance : link_importance::ordinary;
}

json competence_document(const framework& f, std::uint32_t index) {
  const competence_view c = f.competence(index);
  json jobs = json::array();
  for (const std::uint32_t job : f.jobs_with(index)) {
    json j = named_job(f, job);
    j["importance"] = name(importance_in(f, job, index));
    jobs.push_back(std::move(j));
  }
  json out = {{"schema", "activateur/competence/1"},
              {"framework", framework_credit(f)},
              {"id", competence_name(f, index)},
              {"code", c.code},
              {"label", c.label},
              {"definition", c.definition},
              {"kind", name(c.kind)},
              {"grain", name(c.grain)},
              {"hierarchy", c.hierarchy},
              {"category", c.category},
              {"transversal", c.transversal},
              {"broader", named_competences(f, f.broader_of(index))},
              {"items", named_competences(f, f.items_of(index))},
              {"labels", labels_document(f.labels_of_competence(index))},
              {"attributes", attributes_document(f.attributes_of_competence(index))},
              {"mappings", mappings_document(f.mappings_of_competence(index))},
              {"jobs", std::move(jobs)}};
  put_rare(out, c);
  if (c.macro != no_index) out["macro"] = named_competence(f, c.macro);
  return out;
}

std::vector<std::pair<std::string_view, std::size_t>> named_counts(const framework_counts& n) {
  return {{"jobs", n.jobs},
          {"qualifications", n.qualifications},
          {"competences", n.competences},
          {"links", n.links},
          {"mobilities", n.mobilities},
          {"know_how", n.know_how},
          {"macros", n.macros},
          {"soft_skills", n.soft_skills},
          {"knowledge", n.knowledge},
          {"languages", n.languages},
          {"blocks", n.blocks},
          {"groups", n.groups},
          {"core_links", n.core_links},
          {"emerging_links", n.emerging_links},
          {"appellations", n.appellations},
          {"labels", n.labels},
          {"mappings", n.mappings},
          {"conditions", n.conditions},
          {"withdrawn", n.withdrawn}};
}

}  // namespace

json framework_credit(const framework& f) {
  return {{"id", f.id()},
          {"version", f.version()},
          {"title", f.title()},
          {"attribution", f.attribution()},
          {"language", f.language()}};
}

json framework_document(const framework& f) {
  const framework_counts n = f.counts();
  json out = framework_credit(f);
  out["schema"] = "activateur/framework/1";
  json& counts = out["counts"];
  for (const auto& [what, count] : named_counts(n)) counts[std::string(what)] = count;
  return out;
}

result<json> show_document(const framework_set& frameworks, std::string_view name) {
  const std::string_view id = name.substr(0, name.find(':'));
  const framework_ptr f = frameworks.find(id);
  if (f == nullptr) {
    std::string there;
    for (const framework_ptr& known : frameworks.all()) there += (there.empty() ? "" : ", ") + std::string(known->id());
    return fail(failure::not_found, no_such_framework,
                {shortened(id, 80), there.empty() ? std::string("-") : shortened(there, 400)});
  }
  if (id.size() == name.size()) return framework_document(*f);
  const std::string_view code = name.substr(id.size() + 1);
  if (const auto job = f->find_job(code)) return job_document(*f, *job);
  if (const auto competence = f->find_competence(code)) return competence_document(*f, *competence);
  return fail(failure::not_found, no_such_code, {std::string(id), shortened(code, 80)});
}

json search_document(const framework& f, const std::vector<search_hit>& hits) {
  json found = json::array();
  for (const search_hit& h : hits) found.push_back(hit_document(f, h));
  return {{"schema", "activateur/search/1"}, {"framework", framework_credit(f)}, {"hits", std::move(found)}};
}

json search_document(const search_page& page) {
  json found = json::array();
  for (const search_hit& h : page.hits) found.push_back(hit_document(*h.in, h));
  const search_facets& n = page.facets;
  return {{"schema", "activateur/search/1"},
          {"total", page.total},
          {"facets",
           {{"type", n.type},
            {"framework", n.framework},
            {"kind", n.kind},
            {"grain", n.grain},
            {"domain", n.domain},
            {"target", n.target},
            {"transversal", n.transversal}}},
          {"hits", std::move(found)}};
}

json identify_document(const identified& found) {
  const auto list = [](const std::vector<identified_entry>& entries, bool jobs) {
    json out = json::array();
    for (const identified_entry& e : entries) {
      json entry = jobs ? named_job(*e.in, e.index) : named_competence(*e.in, e.index);
      entry["confidence"] = e.confidence;
      entry["spans"] = json::array();
      // The words that were written come first in `why`, one a span.
      for (std::size_t i = 0; i < e.spans.size(); ++i)
        entry["spans"].push_back({{"begin", e.spans[i].begin}, {"end", e.spans[i].end}, {"text", e.why.at(i)}});
      entry["why"] = e.why;
      if (!e.matched.empty()) entry["matched"] = e.matched;
      entry["source"] = e.source;
      if (!e.version.empty()) entry["version"] = e.version;
      out.push_back(std::move(entry));
    }
    return out;
  };
  json sources = json::array();
  for (const asked_source& s : found.sources) {
    json& source = sources.emplace_back(json{{"name", s.name}, {"proposals", s.sound}});
    if (!s.version.empty()) source["version"] = s.version;
  }
  json failures = json::array();
  for (const error& e : found.failures)
    failures.push_back({{"code", e.what.code()}, {"en", e.text(language::en)}, {"fr", e.text(language::fr)}});
  return {{"schema", "activateur/identify/1"},
          {"competences", list(found.competences, false)},
          {"jobs", list(found.jobs, true)},
          {"sources", std::move(sources)},
          {"failures", std::move(failures)}};
}

}  // namespace activateur
