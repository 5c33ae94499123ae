#include "report/drawing.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/style.hpp"

namespace activateur::report {
namespace {

void pattern_definitions(markup& out, const std::string& name) {
  const auto definitions = out.in("defs");
  {
    const auto hatch = out.in("pattern", {{"id", name + "-hatch"},
                                          {"width", "6"},
                                          {"height", "6"},
                                          {"patternUnits", "userSpaceOnUse"},
                                          {"patternTransform", "rotate(45)"}});
    out.leaf("rect", {{"class", "hatch-ground"}, {"width", "6"}, {"height", "6"}});
    out.leaf("path", {{"class", "hatch-line"}, {"d", "M1.5 0v6"}});
  }
  const auto dots =
      out.in("pattern", {{"id", name + "-dots"}, {"width", "5"}, {"height", "5"}, {"patternUnits", "userSpaceOnUse"}});
  out.leaf("rect", {{"class", "hatch-ground"}, {"width", "5"}, {"height", "5"}});
  out.leaf("circle", {{"class", "dot"}, {"cx", "2.5"}, {"cy", "2.5"}, {"r", "1.1"}});
}

std::string view_box(double width, double height, double margin = 0) {
  std::string out = coordinate(-margin);
  for (const double one : {-margin, width + 2 * margin, height + 2 * margin}) out.append(" ").append(coordinate(one));
  return out;
}

constexpr double margin_alone = 16;

// Close to the advance widths of the usual sans-serif faces, as a share of the size; no font is at hand to ask.
double letter_width(char c) {
  constexpr std::string_view thin = "iIjlft.,;:'|!()[] r-";
  constexpr std::string_view broad = "mwMW@%";
  if (thin.find(c) != std::string_view::npos) return 0.34;
  if (broad.find(c) != std::string_view::npos) return 0.88;
  if (c >= 'A' && c <= 'Z') return 0.68;
  return 0.57;
}

double text_width(std::string_view text, double size) {
  double width = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) width += letter_width(c) * size;
  return width;
}

// The longest start of `text` that fits, cut between characters, at a space when there is one.
std::size_t fitting(std::string_view text, double width, double size) {
  std::size_t last_space = 0;
  double used = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts_character = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts_character) {
      used += letter_width(text[at]) * size;
      if (used > width && at > 0) return last_space > 0 ? last_space : at;
    }
    if (text[at] == ' ') last_space = at;
  }
  return text.size();
}

}  // namespace

std::vector<std::string> fitted(std::string_view text, double width, double size, std::size_t lines) {
  std::vector<std::string> out;
  text = trimmed(text);
  while (!text.empty() && out.size() < lines) {
    const std::size_t end = fitting(text, width, size);
    std::string_view line = text.substr(0, end);
    text = trimmed(text.substr(end));
    const bool cut = out.size() + 1 == lines && !text.empty();
    if (cut && text_width(line, size) + size > width) line = line.substr(0, fitting(line, width - size, size));
    out.emplace_back(trimmed(line));
    if (cut) out.back() += "…";
  }
  if (out.empty()) out.emplace_back("—");
  return out;
}

drawing::drawing(markup& out, std::string name, layout as, double width, double height, std::string_view title,
                 std::string_view description)
    : out_(out),
      name_(std::move(name)),
      svg_(as == layout::alone ? out.in("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                                {"width", coordinate(width + 2 * margin_alone)},
                                                {"height", coordinate(height + 2 * margin_alone)},
                                                {"viewBox", view_box(width, height, margin_alone)},
                                                {"role", "img"},
                                                {"aria-labelledby", name_ + "-title " + name_ + "-desc"}})
                               : out.in("svg", {{"class", as == layout::wide ? "wide" : "narrow"},
                                                {"viewBox", view_box(width, height)},
                                                {"role", "img"},
                                                {"aria-labelledby", name_ + "-title " + name_ + "-desc"}})) {
  out_.element("title", title, {{"id", name_ + "-title"}});
  out_.element("desc", description, {{"id", name_ + "-desc"}});
  if (as == layout::alone) out_.style_sheet(figure_style_sheet());
  pattern_definitions(out_, name_);
  if (as == layout::alone)
    box("ground", -margin_alone, -margin_alone, width + 2 * margin_alone, height + 2 * margin_alone);
}

void drawing::box(std::string_view css, double x, double y, double width, double height) {
  out_.leaf("rect", {{"class", std::string(css)},
                     {"x", coordinate(x)},
                     {"y", coordinate(y)},
                     {"width", coordinate(std::max(0.0, width))},
                     {"height", coordinate(height)}});
}

