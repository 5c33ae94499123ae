#include "linkeddata/jsonld.hpp"

#include "linkeddata/expansion.hpp"
#include "linkeddata/to_rdf.hpp"

namespace activateur {
namespace {

context_library::state& library_of(const jsonld_options& options) {
  return (options.contexts != nullptr ? *options.contexts : known_contexts()).inside();
}

std::optional<error> expand_into(expander& run, const json& document, const jsonld_options& options, tree& out) {
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
  if (!run.document(document, expand_context ? &*expand_context : nullptr, out)) return std::move(run).why();
  return std::nullopt;
}

class dataset_maker final : public statement_sink {
 public:
  void add(const term_view& subject, const term_view& predicate, const term_view& object,
           const term_view& graph) override {
    if (made_.empty()) made_.reserve(256);  // quads are large: growing costs more than filling
    made_.push_back({owned(subject), owned(predicate), owned(object), owned(graph)});
  }
  // A dataset is a set; usually nothing was said twice.
  dataset finish() {
    std::vector<const quad*> sorted;
    sorted.reserve(made_.size());
    for (const quad& q : made_) sorted.push_back(&q);
    std::sort(sorted.begin(), sorted.end(), [](const quad* a, const quad* b) { return *a < *b; });
    const auto same = [](const quad* a, const quad* b) { return *a == *b; };
    if (std::adjacent_find(sorted.begin(), sorted.end(), same) != sorted.end()) {
      std::sort(made_.begin(), made_.end());
      made_.erase(std::unique(made_.begin(), made_.end()), made_.end());
    }
    return std::move(made_);
  }

 private:
  static term owned(const term_view& t) {
    if (t.kind == term_kind::blank) return {t.kind, 'b' + std::to_string(t.blank), {}, {}};
    return {t.kind, std::string(t.value), std::string(t.datatype), std::string(t.language)};
  }

  dataset made_;
};

}  // namespace

std::optional<error> write_statements(const json& document, const jsonld_options& options, statement_sink& out) {
  expander run(library_of(options), options);
  tree expanded;
  if (auto failed = expand_into(run, document, options, expanded)) return failed;
  rdf_writer writer(run.memory(), options, out);
  if (!writer.run(expanded)) return std::move(writer).why();
  return std::nullopt;
}

result<json> expand(const json& document, const jsonld_options& options) {
  expander run(library_of(options), options);
  tree expanded;
  if (auto failed = expand_into(run, document, options, expanded)) return *std::move(failed);
  json made = json::array();
  for (const tree& each : expanded) made.push_back(to_json(each));
  return made;
}

result<dataset> to_rdf(const json& document, const jsonld_options& options) {
  dataset_maker maker;
  if (auto failed = write_statements(document, options, maker)) return *std::move(failed);
  return maker.finish();
}

}  // namespace activateur
