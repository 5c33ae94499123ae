// From documents to the program that checks: JSON Schema keyword by keyword.
#include <algorithm>
#include <deque>

#include "base/text.hpp"
#include "json/equality.hpp"
#include "json/schema_library.hpp"
#include "json/schema_messages.hpp"
#include "json/schema_program.hpp"

namespace activateur {
namespace schema_detail {
namespace {

using namespace schema_messages;

struct type_name {
  std::string_view name;
  std::uint64_t bit;
};
constexpr std::array<type_name, 7> type_names{{{"null", type_null},
                                               {"boolean", type_boolean},
                                               {"integer", type_integer},
                                               {"number", type_number},
                                               {"string", type_string},
                                               {"array", type_array},
                                               {"object", type_object}}};

struct plain_rule {
  std::string_view keyword;
  rule_kind kind;
};
constexpr std::array<plain_rule, 6> numeric{{{"minimum", rule_kind::minimum},
                                             {"maximum", rule_kind::maximum},
                                             {"exclusiveMinimum", rule_kind::exclusive_minimum},
                                             {"exclusiveMaximum", rule_kind::exclusive_maximum},
                                             {"multipleOf", rule_kind::multiple_of},
                                             {"const", rule_kind::constant}}};
constexpr std::array<plain_rule, 6> counting{{{"minLength", rule_kind::min_length},
                                              {"maxLength", rule_kind::max_length},
                                              {"minItems", rule_kind::min_items},
                                              {"maxItems", rule_kind::max_items},
                                              {"minProperties", rule_kind::min_properties},
                                              {"maxProperties", rule_kind::max_properties}}};
constexpr std::array<plain_rule, 3> listing{
    {{"allOf", rule_kind::all_of}, {"anyOf", rule_kind::any_of}, {"oneOf", rule_kind::one_of}}};
constexpr std::array<plain_rule, 4> single{{{"not", rule_kind::negation},
                                            {"propertyNames", rule_kind::property_names},
                                            {"unevaluatedItems", rule_kind::unevaluated_items},
                                            {"unevaluatedProperties", rule_kind::unevaluated_properties}}};

template <std::size_t N>
const plain_rule* find(const std::array<plain_rule, N>& table, std::string_view keyword) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.keyword == keyword; });
  return found == table.end() ? nullptr : &*found;
}

std::optional<std::vector<std::string>> names_of(const json& value) {
  if (!value.is_array()) return std::nullopt;
  std::vector<std::string> out;
  for (const json& name : value) {
    if (!name.is_string()) return std::nullopt;
    out.push_back(name.get<std::string>());
  }
  return out;
}

class compilation {
 public:
  explicit compilation(const schema_options& options) : options_(options), library_(options) {}

  result<std::shared_ptr<const program>> run(const json& schema, const std::string& url) {
    if (auto opened = library_.open(schema, url); !opened) return std::move(opened).why();
    out_->root = at(schema);
    // Reached parts are compiled one after the other: references may go round in circles.
    while (!todo_.empty() && !error_) {
      const auto [schema_at, into] = todo_.front();
      todo_.pop_front();
      compile(*schema_at, *into);
    }
    if (error_) return std::move(*error_);
    out_->depth = options_.depth;
    out_->steps = options_.steps;
    out_->problems = std::max<std::size_t>(options_.problems, 1);
    return std::shared_ptr<const program>(std::move(out_));
  }

 private:
  void refuse(error e) {
    if (!error_) error_ = std::move(e);
  }
  void refuse_keyword(const node& in, std::string_view keyword) {
    refuse(fail(failure::input, malformed, {std::string(keyword), in.place.empty() ? "/" : in.place}));
  }

  // The node of a schema, compiled later.
  const node* at(const json& schema) {
    const auto [known, fresh] = nodes_.emplace(&schema, nullptr);
    if (!fresh) return known->second;
    if (out_->nodes.size() >= options_.schemas) {
      refuse(fail(failure::limit, too_many, {std::to_string(options_.schemas)}));
      return nullptr;
    }
    out_->nodes.push_back(std::make_unique<node>());
    node* fresh_node = out_->nodes.back().get();
    known->second = fresh_node;
    const placed& where = library_.where(schema);
    fresh_node->resource = where.resource;
    fresh_node->place = where.place;
    todo_.emplace_back(&schema, fresh_node);
    visit(where.resource);
    return fresh_node;
  }

