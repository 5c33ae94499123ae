#include "json/schema_keywords.hpp"

#include <algorithm>

namespace activateur::schema_detail {
namespace {

using enum draft;
constexpr unsigned core = vocabulary_core;
constexpr unsigned applicator = vocabulary_applicator;
constexpr unsigned validation = vocabulary_validation;

constexpr std::array<keyword, 49> keywords{{
    {"$ref", d4, d2020, core, shape::none},
    {"$recursiveRef", d2019, d2019, core, shape::none},
    {"$dynamicRef", d2020, d2020, core, shape::none},
    {"$defs", d2019, d2020, core, shape::map},
    // Since 2019-09 by its meta-schema, for compatibility.
    {"definitions", d4, d2020, core, shape::map},
    {"contentSchema", d2019, d2020, core, shape::one},  // an annotation, whose parts can be referred to
    {"allOf", d4, d2020, applicator, shape::list},
    {"anyOf", d4, d2020, applicator, shape::list},
    {"oneOf", d4, d2020, applicator, shape::list},
    {"not", d4, d2020, applicator, shape::one},
    {"if", d7, d2020, applicator, shape::one},
    {"then", d7, d2020, applicator, shape::one},
    {"else", d7, d2020, applicator, shape::one},
    {"dependentSchemas", d2019, d2020, applicator, shape::map},
    {"dependencies", d4, d2020, applicator, shape::map_or_names},
    {"prefixItems", d2020, d2020, applicator, shape::list},
    {"items", d4, d2019, applicator, shape::one_or_list},
    {"items", d2020, d2020, applicator, shape::one},
    {"additionalItems", d4, d2019, applicator, shape::one},
    {"contains", d6, d2020, applicator, shape::one},
    {"properties", d4, d2020, applicator, shape::map},
    {"patternProperties", d4, d2020, applicator, shape::map},
    {"additionalProperties", d4, d2020, applicator, shape::one},
    {"propertyNames", d6, d2020, applicator, shape::one},
    {"unevaluatedItems", d2019, d2019, applicator, shape::one},
    {"unevaluatedProperties", d2019, d2019, applicator, shape::one},
    {"unevaluatedItems", d2020, d2020, vocabulary_unevaluated, shape::one},
    {"unevaluatedProperties", d2020, d2020, vocabulary_unevaluated, shape::one},
    {"type", d4, d2020, validation, shape::none},
    {"enum", d4, d2020, validation, shape::none},
    {"const", d6, d2020, validation, shape::none},
    {"minimum", d4, d2020, validation, shape::none},
    {"maximum", d4, d2020, validation, shape::none},
    {"exclusiveMinimum", d4, d2020, validation, shape::none},
    {"exclusiveMaximum", d4, d2020, validation, shape::none},
    {"multipleOf", d4, d2020, validation, shape::none},
    {"minLength", d4, d2020, validation, shape::none},
    {"maxLength", d4, d2020, validation, shape::none},
    {"pattern", d4, d2020, validation, shape::none},
    {"minItems", d4, d2020, validation, shape::none},
    {"maxItems", d4, d2020, validation, shape::none},
    {"uniqueItems", d4, d2020, validation, shape::none},
    {"minContains", d2019, d2020, validation, shape::none},
    {"maxContains", d2019, d2020, validation, shape::none},
    {"minProperties", d4, d2020, validation, shape::none},
    {"maxProperties", d4, d2020, validation, shape::none},
    {"required", d4, d2020, validation, shape::none},
    {"dependentRequired", d2019, d2020, validation, shape::none},
    // An assertion only where that is asked for.
    {"format", d4, d2020, core, shape::none},
}};

struct named_bits {
  std::string_view name;
  unsigned bits;
};
constexpr std::array<named_bits, 8> vocabularies{{
    {"core", vocabulary_core},
    {"applicator", vocabulary_applicator},
    {"unevaluated", vocabulary_unevaluated},
    {"validation", vocabulary_validation},
    {"format-assertion", vocabulary_format_assertion},
    {"meta-data", 0},
    {"content", 0},
    {"format-annotation", 0},
}};

}  // namespace

std::optional<draft> draft_of(std::string_view url) {
  if (url.ends_with('#')) url.remove_suffix(1);
  if (url == "https://json-schema.org/draft/2020-12/schema") return d2020;
  if (url == "https://json-schema.org/draft/2019-09/schema") return d2019;
  if (url == "http://json-schema.org/draft-07/schema") return d7;
  if (url == "http://json-schema.org/draft-06/schema") return d6;
  if (url == "http://json-schema.org/draft-04/schema") return d4;
  return std::nullopt;
}

std::optional<unsigned> vocabulary_bits(std::string_view url, bool required) {
  constexpr std::string_view in_2019 = "https://json-schema.org/draft/2019-09/vocab/";
  constexpr std::string_view in_2020 = "https://json-schema.org/draft/2020-12/vocab/";
  if (!url.starts_with(in_2019) && !url.starts_with(in_2020)) return std::nullopt;
  const bool older = url.starts_with(in_2019);
  url.remove_prefix(in_2019.size());
  // In 2019-09 one vocabulary has the formats; they are assertions when it is required (2019-09 validation 7.2).
  if (older && url == "format") return required ? vocabulary_format_assertion : 0;
  const auto found =
      std::find_if(vocabularies.begin(), vocabularies.end(), [&](const auto& v) { return v.name == url; });
  if (found == vocabularies.end()) return std::nullopt;
  return found->bits;
}

const keyword* find_keyword(std::string_view name, const dialect& in) {
  const auto found = std::find_if(keywords.begin(), keywords.end(), [&](const keyword& k) {
    return k.name == name && k.since <= in.version && in.version <= k.until;
  });
  if (found == keywords.end() || (found->vocabulary & in.vocabularies) == 0) return nullptr;
  return &*found;
}

}  // namespace activateur::schema_detail
