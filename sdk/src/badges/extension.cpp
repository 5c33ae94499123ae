#include "badges/extension.hpp"

#include <algorithm>

#include "badges/assertion_messages.hpp"
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

}  // namespace

std::vector<extension> extensions_of(const json& document) {
  std::vector<extension> out;
  collect({}, document, out);
  return out;
}

void note_extensions(const inquiry& q, const std::vector<const json*>& documents) {
  std::vector<std::string> names;
  json found = json::array();
  for (const json* document : documents) {
    for (const extension& each : extensions_of(*document)) {
      if (found.size() == extensions_max) break;
      if (!contains(names, each.name)) names.push_back(each.name);
      found.push_back({{"name", shortened(each.name, 200)}, {"types", each.types}, {"contexts", each.contexts}});
    }
  }
  if (found.empty()) return;
  const auto bare = std::find_if(found.begin(), found.end(), [](const json& each) { return each["contexts"].empty(); });
  if (bare != found.end()) {
    const std::string name = (*bare)["name"];
    return q.note("extensions", verdict::indeterminate, sentence(say::extensions_malformed, {name}),
                  {{"extensions", std::move(found)}});
  }
  q.note("extensions", verdict::indeterminate, sentence(say::extensions_noted, {joined(names)}),
         {{"extensions", std::move(found)}});
}

}  // namespace activateur
