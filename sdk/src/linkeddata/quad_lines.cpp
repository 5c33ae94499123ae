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

// A line repeats its subject: of a document of 2 MB, whose honest lines are a few times as long, a hostile one could
// make thousands of times as much. Offsets have 32 bits.
constexpr std::size_t text_bytes_max = std::size_t{64} << 20U;

class blank_numbers {
 public:
  explicit blank_numbers(std::vector<std::string_view>& labels) : labels_(labels) {}

  term_view view(const term& t) {
    if (t.kind != term_kind::blank) return {t.kind, not_blank, t.value, t.datatype, t.language};
    // Quads that follow each other are mostly about one node.
    if (last_ == not_blank || labels_[last_] != t.value) {
      const auto [known, added] = numbers_.try_emplace(t.value, static_cast<blank_index>(labels_.size()));
      if (added) labels_.push_back(t.value);
      last_ = known->second;
    }
    return {term_kind::blank, last_, {}, {}, {}};
  }

 private:
  std::vector<std::string_view>& labels_;
  std::unordered_map<std::string_view, blank_index> numbers_;
  blank_index last_ = not_blank;
};

}  // namespace

error too_long_for_lines() { return fail(failure::limit, too_much_text, {std::to_string(text_bytes_max)}); }

blank_index quad_liner::number_of(const term_view& t) {
  if (t.kind != term_kind::blank) return not_blank;
  if (t.blank >= numbers_.size()) numbers_.resize(std::max<std::size_t>(64, 2 * (t.blank + std::size_t{1})), not_blank);
  blank_index& number = numbers_[t.blank];
  if (number == not_blank) number = made_.blanks++;
  return number;
}

// Writes an IRI; which name it is, until names have ranks.
std::uint32_t quad_liner::write_name(const term_view& t) {
  const auto begin = static_cast<std::uint32_t>(made_.text.size());
  write_term(t, made_.text);
  recent& met = recent_[(reinterpret_cast<std::uintptr_t>(t.value.data()) >> 4U) % recent_.size()];
  if (met.iri.data() != t.value.data() || met.iri.size() != t.value.size()) {
    met = {t.value, static_cast<std::uint32_t>(names_.size())};
    names_.push_back({begin, static_cast<std::uint32_t>(made_.text.size())});
  }
  return met.name;
}

void quad_liner::add(const term_view& subject, const term_view& predicate, const term_view& object,
                     const term_view& graph) {
  std::string& text = made_.text;
  if (text.size() > text_bytes_max) return;
  if (made_.lines.empty()) {
    made_.lines.reserve(256);
    names_.reserve(128);
    text.reserve(256 * 128);
  }
  const auto here = [&text] { return static_cast<std::uint32_t>(text.size()); };
  quad_line& l = made_.lines.emplace_back();
  l.begin = here();
  l.subject = number_of(subject);
  if (l.subject == not_blank) l.subject_rank = write_name(subject);
  text += ' ';
  l.predicate = here();
  l.predicate_rank = write_name(predicate);
  text += ' ';
  l.object_hole = here();
  l.object = number_of(object);
  if (l.object == not_blank) write_term(object, text);
  l.graph = number_of(graph);
  if (l.graph != not_blank) {
    text += ' ';
    l.graph_hole = here();
  } else {
    l.graph_hole = here();
    if (!graph.value.empty()) {
      text += ' ';
      write_term(graph, text);
    }
  }
  text += " .\n";
  l.end = here();
}

void quad_liner::rank_names() {
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted;
  sorted.reserve(names_.size());
  for (const auto& [begin, end] : names_)
    sorted.emplace_back(std::string_view(made_.text).substr(begin, end - begin),
                        static_cast<std::uint32_t>(sorted.size()));
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> ranks(sorted.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i].first != sorted[i - 1].first) ++rank;
    ranks[sorted[i].second] = rank;
  }
  for (quad_line& l : made_.lines) {
    if (l.subject == not_blank) l.subject_rank = ranks[l.subject_rank];
    l.predicate_rank = ranks[l.predicate_rank];
  }
}

bool quad_liner::finish(quad_lines& out) {
  if (made_.text.size() > text_bytes_max) return false;
  rank_names();
  out = std::move(made_);
  return true;
}

result<quad_lines> lay_out(const dataset& input, std::vector<std::string_view>& labels) {
  quad_liner liner;
  blank_numbers numbers(labels);
  std::size_t count = 0;
  for (const quad& q : input) {
    ++count;
    if (q.subject.kind == term_kind::literal || q.predicate.kind != term_kind::iri ||
        q.graph.kind == term_kind::literal)
      return fail(failure::usage, bad_quad, {std::to_string(count)});
    const term_view subject = numbers.view(q.subject);
    const term_view object = numbers.view(q.object);
    liner.add(subject, numbers.view(q.predicate), object, numbers.view(q.graph));
  }
  quad_lines out;
  if (!liner.finish(out)) return too_long_for_lines();
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
