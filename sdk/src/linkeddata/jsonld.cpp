#include "linkeddata/jsonld.hpp"

#include "linkeddata/expansion.hpp"
#include "linkeddata/to_rdf.hpp"

namespace activateur {

result<json> expand(const json& document, const jsonld_options& options) {
  const context_library& library = options.contexts != nullptr ? *options.contexts : known_contexts();
  std::optional<json> expand_context;
  if (!options.expand_context.empty()) {
    const char first = options.expand_context.front();
    if (first == '{' || first == '[') {
      auto read = read_json(options.expand_context);
      if (!read) return read.why();
      expand_context = *std::move(read);
    } else {
      expand_context = options.expand_context;
    }
  }
  expander run(library.inside(), options);
  json made;
  if (!run.document(document, expand_context ? &*expand_context : nullptr, made)) return std::move(run).why();
  return made;
}

result<dataset> to_rdf(const json& document, const jsonld_options& options) {
  auto expanded = expand(document, options);
  if (!expanded) return std::move(expanded).why();
  node_map nodes;
  if (!nodes.generate(*expanded)) return std::move(nodes).why();
  return node_map_to_rdf(nodes, options);
}

}  // namespace activateur
