// The quads of a dataset as canonical N-Quads lines with holes where their blank nodes are. Private to linkeddata/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linkeddata/dataset.hpp"

namespace activateur {

using blank_index = std::uint32_t;
inline constexpr blank_index not_blank = 0xFFFFFFFFU;

// Everything but the labels is escaped and laid out once; RDFC-1.0 writes each line up to four times.
struct quad_line {
  std::uint32_t begin, object_hole, graph_hole, end;  // offsets in the text; the subject's hole is at `begin`
  std::uint32_t predicate_begin, predicate_end;       // "<...>", in the text
  blank_index subject, object, graph;                 // not_blank: no hole there
  [[nodiscard]] bool has_blank() const { return (subject & object & graph) != not_blank; }
};

struct quad_lines {
  std::string text;
  std::vector<quad_line> lines;
  std::vector<std::string_view> labels;  // by blank_index, without "_:"; views of the dataset

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

// Fails on a quad that RDF does not have: a literal that is a subject, a predicate that is not an IRI...
// `input` must outlive what is returned.
result<quad_lines> lay_out(const dataset& input);

// The same quads without duplicates: a dataset is a set (RDF 1.1 Concepts section 4). Returns whether there were any.
bool drop_duplicates(quad_lines& quads);

}  // namespace activateur
