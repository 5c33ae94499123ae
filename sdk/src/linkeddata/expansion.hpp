// Expansion: JSON-LD 1.1 API section 5.1.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linkeddata/context_processing.hpp"
#include "linkeddata/jsonld.hpp"
#include "linkeddata/place.hpp"

namespace activateur {

inline constexpr std::size_t expansion_depth_max = 256;         // calls inside one another
inline constexpr std::size_t expansion_nodes_max = 2'000'000;   // values met
inline constexpr std::size_t expansion_bytes_max = 64U << 20U;  // IRIs written

class expander {
 public:
  expander(context_library::state& library, const jsonld_options& options)
      : contexts_(library), safe_(options.safe), base_(options.base), variant_(options.variant) {}

  // JsonLdProcessor.expand() (section 9.1), from step 5: false on error.
  bool document(const json& input, const json* expand_context, json& out);
  [[nodiscard]] error why() && { return std::move(*error_); }

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
    const json* input_type;  // the value of step 12; null when there is none
    json& result;
    const place& where;
  };

  bool element(context_pointer active, property p, const json& value, bool from_map, const place& where, json& out);
  bool array(const context_pointer& active, property p, const json& value, bool from_map, const place& where,
             json& out);
  bool scalar(const context_pointer& active, property p, const json& value, const place& where, json& out);
  bool enter(context_pointer& active, property p, const json& value, bool from_map, const place& where);
  bool enter_types(context_pointer& active, const context_pointer& type_scoped, const std::vector<const json*>& types,
                   const place& where);

  bool members(const node& n, const json& value, const place& where);
  bool member(const node& n, const std::string& key, std::string_view expanded, const json& value, const place& where);
  bool keyword_member(const node& n, std::string_view keyword, const json& value, const place& where);
  bool id_member(const node& n, const json& value, const place& where, json& out);
  bool type_member(const node& n, const json& value, const place& where, json& out);
  bool included_member(const node& n, const json& value, const place& where);
  bool value_member(const node& n, const json& value, const place& where, bool& stored);
  bool list_member(const node& n, const json& value, const place& where, json& out);
  bool reverse_member(const node& n, const json& value, const place& where);
  bool nest_member(const node& n, const json& value, const place& where);
  bool property_member(const node& n, std::string_view expanded, property key, const json& value, const place& where);
  bool add_reverse(json& map, std::string_view name, json&& values, const place& where);

  bool language_map(const active_context& active, const term_definition& definition, const json& value,
                    const place& where, json& out);
  bool index_map(const context_pointer& active, property key, const json& value, const place& where, json& out);
  bool index_item(const context_pointer& active, const term_definition& definition, const std::string& index,
                  std::string_view expanded_index, const place& where, json& item);

  bool check_result(property p, json& result, const place& where, json& out);
  bool check_value_object(json& result, const place& where, bool& dropped);

  bool expand_value(const active_context& active, property p, const json& value, const place& where, json& out);
  bool expand_reference(const active_context& active, const std::string& text, bool vocab, const place& where,
                        json& out);

  std::string_view iri(const active_context& active, std::string_view value, bool document_relative, bool vocab);
  bool within_budget(std::size_t bytes, const place& where);
  bool refuse(const char* code, std::string detail, const place& where);
  bool unsafe(const message& what, std::string_view detail, const place& where);
  bool adopt_context_error(const place& where);

  context_processor contexts_;
  bool safe_;
  std::string base_;
  std::size_t variant_;
  std::optional<error> error_;
  std::string room_;  // what iri() last had to write
  std::size_t depth_ = 0, nodes_ = 0, bytes_ = 0;
};

// Appends to the array of a member, which is made when missing.
void add_value(json& object, std::string_view name, json&& values);

inline bool is_value_object(const json& v) { return v.is_object() && v.contains("@value"); }
inline bool is_list_object(const json& v) { return v.is_object() && v.contains("@list"); }
bool is_graph_object(const json& v);

}  // namespace activateur
