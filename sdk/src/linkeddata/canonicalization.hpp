// RDF Dataset Canonicalization (RDFC-1.0), bounded against poison datasets: it fails closed.
#pragma once

#include <map>
#include <string>

#include "base/context.hpp"
#include "base/deadline.hpp"
#include "base/limits.hpp"
#include "linkeddata/jsonld.hpp"

namespace activateur {

enum class canonical_hash { sha256, sha384 };

struct canonicalization_limits {
  std::size_t quads = 50'000;
  std::size_t n_degree_calls = 4096;  // the larger of this and 8 a blank node
  std::size_t permutations = 100'000;
  deadline::duration time = limits::canonicalization_time;
  deadline::source now = deadline::clock::now;
};

struct canonical_dataset {
  std::string nquads;                         // sorted, without duplicates
  std::map<std::string, std::string> issued;  // input blank label -> canonical label, both without "_:"
};

result<canonical_dataset> canonicalize(const dataset& input, canonical_hash hash, const canonicalization_limits& bounds,
                                       const context& with);

// The canonical N-Quads of a JSON-LD document: to_rdf and canonicalize in one, without a dataset between them.
// `options.generalized` must be false.
result<std::string> canonical_nquads(const json& document, const jsonld_options& options, canonical_hash hash,
                                     const canonicalization_limits& bounds, const context& with);

}  // namespace activateur
