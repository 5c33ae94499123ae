// Expansion Algorithm: JSON-LD 1.1 API section 5.1.2, steps 13 and 14: the members of a node.
#include "base/iri.hpp"
#include "linkeddata/expansion.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {
namespace {

std::string brief(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 200);
}

json as_array(json&& value) {
  if (value.is_array()) return std::move(value);
  json list = json::array();
  if (!value.is_null()) list.push_back(std::move(value));
  return list;
}

json wrapped(const char* keyword, json&& value) {
  json made = json::object();
  made.emplace(keyword, as_array(std::move(value)));
  return made;
}

}  // namespace

// Steps 13 and 14.
bool expander::members(const node& n, const json& value, const place& where) {
  std::vector<const std::string*> nests;
  for (auto at = value.begin(); at != value.end(); ++at) {
    const std::string& key = at.key();
    if (key == "@context") continue;  // step 13.1
    std::string room;
    const std::string_view expanded = expand_iri(*n.active, key, false, true, room);  // step 13.2
    if (expanded == "@nest") {
      nests.push_back(&key);  // step 13.4.14
      if (n.around.name == "@reverse") return refuse("invalid reverse property map", key, where.at(key));
      continue;
    }
    if (!member(n, key, expanded, at.value(), where.at(key))) return false;
  }
  for (const std::string* key : nests) {  // step 14
    // A nesting term may have a scoped context of its own, as a property has (step 3 applied to the nesting key).
    const json& nested = value.at(*key);
    const place inner = where.at(*key);
    const term_definition* definition = n.active->find(*key);
    context_pointer active = n.active;
    if (definition != nullptr && definition->scoped) {
      active = contexts_.scoped_context(active, *definition, true, true);
      if (!active) return adopt_context_error(inner);
    }
    const node within{active, n.type_scoped, n.around, n.input_type, n.result, n.where};
    if (!nest_member(within, nested, inner)) return false;
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

bool expander::member(const node& n, const std::string& key, std::string_view expanded, const json& value,
                      const place& where) {
  if (!expanded.empty() && is_keyword(expanded)) return keyword_member(n, expanded, value, where);
  if (expanded.data() == nullptr || !has_colon(expanded)) {  // step 13.3
    if (!safe_) return true;
    return unsafe(has_keyword_form(key) ? say::jsonld_reserved : say::jsonld_unmapped, key, where);
  }
  if (expanded.size() > iri_bytes_max || !within_budget(expanded.size(), where)) {
    return refuse("invalid IRI mapping", key.substr(0, 200), where);
  }
  return property_member(n, expanded, {key, n.active->find(key)}, value, where);
}

// Steps 13.5 to 13.14.
bool expander::property_member(const node& n, std::string_view expanded, property key, const json& value,
                               const place& where) {
  static const term_definition none;
  const term_definition& definition = key.definition != nullptr ? *key.definition : none;
  const std::uint8_t containers = definition.containers;
  json made;
  if (definition.type == "@json") {  // step 13.6
    made = json::object();
    made.emplace("@value", value);
    made.emplace("@type", "@json");
  } else if ((containers & container::language) != 0 && value.is_object()) {
    if (!language_map(*n.active, definition, value, where, made)) return false;
  } else if ((containers & (container::index | container::type | container::id)) != 0 && value.is_object()) {
    if (!index_map(n.active, key, value, where, made)) return false;
  } else {
    if (!element(n.active, key, value, false, where, made)) return false;  // step 13.9
  }
  if (made.is_null()) return true;                                     // step 13.10
  if ((containers & container::list) != 0 && !is_list_object(made)) {  // step 13.11
    made = wrapped("@list", std::move(made));
  }
  if ((containers & container::graph) != 0 && (containers & (container::id | container::index)) == 0) {  // 13.12
    json graphs = json::array();
    for (json& each : made = as_array(std::move(made))) graphs.push_back(wrapped("@graph", std::move(each)));
    made = std::move(graphs);
  }
  if (definition.reverse) {  // step 13.13
    auto at = n.result.find("@reverse");
    if (at == n.result.end()) at = n.result.emplace("@reverse", json::object()).first;
    return add_reverse(*at, expanded, as_array(std::move(made)), where);
  }
  add_value(n.result, expanded, std::move(made));  // step 13.14
  return true;
}

bool expander::add_reverse(json& map, std::string_view name, json&& values, const place& where) {
  for (const json& item : values) {
    if (is_value_object(item) || is_list_object(item)) {
      return refuse("invalid reverse property value", std::string(name), where);
    }
  }
  add_value(map, name, std::move(values));
  return true;
}

// Step 13.4.
bool expander::keyword_member(const node& n, std::string_view keyword, const json& value, const place& where) {
  const std::string name(keyword);
  if (n.around.name == "@reverse") return refuse("invalid reverse property map", name, where);  // step 13.4.1
  if (name != "@included" && name != "@type" && n.result.contains(name)) {                      // step 13.4.2
    return refuse("colliding keywords", name, where);
  }
  json made;
  if (name == "@id") {
    if (!id_member(n, value, where, made)) return false;
  } else if (name == "@type") {
    if (!type_member(n, value, where, made)) return false;
  } else if (name == "@graph") {  // step 13.4.5
    if (!element(n.active, {"@graph", nullptr}, value, false, where, made)) return false;
    made = as_array(std::move(made));
  } else if (name == "@included") {
    return included_member(n, value, where);
  } else if (name == "@value") {
    bool stored = false;
    return value_member(n, value, where, stored);
  } else if (name == "@language") {  // step 13.4.8
    if (!value.is_string()) return refuse("invalid language-tagged string", brief(value), where);
    std::string tag = value.get<std::string>();
    if (safe_ && !is_language_tag(tag)) return unsafe(say::jsonld_language_tag, tag, where);
    for (char& c : tag) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    made = std::move(tag);
  } else if (name == "@direction") {  // step 13.4.9
    if (value != "ltr" && value != "rtl") return refuse("invalid base direction", brief(value), where);
    made = value;
  } else if (name == "@index") {  // step 13.4.10
    if (!value.is_string()) return refuse("invalid @index value", brief(value), where);
    made = value;
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
  n.result[name] = std::move(made);  // step 13.4.16
  return true;
}

// Step 13.4.3.
bool expander::id_member(const node& n, const json& value, const place& where, json& out) {
  if (!value.is_string()) return refuse("invalid @id value", brief(value), where);
  const auto& text = value.get_ref<const std::string&>();
  const std::string_view expanded = iri(*n.active, text, true, false);
  if (!within_budget(expanded.size(), where)) return false;
  if (safe_ && expanded.data() == nullptr) return unsafe(say::jsonld_reserved, text, where);
  if (safe_ && !has_iri_form(expanded) && !is_blank_label(expanded)) {
    return unsafe(say::jsonld_relative_iri, expanded, where);
  }
  out = expanded.data() == nullptr ? json(nullptr) : json(expanded);
  return true;
}

// Step 13.4.4.
bool expander::type_member(const node& n, const json& value, const place& where, json& out) {
  const auto one = [&](const json& item, const place& at, json& made) {
    if (!item.is_string()) return refuse("invalid type value", brief(item), at);
    const auto& text = item.get_ref<const std::string&>();
    const std::string_view expanded = iri(*n.type_scoped, text, true, true);
    if (!within_budget(expanded.size(), at)) return false;
    if (safe_ && !has_iri_form(expanded) && !is_blank_label(expanded) && expanded != "@json" && expanded != "@none") {
      return unsafe(has_keyword_form(text) ? say::jsonld_reserved : say::jsonld_relative_type, text, at);
    }
    if (expanded.data() != nullptr) made = expanded;
    return true;
  };
  json types;
  if (value.is_array()) {
    types = json::array();
    std::size_t index = 0;
    for (const json& item : value) {
      json made;
      if (!one(item, where.at(index++), made)) return false;
      if (!made.is_null()) types.push_back(std::move(made));
    }
  } else if (!one(value, where, types)) {
    return false;
  }
  const auto before = n.result.find("@type");
  if (before == n.result.end()) {
    out = std::move(types);
    return true;
  }
  out = as_array(std::move(*before));
  for (json& item : types = as_array(std::move(types))) out.push_back(std::move(item));
  return true;
}

// Step 13.4.6.
bool expander::included_member(const node& n, const json& value, const place& where) {
  json made;
  if (!element(n.active, {}, value, false, where, made)) return false;
  made = as_array(std::move(made));
  if (made.empty() && !value.is_array()) return refuse("invalid @included value", brief(value), where);
  for (const json& item : made) {
    if (!item.is_object() || is_value_object(item) || is_list_object(item)) {
      return refuse("invalid @included value", brief(item), where);
    }
  }
  add_value(n.result, "@included", std::move(made));
  return true;
}

// Step 13.4.7.
bool expander::value_member(const node& n, const json& value, const place& where, bool& stored) {
  if (n.input_type == nullptr && (value.is_object() || value.is_array())) {
    return refuse("invalid value object value", brief(value), where);
  }
  n.result["@value"] = value;
  stored = true;
  return true;
}

// Step 13.4.11.
bool expander::list_member(const node& n, const json& value, const place& where, json& out) {
  if (!element(n.active, n.around, value, false, where, out)) return false;
  out = as_array(std::move(out));
  return true;
}

// Step 13.4.13.
bool expander::reverse_member(const node& n, const json& value, const place& where) {
  if (!value.is_object()) return refuse("invalid @reverse value", brief(value), where);
  json made;
  if (!element(n.active, {"@reverse", nullptr}, value, false, where, made)) return false;
  if (!made.is_object()) return true;
  if (const auto twice = made.find("@reverse"); twice != made.end()) {  // step 13.4.13.3
    for (auto at = twice->begin(); at != twice->end(); ++at) add_value(n.result, at.key(), std::move(at.value()));
    made.erase("@reverse");
  }
  if (made.empty()) return true;
  auto map = n.result.find("@reverse");
  if (map == n.result.end()) map = n.result.emplace("@reverse", json::object()).first;
  for (auto at = made.begin(); at != made.end(); ++at) {  // step 13.4.13.4
    if (!add_reverse(*map, at.key(), as_array(std::move(at.value())), where)) return false;
  }
  return true;
}

}  // namespace activateur
