// A certification's grid, "activateur/grid/1": domains, their sub-domains, the criteria by which one judges.
#include "frameworks/grid_builder.hpp"
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
    const grid_heading heading{grid.text("id"),          grid.text("version"),  grid.text("title"),
                               grid.text("attribution"), grid.text("language"), grid.text("uri"),
                               grid.text("rncp")};
    if (heading.id.empty()) return grid.refuse(say::empty_value, {"id"}, source_.path);
    if (heading.title.empty()) return grid.refuse(say::empty_value, {"title"}, source_.path);
    built_.begin(heading);
    for (const json_node& domain : grid.list("domains")) read_entry(domain, {}, "sub_domains");
    return built_.finish(faults_, source_.path);
  }

 private:
  // What stands below a faulty entry is left out with it.
  void read_entry(const json_node& node, const std::string& above, const char* below) {
    if (auto done = add(node, above, below != nullptr); !done) {
      faults_.add(std::move(done).why());
      return;
    }
    if (below == nullptr) return;
    const std::string code = node.text("code");
    const bool domain = std::string_view(below) == "sub_domains";
    for (const json_node& child : node.list(below)) read_entry(child, code, domain ? "criteria" : nullptr);
    if (domain)
      for (const json_node& child : node.list("criteria")) read_entry(child, code, nullptr);
  }

  result<void> add(const json_node& node, const std::string& above, bool gathers) {
    grid_entry entry{
        node.text("code"), node.text("label"), node.text("definition"), node.text("uri"), above, gathers, {}, {}};
    if (entry.code.empty()) return node.refuse(say::empty_value, {"code"}, source_.path);
    if (entry.label.empty()) return node.refuse(say::empty_value, {"label"}, source_.path);
    for (const json_node& level : node.list("levels")) {
      const std::string number = level.text("code");
      entry.levels.push_back(number + (number.empty() ? "" : ": ") +
                             (level.value().is_object() ? level.text("label") : level.text()));
    }
    for (const json_node& seen : node.list("observables")) entry.observables.push_back(seen.text());
    if (!built_.add(entry)) return node.refuse(say::duplicate, {entry.code}, source_.path);
    return {};
  }

  const import_source& source_;
  journal& faults_;
  grid_builder built_;
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
