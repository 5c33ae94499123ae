// Expansion Algorithm: JSON-LD 1.1 API section 5.1.2, steps 1 to 12 and 15 to 20.
#include "linkeddata/expansion.hpp"

#include "base/iri.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

void add_value(json& object, std::string_view name, json&& values) {
  auto at = object.find(name);
  if (at == object.end()) at = object.emplace(std::string(name), json::array()).first;
  if (values.is_array()) {
    for (json& item : values) at->push_back(std::move(item));
  } else {
    at->push_back(std::move(values));
  }
}

bool is_graph_object(const json& v) {
  if (!v.is_object() || !v.contains("@graph")) return false;
  for (const auto& member : v.items()) {
    if (member.key() != "@graph" && member.key() != "@id" && member.key() != "@index") return false;
  }
  return true;
}

bool expander::refuse(const char* code, std::string detail, const place& where) {
  if (!error_)
    error_ = fail(failure::input, say::jsonld_invalid, {code, std::move(detail)}, {{}, where.pointer(), 0, 0});
  return false;
}

bool expander::unsafe(const message& what, std::string_view detail, const place& where) {
  if (!error_) error_ = fail(failure::input, what, {std::string(detail)}, {{}, where.pointer(), 0, 0});
  return false;
}

bool expander::adopt_context_error(const place& where) {
  if (!error_) {
    error_ = std::move(contexts_).why();
    error_->where.pointer = where.pointer();
  }
  return false;
}

bool expander::within_budget(std::size_t bytes, const place& where) {
  bytes_ += bytes;
  if (bytes_ <= expansion_bytes_max) return true;
  if (!error_) {
    error_ = fail(failure::limit, say::jsonld_limit, {"bytes of IRIs", std::to_string(expansion_bytes_max)},
                  {{}, where.pointer(), 0, 0});
  }
  return false;
}

std::string_view expander::iri(const active_context& active, std::string_view value, bool document_relative,
                               bool vocab) {
  return expand_iri(active, value, document_relative, vocab, room_);
}

bool expander::document(const json& input, const json* expand_context, json& out) {
  const place top;
  context_pointer active = contexts_.initial(base_, variant_);
  if (expand_context != nullptr) {
    const bool wrapped = expand_context->is_object() && expand_context->contains("@context");
    active = contexts_.document_context(active, wrapped ? expand_context->at("@context") : *expand_context);
    if (!active) return adopt_context_error(top);
  }
  json made;
  if (!element(active, {}, input, false, top, made)) return false;
  if (made.is_object() && made.size() == 1 && made.contains("@graph")) {
    json inner = std::move(made["@graph"]);
    made = std::move(inner);
  }
  if (made.is_null()) {
    out = json::array();
  } else if (made.is_array()) {
    out = std::move(made);
  } else {
    out = json::array();
    out.push_back(std::move(made));
  }
  return true;
}

bool expander::element(context_pointer active, property p, const json& value, bool from_map, const place& where,
                       json& out) {
  if (value.is_null()) {  // step 1
    out = nullptr;
    return true;
  }
  if (++nodes_ > expansion_nodes_max || depth_ > expansion_depth_max) {
    error_ = fail(
        failure::limit, say::jsonld_limit,
        {"values or levels", std::to_string(nodes_ > expansion_nodes_max ? expansion_nodes_max : expansion_depth_max)},
        {{}, where.pointer(), 0, 0});
    return false;
  }
  if (value.is_array()) return array(active, p, value, from_map, where, out);  // step 5
  if (!value.is_object()) return scalar(active, p, value, where, out);         // step 4

  ++depth_;
  if (!enter(active, p, value, from_map, where)) return false;  // steps 7 to 9
  // Steps 10 to 12: members come in the order of their keys.
  const context_pointer type_scoped = active;
  std::vector<json::const_iterator> members_of_type;
  each_member(*active, value, "@type", [&](const auto& at) { members_of_type.push_back(at); });
  std::sort(members_of_type.begin(), members_of_type.end(),
            [](const auto& a, const auto& b) { return a.key() < b.key(); });
  std::vector<const json*> types;
  for (const auto& at : members_of_type) types.push_back(&*at);
  if (!types.empty() && !enter_types(active, type_scoped, types, where)) return false;
  json input_type;
  if (!types.empty()) {
    const json* last = types.front();
    if (last->is_array() && !last->empty()) last = &last->back();
    if (last->is_string()) {
      const std::string_view expanded = iri(*active, last->get_ref<const std::string&>(), true, true);
      if (expanded == "@json") input_type = "@json";
    }
  }
  json result = json::object();
  const node n{active, type_scoped, p, input_type.is_null() ? nullptr : &input_type, result, where};
  if (!members(n, value, where)) return false;  // steps 13 and 14
  --depth_;
  return check_result(p, result, where, out);
}

// Step 4.
bool expander::scalar(const context_pointer& active, property p, const json& value, const place& where, json& out) {
  if (p.name.data() == nullptr || p.name == "@graph") {  // step 4.1
    if (safe_)
      return unsafe(say::jsonld_free_floating, value.dump(-1, ' ', false, json::error_handler_t::replace), where);
    out = nullptr;
    return true;
  }
  if (p.definition != nullptr && p.definition->scoped) {  // step 4.2
    const context_pointer scoped = contexts_.scoped_context(active, *p.definition, true, true);
    if (!scoped) return adopt_context_error(where);
    return expand_value(*scoped, {p.name, scoped->find(p.name)}, value, where, out);
  }
  return expand_value(*active, p, value, where, out);
}

