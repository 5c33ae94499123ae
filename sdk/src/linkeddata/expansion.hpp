// Expansion: JSON-LD 1.1 API section 5.1.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "linkeddata/context_processing.hpp"
#include "linkeddata/jsonld.hpp"
#include "linkeddata/place.hpp"
#include "linkeddata/tree.hpp"

namespace activateur {

inline constexpr std::size_t expansion_depth_max = 256;         // calls inside one another
inline constexpr std::size_t expansion_nodes_max = 2'000'000;   // values met
inline constexpr std::size_t expansion_bytes_max = 64U << 20U;  // IRIs written

class expander {
 public:
  // `options` must outlive it.
  expander(context_library::state& library, const jsonld_options& options)
      : contexts_(library),
        safe_(options.safe),
        plain_(options.plain),
        base_(options.base),
        set_aside_(options.set_aside),
        variant_(options.variant) {}

  // JsonLdProcessor.expand() (section 9.1), from step 5: false on error. `out` is an array or one node, and shows what
  // the document, the contexts and this expander hold.
  bool document(const json& input, const json* expand_context, tree& out);
  [[nodiscard]] error why() && { return std::move(*error_); }
  [[nodiscard]] arena& memory() { return memory_; }

 private:
  // The active property, and its definition in the active context it is used with.
  struct property {
    std::string_view name;  // null data: null
    const term_definition* definition = nullptr;
  };
  // What the members of one node are expanded with.
  struct node {
    const context_pointer& active;
    const context_pointer& type_scoped;
    property around;
    bool json_type;  // the input type of step 12 is @json
    tree& result;
    const place& where;
  };
  struct member_of_type {
    const std::string* key;
    const json* value;
  };

  bool element(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
               tree& out);
  bool object(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
              tree& out);
  bool array(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
             tree& out);
  bool scalar(const context_pointer& active, property p, const json& value, const place& where, tree& out);
  // Null on error.
  const context_pointer* enter(const context_pointer& active, property p, const json& value, bool from_map,
                               const place& where);
  const context_pointer* enter_types(const context_pointer& active, const arena_list<member_of_type>& types,
                                     const place& where);

  [[nodiscard]] static bool is_plain(const node& n, property key, std::string_view expanded, const json& value);
  bool members(const node& n, const json& value, const place& where);
  bool member(const node& n, property key, std::string_view expanded, const json& value, const place& where);
  bool keyword_member(const node& n, std::string_view keyword, const json& value, const place& where);
  bool id_member(const node& n, const json& value, const place& where, tree& out);
  bool type_member(const node& n, const json& value, const place& where, tree& out);
  bool one_type(const node& n, const json& value, const place& where, tree& out);
  bool language_member(const json& value, const place& where, tree& out);
  bool included_member(const node& n, const json& value, const place& where);
  bool list_member(const node& n, const json& value, const place& where, tree& out);
  bool reverse_member(const node& n, const json& value, const place& where);
  // Whether the document is to be taken as if this member were not there.
  [[nodiscard]] bool is_set_aside(const std::string& key, const place& where) const {
    return where.above == nullptr && !set_aside_.empty() && key == set_aside_;
  }
  bool nest_member(const node& n, const json& value, const place& where);
  bool property_member(const node& n, std::string_view expanded, property key, const json& value, const place& where);
  bool add_reverse(const node& n, std::string_view name, const tree& values, const place& where);

  bool language_map(const active_context& active, const term_definition& definition, const json& value,
                    const place& where, tree& out);
  bool index_map(const context_pointer& active, property key, const json& value, const place& where, tree& out);
  bool index_item(const context_pointer& active, const term_definition& definition, const std::string& index,
                  std::string_view expanded_index, const place& where, tree& item);

  bool check_result(property p, tree& result, const place& where, tree& out);
  bool check_value_object(tree& result, const place& where, bool& dropped);

  bool expand_value(const active_context& active, property p, const json& value, const place& where, tree& out);
  bool expand_reference(const active_context& active, const std::string& text, bool vocab, const place& where,
                        tree& out);

  // What it gives stays.
  std::string_view iri(const active_context& active, std::string_view value, bool document_relative, bool vocab);
  std::string_view lower_case(std::string_view tag);
  tree as_array(const tree& value);
  tree wrapped(std::string_view keyword, const tree& value);
  void set(tree& object, std::string_view keyword, const tree& value);

  bool within_budget(std::size_t bytes, const place& where);
  bool refuse(const char* code, std::string detail, const place& where);
  bool unsafe(const message& what, std::string_view detail, const place& where);
  bool adopt_context_error(const place& where);

  arena memory_;
  std::deque<json> made_values_;  // JSON values that the document does not hold
  context_processor contexts_;
  bool safe_, plain_;
  const std::string& base_;
  const std::string& set_aside_;
  std::size_t variant_;
  std::optional<error> error_;
  std::string room_;  // what iri() last had to write
  std::size_t depth_ = 0, nodes_ = 0, bytes_ = 0;
};

inline bool is_value_object(const tree& v) { return v.has("@value"); }
inline bool is_list_object(const tree& v) { return v.has("@list"); }
bool is_graph_object(const tree& v);

}  // namespace activateur
