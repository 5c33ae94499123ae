// The quads of a dataset as canonical N-Quads lines with holes where their blank nodes are. Private to linkeddata/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linkeddata/statement.hpp"

namespace activateur {

// Everything but the labels is escaped and laid out once; RDFC-1.0 writes each line up to four times.
struct quad_line {
  std::uint32_t begin, object_hole, graph_hole, end;  // offsets in the text; the subject's hole is at `begin`
  std::uint32_t predicate_begin, predicate_end;       // "<...>", in the text
  blank_index subject, object, graph;                 // not_blank: no hole there
};

struct quad_lines {
  std::string text;
  std::vector<quad_line> lines;
  blank_index blanks = 0;  // how many blank nodes there are; each is in some line

  [[nodiscard]] std::string_view predicate(const quad_line& l) const {
    return std::string_view(text).substr(l.predicate_begin, l.predicate_end - l.predicate_begin);
  }

  // Appends the line with `label(blank_index)` in its holes.
  template <class Label>
  void write(const quad_line& l, const Label& label, std::string& out) const {
    const char* const base = text.data();
    if (l.subject != not_blank) out += label(l.subject);
    out.append(base + l.begin, l.object_hole - l.begin);
    if (l.object != not_blank) out += label(l.object);
    out.append(base + l.object_hole, l.graph_hole - l.object_hole);
    if (l.graph != not_blank) out += label(l.graph);
    out.append(base + l.graph_hole, l.end - l.graph_hole);
  }
};

// Lays statements out. Their blank nodes have numbers, of which not all need be met.
class quad_liner final : public statement_sink {
 public:
  // The predicate must be an IRI, the subject and the graph no literals.
  void add(const term_view& subject, const term_view& predicate, const term_view& object,
           const term_view& graph) override;
  // What was laid out; false when it is longer than its offsets can say.
  bool finish(quad_lines& out);

 private:
  blank_index number_of(const term_view& t);

  quad_lines made_;
  std::vector<blank_index> numbers_;  // by the number that a statement has
};

// Fails on a quad that RDF does not have: a literal that is a subject, a predicate that is not an IRI...
// `labels` get the labels of the blank nodes, without "_:": views of `input`.
result<quad_lines> lay_out(const dataset& input, std::vector<std::string_view>& labels);

error too_long_for_lines();

// The same quads without duplicates: a dataset is a set (RDF 1.1 Concepts section 4). Returns whether there were any.
bool drop_duplicates(quad_lines& quads);

}  // namespace activateur