// Step 5.
bool expander::array(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
                     json& out) {
  if (depth_ > expansion_depth_max) return refuse("context overflow", "arrays", where);
  ++depth_;
  const bool in_list = p.definition != nullptr && (p.definition->containers & container::list) != 0;
  json made = json::array();
  made.get_ref<json::array_t&>().reserve(value.size());
  std::size_t index = 0;
  for (const json& item : value) {
    json expanded;
    if (!element(active, p, item, from_map, where.at(index++), expanded)) return false;
    if (expanded.is_array()) {
      if (in_list) {  // step 5.2.2
        json list = json::object();
        list.emplace("@list", std::move(expanded));
        made.push_back(std::move(list));
      } else {
        for (json& each : expanded) made.push_back(std::move(each));
      }
    } else if (!expanded.is_null()) {
      made.push_back(std::move(expanded));
    }
  }
  --depth_;
  out = std::move(made);
  return true;
}

// Steps 7 to 9.
bool expander::enter(context_pointer& active, property p, const json& value, bool from_map, const place& where) {
  if (active->previous && !from_map) {  // step 7
    const bool keep = has_member(*active, value, "@value") || (value.size() == 1 && has_member(*active, value, "@id"));
    if (!keep) {
      context_pointer previous = active->previous;
      active = std::move(previous);
    }
  }
  if (p.definition != nullptr && p.definition->scoped) {  // step 8
    active = contexts_.scoped_context(active, *p.definition, true, true);
    if (!active) return adopt_context_error(where);
  }
  if (const auto at = value.find("@context"); at != value.end()) {  // step 9
    active = contexts_.document_context(active, *at);
    if (!active) return adopt_context_error(where.at("@context"));
  }
  return true;
}

// Step 11.
bool expander::enter_types(context_pointer& active, const context_pointer& type_scoped,
                           const std::vector<const json*>& types, const place& where) {
  for (const json* value : types) {
    std::vector<const std::string*> terms;
    if (value->is_string()) terms.push_back(&value->get_ref<const std::string&>());
    if (value->is_array()) {
      for (const json& item : *value) {
        if (item.is_string()) terms.push_back(&item.get_ref<const std::string&>());
      }
    }
    std::sort(terms.begin(), terms.end(), [](const auto* a, const auto* b) { return *a < *b; });
    for (const std::string* term : terms) {
      const term_definition* found = type_scoped->find(*term);
      if (found == nullptr || !found->scoped) continue;
      active = contexts_.scoped_context(active, *found, false, false);
      if (!active) return adopt_context_error(where);
    }
  }
  return true;
}

// Step 15.
bool expander::check_value_object(json& result, const place& where, bool& dropped) {
  const json& held = result.at("@value");
  const auto type = result.find("@type");
  const bool speaks = result.contains("@language") || result.contains("@direction");
  for (const auto& member : result.items()) {
    const std::string& key = member.key();
    if (key != "@direction" && key != "@index" && key != "@language" && key != "@type" && key != "@value") {
      return refuse("invalid value object", key, where);
    }
  }
  if (type != result.end() && speaks) return refuse("invalid value object", "@type, @language", where);
  if (type != result.end() && (*type == "@json" || *type == json::array({"@json"}))) {  // step 15.2
    *type = "@json";
    return true;
  }
  if (held.is_null() || (held.is_array() && held.empty())) {  // step 15.3
    if (safe_) return unsafe(say::jsonld_null_value, {}, where);
    dropped = true;
    return true;
  }
  if (!held.is_string() && result.contains("@language")) {
    return refuse("invalid language-tagged value", held.dump(), where);
  }
  if (type != result.end() && (!type->is_string() || !has_iri_form(type->get_ref<const std::string&>()))) {
    return refuse("invalid typed value", type->dump(), where);
  }
  return true;
}

// Steps 15 to 20.
bool expander::check_result(property p, json& result, const place& where, json& out) {
  const bool top = p.name.data() == nullptr || p.name == "@graph";
  bool dropped = false;
  if (result.contains("@value")) {
    if (!check_value_object(result, where, dropped)) return false;
  } else if (const auto type = result.find("@type"); type != result.end()) {  // step 16
    if (!type->is_array()) {
      json list = json::array();
      list.push_back(std::move(*type));
      *type = std::move(list);
    }
  } else if (const bool set = result.contains("@set"); set || result.contains("@list")) {  // step 17
    if (result.size() > 2 || (result.size() == 2 && !result.contains("@index"))) {
      return refuse("invalid set or list object", set ? "@set" : "@list", where);
    }
    if (set) {
      json inner = std::move(result["@set"]);
      result = std::move(inner);
      if (!result.is_object()) {
        out = std::move(result);
        return true;
      }
    }
  }
  if (result.size() == 1 && result.contains("@language")) dropped = true;                                // step 18
  if (top && (result.empty() || result.contains("@value") || result.contains("@list"))) dropped = true;  // step 19.1
  if (top && result.size() == 1 && result.contains("@id")) dropped = true;                               // step 19.2
  if (dropped && safe_) {
    return unsafe(say::jsonld_free_floating, {}, where);
  }
  out = dropped ? json(nullptr) : std::move(result);
  return true;
}

}  // namespace activateur
