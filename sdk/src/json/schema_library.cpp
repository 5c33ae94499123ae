#include "json/schema_library.hpp"

#include <algorithm>

#include "base/iri.hpp"
#include "base/text.hpp"
#include "json/pointer_step.hpp"
#include "json/schema_messages.hpp"

namespace activateur::schema_detail {
namespace {

using namespace schema_messages;

constexpr std::size_t place_bytes = 2048;
constexpr std::size_t url_bytes = 8192;        // of one
constexpr std::size_t urls_bytes = 4U << 20U;  // of all: each nested one is resolved against the one around it
constexpr int meta_schemas_max = 8;            // a meta-schema of a meta-schema of ...

std::optional<std::string> without_percents(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) return std::nullopt;
    out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
    i += 2;
  }
  return out;
}

// RFC 6901 section 4; nothing for a bad escape.
std::optional<std::string> unescaped(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
    } else {
      if (++i >= token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
      out += token[i] == '0' ? '~' : '/';
    }
  }
  return out;
}

const json* child(const json& value, const std::string& token) {
  if (value.is_object()) {
    const auto found = value.find(token);
    return found == value.end() ? nullptr : &*found;
  }
  if (!value.is_array() || token.empty() || token.size() > 9 || (token.size() > 1 && token[0] == '0')) return nullptr;
  std::size_t index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return nullptr;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index < value.size() ? &value[index] : nullptr;
}

const std::string* text_member(const json& schema, const char* name) {
  const auto found = schema.find(name);
  return found != schema.end() && found->is_string() ? &found->get_ref<const std::string&>() : nullptr;
}

const char* id_keyword(draft d) { return d == draft::d4 ? "id" : "$id"; }

std::string told(std::string_view text) { return shortened(text, 200); }

error malformed_at(const char* keyword, const std::string& place) {
  return fail(failure::input, malformed, {keyword, place.empty() ? "/" : place});
}

}  // namespace

result<void> schema_library::open(const json& document, const std::string& url) {
  return add(document, url.substr(0, url.find('#')), {}, nullptr);
}

result<void> schema_library::add(const json& document, const std::string& url, const std::string& place,
                                 const dialect* fallback) {
  if (++documents_ > options_->documents) return fail(failure::limit, too_many, {std::to_string(options_->documents)});
  dialect speaks;
  const std::string* named = document.is_object() ? text_member(document, "$schema") : nullptr;
  if (named == nullptr && fallback != nullptr) {
    speaks = *fallback;
  } else {
    if (named == nullptr && options_->default_dialect.empty()) return fail(failure::unsupported, no_dialect);
    auto found = dialect_named(named != nullptr ? *named : options_->default_dialect);
    if (!found) return std::move(found).why();
    speaks = *found;
  }
  const auto entered = enter(document, url, speaks, place);
  if (!entered) return entered.why();
  return index(document, {*entered, place, 0});
}

result<std::size_t> schema_library::enter(const json& schema, std::string url, const dialect& speaks,
                                          const std::string& place) {
  if (url.size() > url_bytes || (urls_bytes_ += url.size()) > urls_bytes)
    return fail(failure::limit, long_urls, {std::to_string(url_bytes), std::to_string(urls_bytes)}, {{}, place, 0, 0});
  if (!url.empty() && !by_url_.emplace(url, resources_.size()).second)
    return fail(failure::input, named_twice, {told(url)}, {{}, place, 0, 0});
  resources_.push_back({std::move(url), &schema, speaks, {}, {}});
  return resources_.size() - 1;
}

result<void> schema_library::index(const json& schema, walking at) {
  if (places_.find(&schema) != places_.end()) return {};
  if (at.depth > options_->depth) return fail(failure::limit, too_deep, {std::to_string(options_->depth)});
  if (places_.size() >= options_->schemas) return fail(failure::limit, too_many, {std::to_string(options_->schemas)});
  if (at.place.size() > place_bytes) return fail(failure::limit, long_place, {told(at.place)});
  if (schema.is_object())
    if (auto named = name(schema, at); !named) return named;
  places_.emplace(&schema, placed{at.resource, at.place});
  if (!schema.is_object()) return {};
  if (auto named = name_anchors(schema, at); !named) return named;
  return index_parts(schema, at);
}

