// Tables of term definitions: a context in a compact text of the project's own.
//
// One definition a line: `term iri [@type iri] [@container kind,kind] [@context {` ... `}]`, and:
//   ^abbr = iri     an abbreviation: in an iri, `^abbr.x` stands for that iri followed by x, `^abbr` alone for it
//                   followed by the term
//   @protected, @version, @vocab iri...   the keywords of a context; the first two are true and 1.1
//   @also iri       the context is a list: here the context of another URL, then what follows
//   -               as iri: no @id; as the value of @context: null
//   @map            no shorthand: the term gets no prefix flag (JSON-LD 1.1 API 4.2.2 step 14.2.5)
// Blank lines and lines of # are left out.
#pragma once

#include "json/json.hpp"

namespace activateur {

// The context document of a table. Tables are the project's own: one that is wrong gives what can be read of it,
// and the tests compare each with what was published.
json read_context_table(const char* table);

// One content of the built-in contexts.
struct known_context {
  const char* url;
  const char* table;
};

// The groups of built-in contexts, each ended by an entry without URL; contents of one URL come newest first.
const known_context* known_credentials_contexts();
const known_context* known_open_badges_contexts();
const known_context* known_security_contexts();

}  // namespace activateur