  // Every dynamic reference may lead to every resource that is used and has its anchor.
  void visit(std::size_t resource) {
    if (!visited_.insert(resource).second) return;
    for (auto& [anchor, targets] : out_->dynamic) aim(anchor, resource, targets);
  }
  void use_anchor(const std::string& anchor) {
    const auto [entry, fresh] = out_->dynamic.emplace(anchor, dynamic_targets{});
    if (!fresh) return;
    const std::set<std::size_t> visited = visited_;
    for (const std::size_t resource : visited) aim(anchor, resource, entry->second);
  }
  void aim(const std::string& anchor, std::size_t resource, dynamic_targets& targets) {
    const auto& anchors = library_.resources()[resource].dynamic_anchors;
    const auto found = anchors.find(anchor);
    if (found != anchors.end()) targets[resource] = at(*found->second);
  }

  void compile(const json& schema, node& into) {
    if (schema.is_boolean()) {
      into.never = !schema.get<bool>();
      return;
    }
    if (!schema.is_object()) return refuse(fail(failure::input, no_schema, {into.place.empty() ? "/" : into.place}));
    const dialect speaks = library_.resources()[into.resource].speaks;  // a copy: what is referred to joins the list
    into.whole_integers = speaks.version == draft::d4;
    const auto reference = schema.find("$ref");
    if (speaks.version <= draft::d7 && reference != schema.end()) {
      refer(into, "$ref", *reference);  // draft 7 core section 8.3: all that is beside it is ignored
      return;
    }
    for (const auto& [name, value] : schema.items()) {
      if (find_keyword(name, speaks) == nullptr) continue;
      add(into, schema, name, value, speaks);
      if (error_) return;
    }
    std::stable_partition(into.rules.begin(), into.rules.end(), [](const rule& r) {
      return r.kind != rule_kind::unevaluated_items && r.kind != rule_kind::unevaluated_properties;
    });
    into.collects = !into.rules.empty() && (into.rules.back().kind == rule_kind::unevaluated_items ||
                                            into.rules.back().kind == rule_kind::unevaluated_properties);
  }

  rule& make(node& into, rule_kind kind, std::string_view keyword) {
    rule& r = into.rules.emplace_back();
    r.kind = kind;
    r.keyword = std::string(keyword);
    return r;
  }

  void add(node& into, const json& schema, const std::string& name, const json& value, const dialect& speaks) {
    if (name == "$ref") return refer(into, name, value);
    if (name == "$dynamicRef" || name == "$recursiveRef") return refer_dynamically(into, name, value);
    if (const auto* k = find(numeric, name)) return add_numeric(into, schema, *k, value, speaks);
    if (const auto* k = find(counting, name)) {
      rule& r = make(into, k->kind, name);
      if (!count(value, r.least)) refuse_keyword(into, name);
      return;
    }
    if (const auto* k = find(listing, name)) {
      if (!value.is_array() || value.empty()) return refuse_keyword(into, name);
      rule& r = make(into, k->kind, name);
      for (const json& part : value) r.nodes.push_back(at(part));
      return;
    }
    if (const auto* k = find(single, name)) {
      make(into, k->kind, name).nodes.push_back(at(value));
      return;
    }
    if (name == "type") return add_type(into, value);
    if (name == "enum") {
      if (!value.is_array()) return refuse_keyword(into, name);
      make(into, rule_kind::enumeration, name).value = value;
    } else if (name == "pattern") {
      if (!value.is_string()) return refuse_keyword(into, name);
      add_pattern(into, make(into, rule_kind::pattern, name), value.get_ref<const std::string&>());
    } else if (name == "format") {
      add_format(into, value, speaks);
    } else if (name == "uniqueItems") {
      if (!value.is_boolean()) return refuse_keyword(into, name);
      if (value.get<bool>()) make(into, rule_kind::unique_items, name);
    } else if (name == "required") {
      auto names = names_of(value);
      if (!names) return refuse_keyword(into, name);
      make(into, rule_kind::required, name).names = *std::move(names);
    } else if (name == "properties" || name == "dependentSchemas" || name == "patternProperties") {
      add_map(into, name, value);
    } else if (name == "dependentRequired" || name == "dependencies") {
      add_dependencies(into, name, value, speaks);
    } else if (name == "additionalProperties") {
      add_additional(into, schema, value);
    } else if (name == "if") {
      rule& r = make(into, rule_kind::conditional, name);
      r.nodes = {at(value), nullptr, nullptr};
      if (const auto then = schema.find("then"); then != schema.end()) r.nodes[1] = at(*then);
      if (const auto otherwise = schema.find("else"); otherwise != schema.end()) r.nodes[2] = at(*otherwise);
    } else if (name == "prefixItems") {
      add_prefix(into, name, value);
    } else if (name == "items" || name == "additionalItems") {
      add_items(into, schema, name, value, speaks);
    } else if (name == "contains") {
      add_contains(into, schema, value, speaks);
    }
  }