// 2020-12 core section 8.2.1; before 2019-09 an id may be the name of a place in its document (draft 7 core 8.2.3).
result<void> schema_library::name(const json& schema, walking& at) {
  const bool is_root = resources_[at.resource].root == &schema;
  dialect speaks = resources_[at.resource].speaks;
  if (const std::string* other = text_member(schema, "$schema"); other != nullptr && !is_root) {
    // Heard only where a resource begins (2020-12 core section 8.1.1).
    const auto named = draft_of(*other);
    if (text_member(schema, id_keyword(named.value_or(speaks.version))) != nullptr) {
      auto found = dialect_named(*other);
      if (!found) return std::move(found).why();
      speaks = *found;
    }
  }
  if (speaks.version <= draft::d7 && schema.contains("$ref")) return {};
  const auto member = schema.find(id_keyword(speaks.version));
  if (member == schema.end()) return {};
  if (!member->is_string()) return malformed_at(id_keyword(speaks.version), at.place);
  std::string url = member->get<std::string>();
  std::string fragment;
  if (const std::size_t hash = url.find('#'); hash != std::string::npos) {
    fragment = url.substr(hash + 1);
    url.resize(hash);
    if (!fragment.empty() && speaks.version >= draft::d2019) return malformed_at(id_keyword(speaks.version), at.place);
  }
  if (!url.empty()) {
    url = resolve_iri(resources_[at.resource].url, url);
    if (is_root) {
      if (url.size() > url_bytes)
        return fail(failure::limit, long_urls, {std::to_string(url_bytes), std::to_string(urls_bytes)});
      const auto [known, fresh] = by_url_.emplace(url, at.resource);
      if (!fresh && known->second != at.resource) return fail(failure::input, named_twice, {told(url)});
      resources_[at.resource].url = url;
    } else {
      const auto entered = enter(schema, url, speaks, at.place);
      if (!entered) return entered.why();
      at.resource = *entered;
    }
  }
  if (!fragment.empty() && !fragment.starts_with('/') &&
      !resources_[at.resource].anchors.emplace(fragment, &schema).second)
    return fail(failure::input, named_twice, {told(fragment)});
  return {};
}

// 2020-12 core section 8.2.2, 2019-09 core section 8.2.4.2.
result<void> schema_library::name_anchors(const json& schema, const walking& at) {
  resource& home = resources_[at.resource];
  if (home.speaks.version < draft::d2019) return {};
  for (const char* keyword : {"$anchor", "$dynamicAnchor"}) {
    const bool dynamic = keyword[1] == 'd';
    if (dynamic && home.speaks.version == draft::d2019) continue;
    const auto member = schema.find(keyword);
    if (member == schema.end()) continue;
    if (!member->is_string() || member->get_ref<const std::string&>().empty()) return malformed_at(keyword, at.place);
    const auto& anchor = member->get_ref<const std::string&>();
    const auto [known, fresh] = home.anchors.emplace(anchor, &schema);
    if (!fresh && known->second != &schema) return fail(failure::input, named_twice, {told(anchor)});
    if (dynamic) home.dynamic_anchors.emplace(anchor, &schema);
  }
  if (home.speaks.version != draft::d2019) return {};
  const auto recursive = schema.find("$recursiveAnchor");
  if (recursive == schema.end()) return {};
  if (!recursive->is_boolean()) return malformed_at("$recursiveAnchor", at.place);
  if (recursive->get<bool>() && home.root == &schema) home.dynamic_anchors.emplace(recursive_anchor, &schema);
  return {};
}

result<void> schema_library::index_parts(const json& schema, const walking& at) {
  dialect speaks = resources_[at.resource].speaks;
  speaks.vocabularies = vocabularies_usual;
  result<void> done;
  const auto part = [&](const json& value, const std::string& place) {
    if (done) done = index(value, {at.resource, place, at.depth + 1});
  };
  for (const auto& [name, value] : schema.items()) {
    const keyword* k = find_keyword(name, speaks);
    if (k == nullptr || k->schemas == shape::none) continue;
    const std::string place = at.place + pointer_step(name);
    if (value.is_array() && (k->schemas == shape::list || k->schemas == shape::one_or_list)) {
      for (std::size_t i = 0; i < value.size(); ++i) part(value[i], place + '/' + std::to_string(i));
    } else if (value.is_object() && (k->schemas == shape::map || k->schemas == shape::map_or_names)) {
      for (const auto& [key, inner] : value.items())
        if (!inner.is_array()) part(inner, place + pointer_step(key));
    } else if (k->schemas == shape::one || k->schemas == shape::one_or_list) {
      part(value, place);
    }
    if (!done) return done;
  }
  return done;
}

