// JSON-LD 1.1: expansion and conversion to RDF (JSON-LD 1.1 Processing Algorithms and API).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "linkeddata/dataset.hpp"

namespace activateur {

// Contexts by URL; nothing is fetched. Processed contexts are cached: share one library between calls and threads.
class context_library {
 public:
  context_library();
  ~context_library();
  context_library(const context_library&) = delete;
  context_library& operator=(const context_library&) = delete;

  // Adds a context document under a URL (a host's own, or one of a test), in place of what was there.
  void add(std::string url, json document);
  // Adds the built-in contexts (see known_contexts), in place of what was there under their URLs.
  void add_known_contexts();
  [[nodiscard]] bool knows(std::string_view url) const;
  // How many contents were published under a URL: 0 when it is not known. See jsonld_options::variant.
  [[nodiscard]] std::size_t known_variants(std::string_view url) const;

  struct state;
  [[nodiscard]] state& inside() const { return *state_; }

 private:
  std::unique_ptr<state> state_;
};

// The contexts that badges in the wild use, built in as the project's own tables.
const context_library& known_contexts();

struct jsonld_options {
  std::string base;  // base IRI; may be empty
  const context_library* contexts = nullptr;
  bool safe = true;  // nothing is silently dropped: an unmapped term, a relative IRI... is an error
  // Each thing under the one name its readers know: whoever reads the JSON by its members then reads what its RDF says.
  // Refused are keywords but in value objects (`id` and `type` stand for theirs), terms for keywords or reverse
  // properties, IRIs for which the context has a term, and shortened ids.
  bool plain = false;
  std::string expand_context;  // URL or JSON text; tests only
  std::string rdf_direction;   // "", "i18n-datatype", "compound-literal"
  bool ordered = false;        // no effect: members are always taken in the order of their keys
  std::size_t variant = 0;     // of a context with several contents: 0 the newest, 1 the one before...
  bool generalized = false;    // blank nodes may be predicates (produceGeneralizedRdf)
  std::string set_aside;       // a member of the document that is taken for absent; none when empty
};

result<json> expand(const json& document, const jsonld_options& options);
result<dataset> to_rdf(const json& document, const jsonld_options& options);

}  // namespace activateur
