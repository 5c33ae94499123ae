// What the figures draw with: bars, patterns, text that fits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/markup.hpp"
#include "report/sections.hpp"
#include "report/zones.hpp"

namespace activateur::report {

// A figure is drawn twice: `wide` with labels beside the bars, `narrow` (phones) with labels above them. The style
// sheet shows one.
// `alone` is `wide` in a file of its own: with its colours, its size and its ground.
enum class layout { wide, narrow, alone };

class drawing {
 public:
  // Opens the <svg role="img"> with title and description; `name` prefixes its ids and is unique in the document.
  drawing(markup& out, std::string name, layout as, double width, double height, std::string_view title,
          std::string_view description);

  void box(std::string_view css, double x, double y, double width, double height);
  void hatched(double x, double y, double width, double height);
  void dotted(double x, double y, double width, double height);
  void line(std::string_view css, double x1, double y1, double x2, double y2);
  void text(std::string_view css, double x, double y, std::string_view what);
  void curve(std::string_view css, double thick, double x1, double y1, double x2, double y2);  // left to right
  void path(std::string_view css, std::string d);
  // What stands for a zone of the carte, centred.
  void mark(zone z, double x, double y, double radius);
  // Recognised solid, presumed hatched, not known empty, seen as not mastered dotted.
  void bar(double x, double y, double width, double height, const shares& s);

 private:
  void patterned(std::string_view pattern, double x, double y, double width, double height);
  markup& out_;
  std::string name_;
  markup::element_scope svg_;
};

// The text in at most `lines` lines of `width` units at `size` units a letter height; "…" when cut.
std::vector<std::string> fitted(std::string_view text, double width, double size, std::size_t lines);

// A bar between texts of a page; its patterns are those of the legend entries whose ids start with `key`.
void inline_bar(markup& out, const std::string& key, const shares& s);

// A swatch of the legend.
enum class swatch { solid, hatched, empty, dotted, tick, goal };
void legend_entry(markup& out, swatch s, const std::string& id, std::string_view label);

}  // namespace activateur::report
