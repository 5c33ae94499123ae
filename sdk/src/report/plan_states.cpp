// How far a step is, as words, marks and colours; no meaning rests on colour alone.
#include "report/plan_messages.hpp"
#include "report/plan_parts.hpp"

namespace activateur::report {
namespace {

std::string at(double x, double y) { return coordinate(x) + " " + coordinate(y); }

void stroke(markup& out, std::string d) {
  out.leaf("path", {{"d", std::move(d)}, {"fill", "none"}, {"stroke", "currentColor"}, {"stroke-width", "2.6"}});
}

}  // namespace

bool shown_plan::told() const {
  for (std::size_t i = 0; i < plan.steps.size(); ++i)
    if (state(i) != step_state::untold) return true;
  return false;
}

const message& state_words(step_state state) {
  switch (state) {
    case step_state::agreed: return words::st_agreed;
    case step_state::postponed: return words::st_postponed;
    case step_state::under_way: return words::st_under_way;
    case step_state::done: return words::st_done;
    case step_state::failed: return words::st_failed;
    case step_state::dropped: return words::st_dropped;
    case step_state::untold:
    case step_state::proposed: break;
  }
  return words::st_proposed;
}

std::string_view css_name(step_state state) {
  switch (state) {
    case step_state::agreed:
    case step_state::under_way: return "presumed";
    case step_state::done: return "recognised";
    case step_state::failed: return "to-acquire";
    case step_state::dropped: return "blocked";
    case step_state::untold:
    case step_state::postponed:
    case step_state::proposed: break;
  }
  return "to-explore";
}

void state_shape(markup& out, step_state state, double x, double y, double r) {
  if (state == step_state::failed) {
    stroke(out, "M" + at(x - r, y - r) + "L" + at(x + r, y + r) + "M" + at(x + r, y - r) + "L" + at(x - r, y + r));
    return;
  }
  if (state == step_state::dropped) {
    stroke(out, "M" + at(x - r, y) + "L" + at(x + r, y));
    return;
  }
  if (state == step_state::postponed) {  // two bars: a pause
    stroke(out, "M" + at(x - r * 0.5, y - r) + "V" + coordinate(y + r) + "M" + at(x + r * 0.5, y - r) + "V" +
                    coordinate(y + r));
    return;
  }
  out.leaf("circle", {{"cx", coordinate(x)},
                      {"cy", coordinate(y)},
                      {"r", coordinate(r)},
                      {"fill", state == step_state::done ? "currentColor" : "none"},
                      {"stroke", "currentColor"},
                      {"stroke-width", "2"}});
  if (state == step_state::agreed)
    out.leaf("circle",
             {{"cx", coordinate(x)}, {"cy", coordinate(y)}, {"r", coordinate(r * 0.4)}, {"fill", "currentColor"}});
  if (state == step_state::under_way) {
    const std::string radius = coordinate(r);
    out.leaf("path", {{"d", "M" + at(x, y - r) + "A" + radius + " " + radius + " 0 0 0 " + at(x, y + r) + "Z"},
                      {"fill", "currentColor"}});
  }
}

void draw_state(markup& out, step_state state, double x, double y, double radius) {
  const auto group = out.in("g", {{"class", "is-" + std::string(css_name(state))}});
  state_shape(out, state, x, y, radius);
}

void state_mark(markup& out, step_state state) {
  const auto svg = out.in(
      "svg", {{"class", "mark is-" + std::string(css_name(state))}, {"viewBox", "0 0 20 20"}, {"aria-hidden", "true"}});
  state_shape(out, state, 10, 10, 7);
}

bool is_web_link(std::string_view url) {
  constexpr std::size_t bytes_max = 2'048;
  if (url.size() > bytes_max || !(url.starts_with("https://") || url.starts_with("http://"))) return false;
  constexpr std::string_view forbidden = "\"<>\\^`{|}";
  for (const char c : url)
    if (c <= 0x20 || c >= 0x7f || forbidden.find(c) != std::string_view::npos) return false;
  return true;
}

}  // namespace activateur::report
