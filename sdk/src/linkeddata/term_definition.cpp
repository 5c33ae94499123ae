// Create Term Definition: JSON-LD 1.1 API section 4.2.2.
#include "base/iri.hpp"
#include "base/word.hpp"
#include "linkeddata/context_processing.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {
namespace {

std::uint8_t container_bit(const json& value) {
  if (!value.is_string()) return 0;
  const auto& name = value.get_ref<const std::string&>();
  if (name == "@list") return container::list;
  if (name == "@set") return container::set;
  if (name == "@index") return container::index;
  if (name == "@language") return container::language;
  if (name == "@id") return container::id;
  if (name == "@type") return container::type;
  if (name == "@graph") return container::graph;
  return 0;
}

// Step 19.1: a keyword alone, @graph with @id or @index and maybe @set, or @set with one or more of the map containers.
bool read_containers(const json& value, std::uint8_t& out) {
  out = 0;
  if (!value.is_array()) {
    out = container_bit(value);
    return out != 0;
  }
  for (const json& item : value) {
    const std::uint8_t bit = container_bit(item);
    if (bit == 0) return false;
    out = static_cast<std::uint8_t>(out | bit);
  }
  using namespace container;
  const unsigned rest = out & ~static_cast<unsigned>(set);
  const bool alone = rest == 0 || (rest & (rest - 1)) == 0;
  if (out == 0) return false;
  if ((out & list) != 0) return out == list;
  if (alone) return true;
  return rest == (graph | id) || rest == (graph | index);
}

bool is_type_definition(const json& value) {
  if (!value.is_object() || value.empty()) return false;
  for (const auto& member : value.items()) {
    if (member.key() == "@container") {
      if (member.value() != "@set") return false;
    } else if (member.key() != "@protected") {
      return false;
    }
  }
  return true;
}

const std::string& text_of(const json& value) { return value.get_ref<const std::string&>(); }

// A colon anywhere but first or last.
bool has_inner_colon(std::string_view term) {
  return term.size() > 2 && term.substr(1, term.size() - 2).find(':') != std::string_view::npos;
}

bool is_iri_or_blank(std::string_view text) { return has_iri_form(text) || is_blank_label(text); }

}  // namespace

bool context_processor::define_if_local(definition_scope& scope, std::string_view term) {
  const std::string name(term);
  if (!scope.local.contains(name)) return true;
  const auto at = scope.defined.find(name);
  if (at != scope.defined.end() && at->second) return true;
  return define(scope, name);
}

// IRI Expansion (section 5.2.2) with a local context: steps 3 and 6.3 first, then the steps of expand_iri.
bool context_processor::expand(definition_scope& scope, const std::string& value, bool document_relative,
                               std::string& out, bool& mapped) {
  if (!is_keyword(value) && !has_keyword_form(value)) {
    if (!define_if_local(scope, value)) return false;  // step 3
    if (scope.result.find(value) == nullptr) {
      const std::size_t colon = value.empty() ? std::string::npos : value.find(':', 1);
      if (colon != std::string::npos) {
        const std::string_view prefix = std::string_view(value).substr(0, colon);
        if (prefix != "_" && value.compare(colon + 1, 2, "//") != 0 && !define_if_local(scope, prefix)) {
          return false;  // step 6.3
        }
      }
    }
  }
  std::string room;
  const std::string_view text = expand_iri(scope.result, value, document_relative, true, room);
  mapped = text.data() != nullptr;
  if (text.size() > iri_bytes_max) return limit(word_argument("bytes in an IRI", "octets dans une IRI"), iri_bytes_max);
  bytes_ += text.size();
  if (bytes_ > context_bytes_max)
    return limit(word_argument("bytes of IRIs in contexts", "octets d'IRI dans les contextes"), context_bytes_max);
  out.assign(text);
  return true;
}

bool context_processor::define(definition_scope& scope, const std::string& term) {
  if (const auto at = scope.defined.find(term); at != scope.defined.end()) {  // step 1
    return at->second || refuse("cyclic IRI mapping", term);
  }
  if (++terms_ > context_terms_max)
    return limit(word_argument("context terms", "termes de contexte"), context_terms_max);
  if (++depth_ > context_depth_max * 2)
    return limit(word_argument("terms defined by one another", "termes définis l'un par l'autre"), context_depth_max);
  if (term.empty()) return refuse("invalid term definition", "\"\"");  // step 2
  scope.defined[term] = false;
  const json& given = scope.local.at(term);  // step 3
  if (term == "@type") {                     // step 4
    if (!is_type_definition(given)) return refuse("keyword redefinition", term);
  } else if (is_keyword(term)) {  // step 5
    return refuse("keyword redefinition", term);
  } else if (has_keyword_form(term)) {
    --depth_;
    return true;
  }
  definition_pointer previous;  // step 6
  if (const auto at = scope.result.terms.find(term); at != scope.result.terms.end()) {
    previous = std::move(at->second);
    scope.result.terms.erase(at);
  }
  // Steps 7 to 9.
  const bool simple = given.is_string();
  json held;
  if (given.is_null() || simple) held["@id"] = given;
  const json& value = held.is_null() ? given : held;
  if (!value.is_object()) return refuse("invalid term definition", term);

  term_definition made;  // step 10
  made.term = term;
  made.guarded = scope.guarded;
  if (const auto at = value.find("@protected"); at != value.end()) {  // step 11
    if (!at->is_boolean()) return refuse("invalid @protected value", term);
    made.guarded = at->get<bool>();
  }
  if (const auto at = value.find("@type"); at != value.end() && !define_type(scope, *at, made)) return false;

  bool ignored = false;
  if (value.contains("@reverse")) {  // step 13
    if (!define_reverse(scope, value, made, ignored)) return false;
    if (ignored ? !may_forget(scope, previous) : !finish(scope, std::move(made), previous)) return false;
    --depth_;
    return true;
  }
  if (!define_iri(scope, value, simple, made, ignored)) return false;
  if (ignored) {
    if (!may_forget(scope, previous)) return false;
  } else {
    if (const auto at = value.find("@container"); at != value.end() && !define_container(*at, made)) return false;
    if (!define_rest(scope, value, made) || !finish(scope, std::move(made), previous)) return false;
  }
  --depth_;
  return true;
}

