// Expansion Algorithm: JSON-LD 1.1 API section 5.1.2, steps 13 and 14: the members of a node.
#include <algorithm>

#include "base/iri.hpp"
#include "base/text.hpp"
#include "linkeddata/expansion.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {
namespace {

std::string brief(const json& value) {
  return shortened(value.dump(-1, ' ', false, json::error_handler_t::replace), 200);
}

bool has_term_for(const active_context& active, std::string_view iri) {
  return std::any_of(active.terms.begin(), active.terms.end(), [&](const auto& t) { return t.second->iri == iri; });
}

}  // namespace

bool expander::is_plain(const node& n, property key, std::string_view expanded, const json& value) {
  if (!expanded.empty() && is_keyword(expanded)) {
    if (expanded == "@id") return key.name == "id";
    if (expanded == "@type" && key.name == "type") return true;
    const bool of_a_value =
        expanded == "@value" || expanded == "@type" || expanded == "@language" || expanded == "@direction";
    return of_a_value && key.name == expanded && value.contains("@value");
  }
  if (key.definition != nullptr) return !key.definition->reverse;
  return !has_term_for(*n.active, expanded);
}

// Steps 13 and 14.
bool expander::members(const node& n, const json& value, const place& where) {
  arena_list<const std::string*> nests;
  for (const auto& [key, member_value] : value.get_ref<const json::object_t&>()) {
    if (key == "@context" || is_set_aside(key, where)) continue;  // step 13.1
    const property known{key, n.active->find(key)};
    const bool is_term = known.definition != nullptr && !has_keyword_form(key);
    const std::string_view expanded =
        is_term ? known.definition->expanded() : iri(*n.active, key, false, true);  // 13.2
    if (plain_ && !is_plain(n, {key, is_term ? known.definition : nullptr}, expanded, value))
      return unsafe(say::jsonld_not_plain, key, where.at(key));
    if (expanded == "@nest") {
      nests.push(memory_, &key);  // step 13.4.14
      if (n.around.name == "@reverse") return refuse("invalid reverse property map", key, where.at(key));
      continue;
    }
    if (!member(n, known, expanded, member_value, where.at(key))) return false;
  }
  for (const std::string* key : nests) {  // step 14
    // A nesting term may have a scoped context of its own, as a property has (step 3 applied to the nesting key).
    const place inner = where.at(*key);
    const term_definition* definition = n.active->find(*key);
    const context_pointer* active = &n.active;
    if (definition != nullptr && definition->scoped) {
      active = contexts_.scoped_context(*active, *definition, true, true);
      if (active == nullptr) return adopt_context_error(inner);
    }
    const node within{*active, n.type_scoped, n.around, n.json_type, n.result, n.where};
    if (!nest_member(within, value.at(*key), inner)) return false;
  }
  return true;
}

bool expander::nest_member(const node& n, const json& value, const place& where) {
  if (++depth_ > expansion_depth_max) return refuse("context overflow", "@nest", where);
  const auto one = [&](const json& nested, const place& at) {
    const bool good = nested.is_object() && !has_member(*n.active, nested, "@value");
    if (!good) return refuse("invalid @nest value", brief(nested), at);  // step 14.2.1
    return members(n, nested, at);                                       // step 14.2.2
  };
  bool good = true;
  if (value.is_array()) {
    std::size_t index = 0;
    for (const json& nested : value) good = good && one(nested, where.at(index++));
  } else {
    good = one(value, where);
  }
  --depth_;
  return good;
}

bool expander::member(const node& n, property key, std::string_view expanded, const json& value, const place& where) {
  if (!expanded.empty() && is_keyword(expanded)) return keyword_member(n, expanded, value, where);
  if (expanded.data() == nullptr || !has_colon(expanded)) {  // step 13.3
    if (!safe_) return true;
    return unsafe(has_keyword_form(key.name) ? say::jsonld_reserved : say::jsonld_unmapped, key.name, where);
  }
  if (expanded.size() > iri_bytes_max || !within_budget(expanded.size(), where)) {
    return refuse("invalid IRI mapping", std::string(key.name.substr(0, 200)), where);
  }
  return property_member(n, expanded, key, value, where);
}

