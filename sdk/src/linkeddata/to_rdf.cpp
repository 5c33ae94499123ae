#include "linkeddata/to_rdf.hpp"

#include "base/iri.hpp"
#include "json/canonical.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/lexical.hpp"

namespace activateur {
namespace {

const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const std::string rdf_type = rdf + "type", rdf_first = rdf + "first", rdf_rest = rdf + "rest", rdf_nil = rdf + "nil",
                  rdf_value = rdf + "value", rdf_language = rdf + "language", rdf_direction = rdf + "direction",
                  rdf_json = rdf + "JSON", rdf_lang_string = rdf + "langString";
const std::string xsd = "http://www.w3.org/2001/XMLSchema#";
const std::string xsd_boolean = xsd + "boolean", xsd_double = xsd + "double", xsd_integer = xsd + "integer",
                  xsd_string = xsd + "string";

bool is_name(std::string_view id) { return is_blank_label(id) || is_well_formed_iri(id); }

void set_name(term& out, std::string_view id) {
  const bool blank = is_blank_label(id);
  out.kind = blank ? term_kind::blank : term_kind::iri;
  out.value.assign(blank ? id.substr(2) : id);
}

class writer {
 public:
  writer(node_map& nodes, const jsonld_options& options) : nodes_(nodes), options_(options) {}

  // Section 8.1.2.
  bool run() {
    for (const auto& [name, graph] : nodes_.graphs()) {
      if (name == "@default") {
        graph_ = term{};
      } else if (!is_name(name)) {  // step 1.1
        if (graph.nodes.empty()) continue;
        if (!skip(say::jsonld_ill_formed_iri, name)) return false;
        continue;
      } else {
        set_name(graph_, name);
      }
      for (const node_map::node& node : graph.nodes) {
        if (!subject(node)) return false;
      }
    }
    return true;
  }

  dataset out;
  std::optional<error> wrong;

 private:
  // What the standard drops in silence: an error in safe mode, else nothing.
  bool skip(const message& what, std::string_view detail) {
    if (options_.safe) wrong = fail(failure::input, what, {std::string(detail)});
    return !options_.safe;
  }

  bool subject(const node_map::node& node) {
    if (node.types.empty() && node.properties.empty()) return true;
    if (!is_name(node.id)) return skip(say::jsonld_ill_formed_iri, node.id);  // step 1.3.1
    term from;
    set_name(from, node.id);
    for (const std::string_view type : node.types) {  // step 1.3.2.1
      if (!is_name(type)) {
        if (!skip(say::jsonld_ill_formed_iri, type)) return false;
        continue;
      }
      term to;
      set_name(to, type);
      if (!emit(from, rdf_type, std::move(to))) return false;
    }
    for (const auto& [name, items] : node.properties) {
      if (items.empty()) continue;
      term predicate;
      if (is_blank_label(name) && !options_.generalized) {  // step 1.3.2.3
        if (!skip(say::jsonld_blank_predicate, name)) return false;
        continue;
      }
      if (!is_name(name)) {  // step 1.3.2.4
        if (!skip(say::jsonld_ill_formed_iri, name)) return false;
        continue;
      }
      set_name(predicate, name);
      std::vector<term> objects;  // step 1.3.2.5
      objects.reserve(items.size());
      for (const node_map::item& item : items) {
        term made;
        bool kept = false;
        if (!object(item, made, kept)) return false;
        if (kept) objects.push_back(std::move(made));
      }
      if (objects.size() > 1) {
        std::sort(objects.begin(), objects.end());
        objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
      }
      for (term& each : objects) {
        if (!emit(from, predicate, std::move(each))) return false;
      }
    }
    return true;
  }

  bool emit(const term& from, const std::string& predicate, term&& to) {
    return emit(from, term{term_kind::iri, predicate, {}, {}}, std::move(to));
  }

  bool emit(const term& from, const term& predicate, term&& to) {
    if (out.size() >= to_rdf_quads_max) {
      wrong = fail(failure::limit, say::jsonld_limit, {"quads", std::to_string(to_rdf_quads_max)});
      return false;
    }
    out.push_back({from, predicate, std::move(to), graph_});
    return true;
  }

