// The key, the competences it speaks of, the targets that change: three layers from left to right. On narrow screens
// the key stands above the two others.
#include "report/doors_figure.hpp"

#include <algorithm>

#include "analysis/map_words.hpp"
#include "report/map_messages.hpp"

namespace activateur::report {
namespace {

constexpr double line_height = 16;
constexpr double padding = 8;
constexpr double between = 8;
constexpr double head = 26;

struct geometry {
  double width, key_left, key_width, competence_left, competence_width, target_left, target_width;
  bool key_above;
  double key_top_most;  // beside: the key stands no lower, so that it is seen at once
};
constexpr geometry wide_size{960, 1, 190, 250, 285, 600, 359, false, 160};
constexpr geometry narrow_size{330, 1, 328, 12, 142, 184, 145, true, 0};

struct node {
  double top = 0, height = 0;
  std::vector<std::string> lines;
  zone in = zone::long_path;
  bool has_mark = false;
  [[nodiscard]] double middle() const { return top + height / 2; }
};

// Bold letters, and those of some faces, are broader than `fitted` takes them to be.
constexpr double plain_size = 14;
constexpr double strong_size = 15.5;

node node_of(std::string_view label, double width, std::size_t lines, double size) {
  node n;
  n.lines = fitted(label, width - 2 * padding, size, lines);
  n.height = padding * 1.5 + line_height * static_cast<double>(n.lines.size());
  return n;
}

double height_of(const std::vector<node>& column) {
  double out = 0;
  for (const node& n : column) out += n.height + between;
  return out;
}

void place(std::vector<node>& column, double top) {
  for (node& n : column) {
    n.top = top;
    top += n.height + between;
  }
}

class picture {
 public:
  picture(const sheet& s, const map_change& change, const door_graph& graph, const geometry& g)
      : s_(s), graph_(graph), g_(g) {
    const std::size_t lines = g.key_above ? 6 : 3;
    key_ = node_of(change.key_label.empty() ? s.say(words::doors_changes) : change.key_label, g.key_width,
                   g.key_above ? 3 : 8, strong_size);
    for (const auto& c : graph.competences)
      competences_.push_back(node_of(c.label, g.competence_width, lines, plain_size));
    if (graph.competences_left > 0)
      competences_.push_back(node_of(s.say(words::doors_more_competences, {std::to_string(graph.competences_left)}),
                                     g.competence_width, 2, plain_size));
    for (const moved_target* t : graph.targets) {
      const std::string label = t->label.empty() ? t->id : t->label;
      const std::string move = move_words(s, *t);
      node n = node_of(label, g.target_width, g.key_above ? 5 : 3, strong_size);
      moves_.push_back(fitted(move, g.target_width - 2 * padding - 20, plain_size, g.key_above ? 5 : 2));
      n.height += line_height * static_cast<double>(moves_.back().size());
      n.in = t->after;
      n.has_mark = true;
      targets_.push_back(std::move(n));
    }
    if (graph.targets_left > 0)
      targets_.push_back(node_of(s.say(words::doors_more_targets, {std::to_string(graph.targets_left)}), g.target_width,
                                 2, plain_size));
    arrange();
  }

  [[nodiscard]] double height() const { return height_; }

  void draw(drawing& d) const {
    edges(d);
    if (!g_.key_above) d.text("quiet", g_.key_left, 14, s_.say(words::doors_key));
    const double titles = g_.key_above ? key_.top + key_.height + 22 : 14;
    d.text("quiet", g_.competence_left, titles, s_.say(words::doors_competences));
    d.text("quiet", g_.target_left, titles, s_.say(words::doors_targets));
    box(d, "node-key", g_.key_left, g_.key_width, key_, "strong");
    for (const node& n : competences_) box(d, "node", g_.competence_left, g_.competence_width, n, "");
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      const node& n = targets_[i];
      box(d, "node", g_.target_left, g_.target_width, n, n.has_mark ? "strong" : "");
      if (!n.has_mark) continue;
      double y = n.top + padding + line_height * static_cast<double>(n.lines.size()) + 11;
      d.mark(n.in, g_.target_left + padding + 6, y - 4, 5);
      for (const auto& line : moves_[i]) {
        d.text("quiet", g_.target_left + padding + 18, y, line);
        y += line_height;
      }
    }
  }

