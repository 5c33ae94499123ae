// IRI Expansion: JSON-LD 1.1 API section 5.2.2.
#include "base/iri.hpp"
#include "linkeddata/active_context.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {

bool term_definition::same_but_protection(const term_definition& o) const {
  if (mapped != o.mapped || iri != o.iri || prefix != o.prefix || reverse != o.reverse || containers != o.containers ||
      type != o.type || index != o.index || nest != o.nest || language != o.language || direction != o.direction) {
    return false;
  }
  if (!scoped || !o.scoped) return !scoped && !o.scoped;
  return scoped == o.scoped || *scoped == *o.scoped;
}

std::string_view expand_iri(const active_context& active, std::string_view value, bool document_relative, bool vocab,
                            std::string& room) {
  if (!value.empty() && value[0] == '@') {
    if (is_keyword(value)) return value;     // step 1
    if (has_keyword_form(value)) return {};  // step 2
  }
  // Step 3 belongs to context processing: define_dependencies().
  const std::size_t colon = value.empty() ? std::string_view::npos : value.find(':', 1);
  const bool may_be_term = colon == std::string_view::npos || active.terms_with_colon;
  if (const term_definition* found = may_be_term ? active.find(value) : nullptr) {
    if (found->mapped && is_keyword(found->iri)) return found->iri;                       // step 4
    if (vocab) return found->mapped ? std::string_view(found->iri) : std::string_view{};  // step 5
  }
  // Step 6: a colon anywhere but first.
  if (colon != std::string_view::npos) {
    const std::string_view prefix = value.substr(0, colon);
    const std::string_view suffix = value.substr(colon + 1);
    if (prefix == "_" || suffix.substr(0, 2) == "//") return value;  // step 6.2
    if (const term_definition* found = active.find(prefix); found != nullptr && found->mapped && found->prefix) {
      room.assign(found->iri);  // step 6.4
      room += suffix;
      return room;
    }
    if (has_iri_form(value)) return value;  // step 6.5
  }
  if (vocab && active.has_vocab) {  // step 7
    room.assign(active.vocab);
    room += value;
    return room;
  }
  if (document_relative && active.has_base) {  // step 8
    room = resolve_iri(active.base, value);
    return room;
  }
  // Step 9. An empty text must not look like null.
  return value.data() != nullptr ? value : std::string_view("");
}

}  // namespace activateur
