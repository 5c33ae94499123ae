// Context Processing Algorithm: JSON-LD 1.1 API section 4.1.2.
#include "linkeddata/context_processing.hpp"

#include "base/iri.hpp"
#include "base/text.hpp"
#include "base/word.hpp"
#include "linkeddata/jsonld_messages.hpp"
#include "linkeddata/keyword.hpp"

namespace activateur {
namespace {

// A text that differs whenever the values differ.
void fingerprint(const json& value, std::string& out) {
  const auto sized = [&out](char kind, std::string_view bytes) {
    out += kind;
    out += std::to_string(bytes.size());
    out += ':';
    out += bytes;
  };
  switch (value.type()) {
    case json::value_t::object:
      out += '{';
      for (const auto& member : value.items()) {
        sized('k', member.key());
        fingerprint(member.value(), out);
      }
      out += '}';
      return;
    case json::value_t::array:
      out += '[';
      for (const json& item : value) fingerprint(item, out);
      out += ']';
      return;
    case json::value_t::string: return sized('s', value.get_ref<const std::string&>());
    default: return sized('v', value.dump());
  }
}

bool lowered(const json& value, std::string& out) {
  if (!value.is_string()) return false;
  out = value.get_ref<const std::string&>();
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return true;
}

bool holds_protected(const active_context& context) {
  return std::any_of(context.terms.begin(), context.terms.end(),
                     [](const auto& entry) { return entry.second->guarded; });
}

}  // namespace

void term_index::build(const map& terms) {
  std::size_t room = 16;
  while (room < 2 * terms.size()) room *= 2;
  slots_.assign(room, {});
  for (const auto& [term, definition] : terms) {
    const std::size_t hash = std::hash<std::string_view>()(term);
    std::size_t at = hash & (room - 1);
    while (slots_[at].definition != nullptr) at = (at + 1) & (room - 1);
    slots_[at] = {hash, definition.get()};
  }
}

bool context_processor::refuse(const char* code, std::string detail) {
  if (!error_) error_ = fail(failure::input, say::jsonld_context, {code, std::move(detail)});
  return false;
}

bool context_processor::limit(const std::string& what, std::size_t most) {
  if (!error_) error_ = fail(failure::limit, say::jsonld_limit, {what, std::to_string(most)});
  return false;
}

const context_pointer& context_processor::initial(const std::string& base, std::size_t variant) {
  const std::string key = "root" + std::to_string(variant) + ':' + base;
  if (auto found = library_.find(key)) return hold(std::move(found));
  auto made = std::make_shared<active_context>();
  made->id = library_.new_id();
  made->base = made->original_base = base;
  made->has_base = !base.empty();
  made->variant = variant;
  library_.keep(key, made);
  return hold(std::move(made));
}

const context_pointer* context_processor::document_context(const context_pointer& active, const json& local) {
  std::string key = "doc" + std::to_string(active->id) + ':';
  fingerprint(local, key);
  context_pointer made = library_.find(key);
  if (!made) {
    settings with;
    with.base_url = active->original_base;
    made = process(active, local, std::move(with));
    if (!made) return nullptr;
    library_.keep(key, made);
  }
  return &hold(std::move(made));
}

const context_pointer* context_processor::scoped_context(const context_pointer& active,
                                                         const term_definition& definition, bool propagate,
                                                         bool override_protected) {
  const context_library::state::scoped_key key{
      active->id, definition.scope_id,
      static_cast<std::uint8_t>((propagate ? 1U : 0U) | (override_protected ? 2U : 0U))};
  recent& last = recent_[(key.parent * 7 + key.scope) % recent_.size()];
  if (last.made != nullptr && last.key == key) return last.made;
  context_pointer made = library_.find(key);
  if (!made) {
    settings with;
    with.base_url = definition.base_url;
    with.propagate = propagate;
    with.override_protected = override_protected;
    made = process(active, *definition.scoped, std::move(with));
    if (!made) return nullptr;
    library_.keep(key, made);
  }
  last = {key, &hold(std::move(made))};
  return last.made;
}

std::shared_ptr<active_context> context_processor::copy(const active_context& from) {
  terms_ += from.terms.size() + 1;
  if (terms_ > context_terms_max) {
    limit(word_argument("context terms", "termes de contexte"), context_terms_max);
    return nullptr;
  }
  auto made = std::make_shared<active_context>(from);
  made->id = library_.new_id();
  made->index.clear();
  return made;
}

context_pointer context_processor::process(const context_pointer& active, const json& local, settings with) {
  if (++depth_ > context_depth_max) {
    limit(word_argument("contexts inside one another", "contextes imbriqués"), context_depth_max);
    return nullptr;
  }
  // Step 2.
  if (local.is_object()) {
    if (const auto at = local.find("@propagate"); at != local.end()) {
      if (!at->is_boolean()) return refused("invalid @propagate value", at->dump());
      with.propagate = at->get<bool>();
    }
  }
  context_pointer current = active;             // step 1
  if (!with.propagate && !current->previous) {  // step 3
    auto made = copy(*active);
    if (!made) return nullptr;
    made->previous = active;
    current = std::move(made);
  }
  if (!local.is_array()) {  // step 4
    current = process_item(current, active, local, with);
  } else {
    for (const json& item : local) {  // step 5
      current = process_item(current, active, item, with);
      if (!current) return nullptr;
    }
  }
  --depth_;
  return current;  // step 6
}

context_pointer context_processor::process_item(const context_pointer& current, const context_pointer& active,
                                                const json& item, const settings& with) {
  if (item.is_null()) {  // step 5.1
    if (!with.override_protected && holds_protected(*current)) {
      return refused("invalid context nullification", "null");
    }
    auto made = std::make_shared<active_context>();
    made->id = library_.new_id();
    made->base = made->original_base = active->original_base;
    made->has_base = !made->base.empty();
    made->variant = active->variant;
    if (!with.propagate) made->previous = current;
    return made;
  }
  if (item.is_string()) return process_remote(current, item.get_ref<const std::string&>(), with);
  if (!item.is_object()) return refused("invalid local context", shortened(item.dump(), 200));  // step 5.3
  return process_definition(current, item, with);
}

std::shared_ptr<const json> context_processor::load(const std::string& url, std::size_t variant) {
  auto document = library_.document(url, variant);
  if (!document && !error_) {
    error_ = fail(failure::not_found, say::jsonld_unknown_context, {"loading remote context failed", url});
  }
  return document;
}

// Step 5.2.
context_pointer context_processor::process_remote(const context_pointer& current, const std::string& reference,
                                                  const settings& with) {
  const std::string url = resolve_iri(with.base_url, reference);  // step 5.2.1
  const bool met = std::find(with.remote.begin(), with.remote.end(), url) != with.remote.end();
  if (!with.validate_scoped && met) return current;                                        // step 5.2.2
  if (with.remote.size() >= remote_contexts_max) return refused("context overflow", url);  // step 5.2.3

  // A context given by its URL alone is made once for each context it is added to.
  const bool cached = with.remote.empty() && with.validate_scoped && with.propagate;
  std::string key;
  if (cached) {
    key = "url" + std::to_string(current->id) + (with.override_protected ? '!' : ':') + url;
    if (auto found = library_.find(key)) return found;
  }
  const auto document = load(url, current->variant);  // steps 5.2.4 and 5.2.5
  if (!document) return nullptr;
  if (!document->is_object()) return refused("invalid remote context", url);
  const auto loaded = document->find("@context");
  if (loaded == document->end()) return refused("invalid remote context", url);
  settings inner;
  inner.base_url = url;
  inner.remote = with.remote;
  inner.remote.push_back(url);
  inner.override_protected = with.override_protected;
  inner.validate_scoped = with.validate_scoped;
  context_pointer made = process(current, *loaded, std::move(inner));  // step 5.2.6
  if (made && cached) library_.keep(key, made);
  return made;
}

// Steps 5.4 to 5.13.
context_pointer context_processor::process_definition(const context_pointer& current, const json& item,
                                                      const settings& with) {
  if (++contexts_ > contexts_max) {
    limit(word_argument("contexts", "contextes"), contexts_max);
    return nullptr;
  }
  auto result = copy(*current);
  if (!result) return nullptr;
  if (const auto at = item.find("@version"); at != item.end()) {  // step 5.5
    if (!at->is_number() || at->get<double>() != 1.1) return refused("invalid @version value", at->dump());
  }
  const json* local = &item;
  json merged;
  if (const auto at = item.find("@import"); at != item.end()) {  // step 5.6
    if (!at->is_string()) return refused("invalid @import value", at->dump());
    const std::string url = resolve_iri(with.base_url, at->get_ref<const std::string&>());
    const auto document = load(url, current->variant);
    if (!document) return nullptr;
    const auto imported = document->is_object() ? document->find("@context") : document->end();
    if (!document->is_object() || imported == document->end() || !imported->is_object()) {
      return refused("invalid remote context", url);
    }
    if (imported->contains("@import")) return refused("invalid context entry", url);
    merged = *imported;
    merged.update(item);
    local = &merged;
  }
  if (const auto at = local->find("@base"); at != local->end() && with.remote.empty()) {  // step 5.7
    if (!set_base(*result, *at)) return nullptr;
  }
  if (!set_defaults(*result, *local)) return nullptr;
  if (const auto at = local->find("@propagate"); at != local->end() && !at->is_boolean()) {  // step 5.11
    return refused("invalid @propagate value", at->dump());
  }
  bool guarded = false;
  if (const auto at = local->find("@protected"); at != local->end()) {
    if (!at->is_boolean()) return refused("invalid @protected value", at->dump());
    guarded = at->get<bool>();
  }
  // Steps 5.12 and 5.13.
  definition_scope scope{*result, *local, with, guarded, {}};
  for (const auto& member : local->items()) {
    const std::string& key = member.key();
    if (key.size() > 4 && key[0] == '@' &&
        (key == "@base" || key == "@direction" || key == "@import" || key == "@language" || key == "@propagate" ||
         key == "@protected" || key == "@version" || key == "@vocab")) {
      continue;
    }
    if (!define(scope, key)) return nullptr;
  }
  result->aliases.clear();
  result->terms_with_colon = false;
  for (const auto& [term, definition] : result->terms) {
    if (definition->mapped && definition->iri[0] == '@') result->aliases.push_back(definition.get());
    if (has_colon(term)) result->terms_with_colon = true;
  }
  // All of them are looked for in every object.
  if (result->aliases.size() > context_aliases_max) {
    limit(word_argument("aliases of keywords in a context", "alias de mots-clés dans un contexte"),
          context_aliases_max);
    return nullptr;
  }
  result->index.build(result->terms);
  return result;
}

bool context_processor::set_base(active_context& result, const json& value) {
  if (value.is_null()) {  // step 5.7.2
    result.has_base = false;
    result.base.clear();
    return true;
  }
  if (!value.is_string()) return refuse("invalid base IRI", value.dump());
  const auto& text = value.get_ref<const std::string&>();
  if (has_iri_form(text)) {  // step 5.7.3
    result.base = text;
  } else if (result.has_base) {  // step 5.7.4
    result.base = resolve_iri(result.base, text);
  } else {
    return refuse("invalid base IRI", text);  // step 5.7.5
  }
  result.has_base = true;
  return true;
}

// @vocab, @language and @direction: steps 5.8 to 5.10.
bool context_processor::set_defaults(active_context& result, const json& item) {
  if (const auto at = item.find("@vocab"); at != item.end()) {
    if (at->is_null()) {
      result.has_vocab = false;
      result.vocab.clear();
    } else if (!at->is_string()) {
      return refuse("invalid vocab mapping", at->dump());
    } else {
      std::string room;
      const auto& text = at->get_ref<const std::string&>();
      const std::string_view expanded = expand_iri(result, text, true, true, room);
      // A relative reference with no base to resolve it is kept: what it gives is then dropped as relative.
      if (expanded.data() == nullptr || is_keyword(expanded)) {
        return refuse("invalid vocab mapping", text);
      }
      if (expanded.size() > iri_bytes_max)
        return limit(word_argument("bytes in an IRI", "octets dans une IRI"), iri_bytes_max);
      std::string vocab(expanded);  // may be a view of the mapping it replaces
      result.vocab = std::move(vocab);
      result.has_vocab = true;
    }
  }
  if (const auto at = item.find("@language"); at != item.end()) {
    if (at->is_null()) {
      result.language.clear();
    } else if (!lowered(*at, result.language)) {
      return refuse("invalid default language", at->dump());
    }
  }
  if (const auto at = item.find("@direction"); at != item.end()) {
    if (at->is_null()) {
      result.direction.clear();
    } else if (*at != "ltr" && *at != "rtl") {
      return refuse("invalid base direction", at->dump());
    } else {
      result.direction = at->get<std::string>();
    }
  }
  return true;
}

}  // namespace activateur
