#include "linkeddata/to_rdf.hpp"

#include "base/iri.hpp"
#include "json/canonical.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/lexical.hpp"
#include "linkeddata/vocabulary_iris.hpp"

namespace activateur {
namespace {

constexpr term_view iri_of_rdf(std::string_view iri) { return {term_kind::iri, not_blank, iri, {}, {}, true}; }
constexpr term_view plain(std::string_view text) { return {term_kind::literal, not_blank, text, xsd_string, {}}; }

// As a label, with its "_:".
std::string text_of(const term_view& name) {
  return name.kind == term_kind::blank ? "_:b" + std::to_string(name.blank) : std::string(name.value);
}

}  // namespace

bool rdf_writer::run(const tree& expanded) { return nodes(expanded); }

// What the standard drops in silence: an error in safe mode, else nothing. False: nothing is to be said.
bool rdf_writer::skip(const message& what, std::string_view detail) {
  if (options_.safe && !error_) error_ = fail(failure::input, what, {std::string(detail)});
  return false;
}

// May stand in a statement; found out once.
bool rdf_writer::is_good(term_view& name) {
  if (!name.good) name.good = name.kind == term_kind::blank || is_well_formed_iri(name.value);
  return name.good || skip(say::jsonld_ill_formed_iri, name.value);
}

// Section 8.1.2, steps 1.1, 1.3.1, 1.3.2.3 and 1.3.2.4.
bool rdf_writer::sayable(term_view& subject, term_view& predicate) {
  const bool in_graph = graph_.value.data() == nullptr || is_good(graph_);
  if (!in_graph || !is_good(subject)) return false;
  if (predicate.kind == term_kind::blank && !options_.generalized)
    return skip(say::jsonld_blank_predicate, text_of(predicate));
  return is_good(predicate);
}

bool rdf_writer::emit(const term_view& subject, const term_view& predicate, const term_view& object) {
  if (++statements_ > to_rdf_quads_max) {
    error_ = fail(failure::limit, say::jsonld_limit, {"quads", std::to_string(to_rdf_quads_max)});
    return false;
  }
  out_.add(subject, predicate, object, graph_);
  return true;
}

// Generate Blank Node Identifier (section 7.4).
term_view rdf_writer::name_of(std::string_view id, bool good) {
  if (good || !is_blank_label(id)) return {term_kind::iri, not_blank, id, {}, {}, good};
  const auto [at, added] = issued_.try_emplace(id, blanks_);
  if (added) ++blanks_;
  return {term_kind::blank, at->second, {}, {}, {}};
}

// Node Map Generation (section 7.2.2), step 1.
bool rdf_writer::nodes(const tree& values) {
  for (const tree& each : values) {
    term_view made;
    bool kept = false;
    if (each.is_array()) {
      if (!nodes(each)) return false;
    } else if (each.is_object()) {
      // Expansion leaves values and lists here in graphs alone, where a term with a graph container has made one.
      const bool is_node = !each.has("@value") && !each.has("@list");
      if (!is_node) skip(say::jsonld_free_floating, {});
      if (error_ || !object(each, false, made, kept)) return false;
    }
  }
  return true;
}

// Step 6. An identifier that expanded to null names nothing.
bool rdf_writer::node(const tree& value, term_view& self, bool& named) {
  const tree* id = value.find("@id");
  named = id == nullptr || id->is_text();
  if (!named) return true;
  self = id == nullptr ? new_blank() : name_of(id->text(), false);
  return statements(value, self);
}

bool rdf_writer::statements(const tree& value, term_view& self) {
  for (const auto& [name, held, good] : value.members().keywords) {
    bool done = true;
    if (name == "@type") {
      done = types(held, self);
    } else if (name == "@index") {
      done = check_index(held, self);
    } else if (name == "@reverse") {
      done = reverse(held, self);
    } else if (name == "@graph") {
      done = named_graph(held, self);
    } else if (name == "@included") {  // step 6.11
      done = nodes(held);
    }
    if (!done) return false;
  }
  for (const tree_member& member : value.members().properties)
    if (!property(member, self)) return false;
  return true;
}

// Step 6.7; section 8.1.2 step 1.3.2.1.
bool rdf_writer::types(const tree& values, term_view& self) {
  term_view predicate = iri_of_rdf(rdf_type);
  for (const tree& type : values) {
    if (!type.is_text()) continue;
    term_view to = name_of(type.text(), type.is_good_iri());
    const bool said = sayable(self, predicate) && is_good(to);
    if (said ? !emit(self, predicate, to) : error_.has_value()) return false;
  }
  return true;
}

// Step 6.9.
bool rdf_writer::reverse(const tree& map, term_view& self) {
  for (const tree_member& member : map.members().properties) {
    term_view predicate = name_of(member.name, member.good);
    for (const tree& item : member.value) {
      term_view from;
      bool named = false;
      if (!item.is_object() || item.has("@value") || item.has("@list")) continue;
      if (!node(item, from, named)) return false;
      const bool said = named && sayable(from, predicate) && is_good(self);
      if (said ? !emit(from, predicate, self) : error_.has_value()) return false;
    }
  }
  return true;
}

// Step 6.12.
bool rdf_writer::property(const tree_member& member, term_view& self) {
  term_view predicate = name_of(member.name, member.good);
  for (const tree& item : member.value) {
    if (!item.is_object()) continue;
    const bool said = sayable(self, predicate);
    term_view to;
    bool kept = false;
    if (error_ || !object(item, said, to, kept)) return false;
    if (said && kept && !emit(self, predicate, to)) return false;
  }
  return true;
}

// Step 6.8: one node has one index in a graph, wherever it is spoken of.
bool rdf_writer::check_index(const tree& index, const term_view& self) {
  const auto [at, added] = indexes_.try_emplace(text_of(graph_) + '\n' + text_of(self), index.text());
  if (added || at->second == index.text()) return true;
  error_ = fail(failure::input, say::jsonld_invalid, {"conflicting indexes", text_of(self)});
  return false;
}

// Step 6.10.
bool rdf_writer::named_graph(const tree& values, const term_view& name) {
  const term_view around = graph_;
  graph_ = name;
  const bool good = nodes(values);
  graph_ = around;
  return good;
}

// Object to RDF Conversion (section 8.2.2). Not `said`: no statement will have it, but the nodes inside speak for
// themselves. Not `kept`: null.
bool rdf_writer::object(const tree& item, bool said, term_view& made, bool& kept) {
  kept = true;
  if (item.has("@value")) return !said || literal(item, made, kept);
  if (const tree* items = item.find("@list")) return list(*items, said, made);  // step 3
  if (!node(item, made, kept)) return false;                                    // steps 1 and 2
  kept = kept && said && is_good(made);
  return !error_;
}

bool rdf_writer::literal(const tree& item, term_view& made, bool& kept) {
  const json& value = item.find("@value")->value();
  const tree* const type = item.find("@type");
  const tree* const language = item.find("@language");
  made.kind = term_kind::literal;
  bool good_type = type == nullptr;
  if (type != nullptr && type->is_text()) {
    made.datatype = type->text();
    good_type = type->is_good_iri();
  }
  if (made.datatype == "@json") {  // step 8
    made.value = memory_.text(canonical_json(value));
    made.datatype = rdf_json;
    return true;
  }
  if (!good_type && !made.datatype.empty() && !is_well_formed_iri(made.datatype)) {  // step 6
    kept = skip(say::jsonld_ill_formed_iri, made.datatype);
    return !error_;
  }
  if (language != nullptr) {
    made.language = language->text();
    if (!is_language_tag(made.language)) {  // step 7
      kept = skip(say::jsonld_language_tag, made.language);
      return !error_;
    }
  }
  if (value.is_string()) {
    made.value = value.get_ref<const std::string&>();
  } else if (value.is_boolean()) {  // step 9
    made.value = value.get<bool>() ? "true" : "false";
    if (made.datatype.empty()) made.datatype = xsd_boolean;
  } else if (value.is_number()) {  // steps 10 and 11
    const number_literal number = write_number(value, made.datatype == xsd_double);
    made.value = memory_.text(number.lexical);
    if (made.datatype.empty()) made.datatype = number.integer ? xsd_integer : xsd_double;
  }
  if (made.datatype.empty()) made.datatype = language == nullptr ? xsd_string : rdf_lang_string;  // step 12
  if (const tree* direction = item.find("@direction")) {
    kept = directed(direction->text(), made);
    return !error_;
  }
  return true;
}

// Step 13. False: nothing to say.
bool rdf_writer::directed(std::string_view direction, term_view& made) {
  if (options_.rdf_direction == "i18n-datatype") {
    std::string datatype = "https://www.w3.org/ns/i18n#";
    datatype += made.language;
    datatype += '_';
    datatype += direction;
    made.datatype = memory_.text(datatype);
    made.language = {};
    return true;
  }
  if (options_.rdf_direction != "compound-literal") {
    skip(say::jsonld_direction, made.value);
    return true;
  }
  const term_view compound = new_blank();
  if (!emit(compound, iri_of_rdf(rdf_value), plain(made.value))) return false;
  if (!made.language.empty() && !emit(compound, iri_of_rdf(rdf_language), plain(made.language))) return false;
  if (!emit(compound, iri_of_rdf(rdf_direction), plain(direction))) return false;
  made = compound;
  return true;
}

// List to RDF Conversion (section 8.3.2).
bool rdf_writer::list(const tree& items, bool said, term_view& head) {
  head = iri_of_rdf(rdf_nil);
  term_view cell = head;
  for (const tree& item : items) {
    if (!item.is_object()) continue;
    if (said) {
      const term_view next = new_blank();
      if (cell.kind == term_kind::iri) {
        head = next;
      } else if (!emit(cell, iri_of_rdf(rdf_rest), next)) {
        return false;
      }
      cell = next;
    }
    term_view made;
    bool kept = false;
    if (!object(item, said, made, kept)) return false;
    if (said && kept && !emit(cell, iri_of_rdf(rdf_first), made)) return false;
  }
  return cell.kind == term_kind::iri || emit(cell, iri_of_rdf(rdf_rest), iri_of_rdf(rdf_nil));
}

}  // namespace activateur