void drawing::patterned(std::string_view pattern, double x, double y, double width, double height) {
  std::string fill("url(#");
  fill.append(name_).append(pattern).append(")");
  out_.leaf("rect", {{"fill", std::move(fill)},
                     {"x", coordinate(x)},
                     {"y", coordinate(y)},
                     {"width", coordinate(std::max(0.0, width))},
                     {"height", coordinate(height)}});
}

void drawing::hatched(double x, double y, double width, double height) { patterned("-hatch", x, y, width, height); }
void drawing::dotted(double x, double y, double width, double height) { patterned("-dots", x, y, width, height); }

void drawing::line(std::string_view css, double x1, double y1, double x2, double y2) {
  out_.leaf("line", {{"class", std::string(css)},
                     {"x1", coordinate(x1)},
                     {"y1", coordinate(y1)},
                     {"x2", coordinate(x2)},
                     {"y2", coordinate(y2)}});
}

void drawing::text(std::string_view css, double x, double y, std::string_view what) {
  if (css.empty())
    out_.element("text", what, {{"x", coordinate(x)}, {"y", coordinate(y)}});
  else
    out_.element("text", what, {{"class", std::string(css)}, {"x", coordinate(x)}, {"y", coordinate(y)}});
}

void drawing::path(std::string_view css, std::string d) {
  out_.leaf("path", {{"class", std::string(css)}, {"d", std::move(d)}});
}

void drawing::curve(std::string_view css, double thick, double x1, double y1, double x2, double y2) {
  const double middle = (x1 + x2) / 2;
  std::string d("M");
  const auto point = [&d](double x, double y) { d.append(coordinate(x)).append(" ").append(coordinate(y)); };
  point(x1, y1);
  d += 'C';
  point(middle, y1);
  d += ' ';
  point(middle, y2);
  d += ' ';
  point(x2, y2);
  out_.leaf("path", {{"class", std::string(css)}, {"stroke-width", coordinate(thick)}, {"d", std::move(d)}});
}

void drawing::mark(zone z, double x, double y, double radius) {
  const auto group = out_.in("g", {{"class", "is-" + std::string(css_name(z))}});
  zone_shape(out_, z, x, y, radius);
}

void drawing::bar(double x, double y, double width, double height, const shares& s) {
  box("track", x, y, width, height);
  if (s.belief > 0) box("solid", x, y, width * s.belief, height);
  if (s.expectation > s.belief) hatched(x + width * s.belief, y, width * (s.expectation - s.belief), height);
  if (s.plausibility < 1) dotted(x + width * s.plausibility, y, width * (1 - s.plausibility), height);
  box("outline axis", x, y, width, height);
}

void inline_bar(markup& out, const std::string& key, const shares& s) {
  constexpr double width = 480;
  const auto svg = out.in(
      "svg",
      {{"class", "cover"}, {"viewBox", "-1 -1 482 14"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
  const auto piece = [&out](const attribute& paint, double from, double to) {
    if (to > from)
      out.leaf("rect", {paint,
                        {"x", coordinate(from * width)},
                        {"y", "0"},
                        {"width", coordinate((to - from) * width)},
                        {"height", "12"}});
  };
  piece({"class", "track"}, 0, 1);
  piece({"class", "solid"}, 0, s.belief);
  piece({"fill", "url(#" + key + "-hatched-hatch)"}, s.belief, s.expectation);
  piece({"fill", "url(#" + key + "-dotted-dots)"}, s.plausibility, 1);
  piece({"class", "outline axis"}, 0, 1);
}

void legend_entry(markup& out, swatch s, const std::string& id, std::string_view label) {
  const auto item = out.in("li");
  {
    const auto svg = out.in("svg", {{"viewBox", "0 0 36 16"}, {"aria-hidden", "true"}});
    const attribute x{"x", "1"};
    const attribute y{"y", "2"};
    const attribute w{"width", "34"};
    const attribute h{"height", "12"};
    if (s == swatch::hatched || s == swatch::dotted) {
      pattern_definitions(out, id);
      const std::string fill = "url(#" + id + (s == swatch::hatched ? "-hatch)" : "-dots)");
      out.leaf("rect", {{"fill", fill}, x, y, w, h});
      out.leaf("rect", {{"class", "outline axis"}, x, y, w, h});
    } else if (s == swatch::tick || s == swatch::goal) {
      const std::string css = s == swatch::tick ? "tick" : "goal";
      out.leaf("line", {{"class", css}, {"x1", "18"}, {"y1", "0"}, {"x2", "18"}, {"y2", "16"}});
    } else {
      out.leaf("rect", {{"class", s == swatch::solid ? "solid" : "track"}, x, y, w, h});
    }
  }
  out.text(label);
}

}  // namespace activateur::report
