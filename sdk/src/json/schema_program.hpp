// A schema as it is applied: every reference resolved, every keyword read.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json/schema.hpp"
#include "json/schema_format.hpp"
#include "json/schema_pattern.hpp"

namespace activateur::schema_detail {

// What a rule checks; several keywords make more than one rule, or one of the same kind.
enum class rule_kind : std::uint8_t {
  type,
  enumeration,
  constant,
  minimum,
  maximum,
  exclusive_minimum,
  exclusive_maximum,
  multiple_of,
  min_length,
  max_length,
  pattern,
  format,
  min_items,
  max_items,
  unique_items,
  min_properties,
  max_properties,
  required,
  dependent_required,
  all_of,
  any_of,
  one_of,
  negation,
  conditional,
  dependent_schemas,
  reference,
  dynamic_reference,
  properties,
  pattern_properties,
  additional_properties,
  property_names,
  prefix_items,
  rest_items,
  contains,
  unevaluated_items,
  unevaluated_properties,
};

// Types as a set of bits.
inline constexpr std::uint64_t type_null = 1;
inline constexpr std::uint64_t type_boolean = 2;
inline constexpr std::uint64_t type_integer = 4;
inline constexpr std::uint64_t type_number = 8;
inline constexpr std::uint64_t type_string = 16;
inline constexpr std::uint64_t type_array = 32;
inline constexpr std::uint64_t type_object = 64;

struct node;

struct rule {
  rule_kind kind{};
  std::string keyword;                          // as written
  json value;                                   // bound or constant, or the list of an enumeration
  std::uint64_t least = 0;                      // count or set of types; contains: its smallest number
  std::uint64_t most = UINT64_MAX;              // contains: its largest number
  bool marks = false;                           // contains: what it finds counts as evaluated (since 2020-12)
  std::vector<const node*> nodes;               // conditional: if, then, else, null when absent
  std::vector<std::string> names;               // beside `nodes`, or the names required
  std::vector<std::vector<std::string>> lists;  // dependent_required: beside `names`
  std::vector<schema_pattern> patterns;         // beside `nodes`; additional_properties: all of its siblings
  format_check format = nullptr;
};

struct node {
  std::size_t resource = 0;     // the schema resource it belongs to: an element of the dynamic scope
  std::string place;            // URL and pointer, as told
  bool whole_integers = false;  // draft 4: 1.0 is no integer
  bool never = false;           // the schema `false`
  bool collects = false;        // has unevaluated*: needs to know what its other rules evaluated
  std::vector<rule> rules;      // unevaluated* are last
};

// Where $dynamicRef and $recursiveRef lead in each resource that has the anchor.
using dynamic_targets = std::map<std::size_t, const node*>;

struct program {
  std::vector<std::unique_ptr<node>> nodes;
  const node* root = nullptr;
  std::map<std::string, dynamic_targets, std::less<>> dynamic;
  std::size_t depth = 0;
  std::uint64_t steps = 0;
  std::size_t problems = 0;
};

}  // namespace activateur::schema_detail
