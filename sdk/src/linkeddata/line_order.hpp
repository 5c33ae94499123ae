// The order of N-Quads lines by code points, which is that of their bytes in UTF-8. Private to linkeddata/.
//
// Whole lines compare as their terms do one after the other: a space comes before whatever a term is made of, and no
// IRI is the start of another, since `>` ends it. Subjects and predicates are compared as numbers.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "linkeddata/quad_lines.hpp"

namespace activateur {

// Labels: `labels(blank_index)` is the label of a blank node, `labels.key(blank_index)` a number below 2^63 that
// compares as labels do.
template <class Labels>
class line_order {
 public:
  line_order(const quad_lines& quads, const Labels& labels) : quads_(quads), labels_(labels) {}

  struct entry {
    std::uint64_t subject;
    std::uint32_t predicate;
    const quad_line* line;
  };

  [[nodiscard]] entry of(const quad_line& l) const {
    // "<" before "_".
    const std::uint64_t subject = l.subject == not_blank ? l.subject_rank : after_iris | labels_.key(l.subject);
    return {subject, l.predicate_rank, &l};
  }

  void sort(std::vector<entry>& lines) const {
    std::sort(lines.begin(), lines.end(), [this](const entry& a, const entry& b) {
      if (a.subject != b.subject) return a.subject < b.subject;
      if (a.predicate != b.predicate) return a.predicate < b.predicate;
      return compare_rest(*a.line, *b.line) < 0;
    });
  }

  [[nodiscard]] bool same(const entry& a, const entry& b) const {
    return a.subject == b.subject && a.predicate == b.predicate && compare_rest(*a.line, *b.line) == 0;
  }

 private:
  static constexpr std::uint64_t after_iris = std::uint64_t{1} << 63U;

  // From the object on.
  [[nodiscard]] int compare_rest(const quad_line& a, const quad_line& b) const {
    const bool a_blank = a.object != not_blank;
    const bool b_blank = b.object != not_blank;
    if (a_blank != b_blank) return a_blank ? 1 : -1;  // "\"" and "<" before "_"
    if (a_blank) {
      const std::uint64_t x = labels_.key(a.object);
      const std::uint64_t y = labels_.key(b.object);
      if (x != y) return x < y ? -1 : 1;
    } else {
      const std::string_view x = up_to_graph(a);
      const std::string_view y = up_to_graph(b);
      if (const int order = x.substr(0, y.size()).compare(y.substr(0, x.size())); order != 0) return order;
    }
    return written_rest(a).compare(written_rest(b));
  }

  // The text from an object that is no blank node up to a graph that is one, or to the end.
  [[nodiscard]] std::string_view up_to_graph(const quad_line& l) const {
    const std::uint32_t end = l.graph == not_blank ? l.end : l.graph_hole;
    return std::string_view(quads_.text).substr(l.object_hole, end - l.object_hole);
  }

  [[nodiscard]] std::string written_rest(const quad_line& l) const {
    std::string whole;
    quads_.write(l, labels_, whole);
    return whole.substr((l.subject == not_blank ? 0 : labels_(l.subject).size()) + l.object_hole - l.begin);
  }

  const quad_lines& quads_;
  const Labels& labels_;
};

}  // namespace activateur
