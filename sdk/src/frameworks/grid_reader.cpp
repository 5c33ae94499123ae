// A certification's grid, "activateur/grid/1": domains, their sub-domains, the criteria by which one judges. The grid
// is also a qualification that asks for all of its domains.
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/json_node.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

class grid_reader {
 public:
  grid_reader(const import_source& source, journal& faults) : source_(source), faults_(faults) {}

  result<framework_draft> read() {
    const json_node grid(*source_.document);
    framework_draft& draft = built_.draft;
    draft.id = grid.text("id");
    draft.version = grid.text("version");
    draft.title = grid.text("title");
    draft.attribution = grid.text("attribution");
    if (const std::string language = two_letters(grid.text("language")); !language.empty()) draft.language = language;
    if (draft.id.empty()) return grid.refuse(say::empty_value, {"id"}, source_.path);
    if (draft.title.empty()) return grid.refuse(say::empty_value, {"title"}, source_.path);
    draft_job* certification = built_.add_job(draft.id);
    certification->kind = target_kind::qualification;
    certification->label = draft.title;
    certification->uri = grid.text("uri");
    add_attribute(certification->attributes, "rncp", grid.text("rncp"));
    if (const std::string rncp = grid.text("rncp"); !rncp.empty())
      certification->mappings.push_back({"rncp", rncp, mapping_relation::exact, 1000, draft.title});
    for (const json_node& domain : grid.list("domains")) {
      const std::string code = read_entry(domain, {}, "sub_domains");
      if (!code.empty()) draft_builder::link(draft.jobs.front(), code, link_importance::core);
    }
    built_.settle(faults_, source_.path);
    return std::move(built_.draft);
  }

 private:
  // The code of the entry; empty when it was faulty: what stands below it is then left out with it.
  std::string read_entry(const json_node& node, const std::string& above, const char* below) {
    if (auto done = add(node, above, below != nullptr); !done) {
      faults_.add(std::move(done).why());
      return {};
    }
    const std::string code = node.text("code");
    if (below == nullptr) return code;
    const bool domain = std::string_view(below) == "sub_domains";
    for (const json_node& child : node.list(below)) read_entry(child, code, domain ? "criteria" : nullptr);
    if (domain)
      for (const json_node& child : node.list("criteria")) read_entry(child, code, nullptr);
    return code;
  }

  result<void> add(const json_node& node, const std::string& above, bool gathers) {
    const std::string code = node.text("code");
    if (code.empty()) return node.refuse(say::empty_value, {"code"}, source_.path);
    const std::string label = node.text("label");
    if (label.empty()) return node.refuse(say::empty_value, {"label"}, source_.path);
    draft_competence* c = built_.add_competence(code);
    if (c == nullptr) return node.refuse(say::duplicate, {code}, source_.path);
    c->label = label;
    c->definition = node.text("definition");
    c->uri = node.text("uri");
    c->hierarchy = code;
    c->grain = gathers ? competence_grain::macro : competence_grain::item;
    if (above.empty()) c->kind = competence_kind::block;
    if (!above.empty()) c->broader.push_back(above);
    for (const json_node& level : node.list("levels")) {
      const std::string number = level.text("code");
      add_attribute(
          c->attributes, "level",
          number + (number.empty() ? "" : ": ") + (level.value().is_object() ? level.text("label") : level.text()));
    }
    for (const json_node& seen : node.list("observables")) add_attribute(c->attributes, "observable", seen.text());
    return {};
  }

  const import_source& source_;
  journal& faults_;
  draft_builder built_;
};

bool recognises(const import_source& source) {
  return source.document && json_node(*source.document).text("schema") == "activateur/grid/1";
}

result<framework_draft> read_grid(const import_source& source, const import_options& /*options*/, journal& faults) {
  return grid_reader(source, faults).read();
}

}  // namespace

const import_format grid_json{"grid", recognises, read_grid};

}  // namespace activateur
