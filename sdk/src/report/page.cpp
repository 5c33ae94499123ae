#include <algorithm>
#include <cmath>

#include "report/sections.hpp"

namespace activateur::report {
namespace {

double within_unit(double v) { return std::isfinite(v) ? std::clamp(v, 0.0, 1.0) : 0.0; }

shares ordered(double belief, double expectation, double plausibility) {
  shares s;
  s.belief = within_unit(belief);
  s.expectation = std::max(s.belief, within_unit(expectation));
  s.plausibility = std::max(s.expectation, within_unit(plausibility));
  return s;
}

}  // namespace

page::page(markup& to, const report_content& content, const context& c) : sheet(to, c), of(content) {
  for (std::size_t i = 0; i < gap().items.size(); ++i) items_.emplace(gap().items[i].asked.competence, i);
}

std::string page::label_of(const std::string& competence) const {
  if (const auto item = items_.find(competence); item != items_.end() && !gap().items[item->second].asked.label.empty())
    return gap().items[item->second].asked.label;
  if (of.plan != nullptr) {
    if (const auto label = of.plan->labels.find(competence); label != of.plan->labels.end()) return label->second;
  }
  for (const auto& c : gap().conditions)
    if (c.asked.name == competence && !c.asked.label.empty()) return c.asked.label;
  return competence;
}

std::string page::anchor_of(const std::string& competence) const {
  const auto item = items_.find(competence);
  return item == items_.end() ? std::string{} : "#r-" + std::to_string(item->second);
}

void page::competence_link(const std::string& competence) const {
  const std::string anchor = anchor_of(competence);
  if (anchor.empty())
    out.text(label_of(competence));
  else
    out.element("a", label_of(competence), {{"href", anchor}});
}

competence_names page::names() const {
  return {[this](const std::string& c) { competence_link(c); }, [this](const std::string& c) { return label_of(c); }};
}

std::vector<std::size_t> items_in(const gap_report& gap, requirement_state s) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < gap.items.size(); ++i)
    if (gap.items[i].state == s) found.push_back(i);
  std::stable_sort(found.begin(), found.end(), [&gap](std::size_t a, std::size_t b) {
    const shares left = shares_of(gap.items[a].known.value);
    const shares right = shares_of(gap.items[b].known.value);
    if (left.expectation != right.expectation) return left.expectation > right.expectation;
    if (left.belief != right.belief) return left.belief > right.belief;
    return gap.items[a].asked.competence < gap.items[b].asked.competence;
  });
  return found;
}

std::string_view css_name(requirement_state s) {
  switch (s) {
    case requirement_state::recognised: return "recognised";
    case requirement_state::presumed: return "presumed";
    case requirement_state::to_explore: return "to-explore";
    case requirement_state::to_acquire: break;
  }
  return "to-acquire";
}

// A full, a half, an empty circle and a plus: the states keep apart without colour.
void state_mark(markup& out, requirement_state s) {
  const auto svg = out.in("svg", {{"class", "mark"}, {"viewBox", "0 0 20 20"}, {"aria-hidden", "true"}});
  if (s == requirement_state::to_acquire) {
    out.leaf("path", {{"d", "M10 2v16M2 10h16"}, {"stroke", "currentColor"}, {"stroke-width", "4"}});
    return;
  }
  out.leaf("circle", {{"cx", "10"},
                      {"cy", "10"},
                      {"r", "8"},
                      {"fill", s == requirement_state::recognised ? "currentColor" : "none"},
                      {"stroke", "currentColor"},
                      {"stroke-width", "2.5"}});
  if (s == requirement_state::presumed) out.leaf("path", {{"d", "M10 2a8 8 0 0 0 0 16z"}, {"fill", "currentColor"}});
}

shares shares_of(const opinion& o) { return ordered(o.belief(), o.expectation(), o.plausibility()); }
shares shares_of(const coverage& c) { return ordered(c.belief, c.expectation, c.plausibility); }

}  // namespace activateur::report