// Step 12.
bool context_processor::define_type(definition_scope& scope, const json& type, term_definition& out) {
  if (!type.is_string()) return refuse("invalid type mapping", out.term);
  bool mapped = false;
  if (!expand(scope, text_of(type), false, out.type, mapped)) return false;
  const std::string& made = out.type;
  if (made == "@id" || made == "@json" || made == "@none" || made == "@vocab") return true;
  if (!mapped || !has_iri_form(made)) return refuse("invalid type mapping", out.term);
  return true;
}

// Step 13.
bool context_processor::define_reverse(definition_scope& scope, const json& value, term_definition& out,
                                       bool& ignored) {
  const std::string& term = out.term;
  if (value.contains("@id") || value.contains("@nest")) return refuse("invalid reverse property", term);
  const json& reverse = value.at("@reverse");
  if (!reverse.is_string()) return refuse("invalid IRI mapping", term);
  if (has_keyword_form(text_of(reverse))) {  // step 13.3
    ignored = true;
    return true;
  }
  if (!expand(scope, text_of(reverse), false, out.iri, out.mapped)) return false;
  if (!out.mapped || !is_iri_or_blank(out.iri)) return refuse("invalid IRI mapping", term);
  if (const auto at = value.find("@container"); at != value.end() && !at->is_null()) {
    if (*at != "@set" && *at != "@index") return refuse("invalid reverse property", term);
    out.containers = container_bit(*at);
  }
  out.reverse = true;
  // Step 13.7 returns here, but a map of reverse properties indexed by a property is meant to be read (test t0131).
  if (const auto at = value.find("@index"); at != value.end()) return define_index(scope, *at, out);
  return true;
}

// Steps 14 to 18.
bool context_processor::define_iri(definition_scope& scope, const json& value, bool simple, term_definition& out,
                                   bool& ignored) {
  const std::string& term = out.term;
  const auto id = value.find("@id");
  if (id != value.end() && *id != term) {
    if (id->is_null()) return true;                                     // step 14.1
    if (!id->is_string()) return refuse("invalid IRI mapping", term);   // step 14.2.1
    if (!is_keyword(text_of(*id)) && has_keyword_form(text_of(*id))) {  // step 14.2.2
      ignored = true;
      return true;
    }
    if (!expand(scope, text_of(*id), false, out.iri, out.mapped)) return false;  // step 14.2.3
    if (!out.mapped || (!is_keyword(out.iri) && !is_iri_or_blank(out.iri))) return refuse("invalid IRI mapping", term);
    if (out.iri == "@context") return refuse("invalid keyword alias", term);
    const bool slash = term.find('/') != std::string::npos;
    if (has_inner_colon(term) || slash) {  // step 14.2.4
      scope.defined[term] = true;
      std::string expanded;
      bool mapped = false;
      if (!expand(scope, term, false, expanded, mapped)) return false;
      if (!mapped || expanded != out.iri) return refuse("invalid IRI mapping", term);
    }
    if (!slash && !has_colon(term) && simple && (ends_with_delimiter(out.iri) || is_blank_label(out.iri))) {
      out.prefix = true;  // step 14.2.5
    }
    return true;
  }
  if (const std::size_t colon = term.find(':', 1); colon != std::string::npos) {  // step 15
    const std::string prefix = term.substr(0, colon);
    if (!define_if_local(scope, prefix)) return false;
    const term_definition* found = scope.result.find(prefix);
    out.iri = found != nullptr && found->mapped ? found->iri + term.substr(colon + 1) : term;
    if (out.iri.size() > iri_bytes_max)
      return limit(word_argument("bytes in an IRI", "octets dans une IRI"), iri_bytes_max);
    out.mapped = true;
    return true;
  }
  if (term.find('/') != std::string::npos) {  // step 16
    std::string room;
    const std::string_view expanded = expand_iri(scope.result, term, false, true, room);
    if (expanded.data() == nullptr || !has_iri_form(expanded)) return refuse("invalid IRI mapping", term);
    if (expanded.size() > iri_bytes_max)
      return limit(word_argument("bytes in an IRI", "octets dans une IRI"), iri_bytes_max);
    out.iri.assign(expanded);
    out.mapped = true;
    return true;
  }
  if (term == "@type") {  // step 17
    out.iri = term;
  } else if (scope.result.has_vocab) {  // step 18
    out.iri = scope.result.vocab + term;
    if (out.iri.size() > iri_bytes_max)
      return limit(word_argument("bytes in an IRI", "octets dans une IRI"), iri_bytes_max);
  } else {
    return refuse("invalid IRI mapping", term);
  }
  out.mapped = true;
  return true;
}

