// Expansion Algorithm: JSON-LD 1.1 API section 5.1.2, steps 13.7 and 13.8: language maps and index maps.
#include "base/iri.hpp"
#include "linkeddata/expansion.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

// Step 13.7.
bool expander::language_map(const active_context& active, const term_definition& definition, const json& value,
                            const place& where, json& out) {
  out = json::array();
  const std::string& direction =
      definition.direction.is == optional_mapping::state::none ? active.direction : definition.direction.text;
  for (auto at = value.begin(); at != value.end(); ++at) {
    const std::string& language = at.key();
    const bool none = iri(active, language, false, true) == "@none";
    if (safe_ && !none && !is_language_tag(language)) {
      return unsafe(say::jsonld_language_tag, language, where.at(language));
    }
    std::string tag = language;
    for (char& c : tag) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const auto one = [&](const json& item) {
      if (item.is_null()) return true;
      if (!item.is_string()) return refuse("invalid language map value", item.dump(), where.at(language));
      json made = json::object();
      made.emplace("@value", item);
      if (!none) made.emplace("@language", tag);
      if (!direction.empty()) made.emplace("@direction", direction);
      out.push_back(std::move(made));
      return true;
    };
    if (at->is_array()) {
      for (const json& item : *at) {
        if (!one(item)) return false;
      }
    } else if (!one(*at)) {
      return false;
    }
  }
  return true;
}

// Step 13.8.
bool expander::index_map(const context_pointer& active, property key, const json& value, const place& where,
                         json& out) {
  const term_definition& definition = *key.definition;
  out = json::array();
  for (auto at = value.begin(); at != value.end(); ++at) {
    const std::string& index = at.key();
    const place inner = where.at(index);
    context_pointer map_context = active;
    // Steps 13.8.3.1 and 13.8.3.2.
    if ((definition.containers & (container::id | container::type)) != 0 && active->previous) {
      map_context = active->previous;
    }
    if ((definition.containers & container::type) != 0) {
      const term_definition* type = map_context->find(index);
      if (type != nullptr && type->scoped) {
        map_context = contexts_.scoped_context(map_context, *type, true, false);
        if (!map_context) return adopt_context_error(inner);
      }
    }
    std::string room;
    const std::string_view expanded_index = expand_iri(*active, index, false, true, room);  // step 13.8.3.4
    json items;
    // Steps 13.8.3.5 and 13.8.3.6.
    const property around{key.name, map_context == active ? key.definition : map_context->find(key.name)};
    if (at->is_array()) {
      if (!element(map_context, around, *at, true, inner, items)) return false;
    } else {
      json alone = json::array();
      json made;
      if (!element(map_context, around, *at, true, inner, made)) return false;
      const bool nested = (definition.containers & container::list) != 0 && made.is_array();
      if (nested) {
        alone.push_back(json{{"@list", std::move(made)}});
      } else if (made.is_array()) {
        alone = std::move(made);
      } else if (!made.is_null()) {
        alone.push_back(std::move(made));
      }
      items = std::move(alone);
    }
    for (json& item : items) {
      if (!index_item(active, definition, index, expanded_index, inner, item)) return false;
      out.push_back(std::move(item));
    }
  }
  return true;
}

// Step 13.8.3.7.
bool expander::index_item(const context_pointer& active, const term_definition& definition, const std::string& index,
                          std::string_view expanded_index, const place& where, json& item) {
  const bool none = expanded_index == "@none";
  if ((definition.containers & container::graph) != 0 && !is_graph_object(item)) {  // step 13.8.3.7.1
    json graph = json::object();
    json list = json::array();
    list.push_back(std::move(item));
    graph.emplace("@graph", std::move(list));
    item = std::move(graph);
  }
  if ((definition.containers & container::index) != 0 && !definition.index.empty() && !none) {  // step 13.8.3.7.2
    json re_expanded;
    const property by{definition.index, active->find(definition.index)};
    if (!expand_value(*active, by, json(index), where, re_expanded)) return false;
    const std::string name(iri(*active, definition.index, false, true));
    json values = json::array();
    values.push_back(std::move(re_expanded));
    if (const auto before = item.find(name); before != item.end()) {
      if (before->is_array()) {
        for (json& each : *before) values.push_back(std::move(each));
      } else {
        values.push_back(std::move(*before));
      }
    }
    item[name] = std::move(values);
    if (is_value_object(item)) return refuse("invalid value object", name, where);
  } else if ((definition.containers & container::index) != 0) {  // step 13.8.3.7.3
    if (!none && !item.contains("@index")) item["@index"] = index;
  } else if ((definition.containers & container::id) != 0) {  // step 13.8.3.7.4
    if (!none && !item.contains("@id")) {
      const std::string_view id = iri(*active, index, true, false);
      if (safe_ && !has_iri_form(id) && !is_blank_label(id)) return unsafe(say::jsonld_relative_iri, index, where);
      if (id.data() != nullptr) item["@id"] = id;
    }
  } else if ((definition.containers & container::type) != 0 && !none) {  // step 13.8.3.7.5
    if (safe_ && !has_iri_form(expanded_index) && !is_blank_label(expanded_index)) {
      return unsafe(say::jsonld_relative_type, index, where);
    }
    json types = json::array();
    if (expanded_index.data() != nullptr) types.push_back(expanded_index);
    if (const auto before = item.find("@type"); before != item.end()) {
      if (before->is_array()) {
        for (json& each : *before) types.push_back(std::move(each));
      } else {
        types.push_back(std::move(*before));
      }
    }
    item["@type"] = std::move(types);
  }
  return true;
}

}  // namespace activateur
