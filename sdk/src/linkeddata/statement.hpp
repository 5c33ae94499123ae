// Statements while they are made, in views. Private to linkeddata/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linkeddata/dataset.hpp"

namespace activateur {

using blank_index = std::uint32_t;
inline constexpr blank_index not_blank = 0xFFFFFFFFU;

struct term_view {
  term_kind kind = term_kind::iri;
  blank_index blank = not_blank;  // of a blank node
  std::string_view value;         // IRI or lexical form; an empty IRI: the default graph
  std::string_view datatype, language;
  bool good = false;  // known to be a well-formed IRI
};

class statement_sink {
 public:
  virtual void add(const term_view& subject, const term_view& predicate, const term_view& object,
                   const term_view& graph) = 0;

 protected:
  ~statement_sink() = default;
};

// An IRI or a literal as canonical N-Quads have it, appended to `out`.
void write_term(const term_view& t, std::string& out);

}  // namespace activateur