// Steps 13.5 to 13.14.
bool expander::property_member(const node& n, std::string_view expanded, property key, const json& value,
                               const place& where) {
  static const term_definition none;
  const term_definition& definition = key.definition != nullptr ? *key.definition : none;
  const std::uint8_t containers = definition.containers;
  tree made;
  if (definition.type == "@json") {  // step 13.6
    made = tree::object(memory_);
    set(made, "@value", tree::of(value));
    set(made, "@type", tree("@json"));
  } else if ((containers & container::language) != 0 && value.is_object()) {
    if (!language_map(*n.active, definition, value, where, made)) return false;
  } else if ((containers & (container::index | container::type | container::id)) != 0 && value.is_object()) {
    if (!index_map(n.active, key, value, where, made)) return false;
  } else {
    if (!element(n.active, key, value, false, where, made)) return false;  // step 13.9
  }
  if (made.is_null()) return true;                                     // step 13.10
  if ((containers & container::list) != 0 && !is_list_object(made)) {  // step 13.11
    made = wrapped("@list", made);
  }
  if ((containers & container::graph) != 0 && (containers & (container::id | container::index)) == 0) {  // 13.12
    const tree graphs = tree::array(memory_);
    for (const tree& each : made) graphs.items().push(memory_, wrapped("@graph", each));
    made = graphs;
  }
  const bool good = definition.iri_good && expanded.data() == definition.iri.data();
  if (definition.reverse) return add_reverse(n, expanded, made, where);  // step 13.13
  n.result.members().properties.push(memory_, {expanded, made, good});   // step 13.14
  return true;
}

// Steps 13.13.2 to 13.13.4, and 13.4.13.4.
bool expander::add_reverse(const node& n, std::string_view name, const tree& values, const place& where) {
  for (const tree& item : values) {
    if (is_value_object(item) || is_list_object(item)) {
      return refuse("invalid reverse property value", std::string(name), where);
    }
  }
  if (!n.result.has("@reverse")) set(n.result, "@reverse", tree::object(memory_));
  n.result.find("@reverse")->members().properties.push(memory_, {name, values});
  return true;
}

// Step 13.4.
bool expander::keyword_member(const node& n, std::string_view name, const json& value, const place& where) {
  if (n.around.name == "@reverse")
    return refuse("invalid reverse property map", std::string(name), where);  // step 13.4.1
  if (name != "@included" && name != "@type" && n.result.has(name)) {         // step 13.4.2
    return refuse("colliding keywords", std::string(name), where);
  }
  tree made;
  if (name == "@id") {
    if (!id_member(n, value, where, made)) return false;
  } else if (name == "@type") {
    if (!type_member(n, value, where, made)) return false;
  } else if (name == "@graph") {  // step 13.4.5
    if (!element(n.active, {"@graph", nullptr}, value, false, where, made)) return false;
    made = as_array(made);
  } else if (name == "@included") {
    return included_member(n, value, where);
  } else if (name == "@value") {  // step 13.4.7
    if (!n.json_type && value.is_structured()) return refuse("invalid value object value", brief(value), where);
    made = tree::of(value);
  } else if (name == "@language") {
    if (!language_member(value, where, made)) return false;
  } else if (name == "@direction") {  // step 13.4.9
    if (value != "ltr" && value != "rtl") return refuse("invalid base direction", brief(value), where);
    made = tree(value.get_ref<const std::string&>());
  } else if (name == "@index") {  // step 13.4.10
    if (!value.is_string()) return refuse("invalid @index value", brief(value), where);
    made = tree(value.get_ref<const std::string&>());
  } else if (name == "@list") {
    if (n.around.name.data() == nullptr || n.around.name == "@graph") {  // step 13.4.11.1
      return !safe_ || unsafe(say::jsonld_free_floating, {}, where);
    }
    if (!list_member(n, value, where, made)) return false;
  } else if (name == "@set") {  // step 13.4.12
    if (!element(n.active, n.around, value, false, where, made)) return false;
  } else if (name == "@reverse") {
    return reverse_member(n, value, where);
  } else {
    // @base, @container... have no meaning in a node: step 13.4.16 with no expanded value.
    return !safe_ || unsafe(say::jsonld_reserved, name, where);
  }
  set(n.result, name, made);  // step 13.4.16
  return true;
}