  // Object to RDF Conversion (section 8.2.2); `kept` false: null.
  bool object(const node_map::item& item, term& made, bool& kept) {
    kept = true;
    if (item.list) return list(*item.list, made);  // step 3
    if (item.value == nullptr) {                   // steps 1 and 2
      if (!is_name(item.node)) {
        kept = false;
        return skip(say::jsonld_ill_formed_iri, item.node);
      }
      set_name(made, item.node);
      return true;
    }
    return literal(*item.value, made, kept);
  }

  bool literal(const json& item, term& made, bool& kept) {
    const json& value = item.at("@value");
    const auto type = item.find("@type");
    const auto language = item.find("@language");
    made.kind = term_kind::literal;
    if (type != item.end() && type->is_string()) made.datatype = type->get_ref<const std::string&>();
    if (made.datatype == "@json") {  // step 8
      made.value = canonical_json(value);
      made.datatype = rdf_json;
      return true;
    }
    if (!made.datatype.empty() && !is_well_formed_iri(made.datatype)) {  // step 6
      kept = false;
      return skip(say::jsonld_ill_formed_iri, made.datatype);
    }
    if (language != item.end()) {
      made.language = language->get<std::string>();
      if (!is_language_tag(made.language)) {  // step 7
        kept = false;
        return skip(say::jsonld_language_tag, made.language);
      }
    }
    if (value.is_boolean()) {  // step 9
      made.value = value.get<bool>() ? "true" : "false";
      if (made.datatype.empty()) made.datatype = xsd_boolean;
    } else if (value.is_number()) {  // steps 10 and 11
      number_literal number = write_number(value, made.datatype == xsd_double);
      made.value = std::move(number.lexical);
      if (made.datatype.empty()) made.datatype = number.integer ? xsd_integer : xsd_double;
    } else {
      if (value.is_string()) made.value = value.get_ref<const std::string&>();
      if (made.datatype.empty()) made.datatype = language == item.end() ? xsd_string : rdf_lang_string;  // step 12
    }
    if (const auto direction = item.find("@direction"); direction != item.end()) {
      return directed(direction->get_ref<const std::string&>(), made);
    }
    return true;
  }

  // Step 13.
  bool directed(const std::string& direction, term& made) {
    if (options_.rdf_direction == "i18n-datatype") {
      made.datatype = "https://www.w3.org/ns/i18n#" + made.language + '_' + direction;
      made.language.clear();
      return true;
    }
    if (options_.rdf_direction != "compound-literal") return skip(say::jsonld_direction, made.value);
    term compound;
    set_name(compound, nodes_.new_blank());
    const auto plain = [](std::string text) { return term{term_kind::literal, std::move(text), xsd_string, {}}; };
    if (!emit(compound, rdf_value, plain(made.value))) return false;
    if (!made.language.empty() && !emit(compound, rdf_language, plain(made.language))) return false;
    if (!emit(compound, rdf_direction, plain(direction))) return false;
    made = std::move(compound);
    return true;
  }

  // List to RDF Conversion (section 8.3.2).
  bool list(const std::vector<node_map::item>& items, term& head) {
    head = term{term_kind::iri, rdf_nil, {}, {}};
    if (items.empty()) return true;
    std::vector<term> cells(items.size());
    for (term& cell : cells) set_name(cell, nodes_.new_blank());
    for (std::size_t i = 0; i < items.size(); ++i) {
      term made;
      bool kept = false;
      if (!object(items[i], made, kept)) return false;
      if (kept && !emit(cells[i], rdf_first, std::move(made))) return false;
      term rest = i + 1 < items.size() ? cells[i + 1] : term{term_kind::iri, rdf_nil, {}, {}};
      if (!emit(cells[i], rdf_rest, std::move(rest))) return false;
    }
    head = cells.front();
    return true;
  }

  node_map& nodes_;
  const jsonld_options& options_;
  term graph_;
};

}  // namespace

result<dataset> node_map_to_rdf(node_map& nodes, const jsonld_options& options) {
  writer to(nodes, options);
  // Measured: growing a vector of quads (400 bytes each) costs ten times what filling it does.
  to.out.reserve(std::min(nodes.statements() * 5 / 4, to_rdf_quads_max));
  if (!to.run()) return std::move(*to.wrong);
  return std::move(to.out);
}

}  // namespace activateur
