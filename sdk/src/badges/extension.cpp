#include "badges/extension.hpp"

#include <algorithm>

#include "badges/assertion_messages.hpp"
#include "badges/schema_check.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

void collect(const std::string& name, const json& value, std::vector<extension>& out) {
  if (out.size() == extensions_max) return;
  if (value.is_array()) {
    for (const json& item : value) collect(name, item, out);
    return;
  }
  if (!value.is_object()) return;
  auto types = texts_of(member(value, "type"));
  const auto mark = std::find_if(types.begin(), types.end(),
                                 [](const std::string& t) { return t == "Extension" || t == "extension"; });
  if (mark != types.end()) {
    types.erase(mark);
    out.push_back({name, std::move(types), texts_of(member(value, "@context")), &value});
    return;
  }
  for (const auto& [inner, child] : value.get_ref<const json::object_t&>()) collect(inner, child, out);
}

// The address of the schema that the extension's context names for one of its types (Open Badges 2.0, Extensions:
// `validation`); empty when the context is not at hand or names none.
std::string schema_of(const inquiry& q, const extension& each) {
  for (const std::string& url : each.contexts) {
    const served context = q.look_up(url);
    if (!context.good()) continue;
    const json document = context.value();
    for (const char* name : {"validation", "obi:validation"}) {
      for (const json* rule : items_of(member(document, name))) {
        std::string type = text_of(*rule, "validatesType");
        if (type.empty()) type = text_of(*rule, "obi:validatesType");
        std::string schema = id_of(member(*rule, "validationSchema"));
        if (schema.empty()) schema = id_of(member(*rule, "obi:validationSchema"));
        if (contains(each.types, type) && !schema.empty()) return schema;
      }
    }
  }
  return {};
}

}  // namespace

std::vector<extension> extensions_of(const json& document) {
  std::vector<extension> out;
  collect({}, document, out);
  return out;
}

void note_extensions(const inquiry& q, const std::vector<const json*>& documents) {
  std::vector<std::string> names;
  json found = json::array();
  bool all_judged = true;
  for (const json* document : documents) {
    for (const extension& each : extensions_of(*document)) {
      if (found.size() == extensions_max) break;
      if (!contains(names, each.name)) names.push_back(each.name);
      json told{{"name", shortened(each.name, 200)}, {"types", each.types}, {"contexts", each.contexts}};
      const std::string schema = schema_of(q, each);
      const schema_finding judged = schema.empty() ? schema_finding{} : apply_schema(q, schema, *each.value);
      if (judged.result == verdict::invalid)
        return q.add("extensions", verdict::invalid, judged.why, {{"name", told["name"]}, {"schema", judged.evidence}});
      all_judged = all_judged && judged.result == verdict::valid;
      found.push_back(std::move(told));
    }
  }
  if (found.empty()) return;
  const auto bare = std::find_if(found.begin(), found.end(), [](const json& each) { return each["contexts"].empty(); });
  if (bare != found.end()) {
    const std::string name = (*bare)["name"];
    return q.note("extensions", verdict::indeterminate, sentence(say::extensions_malformed, {name}),
                  {{"extensions", std::move(found)}});
  }
  if (all_judged)
    return q.note("extensions", verdict::valid, sentence(say::extensions_good, {joined(names)}),
                  {{"extensions", std::move(found)}});
  q.note("extensions", verdict::indeterminate, sentence(say::extensions_noted, {joined(names)}),
         {{"extensions", std::move(found)}});
}

}  // namespace activateur
