#include "report/zones.hpp"

#include <string>

#include "report/words.hpp"

namespace activateur::report {
namespace {

std::string at(double x, double y) { return coordinate(x) + " " + coordinate(y); }

void filled(markup& out, std::string d) { out.leaf("path", {{"d", std::move(d)}, {"fill", "currentColor"}}); }

void circle(markup& out, double x, double y, double radius, const char* fill) {
  out.leaf("circle", {{"cx", coordinate(x)},
                      {"cy", coordinate(y)},
                      {"r", coordinate(radius)},
                      {"fill", fill},
                      {"stroke", "currentColor"},
                      {"stroke-width", "2"}});
}

}  // namespace

std::string_view css_name(zone z) {
  switch (z) {
    case zone::now: return "recognised";
    case zone::after_recognition: return "presumed";
    case zone::short_path: return "to-explore";
    case zone::blocked: return "blocked";
    case zone::long_path: break;
  }
  return "to-acquire";
}

void zone_shape(markup& out, zone z, double x, double y, double r) {
  switch (z) {
    case zone::now: circle(out, x, y, r, "currentColor"); return;
    case zone::after_recognition: {
      circle(out, x, y, r, "none");
      const std::string radius = coordinate(r);
      filled(out, "M" + at(x, y - r) + "A" + radius + " " + radius + " 0 0 0 " + at(x, y + r) + "Z");
      return;
    }
    case zone::short_path:
      filled(out, "M" + at(x, y - r * 1.1) + "L" + at(x + r * 1.1, y + r) + "L" + at(x - r * 1.1, y + r) + "Z");
      return;
    case zone::blocked:
      out.leaf("path", {{"d", "M" + at(x - r, y - r) + "L" + at(x + r, y + r) + "M" + at(x + r, y - r) + "L" +
                                  at(x - r, y + r)},
                        {"fill", "none"},
                        {"stroke", "currentColor"},
                        {"stroke-width", "2.6"}});
      return;
    case zone::long_path: break;
  }
  out.leaf("path", {{"d", "M" + at(x, y - r * 1.25) + "L" + at(x + r * 1.25, y) + "L" + at(x, y + r * 1.25) + "L" +
                              at(x - r * 1.25, y) + "Z"},
                    {"fill", "none"},
                    {"stroke", "currentColor"},
                    {"stroke-width", "2"}});
}

void zone_mark(markup& out, zone z) {
  const auto svg = out.in(
      "svg", {{"class", "mark is-" + std::string(css_name(z))}, {"viewBox", "0 0 20 20"}, {"aria-hidden", "true"}});
  zone_shape(out, z, 10, 10, 7);
}

}  // namespace activateur::report
