// Deserialize JSON-LD to RDF: JSON-LD 1.1 API sections 7.2 and 8.1 to 8.3, in one walk over the expanded document.
//
// Node Map Generation gathers what is said of each node before anything is said; a dataset is a set, so that saying it
// where it is met comes to the same, but for statements that are said twice: whoever takes them keeps one.
#pragma once

#include <map>
#include <optional>
#include <unordered_map>

#include "linkeddata/jsonld.hpp"
#include "linkeddata/statement.hpp"
#include "linkeddata/tree.hpp"

namespace activateur {

inline constexpr std::size_t to_rdf_quads_max = 50'000;  // those said twice included

class rdf_writer {
 public:
  rdf_writer(arena& memory, const jsonld_options& options, statement_sink& out)
      : memory_(memory), options_(options), out_(out) {}

  // False on error. Views given to the sink show what the tree and `memory` hold.
  bool run(const tree& expanded);
  [[nodiscard]] error why() && { return std::move(*error_); }

 private:
  bool nodes(const tree& values);
  bool node(const tree& value, term_view& self, bool& named);
  bool statements(const tree& value, term_view& self);
  bool types(const tree& values, term_view& self);
  bool reverse(const tree& map, term_view& self);
  bool property(const tree_member& member, term_view& self);
  bool check_index(const tree& index, const term_view& self);
  bool named_graph(const tree& values, const term_view& name);

  bool object(const tree& item, bool said, term_view& made, bool& kept);
  bool list(const tree& items, bool said, term_view& head);
  bool literal(const tree& item, term_view& made, bool& kept);
  bool directed(std::string_view direction, term_view& made);

  term_view name_of(std::string_view id, bool good);
  term_view new_blank() { return {term_kind::blank, blanks_++, {}, {}, {}}; }
  bool sayable(term_view& subject, term_view& predicate);
  bool is_good(term_view& name);
  bool skip(const message& what, std::string_view detail);
  bool emit(const term_view& subject, const term_view& predicate, const term_view& object);

  arena& memory_;
  const jsonld_options& options_;
  statement_sink& out_;
  std::unordered_map<std::string_view, blank_index> issued_;
  std::map<std::string, std::string_view> indexes_;
  term_view graph_;
  blank_index blanks_ = 0;
  std::size_t statements_ = 0;
  std::optional<error> error_;
};

// Everything that a JSON-LD document says, given to `out`; some of it perhaps twice.
std::optional<error> write_statements(const json& document, const jsonld_options& options, statement_sink& out);

}  // namespace activateur
