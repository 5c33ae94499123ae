// Context processing: JSON-LD 1.1 API section 4.1 (and 4.2 in term_definition.cpp).
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "linkeddata/context_cache.hpp"

namespace activateur {

// Bounds on what contexts may cost in one operation; reaching one is an error.
inline constexpr std::size_t contexts_max = 2'000;            // context definitions processed
inline constexpr std::size_t context_terms_max = 2'000'000;   // terms defined or copied
inline constexpr std::size_t remote_contexts_max = 32;        // remote contexts inside one another
inline constexpr std::size_t context_depth_max = 64;          // contexts inside one another, scoped ones included
inline constexpr std::size_t context_aliases_max = 128;       // terms of one context that stand for keywords
inline constexpr std::size_t iri_bytes_max = 8'192;           // an IRI mapping
inline constexpr std::size_t context_bytes_max = 64U << 20U;  // all IRI mappings

class context_processor {
 public:
  explicit context_processor(context_library::state& library) : library_(library) {}

  // What these give lives as long as the processor.
  // The initial context of a document.
  const context_pointer& initial(const std::string& base, std::size_t variant);
  // Applies the @context of a document; null on error.
  const context_pointer* document_context(const context_pointer& active, const json& local);
  // Applies the scoped context of a definition; null on error.
  const context_pointer* scoped_context(const context_pointer& active, const term_definition& definition,
                                        bool propagate, bool override_protected);

  [[nodiscard]] error why() && { return std::move(*error_); }

 private:
  struct settings {
    std::string base_url;
    std::vector<std::string> remote;  // URLs of the contexts around this one
    bool override_protected = false;
    bool propagate = true;
    bool validate_scoped = true;
  };
  // What Create Term Definition is given (section 4.2.2).
  struct definition_scope {
    active_context& result;
    const json& local;
    const settings& with;
    bool guarded;
    std::unordered_map<std::string, bool> defined;
  };

  // The scoped contexts last asked for: a document asks for the same few again and again, and the library takes a lock.
  struct recent {
    context_library::state::scoped_key key;
    const context_pointer* made = nullptr;
  };

  const context_pointer& hold(context_pointer made) { return held_.emplace_back(std::move(made)); }
  context_pointer process(const context_pointer& active, const json& local, settings with);
  context_pointer process_item(const context_pointer& current, const context_pointer& active, const json& item,
                               const settings& with);
  context_pointer process_remote(const context_pointer& current, const std::string& reference, const settings& with);
  context_pointer process_definition(const context_pointer& current, const json& item, const settings& with);
  std::shared_ptr<const json> load(const std::string& url, std::size_t variant);
  std::shared_ptr<active_context> copy(const active_context& from);

  bool set_base(active_context& result, const json& value);
  bool set_defaults(active_context& result, const json& item);

  bool define(definition_scope& scope, const std::string& term);
  bool define_reverse(definition_scope& scope, const json& value, term_definition& out, bool& ignored);
  bool define_iri(definition_scope& scope, const json& value, bool simple, term_definition& out, bool& ignored);
  bool define_type(definition_scope& scope, const json& type, term_definition& out);
  bool define_index(definition_scope& scope, const json& given, term_definition& out);
  bool define_container(const json& value, term_definition& out);
  bool define_rest(definition_scope& scope, const json& value, term_definition& out);
  bool finish(definition_scope& scope, term_definition&& made, const definition_pointer& previous);
  bool may_forget(const definition_scope& scope, const definition_pointer& previous);
  bool define_if_local(definition_scope& scope, std::string_view term);
  // IRI Expansion during context processing; false on error, `mapped` false for null.
  bool expand(definition_scope& scope, const std::string& value, bool document_relative, std::string& out,
              bool& mapped);

  bool refuse(const char* code, std::string detail);
  bool limit(const std::string& what, std::size_t most);
  std::nullptr_t refused(const char* code, std::string detail) {
    refuse(code, std::move(detail));
    return nullptr;
  }

  context_library::state& library_;
  std::deque<context_pointer> held_;
  std::array<recent, 64> recent_;
  std::optional<error> error_;
  std::size_t contexts_ = 0, terms_ = 0, bytes_ = 0, depth_ = 0;
};

}  // namespace activateur
