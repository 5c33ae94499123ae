// Effort against usefulness: points by zone, the front, and numbers for those that the list beside names.
#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/map_words.hpp"
#include "report/drawing.hpp"
#include "report/map_messages.hpp"
#include "report/map_sections.hpp"

namespace activateur::report {
namespace {

struct point {
  std::string id, label;
  double effort = 0, use = 0;
  zone in = zone::long_path;
  std::size_t number = 0;  // 0: not named
};

struct scatter {
  std::vector<point> points;                         // the named ones last, so that they are drawn above the others
  std::vector<std::size_t> proposed;                 // of `points`, in the order of their numbers
  std::vector<std::size_t> front;                    // those of the front that are not proposed
  std::vector<std::pair<double, double>> staircase;  // of the first layer, by effort
  std::size_t unknown = 0;                           // targets whose usefulness is not known
  bool cut = false;
  double effort_max = 1;
};

bool drawable(double effort, double use) { return std::isfinite(effort) && std::isfinite(use); }

scatter scatter_of(const map_page& p) {
  scatter s;
  std::set<std::string_view> named;
  const auto can_be_named = [&](const target_summary& t) {
    const possibility* shown = p.shown(t.id);
    return drawable(t.effort, t.usefulness) && (shown == nullptr || shown->use.known > 0) && named.insert(t.id).second;
  };
  std::vector<const target_summary*> proposed, front;
  for (const auto& chosen : p.map().proposed)
    if (can_be_named(chosen.target)) proposed.push_back(&chosen.target);
  for (const auto& member : p.map().front) {
    if (member.layer == 1 && drawable(member.target.effort, member.target.usefulness))
      s.staircase.emplace_back(member.target.effort, member.target.usefulness);
    if (member.layer == 1 && can_be_named(member.target)) front.push_back(&member.target);
  }
  for (const possibility& t : p.map().targets) {
    if (t.use.known == 0) ++s.unknown;
    if (t.use.known == 0 || named.contains(t.id) || !drawable(t.effort, t.use.value)) continue;
    s.cut = s.points.size() == points_max;
    if (s.cut) break;
    s.points.push_back({t.id, t.label, t.effort, t.use.value, t.in, 0});
  }
  std::size_t number = 0;
  const auto add = [&](const std::vector<const target_summary*>& list, std::vector<std::size_t>& into) {
    for (const target_summary* t : list) {
      into.push_back(s.points.size());
      s.points.push_back({t->id, t->label, t->effort, t->usefulness, t->in, ++number});
    }
  };
  add(proposed, s.proposed);
  add(front, s.front);
  std::sort(s.staircase.begin(), s.staircase.end());
  for (const point& one : s.points) s.effort_max = std::max(s.effort_max, one.effort);
  return s;
}

// 1, 2 or 5 times a power of ten, so that some five fit.
double step_for(double range) {
  const double rough = std::max(range, 1e-9) / 5;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (rough <= times * power) return times * power;
  return 10 * power;
}

struct geometry {
  double width, height, left, right, top, bottom;
};
constexpr geometry wide_size{600, 470, 58, 16, 34, 52};
constexpr geometry narrow_size{330, 350, 46, 10, 34, 50};

struct rectangle {
  double x, y, width, height;
  [[nodiscard]] bool meets(const rectangle& o) const {
    return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
  }
};

class plot {
 public:
  plot(const map_page& p, const scatter& s, const geometry& g, drawing& d) : p_(p), s_(s), g_(g), d_(d) {
    effort_step_ = step_for(s.effort_max);
    effort_end_ = effort_step_ * std::ceil(s.effort_max * 1.02 / effort_step_);
    double low = 1, high = 0;
    for (const point& one : s.points) {
      low = std::min(low, one.use);
      high = std::max(high, one.use);
    }
    use_low_ = std::clamp(std::floor(low * 10 - 0.3) / 10, 0.0, 0.8);
    use_high_ = std::clamp(std::ceil(high * 10 + 0.3) / 10, use_low_ + 0.2, 1.0);
  }

  void draw() {
    axes();
    front();
    for (const point& one : s_.points) {
      // Named ones stand out of a crowd.
      if (one.number > 0) d_.box("halo", x_of(one.effort) - 9, y_of(one.use) - 9, 18, 18);
      d_.mark(one.in, x_of(one.effort), y_of(one.use), one.number > 0 ? 6 : 3.5);
    }
    numbers();
  }

 private:
  [[nodiscard]] double x_of(double effort) const {
    return g_.left + (g_.width - g_.left - g_.right) * std::clamp(effort / effort_end_, 0.0, 1.0);
  }
  [[nodiscard]] double y_of(double use) const {
    const double share = std::clamp((use - use_low_) / (use_high_ - use_low_), 0.0, 1.0);
    return g_.height - g_.bottom - (g_.height - g_.bottom - g_.top) * share;
  }

  void axes() {
    const double end = g_.width - g_.right;
    const double floor = g_.height - g_.bottom;
    for (int i = 0; effort_step_ * i <= effort_end_ * 1.0001 && i < 12; ++i) {
      const double x = x_of(effort_step_ * i);
      d_.line("grid", x, g_.top, x, floor);
      d_.text("quiet middle", x, floor + 17, number(p_.lang(), effort_step_ * i, effort_step_ < 1 ? 1 : 0));
    }
    for (int i = 0; i <= 10; ++i) {
      const double use = i / 10.0;
      if (use < use_low_ - 1e-9 || use > use_high_ + 1e-9) continue;
      d_.line("grid", g_.left, y_of(use), end, y_of(use));
      d_.text("quiet end", g_.left - 7, y_of(use) + 4, percent(p_.lang(), use));
    }
    d_.line("axis", g_.left, floor, end, floor);
    d_.line("axis", g_.left, g_.top, g_.left, floor);
    d_.text("strong", 0, 14, p_.say(words::axis_use));
    d_.text("strong end", end, g_.height - 10, p_.say(words::axis_effort));
  }

