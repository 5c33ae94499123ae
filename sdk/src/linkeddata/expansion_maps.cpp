// Expansion Algorithm: JSON-LD 1.1 API section 5.1.2, steps 13.7 and 13.8: language maps and index maps.
#include "base/iri.hpp"
#include "linkeddata/expansion.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

// Step 13.7.
bool expander::language_map(const active_context& active, const term_definition& definition, const json& value,
                            const place& where, tree& out) {
  out = tree::array(memory_);
  const std::string& direction =
      definition.direction.is == optional_mapping::state::none ? active.direction : definition.direction.text;
  for (auto at = value.begin(); at != value.end(); ++at) {
    const std::string& language = at.key();
    const bool none = iri(active, language, false, true) == "@none";
    if (safe_ && !none && !is_language_tag(language)) {
      return unsafe(say::jsonld_language_tag, language, where.at(language));
    }
    const std::string_view tag = lower_case(language);
    const auto one = [&](const json& item) {
      if (item.is_null()) return true;
      if (!item.is_string()) return refuse("invalid language map value", item.dump(), where.at(language));
      tree made = tree::object(memory_);
      set(made, "@value", tree::of(item));
      if (!none) set(made, "@language", tree(tag));
      if (!direction.empty()) set(made, "@direction", tree(direction));
      out.items().push(memory_, made);
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
                         tree& out) {
  const term_definition& definition = *key.definition;
  out = tree::array(memory_);
  for (auto at = value.begin(); at != value.end(); ++at) {
    const std::string& index = at.key();
    const place inner = where.at(index);
    const context_pointer* map_context = &active;
    // Steps 13.8.3.1 and 13.8.3.2.
    if ((definition.containers & (container::id | container::type)) != 0 && active->previous) {
      map_context = &active->previous;
    }
    if ((definition.containers & container::type) != 0) {
      const term_definition* type = (*map_context)->find(index);
      if (type != nullptr && type->scoped) {
        map_context = contexts_.scoped_context(*map_context, *type, true, false);
        if (map_context == nullptr) return adopt_context_error(inner);
      }
    }
    const std::string_view expanded_index = iri(*active, index, false, true);  // step 13.8.3.4
    // Steps 13.8.3.5 and 13.8.3.6.
    const property around{key.name,
                          map_context->get() == active.get() ? key.definition : (*map_context)->find(key.name)};
    tree items;
    if (!element(*map_context, around, *at, true, inner, items)) return false;
    if (!at->is_array() && items.is_array() && (definition.containers & container::list) != 0) {
      items = wrapped("@list", items);
    }
    if (items.is_null()) continue;
    for (const tree& each : items) {
      tree item = each;
      if (!index_item(active, definition, index, expanded_index, inner, item)) return false;
      out.items().push(memory_, item);
    }
  }
  return true;
}

// Step 13.8.3.7.
bool expander::index_item(const context_pointer& active, const term_definition& definition, const std::string& index,
                          std::string_view expanded_index, const place& where, tree& item) {
  const bool none = expanded_index == "@none";
  if ((definition.containers & container::graph) != 0 && !is_graph_object(item)) {  // step 13.8.3.7.1
    item = wrapped("@graph", item);
  }
  if ((definition.containers & container::index) != 0 && !definition.index.empty() && !none) {  // step 13.8.3.7.2
    tree re_expanded;
    const property by{definition.index, active->find(definition.index)};
    if (!expand_value(*active, by, made_values_.emplace_back(index), where, re_expanded)) return false;
    const std::string_view name = iri(*active, definition.index, false, true);
    if (is_value_object(item)) return refuse("invalid value object", std::string(name), where);
    auto& properties = item.members().properties;  // the index comes before what the property has
    properties.push(memory_, {name, re_expanded});
    std::rotate(properties.begin(), properties.end() - 1, properties.end());
  } else if ((definition.containers & container::index) != 0) {  // step 13.8.3.7.3
    if (!none && !item.has("@index")) set(item, "@index", tree(index));
  } else if ((definition.containers & container::id) != 0) {  // step 13.8.3.7.4
    if (!none && !item.has("@id")) {
      const std::string_view id = iri(*active, index, true, false);
      if (safe_ && !has_iri_form(id) && !is_blank_label(id)) return unsafe(say::jsonld_relative_iri, index, where);
      if (id.data() != nullptr) set(item, "@id", tree(id));
    }
  } else if ((definition.containers & container::type) != 0 && !none) {  // step 13.8.3.7.5
    if (safe_ && !has_iri_form(expanded_index) && !is_blank_label(expanded_index)) {
      return unsafe(say::jsonld_relative_type, index, where);
    }
    tree types = tree::array(memory_);
    if (expanded_index.data() != nullptr) types.items().push(memory_, tree(expanded_index));
    if (const tree* before = item.find("@type")) {
      for (const tree& each : *before) types.items().push(memory_, each);
    }
    set(item, "@type", types);
  }
  return true;
}

}  // namespace activateur
