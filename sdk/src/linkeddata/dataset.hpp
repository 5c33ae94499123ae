// RDF datasets: terms and quads (RDF 1.1 Concepts), and their N-Quads texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace activateur {

enum class term_kind : std::uint8_t { iri, blank, literal };

struct term {
  term_kind kind = term_kind::iri;
  std::string value;     // IRI, blank node label without "_:", or lexical form
  std::string datatype;  // literals: IRI; xsd:string when plain
  std::string language;  // literals of rdf:langString
  auto operator<=>(const term&) const = default;
};

struct quad {
  term subject, predicate, object;
  term graph;  // an empty IRI: the default graph
  auto operator<=>(const quad&) const = default;
};

using dataset = std::vector<quad>;

struct nquads_limits {
  std::size_t quads = 50'000;
  std::size_t bytes = 16U << 20U;
};

// Reads N-Quads (RDF 1.1 N-Quads section 3); errors give line and column.
result<dataset> read_nquads(std::string_view text, const nquads_limits& bounds = {}, const std::string& source = {});
// One quad in the canonical form of RDFC-1.0 section 5, with its line feed.
std::string write_nquad(const quad& q);
// One term of it, appended to `out`.
void write_term(const term& t, std::string& out);

}  // namespace activateur