 private:
  void arrange() {
    const double body = std::max(height_of(competences_), height_of(targets_));
    const double top = g_.key_above ? key_.height + 34 : head;
    place(competences_, top + (body - height_of(competences_)) / 2);
    place(targets_, top + (body - height_of(targets_)) / 2);
    key_.top = g_.key_above ? 1 : head + std::clamp((body - between - key_.height) / 2, 0.0, g_.key_top_most);
    height_ = std::max(top + body, key_.top + key_.height + 2);
  }

  void edges(drawing& d) const {
    const double from_key = g_.key_left + g_.key_width;
    const double rail = 5;
    double lowest = key_.top + key_.height;
    for (const node& c : competences_) {
      if (g_.key_above) {
        d.line("edge-new", rail, c.middle(), g_.competence_left, c.middle());
        lowest = std::max(lowest, c.middle());
      } else {
        d.curve("edge-new", 1.6, from_key, key_.middle(), g_.competence_left, c.middle());
      }
    }
    if (g_.key_above) d.line("edge-new", rail, key_.top + key_.height, rail, lowest);
    const double from = g_.competence_left + g_.competence_width;
    std::vector<char> joined(targets_.size(), 0);
    for (const door_graph::edge& e : graph_.edges) {
      joined[e.target] = 1;
      d.curve("edge", 1 + 3 * e.share, from, competences_[e.competence].middle(), g_.target_left,
              targets_[e.target].middle());
    }
    // What changes by no single competence that is shown comes from the key itself.
    for (std::size_t i = 0; i < graph_.targets.size(); ++i)
      if (joined[i] == 0 && !g_.key_above)
        d.curve("edge", 1, from_key, key_.middle(), g_.target_left, targets_[i].middle());
  }

  static void box(drawing& d, std::string_view css, double left, double width, const node& n, std::string_view text) {
    d.box(css, left, n.top, width, n.height);
    double y = n.top + padding + 11;
    for (const auto& line : n.lines) {
      d.text(text, left + padding, y, line);
      y += line_height;
    }
  }

  const sheet& s_;
  const door_graph& graph_;
  const geometry& g_;
  node key_;
  std::vector<node> competences_, targets_;
  std::vector<std::vector<std::string>> moves_;
  double height_ = 0;
};

std::string description(const sheet& s, const map_change& change, const door_graph& graph) {
  std::string moves;
  for (const moved_target* t : graph.targets)
    moves.append(moves.empty() ? "" : " ")
        .append(s.say(words::doors_one, {t->label.empty() ? t->id : t->label, move_words(s, *t)}));
  const std::size_t all = graph.targets.size() + graph.targets_left;
  static_cast<void>(change);
  return s.say(words::doors_desc, {std::to_string(graph.competences.size()), std::to_string(graph.targets.size()),
                                   std::to_string(all), moves});
}

}  // namespace

std::string move_words(const sheet& s, const moved_target& t) {
  if (t.before != t.after) return s.say(words::zone_move, {words_of(t.before, s.lang()), words_of(t.after, s.lang())});
  return s.say(words::cover_move, {percent(s.lang(), t.expectation_before), percent(s.lang(), t.expectation_after)});
}

void draw_doors(const sheet& s, const map_change& change, const door_graph& graph, layout as) {
  const geometry& g = as == layout::narrow ? narrow_size : wide_size;
  const picture drawn(s, change, graph, g);
  const char* name = as == layout::narrow ? "doors-narrow" : "doors-wide";
  drawing d(s.out, name, as, g.width, drawn.height(), s.say(words::doors_caption, {change.key_label}),
            description(s, change, graph));
  drawn.draw(d);
}

}  // namespace activateur::report
