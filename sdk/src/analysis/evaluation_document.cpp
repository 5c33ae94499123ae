// Documents "activateur/achievement-evaluation/1" and "activateur/achievements-close/1".
#include "analysis/covering.hpp"
#include "analysis/criteria_words.hpp"
#include "analysis/document.hpp"
#include "analysis/evaluation.hpp"

namespace activateur {
namespace {

json distance_of(const criteria_distance& d) {
  return {{"leaves", d.leaves}, {"unknown", d.unknown}, {"weight", d.weight}};
}

json described(const catalogue_entry& entry) {
  json out{{"id", entry.id}, {"name", entry.what.name}, {"type", entry.what.type}};
  if (const std::string address = address_of(entry); !address.empty()) out["uri"] = address;
  if (entry.version > 0) out["version"] = entry.version;
  return out;
}

class writer {
 public:
  writer(const criterion_names& names, language lang) : names_(names), lang_(lang) {}

  json node(const criterion_finding& f) const {
    json out = one(f);
    if (f.asked->kind != criterion_kind::at_least) {
      out["evidence"] = f.leaf.evidence;
      return out;
    }
    out["at_least"] = f.asked->at_least;
    out["recognised"] = f.recognised;
    out["of"] = json::array();
    for (const criterion_finding& member : f.of) out["of"].push_back(node(member));
    return out;
  }

  json missing(const missing_criteria& m) const {
    json leaves = json::array();
    for (const criterion_finding* f : m.leaves) {
      json line = one(*f);
      if (f->asked->kind == criterion_kind::achievement) line["leaves"] = f->leaf.leaves;
      leaves.push_back(std::move(line));
    }
    return {{"leaves", std::move(leaves)}, {"proven", m.proven}};
  }

 private:
  json one(const criterion_finding& f) const {
    json out{{"kind", name(f.asked->kind)},
             {"pointer", f.pointer},
             {"state", name(f.state)},
             {"satisfied", f.state == requirement_state::recognised},
             {"words", line_of(*f.asked, names_, lang_)}};
    if (f.asked->kind == criterion_kind::at_least) return out;
    if (!f.asked->about.empty()) out["about"] = f.asked->about;
    if (f.leaf.unit.empty()) return out;
    out["have"] = f.leaf.have;
    out["need"] = f.leaf.need;
    out["unit"] = f.leaf.unit;
    return out;
  }

  const criterion_names& names_;
  language lang_;
};

json basis(const portfolio& person, const framework_set& frameworks, const policy& by, const context& with) {
  json out{{"policy", {{"id", by.id}, {"version", by.version}}},
           {"frameworks", versions_of(frameworks)},
           {"not_used", not_used()},
           {"at", to_text(with.now)}};
  if (!person.person.empty()) out["person"] = person.person;
  return out;
}

json verdict_of(const achievement_finding& found) {
  return {{"achievement", described(*found.entry)},
          {"earned", found.earned()},
          {"held", found.held},
          {"badges", found.badges},
          {"state", name(found.state())},
          {"distance", distance_of(found.missing.distance)}};
}

}  // namespace

json to_document(const achievement_finding& found, const catalogue& among, const portfolio& person,
                 const framework_set& frameworks, const policy& by, const context& with) {
  const criterion_names names(frameworks, among);
  const writer write(names, with.lang);
  json out = basis(person, frameworks, by, with);
  out["schema"] = "activateur/achievement-evaluation/1";
  out.update(verdict_of(found));
  out["criteria"] = write.node(found.criteria);
  out["missing"] = write.missing(found.missing);
  return out;
}

json to_document(const within_reach& reach, const catalogue& among, const portfolio& person,
                 const framework_set& frameworks, const policy& by, const context& with) {
  const criterion_names names(frameworks, among);
  const writer write(names, with.lang);
  json out = basis(person, frameworks, by, with);
  out["schema"] = "activateur/achievements-close/1";
  out["earned"] = json::array();
  out["next"] = json::array();
  out["left_out"] = reach.left_out;
  for (const achievement_finding* f : reach.earned) out["earned"].push_back(verdict_of(*f));
  for (const achievement_finding* f : reach.next) {
    json line = verdict_of(*f);
    line["missing"] = write.missing(f->missing);
    out["next"].push_back(std::move(line));
  }
  return out;
}

}  // namespace activateur
