// Expansion Algorithm: JSON-LD 1.1 API section 5.1.2, steps 1 to 12 and 15 to 20.
#include "linkeddata/expansion.hpp"

#include <algorithm>

#include "base/iri.hpp"
#include "base/word.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

bool is_graph_object(const tree& v) {
  if (!v.has("@graph") || !v.members().properties.empty()) return false;
  const auto& keywords = v.members().keywords;
  return std::all_of(keywords.begin(), keywords.end(), [](const tree_member& member) {
    return member.name == "@graph" || member.name == "@id" || member.name == "@index";
  });
}

tree expander::as_array(const tree& value) {
  if (value.is_array()) return value;
  tree list = tree::array(memory_);
  if (!value.is_null()) list.items().push(memory_, value);
  return list;
}

tree expander::wrapped(std::string_view keyword, const tree& value) {
  tree made = tree::object(memory_);
  made.members().keywords.push(memory_, {keyword, as_array(value)});
  return made;
}

void expander::set(tree& object, std::string_view keyword, const tree& value) {
  if (tree* before = object.find(keyword)) {
    *before = value;
  } else {
    object.members().keywords.push(memory_, {keyword, value});
  }
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
    error_ = fail(failure::limit, say::jsonld_limit,
                  {word_argument("bytes of IRIs", "octets d'IRI"), std::to_string(expansion_bytes_max)},
                  {{}, where.pointer(), 0, 0});
  }
  return false;
}

std::string_view expander::iri(const active_context& active, std::string_view value, bool document_relative,
                               bool vocab) {
  const std::string_view expanded = expand_iri(active, value, document_relative, vocab, room_);
  return expanded.data() == room_.data() ? memory_.text(expanded) : expanded;
}

std::string_view expander::lower_case(std::string_view tag) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::none_of(tag.begin(), tag.end(), is_upper)) return tag;
  std::string lower(tag);
  for (char& c : lower)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return memory_.text(lower);
}

bool expander::document(const json& input, const json* expand_context, tree& out) {
  const place top;
  const context_pointer* active = &contexts_.initial(base_, variant_);
  if (expand_context != nullptr) {
    const bool wrapped_in_one = expand_context->is_object() && expand_context->contains("@context");
    active = contexts_.document_context(*active, wrapped_in_one ? expand_context->at("@context") : *expand_context);
    if (active == nullptr) return adopt_context_error(top);
  }
  if (!element(*active, {}, input, false, top, out)) return false;
  if (out.is_object() && out.members().size() == 1) {
    if (const tree* inner = out.find("@graph")) out = tree(*inner);
  }
  if (out.is_null()) out = tree::array(memory_);
  return true;
}

bool expander::element(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
                       tree& out) {
  if (value.is_null()) {  // step 1
    out = tree();
    return true;
  }
  if (++nodes_ > expansion_nodes_max || depth_ > expansion_depth_max) {
    error_ = fail(failure::limit, say::jsonld_limit,
                  {word_argument("values or levels", "valeurs ou niveaux"),
                   std::to_string(nodes_ > expansion_nodes_max ? expansion_nodes_max : expansion_depth_max)},
                  {{}, where.pointer(), 0, 0});
    return false;
  }
  if (value.is_array()) return array(active, p, value, from_map, where, out);  // step 5
  if (!value.is_object()) return scalar(active, p, value, where, out);         // step 4
  return object(active, p, value, from_map, where, out);
}

bool expander::object(const context_pointer& around, property p, const json& value, bool from_map, const place& where,
                      tree& out) {
  ++depth_;
  const context_pointer* const type_scoped = enter(around, p, value, from_map, where);  // steps 7 to 9
  if (type_scoped == nullptr) return false;
  // Steps 10 to 12: members come in the order of their keys.
  arena_list<member_of_type> types;
  each_member(**type_scoped, value, "@type", [&](const auto& at) {
    if (!is_set_aside(at.key(), where)) types.push(memory_, {&at.key(), &*at});
  });
  const context_pointer* active = type_scoped;
  bool json_type = false;
  if (!types.empty()) {
    if (types.size() > 1)
      std::sort(types.begin(), types.end(), [](const auto& a, const auto& b) { return *a.key < *b.key; });
    active = enter_types(*type_scoped, types, where);
    if (active == nullptr) return false;
    const json* last = types[0].value;
    if (last->is_array() && !last->empty()) last = &last->back();
    if (last->is_string()) {  // nothing but a keyword or its alias expands to one
      const auto& text = last->get_ref<const std::string&>();
      json_type = text == "@json" || is_alias(**active, text, "@json");
    }
  }
  tree result = tree::object(memory_);
  result.members().properties.reserve(memory_, std::min<std::size_t>(value.size(), 32));
  const node n{*active, *type_scoped, p, json_type, result, where};
  if (!members(n, value, where)) return false;  // steps 13 and 14
  --depth_;
  return check_result(p, result, where, out);
}

// Step 4.
bool expander::scalar(const context_pointer& active, property p, const json& value, const place& where, tree& out) {
  if (p.name.data() == nullptr || p.name == "@graph") {  // step 4.1
    if (safe_)
      return unsafe(say::jsonld_free_floating, value.dump(-1, ' ', false, json::error_handler_t::replace), where);
    out = tree();
    return true;
  }
  if (p.definition != nullptr && p.definition->scoped) {  // step 4.2
    const context_pointer* scoped = contexts_.scoped_context(active, *p.definition, true, true);
    if (scoped == nullptr) return adopt_context_error(where);
    return expand_value(**scoped, {p.name, (*scoped)->find(p.name)}, value, where, out);
  }
  return expand_value(*active, p, value, where, out);
}