  static bool count(const json& value, std::uint64_t& out) {
    if (!value.is_number() || !is_integral(value) || compare_numbers(value, 0) < 0) return false;
    out = compare_numbers(value, UINT64_MAX) >= 0 ? UINT64_MAX
          : value.is_number_float()               ? static_cast<std::uint64_t>(value.get<double>())
                                                  : value.get<std::uint64_t>();
    return true;
  }

  void add_numeric(node& into, const json& schema, const plain_rule& k, const json& value, const dialect& speaks) {
    rule_kind kind = k.kind;
    const bool exclusive = kind == rule_kind::exclusive_minimum || kind == rule_kind::exclusive_maximum;
    if (speaks.version == draft::d4) {
      // A flag beside the bound (draft 4 validation section 5.1.2).
      if (exclusive) {
        if (!value.is_boolean() || !schema.contains(kind == rule_kind::exclusive_minimum ? "minimum" : "maximum"))
          refuse_keyword(into, k.keyword);
        return;
      }
      const auto flag = [&](const char* name) {
        const auto member = schema.find(name);
        return member != schema.end() && member->is_boolean() && member->get<bool>();
      };
      if (kind == rule_kind::minimum && flag("exclusiveMinimum")) kind = rule_kind::exclusive_minimum;
      if (kind == rule_kind::maximum && flag("exclusiveMaximum")) kind = rule_kind::exclusive_maximum;
    }
    if (kind != rule_kind::constant && !value.is_number()) return refuse_keyword(into, k.keyword);
    if (kind == rule_kind::multiple_of && compare_numbers(value, 0) <= 0) return refuse_keyword(into, k.keyword);
    make(into, kind, k.keyword).value = value;
  }

  void add_type(node& into, const json& value) {
    rule& r = make(into, rule_kind::type, "type");
    const json one = json::array({value});
    for (const json& name : value.is_array() ? value : one) {
      const auto known = std::find_if(type_names.begin(), type_names.end(), [&](const type_name& t) {
        return name.is_string() && name.get_ref<const std::string&>() == t.name;
      });
      if (known == type_names.end()) return refuse_keyword(into, "type");
      r.least |= known->bit;
    }
    r.value = value;
  }

  void add_pattern(node& into, rule& r, const std::string& expression) {
    pattern_bytes_ += expression.size();
    auto pattern = pattern_bytes_ <= pattern_bytes_max ? schema_pattern::read(expression) : std::nullopt;
    if (!pattern)
      return refuse(
          fail(failure::unsupported, bad_pattern, {shortened(expression, 80), into.place.empty() ? "/" : into.place}));
    r.patterns.push_back(*std::move(pattern));
  }

  void add_format(node& into, const json& value, const dialect& speaks) {
    if (!value.is_string()) return refuse_keyword(into, "format");
    if (!options_.assert_formats && (speaks.vocabularies & vocabulary_format_assertion) == 0) return;
    rule& r = make(into, rule_kind::format, "format");
    r.format = find_format(value.get_ref<const std::string&>());
    r.value = value;
    if (r.format == nullptr)
      refuse(fail(failure::unsupported, unknown_format,
                  {shortened(value.get_ref<const std::string&>(), 80), into.place.empty() ? "/" : into.place}));
  }

  void add_map(node& into, const std::string& name, const json& value) {
    if (!value.is_object()) return refuse_keyword(into, name);
    rule& r = make(into,
                   name == "properties"         ? rule_kind::properties
                   : name == "dependentSchemas" ? rule_kind::dependent_schemas
                                                : rule_kind::pattern_properties,
                   name);
    for (const auto& [key, part] : value.items()) {
      r.names.push_back(key);
      r.nodes.push_back(part.is_array() ? nullptr : at(part));
      if (r.nodes.back() == nullptr) return refuse_keyword(into, name);
      if (r.kind == rule_kind::pattern_properties) add_pattern(into, r, key);
    }
  }

  void add_dependencies(node& into, const std::string& name, const json& value, const dialect& speaks) {
    if (!value.is_object()) return refuse_keyword(into, name);
    rule lists;
    rule schemas;
    for (const auto& [key, part] : value.items()) {
      if (auto names = names_of(part)) {
        lists.names.push_back(key);
        lists.lists.push_back(*std::move(names));
      } else if (name == "dependencies" && !part.is_array() && (part.is_object() || speaks.version >= draft::d6)) {
        schemas.names.push_back(key);
        schemas.nodes.push_back(at(part));
      } else {
        return refuse_keyword(into, name);
      }
    }
    lists.kind = rule_kind::dependent_required;
    schemas.kind = rule_kind::dependent_schemas;
    for (rule* r : {&lists, &schemas}) {
      r->keyword = name;
      if (!r->names.empty()) into.rules.push_back(std::move(*r));
    }
  }