// Step 13.4.3.
bool expander::id_member(const node& n, const json& value, const place& where, tree& out) {
  if (!value.is_string()) return refuse("invalid @id value", brief(value), where);
  const auto& text = value.get_ref<const std::string&>();
  const std::string_view expanded = iri(*n.active, text, true, false);
  if (!within_budget(expanded.size(), where)) return false;
  if (safe_ && expanded.data() == nullptr) return unsafe(say::jsonld_reserved, text, where);
  if (safe_ && !has_iri_form(expanded) && !is_blank_label(expanded)) {
    return unsafe(say::jsonld_relative_iri, expanded, where);
  }
  if (plain_ && expanded != text) return unsafe(say::jsonld_not_plain, text, where);
  // No signature over RDF covers how a blank node is called: whoever has the document could add such an id.
  if (plain_ && is_blank_label(expanded)) return unsafe(say::jsonld_blank_id, text, where);
  if (expanded.data() != nullptr) out = tree(expanded);
  return true;
}

bool expander::one_type(const node& n, const json& value, const place& where, tree& out) {
  if (!value.is_string()) return refuse("invalid type value", brief(value), where);
  const auto& text = value.get_ref<const std::string&>();
  const term_definition* known = n.type_scoped->find(text);
  if (known != nullptr && known->iri_good) {
    out = tree::iri(known->iri, true);
    return within_budget(known->iri.size(), where);
  }
  const std::string_view expanded = iri(*n.type_scoped, text, true, true);
  if (!within_budget(expanded.size(), where)) return false;
  if (safe_ && !has_iri_form(expanded) && !is_blank_label(expanded) && expanded != "@json" && expanded != "@none") {
    return unsafe(has_keyword_form(text) ? say::jsonld_reserved : say::jsonld_relative_type, text, where);
  }
  if (plain_ && known == nullptr && has_term_for(*n.type_scoped, expanded))
    return unsafe(say::jsonld_not_plain, text, where);
  if (expanded.data() != nullptr) out = tree(expanded);
  return true;
}

// Step 13.4.4.
bool expander::type_member(const node& n, const json& value, const place& where, tree& out) {
  if (value.is_array()) {
    out = tree::array(memory_);
    std::size_t index = 0;
    for (const json& item : value) {
      tree made;
      if (!one_type(n, item, where.at(index++), made)) return false;
      if (!made.is_null()) out.items().push(memory_, made);
    }
  } else if (!one_type(n, value, where, out)) {
    return false;
  }
  if (const tree* before = n.result.find("@type")) {
    const tree both = tree::array(memory_);
    for (const tree& types : {as_array(*before), as_array(out)})
      for (const tree& each : types) both.items().push(memory_, each);
    out = both;
  }
  return true;
}

// Step 13.4.6.
bool expander::included_member(const node& n, const json& value, const place& where) {
  tree made;
  if (!element(n.active, {}, value, false, where, made)) return false;
  made = as_array(made);
  if (made.items().empty() && !value.is_array()) return refuse("invalid @included value", brief(value), where);
  for (const tree& item : made) {
    if (!item.is_object() || is_value_object(item) || is_list_object(item)) {
      return refuse("invalid @included value", brief(to_json(item)), where);
    }
  }
  if (tree* before = n.result.find("@included")) {
    for (const tree& item : made) before->items().push(memory_, item);
  } else {
    set(n.result, "@included", made);
  }
  return true;
}

// Step 13.4.8.
bool expander::language_member(const json& value, const place& where, tree& out) {
  if (!value.is_string()) return refuse("invalid language-tagged string", brief(value), where);
  const auto& tag = value.get_ref<const std::string&>();
  if (safe_ && !is_language_tag(tag)) return unsafe(say::jsonld_language_tag, tag, where);
  out = tree(lower_case(tag));
  return true;
}

// Step 13.4.11.
bool expander::list_member(const node& n, const json& value, const place& where, tree& out) {
  if (!element(n.active, n.around, value, false, where, out)) return false;
  out = as_array(out);
  return true;
}

// Step 13.4.13.
bool expander::reverse_member(const node& n, const json& value, const place& where) {
  if (!value.is_object()) return refuse("invalid @reverse value", brief(value), where);
  tree made;
  if (!element(n.active, {"@reverse", nullptr}, value, false, where, made)) return false;
  if (!made.is_object()) return true;
  if (const tree* twice = made.find("@reverse")) {  // step 13.4.13.3
    for (const tree_member& member : twice->members().properties) n.result.members().properties.push(memory_, member);
  }
  for (const tree_member& member : made.members().properties)  // step 13.4.13.4
    if (!add_reverse(n, member.name, member.value, where)) return false;
  return true;
}

}  // namespace activateur
