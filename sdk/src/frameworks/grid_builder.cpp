#include "frameworks/grid_builder.hpp"

namespace activateur {

void grid_builder::begin(const grid_heading& heading) {
  framework_draft& draft = built_.draft;
  draft.id = heading.id;
  draft.version = heading.version;
  draft.title = heading.title;
  draft.attribution = heading.attribution;
  if (const std::string language = two_letters(heading.language); !language.empty()) draft.language = language;
  draft_job* certification = built_.add_job(draft.id);
  certification->kind = target_kind::qualification;
  certification->label = draft.title;
  certification->uri = heading.uri;
  add_attribute(certification->attributes, "rncp", heading.rncp);
  if (!heading.rncp.empty())
    certification->mappings.push_back({"rncp", heading.rncp, mapping_relation::exact, 1000, draft.title});
}

bool grid_builder::add(const grid_entry& entry) {
  draft_competence* c = built_.add_competence(entry.code);
  if (c == nullptr) return false;
  c->label = entry.label;
  c->definition = entry.definition;
  c->uri = entry.uri;
  c->hierarchy = entry.code;
  c->grain = entry.gathers ? competence_grain::macro : competence_grain::item;
  if (entry.above.empty()) {
    c->kind = competence_kind::block;
    domains_.push_back(entry.code);
  } else {
    c->broader.push_back(entry.above);
  }
  for (const std::string& level : entry.levels) add_attribute(c->attributes, "level", level);
  for (const std::string& seen : entry.observables) add_attribute(c->attributes, "observable", seen);
  return true;
}

framework_draft grid_builder::finish(journal& faults, const std::string& source) {
  for (const std::string& code : domains_) draft_builder::link(built_.draft.jobs.front(), code, link_importance::core);
  built_.settle(faults, source);
  return std::move(built_.draft);
}

}  // namespace activateur