  void front() {
    if (s_.staircase.size() < 2) return;
    std::string path;
    double high = 0;
    for (std::size_t i = 0; i < s_.staircase.size(); ++i) {
      const auto& [effort, use] = s_.staircase[i];
      if (i == 0) path.append("M").append(coordinate(x_of(effort))).append(" ").append(coordinate(y_of(use)));
      if (i > 0) path.append("H").append(coordinate(x_of(effort)));
      high = std::max(high, use);
      path.append("V").append(coordinate(y_of(high)));
    }
    d_.path("front-line", path);
  }

  // Each number at the nearest place that no other number and no named point has taken.
  void numbers() {
    std::vector<rectangle> taken;
    for (const point& one : s_.points)
      if (one.number > 0) taken.push_back({x_of(one.effort) - 7, y_of(one.use) - 7, 14, 14});
    for (const point& one : s_.points) {
      if (one.number == 0) continue;
      const double x = x_of(one.effort);
      const double y = y_of(one.use);
      const std::string text = std::to_string(one.number);
      const double width = 8.0 * static_cast<double>(text.size()) + 2;
      const auto place = [&](double distance, int eighth) {
        const double angle = 3.14159265358979 * (eighth - 2) / 4;
        return rectangle{x + distance * std::cos(angle) - width / 2, y + distance * std::sin(angle) - 7, width, 14};
      };
      rectangle best = place(15, 0);
      bool found = false;
      for (const double distance : {15.0, 22.0, 30.0, 40.0})
        for (int eighth = 0; eighth < 8 && !found; ++eighth) {
          const rectangle here = place(distance, eighth);
          const bool inside =
              here.x > g_.left && here.x + width < g_.width && here.y > 16 && here.y + 14 < g_.height - g_.bottom;
          if (!inside || std::any_of(taken.begin(), taken.end(), [&](const auto& t) { return t.meets(here); }))
            continue;
          best = here;
          found = true;
          if (distance > 16) d_.line("axis", x, y, here.x + width / 2, here.y + 7);
        }
      taken.push_back(best);
      d_.box("halo", best.x, best.y, best.width, best.height);
      d_.text("strong middle", best.x + width / 2, best.y + 11.5, text);
    }
  }

  const map_page& p_;
  const scatter& s_;
  const geometry& g_;
  drawing& d_;
  double effort_step_ = 1, effort_end_ = 1, use_low_ = 0, use_high_ = 1;
};

void write_key(const map_page& p, const message& title, const scatter& s, const std::vector<std::size_t>& which) {
  if (which.empty()) return;
  p.paragraph(title, {}, "name");
  const auto list = p.out.in("ol", {{"class", "plain numbered"}});
  for (const std::size_t i : which) {
    const point& one = s.points[i];
    const auto item = p.out.in("li");
    p.out.element("span", std::to_string(one.number), {{"class", "count"}});
    zone_mark(p.out, one.in);
    const auto name = p.out.in("span");
    p.target_link(one.id, one.label);
  }
}

void write_legend(const map_page& p) {
  const auto legend = p.out.in("ul", {{"class", "legend"}});
  for (const zone z : zones) {
    const auto item = p.out.in("li");
    zone_mark(p.out, z);
    p.out.text(" " + spaced(p.lang(), words_of(z, p.lang())));
  }
  const auto item = p.out.in("li");
  {
    const auto svg = p.out.in("svg", {{"viewBox", "0 0 36 16"}, {"aria-hidden", "true"}});
    p.out.leaf("path", {{"class", "front-line"}, {"d", "M1 12H18V4H35"}});
  }
  p.out.text(p.say(words::front_legend));
}

}  // namespace

void write_map_figure(const map_page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "scatter"}});
  p.heading("h2", words::h_scatter, "scatter");
  const scatter s = scatter_of(p);
  if (s.points.empty()) {
    p.paragraph(words::scatter_none);
    return;
  }
  {
    const auto figure = p.out.in("figure", {{"aria-labelledby", "scatter-caption"}});
    p.out.element("figcaption", p.say(words::scatter_caption), {{"id", "scatter-caption"}});
    write_legend(p);
    const auto twin = p.out.in("div", {{"class", "twin"}});
    {
      const auto left = p.out.in("div");
      const std::string description =
          p.say(words::scatter_desc, {number(p.lang(), static_cast<double>(s.points.size()))});
      for (const auto as : {layout::wide, layout::narrow}) {
        const geometry& g = as == layout::wide ? wide_size : narrow_size;
        drawing d(p.out, as == layout::wide ? "scatter-wide" : "scatter-narrow", as, g.width, g.height,
                  p.say(words::scatter_caption), description);
        plot(p, s, g, d).draw();
      }
    }
    const auto right = p.out.in("div");
    write_key(p, words::key_proposed, s, s.proposed);
    write_key(p, words::key_front, s, s.front);
  }
  if (s.cut) p.paragraph(words::points_cut, {number(p.lang(), static_cast<double>(points_max))}, "muted");
  if (s.unknown > 0) p.paragraph(words::points_unknown, {number(p.lang(), static_cast<double>(s.unknown))}, "muted");
}

}  // namespace activateur::report
