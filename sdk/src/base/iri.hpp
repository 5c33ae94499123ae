// IRIs: resolution of references (RFC 3986 section 5.2) and what JSON-LD, RDF and JSON Schema ask of their form.
#pragma once

#include <string>
#include <string_view>

namespace activateur {

// Resolves a reference against a base as it is: dot segments are removed, nothing else is normalised
// (RFC 3986 section 5.2; IRI characters as RFC 3987 section 6.5). A base that is no hierarchical IRI or is
// empty gives the reference back.
std::string resolve_iri(std::string_view base, std::string_view reference);

// `scheme:` and what follows has no white space.
bool has_iri_form(std::string_view text);
inline bool is_blank_label(std::string_view text) { return text.size() >= 2 && text[0] == '_' && text[1] == ':'; }

// May stand in N-Quads between `<` and `>`: absolute, without the characters that RFC 3987 forbids everywhere.
bool is_well_formed_iri(std::string_view text);

// 1*8ALPHA *("-" 1*8alphanum) (BCP 47 in the wide form of RFC 4646 section 2.1, as N-Quads has it).
bool is_language_tag(std::string_view text);

// Ends with a character of gen-delims (RFC 3986 section 2.2).
bool ends_with_delimiter(std::string_view text);

}  // namespace activateur