// Step 19.
bool context_processor::define_container(const json& value, term_definition& out) {
  if (!read_containers(value, out.containers)) return refuse("invalid container mapping", out.term);
  if ((out.containers & container::type) != 0) {
    if (out.type.empty()) out.type = "@id";
    if (out.type != "@id" && out.type != "@vocab") return refuse("invalid type mapping", out.term);
  }
  return true;
}

// Step 20.
bool context_processor::define_index(definition_scope& scope, const json& given, term_definition& out) {
  if ((out.containers & container::index) == 0 || !given.is_string()) {
    return refuse("invalid term definition", out.term);
  }
  std::string expanded;
  bool mapped = false;
  if (!expand(scope, text_of(given), false, expanded, mapped)) return false;
  if (!mapped || !has_iri_form(expanded)) return refuse("invalid term definition", out.term);
  out.index = text_of(given);
  return true;
}

// Steps 20 to 26.
bool context_processor::define_rest(definition_scope& scope, const json& value, term_definition& out) {
  const std::string& term = out.term;
  const bool typed = value.contains("@type");
  for (const auto& member : value.items()) {
    const std::string& key = member.key();
    const json& given = member.value();
    if (key == "@index") {  // step 20
      if (!define_index(scope, given, out)) return false;
    } else if (key == "@context") {  // step 21
      settings inner = scope.with;
      inner.override_protected = true;
      inner.propagate = true;
      inner.validate_scoped = false;
      const context_pointer active(&scope.result, [](const active_context*) {});  // made for this call only
      if (!process(active, given, std::move(inner))) {
        if (error_->kind != failure::limit) {
          error_.reset();
          refuse("invalid scoped context", term);
        }
        return false;
      }
      out.scoped = std::make_shared<const json>(given);
      out.base_url = scope.with.base_url;
      out.scope_id = library_.new_id();
    } else if (key == "@language" && !typed) {  // step 22
      if (!given.is_null() && !given.is_string()) return refuse("invalid language mapping", term);
      out.language.is = given.is_null() ? optional_mapping::state::null : optional_mapping::state::text;
      if (given.is_string()) {
        out.language.text = text_of(given);
        for (char& c : out.language.text) {
          if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
      }
    } else if (key == "@direction" && !typed) {  // step 23
      if (!given.is_null() && given != "ltr" && given != "rtl") return refuse("invalid base direction", term);
      out.direction.is = given.is_null() ? optional_mapping::state::null : optional_mapping::state::text;
      if (given.is_string()) out.direction.text = text_of(given);
    } else if (key == "@nest") {  // step 24
      if (!given.is_string() || (is_keyword(text_of(given)) && given != "@nest")) {
        return refuse("invalid @nest value", term);
      }
      out.nest = text_of(given);
    } else if (key == "@prefix") {  // step 25
      if (has_colon(term) || term.find('/') != std::string::npos) return refuse("invalid term definition", term);
      if (!given.is_boolean()) return refuse("invalid @prefix value", term);
      out.prefix = given.get<bool>();
      if (out.prefix && is_keyword(out.iri)) return refuse("invalid term definition", term);
    } else if (key != "@id" && key != "@reverse" && key != "@container" && key != "@type" && key != "@protected" &&
               key != "@language" && key != "@direction") {  // step 26
      return refuse("invalid term definition", term + ": " + key);
    }
  }
  return true;
}

// Steps 13.3 and 14.2.2 leave the term without definition. Taken literally they would lift the protection of
// step 27, so that a protected term could be undefined: that is refused here.
bool context_processor::may_forget(const definition_scope& scope, const definition_pointer& previous) {
  if (scope.with.override_protected || !previous || !previous->guarded) return true;
  return refuse("protected term redefinition", previous->term);
}

// Steps 27 and 28.
bool context_processor::finish(definition_scope& scope, term_definition&& made, const definition_pointer& previous) {
  definition_pointer kept;
  if (!scope.with.override_protected && previous && previous->guarded) {
    if (!made.same_but_protection(*previous)) return refuse("protected term redefinition", made.term);
    kept = previous;
  } else {
    made.iri_good = made.mapped && is_well_formed_iri(made.iri);
    made.type_good = is_well_formed_iri(made.type);
    kept = std::make_shared<const term_definition>(std::move(made));
  }
  scope.defined[kept->term] = true;
  scope.result.terms.insert_or_assign(std::string_view(kept->term), kept);
  return true;
}

}  // namespace activateur