  void add_additional(node& into, const json& schema, const json& value) {
    rule& r = make(into, rule_kind::additional_properties, "additionalProperties");
    r.nodes.push_back(at(value));
    if (const auto named = schema.find("properties"); named != schema.end() && named->is_object())
      for (const auto& [key, part] : named->items()) r.names.push_back(key);
    if (const auto matched = schema.find("patternProperties"); matched != schema.end() && matched->is_object())
      for (const auto& [key, part] : matched->items()) add_pattern(into, r, key);
  }

  void add_prefix(node& into, const std::string& name, const json& value) {
    if (!value.is_array()) return refuse_keyword(into, name);
    rule& r = make(into, rule_kind::prefix_items, name);
    for (const json& part : value) r.nodes.push_back(at(part));
  }

  // Before 2020-12 a list in `items` is what is `prefixItems` now, with `additionalItems` for the rest.
  void add_items(node& into, const json& schema, const std::string& name, const json& value, const dialect& speaks) {
    const bool modern = speaks.version == draft::d2020;
    const auto prefix = schema.find(modern ? "prefixItems" : "items");
    const bool has_prefix = prefix != schema.end() && prefix->is_array();
    if (!modern && name == "items" && has_prefix) return add_prefix(into, name, value);
    if (value.is_array()) return refuse_keyword(into, name);
    const node* part = at(value);
    if (name == "additionalItems" && !has_prefix) return;
    rule& r = make(into, rule_kind::rest_items, name);
    r.nodes.push_back(part);
    r.least = has_prefix ? prefix->size() : 0;
  }

  void add_contains(node& into, const json& schema, const json& value, const dialect& speaks) {
    rule& r = make(into, rule_kind::contains, "contains");
    r.nodes.push_back(at(value));
    r.least = 1;
    r.marks = speaks.version == draft::d2020;
    for (const char* bound : {"minContains", "maxContains"}) {
      const auto member = schema.find(bound);
      if (member == schema.end() || find_keyword(bound, speaks) == nullptr) continue;
      if (!count(*member, bound[1] == 'i' ? r.least : r.most)) refuse_keyword(into, bound);
    }
  }

  const json* target_of(node& into, const std::string& name, const json& value, std::string& anchor) {
    if (!value.is_string()) {
      refuse_keyword(into, name);
      return nullptr;
    }
    auto found = library_.resolve(into.resource, value.get_ref<const std::string&>());
    if (!found) {
      refuse(std::move(found).why());
      return nullptr;
    }
    anchor = std::move(found->anchor);
    return found->schema;
  }

  void refer(node& into, const std::string& name, const json& value) {
    std::string anchor;
    if (const json* target = target_of(into, name, value, anchor))
      make(into, rule_kind::reference, name).nodes.push_back(at(*target));
  }

  // 2020-12 core section 8.2.3.2; 2019-09 core section 8.2.4.2.1.
  void refer_dynamically(node& into, const std::string& name, const json& value) {
    const bool recursive = name == "$recursiveRef";
    if (recursive && value != "#") return refuse_keyword(into, name);
    std::string anchor;
    const json* target = target_of(into, name, value, anchor);
    if (target == nullptr) return;
    if (recursive) {
      const auto& anchors = library_.resources()[library_.where(*target).resource].dynamic_anchors;
      if (anchors.find(recursive_anchor) != anchors.end()) anchor = recursive_anchor;
    }
    rule& r = make(into, anchor.empty() ? rule_kind::reference : rule_kind::dynamic_reference, name);
    r.nodes.push_back(at(*target));
    if (anchor.empty()) return;
    r.names.push_back(anchor);
    use_anchor(anchor);
  }

  static constexpr std::size_t pattern_bytes_max = 256U << 10U;

  const schema_options& options_;
  schema_library library_;
  std::shared_ptr<program> out_ = std::make_shared<program>();
  std::map<const json*, const node*> nodes_;
  std::deque<std::pair<const json*, node*>> todo_;
  std::set<std::size_t> visited_;
  std::size_t pattern_bytes_ = 0;
  std::optional<error> error_;
};

}  // namespace
}  // namespace schema_detail

result<json_schema> json_schema::read(const json& schema, const std::string& url, const schema_options& options) {
  auto compiled = schema_detail::compilation(options).run(schema, url);
  if (!compiled) return std::move(compiled).why();
  return json_schema(*std::move(compiled));
}

}  // namespace activateur
