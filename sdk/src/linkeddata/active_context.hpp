// Active contexts and term definitions (JSON-LD 1.1 API section 4.1 and 4.2), immutable once made and shared.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "json/json.hpp"

namespace activateur {

// The container mapping, as bits.
namespace container {
inline constexpr std::uint8_t list = 1, set = 2, index = 4, language = 8, id = 16, type = 32, graph = 64;
}

// A language or direction mapping: none at all, set to null, or a text.
struct optional_mapping {
  enum class state : std::uint8_t { none, null, text } is = state::none;
  std::string text;
  bool operator==(const optional_mapping&) const = default;
};

struct term_definition {
  std::string term;
  std::string iri;      // the IRI mapping
  bool mapped = false;  // false: the IRI mapping is null
  bool prefix = false;
  bool guarded = false;  // @protected
  bool reverse = false;
  bool iri_good = false, type_good = false;  // these mappings are well-formed IRIs
  std::uint8_t containers = 0;
  std::string type;   // the type mapping; empty when there is none
  std::string index;  // the index mapping; empty when it is @index
  std::string nest;
  optional_mapping language, direction;
  std::shared_ptr<const json> scoped;  // the local context; null when there is none
  std::string base_url;                // of that local context
  std::uint64_t scope_id = 0;          // names this very local context in caches; 0 when there is none

  // What IRI Expansion makes of the term, with vocab true; nullptr data: null.
  [[nodiscard]] std::string_view expanded() const { return mapped ? std::string_view(iri) : std::string_view{}; }
  // Step 27.1 of Create Term Definition. The base URL is left out: published contexts repeat each other's
  // definitions, from URLs that differ, and their scoped contexts hold no relative reference.
  [[nodiscard]] bool same_but_protection(const term_definition& o) const;
};

using definition_pointer = std::shared_ptr<const term_definition>;

// Terms of a finished context, side by side: a document looks up several a member.
class term_index {
 public:
  using map = std::unordered_map<std::string_view, definition_pointer>;

  void build(const map& terms);
  void clear() { slots_.clear(); }
  [[nodiscard]] bool built() const { return !slots_.empty(); }
  [[nodiscard]] const term_definition* find(std::string_view term) const {
    const std::size_t hash = std::hash<std::string_view>()(term);
    for (std::size_t i = hash;; ++i) {
      const slot& at = slots_[i & (slots_.size() - 1)];
      if (at.definition == nullptr || (at.hash == hash && at.definition->term == term)) return at.definition;
    }
  }

 private:
  struct slot {
    std::size_t hash = 0;
    const term_definition* definition = nullptr;
  };
  std::vector<slot> slots_;  // a power of two, at least half of them empty
};

struct active_context {
  std::uint64_t id = 0;   // unique in a context library
  term_index::map terms;  // keys live in their definitions
  std::string base;       // base IRI
  bool has_base = false;
  std::string original_base;  // original base URL
  bool has_vocab = false;
  std::string vocab;
  std::string language, direction;  // defaults; empty when there is none
  std::shared_ptr<const active_context> previous;
  std::vector<const term_definition*> aliases;  // the terms whose IRI mapping is a keyword; `terms` owns them
  bool terms_with_colon = false;
  std::size_t variant = 0;  // which content of a URL with several

  term_index index;  // of `terms`, once they are finished

  [[nodiscard]] const term_definition* find(std::string_view term) const {
    if (index.built()) return index.find(term);
    const auto at = terms.find(term);
    return at == terms.end() ? nullptr : at->second.get();
  }
};

// False: no key of the object begins with "@". Keys are sorted, and nearly all objects of badges have letters alone.
inline bool has_keyword_key(const json& object) {
  const auto& members = object.get_ref<const json::object_t&>();
  return !members.empty() && (members.begin()->first.empty() || members.begin()->first.front() <= '@');
}
// Calls `see(member)` for each member of `value` whose key expands to `keyword` (with vocab true): the keyword itself,
// then its aliases. Cheaper than to expand every key.
template <class See>
void each_member(const active_context& active, const json& value, std::string_view keyword, const See& see) {
  if (has_keyword_key(value)) {
    if (const auto at = value.find(keyword); at != value.end()) see(at);
  }
  for (const term_definition* alias : active.aliases) {
    if (alias->iri != keyword || alias->term == keyword) continue;
    if (const auto at = value.find(alias->term); at != value.end()) see(at);
  }
}
inline bool has_member(const active_context& active, const json& value, std::string_view keyword) {
  bool found = false;
  each_member(active, value, keyword, [&found](const auto&) { found = true; });
  return found;
}

using context_pointer = std::shared_ptr<const active_context>;

inline bool is_alias(const active_context& active, std::string_view term, std::string_view keyword) {
  return std::any_of(active.aliases.begin(), active.aliases.end(),
                     [&](const term_definition* alias) { return alias->iri == keyword && alias->term == term; });
}

// IRI Expansion (JSON-LD 1.1 API section 5.2.2) with a finished context. The text is that of the context, of `value`,
// or of `room`, which holds what had to be written. nullptr data: null.
std::string_view expand_iri(const active_context& active, std::string_view value, bool document_relative, bool vocab,
                            std::string& room);

}  // namespace activateur