// Step 5.
bool expander::array(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
                     tree& out) {
  if (depth_ > expansion_depth_max) return refuse("context overflow", "arrays", where);
  ++depth_;
  const bool in_list = p.definition != nullptr && (p.definition->containers & container::list) != 0;
  tree made = tree::array(memory_);
  made.items().reserve(memory_, std::min<std::size_t>(value.size(), 32));
  std::size_t index = 0;
  for (const json& item : value) {
    tree expanded;
    if (!element(active, p, item, from_map, where.at(index++), expanded)) return false;
    if (expanded.is_array() && in_list) {  // step 5.2.2
      made.items().push(memory_, wrapped("@list", expanded));
    } else if (!expanded.is_null()) {
      for (const tree& each : expanded) made.items().push(memory_, each);
    }
  }
  --depth_;
  out = made;
  return true;
}

// Steps 7 to 9.
const context_pointer* expander::enter(const context_pointer& around, property p, const json& value, bool from_map,
                                       const place& where) {
  const context_pointer* active = &around;
  if ((*active)->previous && !from_map) {  // step 7
    const bool keep =
        has_member(**active, value, "@value") || (value.size() == 1 && has_member(**active, value, "@id"));
    if (!keep) active = &(*active)->previous;
  }
  if (p.definition != nullptr && p.definition->scoped) {  // step 8
    active = contexts_.scoped_context(*active, *p.definition, true, true);
    if (active == nullptr) return adopt_context_error(where), nullptr;
  }
  if (!has_keyword_key(value)) return active;
  if (const auto at = value.find("@context"); at != value.end()) {  // step 9
    active = contexts_.document_context(*active, *at);
    if (active == nullptr) return adopt_context_error(where.at("@context")), nullptr;
  }
  return active;
}

// Step 11.
const context_pointer* expander::enter_types(const context_pointer& type_scoped,
                                             const arena_list<member_of_type>& types, const place& where) {
  const context_pointer* active = &type_scoped;
  const auto apply = [&](const std::string& term) {
    const term_definition* found = type_scoped->find(term);
    if (found != nullptr && found->scoped) active = contexts_.scoped_context(*active, *found, false, false);
    return active != nullptr;
  };
  for (const member_of_type& type : types) {
    arena_list<const std::string*> terms;
    if (type.value->is_string()) terms.push(memory_, &type.value->get_ref<const std::string&>());
    if (type.value->is_array()) {
      for (const json& item : *type.value)
        if (item.is_string()) terms.push(memory_, &item.get_ref<const std::string&>());
    }
    if (terms.size() > 1) std::sort(terms.begin(), terms.end(), [](const auto* a, const auto* b) { return *a < *b; });
    for (const std::string* term : terms)
      if (!apply(*term)) return adopt_context_error(where), nullptr;
  }
  return active;
}

// Step 15.
bool expander::check_value_object(tree& result, const place& where, bool& dropped) {
  for (const tree_member& member : result.members().keywords) {
    const std::string_view key = member.name;
    if (key != "@value" && key != "@type" && key != "@language" && key != "@direction" && key != "@index")
      return refuse("invalid value object", std::string(key), where);
  }
  if (const auto& properties = result.members().properties; !properties.empty())
    return refuse("invalid value object", std::string(properties.begin()->name), where);
  const json& held = result.find("@value")->value();
  tree* const type = result.find("@type");
  const bool has_language = result.has("@language");
  if (type != nullptr && (has_language || result.has("@direction")))
    return refuse("invalid value object", "@type, @language", where);
  if (type != nullptr && type->end() - type->begin() == 1 && type->begin()->is_text() &&
      type->begin()->text() == "@json") {  // step 15.2
    *type = tree("@json");
    return true;
  }
  if (held.is_null() || (held.is_array() && held.empty())) {  // step 15.3
    if (safe_) return unsafe(say::jsonld_null_value, {}, where);
    dropped = true;
    return true;
  }
  if (!held.is_string() && has_language) return refuse("invalid language-tagged value", held.dump(), where);
  if (type != nullptr && (!type->is_text() || !has_iri_form(type->text())))
    return refuse("invalid typed value", to_json(*type).dump(), where);
  return true;
}

// Steps 15 to 20.
bool expander::check_result(property p, tree& result, const place& where, tree& out) {
  const bool top = p.name.data() == nullptr || p.name == "@graph";
  const std::size_t size = result.members().size();
  bool dropped = false;
  const bool is_value = result.has("@value");
  if (is_value) {
    if (!check_value_object(result, where, dropped)) return false;
  } else if (!result.has("@type")) {  // step 16 is for whoever writes the tree
    const tree* const set = result.find("@set");
    if (set != nullptr || result.has("@list")) {  // step 17
      if (size > 2 || (size == 2 && !result.has("@index")))
        return refuse("invalid set or list object", set != nullptr ? "@set" : "@list", where);
      if (set != nullptr) {
        result = tree(*set);
        if (!result.is_object()) {
          out = result;
          return true;
        }
      }
    }
  }
  const std::size_t left = result.members().size();
  if (left == 1 && result.has("@language")) dropped = true;                               // step 18
  if (top && (left == 0 || result.has("@value") || result.has("@list"))) dropped = true;  // step 19.1
  if (top && left == 1 && result.has("@id")) dropped = true;                              // step 19.2
  if (dropped && safe_) return unsafe(say::jsonld_free_floating, {}, where);
  out = dropped ? tree() : result;
  return true;
}

}  // namespace activateur
