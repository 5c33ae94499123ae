// Value Expansion: JSON-LD 1.1 API section 5.3.2.
#include "base/iri.hpp"
#include "linkeddata/expansion.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

// Steps 1 and 2.
bool expander::expand_reference(const active_context& active, const std::string& text, bool vocab, const place& where,
                                tree& out) {
  const std::string_view expanded = iri(active, text, true, vocab);
  if (!within_budget(expanded.size(), where)) return false;
  if (safe_ && expanded.data() == nullptr) return unsafe(say::jsonld_reserved, text, where);
  if (safe_ && !has_iri_form(expanded) && !is_blank_label(expanded)) {
    return unsafe(say::jsonld_relative_iri, expanded, where);
  }
  out = tree::object(memory_);
  out.members().keywords.push(memory_, {"@id", expanded.data() == nullptr ? tree() : tree(expanded)});
  return true;
}

bool expander::expand_value(const active_context& active, property p, const json& value, const place& where,
                            tree& out) {
  static const term_definition none;
  const term_definition& definition = p.definition != nullptr ? *p.definition : none;
  if (value.is_string()) {
    if (definition.type == "@id")
      return expand_reference(active, value.get_ref<const std::string&>(), false, where, out);
    if (definition.type == "@vocab")
      return expand_reference(active, value.get_ref<const std::string&>(), true, where, out);
  }
  out = tree::object(memory_);  // step 3
  auto& keywords = out.members().keywords;
  keywords.push(memory_, {"@value", tree::of(value)});
  if (!definition.type.empty() && definition.type != "@id" && definition.type != "@vocab" &&
      definition.type != "@none") {  // step 4
    if (!within_budget(definition.type.size(), where)) return false;
    keywords.push(memory_, {"@type", tree::iri(definition.type, definition.type_good)});
  } else if (value.is_string()) {  // step 5
    using state = optional_mapping::state;
    const std::string& language = definition.language.is == state::none ? active.language : definition.language.text;
    const std::string& direction =
        definition.direction.is == state::none ? active.direction : definition.direction.text;
    if (!language.empty()) {
      if (safe_ && !is_language_tag(language)) return unsafe(say::jsonld_language_tag, language, where);
      keywords.push(memory_, {"@language", tree(language)});
    }
    if (!direction.empty()) keywords.push(memory_, {"@direction", tree(direction)});
  }
  return true;
}

}  // namespace activateur