// 2020-12 core section 8.1.2.
result<dialect> schema_library::dialect_named(std::string url, int hops) {
  if (const auto known = draft_of(url)) return dialect{*known, vocabularies_usual};
  url.resize(std::min(url.find('#'), url.size()));
  const json* meta = hops < meta_schemas_max && options_->document ? options_->document(url) : nullptr;
  const std::string* above = meta != nullptr && meta->is_object() ? text_member(*meta, "$schema") : nullptr;
  if (above == nullptr) return fail(failure::unsupported, unknown_dialect, {told(url)});
  auto speaks = dialect_named(*above, hops + 1);
  if (!speaks || speaks->version < draft::d2019) return speaks;
  const auto listed = meta->find("$vocabulary");
  if (listed == meta->end()) return speaks;
  if (!listed->is_object()) return malformed_at("$vocabulary", url);
  speaks->vocabularies = vocabulary_core;
  for (const auto& [name, required] : listed->items()) {
    if (!required.is_boolean()) return malformed_at("$vocabulary", url);
    const auto bits = vocabulary_bits(name, required.get<bool>());
    if (!bits && required.get<bool>()) return fail(failure::unsupported, unknown_vocabulary, {told(name)});
    speaks->vocabularies |= bits.value_or(0);
  }
  return speaks;
}

result<schema_library::target> schema_library::resolve(std::size_t from, const std::string& reference) {
  std::string url =
      reference.starts_with('#') ? resources_[from].url + reference : resolve_iri(resources_[from].url, reference);
  const std::string whole = told(url);
  std::string fragment;
  if (const std::size_t hash = url.find('#'); hash != std::string::npos) {
    fragment = url.substr(hash + 1);
    url.resize(hash);
  }
  std::size_t home = from;
  if (url != resources_[from].url) {
    auto known = by_url_.find(url);
    if (known == by_url_.end()) {
      const json* document = options_->document ? options_->document(url) : nullptr;
      if (document == nullptr) return fail(failure::not_found, not_at_hand, {whole});
      const dialect fallback = resources_[from].speaks;
      if (auto added = add(*document, url, url + '#', &fallback); !added) return std::move(added).why();
      known = by_url_.find(url);
    }
    home = known->second;
  }
  const auto decoded = without_percents(fragment);
  if (!decoded) return fail(failure::input, dangling, {whole});
  if (decoded->empty()) return target{resources_[home].root, {}};
  if (decoded->starts_with('/')) {
    auto found = at_pointer(home, *decoded, whole);
    if (!found) return std::move(found).why();
    return target{*found, {}};
  }
  const auto anchor = resources_[home].anchors.find(*decoded);
  if (anchor == resources_[home].anchors.end()) return fail(failure::input, dangling, {whole});
  const bool dynamic = resources_[home].dynamic_anchors.find(*decoded) != resources_[home].dynamic_anchors.end();
  return target{anchor->second, dynamic ? *decoded : std::string{}};
}

// What is found where no schema is expected becomes one, in the resource around it.
result<const json*> schema_library::at_pointer(std::size_t from, std::string_view pointer, const std::string& whole) {
  const json* at = resources_[from].root;
  placed around = where(*at);
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t length = std::min(pointer.find('/'), pointer.size());
    const auto token = unescaped(pointer.substr(0, length));
    pointer.remove_prefix(length);
    at = token ? child(*at, *token) : nullptr;
    if (at == nullptr) return fail(failure::input, dangling, {whole});
    if (const auto known = places_.find(at); known != places_.end())
      around = known->second;
    else
      around.place += pointer_step(*token);
  }
  if (auto indexed = index(*at, {around.resource, around.place, 0}); !indexed) return std::move(indexed).why();
  return at;
}

}  // namespace activateur::schema_detail
