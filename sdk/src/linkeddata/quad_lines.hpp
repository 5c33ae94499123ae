// The quads of a dataset as canonical N-Quads lines with holes where their blank nodes are. Private to linkeddata/.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linkeddata/statement.hpp"

namespace activateur {

// Everything but the labels is escaped and laid out once; RDFC-1.0 writes each line up to four times.
struct quad_line {
  std::uint32_t begin, predicate, object_hole, graph_hole, end;  // offsets; the subject's hole is at `begin`
  blank_index subject, object, graph;                            // not_blank: no hole there
  std::uint32_t subject_rank, predicate_rank;  // among the IRIs that are subjects or predicates, as their texts compare
};

struct quad_lines {
  std::string text;
  std::vector<quad_line> lines;
  blank_index blanks = 0;  // how many blank nodes there are; each is in some line

  [[nodiscard]] std::string_view predicate(const quad_line& l) const {
    return std::string_view(text).substr(l.predicate, l.object_hole - 1 - l.predicate);
  }

  // Appends the line with `label(blank_index)` in its holes.
  template <class Label>
  void write(const quad_line& l, const Label& label, std::string& out) const {
    std::uint32_t from = l.begin;
    const auto fill = [&](blank_index b, std::uint32_t hole) {
      if (b == not_blank) return;
      out.append(text, from, hole - from);
      out += label(b);
      from = hole;
    };
    if (l.subject != not_blank) out += label(l.subject);
    fill(l.object, l.object_hole);
    fill(l.graph, l.graph_hole);
    out.append(text, from, l.end - from);
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
  // A text that was written, by its offsets.
  struct span {
    std::uint32_t begin, end;
  };
  struct recent {
    std::string_view iri;
    std::uint32_t name;
  };

  blank_index number_of(const term_view& t);
  std::uint32_t write_name(const term_view& t);
  void rank_names();

  quad_lines made_;
  std::vector<blank_index> numbers_;  // by the number that a statement has
  std::vector<span> names_;           // IRIs that are subjects or predicates; some perhaps twice
  std::array<recent, 128> recent_{};  // names by where their view is: statements are mostly made of the same few
};

// Fails on a quad that RDF does not have: a literal that is a subject, a predicate that is not an IRI...
// `labels` get the labels of the blank nodes, without "_:": views of `input`.
result<quad_lines> lay_out(const dataset& input, std::vector<std::string_view>& labels);

error too_long_for_lines();

// The same quads without duplicates: a dataset is a set (RDF 1.1 Concepts section 4). Returns whether there were any.
bool drop_duplicates(quad_lines& quads);

}  // namespace activateur
