#include "linkeddata/quad_lines.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace activateur {
namespace {

constexpr message bad_quad{
    "rdf.quad", "Quad {0} is none of RDF's: a subject or graph must be an IRI or a blank node, a predicate an IRI.",
    "Le quad {0} n'en est pas un en RDF : un sujet ou un graphe doit être une IRI ou un nœud anonyme, un prédicat une "
    "IRI."};
constexpr message too_much_text{"rdf.size", "The dataset is longer than {0} bytes as N-Quads.",
                                "Le jeu de données dépasse {0} octets en N-Quads."};

constexpr std::size_t text_bytes_max = std::size_t{1} << 31U;  // offsets are 32 bits

class blank_numbers {
 public:
  explicit blank_numbers(std::vector<std::string_view>& labels) : labels_(labels) {}

  blank_index of(const term& t) {
    if (t.kind != term_kind::blank) return not_blank;
    // Quads that follow each other are mostly about one node.
    if (last_ != not_blank && labels_[last_] == t.value) return last_;
    const auto [known, added] = numbers_.try_emplace(t.value, static_cast<blank_index>(labels_.size()));
    if (added) labels_.push_back(t.value);
    return last_ = known->second;
  }

 private:
  std::vector<std::string_view>& labels_;
  std::unordered_map<std::string_view, blank_index> numbers_;
  blank_index last_ = not_blank;
};

}  // namespace

result<quad_lines> lay_out(const dataset& input) {
  quad_lines out;
  out.text.reserve(input.size() * 128);
  out.lines.reserve(input.size());
  blank_numbers numbers(out.labels);
  const auto here = [&out] { return static_cast<std::uint32_t>(out.text.size()); };
  for (const quad& q : input) {
    if (q.subject.kind == term_kind::literal || q.predicate.kind != term_kind::iri ||
        q.graph.kind == term_kind::literal)
      return fail(failure::usage, bad_quad, {std::to_string(out.lines.size() + 1)});
    quad_line& l = out.lines.emplace_back();
    l.begin = here();
    l.subject = numbers.of(q.subject);
    if (l.subject == not_blank) write_term(q.subject, out.text);
    out.text += ' ';
    l.predicate_begin = here();
    write_term(q.predicate, out.text);
    l.predicate_end = here();
    out.text += ' ';
    l.object_hole = here();
    l.object = numbers.of(q.object);
    if (l.object == not_blank) write_term(q.object, out.text);
    l.graph = numbers.of(q.graph);
    if (l.graph != not_blank) {
      out.text += ' ';
      l.graph_hole = here();
    } else {
      l.graph_hole = here();
      if (!q.graph.value.empty()) {
        out.text += ' ';
        write_term(q.graph, out.text);
      }
    }
    out.text += " .\n";
    if (out.text.size() > text_bytes_max) return fail(failure::limit, too_much_text, {std::to_string(text_bytes_max)});
    l.end = here();
  }
  return out;
}

bool drop_duplicates(quad_lines& quads) {
  const auto key = [&](const quad_line& l) {
    // Two quads that differ only in where a hole is differ in which terms are blank.
    return std::tuple(l.subject, l.object, l.graph, std::string_view(quads.text).substr(l.begin, l.end - l.begin));
  };
  std::vector<quad_line>& lines = quads.lines;
  const std::size_t before = lines.size();
  std::sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  lines.erase(std::unique(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
              lines.end());
  return lines.size() != before;
}

}  // namespace activateur
